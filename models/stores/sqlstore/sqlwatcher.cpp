// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlwatcher.h"

#include "stores/sqlstore/access.h"
#include "stores/sqlstore/rows.h"
#include "stores/sqlstore/runreader.h"
#include "stores/sqlstore/values.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace podium::stores::sqlstore {

using base::Result;

namespace {

constexpr std::chrono::milliseconds LookPatience{1000};
/// So long nothing is written before what could not be told apart is reported.
constexpr std::chrono::seconds Pause{3};

/// What there is, without reading it: counts and greatest times.
Result<Fingerprint> structureOf(sql::Database& database, const Schema& schema) {
    struct Part {
        std::string_view table;
        std::vector<std::string_view> times;
    };
    const std::vector<Part> parts = {
        {"runs", {"start_time", "end_time", "deleted_time"}},
        {"experiments", {"creation_time", "last_update_time"}},
        {"registered_models", {"last_updated_time"}},
        {"model_versions", {"last_updated_time"}},
        {"registered_model_aliases", {"version"}},
        {"logged_models", {"last_updated_timestamp_ms"}},
    };
    RowHash hash(1);
    for (const Part& part : parts) {
        if (!schema.has(part.table))
            continue;
        std::string sql = "SELECT count(*)";
        for (const std::string_view time : part.times)
            sql += ", total(" + schema.column(part.table, time, "0") + ")";
        sql += ", total(" + schema.column(part.table, "lifecycle_stage", "'active'") +
               " <> 'active') FROM " + std::string(part.table);
        PODIUM_TRY(Fingerprint, eachRow(database, part.table, sql, {}, [&](const auto& row) {
                       for (int i = 0; i < static_cast<int>(part.times.size()) + 2; ++i)
                           hash.add(row.text(i));
                   }));
    }
    return hash.value();
}

}  // namespace

SqlWatcher::SqlWatcher(std::filesystem::path path, int pollMs, std::vector<std::string> runIds)
    : m_path(std::move(path)),
      m_poll(pollMs),
      m_runIds(std::move(runIds)),
      m_state(stateOf(m_path)),
      m_seen(look({})) {}

SqlWatcher::Look SqlWatcher::look(const std::stop_token& stop) const {
    Look seen;
    const Result<std::unique_ptr<Access>> access = Access::open(m_path, LookPatience, stop, false);
    if (!access.ok())
        return seen;
    Result<Connection> connection = access.value()->connect();
    if (!connection.ok())
        return seen;
    const Schema& schema = access.value()->schema();
    const Result<void> looked = connection.value().snapshot(stop, [&]() -> Result<void> {
        RunReader reader(connection.value(), schema);
        PODIUM_TRY(void, reader.prepare());
        Result<std::map<std::string, Fingerprint>> runs = reader.fingerprints(m_runIds);
        PODIUM_TRY(void, runs);
        seen.runs = std::move(runs).value();
        const Result<Fingerprint> structure = structureOf(connection.value().database(), schema);
        PODIUM_TRY(void, structure);
        seen.structure = structure.value();
        return {};
    });
    seen.there = looked.ok();
    return seen;
}

void SqlWatcher::compare(const std::stop_token& stop, Change& change) {
    Look now = look(stop);
    if (!now.there || !m_seen.there) {
        change.wholeStore = true;
    } else {
        change.wholeStore = now.structure != m_seen.structure;
        for (const auto& [runId, fingerprint] : now.runs) {
            const auto before = m_seen.runs.find(runId);
            if (before == m_seen.runs.end() || before->second != fingerprint)
                change.runIds.push_back(runId);
        }
    }
    m_seen = std::move(now);
    m_unexplained = !change.wholeStore && change.runIds.empty();
    m_lastChange = std::chrono::steady_clock::now();
}

Watcher::Change SqlWatcher::wait(int timeoutMs, std::stop_token stop) {
    using namespace std::chrono;
    const auto end = steady_clock::now() + milliseconds(timeoutMs);
    std::mutex mutex;
    std::condition_variable_any wake;
    Change change;
    while (!stop.stop_requested()) {
        const FileState now = stateOf(m_path);
        if (now != m_state) {
            m_state = now;
            compare(stop, change);
        } else if (m_unexplained && steady_clock::now() - m_lastChange > Pause) {
            m_unexplained = false;
            change.wholeStore = true;
        }
        if (change.wholeStore || !change.runIds.empty() || steady_clock::now() >= end)
            break;
        std::unique_lock lock(mutex);
        wake.wait_until(lock, stop, std::min(end, steady_clock::now() + m_poll),
                        [] { return false; });
    }
    return change;
}

}  // namespace podium::stores::sqlstore
