// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/modellistmodel.h"

#include "items/cell.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace podium::items {

using session::ModelEntry;

namespace {

bool matches(const ModelEntry& entry, const QString& filter) {
    const auto has = [&filter](const std::string& text) {
        return toQString(text).contains(filter, Qt::CaseInsensitive);
    };
    const auto tagHas = [&has](const domain::Tag& tag) { return has(tag.key) || has(tag.value); };
    return has(entry.model.name) || has(entry.model.description) ||
           std::ranges::any_of(entry.model.aliases, has, &domain::Alias::alias) ||
           std::ranges::any_of(entry.model.tags, tagHas) ||
           std::ranges::any_of(entry.versions, [&has](const ModelEntry::Version& version) {
               return has(version.version.stage);
           });
}

}  // namespace

ModelListModel::ModelListModel(QObject* parent)
    : QAbstractListModel(parent), m_snapshot(std::make_shared<session::RegistrySnapshot>()) {}

void ModelListModel::setSnapshot(Snapshot snapshot) {
    if (!snapshot)
        snapshot = std::make_shared<session::RegistrySnapshot>();
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::pair<base::SourceNo, std::string>> names;
    for (const QModelIndex& index : before)
        names.emplace_back(entry(index).sourceNo, entry(index).model.name);
    m_snapshot = std::move(snapshot);
    m_visible = filtered();
    QModelIndexList after;
    for (const auto& [source, name] : names)
        after.append(indexOf(source, name));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ModelListModel::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    setSnapshot(m_snapshot);
}

std::vector<std::size_t> ModelListModel::filtered() const {
    std::vector<std::size_t> visible;
    const std::vector<ModelEntry>& models = m_snapshot->models;
    for (std::size_t i = 0; i < models.size(); ++i) {
        if (m_filter.isEmpty() || matches(models[i], m_filter))
            visible.push_back(i);
    }
    std::ranges::stable_sort(visible, {}, [&models](std::size_t i) {
        return std::pair(models[i].model.isPrompt(), std::string_view(models[i].model.name));
    });
    return visible;
}

const ModelEntry& ModelListModel::entry(const QModelIndex& index) const {
    return m_snapshot->models[m_visible[static_cast<std::size_t>(index.row())]];
}

QModelIndex ModelListModel::indexOf(base::SourceNo source, const std::string& name) const {
    for (std::size_t row = 0; row < m_visible.size(); ++row) {
        const ModelEntry& entry = m_snapshot->models[m_visible[row]];
        if (entry.sourceNo == source && entry.model.name == name)
            return index(static_cast<int>(row));
    }
    return {};
}

int ModelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ModelEntry& here = entry(index);
    switch (role) {
        case Qt::DisplayRole:
            return toQString(here.model.name);
        case FullText:
            return toQString(here.model.description.empty()
                                 ? here.model.name
                                 : here.model.name + "\n" + here.model.description);
        case Qt::ToolTipRole:
            return toolTip(data(index, FullText).toString());
        case Count:
            return QVariant::fromValue(static_cast<qlonglong>(here.versions.size()));
        case Location:
            return here.sourceTitle;
        default:
            return {};
    }
}

}  // namespace podium::items
