// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"
#include "stores/store.h"

#include <cstdint>
#include <filesystem>

/// What the file system and the first bytes say of a database, without a lock on it.
namespace podium::stores::sqlstore {

/// The database and the journals beside it. Equal states at two moments mean that nobody has
/// written in between, unless the state was young.
struct FileState {
    struct File {
        bool there = false;
        std::uint64_t inode = 0;
        std::int64_t size = 0;
        std::int64_t modified = 0;  // nanoseconds
        std::int64_t changed = 0;   // the same of the inode: nobody can set it back
        friend bool operator==(const File&, const File&) = default;
    };
    File main;
    File wal;
    File journal;
    std::uint64_t walHead = 0;  // hash of the log's header: its salts change when it starts anew
    /// A file was written so lately that another write may bear the same time.
    bool young = false;

    friend bool operator==(const FileState& a, const FileState& b) {
        return a.main == b.main && a.wal == b.wal && a.journal == b.journal &&
               a.walHead == b.walHead;
    }

    /// As one number, never 0.
    [[nodiscard]] Fingerprint number() const;
};

/// Looks at the files. `path` without links. The database itself is not opened: closing it would
/// drop the locks that this process has on it.
[[nodiscard]] FileState stateOf(const std::filesystem::path& path);

/// `-wal`, `-shm` or `-journal` beside a database.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& path, const char* suffix);

/// True if any process that this one can see holds a lock on the file (/proc/locks): a database in
/// use. Says false where that can't be told, as in another container.
[[nodiscard]] bool isLockedBySomebody(const std::filesystem::path& path);

/// What the first hundred bytes say (sqlite.org/fileformat.html, 1.3).
enum class Header {
    Empty,  // no bytes at all
    NotSqlite,
    Rollback,  // a SQLite database with a rollback journal
    Wal        // one with a write-ahead log
};
[[nodiscard]] base::Result<Header> headerOf(sql::Database& database);

}  // namespace podium::stores::sqlstore
