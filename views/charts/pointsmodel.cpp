// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/pointsmodel.h"

#include "views/text/text.h"

#include <algorithm>
#include <limits>

namespace podium::views {

PointsModel::PointsModel(std::vector<PlotLine> lines, QObject* parent)
    : QAbstractTableModel(parent), m_lines(std::move(lines)) {
    std::erase_if(m_lines, [](const PlotLine& line) { return line.series == nullptr; });
    std::size_t rows = 0;
    for (const PlotLine& line : m_lines)
        m_ends.push_back(rows += line.series->size());
}

int PointsModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || m_ends.empty())
        return 0;
    return static_cast<int>(std::min<std::size_t>(m_ends.back(), std::numeric_limits<int>::max()));
}

int PointsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PointsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Run ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::DecorationRole)
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const auto end = std::ranges::upper_bound(m_ends, row);
    const PlotLine& line = m_lines[static_cast<std::size_t>(end - m_ends.begin())];
    if (role == Qt::DecorationRole)
        return index.column() == Run ? QVariant(line.color) : QVariant();
    const domain::MetricPoint point = line.series->point(row - (*end - line.series->size()));
    switch (index.column()) {
        case Run:
            return line.name;
        case Step:
            return count(point.step);
        case Time:
            return timestamp(point.timestamp);
        case Value:
            return fullNumber(point.value);
        default:
            return {};
    }
}

QVariant PointsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return count(section + 1);
    switch (section) {
        case Run:
            return tr("Run");
        case Step:
            return tr("Step");
        case Time:
            return tr("Time");
        case Value:
            return tr("Value");
        default:
            return {};
    }
}

}  // namespace podium::views
