// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/cache.h"
#include "jobs/slot.h"
#include "session/runsview.h"

#include <QObject>

#include <memory>
#include <vector>

namespace podium::session {

/// Columns of the table's runs beside those that it shows: what charts of runs ask for. Lives on
/// the UI thread; columns are read in a job, of which only the newest counts, and kept until the
/// table's runs are read again.
class ColumnLoader : public QObject {
    Q_OBJECT
public:
    /// All outlive the loader.
    ColumnLoader(cache::Cache& cache, jobs::JobEngine& engine, RunsView& view,
                 QObject* parent = nullptr);

    /// The columns that are wanted from now on, all of them.
    void want(std::vector<query::ColumnKey> columns);
    /// The table's frame with those of the wanted columns that are here.
    [[nodiscard]] const std::shared_ptr<const query::Frame>& frame() const { return m_frame; }

Q_SIGNALS:
    /// The frame is another one.
    void changed();
    void failed(const podium::base::Error& error);

private:
    void follow();
    void load();
    void publish();

    cache::Cache& m_cache;
    RunsView& m_view;
    jobs::Slot<RunTable> m_slot;
    std::vector<query::ColumnKey> m_wanted;
    std::shared_ptr<const RunsSnapshot> m_snapshot;
    std::shared_ptr<const query::Frame> m_loaded;  // with columns that were read here, or null
    std::shared_ptr<const query::Frame> m_frame;
    MetricRules m_rules;
    std::shared_ptr<HistoryCache> m_histories = std::make_shared<HistoryCache>();
};

}  // namespace podium::session
