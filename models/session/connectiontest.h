// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connection.h"

#include <functional>
#include <stop_token>
#include <string>

namespace podium::session {

/// Tries a connection out, step by step; nothing of it is kept. `told` gets each step as it is
/// known, on the calling thread. Blocks, so it belongs on a worker; ends at once on a stop.
/// Returns whether somebody could work with this server.
[[nodiscard]] base::Result<bool> testConnection(const std::string& source,
                                                const ConnectionSettings& settings,
                                                const std::optional<http::Credentials>& credentials,
                                                const http::Environment& environment,
                                                const std::function<void(const TestResult&)>& told,
                                                std::stop_token stop);

}  // namespace podium::session
