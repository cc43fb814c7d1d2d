// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/parallelfigure.h"

#include "views/figure/kinds.h"
#include "views/figure/plane.h"

#include "views/text/text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <set>

/// What is computed of the data, and where things are. Painting is in parallelpaint.cpp.
namespace podium::views {

namespace {

constexpr double Edge = 12;
constexpr double FootShare = 0.09;  // below an axis, for runs without a value
constexpr double Spread = 0.4;      // of a category's part, over which its runs are spread
constexpr double GripReach = 7;
constexpr double Reach = 8;
constexpr float Missing = -1;
constexpr std::size_t MostSteps = 8;  // different numbers that have a mark each

}  // namespace

ParallelFigure::ParallelFigure(std::shared_ptr<const RunSet> set, const FigureOptions& wanted,
                               const ParallelFigure* previous)
    : Figure(std::move(set), wanted), m_colors(runs(), options()) {
    for (const FigureAxis& axis : options().axes)
        m_axes.push_back(makeAxis(axis, previous));
    findMarked();
    describe();
}

ParallelFigure::AxisData ParallelFigure::makeAxis(const FigureAxis& wanted,
                                                  const ParallelFigure* previous) const {
    AxisData data;
    if (previous != nullptr && previous->runSet() == runSet()) {
        const auto known = std::ranges::find_if(previous->m_axes, [&](const AxisData& other) {
            return other.column->key == wanted.column;
        });
        if (known != previous->m_axes.end())
            data.column = known->column;
        if (known != previous->m_axes.end() && known->logarithmic == wanted.logarithmic &&
            known->reversed == wanted.reversed)
            return *known;
    }
    if (data.column == nullptr)
        data.column = std::make_shared<const FigureColumn>(figureColumn(runs(), wanted.column));
    data.logarithmic = wanted.logarithmic;
    data.reversed = wanted.reversed;
    data.axis = roomyAxis(*data.column, wanted.logarithmic, 0);
    data.axis.setReversed(wanted.reversed);
    data.places.resize(runs().size(), Missing);
    for (std::size_t run = 0; run < runs().size(); ++run) {
        const double value = data.column->value(run);
        const double place = data.axis.categorical() && !std::isnan(value)
                                 ? data.axis.categoryPlace(static_cast<analysis::Category>(value))
                                 : data.axis.place(value);
        if (!std::isnan(place))
            data.places[run] = static_cast<float>(std::max(0.0, place));
    }
    if (data.axis.categorical())
        spreadCategories(data);
    else
        findSteps(data);
    return data;
}

/// Runs of one category would all meet in one point: beside each other they show how many they are.
void ParallelFigure::spreadCategories(AxisData& data) const {
    std::vector<std::size_t> counts(data.axis.categories() + 1, 0);
    const auto code = [&](std::size_t run) -> std::size_t {
        const double value = data.column->value(run);
        return std::isnan(value) ? 0 : static_cast<std::size_t>(value);
    };
    for (std::size_t run = 0; run < runs().size(); ++run)
        ++counts[code(run)];
    std::vector<std::size_t> seen(counts.size(), 0);
    const double part = Spread / static_cast<double>(std::max<std::size_t>(1, counts.size() - 1));
    for (std::size_t run = 0; run < runs().size(); ++run) {
        const std::size_t at = code(run);
        if (data.places[run] < 0 || counts[at] < 2)
            continue;
        const double share =
            static_cast<double>(seen[at]++) / static_cast<double>(counts[at] - 1) - 0.5;
        data.places[run] += static_cast<float>(share * part);
    }
}

void ParallelFigure::findSteps(AxisData& data) {
    std::set<double> different;
    for (const double value : data.column->values.numbers) {
        if (std::isfinite(value))
            different.insert(value);
        if (different.size() > MostSteps)
            return;
    }
    data.steps.assign(different.begin(), different.end());
}

void ParallelFigure::findMarked() {
    query::Bitmap inside(runs().size(), true);
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        const FigureAxis& axis = options().axes[i];
        if (!axis.marked())
            continue;
        m_anyMarks = true;
        analysis::Brush brush;
        for (const analysis::Interval& range : axis.ranges)
            brush.add(range);
        const std::vector<std::string>& texts = m_axes[i].column->values.categories;
        for (const std::string& text : axis.categories) {
            const auto found = std::ranges::find(texts, text);
            if (found != texts.end())
                brush.toggle(static_cast<analysis::Category>(found - texts.begin() + 1));
        }
        // Marks that mean nothing to these values let nothing through.
        if (brush.empty())
            inside = query::Bitmap(runs().size(), false);
        else
            brush.keep(m_axes[i].column->values, inside);
    }
    if (m_anyMarks)
        m_marked = inside.rows();
    m_inside = std::move(inside);
}

void ParallelFigure::describe() {
    const std::size_t all = runs().size();
    if (all == 0) {
        m_empty = figurewords::noRuns();
        return;
    }
    if (m_axes.size() < 2) {
        m_empty = tr("Choose two axes or more in the chart's menu");
        return;
    }
    std::size_t shown = 0;
    for (std::size_t run = 0; run < all; ++run) {
        if (std::ranges::any_of(m_axes,
                                [run](const AxisData& axis) { return axis.places[run] >= 0; }))
            ++shown;
    }
    m_receipt << shownWords(shown, all);
    if (m_anyMarks)
        m_receipt << tr("%1 within the marks").arg(count(static_cast<qint64>(m_marked.size())));
    for (const AxisData& axis : m_axes) {
        addLacks(m_receipt, *axis.column, &axis.axis);
        m_foot = m_foot || std::ranges::any_of(axis.places, [](float p) { return p < 0; });
    }
    m_colors.addLacks(m_receipt);
    QStringList titles;
    for (const AxisData& axis : m_axes)
        titles << axis.column->title;
    m_description = tr("Parallel coordinates: %1").arg(titles.join(QStringLiteral(", ")));
}

ParallelFigure::Places ParallelFigure::layout(const Canvas& canvas) const {
    const QFontMetricsF metrics(canvas.font);
    const double line = metrics.height();
    Places places;
    places.titles = QRectF(0, 6, canvas.size.width(), line + 6);
    const double right = canvas.size.width() - Edge - m_colors.width(canvas);
    const double top = places.titles.bottom() + line / 2 + 2;
    const double bottom = canvas.size.height() - Edge - line / 2;
    const double height = std::max(20.0, bottom - top);
    places.foot = m_foot ? std::max(16.0, height * FootShare) : 0;
    // Labels stand at the right of their axes, the last ones included.
    double last = 0;
    if (!m_axes.empty()) {
        for (const AxisMark& mark : marksOf(m_axes.back(), height, line))
            last = std::max(last, metrics.horizontalAdvance(mark.label));
    }
    last = std::min(last, 90.0) + 8;
    const double left = Edge + 10;
    places.area = QRectF(left, top, std::max(20.0, right - left - last),
                         std::max(10.0, height - places.foot));
    return places;
}

/// Of few different numbers each has a mark, as long as there is room.
QVector<AxisMark> ParallelFigure::marksOf(const AxisData& axis, double height, double line) const {
    if (!axis.steps.empty()) {
        QVector<AxisMark> marks;
        double last = -1;
        for (const double value : axis.steps) {
            const double place = axis.axis.place(value);
            if (std::isnan(place) || (last >= 0 && std::abs(place - last) * height < line * 0.9))
                continue;
            last = place;
            marks.append({place, axis.column->textOf(value)});
        }
        return marks;
    }
    const bool words = axis.axis.categorical();
    const int room = static_cast<int>(height / std::max(words ? line : 2.4 * line, 1.0));
    return axisMarks(*axis.column, axis.axis, std::max(2, words ? room : std::min(room, 7)));
}

double ParallelFigure::axisX(const Places& places, std::size_t axis) const {
    const double step =
        places.area.width() / static_cast<double>(std::max<std::size_t>(1, m_axes.size() - 1));
    return places.area.left() + step * static_cast<double>(axis);
}

double ParallelFigure::pixelY(const Places& places, float place) const {
    return place < 0 ? places.area.bottom() + places.foot * 0.75
                     : places.area.bottom() - static_cast<double>(place) * places.area.height();
}

std::optional<FigureHit> ParallelFigure::hitAt(const Canvas& canvas,
                                               const QPointF& position) const {
    const Places places = layout(canvas);
    if (m_axes.size() < 2 || position.x() < places.area.left() - Reach ||
        position.x() > places.area.right() + Reach || position.y() < places.area.top() - Reach)
        return std::nullopt;
    const double step = axisX(places, 1) - axisX(places, 0);
    const double along = std::clamp((position.x() - places.area.left()) / step, 0.0,
                                    static_cast<double>(m_axes.size() - 1) - 1e-9);
    const auto axis = static_cast<std::size_t>(along);
    const double share = along - static_cast<double>(axis);
    double nearest = Reach;
    std::optional<std::uint32_t> found;
    for (std::size_t run = 0; run < runs().size(); ++run) {
        if (!m_inside.test(run))
            continue;
        const double a = pixelY(places, m_axes[axis].places[run]);
        const double b = pixelY(places, m_axes[axis + 1].places[run]);
        const double slope = (b - a) / step;
        const double distance =
            std::abs(a + (b - a) * share - position.y()) / std::sqrt(1 + slope * slope);
        if (distance < nearest) {
            nearest = distance;
            found = static_cast<std::uint32_t>(run);
        }
    }
    if (!found)
        return std::nullopt;
    FigureHit hit = hitFor(canvas, *found);
    hit.at = position;
    return hit;
}

FigureHit ParallelFigure::hitFor(const Canvas& canvas, std::uint32_t run) const {
    const Places places = layout(canvas);
    FigureHit hit{static_cast<int>(run),
                  {run},
                  QPointF(places.area.center().x(), places.area.center().y()),
                  m_colors.color(run, canvas),
                  runs().name(run),
                  {}};
    for (const AxisData& axis : m_axes)
        hit.lines << QStringLiteral("%1: %2").arg(axis.column->title, axis.column->text(run));
    return hit;
}

std::optional<FigureHit> ParallelFigure::hitOf(const Canvas& canvas, std::uint32_t run) const {
    FigureHit hit = hitFor(canvas, run);
    // Its line says it all; the words would hide the others.
    hit.title.clear();
    return hit;
}

std::optional<FigureHit> ParallelFigure::neighbour(const Canvas& canvas,
                                                   const std::optional<FigureHit>& from,
                                                   int by) const {
    const std::vector<std::uint32_t> order = m_inside.rows();
    if (order.empty())
        return std::nullopt;
    const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
    std::ptrdiff_t at = by > 0 ? 0 : last;
    if (from && !from->runs.empty()) {
        const auto found = std::ranges::lower_bound(order, from->runs.front());
        at = std::clamp<std::ptrdiff_t>(found - order.begin() + by, 0, last);
    }
    return hitFor(canvas, order[static_cast<std::size_t>(at)]);
}

std::optional<FigureGrip> ParallelFigure::gripAt(const Canvas& canvas,
                                                 const QPointF& position) const {
    const Places places = layout(canvas);
    const double half =
        m_axes.size() > 1 ? (axisX(places, 1) - axisX(places, 0)) / 2 : places.area.width();
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        const double away = std::abs(position.x() - axisX(places, i));
        if (places.titles.contains(position) && away < half)
            return FigureGrip{static_cast<int>(i), true};
        if (away <= GripReach && position.y() >= places.area.top() - GripReach &&
            position.y() <= places.area.bottom() + GripReach)
            return FigureGrip{static_cast<int>(i), false};
    }
    return std::nullopt;
}

FigureOptions ParallelFigure::dragged(const Canvas& canvas, const FigureGrip& grip,
                                      const QPointF& from, const QPointF& to, bool done) const {
    const auto axis = static_cast<std::size_t>(grip.axis);
    return grip.title ? moved(layout(canvas), axis, to)
                      : brushed(layout(canvas), axis, from, to, done);
}

FigureOptions ParallelFigure::moved(const Places& places, std::size_t axis,
                                    const QPointF& to) const {
    FigureOptions next = options();
    const double step = m_axes.size() > 1 ? axisX(places, 1) - axisX(places, 0) : 1;
    const auto target =
        static_cast<std::size_t>(std::clamp(std::round((to.x() - places.area.left()) / step), 0.0,
                                            static_cast<double>(m_axes.size() - 1)));
    const FigureAxis kept = next.axes[axis];
    next.axes.erase(next.axes.begin() + static_cast<std::ptrdiff_t>(axis));
    next.axes.insert(next.axes.begin() + static_cast<std::ptrdiff_t>(target), kept);
    return next;
}

FigureOptions ParallelFigure::brushed(const Places& places, std::size_t index, const QPointF& from,
                                      const QPointF& to, bool done) const {
    constexpr double Click = 4;
    FigureOptions next = options();
    FigureAxis& marks = next.axes[index];
    const AxisData& data = m_axes[index];
    const auto place = [&](const QPointF& point) {
        return std::clamp((places.area.bottom() - point.y()) / places.area.height(), 0.0, 1.0);
    };
    const double low = std::min(place(from), place(to));
    const double high = std::max(place(from), place(to));
    const bool click = std::abs(to.y() - from.y()) < Click;
    marks.ranges.clear();
    if (data.axis.categorical()) {
        const std::vector<std::string>& texts = data.column->values.categories;
        if (click && done) {
            const analysis::Category code = data.axis.categoryAt(low);
            if (code == analysis::NoCategory)
                return next;
            const std::string& text = texts[code - 1];
            if (std::erase(marks.categories, text) == 0)
                marks.categories.push_back(text);
            return next;
        }
        marks.categories.clear();
        for (std::size_t code = 1; code <= texts.size(); ++code) {
            const double at = data.axis.categoryPlace(static_cast<analysis::Category>(code));
            if (at >= low && at <= high)
                marks.categories.push_back(texts[code - 1]);
        }
        return next;
    }
    if (!click) {
        const double a = data.axis.value(low);
        const double b = data.axis.value(high);
        marks.ranges.push_back({std::min(a, b), std::max(a, b)});
    }
    return next;
}

QStringList ParallelFigure::heads() const {
    QStringList heads{QStringLiteral("run_id"), QStringLiteral("run_name")};
    for (const AxisData& axis : m_axes)
        heads << plainHead(axis.column->key);
    if (m_anyMarks)
        heads << QStringLiteral("marked");
    return heads;
}

int ParallelFigure::rowCount() const {
    return static_cast<int>(runs().size());
}

QVariant ParallelFigure::cell(int row, int column) const {
    const auto run = static_cast<std::size_t>(row);
    if (column < 2)
        return column == 0 ? runs().runId(run) : runs().name(run);
    const auto axis = static_cast<std::size_t>(column - 2);
    return axis < m_axes.size() ? m_axes[axis].column->plain(run) : QVariant(m_inside.test(run));
}

FigurePointer makeParallel(RunSetPointer runs, const FigureOptions& options,
                           const FigurePointer& previous) {
    return std::make_shared<const ParallelFigure>(
        std::move(runs), options, dynamic_cast<const ParallelFigure*>(previous.get()));
}

}  // namespace podium::views
