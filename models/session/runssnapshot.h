// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/grouping.h"
#include "query/sort.h"
#include "query/tree.h"
#include "session/frameloader.h"
#include "session/viewstate.h"
#include "sync/decision.h"

#include <QtGlobal>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace podium::session {

/// What the run table shows, at one moment. Never changes; the item model swaps its pointer.
struct RunsSnapshot {
    RunTable table;  // with what people decided over what was read
    RunTable read;   // as it was read
    std::unordered_map<std::uint32_t, sync::DecisionState> edited;  // rows with decisions
    /// Visible rows, sorted. If there are groups, the nodes behind those of the frame's rows are
    /// the groups: node rows + g is groups->groups()[g], and holds its groups or its runs.
    query::RunTree tree;
    std::shared_ptr<const query::Grouping> groups;  // nullptr: not grouped
    std::vector<query::ColumnKey>
        columns;  // shown, in order; the run's name is always first and not among them
    std::vector<query::OrderKey> order;
    Appearance appearance;
    MetricRules rules;
    std::size_t matching = 0;  // runs that pass the filter
    std::size_t total = 0;     // runs before the filter
    quint64 version = 0;
};

/// Names that can be columns.
struct ColumnNames {
    std::vector<std::string> metrics;
    std::vector<std::string> params;
    std::vector<std::string> tags;
};

}  // namespace podium::session
