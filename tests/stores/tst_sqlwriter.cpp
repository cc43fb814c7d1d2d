// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/recordingsink.h"
#include "tests/stores/sqlfiles.h"
#include "tests/support/asnobody.h"
#include "tests/support/fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <set>
#include <thread>

using namespace podium;
using namespace std::chrono_literals;
using base::ErrorCode;
using stores::Held;
using stores::Outcome;
using stores::PlaceKind;
using stores::SqlStore;

namespace {

namespace fs = std::filesystem;

const std::string Run = "11111111111111111111111111111111";

/// A database of one run, with the tag `team` = vision beside those of oneRun().
class OneRun {
public:
    explicit OneRun(const std::string& more = {}) {
        tests::SqlFile(file())
            .run(tests::SchemaOf3)
            .run(tests::oneRun(Run))
            .run("INSERT OR REPLACE INTO tags (key, value, run_uuid) VALUES ('team', 'vision', '" +
                 Run + "')")
            .run(more);
        fs::permissions(m_dir.path().toStdString(), fs::perms(0755));
        SqlStore::Options options;
        options.patience = 300ms;
        m_store = std::move(SqlStore::open(file(), options)).value();
        m_writer = m_store->writer();
    }
    [[nodiscard]] fs::path folder() const { return m_dir.path().toStdString(); }
    [[nodiscard]] fs::path file() const { return folder() / "mlflow.db"; }

    base::Result<Outcome> tag(const std::string& key, Held wanted, Held basis) {
        return m_writer->apply(
            {{PlaceKind::RunTag, Run, key, ""}, std::move(wanted), std::move(basis)}, {});
    }
    base::Result<Outcome> rename(const std::string& name, Held basis) {
        return m_writer->apply({{PlaceKind::RunName, Run, "", ""}, name, std::move(basis)}, {});
    }
    [[nodiscard]] std::string text(const std::string& sql) const {
        return sql::Database::open(file(), sql::OpenMode::ReadOnly).value().text(sql).value();
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<SqlStore> m_store;
    std::unique_ptr<stores::StoreWriter> m_writer;
};

/// Every row of every table in words.
std::set<std::string> rowsOf(const fs::path& file) {
    std::set<std::string> rows;
    sql::Database database = sql::Database::open(file, sql::OpenMode::ReadOnly).value();
    sql::Statement tables =
        database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'", "tables").value();
    while (tables.step().value()) {
        const std::string table(tables.text(0));
        std::string columns = "''";
        sql::Statement info =
            database.prepare("SELECT name FROM pragma_table_info('" + table + "')", "columns")
                .value();
        while (info.step().value())
            columns += " || '|' || quote(\"" + std::string(info.text(0)) + "\")";
        sql::Statement all =
            database.prepare("SELECT " + columns + " FROM \"" + table + '"', "rows").value();
        while (all.step().value())
            rows.insert(table + std::string(all.text(0)));
    }
    return rows;
}

std::vector<std::string> difference(const std::set<std::string>& a,
                                    const std::set<std::string>& b) {
    std::vector<std::string> only;
    std::ranges::set_difference(a, b, std::back_inserter(only));
    return only;
}

}  // namespace

class TestSqlWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheRowsInQuestionChange_data();
    void onlyTheRowsInQuestionChange();
    void tagsComeChangeAndGo();
    void aNameIsKeptTwice();
    void aNameKeptOnceIsFinished();
    void whatChangedMeanwhileIsAConflict();
    void refusesRuns();
    void strangeTablesAreNotWrittenTo();
    void readOnlyIsTold_data();
    void readOnlyIsTold();
    void theJournalModeStays_data();
    void theJournalModeStays();
    void waitsForOthersAndGivesUp();
};

void TestSqlWriter::onlyTheRowsInQuestionChange_data() {
    QTest::addColumn<QString>("fixture");
    for (const char* name : {"sqlite-1.26", "sqlite-2.17", "sqlite-3.11"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

/// In databases that MLflow made.
void TestSqlWriter::onlyTheRowsInQuestionChange() {
    QFETCH(QString, fixture);
    const tests::Fixture files(fixture);
    QVERIFY2(files.ok(), qPrintable(files.error()));
    const fs::path file = fs::path(files.folder().toStdString()) / "mlflow.db";
    auto store = SqlStore::open(file);
    QVERIFY(store.ok());
    tests::RecordingSink sink;
    base::Progress progress;
    stores::ReadRequest whole;
    whole.full = true;
    QVERIFY(store.value()->read(whole, sink, sink, progress, {}).ok());
    const auto named = std::ranges::find_if(sink.runs, [](const auto& entry) {
        return entry.second.lifecycle == domain::Lifecycle::Active && !entry.second.runName.empty();
    });
    QVERIFY(named != sink.runs.end());
    const std::string id = named->first;
    const std::set<std::string> before = rowsOf(file);
    const auto writer = store.value()->writer();
    const std::string notes = "# Notes\n\n'quoted' and \"so\", 北京 🏆\r\n";
    QCOMPARE(writer->apply({{PlaceKind::RunTag, id, "a/new.tag", ""}, notes, {}}, {}).value().kind,
             Outcome::Kind::Written);
    QCOMPARE(writer->apply({{PlaceKind::RunName, id, "", ""}, "another", named->second.runName}, {})
                 .value()
                 .kind,
             Outcome::Kind::Written);
    const std::set<std::string> after = rowsOf(file);
    const std::vector<std::string> lost = difference(before, after);
    const std::vector<std::string> added = difference(after, before);
    QCOMPARE(lost.size(), 2U);  // the run and the tag of its name
    QCOMPARE(added.size(), 3U);
    for (const std::string& row : added) {
        QVERIFY(row.starts_with("runs|") || row.starts_with("tags|"));
        QVERIFY(row.find(id) != std::string::npos);
    }
    tests::RecordingSink again;
    QVERIFY(store.value()->read(whole, again, again, progress, {}).ok());
    QCOMPARE(again.runs.at(id).runName, std::string("another"));
    QCOMPARE(*domain::find(again.runs.at(id).tags, "a/new.tag"), notes);
    QCOMPARE(again.runs.at(id).params, named->second.params);
    QCOMPARE(again.runs.at(id).status, named->second.status);
    QCOMPARE(again.runs.at(id).endTime, named->second.endTime);
}

void TestSqlWriter::tagsComeChangeAndGo() {
    OneRun store;
    const std::string value = "SELECT quote(value) FROM tags WHERE key = 'k'";
    QCOMPARE(store.tag("k", "one", {}).value().kind, Outcome::Kind::Written);
    QCOMPARE(store.text(value), std::string("'one'"));
    QCOMPARE(store.tag("k", "", "one").value().kind, Outcome::Kind::Written);
    QCOMPARE(store.text(value), std::string("''"));
    QCOMPARE(store.tag("k", {}, "").value().kind, Outcome::Kind::Written);
    QCOMPARE(store.text("SELECT count(*) FROM tags WHERE key = 'k'"), std::string("0"));
    QCOMPARE(store.tag("k", {}, "").value().kind, Outcome::Kind::Was);
    QCOMPARE(store.text("SELECT value FROM tags WHERE key = 'team'"), std::string("vision"));
}

void TestSqlWriter::aNameIsKeptTwice() {
    OneRun store("UPDATE runs SET name = 'first'");
    QCOMPARE(store.rename("second", "first").value().kind, Outcome::Kind::Written);
    QCOMPARE(store.text("SELECT name FROM runs"), std::string("second"));
    QCOMPARE(store.text("SELECT value FROM tags WHERE key = 'mlflow.runName'"),
             std::string("second"));
}

void TestSqlWriter::aNameKeptOnceIsFinished() {
    OneRun store("UPDATE runs SET name = 'second'");
    QCOMPARE(store.rename("second", "first").value().kind, Outcome::Kind::Written);
    QCOMPARE(store.text("SELECT value FROM tags WHERE key = 'mlflow.runName'"),
             std::string("second"));
}

void TestSqlWriter::whatChangedMeanwhileIsAConflict() {
    OneRun store("UPDATE runs SET name = 'first'");
    const std::set<std::string> before = rowsOf(store.file());
    QCOMPARE(store.tag("team", "audio", "text").value(),
             (Outcome{Outcome::Kind::Conflict, "vision"}));
    QCOMPARE(store.tag("k", {}, "one").value().kind, Outcome::Kind::Was);
    QCOMPARE(store.tag("k", "two", "one").value(), (Outcome{Outcome::Kind::Conflict, {}}));
    QCOMPARE(store.rename("third", "second").value(), (Outcome{Outcome::Kind::Conflict, "first"}));
    QCOMPARE(rowsOf(store.file()), before);
}

void TestSqlWriter::refusesRuns() {
    OneRun store;
    const base::Error missing{ErrorCode::RunMissing, {Run}};
    const base::Error deleted{ErrorCode::RunDeleted, {Run}};
    tests::SqlFile(store.file()).run("UPDATE runs SET lifecycle_stage = 'deleted'");
    QCOMPARE(store.tag("k", "v", {}).error(), deleted);
    tests::SqlFile(store.file()).run("DELETE FROM tags; DELETE FROM runs");
    QCOMPARE(store.tag("k", "v", {}).error(), missing);
    QCOMPARE(store.text("SELECT count(*) FROM tags"), std::string("0"));
}

/// A column that nobody here knows and that has to be filled: nothing is written at all.
void TestSqlWriter::strangeTablesAreNotWrittenTo() {
    OneRun strange(
        "DROP TABLE tags; CREATE TABLE tags (key TEXT, value TEXT, run_uuid TEXT, "
        "signature TEXT NOT NULL)");
    QVERIFY(strange.tag("k", "v", {}).failed());
    QVERIFY(strange.rename("second", strange.text("SELECT name FROM runs")).failed());
    QCOMPARE(strange.text("SELECT count(*) FROM tags"), std::string("0"));
    QVERIFY(strange.text("SELECT name FROM runs") != "second");
    OneRun other("ALTER TABLE tags RENAME COLUMN value TO text");
    QCOMPARE(other.tag("k", "v", {}).error().code, ErrorCode::DatabaseNotMlflow);
}

void TestSqlWriter::readOnlyIsTold_data() {
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode");
    QTest::addRow("file") << 0777 << 0444;
    QTest::addRow("folder") << 0555 << 0666;
}

void TestSqlWriter::readOnlyIsTold() {
    QFETCH(int, folderMode);
    QFETCH(int, fileMode);
    OneRun store;
    const auto before = rowsOf(store.file());
    fs::permissions(store.file(), fs::perms(fileMode));
    fs::permissions(store.folder(), fs::perms(folderMode));
    base::Result<Outcome> done = base::Cancelled{};
    {
        const tests::AsNobody nobody;
        done = store.tag("team", "audio", "vision");
    }
    fs::permissions(store.folder(), fs::perms(0777));
    QVERIFY(done.failed());
    QCOMPARE(done.error().code, ErrorCode::StoreReadOnly);
    QCOMPARE(done.error().args.front(), store.file().string());
    QCOMPARE(rowsOf(store.file()), before);
}

void TestSqlWriter::theJournalModeStays_data() {
    QTest::addColumn<QString>("mode");
    for (const char* mode : {"delete", "wal", "truncate"})
        QTest::addRow("%s", mode) << QString::fromLatin1(mode);
}

void TestSqlWriter::theJournalModeStays() {
    QFETCH(QString, mode);
    OneRun store("PRAGMA journal_mode = " + mode.toStdString());
    const std::string before = store.text("PRAGMA journal_mode");
    QCOMPARE(store.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
    QCOMPARE(store.text("PRAGMA journal_mode"), before);
    QCOMPARE(store.text("SELECT value FROM tags WHERE key = 'team'"), std::string("audio"));
    QVERIFY(!fs::exists(store.file().string() + "-journal"));
}

void TestSqlWriter::waitsForOthersAndGivesUp() {
    OneRun store;
    tests::SqlFile other(store.file());
    other.run("BEGIN IMMEDIATE");
    QCOMPARE(store.tag("team", "audio", "vision").error(),
             (base::Error{ErrorCode::DatabaseBusy, {store.file().string()}}));
    other.run("UPDATE tags SET value = 'theirs' WHERE key = 'team'; COMMIT");
    // What somebody wrote while it waited counts.
    QCOMPARE(store.tag("team", "audio", "vision").value(),
             (Outcome{Outcome::Kind::Conflict, "theirs"}));
}

QTEST_GUILESS_MAIN(TestSqlWriter)
#include "tst_sqlwriter.moc"
