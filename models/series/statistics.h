// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace podium::series {

/// Numbers of a sample. NaN where a sample is too small to have one.
struct Sample {
    std::size_t count = 0;
    double mean = 0;
    double deviation = 0;  // with n - 1; NaN below two values
};

[[nodiscard]] Sample sampleOf(std::span<const double> values);

/// The quantile of sorted values by linear interpolation between ranks (R's type 7, NumPy's
/// default); `q` in [0, 1]. NaN for no values.
[[nodiscard]] double quantile(std::span<const double> sorted, double q);

/// The regularised incomplete beta function I_x(a, b): the part of Beta(a, b) up to x. a, b > 0.
[[nodiscard]] double incompleteBeta(double a, double b, double x);

/// P(T <= t) of Student's distribution with `freedom` > 0 degrees.
[[nodiscard]] double studentCdf(double t, double freedom);

/// The t with P(-t <= T <= t) = `level`, e.g. 0.95: 12.706 for 1 degree, 1.960 for very many.
[[nodiscard]] double studentTwoSided(double level, double freedom);

}  // namespace podium::series
