// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "sql/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::cache {

/// A change that a person decided on and that is to be written to a store.
struct OutboxEntry {
    std::int64_t entryNo = 0;
    std::string location;  // of the source
    base::Millis createdAt = 0;
    std::string intent;  // JSON: the exact change
    std::string basis;   // JSON: the state it was decided on
    /// "waiting"; "conflict": the store holds something else than the basis; "failed": the store
    /// refused; "local": the store is read-only and the change counts on this machine alone;
    /// "applied" and "withdrawn" are at their end.
    std::string state;
    std::string outcome = {};  // JSON: what came of the last try, "" before it
};

/// The sole right to bring one entry into its store: of all programs that use this outbox one has
/// it. It ends with this object, and with the program, however that ends. Move only.
class OutboxClaim {
public:
    explicit OutboxClaim(int descriptor) : m_descriptor(descriptor) {}
    OutboxClaim(OutboxClaim&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    OutboxClaim& operator=(OutboxClaim&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~OutboxClaim();

private:
    int m_descriptor;  // -1: the file system has no locks
};

/// A line of the audit log. Each holds the hash of the line before it, so that a line that was
/// altered, removed or put between shows.
struct AuditRecord {
    std::int64_t number = 0;
    base::Millis at = 0;
    std::string location;
    std::string entry;  // JSON object: at, who, entry, state, intent, basis, outcome
    std::string prev;   // hash of the line before; "" of the first
    /// SHA-256, lower case hexadecimal, over prev, number, at, location and entry with a line feed
    /// behind each of the first four.
    std::string hash;

    friend bool operator==(const AuditRecord&, const AuditRecord&) = default;
};

/// What a look at the whole log found.
struct AuditCheck {
    std::int64_t lines = 0;
    /// Numbers of lines that are not as they were written, or do not follow the line before them.
    std::vector<std::int64_t> broken;
    bool cut = false;  // the last lines that were written are missing

    [[nodiscard]] bool intact() const { return broken.empty() && !cut; }
    friend bool operator==(const AuditCheck&, const AuditCheck&) = default;
};

/// The hash that a line has to have.
[[nodiscard]] std::string auditHash(const AuditRecord& record);

/// Decisions on their way to their stores. A file beside the cache with synchronous=FULL: the cache
/// can be rebuilt from the stores, this cannot. Thread safe.
class Outbox {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Outbox>> open(
        const std::filesystem::path& file, base::Clock clock);

    /// Durable when it returns; gives the entry's number.
    base::Result<std::int64_t> add(std::string_view location, std::string_view intent,
                                   std::string_view basis);
    /// The same instead of an earlier entry that is not at its end, which is withdrawn: both or
    /// neither.
    base::Result<std::int64_t> replace(std::int64_t earlier, std::string_view location,
                                       std::string_view intent, std::string_view basis);
    /// Entries that wait, oldest first.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> waiting();
    /// Entries that are not at their end, oldest first.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> open();
    /// Nothing if there is no such entry.
    [[nodiscard]] base::Result<std::optional<OutboxEntry>> find(std::int64_t entryNo);
    /// Nothing while somebody else has it.
    [[nodiscard]] std::optional<OutboxClaim> claim(std::int64_t entryNo) const;
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// Gives an entry a state and what came of it. What changed the state is noted in the audit
    /// log.
    base::Result<void> settle(std::int64_t entryNo, std::string_view state,
                              std::string_view outcome);
    /// Makes an entry wait again: decided anew on this basis.
    base::Result<void> decideAgain(std::int64_t entryNo, std::string_view basis);
    /// Lines of the audit log, oldest first: JSON objects with at, who, entry, state, intent,
    /// basis, outcome. There is one for each decision when it is made and when its state changes.
    [[nodiscard]] base::Result<std::vector<std::string>> audit();
    /// The same with their hashes.
    [[nodiscard]] base::Result<std::vector<AuditRecord>> auditLog();
    /// Looks whether the log is as it was written. Who can write the file can make a log anew that
    /// is sound in itself: keep the last hash elsewhere to notice that, too.
    [[nodiscard]] base::Result<AuditCheck> verifyAudit();
    /// Who decides about the source at a location; "" is noted without it. Asked on any thread.
    void setIdentity(std::function<std::string(const std::string& location)> identity);

private:
    Outbox(std::filesystem::path file, sql::Database database, base::Clock clock);
    base::Result<std::int64_t> insert(std::string_view location, std::string_view intent,
                                      std::string_view basis);
    base::Result<void> change(std::int64_t entryNo, std::string_view state,
                              std::string_view outcome);
    base::Result<void> note(std::int64_t entryNo);
    base::Result<void> append(AuditRecord record);
    base::Result<void> sealOldLines();
    base::Result<std::vector<AuditRecord>> records();
    base::Result<std::vector<OutboxEntry>> list(std::string_view where);
    std::filesystem::path m_file;
    std::mutex m_mutex;
    sql::Database m_database;
    base::Clock m_clock;
    std::function<std::string(const std::string&)> m_identity;
};

}  // namespace podium::cache
