// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/comparemodel.h"
#include "session/comparedruns.h"
#include "session/settings.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace podium::views {

class EmptyState;
class MessageBar;

/// The page that shows runs side by side against a baseline. Lives on the UI thread; comparer and
/// settings outlive it.
class ComparePage : public QWidget {
    Q_OBJECT
public:
    ComparePage(session::RunComparer& comparer, session::Settings& settings,
                QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* tree() const { return m_tree; }
    [[nodiscard]] const items::CompareModel& model() const { return *m_model; }
    /// Makes a run the one that others are compared with.
    void setBaseline(base::RunNo run);
    [[nodiscard]] base::RunNo baseline() const { return m_baseline; }
    /// The run of the current column, if it is another one than the baseline; else the first other.
    [[nodiscard]] base::RunNo currentOther() const;

public Q_SLOTS:
    void nextDifference() { walk(true); }
    void previousDifference() { walk(false); }
    /// The run of the current column becomes the baseline.
    void setCurrentAsBaseline();
    /// Takes the run of the current column out.
    void removeCurrent();
    void showRules();
    void exportReport();
    void copyTable();
    void copyMarkdown();

Q_SIGNALS:
    void chooseRunsRequested();
    void runOpened(podium::base::RunNo run);
    /// The current row was activated, or another one is current.
    void rowActivated();
    void currentRowChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeHead();
    void makeTree();
    void runsChanged();
    void compare();
    void showComparison(const std::shared_ptr<const session::ComparedRuns>& compared,
                        std::shared_ptr<const items::Comparison> comparison);
    void arrangeRows();
    void showState();
    void showNotes();
    void walk(bool forward);
    void showHeaderMenu(const QPoint& position);
    void fitColumns();
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] base::RunNo runOfColumn(int column) const;
    void writeReport(const QString& file);

    session::RunComparer& m_comparer;
    session::Settings& m_settings;
    items::CompareRules m_rules;
    items::CompareModel* m_model;
    std::shared_ptr<const session::ComparedRuns> m_shown;  // what the model's comparison is of
    quint64 m_newest = 0;  // comparison asked for; what earlier ones give is dropped
    base::RunNo m_baseline;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_content;
    QWidget* m_head;
    QComboBox* m_baselineBox;
    QLineEdit* m_filter;
    QLabel* m_status;
    QLabel* m_notes;
    QProgressBar* m_loading;
    QPushButton* m_cancel;
    QTreeView* m_tree;
};

}  // namespace podium::views
