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

    void showingAndHidingAreStepsInWords() {
        ChosenRuns chosen;
        QUndoStack undo;
        chosen.setSelected(runs({1, 2}));
        chosen.hide(runs({2}), undo);
        QCOMPARE(undo.undoText(), QStringLiteral("hiding runs"));
        QCOMPARE(chosen.shown(), runs({1}));
        chosen.showOnly(runs({2}), undo);
        QCOMPARE(undo.undoText(), QStringLiteral("showing runs"));
        QVERIFY(chosen.isPinned(RunNo{2}));
        undo.undo();
        QCOMPARE(chosen.shown(), runs({1}));
        undo.undo();
        QCOMPARE(chosen.shown(), runs({1, 2}));
        // What changes nothing is no step.
        chosen.edit(chosen.choices(), QStringLiteral("nothing"), undo);
        QVERIFY(!undo.canUndo());
    }

    void aColourOfOnesOwnIsAStepAndStays() {
        constexpr int Colours = 12;
        ChosenRuns chosen;
        QUndoStack undo;
        const int before = chosen.slot(RunNo{1}, "id", Colours);
        const int wanted = (before + 5) % Colours;
        QSignalSpy slots_(&chosen, &ChosenRuns::slotsChanged);
        chosen.setColour(runs({1}), wanted, undo);
        QCOMPARE(chosen.slot(RunNo{1}, "id", Colours), wanted);
        QCOMPARE(slots_.count(), 1);
        // Others that are drawn beside it make way for it, not it for them.
        chosen.assignSlots({{RunNo{1}, "id"}, {RunNo{2}, "id"}}, Colours);
        QCOMPARE(chosen.slot(RunNo{1}, "id", Colours), wanted);
        chosen.forgetSlots();
        QCOMPARE(chosen.slot(RunNo{1}, "id", Colours), wanted);
        undo.undo();
        QCOMPARE(chosen.slot(RunNo{1}, "id", Colours), before);
        undo.redo();
        chosen.setColour(runs({1}), -1, undo);
        QCOMPARE(chosen.slot(RunNo{1}, "id", Colours), before);
    }

    void choicesOfOtherExperimentsWait() {
        // A run's number holds that of its experiment in its upper half.
        const RunNo here{(std::int64_t{1} << 32) + 1};
        const RunNo other{(std::int64_t{2} << 32) + 1};
        ChosenRuns chosen;
        QUndoStack undo;
        chosen.toggleShown({here, other}, undo);
        chosen.setExperiments({podium::base::ExperimentNo{1}});
        QCOMPARE(chosen.shown(), std::vector{here});
        chosen.hide({here}, undo);
        QVERIFY(chosen.shown().empty());
        chosen.setExperiments({podium::base::ExperimentNo{2}});
        QCOMPARE(chosen.shown(), std::vector{other});
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
