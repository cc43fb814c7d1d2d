// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/columnloader.h"

#include <algorithm>

namespace podium::session {

using query::ColumnKey;

namespace {

/// True if both hold the runs of one and the same reading.
bool sameReading(const query::Frame& a, const query::Frame& b) {
    const ColumnKey ids = query::attributeColumn(query::Attribute::RunId);
    return a.column(ids) == b.column(ids) && a.rows() == b.rows();
}

}  // namespace

ColumnLoader::ColumnLoader(cache::Cache& cache, jobs::JobEngine& engine, RunsView& view,
                           QObject* parent)
    : QObject(parent),
      m_cache(cache),
      m_view(view),
      m_slot(engine, this),
      m_snapshot(view.snapshot()),
      m_frame(m_snapshot->table.frame) {
    connect(&view, &RunsView::snapshotChanged, this, &ColumnLoader::follow);
}

void ColumnLoader::want(std::vector<ColumnKey> columns) {
    m_wanted = std::move(columns);
    load();
}

void ColumnLoader::follow() {
    m_snapshot = m_view.snapshot();
    const bool stale = m_loaded != nullptr && (!sameReading(*m_loaded, *m_snapshot->table.frame) ||
                                               m_rules != m_view.rules());
    if (stale)
        m_loaded.reset();
    m_rules = m_view.rules();
    publish();
    load();
}

void ColumnLoader::publish() {
    const auto frame = std::make_shared<query::Frame>(*m_snapshot->table.frame);
    if (m_loaded != nullptr) {
        for (const ColumnKey& key : m_wanted) {
            if (const query::Column* column = m_loaded->column(key);
                column != nullptr && !frame->has(key))
                frame->set(key, {m_loaded, column});
        }
    }
    m_frame = frame;
    Q_EMIT changed();
}

void ColumnLoader::load() {
    std::vector<ColumnKey> missing;
    std::ranges::copy_if(m_wanted, std::back_inserter(missing),
                         [this](const ColumnKey& key) { return !m_frame->has(key); });
    if (missing.empty()) {
        m_slot.cancel();
        return;
    }
    RunTable table = m_snapshot->table;
    if (m_loaded != nullptr)
        table.frame = m_loaded;
    m_slot.start(
        [&cache = m_cache, table, missing, rules = ColumnRules{m_rules, m_histories, true}](
            std::stop_token stop, base::Progress&) -> base::Result<RunTable> {
            base::Result<cache::Reader> reader = cache.reader();
            PODIUM_TRY(RunTable, reader);
            return withColumns(reader.value(), table, missing, stop, rules);
        },
        [this](base::Result<RunTable> result) {
            if (result.failed()) {
                Q_EMIT failed(result.error());
                return;
            }
            // A table that was read again meanwhile has started a load of its own.
            m_loaded = result.value().frame;
            publish();
        });
}

}  // namespace podium::session
