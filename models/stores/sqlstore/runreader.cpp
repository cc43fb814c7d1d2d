// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/runreader.h"

#include "stores/sqlstore/metriclist.h"
#include "stores/sqlstore/rows.h"
#include "stores/sqlstore/values.h"

#include <algorithm>
#include <tuple>

namespace podium::stores::sqlstore {

using base::Result;

namespace {

constexpr std::size_t ShelfLimit = 2000;
constexpr std::string_view InList = " IN (SELECT value FROM json_each(?1))";

/// What a row hash is of, so that a param and a tag of one text differ.
enum Kind : std::uint64_t {
    RunKind = 1,
    ParamKind,
    TagKind,
    LatestKind,
    PointsKind,
    InputKind,
    InputTagKind,
    LinkKind
};

/// For a statement whose only parameter is a list of ids; nothing if its table is missing.
template <typename Take>
Result<void> eachOf(std::optional<sql::Statement>& statement, const std::string& ids, Take&& take) {
    if (!statement)
        return {};
    statement->bind(1, std::string_view(ids));
    return eachRow(*statement, take);
}

}  // namespace

/// Column 0 of every statement is the run's id.
struct RunReader::Work {
    std::string ids;
    std::vector<ReadRun>& runs;
    std::vector<std::uint64_t> hashes = {};
    std::vector<MetricList> metrics = {};
    std::vector<std::pair<std::int64_t, std::int64_t>> points = {};  // count, greatest row number
    std::unordered_map<std::string_view, std::size_t> places = {};
    std::size_t last = 0;
    /// Inputs by their own id: place of the run, place in its list.
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> inputs = {};

    [[nodiscard]] Fingerprint fingerprintOf(std::size_t place) const {
        const auto [count, greatest] = points[place];
        const Fingerprint sum =
            hashes[place] + RowHash(PointsKind).add(count).add(greatest).value();
        return sum != 0 ? sum : 1;
    }

    /// The place of the row's run, or nothing. Rows of one run mostly come one after another.
    std::optional<std::size_t> placeOf(const sql::Statement& row) {
        const std::string_view id = row.text(0);
        if (last < runs.size() && runs[last].run.runId == id)
            return last;
        const auto found = places.find(id);
        if (found == places.end())
            return std::nullopt;
        last = found->second;
        return last;
    }
};

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
    const std::string values = "SELECT run_uuid, \"key\", value FROM ";
    PODIUM_TRY(void,
               prepareOne(m_runs, "runs",
                          "SELECT run_uuid, " +
                              m_schema.columns(
                                  "runs", {"name", "user_id", "status", "start_time", "end_time",
                                           "lifecycle_stage", "artifact_uri", "experiment_id"}) +
                              " FROM runs WHERE run_uuid" + in));
    PODIUM_TRY(void, prepareOne(m_params, "params", values + "params WHERE run_uuid" + in));
    PODIUM_TRY(void, prepareOne(m_tags, "tags", values + "tags WHERE run_uuid" + in));
    const auto point = [&](std::string_view table) {
        return "\"key\", value, " + m_schema.column(table, "timestamp", "0") + ", " +
               m_schema.column(table, "step", "0") + ", " + m_schema.column(table, "is_nan", "0");
    };
    PODIUM_TRY(void, prepareOne(m_latest, "latest_metrics",
                                "SELECT run_uuid, " + point("latest_metrics") +
                                    " FROM latest_metrics WHERE run_uuid" + in));
    const std::string row = m_schema.hasRowid("metrics") ? "rowid" : "0";
    PODIUM_TRY(void, prepareOne(m_counts, "metrics",
                                "SELECT run_uuid, count(*), max(" + row +
                                    ") FROM metrics WHERE run_uuid" + in + " GROUP BY run_uuid"));
    PODIUM_TRY(void, prepareOne(m_metrics, "metrics",
                                "SELECT run_uuid, " + point("metrics") + ", " + row +
                                    " FROM metrics WHERE run_uuid" + in));
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
                             std::vector<ReadRun>& runs) {
    runs.clear();
    Work work{jsonList(runIds), runs};
    PODIUM_TRY(void, readAllButPoints(work));
    const bool anyKnown = known != nullptr && std::ranges::any_of(runs, [&](const ReadRun& entry) {
                              return known->run(entry.run.experimentId, entry.run.runId) != 0;
                          });
    if (anyKnown) {
        PODIUM_TRY(void, readCounts(work));
        compare(work, known);
    }
    return readMetrics(work);
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

Result<void> RunReader::readKeyValues(Work& work, Prepared& statement,
                                      std::vector<domain::KeyValue> domain::Run::*list,
                                      std::uint64_t kind) {
    PODIUM_TRY(void, eachOf(statement, work.ids, [&](const sql::Statement& row) {
                   const auto place = work.placeOf(row);
                   if (!place)
                       return;
                   ReadRun& entry = work.runs[*place];
                   domain::KeyValue value{textAt(row, 1, entry.textDamaged),
                                          textAt(row, 2, entry.textDamaged)};
                   work.hashes[*place] += RowHash(kind).add(value.key).add(value.value).value();
                   (entry.run.*list).push_back(std::move(value));
               }));
    for (ReadRun& entry : work.runs)
        sortByKey(entry.run.*list);
    return {};
}

Result<void> RunReader::readLatest(Work& work) {
    return eachOf(m_latest, work.ids, [&](const sql::Statement& row) {
        const auto place = work.placeOf(row);
        if (!place)
            return;
        work.hashes[*place] += RowHash(LatestKind)
                                   .add(row.text(1))
                                   .add(row.text(2))
                                   .add(row.integer(3))
                                   .add(row.integer(4))
                                   .add(row.integer(5))
                                   .value();
        work.metrics[*place].addLatest(row.text(1), pointAt(row, 2));
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

Result<void> RunReader::readMetrics(Work& work) {
    for (auto& [count, greatest] : work.points)
        count = greatest = 0;
    PODIUM_TRY(void, eachOf(m_metrics, work.ids, [&](const sql::Statement& row) {
                   const auto place = work.placeOf(row);
                   if (!place)
                       return;
                   work.metrics[*place].add(row.text(1), pointAt(row, 2));
                   auto& [count, greatest] = work.points[*place];
                   ++count;
                   greatest = std::max(greatest, row.integer(6));
               }));
    for (std::size_t i = 0; i < work.runs.size(); ++i) {
        ReadRun& entry = work.runs[i];
        if (entry.unchanged)
            continue;
        entry.run.metrics = work.metrics[i].take(entry.textDamaged);
        entry.fingerprint = work.fingerprintOf(i);
        // Before 1.30 the name is only in the tag.
        const std::string* named = domain::find(entry.run.tags, "mlflow.runName");
        if (entry.run.runName.empty() && named != nullptr)
            entry.run.runName = *named;
        const std::string* user = domain::find(entry.run.tags, "mlflow.user");
        if (entry.run.userId.empty() && user != nullptr)
            entry.run.userId = *user;
    }
    return {};
}

Result<void> RunReader::readDatasetInputs(Work& work) {
    struct Link {
        std::size_t place;
        std::string dataset;
        std::string input;
    };
    std::vector<Link> links;
    std::vector<std::string> wanted;
    PODIUM_TRY(void, eachOf(m_datasetInputs, work.ids, [&](const sql::Statement& row) {
                   const auto place = work.placeOf(row);
                   if (!place)
                       return;
                   links.push_back({*place, textAt(row, 1), textAt(row, 2)});
                   wanted.push_back(links.back().dataset);
               }));
    if (links.empty())
        return {};
    PODIUM_TRY(void, fetchDatasets(wanted));
    for (Link& link : links) {
        const auto dataset = m_shelf.find(link.dataset);
        domain::DatasetInput input;
        if (dataset != m_shelf.end() && dataset->second)
            input.dataset = *dataset->second;
        RowHash hash(InputKind);
        hash.add(link.dataset).add(input.dataset.name).add(input.dataset.digest);
        work.hashes[link.place] += hash.value();
        auto& list = work.runs[link.place].run.datasetInputs;
        work.inputs[std::move(link.input)] = {link.place, list.size()};
        list.push_back(std::move(input));
    }
    PODIUM_TRY(void, readInputTags(work));
    for (ReadRun& entry : work.runs)
        std::ranges::sort(entry.run.datasetInputs, {}, [](const domain::DatasetInput& input) {
            return std::tie(input.dataset.name, input.dataset.digest);
        });
    return {};
}

Result<void> RunReader::readInputTags(Work& work) {
    std::vector<std::string> ids;
    for (const auto& [id, place] : work.inputs)
        ids.push_back(id);
    PODIUM_TRY(void, eachOf(m_inputTags, jsonList(ids), [&](const sql::Statement& row) {
                   const auto input = work.inputs.find(std::string(row.text(0)));
                   if (input == work.inputs.end())
                       return;
                   const auto [place, index] = input->second;
                   domain::Tag tag{textAt(row, 1), textAt(row, 2)};
                   work.hashes[place] += RowHash(InputTagKind).add(tag.key).add(tag.value).value();
                   work.runs[place].run.datasetInputs[index].tags.push_back(std::move(tag));
               }));
    for (ReadRun& entry : work.runs) {
        for (domain::DatasetInput& input : entry.run.datasetInputs)
            sortByKey(input.tags);
    }
    return {};
}

/// Datasets are shared by many runs and carry long schemas: they are kept for the next ones.
Result<void> RunReader::fetchDatasets(const std::vector<std::string>& ids) {
    if (m_shelf.size() > ShelfLimit)
        m_shelf.clear();
    std::vector<std::string> missing;
    for (const std::string& id : ids) {
        if (m_shelf.try_emplace(id).second)
            missing.push_back(id);
    }
    if (missing.empty())
        return {};
    const Result<void> read = eachOf(m_datasets, jsonList(missing), [&](const sql::Statement& row) {
        m_shelf[std::string(row.text(0))] = std::make_shared<domain::Dataset>(
            domain::Dataset{textAt(row, 1), textAt(row, 2), textAt(row, 3), textAt(row, 4),
                            textAt(row, 5), textAt(row, 6)});
    });
    if (!read.ok())
        m_shelf.clear();
    return read;
}

/// For models the run is the source, whichever way the data went.
Result<void> RunReader::readModelLinks(Work& work) {
    PODIUM_TRY(
        void, eachOf(m_modelLinks, work.ids, [&](const sql::Statement& row) {
            const auto place = work.placeOf(row);
            if (!place)
                return;
            domain::Run& run = work.runs[*place].run;
            if (row.text(2) == "MODEL_INPUT")
                run.modelInputs.push_back(textAt(row, 1));
            else if (row.text(2) == "MODEL_OUTPUT")
                run.modelOutputs.push_back({textAt(row, 1), row.integer(3)});
            work.hashes[*place] +=
                RowHash(LinkKind).add(row.text(1)).add(row.text(2)).add(row.integer(3)).value();
        }));
    for (ReadRun& entry : work.runs) {
        std::ranges::sort(entry.run.modelInputs);
        std::ranges::sort(entry.run.modelOutputs, {}, &domain::ModelOutput::modelId);
    }
    return {};
}

}  // namespace podium::stores::sqlstore
