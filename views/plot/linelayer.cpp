// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/linelayer.h"

#include <algorithm>

namespace podium::views {

LineLayer::LineLayer(QCPAxis* key, QCPAxis* value) : QCPAbstractPlottable(key, value) {
    setSelectable(QCP::stNone);
}

double LineLayer::selectTest(const QPointF&, bool, QVariant*) const {
    return -1;
}

QCPRange LineLayer::getKeyRange(bool& found, QCP::SignDomain) const {
    found = false;
    return {};
}

QCPRange LineLayer::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = false;
    return {};
}

void LineLayer::drawLegendIcon(QCPPainter*, const QRectF&) const {}

void LineLayer::draw(QCPPainter* painter) {
    if (m_frame == nullptr || m_frame->image.isNull())
        return;
    if (painter->modes().testFlag(QCPPainter::pmVectorized))
        drawVector(painter);
    else
        drawPicture(painter);
    drawBest(painter);
}

void LineLayer::drawPicture(QCPPainter* painter) const {
    const series::Mapping& mapping = m_frame->mapping;
    const QPointF topLeft(mKeyAxis->coordToPixel(mapping.window.x0),
                          mValueAxis->coordToPixel(mapping.y.high));
    const QPointF bottomRight(mKeyAxis->coordToPixel(mapping.window.x1),
                              mValueAxis->coordToPixel(mapping.y.low));
    const QRectF target(topLeft, bottomRight);
    const QSizeF size = QSizeF(m_frame->image.size()) / m_frame->image.devicePixelRatio();
    // With antialiasing a stretched picture would be painted as a brush, many times slower.
    painter->setAntialiasing(false);
    constexpr double Alike = 0.01;
    if (std::abs(target.width() - size.width()) < Alike &&
        std::abs(target.height() - size.height()) < Alike)
        painter->drawImage(target.topLeft(), m_frame->image);
    else
        painter->drawImage(target, m_frame->image, QRectF(m_frame->image.rect()));
}

void LineLayer::drawVector(QCPPainter* painter) const {
    const Prepared& prepared = *m_frame->prepared;
    const double faint = m_dark ? 0.32 : 0.26;
    for (const PreparedBand& band : prepared.bands)
        drawBand(painter, band);
    for (const PreparedLine& line : prepared.lines) {
        if (!prepared.bands.empty() && prepared.options.members)
            drawPath(painter, *line.shown, line.line.color, 0.75, faint);
        else if (prepared.bands.empty() && line.shown != line.raw)
            drawPath(painter, *line.raw, line.line.color, 0.75, faint);
    }
    for (const PreparedBand& band : prepared.bands)
        drawPath(painter, *band.centre, band.color, m_paperLine > 0 ? m_paperLine * 1.3 : 1.4, 1);
    if (!prepared.bands.empty())
        return;
    for (const PreparedLine& line : prepared.lines)
        drawPath(painter, *line.shown, line.line.color,
                 (m_paperLine > 0 ? m_paperLine : 1.1) * (line.line.emphasised ? 1.6 : 1), 1);
}

/// The band as one outline: along the upper line, and back along the lower one.
void LineLayer::drawBand(QCPPainter* painter, const PreparedBand& band) const {
    const QCPRange keys = mKeyAxis->range();
    const series::Window window{keys.lower, keys.upper, 2 * mKeyAxis->axisRect()->width()};
    QPolygonF outline;
    QPolygonF back;
    const series::Decimated high = series::decimate(*band.high, window);
    const series::Decimated low = series::decimate(*band.low, window);
    const auto add = [&](QPolygonF& line, double x, double y) {
        line << QPointF(mKeyAxis->coordToPixel(x), mValueAxis->coordToPixel(y));
    };
    const auto ends = [&](QPolygonF& line, const series::Line& edge, std::size_t i) {
        if (i < edge.size())
            add(line, edge.x()[i], edge.y()[i]);
    };
    if (high.begin > 0)
        ends(outline, *band.high, high.begin - 1U);
    for (const series::Column& column : high.columns)
        add(outline, column.x0, column.max);
    ends(outline, *band.high, high.end);
    if (low.begin > 0)
        ends(back, *band.low, low.begin - 1U);
    for (const series::Column& column : low.columns)
        add(back, column.x0, column.min);
    ends(back, *band.low, low.end);
    std::ranges::reverse(back);
    outline += back;
    QColor fill = band.color;
    fill.setAlphaF(m_dark ? 0.24F : 0.18F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawPolygon(outline);
    painter->setBrush(Qt::NoBrush);
}

/// A ring at the best value of each line.
void LineLayer::drawBest(QCPPainter* painter) const {
    painter->setAntialiasing(true);
    for (const BestPoint& best : m_frame->prepared->best) {
        const QPointF at(mKeyAxis->coordToPixel(best.x), mValueAxis->coordToPixel(best.y));
        painter->setPen(QPen(m_frame->prepared->lines[best.line].line.color, 1.5));
        painter->setBrush(mParentPlot->palette().color(QPalette::Base));
        painter->drawEllipse(at, 4, 4);
        painter->setBrush(Qt::NoBrush);
    }
}

void LineLayer::drawPath(QCPPainter* painter, const series::Line& line, QColor color, double width,
                         double opacity) const {
    // Twice as many columns as the paper has points: finer than one can print.
    const QCPRange keys = mKeyAxis->range();
    const series::Window window{keys.lower, keys.upper, 2 * mKeyAxis->axisRect()->width()};
    const series::Decimated columns = series::decimate(line, window);
    color.setAlphaF(static_cast<float>(opacity));
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() == 1)
            painter->drawEllipse(run.front(), 1, 1);
        else if (run.size() > 1)
            painter->drawPolyline(run);
        run.clear();
    };
    const auto add = [&](double x, double y) {
        run << QPointF(mKeyAxis->coordToPixel(x), mValueAxis->coordToPixel(y));
    };
    series::Cursor cursor(line);
    const auto point = [&](std::size_t i) { add(cursor.x(i), cursor.y(i)); };
    if (line.joined(columns.begin))
        point(columns.begin - 1U);
    for (const series::Column& column : columns.columns) {
        if (!line.joined(column.first))
            flush();
        add(column.x0, column.y0);
        if (column.last - column.first > 1) {
            add(column.x0, column.min);
            add(column.x0, column.max);
        }
        if (column.last != column.first)
            add(column.x1, column.y1);
    }
    if (line.joined(columns.end))
        point(columns.end);
    flush();
}

void LaneLayer::draw(QCPPainter* painter) {
    if (m_frame == nullptr || m_frame->lane.isNull())
        return;
    const QRect rect = mParentPlot->axisRect()->rect();
    const QCPAxis* key = mParentPlot->xAxis;
    const double left = key->coordToPixel(m_frame->mapping.window.x0);
    const double right = key->coordToPixel(m_frame->mapping.window.x1);
    painter->save();
    painter->setClipRect(rect.adjusted(-4, 0, 4, LaneHeight + 4));
    painter->drawImage(QRectF(left, rect.bottom() + 3, right - left, LaneHeight), m_frame->lane,
                       QRectF(m_frame->lane.rect()));
    painter->restore();
}

}  // namespace podium::views
