// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/comparemodel.h"

#include "items/cell.h"

#include <algorithm>

namespace podium::items {

namespace {

/// Whether a change of a metric is for the better.
int verdict(const CompareRow& row, const CompareCell& cell) {
    if (!cell.delta || cell.change != Change::Changed || row.direction == Direction::Unknown ||
        *cell.delta == 0)
        return 0;
    return (*cell.delta < 0) == (row.direction == Direction::Lower) ? 1 : -1;
}

}  // namespace

CompareModel::CompareModel(Words words, QObject* parent)
    : QAbstractItemModel(parent),
      m_words(std::move(words)),
      m_comparison(std::make_shared<const Comparison>()) {}

void CompareModel::setComparison(std::shared_ptr<const Comparison> comparison,
                                 const QStringList& titles) {
    beginResetModel();
    m_comparison = std::move(comparison);
    m_titles = titles;
    build();
    endResetModel();
}

void CompareModel::setFilter(const QString& text) {
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    build();
    endResetModel();
}

bool CompareModel::passes(const CompareRow& row) const {
    if (m_filter.isEmpty())
        return true;
    const auto has = [this](const std::string& text) {
        return toQString(text).contains(m_filter, Qt::CaseInsensitive);
    };
    return has(row.key) || std::ranges::any_of(row.cells, [&](const CompareCell& cell) {
               return !cell.missing && has(cell.text);
           });
}

int CompareModel::add(NodeKind kind, CompareSection section, const CompareRow* row, int parent) {
    const int number = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings =
        parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children;
    const int place = static_cast<int>(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back({kind, section, row, parent, place, {}});
    return number;
}

void CompareModel::addRows(const std::vector<CompareRow>& rows, CompareSection section,
                           int parent) {
    for (const CompareRow& row : rows) {
        if (!passes(row))
            continue;
        const int number = add(NodeKind::Row, section, &row, parent);
        if (row.differs)
            m_differing.push_back(number);
    }
}

void CompareModel::build() {
    m_nodes.clear();
    m_roots.clear();
    m_differing.clear();
    for (std::size_t i = 0; i < CompareSectionCount; ++i) {
        const auto which = static_cast<CompareSection>(i);
        const ComparedSection& section = m_comparison->sections[i];
        const auto visible = [this](const CompareRow& row) { return passes(row); };
        const bool anySame = std::ranges::any_of(section.same, visible);
        if (!anySame && std::ranges::none_of(section.different, visible) &&
            (section.ignored == 0 || !m_filter.isEmpty()))
            continue;
        const int root = add(NodeKind::Section, which, nullptr, -1);
        addRows(section.different, which, root);
        if (anySame)
            addRows(section.same, which, add(NodeKind::SameFolder, which, nullptr, root));
    }
}

const CompareModel::Node* CompareModel::node(const QModelIndex& index) const {
    const auto number = static_cast<std::size_t>(index.internalId());
    return index.isValid() && number < m_nodes.size() ? &m_nodes[number] : nullptr;
}

QModelIndex CompareModel::indexOfNode(int number) const {
    return createIndex(m_nodes[static_cast<std::size_t>(number)].place, 0,
                       static_cast<quintptr>(number));
}

const CompareRow* CompareModel::row(const QModelIndex& index) const {
    const Node* found = node(index);
    return found != nullptr ? found->row : nullptr;
}

QModelIndex CompareModel::nextDifference(const QModelIndex& from, bool forward) const {
    if (m_differing.empty())
        return {};
    // Nodes are numbered as they are read from top to bottom.
    const int here = from.isValid() ? static_cast<int>(from.internalId()) : -1;
    if (forward) {
        const auto next = std::ranges::upper_bound(m_differing, here);
        return next != m_differing.end() ? indexOfNode(*next) : QModelIndex();
    }
    const auto at =
        from.isValid() ? std::ranges::lower_bound(m_differing, here) : m_differing.end();
    return at != m_differing.begin() ? indexOfNode(*std::prev(at)) : QModelIndex();
}

int CompareModel::differenceNumber(const QModelIndex& index) const {
    if (!index.isValid())
        return 0;
    const auto found = std::ranges::find(m_differing, static_cast<int>(index.internalId()));
    return found != m_differing.end() ? static_cast<int>(found - m_differing.begin()) + 1 : 0;
}

QModelIndex CompareModel::indexOf(CompareSection section, const std::string& key,
                                  MetricPart part) const {
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const CompareRow* row = m_nodes[i].row;
        if (row != nullptr && row->section == section && row->part == part && row->key == key)
            return indexOfNode(static_cast<int>(i));
    }
    return {};
}

QModelIndex CompareModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= columnCount())
        return {};
    const Node* above = node(parent);
    const std::vector<int>& children = above != nullptr ? above->children : m_roots;
    if (static_cast<std::size_t>(row) >= children.size() ||
        (parent.isValid() && parent.column() != 0))
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex CompareModel::parent(const QModelIndex& index) const {
    const Node* found = node(index);
    return found != nullptr && found->parent >= 0 ? indexOfNode(found->parent) : QModelIndex();
}

int CompareModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    const Node* found = node(parent);
    return found != nullptr && parent.column() == 0 ? static_cast<int>(found->children.size()) : 0;
}

int CompareModel::columnCount(const QModelIndex& /*parent*/) const {
    return static_cast<int>(m_titles.size()) + 1;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const {
    const Node* found = node(index);
    if (found == nullptr)
        return {};
    if (role == Kind)
        return static_cast<int>(found->kind);
    if (found->kind == NodeKind::Row)
        return rowData(*found, index.column(), role);
    if (role == Count)
        return static_cast<qlonglong>(found->children.size());
    if (role != Qt::DisplayRole || index.column() != 0)
        return {};
    if (found->kind == NodeKind::SameFolder)
        return m_words.same(found->children.size());
    return m_words.section(found->section,
                           m_comparison->sections[static_cast<std::size_t>(found->section)]);
}

QVariant CompareModel::rowData(const Node& found, int column, int role) const {
    const CompareRow& row = *found.row;
    if (role == SortKey)
        return row.surprise;
    if (column == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return role == Qt::DisplayRole ? m_words.row(row) : toolTip(m_words.row(row));
        return {};
    }
    const auto place = static_cast<std::size_t>(column - 1);
    if (place >= row.cells.size())
        return {};
    const CompareCell& cell = row.cells[place];
    switch (role) {
        case Qt::DisplayRole:
            return m_words.cell(row, cell, place == 0).text;
        case Detail:
            return m_words.cell(row, cell, place == 0).detail;
        case Qt::AccessibleTextRole:
            return m_words.cell(row, cell, place == 0).spoken;
        case Verdict:
            return verdict(row, cell);
        case Qt::ToolTipRole:
            return toolTip(m_words.toolTip(row, cell, place == 0));
        case State:
            return static_cast<int>(cell.change);
        case Missing:
            return cell.missing;
        case FullText:
            return toQString(cell.text);
        case Numeric:
            return cell.number.has_value();
        default:
            return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section == 0)
        return m_words.key;
    if (section > m_titles.size())
        return {};
    const QString& title = m_titles.at(section - 1);
    return role == Qt::DisplayRole ? title : toolTip(title);
}

}  // namespace podium::items
