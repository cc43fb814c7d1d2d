// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "cache/cache.h"
#include "stores/store.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace podium::sync {

/// What a sync read. Files and bytes count what was opened; an unchanged run costs neither.
struct SyncReport {
    base::SourceNo source;
    std::int64_t experiments = 0;  // of the store, changed or not
    std::int64_t runs = 0;         // read anew
    std::int64_t unchanged = 0;
    std::int64_t vanished = 0;
    std::int64_t points = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::int64_t problems = 0;
    double seconds = 0;
};

struct SyncOptions {
    bool full = false;                // read every run, changed or not
    std::vector<std::string> runIds;  // only these (live following); empty: the whole store
    /// Only these experiments; the registry and everything else stay as they are. Empty: all.
    std::vector<std::string> experimentIds = {};
    std::int64_t mostRuns = 0;  // held of one experiment of a store over a network; 0: no bound
    unsigned threads = 0;       // 0: the store decides
    /// Only these registered models with their versions; everything else stays as it is.
    std::vector<std::string> models = {};
};

/// Brings the cache up to date with one store: its runs as they were read, what is gone marked as
/// gone, problems replaced. Killed at any moment it leaves a consistent cache, and the next sync
/// goes on from there.
///
/// Called on a worker thread; `committed` is called on the writer's thread each time something new
/// can be read from the cache (at most some ten times a second), with the number of the source.
[[nodiscard]] base::Result<SyncReport> sync(
    stores::Store& store, cache::Cache& cache, const SyncOptions& options, base::Progress& progress,
    std::stop_token stop, const std::function<void(base::SourceNo)>& committed = {});

/// The number of a store's source in the cache, added if it is new. `title` is what a person sees
/// in the tree.
[[nodiscard]] base::Result<base::SourceNo> addSource(const stores::StoreInfo& info,
                                                     cache::Cache& cache);

}  // namespace podium::sync
