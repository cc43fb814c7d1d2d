// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/decision.h"

#include "stores/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace podium::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;
using stores::Held;
using stores::PlaceKind;

namespace {

constexpr std::array KindNames = {std::pair{PlaceKind::RunTag, "run-tag"},
                                  std::pair{PlaceKind::RunName, "run-name"},
                                  std::pair{PlaceKind::ModelTag, "model-tag"},
                                  std::pair{PlaceKind::ModelDescription, "model-description"},
                                  std::pair{PlaceKind::ModelAlias, "model-alias"},
                                  std::pair{PlaceKind::VersionTag, "version-tag"},
                                  std::pair{PlaceKind::VersionDescription, "version-description"},
                                  std::pair{PlaceKind::VersionStage, "version-stage"}};

bool isOfVersion(PlaceKind kind) {
    return kind == PlaceKind::VersionTag || kind == PlaceKind::VersionDescription ||
           kind == PlaceKind::VersionStage;
}

constexpr std::array StateNames = {
    std::pair{DecisionState::Waiting, "waiting"}, std::pair{DecisionState::LocalOnly, "local"},
    std::pair{DecisionState::Failed, "failed"}, std::pair{DecisionState::Conflict, "conflict"},
    std::pair{DecisionState::Written, "applied"}};

template <typename Names, typename Value>
const char* nameOf(const Names& names, Value value) {
    for (const auto& [one, name] : names) {
        if (one == value)
            return name;
    }
    return "";
}

std::string dumped(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json asJson(const Held& held) {
    return held ? json(*held) : json(nullptr);
}

/// Nothing if there is no such text or null.
std::optional<Held> heldIn(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !(found->is_string() || found->is_null()))
        return std::nullopt;
    return found->is_null() ? Held() : Held(found->get<std::string>());
}

std::string textIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::int64_t> versionsIn(const json& object, const char* key) {
    std::vector<std::int64_t> versions;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array())
        return versions;
    for (const json& version : *found) {
        if (version.is_number_integer())
            versions.push_back(version.get<std::int64_t>());
    }
    return versions;
}

std::string outcomeOf(const Decision& decision) {
    json outcome = json::object();
    if (decision.error) {
        outcome["error"] = base::codeName(decision.error->code);
        outcome["args"] = decision.error->args;
    }
    if (decision.state == DecisionState::Conflict)
        outcome["found"] = asJson(decision.found);
    if (decision.state == DecisionState::Conflict && !decision.inStage.empty())
        outcome["in_stage"] = decision.inStage;
    return outcome.empty() ? std::string() : dumped(outcome);
}

void takeOutcome(const std::string& text, Decision& decision) {
    const json outcome = json::parse(text, nullptr, false);
    if (!outcome.is_object())
        return;
    if (const auto found = heldIn(outcome, "found"))
        decision.found = *found;
    decision.inStage = versionsIn(outcome, "in_stage");
    const std::string code = textIn(outcome, "error");
    if (code.empty())
        return;
    decision.error = Error{base::codeFromName(code), {}};
    if (const auto args = outcome.find("args"); args != outcome.end() && args->is_array()) {
        for (const json& arg : *args)
            decision.error->args.push_back(arg.is_string() ? arg.get<std::string>() : "");
    }
}

Result<Decision> noted(cache::Outbox& outbox, Decision decision) {
    PODIUM_TRY(Decision, outbox.settle(decision.entryNo, nameOf(StateNames, decision.state),
                                       outcomeOf(decision)));
    return decision;
}

/// What goes by itself or with a login.
bool isPassing(ErrorCode code) {
    switch (code) {
        case ErrorCode::PathNotFound:
        case ErrorCode::PathNotReadable:
        case ErrorCode::SourceVanished:
        case ErrorCode::MetaEmpty:
        case ErrorCode::DatabaseBusy:
        case ErrorCode::NetRefused:
        case ErrorCode::NetNameNotFound:
        case ErrorCode::NetTimeout:
        case ErrorCode::NetLost:
        case ErrorCode::TlsExpired:
        case ErrorCode::TlsWrongHost:
        case ErrorCode::TlsUntrusted:
        case ErrorCode::CertificateFile:
        case ErrorCode::ProxyFailed:
        case ErrorCode::LoginNeeded:
        case ErrorCode::LoginRefused:
        case ErrorCode::RateLimited:
        case ErrorCode::ServerFault:
        case ErrorCode::AnswerNotJson:
        case ErrorCode::NotAServer:
        case ErrorCode::CredentialsUnusable:
        case ErrorCode::OfflineMode:
            return true;
        default:
            return false;
    }
}

/// A server that fails at this one question fails at it again; one that is not there comes back.
bool isFaultOfItsOwn(const Error& error) {
    if (error.code != ErrorCode::ServerFault || error.args.size() < 2)
        return false;
    const std::string& status = error.args[1];
    return status != "502" && status != "503" && status != "504";
}

DecisionState stateAfter(const Error& error) {
    if (error.code == ErrorCode::StoreReadOnly || error.code == ErrorCode::Forbidden)
        return DecisionState::LocalOnly;
    return isPassing(error.code) && !isFaultOfItsOwn(error) ? DecisionState::Waiting
                                                            : DecisionState::Failed;
}

std::int64_t integerIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::optional<stores::Change> changeOf(const json& intent, const json& basis) {
    stores::Change change;
    bool known = false;
    for (const auto& [kind, name] : KindNames) {
        if (textIn(intent, "kind") == name) {
            change.place.kind = kind;
            known = true;
        }
    }
    const std::optional<Held> wanted = heldIn(intent, "value");
    const std::optional<Held> before = heldIn(basis, "value");
    change.place.owner = textIn(intent, "owner");
    change.place.key = textIn(intent, "key");
    change.place.folder = textIn(intent, "folder");
    change.place.version = integerIn(intent, "version");
    if (!known || !wanted || !before || change.place.owner.empty() ||
        (isOfVersion(change.place.kind) && change.place.version <= 0))
        return std::nullopt;
    change.wanted = *wanted;
    change.basis = *before;
    const auto archive = intent.find("archive_existing");
    change.archiveExisting =
        archive != intent.end() && archive->is_boolean() && archive->get<bool>();
    change.archived = versionsIn(basis, "archived");
    change.comment = textIn(intent, "comment");
    return change;
}

/// The versions that a change is about: its own with those that it archives, or the one that an
/// alias comes to.
std::vector<std::int64_t> versionsOf(const stores::Change& change) {
    std::vector<std::int64_t> versions;
    if (isOfVersion(change.place.kind)) {
        versions = change.archived;
        versions.push_back(change.place.version);
    }
    std::int64_t version = 0;
    if (change.place.kind == PlaceKind::ModelAlias && change.wanted &&
        std::from_chars(change.wanted->data(), change.wanted->data() + change.wanted->size(),
                        version)
                .ec == std::errc())
        versions.push_back(version);
    return versions;
}

/// The stages that mean something to others than the version itself.
std::vector<std::string> stagesOf(const stores::Change& change) {
    std::vector<std::string> stages;
    if (change.place.kind != PlaceKind::VersionStage)
        return stages;
    for (const Held& held : {change.wanted, change.basis}) {
        if (held == "Staging" || held == "Production")
            stages.push_back(*held);
    }
    return stages;
}

/// What another program made of the entry meanwhile; false: it is at its end.
Result<bool> takeEntry(cache::Outbox& outbox, Decision& decision) {
    const Result<std::optional<cache::OutboxEntry>> entry = outbox.find(decision.entryNo);
    PODIUM_TRY(bool, entry);
    if (!entry.value() || entry.value()->state == "applied" ||
        entry.value()->state == "withdrawn") {
        decision.state = DecisionState::Written;
        decision.error.reset();
        return false;
    }
    if (const auto now = decisionOf(*entry.value()))
        decision.change = now->change;
    return true;
}

void settle(Decision& decision, const Result<stores::Outcome>& outcome) {
    decision.error.reset();
    decision.found.reset();
    decision.inStage.clear();
    if (outcome.failed()) {
        decision.error = outcome.error();
        decision.state = stateAfter(outcome.error());
    } else if (outcome.value().kind == stores::Outcome::Kind::Conflict) {
        decision.state = DecisionState::Conflict;
        decision.found = outcome.value().found;
        decision.inStage = outcome.value().inStage;
    } else {
        decision.state = DecisionState::Written;
    }
}

}  // namespace

std::string intentOf(const stores::Change& change) {
    const stores::Place& place = change.place;
    json intent = {{"kind", nameOf(KindNames, place.kind)},
                   {"owner", place.owner},
                   {"key", place.key},
                   {"folder", place.folder},
                   {"value", asJson(change.wanted)}};
    if (place.version != 0)
        intent["version"] = place.version;
    if (change.archiveExisting)
        intent["archive_existing"] = true;
    if (!change.comment.empty())
        intent["comment"] = change.comment;
    return dumped(intent);
}

std::string basisOf(const Held& basis, const std::vector<std::int64_t>& archived) {
    json object = {{"value", asJson(basis)}};
    if (!archived.empty())
        object["archived"] = archived;
    return dumped(object);
}

std::string basisOf(const stores::Change& change) {
    return basisOf(change.basis, change.archived);
}

std::optional<Decision> decisionOf(const cache::OutboxEntry& entry) {
    const json intent = json::parse(entry.intent, nullptr, false);
    const json basis = json::parse(entry.basis, nullptr, false);
    if (!intent.is_object() || !basis.is_object())
        return std::nullopt;
    Decision decision{entry.entryNo, entry.location, entry.createdAt, {}};
    const std::optional<stores::Change> change = changeOf(intent, basis);
    if (!change)
        return std::nullopt;
    decision.change = *change;
    for (const auto& [state, name] : StateNames) {
        if (entry.state == name)
            decision.state = state;
    }
    takeOutcome(entry.outcome, decision);
    return decision;
}

bool dependsOn(const stores::Change& later, const stores::Change& earlier) {
    const stores::Place& a = later.place;
    const stores::Place& b = earlier.place;
    if (!isOfRegistry(a.kind) || !isOfRegistry(b.kind) || a.owner != b.owner)
        return false;
    if (a.kind == PlaceKind::ModelAlias && b.kind == PlaceKind::ModelAlias && a.key == b.key)
        return true;
    const auto overlap = [](const auto& some, const auto& others) {
        return std::ranges::any_of(
            some, [&](const auto& one) { return std::ranges::find(others, one) != others.end(); });
    };
    return overlap(versionsOf(later), versionsOf(earlier)) ||
           overlap(stagesOf(later), stagesOf(earlier));
}

const Decision* blockerOf(const Decision& decision, std::span<const Decision> decisions) {
    for (const Decision& earlier : decisions) {
        if (earlier.entryNo == decision.entryNo)
            return nullptr;
        if (earlier.location == decision.location && earlier.state != DecisionState::Written &&
            dependsOn(decision.change, earlier.change))
            return &earlier;
    }
    return nullptr;
}

stores::Change onWhatWasFound(const Decision& conflict) {
    stores::Change change = conflict.change;
    change.basis = conflict.found;
    if (change.archiveExisting)
        change.archived = conflict.inStage;
    return change;
}

Result<Decision> keepHere(cache::Outbox& outbox, Decision decision) {
    decision.state = DecisionState::LocalOnly;
    decision.error = Error{ErrorCode::StoreReadOnly, {decision.location, ""}};
    return noted(outbox, std::move(decision));
}

Result<Decision> deliver(cache::Outbox& outbox, Decision decision, const stores::Store& store,
                         std::stop_token stop, const Checkpoints& checkpoints) {
    const std::unique_ptr<stores::StoreWriter> writer = store.writer();
    if (!writer)
        return keepHere(outbox, std::move(decision));
    const std::optional<cache::OutboxClaim> claim = outbox.claim(decision.entryNo);
    if (!claim) {
        decision.state = DecisionState::Waiting;
        decision.error = Error{ErrorCode::CacheBusy, {outbox.file().string()}};
        return decision;
    }
    const Result<bool> open = takeEntry(outbox, decision);
    PODIUM_TRY(Decision, open);
    if (!open.value())
        return decision;
    if (checkpoints.beforeWrite)
        checkpoints.beforeWrite();
    const Result<stores::Outcome> outcome = writer->apply(decision.change, std::move(stop));
    if (outcome.cancelled())
        return base::Cancelled{};
    if (checkpoints.beforeMark)
        checkpoints.beforeMark();
    settle(decision, outcome);
    return noted(outbox, std::move(decision));
}

}  // namespace podium::sync
