// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/board.h"
#include "session/sourcerunmetrics.h"

#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace podium::views {

class BoardView;
class ElidedLabel;
class PendingBar;
class EmptyState;
class Picker;
class RegistryEditor;
class TrendLine;
class VersionPage;
class VersionTable;

/// One registered model: its versions as a table or on a board, and the page of the current one.
/// Lives on the UI thread.
class ModelPane : public QWidget {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const session::ModelEntry>;

    ModelPane(base::Clock clock, RegistryEditor& editor, QWidget* parent = nullptr);

    void setEntry(Entry entry);
    void setMetrics(std::shared_ptr<const session::RunMetrics> metrics);
    [[nodiscard]] const Entry& entry() const { return m_entry; }
    /// nullptr if there is none.
    [[nodiscard]] const session::ModelEntry::Version* currentVersion() const;
    void setCurrentVersion(std::int64_t version);
    [[nodiscard]] VersionPage* page() const { return m_page; }

    void setBoardShown(bool shown);
    [[nodiscard]] bool isBoardShown() const { return m_boardShown; }
    void setBoardBy(const items::BoardBy& by);
    [[nodiscard]] const items::BoardBy& boardBy() const;
    void setMetric(const QString& key);
    [[nodiscard]] const QString& metric() const { return m_metric; }
    /// A menu or list to choose from, by keys too.
    void chooseLanes();
    void chooseMetric();
    void focusVersions();

Q_SIGNALS:
    void versionChanged();
    void versionActivated();
    void menuRequested(const QPoint& globalPosition);
    /// About a decision of the current version that has not arrived; as in PendingBar.
    void keepMineRequested(qint64 entryNo);
    void discardRequested(qint64 entryNo);
    /// Board or table, lanes or metric are others.
    void stateChanged();

private:
    QWidget* makeBar();
    void showHead();
    void showLanes();
    void showVersions();
    void showMetric();
    void versionSelected(std::int64_t version);
    void move(qint64 version, const QString& from, const QString& to, bool rest);

    base::Clock m_clock;
    RegistryEditor& m_editor;
    Entry m_entry;
    std::shared_ptr<const session::RunMetrics> m_metrics;
    QString m_metric;
    std::int64_t m_version = 0;
    ElidedLabel* m_title;
    ElidedLabel* m_facts;
    QLabel* m_description;
    QToolButton* m_asTable;
    QToolButton* m_asBoard;
    QToolButton* m_lanes;
    QToolButton* m_metricButton;
    TrendLine* m_trend;
    QStackedWidget* m_stack;
    VersionTable* m_table;
    BoardView* m_board;
    PendingBar* m_pending;
    EmptyState* m_none;
    bool m_boardShown = false;
    items::BoardBy m_by;  // as chosen; prompts have aliases in place of stages
    VersionPage* m_page;
    Picker* m_picker = nullptr;
};

}  // namespace podium::views
