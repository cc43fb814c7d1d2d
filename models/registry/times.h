// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <string>

namespace podium::registry {

/// "2026-03-01T09:30:00.000Z".
[[nodiscard]] std::string isoTime(base::Millis at);
/// "20260301T093000000Z", as in the keys of events.
[[nodiscard]] std::string compactTime(base::Millis at);

}  // namespace podium::registry
