// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/runreader.h"

#include "stores/sqlstore/runwork.h"

#include <algorithm>
#include <bit>

namespace podium::stores::sqlstore {

using base::Result;

namespace {

constexpr std::string_view InList = " IN (SELECT value FROM json_each(?1))";

}  // namespace

/// Runs `take` with a run's place for each row of the runs that are being read.
template <typename Take>
Result<void> RunReader::eachOfRuns(OfRuns& question, Work& work, Take&& take) {
    if (!question.statement)
        return {};
    if (!question.runByRun)
        return eachOf(question.statement, work.ids, [&](const sql::Statement& row) {
            if (const auto place = work.placeOf(row))
                take(*place, row);
        });
    for (std::size_t i = 0; i < work.runs.size(); ++i)
        PODIUM_TRY(void, eachOf(question.statement, work.runs[i].run.runId,
                                [&](const sql::Statement& row) { take(i, row); }));
    return {};
}

/// Run by run where there is an index: rows then need not say whose they are.
Result<void> RunReader::prepareOfRuns(OfRuns& question, std::string_view table,
                                      const std::string& columns) {
    question.runByRun = m_schema.isIndexed(table, "run_uuid");
    const std::string from = ", " + columns + " FROM " + std::string(table) + " WHERE run_uuid";
    return prepareOne(question.statement, table,
                      question.runByRun ? "SELECT NULL" + from + " = ?1"
                                        : "SELECT run_uuid" + from + std::string(InList));
}

Result<void> RunReader::prepareOne(Prepared& statement, std::string_view table,
                                   const std::string& sql) {
    if (!m_schema.has(table))
        return {};
    Result<sql::Statement> prepared = m_connection.database().prepare(sql, table);
    PODIUM_TRY(void, prepared);
    statement.emplace(std::move(prepared).value());
    return {};
}

Result<void> RunReader::prepare() {
    const std::string in(InList);
    PODIUM_TRY(void,
               prepareOne(m_runs, "runs",
                          "SELECT run_uuid, " +
                              m_schema.columns(
                                  "runs", {"name", "user_id", "status", "start_time", "end_time",
                                           "lifecycle_stage", "artifact_uri", "experiment_id"}) +
                              " FROM runs WHERE run_uuid" + in));
    PODIUM_TRY(void, prepareOfRuns(m_params, "params", "\"key\", value"));
    PODIUM_TRY(void, prepareOfRuns(m_tags, "tags", "\"key\", value"));
    const auto point = [&](std::string_view table) {
        return "\"key\", value, " + m_schema.column(table, "timestamp", "0") + ", " +
               m_schema.column(table, "step", "0") + ", " + m_schema.column(table, "is_nan", "0");
    };
    PODIUM_TRY(void, prepareOfRuns(m_latest, "latest_metrics", point("latest_metrics")));
    const std::string row = m_schema.hasRowid("metrics") ? "rowid" : "0";
    PODIUM_TRY(void, prepareOne(m_counts, "metrics",
                                "SELECT run_uuid, count(*), max(" + row +
                                    ") FROM metrics WHERE run_uuid" + in + " GROUP BY run_uuid"));
    PODIUM_TRY(void, prepareOfRuns(m_metrics, "metrics", point("metrics") + ", " + row));
    const std::string step = m_schema.column("inputs", "step", "0");
    PODIUM_TRY(void, prepareOne(m_datasetInputs, "inputs",
                                "SELECT destination_id, source_id, input_uuid FROM inputs WHERE "
                                "source_type = 'DATASET' AND destination_type = 'RUN' AND "
                                "destination_id" +
                                    in));
    PODIUM_TRY(void, prepareOne(m_modelLinks, "inputs",
                                "SELECT source_id, destination_id, destination_type, " + step +
                                    " FROM inputs WHERE source_type IN ('RUN_INPUT', "
                                    "'RUN_OUTPUT') AND source_id" +
                                    in));
    PODIUM_TRY(void,
               prepareOne(m_inputTags, "input_tags",
                          "SELECT input_uuid, name, value FROM input_tags WHERE input_uuid" + in));
    return prepareOne(
        m_datasets, "datasets",
        "SELECT dataset_uuid, " +
            m_schema.columns("datasets", {"name", "digest", "dataset_source_type", "dataset_source",
                                          "dataset_schema", "dataset_profile"}) +
            " FROM datasets WHERE dataset_uuid" + in);
}

Result<std::vector<std::int64_t>> RunReader::countPoints(const std::vector<std::string>& runIds) {
    using Counts = std::vector<std::int64_t>;
    std::unordered_map<std::string, std::int64_t> counts;
    PODIUM_TRY(Counts, eachOf(m_counts, jsonList(runIds), [&](const sql::Statement& row) {
                   counts[std::string(row.text(0))] = row.integer(1);
               }));
    Counts list;
    for (const std::string& id : runIds) {
        const auto found = counts.find(id);
        list.push_back(found == counts.end() ? 0 : found->second);
    }
    return list;
}

Result<void> RunReader::read(const std::vector<std::string>& runIds, const Known* known,
                             std::int64_t mostPoints, std::vector<ReadRun>& runs,
                             std::vector<std::string>& putOff) {
    runs.clear();
    putOff.clear();
    Work work{jsonList(runIds), runs};
    PODIUM_TRY(void, readAllButPoints(work));
    const bool anyKnown = known != nullptr && std::ranges::any_of(runs, [&](const ReadRun& entry) {
                              return known->run(entry.run.experimentId, entry.run.runId) != 0;
                          });
    if (anyKnown) {
        PODIUM_TRY(void, readCounts(work));
        compare(work, known);
    }
    for (auto& [count, greatest] : work.points)
        count = greatest = 0;
    PODIUM_TRY(
        void, m_metrics.runByRun ? readMetricsOfEach(work, mostPoints, putOff) : readMetrics(work));
    for (std::size_t i = 0; i < work.runs.size(); ++i)
        complete(work, i);
    return {};
}

Result<std::map<std::string, Fingerprint>> RunReader::fingerprints(
    const std::vector<std::string>& runIds) {
    using Found = std::map<std::string, Fingerprint>;
    std::vector<ReadRun> runs;
    Work work{jsonList(runIds), runs};
    PODIUM_TRY(Found, readAllButPoints(work));
    PODIUM_TRY(Found, readCounts(work));
    Found found;
    for (std::size_t i = 0; i < runs.size(); ++i)
        found[runs[i].run.runId] = work.fingerprintOf(i);
    return found;
}

Result<void> RunReader::readAllButPoints(Work& work) {
    PODIUM_TRY(void, readRows(work));
    PODIUM_TRY(void, readKeyValues(work, m_params, &domain::Run::params, ParamKind));
    PODIUM_TRY(void, readKeyValues(work, m_tags, &domain::Run::tags, TagKind));
    PODIUM_TRY(void, readDatasetInputs(work));
    PODIUM_TRY(void, readModelLinks(work));
    return readLatest(work);
}

Result<void> RunReader::readRows(Work& work) {
    const Result<void> read = eachOf(m_runs, work.ids, [&](const sql::Statement& row) {
        ReadRun& entry = work.runs.emplace_back();
        domain::Run& run = entry.run;
        run.runId = textAt(row, 0, entry.textDamaged);
        run.runName = textAt(row, 1, entry.textDamaged);
        run.userId = textAt(row, 2, entry.textDamaged);
        run.status = domain::statusFromName(row.text(3));
        run.startTime = millisAt(row, 4);
        run.endTime = millisAt(row, 5);
        run.lifecycle = lifecycleOf(row.text(6));
        run.artifactUri = textAt(row, 7, entry.textDamaged);
        run.experimentId = textAt(row, 8, entry.textDamaged);
        RowHash hash(RunKind);
        for (int column = 0; column <= 8; ++column)
            hash.add(row.text(column)).add(std::int64_t{row.isNull(column)});
        work.hashes.push_back(hash.value());
    });
    PODIUM_TRY(void, read);
    for (std::size_t i = 0; i < work.runs.size(); ++i)
        work.places.emplace(work.runs[i].run.runId, i);
    work.metrics.resize(work.runs.size());
    work.points.resize(work.runs.size());
    return {};
}

Result<void> RunReader::readKeyValues(Work& work, OfRuns& question,
                                      std::vector<domain::KeyValue> domain::Run::*list,
                                      std::uint64_t kind) {
    PODIUM_TRY(void, eachOfRuns(question, work, [&](std::size_t place, const sql::Statement& row) {
                   ReadRun& entry = work.runs[place];
                   domain::KeyValue value{textAt(row, 1, entry.textDamaged),
                                          textAt(row, 2, entry.textDamaged)};
                   work.hashes[place] += RowHash(kind).add(value.key).add(value.value).value();
                   (entry.run.*list).push_back(std::move(value));
               }));
    for (ReadRun& entry : work.runs)
        sortByKey(entry.run.*list);
    return {};
}

Result<void> RunReader::readLatest(Work& work) {
    return eachOfRuns(m_latest, work, [&](std::size_t place, const sql::Statement& row) {
        const domain::MetricPoint point = pointAt(row, 2);
        work.hashes[place] += RowHash(LatestKind)
                                  .add(row.text(1))
                                  .add(std::bit_cast<std::int64_t>(point.value))
                                  .add(point.timestamp)
                                  .add(point.step)
                                  .value();
        work.metrics[place].addLatest(row.text(1), point);
    });
}

Result<void> RunReader::readCounts(Work& work) {
    return eachOf(m_counts, work.ids, [&](const sql::Statement& row) {
        if (const auto place = work.placeOf(row))
            work.points[*place] = {row.integer(1), row.integer(2)};
    });
}

/// Marks what Known has already, and leaves the others' ids in the list.
void RunReader::compare(Work& work, const Known* known) {
    std::vector<std::string> changed;
    for (std::size_t i = 0; i < work.runs.size(); ++i) {
        ReadRun& entry = work.runs[i];
        const Fingerprint before = known->run(entry.run.experimentId, entry.run.runId);
        entry.fingerprint = work.fingerprintOf(i);
        entry.unchanged = before != 0 && before == entry.fingerprint;
        if (!entry.unchanged)
            changed.push_back(entry.run.runId);
    }
    work.ids = jsonList(changed);
}

void RunReader::takePoint(Work& work, std::size_t place, const sql::Statement& row) {
    work.metrics[place].add(row.text(1), pointAt(row, 2));
    auto& [count, greatest] = work.points[place];
    ++count;
    greatest = std::max(greatest, row.integer(6));
}

Result<void> RunReader::readMetrics(Work& work) {
    return eachOfRuns(m_metrics, work, [&](std::size_t place, const sql::Statement& row) {
        takePoint(work, place, row);
    });
}

Result<void> RunReader::readMetricsOfEach(Work& work, std::int64_t mostPoints,
                                          std::vector<std::string>& putOff) {
    std::int64_t points = 0;
    for (std::size_t i = 0; i < work.runs.size(); ++i) {
        const ReadRun& entry = work.runs[i];
        if (entry.unchanged)
            continue;
        if (points >= mostPoints) {
            for (std::size_t left = i; left < work.runs.size(); ++left)
                putOff.push_back(work.runs[left].run.runId);
            work.runs.resize(i);
            return {};
        }
        work.metrics[i].expect(m_pointsBefore);
        PODIUM_TRY(void, eachOf(m_metrics.statement, entry.run.runId,
                                [&](const sql::Statement& row) { takePoint(work, i, row); }));
        points += work.points[i].first;
    }
    return {};
}

/// What follows from all that was read of a run.
void RunReader::complete(Work& work, std::size_t place) {
    ReadRun& entry = work.runs[place];
    if (entry.unchanged)
        return;
    entry.run.metrics = work.metrics[place].take(entry.textDamaged);
    if (!entry.run.metrics.empty())
        m_pointsBefore = entry.run.metrics.front().points.size();
    entry.fingerprint = work.fingerprintOf(place);
    // Before 1.30 the name is only in the tag.
    const std::string* named = domain::find(entry.run.tags, "mlflow.runName");
    if (entry.run.runName.empty() && named != nullptr)
        entry.run.runName = *named;
    const std::string* user = domain::find(entry.run.tags, "mlflow.user");
    if (entry.run.userId.empty() && user != nullptr)
        entry.run.userId = *user;
}

}  // namespace podium::stores::sqlstore
