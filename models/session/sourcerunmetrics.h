// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/slot.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace podium::session {

/// The last values of all metrics of some runs.
struct RunMetrics {
    std::map<base::RunNo, std::map<std::string, double>> last;
    std::vector<std::string> keys;  // of all runs, each once, sorted
};

/// Loads the metrics of the source runs of a registered model. Lives on the UI thread; loads in
/// jobs, and the newest request counts.
class SourceRunMetrics : public QObject {
    Q_OBJECT
public:
    SourceRunMetrics(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    /// Loads anew even if these are the runs that are loaded: they may have changed.
    void setRuns(std::vector<base::RunNo> runs);
    [[nodiscard]] std::shared_ptr<const RunMetrics> current() const { return m_current; }

Q_SIGNALS:
    void changed();
    void failed(const podium::base::Error& error);

private:
    cache::Cache& m_cache;
    jobs::Slot<std::shared_ptr<const RunMetrics>> m_slot;
    std::shared_ptr<const RunMetrics> m_current;
};

}  // namespace podium::session
