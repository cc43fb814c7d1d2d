// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metascanner.h"

#include <algorithm>

namespace podium::stores::filestore {

namespace {

bool isWordChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void appendUtf8(std::string& out, unsigned code) {
    const auto put = [&out](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80U) {
        put(code);
    } else if (code < 0x800U) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000U) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

/// Walks over the lines of the text. Every function returns false when the text is not of the
/// known form.
class Scanner {
public:
    Scanner(std::string_view yaml, MetaDocument& document) : m_rest(yaml), m_document(document) {}

    bool scan() {
        if (!onlyKnownBytes(m_rest))
            return false;
        while (!m_rest.empty()) {
            if (isBlankLine()) {
                takeLine();
                continue;
            }
            std::string_view key;
            MetaValue value;
            if (m_document.entries().size() >= MaxKeys || !takeKey(key, 0) || m_document.has(key) ||
                !takeValue(value, 0))
                return false;
            m_document.set(key, std::move(value));
        }
        return !m_document.empty();
    }

private:
    /// No tab, no control character, no line end but "\n" and "\r\n", none of Unicode's own line
    /// ends (U+0085, U+2028, U+2029) and no U+FEFF, U+FFFE, U+FFFF: YAML has rules of its own for
    /// each of them.
    static bool onlyKnownBytes(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            const bool lineEnd = byte == '\n' || (byte == '\r' && text.substr(i + 1, 1) == "\n");
            if ((byte < 0x20U && !lineEnd) || byte == 0x7FU)
                return false;
            if ((byte == 0xC2U || byte == 0xE2U || byte == 0xEFU) && isSpecial(text.substr(i, 3)))
                return false;
        }
        return true;
    }

    static bool isSpecial(std::string_view next) {
        return (next.size() >= 2 && next[0] == '\xC2' && next.substr(0, 2) < "\xC2\xA0") ||
               next == "\xE2\x80\xA8" || next == "\xE2\x80\xA9" || next == "\xEF\xBB\xBF" ||
               next == "\xEF\xBF\xBE" || next == "\xEF\xBF\xBF";
    }

    std::string_view peekLine() const {
        std::string_view line = m_rest.substr(0, m_rest.find('\n'));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        return line;
    }

    void takeLine() {
        const std::size_t end = m_rest.find('\n');
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
    }

    bool isBlankLine() const { return peekLine().find_first_not_of(' ') == std::string_view::npos; }

    static std::size_t indentOf(std::string_view line) {
        const std::size_t at = line.find_first_not_of(' ');
        return at == std::string_view::npos ? line.size() : at;
    }

    /// Indent of the next line that is not blank; 0 at the end.
    std::size_t nextIndent() const {
        const std::size_t at = m_rest.find_first_not_of("\r\n ");
        if (at == std::string_view::npos)
            return 0;
        const std::size_t start = m_rest.rfind('\n', at);
        return start == std::string_view::npos ? at : at - start - 1;
    }

    /// Takes "key:" with this indent; afterwards m_value is the rest of the line.
    bool takeKey(std::string_view& key, std::size_t indent) {
        const std::string_view line = peekLine();
        if (indentOf(line) != indent)
            return false;
        std::size_t at = indent;
        while (at < line.size() && (isWordChar(line[at]) || (at > indent && isInKey(line[at]))))
            ++at;
        if (at == indent || at >= line.size() || line[at] != ':')
            return false;
        key = line.substr(indent, at - indent);
        if (plainScalar(std::string(key)).kind != MetaValue::Kind::Text)
            return false;
        m_value = line.substr(at + 1);
        if (!m_value.empty() && m_value[0] != ' ')
            return false;
        takeLine();
        m_value.remove_prefix(std::min(indentOf(m_value), m_value.size()));
        return true;
    }

    static bool isInKey(char c) { return c == '.' || c == '-' || c == '/'; }

    bool takeValue(MetaValue& value, std::size_t indent) {
        if (m_value.empty())
            return indent == 0 && takeMap(value);
        if (m_value[0] == '\'')
            return takeQuoted(value, indent, '\'');
        if (m_value[0] == '"')
            return takeQuoted(value, indent, '"');
        if (m_value == "[]" || m_value == "{}") {
            value.kind = m_value == "[]" ? MetaValue::Kind::List : MetaValue::Kind::Map;
            return true;
        }
        return takePlain(value, indent);
    }

    /// "key:" alone: a map below it, or nothing at all, which is null.
    bool takeMap(MetaValue& value) {
        if (nextIndent() == 0) {
            const std::size_t next = m_rest.find_first_not_of("\r\n ");
            return next == std::string_view::npos || isWordChar(m_rest[next]);
        }
        if (isBlankLine())
            return false;
        value.kind = MetaValue::Kind::Map;
        const std::size_t indent = indentOf(peekLine());
        while (!m_rest.empty() && !isBlankLine() && indentOf(peekLine()) > 0) {
            std::string_view key;
            MetaValue entry;
            if (!takeKey(key, indent) || m_value.empty() || !takeValue(entry, indent))
                return false;
            for (const auto& [name, text] : value.map) {
                if (name == key)
                    return false;
            }
            if (value.map.size() >= MaxKeys || entry.kind == MetaValue::Kind::Map ||
                entry.kind == MetaValue::Kind::List)
                return false;
            value.map.emplace_back(std::string(key), entry.asText());
        }
        return true;
    }

    static bool isPlainPart(std::string_view part) {
        return part.find(": ") == std::string_view::npos &&
               part.find(" #") == std::string_view::npos && !part.ends_with(':') &&
               !part.starts_with('#');
    }

    bool takePlain(MetaValue& value, std::size_t indent) {
        constexpr std::string_view Indicators = "-?:,[]{}#&*!|>'\"%@`=<";
        std::string_view part = m_value;
        const bool signedNumber = part.size() > 1 && part[0] == '-' && isWordChar(part[1]);
        if (Indicators.find(part[0]) != std::string_view::npos && !signedNumber)
            return false;
        std::string text;
        while (true) {
            part = part.substr(0, part.find_last_not_of(' ') + 1);
            if (!isPlainPart(part))
                return false;
            text += part;
            const std::size_t next = nextIndent();
            if (next <= indent)
                break;
            if (isBlankLine())
                return false;
            part = peekLine();
            part.remove_prefix(indentOf(part));
            takeLine();
            text += ' ';
        }
        value = plainScalar(std::move(text));
        return true;
    }

    /// A quoted scalar from m_value on over as many lines as it takes. Line ends fold: one becomes
    /// a space, n + 1 become n line feeds, blanks around them go.
    bool takeQuoted(MetaValue& value, std::size_t indent, char quote) {
        std::string text;
        std::string_view line = m_value.substr(1);
        std::size_t written = 0;  // blanks up to here came from escapes and stay
        while (true) {
            bool closed = false;
            bool joined = false;
            if (!takeQuotedLine(line, quote, text, written, closed, joined))
                return false;
            if (closed)
                break;
            if (!foldLines(text, written, joined, indent, line))
                return false;
        }
        value = quotedScalar(std::move(text));
        return true;
    }

    /// Appends what stands in this line; `joined`: the line ends with an escaped line end.
    static bool takeQuotedLine(std::string_view line, char quote, std::string& text,
                               std::size_t& written, bool& closed, bool& joined) {
        while (!line.empty()) {
            const char c = line[0];
            if (c == quote) {
                line.remove_prefix(1);
                if (quote == '\'' && line.starts_with('\'')) {
                    line.remove_prefix(1);
                    text += '\'';
                    continue;
                }
                closed = true;
                return line.find_first_not_of(' ') == std::string_view::npos;
            }
            line.remove_prefix(1);
            if (quote != '"' || c != '\\') {
                text += c;
                continue;
            }
            if (line.empty()) {
                joined = true;
                written = text.size();
                return true;
            }
            if (!takeEscape(line, text))
                return false;
            written = text.size();
        }
        return true;
    }

    bool foldLines(std::string& text, std::size_t& written, bool joined, std::size_t indent,
                   std::string_view& line) {
        while (text.size() > written && text.back() == ' ')
            text.pop_back();
        std::size_t blank = 0;
        while (!m_rest.empty() && isBlankLine()) {
            takeLine();
            ++blank;
        }
        line = peekLine();
        const std::size_t lineIndent = indentOf(line);
        if (m_rest.empty() || lineIndent <= indent)
            return false;
        line.remove_prefix(lineIndent);
        takeLine();
        if (blank > 0)
            text.append(blank, '\n');
        else if (!joined)
            text += ' ';
        written = text.size();
        return true;
    }

    static bool takeEscape(std::string_view& line, std::string& text) {
        const char c = line[0];
        line.remove_prefix(1);
        constexpr std::string_view Names = "0abtnvfre \"\\/";
        constexpr std::string_view Values("\0\a\b\t\n\v\f\r\x1b \"\\/", 13);
        if (const std::size_t at = Names.find(c); at != std::string_view::npos) {
            text += Values[at];
            return true;
        }
        const std::size_t digits = c == 'x' ? 2U : c == 'u' ? 4U : c == 'U' ? 8U : 0U;
        if (digits == 0 || line.size() < digits)
            return takeNamedSpace(c, text);
        unsigned code = 0;
        for (const char digit : line.substr(0, digits)) {
            const int value = hexValue(digit);
            if (value < 0)
                return false;
            code = code << 4U | static_cast<unsigned>(value);
        }
        if ((code >= 0xD800U && code <= 0xDFFFU) || code > 0x10FFFFU)
            return false;
        line.remove_prefix(digits);
        appendUtf8(text, code);
        return true;
    }

    static bool takeNamedSpace(char c, std::string& text) {
        const unsigned code = c == 'N'   ? 0x85U
                              : c == '_' ? 0xA0U
                              : c == 'L' ? 0x2028U
                              : c == 'P' ? 0x2029U
                                         : 0U;
        if (code == 0)
            return false;
        appendUtf8(text, code);
        return true;
    }

    static int hexValue(char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    std::string_view m_rest;
    std::string_view m_value;
    MetaDocument& m_document;
};

}  // namespace

bool scanMeta(std::string_view yaml, MetaDocument& document) {
    document.clear();
    return Scanner(yaml, document).scan();
}

}  // namespace podium::stores::filestore
