// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/verify.h"

#include <algorithm>
#include <vector>

namespace podium::series {

Verified& Verified::operator+=(const Verified& other) {
    points += other.points;
    columns += other.columns;
    differing += other.differing;
    complete = complete && other.complete;
    return *this;
}

Verified verify(const Line& line, const Window& window, const Decimated& drawn,
                std::stop_token stop) {
    constexpr std::size_t StopEvery = 1U << 16U;
    Verified out;
    std::vector<Column> seen(static_cast<std::size_t>(std::max(window.columns, 0)));
    std::vector<bool> any(seen.size());
    int c = 0;
    Cursor cursor(line);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i % StopEvery == 0 && stop.stop_requested()) {
            out.complete = false;
            return out;
        }
        const double x = cursor.x(i);
        if (x < window.x0 || x > window.x1 || seen.empty())
            continue;
        while (c + 1 < window.columns && x >= window.edge(c + 1))
            ++c;
        const auto at = static_cast<std::size_t>(c);
        const auto index = static_cast<std::uint32_t>(i);
        const double y = cursor.y(i);
        if (!any[at]) {
            any[at] = true;
            seen[at] = {c, index, index, y, y, x, y, x, y};
        }
        seen[at].last = index;
        seen[at].x1 = x;
        seen[at].y1 = y;
        seen[at].min = std::min(seen[at].min, y);
        seen[at].max = std::max(seen[at].max, y);
        ++out.points;
    }
    std::size_t next = 0;
    for (std::size_t k = 0; k < seen.size(); ++k) {
        const bool wasDrawn =
            next < drawn.columns.size() && drawn.columns[next].column == static_cast<int>(k);
        if (any[k])
            ++out.columns;
        if (wasDrawn != any[k] || (wasDrawn && !(drawn.columns[next] == seen[k])))
            ++out.differing;
        if (wasDrawn)
            ++next;
    }
    return out;
}

}  // namespace podium::series
