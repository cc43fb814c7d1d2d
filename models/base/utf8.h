// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace podium::base {

/// True if the bytes are well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// The bytes with every malformed sequence replaced by U+FFFD, so that what is stored and shown is
/// always UTF-8.
[[nodiscard]] std::string toUtf8(std::string_view bytes);

}  // namespace podium::base
