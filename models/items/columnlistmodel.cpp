// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/columnlistmodel.h"

#include "items/cell.h"
#include "items/rundiff.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <set>

namespace podium::items {

using query::Attribute;
using query::ColumnKey;
using query::ColumnKind;
using query::Reduction;

namespace {

constexpr std::array Groups = {ColumnGroup::Attributes, ColumnGroup::Metrics,
                               ColumnGroup::Params,     ColumnGroup::Tags,
                               ColumnGroup::Datasets,   ColumnGroup::SystemMetrics,
                               ColumnGroup::SystemTags, ColumnGroup::Formulas};

constexpr std::array Attributes = {
    Attribute::Status, Attribute::StartTime,      Attribute::EndTime,      Attribute::Duration,
    Attribute::UserId, Attribute::ExperimentName, Attribute::ExperimentId, Attribute::Source,
    Attribute::RunId,  Attribute::Lifecycle,      Attribute::ArtifactUri};

ColumnKey withoutReduction(ColumnKey key) {
    key.reduction = Reduction::Last;
    if (key.kind == ColumnKind::Metric)
        key.argument.clear();
    return key;
}

/// What stands before the first "/", else the first "."; "" if neither parts the name.
QString prefixOf(const QString& name) {
    for (const QChar separator : {QLatin1Char('/'), QLatin1Char('.')}) {
        const qsizetype at = name.indexOf(separator);
        if (at > 0 && at + 1 < name.size())
            return name.left(at + 1);
    }
    return {};
}

ColumnGroup groupOf(const ColumnKey& key) {
    switch (key.kind) {
        case ColumnKind::Attribute:
            return ColumnGroup::Attributes;
        case ColumnKind::Metric:
            return isSystemMetric(key.key) ? ColumnGroup::SystemMetrics : ColumnGroup::Metrics;
        case ColumnKind::Param:
            return ColumnGroup::Params;
        case ColumnKind::Tag:
            return isSystemTag(key.key) ? ColumnGroup::SystemTags : ColumnGroup::Tags;
        case ColumnKind::Dataset:
            return ColumnGroup::Datasets;
        case ColumnKind::Formula:
            return ColumnGroup::Formulas;
    }
    return ColumnGroup::Attributes;
}

}  // namespace

ColumnListModel::ColumnListModel(QObject* parent) : QAbstractItemModel(parent) {
    m_groupTitle = [](ColumnGroup group) { return QString::number(static_cast<int>(group)); };
    m_attributeTitle = [](const ColumnKey& key) { return toQString(plainName(key)); };
    m_reductionTitle = [](const ColumnKey& key) {
        return QString::number(static_cast<int>(key.reduction));
    };
}

void ColumnListModel::setTitles(GroupTitle group, AttributeTitle attribute,
                                ReductionTitle reduction) {
    m_groupTitle = std::move(group);
    m_attributeTitle = std::move(attribute);
    m_reductionTitle = std::move(reduction);
}

void ColumnListModel::addAttributes() {
    for (const Attribute attribute : Attributes) {
        const ColumnKey key = query::attributeColumn(attribute);
        m_names.push_back({key, groupOf(key), m_attributeTitle(key)});
    }
    for (const char* field : {"name", "digest", "context"}) {
        const ColumnKey key = query::datasetColumn(field);
        m_names.push_back({key, groupOf(key), m_attributeTitle(key)});
    }
}

void ColumnListModel::addNames(const std::vector<std::string>& names, ColumnKind kind) {
    for (const std::string& name : names) {
        ColumnKey key;
        key.kind = kind;
        key.key = name;
        const ColumnGroup group = groupOf(key);
        m_names.push_back({std::move(key), group, toQString(name)});
    }
}

void ColumnListModel::setNames(const session::ColumnNames& names) {
    m_names.clear();
    addAttributes();
    addNames(names.metrics, ColumnKind::Metric);
    addNames(names.params, ColumnKind::Param);
    addNames(names.tags, ColumnKind::Tag);
    rebuild();
}

void ColumnListModel::setFilter(const QString& filter) {
    const QString wanted = filter.simplified();
    if (wanted == m_filter)
        return;
    m_filter = wanted;
    rebuild();
}

void ColumnListModel::rebuild() {
    beginResetModel();
    m_nodes.clear();
    m_groups.clear();
    m_visibleNames = 0;
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::array<std::vector<std::size_t>, Groups.size()> byGroup;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const bool fits = std::ranges::all_of(words, [&](const QString& word) {
            return m_names[i].title.contains(word, Qt::CaseInsensitive);
        });
        if (fits)
            byGroup[static_cast<std::size_t>(m_names[i].group)].push_back(i);
    }
    for (const ColumnGroup group : Groups) {
        const auto& names = byGroup[static_cast<std::size_t>(group)];
        m_visibleNames += static_cast<int>(names.size());
        if (!names.empty())
            addGroup(group, names);
    }
    countChecked();
    endResetModel();
}

int ColumnListModel::addNode(Node node, int parent) {
    const int number = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings =
        parent >= 0 ? m_nodes[static_cast<std::size_t>(parent)].children : m_groups;
    node.parent = parent;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

void ColumnListModel::addGroup(ColumnGroup group, const std::vector<std::size_t>& names) {
    Node head;
    head.group = group;
    head.title = m_groupTitle(group);
    const int parent = addNode(std::move(head), -1);
    // Names come sorted, so those with one prefix stand together.
    const bool prefixes = group != ColumnGroup::Attributes && group != ColumnGroup::Datasets;
    for (std::size_t i = 0; i < names.size();) {
        const QString prefix = prefixes ? prefixOf(m_names[names[i]].title) : QString();
        std::size_t end = i + 1;
        while (!prefix.isEmpty() && end < names.size() &&
               prefixOf(m_names[names[end]].title) == prefix) {
            ++end;
        }
        int above = parent;
        if (end - i > 1) {
            Node node;
            node.kind = NodeKind::Prefix;
            node.group = group;
            node.title = prefix;
            above = addNode(std::move(node), parent);
        }
        for (; i < end; ++i) {
            Node node;
            node.kind = NodeKind::Name;
            node.group = group;
            node.name = names[i];
            node.title = m_names[names[i]].title;
            addNode(std::move(node), above);
        }
    }
}

void ColumnListModel::countChecked() {
    std::set<ColumnKey> shown;
    for (const ColumnKey& key : m_columns)
        shown.insert(withoutReduction(key));
    for (std::size_t i = m_nodes.size(); i-- > 0;) {
        Node& here = m_nodes[i];
        if (here.kind == NodeKind::Name) {
            here.names = 1;
            here.checked = shown.contains(m_names[here.name].key) ? 1 : 0;
            continue;
        }
        here.names = 0;
        here.checked = 0;
        for (const int child : here.children) {
            here.names += m_nodes[static_cast<std::size_t>(child)].names;
            here.checked += m_nodes[static_cast<std::size_t>(child)].checked;
        }
    }
}

void ColumnListModel::setColumns(std::vector<ColumnKey> columns) {
    if (columns == m_columns)
        return;
    m_columns = std::move(columns);
    shownChanged(false);
}

void ColumnListModel::shownChanged(bool edited) {
    countChecked();
    emitAllChanged();
    if (edited)
        Q_EMIT columnsEdited();
}

void ColumnListModel::emitAllChanged() {
    for (const Node& here : m_nodes) {
        if (here.children.empty())
            continue;
        const QModelIndex first = createIndex(0, 0, static_cast<quintptr>(here.children.front()));
        const QModelIndex last = createIndex(static_cast<int>(here.children.size()) - 1, 1,
                                             static_cast<quintptr>(here.children.back()));
        Q_EMIT dataChanged(first, last, {Qt::CheckStateRole, Qt::DisplayRole});
    }
    if (!m_groups.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1),
                           {Qt::CheckStateRole, Qt::DisplayRole});
    }
}

void ColumnListModel::collectNames(int number, std::vector<std::size_t>& names) const {
    const Node& here = m_nodes[static_cast<std::size_t>(number)];
    if (here.kind == NodeKind::Name)
        names.push_back(here.name);
    for (const int child : here.children)
        collectNames(child, names);
}

void ColumnListModel::setAllChecked(const QModelIndex& index, bool checked) {
    std::vector<std::size_t> names;
    if (index.isValid()) {
        collectNames(static_cast<int>(index.internalId()), names);
    } else {
        for (const int group : m_groups)
            collectNames(group, names);
    }
    std::set<ColumnKey> keys;
    for (const std::size_t name : names)
        keys.insert(m_names[name].key);
    if (checked) {
        std::set<ColumnKey> shown;
        for (const ColumnKey& key : m_columns)
            shown.insert(withoutReduction(key));
        for (const std::size_t name : names) {
            if (!shown.contains(m_names[name].key))
                m_columns.push_back(m_names[name].key);
        }
    } else {
        std::erase_if(m_columns, [&keys](const ColumnKey& key) {
            return keys.contains(withoutReduction(key));
        });
    }
    shownChanged(true);
}

bool ColumnListModel::keyAt(const QModelIndex& index, ColumnKey& key) const {
    if (!index.isValid() || node(index).kind != NodeKind::Name)
        return false;
    key = m_names[node(index).name].key;
    return true;
}

bool ColumnListModel::isShown(const ColumnKey& key) const {
    return std::ranges::find(m_columns, key) != m_columns.end();
}

void ColumnListModel::setShown(const ColumnKey& key, bool shown) {
    if (shown == isShown(key))
        return;
    if (shown) {
        // Beside the metric's other reductions, if it has any here.
        const auto last =
            std::find_if(m_columns.rbegin(), m_columns.rend(), [&key](const ColumnKey& other) {
                return withoutReduction(other) == withoutReduction(key);
            });
        m_columns.insert(last == m_columns.rend() ? m_columns.end() : last.base(), key);
    } else {
        std::erase(m_columns, key);
    }
    shownChanged(true);
}

QString ColumnListModel::reductions(const Name& name) const {
    QStringList titles;
    for (const ColumnKey& key : m_columns) {
        if (key.kind == ColumnKind::Metric && key.key == name.key.key)
            titles.append(m_reductionTitle(key));
    }
    return titles.join(QStringLiteral(", "));
}

const ColumnListModel::Node& ColumnListModel::node(const QModelIndex& index) const {
    return m_nodes[static_cast<std::size_t>(index.internalId())];
}

QModelIndex ColumnListModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column > 1 || (parent.isValid() && parent.column() != 0))
        return {};
    const std::vector<int>& children = parent.isValid() ? node(parent).children : m_groups;
    if (static_cast<std::size_t>(row) >= children.size())
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex ColumnListModel::parent(const QModelIndex& index) const {
    const int above = index.isValid() ? node(index).parent : -1;
    if (above < 0)
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(above)].row, 0,
                       static_cast<quintptr>(above));
}

int ColumnListModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.column() == 0 ? static_cast<int>(node(parent).children.size()) : 0;
}

int ColumnListModel::columnCount(const QModelIndex&) const {
    return 2;
}

QVariant ColumnListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Node& here = node(index);
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == 0)
                return here.title;
            return here.kind == NodeKind::Name ? QVariant(reductions(m_names[here.name]))
                                               : QVariant();
        case Qt::CheckStateRole:
            if (index.column() != 0)
                return {};
            if (here.checked == 0)
                return Qt::Unchecked;
            return here.checked == here.names ? Qt::Checked : Qt::PartiallyChecked;
        case Kind:
            return static_cast<int>(here.kind);
        case Count:
            return here.names;
        case FullText:
            return here.title;
        default:
            return {};
    }
}

bool ColumnListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != 0)
        return false;
    setAllChecked(index, value.toInt() != Qt::Unchecked);
    return true;
}

Qt::ItemFlags ColumnListModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == 0)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

}  // namespace podium::items
