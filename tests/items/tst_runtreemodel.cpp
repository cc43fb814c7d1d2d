// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runtreemodel.h"
#include "tests/support/snapshots.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace podium;
using items::RunTreeModel;

namespace {

/// The model as a person reads it: names, indented by two blanks a level.
QStringList drawn(const RunTreeModel& model, const QModelIndex& parent = {}, int level = 0) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(level * 2, QLatin1Char(' ')) + index.data().toString());
        lines += drawn(model, index, level + 1);
    }
    return lines;
}

int columnOf(const RunTreeModel& model, const query::ColumnKey& key) {
    const auto& keys = model.keys();
    return static_cast<int>(std::ranges::find(keys, key) - keys.begin());
}

QModelIndex cell(const RunTreeModel& model, std::int64_t run, const query::ColumnKey& key) {
    return model.indexOf({run}).siblingAtColumn(columnOf(model, key));
}

const query::ColumnKey Loss = query::metricColumn("val_loss", query::Reduction::Min);

/// Runs with random parents, metrics and run numbers out of a common stock, so that some stay from
/// one snapshot to the next.
tests::SnapshotSpec randomSpec(std::mt19937& random) {
    tests::SnapshotSpec spec;
    spec.metrics = {Loss};
    const auto upTo = [&random](int n) { return std::uniform_int_distribution<int>(0, n)(random); };
    std::vector<int> stock(40);
    for (int i = 0; i < 40; ++i)
        stock[static_cast<std::size_t>(i)] = i + 1;
    std::shuffle(stock.begin(), stock.end(), random);
    stock.resize(static_cast<std::size_t>(upTo(40)));
    for (const int number : stock) {
        tests::RunSpec run;
        run.number = number;
        run.name = "run-" + std::to_string(number);
        if (upTo(2) == 0)
            run.parent = "run-" + std::to_string(upTo(39) + 1);
        run.metrics = {upTo(3) == 0 ? std::nullopt : std::optional<double>(upTo(9))};
        spec.runs.push_back(std::move(run));
    }
    spec.order = {{Loss, upTo(1) == 1, false}};
    const int kept = upTo(3);
    spec.matches = [kept](const tests::RunSpec& run) { return run.number % 4 >= kept; };
    spec.attributes = upTo(9) > 0;
    return spec;
}

}  // namespace

/// The run table's model over hand-made snapshots.
class TestRunTreeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void groupsStandAboveTheirRuns() {
        RunTreeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        tests::SnapshotSpec spec;
        spec.metrics = {Loss};
        spec.params = {"opt"};
        spec.runs.resize(3);
        for (std::size_t i = 0; i < 3; ++i) {
            spec.runs[i].name = std::string(1, static_cast<char>('a' + i));
            spec.runs[i].metrics = {1.0 + 2 * static_cast<double>(i)};
            spec.runs[i].params = {i < 2 ? std::optional<std::string>("adam") : std::nullopt};
        }
        auto snapshot = std::make_shared<session::RunsSnapshot>(*tests::makeSnapshot(spec));
        const query::Frame& frame = *snapshot->table.frame;
        const auto groups = std::make_shared<const query::Grouping>(
            frame, std::vector{query::paramColumn("opt")}, query::allRows(frame));
        snapshot->groups = groups;
        // Nodes 3 and 4 are the groups.
        snapshot->tree =
            query::RunTree(query::Nesting(std::vector<std::uint32_t>{3, 3, 4, RunTreeModel::NoRow,
                                                                     RunTreeModel::NoRow}),
                           std::vector<std::uint32_t>{3, 4, 0, 1, 2}, query::Bitmap(5, true));
        model.setSnapshot(snapshot);
        QCOMPARE(drawn(model),
                 (QStringList{QStringLiteral("adam"), QStringLiteral("  a"), QStringLiteral("  b"),
                              QString(), QStringLiteral("  c")}));
        const QModelIndex adam = model.index(0, 0);
        QCOMPARE(adam.data(items::GroupRow).toBool(), true);
        QCOMPARE(adam.data(items::Count).toInt(), 2);
        QVERIFY(!model.run(adam).valid());
        QCOMPARE(model.runsOfGroup(model.group(adam)).size(), std::size_t{2});
        const QModelIndex mean = adam.siblingAtColumn(columnOf(model, Loss));
        QCOMPARE(mean.data(items::RawValue).toDouble(), 2.0);
        QCOMPARE(model.readingOrder(), (std::vector<std::uint32_t>{0, 1, 2}));
        const QPersistentModelIndex kept(adam);
        auto next = std::make_shared<session::RunsSnapshot>(*snapshot);
        model.setSnapshot(next);
        QCOMPARE(kept.data().toString(), QStringLiteral("adam"));
    }

    void runsAreATreeInTheSnapshotsOrder() {
        RunTreeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.runs.resize(7);
        model.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(drawn(model),
                 (QStringList{QStringLiteral("sweep-14"), QStringLiteral("  trial-07"),
                              QStringLiteral("  trial-11"), QStringLiteral("  trial-03"),
                              QStringLiteral("sweep-13"), QStringLiteral("  trial-01"),
                              QStringLiteral("baseline")}));
        QCOMPARE(model.readingOrder(), (std::vector<std::uint32_t>{0, 1, 3, 2, 4, 5, 6}));
    }

    void cellsGiveRawValuesAndTexts() {
        RunTreeModel model;
        model.setSnapshot(tests::makeSnapshot(tests::exampleSpec()));
        QCOMPARE(cell(model, 4, Loss).data(items::RawValue).toDouble(), 0.2287);
        QCOMPARE(cell(model, 4, Loss).data().toString(), QStringLiteral("0.2287"));
        QVERIFY(cell(model, 3, Loss).data(items::NotANumber).toBool());
        QVERIFY(!cell(model, 3, Loss).data(items::Missing).toBool());
        const auto accuracy = query::metricColumn("accuracy");
        QVERIFY(cell(model, 11, accuracy).data(items::Missing).toBool());
        QVERIFY(!cell(model, 11, accuracy).data(items::RawValue).isValid());
        QCOMPARE(cell(model, 2, query::paramColumn("lr")).data(items::FullText).toString(),
                 QStringLiteral("3e-4"));
        QVERIFY(cell(model, 2, query::paramColumn("lr")).data(items::Numeric).toBool());
        QVERIFY(!cell(model, 2, query::paramColumn("model")).data(items::Numeric).toBool());
        QCOMPARE(cell(model, 1, query::attributeColumn(query::Attribute::StartTime))
                     .data(items::FullText)
                     .toString(),
                 QStringLiteral("2024-05-01T10:00:00.000Z"));
        QCOMPARE(model.indexOf({12}).data(items::Vanished).toBool(), true);
        QCOMPARE(model.indexOf({13}).data(items::Deleted).toBool(), true);
        QCOMPARE(model.indexOf({3}).data(items::Status).toInt(),
                 static_cast<int>(domain::RunStatus::Failed));
        QCOMPARE(model.indexOf({3}).data(items::RunId).toByteArray(), QByteArray("id-trial-03"));
    }

    void whatIsKeptOfflineIsMarkedAndSaid() {
        RunTreeModel model;
        model.setKeptWords(QStringLiteral("kept"));
        model.setSnapshot(tests::makeSnapshot(tests::exampleSpec()));
        QVERIFY(model.indexOf({1}).data(items::KeptOffline).toBool());
        QVERIFY(!model.indexOf({2}).data(items::KeptOffline).toBool());
        QCOMPARE(model.indexOf({1}).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("sweep-14, kept"));
        // Others are said as they are shown.
        QVERIFY(!model.indexOf({2}).data(Qt::AccessibleTextRole).isValid());
        QVERIFY(!cell(model, 1, Loss).data(Qt::AccessibleTextRole).isValid());
    }

    void aRunWithoutANameShowsItsId() {
        tests::SnapshotSpec spec;
        spec.runs.resize(1);
        RunTreeModel model;
        model.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("id-"));
    }

    void theBestOfAColumnIsMarkedAmongMatchingRuns() {
        RunTreeModel model;
        tests::SnapshotSpec spec = tests::exampleSpec();
        model.setSnapshot(tests::makeSnapshot(spec));
        QVERIFY(cell(model, 1, Loss).data(items::Best).toBool());
        QVERIFY(cell(model, 2, Loss).data(items::Best).toBool());
        QVERIFY(!cell(model, 4, Loss).data(items::Best).toBool());
        // sweep-14 is only context now, and does not count.
        spec.matches = [](const tests::RunSpec& run) {
            return run.name == "trial-03" || run.name == "trial-11" || run.name == "baseline";
        };
        model.setSnapshot(tests::makeSnapshot(spec));
        QVERIFY(model.indexOf({1}).data(items::Context).toBool());
        QVERIFY(cell(model, 4, Loss).data(items::Best).toBool());
        spec.matches = [](const tests::RunSpec& run) {
            return run.name == "trial-07" || run.name == "baseline";
        };
        model.setSnapshot(tests::makeSnapshot(spec));
        QVERIFY(cell(model, 2, Loss).data(items::Best).toBool());
        QVERIFY(!cell(model, 1, Loss).data(items::Best).toBool());
    }

    void orderRanksTellPlaceAndDirection() {
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.order.push_back({query::paramColumn("lr"), true, true});
        RunTreeModel model;
        model.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(model.orderRank(columnOf(model, Loss)), 1);
        QCOMPARE(model.orderRank(columnOf(model, query::paramColumn("lr"))), -2);
        QCOMPARE(model.orderRank(0), 0);
    }

    void indexesFollowTheirRuns() {
        RunTreeModel model;
        tests::SnapshotSpec spec = tests::exampleSpec();
        model.setSnapshot(tests::makeSnapshot(spec));
        const QPersistentModelIndex trial(cell(model, 4, Loss));
        const QPersistentModelIndex baseline(model.indexOf({7}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        spec.order.front().descending = true;
        spec.matches = [](const tests::RunSpec& run) { return run.name != "baseline"; };
        model.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(trial.data().toString(), QStringLiteral("0.2287"));
        QCOMPARE(model.run(trial).value, 4);
        QVERIFY(!baseline.isValid());
    }

    void otherColumnsResetTheModel() {
        RunTreeModel model;
        tests::SnapshotSpec spec = tests::exampleSpec();
        model.setSnapshot(tests::makeSnapshot(spec));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        spec.params.pop_back();
        model.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(reset.count(), 1);
        QCOMPARE(model.columnCount(), 6);
        model.setSnapshot(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 1);
    }

    void shownRunsAreTold() {
        RunTreeModel model;
        model.setSnapshot(tests::makeSnapshot(tests::exampleSpec()));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setShown({{2}, {7}});
        QCOMPARE(changed.count(), 1);
        QVERIFY(model.indexOf({2}).data(items::Shown).toBool());
        QVERIFY(!model.indexOf({1}).data(items::Shown).toBool());
    }

    void snapshotsInAnyOrderKeepTheModelWhole() {
        std::mt19937 random(20240501);
        RunTreeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        QList<QPersistentModelIndex> held;
        std::vector<base::RunNo> runs;
        for (int round = 0; round < 300; ++round) {
            const auto snapshot = tests::makeSnapshot(randomSpec(random));
            const bool sameColumns = snapshot->columns == model.snapshot()->columns;
            model.setSnapshot(snapshot);
            if (sameColumns) {
                for (qsizetype i = 0; i < held.size(); ++i) {
                    const base::RunNo run = runs[static_cast<std::size_t>(i)];
                    QCOMPARE(QModelIndex(held[i]), model.indexOf(run));
                }
            }
            held.clear();
            runs.clear();
            for (const std::uint32_t row : model.readingOrder()) {
                const base::RunNo run = snapshot->table.frame->runs()[row];
                QCOMPARE(model.indexOf(run), model.indexOfRow(row));
                held.append(model.indexOfRow(row));
                runs.push_back(model.run(held.last()));
            }
            QCOMPARE(held.size(), qsizetype(snapshot->tree.size()));
        }
    }
};

QTEST_GUILESS_MAIN(TestRunTreeModel)
#include "tst_runtreemodel.moc"
