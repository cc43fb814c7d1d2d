// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace podium::sql {

using base::Error;
using base::ErrorCode;
using base::Result;

void Database::Closer::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::filesystem::path& path, OpenMode mode) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == OpenMode::ReadOnly)
        flags |= SQLITE_OPEN_READONLY;
    else if (mode == OpenMode::ReadWrite)
        flags |= SQLITE_OPEN_READWRITE;
    else
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database database(handle);
    if (code != SQLITE_OK)
        return database.error("open");
    return Result<Database>(std::move(database));
}

Error errorOf(sqlite3* handle, std::string_view name) {
    if (handle == nullptr)
        return Error{ErrorCode::Sql, {std::string(name), "out of memory"}};
    const int code = sqlite3_extended_errcode(handle);
    const int primary = code & 0xFF;
    const bool damaged = primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
    return Error{damaged ? ErrorCode::DatabaseDamaged : ErrorCode::Sql,
                 {std::string(name), sqlite3_errmsg(handle), std::to_string(code)}};
}

Failure failureOf(const Error& error) {
    const bool ours = error.code == ErrorCode::Sql || error.code == ErrorCode::DatabaseDamaged;
    if (!ours || error.args.size() < 3)
        return Failure::Other;
    const int code = std::atoi(error.args[2].c_str());
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Failure::Busy;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Failure::Damaged;
        case SQLITE_READONLY:  // a hot journal, or a write-ahead log without its index
        case SQLITE_CANTOPEN:
        case SQLITE_PROTOCOL:
        case SQLITE_NOLFS:
            return Failure::CantRead;
        default:
            break;
    }
    const bool locks = code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK ||
                       code == SQLITE_IOERR_UNLOCK || code == SQLITE_IOERR_CHECKRESERVEDLOCK ||
                       code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMMAP ||
                       code == SQLITE_IOERR_SHMLOCK;
    return locks ? Failure::CantRead : Failure::Other;
}

Error Database::error(std::string_view name) const {
    return errorOf(m_handle.get(), name);
}

Result<void> Database::execute(std::string_view sql) {
    const std::string text(sql);
    const int code = sqlite3_exec(m_handle.get(), text.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_INTERRUPT)
        return base::Cancelled{};
    if (code != SQLITE_OK)
        return error(sql.substr(0, sql.find_first_of(" ;\n")));
    return {};
}

Result<void> Database::useWal() {
    using namespace std::chrono;
    const auto patience = steady_clock::now() + seconds(5);
    while (true) {
        const Result<void> switched = execute("PRAGMA journal_mode = WAL");
        const bool busy = (sqlite3_errcode(m_handle.get()) & 0xFF) == SQLITE_BUSY;
        if (switched.ok() || !busy || steady_clock::now() > patience)
            return switched;
        std::this_thread::sleep_for(milliseconds(5));
    }
}

Result<Statement> Database::prepare(std::string_view sql, std::string_view name) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK)
        return error(name);
    return Statement(handle, std::string(name));
}

Result<std::int64_t> Database::number(std::string_view sql) {
    Result<Statement> statement = prepare(sql, "number");
    PODIUM_TRY(std::int64_t, statement);
    Result<bool> row = statement.value().step();
    PODIUM_TRY(std::int64_t, row);
    return row.value() ? statement.value().integer(0) : std::int64_t{0};
}

Result<std::string> Database::text(std::string_view sql) {
    Result<Statement> statement = prepare(sql, "text");
    PODIUM_TRY(std::string, statement);
    Result<bool> row = statement.value().step();
    PODIUM_TRY(std::string, row);
    return row.value() ? std::string(statement.value().text(0)) : std::string();
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_handle.get());
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_handle.get());
}

Result<std::size_t> Database::readFile(std::int64_t offset, std::span<char> into) {
    sqlite3_file* file = nullptr;
    const int found =
        sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (found != SQLITE_OK || file == nullptr || file->pMethods == nullptr)
        return error("file");
    sqlite3_int64 size = 0;
    int code = file->pMethods->xFileSize(file, &size);
    const std::int64_t left = std::max<std::int64_t>(size - offset, 0);
    const auto wanted = static_cast<std::size_t>(
        std::min<std::int64_t>(left, static_cast<std::int64_t>(into.size())));
    if (code == SQLITE_OK && wanted > 0)
        code = file->pMethods->xRead(file, into.data(), static_cast<int>(wanted), offset);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return Error{ErrorCode::Sql, {"file", sqlite3_errstr(code)}};
    return wanted;
}

void Database::interrupt() const {
    sqlite3_interrupt(m_handle.get());
}

Result<Transaction> Transaction::begin(Database& database, Kind kind) {
    PODIUM_TRY(Transaction, database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    // After an error SQLite may have rolled back already; there is nothing to do about a failing
    // rollback.
    if (m_database != nullptr)
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<void> Transaction::commit() {
    Result<void> committed = m_database->execute("COMMIT");
    if (committed.ok())
        m_database = nullptr;
    return committed;
}

}  // namespace podium::sql
