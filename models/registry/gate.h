// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/query.h"
#include "registry/event.h"
#include "registry/facts.h"
#include "registry/policy.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace podium::registry {

/// A condition in Podium's filter language (query.h) whose names begin with `candidate.` or
/// `incumbent.`: candidate.metrics.KEY, .params.KEY, .tags.KEY (of the version), .run_tags.KEY (of
/// its run), .version, .stage, .run_name; reductions as in filters: min(candidate.metrics.loss).
/// `signature compatible` is a condition of its own. AND, OR, NOT and brackets join them.
class Gate {
public:
    /// Errors as query::parseFilter(), at their places in `text`, and QueryInvalid with the further
    /// codes "gate-side" (a name begins with neither candidate nor incumbent), "gate-field" (no
    /// such thing of a version), "gate-words" (words that compare nothing), "gate-empty".
    [[nodiscard]] static base::Result<Gate> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }

    /// A name of the text and what stands for it inside.
    struct Name {
        std::string text;  // as written
        bool ofIncumbent = false;
        enum class Field { Metric, Param, Tag, RunTag, Version, Stage, RunName, Signature } field;
        std::string key;
        std::string column;  // of the frame
    };

private:
    friend class GateJudge;
    Gate(std::string text, std::vector<Name> names, query::Filter filter);

    std::string m_text;
    std::vector<Name> m_names;
    query::Filter m_filter;
};

/// Why a gate's answer is not known.
enum class GateGap {
    None,
    NoIncumbent,      // it asks about an incumbent and there is none
    Missing,          // the version or its run has no such metric, param or tag
    RunUnknown,       // the run is not in the cache
    HistoryNeeded,    // a reduction that needs points which are not here
    SignatureUnknown  // of one of the two
};

/// A value that a gate looked at.
struct GateValue {
    std::string name;  // as written, with its reduction: "min(candidate.metrics.loss)"
    std::optional<std::string> text = {};  // as it stands; of a number its shortest exact form
    std::optional<double> number = {};
    GateGap gap = GateGap::None;  // why there is none

    friend bool operator==(const GateValue&, const GateValue&) = default;
};

struct GateResult {
    enum class Outcome {
        Pass,
        Fail,
        Unknown,  // a value is missing that the answer depends on
        Faulty,   // the gate can't be read: `error`
    };
    GateRule rule;
    Outcome outcome = Outcome::Unknown;
    GateGap gap = GateGap::None;  // of an unknown one: the first reason
    std::string gapName = {};     // the name that is missing, as written
    std::optional<base::Error> error = {};
    std::vector<GateValue> values = {};  // in the order of the text, each once
    /// Of a single comparison of numbers: both sides computed, and the operator as written.
    std::optional<double> left = {}, right = {};
    std::string comparison = {};
};

/// "pass", "fail", "unknown" ("unknown" for a faulty one, too): as in events.
[[nodiscard]] std::string_view outcomeName(GateResult::Outcome outcome);

/// `incumbent`: nullptr if there is none.
[[nodiscard]] GateResult judgeGate(const GateRule& rule, const VersionFacts& candidate,
                                   const VersionFacts* incumbent);
[[nodiscard]] std::vector<GateResult> judgeGates(std::span<const GateRule> rules,
                                                 const VersionFacts& candidate,
                                                 const VersionFacts* incumbent);
/// What a decision's event keeps of them.
[[nodiscard]] std::vector<GateNote> gateNotes(std::span<const GateResult> results);

}  // namespace podium::registry
