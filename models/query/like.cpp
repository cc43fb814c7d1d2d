// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/like.h"

#include "query/casefold.h"

namespace podium::query {

namespace {

constexpr std::size_t None = std::string_view::npos;

/// Places of parts in one text; `lines`: no joker passes a line feed.
class Places {
public:
    Places(std::string_view text, bool lines) : m_text(text), m_lines(lines) {}

    /// The position after the part if it stands at `at`, else None.
    [[nodiscard]] std::size_t after(std::string_view part, std::size_t at) const {
        for (const char c : part) {
            if (at >= m_text.size())
                return None;
            if (c == '_') {
                if (isEnd(at))
                    return None;
                at += decode(m_text, at).length;
            } else if (m_text[at++] != c) {
                return None;
            }
        }
        return at;
    }

    /// The leftmost place of the part at or after `at`; gives the position after it.
    [[nodiscard]] std::size_t find(std::string_view part, bool plain, std::size_t at) const {
        if (plain) {
            const std::size_t found = m_text.find(part, at);
            return found == None || !gap(at, found) ? None : found + part.size();
        }
        for (;;) {
            const std::size_t end = after(part, at);
            if (end != None)
                return end;
            if (at >= m_text.size() || isEnd(at))
                return None;
            at += decode(m_text, at).length;
        }
    }

    /// True if the part can end at `end` and start at or after `at`.
    [[nodiscard]] bool ends(std::string_view part, std::size_t at, std::size_t end) const {
        // Walk back over the part: `_` steps over one code point, any other byte over itself.
        std::size_t begin = end;
        for (auto c = part.rbegin(); c != part.rend(); ++c) {
            if (begin <= at)
                return false;
            --begin;
            if (*c != '_') {
                if (m_text[begin] != *c)
                    return false;
                continue;
            }
            while (begin > at && (static_cast<unsigned char>(m_text[begin]) & 0xC0U) == 0x80U)
                --begin;
            if (isEnd(begin))
                return false;
        }
        return gap(at, begin);
    }

private:
    [[nodiscard]] bool isEnd(std::size_t at) const { return m_lines && m_text[at] == '\n'; }

    /// True if `%` may stand for [begin, end).
    [[nodiscard]] bool gap(std::size_t begin, std::size_t end) const {
        return !m_lines || m_text.substr(begin, end - begin).find('\n') == None;
    }

    std::string_view m_text;
    bool m_lines;
};

std::string foldAscii(std::string_view text) {
    std::string folded(text);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return folded;
}

}  // namespace

LikePattern::LikePattern(std::string_view pattern, bool ignoreCase, Semantics semantics)
    : m_ignoreCase(ignoreCase), m_semantics(semantics) {
    const std::string whole = folded(pattern);
    std::size_t begin = 0;
    for (;;) {
        const std::size_t percent = whole.find('%', begin);
        const std::string part = whole.substr(begin, percent - begin);
        // An empty part between two % asks for nothing.
        if (!part.empty() || begin == 0 || percent == None) {
            m_parts.push_back(part);
            m_plain.push_back(part.find('_') == None);
        }
        if (percent == None)
            break;
        begin = percent + 1;
    }
}

std::string LikePattern::folded(std::string_view text) const {
    if (!m_ignoreCase)
        return std::string(text);
    return m_semantics == Semantics::Sql ? foldAscii(text) : foldCase(text);
}

bool LikePattern::matches(std::string_view text) const {
    return m_ignoreCase ? matchesFolded(folded(text)) : matchesFolded(text);
}

bool LikePattern::matchesFolded(std::string_view text) const {
    const bool lines = m_semantics == Semantics::Files;
    const Places places(text, lines);
    const bool endLine = lines && !text.empty() && text.back() == '\n';
    std::size_t at = places.after(m_parts.front(), 0);
    if (m_parts.size() == 1)
        return at != None && (at == text.size() || (endLine && at == text.size() - 1));
    for (std::size_t i = 1; at != None && i + 1 < m_parts.size(); ++i)
        at = places.find(m_parts[i], m_plain[i], at);
    if (at == None)
        return false;
    const std::string& last = m_parts.back();
    return last.empty() || places.ends(last, at, text.size()) ||
           (endLine && places.ends(last, at, text.size() - 1));
}

}  // namespace podium::query
