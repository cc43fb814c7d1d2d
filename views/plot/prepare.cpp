// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/prepare.h"

#include "series/join.h"
#include "series/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace podium::views {

namespace {

using LinePointer = std::shared_ptr<const series::Line>;
using SeriesPointer = std::shared_ptr<const series::Series>;

/// Places of a series on the x axis as the options want them; empty for the series' own.
std::vector<double> placesFrom(const series::Series& series, const PlotLine& line,
                               const PlotOptions& options) {
    std::vector<double> places;
    const bool sinceStart =
        options.fromRunStart && line.runStart && options.x == series::XKind::RelativeTime;
    if (!options.logX && !sinceStart)
        return places;
    const base::Millis origin = sinceStart ? *line.runStart : series.startTime();
    places.reserve(series.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        double x = static_cast<double>(series.steps()[i]);
        if (options.x == series::XKind::WallTime)
            x = static_cast<double>(series.times()[i]);
        else if (options.x == series::XKind::RelativeTime)
            x = static_cast<double>(series.times()[i]) - static_cast<double>(origin);
        places.push_back(options.logX ? std::log10(x) : x);
    }
    return places;
}

/// The line of a series along the x axis; points without a place there are left out.
LinePointer placed(const series::Series& series, const PlotLine& line, const PlotOptions& options) {
    if (options.xMetric.isEmpty()) {
        const std::vector<double> places = placesFrom(series, line, options);
        return places.empty() ? series::Line::make(series, options.x)
                              : series::Line::over(series, places);
    }
    if (line.over == nullptr)
        return series::Line::through({}, {});
    const auto kind =
        options.carryForward ? series::JoinKind::CarryForward : series::JoinKind::SameStep;
    std::vector<double> places = series::joinedPlaces(series, *line.over, kind);
    if (options.logX)
        std::ranges::transform(places, places.begin(), [](double x) { return std::log10(x); });
    return series::Line::over(series, places);
}

PreparedLine finished(const PlotLine& line, SeriesPointer series, const LinePointer& all,
                      const PlotOptions& options) {
    PreparedLine out{line, std::move(series), options.logY ? all->positive() : all, nullptr, false};
    out.shown = out.raw;
    if (options.smooth().active()) {
        // The average is that of all values, whatever the axis: switching to a logarithmic one must
        // not change the line.
        out.shown = all->smoothed(options.smooth());
        if (options.logY)
            out.shown = out.shown->positive();
    }
    return out;
}

std::vector<PreparedLine> makeLines(const PlotLine& line, const PlotOptions& options,
                                    const LinePointer& baseline) {
    std::vector<PreparedLine> made;
    std::vector<SeriesPointer> parts{line.series};
    if (options.separateRestarts) {
        std::vector<SeriesPointer> found = series::parts(*line.series);
        if (found.size() > 1)
            parts = std::move(found);
    }
    for (const SeriesPointer& part : parts) {
        LinePointer all = placed(*part, line, options);
        const bool derived = baseline != nullptr;
        if (derived) {
            series::Difference difference = series::differenceTo(*all, *baseline);
            all = series::Line::through(std::move(difference.x), std::move(difference.y));
        }
        made.push_back(finished(line, part, all, options));
        made.back().derived = derived;
    }
    return made;
}

/// What `previous` has of a line, if it was made of the same things.
std::vector<const PreparedLine*> known(const Prepared* previous, const PlotLine& line,
                                       const PlotOptions& options) {
    std::vector<const PreparedLine*> found;
    // A band or a mark more changes no line.
    if (previous == nullptr || !options.sameAxes(previous->options) ||
        previous->options.smooth() != options.smooth() ||
        previous->options.separateRestarts != options.separateRestarts || options.baseline != 0 ||
        previous->options.baseline != 0)
        return found;
    for (const PreparedLine& candidate : previous->lines) {
        const bool same = candidate.line.series == line.series &&
                          candidate.line.over == line.over &&
                          candidate.line.runStart == line.runStart;
        if (same && (found.empty() || found.front()->line.id == candidate.line.id))
            found.push_back(&candidate);
    }
    return found;
}

LinePointer baselineOf(const std::vector<PlotLine>& lines, const PlotOptions& options) {
    const auto found = std::ranges::find(lines, options.baseline, &PlotLine::id);
    if (options.baseline == 0 || found == lines.end() || found->series == nullptr)
        return nullptr;
    return placed(*found->series, *found, options);
}

/// Part of a band's points as a line.
LinePointer edge(const series::Band& band, const std::vector<double>& y, bool positive) {
    LinePointer line = series::Line::through(band.x, y);
    return positive ? line->positive() : line;
}

/// True if bands and marks of `before` are those of `now`, too.
bool sameLines(const Prepared& now, const Prepared* before) {
    if (before == nullptr || before->lines.size() != now.lines.size())
        return false;
    return std::ranges::equal(now.lines, before->lines,
                              [](const PreparedLine& a, const PreparedLine& b) {
                                  return a.shown == b.shown && a.line.group == b.line.group &&
                                         a.line.color == b.line.color;
                              });
}

void addBands(Prepared& out, const Prepared* previous, std::stop_token stop) {
    const PlotOptions& options = out.options;
    if (sameLines(out, previous) && previous->options.bands &&
        previous->options.centre == options.centre && previous->options.spread == options.spread) {
        out.bands = previous->bands;
        return;
    }
    std::map<QString, std::vector<const PreparedLine*>> groups;
    std::vector<QString> order;
    for (const PreparedLine& line : out.lines) {
        if (!groups.contains(line.line.group))
            order.push_back(line.line.group);
        groups[line.line.group].push_back(&line);
    }
    for (const QString& name : order) {
        const std::vector<const PreparedLine*>& members = groups[name];
        std::vector<LinePointer> lines;
        for (const PreparedLine* member : members)
            lines.push_back(member->shown);
        PreparedBand band;
        band.id = -static_cast<qint64>(out.bands.size()) - 1;
        band.name = name;
        band.color = members.front()->line.color;
        band.lines = static_cast<std::uint32_t>(lines.size());
        band.band = series::bandOf(lines, out.options.centre, out.options.spread, stop);
        band.centre = edge(band.band, band.band.centre, out.options.logY);
        band.low = edge(band.band, band.band.low, out.options.logY);
        band.high = edge(band.band, band.band.high, out.options.logY);
        out.bands.push_back(std::move(band));
    }
}

void addBest(Prepared& out, const Prepared* previous) {
    if (out.options.best == BestMark::None)
        return;
    if (sameLines(out, previous) && previous->options.best == out.options.best) {
        out.best = previous->best;
        return;
    }
    for (std::size_t i = 0; i < out.lines.size(); ++i) {
        const series::Line& line = *out.lines[i].shown;
        if (line.size() == 0)
            continue;
        const std::size_t at = line.extreme(out.options.best == BestMark::Least);
        series::Cursor cursor(line);
        out.best.push_back({i, cursor.x(at), cursor.y(at)});
    }
}

}  // namespace

bool PlotOptions::sameAxes(const PlotOptions& other) const {
    return x == other.x && logY == other.logY && logX == other.logX && xMetric == other.xMetric &&
           carryForward == other.carryForward && fromRunStart == other.fromRunStart &&
           baseline == other.baseline;
}

series::MinMax Prepared::yWithin(double x0, double x1) const {
    series::MinMax extent;
    const bool linesShown = bands.empty() || options.members;
    for (const PreparedLine& line : lines) {
        if (!linesShown)
            break;
        extent.include(line.raw->yExtent(x0, x1));
        extent.include(line.shown->yExtent(x0, x1));
    }
    for (const PreparedBand& band : bands) {
        extent.include(band.low->yExtent(x0, x1));
        extent.include(band.high->yExtent(x0, x1));
    }
    return extent;
}

series::MinMax Prepared::robustWithin(double x0, double x1) const {
    // Some hundred thousand values tell where the bulk is as well as a hundred million.
    constexpr std::size_t MostValues = 200'000;
    constexpr double Rare = 0.01;
    std::size_t points = 0;
    for (const PreparedLine& line : lines) {
        const auto [from, to] = line.raw->stretch(x0, x1);
        points += to - from;
    }
    const std::size_t stride = points / MostValues + 1;
    std::vector<double> values;
    for (const PreparedLine& line : lines) {
        const auto [from, to] = line.raw->stretch(x0, x1);
        series::Cursor cursor(*line.raw);
        for (std::size_t i = from; i < to; i += stride)
            values.push_back(cursor.y(i));
    }
    const series::MinMax all = yWithin(x0, x1);
    if (values.size() < 20)
        return all;
    std::ranges::sort(values);
    const double low = series::quantile(values, Rare);
    const double high = series::quantile(values, 1 - Rare);
    // What lies just beyond the bulk is no outlier.
    const double reach = (high - low) / 2;
    if (reach <= 0)
        return all;
    series::MinMax robust;
    robust.include(std::max(all.min, low - reach));
    robust.include(std::min(all.max, high + reach));
    return robust;
}

std::uint64_t Prepared::outside(double x0, double x1, const series::Range& range) const {
    constexpr std::size_t Block = 4096;
    std::uint64_t count = 0;
    for (const PreparedLine& line : lines) {
        const auto [from, to] = line.raw->stretch(x0, x1);
        series::Cursor cursor(*line.raw);
        for (std::size_t i = from; i < to; i += Block) {
            const std::size_t end = std::min(to, i + Block);
            const series::MinMax extent = cursor.over(i, end);
            if (extent.min >= range.low && extent.max <= range.high)
                continue;
            for (std::size_t k = i; k < end; ++k)
                count += cursor.y(k) < range.low || cursor.y(k) > range.high ? 1U : 0U;
        }
    }
    return count;
}

qint64 Prepared::idOf(std::size_t target) const {
    return isBand(target) ? bands[target].id : lines[target - bands.size()].line.id;
}

std::shared_ptr<const Prepared> prepare(const std::vector<PlotLine>& lines,
                                        const PlotOptions& options, const Prepared* previous,
                                        std::stop_token stop) {
    auto out = std::make_shared<Prepared>();
    out->options = options;
    const LinePointer baseline = baselineOf(lines, options);
    for (const PlotLine& line : lines) {
        if (stop.stop_requested())
            return nullptr;
        if (line.series == nullptr)
            continue;
        std::vector<PreparedLine> made;
        for (const PreparedLine* before : known(previous, line, options)) {
            made.push_back(*before);
            made.back().line = line;
        }
        if (made.empty())
            made = makeLines(line, options, baseline);
        for (PreparedLine& next : made) {
            out->counts += next.raw->counts();
            out->x.include(next.raw->xExtent());
            out->lines.push_back(std::move(next));
        }
        out->unplaced += line.series->size();
    }
    out->unplaced -= std::min(out->unplaced, out->counts.all);
    if (options.bands)
        addBands(*out, previous, stop);
    if (stop.stop_requested())
        return nullptr;
    constexpr double Everywhere = std::numeric_limits<double>::infinity();
    out->y = out->yWithin(-Everywhere, Everywhere);
    for (const PreparedBand& band : out->bands)
        out->targets.push_back(band.centre);
    for (const PreparedLine& line : out->lines)
        out->targets.push_back(out->bands.empty() || options.members ? line.shown : nullptr);
    addBest(*out, previous);
    return out;
}

}  // namespace podium::views
