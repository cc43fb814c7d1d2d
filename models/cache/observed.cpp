// SPDX-License-Identifier: GPL-3.0-or-later
// Where versions and aliases were seen: the writer's and the reader's part.
#include "cache/observed.h"

#include "cache/reader.h"
#include "cache/writer.h"

#include <map>
#include <set>
#include <tuple>

namespace podium::cache {

using base::Millis;
using base::Result;
using base::SourceNo;
using sql::Statement;

namespace {

/// A place that is taken: version, kind, value.
using Held = std::tuple<std::int64_t, ObservedSpan::Kind, std::string>;
using HeldByModel = std::map<std::string, std::set<Held>, std::less<>>;

constexpr std::string_view FirstStage = "None";

domain::OptionalMillis millis(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : domain::OptionalMillis(row.integer(column));
}

HeldByModel heldNow(std::span<const domain::RegisteredModel> models,
                    std::span<const domain::ModelVersion> versions) {
    HeldByModel held;
    for (const domain::RegisteredModel& model : models) {
        std::set<Held>& of = held[model.name];
        for (const domain::Alias& alias : model.aliases)
            of.emplace(alias.version, ObservedSpan::Kind::Alias, alias.alias);
    }
    for (const domain::ModelVersion& version : versions) {
        std::set<Held>& of = held[version.name];
        if (!version.stage.empty() && version.stage != FirstStage)
            of.emplace(version.version, ObservedSpan::Kind::Stage, version.stage);
    }
    return held;
}

Result<HeldByModel> heldBefore(sql::Database& database, SourceNo source) {
    Result<Statement> row = database.prepare(
        "SELECT name, version, kind, value FROM observed WHERE source_no = ? AND until IS NULL",
        "observed open");
    PODIUM_TRY(HeldByModel, row);
    row.value().bind(1, source.value);
    HeldByModel held;
    while (true) {
        const Result<bool> stepped = row.value().step();
        PODIUM_TRY(HeldByModel, stepped);
        if (!stepped.value())
            return held;
        held[std::string(row.value().text(0))].emplace(
            row.value().integer(1), static_cast<ObservedSpan::Kind>(row.value().integer(2)),
            std::string(row.value().text(3)));
    }
}

Result<std::map<std::string, Millis, std::less<>>> readTimes(sql::Database& database,
                                                             SourceNo source) {
    using Times = std::map<std::string, Millis, std::less<>>;
    Result<Statement> row = database.prepare(
        "SELECT name, read_at FROM observed_model WHERE source_no = ?", "observed models");
    PODIUM_TRY(Times, row);
    row.value().bind(1, source.value);
    Times times;
    while (true) {
        const Result<bool> stepped = row.value().step();
        PODIUM_TRY(Times, stepped);
        if (!stepped.value())
            return times;
        times.emplace(row.value().text(0), row.value().integer(1));
    }
}

}  // namespace

Result<void> Writer::observeRegistry(SourceNo source,
                                     std::span<const domain::RegisteredModel> models,
                                     std::span<const domain::ModelVersion> versions, Millis now,
                                     Observed scope) {
    const HeldByModel after = heldNow(models, versions);
    const Result<HeldByModel> before = heldBefore(m_database, source);
    PODIUM_TRY(void, before);
    const auto times = readTimes(m_database, source);
    PODIUM_TRY(void, times);
    Result<Statement> open = m_database.prepare(
        "INSERT OR IGNORE INTO observed (source_no, name, version, kind, value, since, before, "
        "last_seen, until) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
        "observed begins");
    PODIUM_TRY(void, open);
    Result<Statement> close = m_database.prepare(
        "UPDATE observed SET last_seen = ?6, until = ?7 WHERE source_no = ?1 AND name = ?2 AND "
        "version = ?3 AND kind = ?4 AND value = ?5 AND until IS NULL",
        "observed ends");
    PODIUM_TRY(void, close);
    Result<Statement> mark = m_database.prepare(
        "INSERT OR REPLACE INTO observed_model (source_no, name, read_at) VALUES (?, ?, ?)",
        "observed model");
    PODIUM_TRY(void, mark);
    const auto bind = [&](Statement& statement, const std::string& name,
                          const Held& held) -> Statement& {
        const auto& [version, kind, value] = held;
        return statement.bind(1, source.value)
            .bind(2, name)
            .bind(3, version)
            .bind(4, static_cast<std::int64_t>(kind))
            .bind(5, value);
    };
    const std::set<Held> none;
    for (const auto& [name, held] : after) {
        const auto earlier = before.value().find(name);
        const std::set<Held>& was = earlier != before.value().end() ? earlier->second : none;
        const auto seen = times.value().find(name);
        const bool known = seen != times.value().end();
        for (const Held& one : held) {
            if (was.contains(one))
                continue;
            bind(open.value(), name, one).bind(6, now);
            if (known)
                open.value().bind(7, seen->second);
            else
                open.value().bindNull(7);
            PODIUM_TRY(void, open.value().run());
        }
        // Of a part nobody knows whether all versions came.
        for (const Held& one : was) {
            if (scope == Observed::Part || held.contains(one))
                continue;
            bind(close.value(), name, one).bind(6, known ? seen->second : now).bind(7, now);
            PODIUM_TRY(void, close.value().run());
        }
        mark.value().bind(1, source.value).bind(2, name).bind(3, now);
        if (scope != Observed::Part)
            PODIUM_TRY(void, mark.value().run());
    }
    if (scope != Observed::Registry)
        return {};
    for (const auto& [name, held] : before.value()) {
        const auto seen = times.value().find(name);
        for (const Held& one : held) {
            if (after.contains(name))
                break;
            bind(close.value(), name, one)
                .bind(6, seen != times.value().end() ? seen->second : now)
                .bind(7, now);
            PODIUM_TRY(void, close.value().run());
        }
    }
    return {};
}

Result<std::vector<ObservedSpan>> Reader::observed(SourceNo source, std::string_view model) {
    using Spans = std::vector<ObservedSpan>;
    Result<Statement> row = m_database.prepare(
        "SELECT version, kind, value, since, before, last_seen, until FROM observed "
        "WHERE source_no = ? AND name = ? ORDER BY version, since, kind, value",
        "observed");
    PODIUM_TRY(Spans, row);
    row.value().bind(1, source.value).bind(2, model);
    Spans spans;
    while (true) {
        const Result<bool> stepped = row.value().step();
        PODIUM_TRY(Spans, stepped);
        if (!stepped.value())
            return spans;
        const Statement& at = row.value();
        spans.push_back({at.integer(0), static_cast<ObservedSpan::Kind>(at.integer(1)),
                         std::string(at.text(2)), at.integer(3), millis(at, 4), millis(at, 5),
                         millis(at, 6)});
    }
}

}  // namespace podium::cache
