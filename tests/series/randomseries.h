// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/series.h"

#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <vector>

/// Series such as stores hold, the bad ones included; the same seed gives the same series.
namespace podium::test {

constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

inline std::vector<domain::MetricPoint> randomPoints(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto chance = [&](unsigned oneIn) { return oneIn > 0 && random() % oneIn == 0; };
    const auto pick = [&](auto... values) {
        const std::array all = {values...};
        return all[random() % all.size()];
    };
    const std::size_t count = random() % pick(3U, 20U, 300U, 5000U, 20'000U);
    const unsigned nan = pick(0U, 0U, 7U, 2U, 100U);
    const unsigned infinite = pick(0U, 0U, 50U, 9U);
    const unsigned disorder = pick(0U, 0U, 5U, 40U);
    const std::int64_t stride = pick(0, 1, 1, 3, 1000);
    const bool constant = chance(8);
    const double scale = std::pow(10.0, static_cast<double>(random() % 12) - 6);
    std::normal_distribution<double> noise;
    std::vector<domain::MetricPoint> points;
    std::int64_t step = static_cast<std::int64_t>(random() % 100) - 50;
    double level = noise(random);
    for (std::size_t i = 0; i < count; ++i) {
        level += constant ? 0 : noise(random) * 0.1;
        double value = level * scale;
        if (chance(nan))
            value = NaN;
        else if (chance(infinite))
            value = chance(2) ? Infinity : -Infinity;
        std::int64_t at = step;
        if (chance(disorder))
            at -= static_cast<std::int64_t>(random() % 50);
        points.push_back({value, 1'700'000'000'000 + at * 100, at});
        step += chance(3) ? 0 : stride;
    }
    return points;
}

}  // namespace podium::test
