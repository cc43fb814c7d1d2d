// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace podium::items {

/// Which way a metric gets better.
enum class Direction : std::uint8_t { Unknown, Lower, Higher };

/// A guess from the words of a metric's name: "val_loss", "RMSE" go down; "accuracy", "auc", "f1"
/// go up. The last telling word counts.
[[nodiscard]] Direction guessDirection(std::string_view metric);

/// The direction of a column: the name's guess; where that tells nothing a minimum is taken for
/// better lower, a maximum for better higher. Unknown for counts, firsts and for what is no metric.
[[nodiscard]] Direction columnDirection(const query::ColumnKey& key);

/// The best value among rows of a metric column, NaN if there is none or if nothing stands out
/// (fewer than two values, or all the same).
[[nodiscard]] double bestValue(const query::NumberColumn& column,
                               std::span<const std::uint32_t> rows, Direction direction);

}  // namespace podium::items
