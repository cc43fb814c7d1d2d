// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utf8.h"
#include "sql/database.h"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <type_traits>

namespace podium::stores::sqlstore {

/// How long somebody else's lock is waited for. MLflow itself waits 20 s.
constexpr std::chrono::milliseconds DefaultPatience{20'000};

/// One read-only connection to a user's database, for one thread. Never writes, sets no journal
/// mode, keeps its transactions short.
class Connection {
public:
    Connection(sql::Database database, std::filesystem::path shown,
               std::chrono::milliseconds patience)
        : m_database(std::move(database)), m_shown(std::move(shown)), m_patience(patience) {}

    /// `file` is what is opened, `shown` what errors name. PathNotReadable {path, reason}. Nothing
    /// is read or locked yet.
    [[nodiscard]] static base::Result<Connection> open(const std::filesystem::path& file,
                                                       const std::filesystem::path& shown,
                                                       std::chrono::milliseconds patience);

    [[nodiscard]] sql::Database& database() { return m_database; }

    /// Runs `work` (returns some base::Result) in one read transaction, again from the beginning as
    /// long as somebody holds a lock. DatabaseBusy {path} when patience ends, StoreDamaged {path,
    /// reason} for a broken file; other errors of SQLite as they are. `work` must not hand out
    /// anything before this returns.
    template <typename Work>
    [[nodiscard]] std::invoke_result_t<Work> snapshot(const std::stop_token& stop, Work&& work) {
        const auto start = std::chrono::steady_clock::now();
        while (true) {
            if (stop.stop_requested())
                return base::Cancelled{};
            std::invoke_result_t<Work> done = attempt(work);
            m_failure = done.failed() ? sql::failureOf(done.error()) : sql::Failure::None;
            if (!done.failed())
                return done;
            const bool patient = std::chrono::steady_clock::now() - start < m_patience;
            if (m_failure != sql::Failure::Busy || !patient)
                return told(done.error());
            pause();
        }
    }

    /// Of the last snapshot() that failed.
    [[nodiscard]] sql::Failure failure() const { return m_failure; }

private:
    template <typename Work>
    [[nodiscard]] std::invoke_result_t<Work&> attempt(Work& work) {
        const base::Result<void> ready = prepare();
        if (ready.failed())
            return ready.error();
        const base::Result<sql::Transaction> transaction =
            sql::Transaction::begin(m_database, sql::Transaction::Kind::Read);
        if (transaction.failed())
            return transaction.error();
        if (transaction.cancelled())
            return base::Cancelled{};
        return work();
    }
    [[nodiscard]] base::Result<void> prepare();
    [[nodiscard]] base::Error told(const base::Error& error) const;
    static void pause();

    sql::Database m_database;
    std::filesystem::path m_shown;
    std::chrono::milliseconds m_patience;
    bool m_prepared = false;
    sql::Failure m_failure = sql::Failure::None;
};

}  // namespace podium::stores::sqlstore
