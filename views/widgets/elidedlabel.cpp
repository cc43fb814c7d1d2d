// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/elidedlabel.h"

#include "views/theme/colors.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace podium::views {

ElidedLabel::ElidedLabel(QWidget* parent) : ElidedLabel(QString(), parent) {}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QFrame(parent), m_text(text) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void ElidedLabel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
    m_mode = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

void ElidedLabel::setDim(bool dim) {
    m_dim = dim;
    update();
}

bool ElidedLabel::isElided() const {
    return fontMetrics().horizontalAdvance(m_text) > contentsRect().width();
}

QSize ElidedLabel::sizeHint() const {
    // A hostile name of many thousand characters must not make a window as wide as itself.
    const int width = std::min(fontMetrics().horizontalAdvance(m_text.left(400)), 4000);
    const QMargins m = contentsMargins();
    return {width + 1 + m.left() + m.right(), fontMetrics().height() + 2 + m.top() + m.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const {
    const QSize hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().averageCharWidth() * 4), hint.height()};
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto* help = dynamic_cast<QHelpEvent*>(event);
        if (help != nullptr && isElided())
            QToolTip::showText(help->globalPos(), m_text.left(2000).toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QFrame::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    const bool dim = m_dim && isEnabled();
    painter.setPen(dim ? colors(palette()).dim : palette().color(foregroundRole()));
    const QRect rect = contentsRect();
    const QString shown = fontMetrics().elidedText(m_text, m_mode, rect.width());
    const auto alignment = QStyle::visualAlignment(layoutDirection(), m_alignment);
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

}  // namespace podium::views
