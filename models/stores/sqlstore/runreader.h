// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "sql/statement.h"
#include "stores/sqlstore/connection.h"
#include "stores/sqlstore/schema.h"
#include "stores/store.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace podium::stores::sqlstore {

/// One run as it was read in one transaction.
struct ReadRun {
    domain::Run run;
    Fingerprint fingerprint = 0;
    bool unchanged = false;    // as Known has it: histories were not read
    bool textDamaged = false;  // some text was no UTF-8
};

/// Reads runs with all that belongs to them, some at a time. For one thread; keeps its statements.
///
/// A run's fingerprint is made of its row, params, tags, latest metrics and inputs in full, because
/// none of these has a time of change and tags are written over; and of the number and the greatest
/// row number of its points, which MLflow only ever adds.
class RunReader {
public:
    RunReader(Connection& connection, const Schema& schema)
        : m_connection(connection), m_schema(schema) {}

    /// Prepares the statements; a missing table is a missing statement.
    [[nodiscard]] base::Result<void> prepare();

    /// How many points the histories of these runs have, in their order.
    [[nodiscard]] base::Result<std::vector<std::int64_t>> countPoints(
        const std::vector<std::string>& runIds);

    /// Reads these runs; inside one transaction. Runs that are not there any more are left out.
    /// `known` decides which histories are left out; nullptr reads all.
    [[nodiscard]] base::Result<void> read(const std::vector<std::string>& runIds,
                                          const Known* known, std::vector<ReadRun>& runs);

    /// Fingerprints of these runs, without reading their histories; inside one transaction. Runs
    /// that are not there are left out.
    [[nodiscard]] base::Result<std::map<std::string, Fingerprint>> fingerprints(
        const std::vector<std::string>& runIds);

private:
    struct Work;  // the runs being read
    using Prepared = std::optional<sql::Statement>;
    [[nodiscard]] base::Result<void> prepareOne(Prepared& statement, std::string_view table,
                                                const std::string& sql);
    [[nodiscard]] base::Result<void> readAllButPoints(Work& work);
    [[nodiscard]] base::Result<void> readRows(Work& work);
    [[nodiscard]] base::Result<void> readKeyValues(Work& work, Prepared& statement,
                                                   std::vector<domain::KeyValue> domain::Run::*list,
                                                   std::uint64_t kind);
    [[nodiscard]] base::Result<void> readLatest(Work& work);
    [[nodiscard]] base::Result<void> readCounts(Work& work);
    [[nodiscard]] base::Result<void> readMetrics(Work& work);
    [[nodiscard]] base::Result<void> readDatasetInputs(Work& work);
    [[nodiscard]] base::Result<void> readInputTags(Work& work);
    [[nodiscard]] base::Result<void> readModelLinks(Work& work);
    [[nodiscard]] base::Result<void> fetchDatasets(const std::vector<std::string>& ids);
    void compare(Work& work, const Known* known);

    Connection& m_connection;
    const Schema& m_schema;
    Prepared m_runs;
    Prepared m_params;
    Prepared m_tags;
    Prepared m_latest;
    Prepared m_counts;
    Prepared m_metrics;
    Prepared m_datasetInputs;
    Prepared m_inputTags;
    Prepared m_modelLinks;
    Prepared m_datasets;
    std::unordered_map<std::string, std::shared_ptr<const domain::Dataset>> m_shelf;
};

}  // namespace podium::stores::sqlstore
