// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/sqlstore.h"

#include "base/utf8.h"
#include "stores/sqlstore/access.h"
#include "stores/sqlstore/readjob.h"
#include "stores/sqlstore/sqlwatcher.h"
#include "stores/sqlstore/sqlwriter.h"

#include <algorithm>
#include <array>
#include <thread>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using sqlstore::Access;

namespace {

/// Reading waits for the disk and for the cache in turns: more threads than cores help little, and
/// each has a page cache of its own.
constexpr unsigned MostThreads = 4;

bool isCalledLikeADatabase(const std::filesystem::path& path) {
    constexpr std::array Endings = {".db", ".sqlite", ".sqlite3", ".db3"};
    return std::ranges::find(Endings, path.extension()) != Endings.end();
}

}  // namespace

SqlStore::SqlStore(std::filesystem::path path, Options options)
    : m_path(std::move(path)), m_options(options) {}

SqlStore::~SqlStore() = default;

bool SqlStore::takes(const std::filesystem::path& path) {
    std::error_code failure;
    if (isCalledLikeADatabase(path))
        return std::filesystem::exists(path, failure);
    return std::filesystem::is_regular_file(path, failure) && holdsDatabase(path);
}

bool SqlStore::holdsDatabase(const std::filesystem::path& file) {
    Result<sql::Database> database = sql::Database::open(file, sql::OpenMode::ReadOnly);
    if (!database.ok())
        return false;
    const Result<sqlstore::Header> header = sqlstore::headerOf(database.value());
    return header.ok() && header.value() != sqlstore::Header::Empty &&
           header.value() != sqlstore::Header::NotSqlite;
}

Result<std::unique_ptr<SqlStore>> SqlStore::open(const std::filesystem::path& path,
                                                 Options options) {
    using Opened = std::unique_ptr<SqlStore>;
    std::error_code failure;
    const std::filesystem::path real = std::filesystem::canonical(path, failure);
    const std::string shown = base::toUtf8(path.native());
    if (failure == std::errc::no_such_file_or_directory)
        return Error{ErrorCode::PathNotFound, {shown}};
    if (failure)
        return Error{ErrorCode::PathNotReadable, {shown, base::systemReason(failure.value())}};
    Opened store(new SqlStore(real, options));
    Result<std::unique_ptr<Access>> access = Access::open(real, options.patience, {});
    PODIUM_TRY(Opened, access);
    store->m_opened = std::move(access).value();
    return Result<Opened>(std::move(store));
}

Result<std::unique_ptr<SqlStore>> SqlStore::open(const std::filesystem::path& path) {
    return open(path, Options());
}

StoreInfo SqlStore::info() const {
    return {"sqlstore", base::toUtf8(m_path.native()), base::toUtf8(m_path.parent_path().native())};
}

Result<void> SqlStore::read(const ReadRequest& request, const Known& known, Sink& sink,
                            base::Progress& progress, std::stop_token stop) {
    const bool whole = request.isWhole();
    std::unique_ptr<Access> access = std::move(m_opened);
    const sqlstore::FileState now = sqlstore::stateOf(m_path);
    if (whole && !request.full && now.main.there && known.store() == now.number()) {
        sink.storeUnchanged();
        return {};
    }
    if (!access || access->state() != now) {
        Result<std::unique_ptr<Access>> opened = Access::open(m_path, m_options.patience, stop);
        PODIUM_TRY(void, opened);
        access = std::move(opened).value();
    }
    const sqlstore::FileState& state = access->state();
    if (whole)
        sink.storeState(state.young ? 0 : state.number());
    progress.files = 1;
    progress.bytes = state.main.size + state.wal.size;
    const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
    sqlstore::ReadJob job(*access, request, known, sink, progress, stop);
    return job.run(request.threads != 0 ? request.threads : std::min(cores, MostThreads));
}

std::unique_ptr<Watcher> SqlStore::watch(const std::vector<std::string>& runFolders) const {
    return std::make_unique<sqlstore::SqlWatcher>(m_path, m_options.pollMs, runFolders);
}

std::unique_ptr<StoreWriter> SqlStore::writer() const {
    return std::make_unique<sqlstore::SqlWriter>(m_path, m_options.patience);
}

}  // namespace podium::stores
