// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace podium::query {

/// Which way a metric gets better.
enum class Direction : std::uint8_t { Unknown, Lower, Higher };

/// A guess from the words of a metric's name: "val_loss", "RMSE" go down; "accuracy", "auc", "f1"
/// go up. The last telling word counts.
[[nodiscard]] Direction guessDirection(std::string_view metric);

}  // namespace podium::query
