// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium::series {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

/// The continued fraction of the incomplete beta function, by Lentz's method.
double betaFraction(double a, double b, double x) {
    constexpr double Tiny = 1e-300;
    constexpr int MostTerms = 10'000;
    const auto guarded = [](double value) { return std::abs(value) < Tiny ? Tiny : value; };
    double c = 1;
    double d = 1 / guarded(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= MostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / guarded(1 + even * d);
        c = guarded(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / guarded(1 + odd * d);
        c = guarded(1 + odd / c);
        const double factor = d * c;
        fraction *= factor;
        if (std::abs(factor - 1) < 1e-15)
            break;
    }
    return fraction;
}

}  // namespace

double incompleteBeta(double a, double b, double x) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    // The fraction converges fast on one side of the mean only.
    if (x < (a + 1) / (a + b + 2))
        return front * betaFraction(a, b, x) / a;
    return 1 - front * betaFraction(b, a, 1 - x) / b;
}

Sample sampleOf(std::span<const double> values) {
    Sample sample{values.size(), NaN, NaN};
    if (values.empty())
        return sample;
    double sum = 0;
    for (const double value : values)
        sum += value;
    const auto n = static_cast<double>(values.size());
    sample.mean = sum / n;
    if (values.size() < 2)
        return sample;
    double squares = 0;
    for (const double value : values)
        squares += (value - sample.mean) * (value - sample.mean);
    sample.deviation = std::sqrt(squares / (n - 1));
    return sample;
}

double quantile(std::span<const double> sorted, double q) {
    if (sorted.empty())
        return NaN;
    const double rank = std::clamp(q, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double studentCdf(double t, double freedom) {
    const double tail = incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
    return t > 0 ? 1 - tail : tail;
}

double studentTwoSided(double level, double freedom) {
    const double wanted = 1 - (1 - level) / 2;
    double low = 0;
    double high = 1;
    while (studentCdf(high, freedom) < wanted && high < 1e12)
        high *= 2;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high)
            break;
        (studentCdf(middle, freedom) < wanted ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

}  // namespace podium::series
