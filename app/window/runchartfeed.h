// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/columnloader.h"
#include "views/charts/runchartsource.h"

#include <QTimer>

namespace podium::session {
class Workspace;
}

namespace podium::app {

/// Gives charts of runs what the table shows: its runs after the filter, in its order and groups,
/// without the hidden ones, in their colours. Lives on the UI thread and outlives the charts.
class RunChartFeed : public views::RunChartSource {
    Q_OBJECT
public:
    RunChartFeed(cache::Cache& cache, jobs::JobEngine& engine, session::Workspace& workspace,
                 QObject* parent = nullptr);

    [[nodiscard]] std::shared_ptr<const views::RunSet> runs() const override { return m_runs; }
    [[nodiscard]] const std::vector<query::ColumnKey>& columns() const override {
        return m_columns;
    }
    [[nodiscard]] QVector<qint64> selected() const override;
    void want(const std::vector<query::ColumnKey>& columns) override;

private:
    void refreshSoon();
    void refresh();
    void listColumns();

    session::Workspace& m_workspace;
    session::ColumnLoader m_loader;
    QTimer m_refresh;
    std::vector<query::ColumnKey> m_columns;
    std::shared_ptr<const views::RunSet> m_runs = std::make_shared<const views::RunSet>();
};

/// The group of a row as one name, outermost value first; "" where the table is not grouped.
[[nodiscard]] QString groupName(const query::Grouping* groups, std::size_t row);

}  // namespace podium::app
