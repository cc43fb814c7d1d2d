// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/sqlstore/connection.h"
#include "stores/sqlstore/filestate.h"
#include "stores/sqlstore/privatecopy.h"
#include "stores/sqlstore/schema.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace podium::stores::sqlstore {

/// The way to a database for one read: the file itself where reading it leaves no trace, a private
/// copy otherwise. A database in rollback mode is read in place; one with a write-ahead log only
/// while another program has it open (then log and index are there and stay), because SQLite makes
/// or rewrites them even for a reader.
class Access {
public:
    /// Finds the way and looks at the schema. Errors: SourceVanished {path}, PathNotReadable,
    /// EmptyDatabase, NotADatabase, DatabaseNotMlflow, DatabaseBusy, StoreDamaged, WriteFailed.
    /// Without `mayCopy` what can't be read in place is DatabaseBusy.
    [[nodiscard]] static base::Result<std::unique_ptr<Access>> open(
        const std::filesystem::path& path, std::chrono::milliseconds patience, std::stop_token stop,
        bool mayCopy = true);

    /// One more connection, for another thread.
    [[nodiscard]] base::Result<Connection> connect() const;
    [[nodiscard]] const Schema& schema() const { return m_schema; }
    /// The state that the files were in before anything was read.
    [[nodiscard]] const FileState& state() const { return m_state; }
    [[nodiscard]] bool isCopy() const { return m_copy != nullptr; }

private:
    Access() = default;
    [[nodiscard]] base::Result<void> copyFrom(sql::Database& source, std::stop_token stop);
    [[nodiscard]] base::Result<void> probe(const std::stop_token& stop);

    std::filesystem::path m_path;
    std::chrono::milliseconds m_patience = DefaultPatience;
    FileState m_state;
    std::unique_ptr<PrivateCopy> m_copy;
    bool m_mayCopy = true;
    sql::Failure m_failure = sql::Failure::None;
    Schema m_schema;
};

}  // namespace podium::stores::sqlstore
