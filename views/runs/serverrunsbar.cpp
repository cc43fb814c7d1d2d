// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/serverrunsbar.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace podium::views {

using State = session::ServerRuns::State;

namespace {

QString wordsOf(const session::ServerRuns& runs) {
    const QString more = ServerRunsBar::tr("The server has more runs than are kept here (%1).")
                             .arg(count(runs.held()));
    switch (runs.state()) {
        case State::None:
            return {};
        case State::Held:
            return more % u' ' % ServerRunsBar::tr("Filter or sort to ask the server.");
        case State::Asking:
            return more % u' ' % ServerRunsBar::tr("Asking the server…");
        case State::Answered:
            return more % u' ' %
                   (runs.hasMore()
                        ? ServerRunsBar::tr("Showing the server's answer to this filter: the first "
                                            "%1, and what is kept here.")
                              .arg(runCount(runs.answered()))
                        : ServerRunsBar::tr("Showing the server's answer to this filter: %1.")
                              .arg(runCount(runs.answered())));
        case State::OnlyHere:
            return more % u' ' %
                   ServerRunsBar::tr(
                       "This filter can only be applied to the runs kept here: MLflow "
                       "has no words for it.");
        case State::Away:
            return more % u' ' %
                   ServerRunsBar::tr("It is not asked now: only the runs kept here are shown.");
        case State::Failed:
            return more % u' ' % (runs.error() ? describe(*runs.error()) : QString());
    }
    return {};
}

}  // namespace

ServerRunsBar::ServerRunsBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_more(new QPushButton(tr("Show more"), this)) {
    setObjectName(QStringLiteral("serverRunsBar"));
    m_text->setObjectName(QStringLiteral("serverRunsText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setObjectName(QStringLiteral("serverRunsMore"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, &ServerRunsBar::moreRequested);
    hide();
}

void ServerRunsBar::setRuns(const session::ServerRuns& runs) {
    const QString words = wordsOf(runs);
    m_text->setText(words);
    m_text->setAccessibleName(words);
    m_more->setVisible(runs.hasMore());
    setVisible(!words.isEmpty());
}

QString ServerRunsBar::text() const {
    return m_text->text();
}

}  // namespace podium::views
