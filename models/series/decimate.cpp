// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/decimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

/// Adds the points from .. to - 1, which fall into one column.
void addColumn(Decimated& out, Cursor& cursor, int column, std::size_t from, std::size_t to) {
    const MinMax extent = cursor.over(from, to);
    out.columns.push_back({column, static_cast<std::uint32_t>(from),
                           static_cast<std::uint32_t>(to - 1), extent.min, extent.max,
                           cursor.x(from), cursor.y(from), cursor.x(to - 1), cursor.y(to - 1)});
    if (to - from > FewPoints)
        return;
    for (std::size_t i = from + 1; i + 1 < to; ++i)
        out.inner.push_back({cursor.x(i), cursor.y(i)});
}

void addNeighbours(Decimated& out, Cursor& cursor, const Line& line) {
    if (out.begin > 0)
        out.before = {cursor.x(out.begin - 1U), cursor.y(out.begin - 1U)};
    if (out.end < line.size())
        out.after = {cursor.x(out.end), cursor.y(out.end)};
}

/// Up to so many points to a column it is cheaper to look at each than to look for borders; of a
/// packed line every chunk then has a border in it, and has to be read anyway.
std::size_t fewPerColumn(const Line& line) {
    constexpr std::size_t InMemory = 64;
    return line.isPacked() ? ChunkPoints : InMemory;
}

/// Finds the columns by going from point to point.
class Sweep {
public:
    Sweep(const Window& window, Decimated& out) : m_window(window), m_out(out) {}

    void run(Cursor& cursor) {
        for (std::size_t i = m_out.begin; i < m_out.end;) {
            const Cursor::Stretch stretch = cursor.stretch(i, m_out.end);
            take(stretch, static_cast<std::uint32_t>(i));
            i += stretch.x.size();
        }
        if (m_out.begin < m_out.end)
            close();
    }

private:
    void take(const Cursor::Stretch& stretch, std::uint32_t first) {
        const std::size_t count = stretch.x.size();
        for (std::size_t k = 0; k < count;) {
            const double x = stretch.x[k];
            if (first + k == m_out.begin || x >= m_edge)
                open(x, stretch.y[k], first + static_cast<std::uint32_t>(k));
            // Until the column's border; mostly a handful.
            double min = m_column.min;
            double max = m_column.max;
            const std::size_t start = k;
            for (; k < count && stretch.x[k] < m_edge; ++k) {
                const double y = stretch.y[k];
                min = y < min ? y : min;
                max = y > max ? y : max;
            }
            m_column.min = min;
            m_column.max = max;
            keep(stretch, start, k);
            m_column.last = first + static_cast<std::uint32_t>(k) - 1;
            m_column.x1 = stretch.x[k - 1];
            m_column.y1 = stretch.y[k - 1];
        }
    }

    void open(double x, double y, std::uint32_t i) {
        if (i != m_out.begin)
            close();
        const int next = m_column.column + 1;
        const bool isNext =
            i != m_out.begin && next < m_window.columns && x < m_window.edge(next + 1);
        const int column = isNext ? next : columnOf(m_window, x);
        m_column = {column, i, i, y, y, x, y, x, y};
        m_edge = column + 1 == m_window.columns ? std::numeric_limits<double>::infinity()
                                                : m_window.edge(column + 1);
        m_kept = 0;
    }

    void keep(const Cursor::Stretch& stretch, std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to && m_kept < FewPoints; ++k)
            m_few[m_kept++] = {stretch.x[k], stretch.y[k]};
    }

    void close() {
        m_out.columns.push_back(m_column);
        if (m_column.last - m_column.first < FewPoints && m_kept > 2)
            m_out.inner.insert(m_out.inner.end(), m_few.begin() + 1, m_few.begin() + m_kept - 1);
    }

    const Window& m_window;
    Decimated& m_out;
    Column m_column;
    double m_edge = 0;
    std::array<Decimated::Point, FewPoints> m_few;
    std::uint32_t m_kept = 0;
};

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
    const auto columns = static_cast<std::size_t>(window.columns);
    out.columns.reserve(std::min(points, columns));
    addNeighbours(out, cursor, line);
    if (points / columns < fewPerColumn(line)) {
        Sweep(window, out).run(cursor);
        out.exact = !line.isBroken();
        return out;
    }
    const std::size_t stride = std::max<std::size_t>(1, points / columns / 2);
    for (std::size_t i = out.begin; i < out.end;) {
        const int column = columnOf(window, cursor.x(i));
        const std::size_t next =
            column + 1 == window.columns
                ? out.end
                : cursor.notBefore(window.edge(column + 1), i + 1, out.end, stride);
        addColumn(out, cursor, column, i, next);
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
    addNeighbours(out, cursor, line);
    out.columns.reserve(static_cast<std::size_t>(window.columns));
    for (std::size_t i = out.begin; i < out.end;) {
        const int column = columnOf(window, cursor.x(i));
        const std::size_t next =
            column + 1 == window.columns
                ? out.end
                : cursor.blockBehind(window.edge(column + 1), i, out.end, block);
        addColumn(out, cursor, column, i, next);
        i = next;
    }
    return out;
}

}  // namespace podium::series
