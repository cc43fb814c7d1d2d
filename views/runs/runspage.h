// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/chosenruns.h"
#include "session/runsview.h"
#include "session/viewedit.h"

#include <QPointer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QUndoStack;

namespace podium::views {

class ColumnPicker;
class EmptyState;
class MessageBar;
class RunTable;

/// The page of runs: the table above, the charts (given by the composition) below. Joins the table
/// to the session: what is selected, shown, hovered, sorted and which columns there are.
class RunsPage : public QWidget {
    Q_OBJECT
public:
    /// The session's objects outlive the page.
    RunsPage(session::RunsView& view, session::ChosenRuns& chosen, QUndoStack& undo,
             base::Clock clock, QWidget* parent = nullptr);

    [[nodiscard]] RunTable* table() const { return m_table; }
    [[nodiscard]] MessageBar* messageBar() const { return m_messages; }
    /// What stands below the table; the page owns it then.
    void setChartArea(QWidget* charts);
    /// A bar above the table; the page owns it then.
    void setTopBar(QWidget* bar);
    void setChartsVisible(bool visible);
    [[nodiscard]] bool chartsVisible() const;

    /// Heights of table and charts, and widths of columns; versioned, as JSON.
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray& json);

public Q_SLOTS:
    /// Opens the list of columns; it applies what is checked at once.
    void pickColumns();
    /// Opens the menu of what runs can be grouped by, below `anchor` if it is given.
    void chooseGroups(QWidget* anchor = nullptr);
    /// Leaves only those of the runs which this filter finds, too, as a step that can be taken
    /// back.
    void narrow(const QString& filter);
    /// Empties the filter, as a step that can be taken back.
    void clearFilter();

Q_SIGNALS:
    /// Directions or other names of metrics were changed here.
    void rulesEdited(const podium::session::MetricRules& rules);
    void runOpened(podium::base::RunNo run);
    /// What saveLayout() gives may be another one.
    void layoutChanged();

private:
    void connectView();
    void connectTable();
    void snapshotChanged();
    void showState();
    void shownChanged();
    void editColumns(const std::vector<query::ColumnKey>& columns);
    void setDirection(const std::string& metric, query::Direction direction);
    void editAliases(const std::string& metric);
    void takeRules(const session::MetricRules& rules);

    session::RunsView& m_view;
    session::ChosenRuns& m_chosen;
    QUndoStack& m_undo;
    MessageBar* m_messages;
    QProgressBar* m_loading;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    RunTable* m_table;
    EmptyState* m_empty;
    QPushButton* m_clearFilter;
    QPointer<QWidget> m_charts;
    QPointer<ColumnPicker> m_picker;
    bool m_isLoading = false;
};

}  // namespace podium::views
