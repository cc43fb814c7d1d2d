// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"
#include "session/runsview.h"
#include "session/viewedit.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cmath>

using namespace podium;
using session::RunsView;

/// The runs of a real store in the table: experiments, filter, order, columns, as a person changes
/// them.
class TestRunsView : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::Fixture> m_store;
    QTemporaryDir m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::vector<cache::ExperimentRow> m_experiments;

    QStringList ids(const RunsView& view) {
        QStringList list;
        const auto snapshot = view.snapshot();
        const auto key = query::attributeColumn(query::Attribute::RunId);
        for (const std::uint32_t row : snapshot->tree.roots())
            list.append(QString::fromUtf8(snapshot->table.frame->text(key, row).data(), 32));
        return list;
    }

    std::unique_ptr<RunsView> opened(jobs::JobEngine& engine) {
        auto view = std::make_unique<RunsView>(*m_cache, engine);
        QSignalSpy changed(view.get(), &RunsView::snapshotChanged);
        view->setExperiments(m_experiments);
        if (!changed.wait(10000))
            qFatal("no snapshot");
        return view;
    }

private Q_SLOTS:
    void initTestCase() {
        m_store = std::make_unique<tests::Fixture>(QStringLiteral("filestore-2.17"));
        QVERIFY2(m_store->ok(), qPrintable(m_store->error()));
        auto cache = cache::Cache::open(m_folder.filePath(QStringLiteral("c.db")).toStdString(),
                                        base::systemClock());
        m_cache = std::move(cache).value();
        auto store = stores::openStore(m_store->mlruns().string());
        QVERIFY(store.ok());
        base::Progress progress;
        auto report = sync::sync(*store.value(), *m_cache, {}, progress, {});
        QVERIFY(report.ok());
        auto reader = m_cache->reader();
        m_experiments = reader.value().experiments(report.value().source).value();
    }

    void allActiveRunsAreThereAndDeletedOnesAreAskedFor() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        const QJsonObject expected = m_store->expected();
        QCOMPARE(view->snapshot()->total,
                 std::size_t(expected[QLatin1String("search_runs_active_only")].toArray().size()));
        QSignalSpy changed(view.get(), &RunsView::snapshotChanged);
        view->setViewType(session::ViewType::DeletedOnly);
        QVERIFY(changed.wait(10000));
        QCOMPARE(view->snapshot()->total,
                 std::size_t(expected[QLatin1String("search_runs_deleted_only")].toArray().size()));
    }

    void aFilterNarrowsAndAWrongOneChangesNothing() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        QSignalSpy changed(view.get(), &RunsView::snapshotChanged);
        view->setFilter(QStringLiteral("attributes.status = 'FAILED'"));
        QVERIFY(changed.wait(10000));
        QCOMPARE(view->snapshot()->matching, std::size_t{1});
        QVERIFY(view->filterIsMlflows());

        view->setFilter(QStringLiteral("attributes.status = "));
        QVERIFY(view->filterError().has_value());
        QVERIFY(!changed.wait(200));
        QCOMPARE(view->snapshot()->matching, std::size_t{1});

        view->setFilter(QStringLiteral("status = 'FAILED' OR status = 'KILLED'"));
        QVERIFY(changed.wait(10000));
        QVERIFY(!view->filterError().has_value());
        QCOMPARE(view->snapshot()->matching, std::size_t{2});
        QVERIFY(!view->filterIsMlflows());
    }

    void defaultColumnsAreUsefulAndAPersonsChoiceStays() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        QVERIFY(std::ranges::count(view->columns(),
                                   query::attributeColumn(query::Attribute::Status)) == 1);
        QVERIFY(view->columns().size() > 3);
        const std::vector<query::ColumnKey> mine = {query::paramColumn("lr")};
        QSignalSpy changed(view.get(), &RunsView::snapshotChanged);
        view->setColumns(mine);
        QVERIFY(changed.wait(10000));
        view->reload();
        QVERIFY(changed.wait(10000));
        QCOMPARE(view->snapshot()->columns, mine);
    }

    void ordersAreRestoredWithTheRestOfTheState() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        QSignalSpy changed(view.get(), &RunsView::snapshotChanged);
        view->toggleOrder(query::attributeColumn(query::Attribute::StartTime), false);
        QVERIFY(changed.wait(10000));
        const QStringList ascending = ids(*view);
        view->toggleOrder(query::attributeColumn(query::Attribute::StartTime), false);
        QVERIFY(changed.wait(10000));
        QVERIFY(ids(*view) != ascending);
        const QStringList descending = ids(*view);

        const auto other = opened(engine);
        QSignalSpy restored(other.get(), &RunsView::snapshotChanged);
        other->restoreState(view->saveState());
        QVERIFY(restored.wait(10000));
        QTRY_COMPARE(ids(*other), descending);
    }

    void onlyTheNewestOfManyFiltersCounts() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        for (int i = 0; i < 30; ++i)
            view->setFilter(QStringLiteral("metrics.x > %1").arg(i));
        view->setFilter(QStringLiteral("attributes.status = 'FAILED'"));
        QTRY_COMPARE(view->snapshot()->matching, std::size_t{1});
    }

    void groupsAndFormulasAreStepsThatCanBeTakenBack() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        QUndoStack undo;
        session::edit(undo, *view, session::ViewEdit::Grouping, QString(), [&] {
            view->setGroupBy({query::attributeColumn(query::Attribute::Status)});
        });
        QTRY_VERIFY(view->snapshot()->groups != nullptr);
        const auto grouped = view->snapshot();
        std::size_t members = 0;
        for (std::uint32_t g = 0; g < grouped->groups->groups().size(); ++g)
            members += grouped->groups->rows(g).size();
        QCOMPARE(members, grouped->total);
        QCOMPARE(grouped->matching, grouped->total);
        QCOMPARE(grouped->tree.roots().size(), grouped->groups->groups().size());
        // The next start groups the same way.
        const auto other = opened(engine);
        other->restoreState(view->saveState());
        QTRY_VERIFY(other->snapshot()->groups != nullptr);
        undo.undo();
        QTRY_VERIFY(view->snapshot()->groups == nullptr);
        undo.redo();
        QTRY_VERIFY(view->snapshot()->groups != nullptr);
    }

    void columnsFromHistoriesComeByThemselves() {
        jobs::JobEngine engine;
        const auto view = opened(engine);
        const std::string metric = view->names().metrics.front();
        const auto last = query::metricColumn(metric);
        const auto mean = query::metricColumn(metric, query::Reduction::MeanLast, "1");
        const auto doubled = query::formulaColumn("2 * " + query::columnName(last));
        view->setColumns({last, mean, doubled});
        QTRY_VERIFY(view->snapshot()->table.frame->has(mean));
        const query::Frame& frame = *view->snapshot()->table.frame;
        const auto& twice = std::get<query::NumberColumn>(*frame.column(doubled));
        const auto& once = std::get<query::NumberColumn>(*frame.column(last));
        QCOMPARE(twice.present.count(), once.present.count());
        QVERIFY(once.present.any());
        for (const std::uint32_t row : once.present.rows()) {
            if (std::isfinite(once.values[row]))
                QCOMPARE(twice.values[row], 2 * once.values[row]);
        }
        QCOMPARE(std::get<query::NumberColumn>(*frame.column(mean)).present.count(),
                 once.present.count());
    }

    void aDamagedStateIsIgnored_data() {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no json") << QByteArray("{{{");
        QTest::newRow("other types")
            << QByteArray(R"({"order": 3, "columns": [1, {"kind": 7}], "columnsChosen": "x"})");
        QTest::newRow("unknown column")
            << QByteArray(R"({"columns":[{"kind":"blob","key":"a"}],"columnsChosen":true})");
    }
    void aDamagedStateIsIgnored() {
        QFETCH(QByteArray, state);
        jobs::JobEngine engine;
        const auto view = opened(engine);
        view->restoreState(state);
        QTRY_COMPARE(view->snapshot()->total, std::size_t{25});
    }
};

QTEST_GUILESS_MAIN(TestRunsView)
#include "tst_runsview.moc"
