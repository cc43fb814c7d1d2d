// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/board.h"
#include "items/inboxmodel.h"
#include "items/versionmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QTest>

#include <memory>

using namespace podium;
using items::BoardBy;
using items::BoardLane;
using session::ModelEntry;
using stores::PlaceKind;

namespace {

ModelEntry ranker() {
    ModelEntry entry;
    entry.sourceNo = {3};
    entry.model.name = "ranker";
    const std::vector<std::string> stages = {"None", "Production", "Archived", "Production", ""};
    for (int number = 5; number > 0; --number) {
        ModelEntry::Version version;
        version.version.name = "ranker";
        version.version.version = number;
        version.version.stage = stages[static_cast<std::size_t>(number - 1)];
        version.runNo = {number * 10};
        entry.versions.push_back(version);
    }
    entry.versions[1].version.tags = {{"tier", "gold"}};
    entry.model.aliases = {{"champion", 4}, {"shadow", 4}, {"backup", 2}};
    return entry;
}

/// "Production: 4 2 | Archived: 3"
QString drawn(const ModelEntry& entry, const std::vector<BoardLane>& lanes) {
    QStringList parts;
    for (const BoardLane& lane : lanes) {
        QString part = (lane.rest ? QStringLiteral("-") : QString::fromStdString(lane.value)) +
                       QLatin1Char(':');
        for (const std::size_t at : lane.versions)
            part += QLatin1Char(' ') + QString::number(entry.versions[at].version.version);
        parts.append(part);
    }
    return parts.join(QStringLiteral(" | "));
}

sync::Decision decision(PlaceKind kind, std::int64_t version, const std::string& wanted,
                        sync::DecisionState state) {
    sync::Decision made;
    made.change.place = {
        kind, "ranker", kind == PlaceKind::ModelAlias ? "champion" : "", {}, version};
    made.change.wanted = wanted;
    made.change.basis = kind == PlaceKind::ModelAlias ? "4" : "None";
    made.state = state;
    return made;
}

registry::InboxEntry request(const std::string& id, bool waiting, bool mine, bool decided) {
    registry::InboxEntry entry;
    entry.sourceNo = {3};
    entry.request.model = "ranker";
    entry.request.version = 1;
    entry.request.id = id;
    entry.waitingForMe = waiting;
    entry.mine = mine;
    entry.decided = decided;
    return entry;
}

}  // namespace

/// Versions in lanes, their metric, and the inbox.
class TestBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void versionsStandInTheirLanes_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QStringList>("lanes");
        QTest::addColumn<QString>("board");
        QTest::newRow("stages, an empty one is None")
            << static_cast<int>(BoardBy::Kind::Stage) << QString() << QStringList()
            << QStringLiteral("None: 5 1 | Staging: | Production: 4 2 | Archived: 3");
        QTest::newRow("aliases, one version in each of its lanes")
            << static_cast<int>(BoardBy::Kind::Alias) << QString() << QStringList()
            << QStringLiteral("-: 5 3 1 | backup: 2 | champion: 4 | shadow: 4");
        QTest::newRow("a tag, with lanes that are empty still")
            << static_cast<int>(BoardBy::Kind::Tag) << QStringLiteral("tier")
            << QStringList{QStringLiteral("silver"), QStringLiteral("gold")}
            << QStringLiteral("-: 5 3 2 1 | silver: | gold: 4");
    }
    void versionsStandInTheirLanes() {
        QFETCH(int, kind);
        QFETCH(QString, tag);
        QFETCH(QStringList, lanes);
        BoardBy by{static_cast<BoardBy::Kind>(kind), tag.toStdString(), {}};
        for (const QString& lane : lanes)
            by.lanes.push_back(lane.toStdString());
        const ModelEntry entry = ranker();
        QTEST(drawn(entry, items::boardLanes(entry, by)), "board");
    }

    void aStageThatIsNotMlflowsHasItsLane() {
        ModelEntry entry = ranker();
        entry.versions.front().version.stage = "Shelf";
        QCOMPARE(drawn(entry, items::boardLanes(entry, {})),
                 QStringLiteral("None: 1 | Staging: | Production: 4 2 | Archived: 3 | Shelf: 5"));
    }

    void cardsFollowTheirVersions() {
        items::LaneModel lane;
        QAbstractItemModelTester tester(&lane,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto put = [&lane](ModelEntry entry, std::size_t number) {
            const auto shared = std::make_shared<const ModelEntry>(std::move(entry));
            lane.setLane(shared, items::boardLanes(*shared, {})[number]);
        };
        put(ranker(), 2);
        QCOMPARE(lane.rowCount(), 2);
        const QPersistentModelIndex two(lane.index(1));
        QCOMPARE(two.data(items::RawValue).toInt(), 2);
        ModelEntry moved = ranker();
        moved.versions[1].version.stage = "Archived";
        put(moved, 2);
        QCOMPARE(two.row(), 0);
        QCOMPARE(lane.rowOf(4), -1);
        const std::unique_ptr<QMimeData> dragged(lane.mimeData({lane.index(0)}));
        QCOMPARE(dragged->data(items::LaneModel::mimeType()), QByteArray("3\nranker\n2"));
        moved.model.name = "other";
        put(moved, 0);
        QVERIFY(!two.isValid());
    }

    void theWorstDecisionIsShown() {
        using sync::DecisionState;
        ModelEntry entry = ranker();
        QVERIFY(!items::pendingState(entry, 4));
        entry.decisions = {
            decision(PlaceKind::VersionStage, 5, "Production", DecisionState::Conflict),
            decision(PlaceKind::ModelAlias, 0, "2", DecisionState::Waiting)};
        // The alias leaves version 4 and comes to version 2.
        QCOMPARE(items::pendingState(entry, 4), DecisionState::Waiting);
        QCOMPARE(items::pendingState(entry, 2), DecisionState::Waiting);
        QCOMPARE(items::pendingState(entry, 5), DecisionState::Conflict);
        QVERIFY(!items::pendingState(entry, 3));
        entry.decisions.front().change.archiveExisting = true;
        entry.decisions.front().change.archived = {2, 4};
        QCOMPARE(items::pendingState(entry, 4), DecisionState::Conflict);
        items::VersionModel table;
        table.setEntry(entry);
        QCOMPARE(table.index(0, 0).data(items::Edited).toInt(),
                 static_cast<int>(DecisionState::Conflict));
        QVERIFY(!table.index(2, 0).data(items::Edited).isValid());
    }

    void aMetricIsComparedWithTheOlderVersionThatHasIt() {
        items::VersionModel table;
        QAbstractItemModelTester tester(&table,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        table.setEntry(ranker());
        table.setMetric({"val_loss", {{{50}, 0.2}, {{30}, 0.5}, {{20}, 0.25}}},
                        items::Direction::Lower);
        const auto at = [&table](int row, int column, int role) {
            return table.index(row, column).data(role);
        };
        // Versions 5, 4 (none), 3, 2, 1 (none).
        QCOMPARE(at(0, items::VersionModel::Metric, items::RawValue).toDouble(), 0.2);
        QVERIFY(!at(1, items::VersionModel::Metric, items::RawValue).isValid());
        QCOMPARE(at(0, items::VersionModel::MetricChange, items::RawValue).toDouble(), 0.2 - 0.5);
        QCOMPARE(at(0, items::VersionModel::MetricChange, items::Verdict).toInt(), 1);
        QCOMPARE(at(2, items::VersionModel::MetricChange, items::Verdict).toInt(), -1);
        QVERIFY(!at(3, items::VersionModel::MetricChange, items::RawValue).isValid());
    }

    void theInboxIsFiltered() {
        using items::InboxFilter;
        items::InboxModel inbox;
        QAbstractItemModelTester tester(&inbox,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        inbox.setInbox(std::make_shared<const session::Inbox>(
            session::Inbox{request("a", true, false, false), request("b", false, true, false),
                           request("c", false, true, true)}));
        QCOMPARE(inbox.rowCount(), 1);
        QCOMPARE(inbox.countOf(InboxFilter::Mine), 2);
        QCOMPARE(inbox.countOf(InboxFilter::Open), 2);
        QCOMPARE(inbox.countOf(InboxFilter::Decided), 1);
        const QPersistentModelIndex first(inbox.index(0));
        inbox.setFilter(InboxFilter::Open);
        QCOMPARE(first.row(), 0);
        inbox.setInbox(std::make_shared<const session::Inbox>(
            session::Inbox{request("b", false, true, false), request("a", true, false, false)}));
        QCOMPARE(first.row(), 1);
        inbox.setFilter(InboxFilter::Decided);
        QVERIFY(!first.isValid());
        QCOMPARE(inbox.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
