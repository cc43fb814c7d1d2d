// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceentry.h"

#include <QPointer>

#include <algorithm>

namespace podium::session {

using base::Result;
using base::SourceNo;

namespace {

constexpr int ChangedDelayMs = 100;
constexpr int ReloadDelayMs = 250;

bool byName(const cache::ExperimentRow& a, const cache::ExperimentRow& b) {
    const bool aDeleted = a.experiment.lifecycle == domain::Lifecycle::Deleted;
    const bool bDeleted = b.experiment.lifecycle == domain::Lifecycle::Deleted;
    return std::tie(aDeleted, a.experiment.name, a.experiment.experimentId) <
           std::tie(bDeleted, b.experiment.name, b.experiment.experimentId);
}

}  // namespace

Result<SourceBook::Listing> SourceBook::Listing::load(cache::Cache& cache,
                                                      const std::string& location) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Listing, reader);
    Result<std::optional<cache::SourceRow>> source = reader.value().sourceAt(location);
    PODIUM_TRY(Listing, source);
    Listing listing{source.value(), {}, {}};
    if (!listing.source)
        return listing;
    Result<std::vector<cache::ExperimentRow>> experiments =
        reader.value().experiments(listing.source->sourceNo);
    PODIUM_TRY(Listing, experiments);
    listing.experiments = std::move(experiments).value();
    std::ranges::sort(listing.experiments, byName);
    Result<std::vector<cache::Kept>> kept = reader.value().kept(listing.source->sourceNo);
    PODIUM_TRY(Listing, kept);
    listing.kept = std::move(kept).value();
    return listing;
}

SourceBook::SourceBook(cache::Cache& cache, jobs::JobEngine& engine, SourceAccess access,
                       QObject* parent)
    : QObject(parent), m_cache(cache), m_engine(engine), m_access(std::move(access)) {
    m_changedTimer.setSingleShot(true);
    m_changedTimer.setInterval(ChangedDelayMs);
    connect(&m_changedTimer, &QTimer::timeout, this, &SourceBook::changed);
}

SourceBook::~SourceBook() = default;

const SourceInfo* SourceBook::find(const QString& location) const {
    const auto it = std::ranges::find(m_sources, location, &SourceInfo::location);
    return it == m_sources.end() ? nullptr : &*it;
}

const SourceInfo* SourceBook::find(SourceNo source) const {
    const auto it = std::ranges::find(m_sources, source, &SourceInfo::sourceNo);
    return it == m_sources.end() ? nullptr : &*it;
}

OpenStores SourceBook::stores() const {
    OpenStores open;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const SourceInfo* source = find(m_entries[i]->location);
        if (source != nullptr && source->sourceNo.valid() && m_entries[i]->store)
            open.emplace(source->sourceNo, m_entries[i]->store);
    }
    return open;
}

const cache::ExperimentRow* SourceBook::experiment(base::ExperimentNo experiment) const {
    for (const SourceInfo& source : m_sources) {
        const auto it =
            std::ranges::find(source.experiments, experiment, &cache::ExperimentRow::experimentNo);
        if (it != source.experiments.end())
            return &*it;
    }
    return nullptr;
}

SourceInfo* SourceBook::info(const QString& location) {
    const auto it = std::ranges::find(m_sources, location, &SourceInfo::location);
    return it == m_sources.end() ? nullptr : &*it;
}

SourceBook::Entry* SourceBook::entry(const QString& location) {
    const auto it = std::ranges::find_if(
        m_entries, [&](const std::unique_ptr<Entry>& e) { return e->location == location; });
    return it == m_entries.end() ? nullptr : it->get();
}

void SourceBook::open(const QString& location) {
    if (isServerAddress(location)) {
        openAddress(location);
        return;
    }
    if (entry(location) != nullptr) {
        sync(location);
        Q_EMIT opened(location);
        return;
    }
    addEntry(location);
    startOpen(location);
}

SourceBook::Entry* SourceBook::addEntry(const QString& location) {
    SourceInfo source;
    source.location = location;
    source.title = location.section(u'/', -1, -1, QString::SectionSkipEmpty);
    m_sources.push_back(std::move(source));
    m_entries.push_back(std::make_unique<Entry>());
    Entry* work = m_entries.back().get();
    work->location = location;
    work->retry.setSingleShot(true);
    connect(&work->retry, &QTimer::timeout, this, [this, work] { sync(work->location); });
    emitChangedSoon();
    return work;
}

void SourceBook::startOpen(const QString& location) {
    if (isServerAddress(location)) {
        startServer(location);
        return;
    }
    auto job = [&cache = m_cache, open = opener(), location](std::stop_token,
                                                             base::Progress&) -> Result<Opened> {
        Opened opened;
        opened.location = location;
        Result<std::unique_ptr<stores::Store>> store = open(location.toStdString(), {}, {});
        if (store.ok()) {
            opened.store = std::move(store).value();
            const stores::StoreInfo info = opened.store->info();
            opened.location = QString::fromStdString(info.location);
            opened.kind = QString::fromStdString(info.kind);
        } else if (store.failed()) {
            opened.error = store.error();
        }
        Result<Listing> listing = Listing::load(cache, opened.location.toStdString());
        PODIUM_TRY(Opened, listing);
        opened.listing = std::move(listing).value();
        return opened;
    };
    m_engine.run<Opened>(
        jobs::Pool::Long, this, std::move(job),
        [this, location](Result<Opened> result) { finishOpen(location, std::move(result)); });
}

void SourceBook::finishOpen(const QString& location, Result<Opened> result) {
    SourceInfo* source = info(location);
    Entry* work = entry(location);
    if (source == nullptr || work == nullptr || result.cancelled())
        return;
    if (result.failed() || (!result.value().store && !result.value().listing.source)) {
        const base::Error error = result.failed() ? result.error() : result.value().error;
        close(location);
        Q_EMIT failed(location, error);
        return;
    }
    Opened& found = result.value();
    // A folder that holds an mlruns and that mlruns are one source.
    if (found.location != location && entry(found.location) != nullptr) {
        close(location);
        open(found.location);
        return;
    }
    source->location = found.location;
    source->kind = found.kind;
    work->location = found.location;
    work->store = found.store;
    const bool paused = found.listing.source && found.listing.source->offline;
    apply(*source, std::move(found.listing));
    source->state = paused ? SourceState::Paused : SourceState::Offline;
    source->error = found.error;
    if (paused)
        work->store.reset();
    if (source->title.isEmpty())
        source->title = source->location;
    emitChangedSoon();
    Q_EMIT opened(source->location);
    if (source->sourceNo.valid())
        Q_EMIT dataChanged(source->sourceNo);
    if (work->store)
        startSync(work->location, false, {});
    else if (!paused)
        Q_EMIT failed(source->location, source->error);
}

void SourceBook::apply(SourceInfo& source, Listing listing) {
    if (!listing.source)
        return;
    source.sourceNo = listing.source->sourceNo;
    source.title = QString::fromStdString(listing.source->title);
    source.kind = QString::fromStdString(listing.source->kind);
    source.syncedAt = listing.source->syncedAt;
    source.problems = listing.source->problems;
    source.experiments = std::move(listing.experiments);
    source.kept = std::move(listing.kept);
    source.settings = ConnectionSettings::fromJson(listing.source->settings);
    source.readOnly = source.settings.readOnly;
}

void SourceBook::close(const QString& location) {
    std::erase_if(m_sources, [&](const SourceInfo& s) { return s.location == location; });
    std::erase_if(m_entries,
                  [&](const std::unique_ptr<Entry>& e) { return e->location == location; });
    emitChangedSoon();
}

void SourceBook::sync(const QString& location, bool full) {
    Entry* work = entry(location);
    const SourceInfo* source = find(location);
    if (work == nullptr || source == nullptr || source->state == SourceState::Paused)
        return;
    work->retry.stop();
    if (!work->store)
        startOpen(location);
    else
        startSync(location, full, {});
}

void SourceBook::syncAll() {
    for (const std::unique_ptr<Entry>& work : m_entries)
        sync(work->location);
}

void SourceBook::cancel(const QString& location) {
    if (Entry* work = entry(location))
        work->syncStop.request_stop();
}

void SourceBook::startSync(const QString& location, bool full, const Part& part) {
    Entry* work = entry(location);
    SourceInfo* source = info(location);
    if (work == nullptr || source == nullptr || !work->store ||
        source->state == SourceState::Paused)
        return;
    if (work->syncing) {
        work->syncAgain = work->syncAgain || work->syncStop.stop_requested();
        return;
    }
    work->followStop.request_stop();
    work->syncing = true;
    const bool partial = !part.isWhole();
    if (!partial)
        work->watch = {};
    sync::SyncOptions options;
    options.full = full;
    options.threads = m_readThreads;
    if (source->isServer())
        options.mostRuns = source->settings.mostRuns;
    for (const QString& runId : part.runs)
        options.runIds.push_back(runId.toStdString());
    for (const QString& name : part.models)
        options.models.push_back(name.toStdString());

    // Commits are told from the writer's thread. The engine outlives every job; whether this object
    // still lives is looked at on its own thread.
    const QPointer<SourceBook> self(this);
    auto committed = [engine = &m_engine, self, location](SourceNo number) {
        QMetaObject::invokeMethod(
            engine,
            [self, location, number] {
                if (self)
                    self->tellCommit(location, number);
            },
            Qt::QueuedConnection);
    };
    auto job = [&cache = m_cache, store = work->store, options, committed, self](
                   std::stop_token stop, base::Progress& progress) {
        return sync::sync(*store, cache, options, progress, stop, committed);
    };
    auto done = [this, location, partial](Result<sync::SyncReport> result) {
        syncEnded(location, std::move(result), partial);
    };
    using Report = sync::SyncReport;
    if (partial) {
        work->syncStop = m_engine.run<Report>(jobs::Pool::Long, this, std::move(job), done);
    } else {
        source->state = SourceState::Syncing;
        work->syncStop =
            m_engine.runShown<Report>(jobs::Pool::Long, source->title, this, std::move(job), done);
        source->progress = m_engine.shownJobs().front().progress;
    }
    emitChangedSoon();
}

void SourceBook::tellCommit(const QString& location, SourceNo number) {
    SourceInfo* source = info(location);
    if (source == nullptr)
        return;
    source->sourceNo = number;
    Q_EMIT dataChanged(number);
    reload(location);
}

void SourceBook::syncEnded(const QString& location, Result<sync::SyncReport> result, bool partial) {
    Entry* work = entry(location);
    SourceInfo* source = info(location);
    if (work == nullptr || source == nullptr)
        return;
    work->syncing = false;
    source->progress.reset();
    tellWritten(location, result.ok());
    if (std::exchange(work->syncAgain, false) && work->store) {
        startSync(location, false, {});
        return;
    }
    if (source->state == SourceState::Paused) {
        reload(location);
        return;
    }
    if (result.failed()) {
        broken(location, result.error());
    } else {
        source->state = SourceState::Synced;
        source->error = {};
        source->retryAt.reset();
        work->attempts = result.ok() ? 0 : work->attempts;
        if (result.ok() && !partial)
            source->syncedAt = m_cache.clock()();  // until it is read from the cache
    }
    if (result.ok() && (result.value().runs > 0 || !partial))
        Q_EMIT dataChanged(result.value().source);
    reload(location);
    emitChangedSoon();
    if (!result.ok())
        return;
    if (!partial)
        Q_EMIT synced(location);
    if (!work->written.isWhole())
        readWritten(location);
    else
        follow(location);
}

/// Reads the source's row and experiments again: at once, and at most a few times a second.
void SourceBook::reload(const QString& location) {
    Entry* work = entry(location);
    if (work == nullptr)
        return;
    if (work->reloading) {
        work->reloadQueued = true;
        return;
    }
    work->reloading = true;
    auto job = [&cache = m_cache, location](std::stop_token, base::Progress&) {
        return Listing::load(cache, location.toStdString());
    };
    m_engine.run<Listing>(
        jobs::Pool::Compute, this, std::move(job), [this, location](Result<Listing> result) {
            if (SourceInfo* source = info(location); source != nullptr && result.ok()) {
                apply(*source, std::move(result).value());
                emitChangedSoon();
            }
            QTimer::singleShot(ReloadDelayMs, this, [this, location] {
                Entry* later = entry(location);
                if (later == nullptr)
                    return;
                later->reloading = false;
                if (std::exchange(later->reloadQueued, false))
                    reload(location);
            });
        });
}

void SourceBook::emitChangedSoon() {
    if (!m_changedTimer.isActive())
        m_changedTimer.start();
}

}  // namespace podium::session
