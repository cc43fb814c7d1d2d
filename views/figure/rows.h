// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/plane.h"

#include <QColor>

/// Runs put together, and figures that have a row for each such group. Private to the room.
namespace podium::views {

struct RunGroup {
    QString title;
    std::vector<std::uint32_t> runs;
    int colorSlot = -1;  // -1: the accent's colour

    [[nodiscard]] QColor color(const Canvas& canvas) const;
};

struct RunGroups {
    std::vector<RunGroup> groups;
    bool single = false;  // each is one run
    QString title;        // of what they are groups of; "" for runs and all together
    QString plainHead;    // the same in files
};

/// The groups that the options ask for; `eachRun`: where nothing is asked for, each run is one.
[[nodiscard]] RunGroups runGroups(const RunSet& runs, const FigureOptions& options, bool eachRun);

/// Rows of one height with their names at the left, over an axis at the bottom.
struct RowsLayout {
    Plane plane;
    double rowHeight = 20;
    double first = 0;  // rows above the first one seen
    std::size_t rows = 0;

    [[nodiscard]] QRectF row(std::size_t i) const {
        return {plane.area.left(), plane.area.top() + (static_cast<double>(i) - first) * rowHeight,
                plane.area.width(), rowHeight};
    }
    [[nodiscard]] std::size_t begin() const { return static_cast<std::size_t>(first); }
    [[nodiscard]] std::size_t end() const;
    /// The row at a pixel, nothing beside them.
    [[nodiscard]] std::optional<std::size_t> rowAt(const QPointF& pixel) const;
    [[nodiscard]] double x(double place) const { return plane.pixel(place, 0).x(); }
};

struct RowsWanted {
    const FigureColumn* column = nullptr;  // of the axis; nullptr: plain numbers
    analysis::Axis axis;
    QString axisTitle;       // "": that of the column
    QStringList titles;      // of the rows
    double right = 0;        // room at the right
    double mostHeight = 34;  // of a row
    double leastHeight = 19;
};

[[nodiscard]] RowsLayout layoutRows(const Canvas& canvas, const RowsWanted& wanted);
/// Grid, axis, names of the rows, and how far they are scrolled.
void paintRows(QPainter& painter, const Canvas& canvas, const RowsWanted& wanted,
               const RowsLayout& layout);
/// The view moved by rows; as it was if all are seen.
[[nodiscard]] FigureView scrolledRows(const Canvas& canvas, const RowsLayout& layout, double rows);

}  // namespace podium::views
