// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/like.h"

#include "query/casefold.h"

namespace podium::query {

namespace {

constexpr std::size_t None = std::string_view::npos;

/// The position after the part if it stands at `at`, else None.
std::size_t partAt(std::string_view part, std::string_view text, std::size_t at) {
    for (const char c : part) {
        if (at >= text.size())
            return None;
        if (c == '_') {
            if (text[at] == '\n')
                return None;
            at += decode(text, at).length;
        } else if (text[at++] != c) {
            return None;
        }
    }
    return at;
}

/// True if no line feed stands in [begin, end).
bool oneLine(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin).find('\n') == None;
}

/// The leftmost place of the part at or after `at`, with no line feed before it; gives the position
/// after it.
std::size_t findPart(std::string_view part, bool plain, std::string_view text, std::size_t at) {
    if (plain) {
        const std::size_t found = text.find(part, at);
        return found == None || !oneLine(text, at, found) ? None : found + part.size();
    }
    for (;;) {
        const std::size_t end = partAt(part, text, at);
        if (end != None)
            return end;
        if (at >= text.size() || text[at] == '\n')
            return None;
        at += decode(text, at).length;
    }
}

/// True if the part can end at `end` and start at or after `at` with one line between them.
bool partEnds(std::string_view part, std::string_view text, std::size_t at, std::size_t end) {
    // Walk back over the part: `_` steps over one code point, any other byte over itself.
    std::size_t begin = end;
    for (auto c = part.rbegin(); c != part.rend(); ++c) {
        if (begin <= at)
            return false;
        --begin;
        if (*c != '_') {
            if (text[begin] != *c)
                return false;
            continue;
        }
        while (begin > at && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
            --begin;
        if (text[begin] == '\n')
            return false;
    }
    return oneLine(text, at, begin);
}

}  // namespace

LikePattern::LikePattern(std::string_view pattern, bool ignoreCase) : m_ignoreCase(ignoreCase) {
    const std::string folded = ignoreCase ? foldCase(pattern) : std::string(pattern);
    std::size_t begin = 0;
    for (;;) {
        const std::size_t percent = folded.find('%', begin);
        const std::string part = folded.substr(begin, percent - begin);
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

bool LikePattern::matches(std::string_view text) const {
    return m_ignoreCase ? matchesFolded(foldCase(text)) : matchesFolded(text);
}

bool LikePattern::matchesFolded(std::string_view text) const {
    const bool endLine = !text.empty() && text.back() == '\n';
    std::size_t at = partAt(m_parts.front(), text, 0);
    if (m_parts.size() == 1)
        return at != None && (at == text.size() || (endLine && at == text.size() - 1));
    for (std::size_t i = 1; at != None && i + 1 < m_parts.size(); ++i)
        at = findPart(m_parts[i], m_plain[i], text, at);
    if (at == None)
        return false;
    const std::string& last = m_parts.back();
    return last.empty() || partEnds(last, text, at, text.size()) ||
           (endLine && partEnds(last, text, at, text.size() - 1));
}

}  // namespace podium::query
