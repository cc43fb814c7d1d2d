// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/registryedits.h"

#include <algorithm>
#include <charconv>

namespace podium::session {

using stores::Change;
using stores::Held;
using stores::Place;
using stores::PlaceKind;
using sync::Decision;
using sync::DecisionState;

namespace {

constexpr const char* ArchivedStage = "Archived";
constexpr const char* NoStage = "None";

std::int64_t numberOf(const Held& held) {
    std::int64_t number = 0;
    if (held)
        std::from_chars(held->data(), held->data() + held->size(), number);
    return number;
}

void putTag(std::vector<domain::Tag>& tags, const std::string& key, const Held& value) {
    const auto at = std::ranges::find(tags, key, &domain::Tag::key);
    if (!value) {
        if (at != tags.end())
            tags.erase(at);
    } else if (at != tags.end()) {
        at->value = *value;
    } else {
        tags.insert(std::ranges::upper_bound(tags, key, {}, &domain::Tag::key), {key, *value});
    }
}

void putAlias(std::vector<domain::Alias>& aliases, const std::string& key, const Held& value) {
    std::erase_if(aliases, [&](const domain::Alias& alias) { return alias.alias == key; });
    if (const std::int64_t version = numberOf(value); version > 0)
        aliases.insert(std::ranges::upper_bound(aliases, key, {}, &domain::Alias::alias),
                       {key, version});
}

void putStage(ModelEntry& entry, const Change& change, domain::ModelVersion& version) {
    version.stage = change.wanted.value_or(NoStage);
    if (!change.archiveExisting)
        return;
    for (ModelEntry::Version& other : entry.versions) {
        const bool goes = other.version.version != version.version &&
                          other.version.stage == version.stage &&
                          std::ranges::count(change.archived, other.version.version) > 0;
        if (goes)
            other.version.stage = ArchivedStage;
    }
}

void put(ModelEntry& entry, const Change& change) {
    const Place& place = change.place;
    const auto at = std::ranges::find_if(entry.versions, [&](const ModelEntry::Version& one) {
        return one.version.version == place.version;
    });
    domain::ModelVersion* version = at != entry.versions.end() ? &at->version : nullptr;
    switch (place.kind) {
        case PlaceKind::ModelTag:
            putTag(entry.model.tags, place.key, change.wanted);
            break;
        case PlaceKind::ModelDescription:
            entry.model.description = change.wanted.value_or("");
            break;
        case PlaceKind::ModelAlias:
            putAlias(entry.model.aliases, place.key, change.wanted);
            break;
        case PlaceKind::VersionTag:
            if (version != nullptr)
                putTag(version->tags, place.key, change.wanted);
            break;
        case PlaceKind::VersionDescription:
            if (version != nullptr)
                version->description = change.wanted.value_or("");
            break;
        case PlaceKind::VersionStage:
            if (version != nullptr)
                putStage(entry, change, *version);
            break;
        case PlaceKind::RunTag:
        case PlaceKind::RunName:
            break;
    }
}

bool archives(const Change& change, std::int64_t version) {
    return change.archiveExisting && std::ranges::count(change.archived, version) > 0;
}

bool shows(const Change& change, std::int64_t version) {
    if (change.place.kind == PlaceKind::ModelAlias)
        return numberOf(change.wanted) == version || numberOf(change.basis) == version;
    return change.place.version == version || archives(change, version);
}

template <typename Is>
std::optional<DecisionState> worstOf(const ModelEntry& entry, const Is& is) {
    std::optional<DecisionState> worst;
    for (const Decision& decision : entry.decisions) {
        if (is(decision.change) && (!worst || *worst < decision.state))
            worst = decision.state;
    }
    return worst;
}

}  // namespace

void RegistryEdits::add(base::SourceNo sourceNo, const Decision& decision) {
    if (isOfRegistry(decision.change.place.kind))
        m_models[{sourceNo, decision.change.place.owner}].push_back(decision);
}

std::size_t RegistryEdits::size() const {
    std::size_t count = 0;
    for (const auto& [model, decisions] : m_models)
        count += decisions.size();
    return count;
}

const std::vector<Decision>& RegistryEdits::of(base::SourceNo source,
                                               const std::string& model) const {
    static const std::vector<Decision> none;
    const auto found = m_models.find({source, model});
    return found != m_models.end() ? found->second : none;
}

std::shared_ptr<const RegistrySnapshot> withEdits(std::shared_ptr<const RegistrySnapshot> read,
                                                  const RegistryEdits& edits) {
    if (edits.empty())
        return read;
    std::shared_ptr<RegistrySnapshot> edited;
    for (std::size_t i = 0; i < read->models.size(); ++i) {
        const ModelEntry& entry = read->models[i];
        const std::vector<Decision>& decisions = edits.of(entry.sourceNo, entry.model.name);
        if (decisions.empty())
            continue;
        if (!edited)
            edited = std::make_shared<RegistrySnapshot>(*read);
        edited->models[i].decisions = decisions;
        for (const Decision& decision : decisions)
            put(edited->models[i], decision.change);
    }
    return edited ? std::shared_ptr<const RegistrySnapshot>(std::move(edited)) : read;
}

const Decision* decisionAt(const ModelEntry& entry, const Place& place) {
    const bool isStage = place.kind == PlaceKind::VersionStage;
    const auto found = std::find_if(
        entry.decisions.rbegin(), entry.decisions.rend(), [&](const Decision& decision) {
            return decision.change.place == place ||
                   (isStage && archives(decision.change, place.version));
        });
    return found != entry.decisions.rend() ? &*found : nullptr;
}

std::optional<DecisionState> stateOf(const ModelEntry& entry, std::int64_t version) {
    return worstOf(entry, [version](const Change& change) { return shows(change, version); });
}

std::optional<DecisionState> stateOf(const ModelEntry& entry) {
    return worstOf(entry, [](const Change&) { return true; });
}

std::vector<Change> reversed(const std::vector<Change>& changes) {
    std::vector<Change> back;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        Change one = *change;
        std::swap(one.wanted, one.basis);
        one.archiveExisting = false;
        one.archived.clear();
        back.push_back(one);
        if (!change->archiveExisting)
            continue;
        for (const std::int64_t version : change->archived) {
            one.place.version = version;
            one.basis = ArchivedStage;
            one.wanted = change->wanted;
            back.push_back(one);
        }
    }
    return back;
}

}  // namespace podium::session
