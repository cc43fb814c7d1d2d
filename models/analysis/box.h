// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace podium::analysis {

/// Tukey's box plot of one group. Everything is NaN without a finite value.
struct Box {
    std::size_t n = 0;         // finite values, of which all else is reckoned
    std::size_t infinite = 0;  // left out
    std::size_t missing = 0;   // NaN, left out
    double min = 0;
    double lowerQuartile = 0;
    double median = 0;
    double upperQuartile = 0;
    double max = 0;
    double mean = 0;
    double deviation = 0;     // standard, with n - 1; NaN below two values
    double lowerWhisker = 0;  // the least value that is no outlier
    double upperWhisker = 0;  // the greatest
    double notchLow = 0;      // median -+ 1.57 * IQR / sqrt(n): if the notches of two boxes
    double notchHigh = 0;     // do not overlap, their medians differ (about 95 %)
    std::vector<std::uint32_t> outliers;  // positions in `values`, by value
};

/// Quartiles by linear interpolation between ranks (R's type 7, NumPy's default). Outliers lie more
/// than `reach` times the distance of the quartiles (IQR) outside of them (Tukey 1977); the notch
/// is that of McGill, Tukey and Larsen 1978.
[[nodiscard]] Box boxOf(std::span<const double> values, double reach = 1.5);

}  // namespace podium::analysis
