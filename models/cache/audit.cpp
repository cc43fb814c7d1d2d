// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox's log of what was decided and what became of it.
#include "base/sha256.h"
#include "cache/outbox.h"

#include <optional>

namespace podium::cache {

using base::Result;

namespace {

Result<std::optional<AuditRecord>> nextOf(sql::Statement& row) {
    using Next = std::optional<AuditRecord>;
    const Result<bool> stepped = row.step();
    PODIUM_TRY(Next, stepped);
    if (!stepped.value())
        return Next();
    return Next(AuditRecord{row.integer(0), row.integer(1), std::string(row.text(2)),
                            std::string(row.text(3)), std::string(row.text(4)),
                            std::string(row.text(5))});
}

/// Nothing if there is none.
Result<std::optional<AuditRecord>> headOf(sql::Database& database) {
    using Head = std::optional<AuditRecord>;
    Result<sql::Statement> row =
        database.prepare("SELECT audit_no, hash FROM audit_head", "audit head");
    PODIUM_TRY(Head, row);
    const Result<bool> stepped = row.value().step();
    PODIUM_TRY(Head, stepped);
    if (!stepped.value())
        return Head();
    AuditRecord head;
    head.number = row.value().integer(0);
    head.hash = row.value().text(1);
    return Head(std::move(head));
}

Result<void> setHead(sql::Database& database, const AuditRecord& line) {
    Result<sql::Statement> put = database.prepare(
        "INSERT OR REPLACE INTO audit_head (only, audit_no, hash) VALUES (1, ?, ?)", "audit head");
    PODIUM_TRY(void, put);
    return put.value().bind(1, line.number).bind(2, line.hash).run();
}

}  // namespace

std::string auditHash(const AuditRecord& record) {
    base::Sha256 hash;
    for (const std::string& part :
         {record.prev, std::to_string(record.number), std::to_string(record.at), record.location}) {
        hash.add(part);
        hash.add("\n");
    }
    hash.add(record.entry);
    return base::hexadecimal(hash.finish());
}

void Outbox::setIdentity(std::function<std::string(const std::string& location)> identity) {
    const std::lock_guard lock(m_mutex);
    m_identity = std::move(identity);
}

Result<void> Outbox::note(std::int64_t entryNo) {
    AuditRecord record;
    record.at = m_clock();
    {
        Result<sql::Statement> place =
            m_database.prepare("SELECT location FROM outbox WHERE entry_no = ?", "outbox place");
        PODIUM_TRY(void, place);
        const Result<bool> found = place.value().bind(1, entryNo).step();
        PODIUM_TRY(void, found);
        if (!found.value())
            return {};
        record.location = place.value().text(0);
    }
    const std::string who = m_identity ? m_identity(record.location) : std::string();
    Result<sql::Statement> text = m_database.prepare(
        "SELECT json_object('at', ?1, 'who', ?2, 'entry', entry_no, 'state', state, 'intent', "
        "intent, 'basis', basis, 'outcome', outcome) FROM outbox WHERE entry_no = ?3",
        "outbox audit");
    PODIUM_TRY(void, text);
    const Result<bool> made = text.value().bind(1, record.at).bind(2, who).bind(3, entryNo).step();
    PODIUM_TRY(void, made);
    record.entry = text.value().text(0);
    text.value().reset();
    return append(std::move(record));
}

/// Inside a write transaction, so that no other program writes between.
Result<void> Outbox::append(AuditRecord record) {
    const Result<std::optional<AuditRecord>> head = headOf(m_database);
    PODIUM_TRY(void, head);
    const Result<std::int64_t> last = m_database.number("SELECT max(audit_no) FROM audit");
    PODIUM_TRY(void, last);
    // Where the last lines were removed the numbers go on behind them, so that the gap stays.
    record.number = last.value() + 1;
    if (head.value()) {
        record.number = std::max(record.number, head.value()->number + 1);
        record.prev = head.value()->hash;
    }
    record.hash = auditHash(record);
    Result<sql::Statement> put = m_database.prepare(
        "INSERT INTO audit (audit_no, at, location, entry, prev, hash) VALUES (?, ?, ?, ?, ?, ?)",
        "audit add");
    PODIUM_TRY(void, put);
    put.value()
        .bind(1, record.number)
        .bind(2, record.at)
        .bind(3, record.location)
        .bind(4, record.entry)
        .bind(5, record.prev)
        .bind(6, record.hash);
    PODIUM_TRY(void, put.value().run());
    return setHead(m_database, record);
}

/// Lines from before there were hashes get theirs, once.
Result<void> Outbox::sealOldLines() {
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(m_database, sql::Transaction::Kind::Write);
    PODIUM_TRY(void, transaction);
    const Result<std::optional<AuditRecord>> head = headOf(m_database);
    PODIUM_TRY(void, head);
    if (head.value())
        return {};
    Result<std::vector<AuditRecord>> lines = records();
    PODIUM_TRY(void, lines);
    Result<sql::Statement> put = m_database.prepare(
        "UPDATE audit SET prev = ?, hash = ? WHERE audit_no = ? AND hash = ''", "audit seal");
    PODIUM_TRY(void, put);
    AuditRecord last;
    for (AuditRecord& line : lines.value()) {
        line.prev = last.hash;
        line.hash = auditHash(line);
        PODIUM_TRY(void,
                   put.value().bind(1, line.prev).bind(2, line.hash).bind(3, line.number).run());
        last = line;
    }
    PODIUM_TRY(void, setHead(m_database, last));
    return transaction.value().commit();
}

Result<std::vector<AuditRecord>> Outbox::records() {
    using Lines = std::vector<AuditRecord>;
    Result<sql::Statement> row = m_database.prepare(
        "SELECT audit_no, at, location, entry, prev, hash FROM audit ORDER BY audit_no",
        "outbox audit");
    PODIUM_TRY(Lines, row);
    Lines lines;
    while (true) {
        Result<std::optional<AuditRecord>> next = nextOf(row.value());
        PODIUM_TRY(Lines, next);
        if (!next.value())
            return lines;
        lines.push_back(*std::move(next).value());
    }
}

Result<std::vector<AuditRecord>> Outbox::auditLog() {
    const std::lock_guard lock(m_mutex);
    return records();
}

Result<std::vector<std::string>> Outbox::audit() {
    using Lines = std::vector<std::string>;
    Result<std::vector<AuditRecord>> log = auditLog();
    PODIUM_TRY(Lines, log);
    Lines lines;
    for (AuditRecord& record : log.value())
        lines.push_back(std::move(record.entry));
    return lines;
}

Result<AuditCheck> Outbox::verifyAudit() {
    const std::lock_guard lock(m_mutex);
    // Lines and head of one state of the file.
    Result<sql::Transaction> transaction =
        sql::Transaction::begin(m_database, sql::Transaction::Kind::Read);
    PODIUM_TRY(AuditCheck, transaction);
    const Result<std::vector<AuditRecord>> lines = records();
    PODIUM_TRY(AuditCheck, lines);
    const Result<std::optional<AuditRecord>> head = headOf(m_database);
    PODIUM_TRY(AuditCheck, head);
    AuditCheck check;
    check.lines = static_cast<std::int64_t>(lines.value().size());
    std::string prev;
    std::int64_t number = 0;
    for (const AuditRecord& line : lines.value()) {
        if (line.number != number + 1 || line.prev != prev || line.hash != auditHash(line))
            check.broken.push_back(line.number);
        prev = line.hash;
        number = line.number;
    }
    check.cut = !head.value() || head.value()->number != number || head.value()->hash != prev;
    return check;
}

}  // namespace podium::cache
