// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/rundetails.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace podium::views {

class EmptyState;
class KeyValueTable;
class MessageBar;
class NotesPage;
class OverflowTabs;
class RunEditor;

/// All about the selected runs: facts, params, metrics, tags, artifacts (a widget given by the
/// composition) and notes; several runs are compared. Lives on the UI thread.
class Inspector : public QWidget {
    Q_OBJECT
public:
    using Runs = std::shared_ptr<const session::InspectedRuns>;
    enum class Tab { Overview, Params, Metrics, Artifacts, Tags, Notes };

    explicit Inspector(base::Clock clock, QWidget* parent = nullptr);

    void setRuns(Runs runs);
    /// What the Artifacts tab holds; the inspector owns it then.
    void setArtifactsView(QWidget* artifacts);
    void showError(const base::Error& error);
    void showTab(Tab tab);
    /// Changes of the selected runs.
    [[nodiscard]] RunEditor* editor() const { return m_editor; }
    /// Starts writing the description of a single run.
    void editNotes();
    /// Takes the tags away that are selected in the Tags tab.
    void deleteTags();
    [[nodiscard]] Tab currentTab() const;

Q_SIGNALS:
    /// A link to another run of the same source was followed.
    void runRequested(podium::base::SourceNo source, const QString& runId);
    void tabChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Page {
        QWidget* widget = nullptr;
        QLineEdit* filter = nullptr;
        KeyValueTable* table = nullptr;
    };

    [[nodiscard]] Page makePage(const QString& name, const QString& title, QWidget* extra);
    void addPage(const Page& page, const QString& title);
    void makeTabs();
    void fill();
    void fillMetrics();
    void fillTags();
    void fillNotes();
    void makeTags();
    void showEdits();
    void setFilterVisible(const Page& page, qsizetype rows);
    void linkActivated(const QString& link);
    [[nodiscard]] int mostRuns() const;

    base::Clock m_clock;
    Runs m_runs;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    OverflowTabs* m_tabs;
    Page m_overview;
    Page m_params;
    Page m_metrics;
    Page m_tags;
    QComboBox* m_reduction;
    QCheckBox* m_systemTags;
    QWidget* m_artifacts;
    NotesPage* m_notes;
    RunEditor* m_editor;
    QToolButton* m_addTag;
    QWidget* m_edits;  // what has not arrived in its store
    QLabel* m_editsIcon;
    QLabel* m_editsText;
    int m_filledRuns = 0;  // how many stand side by side now
};

}  // namespace podium::views
