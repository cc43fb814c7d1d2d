// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"
#include "stores/rest/api.h"
#include "stores/rest/connectionsettings.h"
#include "stores/rest/registry.h"
#include "stores/storagelogin.h"

#include <memory>
#include <string>

namespace podium::stores {

/// A tracking server, MLflow's own of any version from 1.26 on or Databricks, over its REST API.
/// What a server can do is found out by asking, never by its version. The client is used, not
/// owned. read() from one thread at a time; everything of Remote from any.
class RestStore : public Store, public Remote, public StorageLogins {
public:
    /// `connection` is that of connectionOf(). Nothing is asked yet.
    RestStore(http::HttpClient& client, StoreInfo info, http::Connection connection,
              ConnectionSettings settings, Patience patience = {});
    ~RestStore() override;

    [[nodiscard]] StoreInfo info() const override { return m_info; }
    base::Result<void> read(const ReadRequest& request, const Known& known, Sink& sink,
                            base::Progress& progress, std::stop_token stop) override;
    [[nodiscard]] std::unique_ptr<Watcher> watch(
        const std::vector<std::string>& runs) const override;
    [[nodiscard]] Remote* remote() override { return this; }
    [[nodiscard]] std::unique_ptr<StoreWriter> writer() const override;
    [[nodiscard]] std::unique_ptr<TransitionRequests> transitions() const override;

    base::Result<void> histories(const HistoryRequest& request, const HistorySink& sink,
                                 base::Progress& progress, std::stop_token stop) override;
    [[nodiscard]] base::Result<RunPage> searchRuns(const RunSearch& search,
                                                   std::stop_token stop) override;
    [[nodiscard]] base::Result<std::vector<RemoteFile>> listArtifacts(
        const ArtifactOwner& owner, const std::string& folder, std::stop_token stop) override;
    [[nodiscard]] base::Result<FetchedFile> fetchArtifact(const ArtifactOwner& owner,
                                                          const std::string& path,
                                                          const std::filesystem::path& target,
                                                          base::Progress& progress,
                                                          std::stop_token stop) override;

    [[nodiscard]] base::Result<std::string> storageLogin(const ArtifactOwner& owner,
                                                         http::AwsKeys& keys,
                                                         std::stop_token stop) override;

    /// What asks this server; for what is built on top.
    [[nodiscard]] std::shared_ptr<Api> api() const { return m_api; }

private:
    [[nodiscard]] std::vector<RegistryKind> registries() const;

    StoreInfo m_info;
    ConnectionSettings m_settings;
    std::shared_ptr<Api> m_api;
};

}  // namespace podium::stores
