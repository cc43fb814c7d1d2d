// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "views/charts/chartsource.h"

#include <QTimer>

namespace podium::session {
class Workspace;
struct LoadedSeries;
struct SourceInfo;
}  // namespace podium::session

namespace podium::app {

/// Gives the charts the chosen runs of the workspace and their histories. Lives on the UI thread
/// and outlives the charts.
class ChartFeed : public views::ChartSource {
    Q_OBJECT
public:
    explicit ChartFeed(session::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] QStringList metricKeys() const override { return m_metrics; }
    [[nodiscard]] QVector<views::ChartRun> runs() const override { return m_runs; }
    void request(const QString& metric, quint64 ticket) override;

    /// Runs, names or colours may have changed. Calls close together become one.
    void refreshSoon();

private:
    void refresh();
    [[nodiscard]] QString sourceOf(base::RunNo run) const;
    void sourcesChanged();
    [[nodiscard]] const session::SourceInfo* infoOf(base::RunNo run) const;
    [[nodiscard]] views::ChartLine lineOf(const QString& metric,
                                          const session::LoadedSeries& entry) const;
    void fetchMissing(const QString& metric, const std::vector<session::LoadedSeries>& loaded);
    void takeMetrics(const std::vector<std::string>& names);

    session::Workspace& m_workspace;
    QTimer m_refresh;
    QStringList m_metrics;
    QVector<views::ChartRun> m_runs;
    quint64 m_round = 0;
    std::vector<base::SourceNo> m_reachable;
};

}  // namespace podium::app
