// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/slot.h"
#include "query/frame.h"
#include "query/query.h"
#include "query/sort.h"
#include "query/tree.h"
#include "session/frameloader.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace podium::session {

/// What the run table shows, at one moment. Never changes; the item model swaps its pointer.
struct RunsSnapshot {
    RunTable table;
    query::RunTree tree;  // visible rows, sorted
    std::vector<query::ColumnKey>
        columns;  // shown, in order; the run's name is always first and not among them
    std::vector<query::OrderKey> order;
    std::size_t matching = 0;  // runs that pass the filter
    std::size_t total = 0;     // runs before the filter
    quint64 version = 0;
};

/// Names that can be columns.
struct ColumnNames {
    std::vector<std::string> metrics;
    std::vector<std::string> params;
    std::vector<std::string> tags;
};

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

    [[nodiscard]] QString filter() const { return m_filter; }
    /// An invalid filter leaves the rows as they are and gives filterError().
    void setFilter(const QString& text);
    [[nodiscard]] const std::optional<base::Error>& filterError() const { return m_filterError; }
    /// MLflow itself would take the current filter.
    [[nodiscard]] bool filterIsMlflows() const { return m_filterIsMlflows; }

    [[nodiscard]] const std::vector<query::OrderKey>& order() const { return m_order; }
    void setOrder(std::vector<query::OrderKey> order);
    /// A header click: sorts by this column, or turns the direction; `add` keeps the other keys.
    void toggleOrder(const query::ColumnKey& column, bool add);

    [[nodiscard]] const std::vector<query::ColumnKey>& columns() const { return m_columns; }
    void setColumns(std::vector<query::ColumnKey> columns);

    /// Loads again: the cache has changed. Calls close together become one load.
    void reload();

    /// The state as JSON for the next start; experiments are named by location and id by the
    /// workspace.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void snapshotChanged();
    void filterChanged();  // text, error or acceptance
    void columnsChanged();
    void namesChanged();
    void loadingChanged(bool loading);
    void failed(const podium::base::Error& error);

private:
    struct Loaded;
    struct Request;
    /// Columns and order, kept for each set of experiments that was shown.
    struct Arrangement {
        std::vector<query::ColumnKey> columns;
        std::vector<query::OrderKey> order;
        bool chosen = false;
    };
    [[nodiscard]] std::vector<std::int64_t> arrangementKey() const;
    void start(bool reload);
    void finish(base::Result<Loaded> result);

    cache::Cache& m_cache;
    jobs::Slot<Loaded> m_slot;
    QTimer m_reloadTimer;
    std::vector<cache::ExperimentRow> m_experiments;
    ViewType m_viewType = ViewType::ActiveOnly;
    bool m_showVanished = true;
    QString m_filter;
    std::optional<query::Filter> m_parsedFilter;
    std::optional<base::Error> m_filterError;
    bool m_filterIsMlflows = true;
    std::vector<query::OrderKey> m_order;
    std::vector<query::ColumnKey> m_columns;
    bool m_columnsChosen = false;  // by a person; otherwise defaults follow the data
    ColumnNames m_names;
    std::shared_ptr<const RunsSnapshot> m_snapshot;
    std::map<std::vector<std::int64_t>, Arrangement> m_arrangements;
    quint64 m_version = 0;
    bool m_needsReload = false;
    bool m_loading = false;
};

}  // namespace podium::session
