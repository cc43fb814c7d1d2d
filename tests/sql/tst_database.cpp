// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cmath>
#include <limits>
#include <string>
#include <thread>

using namespace podium::sql;
using podium::base::ErrorCode;
using podium::base::Result;

class TestDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void openFailures_data();
    void openFailures();
    void readOnlyLeavesNoTrace();
    void valuesRoundTrip();
    void transactionRollsBackUnlessCommitted();
    void interruptGivesCancelled();
    void damagedPageIsTold();
    void errorsNameTheStatementNeverTheValue();

private:
    [[nodiscard]] std::string file(const char* name) const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] Database make(const char* name) const {
        return Database::open(file(name), OpenMode::ReadWriteCreate).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDatabase::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDatabase::openFailures_data() {
    QTest::addColumn<QByteArray>("content");  // null: no such file
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << QByteArray() << static_cast<int>(ErrorCode::Sql);
    QTest::newRow("text") << QByteArray(4096, 'x') << static_cast<int>(ErrorCode::DatabaseDamaged);
    QTest::newRow("header and nothing")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\xFF')
        << static_cast<int>(ErrorCode::DatabaseDamaged);
}

void TestDatabase::openFailures() {
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    if (!content.isNull()) {
        QFile made(QString::fromStdString(file("a.db")));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(content);
    }
    Result<Database> database = Database::open(file("a.db"), OpenMode::ReadOnly);
    Result<std::int64_t> version =
        database.ok() ? database.value().number("SELECT count(*) FROM sqlite_schema")
                      : database.as<std::int64_t>();
    QVERIFY(version.failed());
    QCOMPARE(static_cast<int>(version.error().code), code);
    QCOMPARE(QFile::exists(QString::fromStdString(file("a.db"))), !content.isNull());
}

void TestDatabase::readOnlyLeavesNoTrace() {
    QVERIFY(make("a.db").execute("CREATE TABLE a (x); INSERT INTO a VALUES (4)").ok());
    Database reader = Database::open(file("a.db"), OpenMode::ReadOnly).value();
    QCOMPARE(reader.number("SELECT x FROM a").value(), 4);
    QVERIFY(reader.execute("INSERT INTO a VALUES (5)").failed());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.db")});
}

void TestDatabase::valuesRoundTrip() {
    Database database = make("a.db");
    QVERIFY(database.execute("CREATE TABLE a (i, r, t, b, n)").ok());
    const std::string text("nul \0 and \n line", 16);
    const std::string blob("\xFF\x00\x80", 3);
    constexpr auto Least = std::numeric_limits<std::int64_t>::min();
    Statement put = database.prepare("INSERT INTO a VALUES (?, ?, ?, ?, ?)", "put").value();
    QVERIFY(put.bind(1, Least)
                .bind(2, -std::numeric_limits<double>::infinity())
                .bind(3, std::string_view(text))
                .bindBlob(4, blob)
                .bindOptional(5, std::optional<std::int64_t>())
                .run()
                .ok());
    QVERIFY(put.bind(1, std::int64_t{0})
                .bind(2, std::nan(""))
                .bind(3, std::string_view())
                .bindBlob(4, std::string_view())
                .bindOptional(5, std::optional<std::int64_t>(7))
                .run()
                .ok());
    Statement get = database.prepare("SELECT i, r, t, b, n FROM a ORDER BY rowid", "get").value();
    QVERIFY(get.step().value());
    QCOMPARE(get.integer(0), Least);
    QCOMPARE(get.real(1), -std::numeric_limits<double>::infinity());
    QCOMPARE(std::string(get.text(2)), text);
    QCOMPARE(std::string(get.blob(3)), blob);
    QVERIFY(get.isNull(4));
    QVERIFY(get.step().value());
    QVERIFY(get.isNull(1));  // as the header says: callers keep a flag for NaN
    QVERIFY(!get.isNull(2) && get.text(2).empty());
    QVERIFY(!get.isNull(3) && get.blob(3).empty());
    QCOMPARE(get.integer(4), 7);
    QVERIFY(!get.step().value());
}

void TestDatabase::transactionRollsBackUnlessCommitted() {
    Database database = make("a.db");
    QVERIFY(database.execute("CREATE TABLE a (x)").ok());
    {
        auto left = Transaction::begin(database, Transaction::Kind::Write);
        QVERIFY(left.ok());
        QVERIFY(database.execute("INSERT INTO a VALUES (1)").ok());
    }
    QCOMPARE(database.number("SELECT count(*) FROM a").value(), 0);
    {
        auto kept = Transaction::begin(database, Transaction::Kind::Write);
        QVERIFY(database.execute("INSERT INTO a VALUES (1)").ok());
        QVERIFY(kept.value().commit().ok());
    }
    QCOMPARE(database.number("SELECT count(*) FROM a").value(), 1);
    // Still usable after a statement failed inside a transaction.
    {
        auto failed = Transaction::begin(database, Transaction::Kind::Write);
        QVERIFY(database.execute("INSERT INTO nowhere VALUES (1)").failed());
    }
    QVERIFY(Transaction::begin(database, Transaction::Kind::Write).ok());
}

void TestDatabase::interruptGivesCancelled() {
    Database database = make("a.db");
    Statement endless = database
                            .prepare(
                                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                "SELECT count(*) FROM n",
                                "endless")
                            .value();
    std::jthread stopper([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            database.interrupt();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    QVERIFY(endless.step().cancelled());
}

void TestDatabase::damagedPageIsTold() {
    {
        Database database = make("a.db");
        QVERIFY(database
                    .execute("CREATE TABLE a (x); INSERT INTO a WITH RECURSIVE n(i) AS (SELECT 1 "
                             "UNION ALL SELECT i + 1 FROM n LIMIT 20000) SELECT i FROM n")
                    .ok());
    }
    QFile damaged(QString::fromStdString(file("a.db")));
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(4096 * 3));
    damaged.write(QByteArray(4096 * 8, '\xAA'));
    damaged.close();
    Database database = Database::open(file("a.db"), OpenMode::ReadOnly).value();
    const Result<std::int64_t> sum = database.number("SELECT sum(x) FROM a");
    QVERIFY(sum.failed());
    QCOMPARE(sum.error().code, ErrorCode::DatabaseDamaged);
}

void TestDatabase::errorsNameTheStatementNeverTheValue() {
    Database database = make("a.db");
    QVERIFY(database.execute("CREATE TABLE a (x UNIQUE) STRICT").failed());
    QVERIFY(database.execute("CREATE TABLE a (x TEXT UNIQUE) STRICT").ok());
    Statement put = database.prepare("INSERT INTO a VALUES (?)", "put secret").value();
    QVERIFY(put.bind(1, std::string_view("hunter2")).run().ok());
    const Result<void> twice = put.bind(1, std::string_view("hunter2")).run();
    QVERIFY(twice.failed());
    QCOMPARE(twice.error().args.front(), std::string("put secret"));
    QVERIFY(twice.error().args.back().find("hunter2") == std::string::npos);
    // Usable again after the failure.
    QVERIFY(put.bind(1, std::string_view("other")).run().ok());
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
