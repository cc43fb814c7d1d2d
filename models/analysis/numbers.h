// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

/// Statistics that hold up to the greatest doubles, whose sums and differences are infinite.
namespace podium::analysis {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

/// A power of two that brings all values (finite) to at most 1/n in size: dividing by it loses no
/// digit, and sums of squares stay finite. 1 for what needs none.
[[nodiscard]] inline double scaleOf(std::span<const double> values) {
    double greatest = 0;
    for (const double value : values)
        greatest = std::max(greatest, std::abs(value));
    if (greatest < 1e100 && (greatest > 1e-100 || greatest == 0))
        return 1;
    return std::ldexp(1.0, std::clamp(std::ilogb(greatest), -1000, 1000));
}

struct Spread {
    double mean = NaN;
    double deviation = NaN;  // with n - 1
};

/// Of finite values.
[[nodiscard]] inline Spread spreadOf(std::span<const double> values) {
    const double scale = scaleOf(values);
    if (scale == 1) {
        const series::Sample sample = series::sampleOf(values);
        return {sample.mean, sample.deviation};
    }
    const auto n = static_cast<double>(values.size());
    double mean = 0;
    for (const double value : values)
        mean += value / scale / n;
    double squares = 0;
    for (const double value : values)
        squares += (value / scale - mean) * (value / scale - mean);
    return {mean * scale, values.size() < 2 ? NaN : std::sqrt(squares / (n - 1)) * scale};
}

/// series::quantile() of finite sorted values, also where their distance is no double.
[[nodiscard]] inline double sortedQuantile(std::span<const double> sorted, double q) {
    if (sorted.empty() || std::isfinite(sorted.back() - sorted.front()))
        return series::quantile(sorted, q);
    const double rank = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = rank - static_cast<double>(below);
    return sorted[below] * (1 - part) + sorted[above] * part;
}

}  // namespace podium::analysis
