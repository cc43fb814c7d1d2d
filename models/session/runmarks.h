// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QJsonObject>
#include <QObject>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace podium::session {

class ChosenRuns;
class RunsView;

/// What a person chose of runs, by their ids: it holds in another cache and on another machine.
struct RunMarks {
    std::set<std::string> drawn;         // in any case
    std::set<std::string> hidden;        // never drawn
    std::map<std::string, int> colours;  // which of the series colours

    [[nodiscard]] bool empty() const { return drawn.empty() && hidden.empty() && colours.empty(); }
    friend bool operator==(const RunMarks&, const RunMarks&) = default;
};

/// {"drawn": [ids], "hidden": [ids], "colours": {id: number}}; what is empty is left out.
[[nodiscard]] QJsonObject toJson(const RunMarks& marks);
/// What is of another type is left out, and so is what is beyond the bounds.
[[nodiscard]] RunMarks runMarksFromJson(const QJsonObject& object);
/// Marks in a file are read up to so many of a kind.
constexpr qsizetype MostMarks = 20'000;

/// Joins marks by run id to the choices by run number: marks wait until their run is in the table.
/// Lives on the UI thread, shorter than what it joins.
class RunMarker : public QObject {
    Q_OBJECT
public:
    RunMarker(RunsView& runs, ChosenRuns& chosen, QObject* parent = nullptr);

    /// Those of the runs that are in the table, and those that wait for a run.
    [[nodiscard]] RunMarks marks() const;
    /// Of the runs of the experiments shown: what belongs to a view of them. Those in `kept` whose
    /// runs are not in the table stay as they are: nobody can have changed them.
    [[nodiscard]] RunMarks marksHere(const RunMarks& kept = {}) const;
    /// Puts marks in the place of those of the runs in the table; ids that are not in it wait.
    void setMarksHere(const RunMarks& marks);
    /// Adds marks, for runs that come.
    void expect(const RunMarks& marks);
    /// Selects the runs with these ids as soon as they are in the table; those that never come do
    /// not matter.
    void select(const std::vector<std::string>& ids);
    [[nodiscard]] std::vector<std::string> selectedIds() const;

private:
    void rowsChanged();
    void learnIds();
    [[nodiscard]] RunMarks named(bool hereOnly) const;

    RunsView& m_runs;
    ChosenRuns& m_chosen;
    std::map<base::RunNo, std::string> m_ids;  // of runs that have marks
    RunMarks m_waiting;
    std::vector<std::string> m_toSelect;
};

}  // namespace podium::session
