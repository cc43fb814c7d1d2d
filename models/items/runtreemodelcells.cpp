// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/direction.h"
#include "items/runtreemodel.h"

#include <cmath>

/// The part of the model that says what stands in its cells.
namespace podium::items {

using query::Attribute;
using query::ColumnKey;

QString RunTreeModel::text(std::uint32_t row, int column) const {
    const auto i = static_cast<std::size_t>(column);
    const Cell cell = cellAt(m_columns[i], row);
    if (column == 0 && cell.text.empty() && m_runIds != nullptr && m_runIds->has(row))
        return toQString(m_runIds->text(row));
    if (m_columns[i] == nullptr)
        return QString(QChar(0x2026));
    return m_cellFormatter(m_keys[i], cell, m_snapshot->appearance.format(m_keys[i]));
}

QVariant RunTreeModel::raw(std::uint32_t row, int column) const {
    const auto i = static_cast<std::size_t>(column);
    const Cell cell = cellAt(m_columns[i], row);
    switch (cell.kind) {
        case Cell::Kind::Missing:
            return {};
        case Cell::Kind::Number:
            return cell.number;
        case Cell::Kind::Integer:
            return QVariant::fromValue(static_cast<qlonglong>(cell.integer));
        case Cell::Kind::Text:
        case Cell::Kind::List:
            return toQString(plainText(m_keys[i], cell));
    }
    return {};
}

bool RunTreeModel::isBest(std::uint32_t row, int column) const {
    const auto i = static_cast<std::size_t>(column);
    const auto* numbers =
        m_columns[i] != nullptr ? std::get_if<query::NumberColumn>(m_columns[i]) : nullptr;
    if (numbers == nullptr || !numbers->present.test(row))
        return false;
    if (!m_best[i]) {
        const Direction direction = columnDirection(m_keys[i], &m_snapshot->rules);
        if (direction != Direction::Unknown && m_matching.empty()) {
            const query::RunTree& tree = m_snapshot->tree;
            for (std::uint32_t r = 0; tree.size() > 0 && r < numbers->values.size(); ++r) {
                if (tree.contains(r) && !tree.isContext(r))
                    m_matching.push_back(r);
            }
        }
        m_best[i] = bestValue(*numbers, m_matching, direction);
    }
    return numbers->values[row] == *m_best[i] && !m_snapshot->tree.isContext(row);
}

bool RunTreeModel::isKept(std::uint32_t row) const {
    const query::Bitmap& kept = m_snapshot->table.keptOffline;
    return row < kept.size() && kept.test(row);
}

QVariant RunTreeModel::runData(std::uint32_t row, int role) const {
    const session::RunTable& table = m_snapshot->table;
    switch (role) {
        case RunNumber:
            return QVariant::fromValue(static_cast<qlonglong>(table.frame->runs()[row].value));
        case RunId: {
            if (m_runIds == nullptr || !m_runIds->has(row))
                return QByteArray();
            const std::string& id = m_runIds->text(row);
            return QByteArray(id.data(), static_cast<qsizetype>(id.size()));
        }
        case ColorSlot:
            if (!m_slotOfRun || m_runIds == nullptr || !m_runIds->has(row))
                return {};
            return m_slotOfRun(table.frame->runs()[row], m_runIds->text(row));
        case Shown:
            return m_shown.contains(table.frame->runs()[row]);
        case Context:
            return m_snapshot->tree.isContext(row);
        case Edited: {
            const auto found = m_snapshot->edited.find(row);
            return found != m_snapshot->edited.end() ? QVariant(static_cast<int>(found->second))
                                                     : QVariant();
        }
        case Vanished:
            return isVanished(row);
        case KeptOffline:
            return isKept(row);
        case Deleted:
            return isDeleted(row);
        case Status:
            return static_cast<int>(m_statuses != nullptr && m_statuses->has(row)
                                        ? domain::statusFromName(m_statuses->text(row))
                                        : domain::RunStatus::Unknown);
        default:
            return {};
    }
}

RunTreeModel::Look RunTreeModel::look(const QModelIndex& index) const {
    Look look;
    const auto column = static_cast<std::size_t>(index.column());
    look.numeric = m_numeric[column] != 0;
    const std::uint32_t row = frameRow(index);
    look.group = row == NoRow;
    if (look.group)
        return look;
    const Cell cell = cellAt(m_columns[column], row);
    look.missing = cell.missing();
    look.notANumber = cell.kind == Cell::Kind::Number && std::isnan(cell.number);
    look.best = isBest(row, index.column());
    look.context = m_snapshot->tree.isContext(row);
    look.vanished = isVanished(row);
    look.deleted = isDeleted(row);
    look.keptOffline = isKept(row);
    return look;
}

bool RunTreeModel::isVanished(std::uint32_t row) const {
    const query::Bitmap& vanished = m_snapshot->table.vanished;
    return row < vanished.size() && vanished.test(row);
}

bool RunTreeModel::isDeleted(std::uint32_t row) const {
    return m_lifecycles != nullptr && m_lifecycles->has(row) &&
           m_lifecycles->text(row) == domain::lifecycleName(domain::Lifecycle::Deleted);
}

const query::Summary& RunTreeModel::summary(std::uint32_t group, int column) const {
    const std::uint64_t place = (std::uint64_t{group} << 16U) | static_cast<unsigned>(column);
    const auto known = m_summaries.find(place);
    if (known != m_summaries.end())
        return known->second;
    const query::Column* values = m_columns[static_cast<std::size_t>(column)];
    return m_summaries[place] = values == nullptr
                                    ? query::Summary()
                                    : query::summarize(*values, m_snapshot->groups->rows(group));
}

/// What all runs of a group have in common in a column, or how many different things they have.
QString RunTreeModel::sharedText(std::uint32_t group, int column) const {
    const std::uint64_t place = (std::uint64_t{group} << 16U) | static_cast<unsigned>(column);
    const auto known = m_sharedTexts.find(place);
    if (known != m_sharedTexts.end())
        return known->second;
    std::unordered_set<std::string> texts;
    std::uint32_t last = 0;
    const ColumnKey& columnKey = key(column);
    const query::Column* values = m_columns[static_cast<std::size_t>(column)];
    if (values == nullptr)
        return QString(QChar(0x2026));
    for (const std::uint32_t row : m_snapshot->groups->rows(group)) {
        const Cell cell = cellAt(values, row);
        if (!cell.missing() && texts.insert(plainText(columnKey, cell)).second)
            last = row;
    }
    return m_sharedTexts[place] =
               texts.empty() ? m_cellFormatter(columnKey, Cell(), {})
               : texts.size() == 1
                   ? text(last, column)
                   : m_groupFormatter.different(static_cast<qsizetype>(texts.size()));
}

QString RunTreeModel::groupText(std::uint32_t group, int column) const {
    const query::Grouping& groups = *m_snapshot->groups;
    if (column == 0) {
        const query::Grouping::Group& which = groups.groups()[group];
        return m_groupFormatter.value(groups.columns()[which.level], which);
    }
    const ColumnKey& columnKey = key(column);
    const bool time = columnKey == query::attributeColumn(Attribute::StartTime) ||
                      columnKey == query::attributeColumn(Attribute::EndTime);
    if (!isNumeric(column) || time)
        return sharedText(group, column);
    const query::Summary& numbers = summary(group, column);
    // A param that all runs share stands as it is.
    const bool same = columnKey.kind == query::ColumnKind::Param && numbers.min == numbers.max;
    if (numbers.values == 0 || same)
        return sharedText(group, column);
    return m_groupFormatter.numbers(columnKey, numbers, m_snapshot->appearance.aggregate(columnKey),
                                    m_snapshot->appearance.format(columnKey));
}

QVariant RunTreeModel::groupData(std::uint32_t group, int column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case FullText:
            return groupText(group, column);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(
                (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        case GroupRow:
            return true;
        case Count:
            return static_cast<qlonglong>(m_snapshot->groups->rows(group).size());
        case Numeric:
            return isNumeric(column);
        case RawValue:
        case SortKey:
            if (column > 0 && isNumeric(column) && summary(group, column).values > 0)
                return query::aggregateValue(summary(group, column),
                                             m_snapshot->appearance.aggregate(key(column)));
            return groupText(group, column);
        default:
            return {};
    }
}

QVariant RunTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (const std::uint32_t g = group(index); g != query::Grouping::None)
        return groupData(g, index.column(), role);
    const std::uint32_t row = frameRow(index);
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case Qt::AccessibleTextRole:
            return column == 0 && isKept(row) ? QString(text(row, 0) + u", " + m_keptWords)
                                              : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(
                (m_numeric[column] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        case RawValue:
        case SortKey:
            return raw(row, index.column());
        case FullText:
            return toQString(plainText(m_keys[column], cellAt(m_columns[column], row)));
        case Numeric:
            return m_numeric[column] != 0;
        case Best:
            return isBest(row, index.column());
        case NotANumber: {
            const Cell cell = cellAt(m_columns[column], row);
            return cell.kind == Cell::Kind::Number && std::isnan(cell.number);
        }
        case Missing:
            return cellAt(m_columns[column], row).missing();
        default:
            return runData(row, role);
    }
}

}  // namespace podium::items
