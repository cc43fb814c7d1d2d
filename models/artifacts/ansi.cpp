// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/ansi.h"

#include <algorithm>
#include <array>

namespace podium::artifacts {

namespace {

constexpr char32_t Escape = 0x1B;
constexpr std::array Colours = {TextStyle::Grey,   TextStyle::Red,  TextStyle::Green,
                                TextStyle::Yellow, TextStyle::Blue, TextStyle::Magenta,
                                TextStyle::Cyan,   TextStyle::Plain};

/// Length of the sequence at the start of `text`, which begins with an escape; 0 if it is none.
template <typename Char>
std::size_t sequenceLength(std::basic_string_view<Char> text) {
    if (text.size() < 2)
        return text.size();
    if (text[1] == '[') {  // CSI: parameters, then a letter
        std::size_t at = 2;
        while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3F)
            ++at;
        return at < text.size() && text[at] >= 0x40 && text[at] <= 0x7E ? at + 1 : at;
    }
    if (text[1] == ']') {  // OSC: up to a bell or ESC backslash
        for (std::size_t at = 2; at < text.size() && at < 4096; ++at) {
            if (text[at] == 0x07)
                return at + 1;
            if (text[at] == Escape)
                return at + (at + 1 < text.size() && text[at + 1] == '\\' ? 2 : 0);
        }
        return 2;
    }
    return 2;
}

/// The nearest of the eight colours.
TextStyle nearest(int red, int green, int blue) {
    const int greatest = std::max({red, green, blue});
    if (greatest - std::min({red, green, blue}) < 48)
        return greatest < 96 ? TextStyle::Grey : TextStyle::Plain;
    const auto strong = [&](int part) { return part * 3 > greatest * 2 ? 1 : 0; };
    return Colours[static_cast<std::size_t>(strong(red) + 2 * strong(green) + 4 * strong(blue))];
}

TextStyle ofPalette(int index) {
    if (index < 8)
        return Colours[static_cast<std::size_t>(index)];
    if (index < 16)
        return Colours[static_cast<std::size_t>(index - 8)];
    if (index >= 232)
        return index < 243 ? TextStyle::Grey : TextStyle::Plain;
    const int cube = index - 16;
    return nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
}

/// The state that SGR parameters leave: a colour, else bold or faint.
struct Look {
    TextStyle colour = TextStyle::Plain;
    bool strong = false;
    bool faint = false;

    [[nodiscard]] TextStyle style() const {
        if (colour != TextStyle::Plain)
            return colour;
        return strong ? TextStyle::Strong : faint ? TextStyle::Faint : TextStyle::Plain;
    }
    void apply(const std::vector<int>& numbers) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const int n = numbers[i];
            if (n == 0)
                *this = Look();
            else if (n == 1 || n == 2)
                (n == 1 ? strong : faint) = true;
            else if (n == 22)
                strong = faint = false;
            else if (n >= 30 && n <= 37)
                colour = Colours[static_cast<std::size_t>(n - 30)];
            else if (n >= 90 && n <= 97)
                colour = Colours[static_cast<std::size_t>(n - 90)];
            else if (n == 39)
                colour = TextStyle::Plain;
            else if (n == 38 || n == 48)
                i = extended(numbers, i);
        }
    }

private:
    /// 38;5;n and 38;2;r;g;b, and the same of the ground, which is left out.
    std::size_t extended(const std::vector<int>& numbers, std::size_t i) {
        const bool text = numbers[i] == 38;
        if (i + 2 < numbers.size() && numbers[i + 1] == 5) {
            if (text && numbers[i + 2] >= 0 && numbers[i + 2] < 256)
                colour = ofPalette(numbers[i + 2]);
            return i + 2;
        }
        if (i + 4 < numbers.size() && numbers[i + 1] == 2) {
            if (text)
                colour = nearest(numbers[i + 2], numbers[i + 3], numbers[i + 4]);
            return i + 4;
        }
        return numbers.size();
    }
};

std::vector<int> parameters(std::u16string_view inside) {
    std::vector<int> numbers{0};
    for (const char16_t c : inside) {
        if (c >= '0' && c <= '9')
            numbers.back() = std::min(numbers.back() * 10 + (c - '0'), 9999);
        else if (c == ';' || c == ':')
            numbers.push_back(0);
    }
    return numbers;
}

}  // namespace

AnsiRow readAnsi(std::u16string_view row) {
    AnsiRow result;
    Look look;
    for (std::size_t at = 0; at < row.size();) {
        if (row[at] == Escape) {
            const std::size_t length = sequenceLength(row.substr(at));
            if (length > 2 && row[at + 1] == '[' && row[at + length - 1] == 'm')
                look.apply(parameters(row.substr(at + 2, length - 3)));
            at += length;
            continue;
        }
        if (row[at] == '\r' && at + 1 < row.size()) {
            result = AnsiRow();
            ++at;
            continue;
        }
        const TextStyle style = look.style();
        if (style != TextStyle::Plain) {
            auto& parts = result.parts;
            if (!parts.empty() && parts.back().style == style &&
                parts.back().begin + parts.back().length == result.text.size())
                ++parts.back().length;
            else
                parts.push_back({result.text.size(), 1, style});
        }
        result.text += row[at++];
    }
    return result;
}

std::string withoutAnsi(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == static_cast<char>(Escape)) {
            at += sequenceLength(text.substr(at));
            continue;
        }
        plain += text[at++];
    }
    return plain;
}

}  // namespace podium::artifacts
