// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/edits.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace podium::items {
class DecisionModel;
}

namespace podium::views {

/// What was changed here and has not arrived in its store: what waits, what was refused, what is
/// only here, where somebody else was faster, and what can be done about each. Not modal.
class OutboxDialog : public QDialog {
    Q_OBJECT
public:
    /// What a run or a source is called.
    using Name = std::function<QString(const session::Decision&)>;

    OutboxDialog(Name runName, Name sourceName, QWidget* parent);

    void setDecisions(const std::vector<session::Decision>& decisions);

Q_SIGNALS:
    void tryAgainRequested(std::int64_t entryNo);
    void keepMineRequested(std::int64_t entryNo);
    /// Take theirs, of a conflict; take back, of anything else.
    void discardRequested(std::int64_t entryNo);

private:
    void makeTree(Name runName, Name sourceName);
    QWidget* makeDetails();
    void showDetails();
    [[nodiscard]] std::vector<session::Decision> selected() const;
    template <typename Signal>
    void forSelected(Signal signal);

    items::DecisionModel* m_model;
    QStackedWidget* m_stack;
    QTreeView* m_tree;
    QLabel* m_sentence;
    QPushButton* m_again;
    QPushButton* m_mine;
    QPushButton* m_discard;
};

}  // namespace podium::views
