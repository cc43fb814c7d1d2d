// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/decimate.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

namespace {

int columnOf(const Window& window, double x) {
    int c = std::clamp(static_cast<int>(std::floor(window.position(x))), 0, window.columns - 1);
    // The division may round across a border; edge() decides.
    while (c > 0 && x < window.edge(c))
        --c;
    while (c + 1 < window.columns && x >= window.edge(c + 1))
        ++c;
    return c;
}

/// The points of a line within a window, and none of its columns.
Decimated stretchOf(Cursor& cursor, const Line& line, const Window& window) {
    Decimated out;
    const std::size_t begin = cursor.notBefore(window.x0, 0, line.size(), line.size() / 2 + 1);
    out.begin = static_cast<std::uint32_t>(begin);
    out.end = static_cast<std::uint32_t>(std::max(begin, cursor.behind(window.x1)));
    return out;
}

/// The points from .. to - 1, which fall into one column.
Column columnThrough(Cursor& cursor, int column, std::size_t from, std::size_t to) {
    const MinMax extent = cursor.over(from, to);
    return {column,
            static_cast<std::uint32_t>(from),
            static_cast<std::uint32_t>(to - 1),
            extent.min,
            extent.max,
            cursor.x(from),
            cursor.y(from),
            cursor.x(to - 1),
            cursor.y(to - 1)};
}

/// Size of the largest blocks of which at least two fall into a column, or 0. Of packed lines the
/// only blocks are chunks, one to a column will do: to look inside them costs more than that is
/// worth while the view moves.
std::size_t blockFor(const Line& line, const Decimated& window, int columns) {
    const std::size_t perColumn = (window.end - window.begin) / static_cast<std::size_t>(columns);
    if (line.isPacked())
        return perColumn >= ChunkPoints ? ChunkPoints : 0;
    std::size_t block = Pyramid::BlockSize;
    if (block * 2 > perColumn)
        return 0;
    while (block * Pyramid::Fan * 2 <= perColumn && block * Pyramid::Fan <= line.size())
        block *= Pyramid::Fan;
    return block;
}

}  // namespace

Decimated decimate(const Line& line, const Window& window) {
    Cursor cursor(line);
    Decimated out = stretchOf(cursor, line, window);
    if (window.columns <= 0)
        return out;
    const std::size_t points = out.end - out.begin;
    out.columns.reserve(std::min(points, static_cast<std::size_t>(window.columns)));
    const std::size_t stride =
        std::max<std::size_t>(1, points / static_cast<std::size_t>(window.columns) / 2);
    for (std::size_t i = out.begin; i < out.end;) {
        const int column = columnOf(window, cursor.x(i));
        const std::size_t next =
            column + 1 == window.columns
                ? out.end
                : cursor.notBefore(window.edge(column + 1), i + 1, out.end, stride);
        out.columns.push_back(columnThrough(cursor, column, i, next));
        i = next;
    }
    out.exact = !line.isBroken();
    return out;
}

Decimated decimateSnapped(const Line& line, const Window& window) {
    Cursor cursor(line);
    Decimated out = stretchOf(cursor, line, window);
    const std::size_t block = window.columns > 0 ? blockFor(line, out, window.columns) : 0;
    if (block == 0)
        return decimate(line, window);
    out.exact = false;
    out.columns.reserve(static_cast<std::size_t>(window.columns));
    for (std::size_t i = out.begin; i < out.end;) {
        const int column = columnOf(window, cursor.x(i));
        const std::size_t next =
            column + 1 == window.columns
                ? out.end
                : cursor.blockBehind(window.edge(column + 1), i, out.end, block);
        out.columns.push_back(columnThrough(cursor, column, i, next));
        i = next;
    }
    return out;
}

}  // namespace podium::series
