// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Texts made harmless for the place where they are put. UTF-8 in, UTF-8 out; every one leaves one
/// line (line ends become blanks) except csvField, whose quotes keep them.
namespace podium::items {

/// A field of a CSV line (RFC 4180): in quotes where it has to be.
[[nodiscard]] std::string csvField(std::string_view text);
/// A text that may stand in a cell of a TSV line: nothing reads quotes there.
[[nodiscard]] std::string tsvField(std::string_view text);
/// A text that Markdown (GitHub's tables) shows as it is, whatever marks it has.
[[nodiscard]] std::string markdownText(std::string_view text);
/// A text that LaTeX prints as it is: all ten special characters, and those that the old font
/// encoding turns into others (< > | and doubled signs).
[[nodiscard]] std::string latexText(std::string_view text);
/// A text between tags or in a quoted attribute of HTML.
[[nodiscard]] std::string htmlText(std::string_view text);
/// A text in double quotes that JSON and Python both read back.
[[nodiscard]] std::string jsonText(std::string_view text);

}  // namespace podium::items
