// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <string>
#include <string_view>
#include <vector>

namespace podium::query {

/// A LIKE pattern; nothing escapes `%` and `_`. In SQL (as SQLite answers) `%` is any run of
/// characters and `_` any one, the pattern covers the whole text, and without regard to case ASCII
/// letters alone are equal. In MLflow's file store it is a regular expression: neither sign passes
/// a line feed; a pattern that ends in `%` leaves the end free, any other has to reach the end or
/// the line feed which is last; all letters are folded. Matching never backtracks over `%`: the
/// leftmost place of each part is as good as any other, because a longer gap could only be needed
/// to pass a line feed, which no gap of the file store may.
class LikePattern {
public:
    LikePattern(std::string_view pattern, bool ignoreCase, Semantics semantics);
    [[nodiscard]] bool matches(std::string_view text) const;

private:
    [[nodiscard]] std::string folded(std::string_view text) const;
    [[nodiscard]] bool matchesFolded(std::string_view text) const;

    std::vector<std::string> m_parts;  // between the %
    std::vector<bool> m_plain;         // a part without _
    bool m_ignoreCase;
    Semantics m_semantics;
};

}  // namespace podium::query
