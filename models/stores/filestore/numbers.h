// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// Numbers as Python's float() and int() read them (docs.python.org, "Built-in Functions"): that is
/// what MLflow applies to a metric line. Never depends on a locale.
namespace podium::stores::filestore {

/// Signs, "inf"/"infinity"/"nan" in any case, "1_000.0", "1.", ".5", "1e-07"; beyond the range of
/// a double: infinity or zero, as in Python. Nothing for anything else (no hexadecimal, no blanks).
[[nodiscard]] std::optional<double> pythonFloat(std::string_view text);

/// A decimal integer with optional sign and "_" between digits. Also a finite float within the
/// range, cut towards zero: old and foreign writers put float timestamps where int() would fail.
[[nodiscard]] std::optional<std::int64_t> pythonInteger(std::string_view text);

}  // namespace podium::stores::filestore
