// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chartfeed.h"

#include "session/workspace.h"
#include "views/theme/colors.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <unordered_map>

namespace podium::app {

using base::RunNo;

namespace {

/// While rows are being selected with a key held down, charts follow a few times a second.
constexpr int RefreshDelayMs = 60;

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::optional<base::Millis> startTime(const query::Frame& frame, std::size_t row) {
    const query::Column* column = frame.column(query::attributeColumn(query::Attribute::StartTime));
    const auto* times = column != nullptr ? std::get_if<query::IntegerColumn>(column) : nullptr;
    if (times == nullptr || !times->present.test(row))
        return std::nullopt;
    return times->values[row];
}

}  // namespace

ChartFeed::ChartFeed(session::Workspace& workspace, QObject* parent)
    : ChartSource(parent), m_workspace(workspace) {
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &ChartFeed::refresh);
    connect(&workspace.chosen(), &session::ChosenRuns::shownChanged, this, &ChartFeed::refreshSoon);
    connect(&workspace.runs(), &session::RunsView::snapshotChanged, this, &ChartFeed::refreshSoon);
}

void ChartFeed::refreshSoon() {
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ChartFeed::refresh() {
    const std::vector<RunNo> shown = m_workspace.chosen().shown();
    const query::Frame& frame = *m_workspace.runs().snapshot()->table.frame;
    std::unordered_map<RunNo, std::size_t> rows;
    for (std::size_t row = 0; row < frame.rows(); ++row)
        rows.emplace(frame.runs()[row], row);
    const query::ColumnKey nameKey = query::attributeColumn(query::Attribute::RunName);
    const query::ColumnKey idKey = query::attributeColumn(query::Attribute::RunId);
    std::vector<std::pair<RunNo, std::string>> ids;
    for (const RunNo run : shown) {
        if (const auto it = rows.find(run); it != rows.end())
            ids.emplace_back(run, frame.text(idKey, it->second));
    }
    m_workspace.chosen().assignSlots(ids, views::SeriesColorCount);
    m_runs.clear();
    std::vector<RunNo> present;
    for (const auto& [run, id] : ids) {
        const auto it = rows.find(run);
        const std::string_view name = frame.text(nameKey, it->second);
        const int slot = m_workspace.chosen().slot(run, id, views::SeriesColorCount);
        m_runs.append({run.value, text(name.empty() ? std::string_view(id) : name),
                       views::seriesColor(slot, QGuiApplication::palette()), false, QString(),
                       startTime(frame, it->second), text(id), sourceOf(run)});
        present.push_back(run);
    }
    const quint64 round = ++m_round;
    m_workspace.series().metrics(present, this,
                                 [this, round](base::Result<std::vector<std::string>> names) {
                                     if (round == m_round && names.ok())
                                         takeMetrics(names.value());
                                 });
}

QString ChartFeed::sourceOf(RunNo run) const {
    const base::ExperimentNo experiment{run.value >> 32};
    const cache::ExperimentRow* row = m_workspace.sources().experiment(experiment);
    const session::SourceInfo* source =
        row != nullptr ? m_workspace.sources().find(row->sourceNo) : nullptr;
    return source != nullptr ? source->location : QString();
}

/// The metrics that the table shows come first: they are those a person looks at.
void ChartFeed::takeMetrics(const std::vector<std::string>& names) {
    QStringList metrics;
    for (const query::ColumnKey& column : m_workspace.runs().columns()) {
        const bool known = std::ranges::find(names, column.key) != names.end();
        if (column.kind == query::ColumnKind::Metric && known)
            metrics.append(text(column.key));
    }
    for (const std::string& name : names) {
        if (!name.starts_with("system/"))
            metrics.append(text(name));
    }
    for (const std::string& name : names)
        metrics.append(text(name));
    metrics.removeDuplicates();
    m_metrics = std::move(metrics);
    Q_EMIT runsChanged();
}

void ChartFeed::request(const QString& metric, quint64 ticket) {
    std::vector<RunNo> wanted;
    for (const views::ChartRun& run : m_runs)
        wanted.push_back(RunNo{run.runNo});
    m_workspace.series().load(
        metric, wanted, this,
        [this, metric, ticket](base::Result<std::vector<session::LoadedSeries>> result) {
            if (result.failed()) {
                Q_EMIT failed(metric, ticket, result.error());
                return;
            }
            if (!result.ok())
                return;
            QVector<views::ChartLine> lines;
            for (const session::LoadedSeries& entry : result.value())
                lines.append({entry.runNo.value, entry.series});
            Q_EMIT loaded(metric, ticket, lines);
        });
}

}  // namespace podium::app
