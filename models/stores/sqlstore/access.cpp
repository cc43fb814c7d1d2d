// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/access.h"

#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

namespace podium::stores::sqlstore {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<void> checkFile(const std::filesystem::path& path) {
    const std::string shown = base::toUtf8(path.native());
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Error{ErrorCode::SourceVanished, {shown}};
        return Error{ErrorCode::PathNotReadable, {shown, base::systemReason(errno)}};
    }
    if (S_ISDIR(status.st_mode))
        return Error{ErrorCode::FolderNotDatabase, {shown}};
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::NotADatabase, {shown}};
    if (::access(path.c_str(), R_OK) != 0)
        return Error{ErrorCode::PathNotReadable, {shown, base::systemReason(errno)}};
    return {};
}

/// Somebody has a database with a write-ahead log open: log and index are there, and stay.
bool isInUse(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(beside(path, "-wal").c_str(), &status) == 0 && isLockedBySomebody(path);
}

}  // namespace

Result<std::unique_ptr<Access>> Access::open(const std::filesystem::path& path,
                                             std::chrono::milliseconds patience,
                                             std::stop_token stop, bool mayCopy) {
    using Opened = std::unique_ptr<Access>;
    PODIUM_TRY(Opened, checkFile(path));
    Opened access(new Access());
    access->m_path = path;
    access->m_patience = patience;
    access->m_mayCopy = mayCopy;
    access->m_state = stateOf(path);
    const std::string shown = base::toUtf8(path.native());
    // Only the bytes of the header: the first question to SQLite may make a log beside the file.
    Result<sql::Database> raw = sql::Database::open(path, sql::OpenMode::ReadOnly);
    if (raw.failed())
        return Error{ErrorCode::PathNotReadable, {shown, raw.error().args[1]}};
    PODIUM_TRY(Opened, raw);
    sql::Database& database = raw.value();
    const Result<Header> header = headerOf(database);
    PODIUM_TRY(Opened, header);
    if (header.value() == Header::Empty)
        return Error{ErrorCode::EmptyDatabase, {shown}};
    if (header.value() == Header::NotSqlite)
        return Error{ErrorCode::NotADatabase, {shown}};
    if (header.value() == Header::Wal && !isInUse(path)) {
        const Result<void> copied = access->copyFrom(database, stop);
        const bool opened = copied.failed() && mayCopy && isInUse(path);
        if (!opened)
            PODIUM_TRY(Opened, copied);
    }
    Result<void> probed = access->probe(stop);
    if (probed.failed() && !access->m_copy && access->m_failure == sql::Failure::CantRead) {
        PODIUM_TRY(Opened, access->copyFrom(database, stop));
        probed = access->probe(stop);
    }
    PODIUM_TRY(Opened, probed);
    if (access->m_schema.empty())
        return Error{ErrorCode::EmptyDatabase, {shown}};
    if (!access->m_schema.isMlflow())
        return Error{ErrorCode::DatabaseNotMlflow, {shown}};
    return Result<Opened>(std::move(access));
}

Result<Connection> Access::connect() const {
    return Connection::open(m_copy ? m_copy->file() : m_path, m_path, m_patience);
}

Result<void> Access::copyFrom(sql::Database& source, std::stop_token stop) {
    if (!m_mayCopy)
        return Error{ErrorCode::DatabaseBusy, {base::toUtf8(m_path.native())}};
    m_state = stateOf(m_path);
    Result<std::unique_ptr<PrivateCopy>> copy = PrivateCopy::make(m_path, source, stop);
    PODIUM_TRY(void, copy);
    m_copy = std::move(copy).value();
    return {};
}

Result<void> Access::probe(const std::stop_token& stop) {
    Result<Connection> connection = connect();
    PODIUM_TRY(void, connection);
    Result<Schema> schema = connection.value().snapshot(
        stop, [&] { return Schema::read(connection.value().database()); });
    m_failure = connection.value().failure();
    PODIUM_TRY(void, schema);
    m_schema = std::move(schema).value();
    return {};
}

}  // namespace podium::stores::sqlstore
