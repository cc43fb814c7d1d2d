// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/parallelfigure.h"
#include "views/figure/plane.h"

#include "series/decimate.h"
#include "series/raster.h"
#include "views/theme/theme.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

/// Many lines have to let each other shine through.
double opacityFor(std::size_t lines) {
    if (lines <= 60)
        return 0.85;
    return std::max(0.05, 0.85 * std::pow(60.0 / static_cast<double>(lines), 0.6));
}

constexpr double Outside = 0.10;  // lines that the marks leave out
/// While something moves so many lines have to do; the picture after it has all of them.
constexpr std::size_t QuickLines = 1500;

bool isRaster(const QPainter& painter) {
    return painter.paintEngine() != nullptr &&
           painter.paintEngine()->type() == QPaintEngine::Raster;
}

}  // namespace

/// The runs in the order in which they are drawn, and how.
struct ParallelFigure::Pass {
    struct Line {
        std::uint32_t run = 0;
        QColor color;
        double width = 1;
        double opacity = 1;
    };
    std::vector<Line> lines;
};

ParallelFigure::Pass ParallelFigure::linesOf(const Canvas& canvas) const {
    Pass pass;
    const std::size_t all = runs().size();
    const std::size_t stride = canvas.quick ? all / QuickLines + 1 : 1;
    const std::size_t inside = m_anyMarks ? m_marked.size() : all;
    const double opacity = opacityFor(inside);
    const double outside = std::min(Outside, opacityFor(all) * 0.5);
    // What is left out lies below, what is selected above.
    for (const int layer : {0, 1, 2}) {
        for (std::size_t run = 0; run < all; ++run) {
            const int mine = canvas.isSelected(run) ? 2 : m_inside.test(run) ? 1 : 0;
            if (mine != layer || (mine != 2 && run % stride != 0))
                continue;
            const auto number = static_cast<std::uint32_t>(run);
            if (mine == 0)
                pass.lines.push_back({number, canvas.colors().dim, 1, outside});
            else
                pass.lines.push_back({number, m_colors.color(run, canvas), mine == 2 ? 2.5 : 1.2,
                                      mine == 2 ? 1 : opacity});
        }
    }
    return pass;
}

QPolygonF ParallelFigure::lineOf(const Places& places, std::size_t run) const {
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(m_axes.size()));
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        line << QPointF(axisX(places, axis), pixelY(places, m_axes[axis].places[run]));
    return line;
}

/// With the raster of the line charts, whose cost goes with the pixels touched.
void ParallelFigure::paintRaster(QPainter& painter, const Canvas& canvas,
                                 const Places& places) const {
    const double ratio = canvas.quick ? 1 : painter.device()->devicePixelRatioF();
    const QRectF area = places.area.adjusted(0, -2, 0, places.foot + 2);
    const QSize size((area.size() * ratio).toSize());
    if (size.isEmpty())
        return;
    series::Raster raster(size.width(), size.height());
    series::Mapping mapping;
    mapping.window = {0, area.width(), size.width()};
    mapping.y = {-area.height(), 0};
    mapping.height = size.height();
    std::vector<double> xs;
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        xs.push_back(axisX(places, axis) - area.left());
    for (const Pass::Line& drawn : linesOf(canvas).lines) {
        std::vector<double> ys;
        ys.reserve(m_axes.size());
        for (const AxisData& axis : m_axes)
            ys.push_back(area.top() - pixelY(places, axis.places[drawn.run]));
        const auto line = series::Line::through(xs, std::move(ys));
        series::Stroke stroke;
        stroke.rgb = drawn.color.rgb() & 0xFFFFFFU;
        stroke.opacity = drawn.opacity;
        stroke.width = drawn.width * ratio;
        raster.draw(*line, series::decimate(*line, mapping.window), mapping, stroke);
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    raster.copyTo(reinterpret_cast<std::uint32_t*>(image.bits()),
                  static_cast<std::size_t>(image.bytesPerLine()) / sizeof(std::uint32_t));
    image.setDevicePixelRatio(ratio);
    painter.drawImage(area.topLeft(), image);
}

void ParallelFigure::paintVectors(QPainter& painter, const Canvas& canvas,
                                  const Places& places) const {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    for (const Pass::Line& drawn : linesOf(canvas).lines) {
        QColor color = drawn.color;
        color.setAlphaF(static_cast<float>(drawn.opacity));
        painter.setPen(
            QPen(color, drawn.width * canvas.line, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(lineOf(places, drawn.run));
    }
}

void ParallelFigure::paint(QPainter& painter, const Canvas& canvas) const {
    const Places places = layout(canvas);
    if (isRaster(painter))
        paintRaster(painter, canvas, places);
    else
        paintVectors(painter, canvas, places);
    paintAxes(painter, canvas, places);
    m_colors.paint(painter, canvas,
                   QRectF(places.area.left(), places.area.top(),
                          canvas.size.width() - 12 - m_colors.width(canvas) - places.area.left(),
                          places.area.height()),
                   !m_axes.empty() && options().color != m_axes.back().column->key);
}

void ParallelFigure::paintAxes(QPainter& painter, const Canvas& canvas,
                               const Places& places) const {
    const Colors& theme = canvas.colors();
    const QFontMetricsF metrics(canvas.font);
    const double step = m_axes.size() > 1 ? axisX(places, 1) - axisX(places, 0) : 100;
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
        const double x = axisX(places, axis);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.dim, canvas.line));
        painter.drawLine(QPointF(x, places.area.top()), QPointF(x, places.area.bottom()));
        painter.setRenderHint(QPainter::Antialiasing, true);
        paintMarks(painter, canvas, places, axis);
        paintLabels(painter, canvas, places, axis);
        const QString title = fitted(metrics, m_axes[axis].column->title, step - 8);
        const double width = metrics.horizontalAdvance(title);
        const double left =
            std::clamp(x - width / 2, 4.0, std::max(4.0, canvas.size.width() - width - 4));
        painter.setFont(canvas.font);
        painter.setPen(theme.text);
        drawLabel(painter, QRectF(left, places.titles.top(), width, places.titles.height()),
                  Qt::AlignLeft | Qt::AlignVCenter, title);
    }
}

void ParallelFigure::paintLabels(QPainter& painter, const Canvas& canvas, const Places& places,
                                 std::size_t axis) const {
    const QFontMetricsF metrics(canvas.font);
    const double line = metrics.height();
    const double x = axisX(places, axis);
    const double step = m_axes.size() > 1 ? axisX(places, 1) - axisX(places, 0) : 100;
    const bool last = axis + 1 == m_axes.size();
    QVector<AxisMark> marks = marksOf(m_axes[axis], places.area.height(), line);
    const bool lacks =
        places.foot > 0 && std::ranges::any_of(m_axes[axis].places, [](float p) { return p < 0; });
    painter.setFont(canvas.font);
    QColor back = canvas.colors().panel;
    back.setAlphaF(0.78F);
    const auto label = [&](double y, const QString& words, const QColor& color) {
        const QString text = fitted(metrics, words, last ? 90 : std::max(20.0, step * 0.8));
        const QRectF rect(x + 6, y - line / 2, metrics.horizontalAdvance(text), line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(back);
        painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 2, 2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(color);
        drawLabel(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    for (const AxisMark& mark : marks) {
        const double y = pixelY(places, static_cast<float>(mark.place));
        painter.setPen(QPen(canvas.colors().dim, canvas.line));
        painter.drawLine(QPointF(x - 2, y), QPointF(x + 3, y));
        label(y, mark.label, canvas.colors().text);
    }
    if (lacks)
        label(pixelY(places, -1), tr("none", "no value"), canvas.colors().dim);
}

void ParallelFigure::paintMarks(QPainter& painter, const Canvas& canvas, const Places& places,
                                std::size_t axis) const {
    const FigureAxis& marks = options().axes[axis];
    const AxisData& data = m_axes[axis];
    const double x = axisX(places, axis);
    QColor fill = canvas.colors().accent;
    fill.setAlphaF(0.45F);
    painter.setPen(QPen(canvas.colors().accent, canvas.line));
    painter.setBrush(fill);
    const auto bar = [&](double from, double to) {
        const double top =
            pixelY(places, static_cast<float>(std::clamp(std::max(from, to), 0.0, 1.0)));
        const double bottom =
            pixelY(places, static_cast<float>(std::clamp(std::min(from, to), 0.0, 1.0)));
        painter.drawRect(QRectF(x - 4, top, 8, std::max(2.0, bottom - top)));
    };
    for (const analysis::Interval& range : marks.ranges) {
        const double from = data.axis.place(range.low);
        const double to = data.axis.place(range.high);
        if (!std::isnan(from) && !std::isnan(to))
            bar(from, to);
    }
    const std::vector<std::string>& texts = data.column->values.categories;
    const double half = 0.4 / static_cast<double>(std::max<std::size_t>(1, texts.size()));
    for (const std::string& text : marks.categories) {
        const auto found = std::ranges::find(texts, text);
        if (found == texts.end())
            continue;
        const double at =
            data.axis.categoryPlace(static_cast<analysis::Category>(found - texts.begin() + 1));
        bar(at - half, at + half);
    }
    painter.setBrush(Qt::NoBrush);
}

void ParallelFigure::paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const {
    if (hit.runs.empty() || m_axes.size() < 2)
        return;
    const QPolygonF line = lineOf(layout(canvas), hit.runs.front());
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(canvas.colors().panel, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(hit.color, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(canvas.colors().text, 1.2));
    painter.setBrush(hit.color);
    for (const QPointF& point : line)
        painter.drawEllipse(point, 3.5, 3.5);
}

}  // namespace podium::views
