// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/overlay.h"

#include "views/theme/theme.h"

namespace podium::views {

Overlay::Overlay(QCustomPlot* plot) : QCPLayerable(plot, QStringLiteral("overlay")) {}

void Overlay::update() {
    layer()->replot();
}

void Overlay::draw(QCPPainter* painter) {
    // Exports draw every layer; what follows the pointer is no part of the chart.
    if (painter->modes().testFlag(QCPPainter::pmNoCaching))
        return;
    const Colors& theme = colors(mParentPlot->palette());
    const QRect area = mParentPlot->axisRect()->rect();
    painter->setAntialiasing(false);
    if (cursor && *cursor >= area.left() && *cursor <= area.right() + 1) {
        painter->setPen(QPen(theme.dim, 1, Qt::CustomDashLine));
        QPen pen = painter->pen();
        pen.setDashPattern({3, 3});
        painter->setPen(pen);
        const double x = std::floor(*cursor) + 0.5;
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    if (box) {
        QColor fill = theme.accent;
        fill.setAlphaF(0.12F);
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(fill);
        painter->drawRect(box->intersected(area));
        painter->setBrush(Qt::NoBrush);
    }
    painter->setAntialiasing(true);
    if (focused) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(mParentPlot->rect()).adjusted(2, 2, -2, -2), 5, 5);
    }
    if (label)
        drawLabel(painter, area);
}

void Overlay::drawLabel(QCPPainter* painter, const QRect& area) const {
    const Colors& theme = colors(mParentPlot->palette());
    painter->setPen(QPen(theme.panel, 1.5));
    painter->setBrush(label->color);
    painter->drawEllipse(label->at, 4.5, 4.5);

    const QFont plain = smallFont(mParentPlot->font());
    const QFont strong = strongFont(plain);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics plainMetrics(plain);
    constexpr int Bullet = 14;
    constexpr int Inset = 8;
    const int most = std::max(120, area.width() * 2 / 3);
    const QString title = strongMetrics.elidedText(label->title, Qt::ElideMiddle, most);
    int width = strongMetrics.horizontalAdvance(title) + Bullet;
    for (const QString& line : label->lines)
        width = std::max(width, plainMetrics.horizontalAdvance(line));
    const int lines = static_cast<int>(label->lines.size());
    const QSizeF size(width + 2 * Inset,
                      strongMetrics.height() + lines * plainMetrics.height() + 2 * Inset - 4);
    QRectF rect(label->at + QPointF(14, -size.height() - 10), size);
    const QRectF bounds = QRectF(mParentPlot->rect()).adjusted(2, 2, -2, -2);
    if (rect.right() > bounds.right())
        rect.moveRight(label->at.x() - 14);
    if (rect.top() < bounds.top())
        rect.moveTop(label->at.y() + 12);
    rect.moveTop(std::clamp(rect.top(), bounds.top(),
                            std::max(bounds.top(), bounds.bottom() - rect.height())));
    rect.moveLeft(std::max(rect.left(), bounds.left()));

    painter->setPen(QPen(theme.line, 1));
    painter->setBrush(theme.field);
    painter->drawRoundedRect(rect.translated(0.5, 0.5), metrics::Radius, metrics::Radius);
    painter->setPen(Qt::NoPen);
    painter->setBrush(label->color);
    const QRectF text = rect.adjusted(Inset, Inset - 2, -Inset, -Inset + 2);
    painter->drawEllipse(QPointF(text.left() + 4, text.top() + strongMetrics.height() / 2.0), 4, 4);
    painter->setFont(strong);
    painter->setPen(theme.text);
    painter->drawText(
        QRectF(text.left() + Bullet, text.top(), text.width() - Bullet + 4, strongMetrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter, title);
    painter->setFont(plain);
    painter->setPen(theme.dim);
    double y = text.top() + strongMetrics.height();
    for (const QString& line : label->lines) {
        painter->drawText(QRectF(text.left(), y, text.width() + 4, plainMetrics.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, line);
        y += plainMetrics.height();
    }
}

}  // namespace podium::views
