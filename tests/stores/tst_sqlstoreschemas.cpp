// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/recordingsink.h"
#include "tests/stores/sqlfiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fs = std::filesystem;
using namespace podium;
using tests::RecordingSink;
using tests::SqlFile;

/// What is read of a database, whatever version or fork of MLflow made its tables.
class SqlStoreSchemasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whole();
    void firstVersion();
    void newerThanKnown();
    void missingTables();
    void valuesThatAreNoNumbers();
    void latestIsTheStores();
    void pointsInOrderOfTheApi();
    void inputsAndOutputs();
    void registryWithoutDeleted();
    void modelIdFromSource_data();
    void modelIdFromSource();
    void workspacesStandSideBySide();
    void deletedThings();
    void runWithoutExperiment();
    void textThatIsNoUtf8();
    void manyRunsOfManySizes();
    void oldMetricsHaveNoIndex();

private:
    [[nodiscard]] bool read(stores::ReadRequest request = {});
    [[nodiscard]] const domain::Run& run(const char* id) { return m_sink->runs.at(id); }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_file;
    std::unique_ptr<SqlFile> m_sql;
    std::unique_ptr<RecordingSink> m_sink;
};

void SqlStoreSchemasTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = fs::path(m_dir->path().toStdString()) / "mlflow.db";
    m_sql = std::make_unique<SqlFile>(m_file);
    m_sink = std::make_unique<RecordingSink>();
}

bool SqlStoreSchemasTest::read(stores::ReadRequest request) {
    const auto store = stores::SqlStore::open(m_file);
    if (!store.ok())
        return false;
    base::Progress progress;
    return store.value()->read(request, *m_sink, *m_sink, progress, {}).ok();
}

void SqlStoreSchemasTest::whole() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    m_sql->run("INSERT INTO experiment_tags VALUES ('mlflow.note.content', 'words', 1)");
    QVERIFY(read());
    QVERIFY(m_sink->inOrder);
    QCOMPARE(m_sink->lines(),
             (std::vector<std::string>{
                 "experiment 1 'experiment 1' active tags{mlflow.note.content=words}",
                 "run 1/a 'name of a' FINISHED active params{lr=0.1} tags{team=red} "
                 "loss[0.5@0/10 0.25@1/20]"}));
    QCOMPARE(run("a").userId, std::string("ann"));
    QCOMPARE(run("a").startTime, domain::OptionalMillis(1000));
    QCOMPARE(run("a").endTime, domain::OptionalMillis(2000));
}

/// MLflow 1.0: no steps, NaN is NULL, the name of a run is in its tag alone.
void SqlStoreSchemasTest::firstVersion() {
    m_sql->run(tests::SchemaOf1)
        .run("INSERT INTO experiments VALUES (0, 'Default', './mlruns/0', 'active')")
        .run(
            "INSERT INTO runs VALUES ('r', '', 'LOCAL', '', '', 'bob', 'FAILED', 5, NULL, '', "
            "'active', './mlruns/0/r/artifacts', 0)")
        .run("INSERT INTO tags VALUES ('mlflow.runName', 'old name', 'r')")
        .run(
            "INSERT INTO metrics VALUES ('m', 2.0, 20, 'r'), ('m', 1.0, 10, 'r'), "
            "('n', NULL, 10, 'r')");
    QVERIFY(read());
    QCOMPARE(run("r").runName, std::string("old name"));
    QCOMPARE(run("r").status, domain::RunStatus::Failed);
    QVERIFY(!run("r").endTime);
    QCOMPARE(run("r").metrics.size(), std::size_t(2));
    QCOMPARE(run("r").metrics[0].points.size(), std::size_t(2));
    QCOMPARE(run("r").metrics[0].points[1].value, 2.0);
    QCOMPARE(run("r").metrics[0].points[1].step, 0);
    QVERIFY(std::isnan(run("r").metrics[1].points[0].value));
    QVERIFY(m_sink->problems.empty());
}

void SqlStoreSchemasTest::newerThanKnown() {
    m_sql->run(tests::SchemaOf3)
        .run("UPDATE alembic_version SET version_num = 'ffff00001111'")
        .run("ALTER TABLE runs ADD COLUMN priority INTEGER NOT NULL DEFAULT 3")
        .run("ALTER TABLE metrics ADD COLUMN model_id VARCHAR(36)")
        .run("CREATE TABLE galaxies (name TEXT)");
    std::string sql = tests::oneRun("a");
    sql.replace(sql.find("INSERT INTO metrics VALUES"), 26,
                "INSERT INTO metrics (\"key\", value, timestamp, run_uuid, step, is_nan) VALUES");
    m_sql->run(sql);
    QVERIFY(read());
    QCOMPARE(m_sink->runs.size(), std::size_t(1));
    QCOMPARE(run("a").metrics[0].points.size(), std::size_t(2));
    QVERIFY(m_sink->problems.empty());
}

/// What a fork left out is absent, not an error.
void SqlStoreSchemasTest::missingTables() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    for (const char* table :
         {"alembic_version", "experiment_tags", "tags", "latest_metrics", "datasets", "inputs",
          "input_tags", "model_versions", "registered_model_aliases", "model_version_tags"})
        m_sql->run(std::string("DROP TABLE ") + table);
    m_sql->run("ALTER TABLE experiments DROP COLUMN creation_time");
    QVERIFY(read());
    QCOMPARE(run("a").params.size(), std::size_t(1));
    QVERIFY(run("a").tags.empty());
    QCOMPARE(run("a").metrics[0].points.size(), std::size_t(2));
}

void SqlStoreSchemasTest::valuesThatAreNoNumbers() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    m_sql->run(
        "INSERT INTO metrics VALUES ('x', 0, 1, 'a', 0, 1), "
        "('x', 1.7976931348623157e308, 2, 'a', 0, 0), "
        "('x', -1.7976931348623157e308, 3, 'a', 0, 0), ('x', 0, 4, 'a', 0, 0), "
        "('x', 1.7976931348623155e308, 5, 'a', 0, 0)");
    QVERIFY(read());
    const auto& points = run("a").metrics[1].points;
    QCOMPARE(points.size(), std::size_t(5));
    QVERIFY(std::isnan(points[0].value));
    QVERIFY(std::isinf(points[1].value) && points[1].value > 0);
    QVERIFY(std::isinf(points[2].value) && points[2].value < 0);
    QCOMPARE(points[3].value, 0.0);
    QCOMPARE(points[4].value, 1.7976931348623155e308);
}

void SqlStoreSchemasTest::latestIsTheStores() {
    // Logged at one step and time: NaN counts as 0, so it is greater than -1 and less than 1.
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    m_sql->run(
        "INSERT INTO metrics VALUES ('up', 0, 9, 'a', 1, 1), ('up', 1, 9, 'a', 1, 0), "
        "('down', -1, 9, 'a', 1, 0), ('down', 0, 9, 'a', 1, 1)");
    m_sql->run(
        "INSERT INTO latest_metrics VALUES ('up', 1, 9, 1, 0, 'a'), "
        "('down', 0, 9, 1, 1, 'a'), ('gone', 7, 8, 3, 0, 'a')");
    QVERIFY(read());
    const auto& metrics = run("a").metrics;
    QCOMPARE(metrics[0].key, std::string("down"));
    QVERIFY(std::isnan(metrics[0].latest->value));
    // Its points were cleaned away, MLflow still shows its latest value.
    QCOMPARE(metrics[1].key, std::string("gone"));
    QCOMPARE(metrics[1].points.size(), std::size_t(1));
    QCOMPARE(metrics[1].points[0].value, 7.0);
    QCOMPARE(metrics[1].points[0].step, 3);
    QCOMPARE(metrics[3].key, std::string("up"));
    QCOMPARE(metrics[3].latest->value, 1.0);
}

void SqlStoreSchemasTest::pointsInOrderOfTheApi() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    m_sql->run(
        "INSERT INTO metrics VALUES ('z', 3, 20, 'a', 1, 0), ('z', 2, 10, 'a', 5, 0), "
        "('z', 9, 10, 'a', 4, 0), ('z', 1, 10, 'a', 5, 0), ('z', 0, 10, 'a', 5, 1)");
    QVERIFY(read());
    std::vector<std::pair<std::int64_t, double>> order;
    for (const auto& point : run("a").metrics[1].points)
        order.emplace_back(point.step, std::isnan(point.value) ? 0 : point.value);
    QCOMPARE(order, (std::vector<std::pair<std::int64_t, double>>{
                        {4, 9}, {5, 0}, {5, 1}, {5, 2}, {1, 3}}));
}

void SqlStoreSchemasTest::inputsAndOutputs() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a")).run(tests::oneRun("b"));
    m_sql->run("INSERT INTO datasets VALUES ('d1', 1, 'train', 'abc', 's3', '{}', 'sch', 'pro')")
        .run(
            "INSERT INTO inputs VALUES ('i1', 'DATASET', 'd1', 'RUN', 'a', 0), "
            "('i2', 'DATASET', 'd1', 'RUN', 'b', 0), "
            "('i3', 'RUN_INPUT', 'a', 'MODEL_INPUT', 'm-1', 0), "
            "('i4', 'RUN_OUTPUT', 'a', 'MODEL_OUTPUT', 'm-2', 7)")
        .run(
            "INSERT INTO input_tags VALUES ('i1', 'mlflow.data.context', 'training'), "
            "('i2', 'mlflow.data.context', 'testing')");
    QVERIFY(read());
    QCOMPARE(run("a").datasetInputs.size(), std::size_t(1));
    QCOMPARE(run("a").datasetInputs[0].dataset.name, std::string("train"));
    QCOMPARE(run("a").datasetInputs[0].dataset.sourceType, std::string("s3"));
    QCOMPARE(run("a").datasetInputs[0].dataset.profile, std::string("pro"));
    QCOMPARE(run("a").datasetInputs[0].tags[0].value, std::string("training"));
    QCOMPARE(run("b").datasetInputs[0].tags[0].value, std::string("testing"));
    QCOMPARE(run("a").modelInputs, std::vector<std::string>{"m-1"});
    QCOMPARE(run("a").modelOutputs.size(), std::size_t(1));
    QCOMPARE(run("a").modelOutputs[0].modelId, std::string("m-2"));
    QCOMPARE(run("a").modelOutputs[0].step, 7);
    QVERIFY(run("b").modelOutputs.empty());
}

void SqlStoreSchemasTest::registryWithoutDeleted() {
    m_sql->run(tests::SchemaOf3)
        .run("INSERT INTO registered_models VALUES ('net', 1, 2, 'words', 'default')")
        .run(
            "INSERT INTO model_versions VALUES "
            "('net', 1, 1, 1, NULL, NULL, 'Deleted_Internal', 'REDACTED-SOURCE-PATH', "
            "'REDACTED-RUN-ID', 'READY', NULL, 'REDACTED-RUN-LINK', NULL, 'default'), "
            "('net', 2, 1, 1, 'd', NULL, 'Staging', 's', 'r', 'READY', NULL, NULL, NULL, "
            "'default')")
        .run(
            "INSERT INTO registered_model_aliases VALUES ('old', 1, 'net', 'default'), "
            "('best', 2, 'net', 'default')")
        .run(
            "INSERT INTO model_version_tags VALUES ('k', 'v', 'net', 2, 'default'), "
            "('k', 'v', 'net', 1, 'default')")
        .run("INSERT INTO registered_model_tags VALUES ('t', 'u', 'net', 'default')");
    QVERIFY(read());
    QCOMPARE(m_sink->lines(), (std::vector<std::string>{"model net tags{t=u} @best=2",
                                                        "version net v2 Staging tags{k=v}"}));
}

void SqlStoreSchemasTest::modelIdFromSource_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("modelId");
    QTest::newRow("logged model") << "models:/m-0123abcd"
                                  << "m-0123abcd";
    QTest::newRow("registered model") << "models:/net/3"
                                      << "";
    QTest::newRow("model called m-") << "models:/m-net"
                                     << "";
    QTest::newRow("path") << "s3://b/m-0123abcd"
                          << "";
}

void SqlStoreSchemasTest::modelIdFromSource() {
    QFETCH(QString, source);
    QFETCH(QString, modelId);
    m_sql->run(tests::SchemaOf3)
        .run("INSERT INTO registered_models VALUES ('net', 1, 2, NULL, 'default')")
        .run("INSERT INTO model_versions (name, version, source, workspace) VALUES ('net', 1, '" +
             source.toStdString() + "', 'default')");
    QVERIFY(read());
    QCOMPARE(m_sink->versions.at("net v1").modelId, modelId.toStdString());
}

void SqlStoreSchemasTest::workspacesStandSideBySide() {
    m_sql->run(tests::SchemaOf3)
        .run(
            "INSERT INTO experiments VALUES (1, 'same', '', 'active', 1, 1, 'default'), "
            "(2, 'same', '', 'active', 1, 1, 'team-a')")
        .run(
            "INSERT INTO registered_models VALUES ('net', 1, 1, 'ours', 'default'), "
            "('net', 1, 1, 'theirs', 'team-a')")
        .run(
            "INSERT INTO model_versions (name, version, workspace) VALUES ('net', 1, 'default'), "
            "('net', 1, 'team-a')")
        .run("INSERT INTO registered_model_aliases VALUES ('best', 1, 'net', 'team-a')");
    QVERIFY(read());
    QCOMPARE(m_sink->experiments.at("1").name, std::string("same"));
    QCOMPARE(m_sink->experiments.at("2").name, std::string("team-a/same"));
    QCOMPARE(m_sink->registeredModels.at("net").description, std::string("ours"));
    QCOMPARE(m_sink->registeredModels.at("team-a/net").description, std::string("theirs"));
    QVERIFY(m_sink->registeredModels.at("net").aliases.empty());
    QCOMPARE(m_sink->registeredModels.at("team-a/net").aliases.size(), std::size_t(1));
    QCOMPARE(m_sink->versions.size(), std::size_t(2));
    QVERIFY(m_sink->versions.count("team-a/net v1") == 1);
}

void SqlStoreSchemasTest::deletedThings() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a")).run(tests::oneRun("b", "2"));
    m_sql->run("UPDATE runs SET lifecycle_stage = 'deleted' WHERE run_uuid = 'a'")
        .run("UPDATE experiments SET lifecycle_stage = 'deleted' WHERE experiment_id = 2");
    QVERIFY(read());
    QCOMPARE(run("a").lifecycle, domain::Lifecycle::Deleted);
    QCOMPARE(run("b").lifecycle, domain::Lifecycle::Active);
    QCOMPARE(m_sink->experiments.at("2").lifecycle, domain::Lifecycle::Deleted);
}

void SqlStoreSchemasTest::runWithoutExperiment() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    m_sql->run("DELETE FROM experiments");
    QVERIFY(read());
    QVERIFY(m_sink->inOrder);
    QCOMPARE(m_sink->experiments.at("1").name, std::string("1"));
    QCOMPARE(m_sink->problemLines(),
             std::vector<std::string>{"problem meta-value-invalid runs experiment_id 1"});
}

void SqlStoreSchemasTest::textThatIsNoUtf8() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a"));
    m_sql->run("UPDATE params SET value = CAST(x'61FF62' AS TEXT)");
    QVERIFY(read());
    QCOMPARE(run("a").params[0].value, std::string("a\xEF\xBF\xBD"
                                                   "b"));
    QCOMPARE(m_sink->problemLines(), std::vector<std::string>{"problem not-utf8 a"});
    QCOMPARE(m_sink->problemRuns, std::vector<std::string>{"a"});
}

/// Pages and transactions are cut by numbers of runs and points: none may be lost at the seams.
void SqlStoreSchemasTest::manyRunsOfManySizes() {
    m_sql->run(tests::SchemaOf3)
        .run("INSERT INTO experiments (experiment_id, name) VALUES (1, 'e')");
    m_sql->run("BEGIN");
    for (int i = 0; i < 600; ++i) {
        const std::string id = "'r" + std::to_string(i) + "'";
        const int points = i % 97 == 0 ? 20'000 : i % 5;
        m_sql->run("INSERT INTO runs (run_uuid, experiment_id) VALUES (" + id + ", 1)");
        m_sql->run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                   std::to_string(points) + ") INSERT INTO metrics SELECT 'm', i, i, " + id +
                   ", i, 0 FROM n WHERE " + std::to_string(points) + " > 0");
    }
    m_sql->run("COMMIT");
    QVERIFY(read());
    QCOMPARE(m_sink->runs.size(), std::size_t(600));
    QCOMPARE(m_sink->read.size(), std::size_t(600));
    for (int i = 0; i < 600; ++i) {
        const std::size_t points = i % 97 == 0 ? 20'000 : static_cast<std::size_t>(i % 5);
        const domain::Run& read = m_sink->runs.at("r" + std::to_string(i));
        QCOMPARE(read.metrics.empty() ? 0 : read.metrics[0].points.size(), points);
    }
}

void SqlStoreSchemasTest::oldMetricsHaveNoIndex() {
    m_sql->run(tests::SchemaOf3).run(tests::oneRun("a")).run(tests::oneRun("b"));
    m_sql->run("DROP INDEX index_metrics_run_uuid; DROP INDEX index_params_run_uuid");
    QVERIFY(read());
    QCOMPARE(run("a").metrics[0].points.size(), std::size_t(2));
    QCOMPARE(run("b").metrics[0].points.size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(SqlStoreSchemasTest)
#include "tst_sqlstoreschemas.moc"
