// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/json.h"
#include "registry/reviewpack.h"
#include "registry/times.h"

#include <array>
#include <cmath>

namespace podium::registry {

namespace {

using stores::Held;

ordered_json asJson(const Held& held) {
    return held ? ordered_json(*held) : ordered_json(nullptr);
}

/// JSON has no NaN and no infinities: they are texts, as MLflow sends them.
ordered_json asJson(const std::optional<double>& number) {
    if (!number)
        return nullptr;
    if (std::isnan(*number))
        return "NaN";
    if (std::isinf(*number))
        return *number > 0 ? "Infinity" : "-Infinity";
    return *number;
}

const char* stateName(RequestState state) {
    constexpr std::array Names = {"open", "approved", "rejected", "withdrawn", "applied", "stale"};
    return Names.at(static_cast<std::size_t>(state));
}

const char* gapName(Gap gap) {
    constexpr std::array Names = {"",           "no-run",  "run-not-read", "files-not-here",
                                  "files-gone", "no-file", "no-incumbent"};
    return Names.at(static_cast<std::size_t>(gap));
}

const char* chainName(Chain::State state) {
    constexpr std::array Names = {"intact", "forked", "broken"};
    return Names.at(static_cast<std::size_t>(state));
}

const char* fileName(FileChange::Kind kind) {
    constexpr std::array Names = {"same", "added", "removed", "changed", "unknown"};
    return Names.at(static_cast<std::size_t>(kind));
}

const char* signatureName(SignatureChange::Kind kind) {
    constexpr std::array Names = {"input-removed",      "input-added",      "optional-input-added",
                                  "input-retyped",      "input-widened",    "input-now-required",
                                  "input-now-optional", "inputs-reordered", "output-removed",
                                  "output-added",       "output-retyped",   "param-removed",
                                  "param-added",        "param-retyped",    "param-default",
                                  "signature-removed",  "signature-added"};
    return Names.at(static_cast<std::size_t>(kind));
}

template <typename Entry, typename Make>
ordered_json partJson(const Part<Entry>& part, const Make& make) {
    ordered_json entries = ordered_json::array();
    for (const Entry& entry : part.entries)
        entries.push_back(make(entry));
    ordered_json made = {{"entries", std::move(entries)}};
    if (part.candidateGap != Gap::None)
        made["candidate_gap"] = gapName(part.candidateGap);
    if (part.incumbentGap != Gap::None)
        made["incumbent_gap"] = gapName(part.incumbentGap);
    return made;
}

ordered_json textsJson(const Part<TextChange>& part) {
    return partJson(part, [](const TextChange& change) {
        return ordered_json{{"key", change.key},
                            {"candidate", asJson(change.candidate)},
                            {"incumbent", asJson(change.incumbent)}};
    });
}

ordered_json evidenceJson(const Evidence& evidence) {
    ordered_json made = {{"candidate", evidence.candidate}};
    made["incumbent"] =
        evidence.incumbent ? ordered_json(*evidence.incumbent) : ordered_json(nullptr);
    made["metrics"] = partJson(evidence.metrics, [](const MetricChange& change) {
        return ordered_json{{"key", change.key},
                            {"candidate", asJson(change.candidate)},
                            {"incumbent", asJson(change.incumbent)},
                            {"delta", asJson(change.delta)},
                            {"relative", asJson(change.relative)}};
    });
    made["params"] = textsJson(evidence.params);
    made["tags"] = textsJson(evidence.tags);
    made["packages"] = textsJson(evidence.packages);
    made["signature"] = partJson(evidence.signature, [](const SignatureChange& change) {
        return ordered_json{{"kind", signatureName(change.kind)},
                            {"breaking", isBreaking(change.kind)},
                            {"column", change.column},
                            {"before", change.before},
                            {"after", change.after}};
    });
    made["datasets"] = partJson(evidence.datasets, [](const DatasetChange& change) {
        return ordered_json{{"name", change.name},
                            {"context", change.context},
                            {"candidate", asJson(change.candidate)},
                            {"incumbent", asJson(change.incumbent)}};
    });
    made["files"] = partJson(evidence.files, [](const FileChange& change) {
        return ordered_json{{"path", change.path}, {"change", fileName(change.kind)}};
    });
    return made;
}

ordered_json threadJson(const std::vector<Event>& thread) {
    ordered_json events = ordered_json::array();
    for (const Event& event : thread) {
        events.push_back({{"key", event.key},
                          {"value", event.value},
                          {"hash", event.hash},
                          {"who", event.who},
                          {"action", event.actionText},
                          {"time", isoTime(event.at)},
                          {"comment", event.comment}});
    }
    return events;
}

ordered_json gatesJson(const std::vector<GateResult>& gates) {
    ordered_json results = ordered_json::array();
    for (const GateResult& gate : gates) {
        ordered_json values = ordered_json::object();
        for (const GateValue& value : gate.values)
            values[value.name] = value.text ? ordered_json(*value.text) : ordered_json(nullptr);
        results.push_back({{"gate", gate.rule.text},
                           {"required", gate.rule.required},
                           {"outcome", outcomeName(gate.outcome)},
                           {"values", std::move(values)}});
    }
    return results;
}

}  // namespace

std::string reviewJson(const Review& review) {
    const Request& request = review.request;
    ordered_json whole = {{"source", review.source},
                          {"model", request.model},
                          {"version", request.version},
                          {"request", request.id},
                          {"asker", request.asker},
                          {"time", isoTime(request.at)},
                          {"comment", request.comment},
                          {"target", request.target.name},
                          {"value", request.target.value},
                          {"from", asJson(request.from)},
                          {"replaces", request.replaces},
                          {"archive", request.archiveExisting},
                          {"state", stateName(request.state)},
                          {"chain", chainName(request.chain.state)},
                          {"policy", objectIn(writePolicy(review.policy.policy))},
                          {"gates", gatesJson(review.gates)},
                          {"evidence", evidenceJson(review.evidence)},
                          {"thread", threadJson(request.thread)},
                          {"audit", ordered_json::parse(auditJson(review.audit), nullptr, false)},
                          {"audit_intact", review.auditCheck.intact()},
                          {"made_at", isoTime(review.madeAt)},
                          {"made_by", review.madeBy}};
    return whole.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace podium::registry
