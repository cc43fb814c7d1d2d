// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chosenruns.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>

namespace podium::session {

namespace {

/// Puts one state of shown and hidden runs in the place of another.
class ShownCommand : public QUndoCommand {
public:
    using Runs = std::set<base::RunNo>;

    ShownCommand(ChosenRuns& chosen, Runs pinned, Runs hidden, Runs oldPinned, Runs oldHidden)
        : m_chosen(&chosen),
          m_pinned(std::move(pinned)),
          m_hidden(std::move(hidden)),
          m_oldPinned(std::move(oldPinned)),
          m_oldHidden(std::move(oldHidden)) {}

    void redo() override { apply(m_pinned, m_hidden); }
    void undo() override { apply(m_oldPinned, m_oldHidden); }

private:
    void apply(const Runs& pinned, const Runs& hidden) {
        if (m_chosen)
            m_chosen->setPinnedAndHidden(pinned, hidden);
    }
    QPointer<ChosenRuns> m_chosen;
    Runs m_pinned, m_hidden, m_oldPinned, m_oldHidden;
};

}  // namespace

ChosenRuns::ChosenRuns(QObject* parent) : QObject(parent) {}

void ChosenRuns::setSelected(std::vector<base::RunNo> runs) {
    if (runs == m_selected)
        return;
    m_selected = std::move(runs);
    Q_EMIT selectionChanged();
    Q_EMIT shownChanged();
}

std::vector<base::RunNo> ChosenRuns::shown() const {
    std::vector<base::RunNo> runs(m_pinned.begin(), m_pinned.end());
    for (const base::RunNo run : m_selected) {
        if (runs.size() >= MostShown)
            break;
        if (!m_pinned.contains(run) && !m_hidden.contains(run))
            runs.push_back(run);
    }
    return runs;
}

bool ChosenRuns::isShown(base::RunNo run) const {
    if (m_pinned.contains(run))
        return true;
    return !m_hidden.contains(run) && std::ranges::find(m_selected, run) != m_selected.end();
}

void ChosenRuns::toggleShown(const std::vector<base::RunNo>& runs, QUndoStack& undo) {
    std::set<base::RunNo> pinned = m_pinned;
    std::set<base::RunNo> hidden = m_hidden;
    const std::set<base::RunNo> selected(m_selected.begin(), m_selected.end());
    // Mixed: show all of them first.
    const bool show = std::ranges::any_of(runs, [&](base::RunNo run) {
        return !pinned.contains(run) && (hidden.contains(run) || !selected.contains(run));
    });
    for (const base::RunNo run : runs) {
        if (show) {
            hidden.erase(run);
            pinned.insert(run);
        } else {
            pinned.erase(run);
            hidden.insert(run);
        }
    }
    auto* command = new ShownCommand(*this, pinned, hidden, m_pinned, m_hidden);
    command->setText(show ? QObject::tr("Show in charts") : QObject::tr("Hide from charts"));
    undo.push(command);
}

void ChosenRuns::setPinnedAndHidden(std::set<base::RunNo> pinned, std::set<base::RunNo> hidden) {
    m_pinned = std::move(pinned);
    m_hidden = std::move(hidden);
    Q_EMIT shownChanged();
}

int ChosenRuns::colorIndex(std::string_view runId, int colors) {
    // FNV-1a: the same on every machine and in every version, so that a run keeps its colour.
    std::uint32_t hash = 2166136261U;
    for (const char c : runId)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return static_cast<int>(hash % static_cast<std::uint32_t>(colors));
}

int ChosenRuns::slot(base::RunNo run, std::string_view runId, int colors) const {
    const auto given = m_slots.find(run);
    return given != m_slots.end() ? given->second : colorIndex(runId, colors);
}

void ChosenRuns::assignSlots(const std::vector<std::pair<base::RunNo, std::string>>& shownRuns,
                             int colors) {
    std::vector<int> used(static_cast<std::size_t>(colors), 0);
    const auto count = [&](int slot) -> int& { return used[static_cast<std::size_t>(slot)]; };
    for (const auto& [run, runId] : shownRuns) {
        if (const auto given = m_slots.find(run); given != m_slots.end())
            ++count(given->second);
    }
    bool changed = false;
    for (const auto& [run, runId] : shownRuns) {
        if (m_slots.contains(run))
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
