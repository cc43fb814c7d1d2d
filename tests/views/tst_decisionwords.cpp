// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/decisionwords.h"

#include <QTest>

using namespace podium;
using session::Change;
using session::Decision;
using session::DecisionState;
using session::PlaceKind;

namespace {

Change promotion() {
    return {{PlaceKind::VersionStage, "churn", "", "", 7}, "Production", "Staging", true, {4, 5}};
}

Change moved() {
    return {{PlaceKind::ModelAlias, "churn", "champion", ""}, "7", "5"};
}

Decision conflict(Change change, stores::Held found, std::vector<std::int64_t> inStage = {}) {
    Decision decision{1, "/lab", 0, std::move(change), DecisionState::Conflict};
    decision.found = std::move(found);
    decision.inStage = std::move(inStage);
    return decision;
}

}  // namespace

class TestDecisionWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineSaysWhatIsDecided_data();
    void aLineSaysWhatIsDecided();
    void aConflictSaysWhatChanged_data();
    void aConflictSaysWhatChanged();
    void whatWaitsForAnotherSaysForWhich();
};

void TestDecisionWords::aLineSaysWhatIsDecided_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("line");
    const auto row = [](const Change& change, const char* subject, const char* owner,
                        const char* line) {
        QTest::addRow("%s", line) << change << QString::fromUtf8(subject)
                                  << QString::fromUtf8(owner) << QString::fromUtf8(line);
    };
    row(promotion(), "Stage", "churn, version 7",
        "version 7 of churn: Staging → Production, archives 4, 5");
    row(moved(), "Alias champion", "churn", "alias champion of churn: 5 → 7");
    row({{PlaceKind::ModelAlias, "churn", "old", ""}, {}, "5"}, "Alias old", "churn",
        "alias old of churn: 5 → (deleted)");
    row({{PlaceKind::ModelDescription, "churn", "", ""}, "a\nb", {}}, "Description", "churn",
        "description of churn: (none) → a␊b");
    row({{PlaceKind::VersionTag, "churn", "k", "", 7}, "v", {}}, "Tag k", "churn, version 7",
        "tag k of version 7 of churn: (none) → v");
}

void TestDecisionWords::aLineSaysWhatIsDecided() {
    QFETCH(Change, change);
    QFETCH(QString, subject);
    QFETCH(QString, owner);
    QFETCH(QString, line);
    QCOMPARE(views::decisionSubject(change.place), subject);
    QCOMPARE(views::decisionOwner(change.place), owner);
    QCOMPARE(views::decisionLine(change), line);
}

void TestDecisionWords::aConflictSaysWhatChanged_data() {
    QTest::addColumn<Decision>("decision");
    QTest::addColumn<QString>("says");
    QTest::addRow("moved") << conflict(promotion(), "Archived") << u"it is in Archived"_qs;
    QTest::addRow("one more") << conflict(promotion(), "Staging", {4, 5, 6}) << u"4, 5, 6"_qs;
    QTest::addRow("alias") << conflict(moved(), "9") << u"at version 9"_qs;
    QTest::addRow("alias gone") << conflict(moved(), {}) << u"took the alias away"_qs;
}

void TestDecisionWords::aConflictSaysWhatChanged() {
    QFETCH(Decision, decision);
    QFETCH(QString, says);
    const QString sentence = views::decisionSentence(decision);
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

void TestDecisionWords::whatWaitsForAnotherSaysForWhich() {
    const Decision waiting{2, "/lab", 0, moved()};
    const Decision blocker = conflict(promotion(), "Archived");
    QVERIFY(
        views::decisionSentence(waiting, &blocker).contains(views::decisionLine(blocker.change)));
    QVERIFY(!views::decisionSentence(waiting).contains(QStringLiteral("churn")));
}

QTEST_GUILESS_MAIN(TestDecisionWords)
#include "tst_decisionwords.moc"
