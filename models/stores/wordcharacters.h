// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace podium::stores {

/// True if every character of UTF-8 text is one of `others` (ASCII) or what Python's `\w` means: a
/// letter or number of any script, or "_". False for what is no UTF-8.
[[nodiscard]] bool isMadeOfWords(std::string_view text, std::string_view others);

}  // namespace podium::stores
