// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/decimate.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

namespace {

/// First i in [from, to) with x[i] >= bound (or > bound), looked for in growing strides: the next
/// column's border is mostly near.
template <typename Before>
std::size_t gallop(std::size_t from, std::size_t to, std::size_t stride, Before before) {
    std::size_t low = from;
    std::size_t high = from;
    while (high < to && before(high)) {
        low = high + 1;
        high += stride;
        stride *= 2;
    }
    high = std::min(high, to);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (before(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int columnOf(const Window& window, double x) {
    int c = std::clamp(static_cast<int>(std::floor(window.position(x))), 0, window.columns - 1);
    // The division may round across a border; edge() decides.
    while (c > 0 && x < window.edge(c))
        --c;
    while (c + 1 < window.columns && x >= window.edge(c + 1))
        ++c;
    return c;
}

std::size_t boundary(const Window& window, int column, const std::vector<double>& x,
                     std::size_t from, std::size_t to, std::size_t stride) {
    if (column + 1 == window.columns)
        return to;
    const double edge = window.edge(column + 1);
    return gallop(from, to, stride, [&](std::size_t i) { return x[i] < edge; });
}

Decimated emptyWindow(const Line& line, const Window& window) {
    const std::vector<double>& x = line.x();
    Decimated out;
    const auto begin = std::ranges::lower_bound(x, window.x0);
    const auto end = std::upper_bound(begin, x.end(), window.x1);
    out.begin = static_cast<std::uint32_t>(begin - x.begin());
    out.end = static_cast<std::uint32_t>(end - x.begin());
    return out;
}

/// Size of the largest blocks of which at least two fall into a column, or 0.
std::size_t blockFor(const Line& line, const Decimated& window, int columns) {
    const std::size_t perColumn = (window.end - window.begin) / static_cast<std::size_t>(columns);
    std::size_t block = 0;
    for (std::size_t level = 0; level < line.pyramid().levels(); ++level) {
        if (Pyramid::blockSize(level) * 2 <= perColumn)
            block = Pyramid::blockSize(level);
    }
    return block;
}

}  // namespace

Decimated decimate(const Line& line, const Window& window) {
    Decimated out = emptyWindow(line, window);
    if (window.columns <= 0)
        return out;
    const std::vector<double>& x = line.x();
    const std::size_t points = out.end - out.begin;
    out.columns.reserve(std::min(points, static_cast<std::size_t>(window.columns)));
    const std::size_t stride =
        std::max<std::size_t>(1, points / static_cast<std::size_t>(window.columns) / 2);
    for (std::size_t i = out.begin; i < out.end;) {
        const int column = columnOf(window, x[i]);
        const std::size_t next = boundary(window, column, x, i + 1, out.end, stride);
        const MinMax extent = line.pyramid().over(line.y(), i, next);
        out.columns.push_back({column, static_cast<std::uint32_t>(i),
                               static_cast<std::uint32_t>(next - 1), extent.min, extent.max});
        i = next;
    }
    return out;
}

Decimated decimateSnapped(const Line& line, const Window& window) {
    Decimated out = emptyWindow(line, window);
    const std::size_t block = window.columns > 0 ? blockFor(line, out, window.columns) : 0;
    if (block == 0)
        return decimate(line, window);
    out.exact = false;
    out.columns.reserve(static_cast<std::size_t>(window.columns));
    const std::vector<double>& x = line.x();
    const auto roundUp = [&](std::size_t i) {
        return std::min<std::size_t>((i + block - 1) / block * block, out.end);
    };
    for (std::size_t i = out.begin; i < out.end;) {
        const int column = columnOf(window, x[i]);
        // Looks at every block's first point only: far fewer lines of memory than at every point.
        const std::size_t blocks = (out.end - i + block - 1) / block;
        std::size_t next = out.end;
        if (column + 1 < window.columns) {
            const double edge = window.edge(column + 1);
            const std::size_t start = i / block;
            const std::size_t n = gallop(1, blocks, 2, [&](std::size_t k) {
                const std::size_t at = (start + k) * block;
                return at < out.end && x[at] < edge;
            });
            next = roundUp((start + n) * block);
        }
        const MinMax extent = line.pyramid().over(line.y(), i, next);
        out.columns.push_back({column, static_cast<std::uint32_t>(i),
                               static_cast<std::uint32_t>(next - 1), extent.min, extent.max});
        i = next;
    }
    return out;
}

}  // namespace podium::series
