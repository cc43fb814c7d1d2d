// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/previewmessage.h"

#include "views/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int IconSize = 32;

}  // namespace

PreviewMessage::PreviewMessage(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    box->setSpacing(metrics::Gap);
    box->addStretch(2);
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        box->addWidget(label);
    }
    box->addStretch(3);
    m_title->setObjectName(QStringLiteral("previewMessageTitle"));
    m_title->setFont(strongFont(font()));
    m_text->setObjectName(QStringLiteral("previewMessageText"));
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void PreviewMessage::show(const QString& iconName, const QString& title, const QString& text) {
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    paintIcon();
}

QString PreviewMessage::title() const {
    return m_title->text();
}

QString PreviewMessage::text() const {
    return m_text->text();
}

void PreviewMessage::paintIcon() {
    m_icon->setPixmap(iconPixmap(m_iconName, colors(palette()).dim, IconSize, devicePixelRatioF()));
}

void PreviewMessage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        paintIcon();
}

}  // namespace podium::views
