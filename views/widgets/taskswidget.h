// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/task.h"

#include <QElapsedTimer>
#include <QVector>
#include <QWidget>

class QToolButton;

namespace podium::views {

class ElidedLabel;
class TaskHistory;
class TaskProgress;

/// Long jobs in the status bar: the newest that runs with name, bar, amount, time left and Cancel;
/// the others and those that have ended in a list it opens.
class TasksWidget : public QWidget {
    Q_OBJECT
public:
    explicit TasksWidget(QWidget* parent = nullptr);

    /// Begins a job or tells how far it is; meant to be called some ten times a second at most.
    void setTask(const TaskInfo& task);
    /// Ends it; `words` for the list, e.g. "1 204 runs in 3 s"; empty: just done, failed,
    /// cancelled.
    void finishTask(const QString& id, TaskOutcome outcome, const QString& words = {});

    [[nodiscard]] int runningCount() const { return static_cast<int>(m_running.size()); }
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] TaskHistory* history() const { return m_history; }

public Q_SLOTS:
    /// Asks to cancel the job that is shown.
    void cancelShown();
    void showHistory();

Q_SIGNALS:
    void cancelRequested(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Running {
        TaskInfo info;
        QElapsedTimer since;
    };

    [[nodiscard]] QString wordsOf(const Running& task) const;
    void refresh();
    void restyle();

    QVector<Running> m_running;  // oldest first
    ElidedLabel* m_name;
    TaskProgress* m_bar;
    ElidedLabel* m_words;
    QToolButton* m_cancel;
    QToolButton* m_more;
    TaskHistory* m_history;
};

}  // namespace podium::views
