// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packed.h"

#include <cstdint>
#include <optional>

/// Numbers of a history that its reductions do not hold. Nothing where a history has no such
/// number.
namespace podium::series {

/// The mean of the last `count` observations by step and time, NaN left out (NaN if nothing is
/// left).
[[nodiscard]] std::optional<double> meanOfLast(const Columns& history, std::size_t count);

/// The value at a step, the latest if there are several.
[[nodiscard]] std::optional<double> valueAtStep(const Columns& history, std::int64_t step);

/// The latest value at the step, or at the last one before it.
[[nodiscard]] std::optional<double> valueUntilStep(const Columns& history, std::int64_t step);

/// Which side of a threshold counts as having reached it.
enum class Reach { FromFirst, AtMost, AtLeast };

/// The time of the first observation, in order of time, that has reached the threshold. With
/// FromFirst it is reached from the side on which the first observation stands.
[[nodiscard]] std::optional<base::Millis> timeOfReaching(const Columns& history, double threshold,
                                                         Reach reach);

/// Change per step by least squares over the last `count` observations by step and time; 0: over
/// the last tenth, two at least. What is not finite is left out.
[[nodiscard]] std::optional<double> slopeOfLast(const Columns& history, std::size_t count);

}  // namespace podium::series
