// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/chosenruns.h"
#include "session/comparedruns.h"
#include "session/historyfetcher.h"
#include "session/outboxbook.h"
#include "session/registrybook.h"
#include "session/rundetails.h"
#include "session/runmarks.h"
#include "session/runsview.h"
#include "session/seriesloader.h"
#include "session/serverruns.h"
#include "session/settings.h"
#include "session/sourcebook.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <optional>
#include <set>
#include <vector>

namespace podium::session {

/// What is open: the parts of a window's state and how one follows from another. A new source shows
/// its experiment with the most runs; new data in the cache reaches whatever shows it. Lives on the
/// UI thread; owned by the composition, which also owns what is passed in.
class Workspace : public QObject {
    Q_OBJECT
public:
    Workspace(cache::Cache& cache, jobs::JobEngine& engine, Settings& settings,
              const SourceAccess& access = {}, QObject* parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] SourceBook& sources() { return m_sources; }
    [[nodiscard]] RunsView& runs() { return m_runs; }
    [[nodiscard]] ChosenRuns& chosen() { return m_chosen; }
    [[nodiscard]] RunMarker& marker() { return m_marker; }
    [[nodiscard]] RunInspector& inspector() { return m_inspector; }
    [[nodiscard]] RunComparer& comparer() { return m_comparer; }
    [[nodiscard]] RegistryBook& registry() { return m_registry; }
    [[nodiscard]] SeriesLoader& series() { return m_series; }
    /// Artifacts on servers; shared with the jobs that use it.
    [[nodiscard]] const std::shared_ptr<artifacts::RemoteArtifacts>& artifacts() const {
        return m_artifacts;
    }
    /// Artifacts on a server as a view wants them; null for those in a folder of this machine.
    [[nodiscard]] std::shared_ptr<artifacts::ArtifactSource> artifactSource(
        const ArtifactPlace& place) const;
    [[nodiscard]] HistoryFetcher& histories() { return m_histories; }
    [[nodiscard]] OutboxBook& outbox() { return m_outbox; }
    [[nodiscard]] ServerRuns& serverRuns() { return m_serverRuns; }
    [[nodiscard]] Settings& settings() { return m_settings; }
    [[nodiscard]] QUndoStack& undo() { return m_undo; }

    /// Opens a source because a person asked for it: it goes to the top of the recent ones and is
    /// shown.
    void openSource(const QString& location);
    /// The same for a server as somebody set it up.
    void connectTo(const ConnectionRequest& request);
    /// Opens what was open at the last end, and restores what was shown of it.
    void restore();
    /// Keeps what is open for the next start; also called by itself when sources come and go.
    void save();
    /// What save() would keep of what is shown; nothing while the last one is still to be restored.
    [[nodiscard]] std::optional<QByteArray> session() const;

    void showExperiments(const std::vector<base::ExperimentNo>& experiments);
    [[nodiscard]] const std::vector<base::ExperimentNo>& shownExperiments() const {
        return m_shown;
    }
    /// Shows the experiment of a run and selects it there (a link from the registry).
    void showRun(base::RunNo run);
    /// The same for a run known by its id; nothing happens if the cache has none of it.
    void showRunById(base::SourceNo source, const QString& runId);

    [[nodiscard]] QStringList recentSources() const;

Q_SIGNALS:
    void shownExperimentsChanged();
    /// The run table is to select this run, now that its experiment is on the way.
    void runWanted(podium::base::RunNo run);

private:
    void sourcesChanged();
    [[nodiscard]] bool isShown(base::SourceNo source) const;
    void dataChanged(base::SourceNo source);
    void showSomething(const SourceInfo& source);
    void refreshExperiments();
    [[nodiscard]] QByteArray saveSession() const;
    void restoreSession();

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    Settings& m_settings;
    SourceBook m_sources;
    RunsView m_runs;
    ChosenRuns m_chosen;
    RunMarker m_marker;
    RunInspector m_inspector;
    std::shared_ptr<artifacts::RemoteArtifacts> m_artifacts;
    RunComparer m_comparer;
    RegistryBook m_registry;
    SeriesLoader m_series;
    HistoryFetcher m_histories;
    ServerRuns m_serverRuns;
    OutboxBook m_outbox;
    QUndoStack m_undo;
    std::vector<base::ExperimentNo> m_shown;
    std::vector<base::SourceNo> m_registrySources;
    QStringList m_saved;          // locations that are in the settings as open
    QString m_wanted;             // a source just asked for: shown as soon as it has something
    QByteArray m_pendingSession;  // what is to be restored once its source is there
    bool m_restoring = false;
};

}  // namespace podium::session
