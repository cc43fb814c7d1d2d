// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/jobengine.h"
#include "stores/store.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace podium::session {

/// A history that somebody looks at and that is not here, or not up to the run's latest value.
struct WantedHistory {
    base::RunNo runNo;
    std::string runId;
    domain::MetricPoint latest;  // as the last sync read it
    bool sampled = false;        // a sample is here: only the whole is missing
};

/// Fetches histories when they are looked at: what is wanted last counts, what nobody looks at any
/// more is given up. A history is asked for once for each latest value of its run; what failed is
/// asked again after the next sync of its source or retry(). Long ones come as a sample first.
/// Lives on the UI thread.
class HistoryFetcher : public QObject {
    Q_OBJECT
public:
    /// The store to ask for a run, null while nothing may be asked of it.
    using StoreOf = std::function<std::shared_ptr<stores::Store>(base::SourceNo)>;

    HistoryFetcher(cache::Cache& cache, jobs::JobEngine& engine, StoreOf storeOf,
                   QObject* parent = nullptr);
    ~HistoryFetcher() override;

    /// What is looked at of a metric now; takes the place of what was wanted of it before.
    void want(const QString& metric, base::SourceNo source, std::vector<WantedHistory> wanted);
    /// Nothing of this metric is looked at any more.
    void drop(const QString& metric);
    /// Asks again for what failed.
    void retry(base::SourceNo source);

    [[nodiscard]] bool isFetching(const QString& metric, base::RunNo run) const;
    /// Why the last try for this history failed.
    [[nodiscard]] std::optional<base::Error> failure(const QString& metric, base::RunNo run) const;

    /// A run whose latest step is this or more gets a sample first.
    static constexpr std::int64_t SampleFromStep = 5'000;

Q_SIGNALS:
    /// Some histories of the metric came, failed or were given up.
    void changed(const QString& metric);

private:
    using Key = std::pair<base::RunNo, QString>;
    /// What was asked and how it ended.
    struct Asked {
        domain::MetricPoint latest;
        base::SourceNo source;
        std::optional<base::Error> failure;
    };
    /// The one job of a metric and a source.
    struct Task {
        std::stop_source stop{std::nostopstate};
        std::set<base::RunNo> runs;
        quint64 number = 0;
    };
    using TaskKey = std::pair<QString, base::SourceNo>;

    void start();
    void begin(const TaskKey& key, std::vector<WantedHistory> wanted, bool sample);
    void ended(const TaskKey& key, quint64 number, std::vector<WantedHistory> wanted, bool sample,
               const base::Result<void>& result);
    [[nodiscard]] bool wasAsked(const QString& metric, const WantedHistory& wanted) const;
    void tellSoon(const QString& metric);

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    StoreOf m_storeOf;
    QTimer m_start;
    QTimer m_tell;
    quint64 m_lastNumber = 0;
    std::map<TaskKey, std::vector<WantedHistory>> m_wanted;
    std::map<TaskKey, Task> m_tasks;
    std::map<Key, Asked> m_asked;
    std::set<QString> m_changed;
};

}  // namespace podium::session
