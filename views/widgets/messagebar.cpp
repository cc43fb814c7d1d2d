// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/messagebar.h"

#include "base/error.h"
#include "views/text/text.h"
#include "views/theme/stylepaint.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace podium::views {

namespace {

QColor toneOf(MessageBar::Kind kind, const Colors& c) {
    switch (kind) {
        case MessageBar::Kind::Warning:
            return c.warn;
        case MessageBar::Kind::Error:
            return c.bad;
        case MessageBar::Kind::Info:
            break;
    }
    return c.accent;
}

QString iconOf(MessageBar::Kind kind) {
    return kind == MessageBar::Kind::Info ? QStringLiteral("info")
                                          : QStringLiteral("triangle-alert");
}

QToolButton* smallButton(QWidget* parent, const QString& name) {
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setObjectName(name);
    return button;
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_actions(new QHBoxLayout),
      m_copy(smallButton(this, QStringLiteral("messageCopyButton"))),
      m_close(smallButton(this, QStringLiteral("messageCloseButton"))) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 6, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    m_icon->setContentsMargins(0, 6, 0, 0);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_text->setMinimumWidth(80);
    layout->addWidget(m_text, 1);
    m_actions->setSpacing(metrics::Gap);
    layout->addLayout(m_actions);
    layout->addWidget(m_copy);
    layout->addWidget(m_close);
    m_copy->setToolTip(tr("Copy details"));
    m_copy->setAccessibleName(tr("Copy details of the message"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_copy->setIcon(dimIcon(u"copy"));
    m_close->setIcon(dimIcon(u"x"));
    connect(m_copy, &QToolButton::clicked, this, &MessageBar::copyDetails);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& details) {
    m_kind = kind;
    m_details = details;
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_text->setText(text);
    m_copy->setVisible(!details.isEmpty());
    setAccessibleName(text);
    restyle();
    show();
}

void MessageBar::showError(const base::Error& error) {
    showMessage(Kind::Error, describe(error), QString::fromStdString(base::logLine(error)));
}

QPushButton* MessageBar::addAction(const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(text);
    m_actions->addWidget(button, 0, Qt::AlignTop);
    return button;
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::copyDetails() {
    QApplication::clipboard()->setText(m_text->text() + QLatin1Char('\n') + m_details);
}

void MessageBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    const QColor tone = toneOf(m_kind, c);
    painter.fillRect(rect(), blend(c.panel, tone, c.dark ? 0.14 : 0.08));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(mirrored ? width() - 3 : 0, 0, 3, height()), tone);
    painter.fillRect(QRect(0, height() - 1, width(), 1), blend(c.line, tone, 0.25));
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QFrame::changeEvent(event);
}

void MessageBar::restyle() {
    const QColor tone = toneOf(m_kind, colors(palette()));
    m_icon->setPixmap(iconPixmap(iconOf(m_kind), tone, metrics::Icon, devicePixelRatioF()));
    update();
}

}  // namespace podium::views
