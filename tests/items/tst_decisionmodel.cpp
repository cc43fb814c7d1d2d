// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/decisionmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using items::DecisionModel;
using session::Decision;
using session::DecisionState;

namespace {

Decision decision(std::int64_t entryNo, DecisionState state = DecisionState::Waiting) {
    return {
        entryNo, "/lab", 7, {{session::PlaceKind::RunTag, "r", "team", ""}, "audio", {}}, state};
}

QStringList rows(const DecisionModel& model) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, DecisionModel::StateColumn).data().toString());
    return texts;
}

}  // namespace

class TestDecisionModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsComeChangeAndGo();
    void aSelectedRowKeepsItsPlace();
    void anotherOrderIsTaken();
};

void TestDecisionModel::rowsComeChangeAndGo() {
    DecisionModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFormatter([](DecisionModel::Column, const Decision& one) {
        return QStringLiteral("%1:%2").arg(one.entryNo).arg(int(one.state));
    });
    model.setTitles({QStringLiteral("State")});
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("State"));
    model.setDecisions({decision(1), decision(2), decision(3)});
    QCOMPARE(rows(model),
             (QStringList{QStringLiteral("1:2"), QStringLiteral("2:2"), QStringLiteral("3:2")}));
    QSignalSpy changed(&model, &DecisionModel::dataChanged);
    model.setDecisions({decision(1), decision(3, DecisionState::Conflict), decision(4)});
    QCOMPARE(rows(model),
             (QStringList{QStringLiteral("1:2"), QStringLiteral("3:5"), QStringLiteral("4:2")}));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(1, 0).data(items::State).toInt(), int(DecisionState::Conflict));
    model.setDecisions({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.decision({}));
}

void TestDecisionModel::aSelectedRowKeepsItsPlace() {
    DecisionModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDecisions({decision(1), decision(2)});
    const QPersistentModelIndex second = model.index(1, 0);
    model.setDecisions({decision(2), decision(5)});
    QCOMPARE(second.row(), 0);
    QCOMPARE(model.decision(second)->entryNo, std::int64_t{2});
}

void TestDecisionModel::anotherOrderIsTaken() {
    DecisionModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDecisions({decision(1), decision(2), decision(3)});
    model.setDecisions({decision(3), decision(1), decision(2)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.decision(model.index(0, 0))->entryNo, std::int64_t{3});
    QCOMPARE(model.decision(model.index(2, 0))->entryNo, std::int64_t{2});
}

QTEST_GUILESS_MAIN(TestDecisionModel)
#include "tst_decisionmodel.moc"
