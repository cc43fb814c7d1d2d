// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/valuemodel.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QGuiApplication>

namespace podium::views {

using artifacts::ValueTree;
using artifacts::ValueType;

namespace {

constexpr int ShownCharacters = 300;

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isContainer(ValueType type) {
    return type == ValueType::Object || type == ValueType::Array;
}

}  // namespace

void ValueModel::setTree(std::shared_ptr<const ValueTree> tree) {
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

QModelIndex ValueModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    // A document that is one scalar is a single row; otherwise the root's members are the top.
    if (!parent.isValid() && !isContainer(m_tree->type(ValueTree::Root)))
        return createIndex(row, column, static_cast<quintptr>(ValueTree::Root));
    const Node above = parent.isValid() ? nodeOf(parent) : ValueTree::Root;
    return createIndex(
        row, column, static_cast<quintptr>(m_tree->child(above, static_cast<std::uint32_t>(row))));
}

QModelIndex ValueModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || nodeOf(child) == ValueTree::Root)
        return {};
    const Node above = m_tree->parent(nodeOf(child));
    if (above == ValueTree::Root)
        return {};
    return createIndex(static_cast<int>(m_tree->row(above)), 0, static_cast<quintptr>(above));
}

int ValueModel::rowCount(const QModelIndex& parent) const {
    if (!m_tree || m_tree->empty() || parent.column() > 0)
        return 0;
    if (!parent.isValid() && !isContainer(m_tree->type(ValueTree::Root)))
        return 1;
    if (parent.isValid() && !isContainer(m_tree->type(nodeOf(parent))))
        return 0;
    return static_cast<int>(
        m_tree->childCount(parent.isValid() ? nodeOf(parent) : ValueTree::Root));
}

int ValueModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString ValueModel::keyText(Node node) const {
    if (node == ValueTree::Root)
        return {};
    if (m_tree->type(m_tree->parent(node)) == ValueType::Array)
        return QString::number(m_tree->row(node));
    return fromUtf8(m_tree->key(node));
}

QString ValueModel::valueText(Node node) const {
    const auto children = static_cast<qint64>(m_tree->childCount(node));
    switch (m_tree->type(node)) {
        case ValueType::Object:
            return children == 1 ? tr("1 entry") : tr("%1 entries").arg(count(children));
        case ValueType::Array:
            return children == 1 ? tr("1 item") : tr("%1 items").arg(count(children));
        case ValueType::Null:
            return QStringLiteral("null");
        default:
            return fromUtf8(m_tree->value(node));
    }
}

QString ValueModel::typeText(Node node) const {
    switch (m_tree->type(node)) {
        case ValueType::Object:
            return tr("object");
        case ValueType::Array:
            return tr("list");
        case ValueType::String:
            return tr("text");
        case ValueType::Number:
            return tr("number");
        case ValueType::Boolean:
            return tr("boolean");
        case ValueType::Alias:
            return tr("reference");
        case ValueType::Null:
            break;
    }
    return tr("null");
}

QVariant ValueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Node node = nodeOf(index);
    if (role == Qt::DisplayRole || role == FullTextRole || role == Qt::ToolTipRole) {
        QString text = index.column() == KeyColumn     ? keyText(node)
                       : index.column() == ValueColumn ? valueText(node)
                                                       : typeText(node);
        if (role == FullTextRole)
            return text;
        if (role == Qt::ToolTipRole)
            return text.size() > 40 ? QVariant(text.left(2000).toHtmlEscaped()) : QVariant();
        return oneLine(text.left(ShownCharacters).toStdString());
    }
    if (role == Qt::ForegroundRole) {
        const Colors& theme = colors(QGuiApplication::palette());
        const bool quiet =
            index.column() == TypeColumn ||
            (index.column() == ValueColumn &&
             (isContainer(m_tree->type(node)) || m_tree->type(node) == ValueType::Null));
        return quiet ? QVariant(theme.dim) : QVariant();
    }
    return {};
}

QVariant ValueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case KeyColumn:
            return tr("Key");
        case ValueColumn:
            return tr("Value");
        default:
            return tr("Type");
    }
}

QString ValueModel::pathOf(const QModelIndex& index) const {
    QString path;
    for (QModelIndex at = index.siblingAtColumn(0); at.isValid(); at = at.parent()) {
        const Node node = nodeOf(at);
        if (node == ValueTree::Root)
            break;
        const bool inArray = m_tree->type(m_tree->parent(node)) == ValueType::Array;
        const QString part = inArray ? QStringLiteral("[%1]").arg(m_tree->row(node))
                                     : QStringLiteral(".") + keyText(node);
        path.prepend(part);
    }
    return path.startsWith(u'.') ? path.mid(1) : path;
}

}  // namespace podium::views
