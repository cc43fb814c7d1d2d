// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "app/window/places.h"
#include "app/window/searchbinding.h"
#include "views/artifacts/artifactbrowser.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartpages.h"
#include "views/compare/comparepage.h"
#include "views/problems/problemspage.h"
#include "views/registry/modelspage.h"
#include "views/registry/reviewspage.h"
#include "views/run/inspector.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/shell/statusarea.h"
#include "views/sources/sourcespage.h"
#include "views/sources/sourcespanel.h"
#include "views/text/text.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/searchfield.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>

namespace podium::app {

using base::RunNo;
using session::Setting;
using views::ActionId;
using views::PageId;

Composition::Composition(std::unique_ptr<cache::Cache> cache, session::Settings& settings,
                         views::Theme& theme)
    : m_cache(std::move(cache)),
      m_settings(settings),
      m_theme(theme),
      m_vault(m_engine),
      m_access{{}, &m_vault, std::make_shared<http::HttpClient>(), http::Environment::ofProcess()},
      m_workspace(std::make_unique<session::Workspace>(*m_cache, m_engine, settings, m_access)),
      m_feed(std::make_unique<ChartFeed>(*m_workspace)),
      m_runFeed(std::make_unique<RunChartFeed>(*m_cache, m_engine, *m_workspace)),
      m_window(std::make_unique<views::MainWindow>(theme)) {
    m_status =
        std::make_unique<StatusBinding>(*m_window->status(), *m_workspace, m_engine, nullptr);
    m_servers = std::make_unique<ServerBinding>(*m_window, *m_workspace, m_engine, m_access);
    makePages();
    new SearchBinding(*m_window->searchField(), m_workspace->runs(), m_workspace->undo(),
                      m_window.get());
    wireSources();
    wireServers();
    wireRuns();
    wireInspector();
    wireCompare();
    wireRegistry();
    wireFileActions();
    wireEditActions();
    wireViewActions();
    wireRunActions();
    wireCompareActions();
    wirePaper();
    wireChartActions();
    wireQuickOpen();
    wirePreferences();
    // Beside the cache: it is the program's own data folder.
    const auto views = m_cache->file().parent_path() / "views";
    m_views = std::make_unique<ViewBinding>(
        ViewParts{*m_window, *m_workspace, *m_runs, *m_charts, m_engine},
        QString::fromStdString(views.string()));
    restoreLayouts();
    wireSaving();
    connect(&theme, &views::Theme::changed, m_feed.get(), &ChartFeed::refreshSoon);
    connect(m_window.get(), &views::MainWindow::aboutToClose, this, &Composition::saveAll);
    if (m_cache->setAside()) {
        const QString place = QString::fromStdString(m_cache->setAside()->string());
        m_window->messageBar()->showMessage(
            views::MessageBar::Kind::Warning,
            tr("The cache was damaged and is being rebuilt from the stores. The old file was kept "
               "as %1.")
                .arg(place));
    }
}

Composition::~Composition() = default;

void Composition::makePages() {
    session::Workspace& workspace = *m_workspace;
    m_runs = new views::RunsPage(workspace.runs(), workspace.chosen(), workspace.undo(),
                                 m_cache->clock());
    m_charts = new views::ChartGrid(*m_feed, nullptr, m_runFeed.get());
    m_systemCharts =
        new views::ChartGrid(*m_feed, nullptr, nullptr, views::ChartGrid::Shows::System);
    m_chartPages = new views::ChartPages(*m_feed, m_charts, m_systemCharts);
    m_runs->setChartArea(m_chartPages);
    m_window->addPage(PageId::Runs, m_runs);

    m_compare = new views::ComparePage(workspace.comparer(), m_settings);
    m_window->addPage(PageId::Compare, m_compare);
    m_models = new views::ModelsPage(m_cache->clock());
    m_window->addPage(PageId::Models, m_models);
    m_reviews = new views::ReviewsPage(m_cache->clock());
    m_window->addPage(PageId::Reviews, m_reviews);
    m_problems = new views::ProblemsPage;
    m_window->addPage(PageId::Problems, m_problems);
    m_sourcesPage = new views::SourcesPage(m_cache->clock());
    m_window->addPage(PageId::Sources, m_sourcesPage);

    m_sourcesPanel = new views::SourcesPanel;
    m_window->setSourcesPanel(m_sourcesPanel);
    m_inspector = new views::Inspector(m_cache->clock());
    m_artifacts = new views::ArtifactBrowser(m_engine);
    m_artifacts->pane().setFetchLimit(m_settings.value(Setting::ArtifactFetch).toLongLong() *
                                      1'000'000);
    m_inspector->setArtifactsView(m_artifacts);
    m_window->setInspector(m_inspector);
}

void Composition::show(const QStringList& sources) {
    m_window->setHasSources(false);
    if (m_settings.value(Setting::RestoreSession).toBool())
        m_workspace->restore();
    for (const QString& source : sources)
        m_workspace->openSource(source);
    sourcesChanged();
    m_window->show();
}

void Composition::wireSources() {
    session::SourceBook& book = m_workspace->sources();
    connect(&book, &session::SourceBook::changed, this, &Composition::sourcesChanged);
    connect(&book, &session::SourceBook::failed, this, &Composition::sourceFailed);
    connect(m_window.get(), &views::MainWindow::sourcesRequested, this,
            [this](const QStringList& sources) {
                m_window->messageBar()->hide();
                for (const QString& source : sources)
                    m_workspace->openSource(source);
            });
    connect(m_sourcesPanel, &views::SourcesPanel::experimentsChosen, m_workspace.get(),
            &session::Workspace::showExperiments);
    connect(m_workspace.get(), &session::Workspace::shownExperimentsChanged, this,
            [this] { m_sourcesPanel->choose(m_workspace->shownExperiments()); });
    const auto problems = [this](const QString& location) {
        m_window->showPage(PageId::Problems);
        if (const session::SourceInfo* source = m_workspace->sources().find(location))
            m_problems->showSource(source->sourceNo);
    };
    const auto wire = [&](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::syncRequested, &book, &session::SourceBook::sync);
        connect(view, &View::cancelRequested, &book, &session::SourceBook::cancel);
        connect(view, &View::closeRequested, &book, &session::SourceBook::close);
        connect(view, &View::problemsRequested, this, problems);
    };
    wire(m_sourcesPanel);
    wire(m_sourcesPage);
    connect(m_sourcesPage, &views::SourcesPage::openRequested,
            m_window->actions()[ActionId::OpenFolder], &QAction::trigger);
}

void Composition::sourcesChanged() {
    const std::vector<session::SourceInfo>& sources = m_workspace->sources().sources();
    m_sourcesPanel->setSources(sources);
    m_sourcesPanel->choose(m_workspace->shownExperiments());
    m_sourcesPage->setSources(sources);
    m_window->setHasSources(!sources.empty());
    for (const ActionId id : {ActionId::Sync, ActionId::SyncAll, ActionId::FullReread,
                              ActionId::CloseSource, ActionId::RemoveSource})
        m_window->actions()[id]->setEnabled(!sources.empty());
    updateServerActions();
    qint64 problems = 0;
    for (const session::SourceInfo& source : sources)
        problems += source.problems;
    m_window->setBadge(PageId::Problems, static_cast<int>(problems), views::problemCount(problems));
    QVector<views::RecentSource> recent;
    for (const QString& location : m_workspace->recentSources()) {
        views::RecentSource entry;
        entry.location = location;
        entry.title = location.section(u'/', -1, -1, QString::SectionSkipEmpty);
        if (entry.title == QLatin1String("mlruns"))
            entry.title = location.section(u'/', -2, -1, QString::SectionSkipEmpty);
        recent.append(entry);
    }
    m_window->setRecentSources(recent);
}

void Composition::sourceFailed(const QString& location, const base::Error& error) {
    m_window->messageBar()->showError(error);
    if (m_workspace->sources().find(location) == nullptr)
        return;
    QPushButton* again = m_window->messageBar()->addAction(tr("Try Again"));
    connect(again, &QPushButton::clicked, this, [this, location] {
        m_window->messageBar()->hide();
        m_workspace->sources().sync(location);
    });
    if (session::isLogin(error.code)) {
        QPushButton* login = m_window->messageBar()->addAction(tr("Sign In…"));
        connect(login, &QPushButton::clicked, this, [this, location] {
            m_window->messageBar()->hide();
            m_servers->editConnection(location);
        });
    }
}

void Composition::wireRuns() {
    views::RunTable* table = m_runs->table();
    connect(m_runs, &views::RunsPage::runOpened, this, &Composition::runOpened);
    connect(m_runs, &views::RunsPage::rulesEdited, this, [this](const session::MetricRules& rules) {
        m_settings.setValue(Setting::MetricRules, rules.toJson());
    });
    connect(&m_workspace->runs(), &session::RunsView::failed, this,
            [this](const base::Error& error) { m_runs->messageBar()->showError(error); });
    connect(m_workspace.get(), &session::Workspace::runWanted, this, [this, table](RunNo run) {
        m_window->showPage(PageId::Runs);
        // The rows of the run's experiment may still be on their way.
        auto* once = new QObject(this);
        connect(&m_workspace->runs(), &session::RunsView::snapshotChanged, once,
                [table, run, once] {
                    table->selectRuns({run});
                    if (table->currentRun() == run)
                        once->deleteLater();
                });
        table->selectRuns({run});
    });
    connect(&m_workspace->chosen(), &session::ChosenRuns::hoveredChanged, this, [this](RunNo run) {
        m_chartPages->current()->setHoveredRun(run.value);
        m_runs->table()->setHighlighted(run);
    });
    connect(m_charts, &views::ChartGrid::filterRequested, m_runs, &views::RunsPage::narrow);
    for (views::ChartGrid* charts : {m_charts, m_systemCharts}) {
        connect(charts, &views::ChartGrid::exportFailed, this,
                [this](const QString&, const base::Error& error) {
                    m_window->messageBar()->showError(error);
                });
        connect(charts, &views::ChartGrid::exported, this, [this](const QString& path) {
            m_window->messageBar()->showMessage(views::MessageBar::Kind::Info,
                                                tr("Saved as %1").arg(path));
        });
        connect(charts, &views::ChartGrid::hoveredRun, this,
                [this](qint64 run) { m_workspace->chosen().setHovered(RunNo{run}); });
        connect(charts, &views::ChartGrid::runsClicked, this, [table](const QVector<qint64>& runs) {
            std::vector<RunNo> clicked;
            for (const qint64 run : runs)
                clicked.push_back(RunNo{run});
            table->selectRuns(clicked);
        });
    }
}

void Composition::runOpened(RunNo) {
    m_window->actions()[ActionId::ToggleInspector]->setChecked(true);
    m_inspector->setFocus(Qt::OtherFocusReason);
}

void Composition::wireInspector() {
    session::RunInspector& inspector = m_workspace->inspector();
    connect(&inspector, &session::RunInspector::changed, this, &Composition::inspectorChanged);
    connect(&inspector, &session::RunInspector::failed, this,
            [this](const base::Error& error) { m_inspector->showError(error); });
    connect(m_inspector, &views::Inspector::runRequested, m_workspace.get(),
            &session::Workspace::showRunById);
    m_edits = std::make_unique<EditBinding>(*m_window, *m_inspector, *m_workspace,
                                            [this] { return currentSource(); });
    m_relinks = std::make_unique<RelinkBinding>(*m_window, *m_workspace, *m_cache, m_engine,
                                                [this] { return currentSource(); });
    // For the table's own menu.
    for (const ActionId id : {ActionId::RenameRun, ActionId::EditNotes, ActionId::AddTag})
        m_runs->table()->addAction(m_window->actions()[id]);
}

void Composition::inspectorChanged() {
    const auto inspected = m_workspace->inspector().current();
    m_inspector->setRuns(inspected);
    if (inspected->runs.empty()) {
        m_artifacts->clear();
        return;
    }
    const cache::RunDetails& first = inspected->runs.front();
    if (inspected->artifacts.ok() &&
        inspected->artifacts.value().how == artifacts::Resolved::How::Nothing)
        m_artifacts->setNothingLogged();
    else if (inspected->artifacts.ok())
        m_artifacts->setRoot({QString::fromStdString(first.run.runName),
                              inspected->artifacts.value().folder,
                              m_workspace->artifactSource(inspected->artifacts.value())});
    else if (inspected->artifacts.failed())
        m_artifacts->setUnavailable(views::describe(inspected->artifacts.error()));
}

void Composition::wireRegistry() {
    session::RegistryBook& registry = m_workspace->registry();
    connect(&registry, &session::RegistryBook::changed, this,
            [this] { m_problems->setSnapshot(m_workspace->registry().snapshot()); });
    auto* files = new views::ArtifactBrowser(m_engine);
    files->setObjectName(QStringLiteral("versionFiles"));
    files->pane().setFetchLimit(m_settings.value(Setting::ArtifactFetch).toLongLong() * 1'000'000);
    const RegistryParts parts{*m_window, *m_models,           *files, *m_workspace, *m_cache,
                              m_engine,  m_access.environment};
    m_registry = std::make_unique<RegistryBinding>(parts);
    m_reviewing = std::make_unique<ReviewBinding>(parts, *m_registry, *m_reviews);
    m_edits->setDiscard([this](std::int64_t entryNo) { m_reviewing->book().discard(entryNo); });
}

QString Composition::currentSource() const {
    const QString chosen = m_sourcesPanel->currentLocation();
    if (!chosen.isEmpty())
        return chosen;
    const auto& sources = m_workspace->sources().sources();
    return sources.empty() ? QString() : sources.front().location;
}

/// Unpacks the sample in a job the first time, then opens it like any other store.
void Composition::openSample() {
    const QString folder = QCoreApplication::applicationDirPath();
    m_engine.run<QString>(
        jobs::Pool::Long, this,
        [folder](std::stop_token, base::Progress&) -> base::Result<QString> {
            const QString sample = unpackedSample(folder);
            if (sample.isEmpty())
                return base::Error{base::ErrorCode::PathNotFound, {"sample-store.tar.gz"}};
            return sample;
        },
        [this](base::Result<QString> sample) {
            if (sample.ok())
                m_workspace->openSource(sample.value());
            else if (sample.failed())
                m_window->messageBar()->showError(sample.error());
        });
}

void Composition::restoreLayouts() {
    m_window->restoreLayout(m_settings.value(Setting::WindowLayout).toByteArray());
    m_runs->restoreLayout(m_settings.value(Setting::RunsLayout).toByteArray());
    m_models->restoreState(m_settings.value(Setting::ModelsView).toByteArray());
    m_views->restoreState(m_settings.value(Setting::CurrentViews).toByteArray());
    m_charts->fromJson(
        QJsonDocument::fromJson(m_settings.value(Setting::Charts).toByteArray()).array());
}

SessionSaver::Values Composition::layouts() const {
    return {{Setting::WindowLayout, m_window->saveLayout()},
            {Setting::RunsLayout, m_runs->saveLayout()},
            {Setting::ModelsView, m_models->saveState()},
            {Setting::CurrentViews, m_views->saveState()},
            {Setting::Charts, QJsonDocument(m_charts->toJson()).toJson(QJsonDocument::Compact)}};
}

void Composition::wireSaving() {
    m_saver = std::make_unique<SessionSaver>(m_settings, m_engine, [this] {
        SessionSaver::Values values = layouts();
        if (const std::optional<QByteArray> session = m_workspace->session())
            values.emplace_back(Setting::Session, *session);
        return values;
    });
    const auto after = [this](auto* sender, auto signal) {
        connect(sender, signal, m_saver.get(), &SessionSaver::touch);
    };
    session::ChosenRuns& chosen = m_workspace->chosen();
    after(&m_workspace->runs(), &session::RunsView::stateChanged);
    after(&chosen, &session::ChosenRuns::choicesChanged);
    after(&chosen, &session::ChosenRuns::selectionChanged);
    after(m_workspace.get(), &session::Workspace::shownExperimentsChanged);
    after(m_charts, &views::ChartGrid::stateChanged);
    after(m_runs, &views::RunsPage::layoutChanged);
    after(m_models, &views::ModelsPage::stateChanged);
    after(m_window.get(), &views::MainWindow::layoutChanged);
    after(m_views.get(), &ViewBinding::stateChanged);
}

void Composition::saveAll() {
    for (const auto& [setting, value] : layouts())
        m_settings.setValue(setting, value);
    m_workspace->save();
}

}  // namespace podium::app
