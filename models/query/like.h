// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace podium::query {

/// A LIKE pattern with the meaning of MLflow's file store (there a regular expression): `%` is any
/// run of characters without a line feed, `_` one character but a line feed; nothing escapes them.
/// The pattern covers the text from its start; a pattern that ends in `%` leaves the end free, any
/// other has to reach the end or the line feed which is last. Matching never backtracks over `%`:
/// the leftmost place of each part is as good as any other, because a longer gap could only be
/// needed to pass a line feed, which no gap may.
class LikePattern {
public:
    explicit LikePattern(std::string_view pattern, bool ignoreCase = false);
    [[nodiscard]] bool matches(std::string_view text) const;

private:
    [[nodiscard]] bool matchesFolded(std::string_view text) const;

    std::vector<std::string> m_parts;  // between the %
    std::vector<bool> m_plain;         // a part without _
    bool m_ignoreCase;
};

}  // namespace podium::query
