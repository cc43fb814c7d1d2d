// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/pareto.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace podium::analysis {

namespace {

using Points = std::vector<std::uint32_t>;

/// A value turned so that lower is better.
double cost(const Objective& objective, std::uint32_t point) {
    const double value = objective.values[point];
    return objective.better == Better::Lower ? value : -value;
}

Points complete(std::span<const Objective> objectives) {
    Points points;
    const std::size_t count = objectives.empty() ? 0 : objectives.front().values.size();
    for (std::uint32_t i = 0; i < count; ++i) {
        if (std::none_of(objectives.begin(), objectives.end(), [&](const Objective& objective) {
                return std::isnan(objective.values[i]);
            }))
            points.push_back(i);
    }
    return points;
}

void sortByCosts(Points& points, std::span<const Objective> objectives) {
    std::sort(points.begin(), points.end(), [&](std::uint32_t a, std::uint32_t b) {
        for (const Objective& objective : objectives) {
            const double left = cost(objective, a);
            const double right = cost(objective, b);
            if (left < right || right < left)
                return left < right;
        }
        return a < b;
    });
}

bool beats(std::span<const Objective> objectives, std::uint32_t a, std::uint32_t b) {
    bool better = false;
    for (const Objective& objective : objectives) {
        const double left = cost(objective, a);
        const double right = cost(objective, b);
        if (left > right)
            return false;
        better = better || left < right;
    }
    return better;
}

bool same(std::span<const Objective> objectives, std::uint32_t a, std::uint32_t b) {
    return std::none_of(objectives.begin(), objectives.end(), [&](const Objective& objective) {
        return cost(objective, a) < cost(objective, b) || cost(objective, b) < cost(objective, a);
    });
}

/// Points come best first in the first objective: one is beaten iff the best second objective so
/// far is as good, unless it equals the point that had it.
Points planarFront(const Points& sorted, std::span<const Objective> objectives) {
    Points front;
    for (const std::uint32_t point : sorted) {
        if (front.empty() || cost(objectives[1], point) < cost(objectives[1], front.back()) ||
            same(objectives, point, front.back()))
            front.push_back(point);
    }
    return front;
}

/// A point can be beaten only by one that is sorted before it, and then also by one of the front.
Points widerFront(const Points& sorted, std::span<const Objective> objectives,
                  const std::stop_token& stop) {
    Points front;
    for (const std::uint32_t point : sorted) {
        if (stop.stop_requested())
            return {};
        if (std::none_of(front.begin(), front.end(),
                         [&](std::uint32_t other) { return beats(objectives, other, point); }))
            front.push_back(point);
    }
    return front;
}

}  // namespace

ParetoFront paretoFront(std::span<const Objective> objectives, std::stop_token stop) {
    ParetoFront result;
    Points points = complete(objectives);
    if (objectives.empty())
        return result;
    result.missing = objectives.front().values.size() - points.size();
    sortByCosts(points, objectives);
    result.points = objectives.size() == 2 ? planarFront(points, objectives)
                                           : widerFront(points, objectives, stop);
    return result;
}

}  // namespace podium::analysis
