// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/direction.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium::items {

using query::ColumnKind;
using query::Reduction;

Direction columnDirection(const query::ColumnKey& key, const session::MetricRules* rules) {
    if (key.kind != ColumnKind::Metric || key.reduction == Reduction::Count ||
        key.reduction == Reduction::First || key.reduction == Reduction::Slope) {
        return Direction::Unknown;
    }
    if (key.reduction == Reduction::TimeTo)
        return Direction::Lower;
    const Direction guess = rules != nullptr ? rules->direction(key.key) : guessDirection(key.key);
    if (guess != Direction::Unknown)
        return guess;
    if (key.reduction == Reduction::Min)
        return Direction::Lower;
    return key.reduction == Reduction::Max ? Direction::Higher : Direction::Unknown;
}

double bestValue(const query::NumberColumn& column, std::span<const std::uint32_t> rows,
                 Direction direction) {
    constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();
    if (direction == Direction::Unknown)
        return Nothing;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const std::uint32_t row : rows) {
        const double value = column.values[row];
        if (!column.present.test(row) || !std::isfinite(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (!(low < high))
        return Nothing;
    return direction == Direction::Lower ? low : high;
}

}  // namespace podium::items
