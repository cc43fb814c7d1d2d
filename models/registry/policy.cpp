// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/policy.h"

#include "registry/gate.h"
#include "registry/json.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace podium::registry {

namespace {

using Code = PolicyFault::Code;

constexpr std::int64_t PolicyFormat = 1;

std::size_t numberOf(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool isStage(std::string_view name) {
    return name == "None" || name == "Staging" || name == "Production" || name == "Archived";
}

/// Takes the fields out; those of the wrong type are faults.
class PolicyReader {
public:
    PolicyReader(const ordered_json& object, PolicyReading& reading)
        : m_object(object), m_reading(reading) {}

    void run() {
        ordered_json more = ordered_json::object();
        for (const auto& item : m_object.items()) {
            if (!take(item.key(), item.value()))
                more[item.key()] = item.value();
        }
        if (!more.empty())
            m_reading.policy.more = dumped(more);
    }

private:
    bool take(const std::string& key, const ordered_json& value) {
        Policy& policy = m_reading.policy;
        if (key == "v") {
            const auto format = wholeIn(value);
            if (!format)
                fail(key);
            else if (*format != PolicyFormat)
                m_reading.faults.push_back({Code::Newer});
        } else if (key == "approvals") {
            const auto count = wholeIn(value);
            if (!count)
                fail(key);
            else
                policy.approvals =
                    static_cast<int>(std::clamp<std::int64_t>(*count, 0, MostApprovals + 1));
        } else if (key == "author_may_approve") {
            value.is_boolean() ? static_cast<void>(policy.authorMayApprove = value.get<bool>())
                               : fail(key);
        } else if (key == "gates") {
            takeGates(value);
        } else if (key == "lanes") {
            takeLanes(value);
        } else {
            return false;
        }
        return true;
    }
    void takeGates(const ordered_json& list) {
        if (!list.is_array())
            return fail("gates");
        for (const ordered_json& one : list) {
            GateRule rule;
            if (!one.is_object() || textIn(one, "if").empty())
                return fail("gates");
            rule.text = textIn(one, "if");
            if (const auto required = one.find("required"); required != one.end()) {
                if (!required->is_boolean())
                    return fail("gates");
                rule.required = required->get<bool>();
            }
            m_reading.policy.gates.push_back(std::move(rule));
        }
    }
    void takeLanes(const ordered_json& list) {
        if (!list.is_array())
            return fail("lanes");
        for (const ordered_json& one : list) {
            if (!one.is_object())
                return fail("lanes");
            m_reading.policy.lanes.push_back(
                {textIn(one, "name"), textIn(one, "tag"), textIn(one, "value")});
        }
    }
    void fail(const std::string& field) {
        m_reading.faults.push_back({Code::FieldType, 0, 0, 0, field});
    }

    const ordered_json& m_object;
    PolicyReading& m_reading;
};

void checkGates(const Policy& policy, std::vector<PolicyFault>& faults) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < policy.gates.size(); ++i) {
        const base::Result<Gate> gate = Gate::parse(policy.gates[i].text);
        if (gate.failed()) {
            const std::vector<std::string>& args = gate.error().args;
            const bool syntax = gate.error().code == base::ErrorCode::QuerySyntax;
            faults.push_back({syntax ? Code::GateSyntax : Code::GateMeaning, i,
                              numberOf(args.at(0)), numberOf(args.at(1)), args.at(2)});
        }
        if (!seen.insert(policy.gates[i].text).second)
            faults.push_back({Code::GateTwice, i});
    }
}

bool isLaneTag(std::string_view key) {
    return !key.empty() && key.size() <= 250 && !key.starts_with("mlflow.") &&
           !key.starts_with(EventPrefix) && !key.starts_with("podium.") &&
           key.find_first_of(":%\\\n\r\t") == std::string_view::npos;
}

void checkLanes(const Policy& policy, std::vector<PolicyFault>& faults) {
    for (std::size_t i = 0; i < policy.lanes.size(); ++i) {
        const Lane& lane = policy.lanes[i];
        if (lane.name.empty() || isStage(lane.name))
            faults.push_back({Code::LaneName, i});
        if (!isLaneTag(lane.tag))
            faults.push_back({Code::LaneTag, i});
        const auto end = policy.lanes.begin() + static_cast<std::ptrdiff_t>(i);
        const bool twice = std::any_of(policy.lanes.begin(), end, [&](const Lane& other) {
            return other.name == lane.name || (other.tag == lane.tag && other.value == lane.value);
        });
        if (twice)
            faults.push_back({Code::LaneTwice, i});
    }
}

}  // namespace

PolicyReading readPolicy(std::string_view text) {
    PolicyReading reading;
    reading.isSet = true;
    const ordered_json object = objectIn(text);
    if (object.is_discarded()) {
        reading.faults.push_back({Code::NotJson});
        return reading;
    }
    PolicyReader(object, reading).run();
    if (!object.contains("v"))
        reading.faults.push_back({Code::FieldType, 0, 0, 0, "v"});
    for (PolicyFault& fault : validate(reading.policy)) {
        // One that is stored may be longer than what is stored here.
        if (fault.code != Code::TooLong)
            reading.faults.push_back(std::move(fault));
    }
    return reading;
}

PolicyReading policyOf(std::span<const domain::Tag> modelTags) {
    for (const domain::Tag& tag : modelTags) {
        if (tag.key == PolicyTag)
            return readPolicy(tag.value);
    }
    return {};
}

std::string writePolicy(const Policy& policy) {
    ordered_json object = {{"v", PolicyFormat},
                           {"approvals", policy.approvals},
                           {"author_may_approve", policy.authorMayApprove}};
    ordered_json& gates = object["gates"] = ordered_json::array();
    for (const GateRule& rule : policy.gates)
        gates.push_back({{"if", rule.text}, {"required", rule.required}});
    ordered_json& lanes = object["lanes"] = ordered_json::array();
    for (const Lane& lane : policy.lanes)
        lanes.push_back({{"name", lane.name}, {"tag", lane.tag}, {"value", lane.value}});
    const ordered_json more = objectIn(policy.more);
    for (auto item = more.begin(); more.is_object() && item != more.end(); ++item) {
        if (!object.contains(item.key()))
            object[item.key()] = item.value();
    }
    return dumped(object);
}

std::vector<PolicyFault> validate(const Policy& policy) {
    std::vector<PolicyFault> faults;
    if (policy.approvals < 1 || policy.approvals > MostApprovals)
        faults.push_back({Code::Approvals});
    checkGates(policy, faults);
    checkLanes(policy, faults);
    if (const std::size_t length = charactersOf(writePolicy(policy)); length > LongestPolicy)
        faults.push_back({Code::TooLong, 0, length});
    return faults;
}

stores::Change policyChange(const domain::RegisteredModel& model, const Policy* policy) {
    stores::Change change;
    change.place.kind = stores::PlaceKind::ModelTag;
    change.place.owner = model.name;
    change.place.key = PolicyTag;
    if (policy != nullptr)
        change.wanted = writePolicy(*policy);
    if (const std::string* now = domain::find(model.tags, PolicyTag))
        change.basis = *now;
    return change;
}

}  // namespace podium::registry
