// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sql/statement.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace podium::sql {

enum class OpenMode {
    ReadOnly,         // the file must exist; nothing is ever written, not even a journal mode
    ReadWrite,        // the file must exist
    ReadWriteCreate,  // made if missing
};

/// Why SQLite refused, as far as a caller may want to act on it.
enum class Failure {
    None,
    Busy,      // another connection holds a lock
    Damaged,   // the file is no database or broken
    CantRead,  // can't be read where it lies: recovery would have to write, or locks fail
    Other
};

/// The reason behind an error of this room (Sql or DatabaseDamaged); Other for any other error.
[[nodiscard]] Failure failureOf(const base::Error& error);

/// One SQLite connection, used by one thread at a time (opened without SQLite's own mutexes).
/// interrupt() alone may be called from any thread.
class Database {
public:
    /// Opens the file; a missing file, no rights or a damaged header give ErrorCode::Sql with
    /// SQLite's reason.
    [[nodiscard]] static base::Result<Database> open(const std::filesystem::path& path,
                                                     OpenMode mode);

    Database(Database&&) noexcept = default;
    Database& operator=(Database&&) noexcept = default;

    /// Runs statements that return no rows. `sql` may hold several.
    base::Result<void> execute(std::string_view sql);

    /// Puts the file into write-ahead logging, waiting up to five seconds for other programs that
    /// are doing the same: SQLite's busy timeout does not cover this switch.
    base::Result<void> useWal();

    /// Prepares one statement for use again and again. `name` stands for it in errors; values never
    /// do.
    [[nodiscard]] base::Result<Statement> prepare(std::string_view sql, std::string_view name);

    /// First column of the first row of a query as a number, 0 if there is none.
    [[nodiscard]] base::Result<std::int64_t> number(std::string_view sql);
    /// First column of the first row of a query as text, "" if there is none.
    [[nodiscard]] base::Result<std::string> text(std::string_view sql);

    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] std::int64_t changes() const;

    /// Bytes of the main file as they are on the disk, without a lock or a look at its journals: at
    /// most as many as `into` holds, fewer at the end of the file. By SQLite's own handle, because
    /// closing another one of the same file would drop the locks of this process (POSIX).
    [[nodiscard]] base::Result<std::size_t> readFile(std::int64_t offset, std::span<char> into);

    /// Makes the statement that runs on this connection fail soon. Thread safe.
    void interrupt() const;

private:
    friend class Blob;
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    [[nodiscard]] base::Error error(std::string_view name) const;

    std::unique_ptr<sqlite3, Closer> m_handle;
};

/// A transaction that rolls back unless commit() was called.
class Transaction {
public:
    enum class Kind { Read, Write };

    [[nodiscard]] static base::Result<Transaction> begin(Database& database, Kind kind);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    base::Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

}  // namespace podium::sql
