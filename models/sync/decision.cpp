// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/decision.h"

#include "stores/store.h"

#include <nlohmann/json.hpp>

#include <array>
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
                                  std::pair{PlaceKind::RunName, "run-name"}};

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

std::string outcomeOf(const Decision& decision) {
    json outcome = json::object();
    if (decision.error) {
        outcome["error"] = base::codeName(decision.error->code);
        outcome["args"] = decision.error->args;
    }
    if (decision.state == DecisionState::Conflict)
        outcome["found"] = asJson(decision.found);
    return outcome.empty() ? std::string() : dumped(outcome);
}

void takeOutcome(const std::string& text, Decision& decision) {
    const json outcome = json::parse(text, nullptr, false);
    if (!outcome.is_object())
        return;
    if (const auto found = heldIn(outcome, "found"))
        decision.found = *found;
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

DecisionState stateAfter(const Error& error) {
    if (error.code == ErrorCode::StoreReadOnly || error.code == ErrorCode::Forbidden)
        return DecisionState::LocalOnly;
    return isPassing(error.code) ? DecisionState::Waiting : DecisionState::Failed;
}

}  // namespace

std::string intentOf(const stores::Change& change) {
    const stores::Place& place = change.place;
    return dumped({{"kind", nameOf(KindNames, place.kind)},
                   {"owner", place.owner},
                   {"key", place.key},
                   {"folder", place.folder},
                   {"value", asJson(change.wanted)}});
}

std::string basisOf(const Held& basis) {
    return dumped({{"value", asJson(basis)}});
}

std::optional<Decision> decisionOf(const cache::OutboxEntry& entry) {
    const json intent = json::parse(entry.intent, nullptr, false);
    const json basis = json::parse(entry.basis, nullptr, false);
    if (!intent.is_object() || !basis.is_object())
        return std::nullopt;
    Decision decision{entry.entryNo, entry.location, entry.createdAt, {}};
    bool known = false;
    for (const auto& [kind, name] : KindNames) {
        if (textIn(intent, "kind") == name) {
            decision.change.place.kind = kind;
            known = true;
        }
    }
    const std::optional<Held> wanted = heldIn(intent, "value");
    const std::optional<Held> before = heldIn(basis, "value");
    decision.change.place.owner = textIn(intent, "owner");
    decision.change.place.key = textIn(intent, "key");
    decision.change.place.folder = textIn(intent, "folder");
    if (!known || !wanted || !before || decision.change.place.owner.empty())
        return std::nullopt;
    decision.change.wanted = *wanted;
    decision.change.basis = *before;
    for (const auto& [state, name] : StateNames) {
        if (entry.state == name)
            decision.state = state;
    }
    takeOutcome(entry.outcome, decision);
    return decision;
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
    if (checkpoints.beforeWrite)
        checkpoints.beforeWrite();
    const Result<stores::Outcome> outcome = writer->apply(decision.change, std::move(stop));
    if (outcome.cancelled())
        return base::Cancelled{};
    if (checkpoints.beforeMark)
        checkpoints.beforeMark();
    decision.error.reset();
    decision.found.reset();
    if (outcome.failed()) {
        decision.error = outcome.error();
        decision.state = stateAfter(outcome.error());
    } else if (outcome.value().kind == stores::Outcome::Kind::Conflict) {
        decision.state = DecisionState::Conflict;
        decision.found = outcome.value().found;
    } else {
        decision.state = DecisionState::Written;
    }
    return noted(outbox, std::move(decision));
}

}  // namespace podium::sync
