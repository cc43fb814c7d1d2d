// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runsview.h"

#include "session/columnjson.h"
#include "session/runsrequest.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace podium::session {

using base::Result;
using query::ColumnKey;
using query::OrderKey;

namespace {

constexpr int ReloadDelayMs = 200;

}  // namespace

RunsView::RunsView(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent)
    : QObject(parent), m_cache(cache), m_engine(engine), m_slot(engine, this) {
    auto empty = std::make_shared<RunsSnapshot>();
    empty->table.frame = std::make_shared<const query::Frame>();
    empty->read = empty->table;
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
        const QString filter = m_state.filter;
        m_arrangements[arrangementKey()] = m_state;
        m_experiments = std::move(experiments);
        m_state = m_arrangements[arrangementKey()];
        m_state.filter = filter;
        m_histories->clear();
        m_opening = true;
        start(true);
        Q_EMIT groupByChanged();
        Q_EMIT stateChanged();
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
    if (text == m_state.filter)
        return;
    m_state.filter = text;
    parseFilter();
    Q_EMIT filterChanged();
    Q_EMIT stateChanged();
    if (!m_filterError)
        start(false);
}

void RunsView::parseFilter() {
    Result<query::Filter> parsed = query::parseFilter(m_state.filter.toStdString());
    if (parsed.failed()) {
        m_filterError = parsed.error();
        return;
    }
    m_filterError.reset();
    m_filterIsMlflows = query::acceptedByMlflow(parsed.value());
    if (parsed.value().matchesAll())
        m_parsedFilter.reset();
    else
        m_parsedFilter = std::move(parsed).value();
}

std::optional<QString> RunsView::mlflowFilter() const {
    const std::optional<std::string> text =
        m_parsedFilter ? query::mlflowText(*m_parsedFilter) : std::nullopt;
    return text ? std::optional(QString::fromStdString(*text)) : std::nullopt;
}

void RunsView::setOrder(std::vector<OrderKey> order) {
    m_state.order = std::move(order);
    Q_EMIT stateChanged();
    start(false);
}

void RunsView::setGroupBy(std::vector<ColumnKey> columns) {
    if (columns == m_state.groupBy)
        return;
    m_state.groupBy = std::move(columns);
    Q_EMIT groupByChanged();
    Q_EMIT stateChanged();
    start(false);
}

void RunsView::setAppearance(Appearance appearance) {
    if (appearance == m_state.appearance)
        return;
    m_state.appearance = std::move(appearance);
    Q_EMIT stateChanged();
    start(false);
}

void RunsView::setState(const ViewState& state) {
    if (state == m_state)
        return;
    const ViewState old = std::exchange(m_state, state);
    if (state.filter != old.filter) {
        parseFilter();
        Q_EMIT filterChanged();
    }
    if (state.columns != old.columns)
        Q_EMIT columnsChanged();
    if (state.groupBy != old.groupBy)
        Q_EMIT groupByChanged();
    Q_EMIT stateChanged();
    // Default columns follow the data, which has to be looked at for them.
    start(!state.columnsChosen && old.columnsChosen);
}

void RunsView::setRules(MetricRules rules) {
    if (rules == m_rules)
        return;
    m_rules = std::move(rules);
    start(true);
}

void RunsView::setEdits(SharedEdits edits) {
    if (edits == m_edits)
        return;
    m_edits = std::move(edits);
    start(false);
}

void RunsView::toggleOrder(const ColumnKey& column, bool add) {
    std::vector<OrderKey> order = add ? m_state.order : std::vector<OrderKey>();
    const auto old = std::ranges::find(m_state.order, column, &OrderKey::column);
    const bool descending = old != m_state.order.end() && !old->descending;
    const OrderKey key{column, descending, true};
    const auto kept = std::ranges::find(order, column, &OrderKey::column);
    if (kept != order.end())
        *kept = key;
    else
        order.push_back(key);
    setOrder(std::move(order));
}

void RunsView::setColumns(std::vector<ColumnKey> columns) {
    m_state.columnsChosen = true;
    if (columns == m_state.columns)
        return;
    m_state.columns = std::move(columns);
    Q_EMIT columnsChanged();
    Q_EMIT stateChanged();
    start(false);
}

namespace {

std::vector<std::string> textsOf(const query::Column* column) {
    constexpr std::size_t Most = 200;
    std::vector<std::string> texts;
    if (column == nullptr)
        return texts;
    if (const auto* dictionary = std::get_if<query::TextColumn>(column))
        texts = dictionary->dictionary;
    else if (const auto* lists = std::get_if<query::TextListColumn>(column))
        texts = lists->values;
    std::ranges::sort(texts);
    const auto twice = std::ranges::unique(texts);
    texts.erase(twice.begin(), twice.end());
    if (texts.size() > Most)
        texts.resize(Most);
    return texts;
}

}  // namespace

std::vector<std::string> RunsView::values(const ColumnKey& column) {
    if (const query::Column* shown = m_snapshot->table.frame->column(column))
        return textsOf(shown);
    const auto [entry, added] = m_values.try_emplace(column);
    const bool texts = column.kind == query::ColumnKind::Param ||
                       column.kind == query::ColumnKind::Tag ||
                       column.kind == query::ColumnKind::Dataset;
    if (!added || !texts)
        return entry->second;
    using Texts = std::vector<std::string>;
    m_engine.run<Texts>(
        jobs::Pool::Compute, this,
        [&cache = m_cache, table = m_snapshot->table, column](std::stop_token stop,
                                                              base::Progress&) -> Result<Texts> {
            Result<cache::Reader> reader = cache.reader();
            PODIUM_TRY(Texts, reader);
            const std::vector<ColumnKey> columns{column};
            Result<RunTable> filled = withColumns(reader.value(), table, columns, stop);
            PODIUM_TRY(Texts, filled);
            return textsOf(filled.value().frame->column(column));
        },
        [this, column](Result<Texts> result) {
            if (!result.ok())
                return;
            m_values[column] = std::move(result).value();
            Q_EMIT valuesLoaded();
        });
    return {};
}

void RunsView::reload() {
    if (!m_reloadTimer.isActive())
        m_reloadTimer.start();
}

void RunsView::start(bool reload, std::optional<LoadStage> stage) {
    m_needsReload = m_needsReload || reload;
    // What is read again stays as it is until all of it is there.
    if (!stage)
        stage = m_needsReload && !m_opening ? LoadStage::Columns : LoadStage::Runs;
    const bool choose = m_choosing && !m_state.columnsChosen;
    if (reload)
        m_values.clear();
    // "2 days ago" goes on.
    if (m_needsReload && m_parsedFilter && m_parsedFilter->relative() && !m_filterError)
        parseFilter();
    RunsRequest request{&m_cache,
                        m_experiments,
                        m_viewType,
                        m_showVanished,
                        m_parsedFilter,
                        m_state,
                        {m_rules, m_histories, true},
                        *stage,
                        choose ? std::optional(m_names) : std::nullopt,
                        m_needsReload ? nullptr : m_snapshot,
                        m_edits,
                        ++m_version};
    m_loading = true;
    Q_EMIT loadingChanged(true);
    m_slot.start(
        [request = std::move(request)](std::stop_token stop, base::Progress&) mutable {
            return request.perform(stop);
        },
        [this](Result<LoadedRuns> result) { finish(std::move(result)); });
}

void RunsView::finish(Result<LoadedRuns> result) {
    m_loading = false;
    if (result.failed()) {
        Q_EMIT loadingChanged(false);
        Q_EMIT failed(result.error());
        return;
    }
    m_needsReload = false;
    m_opening = false;
    LoadedRuns& loaded = result.value();
    m_choosing = loaded.next && *loaded.next <= LoadStage::Columns;
    m_snapshot = std::move(loaded.snapshot);
    if (!m_state.columnsChosen && m_state.columns != m_snapshot->columns) {
        m_state.columns = m_snapshot->columns;
        Q_EMIT columnsChanged();
        Q_EMIT stateChanged();
    }
    if (loaded.names) {
        m_names = std::move(*loaded.names);
        Q_EMIT namesChanged();
    }
    Q_EMIT snapshotChanged();
    // Somebody who heard of it may have started the next load.
    if (m_loading)
        return;
    if (loaded.next)
        start(false, loaded.next);
    else
        Q_EMIT loadingChanged(false);
}

QByteArray RunsView::saveState() const {
    QJsonObject state = toJson(m_state);
    state.insert(QStringLiteral("viewType"), static_cast<int>(m_viewType));
    QJsonArray others;
    for (const auto& [experiments, arrangement] : m_arrangements) {
        if (experiments.empty() || arrangement == ViewState())
            continue;
        QJsonArray numbers;
        for (const std::int64_t number : experiments)
            numbers.append(QString::number(number));
        others.append(QJsonObject{{QStringLiteral("experiments"), numbers},
                                  {QStringLiteral("state"), toJson(arrangement)}});
    }
    state.insert(QStringLiteral("others"), others);
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void RunsView::restoreState(const QByteArray& bytes) {
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    if (state.isEmpty())
        return;
    for (const QJsonValue& value : state.value(QLatin1String("others")).toArray()) {
        std::vector<std::int64_t> experiments;
        for (const QJsonValue& number :
             value.toObject().value(QLatin1String("experiments")).toArray())
            experiments.push_back(number.toString().toLongLong());
        std::ranges::sort(experiments);
        if (experiments != arrangementKey())
            m_arrangements[experiments] =
                viewStateFromJson(value.toObject().value(QLatin1String("state")).toObject());
    }
    ViewState restored = viewStateFromJson(state);
    if (!restored.columnsChosen)
        restored.columns = m_state.columns;
    const QString filter = std::exchange(restored.filter, m_state.filter);
    m_state = std::move(restored);
    const int viewType = state.value(QLatin1String("viewType")).toInt();
    m_viewType =
        viewType >= 0 && viewType <= 2 ? static_cast<ViewType>(viewType) : ViewType::ActiveOnly;
    setFilter(filter);
    Q_EMIT groupByChanged();
    Q_EMIT stateChanged();
    start(true);
}

}  // namespace podium::session
