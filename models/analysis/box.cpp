// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/box.h"

#include "analysis/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace podium::analysis {

namespace {

constexpr double NotchFactor = 1.57;

void fences(Box& box, std::span<const std::pair<double, std::uint32_t>> sorted, double reach) {
    // Halves, so that the distance of the greatest doubles is one too.
    const double half = box.upperQuartile / 2 - box.lowerQuartile / 2;
    const double low = box.lowerQuartile - reach * half - reach * half;
    const double high = box.upperQuartile + reach * half + reach * half;
    box.lowerWhisker = box.max;
    box.upperWhisker = box.min;
    for (const auto& [value, position] : sorted) {
        if (value < low || value > high) {
            box.outliers.push_back(position);
            continue;
        }
        box.lowerWhisker = std::min(box.lowerWhisker, value);
        box.upperWhisker = std::max(box.upperWhisker, value);
    }
    const double notch = NotchFactor * 2 * (half / std::sqrt(static_cast<double>(sorted.size())));
    box.notchLow = box.median - notch;
    box.notchHigh = box.median + notch;
}

}  // namespace

Box boxOf(std::span<const double> values, double reach) {
    std::vector<std::pair<double, std::uint32_t>> sorted;
    Box box;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]))
            sorted.emplace_back(values[i], static_cast<std::uint32_t>(i));
        else
            ++(std::isnan(values[i]) ? box.missing : box.infinite);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> numbers;
    numbers.reserve(sorted.size());
    for (const auto& entry : sorted)
        numbers.push_back(entry.first);
    const Spread spread = spreadOf(numbers);
    box.n = numbers.size();
    box.mean = spread.mean;
    box.deviation = spread.deviation;
    box.lowerQuartile = sortedQuantile(numbers, 0.25);
    box.median = sortedQuantile(numbers, 0.5);
    box.upperQuartile = sortedQuantile(numbers, 0.75);
    box.min = box.max = box.lowerWhisker = box.upperWhisker = box.notchLow = box.notchHigh = NaN;
    if (numbers.empty())
        return box;
    box.min = numbers.front();
    box.max = numbers.back();
    fences(box, sorted, reach);
    return box;
}

}  // namespace podium::analysis
