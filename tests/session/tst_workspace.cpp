// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"
#include "tests/support/fixtures.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using session::Setting;
using session::Settings;
using session::Workspace;

namespace {

/// One start of the program: a cache, a settings file, a workspace.
struct Start {
    explicit Start(const QTemporaryDir& folder)
        : cache(cache::Cache::open(folder.filePath(QStringLiteral("c.db")).toStdString(),
                                   base::systemClock())
                    .value()
                    .release()),
          settings(folder.filePath(QStringLiteral("s.ini"))),
          workspace(*cache, engine, settings) {}
    std::unique_ptr<cache::Cache> cache;
    jobs::JobEngine engine;
    Settings settings;
    Workspace workspace;
};

QString place(const tests::Fixture& store) {
    return QString::fromStdString(store.mlruns().string());
}

}  // namespace

class TestWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOpenedSourceShowsItsLargestExperiment() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        Start start(folder);
        start.workspace.openSource(place(store));
        QTRY_VERIFY_WITH_TIMEOUT(start.workspace.runs().snapshot()->total > 0, 20000);
        QTRY_COMPARE(start.workspace.recentSources().size(), 1);
        std::int64_t most = 0;
        const auto& source = start.workspace.sources().sources().front();
        QTRY_VERIFY(source.state != session::SourceState::Syncing);
        for (const cache::ExperimentRow& row : source.experiments)
            most = std::max(most, row.runs);
        QTRY_COMPARE(start.workspace.runs().snapshot()->total, std::size_t(most));
    }

    void theNextStartShowsTheSame() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        QString experiment;
        {
            Start start(folder);
            start.workspace.openSource(place(store));
            QTRY_VERIFY_WITH_TIMEOUT(start.workspace.runs().snapshot()->total > 0, 20000);
            QTRY_VERIFY(start.workspace.sources().sources().front().state !=
                        session::SourceState::Syncing);
            start.workspace.runs().setFilter(QStringLiteral("status = 'FINISHED'"));
            QTest::qWait(100);
            experiment = QString::fromStdString(
                start.workspace.runs().experiments().front().experiment.name);
            start.workspace.save();
        }
        Start start(folder);
        start.workspace.restore();
        QTRY_VERIFY_WITH_TIMEOUT(!start.workspace.runs().experiments().empty(), 20000);
        QCOMPARE(
            QString::fromStdString(start.workspace.runs().experiments().front().experiment.name),
            experiment);
        QTRY_COMPARE(start.workspace.runs().filter(), QStringLiteral("status = 'FINISHED'"));
    }

    void modelsAndProblemsOfTheOpenSourcesAreListed() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        Start start(folder);
        start.workspace.openSource(place(store));
        QTRY_COMPARE_WITH_TIMEOUT(start.workspace.registry().snapshot()->models.size(),
                                  std::size_t{6}, 20000);
        start.workspace.sources().close(place(store));
        QTRY_COMPARE(start.workspace.registry().snapshot()->models.size(), std::size_t{0});
        QTRY_VERIFY(start.workspace.runs().experiments().empty());
    }

    void aRunOfTheRegistryIsShownInItsExperiment() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        Start start(folder);
        start.workspace.openSource(place(store));
        QTRY_VERIFY_WITH_TIMEOUT(!start.workspace.registry().snapshot()->models.empty(), 20000);
        base::RunNo run;
        for (const session::ModelEntry& model : start.workspace.registry().snapshot()->models) {
            for (const session::ModelEntry::Version& version : model.versions) {
                if (version.runNo.valid())
                    run = version.runNo;
            }
        }
        QVERIFY(run.valid());
        QSignalSpy wanted(&start.workspace, &Workspace::runWanted);
        start.workspace.showRun(run);
        QCOMPARE(wanted.count(), 1);
        QTRY_VERIFY(
            std::ranges::count(start.workspace.runs().snapshot()->table.frame->runs(), run) == 1);
    }

    void settingsOfAnotherTypeFallBack() {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("s.ini")));
        settings.setValue(Setting::FollowLive, QByteArray("certainly"));
        settings.setValue(Setting::Theme, QStringLiteral("dark"));
        QCOMPARE(settings.value(Setting::Theme).toString(), QStringLiteral("dark"));
        QCOMPARE(settings.value(Setting::RecentSources).toStringList(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
