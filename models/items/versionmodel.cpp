// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/versionmodel.h"

#include "items/cell.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace podium::items {

using session::ModelEntry;

VersionModel::VersionModel(QObject* parent) : QAbstractTableModel(parent) {}

void VersionModel::setEntry(std::optional<ModelEntry> entry) {
    const bool sameModel = entry && m_entry && entry->sourceNo == m_entry->sourceNo &&
                           entry->model.name == m_entry->model.name;
    if (!sameModel) {
        beginResetModel();
        m_entry = std::move(entry);
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::int64_t> numbers;
    for (const QModelIndex& index : before)
        numbers.push_back(version(index.row()).version.version);
    m_entry = std::move(entry);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto it = std::ranges::find_if(m_entry->versions, [&](const auto& candidate) {
            return candidate.version.version == numbers[static_cast<std::size_t>(i)];
        });
        after.append(
            it != m_entry->versions.end()
                ? index(static_cast<int>(it - m_entry->versions.begin()), before[i].column())
                : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void VersionModel::setFormatter(Formatter formatter) {
    m_formatter = std::move(formatter);
}

void VersionModel::setTitles(QStringList titles) {
    m_titles = std::move(titles);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const ModelEntry::Version& VersionModel::version(int row) const {
    return m_entry->versions[static_cast<std::size_t>(row)];
}

QStringList VersionModel::aliases(int row) const {
    QStringList list;
    for (const domain::Alias& alias : m_entry->model.aliases) {
        if (alias.version == version(row).version.version)
            list.append(toQString(alias.alias));
    }
    return list;
}

void VersionModel::setMetric(SourceMetric metric, Direction direction) {
    m_metric = std::move(metric);
    m_direction = direction;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VersionModel::rowOf(std::int64_t number) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (version(row).version.version == number)
            return row;
    }
    return -1;
}

/// Versions are newest first.
std::optional<double> VersionModel::metricChange(int row) const {
    const std::optional<double> here = m_metric.of(version(row).runNo);
    for (int older = row + 1; here && older < rowCount(); ++older) {
        if (const std::optional<double> before = m_metric.of(version(older).runNo))
            return *here - *before;
    }
    return std::nullopt;
}

int VersionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_entry ? 0 : static_cast<int>(m_entry->versions.size());
}

int VersionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionModel::raw(int row, Column column) const {
    const ModelEntry::Version& here = version(row);
    switch (column) {
        case Version:
            return QVariant::fromValue(static_cast<qlonglong>(here.version.version));
        case Stage:
            return toQString(here.version.stage);
        case Aliases:
            return aliases(row).join(QStringLiteral(", "));
        case Metric: {
            const std::optional<double> value = m_metric.of(here.runNo);
            return value ? QVariant(*value) : QVariant();
        }
        case MetricChange: {
            const std::optional<double> change = metricChange(row);
            return change ? QVariant(*change) : QVariant();
        }
        case Status:
            return toQString(here.version.status);
        case Created:
            return here.version.creationTime
                       ? QVariant::fromValue(static_cast<qlonglong>(*here.version.creationTime))
                       : QVariant();
        case SourceRun:
            return here.runName.isEmpty() ? toQString(here.version.runId) : here.runName;
        case Description:
            return toQString(here.version.description);
        case ColumnCount:
            break;
    }
    return {};
}

QVariant VersionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto column = static_cast<Column>(index.column());
    const ModelEntry::Version& here = version(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return m_formatter ? QVariant(m_formatter(column, here))
                               : QVariant(raw(index.row(), column).toString());
        case RawValue:
        case SortKey:
            return raw(index.row(), column);
        case FullText:
            return column == Metric && raw(index.row(), column).isValid()
                       ? toQString(numberText(raw(index.row(), column).toDouble()))
                       : raw(index.row(), column).toString();
        case Qt::ToolTipRole:
            return toolTip(data(index, FullText).toString());
        case RunNumber:
            return QVariant::fromValue(static_cast<qlonglong>(here.runNo.value));
        case Link:
            return column == SourceRun && here.runNo.valid();
        case Numeric:
            return column == Version || column == Metric || column == MetricChange;
        case Edited: {
            const auto state = pendingState(*m_entry, here.version.version);
            return state ? QVariant(static_cast<int>(*state)) : QVariant();
        }
        case Verdict: {
            const double change =
                column == MetricChange ? metricChange(index.row()).value_or(0) : 0;
            if (m_direction == Direction::Unknown || change == 0 || std::isnan(change))
                return 0;
            return (change > 0) == (m_direction == Direction::Higher) ? 1 : -1;
        }
        default:
            return {};
    }
}

QVariant VersionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue<int>(
            (section == Metric || section == MetricChange ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

}  // namespace podium::items
