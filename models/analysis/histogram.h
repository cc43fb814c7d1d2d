// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace podium::analysis {

enum class BinRule : std::uint8_t {
    FreedmanDiaconis,  // width 2 * IQR / cbrt(n)
    Sturges,           // log2(n) + 1 bins: where the inner half of the values has no spread
    Whole,             // whole numbers, few of them: one bin each, edges at the halves
    Given,             // as many as were asked for
};

struct HistogramOptions {
    std::size_t bins = 0;  // about so many; 0: by the rule
    std::size_t mostBins = 100;
    bool logarithmic = false;  // bins of equal width in log10; values <= 0 have none
    std::optional<std::pair<double, double>> range;  // bins only for what lies in it
};

struct Bins {
    std::vector<double> edges;  // rising, one more than bins; empty if there is no value to bin
    BinRule rule = BinRule::FreedmanDiaconis;
    bool logarithmic = false;
};

/// Edges on round numbers (1, 2, 2.5 or 5 times a power of ten apart; on a logarithmic scale in the
/// exponent) that hold all values, or those in the range. The rules: Freedman and Diaconis 1981,
/// Sturges 1926. A constant gets one bin around it.
[[nodiscard]] Bins binsOf(std::span<const double> values, const HistogramOptions& options = {});

struct Histogram {
    std::vector<std::uint64_t> counts;  // one for each bin
    std::uint64_t below = 0;            // under the first edge, of these on a logarithmic scale ...
    std::uint64_t nonPositive = 0;      // ... those <= 0 are here instead
    std::uint64_t above = 0;            // over the last edge
    std::uint64_t infinite = 0;
    std::uint64_t missing = 0;  // NaN

    [[nodiscard]] std::uint64_t counted() const;
    friend bool operator==(const Histogram&, const Histogram&) = default;
};

/// A value on an edge is in the bin above it, on the last edge in the last bin. Histograms of
/// groups share the bins of all values.
[[nodiscard]] Histogram histogramOf(std::span<const double> values, const Bins& bins);

}  // namespace podium::analysis
