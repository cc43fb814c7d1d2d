// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/reader.h"
#include "query/sort.h"
#include "session/frameloader.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::app {

/// The runs of some experiments, and questions about them. Columns are loaded when a question first
/// needs them, so that many questions cost little more than one.
class RunQuery {
public:
    RunQuery(cache::Reader& reader, std::stop_token stop) : m_reader(reader), m_stop(stop) {}

    /// Loads the runs; all further calls are about them.
    [[nodiscard]] base::Result<void> load(std::span<const cache::ExperimentRow> experiments,
                                          session::ViewType viewType);

    /// Rows that match, in the order asked for; MLflow's natural order decides the rest. Errors of
    /// parseFilter and parseOrder.
    [[nodiscard]] base::Result<std::vector<std::uint32_t>> rows(
        std::string_view filter, std::span<const std::string> orderBy);

    [[nodiscard]] base::Result<void> need(std::span<const query::ColumnKey> columns);
    [[nodiscard]] const query::Frame& frame() const { return *m_table.frame; }

private:
    cache::Reader& m_reader;
    std::stop_token m_stop;
    session::RunTable m_table;
};

}  // namespace podium::app
