// SPDX-License-Identifier: GPL-3.0-or-later
#include "cached.h"
#include "sql/database.h"
#include "sql/floor.h"
#include "storegen.h"
#include "stores/sqlstore/sqlstore.h"
#include "sync/syncer.h"

namespace podium::bench {

using nlohmann::json;

namespace {

/// The tables of MLflow 3.11 that runs stand in, with its keys and indexes.
constexpr const char* Schema = R"(
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE experiments (experiment_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(256) NOT NULL,
  artifact_location VARCHAR(256), lifecycle_stage VARCHAR(32), creation_time BIGINT,
  last_update_time BIGINT, workspace VARCHAR(63) NOT NULL DEFAULT 'default');
CREATE TABLE runs (run_uuid VARCHAR(32) NOT NULL PRIMARY KEY, name VARCHAR(250), user_id VARCHAR(256),
  status VARCHAR(9), start_time BIGINT, end_time BIGINT, lifecycle_stage VARCHAR(20),
  artifact_uri VARCHAR(200), experiment_id INTEGER, deleted_time BIGINT);
CREATE TABLE params ("key" VARCHAR(250) NOT NULL, value VARCHAR(8000) NOT NULL,
  run_uuid VARCHAR(32) NOT NULL, PRIMARY KEY ("key", run_uuid));
CREATE INDEX index_params_run_uuid ON params (run_uuid);
CREATE TABLE tags ("key" VARCHAR(250) NOT NULL, value VARCHAR(8000), run_uuid VARCHAR(32) NOT NULL,
  PRIMARY KEY ("key", run_uuid));
CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
CREATE TABLE metrics ("key" VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT NOT NULL,
  run_uuid VARCHAR(32) NOT NULL, step BIGINT DEFAULT '0' NOT NULL, is_nan BOOLEAN DEFAULT '0' NOT NULL,
  PRIMARY KEY ("key", timestamp, step, run_uuid, value, is_nan));
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE INDEX index_metrics_run_uuid_key_step ON metrics (run_uuid, "key", step);
CREATE TABLE latest_metrics ("key" VARCHAR(250) NOT NULL, value FLOAT NOT NULL, timestamp BIGINT,
  step BIGINT NOT NULL, is_nan BOOLEAN NOT NULL, run_uuid VARCHAR(32) NOT NULL,
  PRIMARY KEY ("key", run_uuid));
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
INSERT INTO experiments VALUES (1, 'made up', '', 'active', 1, 1, 'default');
)";

const std::vector<std::string> Tables = {"runs", "params", "tags", "latest_metrics", "metrics"};

void check(const base::Result<void>& result) {
    if (!result.ok())
        fail("can't make the database: " + (result.failed() ? base::logLine(result.error()) : ""));
}

/// Inserts the rows of made up runs as MLflow's client does: param by param, step by step.
class Filler {
public:
    explicit Filler(sql::Database& database)
        : m_run(statement(database,
                          "INSERT INTO runs VALUES (?, ?, ?, 'FINISHED', ?, ?, 'active', ?, 1, "
                          "NULL)")),
          m_param(statement(database, "INSERT INTO params VALUES (?, ?, ?)")),
          m_tag(statement(database, "INSERT INTO tags VALUES (?, ?, ?)")),
          m_metric(statement(database, "INSERT INTO metrics VALUES (?, ?, ?, ?, ?, 0)")),
          m_latest(statement(database, "INSERT INTO latest_metrics VALUES (?, ?, ?, ?, 0, ?)")) {}

    void put(const domain::Run& run) {
        m_run.bind(1, run.runId).bind(2, run.runName).bind(3, run.userId);
        check(m_run.bind(4, *run.startTime).bind(5, *run.endTime).bind(6, run.artifactUri).run());
        for (const domain::Param& param : run.params)
            check(m_param.bind(1, param.key).bind(2, param.value).bind(3, run.runId).run());
        for (const domain::Tag& tag : run.tags)
            check(m_tag.bind(1, tag.key).bind(2, tag.value).bind(3, run.runId).run());
        const std::size_t steps = run.metrics.empty() ? 0 : run.metrics.front().points.size();
        for (std::size_t step = 0; step < steps; ++step) {
            for (const domain::Metric& metric : run.metrics)
                putPoint(metric, metric.points[step], run.runId);
        }
        for (const domain::Metric& metric : run.metrics) {
            const domain::MetricPoint& last = metric.points.back();
            m_latest.bind(1, metric.key).bind(2, last.value).bind(3, last.timestamp);
            check(m_latest.bind(4, last.step).bind(5, run.runId).run());
        }
    }

private:
    static sql::Statement statement(sql::Database& database, const char* sql) {
        auto prepared = database.prepare(sql, "fill");
        if (!prepared.ok())
            fail("can't fill the database");
        return std::move(prepared).value();
    }

    void putPoint(const domain::Metric& metric, const domain::MetricPoint& point,
                  const std::string& runId) {
        m_metric.bind(1, metric.key).bind(2, point.value).bind(3, point.timestamp);
        check(m_metric.bind(4, runId).bind(5, point.step).run());
    }

    sql::Statement m_run;
    sql::Statement m_param;
    sql::Statement m_tag;
    sql::Statement m_metric;
    sql::Statement m_latest;
};

void makeDatabase(const std::filesystem::path& file, const StoreShape& shape) {
    if (std::filesystem::exists(file))
        return;
    auto database = sql::Database::open(file, sql::OpenMode::ReadWriteCreate);
    if (!database.ok())
        fail("can't make " + file.string());
    check(database.value().execute(Schema));
    check(database.value().execute("BEGIN"));
    Filler filler(database.value());
    for (int i = 0; i < shape.runs; ++i)
        filler.put(madeUpRun(i, shape));
    check(database.value().execute("COMMIT"));
}

sync::SyncReport syncOnce(const std::filesystem::path& file, cache::Cache& cache,
                          unsigned threads) {
    const auto store = stores::SqlStore::open(file);
    if (!store.ok())
        fail("can't open " + file.string());
    base::Progress progress;
    const auto report =
        sync::sync(*store.value(), cache, {.runIds = {}, .threads = threads}, progress, {});
    if (!report.ok())
        fail("the sync failed");
    return report.value();
}

std::unique_ptr<cache::Cache> openCache(const std::filesystem::path& folder) {
    auto cache = cache::Cache::open(folder / "cache.db", base::systemClock());
    if (!cache.ok())
        fail("can't open a cache");
    return std::move(cache).value();
}

}  // namespace

/// A database of N runs: the first sync into a fresh cache against a bare loop over the same rows;
/// a sync when nothing has changed, and one after a single tag was written over.
json benchSql(const Options& options) {
    const Scratch scratch(options.folder);
    const std::filesystem::path file = scratch.path() / "mlflow.db";
    makeDatabase(file, {.runs = options.runs,
                        .params = options.params,
                        .metrics = options.metrics,
                        .points = 5,
                        .tags = options.tags});
    Samples figure;
    Samples least;
    Samples unchanged;
    Samples oneTag;
    sync::SyncReport report;
    sync::SyncReport again;
    sql::RowCount count = sql::rawRows(file, Tables);  // warms the file
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(timed([&] { count = sql::rawRows(file, Tables); }));
        const std::filesystem::path folder = scratch.path() / "fresh";
        std::filesystem::remove_all(folder);
        figure.add(timed([&] { report = syncOnce(file, *openCache(folder), options.threads); }));
        const auto cache = openCache(folder);
        unchanged.add(timed([&] { again = syncOnce(file, *cache, options.threads); }));
        if (again.unchanged != options.runs)
            fail("an unchanged database was read anew");
        auto database = sql::Database::open(file, sql::OpenMode::ReadWrite);
        check(database.value().execute("UPDATE tags SET value = '" + std::to_string(i) +
                                       " times' WHERE rowid = 1"));
        oneTag.add(timed([&] { again = syncOnce(file, *cache, options.threads); }));
        if (again.runs != 1)
            fail("one tag changed and another number of runs was read");
    }
    json result = against(figure, least);
    result["unchanged"] = unchanged.json();
    result["unchanged_share"] = unchanged.median() / figure.median();
    result["one_tag"] = oneTag.json();
    result["one_tag_share"] = oneTag.median() / figure.median();
    result["runs"] = report.runs;
    result["points"] = report.points;
    result["bytes"] = report.bytes;
    result["floor_rows"] = count.rows;
    result["threads"] = options.threads;
    return result;
}

}  // namespace podium::bench
