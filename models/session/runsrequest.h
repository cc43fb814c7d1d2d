// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "query/query.h"
#include "session/edits.h"
#include "session/runssnapshot.h"
#include "session/viewstate.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace podium::session {

/// How much of the table a load brings. Rows are found, put in order and grouped right in each.
enum class LoadStage {
    Runs,          // the runs with their attributes, for a first look at many
    FirstColumns,  // those columns that a screen shows first
    Columns,       // all but those that need histories
    Histories,     // everything
};

/// What a load gives.
struct LoadedRuns {
    std::shared_ptr<const RunsSnapshot> snapshot;
    std::optional<ColumnNames> names;
    std::optional<LoadStage> next;  // columns are still to come: those of this stage
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
    LoadStage stage = LoadStage::Columns;      // Runs: only if there are many, else Columns
    std::optional<ColumnNames> names;          // what default columns are chosen from
    std::shared_ptr<const RunsSnapshot> base;  // nullptr: read the runs from the cache
    SharedEdits edits = std::make_shared<const Edits>();
    quint64 version = 0;

    /// Cancelled if stop is requested.
    [[nodiscard]] base::Result<LoadedRuns> perform(std::stop_token stop);

private:
    [[nodiscard]] base::Result<void> fill(cache::Reader& reader, RunsSnapshot& snapshot,
                                          std::stop_token stop);
    [[nodiscard]] std::vector<query::ColumnKey> columnsOfStage() const;
    [[nodiscard]] std::optional<LoadStage> nextStage(const query::Frame& frame) const;
    [[nodiscard]] base::Result<void> addColumns(cache::Reader& reader, RunsSnapshot& snapshot,
                                                const std::vector<query::ColumnKey>& columns,
                                                bool histories, std::stop_token stop) const;
    void arrange(RunsSnapshot& snapshot, const std::stop_token& stop) const;
    void arrangeGroups(RunsSnapshot& snapshot, const query::Bitmap& matches,
                       const std::stop_token& stop) const;
};

}  // namespace podium::session
