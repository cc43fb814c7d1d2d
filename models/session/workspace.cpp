// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"

#include "session/identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace podium::session {

using base::ExperimentNo;
using base::RunNo;
using base::SourceNo;

namespace {

constexpr int MostRecent = 12;
/// Selecting all of a large store and closing the window needs no list of it.
constexpr qsizetype MostSelected = 1000;

/// The experiment a person most likely wants to see first; nullptr while there is none with runs.
const cache::ExperimentRow* mostInteresting(const SourceInfo& source) {
    const cache::ExperimentRow* best = nullptr;
    for (const cache::ExperimentRow& row : source.experiments) {
        const bool usable =
            row.experiment.lifecycle == domain::Lifecycle::Active && !row.vanished && row.runs > 0;
        if (usable && (best == nullptr || row.runs > best->runs))
            best = &row;
    }
    return best;
}

}  // namespace

Workspace::Workspace(cache::Cache& cache, jobs::JobEngine& engine, Settings& settings,
                     const SourceAccess& access, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_engine(engine),
      m_settings(settings),
      m_sources(cache, engine, access),
      m_runs(cache, engine),
      m_marker(m_runs, m_chosen),
      m_inspector(cache, engine),
      m_artifacts(std::make_shared<artifacts::RemoteArtifacts>(
          cache, access.client ? access.client : std::make_shared<http::HttpClient>(),
          access.environment.lookup ? access.environment : http::Environment::ofProcess())),
      m_comparer(cache, engine),
      m_registry(cache, engine),
      m_series(cache, engine),
      m_histories(cache, engine, [this](SourceNo source) { return m_sources.store(source); }),
      m_serverRuns(cache, engine, m_runs,
                   [this](SourceNo source) { return m_sources.store(source); }),
      m_outbox(cache, engine, m_sources) {
    connect(&m_outbox, &OutboxBook::changed, this, [this] {
        m_runs.setEdits(m_outbox.edits());
        m_inspector.setEdits(m_outbox.edits());
        m_registry.setEdits(m_outbox.registryEdits());
    });
    connect(&m_serverRuns, &ServerRuns::dataChanged, this, &Workspace::dataChanged);
    connect(&m_sources, &SourceBook::changed, &m_serverRuns, &ServerRuns::refresh);
    nameAuditors(cache,
                 access.environment.lookup ? access.environment : http::Environment::ofProcess());
    m_sources.setFollowLive(settings.value(Setting::FollowLive).toBool());
    m_runs.setShowVanished(settings.value(Setting::ShowVanished).toBool());
    constexpr std::int64_t Megabyte = 1'000'000;
    cache.blobs().setLimit(settings.value(Setting::ArtifactCache).toLongLong() * Megabyte);
    engine.run<bool>(
        jobs::Pool::Long, this,
        [&cache](std::stop_token, base::Progress&) -> base::Result<bool> {
            PODIUM_TRY(bool, cache.blobs().sweep());
            return true;
        },
        [](base::Result<bool>) {});
    m_inspector.setStores([this] { return m_sources.stores(); });
    m_runs.setRules(MetricRules::fromJson(settings.value(Setting::MetricRules).toByteArray()));
    connect(&m_sources, &SourceBook::changed, this, &Workspace::sourcesChanged);
    connect(&m_sources, &SourceBook::dataChanged, this, &Workspace::dataChanged);
    connect(&m_sources, &SourceBook::keptChanged, this, [this](const QString& location) {
        const SourceInfo* source = m_sources.find(location);
        if (source != nullptr && isShown(source->sourceNo))
            m_runs.reload();
    });
    connect(&m_sources, &SourceBook::synced, this, [this](const QString& location) {
        if (const SourceInfo* source = m_sources.find(location))
            m_histories.retry(source->sourceNo);
    });
    connect(&m_histories, &HistoryFetcher::changed, &m_series, &SeriesLoader::forgetPartial);
    connect(&m_sources, &SourceBook::opened, this, [this](const QString& location) {
        const SourceInfo* source = m_sources.find(location);
        if (source != nullptr && !m_restoring && !m_wanted.isEmpty())
            m_wanted = location;
    });
    connect(&m_chosen, &ChosenRuns::selectionChanged, this,
            [this] { m_inspector.setRuns(m_chosen.selected()); });
}

std::shared_ptr<artifacts::ArtifactSource> Workspace::artifactSource(
    const ArtifactPlace& place) const {
    if (!place.remote)
        return nullptr;
    return std::make_shared<artifacts::RemoteSource>(m_artifacts, *place.remote);
}

Workspace::~Workspace() = default;

void Workspace::openSource(const QString& location) {
    m_wanted = location;
    m_sources.open(location);
}

void Workspace::connectTo(const ConnectionRequest& request) {
    m_wanted = request.location;
    m_sources.connectTo(request);
}

QStringList Workspace::recentSources() const {
    return m_settings.value(Setting::RecentSources).toStringList();
}

void Workspace::sourcesChanged() {
    QStringList open;
    std::vector<SourceNo> numbers;
    for (const SourceInfo& source : m_sources.sources()) {
        open.append(source.location);
        if (source.sourceNo.valid())
            numbers.push_back(source.sourceNo);
    }
    if (numbers != m_registrySources) {
        m_registrySources = numbers;
        m_registry.setSources(std::move(numbers));
    }
    if (!m_wanted.isEmpty()) {
        if (const SourceInfo* source = m_sources.find(m_wanted))
            showSomething(*source);
    }
    if (!m_pendingSession.isEmpty())
        restoreSession();
    refreshExperiments();
    if (!m_restoring && open != m_saved)
        save();
}

void Workspace::showSomething(const SourceInfo& source) {
    const cache::ExperimentRow* experiment = mostInteresting(source);
    if (experiment == nullptr)
        return;
    // While a store is being read for the first time a larger experiment may still come: the choice
    // stays open until the read is done or the person chooses.
    // The list of a first read is whole only when it says when that was.
    const bool read = (source.state == SourceState::Synced || source.state == SourceState::Live) &&
                      source.syncedAt.has_value();
    if (read || source.state == SourceState::Offline || source.state == SourceState::Paused ||
        source.state == SourceState::LoginNeeded)
        m_wanted.clear();
    if (m_shown.size() != 1 || m_shown.front() != experiment->experimentNo) {
        const QString wanted = m_wanted;
        showExperiments({experiment->experimentNo});
        m_wanted = wanted;
    }
}

/// The rows of what is shown may have new names or counts; what was closed is no longer shown.
void Workspace::refreshExperiments() {
    std::vector<cache::ExperimentRow> rows;
    std::vector<ExperimentNo> still;
    for (const ExperimentNo number : m_shown) {
        if (const cache::ExperimentRow* row = m_sources.experiment(number)) {
            rows.push_back(*row);
            still.push_back(number);
        }
    }
    const bool lost = still.size() != m_shown.size();
    m_shown = std::move(still);
    m_runs.setExperiments(std::move(rows));
    if (lost)
        Q_EMIT shownExperimentsChanged();
}

bool Workspace::isShown(SourceNo source) const {
    return std::ranges::any_of(m_runs.experiments(),
                               [&](const auto& row) { return row.sourceNo == source; });
}

void Workspace::dataChanged(SourceNo source) {
    if (isShown(source)) {
        m_series.forget();
        m_runs.reload();
        m_inspector.reload();
    }
    m_registry.reloadSoon();
}

void Workspace::showExperiments(const std::vector<ExperimentNo>& experiments) {
    m_wanted.clear();
    m_pendingSession.clear();
    if (experiments == m_shown)
        return;
    m_shown = experiments;
    m_chosen.setExperiments(experiments);
    m_chosen.setSelected({});
    m_chosen.forgetSlots();
    m_undo.clear();
    refreshExperiments();
    Q_EMIT shownExperimentsChanged();
}

void Workspace::showRun(RunNo run) {
    // A run's number holds that of its experiment.
    showExperiments({ExperimentNo{run.value >> 32}});
    m_runs.setFilter(QString());
    Q_EMIT runWanted(run);
}

void Workspace::showRunById(SourceNo source, const QString& runId) {
    using Runs = std::vector<RunNo>;
    m_engine.run<Runs>(
        jobs::Pool::Compute, this,
        [&cache = m_cache, source, id = runId.toStdString()](
            std::stop_token, base::Progress&) -> base::Result<Runs> {
            base::Result<cache::Reader> reader = cache.reader();
            PODIUM_TRY(Runs, reader);
            return reader.value().findRun(source, id);
        },
        [this](base::Result<Runs> runs) {
            if (runs.ok() && !runs.value().empty())
                showRun(runs.value().front());
        });
}

void Workspace::restore() {
    m_restoring = true;
    m_pendingSession = m_settings.value(Setting::Session).toByteArray();
    for (const QString& location : m_settings.value(Setting::OpenSources).toStringList())
        m_sources.open(location);
    m_restoring = false;
}

void Workspace::save() {
    QStringList open;
    QStringList recent = recentSources();
    for (const SourceInfo& source : m_sources.sources()) {
        open.append(source.location);
        if (!m_saved.contains(source.location)) {
            recent.removeAll(source.location);
            recent.prepend(source.location);
        }
    }
    while (recent.size() > MostRecent)
        recent.removeLast();
    m_saved = open;
    m_settings.setValue(Setting::OpenSources, open);
    m_settings.setValue(Setting::RecentSources, recent);
    if (const std::optional<QByteArray> kept = session())
        m_settings.setValue(Setting::Session, *kept);
    m_settings.sync();
}

std::optional<QByteArray> Workspace::session() const {
    return m_pendingSession.isEmpty() ? std::optional(saveSession()) : std::nullopt;
}

QByteArray Workspace::saveSession() const {
    QJsonArray experiments;
    for (const ExperimentNo number : m_shown) {
        const cache::ExperimentRow* row = m_sources.experiment(number);
        const SourceInfo* source = row != nullptr ? m_sources.find(row->sourceNo) : nullptr;
        if (source == nullptr)
            continue;
        experiments.append(QJsonObject{
            {QStringLiteral("source"), source->location},
            {QStringLiteral("id"), QString::fromStdString(row->experiment.experimentId)}});
    }
    QJsonArray selected;
    for (const std::string& id : m_marker.selectedIds()) {
        if (selected.size() == MostSelected)
            break;
        selected.append(QString::fromStdString(id));
    }
    const QJsonObject session{
        {QStringLiteral("experiments"), experiments},
        {QStringLiteral("runs"), QJsonDocument::fromJson(m_runs.saveState()).object()},
        {QStringLiteral("marks"), toJson(m_marker.marks())},
        {QStringLiteral("selected"), selected}};
    return QJsonDocument(session).toJson(QJsonDocument::Compact);
}

void Workspace::restoreSession() {
    const QJsonObject session = QJsonDocument::fromJson(m_pendingSession).object();
    std::vector<ExperimentNo> found;
    const QJsonArray wanted = session.value(QLatin1String("experiments")).toArray();
    for (const QJsonValue& value : wanted) {
        const QString location = value.toObject().value(QLatin1String("source")).toString();
        const std::string id = value.toObject().value(QLatin1String("id")).toString().toStdString();
        const SourceInfo* source = m_sources.find(location);
        if (source == nullptr)
            continue;
        for (const cache::ExperimentRow& row : source->experiments) {
            if (row.experiment.experimentId == id)
                found.push_back(row.experimentNo);
        }
    }
    if (found.empty() || static_cast<qsizetype>(found.size()) < wanted.size())
        return;
    showExperiments(found);
    m_marker.expect(runMarksFromJson(session.value(QLatin1String("marks")).toObject()));
    std::vector<std::string> selected;
    for (const QJsonValue& id : session.value(QLatin1String("selected")).toArray())
        selected.push_back(id.toString().toStdString());
    m_marker.select(selected);
    m_runs.restoreState(QJsonDocument(session.value(QLatin1String("runs")).toObject()).toJson());
}

}  // namespace podium::session
