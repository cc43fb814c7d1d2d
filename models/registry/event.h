// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/entities.h"
#include "stores/write.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Requests and decisions about versions of registered models. Where a store knows no such thing
/// they are tags of the version, one for each event, never written again; the format is described
/// in packaging/doc/approvals.md. A tag can be changed and removed by everybody who may write, and
/// says itself who wrote it: this is a log, no proof and no lock.
namespace podium::registry {

/// Where a version is to go.
struct Target {
    enum class Kind {
        Stage,  // `name` as MLflow spells it
        Alias,  // `name`
        Tag,    // a lane of one's own: the version's tag `name` is to be `value`
    };
    Kind kind = Kind::Stage;
    std::string name;
    std::string value = {};

    friend bool operator==(const Target&, const Target&) = default;
};

enum class Action {
    Request,
    Approve,
    Reject,
    Withdraw,
    Comment,
    Applied,  // what came of the change itself
    Unknown,  // one that this Podium does not know, or none at all
};

/// "request" ... "applied", as in an event; "" for Unknown.
[[nodiscard]] std::string_view actionName(Action action);

/// What came of the change that was asked for.
enum class Effect {
    None,      // an event of another kind
    Written,   // and read back
    Was,       // the store held it already
    Conflict,  // the store held something else than what was decided on; nothing was written
    Refused,   // the store refused
    Unknown,   // a word that this Podium does not know
};
[[nodiscard]] std::string_view effectName(Effect effect);

/// How much of an event was understood. Whatever is not stays visible in `value`.
enum class Reading {
    Whole,
    PartlyKnown,  // it has fields that this Podium does not know; the others count
    UnknownKind,  // of a later format, or with an action that is not known: it is shown, never
                  // counted
    Unreadable,   // no JSON object, or a field has the wrong type: `fault` says which
};

/// A gate as it stood when somebody decided: its text and "pass", "fail" or "unknown".
struct GateNote {
    std::string gate;
    std::string outcome;

    friend bool operator==(const GateNote&, const GateNote&) = default;
};

/// One event of a version.
struct Event {
    std::string key;    // of the tag, exactly
    std::string value;  // of the tag, exactly
    std::string hash;   // SHA-256 over key, line feed, value; lower case hexadecimal

    std::string id;       // the key behind "approval."
    base::Millis at = 0;  // as the key says; 0 where it can't be read
    std::int64_t format = 0;
    Reading reading = Reading::Unreadable;
    std::string fault;  // Unreadable: "json", or the field that is wrong; UnknownKind: what it is
    std::vector<std::string> unknownFields;

    Action action = Action::Unknown;
    std::string actionText;  // as written
    std::string who;
    std::string request;  // the id of the request it belongs to; of a request its own
    std::string comment;
    std::vector<std::string> prev;  // hashes of the events that it follows

    // of a request
    std::string model;  // it was made for; differs where the version was copied or renamed
    std::int64_t version = 0;
    Target to;
    stores::Held from;  // what the target's place held: a stage, an alias' version, a tag's value
    std::vector<std::int64_t> replaces;  // versions that were in the target's place, ascending
    bool archiveExisting = false;

    // of a decision
    std::vector<GateNote> gates;
    Effect effect = Effect::None;  // of Applied
    std::string found;             // of Applied in a conflict: what the store held

    friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr std::string_view EventPrefix = "approval.";
inline constexpr std::int64_t EventFormat = 1;
/// Unicode characters of an event's value, for servers before MLflow 3.1.1.
inline constexpr std::size_t LongestEvent = 5000;

/// Whether a version's tag is an event: its key begins with "approval.".
[[nodiscard]] bool isEvent(std::string_view key);

/// Never fails: what can't be read is an event, too.
[[nodiscard]] Event readEvent(std::string_view key, std::string_view value);

/// The events among the tags, ordered by their keys, which is by time.
[[nodiscard]] std::vector<Event> eventsOf(std::span<const domain::Tag> tags);

/// Hashes of events that no other one follows: what the next one has to name as `prev`, ascending.
[[nodiscard]] std::vector<std::string> headsOf(std::span<const Event> events);

/// What a person wants to say; the rest of an event is filled in.
struct Draft {
    Action action = Action::Comment;
    std::string who;
    std::string request = {};  // id of the request; of a request itself left empty
    std::string comment = {};
    // of a request
    Target to = {};
    stores::Held from = {};
    std::vector<std::int64_t> replaces = {};
    bool archiveExisting = false;
    // of a decision
    std::vector<GateNote> gates = {};
    Effect effect = Effect::None;
    std::string found = {};
};

/// Why a draft can't become an event. Words are made in views.
enum class DraftFault {
    None,
    NoName,      // nobody says it
    NoRequest,   // it belongs to no request of this version
    NoTarget,    // a request says not where to
    TargetName,  // a name that MLflow does not take: a stage it has not, a bad alias or tag key
    NoComment,   // a comment without words
    TooLong,     // `length` characters, LongestEvent may be
};

struct Written {
    DraftFault fault = DraftFault::None;
    std::size_t length = 0;  // TooLong: characters the event would have
    Event event;             // where there is no fault
};

/// 32 random bits from the machine.
[[nodiscard]] std::uint32_t randomBits();

/// The event for a draft about a version with these tags. `random` gives the last part of its key.
[[nodiscard]] Written writeEvent(const Draft& draft, const domain::ModelVersion& version,
                                 base::Millis now, std::uint32_t random);

/// How many characters of a comment are left beside the rest of the event; negative: it is too
/// long.
[[nodiscard]] std::int64_t charactersLeft(const Draft& draft, const domain::ModelVersion& version);

/// Brings the event into the store: a tag that is not there yet.
[[nodiscard]] stores::Change changeFor(const Event& event, const domain::ModelVersion& version);

/// How the events of a version hang together.
struct Chain {
    enum class State {
        Intact,
        Forked,  // somebody wrote without having seen what another wrote: legal
        Broken,  // an event was removed or altered, or can't be read
    };
    struct Break {
        std::string event;    // id of the event that shows it
        std::string missing;  // the hash it follows and that is not there; "" for an unreadable one
    };
    State state = State::Intact;
    std::vector<Break> breaks;
    std::vector<std::string> forks;  // ids of events that follow the same one as an earlier event
};

[[nodiscard]] Chain chainOf(std::span<const Event> events);

}  // namespace podium::registry
