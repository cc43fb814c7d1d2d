// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/direction.h"
#include "query/frame.h"
#include "session/metricrules.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace podium::items {

using query::Direction;
using query::guessDirection;

/// The direction of a column: the name's guess; where that tells nothing a minimum is taken for
/// better lower, a maximum for better higher. Unknown for counts, firsts, slopes and for what is no
/// metric. What a person said in the rules counts more than the name.
[[nodiscard]] Direction columnDirection(const query::ColumnKey& key,
                                        const session::MetricRules* rules = nullptr);

/// The best value among rows of a metric column, NaN if there is none or if nothing stands out
/// (fewer than two values, or all the same).
[[nodiscard]] double bestValue(const query::NumberColumn& column,
                               std::span<const std::uint32_t> rows, Direction direction);

}  // namespace podium::items
