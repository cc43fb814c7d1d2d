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
    /// `known` decides which histories are left out; nullptr reads all. Where metrics have an index
    /// of runs, reading ends with the run that brings it to `mostPoints`; the ids of those that are
    /// still to be read are `putOff`.
    [[nodiscard]] base::Result<void> read(const std::vector<std::string>& runIds,
                                          const Known* known, std::int64_t mostPoints,
                                          std::vector<ReadRun>& runs,
                                          std::vector<std::string>& putOff);

    /// Fingerprints of these runs, without reading their histories; inside one transaction. Runs
    /// that are not there are left out.
    [[nodiscard]] base::Result<std::map<std::string, Fingerprint>> fingerprints(
        const std::vector<std::string>& runIds);

private:
    struct Work;  // the runs being read
    using Prepared = std::optional<sql::Statement>;
    /// A question whose parameter is a list of runs, or one run.
    struct OfRuns {
        Prepared statement = {};
        bool runByRun = false;
    };
    template <typename Take>
    [[nodiscard]] static base::Result<void> eachOfRuns(OfRuns& question, Work& work, Take&& take);
    [[nodiscard]] base::Result<void> prepareOfRuns(OfRuns& question, std::string_view table,
                                                   const std::string& columns);
    [[nodiscard]] base::Result<void> prepareOne(Prepared& statement, std::string_view table,
                                                const std::string& sql);
    [[nodiscard]] base::Result<void> readAllButPoints(Work& work);
    [[nodiscard]] base::Result<void> readRows(Work& work);
    [[nodiscard]] base::Result<void> readKeyValues(Work& work, OfRuns& question,
                                                   std::vector<domain::KeyValue> domain::Run::*list,
                                                   std::uint64_t kind);
    [[nodiscard]] base::Result<void> readLatest(Work& work);
    [[nodiscard]] base::Result<void> readCounts(Work& work);
    [[nodiscard]] base::Result<void> readMetrics(Work& work);
    [[nodiscard]] base::Result<void> readMetricsOfEach(Work& work, std::int64_t mostPoints,
                                                       std::vector<std::string>& putOff);
    static void takePoint(Work& work, std::size_t place, const sql::Statement& row);
    void complete(Work& work, std::size_t place);
    [[nodiscard]] base::Result<void> readDatasetInputs(Work& work);
    [[nodiscard]] base::Result<void> readInputTags(Work& work);
    [[nodiscard]] base::Result<void> readModelLinks(Work& work);
    [[nodiscard]] base::Result<void> fetchDatasets(const std::vector<std::string>& ids);
    void compare(Work& work, const Known* known);

    Connection& m_connection;
    const Schema& m_schema;
    Prepared m_runs;
    OfRuns m_params;
    OfRuns m_tags;
    OfRuns m_latest;
    Prepared m_counts;
    OfRuns m_metrics;
    Prepared m_datasetInputs;
    Prepared m_inputTags;
    Prepared m_modelLinks;
    Prepared m_datasets;
    std::size_t m_pointsBefore = 0;  // of a metric of the last run: the next one's are mostly alike
    std::unordered_map<std::string, std::shared_ptr<const domain::Dataset>> m_shelf;
};

}  // namespace podium::stores::sqlstore
