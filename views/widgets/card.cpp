// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/card.h"

#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace podium::views {

Card::Card(QWidget* parent) : Card(QString(), parent) {}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent),
      m_head(new QWidget(this)),
      m_headLayout(new QHBoxLayout(m_head)),
      m_title(new ElidedLabel(m_head)),
      m_note(new ElidedLabel(m_head)),
      m_body(new QVBoxLayout) {
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    m_headLayout->setContentsMargins(10, metrics::Unit, 6, 0);
    m_headLayout->setSpacing(metrics::Gap);
    m_headLayout->addWidget(m_title, 1);
    m_headLayout->addWidget(m_note, 1);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setDim(true);
    m_head->setMinimumHeight(32);
    layout->addWidget(m_head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    layout->addLayout(m_body, 1);
    setTitle(title);
    m_note->hide();
    restyle();
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_head->setVisible(!title.isEmpty());
    if (!title.isEmpty())
        setAccessibleName(title);
}

void Card::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::addHeadWidget(QWidget* widget) {
    m_headLayout->addWidget(widget);
    m_head->show();
}

void Card::setHighlighted(bool highlighted) {
    m_highlighted = highlighted;
    update();
}

void Card::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    drawBox(painter, rect(), c.panel, m_highlighted ? c.accent : c.line, metrics::CardRadius);
}

void Card::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange)
        restyle();
    QFrame::changeEvent(event);
}

void Card::restyle() {
    m_title->setFont(strongFont(font()));
    m_note->setFont(smallFont(font()));
}

}  // namespace podium::views
