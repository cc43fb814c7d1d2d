// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/tolerant.h"

#include "base/utf8.h"

#include <array>
#include <charconv>

namespace podium::stores {

namespace {

constexpr std::array<std::string_view, 3> Words = {"NaN", "Infinity", "-Infinity"};

/// The unit behind "\u", or -1.
int unitAt(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    int unit = -1;
    const auto [end, failure] =
        std::from_chars(text.data() + at + 2, text.data() + at + 6, unit, 16);
    return failure == std::errc() && end == text.data() + at + 6 ? unit : -1;
}

bool isHigh(int unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLow(int unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// Copies what begins with a backslash inside a text; returns how long it was.
std::size_t copyEscape(std::string_view text, std::size_t at, std::string& out) {
    const int unit = unitAt(text, at);
    if (isHigh(unit) && isLow(unitAt(text, at + 6))) {
        out += text.substr(at, 12);
        return 12;
    }
    if (isHigh(unit) || isLow(unit)) {
        out += "\\ufffd";
        return 6;
    }
    out += text.substr(at, 2);
    return 2;
}

}  // namespace

std::string madeValid(std::string_view text) {
    std::string whole;
    if (!base::isUtf8(text)) {
        whole = base::toUtf8(text);
        text = whole;
    }
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    bool inText = false;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (inText && c == '\\') {
            i += copyEscape(text, i, out);
            continue;
        }
        if (c == '"')
            inText = !inText;
        if (!inText && (c == 'N' || c == 'I' || c == '-')) {
            std::string_view word;
            for (const std::string_view candidate : Words) {
                if (text.substr(i).starts_with(candidate))
                    word = candidate;
            }
            if (!word.empty()) {
                out.append(1, '"').append(word).append(1, '"');
                i += word.size();
                continue;
            }
        }
        out += c;
        ++i;
    }
    return out;
}

}  // namespace podium::stores
