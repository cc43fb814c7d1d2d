// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chosenruns.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using podium::base::RunNo;
using podium::session::ChosenRuns;

namespace {

std::vector<RunNo> runs(std::initializer_list<std::int64_t> numbers) {
    std::vector<RunNo> list;
    for (const std::int64_t number : numbers)
        list.push_back(RunNo{number});
    return list;
}

}  // namespace

class TestChosenRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void selectedRunsAreShown() {
        ChosenRuns chosen;
        QSignalSpy shown(&chosen, &ChosenRuns::shownChanged);
        chosen.setSelected(runs({3, 1}));
        QCOMPARE(chosen.shown(), runs({3, 1}));
        QCOMPARE(shown.count(), 1);
        chosen.setSelected(runs({3, 1}));
        QCOMPARE(shown.count(), 1);
    }

    void aPinnedRunStaysWhenTheSelectionMovesOn() {
        ChosenRuns chosen;
        QUndoStack undo;
        chosen.toggleShown(runs({7}), undo);
        QVERIFY(chosen.isShown(RunNo{7}));
        chosen.setSelected(runs({2}));
        QCOMPARE(chosen.shown(), runs({7, 2}));
    }

    void hidingASelectedRunTakesItOutOfTheCharts() {
        ChosenRuns chosen;
        QUndoStack undo;
        chosen.setSelected(runs({1, 2}));
        chosen.toggleShown(runs({2}), undo);
        QCOMPARE(chosen.shown(), runs({1}));
        undo.undo();
        QCOMPARE(chosen.shown(), runs({1, 2}));
        undo.redo();
        QCOMPARE(chosen.shown(), runs({1}));
    }

    void togglingAMixedSetShowsAll() {
        ChosenRuns chosen;
        QUndoStack undo;
        chosen.toggleShown(runs({1}), undo);
        chosen.toggleShown(runs({1, 2}), undo);
        QCOMPARE(chosen.shown(), runs({1, 2}));
        chosen.toggleShown(runs({1, 2}), undo);
        QVERIFY(chosen.shown().empty());
    }

    void moreThanTheChartsHoldAreCutOff() {
        ChosenRuns chosen;
        std::vector<RunNo> many;
        for (std::int64_t i = 1; i <= 5000; ++i)
            many.push_back(RunNo{i});
        chosen.setSelected(many);
        QCOMPARE(chosen.shown().size(), ChosenRuns::MostShown);
        QCOMPARE(chosen.selected().size(), std::size_t{5000});
    }
};

QTEST_GUILESS_MAIN(TestChosenRuns)
#include "tst_chosenruns.moc"
