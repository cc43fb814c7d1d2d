// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runchartfeed.h"

#include "query/grouping.h"
#include "session/workspace.h"
#include "views/theme/colors.h"

#include <set>
#include <unordered_map>

namespace podium::app {

using base::RunNo;
using query::ColumnKey;

namespace {

/// Selecting, hiding and filtering come in bursts.
constexpr int RefreshDelayMs = 40;

/// The runs of a tree in its order, without context rows and the nodes of groups.
std::vector<std::uint32_t> runsOf(const session::RunsSnapshot& snapshot) {
    const auto frameRows = static_cast<std::uint32_t>(snapshot.table.frame->rows());
    std::vector<std::uint32_t> rows;
    rows.reserve(snapshot.matching);
    const auto roots = snapshot.tree.roots();
    std::vector<std::uint32_t> open(roots.rbegin(), roots.rend());
    while (!open.empty()) {
        const std::uint32_t node = open.back();
        open.pop_back();
        if (node < frameRows && !snapshot.tree.isContext(node))
            rows.push_back(node);
        const auto children = snapshot.tree.children(node);
        open.insert(open.end(), children.rbegin(), children.rend());
    }
    return rows;
}

}  // namespace

QString groupName(const query::Grouping* groups, std::size_t row) {
    if (groups == nullptr)
        return {};
    const std::uint32_t group = groups->groupOf(static_cast<std::uint32_t>(row));
    if (group == query::Grouping::None)
        return {};
    QStringList parts;
    for (std::uint32_t at = group; at != query::Grouping::None; at = groups->groups()[at].parent) {
        const query::Grouping::Group& one = groups->groups()[at];
        parts.prepend(one.missing ? QStringLiteral("–") : QString::fromStdString(one.text));
    }
    return parts.join(QStringLiteral(" · "));
}

RunChartFeed::RunChartFeed(cache::Cache& cache, jobs::JobEngine& engine,
                           session::Workspace& workspace, QObject* parent)
    : RunChartSource(parent), m_workspace(workspace), m_loader(cache, engine, workspace.runs()) {
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &RunChartFeed::refresh);
    connect(&m_loader, &session::ColumnLoader::changed, this, &RunChartFeed::refreshSoon);
    connect(&m_loader, &session::ColumnLoader::failed, this, &RunChartFeed::failed);
    connect(&workspace.runs(), &session::RunsView::namesChanged, this, &RunChartFeed::listColumns);
    connect(&workspace.runs(), &session::RunsView::columnsChanged, this,
            &RunChartFeed::listColumns);
    listColumns();
    const session::ChosenRuns& chosen = workspace.chosen();
    connect(&chosen, &session::ChosenRuns::choicesChanged, this, &RunChartFeed::refreshSoon);
    connect(&chosen, &session::ChosenRuns::slotsChanged, this, &RunChartFeed::refreshSoon);
    connect(&chosen, &session::ChosenRuns::selectionChanged, this, &RunChartFeed::selectedChanged);
}

void RunChartFeed::refreshSoon() {
    if (!m_refresh.isActive())
        m_refresh.start();
}

void RunChartFeed::refresh() {
    const std::shared_ptr<const session::RunsSnapshot> snapshot = m_workspace.runs().snapshot();
    const session::ChosenRuns& chosen = m_workspace.chosen();
    auto set = std::make_shared<views::RunSet>();
    set->frame = m_loader.frame();
    set->rules = m_workspace.runs().rules();
    const query::Frame& frame = *set->frame;
    const ColumnKey idKey = query::attributeColumn(query::Attribute::RunId);
    std::unordered_map<std::uint32_t, std::uint32_t> groups;
    for (const std::uint32_t row : runsOf(*snapshot)) {
        const RunNo run = frame.runs()[row];
        if (chosen.isHidden(run)) {
            ++set->hidden;
            continue;
        }
        set->rows.push_back(row);
        set->colorSlots.push_back(
            chosen.slot(run, frame.text(idKey, row), views::SeriesColorCount));
        if (snapshot->groups == nullptr)
            continue;
        const std::uint32_t node = snapshot->groups->groupOf(row);
        const auto [group, added] =
            groups.emplace(node, static_cast<std::uint32_t>(set->groupNames.size()));
        if (added)
            set->groupNames.append(groupName(snapshot->groups.get(), row));
        set->groups.push_back(group->second);
    }
    m_runs = std::move(set);
    Q_EMIT runsChanged();
}

void RunChartFeed::listColumns() {
    const session::RunsView& view = m_workspace.runs();
    std::vector<ColumnKey> columns = view.columns();
    std::set<ColumnKey> known(columns.begin(), columns.end());
    const auto add = [&](const ColumnKey& key) {
        if (known.insert(key).second)
            columns.push_back(key);
    };
    for (const std::string& name : view.names().metrics)
        add(query::metricColumn(name));
    for (const std::string& name : view.names().params)
        add(query::paramColumn(name));
    for (const query::Attribute attribute :
         {query::Attribute::StartTime, query::Attribute::EndTime, query::Attribute::Duration,
          query::Attribute::Status, query::Attribute::UserId, query::Attribute::ExperimentName})
        add(query::attributeColumn(attribute));
    for (const std::string& name : view.names().tags) {
        if (!name.starts_with("mlflow."))
            add(query::tagColumn(name));
    }
    m_columns = std::move(columns);
}

QVector<qint64> RunChartFeed::selected() const {
    QVector<qint64> runs;
    for (const RunNo run : m_workspace.chosen().selected())
        runs.append(run.value);
    return runs;
}

void RunChartFeed::want(const std::vector<ColumnKey>& columns) {
    m_loader.want(columns);
}

}  // namespace podium::app
