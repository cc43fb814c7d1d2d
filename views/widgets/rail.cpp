// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rail.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOption>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

RailButton::RailButton(const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setBadge(int number, const QString& words) {
    m_badge = std::max(0, number);
    setAccessibleDescription(m_badge > 0 ? words : QString());
    update();
}

QSize RailButton::sizeHint() const {
    const int label = QFontMetrics(smallFont(font())).height();
    return {metrics::Rail - 8, std::max(50, metrics::RailIcon + label + 16)};
}

void RailButton::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    QStyleOption option;
    option.initFrom(this);
    if (isChecked() && isEnabled())
        drawBox(painter, rect(), c.selection, QColor(), metrics::Radius);
    else if (isEnabled() && (underMouse() || isDown()))
        drawBox(painter, rect(), c.hover, QColor(), metrics::Radius);
    if (showsFocus(option))
        drawFocusRing(painter, rect(), c.accent, metrics::Radius);

    const QColor off = palette().color(QPalette::Disabled, QPalette::WindowText);
    const QColor ink =
        !isEnabled() ? off : (isChecked() ? c.accent : (underMouse() ? c.text : c.dim));
    painter.setFont(smallFont(font()));
    const int label = painter.fontMetrics().height();
    const int top = (height() - metrics::RailIcon - 4 - label) / 2;
    const QRect iconRect((width() - metrics::RailIcon) / 2, top, metrics::RailIcon,
                         metrics::RailIcon);
    painter.drawPixmap(iconRect,
                       iconPixmap(m_iconName, ink, metrics::RailIcon, devicePixelRatioF()));
    painter.setPen(ink);
    const QRect textRect(1, iconRect.bottom() + 4, width() - 2, label);
    painter.drawText(textRect, Qt::AlignCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    if (m_badge > 0)
        paintBadge(painter, iconRect);
}

void RailButton::paintBadge(QPainter& painter, const QRect& iconRect) const {
    const Colors& c = colors(palette());
    const QString number = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    QFont small = strongFont(smallFont(smallFont(font())));
    painter.setFont(small);
    const QFontMetrics fontMetrics(small);
    const int high = std::max(15, fontMetrics.height());
    const int wide = std::max(high, fontMetrics.horizontalAdvance(number) + 8);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? iconRect.left() + 6 - wide : iconRect.right() - 6;
    const QRect rect(std::clamp(x, 0, width() - wide), std::max(1, iconRect.top() - 5), wide, high);
    drawBox(painter, rect, c.bad, QColor(), high / 2.0);
    painter.setPen(c.badText);
    painter.drawText(rect, Qt::AlignCenter, number);
}

Rail::Rail(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QVBoxLayout(this)) {
    setFixedWidth(metrics::Rail);
    m_layout->setContentsMargins(4, 8, 4, 8);
    m_layout->setSpacing(4);
    m_layout->addStretch();
    // Not idClicked: a screen reader toggles a button without a click.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT activated(id);
    });
}

RailButton* Rail::addPlace(int id, const QString& iconName, const QString& text) {
    auto* button = new RailButton(iconName, text, this);
    m_group->addButton(button, id);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
    if (m_group->buttons().size() == 1)
        setCurrent(id);
    return button;
}

RailButton* Rail::place(int id) const {
    return qobject_cast<RailButton*>(m_group->button(id));
}

void Rail::setCurrent(int id) {
    const QSignalBlocker quiet(m_group);
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
}

int Rail::current() const {
    return m_group->checkedId();
}

void Rail::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    painter.fillRect(rect(), c.panel);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(mirrored ? 0 : width() - 1, 0, 1, height()), c.line);
}

}  // namespace podium::views
