// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/outbox.h"

#include "schema.h"
#include "sql/migrations.h"

#include <array>

namespace podium::cache {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::array Steps = {schema_outbox_001_initial_sql};

}  // namespace

Outbox::Outbox(sql::Database database, base::Clock clock)
    : m_database(std::move(database)), m_clock(std::move(clock)) {}

Result<std::unique_ptr<Outbox>> Outbox::open(const std::filesystem::path& file, base::Clock clock) {
    using Opened = std::unique_ptr<Outbox>;
    Result<sql::Database> database = sql::Database::open(file, sql::OpenMode::ReadWriteCreate);
    PODIUM_TRY(Opened, database);
    PODIUM_TRY(Opened, database.value().execute("PRAGMA busy_timeout = 5000"));
    Result<void> migrated = sql::refuseNewer(database.value(), Steps);
    if (migrated.ok()) {
        PODIUM_TRY(Opened, database.value().useWal());
        PODIUM_TRY(Opened, database.value().execute("PRAGMA synchronous = FULL"));
        migrated = sql::migrate(database.value(), Steps);
    }
    if (!migrated.ok()) {
        if (migrated.failed() && migrated.error().code == ErrorCode::CacheNewer) {
            Error error = migrated.error();
            error.args.front() = file.string();
            return error;
        }
        return migrated.as<Opened>();
    }
    return Opened(new Outbox(std::move(database).value(), std::move(clock)));
}

Result<std::int64_t> Outbox::add(std::string_view location, std::string_view intent,
                                 std::string_view basis) {
    const std::lock_guard lock(m_mutex);
    Result<sql::Statement> statement = m_database.prepare(
        "INSERT INTO outbox (location, created_at, intent, basis, state, outcome) "
        "VALUES (?, ?, ?, ?, 'waiting', '')",
        "outbox add");
    PODIUM_TRY(std::int64_t, statement);
    statement.value().bind(1, location).bind(2, m_clock()).bind(3, intent).bind(4, basis);
    PODIUM_TRY(std::int64_t, statement.value().run());
    return m_database.lastInsertId();
}

Result<std::vector<OutboxEntry>> Outbox::waiting() {
    using Entries = std::vector<OutboxEntry>;
    const std::lock_guard lock(m_mutex);
    Result<sql::Statement> prepared = m_database.prepare(
        "SELECT entry_no, location, created_at, intent, basis, state FROM outbox "
        "WHERE state = 'waiting' ORDER BY entry_no",
        "outbox waiting");
    PODIUM_TRY(Entries, prepared);
    sql::Statement& row = prepared.value();
    Entries entries;
    while (true) {
        Result<bool> stepped = row.step();
        PODIUM_TRY(Entries, stepped);
        if (!stepped.value())
            return entries;
        entries.push_back({row.integer(0), std::string(row.text(1)), row.integer(2),
                           std::string(row.text(3)), std::string(row.text(4)),
                           std::string(row.text(5))});
    }
}

Result<void> Outbox::settle(std::int64_t entryNo, std::string_view state,
                            std::string_view outcome) {
    const std::lock_guard lock(m_mutex);
    Result<sql::Statement> statement = m_database.prepare(
        "UPDATE outbox SET state = ?, settled_at = ?, outcome = ? WHERE entry_no = ?",
        "outbox settle");
    PODIUM_TRY(void, statement);
    statement.value().bind(1, state).bind(2, m_clock()).bind(3, outcome).bind(4, entryNo);
    return statement.value().run();
}

}  // namespace podium::cache
