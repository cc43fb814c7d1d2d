// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/event.h"
#include "registry/policy.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace podium::registry {

enum class RequestState {
    Open,
    Approved,  // by as many as the policy wants; the change itself is still to come
    Rejected,
    Withdrawn,
    Applied,
    Stale,  // it was open or approved, and what it was asked on is no longer so: see Staleness
};

enum class Staleness {
    None,
    There,      // the version is where it was to go
    Moved,      // the version is in another stage (or its tag is another) than when it was asked
    Replaced,   // other versions are in the target's place than when it was asked
    Elsewhere,  // it was made for another model or version: the version was copied or renamed
};

/// Who approved or rejected, by the last word of each.
struct Voice {
    std::string who;
    base::Millis at = 0;
    std::string comment;
    std::string event;  // id

    friend bool operator==(const Voice&, const Voice&) = default;
};

/// A request with all that was said about it. A plain value.
struct Request {
    std::string id;
    std::string model;
    std::int64_t version = 0;
    Target target;
    stores::Held from;                   // what the target's place held when it was asked
    std::vector<std::int64_t> replaces;  // versions that were in the target's place, ascending
    bool archiveExisting = false;
    std::string asker;
    base::Millis at = 0;
    std::string comment;

    RequestState state = RequestState::Open;
    Staleness staleness = Staleness::None;
    std::vector<Voice> approvals;   // that count: each person once, not the asker's if the policy
                                    // does not let authors approve
    std::vector<Voice> rejections;  // each person once
    std::vector<Event> thread;      // by time, with the request itself first
    Chain chain;                    // of all events of the version

    /// Of Databricks: its own list of what this login may do ("APPROVE_TRANSITION_REQUEST" ...);
    /// `native` requests are no events, and have no chain.
    bool native = false;
    std::vector<std::string> availableActions = {};

    [[nodiscard]] bool isDecided() const {
        return state != RequestState::Open && state != RequestState::Approved;
    }
};

/// The requests among the events of a model's versions, the newest first. Events that belong to no
/// request are not in it: see orphansOf().
[[nodiscard]] std::vector<Request> requestsOf(const domain::RegisteredModel& model,
                                              std::span<const domain::ModelVersion> versions);

/// Events of a version that belong to no request of it: unreadable ones, those of unknown kinds,
/// and those whose request is gone.
[[nodiscard]] std::vector<Event> orphansOf(const domain::ModelVersion& version);

/// Versions in the target's place now, ascending.
[[nodiscard]] std::vector<std::int64_t> versionsAt(const Target& target,
                                                   const domain::RegisteredModel& model,
                                                   std::span<const domain::ModelVersion> versions);
/// The one that the candidate is compared with: of several in the place the greatest that is not
/// the candidate. Nothing: there is none.
[[nodiscard]] std::optional<std::int64_t> incumbentOf(
    const Target& target, std::int64_t candidate, const domain::RegisteredModel& model,
    std::span<const domain::ModelVersion> versions);

/// A request's draft with what it is asked on: `from` and `replaces`.
[[nodiscard]] Draft requestDraft(const Target& target, std::int64_t candidate, std::string who,
                                 std::string comment, bool archiveExisting,
                                 const domain::RegisteredModel& model,
                                 std::span<const domain::ModelVersion> versions);

/// The change that was asked for, on what is so now.
[[nodiscard]] stores::Change changeFor(const Request& request, const domain::RegisteredModel& model,
                                       std::span<const domain::ModelVersion> versions);

// What may be done

enum class Obstacle {
    PolicyFaulty,     // the policy can't be read
    NotOpen,          // it is decided
    Stale,            //
    NoName,           // who asks has no name
    OwnRequest,       // the policy does not let authors approve
    ApprovedAlready,  // by the same person
    ChainBroken,      // events are missing or altered
    GateFailed,       // `detail`: the gate
    GateUnknown,      // `detail`: the gate
    GateFaulty,       // `detail`: the gate
    NotOffered,       // Databricks does not let this login
};

struct Reason {
    Obstacle obstacle = Obstacle::NotOpen;
    bool blocks = true;  // false: it can be approved, with words
    std::string detail = {};

    friend bool operator==(const Reason&, const Reason&) = default;
};

struct GateResult;  // gate.h

struct Judgement {
    bool mayApprove = false;
    bool mayReject = false;
    bool mayWithdraw = false;
    bool mayApply = false;        // it has its approvals: the change can be made
    bool commentNeeded = false;   // to approve: some reason does not block
    int missingApprovals = 0;     // before this person's
    bool isLastApproval = false;  // with this person's there are enough
    std::vector<Reason> reasons;
};

/// What `who` may do with a request.
[[nodiscard]] Judgement judge(const PolicyReading& policy, const Request& request,
                              std::span<const GateResult> gates, std::string_view who);

}  // namespace podium::registry
