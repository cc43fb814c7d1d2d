// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/edits.h"
#include "views/widgets/messagebar.h"

namespace podium::views {

/// What was decided here and has not arrived in its store, with what can be done about it: where
/// somebody else was faster either side may be taken. Hidden while there is nothing. Of the UI
/// thread.
class PendingBar : public MessageBar {
    Q_OBJECT
public:
    using MessageBar::MessageBar;

    /// nullptr: nothing is on its way. `note` is said then; "" says nothing.
    void setDecision(const session::Decision* decision, const QString& note = {});

Q_SIGNALS:
    void keepMineRequested(qint64 entryNo);
    /// Take theirs, of a conflict; take back, of anything else.
    void discardRequested(qint64 entryNo);

private:
    void addButton(const QString& text, const char* name, bool keeps);

    std::int64_t m_entryNo = 0;
    QString m_shown;  // with what buttons: the same again leaves them, and the focus, alone
};

}  // namespace podium::views
