// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/listliteral.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace podium::query {

namespace {

using base::ErrorCode;

void appendCodePoint(std::string& text, std::uint32_t value) {
    if (value < 0x80) {
        text.push_back(static_cast<char>(value));
        return;
    }
    const int tails = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
    const std::uint32_t lead = tails == 1 ? 0xC0 : tails == 2 ? 0xE0 : 0xF0;
    text.push_back(static_cast<char>(lead | (value >> (6 * tails))));
    for (int i = tails - 1; i >= 0; --i)
        text.push_back(static_cast<char>(0x80 | ((value >> (6 * i)) & 0x3F)));
}

/// Reads the items of a list one after the other.
class ListReader {
public:
    ListReader(std::string_view filter, std::size_t begin, std::size_t end)
        : m_text(filter.substr(0, end)), m_begin(begin), m_at(begin) {}

    base::Result<ListLiteral> read() {
        skipSpace();
        if (m_at == m_text.size())
            return queryError(ErrorCode::QueryInvalid, m_begin - 1, m_at - m_begin + 2,
                              "list-empty");
        while (m_at < m_text.size()) {
            const std::size_t start = m_at;
            if (const bool fine = isQuote() ? readTexts() : readOneNumber(); !fine)
                return queryError(ErrorCode::QuerySyntax, start, m_text.size() - start,
                                  "list-text");
            m_list.spans.push_back({Note::Code::ListElementDropped, start, m_end - start});
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] != ',')
                return queryError(ErrorCode::QuerySyntax, m_at, m_text.size() - m_at, "list-text");
            ++m_at;
            skipSpace();
        }
        if (!m_texts.empty() && !m_numbers.empty())
            return queryError(ErrorCode::QuerySyntax, m_begin, m_text.size() - m_begin,
                              "list-text");
        if (m_numbers.empty())
            m_list.items = std::move(m_texts);
        else
            m_list.items = std::move(m_numbers);
        return std::move(m_list);
    }

private:
    [[nodiscard]] bool isQuote() const { return m_text[m_at] == '\'' || m_text[m_at] == '"'; }

    void skipSpace() {
        m_at = std::min(m_text.find_first_not_of(" \t\n\r\f", m_at), m_text.size());
    }

    bool readOneNumber() {
        const std::size_t end = std::min(m_text.find_first_of(", \t\r\n", m_at), m_text.size());
        const std::optional<Number> number = readNumber(m_text.substr(m_at, end - m_at));
        if (!number)
            return false;
        m_numbers.push_back(*number);
        m_at = m_end = end;
        return true;
    }

    /// One text or several adjacent ones, which are joined.
    bool readTexts() {
        std::string joined;
        while (m_at < m_text.size() && isQuote()) {
            if (!readText(joined))
                return false;
            m_end = m_at;
            skipSpace();
        }
        m_texts.push_back(std::move(joined));
        return true;
    }

    bool readText(std::string& joined) {
        const char quote = m_text[m_at++];
        // Three quotes would begin another kind of text in Python.
        if (m_text.substr(m_at, 2) == std::string(2, quote))
            return false;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            const char c = m_text[m_at++];
            if (c == '\n' || c == '\r')
                return false;
            if (c != '\\')
                joined.push_back(c);
            else if (!readEscape(joined))
                return false;
        }
        return m_at++ < m_text.size();
    }

    bool readEscape(std::string& joined) {
        if (m_at >= m_text.size())
            return false;
        constexpr std::string_view Letters = "abfnrtv\\'\"";
        constexpr std::string_view Meanings = "\a\b\f\n\r\t\v\\'\"";
        const char c = m_text[m_at];
        if (const std::size_t found = Letters.find(c); found != std::string_view::npos) {
            joined.push_back(Meanings[found]);
            ++m_at;
            return true;
        }
        if (c == '\n') {
            ++m_at;
            return true;
        }
        if (c == 'x' || c == 'u' || c == 'U')
            return readHex(joined, c == 'x' ? 2 : c == 'u' ? 4 : 8);
        if (c >= '0' && c <= '7')
            return readOctal(joined);
        joined.push_back('\\');  // Python keeps an escape it does not know
        return true;
    }

    bool readHex(std::string& joined, std::size_t digits) {
        std::uint32_t value = 0;
        const char* begin = m_text.data() + m_at + 1;
        if (m_text.size() - m_at - 1 < digits)
            return false;
        const auto read = std::from_chars(begin, begin + digits, value, 16);
        if (read.ec != std::errc{} || read.ptr != begin + digits || value > 0x10FFFF ||
            (value >= 0xD800 && value < 0xE000))
            return false;
        appendCodePoint(joined, value);
        m_at += 1 + digits;
        return true;
    }

    bool readOctal(std::string& joined) {
        std::uint32_t value = 0;
        for (int i = 0; i < 3 && m_at < m_text.size(); ++i, ++m_at) {
            const char c = m_text[m_at];
            if (c < '0' || c > '7')
                break;
            value = value * 8 + static_cast<std::uint32_t>(c - '0');
        }
        appendCodePoint(joined, value);
        return true;
    }

    std::string_view m_text;
    std::size_t m_begin;
    std::size_t m_at;
    std::size_t m_end = 0;  // of the item read last
    std::vector<std::string> m_texts;
    std::vector<Number> m_numbers;
    ListLiteral m_list;
};

}  // namespace

base::Result<ListLiteral> parseList(std::string_view filter, std::size_t begin, std::size_t end) {
    return ListReader(filter, begin, end).read();
}

base::Error queryError(ErrorCode code, std::size_t position, std::size_t length,
                       std::string_view reason) {
    return {code, {std::to_string(position), std::to_string(length), std::string(reason)}};
}

}  // namespace podium::query
