// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/reader.h"

/// The part of the reader for what a sync over a network leaves out.
namespace podium::cache {

using base::Result;
using base::RunNo;
using base::SourceNo;
using domain::Extent;
using sql::Statement;

namespace {

/// What fetched_history and run_metrics say of one metric.
struct Fetched {
    Extent extent = Extent::Full;
    base::Millis at = 0;
    std::string reductions;
};

bool isOutdated(const Fetched& fetched, const series::Reductions& current) {
    const auto reductions = decodeReductions(fetched.reductions);
    return !reductions || domain::isLater(current.last, reductions->last);
}

}  // namespace

Result<StoredHistory> Reader::storedHistory(RunNo run, std::uint32_t name) {
    return describeHistory(run, name, [&](StoredHistory& stored) -> Result<void> {
        Result<std::string> packed = history(run, name);
        PODIUM_TRY(void, packed);
        stored.packed = std::move(packed).value();
        return {};
    });
}

Result<StoredHistory> Reader::openedHistory(RunNo run, std::uint32_t name) {
    return describeHistory(run, name, [&](StoredHistory& stored) -> Result<void> {
        if (m_histories != nullptr) {
            Result<std::shared_ptr<const series::PackedHistory>> opened =
                openHistory(m_histories, run, name);
            PODIUM_TRY(void, opened);
            stored.opened = std::move(opened).value();
        }
        if (stored.opened != nullptr)
            return {};
        Result<std::string> packed = history(run, name);
        PODIUM_TRY(void, packed);
        stored.packed = std::move(packed).value();
        return {};
    });
}

/// What is known of a history; `take` fetches it while the state of the cache is kept.
Result<StoredHistory> Reader::describeHistory(
    RunNo run, std::uint32_t name, const std::function<Result<void>(StoredHistory&)>& take) {
    Result<Statement> query = m_database.prepare(
        "SELECT packed, extent, fetched_at, reductions FROM run_metrics "
        "LEFT JOIN fetched_history ON fetched_history.run_no = run_metrics.run_no "
        "AND fetched_history.name_no = ?2 WHERE run_metrics.run_no = ?1",
        "stored history");
    PODIUM_TRY(StoredHistory, query);
    Statement& row = query.value().bind(1, run.value).bind(2, std::int64_t{name});
    Result<bool> stepped = row.step();
    PODIUM_TRY(StoredHistory, stepped);
    StoredHistory stored;
    if (!stepped.value())
        return stored;
    const auto bytes = BlobView(row.blob(0)).find(name);
    const auto current = bytes ? decodeReductions(*bytes) : std::nullopt;
    if (current)
        stored.latest = current->last;
    if (!row.isNull(1)) {
        const Fetched fetched{static_cast<Extent>(row.integer(1)), row.integer(2),
                              std::string(row.blob(3))};
        stored.extent = fetched.extent;
        stored.fetchedAt = fetched.at;
        stored.outdated = current && isOutdated(fetched, *current);
    } else if (current && current->count == 0) {
        stored.extent = Extent::LatestOnly;
    }
    // The statement stays open, so that the points are of the same state of the cache.
    PODIUM_TRY(StoredHistory, take(stored));
    return stored;
}

Result<std::map<std::uint32_t, Extent>> Reader::fetchedExtents(RunNo run) {
    using Extents = std::map<std::uint32_t, Extent>;
    Result<Statement> query = m_database.prepare(
        "SELECT name_no, extent FROM fetched_history WHERE run_no = ?", "fetched extents");
    PODIUM_TRY(Extents, query);
    query.value().bind(1, run.value);
    Extents extents;
    while (true) {
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(Extents, stepped);
        if (!stepped.value())
            return extents;
        extents.emplace(static_cast<std::uint32_t>(query.value().integer(0)),
                        static_cast<Extent>(query.value().integer(1)));
    }
}

Result<std::vector<MissingHistories>> Reader::missingHistories(std::span<const RunNo> runs) {
    using Missing = std::vector<MissingHistories>;
    Result<Statement> query = m_database.prepare(
        "SELECT run_id, packed FROM run JOIN run_metrics USING (run_no) WHERE run_no = ?",
        "missing histories");
    PODIUM_TRY(Missing, query);
    Missing missing;
    std::map<std::uint32_t, std::string> names;
    for (const RunNo run : runs) {
        query.value().bind(1, run.value);
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(Missing, stepped);
        if (stepped.value()) {
            MissingHistories entry{run, std::string(query.value().text(0)), {}};
            const BlobView view(query.value().blob(1));
            for (std::uint32_t i = 0; i < view.size(); ++i) {
                const auto reductions = decodeReductions(view.bytes(i));
                if (!reductions || reductions->count != 0)
                    continue;
                auto known = names.find(view.name(i));
                if (known == names.end()) {
                    Result<std::string> name = nameText(view.name(i));
                    PODIUM_TRY(Missing, name);
                    known = names.emplace(view.name(i), std::move(name).value()).first;
                }
                entry.keys.push_back(known->second);
            }
            if (!entry.keys.empty())
                missing.push_back(std::move(entry));
        }
        query.value().reset();
    }
    return missing;
}

namespace {

std::string historyBytesBetween(std::int64_t first, std::int64_t last) {
    const std::string range =
        " WHERE run_no BETWEEN " + std::to_string(first) + " AND " + std::to_string(last);
    return "SELECT (SELECT coalesce(sum(length(packed)), 0) FROM series" + range +
           ") + (SELECT coalesce(sum(length(packed)), 0) FROM run_history" + range + ")";
}

}  // namespace

Result<std::int64_t> Reader::historyBytes(base::ExperimentNo experiment) {
    const std::int64_t first = experiment.value << 32;
    return m_database.number(historyBytesBetween(first, first + 0xFFFFFFFF));
}

Result<std::int64_t> Reader::historyBytes(RunNo run) {
    return m_database.number(historyBytesBetween(run.value, run.value));
}

Result<std::vector<Kept>> Reader::kept(SourceNo source) {
    using Rows = std::vector<Kept>;
    Result<Statement> query = m_database.prepare(
        "SELECT experiment_id, run_id, histories, artifacts FROM kept WHERE source_no = ? "
        "ORDER BY experiment_id, run_id",
        "kept");
    PODIUM_TRY(Rows, query);
    query.value().bind(1, source.value);
    Rows rows;
    while (true) {
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(Rows, stepped);
        if (!stepped.value())
            return rows;
        rows.push_back({std::string(query.value().text(0)), std::string(query.value().text(1)),
                        query.value().integer(2) != 0, std::string(query.value().text(3))});
    }
}

}  // namespace podium::cache
