// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"

#include <cmath>
#include <limits>

namespace podium::series {

Reductions reduce(std::span<const domain::MetricPoint> points) {
    Reductions out;
    out.last = points.front();
    out.first = points.front().value;
    out.minStep = out.maxStep = points.front().step;
    out.count = points.size();
    double min = std::numeric_limits<double>::infinity();
    double max = -min;
    // The wider type keeps the mean of a million small steps, or of a few huge values, right.
    long double sum = 0;
    bool any = false;
    for (const domain::MetricPoint& point : points) {
        if (domain::isLater(point, out.last))
            out.last = point;
        if (std::isnan(point.value)) {
            ++out.nanCount;
            continue;
        }
        if (!any || point.value < min) {
            min = point.value;
            out.minStep = point.step;
        }
        if (!any || point.value > max) {
            max = point.value;
            out.maxStep = point.step;
        }
        any = true;
        sum += static_cast<long double>(point.value);
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    out.min = any ? min : nan;
    out.max = any ? max : nan;
    out.mean =
        any ? static_cast<double>(sum / static_cast<long double>(out.count - out.nanCount)) : nan;
    return out;
}

Reductions latestOnly(const domain::MetricPoint& last) {
    constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();
    Reductions reductions;
    reductions.last = last;
    reductions.first = reductions.min = reductions.max = reductions.mean = Unknown;
    return reductions;
}

}  // namespace podium::series
