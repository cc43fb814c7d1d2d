// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/recordingsink.h"
#include "tests/stores/sqlfiles.h"

#include <sys/wait.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

namespace fs = std::filesystem;
using namespace podium;
using tests::RecordingSink;
using tests::SqlFile;

namespace {

/// Another program that writes until it is ended: in each transaction a new run with three points
/// in each of two metrics, and one more point in each metric of the run `old` together with the tag
/// that says how many there are.
class Writer {
public:
    explicit Writer(const fs::path& file) : m_process(::fork()) {
        if (m_process != 0)
            return;
        SqlFile sql(file);
        for (int round = 1;; ++round) {
            const std::string id = "'new-" + std::to_string(round) + "'";
            const std::string n = std::to_string(round);
            sql.run("BEGIN IMMEDIATE");
            sql.run("INSERT INTO runs (run_uuid, experiment_id) VALUES (" + id + ", 1)");
            for (const char* key : {"'x'", "'y'"}) {
                for (const char* step : {"1", "2", "3"})
                    sql.run(std::string("INSERT INTO metrics VALUES (") + key + ", 1, 1, " + id +
                            ", " + step + ", 0)");
                sql.run(std::string("INSERT INTO metrics VALUES (") + key + ", 1, 1, 'old', " + n +
                        ", 0)");
            }
            sql.run("INSERT OR REPLACE INTO tags VALUES ('rounds', '" + n + "', 'old')");
            sql.run("COMMIT");
        }
    }
    ~Writer() {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

private:
    pid_t m_process;
};

}  // namespace

/// A database that changes: what is read anew, what is noticed, and that no run comes by halves.
class SqlStoreLiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wholeRunsWhileWritten_data();
    void wholeRunsWhileWritten();
    void changesAreFound_data();
    void changesAreFound();
    void nothingChangedAtAll();
    void onlyWhatIsAskedFor();
    void moreThanOneTransactionHolds_data();
    void moreThanOneTransactionHolds();
    void watcherTells_data();
    void watcherTells();

private:
    [[nodiscard]] std::unique_ptr<stores::SqlStore> open() const;
    void read(stores::ReadRequest request = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_file;
    std::unique_ptr<RecordingSink> m_sink;
};

void SqlStoreLiveTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = fs::path(m_dir->path().toStdString()) / "mlflow.db";
    m_sink = std::make_unique<RecordingSink>();
    SqlFile(m_file).run(tests::SchemaOf3).run(tests::oneRun("a")).run(tests::oneRun("b", "2"));
}

std::unique_ptr<stores::SqlStore> SqlStoreLiveTest::open() const {
    stores::SqlStore::Options options;
    options.pollMs = 20;
    auto store = stores::SqlStore::open(m_file, options);
    return store.ok() ? std::move(store).value() : nullptr;
}

void SqlStoreLiveTest::read(stores::ReadRequest request) {
    m_sink->startAnew();
    const auto store = open();
    QVERIFY(store);
    base::Progress progress;
    QVERIFY(store->read(request, *m_sink, *m_sink, progress, {}).ok());
    QVERIFY(m_sink->inOrder);
}

void SqlStoreLiveTest::wholeRunsWhileWritten_data() {
    QTest::addColumn<QString>("mode");
    QTest::newRow("rollback journal") << "DELETE";
    QTest::newRow("write-ahead log") << "WAL";
}

void SqlStoreLiveTest::wholeRunsWhileWritten() {
    QFETCH(QString, mode);
    SqlFile(m_file)
        .run("INSERT INTO runs (run_uuid, experiment_id) VALUES ('old', 1)")
        .run("INSERT INTO tags VALUES ('rounds', '0', 'old')")
        .run("PRAGMA journal_mode = " + mode.toStdString());
    const Writer writer(m_file);
    const auto rounds = [&] { return m_sink->runs.at("old").tags[0].value; };
    std::string first;
    for (int i = 0; i < 15 || rounds() == first; ++i) {
        read({.full = true, .runIds = {}});
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_sink->problems.empty());
        for (const auto& [id, run] : m_sink->runs) {
            if (id.rfind("new-", 0) != 0)
                continue;
            QCOMPARE(run.metrics.size(), std::size_t(2));
            QCOMPARE(run.metrics[0].points.size(), std::size_t(3));
            QCOMPARE(run.metrics[1].points.size(), std::size_t(3));
        }
        const auto& metrics = m_sink->runs.at("old").metrics;
        QCOMPARE(metrics.empty() ? "0" : std::to_string(metrics[0].points.size()), rounds());
        QCOMPARE(metrics.empty() ? "0" : std::to_string(metrics[1].points.size()), rounds());
        first = i == 0 ? rounds() : first;
    }
}

void SqlStoreLiveTest::changesAreFound_data() {
    QTest::addColumn<QString>("sql");
    const auto row = [](const char* name, const char* sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    row("nothing", "CREATE TABLE other (i)");
    row("tag written over", "UPDATE tags SET value = 'rad' WHERE run_uuid = 'a'");
    row("tags swapped",
        "INSERT INTO tags VALUES ('x', 'red', 'a'); DELETE FROM tags WHERE key = 'team' AND "
        "run_uuid = 'a'");
    row("param added", "INSERT INTO params VALUES ('n', '1', 'a')");
    row("param taken away", "DELETE FROM params WHERE run_uuid = 'a'");
    row("point added", "INSERT INTO metrics VALUES ('loss', 0.1, 5, 'a', 0, 0)");
    row("point taken away", "DELETE FROM metrics WHERE run_uuid = 'a' AND step = 0");
    row("point moved",
        "DELETE FROM metrics WHERE run_uuid = 'a' AND step = 0; "
        "INSERT INTO metrics VALUES ('loss', 0.1, 5, 'a', 0, 0)");
    row("latest changed", "UPDATE latest_metrics SET value = 9 WHERE run_uuid = 'a'");
    row("status", "UPDATE runs SET status = 'RUNNING' WHERE run_uuid = 'a'");
    row("name", "UPDATE runs SET name = 'new' WHERE run_uuid = 'a'");
    row("end gone", "UPDATE runs SET end_time = NULL WHERE run_uuid = 'a'");
    row("deleted", "UPDATE runs SET lifecycle_stage = 'deleted' WHERE run_uuid = 'a'");
    row("dataset", "INSERT INTO inputs VALUES ('i', 'DATASET', 'd', 'RUN', 'a', 0)");
    row("model", "INSERT INTO inputs VALUES ('i', 'RUN_OUTPUT', 'a', 'MODEL_OUTPUT', 'm-1', 0)");
}

void SqlStoreLiveTest::changesAreFound() {
    QFETCH(QString, sql);
    read();
    QCOMPARE(m_sink->runs.size(), std::size_t(2));
    SqlFile(m_file).run(sql.toStdString());
    read();
    const bool changed = QTest::currentDataTag() != QByteArray("nothing");
    QCOMPARE(m_sink->read, changed ? std::vector<std::string>{"a"} : std::vector<std::string>());
    std::sort(m_sink->unchanged.begin(), m_sink->unchanged.end());
    QCOMPARE(m_sink->unchanged,
             changed ? std::vector<std::string>{"b"} : (std::vector<std::string>{"a", "b"}));
    read();
    QVERIFY(m_sink->read.empty());
}

/// Remembers the store's state as sync does.
class StateSink : public RecordingSink {
public:
    [[nodiscard]] stores::Fingerprint store() const override { return known; }
    void storeState(stores::Fingerprint number) override { state = number; }
    void storeUnchanged() override { ++timesUnchanged; }
    stores::Fingerprint known = 0;
    stores::Fingerprint state = 0;
    int timesUnchanged = 0;
};

void SqlStoreLiveTest::nothingChangedAtAll() {
    const auto store = open();
    StateSink sink;
    base::Progress progress;
    const auto readAgain = [&](stores::ReadRequest request = {}) {
        sink.startAnew();
        return store->read(request, sink, sink, progress, {}).ok();
    };
    // A state just written is not to be trusted: the clock of files ticks slowly.
    QTRY_VERIFY(readAgain() && sink.state != 0);
    sink.known = sink.state;
    QVERIFY(readAgain());
    QCOMPARE(sink.timesUnchanged, 1);
    QVERIFY(sink.experiments.empty() && sink.unchanged.empty());
    QVERIFY(readAgain({.full = true, .runIds = {}}));
    QCOMPARE(sink.timesUnchanged, 1);
    QCOMPARE(sink.runs.size(), std::size_t(2));
    SqlFile(m_file).run("UPDATE tags SET value = 'rad' WHERE run_uuid = 'a'");
    QVERIFY(readAgain());
    QCOMPARE(sink.timesUnchanged, 1);
    QCOMPARE(sink.read, std::vector<std::string>{"a"});
}

void SqlStoreLiveTest::onlyWhatIsAskedFor() {
    read({.runIds = {"b", "not there"}});
    QCOMPARE(m_sink->read, std::vector<std::string>{"b"});
    QCOMPARE(m_sink->experiments.size(), std::size_t(1));
    m_sink->fingerprints.clear();
    read({.runIds = {}, .experimentIds = {"1"}});
    QCOMPARE(m_sink->read, std::vector<std::string>{"a"});
}

void SqlStoreLiveTest::moreThanOneTransactionHolds_data() {
    QTest::addColumn<bool>("indexed");
    QTest::newRow("as MLflow makes them since 1.25") << true;
    QTest::newRow("metrics without an index of runs") << false;
}

/// 200,000 points: transactions end within what is read at once. Every run comes once and whole.
void SqlStoreLiveTest::moreThanOneTransactionHolds() {
    QFETCH(bool, indexed);
    SqlFile file(m_file);
    file.run("PRAGMA journal_mode = OFF").run("PRAGMA synchronous = OFF");
    if (indexed)
        file.run("CREATE INDEX IF NOT EXISTS index_metrics_run_uuid ON metrics (run_uuid)");
    else
        file.run("DROP INDEX IF EXISTS index_metrics_run_uuid");
    file.run(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39) "
        "INSERT INTO runs (run_uuid, experiment_id) SELECT 'long-' || i, 1 FROM n");
    file.run(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199999) "
        "INSERT INTO metrics SELECT 'loss', i, i, 'long-' || (i % 40), i / 40, 0 FROM n");
    read();
    QCOMPARE(m_sink->read.size(), std::size_t(42));
    for (int run = 0; run < 40; ++run) {
        const auto& metrics = m_sink->runs.at("long-" + std::to_string(run)).metrics;
        QCOMPARE(metrics.size(), std::size_t(1));
        QCOMPARE(metrics[0].points.size(), std::size_t(5000));
        for (int i = 0; i < 5000; ++i)
            QCOMPARE(metrics[0].points[static_cast<std::size_t>(i)].value, 40.0 * i + run);
    }
    read();
    QCOMPARE(m_sink->unchanged.size(), std::size_t(42));
}

void SqlStoreLiveTest::watcherTells_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("run");
    QTest::addColumn<bool>("store");
    QTest::newRow("point of a followed run")
        << "INSERT INTO metrics VALUES ('loss', 0.1, 30, 'a', 2, 0)" << true << false;
    QTest::newRow("new run") << "INSERT INTO runs (run_uuid, experiment_id) VALUES ('c', 1)"
                             << false << true;
    QTest::newRow("run deleted")
        << "UPDATE runs SET lifecycle_stage = 'deleted' WHERE run_uuid = 'b'" << false << true;
    QTest::newRow("new experiment")
        << "INSERT INTO experiments (experiment_id, name) VALUES (9, 'n')" << false << true;
    QTest::newRow("new version")
        << "INSERT INTO model_versions (name, version, workspace) VALUES ('n', 1, 'default')"
        << false << true;
    QTest::newRow("tag of another run")
        << "UPDATE tags SET value = 'rad' WHERE run_uuid = 'b'" << false << true;
}

void SqlStoreLiveTest::watcherTells() {
    QFETCH(QString, sql);
    QFETCH(bool, run);
    QFETCH(bool, store);
    const auto watcher = open()->watch({"a"});
    QVERIFY(watcher);
    const auto before = watcher->wait(0, {});
    QVERIFY(before.runIds.empty() && !before.wholeStore);
    SqlFile(m_file).run(sql.toStdString());
    const auto change = watcher->wait(20'000, {});
    QCOMPARE(change.runIds, run ? std::vector<std::string>{"a"} : std::vector<std::string>());
    QCOMPARE(change.wholeStore, store);
}

QTEST_GUILESS_MAIN(SqlStoreLiveTest)
#include "tst_sqlstorelive.moc"
