// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/event.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "registry/json.h"
#include "registry/times.h"
#include "stores/registryrules.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <set>

namespace podium::registry {

using base::Millis;

namespace {

using namespace std::string_view_literals;

constexpr std::array Actions = {
    std::pair{Action::Request, "request"sv}, std::pair{Action::Approve, "approve"sv},
    std::pair{Action::Reject, "reject"sv},   std::pair{Action::Withdraw, "withdraw"sv},
    std::pair{Action::Comment, "comment"sv}, std::pair{Action::Applied, "applied"sv}};

constexpr std::array Effects = {
    std::pair{Effect::Written, "written"sv}, std::pair{Effect::Was, "was"sv},
    std::pair{Effect::Conflict, "conflict"sv}, std::pair{Effect::Refused, "refused"sv}};

constexpr Millis MostSkew = 24 * 60 * 60 * 1000;  // of clocks that are merely wrong
constexpr std::string_view TimeShape = "ddddddddTdddddddddZ";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool hasTimeShape(std::string_view text) {
    return text.size() >= TimeShape.size() &&
           std::equal(TimeShape.begin(), TimeShape.end(), text.begin(),
                      [](char shape, char c) { return shape == 'd' ? isDigit(c) : c == shape; });
}

int numberAt(std::string_view text, std::size_t at, std::size_t length) {
    int number = 0;
    for (const char c : text.substr(at, length))
        number = number * 10 + (c - '0');
    return number;
}

/// 0 for a day or a clock that there is not.
Millis timeOf(std::string_view id) {
    using namespace std::chrono;
    const year_month_day day{year(numberAt(id, 0, 4)),
                             month(static_cast<unsigned>(numberAt(id, 4, 2))),
                             std::chrono::day(static_cast<unsigned>(numberAt(id, 6, 2)))};
    const int hour = numberAt(id, 9, 2);
    const int minute = numberAt(id, 11, 2);
    const int second = numberAt(id, 13, 2);
    if (!day.ok() || hour > 23 || minute > 59 || second > 59)
        return 0;
    const milliseconds clock =
        hours(hour) + minutes(minute) + seconds(second) + milliseconds(numberAt(id, 15, 3));
    return duration_cast<milliseconds>(sys_days(day).time_since_epoch() + clock).count();
}

std::string idFor(Millis at, std::uint32_t random) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string id = compactTime(at) + '.';
    for (int shift = 28; shift >= 0; shift -= 4)
        id += Digits[(random >> static_cast<unsigned>(shift)) & 15U];
    return id;
}

/// Takes an event's fields out of its object; the first that has the wrong type ends it.
class FieldReader {
public:
    FieldReader(const ordered_json& object, Event& event) : m_object(object), m_event(event) {}

    void run() {
        text("who", m_event.who);
        text("comment", m_event.comment);
        text("request", m_event.request);
        text("model", m_event.model);
        text("found", m_event.found);
        whole("version", m_event.version);
        if (const ordered_json* from = field("from"); from != nullptr && !from->is_null())
            from->is_string() ? static_cast<void>(m_event.from = from->get<std::string>())
                              : fail("from");
        if (const ordered_json* archive = field("archive"))
            archive->is_boolean()
                ? static_cast<void>(m_event.archiveExisting = archive->get<bool>())
                : fail("archive");
        target();
        prev();
        replaces();
        gates();
        result();
        for (const auto& item : m_object.items()) {
            if (!m_taken.contains(item.key()))
                m_event.unknownFields.push_back(item.key());
        }
    }

    [[nodiscard]] const std::string& fault() const { return m_fault; }

    const ordered_json* field(const char* name) {
        m_taken.insert(name);
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }

private:
    void fail(const char* name) {
        if (m_fault.empty())
            m_fault = name;
    }
    void text(const char* name, std::string& into) {
        const ordered_json* value = field(name);
        if (value == nullptr || value->is_null())
            return;
        if (value->is_string())
            into = value->get<std::string>();
        else
            fail(name);
    }
    void whole(const char* name, std::int64_t& into) {
        const ordered_json* value = field(name);
        if (value == nullptr)
            return;
        if (const auto number = wholeIn(*value))
            into = *number;
        else
            fail(name);
    }
    void target() {
        const ordered_json* to = field("to");
        if (to == nullptr)
            return;
        if (!to->is_object())
            return fail("to");
        constexpr std::array Kinds = {std::pair{Target::Kind::Stage, "stage"},
                                      std::pair{Target::Kind::Alias, "alias"},
                                      std::pair{Target::Kind::Tag, "tag"}};
        for (const auto& [kind, name] : Kinds) {
            if (to->contains(name))
                m_event.to = {kind, textIn(*to, name), textIn(*to, "value")};
        }
        if (m_event.to.name.empty())
            fail("to");
    }
    void prev() {
        const ordered_json* prev = field("prev");
        if (prev == nullptr || prev->is_null())
            return;
        if (prev->is_string() && !prev->get<std::string>().empty())
            m_event.prev.push_back(prev->get<std::string>());
        if (!prev->is_array() && !prev->is_string())
            return fail("prev");
        for (std::size_t i = 0; prev->is_array() && i < prev->size(); ++i) {
            if (!(*prev)[i].is_string())
                return fail("prev");
            m_event.prev.push_back((*prev)[i].get<std::string>());
        }
    }
    void replaces() {
        const ordered_json* list = field("replaces");
        if (list == nullptr)
            return;
        if (!list->is_array())
            return fail("replaces");
        for (const ordered_json& one : *list) {
            const auto number = wholeIn(one);
            if (!number)
                return fail("replaces");
            m_event.replaces.push_back(*number);
        }
        std::ranges::sort(m_event.replaces);
    }
    void gates() {
        const ordered_json* list = field("gates");
        if (list == nullptr)
            return;
        if (!list->is_array())
            return fail("gates");
        for (const ordered_json& one : *list) {
            if (!one.is_object())
                return fail("gates");
            m_event.gates.push_back({textIn(one, "gate"), textIn(one, "outcome")});
        }
    }
    void result() {
        std::string word;
        text("result", word);
        if (word.empty())
            return;
        m_event.effect = Effect::Unknown;
        for (const auto& [effect, name] : Effects) {
            if (word == name)
                m_event.effect = effect;
        }
    }

    const ordered_json& m_object;
    Event& m_event;
    std::set<std::string, std::less<>> m_taken;
    std::string m_fault;
};

ordered_json targetJson(const Target& target) {
    switch (target.kind) {
        case Target::Kind::Stage:
            return {{"stage", target.name}};
        case Target::Kind::Alias:
            return {{"alias", target.name}};
        case Target::Kind::Tag:
            break;
    }
    return {{"tag", target.name}, {"value", target.value}};
}

std::string valueFor(const Draft& draft, const domain::ModelVersion& version,
                     const std::vector<std::string>& prev) {
    ordered_json event = {
        {"v", EventFormat}, {"action", actionName(draft.action)}, {"who", draft.who}};
    if (draft.action == Action::Request) {
        event["model"] = version.name;
        event["version"] = version.version;
        event["to"] = targetJson(draft.to);
        event["from"] = draft.from ? ordered_json(*draft.from) : ordered_json(nullptr);
        event["replaces"] = draft.replaces;
        event["archive"] = draft.archiveExisting;
    } else {
        event["request"] = draft.request;
    }
    if (!draft.gates.empty()) {
        ordered_json& gates = event["gates"] = ordered_json::array();
        for (const GateNote& note : draft.gates)
            gates.push_back({{"gate", note.gate}, {"outcome", note.outcome}});
    }
    if (draft.action == Action::Applied) {
        event["result"] = effectName(draft.effect);
        if (!draft.found.empty())
            event["found"] = draft.found;
    }
    event["comment"] = draft.comment;
    event["prev"] = prev;
    return dumped(event);
}

/// Whether MLflow takes it, as it writes it itself.
bool isNamed(const Target& target, const domain::ModelVersion& version) {
    stores::Change change;
    change.place.owner = version.name;
    change.place.version = version.version;
    change.place.key = target.name;
    switch (target.kind) {
        case Target::Kind::Stage:
            return stores::stageNamed(target.name) == target.name;
        case Target::Kind::Alias:
            change.place.kind = stores::PlaceKind::ModelAlias;
            change.place.version = 0;
            change.wanted = std::to_string(version.version);
            break;
        case Target::Kind::Tag:
            if (isEvent(target.name))
                return false;
            change.place.kind = stores::PlaceKind::VersionTag;
            change.wanted = target.value;
            break;
    }
    return stores::allowedChange(change).ok();
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

DraftFault faultOf(const Draft& draft, const domain::ModelVersion& version,
                   const std::vector<Event>& events) {
    if (isBlank(draft.who))
        return DraftFault::NoName;
    if (draft.action == Action::Comment && isBlank(draft.comment))
        return DraftFault::NoComment;
    if (draft.action != Action::Request) {
        const bool there = std::ranges::any_of(events, [&](const Event& event) {
            return event.action == Action::Request && event.id == draft.request;
        });
        return there ? DraftFault::None : DraftFault::NoRequest;
    }
    if (draft.to.name.empty())
        return DraftFault::NoTarget;
    return isNamed(draft.to, version) ? DraftFault::None : DraftFault::TargetName;
}

}  // namespace

std::string_view actionName(Action action) {
    for (const auto& [one, name] : Actions) {
        if (one == action)
            return name;
    }
    return {};
}

std::string_view effectName(Effect effect) {
    for (const auto& [one, name] : Effects) {
        if (one == effect)
            return name;
    }
    return {};
}

bool isEvent(std::string_view key) {
    if (!key.starts_with(EventPrefix))
        return false;
    const std::string_view id = key.substr(EventPrefix.size());
    return hasTimeShape(id) && id.size() > TimeShape.size() + 1 && id[TimeShape.size()] == '.';
}

Event readEvent(std::string_view key, std::string_view value) {
    Event event;
    event.key = key;
    event.value = value;
    event.hash = base::sha256Hex(event.key + '\n' + event.value);
    event.id = key.substr(std::min(key.size(), EventPrefix.size()));
    if (hasTimeShape(event.id))
        event.at = timeOf(event.id);
    const ordered_json object = objectIn(value);
    if (object.is_discarded()) {
        event.fault = "json";
        return event;
    }
    FieldReader reader(object, event);
    const ordered_json* format = reader.field("v");
    const auto number = format == nullptr ? std::nullopt : wholeIn(*format);
    const ordered_json* action = reader.field("action");
    if (action != nullptr && action->is_string())
        event.actionText = action->get<std::string>();
    event.format = number.value_or(0);
    for (const auto& [one, name] : Actions) {
        if (event.actionText == name)
            event.action = one;
    }
    reader.run();
    if (!number || (action != nullptr && !action->is_string())) {
        event.fault = number ? "action" : "v";
    } else if (event.format != EventFormat) {
        event.reading = Reading::UnknownKind;
        event.fault = std::to_string(event.format);
    } else if (event.action == Action::Unknown) {
        event.reading = Reading::UnknownKind;
        event.fault = event.actionText;
    } else if (!reader.fault().empty()) {
        event.fault = reader.fault();
    } else if (event.action == Action::Request && event.to.name.empty()) {
        event.fault = "to";
    } else {
        event.reading = event.unknownFields.empty() ? Reading::Whole : Reading::PartlyKnown;
    }
    if (event.action == Action::Request)
        event.request = event.id;
    return event;
}

std::vector<Event> eventsOf(std::span<const domain::Tag> tags) {
    std::vector<Event> events;
    for (const domain::Tag& tag : tags) {
        if (isEvent(tag.key))
            events.push_back(readEvent(tag.key, tag.value));
    }
    std::ranges::sort(events, {}, &Event::key);
    return events;
}

std::uint32_t randomBits() {
    std::random_device device;
    return device();
}

Written writeEvent(const Draft& draft, const domain::ModelVersion& version, Millis now,
                   std::uint32_t random) {
    const std::vector<Event> events = eventsOf(version.tags);
    Written written;
    written.fault = faultOf(draft, version, events);
    if (written.fault != DraftFault::None)
        return written;
    // Clocks of several machines differ; what answers an event still has to come behind it.
    for (const Event& event : events) {
        if (event.at < now + MostSkew)
            now = std::max(now, event.at + 1);
    }
    Draft clean = draft;
    clean.comment = base::toUtf8(draft.comment);
    clean.who = base::toUtf8(draft.who);
    const std::string value = valueFor(clean, version, headsOf(events));
    written.length = charactersOf(value);
    if (written.length > LongestEvent) {
        written.fault = DraftFault::TooLong;
        return written;
    }
    written.event = readEvent(std::string(EventPrefix) + idFor(now, random), value);
    return written;
}

std::int64_t charactersLeft(const Draft& draft, const domain::ModelVersion& version) {
    const std::string value = valueFor(draft, version, headsOf(eventsOf(version.tags)));
    return static_cast<std::int64_t>(LongestEvent) - static_cast<std::int64_t>(charactersOf(value));
}

stores::Change changeFor(const Event& event, const domain::ModelVersion& version) {
    stores::Change change;
    change.place.kind = stores::PlaceKind::VersionTag;
    change.place.owner = version.name;
    change.place.key = event.key;
    change.place.version = version.version;
    change.wanted = event.value;
    return change;
}

}  // namespace podium::registry
