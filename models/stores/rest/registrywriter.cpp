// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/registrywriter.h"

#include "stores/registryrules.h"
#include "stores/rest/answers.h"

#include <algorithm>
#include <set>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr const char* VersionsAtOnce = "1000";

Held tagOf(const std::vector<domain::Tag>& tags, const std::string& key) {
    const std::string* value = domain::find(tags, key);
    return value != nullptr ? Held(*value) : Held();
}

Held aliasOf(const domain::RegisteredModel& model, const std::string& alias) {
    const auto found = std::ranges::find(model.aliases, alias, &domain::Alias::alias);
    return found != model.aliases.end() ? Held(std::to_string(found->version)) : Held();
}

bool isOfModel(PlaceKind kind) {
    return kind == PlaceKind::ModelTag || kind == PlaceKind::ModelDescription ||
           kind == PlaceKind::ModelAlias;
}

}  // namespace

std::string RegistryWriter::place() const {
    std::string shown = m_api->connection().base.shown();
    while (shown.ends_with('/'))
        shown.pop_back();
    return shown;
}

http::Request RegistryWriter::get(std::string_view name, const http::QueryPairs& query) const {
    return m_api->get(Root::Api, std::string(registryRoot(m_dialect)).append(name), query);
}

Result<domain::RegisteredModel> RegistryWriter::model(const std::string& name,
                                                      const std::stop_token& stop) {
    using Model = domain::RegisteredModel;
    const Api::Answer answer = m_api->ask(get("registered-models/get", {{"name", name}}), stop);
    if (answer.failed() && isMissingThing(answer.error()))
        return Error{ErrorCode::ModelMissing, {name}};
    PODIUM_TRY(Model, answer);
    return readModel(answer.value().body, answer.value().url);
}

Result<domain::ModelVersion> RegistryWriter::version(const Place& place,
                                                     const std::stop_token& stop) {
    using Version = domain::ModelVersion;
    const std::string number = std::to_string(place.version);
    const Api::Answer answer =
        m_api->ask(get("model-versions/get", {{"name", place.owner}, {"version", number}}), stop);
    if (answer.failed() && isMissingThing(answer.error())) {
        // A model that was renamed takes its versions along.
        const Result<domain::RegisteredModel> its = model(place.owner, stop);
        PODIUM_TRY(Version, its);
        return Error{ErrorCode::VersionMissing, {place.owner, number}};
    }
    PODIUM_TRY(Version, answer);
    return readVersion(answer.value().body, answer.value().url);
}

Result<std::vector<std::int64_t>> RegistryWriter::othersIn(const std::string& stage,
                                                           const Place& place,
                                                           const std::stop_token& stop) {
    using Numbers = std::vector<std::int64_t>;
    std::set<std::int64_t> others;
    std::set<std::string> tokens;
    std::string token;
    do {
        http::QueryPairs query{{"max_results", VersionsAtOnce},
                               {"filter", nameFilter(place.owner)}};
        if (!token.empty())
            query.emplace_back("page_token", token);
        const Api::Answer answer = m_api->ask(get("model-versions/search", query), stop);
        PODIUM_TRY(Numbers, answer);
        const Result<VersionsAnswer> page = readVersions(answer.value().body, answer.value().url);
        PODIUM_TRY(Numbers, page);
        for (const domain::ModelVersion& version : page.value().versions) {
            if (version.stage == stage && version.version != place.version)
                others.insert(version.version);
        }
        token = page.value().nextPageToken;
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {answer.value().url}};
    } while (!token.empty());
    return Numbers(others.begin(), others.end());
}

Result<RegistryWriter::Seen> RegistryWriter::see(const Change& change,
                                                 const std::stop_token& stop) {
    const Place& place = change.place;
    if (isOfModel(place.kind)) {
        const Result<domain::RegisteredModel> found = model(place.owner, stop);
        PODIUM_TRY(Seen, found);
        if (place.kind == PlaceKind::ModelTag)
            return Seen{tagOf(found.value().tags, place.key), {}};
        return place.kind == PlaceKind::ModelAlias ? Seen{aliasOf(found.value(), place.key), {}}
                                                   : Seen{Held(found.value().description), {}};
    }
    const Result<domain::ModelVersion> found = version(place, stop);
    PODIUM_TRY(Seen, found);
    if (place.kind == PlaceKind::VersionTag)
        return Seen{tagOf(found.value().tags, place.key), {}};
    if (place.kind == PlaceKind::VersionDescription)
        return Seen{Held(found.value().description), {}};
    Seen seen{found.value().stage, {}};
    if (change.archiveExisting) {
        Result<std::vector<std::int64_t>> others =
            othersIn(change.wanted.value_or("None"), place, stop);
        PODIUM_TRY(Seen, others);
        seen.inStage = std::move(others).value();
    }
    return seen;
}

Result<void> RegistryWriter::write(const Change& change, const std::stop_token& stop) {
    const RegistryCall call = callOf(change, m_dialect);
    const Api::Answer answer =
        m_api->ask(m_api->change(call.endpoint, call.body, call.method), stop);
    // Of an alias it is the version that may be missing, or the whole of aliases: before 2.3.
    const bool isAlias = change.place.kind == PlaceKind::ModelAlias;
    if (answer.failed() && isMissingThing(answer.error()) && isAlias && change.wanted)
        return Error{ErrorCode::VersionMissing, {change.place.owner, *change.wanted}};
    if (answer.failed() && answer.error().code == ErrorCode::ApiMissing && isAlias)
        return Error{ErrorCode::AliasesUnsupported, {place()}};
    PODIUM_TRY(void, answer);
    return {};
}

Result<Held> RegistryWriter::look(const Place& place, const std::stop_token& stop) {
    PODIUM_TRY(Held, allowedPlace(place));
    PODIUM_TRY(Held, m_api->ready(stop));
    Change change;
    change.place = place;
    const Result<Seen> seen = see(change, stop);
    PODIUM_TRY(Held, seen);
    return seen.value().held;
}

Result<Outcome> RegistryWriter::apply(const Change& asked, const std::stop_token& stop) {
    const Result<Change> allowed = allowedChange(asked);
    PODIUM_TRY(Outcome, allowed);
    const Change& change = allowed.value();
    const PlaceKind kind = change.place.kind;
    if (kind == PlaceKind::VersionStage && m_dialect == RegistryDialect::UnityCatalog)
        return Error{ErrorCode::StagesUnsupported, {place()}};
    PODIUM_TRY(Outcome, m_api->ready(stop));
    const Result<Seen> before = see(change, stop);
    PODIUM_TRY(Outcome, before);
    if (const auto settled = settledBefore(change, before.value().held, before.value().inStage))
        return *settled;
    PODIUM_TRY(Outcome, write(change, stop));
    const Result<Seen> after = see(change, stop);
    PODIUM_TRY(Outcome, after);
    return outcomeOf(change, before.value(), after.value());
}

/// What came of a change that the server took.
Result<Outcome> RegistryWriter::outcomeOf(const Change& change, const Seen& before,
                                          const Seen& now) {
    const PlaceKind kind = change.place.kind;
    const Held held = asCompared(kind, now.held);
    const bool isHere = held == asCompared(kind, change.wanted);
    const bool isArchived = std::ranges::none_of(before.inStage, [&](std::int64_t other) {
        return std::ranges::count(now.inStage, other) > 0;
    });
    if (isHere && isArchived)
        return Outcome{};
    // Neither what was there nor what was sent: somebody else wrote at the same time.
    if (!isHere && held != asCompared(kind, before.held))
        return Outcome{Outcome::Kind::Conflict, held, now.inStage};
    return Error{ErrorCode::ModelReadBackDiffers, {change.place.owner}};
}

}  // namespace podium::stores
