// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/chartfeed.h"
#include "app/window/editbinding.h"
#include "app/window/registrybinding.h"
#include "app/window/relinkbinding.h"
#include "app/window/reviewbinding.h"
#include "app/window/runchartfeed.h"
#include "app/window/serverbinding.h"
#include "app/window/sessionsaver.h"
#include "app/window/statusbinding.h"
#include "app/window/viewbinding.h"
#include "cache/cache.h"
#include "jobs/jobengine.h"
#include "session/keychainvault.h"
#include "session/settings.h"
#include "session/workspace.h"
#include "views/shell/mainwindow.h"
#include "views/theme/theme.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace podium::views {
class ArtifactBrowser;
class ChartGrid;
class ChartPages;
class ComparePage;
class Inspector;
class ModelsPage;
class ProblemsPage;
class ReviewsPage;
class RunsPage;
class SourcesPage;
class SourcesPanel;
}  // namespace podium::views

namespace podium::app {

/// Builds the window over a cache and joins its parts; owns them all. Lives on the UI thread. The
/// order of the members is the order of lives: views go before the session, the session before the
/// engine, the engine before the cache.
class Composition : public QObject {
    Q_OBJECT
public:
    Composition(std::unique_ptr<cache::Cache> cache, session::Settings& settings,
                views::Theme& theme);
    ~Composition() override;

    /// Shows the window with what was open before, and opens these as well.
    void show(const QStringList& sources);
    [[nodiscard]] views::MainWindow& window() { return *m_window; }
    [[nodiscard]] session::Workspace& workspace() { return *m_workspace; }

private:
    void makePages();
    void wireSources();
    void wireServers();
    void wireServerRuns();
    void keepExperiment(const QString& location, const QString& experimentId);
    void keepRun();
    void wireRuns();
    void wireInspector();
    void wireCompare();
    void wireRegistry();
    void wireFileActions();
    void wireEditActions();
    void wireViewActions();
    void wireColumnMenu();
    void wireRunActions();
    void wireCompareActions();
    void wireFileComparison();
    void wirePaper();
    void wireChartActions();
    void wireQuickOpen();
    void wirePreferences();

    void sourcesChanged();
    void updateServerActions();
    void sourceFailed(const QString& location, const base::Error& error);
    void inspectorChanged();
    void runOpened(base::RunNo run);
    void openSample();
    [[nodiscard]] QString currentSource() const;
    void wireSaving();
    [[nodiscard]] SessionSaver::Values layouts() const;
    void saveAll();
    void restoreLayouts();

    std::unique_ptr<cache::Cache> m_cache;
    session::Settings& m_settings;
    views::Theme& m_theme;
    jobs::JobEngine m_engine;
    session::KeychainVault m_vault;
    session::SourceAccess m_access;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ChartFeed> m_feed;
    std::unique_ptr<RunChartFeed> m_runFeed;
    std::unique_ptr<views::MainWindow> m_window;
    std::unique_ptr<StatusBinding> m_status;
    std::unique_ptr<ServerBinding> m_servers;
    std::unique_ptr<ViewBinding> m_views;
    std::unique_ptr<SessionSaver> m_saver;
    std::unique_ptr<EditBinding> m_edits;
    std::unique_ptr<RegistryBinding> m_registry;
    std::unique_ptr<ReviewBinding> m_reviewing;
    std::unique_ptr<RelinkBinding> m_relinks;

    // Owned by the window.
    views::RunsPage* m_runs = nullptr;
    views::ChartGrid* m_charts = nullptr;
    views::ChartGrid* m_systemCharts = nullptr;
    views::ChartPages* m_chartPages = nullptr;
    views::SourcesPanel* m_sourcesPanel = nullptr;
    views::SourcesPage* m_sourcesPage = nullptr;
    views::Inspector* m_inspector = nullptr;
    views::ArtifactBrowser* m_artifacts = nullptr;
    views::ComparePage* m_compare = nullptr;
    views::ModelsPage* m_models = nullptr;
    views::ReviewsPage* m_reviews = nullptr;
    views::ProblemsPage* m_problems = nullptr;
};

}  // namespace podium::app
