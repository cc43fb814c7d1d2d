// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "cache/cache.h"
#include "jobs/jobengine.h"
#include "jobs/slot.h"
#include "session/artifactplace.h"
#include "sync/syncer.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace podium::session {

enum class SourceState {
    Opening,  // being recognised
    Syncing,  // being read into the cache
    Synced,   // the cache is what the store was at syncedAt
    Live,     // the same, and running runs are followed
    Offline,  // the store can't be reached now; what is shown is the cache's
    Failed,   // could not be opened and nothing is in the cache
};

/// An open source as the tree shows it.
struct SourceInfo {
    QString location;  // as given; stands for the source everywhere above the cache
    QString title;
    QString kind;
    base::SourceNo sourceNo;  // not valid while it has never been synced
    SourceState state = SourceState::Opening;
    base::Error error;  // when Failed or Offline
    domain::OptionalMillis syncedAt;
    std::int64_t problems = 0;
    std::shared_ptr<const base::Progress> progress;  // while Syncing: runs done and in total
    std::vector<cache::ExperimentRow> experiments;   // by name; deleted ones last
};

/// The open sources and the jobs that keep the cache up to date with them. Lives on the UI thread;
/// every look at a store or the cache happens in a job.
class SourceBook : public QObject {
    Q_OBJECT
public:
    SourceBook(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);
    ~SourceBook() override;

    [[nodiscard]] const std::vector<SourceInfo>& sources() const { return m_sources; }
    [[nodiscard]] const SourceInfo* find(const QString& location) const;
    [[nodiscard]] const SourceInfo* find(base::SourceNo source) const;
    /// The stores of sources that are open and known to the cache.
    [[nodiscard]] OpenStores stores() const;
    /// The experiment and its source, nullptr if it is not open.
    [[nodiscard]] const cache::ExperimentRow* experiment(base::ExperimentNo experiment) const;

    /// Opens a folder (or says why not: opened() or failed() follows). Shows at once what the cache
    /// has of it, then syncs. Opening what is open syncs it.
    void open(const QString& location);
    /// Takes it off the tree; the cache keeps its copy.
    void close(const QString& location);
    void sync(const QString& location, bool full = false);
    void syncAll();
    void cancel(const QString& location);
    void setFollowLive(bool follow);
    /// Threads that read a store; 0 for what suits it.
    void setReadThreads(int threads) {
        m_readThreads = threads > 0 ? static_cast<unsigned>(threads) : 0U;
    }

Q_SIGNALS:
    /// States, counts, experiments changed. At most some ten times a second.
    void changed();
    /// The cache has something new of this source (while syncing, too).
    void dataChanged(podium::base::SourceNo source);
    void opened(const QString& location);
    void failed(const QString& location, const podium::base::Error& error);

private:
    struct Entry;
    struct Opened;
    struct Listing;
    struct Watch;
    Entry* entry(const QString& location);
    SourceInfo* info(const QString& location);
    void startOpen(const QString& location);
    void finishOpen(const QString& location, base::Result<Opened> result);
    static void apply(SourceInfo& source, Listing listing);
    void tellCommit(const QString& location, base::SourceNo number);
    void startSync(const QString& location, bool full, const QStringList& runIds);
    void synced(const QString& location, base::Result<sync::SyncReport> result, bool partial);
    void reload(const QString& location);
    void follow(const QString& location);
    static base::Result<stores::Watcher::Change> waitForChange(cache::Cache& cache,
                                                               const stores::Store& store,
                                                               base::SourceNo source, Watch& watch,
                                                               std::stop_token stop);
    void emitChangedSoon();

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    std::vector<SourceInfo> m_sources;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QTimer m_changedTimer;
    bool m_followLive = true;
    unsigned m_readThreads = 0;
};

}  // namespace podium::session
