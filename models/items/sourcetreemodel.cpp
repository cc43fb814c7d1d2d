// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sourcetreemodel.h"

#include <QHash>

#include <algorithm>

namespace podium::items {

namespace {

bool sameShape(const SourceNodes& a, const SourceNodes& b) {
    return std::ranges::equal(a.nodes, b.nodes, [](const SourceNode& x, const SourceNode& y) {
        return x.key == y.key && x.parent == y.parent && x.kind == y.kind;
    });
}

bool sameContent(const SourceNode& a, const SourceNode& b) {
    return a.name == b.name && a.runs == b.runs && a.vanished == b.vanished && a.kept == b.kept &&
           a.state == b.state && a.percent == b.percent && a.problems == b.problems &&
           a.checkedAt == b.checkedAt;
}

}  // namespace

SourceTreeModel::SourceTreeModel(QObject* parent) : QAbstractItemModel(parent) {}

void SourceTreeModel::setSources(const std::vector<session::SourceInfo>& sources) {
    m_sources = sources;
    rebuild();
}

void SourceTreeModel::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void SourceTreeModel::rebuild() {
    SourceNodes nodes = buildSourceNodes(m_sources, m_filter);
    if (sameShape(nodes, m_tree))
        refresh(std::move(nodes));
    else
        relayout(std::move(nodes));
}

void SourceTreeModel::refresh(SourceNodes nodes) {
    std::vector<int> changed;
    for (std::size_t i = 0; i < nodes.nodes.size(); ++i) {
        if (!sameContent(nodes.nodes[i], m_tree.nodes[i]))
            changed.push_back(static_cast<int>(i));
    }
    m_tree = std::move(nodes);
    for (const int number : changed) {
        const QModelIndex index = indexOfNode(number);
        Q_EMIT dataChanged(index, index);
    }
}

void SourceTreeModel::relayout(SourceNodes nodes) {
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList keys;
    for (const QModelIndex& index : before)
        keys.append(node(index).key);
    m_tree = std::move(nodes);
    QHash<QString, int> numbers;
    if (!before.isEmpty()) {
        for (std::size_t i = 0; i < m_tree.nodes.size(); ++i)
            numbers.insert(m_tree.nodes[i].key, static_cast<int>(i));
    }
    QModelIndexList after;
    for (const QString& key : keys)
        after.append(indexOfNode(numbers.value(key, -1)));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

const SourceNode& SourceTreeModel::node(const QModelIndex& index) const {
    return m_tree.nodes[static_cast<std::size_t>(index.internalId())];
}

QModelIndex SourceTreeModel::indexOfNode(int number) const {
    if (number < 0)
        return {};
    return createIndex(m_tree.nodes[static_cast<std::size_t>(number)].row, 0,
                       static_cast<quintptr>(number));
}

QModelIndex SourceTreeModel::indexOf(base::ExperimentNo experiment) const {
    const auto it = std::ranges::find_if(m_tree.nodes, [experiment](const SourceNode& n) {
        return n.kind == SourceNodeKind::Experiment && n.experimentNo == experiment;
    });
    return it != m_tree.nodes.end() ? indexOfNode(static_cast<int>(it - m_tree.nodes.begin()))
                                    : QModelIndex();
}

QModelIndex SourceTreeModel::indexOf(const QString& location) const {
    for (const int root : m_tree.roots) {
        if (m_tree.nodes[static_cast<std::size_t>(root)].location == location)
            return indexOfNode(root);
    }
    return {};
}

QModelIndex SourceTreeModel::indexOfKey(const QString& key) const {
    const auto it = std::ranges::find(m_tree.nodes, key, &SourceNode::key);
    return it != m_tree.nodes.end() ? indexOfNode(static_cast<int>(it - m_tree.nodes.begin()))
                                    : QModelIndex();
}

void SourceTreeModel::collect(int number, std::vector<base::ExperimentNo>& experiments) const {
    const SourceNode& here = m_tree.nodes[static_cast<std::size_t>(number)];
    if (here.kind == SourceNodeKind::Experiment)
        experiments.push_back(here.experimentNo);
    for (const int child : here.children) {
        if (m_tree.nodes[static_cast<std::size_t>(child)].kind != SourceNodeKind::Trash)
            collect(child, experiments);
    }
}

std::vector<base::ExperimentNo> SourceTreeModel::experiments(const QModelIndex& index) const {
    std::vector<base::ExperimentNo> experiments;
    if (index.isValid())
        collect(static_cast<int>(index.internalId()), experiments);
    return experiments;
}

QModelIndex SourceTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column != 0 || (parent.isValid() && parent.column() != 0))
        return {};
    const std::vector<int>& children = parent.isValid() ? node(parent).children : m_tree.roots;
    if (static_cast<std::size_t>(row) >= children.size())
        return {};
    return indexOfNode(children[static_cast<std::size_t>(row)]);
}

QModelIndex SourceTreeModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOfNode(node(index).parent) : QModelIndex();
}

int SourceTreeModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(parent.isValid() ? node(parent).children.size() : m_tree.roots.size());
}

int SourceTreeModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant SourceTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const SourceNode& here = node(index);
    switch (role) {
        case Qt::DisplayRole:
            return here.kind == SourceNodeKind::Trash ? m_trashTitle : here.name;
        case Kind:
            return static_cast<int>(here.kind);
        case Count:
            return QVariant::fromValue(static_cast<qlonglong>(here.runs));
        case State:
            return static_cast<int>(here.state);
        case Percent:
            return here.percent;
        case CheckedAt:
            return here.checkedAt ? QVariant::fromValue(static_cast<qlonglong>(*here.checkedAt))
                                  : QVariant();
        case Location:
            return here.location;
        case Vanished:
            return here.vanished;
        case KeptOffline:
            return here.kept;
        default:
            return {};
    }
}

}  // namespace podium::items
