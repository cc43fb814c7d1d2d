// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/threadview.h"

#include "items/cell.h"
#include "views/registry/reviewwords.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace podium::views {

using registry::Action;
using registry::Event;

namespace {

QString iconOf(const Event& event) {
    switch (event.action) {
        case Action::Request:
            return QStringLiteral("rocket");
        case Action::Approve:
            return QStringLiteral("check");
        case Action::Reject:
            return QStringLiteral("x");
        case Action::Withdraw:
            return QStringLiteral("undo-2");
        case Action::Comment:
            return QStringLiteral("message-square");
        case Action::Applied:
            return QStringLiteral("circle-check");
        case Action::Unknown:
            break;
    }
    return QStringLiteral("circle-help");
}

QColor colourOf(const Event& event, const Colors& c) {
    const bool bad = event.action == Action::Reject || event.effect == registry::Effect::Conflict ||
                     event.effect == registry::Effect::Refused;
    if (bad)
        return c.bad;
    return event.action == Action::Approve || event.action == Action::Applied ? c.ok : c.dim;
}

QLabel* label(QWidget* parent, const QString& text) {
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

}  // namespace

ThreadView::ThreadView(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("requestThread"));
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void ThreadView::setThread(const std::vector<Event>& events, base::Millis now) {
    m_events = events;
    m_now = now;
    fill();
}

void ThreadView::fill() {
    delete m_lines;
    m_lines = new QWidget(this);
    auto* lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(12, 2, 12, 10);
    lines->setSpacing(metrics::Gap);
    const Colors& c = colors(palette());
    for (const Event& event : m_events) {
        auto* mark = new QLabel(m_lines);
        mark->setPixmap(
            iconPixmap(iconOf(event), colourOf(event, c), metrics::Icon, devicePixelRatioF()));
        const QString who = event.who.empty() ? tr("Somebody") : oneLine(event.who, 80);
        auto* head = label(m_lines, tr("%1 %2", "who, did what").arg(who, eventText(event)));
        head->setFont(strongFont(font()));
        auto* when = label(m_lines, event.at > 0 ? ago(event.at, m_now) : QString());
        when->setForegroundRole(QPalette::PlaceholderText);
        when->setToolTip(event.at > 0 ? timestamp(event.at) : QString());
        auto* row = new QHBoxLayout;
        row->setSpacing(metrics::Gap);
        row->addWidget(mark);
        row->addWidget(head);
        row->addWidget(when);
        row->addStretch(1);
        lines->addLayout(row);
        if (event.comment.empty())
            continue;
        auto* words = label(m_lines, items::toQString(event.comment));
        words->setWordWrap(true);
        words->setContentsMargins(metrics::Icon + metrics::Gap, 0, 0, 0);
        lines->addWidget(words);
    }
    m_layout->addWidget(m_lines);
}

void ThreadView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_lines != nullptr)
        fill();
}

}  // namespace podium::views
