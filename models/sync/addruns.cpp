// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/addruns.h"

#include "sync/collector.h"

#include <utility>

namespace podium::sync {

using base::Result;

namespace {

/// Never what a store gives: the next sync reads such a run anew.
constexpr stores::Fingerprint AnsweredOnly = 1;

}  // namespace

Result<std::int64_t> addRuns(cache::Cache& cache, base::SourceNo source,
                             const domain::Experiment& experiment, std::vector<domain::Run> runs,
                             std::stop_token stop) {
    Result<cache::WriterThread::Lock> lock = cache.writer().lock(std::move(stop));
    PODIUM_TRY(std::int64_t, lock);
    std::vector<cache::KnownRun> there;
    const Result<void> loaded = cache.writer().run([&](cache::Writer& writer) -> Result<void> {
        Result<std::vector<cache::KnownRun>> known = writer.knownRuns(source);
        PODIUM_TRY(void, known);
        there = std::move(known).value();
        return {};
    });
    PODIUM_TRY(std::int64_t, loaded);
    KnownRuns known(std::move(there));
    Collector collector(cache.writer(), source, known, {});
    collector.experiment(domain::Experiment(experiment));
    const auto count = static_cast<std::int64_t>(runs.size());
    for (domain::Run& run : runs) {
        if (run.experimentId == experiment.experimentId)
            collector.run(std::move(run), AnsweredOnly);
    }
    PODIUM_TRY(std::int64_t, collector.flush());
    return count;
}

}  // namespace podium::sync
