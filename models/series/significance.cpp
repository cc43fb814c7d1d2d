// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/significance.h"

#include "series/statistics.h"

#include <cmath>
#include <limits>
#include <vector>

namespace podium::series {

namespace {

constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();

TTest testOf(double difference, double error, double freedom) {
    if (!std::isfinite(difference) || !std::isfinite(error))
        return {Nothing, Nothing, Nothing};
    if (error == 0) {
        const bool same = difference == 0;
        const double t =
            same ? 0 : std::copysign(std::numeric_limits<double>::infinity(), difference);
        return {t, freedom, same ? 1.0 : 0.0};
    }
    const double t = difference / error;
    return {t, freedom, 2 * studentCdf(-std::abs(t), freedom)};
}

}  // namespace

TTest welchTest(std::span<const double> a, std::span<const double> b) {
    if (a.size() < 2 || b.size() < 2)
        return {Nothing, Nothing, Nothing};
    const Sample first = sampleOf(a);
    const Sample second = sampleOf(b);
    const auto count = [](const Sample& sample) { return static_cast<double>(sample.count); };
    const double u = first.deviation * first.deviation / count(first);
    const double v = second.deviation * second.deviation / count(second);
    const double pooled = count(first) + count(second) - 2;
    const double freedom =
        u + v > 0 ? (u + v) * (u + v) / (u * u / (count(first) - 1) + v * v / (count(second) - 1))
                  : pooled;
    return testOf(first.mean - second.mean, std::sqrt(u + v), freedom);
}

TTest pairedTest(std::span<const double> a, std::span<const double> b) {
    if (a.size() != b.size() || a.size() < 2)
        return {Nothing, Nothing, Nothing};
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i)
        differences.push_back(a[i] - b[i]);
    const Sample sample = sampleOf(differences);
    const auto n = static_cast<double>(sample.count);
    return testOf(sample.mean, sample.deviation / std::sqrt(n), n - 1);
}

}  // namespace podium::series
