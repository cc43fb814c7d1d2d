// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/writer.h"

#include "cache/damage.h"
#include "cache/json.h"
#include "schema.h"
#include "sql/migrations.h"

#include <algorithm>
#include <array>
#include <optional>

namespace podium::cache {

using base::ExperimentNo;
using base::Result;
using base::RunNo;
using base::SourceNo;
using sql::Statement;

namespace {

constexpr std::array Steps = {schema_001_initial_sql, schema_002_network_sql, schema_003_state_sql,
                              schema_004_observed_sql};

// One writer at a time holds the lock for a short transaction; a WAL of 64 MiB is cut back after a
// checkpoint.
constexpr std::string_view WriterPragmas =
    "PRAGMA synchronous = NORMAL;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -32000;"
    "PRAGMA mmap_size = 268435456;"
    "PRAGMA journal_size_limit = 67108864;"
    "PRAGMA wal_autocheckpoint = 4000;";

constexpr std::string_view InsertRun =
    "INSERT INTO run (run_no, experiment_no, run_id, experiment_id, run_name, user_id, status, "
    "deleted, start_time, end_time, artifact_uri, folder, parent_id, fingerprint, vanished_at) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, NULL) "
    "ON CONFLICT (experiment_no, run_id) DO NOTHING";
constexpr std::string_view UpdateRun =
    "UPDATE run SET experiment_no = ?2, run_id = ?3, experiment_id = ?4, run_name = ?5, "
    "user_id = ?6, status = ?7, deleted = ?8, start_time = ?9, end_time = ?10, "
    "artifact_uri = ?11, folder = ?12, parent_id = ?13, fingerprint = ?14, vanished_at = NULL "
    "WHERE run_no = ?1";
constexpr std::string_view PutExperiment =
    "INSERT INTO experiment (source_no, experiment_id, name, deleted, artifact_location, "
    "creation_time, last_update_time, tags, folder, vanished_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL) "
    "ON CONFLICT (source_no, experiment_id) DO UPDATE SET name = excluded.name, "
    "deleted = excluded.deleted, artifact_location = excluded.artifact_location, "
    "creation_time = excluded.creation_time, last_update_time = excluded.last_update_time, "
    "tags = excluded.tags, folder = excluded.folder, vanished_at = NULL "
    "RETURNING experiment_no";

}  // namespace

struct Writer::Statements {
    Statement insertRun, updateRun, putExperiment, putMetrics, putTexts, putHistory, putSeries,
        dropHistory, dropSeries, dropFetched, putName, putExperimentName, vanish, lastRun;
};

Writer::Writer(sql::Database database) : m_database(std::move(database)) {}

Writer::~Writer() {
    m_statements.reset();
    static_cast<void>(m_database.execute("PRAGMA optimize"));
}

Result<std::unique_ptr<Writer>> Writer::open(const std::filesystem::path& file) {
    using Opened = std::unique_ptr<Writer>;
    Result<sql::Database> database = sql::Database::open(file, sql::OpenMode::ReadWriteCreate);
    PODIUM_TRY(Opened, database);
    PODIUM_TRY(Opened, database.value().execute("PRAGMA busy_timeout = 5000"));
    PODIUM_TRY(Opened, sql::refuseNewer(database.value(), Steps));
    PODIUM_TRY(Opened, database.value().execute("PRAGMA page_size = 8192"));
    PODIUM_TRY(Opened, database.value().useWal());
    PODIUM_TRY(Opened, database.value().execute(WriterPragmas));
    PODIUM_TRY(Opened, sql::migrate(database.value(), Steps));
    PODIUM_TRY(Opened, probe(database.value()));
    PODIUM_TRY(Opened, database.value().execute("PRAGMA foreign_keys = ON"));
    Opened writer(new Writer(std::move(database).value()));
    PODIUM_TRY(Opened, writer->prepareAll());
    PODIUM_TRY(Opened, writer->refresh());
    return Result<Opened>(std::move(writer));
}

Result<void> Writer::prepareAll() {
    const std::array<std::string_view, 14> texts = {
        InsertRun,
        UpdateRun,
        PutExperiment,
        "INSERT OR REPLACE INTO run_metrics (run_no, packed) VALUES (?, ?)",
        "INSERT OR REPLACE INTO run_texts (run_no, params, tags, inputs) VALUES (?, ?, ?, ?)",
        "INSERT OR REPLACE INTO run_history (run_no, packed) VALUES (?, ?)",
        "INSERT INTO series (run_no, name_no, packed) VALUES (?, ?, ?)",
        "DELETE FROM run_history WHERE run_no = ?",
        "DELETE FROM series WHERE run_no = ?",
        "DELETE FROM fetched_history WHERE run_no = ?",
        "INSERT INTO name (name_no, name) VALUES (?, ?)",
        "INSERT OR IGNORE INTO experiment_name (experiment_no, kind, name_no) VALUES (?, ?, ?)",
        "UPDATE run SET vanished_at = ? WHERE run_no = ?",
        "SELECT max(run_no) FROM run WHERE run_no BETWEEN ? AND ?"};
    std::vector<Statement> made;
    for (const std::string_view text : texts) {
        Result<Statement> statement = m_database.prepare(text, text.substr(0, 30));
        PODIUM_TRY(void, statement);
        made.push_back(std::move(statement).value());
    }
    std::size_t i = 0;
    auto next = [&]() -> Statement&& { return std::move(made[i++]); };
    // Braced initialisers are evaluated in order, which is that of `texts`.
    m_statements.reset(new Statements{next(), next(), next(), next(), next(), next(), next(),
                                      next(), next(), next(), next(), next(), next(), next()});
    return {};
}

Result<sql::Transaction> Writer::begin() {
    m_committedNames = m_savedNames;
    return sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
}

void Writer::rolledBack() {
    m_savedNames = m_committedNames;
    m_experimentNames.clear();
    m_lastRun.clear();
}

Result<void> Writer::refresh() {
    Result<std::int64_t> version = m_database.number("PRAGMA data_version");
    PODIUM_TRY(void, version);
    if (version.value() == m_dataVersion)
        return {};
    Result<Statement> rows = m_database.prepare("SELECT name FROM name ORDER BY name_no", "names");
    PODIUM_TRY(void, rows);
    std::vector<std::string> names;
    while (true) {
        Result<bool> stepped = rows.value().step();
        PODIUM_TRY(void, stepped);
        if (!stepped.value())
            break;
        names.emplace_back(rows.value().text(0));
    }
    m_savedNames = static_cast<std::uint32_t>(names.size());
    m_names.load(std::move(names));
    m_experimentNames.clear();
    m_lastRun.clear();
    m_dataVersion = version.value();
    return {};
}

Result<SourceNo> Writer::addSource(std::string_view kind, std::string_view location,
                                   std::string_view root, std::string_view title,
                                   base::Millis now) {
    Result<Statement> put = m_database.prepare(
        "INSERT INTO source (kind, location, root, title, added_at, synced_at) "
        "VALUES (?, ?, ?, ?, ?, NULL) "
        "ON CONFLICT (location) DO UPDATE SET kind = excluded.kind, root = excluded.root "
        "RETURNING source_no",
        "add source");
    PODIUM_TRY(SourceNo, put);
    put.value().bind(1, kind).bind(2, location).bind(3, root).bind(4, title).bind(5, now);
    Result<bool> row = put.value().step();
    PODIUM_TRY(SourceNo, row);
    const SourceNo source{put.value().integer(0)};
    put.value().reset();
    return source;
}

Result<void> Writer::removeSource(SourceNo source) {
    Result<Statement> drop =
        m_database.prepare("DELETE FROM source WHERE source_no = ?", "remove source");
    PODIUM_TRY(void, drop);
    m_experimentNames.clear();
    m_lastRun.clear();
    return drop.value().bind(1, source.value).run();
}

Result<void> Writer::setSynced(SourceNo source, base::Millis now, std::uint64_t state) {
    Result<Statement> set = m_database.prepare(
        "UPDATE source SET synced_at = ?, state = ? WHERE source_no = ?", "set synced");
    PODIUM_TRY(void, set);
    return set.value()
        .bind(1, now)
        .bind(2, static_cast<std::int64_t>(state))
        .bind(3, source.value)
        .run();
}

Result<std::uint64_t> Writer::storeState(SourceNo source) {
    Result<Statement> get =
        m_database.prepare("SELECT state FROM source WHERE source_no = ?", "store state");
    PODIUM_TRY(std::uint64_t, get);
    Result<bool> row = get.value().bind(1, source.value).step();
    PODIUM_TRY(std::uint64_t, row);
    return row.value() ? static_cast<std::uint64_t>(get.value().integer(0)) : std::uint64_t{0};
}

Result<ExperimentNo> Writer::putExperiment(SourceNo source, const domain::Experiment& experiment) {
    Statement& put = m_statements->putExperiment;
    const sql::ScopedReset reset(put);
    put.bind(1, source.value)
        .bind(2, experiment.experimentId)
        .bind(3, experiment.name)
        .bind(4, std::int64_t{experiment.lifecycle == domain::Lifecycle::Deleted})
        .bind(5, experiment.artifactLocation)
        .bindOptional(6, experiment.creationTime)
        .bindOptional(7, experiment.lastUpdateTime)
        .bind(8, tagsToJson(experiment.tags))
        .bind(9, experiment.folder);
    Result<bool> row = put.step();
    PODIUM_TRY(ExperimentNo, row);
    return ExperimentNo{put.integer(0)};
}

Result<RunNo> Writer::nextRunNo(ExperimentNo experiment) {
    const auto known = m_lastRun.find(experiment.value);
    if (known != m_lastRun.end())
        return RunNo{++known->second};
    const std::int64_t first = experiment.value << 32;
    Statement& last = m_statements->lastRun;
    const sql::ScopedReset reset(last);
    last.bind(1, first).bind(2, first + 0xFFFFFFFF);
    Result<bool> row = last.step();
    PODIUM_TRY(RunNo, row);
    const std::int64_t next = last.isNull(0) ? first + 1 : last.integer(0) + 1;
    m_lastRun.emplace(experiment.value, next);
    return RunNo{next};
}

Result<RunNo> Writer::putRun(ExperimentNo experiment, RunNo runNo, const EncodedRun& encoded) {
    PODIUM_TRY(RunNo, saveNames());
    const bool isNew = !runNo.valid();
    if (isNew) {
        Result<RunNo> next = nextRunNo(experiment);
        PODIUM_TRY(RunNo, next);
        runNo = next.value();
    }
    const domain::Run& run = encoded.run;
    Statement& put = isNew ? m_statements->insertRun : m_statements->updateRun;
    put.bind(1, runNo.value)
        .bind(2, experiment.value)
        .bind(3, run.runId)
        .bind(4, run.experimentId)
        .bind(5, run.runName)
        .bind(6, run.userId)
        .bind(7, static_cast<std::int64_t>(run.status))
        .bind(8, std::int64_t{run.lifecycle == domain::Lifecycle::Deleted})
        .bindOptional(9, run.startTime)
        .bindOptional(10, run.endTime)
        .bind(11, run.artifactUri)
        .bind(12, run.folder)
        .bind(13, encoded.parentId)
        .bind(14, static_cast<std::int64_t>(encoded.fingerprint));
    PODIUM_TRY(RunNo, put.run());
    if (isNew && m_database.changes() == 0)
        return RunNo{};
    PODIUM_TRY(RunNo, putBlobs(runNo, encoded, isNew));
    PODIUM_TRY(RunNo, saveExperimentNames(experiment, 0, encoded.metricNames));
    PODIUM_TRY(RunNo, saveExperimentNames(experiment, 1, encoded.paramNames));
    PODIUM_TRY(RunNo, saveExperimentNames(experiment, 2, encoded.tagNames));
    return runNo;
}

Result<RunNo> Writer::runNumber(ExperimentNo experiment, std::string_view runId) {
    Result<Statement> query = m_database.prepare(
        "SELECT run_no FROM run WHERE experiment_no = ? AND run_id = ?", "run number");
    PODIUM_TRY(RunNo, query);
    query.value().bind(1, experiment.value).bind(2, runId);
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(RunNo, stepped);
    return stepped.value() ? RunNo{query.value().integer(0)} : RunNo{};
}

Result<void> Writer::putBlobs(RunNo runNo, const EncodedRun& run, bool isNew) {
    Statements& sql = *m_statements;
    if (run.partial && !isNew) {
        Result<std::string> metrics = withFetched(runNo, run.metrics);
        PODIUM_TRY(void, metrics);
        PODIUM_TRY(void, sql.putMetrics.bind(1, runNo.value).bindBlob(2, metrics.value()).run());
    } else {
        PODIUM_TRY(void, sql.putMetrics.bind(1, runNo.value).bindBlob(2, run.metrics).run());
    }
    PODIUM_TRY(void, sql.putTexts.bind(1, runNo.value)
                         .bindBlob(2, run.params)
                         .bindBlob(3, run.tags)
                         .bind(4, run.inputs)
                         .run());
    if (!run.history.empty())
        PODIUM_TRY(void, sql.putHistory.bind(1, runNo.value).bindBlob(2, run.history).run());
    else if (!isNew)
        PODIUM_TRY(void, sql.dropHistory.bind(1, runNo.value).run());
    if (!isNew && !run.partial) {
        PODIUM_TRY(void, sql.dropSeries.bind(1, runNo.value).run());
        PODIUM_TRY(void, sql.dropFetched.bind(1, runNo.value).run());
    }
    for (const auto& [name, packed] : run.series)
        PODIUM_TRY(void, sql.putSeries.bind(1, runNo.value)
                             .bind(2, std::int64_t{name})
                             .bindBlob(3, packed)
                             .run());
    return {};
}

Result<void> Writer::saveNames() {
    if (m_names.size() == m_savedNames)
        return {};
    for (const auto& [number, name] : m_names.above(m_savedNames)) {
        PODIUM_TRY(void, m_statements->putName.bind(1, std::int64_t{number}).bind(2, name).run());
        m_savedNames = number;
    }
    return {};
}

Result<void> Writer::saveExperimentNames(ExperimentNo experiment, int kind,
                                         const std::vector<std::uint32_t>& names) {
    for (const std::uint32_t name : names) {
        if (!m_experimentNames.emplace(experiment.value, kind, name).second)
            continue;
        PODIUM_TRY(void, m_statements->putExperimentName.bind(1, experiment.value)
                             .bind(2, std::int64_t{kind})
                             .bind(3, std::int64_t{name})
                             .run());
    }
    return {};
}

Result<std::vector<KnownRun>> Writer::knownRuns(SourceNo source) {
    using Runs = std::vector<KnownRun>;
    Result<Statement> prepared = m_database.prepare(
        "SELECT run.run_no, run.experiment_no, experiment.experiment_id, run.run_id, "
        "run.fingerprint, run.vanished_at IS NOT NULL "
        "FROM experiment CROSS JOIN run "
        "ON run.run_no BETWEEN (experiment.experiment_no << 32) "
        "AND (experiment.experiment_no << 32) + 4294967295 "
        "WHERE experiment.source_no = ? ORDER BY run.run_no",
        "known runs");
    PODIUM_TRY(Runs, prepared);
    Statement& row = prepared.value().bind(1, source.value);
    Runs runs;
    while (true) {
        Result<bool> stepped = row.step();
        PODIUM_TRY(Runs, stepped);
        if (!stepped.value())
            return runs;
        runs.push_back({RunNo{row.integer(0)}, ExperimentNo{row.integer(1)},
                        std::string(row.text(2)), std::string(row.text(3)),
                        static_cast<std::uint64_t>(row.integer(4)), row.integer(5) != 0});
    }
}

Result<void> Writer::setVanished(std::span<const RunNo> runs, domain::OptionalMillis at) {
    for (const RunNo run : runs)
        PODIUM_TRY(void, m_statements->vanish.bindOptional(1, at).bind(2, run.value).run());
    return {};
}

Result<void> Writer::setVanishedExperiments(SourceNo source,
                                            const std::set<std::string, std::less<>>& present,
                                            base::Millis at) {
    Result<Statement> rows = m_database.prepare(
        "SELECT experiment_no, experiment_id FROM experiment "
        "WHERE source_no = ? AND vanished_at IS NULL",
        "present experiments");
    PODIUM_TRY(void, rows);
    rows.value().bind(1, source.value);
    std::vector<std::int64_t> gone;
    while (true) {
        Result<bool> stepped = rows.value().step();
        PODIUM_TRY(void, stepped);
        if (!stepped.value())
            break;
        if (!present.contains(rows.value().text(1)))
            gone.push_back(rows.value().integer(0));
    }
    Result<Statement> mark = m_database.prepare(
        "UPDATE experiment SET vanished_at = ? WHERE experiment_no = ?", "vanish experiment");
    PODIUM_TRY(void, mark);
    for (const std::int64_t experiment : gone)
        PODIUM_TRY(void, mark.value().bind(1, at).bind(2, experiment).run());
    return {};
}

}  // namespace podium::cache
