// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/emptystate.h"

#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int IconSize = 36;
constexpr int TextWidth = 440;
constexpr int ColumnShare = 1000;  // of a narrow room, against 1 for each side

}  // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_buttons(new QHBoxLayout) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::Gap);
    layout->addStretch(2);
    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::Gap);
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        // As wide as a line reads well, and no wider than a side panel.
        label->setMaximumWidth(TextWidth);
        column->addWidget(label);
    }
    // A layout puts what has a greatest width to the left of its room, not into the middle.
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addStretch(1);
    row->addLayout(column, ColumnShare);
    row->addStretch(1);
    layout->addLayout(row);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    layout->addSpacing(metrics::Gap);
    m_buttons->setSpacing(metrics::Gap);
    m_buttons->addStretch();
    m_buttons->addStretch();
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    restyle();
}

void EmptyState::setContent(const QString& iconName, const QString& title, const QString& text) {
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    restyle();
}

QPushButton* EmptyState::addButton(const QString& text, bool primary) {
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(text);
    setPrimary(button, primary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void EmptyState::restyle() {
    const Colors& c = colors(palette());
    m_icon->setPixmap(
        iconPixmap(m_iconName, blend(c.panel, c.dim, 0.7), IconSize, devicePixelRatioF()));
    m_icon->setVisible(!m_icon->pixmap(Qt::ReturnByValue).isNull());
    QFont title = strongFont(font());
    if (title.pointSizeF() > 0)
        title.setPointSizeF(title.pointSizeF() * 1.15);
    m_title->setFont(title);
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, c.dim);
    m_text->setPalette(dim);
}

}  // namespace podium::views
