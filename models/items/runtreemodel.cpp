// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/runtreemodel.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace podium::items {

using query::Attribute;
using query::ColumnKey;

namespace {

const query::TextColumn* textColumn(const query::Frame& frame, Attribute attribute) {
    const query::Column* column = frame.column(query::attributeColumn(attribute));
    return column != nullptr ? std::get_if<query::TextColumn>(column) : nullptr;
}

RunTreeModel::Snapshot emptySnapshot() {
    auto snapshot = std::make_shared<session::RunsSnapshot>();
    snapshot->table.frame = std::make_shared<const query::Frame>();
    return snapshot;
}

}  // namespace

RunTreeModel::RunTreeModel(QObject* parent) : QAbstractItemModel(parent) {
    m_cellFormatter = [](const ColumnKey& key, const Cell& cell, const session::ColumnFormat&) {
        return toQString(plainText(key, cell));
    };
    m_groupFormatter.value = [](const ColumnKey&, const query::Grouping::Group& group) {
        return toQString(group.text);
    };
    m_groupFormatter.numbers = [](const ColumnKey&, const query::Summary& summary,
                                  query::Aggregate aggregate, const session::ColumnFormat&) {
        return toQString(numberText(query::aggregateValue(summary, aggregate)));
    };
    m_groupFormatter.different = [](qsizetype texts) { return QString::number(texts); };
    m_titleFormatter = [](const ColumnKey& key) { return toQString(plainName(key)); };
    take(emptySnapshot());
}

void RunTreeModel::setCellFormatter(CellFormatter formatter) {
    m_cellFormatter = std::move(formatter);
    refreshTexts();
}

void RunTreeModel::setTitleFormatter(TitleFormatter formatter) {
    m_titleFormatter = std::move(formatter);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RunTreeModel::setGroupFormatter(GroupFormatter formatter) {
    m_groupFormatter = std::move(formatter);
    refreshTexts();
}

void RunTreeModel::setSnapshot(Snapshot snapshot) {
    if (!snapshot || !snapshot->table.frame)
        snapshot = emptySnapshot();
    if (snapshot == m_snapshot)
        return;
    if (snapshot->columns == m_snapshot->columns) {
        relayout(std::move(snapshot));
        return;
    }
    beginResetModel();
    take(std::move(snapshot));
    endResetModel();
}

void RunTreeModel::relayout(Snapshot snapshot) {
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<base::RunNo> runs;
    std::vector<std::vector<std::string>> paths;
    runs.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& index : before) {
        const std::uint32_t g = group(index);
        runs.push_back(run(index));
        paths.push_back(g == query::Grouping::None ? std::vector<std::string>()
                                                   : m_snapshot->groups->path(g));
    }
    const bool sameGroups = m_snapshot->groups && snapshot->groups &&
                            m_snapshot->groups->columns() == snapshot->groups->columns();
    const bool orderChanged = snapshot->order != m_snapshot->order;
    take(std::move(snapshot));
    QModelIndexList after;
    after.reserve(before.size());
    std::map<std::vector<std::string>, std::uint32_t> groups;
    if (sameGroups) {
        for (std::uint32_t g = 0; g < m_snapshot->groups->groups().size(); ++g)
            groups.emplace(m_snapshot->groups->path(g), g);
    }
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto found = groups.find(paths[at]);
        if (runs[at].valid())
            after.append(indexOfRow(rowOfRun(runs[at]), before[i].column()));
        else
            after.append(found == groups.end() ? QModelIndex()
                                               : indexOfGroup(found->second, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    if (orderChanged)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RunTreeModel::take(Snapshot snapshot) {
    m_snapshot = std::move(snapshot);
    const query::Frame& frame = *m_snapshot->table.frame;
    m_keys.assign(1, query::attributeColumn(Attribute::RunName));
    m_keys.insert(m_keys.end(), m_snapshot->columns.begin(), m_snapshot->columns.end());
    m_columns.clear();
    m_numeric.clear();
    for (const ColumnKey& key : m_keys) {
        m_columns.push_back(frame.column(key));
        m_numeric.push_back(items::isNumeric(key, m_columns.back()) ? 1 : 0);
    }
    m_summaries.clear();
    m_sharedTexts.clear();
    m_best.assign(m_keys.size(), std::nullopt);
    m_matching.clear();
    m_runIds = textColumn(frame, Attribute::RunId);
    m_statuses = textColumn(frame, Attribute::Status);
    m_lifecycles = textColumn(frame, Attribute::Lifecycle);
    indexRuns();
}

void RunTreeModel::indexRuns() {
    const std::vector<base::RunNo>& runs = m_snapshot->table.frame->runs();
    m_byRun.clear();
    if (std::ranges::is_sorted(runs))
        return;
    m_byRun.resize(runs.size());
    std::iota(m_byRun.begin(), m_byRun.end(), 0U);
    std::ranges::sort(m_byRun, {}, [&runs](std::uint32_t row) { return runs[row]; });
}

std::uint32_t RunTreeModel::rowOfRun(base::RunNo run) const {
    const std::vector<base::RunNo>& runs = m_snapshot->table.frame->runs();
    if (m_byRun.empty()) {
        const auto it = std::ranges::lower_bound(runs, run);
        return it != runs.end() && *it == run ? static_cast<std::uint32_t>(it - runs.begin())
                                              : NoRow;
    }
    const auto it = std::ranges::lower_bound(m_byRun, run, {},
                                             [&runs](std::uint32_t row) { return runs[row]; });
    return it != m_byRun.end() && runs[*it] == run ? *it : NoRow;
}

void RunTreeModel::setShown(const std::vector<base::RunNo>& runs) {
    std::unordered_set<base::RunNo> shown(runs.begin(), runs.end());
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Shown});
}

void RunTreeModel::refreshTexts() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::DisplayRole});
    }
}

const ColumnKey& RunTreeModel::key(int column) const {
    return m_keys[static_cast<std::size_t>(column)];
}

bool RunTreeModel::isNumeric(int column) const {
    return m_numeric[static_cast<std::size_t>(column)] != 0;
}

std::size_t RunTreeModel::loadedColumns() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        m_columns, [](const query::Column* column) { return column != nullptr; }));
}

int RunTreeModel::orderRank(int column) const {
    const auto& order = m_snapshot->order;
    const auto it = std::ranges::find(order, key(column), &query::OrderKey::column);
    if (it == order.end())
        return 0;
    const int rank = static_cast<int>(it - order.begin()) + 1;
    return it->descending ? -rank : rank;
}

std::uint32_t RunTreeModel::node(const QModelIndex& index) const {
    return index.isValid() ? static_cast<std::uint32_t>(index.internalId()) : NoRow;
}

std::uint32_t RunTreeModel::frameRow(const QModelIndex& index) const {
    const std::uint32_t row = node(index);
    return row < m_snapshot->table.frame->rows() ? row : NoRow;
}

std::uint32_t RunTreeModel::group(const QModelIndex& index) const {
    const std::uint32_t row = node(index);
    const auto runs = static_cast<std::uint32_t>(m_snapshot->table.frame->rows());
    return row == NoRow || row < runs ? query::Grouping::None : row - runs;
}

QModelIndex RunTreeModel::indexOfGroup(std::uint32_t group, int column) const {
    return indexOfNode(static_cast<std::uint32_t>(m_snapshot->table.frame->rows()) + group, column);
}

std::vector<base::RunNo> RunTreeModel::runsOfGroup(std::uint32_t group) const {
    std::vector<base::RunNo> runs;
    for (const std::uint32_t row : m_snapshot->groups->rows(group))
        runs.push_back(m_snapshot->table.frame->runs()[row]);
    return runs;
}

base::RunNo RunTreeModel::run(const QModelIndex& index) const {
    const std::uint32_t row = frameRow(index);
    return row != NoRow ? m_snapshot->table.frame->runs()[row] : base::RunNo{};
}

QModelIndex RunTreeModel::indexOf(base::RunNo run) const {
    return indexOfRow(rowOfRun(run));
}

QModelIndex RunTreeModel::indexOfRow(std::uint32_t frameRow, int column) const {
    return indexOfNode(frameRow, column);
}

QModelIndex RunTreeModel::indexOfNode(std::uint32_t node, int column) const {
    if (node == NoRow || m_snapshot->tree.size() == 0 || !m_snapshot->tree.contains(node))
        return {};
    return createIndex(static_cast<int>(m_snapshot->tree.place(node)), column,
                       static_cast<quintptr>(node));
}

std::vector<std::uint32_t> RunTreeModel::readingOrder() const {
    const query::RunTree& tree = m_snapshot->tree;
    std::vector<std::uint32_t> rows;
    rows.reserve(tree.size());
    std::vector<std::uint32_t> waiting(tree.roots().rbegin(), tree.roots().rend());
    while (!waiting.empty()) {
        const std::uint32_t row = waiting.back();
        waiting.pop_back();
        if (row < m_snapshot->table.frame->rows())
            rows.push_back(row);
        const auto children = tree.children(row);
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return rows;
}

std::span<const std::uint32_t> RunTreeModel::childrenOf(const QModelIndex& parent) const {
    if (!parent.isValid())
        return m_snapshot->tree.roots();
    if (parent.column() != 0)
        return {};
    return m_snapshot->tree.children(node(parent));
}

QModelIndex RunTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= columnCount())
        return {};
    const auto children = childrenOf(parent);
    if (static_cast<std::size_t>(row) >= children.size())
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex RunTreeModel::parent(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    return indexOfNode(m_snapshot->tree.parent(node(index)));
}

int RunTreeModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(childrenOf(parent).size());
}

int RunTreeModel::columnCount(const QModelIndex&) const {
    return static_cast<int>(m_keys.size());
}

bool RunTreeModel::hasChildren(const QModelIndex& parent) const {
    return !childrenOf(parent).empty();
}

QVariant RunTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
        case Qt::DisplayRole:
            return m_titleFormatter(key(section));
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(
                (isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        case FullText:
            return toQString(plainName(key(section)));
        default:
            return {};
    }
}

}  // namespace podium::items
