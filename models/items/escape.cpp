// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/escape.h"

#include <array>
#include <cstdio>

namespace podium::items {

namespace {

/// Every character that `escape` has something for replaced by that.
template <typename Escape>
std::string replaced(std::string_view text, Escape escape) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const std::string_view other = escape(c);
        if (other.empty())
            out += c;
        else
            out += other;
    }
    return out;
}

bool isControl(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

std::string_view latexCharacter(char c) {
    switch (c) {
        case '&':
            return "\\&";
        case '%':
            return "\\%";
        case '$':
            return "\\$";
        case '#':
            return "\\#";
        case '_':
            return "\\_";
        case '{':
            return "\\{";
        case '}':
            return "\\}";
        case '~':
            return "\\textasciitilde{}";
        case '^':
            return "\\textasciicircum{}";
        case '\\':
            return "\\textbackslash{}";
        case '<':
            return "\\textless{}";
        case '>':
            return "\\textgreater{}";
        case '|':
            return "\\textbar{}";
        case '"':
            return "\\textquotedbl{}";
        default:
            return isControl(c) ? " " : "";
    }
}

}  // namespace

std::string csvField(std::string_view text) {
    if (text.find_first_of("\",\n\r") == std::string_view::npos)
        return std::string(text);
    return '"' + replaced(text, [](char c) -> std::string_view { return c == '"' ? "\"\"" : ""; }) +
           '"';
}

std::string tsvField(std::string_view text) {
    return replaced(text, [](char c) -> std::string_view {
        return c == '\t' || c == '\n' || c == '\r' ? " " : "";
    });
}

std::string markdownText(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (isControl(c)) {
            out += ' ';
            continue;
        }
        if (std::string_view("\\`*_[]<>|~&").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

std::string latexText(std::string_view text) {
    std::string out;
    char before = '\0';
    for (const char c : text) {
        // "--", "``", "''" become other signs when they meet; an empty group parts them.
        if (c == before && (c == '-' || c == '`' || c == '\''))
            out += "{}";
        before = c;
        const std::string_view other = latexCharacter(c);
        if (other.empty())
            out += c;
        else
            out += other;
    }
    return out;
}

std::string htmlText(std::string_view text) {
    return replaced(text, [](char c) -> std::string_view {
        switch (c) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            case '\'':
                return "&#39;";
            default:
                return isControl(c) ? " " : "";
        }
    });
}

std::string jsonText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (isControl(c)) {
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u%04x",
                          unsigned{static_cast<unsigned char>(c)});
            out += buffer.data();
        } else {
            out += c;
        }
    }
    return out + '"';
}

}  // namespace podium::items
