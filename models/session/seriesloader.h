// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/jobengine.h"
#include "series/series.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace podium::session {

/// The history of one metric of one run, and how much of it this is.
struct LoadedSeries {
    base::RunNo runNo;
    std::shared_ptr<const series::Series> series;  // never null
    domain::Extent extent = domain::Extent::Full;
    bool outdated = false;                  // the run has a later value
    domain::OptionalMillis fetchedAt = {};  // when it was asked for by itself
    domain::MetricPoint latest = {};        // of the run; where the history is not whole
    std::string runId = {};                 // likewise

    [[nodiscard]] bool isWhole() const { return extent == domain::Extent::Full && !outdated; }
};

/// Loads histories of one metric for many runs: from memory what was loaded before, the rest in a
/// job. Lives on the UI thread.
class SeriesLoader : public QObject {
    Q_OBJECT
public:
    SeriesLoader(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    using Done = std::function<void(base::Result<std::vector<LoadedSeries>>)>;
    /// `done` is called on the UI thread, later; runs without this metric are left out, the others
    /// keep their order.
    void load(const QString& metric, const std::vector<base::RunNo>& runs, QObject* context,
              Done done);
    /// The metrics that any of the runs has, sorted.
    void metrics(std::vector<base::RunNo> runs, QObject* context,
                 std::function<void(base::Result<std::vector<std::string>>)> done);

    /// The cache has changed: what is in memory may be old.
    void forget();
    /// The cache has more of this metric; what was whole stays.
    void forgetPartial(const QString& metric);

private:
    using Key = std::pair<base::RunNo, QString>;
    void keep(const QString& metric, const std::vector<LoadedSeries>& loaded);
    std::vector<LoadedSeries> collect(const QString& metric,
                                      const std::vector<base::RunNo>& runs) const;

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    std::map<Key, LoadedSeries> m_memory;  // without series: has no such metric
    std::size_t m_points = 0;
    quint64 m_epoch = 0;
};

}  // namespace podium::session
