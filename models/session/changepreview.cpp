// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changepreview.h"

#include "stores/rest/registrycall.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace podium::session {

using stores::Change;
using stores::Held;
using stores::Place;
using stores::PlaceKind;

namespace {

constexpr const char* MetaName = "/meta.yaml";
constexpr const char* Touched = "last_updated_timestamp: now";

using Lines = std::vector<PreviewLine>;

// ---- files (file store, 9)

std::string versionFolder(const Place& place) {
    return "models/" + place.owner + "/version-" + std::to_string(place.version);
}

std::string entry(const std::string& key, const Held& value) {
    return key + ": " + (value ? *value : "''");
}

Lines inRun(const Change& change) {
    const std::string& folder =
        change.place.folder.empty() ? change.place.owner : change.place.folder;
    if (change.place.kind == PlaceKind::RunName)
        return {{folder + MetaName, entry("run_name", change.wanted)},
                {folder + "/tags/" + stores::RunNameTag, change.wanted}};
    return {{folder + "/tags/" + change.place.key, change.wanted}};
}

Lines stageInFiles(const Change& change, const std::string& model) {
    Lines lines;
    Place other = change.place;
    for (const std::int64_t version : change.archived) {
        other.version = version;
        if (change.archiveExisting)
            lines.push_back({versionFolder(other) + MetaName,
                             std::string("current_stage: Archived, ") + Touched});
    }
    lines.push_back({versionFolder(change.place) + MetaName,
                     entry("current_stage", change.wanted) + ", " + Touched});
    lines.push_back({model + MetaName, Touched});
    return lines;
}

Lines inFiles(const Change& change) {
    const Place& place = change.place;
    const std::string model = "models/" + place.owner;
    const PreviewLine touched{model + MetaName, Touched};
    switch (place.kind) {
        case PlaceKind::RunTag:
        case PlaceKind::RunName:
            return inRun(change);
        case PlaceKind::ModelTag:
            return {{model + "/tags/" + place.key, change.wanted}, touched};
        case PlaceKind::VersionTag:
            return {{versionFolder(place) + "/tags/" + place.key, change.wanted}, touched};
        case PlaceKind::ModelAlias:
            return {{model + "/aliases/" + place.key, change.wanted}, touched};
        case PlaceKind::ModelDescription:
            return {{model + MetaName, entry("description", change.wanted) + ", " + Touched}};
        case PlaceKind::VersionDescription:
            return {{versionFolder(place) + MetaName,
                     entry("description", change.wanted) + ", " + Touched}};
        case PlaceKind::VersionStage:
            return stageInFiles(change, model);
    }
    return {};
}

// ---- databases (SQL store, 5)

std::string sqlText(const Held& text) {
    if (!text)
        return "NULL";
    std::string sql = "'";
    for (const char c : *text)
        sql.append(c == '\'' ? 2 : 1, c);
    return sql + "'";
}

std::string ofModel(const Place& place) {
    return "name = " + sqlText(place.owner);
}

std::string ofVersion(const Place& place) {
    return ofModel(place) + " AND version = " + std::to_string(place.version);
}

/// A row that is set, whether it is there or not, or taken away.
Lines row(const std::string& table, const std::string& key, const std::string& value,
          const Change& change) {
    if (!change.wanted)
        return {{"DELETE FROM " + table, key}};
    return {{"INSERT OR REPLACE INTO " + table, key + ", " + value}};
}

Lines stageInRows(const Change& change) {
    Lines lines;
    Place other = change.place;
    for (const std::int64_t version : change.archived) {
        other.version = version;
        if (change.archiveExisting)
            lines.push_back(
                {"UPDATE model_versions SET current_stage = 'Archived', "
                 "last_updated_time = now",
                 ofVersion(other)});
    }
    lines.push_back({"UPDATE model_versions SET current_stage = " + sqlText(change.wanted) +
                         ", last_updated_time = now",
                     ofVersion(change.place)});
    lines.push_back(
        {"UPDATE registered_models SET last_updated_time = now", ofModel(change.place)});
    return lines;
}

Lines inRows(const Change& change) {
    const Place& place = change.place;
    const std::string key = "key = " + sqlText(place.key);
    const std::string value = "value = " + sqlText(change.wanted);
    const std::string run = "run_uuid = " + sqlText(place.owner);
    switch (place.kind) {
        case PlaceKind::RunTag:
            return row("tags", run + ", " + key, value, change);
        case PlaceKind::RunName:
            return {{"UPDATE runs SET name = " + sqlText(change.wanted), run},
                    {"INSERT OR REPLACE INTO tags",
                     run + ", key = " + sqlText(stores::RunNameTag) + ", " + value}};
        case PlaceKind::ModelTag:
            return row("registered_model_tags", ofModel(place) + ", " + key, value, change);
        case PlaceKind::VersionTag:
            return row("model_version_tags",
                       ofModel(place) + ", version = " + std::to_string(place.version) + ", " + key,
                       value, change);
        case PlaceKind::ModelAlias:
            return row("registered_model_aliases",
                       ofModel(place) + ", alias = " + sqlText(place.key),
                       "version = " + change.wanted.value_or(""), change);
        case PlaceKind::ModelDescription:
            return {{"UPDATE registered_models SET description = " + sqlText(change.wanted) +
                         ", last_updated_time = now",
                     ofModel(place)}};
        case PlaceKind::VersionDescription:
            return {{"UPDATE model_versions SET description = " + sqlText(change.wanted) +
                         ", last_updated_time = now",
                     ofVersion(place)}};
        case PlaceKind::VersionStage:
            return stageInRows(change);
    }
    return {};
}

// ---- servers

stores::RegistryDialect dialectOf(const Change& change, const std::string& kind,
                                  const std::string& location) {
    using stores::RegistryDialect;
    if (kind != "databricks")
        return RegistryDialect::Mlflow;
    const bool catalog =
        location.starts_with("databricks-uc") || std::ranges::count(change.place.owner, '.') == 2;
    return catalog ? RegistryDialect::UnityCatalog : RegistryDialect::DatabricksWorkspace;
}

Lines inCalls(const Change& change, const std::string& kind, const std::string& location) {
    const Place& place = change.place;
    if (isOfRegistry(place.kind)) {
        const auto call = stores::callOf(change, dialectOf(change, kind, location));
        return {{call.method + " /api/" + call.endpoint, call.body}};
    }
    nlohmann::json body = {
        {"run_id", place.owner},
        {"key", place.kind == PlaceKind::RunName ? stores::RunNameTag : place.key}};
    if (change.wanted)
        body["value"] = *change.wanted;
    return {{std::string("POST /api/2.0/mlflow/runs/") + (change.wanted ? "set-tag" : "delete-tag"),
             body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}};
}

}  // namespace

Lines changePreview(const Change& change, const std::string& kind, const std::string& location) {
    if (kind == "filestore")
        return inFiles(change);
    if (kind == "sqlstore")
        return inRows(change);
    if (kind == "rest" || kind == "databricks")
        return inCalls(change, kind, location);
    return {};
}

}  // namespace podium::session
