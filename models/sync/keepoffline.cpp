// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keepoffline.h"

#include "sync/histories.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace podium::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::RunNo;

namespace {

/// What waits for a server most of the time: a few at once are faster, many would be rude.
constexpr std::size_t AtOnce = 4;

/// Runs and owners of artifacts that a Kept stands for.
struct Scope {
    std::vector<RunNo> runs;
    std::vector<stores::ArtifactOwner> owners;
    std::string patterns;
};

/// True where the next file would fail in the same way.
bool endsIt(const Error& error) {
    switch (error.code) {
        case ErrorCode::NetRefused:
        case ErrorCode::NetNameNotFound:
        case ErrorCode::NetTimeout:
        case ErrorCode::ProxyFailed:
        case ErrorCode::TlsExpired:
        case ErrorCode::TlsWrongHost:
        case ErrorCode::TlsUntrusted:
        case ErrorCode::CertificateFile:
        case ErrorCode::LoginNeeded:
        case ErrorCode::LoginRefused:
        case ErrorCode::OfflineMode:
        case ErrorCode::WriteFailed:
        case ErrorCode::Sql:
        case ErrorCode::DatabaseDamaged:
            return true;
        default:
            return false;
    }
}

Result<Scope> scopeOf(cache::Reader& reader, base::SourceNo source, const cache::Kept& kept) {
    Scope scope;
    scope.patterns = kept.artifacts;
    const Result<std::vector<cache::ExperimentRow>> experiments = reader.experiments(source);
    PODIUM_TRY(Scope, experiments);
    for (const cache::ExperimentRow& row : experiments.value()) {
        if (row.experiment.experimentId != kept.experimentId)
            continue;
        PODIUM_TRY(Scope, reader.runs(row.experimentNo, {}, [&](const cache::RunRow& run) {
            if (run.vanished || (!kept.runId.empty() && run.runId != kept.runId))
                return;
            scope.runs.push_back(run.runNo);
            scope.owners.push_back({std::string(run.runId), {}, std::string(run.artifactUri)});
        }));
    }
    const Result<std::vector<domain::LoggedModel>> models = reader.loggedModels(source);
    PODIUM_TRY(Scope, models);
    for (const domain::LoggedModel& model : models.value()) {
        if (model.experimentId == kept.experimentId &&
            (kept.runId.empty() || model.sourceRunId == kept.runId))
            scope.owners.push_back({{}, model.modelId, model.artifactLocation});
    }
    return scope;
}

/// Calls `work` for 0 … count-1 on a few threads until all is done, one fails or stop is requested.
Result<void> eachAtOnce(std::size_t count, const std::stop_token& stop,
                        const std::function<Result<void>(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    Result<void> failure;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            const Result<void> done = stop.stop_requested() ? base::Cancelled{} : work(i);
            if (done.ok())
                continue;
            const std::lock_guard lock(mutex);
            if (!failure.failed())
                failure = done;
            next = count;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < std::min(count, AtOnce); ++i)
            threads.emplace_back(loop);
        loop();
    }
    return failure;
}

/// Something to be fetched.
struct Wanted {
    const stores::ArtifactOwner* owner;
    OfflineFile file;
};

/// Lists the artifacts of owners and takes what the patterns name. Thread safe.
class Finder {
public:
    explicit Finder(OfflineArtifacts& artifacts) : m_artifacts(artifacts) {}

    Result<void> find(const Scope& scope, base::Progress& progress, std::stop_token stop) {
        return eachAtOnce(scope.owners.size(), stop, [&](std::size_t i) -> Result<void> {
            const stores::ArtifactOwner& owner = scope.owners[i];
            Result<std::vector<OfflineFile>> files = m_artifacts.files(owner, stop);
            ++progress.files;
            if (files.failed() && !endsIt(files.error())) {
                const std::lock_guard lock(m_mutex);
                m_errors.push_back(files.error());
                return {};
            }
            PODIUM_TRY(void, files);
            const std::lock_guard lock(m_mutex);
            for (OfflineFile& file : files.value()) {
                if (cache::matchesPatterns(scope.patterns, file.path))
                    m_wanted.push_back({&owner, std::move(file)});
            }
            return {};
        });
    }
    [[nodiscard]] const std::vector<Wanted>& wanted() const { return m_wanted; }
    [[nodiscard]] const std::vector<Error>& errors() const { return m_errors; }

private:
    OfflineArtifacts& m_artifacts;
    std::mutex m_mutex;
    std::vector<Wanted> m_wanted;
    std::vector<Error> m_errors;
};

void note(OfflineReport& report, const Error& error) {
    ++report.failures;
    if (report.errors.size() < OfflineReport::MostErrors)
        report.errors.push_back(error);
}

Result<void> keepArtifacts(OfflineArtifacts& artifacts, const Scope& scope, OfflineReport& report,
                           base::Progress& progress, const std::stop_token& stop) {
    Finder finder(artifacts);
    PODIUM_TRY(void, finder.find(scope, progress, stop));
    for (const Error& error : finder.errors())
        note(report, error);
    std::vector<const Wanted*> missing;
    for (const Wanted& wanted : finder.wanted()) {
        if (!wanted.file.isHere)
            missing.push_back(&wanted);
    }
    progress.total += static_cast<std::int64_t>(missing.size());
    std::mutex mutex;
    return eachAtOnce(missing.size(), stop, [&](std::size_t i) -> Result<void> {
        const Result<std::int64_t> fetched =
            artifacts.fetch(*missing[i]->owner, missing[i]->file.path, stop);
        ++progress.done;
        const std::lock_guard lock(mutex);
        if (fetched.failed() && !endsIt(fetched.error())) {
            note(report, fetched.error());
            return {};
        }
        PODIUM_TRY(void, fetched);
        ++report.files;
        report.bytes += fetched.value();
        progress.bytes += fetched.value();
        return {};
    });
}

}  // namespace

Result<OfflineSize> estimateOffline(OfflineArtifacts& artifacts, cache::Cache& cache,
                                    base::SourceNo source, const cache::Kept& kept,
                                    base::Progress& progress, std::stop_token stop) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(OfflineSize, reader);
    const Result<Scope> scope = scopeOf(reader.value(), source, kept);
    PODIUM_TRY(OfflineSize, scope);
    OfflineSize size;
    size.runs = static_cast<std::int64_t>(scope.value().runs.size());
    if (kept.histories) {
        const auto missing = reader.value().missingHistories(scope.value().runs);
        PODIUM_TRY(OfflineSize, missing);
        for (const cache::MissingHistories& entry : missing.value())
            size.histories += static_cast<std::int64_t>(entry.keys.size());
    }
    if (kept.artifacts.empty())
        return size;
    progress.total = static_cast<std::int64_t>(scope.value().owners.size());
    Finder finder(artifacts);
    PODIUM_TRY(OfflineSize, finder.find(scope.value(), progress, stop));
    for (const Wanted& wanted : finder.wanted()) {
        const std::int64_t bytes = std::max<std::int64_t>(wanted.file.size, 0);
        ++size.files;
        size.bytes += bytes;
        size.unknownSizes += wanted.file.size < 0 ? 1 : 0;
        size.missingFiles += wanted.file.isHere ? 0 : 1;
        size.missingBytes += wanted.file.isHere ? 0 : bytes;
    }
    return size;
}

Result<OfflineReport> keepOffline(stores::Remote* remote, OfflineArtifacts& artifacts,
                                  cache::Cache& cache, base::SourceNo source,
                                  base::Progress& progress, std::stop_token stop,
                                  const std::function<void()>& committed) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(OfflineReport, reader);
    const Result<std::vector<cache::Kept>> all = reader.value().kept(source);
    PODIUM_TRY(OfflineReport, all);
    OfflineReport report;
    // Histories first: they are what most look at, and small.
    for (const cache::Kept& kept : all.value()) {
        if (!kept.histories || remote == nullptr)
            continue;
        const Result<Scope> scope = scopeOf(reader.value(), source, kept);
        PODIUM_TRY(OfflineReport, scope);
        const auto missing = reader.value().missingHistories(scope.value().runs);
        PODIUM_TRY(OfflineReport, missing);
        if (missing.value().empty())
            continue;
        const Result<HistoryReport> fetched =
            fetchHistories(*remote, cache, missing.value(), false, progress, stop, committed);
        PODIUM_TRY(OfflineReport, fetched);
        report.histories += fetched.value().metrics;
    }
    for (const cache::Kept& kept : all.value()) {
        if (kept.artifacts.empty())
            continue;
        const Result<Scope> scope = scopeOf(reader.value(), source, kept);
        PODIUM_TRY(OfflineReport, scope);
        PODIUM_TRY(OfflineReport, keepArtifacts(artifacts, scope.value(), report, progress, stop));
    }
    return report;
}

Result<OfflineHeld> heldOffline(cache::Reader& reader, base::ExperimentNo experiment) {
    const Result<std::int64_t> histories = reader.historyBytes(experiment);
    PODIUM_TRY(OfflineHeld, histories);
    const Result<std::int64_t> artifacts = reader.artifactBytes(experiment);
    PODIUM_TRY(OfflineHeld, artifacts);
    return OfflineHeld{histories.value(), artifacts.value()};
}

Result<OfflineHeld> heldOffline(cache::Reader& reader, RunNo run) {
    const Result<std::optional<cache::RunDetails>> details = reader.run(run);
    PODIUM_TRY(OfflineHeld, details);
    if (!details.value())
        return OfflineHeld{};
    const Result<std::int64_t> histories = reader.historyBytes(run);
    PODIUM_TRY(OfflineHeld, histories);
    // The experiment stands in the upper half of a run's number (001_initial.sql).
    const Result<std::int64_t> artifacts =
        reader.artifactBytes(base::ExperimentNo{run.value >> 32}, details.value()->run.runId);
    PODIUM_TRY(OfflineHeld, artifacts);
    return OfflineHeld{histories.value(), artifacts.value()};
}

}  // namespace podium::sync
