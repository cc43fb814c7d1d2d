// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "cache/cache.h"
#include "jobs/jobengine.h"
#include "jobs/slot.h"
#include "session/artifactplace.h"
#include "session/connection.h"
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
    Opening,      // being recognised
    Syncing,      // being read into the cache
    Synced,       // the cache is what the store was at syncedAt; nobody looks for changes
    Live,         // the same, and the store is watched: changes come by themselves
    Offline,      // the store can't be reached now; what is shown is the cache's
    Paused,       // taken offline on purpose: nothing is asked of it
    LoginNeeded,  // it does not know who asks; what is shown is the cache's
    Failed,       // could not be opened and nothing is in the cache
};

/// An open source as the tree shows it.
struct SourceInfo {
    QString location;  // as given; stands for the source everywhere above the cache
    QString title;
    QString kind;
    base::SourceNo sourceNo;  // not valid while it has never been synced
    SourceState state = SourceState::Opening;
    base::Error error;               // when Failed, Offline or LoginNeeded
    domain::OptionalMillis retryAt;  // when Offline: it is tried again by itself then
    ConnectionSettings settings;     // of a server
    std::vector<cache::Kept> kept;   // what is to be there without a network
    domain::OptionalMillis syncedAt;
    std::int64_t problems = 0;
    std::shared_ptr<const base::Progress> progress;  // while Syncing: runs done and in total
    std::vector<cache::ExperimentRow> experiments;   // by name; deleted ones last
    bool readOnly = false;  // as a person has said: nothing is written to it

    [[nodiscard]] bool isServer() const { return session::isServerAddress(location); }
    /// Whether it is to be asked at all, and answered when it was asked last.
    [[nodiscard]] bool isReachable() const {
        return state == SourceState::Syncing || state == SourceState::Synced ||
               state == SourceState::Live;
    }
};

/// What the cache holds of a source.
struct SourceSize {
    std::int64_t runs = 0;
    std::int64_t historyBytes = 0;
    std::int64_t artifactBytes = 0;
};

/// The open sources and the jobs that keep the cache up to date with them. Lives on the UI thread;
/// every look at a store or the cache happens in a job.
class SourceBook : public QObject {
    Q_OBJECT
public:
    SourceBook(cache::Cache& cache, jobs::JobEngine& engine, SourceAccess access = {},
               QObject* parent = nullptr);
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
    /// Opens a server as somebody set it up, or sets an open one up anew. The settings go into the
    /// cache, the secret into the vault and nowhere else.
    void connectTo(const ConnectionRequest& request);
    /// Takes it off the tree; the cache keeps its copy.
    void close(const QString& location);
    /// Takes it off the tree and forgets its secrets; with `cache` also everything that is kept of
    /// it on this machine.
    void remove(const QString& location, bool cache);
    /// What the cache holds of it: looked up in a job.
    void measure(const QString& location, QObject* context,
                 std::function<void(base::Result<SourceSize>)> done);
    /// Nothing is asked of it from now on, also after the next start; or again as usual.
    void setPaused(const QString& location, bool paused);
    /// What is to be there without a network; bringing it here is somebody else's work.
    void setKept(const QString& location, const cache::Kept& kept);
    /// Nothing is written to it from now on, also after the next start; or again as decided.
    void setReadOnly(const QString& location, bool readOnly);
    /// Reads these runs again, whatever is known of them: somebody has written to them. After what
    /// is being read now; runsRead() tells.
    void readRuns(const QString& location, const QStringList& runIds);
    /// The same with these registered models; modelsRead() tells.
    void readModels(const QString& location, const QStringList& names);
    /// The opened store, for asking it; null while nothing may be asked of it.
    [[nodiscard]] std::shared_ptr<stores::Store> store(base::SourceNo source) const;
    [[nodiscard]] SecretVault* vault() const { return m_access.vault; }
    /// After a lost network it is tried again by itself after these times, the last one again and
    /// again.
    void setRetryDelays(std::vector<int> milliseconds) { m_retryDelays = std::move(milliseconds); }
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
    /// A sync of the whole source has ended well.
    void synced(const QString& location);
    /// What readRuns() asked for is in the cache.
    void runsRead(const QString& location, const QStringList& runIds);
    /// What readModels() asked for is in the cache.
    void modelsRead(const QString& location, const QStringList& names);
    /// What is to be there without a network is another than before.
    void keptChanged(const QString& location);
    /// The keychain did not take a secret: it is kept until the program ends.
    void secretNotKept(const QString& location, const podium::base::Error& error);

private:
    struct Entry;
    struct Opened;
    struct Listing;
    struct Watch;
    Entry* entry(const QString& location);
    SourceInfo* info(const QString& location);
    Entry* addEntry(const QString& location);
    void openAddress(const QString& address);
    void startOpen(const QString& location);
    void startServer(const QString& location);
    void openServer(const QString& location, const Secret& secret);
    void release(Entry& work);
    void broken(const QString& location, const base::Error& error);
    void retryLater(Entry& work, SourceInfo& source);
    [[nodiscard]] StoreOpener opener() const;
    void finishOpen(const QString& location, base::Result<Opened> result);
    static void apply(SourceInfo& source, Listing listing);
    void tellCommit(const QString& location, base::SourceNo number);
    /// All of a source, or only these of its runs or of its registered models.
    struct Part {
        QStringList runs = {};
        QStringList models = {};

        [[nodiscard]] bool isWhole() const { return runs.isEmpty() && models.isEmpty(); }
    };
    void startSync(const QString& location, bool full, const Part& part);
    void readWritten(const QString& location);
    void tellWritten(const QString& location, bool read);
    void syncEnded(const QString& location, base::Result<sync::SyncReport> result, bool partial);
    void reload(const QString& location);
    void follow(const QString& location);
    void watchBegun(const QString& location, const base::Result<std::shared_ptr<Watch>>& begun);
    void waitForChange(const QString& location);
    void readChange(const QString& location, const stores::Watcher::Change& change);
    void emitChangedSoon();

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    SourceAccess m_access;
    std::vector<int> m_retryDelays{5'000, 15'000, 45'000, 120'000, 300'000};
    std::vector<SourceInfo> m_sources;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QTimer m_changedTimer;
    bool m_followLive = true;
    unsigned m_readThreads = 0;
};

}  // namespace podium::session
