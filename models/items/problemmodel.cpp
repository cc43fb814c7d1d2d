// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/problemmodel.h"

#include "items/cell.h"

#include <QStringList>

#include <algorithm>

namespace podium::items {

using session::ProblemEntry;

namespace {

bool matches(const ProblemEntry& entry, const QString& filter) {
    const auto has = [&filter](std::string_view text) {
        return toQString(text).contains(filter, Qt::CaseInsensitive);
    };
    const domain::Problem& problem = entry.stored.problem;
    return has(problem.path) || has(base::codeName(problem.error.code)) ||
           std::ranges::any_of(problem.error.args, has);
}

}  // namespace

ProblemModel::ProblemModel(QObject* parent)
    : QAbstractItemModel(parent), m_snapshot(std::make_shared<session::RegistrySnapshot>()) {
    m_formatter = [](Column column, const ProblemEntry& entry) {
        const domain::Problem& problem = entry.stored.problem;
        if (column == Path)
            return toQString(problem.path);
        return toQString(base::codeName(problem.error.code));
    };
    m_groupFormatter = [](const QString& title, int) { return title; };
}

void ProblemModel::setSnapshot(Snapshot snapshot) {
    m_snapshot = snapshot ? std::move(snapshot) : std::make_shared<session::RegistrySnapshot>();
    regroup();
}

void ProblemModel::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    regroup();
}

void ProblemModel::setFormatter(Formatter formatter, GroupFormatter groupFormatter) {
    m_formatter = std::move(formatter);
    m_groupFormatter = std::move(groupFormatter);
}

void ProblemModel::setTitles(QStringList titles) {
    m_titles = std::move(titles);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void ProblemModel::regroup() {
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const std::vector<Group> old = std::move(m_groups);
    m_groups = grouped();
    QModelIndexList after;
    for (const QModelIndex& index : before) {
        // Only sources are followed; a problem has no name of its own.
        const bool isGroup = index.internalId() == 0;
        const auto it =
            !isGroup
                ? m_groups.end()
                : std::ranges::find(m_groups, old[static_cast<std::size_t>(index.row())].sourceNo,
                                    &Group::sourceNo);
        after.append(it != m_groups.end() ? createIndex(static_cast<int>(it - m_groups.begin()),
                                                        index.column(), quintptr{0})
                                          : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

std::vector<ProblemModel::Group> ProblemModel::grouped() const {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < m_snapshot->problems.size(); ++i) {
        const ProblemEntry& entry = m_snapshot->problems[i];
        if (!m_filter.isEmpty() && !matches(entry, m_filter))
            continue;
        // Problems of one source stand together.
        if (groups.empty() || groups.back().sourceNo != entry.sourceNo) {
            const auto it = std::ranges::find(groups, entry.sourceNo, &Group::sourceNo);
            if (it != groups.end()) {
                it->problems.push_back(i);
                continue;
            }
            groups.push_back({entry.sourceNo, entry.sourceTitle, entry.sourceRoot, {}});
        }
        groups.back().problems.push_back(i);
    }
    return groups;
}

const ProblemEntry* ProblemModel::problem(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const Group& group = m_groups[static_cast<std::size_t>(index.internalId() - 1)];
    return &m_snapshot->problems[group.problems[static_cast<std::size_t>(index.row())]];
}

int ProblemModel::total() const {
    return static_cast<int>(m_snapshot->problems.size());
}

int ProblemModel::visible() const {
    std::size_t n = 0;
    for (const Group& group : m_groups)
        n += group.problems.size();
    return static_cast<int>(n);
}

QModelIndex ProblemModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const quintptr group = parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0;
    return createIndex(row, column, group);
}

QModelIndex ProblemModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr{0});
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].problems.size());
}

int ProblemModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant ProblemModel::groupData(const Group& group, int column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            if (column != 0)
                return {};
            return m_groupFormatter(group.title, static_cast<int>(group.problems.size()));
        case FullText:
        case Location:
            return group.root;
        case Count:
            return QVariant::fromValue(static_cast<qlonglong>(group.problems.size()));
        default:
            return {};
    }
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ProblemEntry* entry = problem(index);
    if (entry == nullptr)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    switch (role) {
        case Qt::DisplayRole:
        case FullText:
            return m_formatter(static_cast<Column>(index.column()), *entry);
        case Qt::ToolTipRole:
            return toolTip(data(index, FullText).toString());
        case Location:
            return entry->sourceRoot;
        default:
            return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

}  // namespace podium::items
