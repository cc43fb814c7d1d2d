// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlwriter.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "stores/registryrules.h"
#include "stores/sqlstore/sqlregistrywriter.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <thread>

namespace podium::stores::sqlstore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// As MLflow's own sessions (mlflow/store/db/utils.py), but for the waiting: that happens in small
// steps, so that a stop is heard.
constexpr std::string_view Settings =
    "PRAGMA busy_timeout = 50; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF";
constexpr std::chrono::milliseconds Pause{10};

constexpr std::string_view RunSql = "SELECT name, lifecycle_stage FROM runs WHERE run_uuid = ?1";
constexpr std::string_view TagSql = "SELECT value FROM tags WHERE run_uuid = ?1 AND key = ?2";
constexpr std::string_view UpdateTagSql =
    "UPDATE tags SET value = ?3 WHERE run_uuid = ?1 AND key = ?2";
constexpr std::string_view InsertTagSql =
    "INSERT INTO tags (run_uuid, key, value) VALUES (?1, ?2, ?3)";
constexpr std::string_view DeleteTagSql = "DELETE FROM tags WHERE run_uuid = ?1 AND key = ?2";
constexpr std::string_view NameSql = "UPDATE runs SET name = ?2 WHERE run_uuid = ?1";

/// What a database holds of a run.
struct RunRow {
    std::string name;
    Held tag;  // of the place, or that of the name
};

Result<void> runIsActive(sql::Database& database, const Place& place, RunRow& row) {
    Result<sql::Statement> run = database.prepare(RunSql, "run");
    PODIUM_TRY(void, run);
    run.value().bind(1, place.owner);
    const Result<bool> found = run.value().step();
    PODIUM_TRY(void, found);
    if (!found.value())
        return Error{ErrorCode::RunMissing, {place.owner}};
    row.name = run.value().text(0);
    if (run.value().text(1) == "deleted")
        return Error{ErrorCode::RunDeleted, {place.owner}};
    return {};
}

Result<RunRow> rowOf(sql::Database& database, const Place& place) {
    RunRow row;
    PODIUM_TRY(RunRow, runIsActive(database, place, row));
    Result<sql::Statement> tag = database.prepare(TagSql, "tag");
    PODIUM_TRY(RunRow, tag);
    const bool name = place.kind == PlaceKind::RunName;
    tag.value().bind(1, place.owner).bind(2, name ? RunNameTag : std::string_view(place.key));
    const Result<bool> found = tag.value().step();
    PODIUM_TRY(RunRow, found);
    if (found.value())
        row.tag = base::toUtf8(tag.value().text(0));
    return row;
}

Held textOf(const Place& place, const RunRow& row) {
    return place.kind == PlaceKind::RunName && !row.name.empty() ? Held(row.name) : row.tag;
}

/// Of a name both copies count.
bool isHere(const Change& change, const RunRow& row) {
    const bool name = change.place.kind == PlaceKind::RunName;
    return textOf(change.place, row) == change.wanted && (!name || row.tag == change.wanted);
}

Result<void> run(sql::Database& database, std::string_view sql, const std::string& owner,
                 std::string_view second, const Held& third = {}) {
    Result<sql::Statement> statement = database.prepare(sql, "write");
    PODIUM_TRY(void, statement);
    statement.value().bind(1, owner).bind(2, second);
    if (third)
        statement.value().bind(3, *third);
    return statement.value().run();
}

Result<void> write(sql::Database& database, const Change& change) {
    const std::string& owner = change.place.owner;
    const bool name = change.place.kind == PlaceKind::RunName;
    const std::string_view key = name ? RunNameTag : std::string_view(change.place.key);
    if (!change.wanted)
        return run(database, DeleteTagSql, owner, key);
    if (name)
        PODIUM_TRY(void, run(database, NameSql, owner, *change.wanted));
    PODIUM_TRY(void, run(database, UpdateTagSql, owner, key, change.wanted));
    if (database.changes() > 0)
        return {};
    return run(database, InsertTagSql, owner, key, change.wanted);
}

bool isKnown(const Schema& schema) {
    return schema.isMlflow() && schema.has("runs", "name") &&
           schema.has("runs", "lifecycle_stage") && schema.has("tags", "run_uuid") &&
           schema.has("tags", "key") && schema.has("tags", "value");
}

}  // namespace

SqlWriter::SqlWriter(std::filesystem::path path, std::chrono::milliseconds patience)
    : m_path(std::move(path)), m_patience(patience) {}

Error SqlWriter::told(const Error& error) const {
    const std::string shown = base::toUtf8(m_path.native());
    switch (sql::failureOf(error)) {
        case sql::Failure::Busy:
            return {ErrorCode::DatabaseBusy, {shown}};
        case sql::Failure::Damaged:
            return {ErrorCode::StoreDamaged, {shown, error.args[1]}};
        case sql::Failure::CantRead:  // or write: SQLite makes its journal beside the file
            return {ErrorCode::StoreReadOnly, {shown, error.args[1]}};
        default:
            return error;
    }
}

/// Opens the file, does the work in one transaction and closes it, again from the beginning while
/// somebody holds a lock.
Result<void> SqlWriter::transaction(sql::Transaction::Kind kind, const std::stop_token& stop,
                                    const Work& work) {
    const std::string shown = base::toUtf8(m_path.native());
    const auto attempt = [&]() -> Result<void> {
        Result<sql::Database> opened = sql::Database::open(m_path, sql::OpenMode::ReadWrite);
        PODIUM_TRY(void, opened);
        sql::Database& database = opened.value();
        PODIUM_TRY(void, database.execute(Settings));
        Result<sql::Transaction> begun = sql::Transaction::begin(database, kind);
        PODIUM_TRY(void, begun);
        const Result<Schema> schema = Schema::read(database);
        PODIUM_TRY(void, schema);
        if (!isKnown(schema.value()))
            return Error{ErrorCode::DatabaseNotMlflow, {shown}};
        PODIUM_TRY(void, work(database, schema.value()));
        return begun.value().commit();
    };
    if (::access(m_path.c_str(), F_OK) != 0)
        return Error{ErrorCode::SourceVanished, {shown}};
    // SQLite would open it for reading and say so only after all the waiting.
    if (kind == sql::Transaction::Kind::Write &&
        ::faccessat(AT_FDCWD, m_path.c_str(), W_OK, AT_EACCESS) != 0)
        return Error{ErrorCode::StoreReadOnly, {shown, base::systemReason(errno)}};
    const auto start = std::chrono::steady_clock::now();
    while (true) {
        if (stop.stop_requested())
            return base::Cancelled{};
        Result<void> done = attempt();
        if (!done.failed())
            return done;
        const bool patient = std::chrono::steady_clock::now() - start < m_patience;
        if (sql::failureOf(done.error()) != sql::Failure::Busy || !patient)
            return told(done.error());
        std::this_thread::sleep_for(Pause);
    }
}

Result<Held> SqlWriter::look(const Place& place, std::stop_token stop) {
    Held text;
    const auto read = [&](sql::Database& database, const Schema& schema) -> Result<void> {
        if (isOfRegistry(place.kind)) {
            Result<Held> held = lookAtRegistry({database, schema, m_path}, place);
            PODIUM_TRY(void, held);
            text = std::move(held).value();
            return {};
        }
        const Result<RunRow> row = rowOf(database, place);
        PODIUM_TRY(void, row);
        text = textOf(place, row.value());
        return {};
    };
    PODIUM_TRY(Held, transaction(sql::Transaction::Kind::Read, stop, read));
    return text;
}

Result<Outcome> SqlWriter::applyToRegistry(const Change& given, const std::stop_token& stop) {
    const Result<Change> change = allowedChange(given);
    PODIUM_TRY(Outcome, change);
    Outcome outcome;
    const auto write = [&](sql::Database& database, const Schema& schema) -> Result<void> {
        Result<Outcome> done = sqlstore::applyToRegistry({database, schema, m_path}, change.value(),
                                                         base::systemClock()());
        PODIUM_TRY(void, done);
        outcome = std::move(done).value();
        return {};
    };
    PODIUM_TRY(Outcome, transaction(sql::Transaction::Kind::Write, stop, write));
    return outcome;
}

Result<Outcome> SqlWriter::apply(const Change& change, std::stop_token stop) {
    const Place& place = change.place;
    if (isOfRegistry(place.kind))
        return applyToRegistry(change, stop);
    if (place.kind == PlaceKind::RunName && !change.wanted)
        return Error{ErrorCode::KeyInvalid, {place.owner, RunNameTag}};
    Outcome outcome;
    const auto decide = [&](sql::Database& database, const Schema& /*schema*/) -> Result<void> {
        const Result<RunRow> row = rowOf(database, place);
        PODIUM_TRY(void, row);
        outcome = {};
        if (isHere(change, row.value())) {
            outcome.kind = Outcome::Kind::Was;
            return {};
        }
        const auto settled = settledBefore(change, textOf(place, row.value()));
        if (settled && settled->kind == Outcome::Kind::Conflict) {
            outcome = *settled;
            return {};
        }
        return write(database, change);
    };
    PODIUM_TRY(Outcome, transaction(sql::Transaction::Kind::Write, stop, decide));
    if (outcome.kind != Outcome::Kind::Written)
        return outcome;
    bool kept = false;
    const auto readBack = [&](sql::Database& database, const Schema& /*schema*/) -> Result<void> {
        const Result<RunRow> row = rowOf(database, place);
        PODIUM_TRY(void, row);
        kept = isHere(change, row.value());
        return {};
    };
    PODIUM_TRY(Outcome, transaction(sql::Transaction::Kind::Read, stop, readBack));
    if (!kept)
        return Error{ErrorCode::ReadBackDiffers,
                     {place.owner, place.kind == PlaceKind::RunName ? RunNameTag : place.key}};
    return outcome;
}

}  // namespace podium::stores::sqlstore
