// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace podium::artifacts {

using base::Result;

namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string& text, std::uint32_t code) {
    std::array<char, 4> unit{};
    const auto high =
        static_cast<std::uint16_t>(code > 0xFFFF ? 0xD800 + ((code - 0x10000) >> 10) : code);
    const auto low = static_cast<std::uint16_t>(0xDC00 + ((code - 0x10000) & 0x3FF));
    unit = {static_cast<char>(high & 0xFF), static_cast<char>(high >> 8),
            static_cast<char>(low & 0xFF), static_cast<char>(low >> 8)};
    text += decoded(std::string_view(unit.data(), code > 0xFFFF ? 4 : 2), Encoding::Utf16Le);
}

/// A parser with its own stack, so that no nesting can exhaust the thread's.
class JsonReader {
public:
    JsonReader(std::string_view text, const TreeBounds& bounds, std::stop_token stop)
        : m_text(text), m_builder(bounds), m_stop(std::move(stop)) {}

    /// One document with nothing but space behind it.
    void document() {
        if (value({}) && !m_full) {
            skipSpace();
            if (m_at < m_text.size())
                fail("end of document");
        }
    }

    /// Documents one behind the other, as members of an array.
    void documents() {
        m_builder.open({}, ValueType::Array);
        skipSpace();
        while (m_at < m_text.size() && value({}) && !m_full)
            skipSpace();
        m_builder.close();
    }

    [[nodiscard]] ValueTreeBuilder& builder() { return m_builder; }
    [[nodiscard]] bool cancelled() const { return m_stop.stop_requested(); }

private:
    /// One value with all that is in it; false on a fault or when the tree is full.
    bool value(std::string key) {
        std::vector<char> closers;
        bool wantsValue = true;
        while (wantsValue || !closers.empty()) {
            if (m_full || cancelled())
                return false;
            skipSpace();
            if (wantsValue) {
                const char c = peek();
                if (c == '{' || c == '[') {
                    if (!keep(m_builder.open(key, c == '{' ? ValueType::Object : ValueType::Array)))
                        return false;
                    ++m_at;
                    closers.push_back(c == '{' ? '}' : ']');
                    skipSpace();
                    if (peek() == closers.back()) {
                        wantsValue = false;
                        continue;
                    }
                } else {
                    if (!scalar(key))
                        return false;
                    wantsValue = false;
                    continue;
                }
            } else if (peek() == closers.back()) {
                ++m_at;
                closers.pop_back();
                m_builder.close();
                continue;
            } else if (peek() == ',') {
                ++m_at;
                wantsValue = true;
            } else {
                return fail(closers.back() == '}' ? "',' or '}'" : "',' or ']'");
            }
            key.clear();
            if (closers.back() == '}' && !readKey(key))
                return false;
        }
        return true;
    }

    bool readKey(std::string& key) {
        skipSpace();
        if (peek() != '"')
            return fail("a key in quotes");
        if (!string(key))
            return false;
        skipSpace();
        if (peek() != ':')
            return fail("':'");
        ++m_at;
        return true;
    }

    bool scalar(std::string_view key) {
        const std::string_view rest = m_text.substr(m_at);
        if (peek() == '"') {
            std::string text;
            return string(text) && keep(m_builder.add(key, ValueType::String, text));
        }
        constexpr std::array Words = {
            std::pair{std::string_view("true"), ValueType::Boolean},
            std::pair{std::string_view("false"), ValueType::Boolean},
            std::pair{std::string_view("null"), ValueType::Null},
            std::pair{std::string_view("NaN"), ValueType::Number},
            std::pair{std::string_view("Infinity"), ValueType::Number},
            std::pair{std::string_view("-Infinity"), ValueType::Number},
        };
        for (const auto& [word, type] : Words) {
            if (rest.starts_with(word)) {
                m_at += word.size();
                return keep(m_builder.add(key, type, word));
            }
        }
        std::size_t length = !rest.empty() && rest[0] == '-' ? 1 : 0;
        if (length >= rest.size() || !isDigit(rest[length]))
            return fail("a value");
        while (length < rest.size() &&
               (isDigit(rest[length]) ||
                std::string_view("+-.eE").find(rest[length]) != std::string_view::npos))
            ++length;
        m_at += length;
        return keep(m_builder.add(key, ValueType::Number, rest.substr(0, length)));
    }

    bool string(std::string& text) {
        ++m_at;
        while (m_at < m_text.size()) {
            const std::size_t end = std::min(m_text.find_first_of("\"\\", m_at), m_text.size());
            text.append(m_text, m_at, end - m_at);
            m_at = end;
            if (m_at >= m_text.size())
                break;
            if (m_text[m_at++] == '"')
                return true;
            if (!escape(text))
                return false;
        }
        return fail("'\"'");
    }

    bool escape(std::string& text) {
        constexpr std::string_view From = "\"\\/bfnrt";
        constexpr std::string_view To = "\"\\/\b\f\n\r\t";
        const char c = peek();
        ++m_at;
        if (const std::size_t at = From.find(c); c != '\0' && at != std::string_view::npos) {
            text += To[at];
            return true;
        }
        auto code = c == 'u' ? hex4() : std::nullopt;
        if (!code)
            return fail("an escape");
        if (*code >= 0xD800 && *code <= 0xDBFF && m_text.substr(m_at, 2) == "\\u") {
            const std::size_t back = m_at;
            m_at += 2;
            const auto low = hex4();
            if (low && *low >= 0xDC00 && *low <= 0xDFFF)
                code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
            else
                m_at = back;
        }
        appendUtf8(text, *code);
        return true;
    }

    std::optional<std::uint32_t> hex4() {
        std::uint32_t code = 0;
        const std::string_view digits = m_text.substr(m_at, 4);
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        if (digits.size() != 4 || parsed.ptr != digits.data() + 4)
            return std::nullopt;
        m_at += 4;
        return code;
    }

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace() {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }
    bool keep(bool room) {
        m_full = m_full || !room;
        return room;
    }
    bool fail(std::string_view expected) {
        const std::string_view before = m_text.substr(0, m_at);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const std::size_t begin = before.rfind('\n') + 1;
        m_builder.fail(line, static_cast<std::int64_t>(m_at - begin) + 1, std::string(expected));
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    ValueTreeBuilder m_builder;
    std::stop_token m_stop;
    bool m_full = false;
};

Result<ValueTree> readText(const TextBytes& text, const TreeBounds& bounds,
                           const std::stop_token& stop, bool lines) {
    const std::int64_t length = text.bytes->size() - text.start;
    auto bytes =
        text.bytes->read(text.start, static_cast<std::size_t>(std::min(length, bounds.fileBytes)));
    PODIUM_TRY(ValueTree, bytes);
    std::string content = std::move(bytes).value();
    if (text.encoding == Encoding::Latin1)
        content = decoded(content, text.encoding);
    const bool whole = length <= bounds.fileBytes && !text.truncated;
    JsonReader reader(content, bounds, stop);
    if (lines)
        reader.documents();
    else
        reader.document();
    if (reader.cancelled())
        return base::Cancelled{};
    ValueTree tree = reader.builder().take();
    if (!whole && tree.end() == TreeEnd::Malformed)
        tree.setEnd(TreeEnd::TooLong);  // what looks like a fault is where the reading was cut off
    return tree;
}

}  // namespace

Result<ValueTree> readJson(const TextBytes& text, const TreeBounds& bounds, std::stop_token stop) {
    return readText(text, bounds, stop, false);
}

Result<ValueTree> readJsonLines(const TextBytes& text, const TreeBounds& bounds,
                                std::stop_token stop) {
    return readText(text, bounds, stop, true);
}

}  // namespace podium::artifacts
