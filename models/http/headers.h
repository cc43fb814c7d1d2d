// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connection.h"

#include <string_view>
#include <vector>

namespace podium::http {

/// Names of headers are equal whatever the case of their letters.
[[nodiscard]] bool sameName(std::string_view one, std::string_view other);

/// The first value under that name, empty if there is none.
[[nodiscard]] std::string_view valueOf(const std::vector<Header>& headers, std::string_view name);

}  // namespace podium::http
