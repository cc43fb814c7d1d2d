// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourcerunmetrics.h"

#include <set>

namespace podium::session {

using base::Result;
using base::RunNo;
using Shared = std::shared_ptr<const RunMetrics>;

namespace {

Result<Shared> load(cache::Cache& cache, const std::vector<RunNo>& runs,
                    const std::stop_token& stop) {
    Result<cache::Reader> reader = cache.reader();
    PODIUM_TRY(Shared, reader);
    auto metrics = std::make_shared<RunMetrics>();
    std::set<std::string> keys;
    for (const RunNo run : runs) {
        if (stop.stop_requested())
            return base::Cancelled{};
        if (!run.valid() || metrics->last.contains(run))
            continue;
        Result<std::optional<cache::RunDetails>> details = reader.value().run(run);
        PODIUM_TRY(Shared, details);
        if (!details.value())
            continue;
        for (const cache::ReducedMetric& metric : details.value()->metrics) {
            metrics->last[run][metric.key] = metric.reductions.last.value;
            keys.insert(metric.key);
        }
    }
    metrics->keys.assign(keys.begin(), keys.end());
    return Shared(std::move(metrics));
}

}  // namespace

SourceRunMetrics::SourceRunMetrics(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_slot(engine, this),
      m_current(std::make_shared<const RunMetrics>()) {}

void SourceRunMetrics::setRuns(std::vector<RunNo> runs) {
    m_slot.start([&cache = m_cache, runs = std::move(runs)](
                     std::stop_token stop, base::Progress&) { return load(cache, runs, stop); },
                 [this](Result<Shared> result) {
                     if (result.failed()) {
                         Q_EMIT failed(result.error());
                         return;
                     }
                     m_current = std::move(result).value();
                     Q_EMIT changed();
                 });
}

}  // namespace podium::session
