// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Letters as MLflow sees them: what Python's `re` takes for equal when it ignores case, and what
/// its str.islower() says. Texts are UTF-8; malformed bytes stand for themselves.
namespace podium::query {

/// A code point taken from the front of a text. A malformed byte gives itself, with length 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t position);

/// Two texts are equal without regard to case exactly if their folded texts are. One code point
/// stays one code point: "ß" and "SS" differ, "ß" and "ẞ", "K" and the Kelvin sign do not.
[[nodiscard]] std::string foldCase(std::string_view text);

/// At least one cased letter, and none of the cased letters upper or title case (str.islower()).
[[nodiscard]] bool isLower(std::string_view text);

/// White space in the sense of Python's `\s` for texts; the length in bytes, 0 if there is none at
/// this position.
[[nodiscard]] std::size_t spaceAt(std::string_view text, std::size_t position);

/// The text without white space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Letter, digit, underscore (Python's `\w`, roughly: beyond ASCII anything but blanks, dashes,
/// quotes, symbols); the length in bytes, 0 if it is none.
[[nodiscard]] std::size_t wordAt(std::string_view text, std::size_t position);

}  // namespace podium::query
