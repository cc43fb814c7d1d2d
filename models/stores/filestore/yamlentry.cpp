// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/yamlentry.h"

#include "stores/filestore/metavalue.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace podium::stores::filestore {

namespace {

constexpr std::size_t Width = 80;
constexpr std::size_t Indent = 2;

using Points = std::vector<char32_t>;

Points decoded(std::string_view text) {
    Points points;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7fU >> length);
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3fU);
        points.push_back(point);
        i += length;
    }
    return points;
}

void append(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | (c >> 6U));
        put(0x80 | (c & 0x3fU));
    } else if (c < 0x10000) {
        put(0xe0 | (c >> 12U));
        put(0x80 | ((c >> 6U) & 0x3fU));
        put(0x80 | (c & 0x3fU));
    } else {
        put(0xf0 | (c >> 18U));
        put(0x80 | ((c >> 12U) & 0x3fU));
        put(0x80 | ((c >> 6U) & 0x3fU));
        put(0x80 | (c & 0x3fU));
    }
}

bool isBreak(char32_t c) {
    return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isBlankOrEnd(const Points& text, std::size_t i) {
    return i >= text.size() || text[i] == ' ' || text[i] == '\t' || text[i] == '\0' ||
           isBreak(text[i]);
}

/// libyaml's notion: nothing beyond the basic plane.
bool isPrintable(char32_t c) {
    return c == '\n' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xd7ff) ||
           (c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
}

struct Analysis {
    bool plain = true;
    bool single = true;
};

bool isIndicator(const Points& text, std::size_t i) {
    const char32_t c = text[i];
    const bool followed = isBlankOrEnd(text, i + 1);
    if (i == 0) {
        const bool always =
            c < 0x80 && std::string_view("#,[]{}&*!|>'\"%@`").find(static_cast<char>(c)) !=
                            std::string_view::npos;
        return always || ((c == '?' || c == ':' || c == '-') && followed);
    }
    return (c == ':' && followed) || (c == '#' && isBlankOrEnd(text, i - 1));
}

Analysis analyse(const Points& text) {
    Analysis result;
    bool wasSpace = false;
    bool wasBreak = false;
    const bool marker = text.size() >= 3 && text[0] == text[1] && text[1] == text[2] &&
                        (text[0] == '-' || text[0] == '.');
    result.plain = !marker;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool edge = i == 0 || i + 1 == text.size();
        if (isIndicator(text, i))
            result.plain = false;
        if (!isPrintable(c) && !isBreak(c))
            result.plain = result.single = false;
        if (c == '\r' || c == 0x85)
            result.single = false;  // a break that libyaml does not take for printable
        if (c == ' ') {
            result.plain = result.plain && !edge && !wasBreak;
            result.single = result.single && !wasBreak;
            wasSpace = true;
            wasBreak = false;
        } else if (isBreak(c)) {
            result.plain = false;
            result.single = result.single && !wasSpace;
            wasBreak = true;
            wasSpace = false;
        } else {
            wasSpace = wasBreak = false;
        }
    }
    return result;
}

/// "190:20:30.15": YAML 1.1 reads parts of sixty with a fraction as one number.
bool isSexagesimal(std::string_view value) {
    if (value.starts_with('+') || value.starts_with('-'))
        value.remove_prefix(1);
    const std::size_t dot = value.find('.');
    std::size_t colon = value.find(':');
    if (dot == std::string_view::npos || colon == std::string_view::npos || colon > dot)
        return false;
    const auto within = [](std::string_view text, std::string_view allowed) {
        return text.find_first_not_of(allowed) == std::string_view::npos;
    };
    const bool ends = value.front() >= '0' && value.front() <= '9' &&
                      within(value.substr(0, colon), "0123456789_") &&
                      within(value.substr(dot + 1), "0123456789_");
    for (value = value.substr(0, dot); ends && colon != std::string_view::npos;) {
        value.remove_prefix(colon + 1);
        colon = value.find(':');
        const std::string_view part = value.substr(0, colon);
        if (part.empty() || part.size() > 2 || !within(part, "0123456789") ||
            (part.size() == 2 && part.front() > '5'))
            return false;
    }
    return ends;
}

/// Plain it would be read as this very text and not as a number, a date, a null.
bool resolvesToText(std::string_view value) {
    return !value.empty() && value != "=" && value != "<<" && !isSexagesimal(value) &&
           plainScalar(std::string(value)).kind == MetaValue::Kind::Text;
}

/// Characters with the column they make.
class Line {
public:
    explicit Line(std::string_view start) : m_out(start), m_column(start.size()) {}

    void put(char32_t c) {
        append(m_out, c);
        ++m_column;
    }
    void put(std::string_view ascii) {
        m_out += ascii;
        m_column += ascii.size();
    }
    void putBreak(char32_t c = '\n') {
        append(m_out, c);
        m_column = 0;
    }
    void indent(bool afterBreak) {
        if (!afterBreak)
            putBreak();
        while (m_column < Indent)
            put(U' ');
    }
    [[nodiscard]] bool full() const { return m_column > Width; }
    [[nodiscard]] std::string take() {
        m_out += '\n';
        return std::move(m_out);
    }

private:
    std::string m_out;
    std::size_t m_column;
};

void writePlain(Line& line, const Points& text) {
    line.put(U' ');
    bool wasSpace = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool fold =
            text[i] == ' ' && !wasSpace && line.full() && i + 1 < text.size() && text[i + 1] != ' ';
        if (fold)
            line.indent(false);
        else
            line.put(text[i]);
        wasSpace = text[i] == ' ';
    }
}

void writeSingle(Line& line, const Points& text) {
    line.put(" '");
    bool wasSpace = false;
    bool wasBreak = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (c == ' ') {
            const bool inner = i > 0 && i + 1 < text.size() && text[i + 1] != ' ';
            if (inner && !wasSpace && line.full())
                line.indent(false);
            else
                line.put(c);
            wasSpace = true;
            continue;
        }
        if (isBreak(c)) {
            if (!wasBreak && c == '\n')
                line.putBreak();
            line.putBreak(c);
            wasBreak = true;
            continue;
        }
        if (wasBreak)
            line.indent(true);
        if (c == '\'')
            line.put(U'\'');
        line.put(c);
        wasSpace = wasBreak = false;
    }
    if (wasBreak)
        line.indent(true);
    line.put(U'\'');
}

std::string escaped(char32_t c) {
    constexpr std::array<std::pair<char32_t, char>, 15> Short = {{{0x00, '0'},
                                                                  {0x07, 'a'},
                                                                  {0x08, 'b'},
                                                                  {0x09, 't'},
                                                                  {0x0a, 'n'},
                                                                  {0x0b, 'v'},
                                                                  {0x0c, 'f'},
                                                                  {0x0d, 'r'},
                                                                  {0x1b, 'e'},
                                                                  {0x22, '"'},
                                                                  {0x5c, '\\'},
                                                                  {0x85, 'N'},
                                                                  {0xa0, '_'},
                                                                  {0x2028, 'L'},
                                                                  {0x2029, 'P'}}};
    for (const auto& [point, letter] : Short) {
        if (point == c)
            return {'\\', letter};
    }
    std::array<char, 16> buffer{};
    const char* format = c <= 0xff ? "\\x%02X" : c <= 0xffff ? "\\u%04X" : "\\U%08X";
    // The three formats take one unsigned number each.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    std::snprintf(buffer.data(), buffer.size(), format, static_cast<unsigned>(c));
#pragma GCC diagnostic pop
    return buffer.data();
}

void writeDouble(Line& line, const Points& text) {
    line.put(" \"");
    bool wasSpace = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (!isPrintable(c) || isBreak(c) || c == '"' || c == '\\') {
            line.put(escaped(c));
            wasSpace = false;
        } else if (c == ' ') {
            if (!wasSpace && line.full() && i > 0 && i + 1 < text.size()) {
                line.indent(false);
                if (text[i + 1] == ' ')
                    line.put(U'\\');
            } else {
                line.put(c);
            }
            wasSpace = true;
        } else {
            line.put(c);
            wasSpace = false;
        }
    }
    line.put(U'"');
}

}  // namespace

std::string yamlEntry(std::string_view key, std::string_view value) {
    const Points text = decoded(value);
    const Analysis analysis = analyse(text);
    Line line(std::string(key) + ':');
    if (analysis.plain && resolvesToText(value))
        writePlain(line, text);
    else if (analysis.single)
        writeSingle(line, text);
    else
        writeDouble(line, text);
    return line.take();
}

std::string yamlScalar(std::string_view text) {
    const std::string entry = yamlEntry("", text);  // ": text\n"
    return entry.substr(2, entry.size() - 3);
}

std::string withEntry(std::string_view yaml, std::string_view key, std::string_view value) {
    return withLines(yaml, key, yamlEntry(key, value));
}

std::string withLines(std::string_view yaml, std::string_view key, std::string_view entry) {
    std::string out;
    bool done = false;
    bool skipping = false;
    while (!yaml.empty()) {
        const std::size_t end = yaml.find('\n');
        const std::string_view line =
            yaml.substr(0, end == std::string_view::npos ? yaml.size() : end + 1);
        yaml.remove_prefix(line.size());
        const bool isTop = line.front() != ' ' && line.front() != '\n' && line.front() != '-' &&
                           line.front() != '#';
        const std::string_view name = line.substr(0, line.find(':'));
        if (isTop)
            skipping = false;
        if (isTop && name == key) {
            out += done ? "" : entry;
            done = skipping = true;
        } else if (isTop && !done && name > key) {
            out += entry;
            done = true;
        }
        if (!skipping)
            out += line;
    }
    if (!done) {
        if (!out.empty() && out.back() != '\n')
            out += '\n';
        out += entry;
    }
    return out;
}

}  // namespace podium::stores::filestore
