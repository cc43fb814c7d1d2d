// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chartfeed.h"

#include "app/window/runchartfeed.h"

#include "query/grouping.h"
#include "session/workspace.h"
#include "views/theme/colors.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

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
    connect(&workspace.histories(), &session::HistoryFetcher::changed, this,
            &ChartFeed::metricChanged);
    connect(&workspace.sources(), &session::SourceBook::changed, this, &ChartFeed::sourcesChanged);
}

void ChartFeed::refreshSoon() {
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ChartFeed::refresh() {
    const std::vector<RunNo> shown = m_workspace.chosen().shown();
    const std::shared_ptr<const session::RunsSnapshot> snapshot = m_workspace.runs().snapshot();
    const query::Frame& frame = *snapshot->table.frame;
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
                       views::seriesColor(slot, QGuiApplication::palette()), false,
                       groupName(snapshot->groups.get(), it->second), startTime(frame, it->second),
                       text(id), sourceOf(run)});
        present.push_back(run);
    }
    const quint64 round = ++m_round;
    m_workspace.series().metrics(present, this,
                                 [this, round](base::Result<std::vector<std::string>> names) {
                                     if (round == m_round && names.ok())
                                         takeMetrics(names.value());
                                 });
}

/// A source that goes offline or comes back changes what charts say, not what they show.
void ChartFeed::sourcesChanged() {
    std::vector<base::SourceNo> reachable;
    for (const session::SourceInfo& source : m_workspace.sources().sources()) {
        if (source.isServer() && source.isReachable())
            reachable.push_back(source.sourceNo);
    }
    if (std::exchange(m_reachable, reachable) != reachable)
        Q_EMIT runsChanged();
}

QString ChartFeed::sourceOf(RunNo run) const {
    const session::SourceInfo* source = infoOf(run);
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

views::ChartLine ChartFeed::lineOf(const QString& metric,
                                   const session::LoadedSeries& entry) const {
    using Part = views::ChartLine::Part;
    views::ChartLine line{
        entry.runNo.value, entry.series, Part::Whole, entry.outdated, false, false, {}, {}};
    if (entry.extent == domain::Extent::Sampled)
        line.part = Part::Sampled;
    else if (entry.extent == domain::Extent::LatestOnly)
        line.part = Part::LatestOnly;
    const session::SourceInfo* source = infoOf(entry.runNo);
    if (source == nullptr || !source->isServer())
        return line;
    line.offline = !source->isReachable();
    if (line.offline || entry.outdated)
        line.asOf = entry.outdated ? entry.fetchedAt : source->syncedAt;
    if (entry.isWhole())
        return line;
    line.fetching = m_workspace.histories().isFetching(metric, entry.runNo);
    line.failure = m_workspace.histories().failure(metric, entry.runNo);
    return line;
}

/// What is looked at and is not here is fetched, source by source.
void ChartFeed::fetchMissing(const QString& metric,
                             const std::vector<session::LoadedSeries>& loaded) {
    std::map<base::SourceNo, std::vector<session::WantedHistory>> wanted;
    for (const session::LoadedSeries& entry : loaded) {
        const session::SourceInfo* source = infoOf(entry.runNo);
        if (source == nullptr)
            continue;
        std::vector<session::WantedHistory>& ofSource = wanted[source->sourceNo];
        if (!entry.isWhole() && source->isReachable())
            ofSource.push_back(
                {entry.runNo, entry.runId, entry.latest, entry.extent == domain::Extent::Sampled});
    }
    if (wanted.empty())
        m_workspace.histories().drop(metric);
    for (auto& [source, runs] : wanted)
        m_workspace.histories().want(metric, source, std::move(runs));
}

const session::SourceInfo* ChartFeed::infoOf(RunNo run) const {
    const cache::ExperimentRow* row =
        m_workspace.sources().experiment(base::ExperimentNo{run.value >> 32});
    return row != nullptr ? m_workspace.sources().find(row->sourceNo) : nullptr;
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
            fetchMissing(metric, result.value());
            for (const session::LoadedSeries& entry : result.value())
                lines.append(lineOf(metric, entry));
            Q_EMIT loaded(metric, ticket, lines);
        });
}

}  // namespace podium::app
