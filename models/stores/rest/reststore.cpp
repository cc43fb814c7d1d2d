// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/reststore.h"

#include "stores/rest/answers.h"
#include "stores/rest/artifactreader.h"
#include "stores/rest/databricksartifacts.h"
#include "stores/rest/databrickstransitions.h"
#include "stores/rest/historyreader.h"
#include "stores/rest/readjob.h"
#include "stores/rest/restwatcher.h"
#include "stores/rest/restwriter.h"
#include "stores/rest/versionfiles.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace podium::stores {

using base::Result;

RestStore::RestStore(http::HttpClient& client, StoreInfo info, http::Connection connection,
                     ConnectionSettings settings, Patience patience)
    : m_info(std::move(info)),
      m_settings(std::move(settings)),
      m_api(std::make_shared<Api>(
          client, std::make_shared<const http::Connection>(std::move(connection)), patience)) {}

RestStore::~RestStore() = default;

Result<void> RestStore::read(const ReadRequest& request, const Known& known, Sink& sink,
                             base::Progress& progress, std::stop_token stop) {
    ReadScope scope{*m_api,
                    request,
                    known,
                    sink,
                    progress,
                    std::move(stop),
                    request.mostRuns > 0 ? request.mostRuns : m_settings.mostRuns,
                    m_settings.pageRuns};
    return ReadJob(scope, registries()).run();
}

/// MLflow 2 takes the workspace's registry where nothing is said, MLflow 3 Unity Catalog: a
/// workspace may have models in both, and their names can't be mistaken for one another.
std::vector<RegistryKind> RestStore::registries() const {
    const std::string& uri = m_settings.registryUri;
    if (m_info.kind != "databricks" || (!uri.empty() && !uri.starts_with("databricks-uc")))
        return {RegistryKind::Workspace};
    if (uri.empty())
        return {RegistryKind::Workspace, RegistryKind::UnityCatalog};
    return {RegistryKind::UnityCatalog};
}

std::unique_ptr<Watcher> RestStore::watch(const std::vector<std::string>& runs) const {
    return std::make_unique<RestWatcher>(m_api, runs);
}

std::unique_ptr<StoreWriter> RestStore::writer() const {
    return std::make_unique<RestWriter>(m_api, registries(), m_info.kind == "databricks");
}

std::unique_ptr<TransitionRequests> RestStore::transitions() const {
    if (m_info.kind != "databricks")
        return nullptr;
    return std::make_unique<DatabricksTransitions>(m_api, registries());
}

Result<void> RestStore::histories(const HistoryRequest& request, const HistorySink& sink,
                                  base::Progress& progress, std::stop_token stop) {
    return HistoryReader(*m_api, request, sink, progress, std::move(stop)).read();
}

Result<RunPage> RestStore::searchRuns(const RunSearch& search, std::stop_token stop) {
    PODIUM_TRY(RunPage, m_api->ready(stop));
    nlohmann::json body = {{"experiment_ids", search.experimentIds},
                           {"run_view_type", search.deleted ? "DELETED_ONLY" : "ACTIVE_ONLY"},
                           {"max_results", search.pageSize}};
    if (!search.filter.empty())
        body["filter"] = search.filter;
    if (!search.orderBy.empty())
        body["order_by"] = search.orderBy;
    if (!search.pageToken.empty())
        body["page_token"] = search.pageToken;
    const auto replace = nlohmann::json::error_handler_t::replace;
    const Api::Answer answer = m_api->ask(
        m_api->search("2.0/mlflow/runs/search", body.dump(-1, ' ', false, replace)), stop);
    PODIUM_TRY(RunPage, answer);
    return readRuns(answer.value().body, answer.value().url);
}

Result<std::vector<RemoteFile>> RestStore::listArtifacts(const ArtifactOwner& owner,
                                                         const std::string& folder,
                                                         std::stop_token stop) {
    if (m_info.kind == "databricks")
        return DatabricksArtifacts(*m_api).list(owner, folder, std::move(stop));
    return ArtifactReader(*m_api).list(owner, folder, std::move(stop));
}

Result<std::string> RestStore::storageLogin(const ArtifactOwner& owner, http::AwsKeys& keys,
                                            std::stop_token stop) {
    auto version = versionOf(owner.modelId);
    if (m_info.kind != "databricks" || !version)
        return base::Error{base::ErrorCode::ArtifactUnreachable, {owner.artifactUri}};
    PODIUM_TRY(std::string, m_api->ready(stop));
    return VersionFiles(*m_api, std::move(*version)).storageLogin(keys, std::move(stop));
}

Result<FetchedFile> RestStore::fetchArtifact(const ArtifactOwner& owner, const std::string& path,
                                             const std::filesystem::path& target,
                                             base::Progress& progress, std::stop_token stop) {
    if (m_info.kind == "databricks")
        return DatabricksArtifacts(*m_api).fetch(owner, path, target, progress, std::move(stop));
    return ArtifactReader(*m_api).fetch(owner, path, target, progress, std::move(stop));
}

}  // namespace podium::stores
