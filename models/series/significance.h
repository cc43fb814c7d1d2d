// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace podium::series {

/// What came of comparing two means. NaN where there are too few values.
struct TTest {
    double t = 0;
    double freedom = 0;
    double p = 0;  // two-sided: how often chance alone gives a difference at least as large
};

/// Welch's t-test of two independent samples whose spreads may differ; the degrees of freedom are
/// Welch and Satterthwaite's. Each sample needs two values. Samples without any spread differ
/// surely (p = 0) or not at all (p = 1).
[[nodiscard]] TTest welchTest(std::span<const double> a, std::span<const double> b);

/// The paired t-test: a[i] and b[i] were made under one condition, e.g. the same random seed. Both
/// have the same length, at least two.
[[nodiscard]] TTest pairedTest(std::span<const double> a, std::span<const double> b);

}  // namespace podium::series
