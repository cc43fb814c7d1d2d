// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/histogram.h"

#include "analysis/axes.h"
#include "analysis/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium::analysis {

namespace {

/// Up to this size every whole number is a double, and so is its half.
constexpr double GreatestWhole = 1e15;

bool binned(double value, const HistogramOptions& options) {
    return std::isfinite(value) && (!options.logarithmic || value > 0) &&
           (!options.range || (value >= options.range->first && value <= options.range->second));
}

/// What is binned, as logarithms if need be; sorted.
std::vector<double> usable(std::span<const double> values, const HistogramOptions& options) {
    std::vector<double> sorted;
    for (const double value : values) {
        if (binned(value, options))
            sorted.push_back(options.logarithmic ? std::log10(value) : value);
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

bool allWhole(std::span<const double> sorted) {
    return std::all_of(sorted.begin(), sorted.end(), [](double value) {
        return std::abs(value) <= GreatestWhole && std::floor(value) == value;
    });
}

/// How many bins the rule wants over the span, which is positive.
std::size_t wantedBins(std::span<const double> sorted, double span, BinRule& rule) {
    const auto n = static_cast<double>(sorted.size());
    const double quartiles = sortedQuantile(sorted, 0.75) / 2 - sortedQuantile(sorted, 0.25) / 2;
    const double width = 2 * (2 * quartiles / std::cbrt(n));
    if (width > 0) {
        rule = BinRule::FreedmanDiaconis;
        return static_cast<std::size_t>(std::clamp(std::ceil(span / width), 1.0, 1e6));
    }
    rule = BinRule::Sturges;
    return static_cast<std::size_t>(std::ceil(std::log2(n))) + 1;
}

std::vector<double> edgesApart(double low, double high, double step) {
    std::vector<double> edges;
    const double first = std::floor(low / step);
    const double last = std::max(std::ceil(high / step), first + 1);
    for (double i = first; i <= last; ++i)
        edges.push_back(i * step);
    // Division rounds: the ends hold the values all the same. And what is round may be infinite.
    constexpr double Greatest = std::numeric_limits<double>::max();
    edges.front() = std::max(std::min(edges.front(), low), -Greatest);
    edges.back() = std::min(std::max(edges.back(), high), Greatest);
    return edges;
}

std::vector<double> halfEdges(double low, double high) {
    std::vector<double> edges;
    for (double edge = low - 0.5; edge <= high + 0.5; ++edge)
        edges.push_back(edge);
    return edges;
}

/// One bin around a constant, with room for it to be seen.
std::vector<double> aroundConstant(double value, bool whole, bool logarithmic) {
    if (whole)
        return {value - 0.5, value + 0.5};
    const double half = logarithmic ? 0.25 : value == 0 ? 0.5 : std::abs(value) * 0.05;
    constexpr double Greatest = std::numeric_limits<double>::max();
    return {std::max(value - half, -Greatest), std::min(value + half, Greatest)};
}

/// About `wanted` bins, `most` at most, between round edges.
std::vector<double> roundEdges(double low, double high, std::size_t wanted, std::size_t most,
                               bool whole) {
    for (std::size_t bins = std::clamp<std::size_t>(wanted, 1, most);; bins = (bins + 1) / 2) {
        double step = niceStep(high - low, bins);
        if (whole)
            step = std::max(1.0, std::floor(step));
        std::vector<double> edges = edgesApart(low, high, step);
        if (edges.size() <= most + 1)
            return edges;
        if (bins == 1)
            return {edges.front(), edges.back()};
    }
}

/// Equal parts of what is wider than the greatest double.
std::vector<double> equalEdges(double low, double high, std::size_t bins) {
    std::vector<double> edges;
    for (std::size_t i = 0; i <= bins; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(bins);
        edges.push_back(low * (1 - part) + high * part);
    }
    return edges;
}

std::vector<double> edgesOf(std::span<const double> sorted, const HistogramOptions& options,
                            BinRule& rule) {
    constexpr std::size_t MostWhole = 40;
    const double low = sorted.front();
    const double high = sorted.back();
    const double span = high - low;
    const bool whole = !options.logarithmic && allWhole(sorted);
    const std::size_t most = std::max<std::size_t>(options.mostBins, 1);
    rule = BinRule::Whole;
    if (whole && options.bins == 0 && span < static_cast<double>(std::min(most, MostWhole)))
        return halfEdges(low, high);
    rule = BinRule::Given;
    std::size_t wanted = options.bins;
    if (wanted == 0)
        wanted = wantedBins(sorted, std::min(span, std::numeric_limits<double>::max()), rule);
    // Rounding alone is no spread: there are not enough doubles between such ends.
    if (span <= std::max(std::abs(low), std::abs(high)) * 1e-12)
        return aroundConstant(low + span / 2, whole && span == 0, options.logarithmic);
    if (!std::isfinite(span))
        return equalEdges(low, high, std::clamp<std::size_t>(wanted, 1, most));
    return roundEdges(low, high, wanted, most, whole);
}

/// Keeps what is outside of the range outside of the bins.
void clipTo(std::pair<double, double> range, std::vector<double>& edges) {
    if (range.first > edges.front() && range.first < edges[1])
        edges.front() = range.first;
    if (range.second < edges.back() && range.second > edges[edges.size() - 2])
        edges.back() = range.second;
}

}  // namespace

Bins binsOf(std::span<const double> values, const HistogramOptions& options) {
    Bins bins;
    bins.logarithmic = options.logarithmic;
    const std::vector<double> sorted = usable(values, options);
    if (sorted.empty())
        return bins;
    bins.edges = edgesOf(sorted, options, bins.rule);
    if (options.logarithmic) {
        for (double& edge : bins.edges)
            edge = std::clamp(std::pow(10.0, edge), std::numeric_limits<double>::denorm_min(),
                              std::numeric_limits<double>::max());
        // A power of a logarithm may differ in the last digit from what it was made of.
        for (const double value : values) {
            if (binned(value, options)) {
                bins.edges.front() = std::min(bins.edges.front(), value);
                bins.edges.back() = std::max(bins.edges.back(), value);
            }
        }
    }
    if (options.range)
        clipTo(*options.range, bins.edges);
    return bins;
}

std::uint64_t Histogram::counted() const {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

Histogram histogramOf(std::span<const double> values, const Bins& bins) {
    Histogram histogram;
    const std::vector<double>& edges = bins.edges;
    histogram.counts.resize(edges.empty() ? 0 : edges.size() - 1);
    for (const double value : values) {
        if (std::isnan(value)) {
            ++histogram.missing;
        } else if (std::isinf(value)) {
            ++histogram.infinite;
        } else if (bins.logarithmic && value <= 0) {
            ++histogram.nonPositive;
        } else if (edges.empty() || value < edges.front()) {
            ++histogram.below;
        } else if (value > edges.back()) {
            ++histogram.above;
        } else {
            const auto above = std::upper_bound(edges.begin(), edges.end(), value);
            const auto bin = std::min<std::ptrdiff_t>(above - edges.begin() - 1,
                                                      std::ssize(histogram.counts) - 1);
            ++histogram.counts[static_cast<std::size_t>(bin)];
        }
    }
    return histogram;
}

}  // namespace podium::analysis
