// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/audit.h"

#include "registry/json.h"
#include "registry/times.h"

#include <algorithm>
#include <array>

namespace podium::registry {

using stores::Held;

namespace {

Held heldIn(const ordered_json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? Held(found->get<std::string>()) : Held();
}

AuditLine lineOf(const cache::AuditRecord& record) {
    AuditLine line;
    line.record = record;
    const ordered_json entry = objectIn(record.entry);
    if (entry.is_discarded())
        return line;
    line.who = textIn(entry, "who");
    line.state = textIn(entry, "state");
    const ordered_json intent = objectIn(textIn(entry, "intent"));
    if (!intent.is_discarded()) {
        line.what = textIn(intent, "kind");
        line.owner = textIn(intent, "owner");
        line.key = textIn(intent, "key");
        line.to = heldIn(intent, "value");
        if (const auto version = intent.find("version"); version != intent.end())
            line.version = wholeIn(*version).value_or(0);
    }
    line.from = heldIn(objectIn(textIn(entry, "basis")), "value");
    const ordered_json outcome = objectIn(textIn(entry, "outcome"));
    if (!outcome.is_discarded()) {
        line.error = textIn(outcome, "error");
        line.found = heldIn(outcome, "found");
    }
    return line;
}

/// A spreadsheet runs what begins with these.
std::string harmless(const std::string& text) {
    constexpr std::string_view Starters = "=+-@\t\r";
    const bool formula = !text.empty() && Starters.find(text.front()) != std::string_view::npos;
    return formula ? '\'' + text : text;
}

std::string csvField(const std::string& text) {
    std::string safe = harmless(text);
    if (safe.find_first_of(",\"\r\n") == std::string::npos)
        return safe;
    std::string quoted = "\"";
    for (const char c : safe)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

ordered_json asJson(const Held& held) {
    return held ? ordered_json(*held) : ordered_json(nullptr);
}

}  // namespace

std::vector<AuditLine> auditLines(std::span<const cache::AuditRecord> records) {
    std::vector<AuditLine> lines;
    lines.reserve(records.size());
    std::ranges::transform(records, std::back_inserter(lines), lineOf);
    return lines;
}

std::vector<AuditLine> auditOf(std::span<const AuditLine> lines, std::string_view location,
                               std::string_view model, std::int64_t version) {
    const std::string digits = std::to_string(version);
    std::vector<AuditLine> found;
    std::ranges::copy_if(lines, std::back_inserter(found), [&](const AuditLine& line) {
        if (line.record.location != location || line.owner != model)
            return false;
        const bool alias = line.what == "model-alias";
        return alias ? line.to == digits || line.from == digits : line.version == version;
    });
    return found;
}

std::string auditCsv(std::span<const AuditLine> lines) {
    std::string csv =
        "number,at,source,who,what,owner,version,key,from,to,state,error,found,prev,hash\r\n";
    for (const AuditLine& line : lines) {
        const std::array fields = {std::to_string(line.record.number),
                                   isoTime(line.record.at),
                                   line.record.location,
                                   line.who,
                                   line.what,
                                   line.owner,
                                   line.version == 0 ? std::string() : std::to_string(line.version),
                                   line.key,
                                   line.from.value_or(""),
                                   line.to.value_or(""),
                                   line.state,
                                   line.error,
                                   line.found.value_or(""),
                                   line.record.prev,
                                   line.record.hash};
        for (std::size_t i = 0; i < fields.size(); ++i)
            csv += (i > 0 ? "," : "") + csvField(fields[i]);
        csv += "\r\n";
    }
    return csv;
}

std::string auditJson(std::span<const AuditLine> lines) {
    ordered_json list = ordered_json::array();
    for (const AuditLine& line : lines) {
        list.push_back({{"number", line.record.number},
                        {"at", line.record.at},
                        {"time", isoTime(line.record.at)},
                        {"source", line.record.location},
                        {"who", line.who},
                        {"what", line.what},
                        {"owner", line.owner},
                        {"version", line.version},
                        {"key", line.key},
                        {"from", asJson(line.from)},
                        {"to", asJson(line.to)},
                        {"state", line.state},
                        {"error", line.error},
                        {"found", asJson(line.found)},
                        {"entry", line.record.entry},
                        {"prev", line.record.prev},
                        {"hash", line.record.hash}});
    }
    return list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace podium::registry
