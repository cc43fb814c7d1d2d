// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runmarks.h"

#include "session/chosenruns.h"
#include "session/runsview.h"

#include <QJsonArray>

#include <algorithm>
#include <unordered_map>

namespace podium::session {

using base::RunNo;

namespace {

constexpr qsizetype LongestId = 100;
constexpr int MostColours = 64;

QJsonArray idsToJson(const std::set<std::string>& ids) {
    QJsonArray array;
    for (const std::string& id : ids)
        array.append(QString::fromStdString(id));
    return array;
}

std::set<std::string> idsFromJson(const QJsonArray& array) {
    std::set<std::string> ids;
    for (const QJsonValue& value : array) {
        const QString id = value.toString();
        if (!id.isEmpty() && id.size() <= LongestId && ids.size() < std::size_t{MostMarks})
            ids.insert(id.toStdString());
    }
    return ids;
}

const query::ColumnKey& idKey() {
    static const query::ColumnKey key = query::attributeColumn(query::Attribute::RunId);
    return key;
}

}  // namespace

QJsonObject toJson(const RunMarks& marks) {
    QJsonObject object;
    if (!marks.drawn.empty())
        object.insert(QStringLiteral("drawn"), idsToJson(marks.drawn));
    if (!marks.hidden.empty())
        object.insert(QStringLiteral("hidden"), idsToJson(marks.hidden));
    QJsonObject colours;
    for (const auto& [id, colour] : marks.colours)
        colours.insert(QString::fromStdString(id), colour);
    if (!colours.isEmpty())
        object.insert(QStringLiteral("colours"), colours);
    return object;
}

RunMarks runMarksFromJson(const QJsonObject& object) {
    RunMarks marks;
    marks.drawn = idsFromJson(object.value(QLatin1String("drawn")).toArray());
    marks.hidden = idsFromJson(object.value(QLatin1String("hidden")).toArray());
    const QJsonObject colours = object.value(QLatin1String("colours")).toObject();
    for (auto it = colours.begin(); it != colours.end(); ++it) {
        const int colour = it.value().toInt(-1);
        if (colour >= 0 && colour < MostColours && it.key().size() <= LongestId &&
            marks.colours.size() < std::size_t{MostMarks})
            marks.colours.emplace(it.key().toStdString(), colour);
    }
    return marks;
}

RunMarker::RunMarker(RunsView& runs, ChosenRuns& chosen, QObject* parent)
    : QObject(parent), m_runs(runs), m_chosen(chosen) {
    // Whoever shows the rows has them first: a selection is of what is shown.
    connect(&runs, &RunsView::snapshotChanged, this, &RunMarker::rowsChanged, Qt::QueuedConnection);
    connect(&chosen, &ChosenRuns::choicesChanged, this, &RunMarker::learnIds);
    connect(&chosen, &ChosenRuns::selectionChanged, this, [this] { m_toSelect.clear(); });
}

/// A run is marked while it is in the table; later its row may be elsewhere.
void RunMarker::learnIds() {
    const RunChoices& choices = m_chosen.choices();
    std::set<RunNo> unknown;
    const auto look = [&](RunNo run) {
        if (!m_ids.contains(run))
            unknown.insert(run);
    };
    std::ranges::for_each(choices.pinned, look);
    std::ranges::for_each(choices.hidden, look);
    for (const auto& [run, colour] : choices.colours)
        look(run);
    if (unknown.empty())
        return;
    const query::Frame& frame = *m_runs.snapshot()->table.frame;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        if (unknown.contains(frame.runs()[row]))
            m_ids[frame.runs()[row]] = std::string(frame.text(idKey(), row));
    }
}

RunMarks RunMarker::named(bool hereOnly) const {
    const RunChoices& choices = m_chosen.choices();
    RunMarks marks;
    const auto id = [&](RunNo run) -> const std::string* {
        const auto found = m_ids.find(run);
        return found == m_ids.end() || (hereOnly && !m_chosen.isHere(run)) ? nullptr
                                                                           : &found->second;
    };
    for (const RunNo run : choices.pinned) {
        if (const std::string* text = id(run))
            marks.drawn.insert(*text);
    }
    for (const RunNo run : choices.hidden) {
        if (const std::string* text = id(run))
            marks.hidden.insert(*text);
    }
    for (const auto& [run, colour] : choices.colours) {
        if (const std::string* text = id(run))
            marks.colours.emplace(*text, colour);
    }
    return marks;
}

RunMarks RunMarker::marksHere(const RunMarks& kept) const {
    RunMarks marks = named(true);
    RunMarks absent = kept;
    std::erase_if(absent.drawn, [&](const auto& id) { return marks.drawn.contains(id); });
    std::erase_if(absent.hidden, [&](const auto& id) { return marks.hidden.contains(id); });
    std::erase_if(absent.colours,
                  [&](const auto& one) { return marks.colours.contains(one.first); });
    if (absent.empty())
        return marks;
    const query::Frame& frame = *m_runs.snapshot()->table.frame;
    for (std::size_t row = 0; row < frame.rows() && !absent.empty(); ++row) {
        const std::string id(frame.text(idKey(), row));
        absent.drawn.erase(id);
        absent.hidden.erase(id);
        absent.colours.erase(id);
    }
    marks.drawn.merge(absent.drawn);
    marks.hidden.merge(absent.hidden);
    marks.colours.merge(absent.colours);
    return marks;
}

RunMarks RunMarker::marks() const {
    RunMarks all = named(false);
    all.drawn.insert(m_waiting.drawn.begin(), m_waiting.drawn.end());
    all.hidden.insert(m_waiting.hidden.begin(), m_waiting.hidden.end());
    all.colours.insert(m_waiting.colours.begin(), m_waiting.colours.end());
    return all;
}

void RunMarker::setMarksHere(const RunMarks& marks) {
    RunChoices choices = m_chosen.choices();
    std::erase_if(choices.pinned, [this](RunNo run) { return m_chosen.isHere(run); });
    std::erase_if(choices.hidden, [this](RunNo run) { return m_chosen.isHere(run); });
    std::erase_if(choices.colours, [this](const auto& one) { return m_chosen.isHere(one.first); });
    m_chosen.setChoices(std::move(choices));
    expect(marks);
    rowsChanged();
}

void RunMarker::expect(const RunMarks& marks) {
    m_waiting.drawn.insert(marks.drawn.begin(), marks.drawn.end());
    m_waiting.hidden.insert(marks.hidden.begin(), marks.hidden.end());
    for (const auto& [id, colour] : marks.colours)
        m_waiting.colours[id] = colour;
}

void RunMarker::select(const std::vector<std::string>& ids) {
    m_toSelect = ids;
    if (!m_runs.isLoading())
        rowsChanged();
}

std::vector<std::string> RunMarker::selectedIds() const {
    if (!m_toSelect.empty())
        return m_toSelect;
    const query::Frame& frame = *m_runs.snapshot()->table.frame;
    std::unordered_map<RunNo, std::size_t> rows;
    for (std::size_t row = 0; row < frame.rows(); ++row)
        rows.emplace(frame.runs()[row], row);
    std::vector<std::string> ids;
    for (const RunNo run : m_chosen.selected()) {
        if (const auto it = rows.find(run); it != rows.end())
            ids.emplace_back(frame.text(idKey(), it->second));
    }
    return ids;
}

void RunMarker::rowsChanged() {
    if (m_waiting.empty() && m_toSelect.empty())
        return;
    const query::Frame& frame = *m_runs.snapshot()->table.frame;
    if (frame.rows() == 0)
        return;
    RunChoices choices = m_chosen.choices();
    std::map<std::string, RunNo> wanted;
    for (const std::string& id : m_toSelect)
        wanted.emplace(id, RunNo());
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        const std::string id(frame.text(idKey(), row));
        const RunNo run = frame.runs()[row];
        if (const auto it = wanted.find(id); it != wanted.end())
            it->second = run;
        bool marked = false;
        if (m_waiting.drawn.erase(id) > 0)
            marked = choices.pinned.insert(run).second;
        if (m_waiting.hidden.erase(id) > 0)
            marked = choices.hidden.insert(run).second || marked;
        if (const auto it = m_waiting.colours.find(id); it != m_waiting.colours.end()) {
            choices.colours[run] = it->second;
            m_waiting.colours.erase(it);
            marked = true;
        }
        if (marked)
            m_ids[run] = id;
    }
    m_chosen.setChoices(std::move(choices));
    std::vector<RunNo> selected;
    for (const std::string& id : m_toSelect) {
        if (const RunNo run = wanted[id]; run.valid())
            selected.push_back(run);
    }
    // While none is there the rows are still those of something else.
    if (selected.empty())
        return;
    m_toSelect.clear();
    m_chosen.setSelected(std::move(selected));
}

}  // namespace podium::session
