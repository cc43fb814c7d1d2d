// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <cstdint>
#include <string>

/// Between the parts of the test server.
namespace podium::tests {

/// Status line and headers, with how the body is framed. `toHead`: the answer to a HEAD.
[[nodiscard]] std::string headOf(const HttpReply& reply, bool toHead);
[[nodiscard]] bool hasBody(const HttpReply& reply, bool toHead);
[[nodiscard]] std::int64_t bodySize(const HttpReply& reply);

/// Takes a whole request off the front; false if there is none yet.
bool takeRequest(std::string& bytes, HttpRequest& request);

}  // namespace podium::tests
