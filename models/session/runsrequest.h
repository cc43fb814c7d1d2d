// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "query/query.h"
#include "session/runssnapshot.h"
#include "session/viewstate.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace podium::session {

/// What a load gives.
struct LoadedRuns {
    std::shared_ptr<const RunsSnapshot> snapshot;
    std::optional<ColumnNames> names;
    bool historiesWanted = false;  // columns whose numbers come from histories are still empty
};

/// What a load needs; a copy, as it runs on a worker.
struct RunsRequest {
    cache::Cache* cache = nullptr;
    std::vector<cache::ExperimentRow> experiments;
    ViewType viewType = ViewType::ActiveOnly;
    bool showVanished = true;
    std::optional<query::Filter> filter;
    ViewState state;
    ColumnRules rules;
    bool histories = false;                    // else columns that need them come later
    std::shared_ptr<const RunsSnapshot> base;  // nullptr: read the runs from the cache
    quint64 version = 0;

    /// Cancelled if stop is requested.
    [[nodiscard]] base::Result<LoadedRuns> perform(std::stop_token stop);

private:
    [[nodiscard]] base::Result<void> fill(cache::Reader& reader, RunsSnapshot& snapshot,
                                          const std::optional<ColumnNames>& names,
                                          std::stop_token stop);
    [[nodiscard]] base::Result<void> addColumns(cache::Reader& reader, RunsSnapshot& snapshot,
                                                const std::vector<query::ColumnKey>& columns,
                                                bool histories, std::stop_token stop) const;
    void arrange(RunsSnapshot& snapshot, const std::stop_token& stop) const;
    void arrangeGroups(RunsSnapshot& snapshot, const query::Bitmap& matches,
                       const std::stop_token& stop) const;
};

}  // namespace podium::session
