// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/modellistmodel.h"
#include "items/problemmodel.h"
#include "items/versionmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

#include <random>

using namespace podium;
using session::ModelEntry;
using session::RegistrySnapshot;

namespace {

ModelEntry entry(std::int64_t source, const std::string& name, int versions) {
    ModelEntry model;
    model.sourceNo = {source};
    model.sourceTitle = QStringLiteral("store %1").arg(source);
    model.model.name = name;
    for (int version = versions; version > 0; --version) {
        ModelEntry::Version added;
        added.version.name = name;
        added.version.version = version;
        added.version.stage = version == 1 ? "Production" : "None";
        added.runNo = {version == 2 ? 5 : 0};
        model.versions.push_back(added);
    }
    model.model.aliases = {{"champion", 1}};
    return model;
}

session::ProblemEntry problem(std::int64_t source, const std::string& path) {
    session::ProblemEntry added;
    added.sourceNo = {source};
    added.sourceTitle = QStringLiteral("store %1").arg(source);
    added.sourceRoot = QStringLiteral("/data/%1").arg(source);
    added.stored.problem = {{base::ErrorCode::MetaInvalid, {path, "no colon"}}, path};
    return added;
}

}  // namespace

/// Registered models, their versions, and problems.
class TestRegistryModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsAreSortedAndSearched() {
        items::ModelListModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto snapshot = std::make_shared<RegistrySnapshot>();
        snapshot->models = {entry(1, "ranker", 2), entry(2, "fraud", 1)};
        model.setSnapshot(snapshot);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("fraud"));
        const QPersistentModelIndex ranker(model.index(1));
        model.setFilter(QStringLiteral("RANK"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(ranker.row(), 0);
        model.setFilter(QStringLiteral("champ"));
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(QStringLiteral("production"));
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(QStringLiteral("nothing"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!ranker.isValid());
    }

    void versionsFollowTheirNumber() {
        items::VersionModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEntry(entry(1, "m", 2));
        QCOMPARE(model.aliases(1), QStringList{QStringLiteral("champion")});
        QVERIFY(model.index(0, items::VersionModel::SourceRun).data(items::Link).toBool());
        QVERIFY(!model.index(1, items::VersionModel::SourceRun).data(items::Link).toBool());
        const QPersistentModelIndex first(model.index(1, 0));
        model.setEntry(entry(1, "m", 4));
        QCOMPARE(first.row(), 3);
        QCOMPARE(first.data(items::RawValue).toInt(), 1);
        model.setEntry(std::nullopt);
        QCOMPARE(model.rowCount(), 0);
    }

    void problemsStandBelowTheirSources() {
        items::ProblemModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto snapshot = std::make_shared<RegistrySnapshot>();
        snapshot->problems = {problem(1, "0/a/meta.yaml"), problem(1, "0/b/meta.yaml"),
                              problem(2, "9/c/metrics/loss")};
        model.setSnapshot(snapshot);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        const QPersistentModelIndex second(model.index(1, 0));
        QCOMPARE(model.index(1, items::ProblemModel::Path, model.index(0, 0)).data().toString(),
                 QStringLiteral("0/b/meta.yaml"));
        model.setFilter(QStringLiteral("loss"));
        QCOMPARE(model.visible(), 1);
        QCOMPARE(model.total(), 3);
        QCOMPARE(second.row(), 0);
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("<p>meta-invalid</p>"));
        model.setFilter(QStringLiteral("meta-invalid"));
        QCOMPARE(model.visible(), 3);
    }

    void snapshotsInAnyOrderKeepTheModelsWhole() {
        std::mt19937 random(11);
        items::ModelListModel models;
        items::ProblemModel problems;
        QAbstractItemModelTester first(&models,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal);
        QAbstractItemModelTester second(&problems,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int round = 0; round < 100; ++round) {
            auto snapshot = std::make_shared<RegistrySnapshot>();
            for (std::int64_t source = 1; source <= 4; ++source) {
                for (std::uint32_t i = 0; i < random() % 4; ++i) {
                    snapshot->models.push_back(
                        entry(source, "m" + std::to_string(random() % 9), 1));
                    snapshot->problems.push_back(
                        problem(source, "p" + std::to_string(random() % 9)));
                }
            }
            models.setSnapshot(snapshot);
            problems.setSnapshot(snapshot);
            models.setFilter(round % 3 == 0 ? QStringLiteral("m1") : QString());
            problems.setFilter(round % 3 == 0 ? QStringLiteral("p1") : QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestRegistryModels)
#include "tst_registrymodels.moc"
