// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/slot.h"
#include "query/frame.h"
#include "query/query.h"
#include "query/sort.h"
#include "query/tree.h"
#include "session/edits.h"
#include "session/runssnapshot.h"
#include "session/viewstate.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace podium::session {

struct LoadedRuns;
enum class LoadStage;

/// The run table's state: which experiments, filter, order and columns; and the snapshot that
/// follows from it. Lives on the UI thread; loading, filtering and sorting are jobs, of which only
/// the newest counts.
class RunsView : public QObject {
    Q_OBJECT
public:
    RunsView(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    [[nodiscard]] std::shared_ptr<const RunsSnapshot> snapshot() const { return m_snapshot; }
    [[nodiscard]] const ColumnNames& names() const { return m_names; }

    [[nodiscard]] const std::vector<cache::ExperimentRow>& experiments() const {
        return m_experiments;
    }
    /// Shows the runs of these experiments. Columns and order are kept per set of experiments.
    void setExperiments(std::vector<cache::ExperimentRow> experiments);
    [[nodiscard]] ViewType viewType() const { return m_viewType; }
    void setViewType(ViewType viewType);
    void setShowVanished(bool show);

    [[nodiscard]] QString filter() const { return m_state.filter; }
    /// An invalid filter leaves the rows as they are and gives filterError().
    void setFilter(const QString& text);
    [[nodiscard]] const std::optional<base::Error>& filterError() const { return m_filterError; }
    /// MLflow itself would take the current filter.
    [[nodiscard]] bool filterIsMlflows() const { return m_filterIsMlflows; }
    /// The current filter in MLflow's own language, if that has words for it.
    [[nodiscard]] std::optional<QString> mlflowFilter() const;

    [[nodiscard]] const std::vector<query::OrderKey>& order() const { return m_state.order; }
    void setOrder(std::vector<query::OrderKey> order);
    /// A header click: sorts by this column, or turns the direction; `add` keeps the other keys.
    void toggleOrder(const query::ColumnKey& column, bool add);

    [[nodiscard]] const std::vector<query::ColumnKey>& columns() const { return m_state.columns; }
    void setColumns(std::vector<query::ColumnKey> columns);

    /// Groups rows by these columns, level below level; none: no groups.
    [[nodiscard]] const std::vector<query::ColumnKey>& groupBy() const { return m_state.groupBy; }
    void setGroupBy(std::vector<query::ColumnKey> columns);

    [[nodiscard]] const Appearance& appearance() const { return m_state.appearance; }
    void setAppearance(Appearance appearance);

    /// All that a person arranges, as one value.
    [[nodiscard]] const ViewState& state() const { return m_state; }
    void setState(const ViewState& state);

    /// Directions and other names of metrics; the columns are loaded again if they change.
    [[nodiscard]] const MetricRules& rules() const { return m_rules; }
    void setRules(MetricRules rules);

    /// What people decided is shown over what was read.
    void setEdits(SharedEdits edits);

    /// Texts of a column of texts, sorted: for completion. Those of a column that was not loaded
    /// are read in a job; valuesLoaded() tells when they are there.
    [[nodiscard]] std::vector<std::string> values(const query::ColumnKey& column);

    /// A newer snapshot than snapshot() is on its way.
    [[nodiscard]] bool isLoading() const { return m_loading; }

    /// Loads again: the cache has changed. Calls close together become one load.
    void reload();

    /// The state as JSON for the next start; experiments are named by location and id by the
    /// workspace.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void snapshotChanged();
    /// state() is another one, or that of other experiments.
    void stateChanged();
    void filterChanged();  // text, error or acceptance
    void columnsChanged();
    void groupByChanged();
    void namesChanged();
    void valuesLoaded();
    void loadingChanged(bool loading);
    void failed(const podium::base::Error& error);

private:
    [[nodiscard]] std::vector<std::int64_t> arrangementKey() const;
    void start(bool reload, std::optional<LoadStage> stage = {});
    void finish(base::Result<LoadedRuns> result);
    void parseFilter();

    cache::Cache& m_cache;
    jobs::JobEngine& m_engine;
    jobs::Slot<LoadedRuns> m_slot;
    std::map<query::ColumnKey, std::vector<std::string>> m_values;  // asked for, not shown
    QTimer m_reloadTimer;
    std::vector<cache::ExperimentRow> m_experiments;
    ViewType m_viewType = ViewType::ActiveOnly;
    bool m_showVanished = true;
    ViewState m_state;
    MetricRules m_rules;
    SharedEdits m_edits = std::make_shared<const Edits>();
    std::shared_ptr<HistoryCache> m_histories = std::make_shared<HistoryCache>();
    std::optional<query::Filter> m_parsedFilter;
    std::optional<base::Error> m_filterError;
    bool m_filterIsMlflows = true;
    ColumnNames m_names;
    std::shared_ptr<const RunsSnapshot> m_snapshot;
    std::map<std::vector<std::int64_t>, ViewState> m_arrangements;  // by experiments shown
    quint64 m_version = 0;
    bool m_needsReload = false;
    bool m_opening = false;   // nothing of these experiments has been shown yet
    bool m_choosing = false;  // default columns were chosen without a look at the params
    bool m_loading = false;
};

}  // namespace podium::session
