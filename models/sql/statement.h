// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace podium::sql {

/// The last failure of a connection as an error: Sql or DatabaseDamaged {name, reason, SQLite's
/// extended code}.
[[nodiscard]] base::Error errorOf(sqlite3* handle, std::string_view name);

/// A prepared statement. Parameters count from 1, columns from 0. Views returned by text() and
/// blob() live until the next step(), reset() or bind. A NaN bound as a number is stored as NULL by
/// SQLite: callers keep a flag.
class Statement {
public:
    Statement(sqlite3_stmt* handle, std::string name);
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view value);
    Statement& bindBlob(int index, std::string_view bytes);
    Statement& bindNull(int index);
    template <typename T>
    Statement& bindOptional(int index, const T& value) {
        return value ? bind(index, *value) : bindNull(index);
    }

    /// True: a row is there. False: no more rows.
    [[nodiscard]] base::Result<bool> step();
    /// Runs a statement that returns no rows, then resets it and its parameters.
    base::Result<void> run();
    /// Ready for the next use; parameters are cleared.
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_handle;
    std::string m_name;
};

/// Resets a statement when the scope ends, so that no read transaction stays open behind an early
/// return.
class ScopedReset {
public:
    explicit ScopedReset(Statement& statement) : m_statement(statement) {}
    ~ScopedReset() { m_statement.reset(); }
    ScopedReset(const ScopedReset&) = delete;
    ScopedReset& operator=(const ScopedReset&) = delete;

private:
    Statement& m_statement;
};

}  // namespace podium::sql
