// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace podium::stores {

/// JSON as Python writes it, made valid: the bare words NaN, Infinity and -Infinity become texts,
/// escapes of half a surrogate pair and malformed UTF-8 become U+FFFD. Everything else stays.
[[nodiscard]] std::string madeValid(std::string_view text);

}  // namespace podium::stores
