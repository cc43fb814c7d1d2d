// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "query/frame.h"
#include "views/figure/runset.h"

#include <QObject>
#include <QVector>

#include <memory>
#include <vector>

namespace podium::views {

/// Where charts of runs get the table's runs and columns from; implemented above the views' rooms.
/// Lives on the UI thread and outlives the charts.
class RunChartSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Never null.
    [[nodiscard]] virtual std::shared_ptr<const RunSet> runs() const = 0;
    /// Columns in the order in which they are offered: the table's own first.
    [[nodiscard]] virtual const std::vector<query::ColumnKey>& columns() const = 0;
    [[nodiscard]] virtual QVector<qint64> selected() const = 0;
    /// All columns that the charts need now; runsChanged() tells of those that come later.
    virtual void want(const std::vector<query::ColumnKey>& columns) = 0;

Q_SIGNALS:
    /// Other runs, values, groups or colours; or columns have arrived.
    void runsChanged();
    void selectedChanged();
    void failed(const podium::base::Error& error);
};

}  // namespace podium::views
