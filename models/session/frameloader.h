// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cache/reader.h"
#include "query/frame.h"
#include "query/tree.h"

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace podium::session {

/// Which runs a table holds, as MLflow's view types; runs that vanished from their store are told
/// apart by RunTable::vanished.
enum class ViewType { ActiveOnly, DeletedOnly, All };

/// The runs of some experiments as a frame, with what a frame has no column for.
struct RunTable {
    std::shared_ptr<const query::Frame> frame;
    std::vector<base::ExperimentNo> experiments;  // a row each
    query::Bitmap vanished;
    query::Nesting nesting;
};

/// Loads runs with all their attribute columns (not their values: see withColumns). Rows keep the
/// order of the experiments, and inside one the cache's. Cancelled when stop is requested.
[[nodiscard]] base::Result<RunTable> loadRuns(cache::Reader& reader,
                                              std::span<const cache::ExperimentRow> experiments,
                                              ViewType viewType, bool withVanished,
                                              std::stop_token stop);

/// The table with metric, param, tag and dataset columns added, those that it has already left as
/// they are. Columns of one kind cost one pass over the experiments together.
[[nodiscard]] base::Result<RunTable> withColumns(cache::Reader& reader, RunTable table,
                                                 std::span<const query::ColumnKey> columns,
                                                 std::stop_token stop);

}  // namespace podium::session
