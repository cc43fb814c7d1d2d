// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runsview.h"

#include "session/columnjson.h"
#include "session/defaultcolumns.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace podium::session {

using base::Result;
using query::ColumnKey;
using query::OrderKey;

namespace {

constexpr int ReloadDelayMs = 200;

Result<ColumnNames> loadNames(cache::Reader& reader,
                              const std::vector<cache::ExperimentRow>& experiments) {
    std::vector<base::ExperimentNo> numbers;
    for (const cache::ExperimentRow& experiment : experiments)
        numbers.push_back(experiment.experimentNo);
    ColumnNames names;
    const std::array<std::pair<cache::NameKind, std::vector<std::string>*>, 3> kinds = {
        {{cache::NameKind::Metric, &names.metrics},
         {cache::NameKind::Param, &names.params},
         {cache::NameKind::Tag, &names.tags}}};
    for (const auto& [kind, list] : kinds) {
        Result<std::vector<cache::NameRow>> rows = reader.names(numbers, kind);
        PODIUM_TRY(ColumnNames, rows);
        for (cache::NameRow& row : rows.value())
            list->push_back(std::move(row.name));
    }
    return names;
}

}  // namespace

/// What a load gives.
struct RunsView::Loaded {
    std::shared_ptr<const RunsSnapshot> snapshot;
    std::optional<ColumnNames> names;
};

/// What a load needs; a copy, as it runs on a worker.
struct RunsView::Request {
    cache::Cache* cache = nullptr;
    std::vector<cache::ExperimentRow> experiments;
    ViewType viewType = ViewType::ActiveOnly;
    bool showVanished = true;
    std::optional<query::Filter> filter;
    std::vector<OrderKey> order;
    std::vector<ColumnKey> columns;
    bool columnsChosen = false;
    std::shared_ptr<const RunsSnapshot> base;  // nullptr: read the runs from the cache
    quint64 version = 0;

    [[nodiscard]] Result<Loaded> perform(std::stop_token stop);
    [[nodiscard]] Result<void> fill(cache::Reader& reader, RunsSnapshot& snapshot,
                                    const std::optional<ColumnNames>& names, std::stop_token stop);
    void arrange(RunsSnapshot& snapshot, const std::stop_token& stop) const;
};

Result<RunsView::Loaded> RunsView::Request::perform(std::stop_token stop) {
    Result<cache::Reader> reader = cache->reader();
    PODIUM_TRY(Loaded, reader);
    Loaded loaded;
    auto snapshot = std::make_shared<RunsSnapshot>();
    if (base != nullptr) {
        snapshot->table = base->table;
    } else {
        Result<RunTable> table =
            loadRuns(reader.value(), experiments, viewType, showVanished, stop);
        PODIUM_TRY(Loaded, table);
        snapshot->table = std::move(table).value();
        Result<ColumnNames> names = loadNames(reader.value(), experiments);
        PODIUM_TRY(Loaded, names);
        loaded.names = std::move(names).value();
    }
    PODIUM_TRY(Loaded, fill(reader.value(), *snapshot, loaded.names, stop));
    arrange(*snapshot, stop);
    if (stop.stop_requested())
        return base::Cancelled{};
    snapshot->version = version;
    loaded.snapshot = std::move(snapshot);
    return loaded;
}

Result<void> RunsView::Request::fill(cache::Reader& reader, RunsSnapshot& snapshot,
                                     const std::optional<ColumnNames>& names,
                                     std::stop_token stop) {
    if (!columnsChosen && names) {
        Result<RunTable> table =
            withColumns(reader, std::move(snapshot.table), consideredParams(*names), stop);
        PODIUM_TRY(void, table);
        snapshot.table = std::move(table).value();
        columns = defaultColumns(*names, *snapshot.table.frame);
    }
    std::vector<ColumnKey> needed = columns;
    for (const OrderKey& key : order)
        needed.push_back(key.column);
    if (filter)
        std::ranges::copy(filter->columns(), std::back_inserter(needed));
    Result<RunTable> table = withColumns(reader, std::move(snapshot.table), needed, stop);
    PODIUM_TRY(void, table);
    snapshot.table = std::move(table).value();
    return {};
}

void RunsView::Request::arrange(RunsSnapshot& snapshot, const std::stop_token& stop) const {
    const query::Frame& frame = *snapshot.table.frame;
    const query::Bitmap matches =
        filter ? query::evaluate(*filter, frame, stop) : query::Bitmap(frame.rows(), true);
    const query::Nesting& nesting = snapshot.table.nesting;
    std::vector<std::uint32_t> rows = nesting.withAncestors(matches).rows();
    snapshot.total = frame.rows();
    snapshot.columns = columns;
    snapshot.order = order;
    snapshot.tree =
        query::RunTree(nesting, query::sortRows(frame, std::move(rows), order, stop), matches);
    snapshot.matching = snapshot.tree.matching();
}

RunsView::RunsView(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent), m_cache(cache), m_slot(engine, this) {
    auto empty = std::make_shared<RunsSnapshot>();
    empty->table.frame = std::make_shared<const query::Frame>();
    m_snapshot = std::move(empty);
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(ReloadDelayMs);
    connect(&m_reloadTimer, &QTimer::timeout, this, [this] {
        // A load that runs is not thrown away for a newer one: while a store is being read that
        // would never end.
        if (m_loading)
            m_reloadTimer.start();
        else
            start(true);
    });
}

void RunsView::setExperiments(std::vector<cache::ExperimentRow> experiments) {
    const bool same =
        std::ranges::equal(experiments, m_experiments, {}, &cache::ExperimentRow::experimentNo,
                           &cache::ExperimentRow::experimentNo);
    if (!same) {
        m_arrangements[arrangementKey()] = {m_columns, m_order, m_columnsChosen};
        m_experiments = std::move(experiments);
        const Arrangement arrangement = m_arrangements[arrangementKey()];
        m_columns = arrangement.columns;
        m_order = arrangement.order;
        m_columnsChosen = arrangement.chosen;
        start(true);
    } else {
        m_experiments = std::move(experiments);
    }
}

std::vector<std::int64_t> RunsView::arrangementKey() const {
    std::vector<std::int64_t> key;
    for (const cache::ExperimentRow& experiment : m_experiments)
        key.push_back(experiment.experimentNo.value);
    std::ranges::sort(key);
    return key;
}

void RunsView::setViewType(ViewType viewType) {
    if (viewType == m_viewType)
        return;
    m_viewType = viewType;
    start(true);
}

void RunsView::setShowVanished(bool show) {
    if (show == m_showVanished)
        return;
    m_showVanished = show;
    start(true);
}

void RunsView::setFilter(const QString& text) {
    if (text == m_filter)
        return;
    m_filter = text;
    Result<query::Filter> parsed = query::parseFilter(text.toStdString());
    if (parsed.failed()) {
        m_filterError = parsed.error();
        Q_EMIT filterChanged();
        return;
    }
    m_filterError.reset();
    m_filterIsMlflows = query::acceptedByMlflow(parsed.value());
    if (parsed.value().matchesAll())
        m_parsedFilter.reset();
    else
        m_parsedFilter = std::move(parsed).value();
    Q_EMIT filterChanged();
    start(false);
}

void RunsView::setOrder(std::vector<OrderKey> order) {
    m_order = std::move(order);
    start(false);
}

void RunsView::toggleOrder(const ColumnKey& column, bool add) {
    std::vector<OrderKey> order = add ? m_order : std::vector<OrderKey>();
    const auto old = std::ranges::find(m_order, column, &OrderKey::column);
    const bool descending = old != m_order.end() && !old->descending;
    const OrderKey key{column, descending, true};
    const auto kept = std::ranges::find(order, column, &OrderKey::column);
    if (kept != order.end())
        *kept = key;
    else
        order.push_back(key);
    setOrder(std::move(order));
}

void RunsView::setColumns(std::vector<ColumnKey> columns) {
    m_columnsChosen = true;
    if (columns == m_columns)
        return;
    m_columns = std::move(columns);
    Q_EMIT columnsChanged();
    start(false);
}

void RunsView::reload() {
    if (!m_reloadTimer.isActive())
        m_reloadTimer.start();
}

void RunsView::start(bool reload) {
    m_needsReload = m_needsReload || reload;
    Request request{&m_cache,       m_experiments,   m_viewType,
                    m_showVanished, m_parsedFilter,  m_order,
                    m_columns,      m_columnsChosen, m_needsReload ? nullptr : m_snapshot,
                    ++m_version};
    m_loading = true;
    Q_EMIT loadingChanged(true);
    m_slot.start(
        [request = std::move(request)](std::stop_token stop, base::Progress&) mutable {
            return request.perform(stop);
        },
        [this](Result<Loaded> result) { finish(std::move(result)); });
}

void RunsView::finish(Result<Loaded> result) {
    m_loading = false;
    if (result.failed()) {
        Q_EMIT loadingChanged(false);
        Q_EMIT failed(result.error());
        return;
    }
    m_needsReload = false;
    Loaded& loaded = result.value();
    m_snapshot = std::move(loaded.snapshot);
    if (!m_columnsChosen && m_columns != m_snapshot->columns) {
        m_columns = m_snapshot->columns;
        Q_EMIT columnsChanged();
    }
    if (loaded.names) {
        m_names = std::move(*loaded.names);
        Q_EMIT namesChanged();
    }
    Q_EMIT snapshotChanged();
    Q_EMIT loadingChanged(false);
}

QByteArray RunsView::saveState() const {
    QJsonArray columns;
    for (const ColumnKey& column : m_columns)
        columns.append(toJson(column));
    QJsonArray order;
    for (const OrderKey& key : m_order)
        order.append(toJson(key));
    const QJsonObject state{{QStringLiteral("filter"), m_filter},
                            {QStringLiteral("order"), order},
                            {QStringLiteral("columns"), columns},
                            {QStringLiteral("columnsChosen"), m_columnsChosen},
                            {QStringLiteral("viewType"), static_cast<int>(m_viewType)}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void RunsView::restoreState(const QByteArray& bytes) {
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    if (state.isEmpty())
        return;
    m_order.clear();
    for (const QJsonValue& value : state.value(QLatin1String("order")).toArray()) {
        if (const std::optional<OrderKey> key = orderFromJson(value.toObject()))
            m_order.push_back(*key);
    }
    m_columnsChosen = state.value(QLatin1String("columnsChosen")).toBool();
    if (m_columnsChosen) {
        m_columns.clear();
        for (const QJsonValue& value : state.value(QLatin1String("columns")).toArray()) {
            if (const std::optional<ColumnKey> column = columnFromJson(value.toObject()))
                m_columns.push_back(*column);
        }
    }
    const int viewType = state.value(QLatin1String("viewType")).toInt();
    m_viewType =
        viewType >= 0 && viewType <= 2 ? static_cast<ViewType>(viewType) : ViewType::ActiveOnly;
    setFilter(state.value(QLatin1String("filter")).toString());
    start(true);
}

}  // namespace podium::session
