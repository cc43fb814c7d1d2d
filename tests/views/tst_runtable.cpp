// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snapshots.h"
#include "views/runs/celltext.h"
#include "views/runs/columnpicker.h"
#include "views/runs/runheader.h"
#include "views/runs/runtable.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace podium;
using namespace podium::views;

namespace {

using Runs = std::vector<base::RunNo>;

const query::ColumnKey Loss = query::metricColumn("val_loss", query::Reduction::Min);

base::Clock exampleClock() {
    return [] { return tests::ExampleNow; };
}

std::unique_ptr<RunTable> exampleTable(int width = 900) {
    auto table = std::make_unique<RunTable>(exampleClock());
    table->resize(width, 400);
    table->setSnapshot(tests::makeSnapshot(tests::exampleSpec()));
    table->show();
    if (!QTest::qWaitForWindowExposed(table.get()))
        qFatal("the table is not shown");
    return table;
}

QModelIndex of(RunTable& table, std::int64_t run) {
    return table.runs().indexOf({run});
}

void click(RunTable& table, std::int64_t run, Qt::KeyboardModifiers modifiers = {}) {
    const QPoint place = table.visualRect(of(table, run)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, place);
}

Runs runsOf(const QSignalSpy& spy) {
    return spy.isEmpty() ? Runs() : spy.last().first().value<Runs>();
}

QAction* find(QMenu* menu, const QString& text) {
    for (QAction* action : menu->actions()) {
        if (action->text() == text)
            return action;
        if (action->menu() != nullptr) {
            if (QAction* below = find(action->menu(), text))
                return below;
        }
    }
    return nullptr;
}

}  // namespace

/// The run table as a person uses it.
class TestRunTable : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light); }

    void cellsSayWhatAPersonReads_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zeros at the end") << 0.249 << QStringLiteral("0.2490");
        QTest::newRow("tens") << 12.5 << QStringLiteral("12.50");
        QTest::newRow("negative") << -0.1 << QStringLiteral("−0.1000");
        QTest::newRow("whole") << 90.0 << QStringLiteral("90");
        QTest::newRow("small") << 0.0003 << QStringLiteral("3e-4");
        QTest::newRow("not a number") << tests::NaN << QStringLiteral("NaN");
    }
    void cellsSayWhatAPersonReads() {
        QFETCH(double, value);
        items::Cell cell;
        cell.kind = items::Cell::Kind::Number;
        cell.number = value;
        QTEST(cellText(Loss, cell, 0), "text");
    }

    void headsNameMetricAndReduction() {
        const auto table = exampleTable();
        QCOMPARE(table->runs().headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("val_loss · min"));
    }

    void aRunThatNobodyChoseIsNotFollowed() {
        tests::SnapshotSpec spec;
        spec.params = {"lr"};
        const auto run = [&](int number, const std::string& parent) {
            tests::RunSpec added;
            added.name = "run-" + std::to_string(number);
            added.parent = parent;
            added.number = number;
            spec.runs.push_back(added);
        };
        run(500, "");
        RunTable table(exampleClock());
        table.resize(600, 200);
        table.setSnapshot(tests::makeSnapshot(spec));
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QCOMPARE(table.currentRun(), base::RunNo{500});
        // While a store is read more runs come, and one that the first lies in.
        spec.runs.clear();
        spec.params = {"lr", "model"};
        for (int i = 1; i < 100; ++i)
            run(i, "");
        run(500, "run-99");
        table.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(table.verticalScrollBar()->value(), 0);
        QCOMPARE(table.currentIndex().row(), 0);
        QVERIFY(!table.isExpanded(of(table, 99)));
        // One that a person went to is kept.
        table.setCurrentIndex(of(table, 42));
        spec.params = {"model"};
        table.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(table.currentRun(), base::RunNo{42});
    }

    void valuesThatComeLaterGetTheirRoom() {
        const auto model = query::paramColumn("model");
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.runs.front().params[1] = "convnext-tiny-22k-384";
        const auto loaded = tests::makeSnapshot(spec);
        spec.params = {"lr"};
        auto early = std::make_shared<session::RunsSnapshot>(*tests::makeSnapshot(spec));
        early->columns = loaded->columns;
        RunTable table(exampleClock());
        table.resize(900, 400);
        table.setSnapshot(early);
        const auto& keys = table.runs().keys();
        const auto column = static_cast<int>(std::ranges::find(keys, model) - keys.begin());
        const QModelIndex cell = of(table, 7).siblingAtColumn(column);
        QCOMPARE(cell.data().toString(), QStringLiteral("…"));
        table.header()->resizeSection(2, 333);
        const int narrow = table.header()->sectionSize(column);
        table.setSnapshot(loaded);
        QCOMPARE(of(table, 7).siblingAtColumn(column).data().toString(),
                 QStringLiteral("resnet50"));
        QVERIFY(table.header()->sectionSize(column) > narrow);
        QCOMPARE(table.header()->sectionSize(2), 333);
    }

    void selectionIsToldInTheOrderOfChoosing() {
        const auto table = exampleTable();
        QSignalSpy selected(table.get(), &RunTable::runsSelected);
        click(*table, 9);
        click(*table, 7, Qt::ControlModifier);
        QCOMPARE(runsOf(selected), (Runs{{9}, {7}}));
        click(*table, 9, Qt::ControlModifier);
        QCOMPARE(runsOf(selected), Runs{{7}});
    }

    void selectionAndCurrentRunFollowTheRuns() {
        const auto table = exampleTable();
        click(*table, 7);
        click(*table, 9, Qt::ControlModifier);
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.order.front().descending = true;
        QSignalSpy selected(table.get(), &RunTable::runsSelected);
        table->setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(selected.count(), 0);
        QCOMPARE(table->selectedRuns(), (Runs{{7}, {9}}));
        QVERIFY(table->selectionModel()->isSelected(of(*table, 7)));
        QVERIFY(!table->selectionModel()->isSelected(of(*table, 8)));
        QCOMPARE(table->currentRun().value, 9);
        // Other columns reset the model; what is selected stays.
        spec.params.pop_back();
        table->setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(table->selectedRuns(), (Runs{{7}, {9}}));
        QVERIFY(table->selectionModel()->isSelected(of(*table, 9)));
        // A run that the filter takes away is no longer selected.
        spec.matches = [](const tests::RunSpec& run) { return run.name != "baseline"; };
        table->setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(runsOf(selected), Runs{{9}});
    }

    void allRunsAreSelectedAlsoInClosedBranches() {
        const auto table = exampleTable();
        QTest::keySequence(table.get(), QKeySequence::SelectAll);
        QCOMPARE(table->selectedRuns().size(), std::size_t{13});
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.order.front().descending = true;
        table->setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(table->selectedRuns().size(), std::size_t{13});
        QVERIFY(table->selectionModel()->isSelected(of(*table, 6)));
    }

    void thereIsAlwaysACurrentIndex() {
        const auto table = exampleTable();
        QVERIFY(table->currentIndex().isValid());
        click(*table, 7);
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.matches = [](const tests::RunSpec& run) { return run.name == "no-ema"; };
        table->setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(table->currentRun().value, 10);
        spec.runs.clear();
        table->setSnapshot(tests::makeSnapshot(spec));
        table->setSnapshot(tests::makeSnapshot(tests::exampleSpec()));
        QVERIFY(table->currentIndex().isValid());
        QVERIFY(QAccessible::queryAccessibleInterface(table.get()) != nullptr);
    }

    void branchesStayOpenAndAFilterOpensTheWayToItsMatches() {
        const auto table = exampleTable();
        table->expand(of(*table, 1));
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.params.pop_back();
        table->setSnapshot(tests::makeSnapshot(spec));
        QVERIFY(table->isExpanded(of(*table, 1)));
        QVERIFY(!table->isExpanded(of(*table, 5)));
        const auto all = spec.matches;
        spec.matches = [](const tests::RunSpec& run) { return run.name == "trial-01"; };
        table->setSnapshot(tests::makeSnapshot(spec));
        QVERIFY(table->isExpanded(of(*table, 5)));
        spec.matches = all;
        table->setSnapshot(tests::makeSnapshot(spec));
        QVERIFY(!table->isExpanded(of(*table, 5)));
        QVERIFY(table->isExpanded(of(*table, 1)));
    }

    void keysToggleOpenAndCopy() {
        const auto table = exampleTable();
        click(*table, 7);
        QSignalSpy toggled(table.get(), &RunTable::toggleShownRequested);
        QSignalSpy opened(table.get(), &RunTable::runOpened);
        QTest::keyClick(table.get(), Qt::Key_Space);
        QCOMPARE(runsOf(toggled), Runs{{7}});
        QCOMPARE(table->selectedRuns(), Runs{{7}});
        QTest::keyClick(table.get(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        click(*table, 4, Qt::ControlModifier);
        QTest::keySequence(table.get(), QKeySequence::Copy);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(lines[0].startsWith(QLatin1String("run_id\trun_name\tstatus\tmin(metrics.")));
        QVERIFY(lines[1].startsWith(QLatin1String("id-baseline\tbaseline\tFINISHED\t0.2401\t")));
    }

    void headClicksAskForAnOrder() {
        const auto table = exampleTable();
        QSignalSpy toggled(table.get(), &RunTable::orderToggled);
        const int x = table->header()->sectionViewportPosition(2) + 20;
        QTest::mouseClick(table->header()->viewport(), Qt::LeftButton, {}, {x, 10});
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(toggled[0][0].value<query::ColumnKey>(), Loss);
        QCOMPARE(toggled[0][1].toBool(), false);
    }

    void theHeadsMenuSortsReducesAndHides() {
        const auto table = exampleTable();
        QSignalSpy ordered(table.get(), &RunTable::orderRequested);
        QSignalSpy columns(table.get(), &RunTable::columnsRequested);
        const auto run = [&](int section, const QString& text) {
            showRunHeaderMenu(*table, section, {});
            auto* menu = table->findChild<QMenu*>(QStringLiteral("runHeaderMenu"));
            QAction* action = find(menu, text);
            if (action == nullptr)
                qFatal("no such action");
            action->trigger();
            delete menu;
        };
        run(2, QStringLiteral("Sort descending"));
        const auto order = ordered.last().first().value<std::vector<query::OrderKey>>();
        QCOMPARE(order.size(), std::size_t{1});
        QCOMPARE(order[0].column, Loss);
        QVERIFY(order[0].descending);
        run(2, QStringLiteral("max"));
        auto keys = columns.last().first().value<std::vector<query::ColumnKey>>();
        QCOMPARE(keys[1], query::metricColumn("val_loss", query::Reduction::Max));
        QCOMPARE(keys.size(), std::size_t{6});
        run(3, QStringLiteral("Hide column"));
        keys = columns.last().first().value<std::vector<query::ColumnKey>>();
        QCOMPARE(keys.size(), std::size_t{5});
        QCOMPARE(keys[2], query::paramColumn("lr"));
    }

    void aDraggedColumnAsksForItsNewPlace() {
        const auto table = exampleTable();
        QSignalSpy columns(table.get(), &RunTable::columnsRequested);
        table->header()->moveSection(2, 1);
        const auto keys = columns.last().first().value<std::vector<query::ColumnKey>>();
        QCOMPARE(keys[0], Loss);
        QCOMPARE(keys[1], query::attributeColumn(query::Attribute::Status));
        auto spec =
            std::make_shared<session::RunsSnapshot>(*tests::makeSnapshot(tests::exampleSpec()));
        spec->columns = keys;
        table->setSnapshot(spec);
        for (int section = 0; section < table->header()->count(); ++section)
            QCOMPARE(table->header()->visualIndex(section), section);
    }

    void theNameStaysInSightWhileTheRestScrolls() {
        const auto table = exampleTable(420);
        const QRect name = table->visualRect(of(*table, 7));
        auto* header = qobject_cast<RunHeader*>(table->header());
        table->horizontalScrollBar()->setValue(150);
        QCOMPARE(header->frozenShift(), 150);
        QCOMPARE(table->visualRect(of(*table, 7)), name);
        QCOMPARE(table->indexAt(name.center()), of(*table, 7));
        QCOMPARE(header->sectionSeenAt({30, 10}), 0);
        // A branch is opened where it is seen.
        const QRect parent = table->visualRect(of(*table, 1));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {9, parent.center().y()});
        QVERIFY(table->isExpanded(of(*table, 1)));
        QVERIFY(table->selectedRuns().empty());
        // A click on the name selects, one on its head sorts by it.
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, parent.center());
        QCOMPARE(table->selectedRuns(), Runs{{1}});
        QSignalSpy toggled(table.get(), &RunTable::orderToggled);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {30, 10});
        QCOMPARE(toggled.last().first().value<query::ColumnKey>(),
                 query::attributeColumn(query::Attribute::RunName));
        // What is scrolled to does not end up beneath the name.
        table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
        const QModelIndex status = of(*table, 7).siblingAtColumn(1);
        table->scrollTo(status);
        QVERIFY(table->visualRect(status).left() >= header->frozenRect().right());
    }

    void theFrozenNameIsPaintedAtTheEdge() {
        const auto table = exampleTable(420);
        const int name = table->header()->sectionSize(0);
        const QRect left(0, 0, name - 2, table->viewport()->height());
        const QImage before = table->viewport()->grab(left).toImage();
        table->horizontalScrollBar()->setValue(150);
        QCOMPARE(table->viewport()->grab(left).toImage(), before);
    }

    void widthsAreKeptByColumn() {
        const auto table = exampleTable();
        table->header()->resizeSection(2, 177);
        const QByteArray saved = table->saveWidths();
        RunTable other(exampleClock());
        other.restoreWidths(saved);
        tests::SnapshotSpec spec = tests::exampleSpec();
        spec.attributes = false;
        other.setSnapshot(tests::makeSnapshot(spec));
        QCOMPARE(other.header()->sectionSize(1), 177);
        other.restoreWidths("no json");
    }

    void hoverIsTold() {
        const auto table = exampleTable();
        QSignalSpy hovered(table.get(), &RunTable::runHovered);
        const QPointF place = table->visualRect(of(*table, 7)).center();
        QHoverEvent move(QEvent::HoverMove, place, place, QPointF());
        QApplication::sendEvent(table->viewport(), &move);
        QCOMPARE(hovered.last().first().value<base::RunNo>().value, 7);
        QHoverEvent leave(QEvent::HoverLeave, QPointF(), QPointF(), place);
        QApplication::sendEvent(table->viewport(), &leave);
        QVERIFY(!hovered.last().first().value<base::RunNo>().valid());
    }

    void columnsAreFoundCheckedAndOrderedByKeys() {
        ColumnPicker picker;
        picker.setNames({{"acc", "val_loss"}, {"lr"}, {}});
        picker.setColumns({query::metricColumn("acc"), query::paramColumn("lr")});
        picker.show();
        QVERIFY(QTest::qWaitForWindowExposed(&picker));
        QSignalSpy edited(&picker, &ColumnPicker::columnsEdited);
        const auto columns = [&edited] {
            return edited.last().first().value<std::vector<query::ColumnKey>>();
        };
        auto* filter = picker.findChild<QLineEdit*>(QStringLiteral("columnFilter"));
        auto* tree = picker.findChild<QTreeView*>(QStringLiteral("columnTree"));
        auto* shown = picker.findChild<QListWidget*>(QStringLiteral("shownColumns"));
        QTest::keyClicks(filter, QStringLiteral("loss"));
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(columns().back(), query::metricColumn("val_loss"));
        QCOMPARE(shown->count(), 3);
        shown->setCurrentRow(2);
        QTest::keyClick(shown, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(columns()[1], query::metricColumn("val_loss"));
        QTest::keyClick(shown, Qt::Key_Delete);
        QCOMPARE(columns(), (std::vector{query::metricColumn("acc"), query::paramColumn("lr")}));
    }
};

QTEST_MAIN(TestRunTable)
#include "tst_runtable.moc"
