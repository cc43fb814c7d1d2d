// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <string>
#include <vector>

using namespace podium::sql;
using podium::base::ErrorCode;
using podium::base::Result;

namespace {

constexpr std::string_view First = "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)";
constexpr std::string_view Second = "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = 'new'";
constexpr std::string_view Broken = "UPDATE a SET x = 99; CREATE TABLE a (x)";
/// Takes long enough to be killed in.
constexpr std::string_view Endless =
    "ALTER TABLE a ADD COLUMN z TEXT;"
    "INSERT INTO a (x) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i FROM n LIMIT 2000000000";

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileGetsAllSteps();
    void oldFileGetsTheMissingSteps();
    void upToDateFileIsNotWritten();
    void newerFileIsRefusedAndUntouched();
    void failedStepLeavesTheOldSchema();
    void killedUpgradeLeavesTheOldSchema();
    void twoProgramsUpgradeOnce();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("a.db")); }
    [[nodiscard]] Database open() const {
        return Database::open(path().toStdString(), OpenMode::ReadWriteCreate).value();
    }
    void make(const std::vector<std::string_view>& steps) const {
        Database database = open();
        QVERIFY(migrate(database, steps).ok());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigrations::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMigrations::newFileGetsAllSteps() {
    make({First, Second});
    Database database = open();
    QCOMPARE(database.number("PRAGMA user_version").value(), 2);
    QCOMPARE(database.text("SELECT y FROM a").value(), std::string("new"));
}

void TestMigrations::oldFileGetsTheMissingSteps() {
    make({First});
    {
        Database database = open();
        QVERIFY(database.execute("UPDATE a SET x = 5").ok());
    }
    make({First, Second});
    Database database = open();
    QCOMPARE(database.number("PRAGMA user_version").value(), 2);
    QCOMPARE(database.number("SELECT x FROM a").value(), 5);
    QCOMPARE(database.text("SELECT y FROM a").value(), std::string("new"));
}

void TestMigrations::upToDateFileIsNotWritten() {
    make({First});
    const QByteArray before = content(path());
    make({First});
    QCOMPARE(content(path()), before);
}

void TestMigrations::newerFileIsRefusedAndUntouched() {
    make({First, Second});
    const QByteArray before = content(path());
    Database database = open();
    const std::vector<std::string_view> known = {First};
    const Result<void> migrated = migrate(database, known);
    QVERIFY(migrated.failed());
    QCOMPARE(migrated.error().code, ErrorCode::CacheNewer);
    QCOMPARE(migrated.error().args, (std::vector<std::string>{"", "2", "1"}));
    QCOMPARE(content(path()), before);
}

void TestMigrations::failedStepLeavesTheOldSchema() {
    make({First});
    {
        Database database = open();
        const std::vector<std::string_view> steps = {First, Second, Broken};
        const Result<void> migrated = migrate(database, steps);
        QVERIFY(migrated.failed());
        QCOMPARE(migrated.error().code, ErrorCode::Sql);
    }
    Database database = open();
    QCOMPARE(database.number("PRAGMA user_version").value(), 1);
    QCOMPARE(database.number("SELECT x FROM a").value(), 1);
    QVERIFY(database.text("SELECT y FROM a").failed());
}

void TestMigrations::killedUpgradeLeavesTheOldSchema() {
    make({First});
    const std::string file = path().toStdString();
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        auto database = Database::open(file, OpenMode::ReadWrite);
        const std::vector<std::string_view> steps = {First, Endless};
        static_cast<void>(migrate(database.value(), steps));
        ::_exit(0);
    }
    // The journal is there as soon as the transaction has begun to write.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path() + QStringLiteral("-journal")), 10'000);
    ::kill(child, SIGKILL);
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));

    Database database = open();
    QCOMPARE(database.number("PRAGMA user_version").value(), 1);
    QCOMPARE(database.number("SELECT count(*) FROM a").value(), 1);
    QVERIFY(database.text("SELECT z FROM a").failed());
    const std::vector<std::string_view> steps = {First, Second};
    QVERIFY(migrate(database, steps).ok());
}

void TestMigrations::twoProgramsUpgradeOnce() {
    make({First});
    const std::string file = path().toStdString();
    // Adding the column twice would fail.
    const std::vector<std::string_view> steps = {First, Second};
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        children.push_back(::fork());
        if (children.back() == 0) {
            auto database = Database::open(file, OpenMode::ReadWrite);
            const bool ok = database.value().execute("PRAGMA busy_timeout = 20000").ok() &&
                            migrate(database.value(), steps).ok();
            ::_exit(ok ? 0 : 1);
        }
    }
    for (const pid_t child : children) {
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
    QCOMPARE(open().number("PRAGMA user_version").value(), 2);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
