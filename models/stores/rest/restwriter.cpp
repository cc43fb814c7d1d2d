// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/restwriter.h"

#include "stores/rest/answers.h"

#include <nlohmann/json.hpp>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

/// readRun() takes the tag for a name where a server has no run_name: then they are equal.
Held textOf(const Place& place, const domain::Run& run) {
    if (place.kind == PlaceKind::RunName && !run.runName.empty())
        return run.runName;
    const std::string* tag =
        domain::find(run.tags, place.kind == PlaceKind::RunName ? RunNameTag : place.key);
    return tag != nullptr ? Held(*tag) : Held();
}

bool isHere(const Change& change, const domain::Run& run) {
    if (textOf(change.place, run) != change.wanted)
        return false;
    if (change.place.kind != PlaceKind::RunName)
        return true;
    const std::string* tag = domain::find(run.tags, RunNameTag);
    return tag != nullptr && *tag == change.wanted;
}

std::string dumped(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

RegistryWriter RestWriter::registryOf(const Place& place) const {
    if (!m_isDatabricks)
        return {m_api, RegistryDialect::Mlflow};
    const bool catalog =
        stores::registryOf(m_registries, place.owner) == RegistryKind::UnityCatalog;
    return {m_api, catalog ? RegistryDialect::UnityCatalog : RegistryDialect::DatabricksWorkspace};
}

Result<domain::Run> RestWriter::run(const Place& place, const std::stop_token& stop) {
    PODIUM_TRY(domain::Run, m_api->ready(stop));
    const Api::Answer answer =
        m_api->ask(m_api->get(Root::Api, "2.0/mlflow/runs/get", {{"run_id", place.owner}}), stop);
    if (answer.failed() && isMissingThing(answer.error()))
        return Error{ErrorCode::RunMissing, {place.owner}};
    PODIUM_TRY(domain::Run, answer);
    Result<domain::Run> run = readRun(answer.value().body, answer.value().url);
    PODIUM_TRY(domain::Run, run);
    if (run.value().lifecycle == domain::Lifecycle::Deleted)
        return Error{ErrorCode::RunDeleted, {place.owner}};
    return run;
}

Result<void> RestWriter::post(const std::string& endpoint, const std::string& body,
                              const std::stop_token& stop) {
    const Api::Answer answer = m_api->ask(m_api->change(endpoint, body), stop);
    PODIUM_TRY(void, answer);
    return {};
}

Result<void> RestWriter::write(const Change& change, const std::stop_token& stop) {
    const Place& place = change.place;
    const bool name = place.kind == PlaceKind::RunName;
    json body = {{"run_id", place.owner}, {"key", name ? RunNameTag : place.key}};
    if (!change.wanted)
        return post("2.0/mlflow/runs/delete-tag", dumped(body), stop);
    body["value"] = *change.wanted;
    return post("2.0/mlflow/runs/set-tag", dumped(body), stop);
}

/// A server whose run_name does not follow the tag. MLflow before 1.30 has no run_name, and takes
/// a status that is left out for RUNNING: so it is named with its end, and only to a server that
/// showed a name of its own.
Result<void> RestWriter::finishName(const Change& change, const std::stop_token& stop) {
    const Result<domain::Run> now = run(change.place, stop);
    PODIUM_TRY(void, now);
    if (now.value().runName == change.wanted)
        return {};
    json body = {{"run_id", change.place.owner},
                 {"run_name", *change.wanted},
                 {"status", domain::statusName(now.value().status)}};
    if (now.value().endTime)
        body["end_time"] = *now.value().endTime;
    return post("2.0/mlflow/runs/update", dumped(body), stop);
}

Result<Held> RestWriter::look(const Place& place, std::stop_token stop) {
    if (isOfRegistry(place.kind))
        return registryOf(place).look(place, stop);
    const Result<domain::Run> found = run(place, stop);
    PODIUM_TRY(Held, found);
    return textOf(place, found.value());
}

Result<Outcome> RestWriter::apply(const Change& change, std::stop_token stop) {
    const Place& place = change.place;
    if (isOfRegistry(place.kind))
        return registryOf(place).apply(change, stop);
    const bool name = place.kind == PlaceKind::RunName;
    if (name && !change.wanted)
        return Error{ErrorCode::KeyInvalid, {place.owner, RunNameTag}};
    const Result<domain::Run> before = run(place, stop);
    PODIUM_TRY(Outcome, before);
    if (isHere(change, before.value()))
        return Outcome{Outcome::Kind::Was, {}};
    const auto settled = settledBefore(change, textOf(place, before.value()));
    if (settled && settled->kind == Outcome::Kind::Conflict)
        return *settled;
    PODIUM_TRY(Outcome, write(change, stop));
    if (name)
        PODIUM_TRY(Outcome, finishName(change, stop));
    const Result<domain::Run> after = run(place, stop);
    PODIUM_TRY(Outcome, after);
    if (!isHere(change, after.value()))
        return Error{ErrorCode::ReadBackDiffers, {place.owner, name ? RunNameTag : place.key}};
    return Outcome{};
}

}  // namespace podium::stores
