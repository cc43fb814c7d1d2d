// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/export.h"
#include "items/runtreemodel.h"
#include "session/viewedit.h"

#include <QTimer>
#include <QTreeView>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace podium::views {

class RunHeader;

/// The run table: a tree of runs whose name column stays in sight. Selection, the current run, open
/// branches and column widths follow runs and columns through every change of the snapshot. It
/// knows no session: what a person does is told by signals. Lives on the UI thread; made for
/// 100,000 runs.
class RunTable : public QTreeView {
    Q_OBJECT
public:
    using Change = std::function<void(session::ViewState&)>;

    explicit RunTable(base::Clock clock, QWidget* parent = nullptr);

    [[nodiscard]] items::RunTreeModel& runs() { return *m_model; }
    [[nodiscard]] const items::RunTreeModel& runs() const { return *m_model; }
    void setSnapshot(items::RunTreeModel::Snapshot snapshot);

    /// In the order in which they were selected.
    [[nodiscard]] const std::vector<base::RunNo>& selectedRuns() const { return m_selected; }
    /// Selects what is in the table of these, opens their branches and shows the first.
    void selectRuns(const std::vector<base::RunNo>& runs);
    /// Marks the run under the pointer of another view.
    void setHighlighted(base::RunNo run);
    [[nodiscard]] base::RunNo currentRun() const;

    /// Widths that a person has given columns, as JSON; for the next start.
    [[nodiscard]] QByteArray saveWidths() const;
    void restoreWidths(const QByteArray& json);
    /// Those of the table's columns, where a person has given one.
    [[nodiscard]] std::map<query::ColumnKey, int> widths() const;
    /// Gives columns these widths, and those that have none theirs by themselves.
    void setWidths(const std::map<query::ColumnKey, int>& widths,
                   const std::vector<query::ColumnKey>& columns);
    void fitColumn(int section);
    void fitAllColumns();

    /// The selected runs, or the current one.
    [[nodiscard]] std::vector<base::RunNo> chosenRuns() const;
    /// The same in the table's order, as text.
    [[nodiscard]] QString copyText(items::ExportFormat format) const;

public Q_SLOTS:
    void copyAs(podium::items::ExportFormat format) const;
    void copyTsv() const { copyAs(items::ExportFormat::Tsv); }
    void selectAll() override;
    void toggleShown();
    /// Opens the menu of colours for the selected runs.
    void chooseColour();
    /// Opens the menu of a head below it.
    void showColumnMenu(int section);

Q_SIGNALS:
    void runsSelected(const std::vector<podium::base::RunNo>& runs);
    /// Space: show these in the charts, or hide them.
    void toggleShownRequested(const std::vector<podium::base::RunNo>& runs);
    /// Enter or double click.
    void runOpened(podium::base::RunNo run);
    void runHovered(podium::base::RunNo run);
    /// A click on a head; `add` keeps the other keys of the order.
    void orderToggled(const podium::query::ColumnKey& column, bool add);
    void orderRequested(const std::vector<podium::query::OrderKey>& order);
    void columnsRequested(const std::vector<podium::query::ColumnKey>& columns);
    void columnPickerRequested();
    /// Any other change of how the table is arranged; `words` name it for Undo.
    void changeRequested(podium::session::ViewEdit what, const QString& words,
                         const podium::views::RunTable::Change& change);
    /// A person said which way a metric gets better; Unknown: guess again.
    void directionRequested(const std::string& metric, podium::query::Direction direction);
    void aliasesRequested(const std::string& metric);
    /// A colour for runs, one of the series colours; -1: that of their id again.
    void colourRequested(const std::vector<podium::base::RunNo>& runs, int colour);
    void widthsChanged();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected,
                          const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

public:
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

private:
    void connectHeader();
    void headerMoved();
    void sectionClicked(int section);
    void sectionResized(int section, int size);
    /// Room for the head and for the values of the first rows.
    [[nodiscard]] int defaultWidth(int section, int sampled) const;
    void applyWidths();
    void stretchName();
    void applySelection(const std::vector<base::RunNo>& runs);
    void restoreBranches();
    void restoreGroups();
    void rememberBranch(const QModelIndex& index, bool open);
    void keepCurrent(base::RunNo run);
    void hover(const QPoint& position);
    void showToolTip(const QPoint& position, const QPoint& globalPosition);
    [[nodiscard]] QString toolTipText(const QModelIndex& index) const;
    void paintFrozen(QPainter& painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index) const;
    [[nodiscard]] int depth(const QModelIndex& index) const;
    [[nodiscard]] bool pressFrozenBranch(const QPoint& position);
    [[nodiscard]] std::vector<std::uint32_t> chosenRows() const;

    items::RunTreeModel* m_model;
    RunHeader* m_header;
    base::Clock m_clock;
    QTimer m_clockTimer;
    std::vector<base::RunNo> m_selected;
    std::set<base::RunNo> m_open;                     // branches that a person opened
    std::set<base::RunNo> m_autoOpen;                 // opened because a filter matches below
    std::set<std::vector<std::string>> m_openGroups;  // paths of groups that a person opened
    std::vector<query::ColumnKey> m_groupedBy;
    std::map<std::string, int> m_widths;  // by items::plainName
    base::RunNo m_hovered;
    base::RunNo m_highlighted;
    bool m_currentChosen = false;  // the current run is a person's choice
    bool m_changing = false;  // the program moves selection, branches or sections, not a person
};

/// The menu of a head: order, reduction, format, groups, pin, hide, pick columns, widths.
void showRunHeaderMenu(RunTable& table, int section, const QPoint& globalPosition);

/// The menu of a row.
void showRunMenu(RunTable& table, const QPoint& globalPosition);

}  // namespace podium::views
