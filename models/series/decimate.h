// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/line.h"

#include <cstdint>
#include <vector>

namespace podium::series {

/// A stretch of the x axis and the pixel columns it is drawn on.
struct Window {
    double x0 = 0;
    double x1 = 1;  // > x0
    int columns = 0;

    /// Where column c begins; column c holds edge(c) <= x < edge(c + 1), the last one x1 as well.
    [[nodiscard]] double edge(int c) const {
        return x0 + (x1 - x0) * (static_cast<double>(c) / columns);
    }
    /// Position of x in columns, with fractions.
    [[nodiscard]] double position(double x) const { return (x - x0) / (x1 - x0) * columns; }
    friend bool operator==(const Window&, const Window&) = default;
};

/// What a line does within one pixel column; columns without a point are left out.
struct Column {
    int column = 0;
    std::uint32_t first = 0;  // points of the line: first .. last
    std::uint32_t last = 0;
    double min = 0;
    double max = 0;
    double x0 = 0;  // of the first point
    double y0 = 0;
    double x1 = 0;  // of the last
    double y1 = 0;
    friend bool operator==(const Column&, const Column&) = default;
};

/// Columns of up to so many points carry all of them.
inline constexpr std::uint32_t FewPoints = 4;

/// A line within a window.
struct Decimated {
    struct Point {
        double x = 0;
        double y = 0;
    };
    std::vector<Column> columns;
    /// What lies between the first and the last point of columns with at most FewPoints, column by
    /// column: a picture is made without looking at the line again.
    std::vector<Point> inner;
    std::uint32_t begin = 0;  // points in the window: begin .. end - 1
    std::uint32_t end = 0;
    Point before;  // point begin - 1, if there is one
    Point after;   // point end, if there is one
    bool exact = true;
};

/// Per column the first, last, least and greatest value, exactly as a look at every point gives.
[[nodiscard]] Decimated decimate(const Line& line, const Window& window);

/// The same with column borders moved to those of pyramid blocks or packed chunks, for frames while
/// the view moves: every extreme is there, but up to one column aside. Exact where there are few
/// points.
[[nodiscard]] Decimated decimateSnapped(const Line& line, const Window& window);

}  // namespace podium::series
