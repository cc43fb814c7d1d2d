// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/outbox.h"
#include "stores/write.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// What was decided on this machine and what became of it: cache::Outbox's log, read.
namespace podium::registry {

struct AuditLine {
    cache::AuditRecord record;
    std::string who;
    std::string what;   // kind of the place as in the outbox ("version-stage" ...); "" unreadable
    std::string owner;  // run id or model
    std::int64_t version = 0;
    std::string key;     // of a tag or alias
    stores::Held from;   // what the person saw
    stores::Held to;     // what was wanted
    std::string state;   // "waiting", "applied", "conflict", "failed", "local", "withdrawn"
    std::string error;   // code of an error, "" without
    stores::Held found;  // in a conflict
};

[[nodiscard]] std::vector<AuditLine> auditLines(std::span<const cache::AuditRecord> records);

/// Those about a version: its tags, stage, description, and aliases that were moved to it or away.
[[nodiscard]] std::vector<AuditLine> auditOf(std::span<const AuditLine> lines,
                                             std::string_view location, std::string_view model,
                                             std::int64_t version);

/// RFC 4180 with a head; times are ISO 8601 in UTC. A text that a spreadsheet would take for a
/// formula gets an apostrophe in front.
[[nodiscard]] std::string auditCsv(std::span<const AuditLine> lines);
/// An array of objects, with hashes; times as milliseconds and as ISO 8601.
[[nodiscard]] std::string auditJson(std::span<const AuditLine> lines);

}  // namespace podium::registry
