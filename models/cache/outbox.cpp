// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/outbox.h"

#include "schema.h"
#include "sql/migrations.h"

#include <fcntl.h>
#include <unistd.h>
#include <array>
#include <cerrno>

namespace podium::cache {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::array Steps = {schema_outbox_001_initial_sql, schema_outbox_002_audit_sql};

}  // namespace

OutboxClaim::~OutboxClaim() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Outbox::Outbox(std::filesystem::path file, sql::Database database, base::Clock clock)
    : m_file(std::move(file)), m_database(std::move(database)), m_clock(std::move(clock)) {}

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
    Opened outbox(new Outbox(file, std::move(database).value(), std::move(clock)));
    PODIUM_TRY(Opened, outbox->sealOldLines());
    return outbox;
}

Result<std::int64_t> Outbox::insert(std::string_view location, std::string_view intent,
                                    std::string_view basis) {
    Result<sql::Statement> statement = m_database.prepare(
        "INSERT INTO outbox (location, created_at, intent, basis, state, outcome) "
        "VALUES (?, ?, ?, ?, 'waiting', '')",
        "outbox add");
    PODIUM_TRY(std::int64_t, statement);
    statement.value().bind(1, location).bind(2, m_clock()).bind(3, intent).bind(4, basis);
    PODIUM_TRY(std::int64_t, statement.value().run());
    const std::int64_t entryNo = m_database.lastInsertId();
    PODIUM_TRY(std::int64_t, note(entryNo));
    return entryNo;
}

Result<std::int64_t> Outbox::add(std::string_view location, std::string_view intent,
                                 std::string_view basis) {
    const std::lock_guard lock(m_mutex);
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
    PODIUM_TRY(std::int64_t, transaction);
    const Result<std::int64_t> added = insert(location, intent, basis);
    PODIUM_TRY(std::int64_t, added);
    PODIUM_TRY(std::int64_t, transaction.value().commit());
    return added;
}

Result<std::int64_t> Outbox::replace(std::int64_t earlier, std::string_view location,
                                     std::string_view intent, std::string_view basis) {
    const std::lock_guard lock(m_mutex);
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
    PODIUM_TRY(std::int64_t, transaction);
    PODIUM_TRY(std::int64_t, change(earlier, "withdrawn", ""));
    const Result<std::int64_t> added = insert(location, intent, basis);
    PODIUM_TRY(std::int64_t, added);
    PODIUM_TRY(std::int64_t, transaction.value().commit());
    return added;
}

Result<std::vector<OutboxEntry>> Outbox::list(std::string_view where) {
    using Entries = std::vector<OutboxEntry>;
    const std::lock_guard lock(m_mutex);
    Result<sql::Statement> prepared = m_database.prepare(
        "SELECT entry_no, location, created_at, intent, basis, state, outcome FROM outbox WHERE " +
            std::string(where) + " ORDER BY entry_no",
        "outbox list");
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
                           std::string(row.text(5)), std::string(row.text(6))});
    }
}

Result<std::vector<OutboxEntry>> Outbox::waiting() {
    return list("state = 'waiting'");
}

Result<std::vector<OutboxEntry>> Outbox::open() {
    return list("state NOT IN ('applied', 'withdrawn')");
}

Result<std::optional<OutboxEntry>> Outbox::find(std::int64_t entryNo) {
    using Found = std::optional<OutboxEntry>;
    Result<std::vector<OutboxEntry>> found = list("entry_no = " + std::to_string(entryNo));
    PODIUM_TRY(Found, found);
    return found.value().empty() ? Found() : Found(std::move(found.value().front()));
}

/// A lock of one byte at the entry's number, of an open file of its own: so it holds between
/// threads, too, and the system takes it back from whoever was killed.
std::optional<OutboxClaim> Outbox::claim(std::int64_t entryNo) const {
    std::filesystem::path file = m_file;
    file += "-claims";
    constexpr mode_t OwnerOnly = 0600;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, OwnerOnly);
    if (descriptor < 0)
        return OutboxClaim(-1);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = entryNo;
    lock.l_len = 1;
    OutboxClaim claim(descriptor);
    if (::fcntl(descriptor, F_OFD_SETLK, &lock) != 0 && (errno == EAGAIN || errno == EACCES))
        return std::nullopt;
    return claim;
}

Result<void> Outbox::change(std::int64_t entryNo, std::string_view state,
                            std::string_view outcome) {
    Result<sql::Statement> before =
        m_database.prepare("SELECT state FROM outbox WHERE entry_no = ?", "outbox state");
    PODIUM_TRY(void, before);
    const Result<bool> found = before.value().bind(1, entryNo).step();
    PODIUM_TRY(void, found);
    const bool same = found.value() && before.value().text(0) == state;
    before.value().reset();
    Result<sql::Statement> statement = m_database.prepare(
        "UPDATE outbox SET state = ?, settled_at = ?, outcome = ? WHERE entry_no = ?",
        "outbox settle");
    PODIUM_TRY(void, statement);
    statement.value().bind(1, state).bind(2, m_clock()).bind(3, outcome).bind(4, entryNo);
    PODIUM_TRY(void, statement.value().run());
    return same ? Result<void>() : note(entryNo);
}

Result<void> Outbox::settle(std::int64_t entryNo, std::string_view state,
                            std::string_view outcome) {
    const std::lock_guard lock(m_mutex);
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
    PODIUM_TRY(void, transaction);
    PODIUM_TRY(void, change(entryNo, state, outcome));
    return transaction.value().commit();
}

Result<void> Outbox::decideAgain(std::int64_t entryNo, std::string_view basis) {
    const std::lock_guard lock(m_mutex);
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
    PODIUM_TRY(void, transaction);
    Result<sql::Statement> statement =
        m_database.prepare("UPDATE outbox SET basis = ? WHERE entry_no = ?", "outbox basis");
    PODIUM_TRY(void, statement);
    PODIUM_TRY(void, statement.value().bind(1, basis).bind(2, entryNo).run());
    PODIUM_TRY(void, change(entryNo, "waiting", ""));
    return transaction.value().commit();
}

}  // namespace podium::cache
