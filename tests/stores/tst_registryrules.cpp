// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/registryrules.h"
#include "stores/wordcharacters.h"

#include <QTest>

using namespace podium;
using base::Error;
using base::ErrorCode;
using stores::Change;
using stores::Held;
using stores::Outcome;
using stores::Place;
using stores::PlaceKind;
using Versions = std::vector<std::int64_t>;

Q_DECLARE_METATYPE(stores::Change)
Q_DECLARE_METATYPE(std::optional<stores::Outcome>)

namespace {

Place placeOf(PlaceKind kind, const std::string& key = {}, std::int64_t version = 0) {
    return {kind, "m", key, "", version};
}

Change stage(const std::string& wanted, const std::string& basis, bool archive = false,
             Versions archived = {}) {
    return {placeOf(PlaceKind::VersionStage, {}, 2), wanted, basis, archive, std::move(archived)};
}

Change alias(const std::string& key, Held version) {
    return {placeOf(PlaceKind::ModelAlias, key), std::move(version), {}};
}

Change tag(const std::string& key, const std::string& value) {
    return {placeOf(PlaceKind::VersionTag, key, 1), value, {}};
}

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

}  // namespace

class TestRegistryRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void allows_data();
    void allows();
    void stagesAreSpelledAsMlflowSpellsThem();
    void aReservedAliasMayGo();
    void aStageWithWhatItArchives_data();
    void aStageWithWhatItArchives();
    void anEmptyDescriptionIsNone();
    void wordsOfAllScripts();
};

void TestRegistryRules::refuses_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<Error>("error");
    QTest::newRow("stage") << stage("Testing", "None")
                           << Error{ErrorCode::StageInvalid, {"Testing"}};
    QTest::newRow("blanks") << stage(" Staging ", "None")
                            << Error{ErrorCode::StageInvalid, {" Staging "}};
    QTest::newRow("deleted") << stage("Deleted_Internal", "None")
                             << Error{ErrorCode::StageInvalid, {"Deleted_Internal"}};
    QTest::newRow("archive to none")
        << stage("none", "Staging", true) << Error{ErrorCode::ArchiveNotForStage, {"None"}};
    QTest::newRow("archive to archived")
        << stage("ARCHIVED", "Staging", true) << Error{ErrorCode::ArchiveNotForStage, {"Archived"}};
    QTest::newRow("no version") << Change{placeOf(PlaceKind::VersionStage), "Staging", "None"}
                                << Error{ErrorCode::VersionMissing, {"m", "0"}};
    for (const char* text : {"", "a b", "a/b", "a.b", "a:b", "abc\n", "🚀", "\xff"})
        QTest::addRow("alias '%s'", text)
            << alias(text, "1")
            << Error{ErrorCode::AliasInvalid,
                     {text == std::string("\xff") ? "\xef\xbf\xbd" : text}};
    QTest::newRow("long alias") << alias(times(256, "a"), "1")
                                << Error{ErrorCode::AliasInvalid, {times(256, "a")}};
    for (const char* text : {"latest", "LaTeSt", "v2", "V12"})
        QTest::addRow("reserved %s", text)
            << alias(text, "1") << Error{ErrorCode::AliasReserved, {text}};
    for (const char* text : {"", "0", "04", "-1", "x", "1.0", "99999999999999999999"})
        QTest::addRow("version '%s'", text)
            << alias("a", text) << Error{ErrorCode::VersionInvalid, {text}};
    for (const char* text : {"", ".", "..", "../a", "..a", "/a", "a/", "a//b", "a/./b", "a/../b",
                             "a|b", "a\\b", "a%b", "a\nb", "./a"})
        QTest::addRow("key '%s'", text)
            << tag(text, "x") << Error{ErrorCode::TagKeyInvalid, {text}};
    QTest::newRow("long key") << tag(times(251, "a"), "x")
                              << Error{ErrorCode::TagKeyTooLong, {times(251, "a"), "251", "250"}};
    QTest::newRow("long value") << tag("a", times(100'001, "x"))
                                << Error{ErrorCode::TagTooLong, {"a", "100001", "100000"}};
}

void TestRegistryRules::refuses() {
    QFETCH(Change, change);
    QFETCH(Error, error);
    const auto allowed = stores::allowedChange(change);
    QVERIFY(allowed.failed());
    QCOMPARE(allowed.error(), error);
}

void TestRegistryRules::allows_data() {
    QTest::addColumn<Change>("change");
    for (const char* text : {"größe", "v2x", "v", "123", "a-b_c", "模型"})
        QTest::addRow("alias %s", text) << alias(text, "12");
    QTest::newRow("long alias") << alias(times(255, "ü"), "1");
    for (const char* text : {"größe/深", "a b.c-d:e_f", "a ", ".a", "a/..b"})
        QTest::addRow("key %s", text) << tag(text, "x");
    QTest::newRow("long key") << tag(times(250, "ü"), times(100'000, "ü"));
    QTest::newRow("empty value") << tag("a", "");
}

void TestRegistryRules::allows() {
    QFETCH(Change, change);
    const auto allowed = stores::allowedChange(change);
    QVERIFY2(allowed.ok(), allowed.failed() ? base::logLine(allowed.error()).c_str() : "");
    QCOMPARE(allowed.value(), change);
}

void TestRegistryRules::stagesAreSpelledAsMlflowSpellsThem() {
    QCOMPARE(stores::allowedChange(stage("pRODuction", "staging", true, {1, 2, 5})).value(),
             stage("Production", "Staging", true, {1, 5}));
    QCOMPARE(stores::allowedChange(stage("none", "x")).value(), stage("None", "x"));
}

void TestRegistryRules::aReservedAliasMayGo() {
    QVERIFY(stores::allowedChange(alias("latest", {})).ok());
    QVERIFY(stores::allowedChange(alias("a b", {})).failed());
}

void TestRegistryRules::aStageWithWhatItArchives_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<Versions>("inStage");
    QTest::addColumn<std::optional<Outcome>>("settled");
    using Settled = std::optional<Outcome>;
    using Kind = Outcome::Kind;
    QTest::newRow("as decided") << "Staging" << Versions{1, 3} << Settled();
    QTest::newRow("one is archived already") << "Staging" << Versions{3} << Settled();
    QTest::newRow("all are archived already") << "Staging" << Versions{} << Settled();
    QTest::newRow("another came to it")
        << "Staging" << Versions{1, 3, 4} << Settled(Outcome{Kind::Conflict, "Staging", {1, 3, 4}});
    QTest::newRow("it is there itself")
        << "Production" << Versions{} << Settled(Outcome{Kind::Was});
    QTest::newRow("it is there and so are the others") << "Production" << Versions{1} << Settled();
    QTest::newRow("it is there and so is another")
        << "Production" << Versions{4} << Settled(Outcome{Kind::Conflict, "Production", {4}});
    QTest::newRow("it went elsewhere")
        << "Archived" << Versions{1} << Settled(Outcome{Kind::Conflict, "Archived", {1}});
}

void TestRegistryRules::aStageWithWhatItArchives() {
    QFETCH(QString, now);
    QFETCH(Versions, inStage);
    QFETCH(std::optional<Outcome>, settled);
    const Change change = stage("Production", "Staging", true, {1, 3});
    QCOMPARE(stores::settledBefore(change, now.toStdString(), inStage), settled);
}

void TestRegistryRules::anEmptyDescriptionIsNone() {
    const Place place = placeOf(PlaceKind::ModelDescription);
    QCOMPARE(stores::settledBefore({place, "", "old"}, Held())->kind, Outcome::Kind::Was);
    QCOMPARE(stores::settledBefore({place, {}, "old"}, Held(""))->kind, Outcome::Kind::Was);
    QVERIFY(!stores::settledBefore({place, "new", ""}, Held()));
    QVERIFY(!stores::settledBefore({place, "new", {}}, Held("")));
    // Of a tag they differ.
    const Place tag = placeOf(PlaceKind::ModelTag, "k");
    QCOMPARE(stores::settledBefore({tag, "new", ""}, Held())->kind, Outcome::Kind::Conflict);
}

void TestRegistryRules::wordsOfAllScripts() {
    for (const char* word : {"größe", "模型", "модель", "٣", "²", "½", "ª", "𝔸", "_", "é"})
        QVERIFY2(stores::isMadeOfWords(word, ""), word);
    for (const char* other : {"-", " ", "🚀", "e\xcc\x81", "\xc2\xa0", "…", "€", "\xff"})
        QVERIFY2(!stores::isMadeOfWords(other, ""), other);
}

QTEST_GUILESS_MAIN(TestRegistryRules)
#include "tst_registryrules.moc"
