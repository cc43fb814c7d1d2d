// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace podium::base {

/// Milliseconds since the epoch, UTC: the unit of every time in MLflow's stores.
using Millis = std::int64_t;

/// Gives "now"; injected so that a test decides what time it is.
using Clock = std::function<Millis()>;

/// The machine's own clock.
[[nodiscard]] Clock systemClock();

}  // namespace podium::base
