// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string_view>

/// Times and durations as a person writes them in a filter, in milliseconds.
namespace podium::query {

/// A stretch of time: a whole day for "2026-03-01", a minute for "2026-03-01 12:00", a
/// millisecond for a moment. `end` is behind it.
struct TimeSpan {
    base::Millis begin = 0;
    base::Millis end = 0;

    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Reads `YYYY-MM-DD`, with ` ` or `T` and `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm` behind it, and
/// `Z` or `+HH:MM` after that. Without a zone it is a time of this computer's zone. Nothing for a
/// date that does not exist.
[[nodiscard]] std::optional<TimeSpan> readTime(std::string_view text);

/// "now", "today", "yesterday", in any case.
[[nodiscard]] std::optional<TimeSpan> namedTime(std::string_view word, base::Millis now);

/// Reads `2h`, `1.5d`, `1h30min`; milliseconds.
[[nodiscard]] std::optional<double> readDuration(std::string_view text);

/// The milliseconds of a unit: ms, s, min, h, d, w and their longer names (`seconds`, `day` ...),
/// months of 30 and years of 365 days.
[[nodiscard]] std::optional<double> durationUnit(std::string_view word);

}  // namespace podium::query
