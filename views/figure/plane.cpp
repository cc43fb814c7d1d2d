// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/plane.h"

#include "views/plot/ticks.h"
#include "views/theme/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr double Edge = 10;         // around everything
constexpr double Apart = 6;         // a label and its axis
constexpr double Between = 18;      // two labels side by side
constexpr int MostMarks = 7;        // up an axis, of numbers: more of them only fill the picture
constexpr double MostDecades = 10;  // of which single marks can be told apart
constexpr double WidestY = 0.34;    // of the width, for labels at the left

int wantedAlong(double length, double each) {
    return std::max(2, static_cast<int>(length / std::max(each, 1.0)));
}

double widest(const QFontMetricsF& metrics, const QVector<AxisMark>& marks) {
    double width = 0;
    for (const AxisMark& mark : marks)
        width = std::max(width, metrics.horizontalAdvance(mark.label));
    return width;
}

QVector<AxisMark> marksOf(const FigureColumn* column, const analysis::Axis& axis, int wanted) {
    if (column != nullptr)
        return axisMarks(*column, axis, wanted);
    QVector<AxisMark> marks;
    for (const Tick& tick : numberTicks({axis.low(), axis.high()}, wanted))
        marks.append({axis.place(tick.at), tick.label});
    return marks;
}

/// As many marks as have room side by side.
QVector<AxisMark> marksThatFit(const QFontMetricsF& metrics, const FigureColumn* column,
                               const analysis::Axis& axis, double width) {
    if (axis.categorical())
        return marksOf(column, axis, wantedAlong(width, 36));
    int wanted = wantedAlong(width, 70);
    QVector<AxisMark> marks = marksOf(column, axis, wanted);
    while (wanted > 2 && !marks.isEmpty() &&
           (widest(metrics, marks) + Between) * static_cast<double>(marks.size()) > width)
        marks = marksOf(column, axis, --wanted);
    return marks;
}

/// Between powers of ten: they show that an axis is logarithmic.
QVector<double> minorPlaces(const analysis::Axis& axis) {
    QVector<double> places;
    if (axis.kind() != analysis::AxisKind::Log)
        return places;
    const double first = std::floor(std::log10(axis.low()));
    const double last = std::log10(axis.high());
    if (!(last - first <= MostDecades))
        return places;
    for (double power = first; power <= last; ++power) {
        for (int digit = 1; digit < 10; ++digit) {
            const double place = axis.place(digit * std::pow(10, power));
            if (place >= 0 && place <= 1)
                places.append(place);
        }
    }
    return places;
}

series::Range zoomedRange(const analysis::Axis& axis, double place, double factor) {
    const bool log = axis.kind() == analysis::AxisKind::Log;
    return series::zoomed({axis.low(), axis.high()}, axis.value(place), factor, log);
}

}  // namespace

double labelHeight(const Canvas& canvas) {
    return QFontMetricsF(canvas.font).height();
}

QString fitted(const QFontMetricsF& metrics, const QString& text, double width) {
    return metrics.horizontalAdvance(text) <= width
               ? text
               : metrics.elidedText(text, Qt::ElideMiddle, std::max(width, 0.0));
}

void drawLabel(QPainter& painter, const QRectF& rect, int alignment, const QString& text) {
    painter.drawText(rect, alignment | Qt::TextSingleLine | Qt::TextDontClip, text);
}

Plane layoutPlane(const Canvas& canvas, const PlaneAxes& axes) {
    const QFontMetricsF metrics(canvas.font);
    Plane plane;
    plane.xTitle = axes.xTitle.isEmpty() && axes.x != nullptr ? axes.x->title : axes.xTitle;
    plane.yTitle = axes.yTitle.isEmpty() && axes.y != nullptr ? axes.y->title : axes.yTitle;
    plane.xCategories = axes.xAxis.categorical();
    plane.yCategories = axes.yAxis.categorical();
    const double line = metrics.height();
    const double top = Edge + (plane.yTitle.isEmpty() ? line / 2 : line + 4);
    const double bottom =
        canvas.size.height() - Edge - line - Apart - (plane.xTitle.isEmpty() ? 0 : line + 2);
    const double height = std::max(20.0, bottom - top);
    const double each = plane.yCategories ? line : 2.2 * line;
    const int room = wantedAlong(height, each);
    plane.yMarks =
        marksOf(axes.y, axes.yAxis, plane.yCategories ? room : std::min(room, MostMarks));
    const double most = canvas.size.width() * WidestY;
    const double left = Edge + Apart + std::min(widest(metrics, plane.yMarks), most);
    const double right = canvas.size.width() - Edge - axes.right;
    plane.area = QRectF(left, top, std::max(20.0, right - left), height);
    plane.xMarks = marksThatFit(metrics, axes.x, axes.xAxis, plane.area.width());
    plane.xMinor = minorPlaces(axes.xAxis);
    plane.yMinor = minorPlaces(axes.yAxis);
    return plane;
}

void paintPlane(QPainter& painter, const Canvas& canvas, const Plane& plane, bool verticals) {
    const Colors& theme = canvas.colors();
    const QFontMetricsF metrics(canvas.font);
    const double line = metrics.height();
    const QRectF& area = plane.area;
    painter.setFont(canvas.font);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.line, canvas.line));
    for (const AxisMark& mark : plane.yMarks) {
        const double y = plane.pixel(0, mark.place).y();
        if (plane.grid)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    for (const AxisMark& mark : plane.xMarks) {
        const double x = plane.pixel(mark.place, 0).x();
        if (verticals && plane.grid)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    painter.setPen(QPen(theme.dim, canvas.line));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    for (const AxisMark& mark : plane.xMarks) {
        const double x = plane.pixel(mark.place, 0).x();
        if (!plane.xCategories)
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
    }
    for (const double place : plane.xMinor) {
        const double x = plane.pixel(place, 0).x();
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 2));
    }
    for (const double place : plane.yMinor) {
        const double y = plane.pixel(0, place).y();
        painter.drawLine(QPointF(area.left() - 2, y), QPointF(area.left(), y));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const AxisMark& mark : plane.yMarks) {
        const double y = plane.pixel(0, mark.place).y();
        drawLabel(painter, QRectF(Edge, y - line / 2, area.left() - Edge - Apart, line),
                  Qt::AlignRight | Qt::AlignVCenter,
                  fitted(metrics, mark.label, area.left() - Edge - Apart + 1));
    }
    const double slot =
        plane.xMarks.isEmpty() ? 0 : area.width() / static_cast<double>(plane.xMarks.size()) - 6;
    for (const AxisMark& mark : plane.xMarks) {
        const QString text = plane.xCategories ? fitted(metrics, mark.label, slot) : mark.label;
        const double width = metrics.horizontalAdvance(text);
        const double x = plane.pixel(mark.place, 0).x();
        // A label at the end stays on the picture.
        const double from = std::clamp(x - width / 2, 2.0, canvas.size.width() - width - 2);
        drawLabel(painter, QRectF(from, area.bottom() + Apart, width, line), Qt::AlignLeft, text);
    }
    painter.setPen(theme.text);
    if (!plane.xTitle.isEmpty())
        drawLabel(painter,
                  QRectF(area.left(), area.bottom() + Apart + line + 2, area.width(), line),
                  Qt::AlignHCenter, fitted(metrics, plane.xTitle, area.width()));
    if (!plane.yTitle.isEmpty())
        drawLabel(painter, QRectF(Edge, Edge - 4, area.right() - Edge, line), Qt::AlignLeft,
                  fitted(metrics, plane.yTitle, area.right() - Edge));
}

FigureView zoomedView(const Canvas& canvas, const PlaneAxes& axes, const Plane& plane,
                      const QPointF& position, double factor, bool alongX, bool alongY) {
    FigureView view = canvas.view;
    const QPointF place = plane.place(position);
    if (alongX && !axes.xAxis.categorical())
        view.x = zoomedRange(axes.xAxis, std::clamp(place.x(), 0.0, 1.0), factor);
    if (alongY && !axes.yAxis.categorical())
        view.y = zoomedRange(axes.yAxis, std::clamp(place.y(), 0.0, 1.0), factor);
    return view;
}

FigureView pannedView(const Canvas& canvas, const PlaneAxes& axes, const Plane& plane,
                      const QPointF& by) {
    FigureView view = canvas.view;
    const auto moved = [](const analysis::Axis& axis, double share) {
        const bool log = axis.kind() == analysis::AxisKind::Log;
        return series::moved({axis.low(), axis.high()}, axis.reversed() ? -share : share, log);
    };
    if (by.x() != 0 && !axes.xAxis.categorical())
        view.x = moved(axes.xAxis, -by.x() / plane.area.width());
    if (by.y() != 0 && !axes.yAxis.categorical())
        view.y = moved(axes.yAxis, by.y() / plane.area.height());
    return view;
}

}  // namespace podium::views
