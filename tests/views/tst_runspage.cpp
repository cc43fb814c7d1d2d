// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"
#include "views/runs/columnpicker.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace podium;
using namespace podium::views;

/// The page of runs over the session, with a store that real MLflow made.
class TestRunsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<tests::Fixture> m_store;
    QTemporaryDir m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::vector<cache::ExperimentRow> m_experiments;

    /// All that a page needs, in the order in which it has to go.
    struct Desk {
        explicit Desk(cache::Cache& cache) : view(cache, engine) {
            page.resize(1000, 600);
            page.show();
        }
        jobs::JobEngine engine;
        session::RunsView view;
        session::ChosenRuns chosen;
        QUndoStack undo;
        RunsPage page{view, chosen, undo, [] { return base::Millis{1'700'000'000'000}; }};
        RunTable& table = *page.table();
    };

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
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

    void thePageSaysWhyItIsEmpty() {
        Desk desk(*m_cache);
        auto* empty = desk.page.findChild<EmptyState*>(QStringLiteral("runsEmpty"));
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), QStringLiteral("Choose an experiment"));
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().rowCount() > 0);
        QVERIFY(desk.table.isVisible());
        desk.view.setFilter(QStringLiteral("tags.nothing = 'x'"));
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), QStringLiteral("No runs match"));
        auto* clear = desk.page.findChild<QPushButton*>(QStringLiteral("runsClearFilter"));
        QVERIFY(clear->isVisible());
        clear->click();
        QTRY_VERIFY(desk.table.isVisible());
    }

    void tableAndSessionFollowEachOther() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().rowCount() > 1);
        const base::RunNo first = desk.table.runs().run(desk.table.runs().index(0, 0));
        const base::RunNo second = desk.table.runs().run(desk.table.runs().index(1, 0));
        desk.table.selectRuns({first});
        QCOMPARE(desk.chosen.selected(), std::vector{first});
        QVERIFY(desk.table.runs().indexOf(first).data(items::Shown).toBool());
        // A line was clicked in a chart.
        desk.chosen.setSelected({second});
        QCOMPARE(desk.table.selectedRuns(), std::vector{second});
        QVERIFY(!desk.table.runs().indexOf(first).data(items::Shown).toBool());
        // Space hides the run, undo shows it again.
        desk.table.toggleShown();
        QVERIFY(!desk.table.runs().indexOf(second).data(items::Shown).toBool());
        desk.undo.undo();
        QVERIFY(desk.table.runs().indexOf(second).data(items::Shown).toBool());
    }

    void aClickOnAHeadSortsAndThePickerAddsColumns() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().rowCount() > 1);
        QTest::mouseClick(desk.table.header()->viewport(), Qt::LeftButton, {}, {40, 12});
        const auto name = query::attributeColumn(query::Attribute::RunName);
        QTRY_COMPARE(desk.table.runs().orderRank(0), 1);
        QCOMPARE(desk.view.order().front().column, name);
        desk.page.pickColumns();
        auto* picker = desk.page.findChild<ColumnPicker*>();
        const std::vector<query::ColumnKey> wanted = {
            query::attributeColumn(query::Attribute::UserId)};
        Q_EMIT picker->columnsEdited(wanted);
        QTRY_COMPARE(desk.table.runs().columnCount(), 2);
    }

    void theLayoutIsKept() {
        Desk desk(*m_cache);
        desk.page.setChartArea(new QLabel(QStringLiteral("charts")));
        desk.page.setChartsVisible(false);
        const QByteArray saved = desk.page.saveLayout();
        Desk other(*m_cache);
        other.page.setChartArea(new QLabel(QStringLiteral("charts")));
        QVERIFY(other.page.chartsVisible());
        other.page.restoreLayout("{}");
        QVERIFY(other.page.chartsVisible());
        other.page.restoreLayout(saved);
        QVERIFY(!other.page.chartsVisible());
    }
};

QTEST_MAIN(TestRunsPage)
#include "tst_runspage.moc"
