// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "sql/database.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace podium::cache {

/// A change that a person decided on and that is to be written to a store.
struct OutboxEntry {
    std::int64_t entryNo = 0;
    std::string location;  // of the source
    base::Millis createdAt = 0;
    std::string intent;  // JSON: the exact change
    std::string basis;   // JSON: the state it was decided on
    std::string state;   // "waiting", "applied", "conflict", "withdrawn"
};

/// Decisions on their way to their stores. A file beside the cache with synchronous=FULL: the cache
/// can be rebuilt from the stores, this cannot. Thread safe.
class Outbox {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Outbox>> open(
        const std::filesystem::path& file, base::Clock clock);

    /// Durable when it returns; gives the entry's number.
    base::Result<std::int64_t> add(std::string_view location, std::string_view intent,
                                   std::string_view basis);
    /// Entries that wait, oldest first.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> waiting();
    /// Ends an entry with a state and what came of it.
    base::Result<void> settle(std::int64_t entryNo, std::string_view state,
                              std::string_view outcome);

private:
    Outbox(sql::Database database, base::Clock clock);
    std::mutex m_mutex;
    sql::Database m_database;
    base::Clock m_clock;
};

}  // namespace podium::cache
