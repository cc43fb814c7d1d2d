// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/columnlistmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using items::ColumnListModel;

namespace {

session::ColumnNames names() {
    return {{"acc", "system/cpu", "system/gpu", "train/acc", "train/loss"},
            {"lr", "opt.beta", "opt.eps", "seed"},
            {"mlflow.user", "team"}};
}

QModelIndex find(const ColumnListModel& model, const QString& title,
                 const QModelIndex& parent = {}) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == title)
            return index;
        if (const QModelIndex below = find(model, title, index); below.isValid())
            return below;
    }
    return {};
}

QStringList below(const ColumnListModel& model, const QModelIndex& parent) {
    QStringList titles;
    for (int row = 0; row < model.rowCount(parent); ++row)
        titles.append(model.index(row, 0, parent).data().toString());
    return titles;
}

}  // namespace

/// The list of everything that can be a column.
class TestColumnListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreGroupedByKindAndPrefix() {
        ColumnListModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setNames(names());
        const auto group = [](items::ColumnGroup g) {
            return QString::number(static_cast<int>(g));
        };
        QCOMPARE(below(model, find(model, group(items::ColumnGroup::Metrics))),
                 (QStringList{QStringLiteral("acc"), QStringLiteral("train/")}));
        QCOMPARE(
            below(model, find(model, group(items::ColumnGroup::Params))),
            (QStringList{QStringLiteral("lr"), QStringLiteral("opt."), QStringLiteral("seed")}));
        // The machine's metrics and MLflow's own tags stand last.
        QCOMPARE(below(model, {}).mid(5), (QStringList{group(items::ColumnGroup::SystemMetrics),
                                                       group(items::ColumnGroup::SystemTags)}));
    }

    void checkingAGroupChecksWhatPassesTheFilter() {
        ColumnListModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setNames(names());
        model.setFilter(QStringLiteral("loss TRAIN"));
        QCOMPARE(model.visibleNames(), 1);
        QSignalSpy edited(&model, &ColumnListModel::columnsEdited);
        model.setAllChecked({}, true);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(model.columns(), std::vector{query::metricColumn("train/loss")});
        model.setFilter(QString());
        QCOMPARE(find(model, QStringLiteral("train/")).data(Qt::CheckStateRole).toInt(),
                 static_cast<int>(Qt::PartiallyChecked));
        QVERIFY(
            model.setData(find(model, QStringLiteral("train/")), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.columns(), (std::vector{query::metricColumn("train/loss"),
                                               query::metricColumn("train/acc")}));
        model.setAllChecked({}, false);
        QVERIFY(model.columns().empty());
    }

    void aMetricMayBeShownInSeveralReductions() {
        ColumnListModel model;
        model.setTitles([](items::ColumnGroup) { return QString(); },
                        [](const query::ColumnKey&) { return QString(); },
                        [](const query::ColumnKey& key) {
                            return key.reduction == query::Reduction::Min ? QStringLiteral("min")
                                                                          : QStringLiteral("last");
                        });
        model.setNames(names());
        model.setColumns({query::metricColumn("acc"), query::paramColumn("lr")});
        model.setShown(query::metricColumn("acc", query::Reduction::Min), true);
        QCOMPARE(model.columns(), (std::vector{query::metricColumn("acc"),
                                               query::metricColumn("acc", query::Reduction::Min),
                                               query::paramColumn("lr")}));
        const QModelIndex acc = find(model, QStringLiteral("acc"));
        QCOMPARE(acc.siblingAtColumn(1).data().toString(), QStringLiteral("last, min"));
        // Unchecking the name takes all of them.
        QVERIFY(model.setData(acc, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.columns(), std::vector{query::paramColumn("lr")});
    }

    void manyNamesAreFast() {
        session::ColumnNames many;
        for (int i = 0; i < 12'000; ++i)
            many.metrics.push_back("layer" + std::to_string(10'000 + i / 10) + "/m" +
                                   std::to_string(i % 10));
        ColumnListModel model;
        QElapsedTimer timer;
        timer.start();
        model.setNames(many);
        model.setFilter(QStringLiteral("m7"));
        QCOMPARE(model.visibleNames(), 1200);
        model.setAllChecked({}, true);
        QCOMPARE(model.columns().size(), std::size_t{1200});
        // Generous, for a busy machine: it takes some 20 ms.
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestColumnListModel)
#include "tst_columnlistmodel.moc"
