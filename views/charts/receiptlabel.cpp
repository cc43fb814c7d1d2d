// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/receiptlabel.h"

#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace podium::views {

ReceiptLabel::ReceiptLabel(QWidget* parent) : ElidedLabel(parent) {
    setDim(true);
}

void ReceiptLabel::setProvable(bool provable) {
    if (provable == m_provable)
        return;
    m_provable = provable;
    setFocusPolicy(provable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(provable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleDescription(provable ? tr("Press Enter to check this point by point") : QString());
}

void ReceiptLabel::mouseReleaseEvent(QMouseEvent* event) {
    if (m_provable && event->button() == Qt::LeftButton &&
        rect().contains(event->position().toPoint()))
        Q_EMIT proofWanted();
    else
        ElidedLabel::mouseReleaseEvent(event);
}

void ReceiptLabel::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (m_provable && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        Q_EMIT proofWanted();
    else
        ElidedLabel::keyPressEvent(event);
}

void ReceiptLabel::paintEvent(QPaintEvent* event) {
    ElidedLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors(palette()).accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 0.5, -4.5, -3.5), 4, 4);
}

}  // namespace podium::views
