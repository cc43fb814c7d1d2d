// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/registrybook.h"

#include "session/registryedits.h"

#include <algorithm>
#include <map>

namespace podium::session {

using base::Result;
using base::RunNo;
using base::SourceNo;

namespace {

constexpr int ReloadDelayMs = 150;

/// Finds source runs by id; each is asked for once, however many versions name it.
class SourceRuns {
public:
    SourceRuns(cache::Reader& reader, SourceNo source) : m_reader(reader), m_source(source) {}

    Result<std::pair<RunNo, QString>> find(const std::string& runId) {
        using Found = std::pair<RunNo, QString>;
        if (runId.empty())
            return Found();
        if (const auto it = m_found.find(runId); it != m_found.end())
            return it->second;
        Result<std::vector<RunNo>> runs = m_reader.findRun(m_source, runId);
        PODIUM_TRY(Found, runs);
        Found found;
        if (!runs.value().empty()) {
            Result<std::optional<cache::RunDetails>> details = m_reader.run(runs.value().front());
            PODIUM_TRY(Found, details);
            found.first = runs.value().front();
            if (details.value())
                found.second = QString::fromStdString(details.value()->run.runName);
        }
        m_found.emplace(runId, found);
        return found;
    }

private:
    cache::Reader& m_reader;
    SourceNo m_source;
    std::map<std::string, std::pair<RunNo, QString>> m_found;
};

Result<void> addModels(cache::Reader& reader, const cache::SourceRow& source,
                       RegistrySnapshot& snapshot) {
    Result<std::vector<domain::RegisteredModel>> models = reader.registeredModels(source.sourceNo);
    PODIUM_TRY(void, models);
    Result<std::vector<domain::ModelVersion>> versions = reader.modelVersions(source.sourceNo, "");
    PODIUM_TRY(void, versions);
    std::multimap<std::string, domain::ModelVersion> byModel;
    for (domain::ModelVersion& version : versions.value()) {
        std::string name = version.name;
        byModel.emplace(std::move(name), std::move(version));
    }
    SourceRuns runs(reader, source.sourceNo);
    for (domain::RegisteredModel& model : models.value()) {
        ModelEntry entry{source.sourceNo, QString::fromStdString(source.title), model, {}};
        const auto [first, last] = byModel.equal_range(model.name);
        for (auto it = first; it != last; ++it) {
            Result<std::pair<RunNo, QString>> run = runs.find(it->second.runId);
            PODIUM_TRY(void, run);
            entry.versions.push_back({it->second, run.value().first, run.value().second});
        }
        snapshot.models.push_back(std::move(entry));
    }
    return {};
}

Result<void> addProblems(cache::Reader& reader, const cache::SourceRow& source,
                         RegistrySnapshot& snapshot) {
    Result<std::vector<cache::StoredProblem>> problems = reader.problems(source.sourceNo);
    PODIUM_TRY(void, problems);
    for (cache::StoredProblem& problem : problems.value()) {
        snapshot.problems.push_back({source.sourceNo, QString::fromStdString(source.title),
                                     QString::fromStdString(source.root), std::move(problem)});
    }
    return {};
}

}  // namespace

RegistryBook::RegistryBook(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_slot(engine, this),
      m_read(std::make_shared<const RegistrySnapshot>()),
      m_snapshot(m_read),
      m_edits(std::make_shared<const RegistryEdits>()) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(ReloadDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &RegistryBook::reload);
}

void RegistryBook::setEdits(std::shared_ptr<const RegistryEdits> edits) {
    if (*edits == *m_edits)
        return;
    // What has arrived is shown from the cache, and until it is read from there as it is now.
    const bool fewer = edits->size() < m_edits->size();
    m_edits = std::move(edits);
    if (fewer) {
        reload();
        return;
    }
    m_snapshot = withEdits(m_read, *m_edits);
    Q_EMIT changed();
}

void RegistryBook::setSources(std::vector<SourceNo> sources) {
    m_sources = std::move(sources);
    reloadSoon();
}

void RegistryBook::reloadSoon() {
    if (!m_timer.isActive())
        m_timer.start();
}

void RegistryBook::reload() {
    using Snapshot = std::shared_ptr<const RegistrySnapshot>;
    auto job = [&cache = m_cache, wanted = m_sources](std::stop_token,
                                                      base::Progress&) -> Result<Snapshot> {
        Result<cache::Reader> reader = cache.reader();
        PODIUM_TRY(Snapshot, reader);
        Result<std::vector<cache::SourceRow>> sources = reader.value().sources();
        PODIUM_TRY(Snapshot, sources);
        auto snapshot = std::make_shared<RegistrySnapshot>();
        for (const cache::SourceRow& source : sources.value()) {
            if (std::ranges::find(wanted, source.sourceNo) == wanted.end())
                continue;
            PODIUM_TRY(Snapshot, addModels(reader.value(), source, *snapshot));
            PODIUM_TRY(Snapshot, addProblems(reader.value(), source, *snapshot));
        }
        return Snapshot(std::move(snapshot));
    };
    m_slot.start(std::move(job), [this](Result<Snapshot> result) {
        if (result.failed()) {
            Q_EMIT failed(result.error());
            return;
        }
        m_read = std::move(result).value();
        m_snapshot = withEdits(m_read, *m_edits);
        Q_EMIT changed();
    });
}

}  // namespace podium::session
