// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceentry.h"

/// The part of the book that follows what it has read: live is only what somebody watches, and
/// what was written to from here is read again.
namespace podium::session {

using base::Result;
using base::SourceNo;
using stores::Watcher;

namespace {

constexpr int FollowWaitMs = 60'000;
constexpr int FollowPauseMs = 400;

}  // namespace

/// Used by one job at a time, and on the UI thread only to see whether it is there.
struct SourceBook::Watch {
    std::unique_ptr<Watcher> watcher;
    Watcher::Change first;  // what is to be read again at once

    static Result<std::shared_ptr<Watch>> begin(cache::Cache& cache, const stores::Store& store,
                                                SourceNo source);
    Result<Watcher::Change> wait(const std::stop_token& stop);
};

/// Makes the watcher (null where the store has none) and names the running runs: they may have gone
/// on between the sync and now.
Result<std::shared_ptr<SourceBook::Watch>> SourceBook::Watch::begin(cache::Cache& cache,
                                                                    const stores::Store& store,
                                                                    SourceNo source) {
    using Begun = std::shared_ptr<Watch>;
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Begun, reader);
    Result<std::vector<std::pair<std::string, std::string>>> running =
        reader.value().runningRuns(source);
    PODIUM_TRY(Begun, running);
    const auto watch = std::make_shared<Watch>();
    std::vector<std::string> folders;
    for (auto& [runId, folder] : running.value()) {
        folders.push_back(folder.empty() ? runId : std::move(folder));
        watch->first.runIds.push_back(std::move(runId));
    }
    watch->watcher = store.watch(folders);
    return watch;
}

Result<Watcher::Change> SourceBook::Watch::wait(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        Watcher::Change change = watcher->wait(FollowWaitMs, stop);
        if (change.lost)
            return *change.lost;
        if (change.wholeStore || !change.runIds.empty())
            return change;
    }
    return base::Cancelled{};
}

void SourceBook::setFollowLive(bool follow) {
    m_followLive = follow;
    for (const std::unique_ptr<Entry>& work : m_entries) {
        work->followStop.request_stop();
        work->watch = {};
        SourceInfo* source = info(work->location);
        if (!follow && source != nullptr && source->state == SourceState::Live)
            source->state = SourceState::Synced;
        if (follow && !work->syncing)
            this->follow(work->location);
    }
    emitChangedSoon();
}

/// Follows the store until the source is closed or synced otherwise. What was read last stays
/// Synced until somebody watches it.
void SourceBook::follow(const QString& location) {
    Entry* work = entry(location);
    SourceInfo* source = info(location);
    if (!m_followLive || work == nullptr || source == nullptr || !work->store || work->syncing ||
        source->state == SourceState::Paused)
        return;
    if (work->watch) {
        waitForChange(location);
        return;
    }
    using Begun = std::shared_ptr<Watch>;
    auto job = [&cache = m_cache, store = work->store, number = source->sourceNo](std::stop_token,
                                                                                  base::Progress&) {
        return Watch::begin(cache, *store, number);
    };
    const auto stop = std::make_shared<std::stop_source>(std::nostopstate);
    *stop = m_engine.run<Begun>(jobs::Pool::Long, this, std::move(job),
                                [this, location, stop](const Result<Begun>& begun) {
                                    if (!stop->stop_requested())
                                        watchBegun(location, begun);
                                });
    work->followStop = *stop;
}

void SourceBook::watchBegun(const QString& location, const Result<std::shared_ptr<Watch>>& begun) {
    Entry* work = entry(location);
    if (work == nullptr || work->syncing)
        return;
    if (begun.failed())
        broken(location, begun.error());
    if (!begun.ok() || !begun.value()->watcher)
        return;
    work->watch = begun.value();
    const Watcher::Change first = std::exchange(work->watch->first, {});
    if (first.runIds.empty()) {
        waitForChange(location);
        return;
    }
    info(location)->state = SourceState::Live;
    emitChangedSoon();
    readChange(location, first);
}

void SourceBook::waitForChange(const QString& location) {
    Entry* work = entry(location);
    info(location)->state = SourceState::Live;
    emitChangedSoon();
    using Change = Watcher::Change;
    auto job = [watch = work->watch](std::stop_token stop, base::Progress&) {
        return watch->wait(stop);
    };
    work->followStop = m_engine.run<Change>(
        jobs::Pool::Long, this, std::move(job), [this, location](const Result<Change>& change) {
            // What is shown must not be called live when nobody
            // answers.
            const Entry* followed = entry(location);
            if (change.failed() && followed != nullptr && !followed->syncing)
                broken(location, change.error());
            if (change.ok())
                readChange(location, change.value());
        });
}

void SourceBook::readChange(const QString& location, const Watcher::Change& change) {
    QStringList runIds;
    if (!change.wholeStore) {
        for (const std::string& runId : change.runIds)
            runIds.push_back(QString::fromStdString(runId));
    }
    QTimer::singleShot(FollowPauseMs, this,
                       [this, location, runIds] { startSync(location, false, {runIds}); });
}

/// What readWritten() asked for has come, or is to be asked for once more.
void SourceBook::tellWritten(const QString& location, bool read) {
    Entry* work = entry(location);
    Part part = std::exchange(work->reading, {});
    // What was written to once more meanwhile may have been read too early.
    const Part& later = work->written;
    part.runs.removeIf([&](const QString& run) { return later.runs.contains(run); });
    part.models.removeIf([&](const QString& model) { return later.models.contains(model); });
    if (!read) {
        work->written.runs += part.runs;
        work->written.models += part.models;
        return;
    }
    if (!part.runs.isEmpty())
        Q_EMIT runsRead(location, part.runs);
    if (!part.models.isEmpty())
        Q_EMIT modelsRead(location, part.models);
}

void SourceBook::readRuns(const QString& location, const QStringList& runIds) {
    Entry* work = entry(location);
    if (work == nullptr)
        return;
    work->written.runs += runIds;
    readWritten(location);
}

void SourceBook::readModels(const QString& location, const QStringList& names) {
    Entry* work = entry(location);
    if (work == nullptr)
        return;
    work->written.models += names;
    readWritten(location);
}

/// Runs and models are read one after the other: the end of the first starts the second.
void SourceBook::readWritten(const QString& location) {
    Entry* work = entry(location);
    const SourceInfo* source = find(location);
    if (work == nullptr || work->syncing || !work->store || source == nullptr ||
        source->state == SourceState::Paused || work->written.isWhole())
        return;
    work->reading = work->written.models.isEmpty()
                        ? Part{std::exchange(work->written.runs, {}), {}}
                        : Part{{}, std::exchange(work->written.models, {})};
    work->reading.runs.removeDuplicates();
    work->reading.models.removeDuplicates();
    startSync(location, true, work->reading);
}

}  // namespace podium::session
