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

    void marksOfRunsAndTheSelectionAreThereAtTheNextStart() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        std::vector<base::RunNo> runs;
        QByteArray kept;
        {
            Start start(folder);
            start.workspace.openSource(place(store));
            QTRY_VERIFY_WITH_TIMEOUT(start.workspace.runs().snapshot()->total > 3, 20000);
            QTRY_VERIFY(start.workspace.sources().sources().front().state !=
                        session::SourceState::Syncing);
            QTRY_VERIFY(!start.workspace.runs().isLoading());
            runs = start.workspace.runs().snapshot()->table.frame->runs();
            session::ChosenRuns& chosen = start.workspace.chosen();
            chosen.setSelected({runs[1]});
            chosen.toggleShown({runs[0]}, start.workspace.undo());
            chosen.toggleShown({runs[1]}, start.workspace.undo());
            chosen.setColour({runs[2]}, 7, start.workspace.undo());
            kept = start.workspace.session().value();
            // Numbers are the cache's own; what is kept names runs by their ids.
            const std::string_view id = start.workspace.runs().snapshot()->table.frame->text(
                query::attributeColumn(query::Attribute::RunId), 0);
            QVERIFY(kept.contains(QByteArray(id.data(), static_cast<qsizetype>(id.size()))));
            // As after a crash: nothing but what was kept after the change is on the disk.
            QVERIFY(Settings::write(start.settings.file(), {{Setting::Session, kept}}));
        }
        Start start(folder);
        QCOMPARE(start.settings.value(Setting::Session).toByteArray(), kept);
        start.workspace.restore();
        const session::ChosenRuns& chosen = start.workspace.chosen();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.selected(), std::vector{runs[1]}, 20000);
        QVERIFY(chosen.isPinned(runs[0]));
        QVERIFY(chosen.isHidden(runs[1]));
        QCOMPARE(chosen.slot(runs[2], "", 12), 7);
        QCOMPARE(start.workspace.session().value(), kept);
    }

    void theStateOfAnotherExperimentIsNotThisOnes() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        Start start(folder);
        Workspace& workspace = start.workspace;
        workspace.openSource(place(store));
        QTRY_VERIFY_WITH_TIMEOUT(workspace.runs().snapshot()->total > 0, 20000);
        QTRY_VERIFY(workspace.sources().sources().front().state != session::SourceState::Syncing);
        QTRY_VERIFY(!workspace.runs().isLoading());
        const base::ExperimentNo first = workspace.shownExperiments().front();
        const base::RunNo run = workspace.runs().snapshot()->table.frame->runs().front();
        workspace.chosen().toggleShown({run}, workspace.undo());
        const session::RunMarks marks = workspace.marker().marksHere();
        QCOMPARE(marks.drawn.size(), std::size_t{1});
        for (const cache::ExperimentRow& row : workspace.sources().sources().front().experiments) {
            if (row.experimentNo != first)
                workspace.showExperiments({row.experimentNo});
        }
        QVERIFY(workspace.marker().marksHere().empty());
        QVERIFY(workspace.marker().marks() == marks);
        workspace.showExperiments({first});
        QVERIFY(workspace.chosen().isPinned(run));
        QVERIFY(workspace.marker().marksHere() == marks);
    }

    void marksOfRunsThatAreNotThereStayInTheView() {
        QTemporaryDir folder;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        Start start(folder);
        Workspace& workspace = start.workspace;
        workspace.openSource(place(store));
        QTRY_VERIFY_WITH_TIMEOUT(workspace.runs().snapshot()->total > 0, 20000);
        QTRY_VERIFY(!workspace.runs().isLoading());
        const query::Frame& frame = *workspace.runs().snapshot()->table.frame;
        const std::string id(frame.text(query::attributeColumn(query::Attribute::RunId), 0));
        session::RunMarks view;
        view.hidden = {id, "a run of somebody else"};
        workspace.marker().setMarksHere(view);
        QVERIFY(workspace.chosen().isHidden(frame.runs()[0]));
        QVERIFY(workspace.marker().marksHere(view) == view);
        // A person shows the run again: that is a change; the absent one is none.
        workspace.chosen().setChoices({});
        QVERIFY(workspace.marker().marksHere(view).hidden ==
                std::set<std::string>{"a run of somebody else"});
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
