// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/audit.h"
#include "sync/decision.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::registry;
using stores::PlaceKind;

class TestAuditLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasDecided();
    void thoseOfAVersion();
    void damagedLinesStay();
    void csvIsHarmless();
    void jsonHasTheHashes();
};

namespace {

stores::Change change(PlaceKind kind, std::int64_t version, const std::string& key,
                      const std::string& from, const std::string& to) {
    stores::Change made;
    made.place.kind = kind;
    made.place.owner = "fraud";
    made.place.key = key;
    made.place.version = version;
    made.basis = from;
    made.wanted = to;
    return made;
}

/// A log as the outbox writes it.
std::vector<AuditLine> logOf(const std::vector<stores::Change>& changes) {
    const QTemporaryDir folder;
    base::Millis now = 1795870880123;
    auto outbox = cache::Outbox::open(folder.filePath(QStringLiteral("outbox")).toStdString(),
                                      [&now] { return now; });
    outbox.value()->setIdentity(
        [](const std::string& location) { return location == "/lab" ? "ana" : ""; });
    for (const stores::Change& one : changes) {
        const auto entry = outbox.value()->add("/lab", sync::intentOf(one), sync::basisOf(one));
        now += 1000;
        static_cast<void>(outbox.value()->settle(
            entry.value(), "conflict", R"({"error":"forbidden","args":[],"found":"Archived"})"));
    }
    return auditLines(outbox.value()->auditLog().value());
}

}  // namespace

void TestAuditLines::tellsWhatWasDecided() {
    const std::vector<AuditLine> lines =
        logOf({change(PlaceKind::VersionStage, 7, "", "Staging", "Production")});
    QCOMPARE(lines.size(), 2U);
    const AuditLine& made = lines.front();
    QCOMPARE(made.who, std::string("ana"));
    QCOMPARE(made.owner, std::string("fraud"));
    QCOMPARE(made.version, 7);
    QCOMPARE(made.from, stores::Held("Staging"));
    QCOMPARE(made.to, stores::Held("Production"));
    QCOMPARE(made.state, std::string("waiting"));
    QCOMPARE(made.record.at, 1795870880123);
    const AuditLine& settled = lines.back();
    QCOMPARE(settled.state, std::string("conflict"));
    QCOMPARE(settled.error, std::string("forbidden"));
    QCOMPARE(settled.found, stores::Held("Archived"));
    QCOMPARE(settled.record.at, 1795870881123);
    QCOMPARE(settled.record.prev, made.record.hash);
}

void TestAuditLines::thoseOfAVersion() {
    const std::vector<AuditLine> lines =
        logOf({change(PlaceKind::VersionStage, 7, "", "Staging", "Production"),
               change(PlaceKind::VersionTag, 5, "reviewed", "", "yes"),
               change(PlaceKind::ModelAlias, 0, "champion", "5", "7"),
               change(PlaceKind::ModelDescription, 0, "", "", "text")});
    const auto count = [&](const char* location, const char* model, std::int64_t version) {
        return auditOf(lines, location, model, version).size();
    };
    QCOMPARE(count("/lab", "fraud", 7), 4U);  // two lines each: stage, alias
    QCOMPARE(count("/lab", "fraud", 5), 4U);  // tag, alias
    QCOMPARE(count("/lab", "fraud", 4), 0U);
    QCOMPARE(count("/elsewhere", "fraud", 7), 0U);
    QCOMPARE(count("/lab", "ranker", 7), 0U);
}

void TestAuditLines::damagedLinesStay() {
    const std::vector<cache::AuditRecord> records = {{1, 5, "/lab", "{", "", "h"}};
    const std::vector<AuditLine> lines = auditLines(records);
    QCOMPARE(lines.size(), 1U);
    QCOMPARE(lines.front().record.entry, std::string("{"));
    QVERIFY(lines.front().state.empty());
}

void TestAuditLines::csvIsHarmless() {
    AuditLine line;
    line.record = {3, 1795870880123, "/lab, \"new\"", "{}", "aa", "bb"};
    line.who = "=HYPERLINK(\"http://x\")";
    line.what = "version-tag";
    line.owner = "fraud";
    line.version = 7;
    line.from = "line 1\nline 2";
    line.to = "-1";
    const std::string csv = auditCsv(std::vector{line});
    QCOMPARE(csv,
             std::string("number,at,source,who,what,owner,version,key,from,to,state,error,found,"
                         "prev,hash\r\n"
                         "3,2026-11-28T13:01:20.123Z,\"/lab, \"\"new\"\"\","
                         "\"'=HYPERLINK(\"\"http://x\"\")\",version-tag,fraud,7,,"
                         "\"line 1\nline 2\",'-1,,,,aa,bb\r\n"));
}

void TestAuditLines::jsonHasTheHashes() {
    const std::vector<AuditLine> lines =
        logOf({change(PlaceKind::VersionStage, 7, "", "Staging", "Production")});
    const QJsonArray list =
        QJsonDocument::fromJson(QByteArray::fromStdString(auditJson(lines))).array();
    QCOMPARE(list.size(), 2);
    const QJsonObject first = list[0].toObject();
    QCOMPARE(first[QStringLiteral("hash")].toString().toStdString(), lines[0].record.hash);
    QCOMPARE(first[QStringLiteral("time")].toString(), QStringLiteral("2026-11-28T13:01:20.123Z"));
    QCOMPARE(first[QStringLiteral("to")].toString(), QStringLiteral("Production"));
    QVERIFY(first[QStringLiteral("found")].isNull());
}

QTEST_GUILESS_MAIN(TestAuditLines)
#include "tst_auditlines.moc"
