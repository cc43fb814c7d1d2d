// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/kinds/kinds.h"
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/recordingsink.h"
#include "tests/stores/sqlfiles.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>
#include <fstream>

namespace fs = std::filesystem;
using namespace podium;
using base::ErrorCode;
using tests::everythingIn;
using tests::RecordingSink;
using tests::SqlFile;

/// Where databases lie and in what state: how they are named, found, refused, and left as they are.
class SqlStorePlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sourcesName_data();
    void sourcesName();
    void folderWithBoth_data();
    void folderWithBoth();
    void refused_data();
    void refused();
    void lockedExclusively();
    void vanishedIsTold();
    void brokenPagesLeaveTheOtherRuns();
    void nothingIsTouched_data();
    void nothingIsTouched();
    void copiesOfDeadProgramsAreSwept();

private:
    [[nodiscard]] fs::path path(const char* name) const { return m_folder / name; }
    [[nodiscard]] std::vector<fs::path> copies() const;
    void makeStore(const fs::path& file, const std::string& more = {}) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;  // without links
    fs::path m_workingFolder;
    QByteArray m_temporary;
};

void SqlStorePlacesTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = fs::canonical(m_dir->path().toStdString()) / "lab";
    fs::create_directories(m_folder);
    fs::create_directories(m_folder.parent_path() / "tmp");
    m_workingFolder = fs::current_path();
    m_temporary = qgetenv("TMPDIR");
    qputenv("TMPDIR", QByteArray((m_folder.parent_path() / "tmp").c_str()));
}

void SqlStorePlacesTest::cleanup() {
    fs::current_path(m_workingFolder);
    qputenv("TMPDIR", m_temporary);
    fs::permissions(m_folder, fs::perms::owner_all);
}

std::vector<fs::path> SqlStorePlacesTest::copies() const {
    return {fs::directory_iterator(m_folder.parent_path() / "tmp"), {}};
}

void SqlStorePlacesTest::makeStore(const fs::path& file, const std::string& more) const {
    fs::create_directories(file.parent_path());
    SqlFile(file).run(more).run(tests::SchemaOf3).run(tests::oneRun("a"));
}

void SqlStorePlacesTest::sourcesName_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("file");
    const auto row = [](const char* name, const char* source, const char* file) {
        QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(file);
    };
    row("path", "LAB/mlflow.db", "mlflow.db");
    row("relative path", "mlflow.db", "mlflow.db");
    row("another name", "LAB/store", "store");
    row("sqlite, relative", "sqlite:///mlflow.db", "mlflow.db");
    row("sqlite, absolute", "sqlite:///LAB/mlflow.db", "mlflow.db");
    row("sqlite with driver", "sqlite+pysqlite:///mlflow.db", "mlflow.db");
    row("sqlite, escaped", "sqlite:///LAB/my%20lab.db", "my lab.db");
    row("sqlite, literal percent", "sqlite:///LAB/a%20b.db", "a%20b.db");
    row("sqlite with query", "sqlite:///mlflow.db?timeout=20&check_same_thread=false", "mlflow.db");
    row("sqlite with uri", "sqlite:///file:mlflow.db?mode=ro&uri=true", "mlflow.db");
    row("file", "file://LAB/mlflow.db", "mlflow.db");
    row("file, one slash", "file:LAB/my%20lab.db?mode=ro", "my lab.db");
    row("folder", "LAB", "mlflow.db");
    row("link", "LAB/link.db", "mlflow.db");
}

void SqlStorePlacesTest::sourcesName() {
    QFETCH(QString, source);
    QFETCH(QString, file);
    for (const char* name : {"mlflow.db", "store", "my lab.db", "a%20b.db"})
        makeStore(path(name));
    fs::create_symlink("mlflow.db", path("link.db"));
    fs::current_path(m_folder);
    const auto store = stores::openStore(
        source.replace(QLatin1String("LAB"), QString::fromStdString(m_folder.string()))
            .toStdString());
    QVERIFY(store.ok());
    QCOMPARE(store.value()->info().kind, std::string("sqlstore"));
    QCOMPARE(store.value()->info().location, (m_folder / file.toStdString()).string());
    QCOMPARE(store.value()->info().root, m_folder.string());
}

void SqlStorePlacesTest::folderWithBoth_data() {
    QTest::addColumn<QString>("tree");
    QTest::addColumn<QString>("kind");
    QTest::newRow("artifacts of the database")
        << "mlruns/\n  1/\n    a/\n      artifacts/\n        f = x"
        << "sqlstore";
    QTest::newRow("an empty store of files")
        << "mlruns/\n  0/\n    meta.yaml = experiment_id: '0'\\nname: Default\\n"
        << "sqlstore";
    QTest::newRow("a store of files with runs")
        << "mlruns/\n  0/\n    meta.yaml = experiment_id: '0'\\nname: Default\\n    r/\n"
           "      meta.yaml = run_id: r\\nexperiment_id: '0'\\nstatus: 3\\nlifecycle_stage: "
           "active\\n"
        << "filestore";
}

void SqlStorePlacesTest::folderWithBoth() {
    QFETCH(QString, tree);
    QFETCH(QString, kind);
    makeStore(path("mlflow.db"));
    QVERIFY(tests::buildTree(m_folder, tree.toStdString()));
    const auto store = stores::openStore(m_folder.string());
    QVERIFY(store.ok());
    QCOMPARE(QString::fromStdString(store.value()->info().kind), kind);
}

void SqlStorePlacesTest::refused_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    const auto row = [](const char* what, ErrorCode code) {
        QTest::newRow(what) << QString::fromLatin1(what) << static_cast<int>(code);
    };
    row("another program's database", ErrorCode::DatabaseNotMlflow);
    row("no tables", ErrorCode::EmptyDatabase);
    row("no bytes", ErrorCode::EmptyDatabase);
    row("no bytes in a folder", ErrorCode::EmptyDatabase);
    row("a folder", ErrorCode::FolderNotDatabase);
    row("random bytes", ErrorCode::NotADatabase);
    row("encrypted", ErrorCode::NotADatabase);
    row("cut in the first page", ErrorCode::StoreDamaged);
    row("garbage behind the header", ErrorCode::StoreDamaged);
    row("missing", ErrorCode::PathNotFound);
    row("memory", ErrorCode::UnsupportedSource);
    row("unreadable", ErrorCode::PathNotReadable);
}

void SqlStorePlacesTest::refused() {
    QFETCH(QString, what);
    QFETCH(int, code);
    const fs::path file = path("mlflow.db");
    std::string source = file.string();
    if (what == u"another program's database") {
        SqlFile(file).run("CREATE TABLE moz_places (id INTEGER)");
    } else if (what == u"no tables") {
        SqlFile(file).run("CREATE TABLE t (i); DROP TABLE t");
    } else if (what == u"no bytes" || what == u"no bytes in a folder") {
        QVERIFY(tests::writeFile(file, ""));
        source = what == u"no bytes" ? source : m_folder.string();
    } else if (what == u"a folder") {
        fs::create_directories(file);
    } else if (what == u"random bytes") {
        QVERIFY(tests::writeFile(file, "these are words and no database at all"));
    } else if (what == u"encrypted") {
        // SQLCipher: whole pages of noise, the salt in the place of the magic words.
        std::string noise(8192, '\0');
        for (std::size_t i = 0; i < noise.size(); ++i)
            noise[i] = static_cast<char>((i * 2654435761U) >> 13U);
        QVERIFY(tests::writeFile(file, noise));
    } else if (what == u"cut in the first page") {
        makeStore(file);
        fs::resize_file(file, 700);
    } else if (what == u"garbage behind the header") {
        makeStore(file);
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(100);
        out << std::string(3996, '\xEE');
    } else if (what == u"memory") {
        source = "sqlite://";
    } else if (what == u"unreadable") {
        makeStore(file);
        fs::permissions(file, fs::perms::none);
        if (::access(file.c_str(), R_OK) == 0)
            QSKIP("this user may read everything");
    }
    const auto store = stores::openStore(source);
    QVERIFY(store.failed());
    QCOMPARE(static_cast<int>(store.error().code), code);
    QVERIFY(store.error().args[0].find(what == u"memory" ? "sqlite" : "mlflow.db") !=
            std::string::npos);
}

void SqlStorePlacesTest::lockedExclusively() {
    makeStore(path("mlflow.db"));
    stores::SqlStore::Options options;
    options.patience = std::chrono::milliseconds(200);
    auto store = stores::SqlStore::open(path("mlflow.db"), options);
    QVERIFY(store.ok());
    SqlFile other(path("mlflow.db"));
    other.run("BEGIN EXCLUSIVE");
    const auto refused = stores::SqlStore::open(path("mlflow.db"), options);
    QVERIFY(refused.failed());
    QCOMPARE(refused.error(), (base::Error{ErrorCode::DatabaseBusy, {path("mlflow.db").string()}}));
    RecordingSink sink;
    base::Progress progress;
    const auto read = store.value()->read({}, sink, sink, progress, {});
    QVERIFY(read.failed());
    QCOMPARE(read.error().code, ErrorCode::DatabaseBusy);
    QVERIFY(sink.runs.empty());
    other.run("COMMIT");
    QVERIFY(store.value()->read({}, sink, sink, progress, {}).ok());
    QCOMPARE(sink.runs.size(), std::size_t(1));
}

void SqlStorePlacesTest::vanishedIsTold() {
    makeStore(path("mlflow.db"));
    auto store = stores::SqlStore::open(path("mlflow.db"));
    QVERIFY(store.ok());
    fs::remove(path("mlflow.db"));
    RecordingSink sink;
    base::Progress progress;
    const auto read = store.value()->read({}, sink, sink, progress, {});
    QVERIFY(read.failed());
    QCOMPARE(read.error().code, ErrorCode::SourceVanished);
}

/// One run's points lie in a page that is gone; the others' do not.
void SqlStorePlacesTest::brokenPagesLeaveTheOtherRuns() {
    const fs::path file = path("mlflow.db");
    std::int64_t root = 0;
    {
        SqlFile sql(file);
        sql.run("PRAGMA page_size = 512").run(tests::SchemaOf3);
        for (int i = 0; i < 40; ++i)
            sql.run(tests::oneRun("run-" + std::to_string(i)));
        // The last leaf of the table's tree, as the greatest page that it has.
        root = sql.database()
                   .number(
                       "SELECT max(pageno) FROM dbstat WHERE name = 'params' AND "
                       "pagetype = 'leaf'")
                   .value();
    }
    if (root == 0)
        QSKIP("this SQLite has no dbstat");
    {
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp((root - 1) * 512);
        out << std::string(512, '\xEE');
    }
    auto store = stores::SqlStore::open(file);
    QVERIFY(store.ok());
    RecordingSink sink;
    sink.fingerprints["run-39"] = 77;  // known from before
    base::Progress progress;
    QVERIFY(store.value()->read({}, sink, sink, progress, {}).ok());
    QVERIFY(sink.runs.size() >= 10);
    QVERIFY(!sink.problems.empty());
    QCOMPARE(sink.runs.size() + sink.problems.size(), std::size_t(40));
    for (const domain::Problem& problem : sink.problems)
        QCOMPARE(problem.error.code, ErrorCode::StoreDamaged);
    for (const auto& [id, run] : sink.runs)
        QCOMPARE(run.params.size(), std::size_t(1));
    // What can't be read just now is not gone.
    QCOMPARE(sink.unchanged, std::vector<std::string>{"run-39"});
}

void SqlStorePlacesTest::nothingIsTouched_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("runs");
    QTest::newRow("rollback journal") << "delete" << 1;
    QTest::newRow("write-ahead log, closed") << "wal" << 1;
    QTest::newRow("write-ahead log left behind") << "wal left" << 2;
    QTest::newRow("write-ahead log with index left behind") << "wal and shm left" << 2;
    QTest::newRow("hot journal") << "hot" << 1;
    QTest::newRow("persistent journal") << "persist" << 1;
    QTest::newRow("write-ahead log in a folder that can't be written") << "wal, no rights" << 2;
}

void SqlStorePlacesTest::nothingIsTouched() {
    QFETCH(QString, state);
    QFETCH(int, runs);
    const fs::path file = path("mlflow.db");
    const fs::path made = m_folder.parent_path() / "made" / "mlflow.db";
    const bool log = state.startsWith(u"wal");
    makeStore(made, log ? "PRAGMA journal_mode = WAL"
                        : (state == u"persist" ? "PRAGMA journal_mode = PERSIST" : ""));
    {
        // Copied while it is open: what a killed program or a copied folder leaves.
        SqlFile sql(made);
        if (state != u"delete" && state != u"wal" && state != u"persist" && log)
            sql.run(tests::oneRun("b"));
        if (state == u"hot")
            sql.run("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN")
                .run(
                    "CREATE TABLE big (t TEXT); DELETE FROM runs; DELETE FROM metrics;"
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                    "WHERE i < 3000) INSERT INTO big SELECT hex(randomblob(200)) FROM n");
        if (state == u"wal")
            sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
        fs::copy_file(made, file);
        for (const char* suffix : {"-wal", "-shm", "-journal"}) {
            const fs::path from = made.string() + suffix;
            const bool wanted = state != u"wal" && (suffix[1] != 's' || state.contains(u"shm"));
            if (wanted && fs::exists(from))
                fs::copy_file(from, file.string() + suffix);
        }
    }
    QCOMPARE(fs::exists(file.string() + "-journal"), state == u"hot" || state == u"persist");
    QCOMPARE(fs::exists(file.string() + "-wal"), log && state != u"wal");
    if (state.endsWith(u"no rights"))
        fs::permissions(m_folder, fs::perms::owner_read | fs::perms::owner_exec);
    const auto before = everythingIn(m_folder);
    {
        auto store = stores::openStore(file.string());
        QVERIFY2(store.ok(), store.failed() ? base::logLine(store.error()).c_str() : "");
        RecordingSink sink;
        base::Progress progress;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(
                store.value()->read({.full = true, .runIds = {}}, sink, sink, progress, {}).ok());
            QCOMPARE(sink.runs.size(), static_cast<std::size_t>(runs));
            QCOMPARE(sink.runs.at("a").metrics[0].points.size(), std::size_t(2));
        }
        auto watcher = store.value()->watch({"a"});
        (void)watcher->wait(0, {});
        QVERIFY(everythingIn(m_folder) == before);
    }
    QVERIFY(everythingIn(m_folder) == before);
    QVERIFY(copies().empty());
}

void SqlStorePlacesTest::copiesOfDeadProgramsAreSwept() {
    const fs::path dead = m_folder.parent_path() / "tmp" / "podium-database-dead00";
    const fs::path other = m_folder.parent_path() / "tmp" / "something-else";
    QVERIFY(tests::writeFile(dead / "in-use", ""));
    QVERIFY(tests::writeFile(dead / "mlflow.db", "old"));
    QVERIFY(tests::writeFile(other / "in-use", ""));
    makeStore(path("mlflow.db"), "PRAGMA journal_mode = WAL");
    const auto living = stores::SqlStore::open(path("mlflow.db"));
    QVERIFY(living.ok());
    QVERIFY(!fs::exists(dead));
    QVERIFY(fs::exists(other));
    QCOMPARE(copies().size(), std::size_t(2));  // the other one and the living copy
    const auto second = stores::SqlStore::open(path("mlflow.db"));
    QVERIFY(second.ok());
    QCOMPARE(copies().size(), std::size_t(3));  // the first still lives
}

QTEST_GUILESS_MAIN(SqlStorePlacesTest)
#include "tst_sqlstoreplaces.moc"
