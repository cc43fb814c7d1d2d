// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/connection.h"

#include <thread>

namespace podium::stores::sqlstore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// Waiting happens in snapshot(), in small steps, so that a stop is heard. No memory mapping: a
// file that somebody cuts short meanwhile would end the program.
constexpr std::string_view Settings =
    "PRAGMA query_only = ON; PRAGMA busy_timeout = 50; PRAGMA mmap_size = 0;"
    "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF";

}  // namespace

Result<Connection> Connection::open(const std::filesystem::path& file,
                                    const std::filesystem::path& shown,
                                    std::chrono::milliseconds patience) {
    Result<sql::Database> database = sql::Database::open(file, sql::OpenMode::ReadOnly);
    if (database.failed()) {
        return Error{ErrorCode::PathNotReadable,
                     {base::toUtf8(shown.native()), database.error().args[1]}};
    }
    PODIUM_TRY(Connection, database);
    return Connection(std::move(database).value(), shown, patience);
}

/// Some of the settings read the schema, and so wait for locks as any question does.
Result<void> Connection::prepare() {
    if (m_prepared)
        return {};
    const Result<void> set = m_database.execute(Settings);
    m_prepared = set.ok();
    return set;
}

Error Connection::told(const Error& error) const {
    const std::string shown = base::toUtf8(m_shown.native());
    if (m_failure == sql::Failure::Busy)
        return {ErrorCode::DatabaseBusy, {shown}};
    if (m_failure == sql::Failure::Damaged)
        return {ErrorCode::StoreDamaged, {shown, error.args[1]}};
    return error;
}

void Connection::pause() {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace podium::stores::sqlstore
