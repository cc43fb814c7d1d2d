// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QAbstractTableModel>

#include <vector>

namespace podium::views {

/// Every point of a chart's lines as rows: run, step, time, value; in the stores' own order.
class PointsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Run, Step, Time, Value, ColumnCount };

    explicit PointsModel(std::vector<PlotLine> lines, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<PlotLine> m_lines;
    std::vector<std::size_t> m_ends;  // row after the last one of each line
};

}  // namespace podium::views
