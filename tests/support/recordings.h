// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <string>

namespace podium::tests {

/// Answers as a real server answered, from tests/data/http/<name>.json.gz ("1.26", "2.17", "3.11",
/// "2.17-basic-auth", "3.11-basic-auth"): the exchange of equal method, path, query (in any order),
/// JSON body and user. Several equal ones are given one after the other, the last of them again and
/// again. What was never recorded is 501 with the text "not recorded: …".
[[nodiscard]] HttpServer::Handler recordedServer(const std::string& name);

}  // namespace podium::tests
