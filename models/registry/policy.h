// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/write.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace podium::registry {

/// A condition on candidate and incumbent; see gate.h for its language.
struct GateRule {
    std::string text;
    bool required = true;  // false: it only has to be answered with a reason where it does not pass

    friend bool operator==(const GateRule&, const GateRule&) = default;
};

/// A lane of one's own on the board: versions whose tag `tag` is `value`.
struct Lane {
    std::string name;
    std::string tag;
    std::string value;

    friend bool operator==(const Lane&, const Lane&) = default;
};

/// What a model's people have agreed on. Kept as the model's tag `podium.policy`; a store does not
/// enforce it.
struct Policy {
    int approvals = 1;
    bool authorMayApprove = false;
    std::vector<GateRule> gates;
    std::vector<Lane> lanes;
    std::string more = {};  // JSON object with the fields that this Podium does not know; or ""

    friend bool operator==(const Policy&, const Policy&) = default;
};

inline constexpr std::string_view PolicyTag = "podium.policy";
inline constexpr int MostApprovals = 20;
inline constexpr std::size_t LongestPolicy = 5000;  // Unicode characters

struct PolicyFault {
    enum class Code {
        NotJson,      // the tag can't be read
        Newer,        // of a later format
        FieldType,    // `detail`: name of the field
        Approvals,    // fewer than 1 or more than MostApprovals
        GateSyntax,   // gate `index`: can't be read at `position`, `detail`: query code
        GateMeaning,  // gate `index`: makes no sense at `position`, `detail`: query code
        GateTwice,    // gate `index` stands there already
        LaneName,     // lane `index` has no name, or that of a stage
        LaneTag,      // lane `index`: no key of a tag
        LaneTwice,    // lane `index` has the name, or tag and value, of an earlier one
        TooLong,      // `position` characters, LongestPolicy may be
    };
    Code code = Code::NotJson;
    std::size_t index = 0;
    std::size_t position = 0;  // bytes
    std::size_t length = 0;    // bytes
    std::string detail = {};

    friend bool operator==(const PolicyFault&, const PolicyFault&) = default;
};

/// A policy as it was found. One with faults can't be relied on: nothing is approved by it.
struct PolicyReading {
    Policy policy;
    bool isSet = false;  // false: the model has none, `policy` is the default
    std::vector<PolicyFault> faults;
};

[[nodiscard]] PolicyReading readPolicy(std::string_view json);
/// That of a model.
[[nodiscard]] PolicyReading policyOf(std::span<const domain::Tag> modelTags);
[[nodiscard]] std::string writePolicy(const Policy& policy);
/// What is wrong with it; nothing if it can be stored.
[[nodiscard]] std::vector<PolicyFault> validate(const Policy& policy);
/// Stores the policy; nothing as policy takes it away.
[[nodiscard]] stores::Change policyChange(const domain::RegisteredModel& model,
                                          const Policy* policy);

}  // namespace podium::registry
