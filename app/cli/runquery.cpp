// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runquery.h"

#include "query/query.h"

#include <algorithm>

namespace podium::app {

using base::Result;

Result<void> RunQuery::load(std::span<const cache::ExperimentRow> experiments,
                            session::ViewType viewType) {
    Result<session::RunTable> table =
        session::loadRuns(m_reader, experiments, viewType, false, m_stop);
    PODIUM_TRY(void, table);
    m_table = std::move(table).value();
    return {};
}

Result<void> RunQuery::need(std::span<const query::ColumnKey> columns) {
    Result<session::RunTable> table = session::withColumns(m_reader, m_table, columns, m_stop);
    PODIUM_TRY(void, table);
    m_table = std::move(table).value();
    return {};
}

Result<std::vector<std::uint32_t>> RunQuery::rows(std::string_view filterText,
                                                  std::span<const std::string> orderBy) {
    using Rows = std::vector<std::uint32_t>;
    const Result<query::Filter> filter = query::parseFilter(filterText);
    PODIUM_TRY(Rows, filter);
    const Result<std::vector<query::OrderKey>> order = query::parseOrder(orderBy);
    PODIUM_TRY(Rows, order);
    std::vector<query::ColumnKey> columns = filter.value().columns();
    for (const query::OrderKey& key : order.value())
        columns.push_back(key.column);
    PODIUM_TRY(Rows, need(columns));

    const query::Bitmap matches = query::evaluate(filter.value(), frame(), m_stop);
    Rows rows = query::allRows(frame());
    std::erase_if(rows, [&](std::uint32_t row) { return !matches.test(row); });
    rows = query::sortRows(frame(), std::move(rows), order.value(), m_stop);
    if (m_stop.stop_requested())
        return base::Cancelled{};
    return rows;
}

}  // namespace podium::app
