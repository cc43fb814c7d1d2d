// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cache/reader.h"
#include "query/frame.h"
#include "query/tree.h"
#include "session/historycolumns.h"
#include "session/metricrules.h"

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
    query::Bitmap
        keptOffline;  // chosen to be there without a network, alone or with its experiment
    query::Nesting nesting;
};

/// What columns are made with beside the cache.
struct ColumnRules {
    MetricRules metrics;
    std::shared_ptr<HistoryCache> histories;  // nullptr: nothing is kept
    /// False: columns that need histories are left out for now, and formulas that need those.
    bool withHistories = true;
};

/// Loads runs with all their attribute columns (not their values: see withColumns). Rows keep the
/// order of the experiments, and inside one the cache's. A run that several sources have (the same
/// id and start) is one row, the first one's, whose attribute Source names them all. Cancelled when
/// stop is requested.
[[nodiscard]] base::Result<RunTable> loadRuns(cache::Reader& reader,
                                              std::span<const cache::ExperimentRow> experiments,
                                              ViewType viewType, bool withVanished,
                                              std::stop_token stop);

/// True for columns whose numbers come from histories, which takes longer.
[[nodiscard]] bool needsHistories(const query::ColumnKey& column);

/// The table with metric, param, tag, dataset and formula columns added, those that it has already
/// left as they are. Columns of one kind cost one pass over the experiments together; a column that
/// needs histories costs reading one for each run that is new or went on. A formula that can't be
/// read is a column without values.
[[nodiscard]] base::Result<RunTable> withColumns(cache::Reader& reader, RunTable table,
                                                 std::span<const query::ColumnKey> columns,
                                                 std::stop_token stop,
                                                 const ColumnRules& rules = {});

}  // namespace podium::session
