// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/elidedtext.h"

#include <QPainter>
#include <QStyle>

namespace podium::views {

ElidedText::ElidedText(Qt::TextElideMode mode, QWidget* parent) : QLabel(parent), m_mode(mode) {
    setTextFormat(Qt::PlainText);
}

QSize ElidedText::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 6, QLabel::minimumSizeHint().height()};
}

void ElidedText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), m_mode, width());
    style()->drawItemText(&painter, rect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                          palette(), isEnabled(), shown, foregroundRole());
}

}  // namespace podium::views
