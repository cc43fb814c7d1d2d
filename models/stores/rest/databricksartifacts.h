// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/remote.h"
#include "stores/rest/api.h"

#include <string>
#include <string_view>
#include <vector>

namespace podium::stores {

/// Where an artifact URI points in Databricks: `dbfs:/path` and `dbfs://PROFILE@databricks/path`,
/// and the same as a path of the cluster's disk (`/Volumes/…`, `/dbfs/…`).
struct DatabricksPlace {
    enum class Kind {
        Tracking,  // /databricks/mlflow-tracking/…: guarded, files come by signed links
        Volume,    // /Volumes/catalog/schema/volume/…: Files API
        Dbfs,      // anything else in DBFS
        Elsewhere  // not in Databricks: s3, abfss, gs …
    };
    Kind kind = Kind::Elsewhere;
    std::string path;  // absolute, without a slash at its end; empty for Elsewhere
};
[[nodiscard]] DatabricksPlace databricksPlace(std::string_view artifactUri);

/// Lists and fetches artifacts of a Databricks workspace, as MLflow's own client does it
/// (store/artifact/databricks_artifact_repo.py, dbfs_artifact_repo.py, uc_volume_artifact_repo.py).
/// A logged model whose id reads `models:/NAME/VERSION` is a version of a registered model
/// (MLflow's own URI of it). Any thread. Errors besides those of Api: ArtifactOutside,
/// ArtifactNotFound; ArtifactUnreachable {uri} for what lies elsewhere.
class DatabricksArtifacts {
public:
    explicit DatabricksArtifacts(Api& api) : m_api(api) {}

    [[nodiscard]] base::Result<std::vector<RemoteFile>> list(const ArtifactOwner& owner,
                                                             const std::string& folder,
                                                             std::stop_token stop);
    [[nodiscard]] base::Result<FetchedFile> fetch(const ArtifactOwner& owner,
                                                  const std::string& path,
                                                  const std::filesystem::path& target,
                                                  base::Progress& progress, std::stop_token stop);

private:
    using Files = std::vector<RemoteFile>;
    [[nodiscard]] base::Result<Files> listVolume(const std::string& root, const std::string& folder,
                                                 std::stop_token stop);
    [[nodiscard]] base::Result<Files> listDbfs(const std::string& root, const std::string& folder,
                                               std::stop_token stop);
    [[nodiscard]] base::Result<FetchedFile> fetchSigned(const ArtifactOwner& owner,
                                                        const std::string& path,
                                                        const std::filesystem::path& target,
                                                        base::Progress& progress,
                                                        std::stop_token stop);

    Api& m_api;
};

}  // namespace podium::stores
