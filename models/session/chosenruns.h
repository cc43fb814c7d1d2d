// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QObject>
#include <QString>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

class QUndoStack;

namespace podium::session {

/// What a person said of single runs, beside selecting them.
struct RunChoices {
    std::set<base::RunNo> pinned;        // drawn in any case
    std::set<base::RunNo> hidden;        // never drawn
    std::map<base::RunNo, int> colours;  // which of the series colours; others go by their id

    friend bool operator==(const RunChoices&, const RunChoices&) = default;
};

/// Which runs are selected in the table, which are drawn in the charts, and in which colour. Lives
/// on the UI thread. Runs are drawn when they are selected; pinned ones (Space) are drawn in any
/// case, hidden ones never. Choices outlast the experiment that is shown: a run is of one only.
class ChosenRuns : public QObject {
    Q_OBJECT
public:
    explicit ChosenRuns(QObject* parent = nullptr);

    /// Choices of runs of other experiments than these wait until those are shown; none: all count.
    void setExperiments(const std::vector<base::ExperimentNo>& experiments);
    [[nodiscard]] bool isHere(base::RunNo run) const;

    [[nodiscard]] const std::vector<base::RunNo>& selected() const { return m_selected; }
    void setSelected(std::vector<base::RunNo> runs);

    /// Drawn in the charts, in the order in which they were chosen; at most `MostShown`.
    static constexpr std::size_t MostShown = 1000;
    [[nodiscard]] std::vector<base::RunNo> shown() const;
    [[nodiscard]] bool isShown(base::RunNo run) const;
    [[nodiscard]] bool isPinned(base::RunNo run) const { return m_choices.pinned.contains(run); }
    [[nodiscard]] bool isHidden(base::RunNo run) const { return m_choices.hidden.contains(run); }
    [[nodiscard]] const RunChoices& choices() const { return m_choices; }
    void setChoices(RunChoices choices);
    /// The same as a step that can be taken back; `words` name it for people. Nothing is pushed if
    /// nothing changes.
    void edit(RunChoices choices, const QString& words, QUndoStack& undo);
    /// Shows (pins) runs that are not shown, hides those that are.
    void toggleShown(const std::vector<base::RunNo>& runs, QUndoStack& undo);
    /// Draws these and no others.
    void showOnly(const std::vector<base::RunNo>& runs, QUndoStack& undo);
    void hide(const std::vector<base::RunNo>& runs, QUndoStack& undo);
    /// Gives runs a colour of their own; -1: that of their id again.
    void setColour(const std::vector<base::RunNo>& runs, int colour, QUndoStack& undo);

    /// Which of the series colours a run has everywhere: always the same one for a run id.
    [[nodiscard]] static int colorIndex(std::string_view runId, int colors);

    /// The colour of a run: that which a person gave it, else that of its id, unless it would be
    /// drawn beside another one of the same colour. A colour once given stays until other
    /// experiments are shown.
    [[nodiscard]] int slot(base::RunNo run, std::string_view runId, int colors) const;
    /// Gives the runs that are drawn colours that differ as long as there are enough.
    void assignSlots(const std::vector<std::pair<base::RunNo, std::string>>& shownRuns, int colors);
    void forgetSlots() { m_slots.clear(); }

    /// The run under the pointer, in the table or in a chart; not valid if there is none.
    [[nodiscard]] base::RunNo hovered() const { return m_hovered; }
    void setHovered(base::RunNo run);

Q_SIGNALS:
    void selectionChanged();
    void shownChanged();
    void slotsChanged();
    /// Pinned and hidden runs, or colours, are others now.
    void choicesChanged();
    void hoveredChanged(podium::base::RunNo run);

private:
    std::vector<base::RunNo> m_selected;
    /// The choices without those of the runs that are here, colours excepted.
    [[nodiscard]] RunChoices elsewhere() const;

    std::set<base::ExperimentNo> m_experiments;
    RunChoices m_choices;
    base::RunNo m_hovered;
    std::map<base::RunNo, int> m_slots;
};

}  // namespace podium::session
