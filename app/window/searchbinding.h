// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QUndoStack;

namespace podium::session {
class RunsView;
}
namespace podium::views {
class SearchField;
}

namespace podium::app {

/// Joins the filter line to the run table: text and faults, colours, completion, the live count.
/// Lives as long as both, on the UI thread.
class SearchBinding : public QObject {
    Q_OBJECT
public:
    /// Typing becomes steps of `undo`.
    SearchBinding(views::SearchField& field, session::RunsView& runs, QUndoStack& undo,
                  QObject* parent);

private:
    void showFilter();
    void showCount();
    void colour(const QString& text);

    views::SearchField& m_field;
    session::RunsView& m_runs;
    QUndoStack& m_undo;
};

}  // namespace podium::app
