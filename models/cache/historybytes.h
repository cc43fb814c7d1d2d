// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "series/packedhistory.h"
#include "sql/database.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace podium::cache {

/// Connections through which long histories are read where they lie. Shared by the cache and by
/// every history that is read so: it may outlive the cache. Any thread.
class HistoryConnections {
public:
    struct Connection {
        sql::Database database;
        sql::Statement find;  // the row of a history
    };

    explicit HistoryConnections(std::filesystem::path file) : m_file(std::move(file)) {}

    /// One that nobody else uses. Errors of SQLite.
    [[nodiscard]] base::Result<std::unique_ptr<Connection>> take();
    void give(std::unique_ptr<Connection> connection);

private:
    std::filesystem::path m_file;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_free;
};

/// The row of the cache that a long history is.
class HistoryBytes : public series::PackedBytes {
public:
    /// `preamble`: what the history begins with, by which it is known again.
    HistoryBytes(std::shared_ptr<HistoryConnections> connections, base::RunNo run,
                 std::uint32_t name, std::size_t size, std::string preamble);

    [[nodiscard]] std::unique_ptr<Access> open() const override;

private:
    std::shared_ptr<HistoryConnections> m_connections;
    base::RunNo m_run;
    std::uint32_t m_name;
    std::size_t m_size;
    std::string m_preamble;
};

/// A long history of the cache, left where it is. Null if the run has none of this name, or a short
/// one, or one of a form that has to be read as a whole. DecodeFailed if it is damaged.
[[nodiscard]] base::Result<std::shared_ptr<const series::PackedHistory>> openHistory(
    const std::shared_ptr<HistoryConnections>& connections, base::RunNo run, std::uint32_t name);

}  // namespace podium::cache
