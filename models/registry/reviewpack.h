// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/audit.h"
#include "registry/evidence.h"
#include "registry/gate.h"
#include "registry/request.h"

#include <functional>
#include <string>
#include <vector>

namespace podium::registry {

/// All of one decision.
struct Review {
    std::string source;  // where it was read, without secrets
    std::string modelDescription;
    Request request;
    PolicyReading policy;
    std::vector<GateResult> gates;
    Evidence evidence;
    std::vector<AuditLine> audit;
    cache::AuditCheck auditCheck;
    base::Millis madeAt = 0;
    std::string madeBy;
};

/// The words of a pack, in a person's language; UTF-8. What has none is shown in its code.
struct PackWords {
    enum class Text {
        Title,  // "Review"
        Source,
        Version,
        Target,
        Replaces,
        Asker,
        AskedAt,
        State,
        Archive,
        Comment,
        MadeAt,
        MadeBy,
        Policy,
        ApprovalsNeeded,
        AuthorMayApprove,
        Yes,
        No,
        Metrics,
        Params,
        Tags,
        Packages,
        Signature,
        Datasets,
        Files,
        Gates,
        Thread,
        Audit,
        Key,
        Candidate,
        Incumbent,
        Change,
        Outcome,
        Values,
        When,
        Who,
        What,
        From,
        To,
        Hash,
        Breaking,
        SameCount,  // "The same in both: %1"
        Missing,    // there is no such value
        NothingDiffers,
        NoGates,
        NoAudit,
        NotKnown,
        ChainIntact,
        ChainForked,
        ChainBroken,
        AuditIntact,
        AuditBroken,
        Notice,  // that a store's tags are a log, no proof
    };
    std::function<std::string(Text)> text;
    std::function<std::string(base::Millis)> time;
    std::function<std::string(double)> number;
    std::function<std::string(double)> change;  // a difference of two; else as a number
    std::function<std::string(RequestState, Staleness)> state;
    std::function<std::string(Action)> action;
    std::function<std::string(const Target&)> target;
    std::function<std::string(Gap)> gap;
    std::function<std::string(const GateResult&)> gateOutcome;
    std::function<std::string(const GateResult&)> gateValues;  // "0.9412 ≥ 0.9377", "no such tag"
    std::function<std::string(const SignatureChange&)> signature;
    std::function<std::string(FileChange::Kind)> file;
};

/// One HTML file that loads nothing and runs nothing, readable in light, dark and on paper.
/// Everything from a store is escaped.
[[nodiscard]] std::string reviewPack(const Review& review, const PackWords& words,
                                     const std::string& language, bool rightToLeft);

/// The same as JSON, for programs.
[[nodiscard]] std::string reviewJson(const Review& review);

}  // namespace podium::registry
