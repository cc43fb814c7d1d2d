// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/board.h"

#include "items/cell.h"
#include "items/roles.h"
#include "registry/event.h"

#include <QMimeData>

#include <algorithm>
#include <set>

namespace podium::items {

using session::Decision;
using session::DecisionState;
using session::ModelEntry;
using session::PlaceKind;

namespace {

/// What a version has of that by which the lanes are told apart.
std::vector<std::string> valuesOf(const ModelEntry& entry, const ModelEntry::Version& version,
                                  const BoardBy& by) {
    std::vector<std::string> values;
    switch (by.kind) {
        case BoardBy::Kind::Stage:
            values.push_back(version.version.stage.empty() ? "None" : version.version.stage);
            break;
        case BoardBy::Kind::Alias:
            for (const domain::Alias& alias : entry.model.aliases) {
                if (alias.version == version.version.version)
                    values.push_back(alias.alias);
            }
            break;
        case BoardBy::Kind::Tag:
            if (const std::string* value = domain::find(version.version.tags, by.tag))
                values.push_back(*value);
            break;
    }
    return values;
}

std::vector<BoardLane> emptyLanes(const ModelEntry& entry, const BoardBy& by) {
    const bool stages = by.kind == BoardBy::Kind::Stage;
    std::vector<BoardLane> lanes;
    if (!stages)
        lanes.push_back({{}, true, {}});
    std::set<std::string> seen;
    const auto add = [&](const std::string& value) {
        if (seen.insert(value).second)
            lanes.push_back({value, false, {}});
    };
    for (const std::string& value : stages ? registryStages() : by.lanes)
        add(value);
    std::set<std::string> others;
    for (const ModelEntry::Version& version : entry.versions) {
        for (const std::string& value : valuesOf(entry, version, by))
            others.insert(value);
    }
    for (const std::string& value : others)
        add(value);
    return lanes;
}

}  // namespace

const std::vector<std::string>& registryStages() {
    static const std::vector<std::string> Stages = {"None", "Staging", "Production", "Archived"};
    return Stages;
}

std::vector<BoardLane> boardLanes(const ModelEntry& entry, const BoardBy& by) {
    std::vector<BoardLane> lanes = emptyLanes(entry, by);
    for (std::size_t i = 0; i < entry.versions.size(); ++i) {
        const std::vector<std::string> values = valuesOf(entry, entry.versions[i], by);
        if (values.empty())
            lanes.front().versions.push_back(i);
        for (const std::string& value : values) {
            const auto lane = std::ranges::find_if(
                lanes, [&value](const BoardLane& one) { return !one.rest && one.value == value; });
            lane->versions.push_back(i);
        }
    }
    return lanes;
}

bool isAbout(const Decision& decision, std::int64_t version) {
    const stores::Change& change = decision.change;
    if (change.place.kind == PlaceKind::ModelAlias) {
        const std::string number = std::to_string(version);
        return change.wanted == number || change.basis == number;
    }
    if (change.archiveExisting && std::ranges::count(change.archived, version) > 0)
        return true;
    return change.place.version == version && (change.place.kind == PlaceKind::VersionStage ||
                                               change.place.kind == PlaceKind::VersionTag ||
                                               change.place.kind == PlaceKind::VersionDescription);
}

std::optional<DecisionState> pendingState(const ModelEntry& entry, std::int64_t version) {
    std::optional<DecisionState> worst;
    for (const Decision& decision : entry.decisions) {
        if (isAbout(decision, version) && (!worst || decision.state > *worst))
            worst = decision.state;
    }
    return worst;
}

bool isRequestEvent(const Decision& decision) {
    return decision.change.place.kind == PlaceKind::VersionTag &&
           registry::isEvent(decision.change.place.key);
}

const Decision* shownDecision(const ModelEntry& entry, std::int64_t version) {
    const Decision* shown = nullptr;
    const auto rank = [](const Decision& one) {
        return std::pair(one.state, isRequestEvent(one) ? 0 : 1);
    };
    for (const Decision& decision : entry.decisions) {
        if (isAbout(decision, version) && (shown == nullptr || rank(decision) >= rank(*shown)))
            shown = &decision;
    }
    return shown;
}

void LaneModel::setLane(Entry entry, BoardLane lane) {
    const bool sameModel = m_entry && entry && m_entry->sourceNo == entry->sourceNo &&
                           m_entry->model.name == entry->model.name;
    if (!sameModel) {
        beginResetModel();
        m_entry = std::move(entry);
        m_lane = std::move(lane);
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::int64_t> numbers;
    for (const QModelIndex& index : before)
        numbers.push_back(version(index.row()).version.version);
    m_entry = std::move(entry);
    m_lane = std::move(lane);
    QModelIndexList after;
    for (const std::int64_t number : numbers) {
        const int row = rowOf(number);
        after.append(row < 0 ? QModelIndex() : index(row));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void LaneModel::setMetric(SourceMetric metric) {
    m_metric = std::move(metric);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const ModelEntry::Version& LaneModel::version(int row) const {
    return m_entry->versions[m_lane.versions[static_cast<std::size_t>(row)]];
}

int LaneModel::rowOf(std::int64_t number) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (version(row).version.version == number)
            return row;
    }
    return -1;
}

int LaneModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_entry ? 0 : static_cast<int>(m_lane.versions.size());
}

QVariant LaneModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ModelEntry::Version& here = version(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return m_formatter ? m_formatter(*this, here) : QString::number(here.version.version);
        case Qt::ToolTipRole:
            return toolTip(data(index, Qt::DisplayRole).toString());
        case RawValue:
        case SortKey:
            return QVariant::fromValue(static_cast<qlonglong>(here.version.version));
        case Edited: {
            const auto state = pendingState(*m_entry, here.version.version);
            return state ? QVariant(static_cast<int>(*state)) : QVariant();
        }
        default:
            return {};
    }
}

Qt::ItemFlags LaneModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList LaneModel::mimeTypes() const {
    return {mimeType()};
}

QMimeData* LaneModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    const QString text = QStringLiteral("%1\n%2\n%3")
                             .arg(m_entry->sourceNo.value)
                             .arg(toQString(m_entry->model.name))
                             .arg(version(indexes.front().row()).version.version);
    data->setData(mimeType(), text.toUtf8());
    return data;
}

}  // namespace podium::items
