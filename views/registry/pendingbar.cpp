// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/pendingbar.h"

#include "items/board.h"
#include "views/registry/decisiondialog.h"
#include "views/text/decisionwords.h"

#include <QPushButton>

namespace podium::views {

using session::Decision;
using session::DecisionState;

void PendingBar::addButton(const QString& text, const char* name, bool keeps) {
    QPushButton* button = addAction(text);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, [this, keeps] {
        if (keeps)
            Q_EMIT keepMineRequested(m_entryNo);
        else
            Q_EMIT discardRequested(m_entryNo);
    });
}

void PendingBar::setDecision(const Decision* decision, const QString& note) {
    if (decision == nullptr || decision->state == DecisionState::Written) {
        m_entryNo = 0;
        if (note.isEmpty())
            hide();
        else if (note != m_shown || isHidden())
            showMessage(Kind::Info, note);
        m_shown = note;
        return;
    }
    m_entryNo = decision->entryNo;
    const bool conflict = decision->state == DecisionState::Conflict;
    const bool event = items::isRequestEvent(*decision);
    const QString line = event ? tr("What you have said")
                               : changeLines({decision->change}).join(QStringLiteral("; "));
    const QString text =
        tr("%1 – %2", "a change, what became of it").arg(line, decisionSentence(*decision));
    const QString shown = QString::number(static_cast<int>(decision->state)) + text;
    if (shown == m_shown && !isHidden())
        return;
    m_shown = shown;
    const bool trouble = decision->state >= DecisionState::Failed;
    showMessage(trouble ? Kind::Warning : Kind::Info, text);
    if (conflict) {
        addButton(tr("Keep Mine"), "conflictMine", true);
        addButton(tr("Take Theirs"), "conflictTheirs", false);
    } else if (decision->state != DecisionState::Writing) {
        addButton(tr("Take Back"), "pendingBack", false);
    }
}

}  // namespace podium::views
