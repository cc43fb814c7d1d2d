// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/keyvaluemodel.h"

#include "views/text/text.h"

#include <algorithm>

namespace podium::views {

namespace {

constexpr int LongestTip = 2000;

bool matches(const KeyValueRow& row, const QString& filter) {
    if (filter.isEmpty() || row.key.contains(filter, Qt::CaseInsensitive))
        return true;
    return std::any_of(row.values.begin(), row.values.end(), [&](const QString& value) {
        return value.contains(filter, Qt::CaseInsensitive);
    });
}

QString line(const QString& text) {
    const QByteArray utf8 = text.left(500).toUtf8();
    const QString shown = oneLine({utf8.constData(), static_cast<std::size_t>(utf8.size())}, 500);
    return text.size() > 500 ? QString(shown + QChar(0x2026)) : shown;
}

QString tip(const KeyValueRow& row) {
    if (!row.toolTip.isEmpty())
        return row.toolTip.left(LongestTip).toHtmlEscaped();
    QString all = row.key + QLatin1Char('\n') + row.values.join(QLatin1Char('\n'));
    if (!row.markText.isEmpty())
        all += QLatin1String("\n\n") + row.markText;
    return QStringLiteral("<qt>") +
           all.left(LongestTip).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

}  // namespace

void KeyValueModel::setGroups(QVector<KeyValueGroup> groups) {
    beginResetModel();
    m_groups = std::move(groups);
    m_valueColumns = 1;
    for (const KeyValueGroup& group : std::as_const(m_groups)) {
        for (const KeyValueRow& row : group.rows)
            m_valueColumns = std::max(m_valueColumns, static_cast<int>(row.values.size()));
    }
    rebuild();
    endResetModel();
}

void KeyValueModel::setFilter(const QString& text) {
    beginResetModel();
    m_filter = text;
    rebuild();
    endResetModel();
}

void KeyValueModel::setColumnTitles(const QStringList& titles) {
    m_titles = titles;
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

bool KeyValueModel::isHead(int row) const {
    return row >= 0 && row < m_places.size() && m_places.at(row).row < 0;
}

int KeyValueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int KeyValueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + m_valueColumns;
}

QVariant KeyValueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Place& place = m_places.at(index.row());
    const KeyValueGroup& group = m_groups.at(place.group);
    return place.row < 0 ? headData(group, index.column(), role)
                         : rowData(group.rows.at(place.row), index.column(), role);
}

QVariant KeyValueModel::headData(const KeyValueGroup& group, int column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
        case WholeTextRole:
            return column == 0 ? group.title : QString();
        case IsHeadRole:
            return true;
        default:
            return {};
    }
}

QVariant KeyValueModel::rowData(const KeyValueRow& row, int column, int role) const {
    const QString& text = column == 0 ? row.key : row.values.value(column - 1);
    switch (role) {
        case Qt::DisplayRole:
            return line(text);
        case WholeTextRole:
            return text;
        case Qt::ToolTipRole:
            return tip(row);
        case IsHeadRole:
            return false;
        case LinkRole:
            return row.link;
        case ToneRole:
            return static_cast<int>(row.tone);
        case Qt::EditRole:
            return text;
        case EditableRole:
            return row.editable;
        case MarkRole:
            return column == m_valueColumns ? row.mark : QString();
        case Qt::AccessibleDescriptionRole:
            return row.markText;
        default:
            return {};
    }
}

QVariant KeyValueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return m_titles.value(section);
}

Qt::ItemFlags KeyValueModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    // A head can be the current row, so that a screen reader comes past it, but is not copied.
    if (isHead(index.row()))
        return Qt::ItemIsEnabled;
    const bool edits =
        index.column() == 1 && m_valueColumns == 1 && index.data(EditableRole).toBool();
    return QAbstractTableModel::flags(index) | (edits ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool KeyValueModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || (flags(index) & Qt::ItemIsEditable) == 0)
        return false;
    const QString text = value.toString();
    const QString before = index.data(WholeTextRole).toString();
    if (text != before)
        Q_EMIT edited(index.siblingAtColumn(0).data(WholeTextRole).toString(), text, before);
    return true;
}

void KeyValueModel::rebuild() {
    m_places.clear();
    for (int g = 0; g < m_groups.size(); ++g) {
        const KeyValueGroup& group = m_groups.at(g);
        const qsizetype head = m_places.size();
        for (int r = 0; r < group.rows.size(); ++r) {
            if (matches(group.rows.at(r), m_filter))
                m_places.append({g, r});
        }
        const bool any = m_places.size() > head || m_filter.isEmpty();
        if (any && !group.title.isEmpty())
            m_places.insert(head, {g, -1});
    }
}

}  // namespace podium::views
