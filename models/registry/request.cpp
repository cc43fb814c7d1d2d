// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/request.h"

#include "registry/gate.h"

#include <algorithm>
#include <map>

namespace podium::registry {

using Versions = std::span<const domain::ModelVersion>;

namespace {

constexpr std::string_view ApproveAction = "APPROVE_TRANSITION_REQUEST";
constexpr std::string_view RejectAction = "REJECT_TRANSITION_REQUEST";
constexpr std::string_view CancelAction = "CANCEL_TRANSITION_REQUEST";

const domain::ModelVersion* versionNumbered(std::int64_t number, Versions versions) {
    const auto found = std::ranges::find(versions, number, &domain::ModelVersion::version);
    return found == versions.end() ? nullptr : &*found;
}

std::string stageOf(const domain::ModelVersion& version) {
    return version.stage.empty() ? "None" : version.stage;
}

stores::Held aliasOf(const domain::RegisteredModel& model, std::string_view name) {
    for (const domain::Alias& alias : model.aliases) {
        if (alias.alias == name)
            return std::to_string(alias.version);
    }
    return std::nullopt;
}

/// What the target's place holds: with a stage and a tag that is the candidate's own.
stores::Held heldAt(const Target& target, const domain::RegisteredModel& model,
                    const domain::ModelVersion* candidate) {
    if (target.kind == Target::Kind::Alias)
        return aliasOf(model, target.name);
    if (candidate == nullptr)
        return std::nullopt;
    if (target.kind == Target::Kind::Stage)
        return stageOf(*candidate);
    const std::string* value = domain::find(candidate->tags, target.name);
    return value == nullptr ? stores::Held() : stores::Held(*value);
}

/// Nobody is replaced where versions are put away.
std::vector<std::int64_t> replacedBy(const Target& target, std::int64_t candidate,
                                     const domain::RegisteredModel& model, Versions versions) {
    const bool away =
        target.kind == Target::Kind::Stage && (target.name == "None" || target.name == "Archived");
    if (away)
        return {};
    std::vector<std::int64_t> there = versionsAt(target, model, versions);
    std::erase(there, candidate);
    return there;
}

bool counts(const Event& event) {
    return event.reading == Reading::Whole || event.reading == Reading::PartlyKnown;
}

Request requestFrom(const Event& event, const domain::ModelVersion& version) {
    Request request;
    request.id = event.id;
    request.model = version.name;
    request.version = version.version;
    request.target = event.to;
    request.from = event.from;
    request.replaces = event.replaces;
    request.archiveExisting = event.archiveExisting;
    request.asker = event.who;
    request.at = event.at;
    request.comment = event.comment;
    return request;
}

/// What the thread says; staleness is looked at later.
void fold(Request& request, const Policy& policy) {
    std::map<std::string, std::pair<Action, Voice>> last;
    bool applied = false;
    bool withdrawn = false;
    for (const Event& event : request.thread) {
        if (!counts(event))
            continue;
        const bool voice = event.action == Action::Approve || event.action == Action::Reject;
        if (voice && !event.who.empty())
            last.insert_or_assign(
                event.who,
                std::pair(event.action, Voice{event.who, event.at, event.comment, event.id}));
        // Others may say that they would rather have it withdrawn; that is their comment.
        if (event.action == Action::Withdraw && event.who == request.asker)
            withdrawn = true;
        if (event.action == Action::Applied &&
            (event.effect == Effect::Written || event.effect == Effect::Was))
            applied = true;
    }
    for (auto& [who, voice] : last) {
        if (voice.first == Action::Reject)
            request.rejections.push_back(std::move(voice.second));
        else if (who != request.asker || policy.authorMayApprove)
            request.approvals.push_back(std::move(voice.second));
    }
    std::ranges::sort(request.approvals, {}, &Voice::event);
    std::ranges::sort(request.rejections, {}, &Voice::event);
    const auto wanted = static_cast<std::size_t>(std::max(policy.approvals, 1));
    if (applied)
        request.state = RequestState::Applied;
    else if (withdrawn)
        request.state = RequestState::Withdrawn;
    else if (!request.rejections.empty())
        request.state = RequestState::Rejected;
    else if (request.approvals.size() >= wanted)
        request.state = RequestState::Approved;
}

Staleness stalenessOf(const Request& request, const Event& asked,
                      const domain::RegisteredModel& model, Versions versions) {
    const bool elsewhere = (!asked.model.empty() && asked.model != model.name) ||
                           (asked.version != 0 && asked.version != request.version);
    if (elsewhere)
        return Staleness::Elsewhere;
    const std::vector<std::int64_t> there = versionsAt(request.target, model, versions);
    if (std::ranges::binary_search(there, request.version))
        return Staleness::There;
    const domain::ModelVersion* candidate = versionNumbered(request.version, versions);
    const bool own = request.target.kind != Target::Kind::Alias;
    if (own && heldAt(request.target, model, candidate) != request.from)
        return Staleness::Moved;
    if (replacedBy(request.target, request.version, model, versions) != request.replaces)
        return Staleness::Replaced;
    return Staleness::None;
}

void addRequests(const domain::RegisteredModel& model, const domain::ModelVersion& version,
                 Versions versions, const PolicyReading& policy, std::vector<Request>& requests) {
    const std::vector<Event> events = eventsOf(version.tags);
    if (events.empty())
        return;
    const Chain chain = chainOf(events);
    for (const Event& asked : events) {
        if (asked.action != Action::Request || !counts(asked))
            continue;
        Request request = requestFrom(asked, version);
        request.chain = chain;
        request.thread.push_back(asked);
        for (const Event& event : events) {
            if (event.request == asked.id && event.id != asked.id)
                request.thread.push_back(event);
        }
        fold(request, policy.policy);
        // With a policy that can't be read nothing has enough approvals.
        if (request.state == RequestState::Approved && !policy.faults.empty())
            request.state = RequestState::Open;
        if (!request.isDecided()) {
            request.staleness = stalenessOf(request, asked, model, versions);
            if (request.staleness != Staleness::None)
                request.state = RequestState::Stale;
        }
        requests.push_back(std::move(request));
    }
}

/// What about the request itself stands in the way of a voice.
void addRequestReasons(const PolicyReading& policy, const Request& request, std::string_view who,
                       std::vector<Reason>& reasons) {
    const auto add = [&](bool stands, Obstacle obstacle, bool blocks = true) {
        if (stands)
            reasons.push_back({obstacle, blocks, {}});
    };
    add(!policy.faults.empty(), Obstacle::PolicyFaulty);
    add(request.state == RequestState::Stale, Obstacle::Stale);
    add(request.isDecided() && request.state != RequestState::Stale, Obstacle::NotOpen);
    add(who.empty(), Obstacle::NoName);
    add(!request.native && !who.empty() && who == request.asker && !policy.policy.authorMayApprove,
        Obstacle::OwnRequest);
    add(std::ranges::count(request.approvals, who, &Voice::who) > 0, Obstacle::ApprovedAlready);
    add(request.native && std::ranges::count(request.availableActions, ApproveAction) == 0,
        Obstacle::NotOffered);
    add(request.chain.state == Chain::State::Broken, Obstacle::ChainBroken, false);
}

void addGateReasons(std::span<const GateResult> gates, std::vector<Reason>& reasons) {
    for (const GateResult& gate : gates) {
        switch (gate.outcome) {
            case GateResult::Outcome::Pass:
                break;
            case GateResult::Outcome::Fail:
                reasons.push_back({Obstacle::GateFailed, gate.rule.required, gate.rule.text});
                break;
            case GateResult::Outcome::Unknown:
                reasons.push_back({Obstacle::GateUnknown, gate.rule.required, gate.rule.text});
                break;
            case GateResult::Outcome::Faulty:
                reasons.push_back({Obstacle::GateFaulty, gate.rule.required, gate.rule.text});
                break;
        }
    }
}

bool blocks(std::span<const Reason> reasons) {
    return std::ranges::any_of(reasons, &Reason::blocks);
}

}  // namespace

std::vector<Request> requestsOf(const domain::RegisteredModel& model, Versions versions) {
    const PolicyReading policy = policyOf(model.tags);
    std::vector<Request> requests;
    for (const domain::ModelVersion& version : versions)
        addRequests(model, version, versions, policy, requests);
    std::ranges::stable_sort(requests,
                             [](const Request& a, const Request& b) { return a.id > b.id; });
    return requests;
}

std::vector<Event> orphansOf(const domain::ModelVersion& version) {
    std::vector<Event> events = eventsOf(version.tags);
    std::vector<std::string> requests;
    for (const Event& event : events) {
        if (event.action == Action::Request && counts(event))
            requests.push_back(event.id);
    }
    std::erase_if(events, [&](const Event& event) {
        return std::ranges::count(requests, event.request) > 0;
    });
    return events;
}

std::vector<std::int64_t> versionsAt(const Target& target, const domain::RegisteredModel& model,
                                     Versions versions) {
    std::vector<std::int64_t> there;
    for (const domain::ModelVersion& version : versions) {
        bool is = false;
        if (target.kind == Target::Kind::Stage)
            is = stageOf(version) == target.name;
        else if (target.kind == Target::Kind::Alias)
            is = aliasOf(model, target.name) == std::to_string(version.version);
        else if (const std::string* value = domain::find(version.tags, target.name))
            is = *value == target.value;
        if (is)
            there.push_back(version.version);
    }
    std::ranges::sort(there);
    return there;
}

std::optional<std::int64_t> incumbentOf(const Target& target, std::int64_t candidate,
                                        const domain::RegisteredModel& model, Versions versions) {
    std::vector<std::int64_t> there = versionsAt(target, model, versions);
    std::erase(there, candidate);
    return there.empty() ? std::nullopt : std::optional(there.back());
}

Draft requestDraft(const Target& target, std::int64_t candidate, std::string who,
                   std::string comment, bool archiveExisting, const domain::RegisteredModel& model,
                   Versions versions) {
    Draft draft;
    draft.action = Action::Request;
    draft.who = std::move(who);
    draft.comment = std::move(comment);
    draft.to = target;
    draft.from = heldAt(target, model, versionNumbered(candidate, versions));
    draft.replaces = replacedBy(target, candidate, model, versions);
    draft.archiveExisting = archiveExisting && target.kind == Target::Kind::Stage &&
                            (target.name == "Staging" || target.name == "Production");
    return draft;
}

stores::Change changeFor(const Request& request, const domain::RegisteredModel& model,
                         Versions versions) {
    const Target& target = request.target;
    stores::Change change;
    change.place.owner = model.name;
    change.basis = heldAt(target, model, versionNumbered(request.version, versions));
    switch (target.kind) {
        case Target::Kind::Stage:
            change.place.kind = stores::PlaceKind::VersionStage;
            change.place.version = request.version;
            change.wanted = target.name;
            change.archiveExisting = request.archiveExisting;
            if (request.archiveExisting)
                change.archived = replacedBy(target, request.version, model, versions);
            change.comment = request.comment;
            break;
        case Target::Kind::Alias:
            change.place.kind = stores::PlaceKind::ModelAlias;
            change.place.key = target.name;
            change.wanted = std::to_string(request.version);
            break;
        case Target::Kind::Tag:
            change.place.kind = stores::PlaceKind::VersionTag;
            change.place.key = target.name;
            change.place.version = request.version;
            change.wanted = target.value;
            break;
    }
    return change;
}

Judgement judge(const PolicyReading& policy, const Request& request,
                std::span<const GateResult> gates, std::string_view who) {
    Judgement judgement;
    addRequestReasons(policy, request, who, judgement.reasons);
    addGateReasons(gates, judgement.reasons);
    const bool native = request.native;
    const auto offered = [&](std::string_view action) {
        return std::ranges::count(request.availableActions, action) > 0;
    };
    const bool asker = !who.empty() && who == request.asker;
    const int wanted = native ? 1 : policy.policy.approvals;
    judgement.missingApprovals = std::max(0, wanted - static_cast<int>(request.approvals.size()));
    judgement.mayApprove = !blocks(judgement.reasons);
    judgement.commentNeeded = judgement.mayApprove && !judgement.reasons.empty();
    judgement.isLastApproval = judgement.mayApprove && judgement.missingApprovals <= 1;
    const bool open = !request.isDecided();
    judgement.mayReject =
        native ? offered(RejectAction)
               : (open || request.state == RequestState::Stale) && !asker && !who.empty();
    judgement.mayWithdraw =
        native ? offered(CancelAction) : (open || request.state == RequestState::Stale) && asker;
    std::vector<Reason> toApply;
    addGateReasons(gates, toApply);
    judgement.mayApply = !native && request.state == RequestState::Approved &&
                         policy.faults.empty() && !who.empty() && !blocks(toApply);
    return judgement;
}

}  // namespace podium::registry
