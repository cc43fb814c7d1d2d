// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/blobs.h"
#include "cache/writer.h"

#include <map>

/// The part of the writer for sources over a network: how to connect, and what was fetched of them
/// beyond a sync.
namespace podium::cache {

using base::Result;
using base::RunNo;
using base::SourceNo;
using domain::Extent;
using sql::Statement;

namespace {

/// True if `last` is the run's latest value or a later one: nothing is missing after it.
bool reaches(const domain::MetricPoint& last, const series::Reductions& latest) {
    return !domain::isLater(latest.last, last);
}

}  // namespace

/// The reductions of a run whose histories a sync left out, with those of full histories that were
/// fetched before and still reach to the latest value.
Result<std::string> Writer::withFetched(RunNo runNo, std::string_view metrics) {
    Result<Statement> query = m_database.prepare(
        "SELECT name_no, reductions FROM fetched_history WHERE run_no = ? AND extent = 0",
        "fetched histories");
    PODIUM_TRY(std::string, query);
    query.value().bind(1, runNo.value);
    std::map<std::uint32_t, std::string> fetched;
    while (true) {
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(std::string, stepped);
        if (!stepped.value())
            break;
        fetched.emplace(static_cast<std::uint32_t>(query.value().integer(0)),
                        query.value().blob(1));
    }
    if (fetched.empty())
        return std::string(metrics);
    const BlobView view(metrics);
    BlobWriter merged;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        std::string_view bytes = view.bytes(i);
        const auto found = fetched.find(view.name(i));
        if (found != fetched.end()) {
            const auto history = decodeReductions(found->second);
            const auto latest = decodeReductions(bytes);
            if (history && latest && latest->count == 0 && reaches(history->last, *latest))
                bytes = found->second;
        }
        merged.add(view.name(i), bytes);
    }
    return merged.take();
}

Result<void> Writer::putHistory(RunNo runNo, const EncodedHistory& history, base::Millis now) {
    PODIUM_TRY(void, saveNames());
    Result<Statement> put = m_database.prepare(
        "INSERT INTO fetched_history (run_no, name_no, extent, fetched_at, reductions) "
        "VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (run_no, name_no) DO UPDATE SET extent = excluded.extent, "
        "fetched_at = excluded.fetched_at, reductions = excluded.reductions "
        "WHERE excluded.extent = 0 OR fetched_history.extent <> 0",
        "put fetched history");
    PODIUM_TRY(void, put);
    PODIUM_TRY(void, put.value()
                         .bind(1, runNo.value)
                         .bind(2, std::int64_t{history.name})
                         .bind(3, static_cast<std::int64_t>(history.extent))
                         .bind(4, now)
                         .bindBlob(5, history.reductions)
                         .run());
    if (m_database.changes() == 0)
        return {};
    Result<Statement> points = m_database.prepare(
        "INSERT OR REPLACE INTO series (run_no, name_no, packed) VALUES (?, ?, ?)", "put series");
    PODIUM_TRY(void, points);
    PODIUM_TRY(void, points.value()
                         .bind(1, runNo.value)
                         .bind(2, std::int64_t{history.name})
                         .bindBlob(3, history.packed)
                         .run());
    return history.extent == Extent::Full ? reduceFrom(runNo, history) : Result<void>();
}

/// Puts the reductions of a full history into the run's own, unless the run has a later value.
Result<void> Writer::reduceFrom(RunNo runNo, const EncodedHistory& history) {
    Result<Statement> query =
        m_database.prepare("SELECT packed FROM run_metrics WHERE run_no = ?", "run metrics");
    PODIUM_TRY(void, query);
    query.value().bind(1, runNo.value);
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(void, stepped);
    if (!stepped.value())
        return {};
    const std::string packed(query.value().blob(0));
    query.value().reset();
    const BlobView view(packed);
    const auto before = view.find(history.name);
    const auto latest = before ? decodeReductions(*before) : std::nullopt;
    if (latest && !reaches(history.last, *latest))
        return {};
    BlobWriter merged;
    for (std::uint32_t i = 0; i < view.size(); ++i)
        merged.add(view.name(i), view.name(i) == history.name ? history.reductions : view.bytes(i));
    if (!before)
        merged.add(history.name, history.reductions);
    Result<Statement> put =
        m_database.prepare("UPDATE run_metrics SET packed = ? WHERE run_no = ?", "put metrics");
    PODIUM_TRY(void, put);
    return put.value().bindBlob(1, merged.take()).bind(2, runNo.value).run();
}

Result<void> Writer::dropHistories(std::span<const RunNo> runs) {
    for (const RunNo runNo : runs) {
        Result<Statement> query = m_database.prepare(
            "SELECT packed FROM run_metrics WHERE run_no = ?1 AND EXISTS "
            "(SELECT 1 FROM fetched_history WHERE run_no = ?1)",
            "run metrics");
        PODIUM_TRY(void, query);
        query.value().bind(1, runNo.value);
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(void, stepped);
        if (!stepped.value())
            continue;
        const std::string packed(query.value().blob(0));
        query.value().reset();
        const BlobView view(packed);
        BlobWriter latest;
        for (std::uint32_t i = 0; i < view.size(); ++i) {
            const auto reductions = decodeReductions(view.bytes(i));
            if (reductions)
                latest.add(view.name(i), encodeReductions(series::latestOnly(reductions->last)));
        }
        Result<Statement> put =
            m_database.prepare("UPDATE run_metrics SET packed = ? WHERE run_no = ?", "put metrics");
        PODIUM_TRY(void, put);
        PODIUM_TRY(void, put.value().bindBlob(1, latest.take()).bind(2, runNo.value).run());
        for (const char* sql : {"DELETE FROM fetched_history WHERE run_no = ?",
                                "DELETE FROM series WHERE run_no = ?"}) {
            Result<Statement> drop = m_database.prepare(sql, "drop histories");
            PODIUM_TRY(void, drop);
            PODIUM_TRY(void, drop.value().bind(1, runNo.value).run());
        }
    }
    return {};
}

Result<void> Writer::setSettings(SourceNo source, std::string_view settings) {
    Result<Statement> set =
        m_database.prepare("UPDATE source SET settings = ? WHERE source_no = ?", "set settings");
    PODIUM_TRY(void, set);
    return set.value().bind(1, settings).bind(2, source.value).run();
}

Result<void> Writer::setOffline(SourceNo source, bool offline) {
    Result<Statement> set =
        m_database.prepare("UPDATE source SET offline = ? WHERE source_no = ?", "set offline");
    PODIUM_TRY(void, set);
    return set.value().bind(1, std::int64_t{offline}).bind(2, source.value).run();
}

Result<void> Writer::setTitle(SourceNo source, std::string_view title) {
    Result<Statement> set =
        m_database.prepare("UPDATE source SET title = ? WHERE source_no = ?", "set title");
    PODIUM_TRY(void, set);
    return set.value().bind(1, title).bind(2, source.value).run();
}

Result<void> Writer::setCut(base::ExperimentNo experiment, std::optional<std::int64_t> runs) {
    Result<Statement> set =
        m_database.prepare("UPDATE experiment SET cut = ? WHERE experiment_no = ?", "set cut");
    PODIUM_TRY(void, set);
    return set.value().bindOptional(1, runs).bind(2, experiment.value).run();
}

Result<void> Writer::setKept(SourceNo source, const Kept& kept) {
    const bool keep = kept.histories || !kept.artifacts.empty();
    Result<Statement> put = m_database.prepare(
        keep ? "INSERT OR REPLACE INTO kept (source_no, experiment_id, run_id, histories, "
               "artifacts) VALUES (?1, ?2, ?3, ?4, ?5)"
             : "DELETE FROM kept WHERE source_no = ?1 AND experiment_id = ?2 AND run_id = ?3",
        "set kept");
    PODIUM_TRY(void, put);
    put.value().bind(1, source.value).bind(2, kept.experimentId).bind(3, kept.runId);
    if (keep)
        put.value().bind(4, std::int64_t{kept.histories}).bind(5, kept.artifacts);
    return put.value().run();
}

}  // namespace podium::cache
