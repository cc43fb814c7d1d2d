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

/// Which runs are selected in the table, which are drawn in the charts, and in which colour. Lives
/// on the UI thread. Runs are drawn when they are selected; pinned ones (Space) are drawn in any
/// case, hidden ones never.
class ChosenRuns : public QObject {
    Q_OBJECT
public:
    explicit ChosenRuns(QObject* parent = nullptr);

    [[nodiscard]] const std::vector<base::RunNo>& selected() const { return m_selected; }
    void setSelected(std::vector<base::RunNo> runs);

    /// Drawn in the charts, in the order in which they were chosen; at most `MostShown`.
    static constexpr std::size_t MostShown = 1000;
    [[nodiscard]] std::vector<base::RunNo> shown() const;
    [[nodiscard]] bool isShown(base::RunNo run) const;
    [[nodiscard]] bool isPinned(base::RunNo run) const { return m_pinned.contains(run); }
    [[nodiscard]] bool isHidden(base::RunNo run) const { return m_hidden.contains(run); }
    /// Shows (pins) runs that are not shown, hides those that are; can be undone.
    void toggleShown(const std::vector<base::RunNo>& runs, QUndoStack& undo);
    void setPinnedAndHidden(std::set<base::RunNo> pinned, std::set<base::RunNo> hidden);

    /// Which of the series colours a run has everywhere: always the same one for a run id.
    [[nodiscard]] static int colorIndex(std::string_view runId, int colors);

    /// The colour of a run: that of its id, unless it would be drawn beside another one of the same
    /// colour. A colour once given stays until other experiments are shown.
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
    void hoveredChanged(podium::base::RunNo run);

private:
    std::vector<base::RunNo> m_selected;
    std::set<base::RunNo> m_pinned;
    std::set<base::RunNo> m_hidden;
    base::RunNo m_hovered;
    std::map<base::RunNo, int> m_slots;
};

}  // namespace podium::session
