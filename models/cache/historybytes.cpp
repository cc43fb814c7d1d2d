// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/historybytes.h"

#include "sql/blob.h"

#include <optional>

namespace podium::cache {

using base::Result;
using series::PackedBytes;
using series::PackedHistory;
using Connection = HistoryConnections::Connection;

namespace {

constexpr std::string_view Pragmas =
    "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA mmap_size = 8589934592;";
/// More are closed again: that many threads never draw at once for long.
constexpr std::size_t MostFree = 8;

/// A connection on loan, in a read transaction.
class Loan {
public:
    Loan(std::shared_ptr<HistoryConnections> owner, std::unique_ptr<Connection> connection)
        : m_owner(std::move(owner)), m_connection(std::move(connection)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
        m_transaction.reset();
        if (m_connection != nullptr)
            m_owner->give(std::move(m_connection));
    }

    bool begin() {
        auto transaction =
            sql::Transaction::begin(m_connection->database, sql::Transaction::Kind::Read);
        if (transaction.ok())
            m_transaction.emplace(std::move(transaction).value());
        return transaction.ok();
    }

    /// The history as it is now; nothing if there is no such row.
    std::optional<sql::Blob> find(base::RunNo run, std::uint32_t name) {
        sql::Statement& find = m_connection->find;
        const sql::ScopedReset reset(find);
        find.bind(1, run.value).bind(2, std::int64_t{name});
        const Result<bool> stepped = find.step();
        if (!stepped.ok() || !stepped.value())
            return std::nullopt;
        auto blob = sql::Blob::open(m_connection->database, "series", "packed", find.integer(0));
        return blob.ok() ? std::optional(std::move(blob).value()) : std::nullopt;
    }

private:
    std::shared_ptr<HistoryConnections> m_owner;
    std::unique_ptr<Connection> m_connection;
    std::optional<sql::Transaction> m_transaction;
};

class RowAccess : public PackedBytes::Access {
public:
    RowAccess(std::unique_ptr<Loan> loan, sql::Blob blob)
        : m_loan(std::move(loan)), m_blob(std::move(blob)) {}
    bool read(std::size_t offset, std::size_t size, char* out) override {
        return m_blob.read(offset, size, out);
    }

private:
    std::unique_ptr<Loan> m_loan;
    sql::Blob m_blob;  // closed before the transaction ends
};

}  // namespace

Result<std::unique_ptr<Connection>> HistoryConnections::take() {
    using Taken = std::unique_ptr<Connection>;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            Taken taken = std::move(m_free.back());
            m_free.pop_back();
            return Result<Taken>(std::move(taken));
        }
    }
    Result<sql::Database> database = sql::Database::open(m_file, sql::OpenMode::ReadWrite);
    PODIUM_TRY(Taken, database);
    PODIUM_TRY(Taken, database.value().execute(Pragmas));
    Result<sql::Statement> find = database.value().prepare(
        "SELECT rowid FROM series WHERE run_no = ? AND name_no = ?", "find history");
    PODIUM_TRY(Taken, find);
    return std::make_unique<Connection>(
        Connection{std::move(database).value(), std::move(find).value()});
}

void HistoryConnections::give(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(m_mutex);
    if (m_free.size() < MostFree)
        m_free.push_back(std::move(connection));
}

HistoryBytes::HistoryBytes(std::shared_ptr<HistoryConnections> connections, base::RunNo run,
                           std::uint32_t name, std::size_t size, std::string preamble)
    : m_connections(std::move(connections)),
      m_run(run),
      m_name(name),
      m_size(size),
      m_preamble(std::move(preamble)) {}

std::unique_ptr<PackedBytes::Access> HistoryBytes::open() const {
    Result<std::unique_ptr<Connection>> connection = m_connections->take();
    if (!connection.ok())
        return nullptr;
    auto loan = std::make_unique<Loan>(m_connections, std::move(connection).value());
    if (!loan->begin())
        return nullptr;
    std::optional<sql::Blob> blob = loan->find(m_run, m_name);
    if (!blob || blob->size() != m_size)
        return nullptr;
    // A sum of the index is part of it: a run that was read anew begins with something else.
    std::string now(m_preamble.size(), '\0');
    if (!blob->read(0, now.size(), now.data()) || now != m_preamble)
        return nullptr;
    return std::make_unique<RowAccess>(std::move(loan), std::move(*blob));
}

Result<std::shared_ptr<const PackedHistory>> openHistory(
    const std::shared_ptr<HistoryConnections>& connections, base::RunNo run, std::uint32_t name) {
    using History = std::shared_ptr<const PackedHistory>;
    Result<std::unique_ptr<Connection>> connection = connections->take();
    PODIUM_TRY(History, connection);
    Loan loan(connections, std::move(connection).value());
    std::optional<sql::Blob> blob;
    if (loan.begin())
        blob = loan.find(run, name);
    if (!blob)
        return History();
    const std::size_t size = blob->size();
    std::string start(std::min(size, PackedHistory::PreambleBytes), '\0');
    if (!blob->read(0, start.size(), start.data()))
        return History();
    const std::string preamble = start;
    const std::size_t index = PackedHistory::indexBytes(start, size);
    if (index == 0)
        return History();
    start.resize(index);
    if (!blob->read(0, index, start.data()))
        return History();
    return PackedHistory::make(
        start, size, std::make_shared<HistoryBytes>(connections, run, name, size, preamble));
}

}  // namespace podium::cache
