// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

/// Columns such as run tables have, the bad ones included; the same seed gives the same column.
namespace podium::test {

constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Greatest = std::numeric_limits<double>::max();

/// `count` values: ties, a constant, whole numbers, many decades, infinities, the greatest doubles
/// and missing ones, as the seed has it.
inline std::vector<double> randomColumn(std::uint64_t seed, std::size_t count) {
    std::mt19937_64 random(seed);
    const auto kind = random() % 6;
    const auto missing = random() % 3 == 0 ? 5 : 0;
    const bool extreme = random() % 4 == 0;
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double unit = static_cast<double>(random() % 1'000'000) / 1e6;
        double value = kind == 0   ? 3.5
                       : kind == 1 ? static_cast<double>(random() % 5)
                       : kind == 2 ? std::pow(10.0, unit * 12 - 6)
                       : kind == 3 ? static_cast<double>(random() % 1000) - 500
                                   : unit * 2 - 1;
        if (extreme && random() % 7 == 0)
            value = random() % 2 == 0 ? Infinity : random() % 2 == 0 ? -Greatest : 1e308;
        if (missing > 0 && random() % 5 == 0)
            value = NaN;
        values.push_back(value);
    }
    return values;
}

}  // namespace podium::test
