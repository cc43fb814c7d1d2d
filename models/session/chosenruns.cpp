// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chosenruns.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <iterator>

namespace podium::session {

namespace {

/// Puts one state of what was chosen in the place of another.
class ChoiceCommand : public QUndoCommand {
public:
    ChoiceCommand(ChosenRuns& chosen, const QString& words, RunChoices after)
        : QUndoCommand(words),
          m_chosen(&chosen),
          m_before(chosen.choices()),
          m_after(std::move(after)) {}

    void redo() override { apply(m_after); }
    void undo() override { apply(m_before); }

private:
    void apply(const RunChoices& choices) {
        if (m_chosen)
            m_chosen->setChoices(choices);
    }
    QPointer<ChosenRuns> m_chosen;
    RunChoices m_before;
    RunChoices m_after;
};

}  // namespace

ChosenRuns::ChosenRuns(QObject* parent) : QObject(parent) {}

void ChosenRuns::setExperiments(const std::vector<base::ExperimentNo>& experiments) {
    m_experiments = {experiments.begin(), experiments.end()};
}

bool ChosenRuns::isHere(base::RunNo run) const {
    // A run's number holds that of its experiment.
    return m_experiments.empty() || m_experiments.contains(base::ExperimentNo{run.value >> 32});
}

RunChoices ChosenRuns::elsewhere() const {
    RunChoices choices = m_choices;
    std::erase_if(choices.pinned, [this](base::RunNo run) { return isHere(run); });
    std::erase_if(choices.hidden, [this](base::RunNo run) { return isHere(run); });
    return choices;
}

void ChosenRuns::setSelected(std::vector<base::RunNo> runs) {
    if (runs == m_selected)
        return;
    m_selected = std::move(runs);
    Q_EMIT selectionChanged();
    Q_EMIT shownChanged();
}

std::vector<base::RunNo> ChosenRuns::shown() const {
    std::vector<base::RunNo> runs;
    std::ranges::copy_if(m_choices.pinned, std::back_inserter(runs),
                         [this](base::RunNo run) { return isHere(run); });
    for (const base::RunNo run : m_selected) {
        if (runs.size() >= MostShown)
            break;
        if (!isPinned(run) && !isHidden(run))
            runs.push_back(run);
    }
    return runs;
}

bool ChosenRuns::isShown(base::RunNo run) const {
    if (isPinned(run))
        return true;
    return !isHidden(run) && std::ranges::find(m_selected, run) != m_selected.end();
}

void ChosenRuns::edit(RunChoices choices, const QString& words, QUndoStack& undo) {
    if (choices != m_choices)
        undo.push(new ChoiceCommand(*this, words, std::move(choices)));
}

void ChosenRuns::toggleShown(const std::vector<base::RunNo>& runs, QUndoStack& undo) {
    RunChoices choices = m_choices;
    const std::set<base::RunNo> selected(m_selected.begin(), m_selected.end());
    // Mixed: show all of them first.
    const bool show = std::ranges::any_of(runs, [&](base::RunNo run) {
        return !isPinned(run) && (isHidden(run) || !selected.contains(run));
    });
    for (const base::RunNo run : runs) {
        (show ? choices.hidden : choices.pinned).erase(run);
        (show ? choices.pinned : choices.hidden).insert(run);
    }
    edit(std::move(choices), show ? tr("showing runs") : tr("hiding runs"), undo);
}

void ChosenRuns::showOnly(const std::vector<base::RunNo>& runs, QUndoStack& undo) {
    RunChoices choices = elsewhere();
    choices.pinned.insert(runs.begin(), runs.end());
    edit(std::move(choices), tr("showing runs"), undo);
}

void ChosenRuns::hide(const std::vector<base::RunNo>& runs, QUndoStack& undo) {
    RunChoices choices = elsewhere();
    choices.hidden.insert(runs.begin(), runs.end());
    edit(std::move(choices), tr("hiding runs"), undo);
}

void ChosenRuns::setColour(const std::vector<base::RunNo>& runs, int colour, QUndoStack& undo) {
    RunChoices choices = m_choices;
    for (const base::RunNo run : runs) {
        if (colour < 0)
            choices.colours.erase(run);
        else
            choices.colours[run] = colour;
    }
    edit(std::move(choices), tr("colour of runs"), undo);
}

void ChosenRuns::setChoices(RunChoices choices) {
    if (choices == m_choices)
        return;
    const bool colours = choices.colours != m_choices.colours;
    const bool shown = choices.pinned != m_choices.pinned || choices.hidden != m_choices.hidden;
    m_choices = std::move(choices);
    if (colours)
        Q_EMIT slotsChanged();
    if (shown || colours)
        Q_EMIT shownChanged();
    Q_EMIT choicesChanged();
}

int ChosenRuns::colorIndex(std::string_view runId, int colors) {
    // FNV-1a: the same on every machine and in every version, so that a run keeps its colour.
    std::uint32_t hash = 2166136261U;
    for (const char c : runId)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return static_cast<int>(hash % static_cast<std::uint32_t>(colors));
}

int ChosenRuns::slot(base::RunNo run, std::string_view runId, int colors) const {
    if (const auto own = m_choices.colours.find(run); own != m_choices.colours.end())
        return own->second % colors;
    const auto given = m_slots.find(run);
    return given != m_slots.end() ? given->second : colorIndex(runId, colors);
}

void ChosenRuns::assignSlots(const std::vector<std::pair<base::RunNo, std::string>>& shownRuns,
                             int colors) {
    std::vector<int> used(static_cast<std::size_t>(colors), 0);
    const auto count = [&](int slot) -> int& { return used[static_cast<std::size_t>(slot)]; };
    const auto hasOwn = [&](base::RunNo run) { return m_choices.colours.contains(run); };
    for (const auto& [run, runId] : shownRuns) {
        if (hasOwn(run) || m_slots.contains(run))
            ++count(slot(run, runId, colors));
    }
    bool changed = false;
    for (const auto& [run, runId] : shownRuns) {
        if (hasOwn(run) || m_slots.contains(run))
            continue;
        int slot = colorIndex(runId, colors);
        const int least = *std::ranges::min_element(used);
        while (count(slot) > least)
            slot = (slot + 1) % colors;
        ++count(slot);
        m_slots.emplace(run, slot);
        changed = changed || slot != colorIndex(runId, colors);
    }
    if (changed)
        Q_EMIT slotsChanged();
}

void ChosenRuns::setHovered(base::RunNo run) {
    if (run == m_hovered)
        return;
    m_hovered = run;
    Q_EMIT hoveredChanged(run);
}

}  // namespace podium::session
