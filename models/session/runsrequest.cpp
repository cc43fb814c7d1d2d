// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runsrequest.h"

#include "session/defaultcolumns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace podium::session {

using base::Result;
using query::ColumnKey;
using query::OrderKey;

namespace {

/// Fewer runs are there with all their columns before one could look at them.
constexpr std::size_t WorthAFirstLook = 5000;
constexpr std::size_t ColumnsOfScreen = 16;

Result<ColumnNames> loadNames(cache::Reader& reader,
                              const std::vector<cache::ExperimentRow>& experiments,
                              const MetricRules& rules) {
    std::vector<base::ExperimentNo> numbers;
    for (const cache::ExperimentRow& experiment : experiments)
        numbers.push_back(experiment.experimentNo);
    ColumnNames names;
    const std::array<std::pair<cache::NameKind, std::vector<std::string>*>, 3> kinds = {
        {{cache::NameKind::Metric, &names.metrics},
         {cache::NameKind::Param, &names.params},
         {cache::NameKind::Tag, &names.tags}}};
    for (const auto& [kind, list] : kinds) {
        Result<std::vector<cache::NameRow>> rows = reader.names(numbers, kind);
        PODIUM_TRY(ColumnNames, rows);
        for (cache::NameRow& row : rows.value())
            list->push_back(std::move(row.name));
    }
    if (!rules.aliases.empty()) {
        for (std::string& metric : names.metrics)
            metric = rules.name(metric);
        std::ranges::sort(names.metrics);
        const auto twice = std::ranges::unique(names.metrics);
        names.metrics.erase(twice.begin(), twice.end());
    }
    return names;
}

}  // namespace

Result<LoadedRuns> RunsRequest::perform(std::stop_token stop) {
    Result<cache::Reader> reader = cache->reader();
    PODIUM_TRY(LoadedRuns, reader);
    LoadedRuns loaded;
    auto snapshot = std::make_shared<RunsSnapshot>();
    if (base != nullptr) {
        snapshot->table = base->read;
    } else {
        Result<RunTable> table =
            loadRuns(reader.value(), experiments, viewType, showVanished, stop);
        PODIUM_TRY(LoadedRuns, table);
        snapshot->table = std::move(table).value();
        Result<ColumnNames> loadedNames = loadNames(reader.value(), experiments, rules.metrics);
        PODIUM_TRY(LoadedRuns, loadedNames);
        names = loadedNames.value();
        loaded.names = std::move(loadedNames).value();
    }
    if (stage == LoadStage::Runs && snapshot->table.frame->rows() < WorthAFirstLook)
        stage = LoadStage::Columns;
    PODIUM_TRY(LoadedRuns, fill(reader.value(), *snapshot, stop));
    snapshot->read = snapshot->table;
    if (!edits->empty())
        snapshot->table = edits->apply(snapshot->read, experiments, snapshot->edited);
    arrange(*snapshot, stop);
    if (stop.stop_requested())
        return base::Cancelled{};
    snapshot->version = version;
    loaded.next = nextStage(*snapshot->table.frame);
    loaded.snapshot = std::move(snapshot);
    return loaded;
}

std::optional<LoadStage> RunsRequest::nextStage(const query::Frame& frame) const {
    const auto lacks = [&](const ColumnKey& key) { return !frame.has(key); };
    switch (stage) {
        case LoadStage::Runs:
            if ((state.columnsChosen || !names) && std::ranges::none_of(state.columns, lacks))
                return std::nullopt;
            return state.columns.size() > 2 * ColumnsOfScreen ? LoadStage::FirstColumns
                                                              : LoadStage::Columns;
        case LoadStage::FirstColumns:
            return LoadStage::Columns;
        case LoadStage::Columns:
            if (std::ranges::any_of(state.columns, lacks))
                return LoadStage::Histories;
            break;
        case LoadStage::Histories:
            break;
    }
    return std::nullopt;
}

std::vector<ColumnKey> RunsRequest::columnsOfStage() const {
    if (stage == LoadStage::Runs)
        return {};
    if (stage == LoadStage::FirstColumns && state.columns.size() > ColumnsOfScreen)
        return {state.columns.begin(),
                state.columns.begin() + static_cast<std::ptrdiff_t>(ColumnsOfScreen)};
    return state.columns;
}

Result<void> RunsRequest::addColumns(cache::Reader& reader, RunsSnapshot& snapshot,
                                     const std::vector<ColumnKey>& columns, bool withHistories,
                                     std::stop_token stop) const {
    ColumnRules how = rules;
    how.withHistories = withHistories;
    Result<RunTable> table = withColumns(reader, std::move(snapshot.table), columns, stop, how);
    PODIUM_TRY(void, table);
    snapshot.table = std::move(table).value();
    return {};
}

Result<void> RunsRequest::fill(cache::Reader& reader, RunsSnapshot& snapshot,
                               std::stop_token stop) {
    if (!state.columnsChosen && names) {
        // Which params differ is only seen in their columns.
        if (stage != LoadStage::Runs)
            PODIUM_TRY(void, addColumns(reader, snapshot, consideredParams(*names), true, stop));
        state.columns = defaultColumns(*names, *snapshot.table.frame);
    }
    // Rows can't be found, put in order or grouped without these.
    std::vector<ColumnKey> needed = state.groupBy;
    for (const OrderKey& key : state.order)
        needed.push_back(key.column);
    if (filter)
        std::ranges::copy(filter->columns(), std::back_inserter(needed));
    const bool histories = stage == LoadStage::Histories;
    if (!histories && std::ranges::any_of(needed, needsHistories)) {
        PODIUM_TRY(void, addColumns(reader, snapshot, needed, true, stop));
        needed.clear();
    }
    std::ranges::copy(columnsOfStage(), std::back_inserter(needed));
    return addColumns(reader, snapshot, needed, histories, stop);
}

void RunsRequest::arrange(RunsSnapshot& snapshot, const std::stop_token& stop) const {
    const query::Frame& frame = *snapshot.table.frame;
    const query::Bitmap matches =
        filter ? query::evaluate(*filter, frame, stop) : query::Bitmap(frame.rows(), true);
    snapshot.total = frame.rows();
    snapshot.columns = state.columns;
    snapshot.order = state.order;
    snapshot.appearance = state.appearance;
    snapshot.rules = rules.metrics;
    if (!state.groupBy.empty())
        return arrangeGroups(snapshot, matches, stop);
    const query::Nesting& nesting = snapshot.table.nesting;
    std::vector<std::uint32_t> rows = nesting.withAncestors(matches).rows();
    snapshot.tree = query::RunTree(
        nesting, query::sortRows(frame, std::move(rows), state.order, stop), matches);
    snapshot.matching = snapshot.tree.matching();
}

/// A tree of groups with the runs below; a run lies in another one only within its group.
void RunsRequest::arrangeGroups(RunsSnapshot& snapshot, const query::Bitmap& matches,
                                const std::stop_token& stop) const {
    using query::Grouping;
    const query::Frame& frame = *snapshot.table.frame;
    const auto runs = static_cast<std::uint32_t>(frame.rows());
    const std::vector<std::uint32_t> sorted =
        query::sortRows(frame, matches.rows(), state.order, stop);
    Grouping::Order order;
    if (!state.order.empty())
        order = {state.order.front().column, state.order.front().descending,
                 state.appearance.aggregate(state.order.front().column)};
    auto groups = std::make_shared<const Grouping>(frame, state.groupBy, sorted,
                                                   state.order.empty() ? nullptr : &order);
    const std::size_t nodes = frame.rows() + groups->groups().size();
    std::vector<std::uint32_t> parents(nodes, query::Nesting::NoRow);
    std::vector<std::uint32_t> inOrder;
    query::Bitmap shown(nodes);
    for (std::uint32_t g = 0; g < groups->groups().size(); ++g) {
        const std::uint32_t above = groups->groups()[g].parent;
        parents[runs + g] = above == Grouping::None ? query::Nesting::NoRow : runs + above;
        inOrder.push_back(runs + g);
        shown.set(runs + g);
    }
    const query::Nesting& nesting = snapshot.table.nesting;
    for (const std::uint32_t row : sorted) {
        const std::uint32_t group = groups->groupOf(row);
        std::uint32_t up = nesting.parent(row);
        while (up != query::Nesting::NoRow && groups->groupOf(up) != group)
            up = nesting.parent(up);
        parents[row] = up == query::Nesting::NoRow ? runs + group : up;
        inOrder.push_back(row);
        shown.set(row);
    }
    snapshot.tree = query::RunTree(query::Nesting(std::move(parents)), inOrder, shown);
    snapshot.matching = sorted.size();
    snapshot.groups = std::move(groups);
}

}  // namespace podium::session
