// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace podium::artifacts {

/// How signs of a text are to look, beyond their plain colour.
enum class TextStyle {
    Plain,
    Strong,  // bold
    Faint,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    Grey,
    Keyword,
    Literal,
    Number,
    Comment,
    Name  // of code
};

struct StyledPart {
    std::size_t begin = 0;  // code units in the text
    std::size_t length = 0;
    TextStyle style = TextStyle::Plain;
    friend bool operator==(const StyledPart&, const StyledPart&) = default;
};

/// A row of a terminal's output: the text without its control sequences, and the colours they
/// meant (ECMA-48's SGR; of 256 and true colours the nearest of the eight). Other sequences are
/// left out. A carriage return begins the row anew, as progress bars do it.
struct AnsiRow {
    std::u16string text;
    std::vector<StyledPart> parts;
};
[[nodiscard]] AnsiRow readAnsi(std::u16string_view row);

/// The text without its control sequences.
[[nodiscard]] std::string withoutAnsi(std::string_view text);

}  // namespace podium::artifacts
