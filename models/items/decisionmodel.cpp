// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/decisionmodel.h"

#include "items/cell.h"

#include <algorithm>

namespace podium::items {

using session::Decision;

void DecisionModel::removeLost(const std::vector<Decision>& decisions) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = static_cast<std::size_t>(row);
        if (std::ranges::find(decisions, m_decisions[at].entryNo, &Decision::entryNo) !=
            decisions.end())
            continue;
        beginRemoveRows({}, row, row);
        m_decisions.erase(m_decisions.begin() + row);
        endRemoveRows();
    }
}

void DecisionModel::setDecisions(const std::vector<Decision>& decisions) {
    removeLost(decisions);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const int row = static_cast<int>(i);
        const bool same = i < m_decisions.size() && m_decisions[i].entryNo == decisions[i].entryNo;
        if (!same) {
            beginInsertRows({}, row, row);
            m_decisions.insert(m_decisions.begin() + row, decisions[i]);
            endInsertRows();
        } else if (!(m_decisions[i] == decisions[i])) {
            m_decisions[i] = decisions[i];
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    // Only rows that came twice, because their order changed, are left.
    if (m_decisions.size() > decisions.size()) {
        beginResetModel();
        m_decisions = decisions;
        endResetModel();
    }
}

std::optional<Decision> DecisionModel::decision(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    return m_decisions[static_cast<std::size_t>(index.row())];
}

int DecisionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_decisions.size());
}

int DecisionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecisionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Decision& decision = m_decisions[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case FullText:
            return m_formatter ? m_formatter(static_cast<Column>(index.column()), decision)
                               : QString();
        case Qt::ToolTipRole:
            return toolTip(data(index, FullText).toString());
        case State:
            return static_cast<int>(decision.state);
        default:
            return {};
    }
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

}  // namespace podium::items
