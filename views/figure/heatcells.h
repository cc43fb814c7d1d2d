// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/contour.h"
#include "views/figure/figurecolumn.h"

/// The axes of heat maps and contours. Private to the room.
namespace podium::views {

/// An axis of cells: a category, a number, or a range of numbers for each.
struct CellAxis {
    FigureColumn column;
    analysis::Axis axis;               // by which places are told
    std::vector<std::uint32_t> cells;  // of the runs
    std::vector<double> edges;         // places, 0 to 1, one more than cells
    QStringList names;
    bool named = false;  // names stand below the cells; else the axis has numbers

    [[nodiscard]] std::size_t size() const { return edges.empty() ? 0 : edges.size() - 1; }
};

/// An axis for a column: `smooth` keeps places of numbers as they are, for contours.
[[nodiscard]] CellAxis cellAxis(const RunSet& runs, const query::ColumnKey& key, bool logarithmic,
                                bool smooth);

/// The place of a run, 0 to 1; the middle of its cell where cells have names.
[[nodiscard]] double placeOf(const CellAxis& axis, std::uint32_t run);

/// Scattered values, of many runs: neighbours differ by chance, and a surface through each would
/// only be rough. The means of small squares take their place.
void averageSquares(std::vector<double>& xs, std::vector<double>& ys, std::vector<double>& zs);

}  // namespace podium::views
