// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/contour.h"

#include <algorithm>
#include <cmath>

namespace podium::analysis {

std::vector<std::uint32_t> cellsOf(std::span<const double> values, std::span<const double> edges) {
    std::vector<std::uint32_t> cells;
    cells.reserve(values.size());
    for (const double value : values) {
        if (edges.size() < 2 || std::isnan(value) || value < edges.front() ||
            value > edges.back()) {
            cells.push_back(NoCell);
            continue;
        }
        const auto above = std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
        cells.push_back(
            static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(above - 1, std::ssize(edges) - 2)));
    }
    return cells;
}

CellGrid cellGrid(std::span<const std::uint32_t> x, std::size_t columns,
                  std::span<const std::uint32_t> y, std::size_t rows, std::span<const double> z) {
    CellGrid grid{columns, rows, {}, 0};
    grid.cells.resize(columns * rows);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (x[i] >= columns || y[i] >= rows) {
            ++grid.outside;
            continue;
        }
        Cell& cell = grid.cells[y[i] * columns + x[i]];
        if (z.empty() || !std::isfinite(z[i])) {
            ++cell.without;
            continue;
        }
        ++cell.count;
        const auto n = static_cast<double>(cell.count);
        if (cell.count == 1) {
            cell.mean = cell.min = cell.max = z[i];
            continue;
        }
        cell.mean += z[i] / n - cell.mean / n;
        cell.min = std::min(cell.min, z[i]);
        cell.max = std::max(cell.max, z[i]);
    }
    return grid;
}

}  // namespace podium::analysis
