// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sourcetreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace podium;
using items::SourceNodeKind;
using items::SourceTreeModel;
using session::SourceInfo;

namespace {

cache::ExperimentRow experiment(std::int64_t number, const std::string& name, std::int64_t runs,
                                bool deleted = false) {
    cache::ExperimentRow row;
    row.experimentNo = {number};
    row.experiment.name = name;
    row.experiment.experimentId = std::to_string(number);
    row.experiment.lifecycle = deleted ? domain::Lifecycle::Deleted : domain::Lifecycle::Active;
    row.runs = runs;
    return row;
}

SourceInfo source(const QString& title, std::vector<cache::ExperimentRow> experiments) {
    SourceInfo info;
    info.location = QStringLiteral("/data/") + title;
    info.title = title;
    info.state = session::SourceState::Synced;
    info.experiments = std::move(experiments);
    return info;
}

std::vector<SourceInfo> example() {
    return {source(QStringLiteral("mlruns"),
                   {experiment(1, "ablations/a", 3), experiment(2, "ablations/deep/b", 4),
                    experiment(3, "cifar", 10), experiment(4, "/Users/me@x.org/bert", 5),
                    experiment(5, "old", 99, true)}),
            source(QStringLiteral("empty"), {})};
}

QStringList drawn(const SourceTreeModel& model, const QModelIndex& parent = {}, int level = 0) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(level * 2, QLatin1Char(' ')) + index.data().toString() +
                     QLatin1Char(' ') + index.data(items::Count).toString());
        lines += drawn(model, index, level + 1);
    }
    return lines;
}

}  // namespace

/// Sources, folders and experiments as a tree.
class TestSourceTreeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void experimentsLieInFoldersAndDeletedOnesAtTheEnd() {
        SourceTreeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSources(example());
        QCOMPARE(drawn(model),
                 (QStringList{QStringLiteral("mlruns 22"), QStringLiteral("  ablations 7"),
                              QStringLiteral("    a 3"), QStringLiteral("    deep 4"),
                              QStringLiteral("      b 4"), QStringLiteral("  cifar 10"),
                              QStringLiteral("  Users/me@x.org 5"), QStringLiteral("    bert 5"),
                              QStringLiteral("  Deleted 99"), QStringLiteral("    old 99"),
                              QStringLiteral("empty 0")}));
    }

    void whatIsChosenHoldsAllBelowButNotTheTrash() {
        SourceTreeModel model;
        model.setSources(example());
        const auto numbers = [&model](const QModelIndex& index) {
            QList<qint64> list;
            for (const base::ExperimentNo number : model.experiments(index))
                list.append(number.value);
            return list;
        };
        QCOMPARE(numbers(model.index(0, 0)), (QList<qint64>{1, 2, 3, 4}));
        QCOMPARE(numbers(model.indexOf(base::ExperimentNo{5}).parent()), QList<qint64>{5});
        QCOMPARE(numbers(model.indexOf(base::ExperimentNo{5})), QList<qint64>{5});
    }

    void aFilterLeavesMatchesAndWhatTheyLieIn() {
        SourceTreeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSources(example());
        model.setFilter(QStringLiteral("CIF"));
        QCOMPARE(drawn(model),
                 (QStringList{QStringLiteral("mlruns 22"), QStringLiteral("  cifar 10")}));
        model.setFilter(QStringLiteral("abl"));
        QCOMPARE(drawn(model).size(), 5);
        model.setFilter(QStringLiteral("old"));
        QCOMPARE(drawn(model),
                 (QStringList{QStringLiteral("mlruns 22"), QStringLiteral("  Deleted 99"),
                              QStringLiteral("    old 99")}));
        model.setFilter(QString());
        QCOMPARE(drawn(model).size(), 11);
    }

    void aNewCountChangesNoRows() {
        SourceTreeModel model;
        std::vector<SourceInfo> sources = example();
        model.setSources(sources);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        sources[0].experiments[2].runs = 11;
        model.setSources(sources);
        QCOMPARE(layout.count(), 0);
        QCOMPARE(data.count(), 2);  // the experiment and its source
        QCOMPARE(model.indexOf(base::ExperimentNo{3}).data(items::Count).toInt(), 11);
    }

    void aFolderOfFoldersIsOneLineUntilItHoldsMore() {
        SourceTreeModel model;
        model.setSources({source(QStringLiteral("a"), {experiment(1, "f/g/x", 1)})});
        const QPersistentModelIndex folder(model.index(0, 0, model.index(0, 0)));
        QCOMPARE(folder.data().toString(), QStringLiteral("f/g"));
        model.setSources(
            {source(QStringLiteral("a"), {experiment(1, "f/g/x", 1), experiment(2, "f/y", 1)})});
        QCOMPARE(folder.data().toString(), QStringLiteral("g"));
    }

    void percentIsThatOfTheSync() {
        SourceInfo syncing = source(QStringLiteral("s"), {});
        syncing.state = session::SourceState::Syncing;
        QCOMPARE(items::percentOf(syncing), -1);
        auto progress = std::make_shared<base::Progress>();
        progress->done = 31;
        syncing.progress = progress;
        QCOMPARE(items::percentOf(syncing), -1);
        progress->total = 100;
        QCOMPARE(items::percentOf(syncing), 31);
    }

    void indexesFollowWhatStays() {
        std::mt19937 random(7);
        SourceTreeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int round = 0; round < 200; ++round) {
            std::vector<cache::ExperimentRow> rows;
            for (std::int64_t number = 1; number <= 12; ++number) {
                if (random() % 3 == 0)
                    continue;
                const std::string folder = number % 2 == 0 ? "f/g/" : number % 5 == 0 ? "f/" : "";
                rows.push_back(
                    experiment(number, folder + std::to_string(number), 1, random() % 5 == 0));
            }
            const QPersistentModelIndex held(model.indexOf(base::ExperimentNo{6}));
            const bool wasDeleted =
                held.isValid() && model.node(held.parent()).kind == items::SourceNodeKind::Trash;
            model.setSources({source(QStringLiteral("a"), rows)});
            if (!held.isValid())
                continue;
            QCOMPARE(model.node(held).experimentNo.value, 6);
            QCOMPARE(model.node(held.parent()).kind == items::SourceNodeKind::Trash, wasDeleted);
        }
    }

    void anExperimentThatIsKeptOfflineSaysSo() {
        session::SourceInfo server;
        server.location = QStringLiteral("http://lab");
        for (const char* id : {"1", "2"}) {
            cache::ExperimentRow row;
            row.experimentNo = base::ExperimentNo{id[0]};
            row.experiment.experimentId = id;
            row.experiment.name = std::string("exp") + id;
            server.experiments.push_back(row);
        }
        items::SourceTreeModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSources({server});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        server.kept.push_back({"2", "", true, ""});
        model.setSources({server});
        QCOMPARE(changed.count(), 1);
        const QModelIndex source = model.index(0, 0);
        QCOMPARE(model.index(0, 0, source).data(items::KeptOffline).toBool(), false);
        QCOMPARE(model.index(1, 0, source).data(items::KeptOffline).toBool(), true);
    }
};

QTEST_GUILESS_MAIN(TestSourceTreeModel)
#include "tst_sourcetreemodel.moc"
