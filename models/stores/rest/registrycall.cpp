// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/registrycall.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace podium::stores {

using nlohmann::json;

namespace {

RegistryCall call(std::string method, RegistryDialect dialect, std::string_view name,
                  const json& body) {
    return {std::move(method), std::string(registryRoot(dialect)).append(name),
            body.dump(-1, ' ', false, json::error_handler_t::replace)};
}

RegistryCall tagCall(const Change& change, RegistryDialect dialect, const std::string& things,
                     json body) {
    body["key"] = change.place.key;
    if (!change.wanted)
        return call("DELETE", dialect, things + "/delete-tag", body);
    body["value"] = *change.wanted;
    return call("POST", dialect, things + "/set-tag", body);
}

RegistryCall aliasCall(const Change& change, RegistryDialect dialect, json body) {
    body["alias"] = change.place.key;
    if (change.wanted)
        body["version"] = *change.wanted;
    return call(change.wanted ? "POST" : "DELETE", dialect, "registered-models/alias", body);
}

RegistryCall descriptionCall(const Change& change, RegistryDialect dialect,
                             const std::string& things, json body) {
    body["description"] = change.wanted.value_or("");
    return call("PATCH", dialect, things + "/update", body);
}

RegistryCall stageCall(const Change& change, RegistryDialect dialect, json body) {
    body["stage"] = change.wanted.value_or("None");
    body["archive_existing_versions"] = change.archiveExisting;
    if (dialect != RegistryDialect::DatabricksWorkspace)
        return call("POST", dialect, "model-versions/transition-stage", body);
    if (!change.comment.empty())
        body["comment"] = change.comment;
    return call("POST", dialect, "databricks/model-versions/transition-stage", body);
}

}  // namespace

std::string_view registryRoot(RegistryDialect dialect) {
    return dialect == RegistryDialect::UnityCatalog ? "2.0/mlflow/unity-catalog/" : "2.0/mlflow/";
}

RegistryCall callOf(const Change& change, RegistryDialect dialect) {
    const Place& place = change.place;
    json body = {{"name", place.owner}};
    if (place.version != 0)
        body["version"] = std::to_string(place.version);
    switch (place.kind) {
        case PlaceKind::ModelTag:
            return tagCall(change, dialect, "registered-models", std::move(body));
        case PlaceKind::VersionTag:
            return tagCall(change, dialect, "model-versions", std::move(body));
        case PlaceKind::ModelAlias:
            return aliasCall(change, dialect, std::move(body));
        case PlaceKind::ModelDescription:
            return descriptionCall(change, dialect, "registered-models", std::move(body));
        case PlaceKind::VersionDescription:
            return descriptionCall(change, dialect, "model-versions", std::move(body));
        case PlaceKind::VersionStage:
            return stageCall(change, dialect, std::move(body));
        case PlaceKind::RunTag:
        case PlaceKind::RunName:
            break;
    }
    return {};
}

}  // namespace podium::stores
