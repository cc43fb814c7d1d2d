// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/jobengine.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace podium::session {

/// The packed history of one metric of one run.
struct LoadedHistory {
    base::RunNo runNo;
    std::string packed;  // series::unpack
};

/// Loads histories of one metric for many runs in a job. Lives on the UI thread.
class SeriesLoader : public QObject {
    Q_OBJECT
public:
    SeriesLoader(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    /// `done` is called on the UI thread; runs without this metric are left out. Returns what
    /// cancels it.
    std::stop_source load(const QString& metric, std::vector<base::RunNo> runs, QObject* context,
                          std::function<void(base::Result<std::vector<LoadedHistory>>)> done);
    /// The metrics that any of the runs has, sorted.
    std::stop_source metrics(std::vector<base::RunNo> runs, QObject* context,
                             std::function<void(base::Result<std::vector<std::string>>)> done);

private:
    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
};

}  // namespace podium::session
