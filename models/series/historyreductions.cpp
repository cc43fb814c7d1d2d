// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/historyreductions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace podium::series {

namespace {

/// The observations in order of step and time; those of equal ones in the store's order.
std::vector<std::size_t> byStep(const Columns& history) {
    std::vector<std::size_t> order(history.values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto before = [&](std::size_t a, std::size_t b) {
        return history.steps[a] != history.steps[b] ? history.steps[a] < history.steps[b]
                                                    : history.times[a] < history.times[b];
    };
    if (!std::is_sorted(order.begin(), order.end(), before))
        std::stable_sort(order.begin(), order.end(), before);
    return order;
}

std::vector<std::size_t> lastOf(const Columns& history, std::size_t count) {
    std::vector<std::size_t> order = byStep(history);
    if (order.size() > count)
        order.erase(order.begin(), order.end() - static_cast<std::ptrdiff_t>(count));
    return order;
}

/// The latest observation among those whose step passes the test.
template <typename Test>
std::optional<double> latestWhere(const Columns& history, const Test& test) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < history.values.size(); ++i) {
        if (!test(history.steps[i]))
            continue;
        const bool later =
            !best || history.steps[i] > history.steps[*best] ||
            (history.steps[i] == history.steps[*best] && history.times[i] >= history.times[*best]);
        if (later)
            best = i;
    }
    return best ? std::optional(history.values[*best]) : std::nullopt;
}

}  // namespace

std::optional<double> meanOfLast(const Columns& history, std::size_t count) {
    if (history.values.empty())
        return std::nullopt;
    long double sum = 0;
    std::size_t counted = 0;
    for (const std::size_t i : lastOf(history, count)) {
        if (std::isnan(history.values[i]))
            continue;
        sum += static_cast<long double>(history.values[i]);
        ++counted;
    }
    if (counted == 0)
        return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(sum / static_cast<long double>(counted));
}

std::optional<double> valueAtStep(const Columns& history, std::int64_t step) {
    return latestWhere(history, [step](std::int64_t other) { return other == step; });
}

std::optional<double> valueUntilStep(const Columns& history, std::int64_t step) {
    return latestWhere(history, [step](std::int64_t other) { return other <= step; });
}

std::optional<base::Millis> timeOfReaching(const Columns& history, double threshold, Reach reach) {
    std::vector<std::size_t> order(history.values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return history.times[a] < history.times[b];
    });
    for (const std::size_t i : order) {
        const double value = history.values[i];
        if (std::isnan(value))
            continue;
        if (reach == Reach::FromFirst)
            reach = value > threshold ? Reach::AtMost : Reach::AtLeast;
        if (reach == Reach::AtMost ? value <= threshold : value >= threshold)
            return history.times[i];
    }
    return std::nullopt;
}

std::optional<double> slopeOfLast(const Columns& history, std::size_t count) {
    if (count == 0)
        count = std::max<std::size_t>(2, (history.values.size() + 9) / 10);
    std::vector<std::size_t> points = lastOf(history, count);
    std::erase_if(points, [&](std::size_t i) { return !std::isfinite(history.values[i]); });
    if (points.size() < 2)
        return std::nullopt;
    const auto n = static_cast<double>(points.size());
    // From the first step on, so that great steps lose no digits.
    const std::int64_t origin = history.steps[points.front()];
    const auto x = [&](std::size_t i) { return static_cast<double>(history.steps[i] - origin); };
    double meanX = 0;
    double meanY = 0;
    for (const std::size_t i : points) {
        meanX += x(i) / n;
        meanY += history.values[i] / n;
    }
    double products = 0;
    double squares = 0;
    for (const std::size_t i : points) {
        products += (x(i) - meanX) * (history.values[i] - meanY);
        squares += (x(i) - meanX) * (x(i) - meanX);
    }
    return squares > 0 ? std::optional(products / squares) : std::nullopt;
}

}  // namespace podium::series
