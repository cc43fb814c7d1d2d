// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/hitlabel.h"

#include "views/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace podium::views {

void paintHitLabel(QPainter& painter, const QWidget& widget, const FigureHit& hit) {
    constexpr int Inset = 8;
    const Colors& theme = colors(widget.palette());
    const QFont plain = smallFont(widget.font());
    const QFont strong = strongFont(plain);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics plainMetrics(plain);
    const int bullet = hit.color.isValid() ? 14 : 0;
    const int most = std::max(120, widget.width() * 2 / 3);
    const QString title = strongMetrics.elidedText(hit.title, Qt::ElideMiddle, most);
    int width = strongMetrics.horizontalAdvance(title) + bullet;
    QStringList lines;
    for (const QString& line : hit.lines) {
        lines << plainMetrics.elidedText(line, Qt::ElideMiddle, most);
        width = std::max(width, plainMetrics.horizontalAdvance(lines.back()));
    }
    const QSizeF size(width + 2 * Inset,
                      strongMetrics.height() +
                          static_cast<int>(lines.size()) * plainMetrics.height() + 2 * Inset - 4);
    QRectF rect(hit.at + QPointF(14, -size.height() - 10), size);
    const QRectF bounds = QRectF(widget.rect()).adjusted(2, 2, -2, -2);
    if (rect.right() > bounds.right())
        rect.moveRight(hit.at.x() - 14);
    if (rect.top() < bounds.top())
        rect.moveTop(hit.at.y() + 12);
    rect.moveTop(std::clamp(rect.top(), bounds.top(),
                            std::max(bounds.top(), bounds.bottom() - rect.height())));
    rect.moveLeft(std::max(rect.left(), bounds.left()));

    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.field);
    painter.drawRoundedRect(rect.translated(0.5, 0.5), metrics::Radius, metrics::Radius);
    const QRectF text = rect.adjusted(Inset, Inset - 2, -Inset, -Inset + 2);
    if (bullet > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(hit.color);
        painter.drawEllipse(
            QRectF(text.left(), text.top() + strongMetrics.height() / 2.0 - 4, 8, 8));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(
        QRectF(text.left() + bullet, text.top(), text.width() - bullet + 4, strongMetrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(plain);
    painter.setPen(theme.dim);
    double y = text.top() + strongMetrics.height();
    for (const QString& line : lines) {
        painter.drawText(QRectF(text.left(), y, text.width() + 4, plainMetrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, line);
        y += plainMetrics.height();
    }
}

}  // namespace podium::views
