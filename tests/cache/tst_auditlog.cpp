// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "cache/outbox.h"
#include "sql/database.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace podium;
using cache::AuditCheck;
using cache::AuditRecord;
using cache::Outbox;

class TestAuditLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineForEveryStep();
    void hashesAreAsDescribed();
    void soundLogsAreFoundSound();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void linesOfOldVersionsAreSealedOnce();
    void twoProgramsShareOneChain();
    void nothingHalfIsLeft();
};

namespace {

std::string fileIn(const QTemporaryDir& folder) {
    return folder.filePath(QStringLiteral("outbox")).toStdString();
}

std::unique_ptr<Outbox> opened(const QTemporaryDir& folder) {
    auto outbox = Outbox::open(fileIn(folder), [] { return base::Millis{1000}; });
    return outbox.ok() ? std::move(outbox).value() : nullptr;
}

/// Somebody with an editor for databases.
void tamper(const QTemporaryDir& folder, std::string_view sql) {
    auto raw = sql::Database::open(fileIn(folder), sql::OpenMode::ReadWrite);
    QVERIFY(raw.value().execute(sql).ok());
}

/// Three decisions with five lines.
void fill(const QTemporaryDir& folder) {
    const auto outbox = opened(folder);
    outbox->setIdentity([](const std::string& location) { return "user of " + location; });
    const auto first = outbox->add("/a", "{\"kind\":\"x\"}", "{}");
    QVERIFY(outbox->settle(first.value(), "applied", "").ok());
    const auto second = outbox->add("/b", "{}", "{\"value\":null}");
    const auto third = outbox->replace(second.value(), "/b", "{}", "{}");
    QVERIFY(third.ok());
}

constexpr const char* AsBefore =
    "DROP TABLE audit_head; ALTER TABLE audit DROP COLUMN prev; ALTER TABLE audit DROP COLUMN "
    "hash; "
    "PRAGMA user_version = 1;";

}  // namespace

void TestAuditLog::aLineForEveryStep() {
    const QTemporaryDir folder;
    fill(folder);
    const std::vector<std::string> lines = opened(folder)->audit().value();
    QStringList told;
    for (const std::string& line : lines) {
        const QJsonObject object =
            QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        told << object[QStringLiteral("who")].toString() + QLatin1Char(' ') +
                    QString::number(object[QStringLiteral("entry")].toInt()) + QLatin1Char(' ') +
                    object[QStringLiteral("state")].toString();
    }
    QCOMPARE(told,
             (QStringList{
                 QStringLiteral("user of /a 1 waiting"), QStringLiteral("user of /a 1 applied"),
                 QStringLiteral("user of /b 2 waiting"), QStringLiteral("user of /b 2 withdrawn"),
                 QStringLiteral("user of /b 3 waiting")}));
    const std::string intent = "\"intent\":\"{\\\"kind\\\":\\\"x\\\"}\"";
    const std::string basis = "\"basis\":\"{\\\"value\\\":null}\"";
    QVERIFY(lines[0].find(intent) != std::string::npos);
    QVERIFY(lines[2].find(basis) != std::string::npos);
}

/// The rule of packaging/doc/approvals.md, computed here from its words.
void TestAuditLog::hashesAreAsDescribed() {
    const QTemporaryDir folder;
    fill(folder);
    std::string prev;
    std::int64_t number = 0;
    const std::vector<AuditRecord> lines = opened(folder)->auditLog().value();
    for (const AuditRecord& line : lines) {
        ++number;
        QCOMPARE(line.number, number);
        QCOMPARE(line.prev, prev);
        prev = base::sha256Hex(line.prev + "\n" + std::to_string(number) + "\n1000\n" +
                               line.location + "\n" + line.entry);
        QCOMPARE(line.hash, prev);
    }
    QCOMPARE(number, 5);
    // `printf '\n1\n1000\n/a\n{}' | sha256sum`
    QCOMPARE(cache::auditHash({1, 1000, "/a", "{}", "", ""}),
             std::string("5feafb39a91aaa2ee015bac56629f66b31721f2e1d0896568e1a4ff8aff93a2b"));
}

void TestAuditLog::soundLogsAreFoundSound() {
    const QTemporaryDir folder;
    QCOMPARE(opened(folder)->verifyAudit().value(), AuditCheck{});
    fill(folder);
    const AuditCheck check = opened(folder)->verifyAudit().value();
    QVERIFY(check.intact());
    QCOMPARE(check.lines, 5);
    fill(folder);
    QVERIFY(opened(folder)->verifyAudit().value().intact());
}

void TestAuditLog::tamperingIsFound_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QList<qint64>>("broken");
    QTest::addColumn<bool>("cut");
    using L = QList<qint64>;
    QTest::newRow("an entry") << QByteArray(
                                     "UPDATE audit SET entry = replace(entry, 'applied', "
                                     "'withdrawn') WHERE audit_no = 2")
                              << L{2} << false;
    QTest::newRow("a time") << QByteArray("UPDATE audit SET at = at + 1 WHERE audit_no = 3") << L{3}
                            << false;
    QTest::newRow("a source") << QByteArray("UPDATE audit SET location = '/c' WHERE audit_no = 1")
                              << L{1} << false;
    QTest::newRow("the last one") << QByteArray("UPDATE audit SET entry = '{}' WHERE audit_no = 5")
                                  << L{5} << false;
    QTest::newRow("a hash, to fit nothing")
        << QByteArray("UPDATE audit SET hash = 'x' WHERE audit_no = 2") << L{2, 3} << false;
    QTest::newRow("one removed") << QByteArray("DELETE FROM audit WHERE audit_no = 2") << L{3}
                                 << false;
    QTest::newRow("the first removed")
        << QByteArray("DELETE FROM audit WHERE audit_no = 1") << L{2} << false;
    QTest::newRow("the last removed")
        << QByteArray("DELETE FROM audit WHERE audit_no = 5") << L{} << true;
    QTest::newRow("all removed") << QByteArray("DELETE FROM audit") << L{} << true;
    QTest::newRow("two swapped")
        << QByteArray(
               "UPDATE audit SET audit_no = -2 WHERE audit_no = 2; UPDATE audit SET audit_no "
               "= 2 WHERE audit_no = 3; UPDATE audit SET audit_no = 3 WHERE audit_no = -2")
        << L{2, 3, 4} << false;
    QTest::newRow("one put behind")
        << QByteArray(
               "INSERT INTO audit SELECT 6, at, location, entry, prev, hash FROM audit WHERE "
               "audit_no = 5")
        << L{6} << true;
}

void TestAuditLog::tamperingIsFound() {
    QFETCH(QByteArray, sql);
    QFETCH(QList<qint64>, broken);
    const QTemporaryDir folder;
    fill(folder);
    tamper(folder, sql.toStdString());
    const AuditCheck check = opened(folder)->verifyAudit().value();
    QVERIFY(!check.intact());
    QCOMPARE(QList<qint64>(check.broken.begin(), check.broken.end()), broken);
    QTEST(check.cut, "cut");
    // What comes later does not heal it.
    fill(folder);
    QVERIFY(!opened(folder)->verifyAudit().value().intact());
}

void TestAuditLog::linesOfOldVersionsAreSealedOnce() {
    const QTemporaryDir folder;
    fill(folder);
    tamper(folder, AsBefore);
    QVERIFY(opened(folder)->verifyAudit().value().intact());
    fill(folder);
    const AuditCheck check = opened(folder)->verifyAudit().value();
    QVERIFY(check.intact());
    QCOMPARE(check.lines, 10);
    // Hashes that were taken away are not given anew.
    tamper(folder, "UPDATE audit SET entry = '{}', prev = '', hash = '' WHERE audit_no = 2");
    QVERIFY(!opened(folder)->verifyAudit().value().intact());
}

void TestAuditLog::twoProgramsShareOneChain() {
    const QTemporaryDir folder;
    const auto one = opened(folder);
    const auto other = opened(folder);
    {
        const auto work = [](Outbox& outbox) {
            for (int i = 0; i < 20; ++i)
                QVERIFY(outbox.add("/a", "{}", "{}").ok());
        };
        const std::jthread first([&] { work(*one); });
        const std::jthread second([&] { work(*other); });
    }
    const AuditCheck check = one->verifyAudit().value();
    QVERIFY(check.intact());
    QCOMPARE(check.lines, 40);
}

/// A decision without its line, or a line without its decision, would be a lie.
void TestAuditLog::nothingHalfIsLeft() {
    const QTemporaryDir folder;
    fill(folder);
    tamper(
        folder,
        "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const auto outbox = opened(folder);
    const std::size_t before = outbox->waiting().value().size();
    QVERIFY(outbox->add("/a", "{}", "{}").failed());
    QCOMPARE(outbox->waiting().value().size(), before);
    QVERIFY(outbox->settle(3, "applied", "").failed());
    QCOMPARE(outbox->waiting().value().size(), before);
    QVERIFY(outbox->verifyAudit().value().intact());
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_auditlog.moc"
