// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/addchartbutton.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace podium::views {

AddChartButton::AddChartButton(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("addChart"));
    setText(tr("Add chart"));
    setAccessibleName(text());
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize AddChartButton::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + 4 * metrics::Group, 40};
}

void AddChartButton::paintEvent(QPaintEvent*) {
    const Colors& theme = colors(palette());
    QStyleOption option;
    option.initFrom(this);
    const bool focus = showsFocus(option);
    const bool lit = underMouse() || focus || isDown();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(lit ? theme.accent : theme.line, focus ? 2 : 1);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.setBrush(isDown() ? QBrush(theme.hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::CardRadius,
                            metrics::CardRadius);
    const QColor color = lit ? theme.accent : theme.dim;
    const QPixmap plus = iconPixmap(u"plus", color, metrics::Icon, devicePixelRatioF());
    const int width = fontMetrics().horizontalAdvance(text()) + metrics::Icon + metrics::Unit;
    const QRect inner((this->width() - width) / 2, 0, width, height());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int iconLeft = mirrored ? inner.right() - metrics::Icon : inner.left();
    painter.drawPixmap(QPoint(iconLeft, (height() - metrics::Icon) / 2), plus);
    painter.setPen(color);
    painter.drawText(inner, Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight), text());
}

void AddChartButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void AddChartButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace podium::views
