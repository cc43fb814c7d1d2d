// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/bands.h"

#include "series/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium::series {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
/// A stop is looked for after so many places.
constexpr std::size_t StopEvery = 4096;

/// Reads a line from left to right, at ascending x.
class Walker {
public:
    explicit Walker(const Line& line) : m_line(&line) {}

    double at(double x) {
        const std::vector<double>& xs = m_line->x();
        // The last point at or before x.
        while (m_next < xs.size() && xs[m_next] <= x)
            ++m_next;
        if (m_next == 0)
            return NaN;
        const std::size_t before = m_next - 1;
        const std::vector<double>& ys = m_line->y();
        if (xs[before] == x)
            return ys[before];
        if (m_next == xs.size() || !m_line->joined(m_next))
            return NaN;
        const double share = (x - xs[before]) / (xs[m_next] - xs[before]);
        return ys[before] + share * (ys[m_next] - ys[before]);
    }

private:
    const Line* m_line;
    std::size_t m_next = 0;  // the first point after the last place that was asked for
};

std::vector<double> placesOf(std::span<const std::shared_ptr<const Line>> lines) {
    std::vector<double> places;
    for (const auto& line : lines) {
        const std::size_t middle = places.size();
        places.insert(places.end(), line->x().begin(), line->x().end());
        std::inplace_merge(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(middle),
                           places.end());
        places.erase(std::ranges::unique(places).begin(), places.end());
    }
    return places;
}

/// Student's t by number of lines, reckoned once each.
class ConfidenceFactors {
public:
    double of(std::size_t count) {
        if (m_factors.size() <= count)
            m_factors.resize(count + 1, 0);
        if (m_factors[count] == 0)
            m_factors[count] = studentTwoSided(0.95, static_cast<double>(count - 1));
        return m_factors[count];
    }

private:
    std::vector<double> m_factors;
};

struct Spread {
    double centre = NaN;
    double low = NaN;
    double high = NaN;
};

Spread spreadOf(std::vector<double>& values, BandCentre centre, BandSpread spread,
                ConfidenceFactors& factors) {
    const bool ranks = centre == BandCentre::Median || spread == BandSpread::Quartiles ||
                       spread == BandSpread::MinMax;
    if (ranks)
        std::ranges::sort(values);
    const Sample sample = sampleOf(values);
    Spread out;
    out.centre = centre == BandCentre::Median ? quantile(values, 0.5) : sample.mean;
    if (spread == BandSpread::Quartiles)
        return {out.centre, quantile(values, 0.25), quantile(values, 0.75)};
    if (spread == BandSpread::MinMax)
        return {out.centre, values.front(), values.back()};
    double reach = values.size() > 1 ? sample.deviation : 0;
    if (spread != BandSpread::Deviation)
        reach /= std::sqrt(static_cast<double>(values.size()));
    if (spread == BandSpread::Confidence95 && values.size() > 1)
        reach *= factors.of(values.size());
    return {out.centre, out.centre - reach, out.centre + reach};
}

}  // namespace

double valueAt(const Line& line, double x) {
    const std::vector<double>& xs = line.x();
    const auto after = std::ranges::upper_bound(xs, x);
    if (after == xs.begin())
        return NaN;
    const auto next = static_cast<std::size_t>(after - xs.begin());
    const std::size_t before = next - 1;
    if (xs[before] == x)
        return line.y()[before];
    if (next == xs.size() || !line.joined(next))
        return NaN;
    const double share = (x - xs[before]) / (xs[next] - xs[before]);
    return line.y()[before] + share * (line.y()[next] - line.y()[before]);
}

Band bandOf(std::span<const std::shared_ptr<const Line>> lines, BandCentre centre,
            BandSpread spread, std::stop_token stop) {
    Band band;
    std::vector<Walker> walkers;
    walkers.reserve(lines.size());
    for (const auto& line : lines)
        walkers.emplace_back(*line);
    const std::vector<double> places = placesOf(lines);
    band.x.reserve(places.size());
    std::vector<double> values;
    ConfidenceFactors factors;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i % StopEvery == 0 && stop.stop_requested())
            break;
        values.clear();
        for (Walker& walker : walkers) {
            const double value = walker.at(places[i]);
            if (!std::isnan(value))
                values.push_back(value);
        }
        const Spread found = spreadOf(values, centre, spread, factors);
        band.x.push_back(places[i]);
        band.centre.push_back(found.centre);
        band.low.push_back(found.low);
        band.high.push_back(found.high);
        band.count.push_back(static_cast<std::uint32_t>(values.size()));
    }
    return band;
}

Difference differenceTo(const Line& line, const Line& baseline) {
    Difference difference;
    Walker walker(baseline);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double there = walker.at(line.x()[i]);
        if (std::isnan(there))
            continue;
        difference.x.push_back(line.x()[i]);
        difference.y.push_back(line.y()[i] - there);
    }
    return difference;
}

}  // namespace podium::series
