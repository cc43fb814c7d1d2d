// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"
#include "session/runsview.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace podium;
using session::RunsView;

/// An experiment of so many runs that reading their values takes a while: one sees the runs first.
class TestManyRuns : public QObject {
    Q_OBJECT

    static constexpr int Runs = 6000;
    const query::ColumnKey m_score = query::metricColumn("score");
    const query::ColumnKey m_lr = query::paramColumn("lr");
    QTemporaryDir m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::vector<cache::ExperimentRow> m_experiments;

    struct Seen {
        std::vector<std::shared_ptr<const session::RunsSnapshot>> snapshots;
        bool loading = false;
    };

    static void watch(RunsView& view, Seen& seen) {
        connect(&view, &RunsView::snapshotChanged, &view,
                [&] { seen.snapshots.push_back(view.snapshot()); });
        connect(&view, &RunsView::loadingChanged, &view, [&](bool on) { seen.loading = on; });
    }

    static double scoreOf(int run) { return (run * 7919) % Runs; }

private Q_SLOTS:
    void initTestCase() {
        auto opened = cache::Cache::open(m_folder.filePath(QStringLiteral("c.db")).toStdString(),
                                         base::systemClock());
        m_cache = std::move(opened).value();
        const auto filled = m_cache->writer().run([](cache::Writer& writer) -> base::Result<void> {
            const auto source = writer.addSource("filestore", "/lab", "/lab", "lab", 1);
            PODIUM_TRY(void, source);
            domain::Experiment experiment;
            experiment.experimentId = "1";
            const auto number = writer.putExperiment(source.value(), experiment);
            PODIUM_TRY(void, number);
            for (int i = 0; i < Runs; ++i) {
                domain::Run run;
                run.runId = "run-" + std::to_string(i);
                run.runName = run.runId;
                run.experimentId = "1";
                run.startTime = 1000 + i;
                run.params = {{"lr", i % 2 == 0 ? "0.1" : "0.2"}, {"same", "x"}};
                run.metrics.push_back({"score", {{scoreOf(i), 5, 0}}});
                const auto encoded = cache::encodeRun(std::move(run), 1, writer.names());
                PODIUM_TRY(void, writer.putRun(number.value(), {}, encoded));
            }
            return {};
        });
        QVERIFY(filled.ok());
        auto reader = m_cache->reader();
        m_experiments = reader.value().experiments(base::SourceNo{1}).value();
    }

    void runsAreSeenBeforeTheirValues() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        Seen seen;
        watch(view, seen);
        view.setExperiments(m_experiments);
        QVERIFY(seen.loading);
        QTRY_VERIFY(!seen.loading);
        QCOMPARE(seen.snapshots.size(), std::size_t{2});
        const auto& first = *seen.snapshots.front();
        QCOMPARE(first.tree.size(), std::size_t(Runs));
        QVERIFY(std::ranges::count(first.columns, m_score) == 1);
        QVERIFY(!first.table.frame->has(m_score));
        const auto& last = *seen.snapshots.back();
        QVERIFY(last.table.frame->has(m_score));
        QVERIFY(std::ranges::equal(first.tree.roots(), last.tree.roots()));
        // Of the params only the one that differs is worth a column, which its values tell.
        QVERIFY(std::ranges::count(last.columns, m_lr) == 1);
        QVERIFY(std::ranges::count(last.columns, query::paramColumn("same")) == 0);
        QCOMPARE(view.columns(), last.columns);
    }

    void theirOrderIsRightAtOnce() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        Seen seen;
        watch(view, seen);
        view.setExperiments(m_experiments);
        session::ViewState state;
        state.columnsChosen = true;
        state.columns = {m_lr, m_score};
        state.order = {{m_score, true, true}};
        view.setState(state);
        QTRY_VERIFY(!seen.loading);
        QVERIFY(!seen.snapshots.empty());
        for (const auto& snapshot : seen.snapshots) {
            const std::uint32_t top = snapshot->tree.roots().front();
            const auto* scores =
                std::get_if<query::NumberColumn>(snapshot->table.frame->column(m_score));
            QVERIFY(scores != nullptr);
            QCOMPARE(scores->values[top], double(Runs - 1));
        }
        QVERIFY(!seen.snapshots.front()->table.frame->has(m_lr));
        QVERIFY(seen.snapshots.back()->table.frame->has(m_lr));
    }

    void aFilterInBetweenCounts() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        Seen seen;
        watch(view, seen);
        view.setExperiments(m_experiments);
        QTRY_VERIFY(!seen.snapshots.empty());
        view.setFilter(QStringLiteral("metrics.score < 10"));
        QTRY_VERIFY(!seen.loading);
        QCOMPARE(view.snapshot()->matching, std::size_t{10});
        QVERIFY(view.snapshot()->table.frame->has(m_lr));
        QVERIFY(std::ranges::count(view.columns(), m_lr) == 1);
    }

    void whatIsReadAgainStaysInSightMeanwhile() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        Seen seen;
        watch(view, seen);
        view.setExperiments(m_experiments);
        QTRY_VERIFY(seen.snapshots.size() == 2 && !seen.loading);
        view.reload();
        QTRY_VERIFY(seen.snapshots.size() > 2 && !seen.loading);
        QCOMPARE(seen.snapshots.size(), std::size_t{3});
        QVERIFY(seen.snapshots.back()->table.frame->has(m_score));
    }

    void twoReductionsOfOneMetricAreBothRead() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        Seen seen;
        watch(view, seen);
        view.setExperiments(m_experiments);
        const auto least = query::metricColumn("score", query::Reduction::Min);
        view.setColumns({least, m_score, m_lr});
        QTRY_VERIFY(!seen.loading && view.snapshot()->table.frame->has(least));
        const query::Frame& frame = *view.snapshot()->table.frame;
        for (const query::ColumnKey& key : {least, m_score}) {
            const auto& numbers = std::get<query::NumberColumn>(*frame.column(key));
            QCOMPARE(numbers.present.count(), std::size_t(Runs));
            QCOMPARE(numbers.values[4321], scoreOf(4321));
        }
    }
};

QTEST_GUILESS_MAIN(TestManyRuns)
#include "tst_manyruns.moc"
