// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "cache/cache.h"
#include "stores/remote.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>

namespace podium::sync {

struct HistoryReport {
    std::int64_t metrics = 0;  // histories that were kept
    std::int64_t points = 0;
};

/// Fetches histories that a sync left out into the cache, as they arrive; what was kept stays when
/// it is stopped or breaks off. Called on a worker thread; `committed` is called on the writer's
/// thread each time something new can be read. Progress counts histories.
[[nodiscard]] base::Result<HistoryReport> fetchHistories(
    stores::Remote& remote, cache::Cache& cache, std::span<const cache::MissingHistories> wanted,
    bool sample, base::Progress& progress, std::stop_token stop,
    const std::function<void()>& committed = {});

}  // namespace podium::sync
