// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/registry.h"

#include "stores/rest/answers.h"
#include "stores/rest/sidebyside.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view Workspace = "2.0/mlflow/";
constexpr std::string_view UnityCatalog = "2.0/mlflow/unity-catalog/";
/// Servers take up to 1000 (registered-models/search); Unity Catalog and old ones less.
constexpr const char* ModelsAtOnce = "100";
constexpr const char* VersionsAtOnce = "1000";
constexpr std::size_t ExperimentsAtOnce = 50;
constexpr unsigned ModelsSideBySide = 4;
constexpr int LoggedModelsAtOnce = 50;
/// MLflow 3 leaves prompts out of a search that does not ask for them (registry doc, 6).
constexpr const char* PromptsOnly = "tags.`mlflow.prompt.is_prompt` = 'true'";

bool isRefused(const Error& error) {
    return error.code == ErrorCode::HttpStatus || error.code == ErrorCode::ServerFault;
}

/// Follows page tokens: `take` reads one answer and gives the next token.
template <typename Ask, typename Take>
Result<void> eachPage(ReadScope& scope, const Ask& request, const Take& take) {
    std::set<std::string> tokens;
    std::string token;
    do {
        const Api::Answer answer = scope.api.askPatiently(request(token), scope.stop);
        PODIUM_TRY(void, answer);
        scope.progress.bytes += answer.value().bytes;
        Result<std::string> next = take(answer.value());
        PODIUM_TRY(void, next);
        token = std::move(next).value();
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {answer.value().url}};
    } while (!token.empty());
    return {};
}

http::QueryPairs pageQuery(const char* atOnce, const std::string& filter,
                           const std::string& token) {
    http::QueryPairs query{{"max_results", atOnce}};
    if (!filter.empty())
        query.emplace_back("filter", filter);
    if (!token.empty())
        query.emplace_back("page_token", token);
    return query;
}

/// MLflow's own API.
class WorkspaceRegistry {
public:
    explicit WorkspaceRegistry(ReadScope& scope) : m_scope(scope) {}

    Result<void> read() {
        PODIUM_TRY(void, models());
        const Result<void> all = versions({}, VersionsAtOnce);
        // Some registries answer only when asked for one model.
        if (all.failed() && isRefused(all.error()) && !m_models.empty())
            return versionsOfEach();
        PODIUM_TRY(void, all);
        return m_hasPrompts ? tolerated(versions(PromptsOnly, VersionsAtOnce)) : Result<void>();
    }

    Result<void> read(const std::string& name) {
        const Api::Answer answer = m_scope.api.askPatiently(
            m_scope.api.get(Root::Api, endpoint("registered-models/get"), {{"name", name}}),
            m_scope.stop);
        if (answer.failed() && isMissingThing(answer.error()))
            return {};
        PODIUM_TRY(void, answer);
        Result<domain::RegisteredModel> model =
            stores::readModel(answer.value().body, answer.value().url);
        PODIUM_TRY(void, model);
        // Servers since 3 leave prompts out of a search that does not ask for them.
        const bool isPrompt = model.value().isPrompt();
        m_scope.sink.registeredModel(std::move(model).value());
        PODIUM_TRY(void, versions(nameFilter(name), VersionsAtOnce));
        return isPrompt
                   ? tolerated(versions(nameFilter(name) + " AND " + PromptsOnly, VersionsAtOnce))
                   : Result<void>();
    }

private:
    [[nodiscard]] static std::string endpoint(std::string_view name) {
        return std::string(Workspace).append(name);
    }

    /// Servers that know no prompts may refuse the question. One that fails may have some.
    Result<void> tolerated(const Result<void>& result) {
        const bool unknown = result.failed() && result.error().code == ErrorCode::ApiMissing;
        if (!result.failed() || (!unknown && !isRefused(result.error())))
            return result;
        if (result.error().code == ErrorCode::ServerFault)
            m_scope.sink.partUnread(Sink::Part::Registry);
        return {};
    }

    Result<void> models() {
        Result<void> searched = models("registered-models/search", {});
        if (searched.failed() && searched.error().code == ErrorCode::ApiMissing)
            return models("registered-models/list", {});
        PODIUM_TRY(void, searched);
        const std::size_t before = m_models.size();
        PODIUM_TRY(void, tolerated(models("registered-models/search", PromptsOnly)));
        m_hasPrompts = m_models.size() > before;
        return {};
    }

    Result<void> models(std::string_view name, const std::string& filter) {
        const auto request = [&](const std::string& token) {
            return m_scope.api.get(Root::Api, endpoint(name),
                                   pageQuery(ModelsAtOnce, filter, token));
        };
        return eachPage(m_scope, request,
                        [&](const http::Response& response) { return takeModels(response); });
    }

    Result<std::string> takeModels(const http::Response& response) {
        Result<ModelsAnswer> answer = readModels(response.body, response.url);
        PODIUM_TRY(std::string, answer);
        for (domain::RegisteredModel& model : answer.value().models) {
            if (model.name.empty() || !m_models.insert(model.name).second)
                continue;
            m_scope.sink.registeredModel(std::move(model));
        }
        return std::move(answer.value().nextPageToken);
    }

    Result<void> versionsOfEach() {
        for (const std::string& name : m_models) {
            const Result<void> read = versions(nameFilter(name), ModelsAtOnce);
            if (read.failed() && isMissingThing(read.error()))
                continue;
            PODIUM_TRY(void, settle(m_scope, read, Sink::Part::Registry));
        }
        return {};
    }

    Result<void> versions(const std::string& filter, const char* atOnce) {
        const auto request = [&](const std::string& token) {
            return m_scope.api.get(Root::Api, endpoint("model-versions/search"),
                                   pageQuery(atOnce, filter, token));
        };
        return eachPage(
            m_scope, request, [&](const http::Response& response) -> Result<std::string> {
                Result<VersionsAnswer> answer = readVersions(response.body, response.url);
                PODIUM_TRY(std::string, answer);
                for (domain::ModelVersion& version : answer.value().versions)
                    take(std::move(version));
                return std::move(answer.value().nextPageToken);
            });
    }

    void take(domain::ModelVersion&& version) {
        if (m_versions.emplace(version.name, version.version).second)
            m_scope.sink.modelVersion(std::move(version));
    }

    ReadScope& m_scope;
    std::set<std::string> m_models;
    std::set<std::pair<std::string, std::int64_t>> m_versions;
    bool m_hasPrompts = false;
};

/// Databricks' Unity Catalog. Its searches tell no tags and no aliases, so every model and every
/// version is asked for once more by itself, a few at a time (MLflow: _unity_catalog_utils.py).
class CatalogRegistry {
public:
    explicit CatalogRegistry(ReadScope& scope) : m_scope(scope) {}

    Result<void> read() {
        PODIUM_TRY(void, find());
        return sideBySide(m_models.size(), ModelsSideBySide, [this](std::size_t i) {
            const Result<void> read = readModel(std::move(m_models[i]));
            return read.failed() && isMissingThing(read.error())
                       ? Result<void>()
                       : settle(m_scope, read, Sink::Part::Registry);
        });
    }

    Result<void> read(const std::string& name) {
        const Api::Answer answer =
            m_scope.api.askPatiently(get("registered-models/get", {{"name", name}}), m_scope.stop);
        if (answer.failed() && isMissingThing(answer.error()))
            return {};
        domain::RegisteredModel model;
        model.name = name;
        return readModel(std::move(model));
    }

private:
    [[nodiscard]] http::Request get(std::string_view name, const http::QueryPairs& query) const {
        return m_scope.api.get(Root::Api, std::string(UnityCatalog).append(name), query);
    }

    Result<void> find() {
        std::set<std::string> names;
        const auto request = [&](const std::string& token) {
            return get("registered-models/search", pageQuery(ModelsAtOnce, {}, token));
        };
        return eachPage(m_scope, request,
                        [&](const http::Response& response) -> Result<std::string> {
                            Result<ModelsAnswer> answer = readModels(response.body, response.url);
                            PODIUM_TRY(std::string, answer);
                            for (domain::RegisteredModel& model : answer.value().models) {
                                if (!model.name.empty() && names.insert(model.name).second)
                                    m_models.push_back(std::move(model));
                            }
                            return std::move(answer.value().nextPageToken);
                        });
    }

    Result<void> readModel(domain::RegisteredModel&& model) {
        const std::string name = model.name;
        const Api::Answer answer =
            m_scope.api.askPatiently(get("registered-models/get", {{"name", name}}), m_scope.stop);
        if (answer.ok()) {
            Result<domain::RegisteredModel> whole =
                stores::readModel(answer.value().body, answer.value().url);
            PODIUM_TRY(void, whole);
            if (whole.value().name == name)
                model = std::move(whole).value();
        } else if (!isUntold(answer)) {
            return answer.as<void>();
        }
        m_scope.sink.registeredModel(std::move(model));
        return readVersions(name);
    }

    /// What may be listed but not be looked at is shown with what the list told.
    static bool isUntold(const Api::Answer& answer) {
        return answer.failed() &&
               (isMissingThing(answer.error()) || answer.error().code == ErrorCode::Forbidden);
    }

    Result<void> readVersions(const std::string& name) {
        std::set<std::int64_t> seen;
        const auto request = [&](const std::string& token) {
            return get("model-versions/search", pageQuery(ModelsAtOnce, nameFilter(name), token));
        };
        return eachPage(
            m_scope, request, [&](const http::Response& response) -> Result<std::string> {
                Result<VersionsAnswer> answer = stores::readVersions(response.body, response.url);
                PODIUM_TRY(std::string, answer);
                for (domain::ModelVersion& version : answer.value().versions) {
                    if (seen.insert(version.version).second)
                        PODIUM_TRY(std::string, readVersion(std::move(version)));
                }
                return std::move(answer.value().nextPageToken);
            });
    }

    Result<void> readVersion(domain::ModelVersion&& version) {
        const Api::Answer answer = m_scope.api.askPatiently(
            get("model-versions/get",
                {{"name", version.name}, {"version", std::to_string(version.version)}}),
            m_scope.stop);
        if (answer.ok()) {
            Result<domain::ModelVersion> whole =
                stores::readVersion(answer.value().body, answer.value().url);
            PODIUM_TRY(void, whole);
            if (whole.value().name == version.name && whole.value().version == version.version)
                version = std::move(whole).value();
        } else if (!isUntold(answer)) {
            return answer.as<void>();
        }
        m_scope.sink.modelVersion(std::move(version));
        return {};
    }

    ReadScope& m_scope;
    std::vector<domain::RegisteredModel> m_models;
};

Result<void> loggedModelsOf(ReadScope& scope, const std::vector<std::string>& experimentIds,
                            std::set<std::string>& seen) {
    const auto request = [&](const std::string& token) {
        nlohmann::json body = {{"experiment_ids", experimentIds},
                               {"max_results", LoggedModelsAtOnce}};
        if (!token.empty())
            body["page_token"] = token;
        return scope.api.search("2.0/mlflow/logged-models/search", body.dump());
    };
    return eachPage(scope, request, [&](const http::Response& response) -> Result<std::string> {
        Result<LoggedModelsAnswer> answer = readLoggedModels(response.body, response.url);
        PODIUM_TRY(std::string, answer);
        for (domain::LoggedModel& model : answer.value().models) {
            if (!model.modelId.empty() && seen.insert(model.modelId).second)
                scope.sink.loggedModel(std::move(model));
        }
        return std::move(answer.value().nextPageToken);
    });
}

}  // namespace

std::string nameFilter(const std::string& name) {
    std::string filter = "name = '";
    for (const char c : name)
        filter.append(c == '\'' ? 2 : 1, c);
    return filter + "'";
}

Result<void> settle(ReadScope& scope, const Result<void>& result, std::optional<Sink::Part> part) {
    if (!result.failed())
        return result;
    const Error& error = result.error();
    if (error.code == ErrorCode::ApiMissing)
        return {};
    if (isOutage(error) || error.code == ErrorCode::LoginNeeded ||
        error.code == ErrorCode::LoginRefused)
        return result;
    scope.sink.problem({error, {}}, {}, {});
    if (part)
        scope.sink.partUnread(*part);
    return {};
}

Result<void> readRegistry(ReadScope& scope, RegistryKind kind) {
    return settle(scope,
                  kind == RegistryKind::UnityCatalog ? CatalogRegistry(scope).read()
                                                     : WorkspaceRegistry(scope).read(),
                  Sink::Part::Registry);
}

RegistryKind registryOf(const std::vector<RegistryKind>& registries, const std::string& model) {
    if (registries.size() == 1)
        return registries.front();
    return std::ranges::count(model, '.') == 2 ? RegistryKind::UnityCatalog
                                               : RegistryKind::Workspace;
}

Result<void> readModels(ReadScope& scope, RegistryKind kind,
                        const std::vector<std::string>& names) {
    WorkspaceRegistry workspace(scope);
    CatalogRegistry catalog(scope);
    for (const std::string& name : names) {
        PODIUM_TRY(void,
                   kind == RegistryKind::UnityCatalog ? catalog.read(name) : workspace.read(name));
    }
    return {};
}

Result<void> readLoggedModels(ReadScope& scope, const std::vector<std::string>& experimentIds) {
    constexpr auto Part = Sink::Part::LoggedModels;
    std::set<std::string> seen;
    for (std::size_t first = 0; first < experimentIds.size(); first += ExperimentsAtOnce) {
        const std::size_t end = std::min(experimentIds.size(), first + ExperimentsAtOnce);
        const std::vector<std::string> some(
            experimentIds.begin() + static_cast<std::ptrdiff_t>(first),
            experimentIds.begin() + static_cast<std::ptrdiff_t>(end));
        const Result<void> together = loggedModelsOf(scope, some, seen);
        if (together.failed() && together.error().code == ErrorCode::ApiMissing)
            return {};
        if (together.failed() && together.error().code == ErrorCode::Forbidden) {
            // One that may not be read hides the others.
            for (const std::string& id : some)
                PODIUM_TRY(void, settle(scope, loggedModelsOf(scope, {id}, seen), Part));
            continue;
        }
        PODIUM_TRY(void, settle(scope, together, Part));
    }
    return {};
}

}  // namespace podium::stores
