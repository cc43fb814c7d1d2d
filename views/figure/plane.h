// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figurecolumn.h"

#include <QRectF>

class QFontMetricsF;

/// A rectangle between two axes, with their labels. Private to the room.
namespace podium::views {

struct Plane {
    QRectF area;
    QVector<AxisMark> xMarks;
    QVector<AxisMark> yMarks;
    QVector<double> xMinor;  // places of marks without a label
    QVector<double> yMinor;
    QString xTitle;
    QString yTitle;
    bool grid = true;
    bool xCategories = false;
    bool yCategories = false;

    /// The pixel of a place on both axes.
    [[nodiscard]] QPointF pixel(double x, double y) const {
        return {area.left() + x * area.width(), area.bottom() - y * area.height()};
    }
    /// The place of a pixel, 0 to 1 inside of the area.
    [[nodiscard]] QPointF place(const QPointF& pixel) const {
        return {(pixel.x() - area.left()) / area.width(),
                (area.bottom() - pixel.y()) / area.height()};
    }
};

/// How a plane is laid out: marks are asked for as many as there is room.
struct PlaneAxes {
    const FigureColumn* x = nullptr;
    analysis::Axis xAxis;
    const FigureColumn* y = nullptr;  // nullptr: `yTitle` and plain numbers
    analysis::Axis yAxis;
    QString xTitle;  // "": that of the column
    QString yTitle;
    double right = 0;  // room for a colour key
};

[[nodiscard]] Plane layoutPlane(const Canvas& canvas, const PlaneAxes& axes);
/// Grid, labels and titles.
void paintPlane(QPainter& painter, const Canvas& canvas, const Plane& plane, bool verticals = true);

/// A plane's axes zoomed or moved, as a view; an axis of categories stays.
[[nodiscard]] FigureView zoomedView(const Canvas& canvas, const PlaneAxes& axes, const Plane& plane,
                                    const QPointF& position, double factor, bool alongX,
                                    bool alongY);
[[nodiscard]] FigureView pannedView(const Canvas& canvas, const PlaneAxes& axes, const Plane& plane,
                                    const QPointF& by);

/// The height of a line of labels.
[[nodiscard]] double labelHeight(const Canvas& canvas);
/// A text at most so wide, with dots in its middle.
[[nodiscard]] QString fitted(const QFontMetricsF& metrics, const QString& text, double width);
/// Draws a text of one line inside a rectangle.
void drawLabel(QPainter& painter, const QRectF& rect, int alignment, const QString& text);

}  // namespace podium::views
