// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <stop_token>
#include <vector>

/// Heat maps and contours: a number over two axes.
namespace podium::analysis {

constexpr std::uint32_t NoCell = std::numeric_limits<std::uint32_t>::max();

/// The bin of each value between rising edges (Bins::edges, of a linear or a logarithmic scale);
/// NoCell outside of them and for NaN. On an edge it is the bin above, on the last edge the last.
/// For a category the cell is its code - 1, or wherever its axis has it.
[[nodiscard]] std::vector<std::uint32_t> cellsOf(std::span<const double> values,
                                                 std::span<const double> edges);

struct Cell {
    std::size_t count = 0;    // runs with a finite value; the next three are NaN if none
    std::size_t without = 0;  // runs whose value is missing or infinite
    double mean = std::numeric_limits<double>::quiet_NaN();
    double min = std::numeric_limits<double>::quiet_NaN();
    double max = std::numeric_limits<double>::quiet_NaN();
};

struct CellGrid {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<Cell> cells;
    std::size_t outside = 0;  // runs in no cell

    [[nodiscard]] const Cell& at(std::size_t column, std::size_t row) const {
        return cells[row * columns + column];
    }
};

/// What lies in each cell; `x` below `columns`, `y` below `rows`, or NoCell. Without `z` (empty),
/// `without` counts the runs.
[[nodiscard]] CellGrid cellGrid(std::span<const std::uint32_t> x, std::size_t columns,
                                std::span<const std::uint32_t> y, std::size_t rows,
                                std::span<const double> z);

/// Values at columns x rows places evenly over the unit square, corners included.
struct Surface {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<double> values;  // row by row from y = 0; NaN is masked: no data near
    double low = std::numeric_limits<double>::quiet_NaN();  // of the values; NaN if all are masked
    double high = std::numeric_limits<double>::quiet_NaN();
    std::size_t points = 0;   // places of data that it goes through
    std::size_t leftOut = 0;  // runs without a place or a finite value

    [[nodiscard]] double at(std::size_t column, std::size_t row) const {
        return values[row * columns + column];
    }
};

struct SurfaceOptions {
    std::size_t columns = 64;
    std::size_t rows = 64;
    double reach = 0.15;  // farther than this from every point (the square's side is 1) is masked
};

/// Scattered values made a surface: linear on the triangles of a Delaunay triangulation, so it goes
/// through the data (the mean of runs at one place), never beyond them, and is masked outside of
/// their convex hull. `x` and `y` are places from 0 to 1 (Axis::place). Points on one line have no
/// triangle, so all is masked.
[[nodiscard]] Surface surfaceOf(std::span<const double> x, std::span<const double> y,
                                std::span<const double> z, const SurfaceOptions& options = {},
                                std::stop_token stop = {});

struct PlanePoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

struct IsoLine {
    double level = 0;
    std::vector<PlanePoint> points;  // in the unit square
    bool closed = false;             // the last point joins the first
};

/// Lines of equal value by marching squares; none runs through masked places. In a saddle the mean
/// of the four corners decides. A value that equals a level counts as above.
[[nodiscard]] std::vector<IsoLine> isoLines(const Surface& surface, std::span<const double> levels,
                                            std::stop_token stop = {});

/// About `wanted` round numbers strictly between low and high; none if these are no finite range.
[[nodiscard]] std::vector<double> niceLevels(double low, double high, std::size_t wanted);

}  // namespace podium::analysis
