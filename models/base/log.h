// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace podium::base {

enum class LogLevel { Debug, Info, Warning, Error };

/// Where log lines go; set once by the composition before any thread starts. Lines never hold
/// secrets.
void setLogSink(std::function<void(LogLevel, std::string_view)> sink);

/// Writes one line; thread safe; does nothing while no sink is set.
void log(LogLevel level, std::string_view line);

}  // namespace podium::base
