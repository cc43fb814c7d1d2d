// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cache/cache.h"
#include "domain/entities.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace podium::sync {

/// Puts runs that a server answered to a question into the cache, beside those that a sync brought:
/// an experiment that is cut may hold any of its runs. Nothing is marked as gone. Blocks; on a
/// worker thread. Returns how many there were.
[[nodiscard]] base::Result<std::int64_t> addRuns(cache::Cache& cache, base::SourceNo source,
                                                 const domain::Experiment& experiment,
                                                 std::vector<domain::Run> runs,
                                                 std::stop_token stop);

}  // namespace podium::sync
