// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/formula.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"
#include "views/runs/columnpicker.h"
#include "views/runs/formuladialog.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/runs/viewnamedialog.h"
#include "views/runs/viewwords.h"
#include "views/theme/colors.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
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

    void columnsAreKeptInSightByTheirMenu() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().columnCount() > 4);
        QTRY_VERIFY(!desk.view.isLoading());
        const auto columns = desk.view.columns();
        const auto choose = [&](int section, const QString& text) {
            desk.table.showColumnMenu(section);
            auto* menu = desk.table.findChild<QMenu*>(QStringLiteral("runHeaderMenu"));
            for (QAction* action : menu->actions()) {
                if (action->text() == text)
                    action->trigger();
            }
            delete menu;
        };
        const auto pinned = [&] { return desk.view.appearance().pinned; };
        // The third goes to the first place beside the name, then the fourth behind it.
        choose(3, QStringLiteral("Keep in sight"));
        QCOMPARE(pinned(), std::size_t{1});
        QTRY_VERIFY(desk.table.runs().key(1) == columns[2]);
        choose(4, QStringLiteral("Keep in sight"));
        QCOMPARE(pinned(), std::size_t{2});
        QTRY_VERIFY(desk.table.runs().key(2) == columns[3]);
        QVERIFY(desk.table.runs().key(1) == columns[2]);
        choose(1, QStringLiteral("Let it scroll"));
        QCOMPARE(pinned(), std::size_t{1});
        QTRY_VERIFY(desk.table.runs().key(1) == columns[3]);
        QVERIFY(desk.view.columns().size() == columns.size());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(desk.undo.undoText(), QStringLiteral("columns kept in sight"));
            desk.undo.undo();
        }
        QCOMPARE(pinned(), std::size_t{0});
        QVERIFY(desk.view.columns() == columns);
    }

    void pinnedColumnsStayWhereTheyAreWhileTheRestScrolls() {
        Desk desk(*m_cache);
        desk.page.resize(420, 400);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().columnCount() > 4);
        QTRY_VERIFY(!desk.view.isLoading());
        session::Appearance look = desk.view.appearance();
        look.pinned = 1;
        desk.view.setAppearance(look);
        QTRY_VERIFY(desk.table.runs().snapshot()->appearance.pinned == 1);
        const QModelIndex first = desk.table.runs().index(0, 1);
        const QModelIndex last = desk.table.runs().index(0, 3);
        const QRect before = desk.table.visualRect(first);
        const QRect moving = desk.table.visualRect(last);
        QScrollBar* bar = desk.table.horizontalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        QCOMPARE(desk.table.visualRect(first), before);
        QVERIFY(desk.table.visualRect(last).left() < moving.left());
    }

    void aColumnThatNoRunHasIsEmptyAndNotLost() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().rowCount() > 1);
        session::ViewState state = desk.view.state();
        const std::vector<query::ColumnKey> wanted = {
            query::paramColumn("of another experiment"),
            query::metricColumn("never logged", query::Reduction::Max),
            query::metricColumn("never logged", query::Reduction::AtStep, "7"),
            query::attributeColumn(query::Attribute::UserId)};
        state.columns = wanted;
        state.columnsChosen = true;
        state.order = {{wanted[1], true, true}};
        desk.view.setState(state);
        QTRY_COMPARE(desk.table.runs().columnCount(), 5);
        for (int column = 1; column <= 3; ++column)
            QVERIFY(desk.table.runs().index(0, column).data(items::Missing).toBool());
        QVERIFY(!desk.table.runs().index(0, 4).data(items::Missing).toBool());
        session::RunsView other(*m_cache, desk.engine);
        other.setExperiments(m_experiments);
        other.restoreState(desk.view.saveState());
        QVERIFY(other.columns() == wanted);
    }

    void widthsGoWithTheirColumns() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().columnCount() > 2);
        QTRY_VERIFY(!desk.view.isLoading());
        QVERIFY(desk.table.widths().empty());
        const query::ColumnKey first = desk.table.runs().key(1);
        QSignalSpy changed(&desk.page, &RunsPage::layoutChanged);
        desk.table.header()->resizeSection(1, 157);
        QCOMPARE(changed.count(), 1);
        const std::map<query::ColumnKey, int> widths = desk.table.widths();
        QVERIFY((widths == std::map<query::ColumnKey, int>{{first, 157}}));
        desk.table.setWidths({}, desk.view.columns());
        QVERIFY(desk.table.widths().empty());
        QVERIFY(desk.table.header()->sectionSize(1) != 157);
        desk.table.setWidths(widths, desk.view.columns());
        QCOMPARE(desk.table.header()->sectionSize(1), 157);
    }

    void aColourFromTheMenuIsSeenAndTakenBack() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(desk.table.runs().rowCount() > 1);
        const QModelIndex row = desk.table.runs().index(0, 0);
        desk.table.selectRuns({desk.table.runs().run(row)});
        const int before = row.data(items::ColorSlot).toInt();
        desk.table.chooseColour();
        auto* menu = desk.table.findChild<QMenu*>(QStringLiteral("colourMenu"));
        QCOMPARE(menu->actions().size(), SeriesColorCount + 2);  // "By itself" and a line
        const int wanted = (before + 3) % SeriesColorCount;
        menu->actions().at(wanted + 2)->trigger();
        QCOMPARE(desk.table.runs()
                     .indexOf(desk.table.selectedRuns().front())
                     .data(items::ColorSlot)
                     .toInt(),
                 wanted);
        QCOMPARE(desk.undo.undoText(), QStringLiteral("colour of runs"));
        desk.undo.undo();
        QCOMPARE(desk.table.runs()
                     .indexOf(desk.table.selectedRuns().front())
                     .data(items::ColorSlot)
                     .toInt(),
                 before);
    }

    void aFormulaIsCheckedWhileItIsTyped() {
        QWidget parent;
        auto* dialog = new FormulaDialog(query::formulaColumn({}), &parent);
        QSignalSpy accepted(dialog, &FormulaDialog::formulaAccepted);
        dialog->open();
        auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("formulaText"));
        auto* words = dialog->findChild<QLabel*>(QStringLiteral("formulaWords"));
        auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        const QString help = words->text();
        QTest::keyClicks(edit, QStringLiteral("metrics.a -"));
        QVERIFY(!ok->isEnabled());
        QVERIFY(words->text() != help);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QTest::keyClicks(edit, QStringLiteral(" metrics.b"));
        QVERIFY(ok->isEnabled());
        QCOMPARE(words->text(), help);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("formulaTitle")),
                         QStringLiteral("gap"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(accepted.front().front().value<query::ColumnKey>() ==
                query::formulaColumn("metrics.a - metrics.b", "gap"));
    }

    void columnsAreChosenByKeysInTheirDialog() {
        Desk desk(*m_cache);
        desk.view.setExperiments(m_experiments);
        QTRY_VERIFY(!desk.view.names().metrics.empty() && !desk.view.isLoading());
        const std::string metric = desk.view.names().metrics.front();
        const auto before = desk.view.columns();
        desk.page.pickColumns();
        auto* picker = desk.page.findChild<ColumnPicker*>();
        auto* filter = picker->findChild<QLineEdit*>(QStringLiteral("columnFilter"));
        auto* tree = picker->findChild<QTreeView*>(QStringLiteral("columnTree"));
        filter->setText(QString::fromStdString(metric));
        // Down from the search goes into the list, to the metric below its group.
        QTest::keyClick(filter, Qt::Key_Down);
        while (tree->currentIndex().data().toString() != QString::fromStdString(metric)) {
            const QModelIndex at = tree->currentIndex();
            QTest::keyClick(tree, Qt::Key_Down);
            QVERIFY(tree->currentIndex() != at);
        }
        QTest::keyClick(tree, Qt::Key_F2);
        auto* menu = picker->findChild<QMenu*>(QStringLiteral("reductionMenu"));
        QVERIFY(menu != nullptr);
        for (QAction* action : menu->actions()) {
            if (action->text() == QLatin1String("max"))
                action->trigger();
        }
        delete menu;
        auto wanted = before;
        wanted.push_back(query::metricColumn(metric, query::Reduction::Max));
        QVERIFY(desk.view.columns() == wanted);
        // The list of those shown: up by Alt, out by Delete.
        auto* shown = picker->findChild<QListWidget*>(QStringLiteral("shownColumns"));
        shown->setCurrentRow(shown->count() - 1);
        QTest::keyClick(shown, Qt::Key_Up, Qt::AltModifier);
        std::swap(wanted[wanted.size() - 1], wanted[wanted.size() - 2]);
        QVERIFY(desk.view.columns() == wanted);
        QTest::keyClick(shown, Qt::Key_Delete);
        QVERIFY(desk.view.columns() == before);
        for (int i = 0; i < 3; ++i)
            desk.undo.undo();
        QVERIFY(desk.view.columns() == before);
        QVERIFY(!desk.undo.canUndo());
    }

    void aNameForAViewIsJudgedWhileItIsTyped() {
        QWidget parent;
        const auto judge = [](const QString& name) -> ViewNameDialog::Verdict {
            return {name, name != QLatin1String("taken")};
        };
        auto* dialog = new ViewNameDialog(QStringLiteral("Save"), QString(), judge, &parent);
        QSignalSpy accepted(dialog, &ViewNameDialog::nameAccepted);
        dialog->open();
        auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("viewName"));
        auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
        QVERIFY(!ok->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("taken"));
        QVERIFY(!ok->isEnabled());
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("taken"));
        QTest::keyClicks(edit, QStringLiteral("  not "));
        QVERIFY(ok->isEnabled());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(accepted.front().front().toString(), QStringLiteral("taken not"));
    }

    void whatOfAViewWasNotTakenIsSaid() {
        using Kind = session::ViewNote::Kind;
        const auto says = [](Kind kind, const char* what, base::Error error = {}) {
            return describe(session::ViewNote{kind, QString::fromLatin1(what), std::move(error)});
        };
        QVERIFY(says(Kind::Newer, "3").contains(QLatin1String("format 3")));
        QVERIFY(says(Kind::UnknownKey, "theme").contains(QStringLiteral("“theme”")));
        const QString refused = says(Kind::BadFormula, "1 +", query::parseFormula("1 +").error());
        QVERIFY(refused.startsWith(QStringLiteral("The formula “1 +” was refused: ")));
        QVERIFY(refused.size() > 40);
        const session::ViewNote cut{Kind::NotJson, QStringLiteral("7"), {}};
        QVERIFY(describeRefusal(QStringLiteral("/x/%1.json"), cut)
                    .startsWith(QStringLiteral("/x/%1.json is no valid JSON: line 7 ")));
        std::vector<session::ViewNote> many(50, {Kind::UnknownKey, QStringLiteral("x"), {}});
        QVERIFY(describe(many).size() < 300);
        QVERIFY(describe(std::vector<session::ViewNote>()).isEmpty());
        QVERIFY(says(Kind::NoColumn, "a\nb").count(u'\n') == 0);
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
