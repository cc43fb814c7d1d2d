// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/sigv4.h"
#include "stores/remote.h"
#include "stores/rest/api.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores {

/// A version of a registered model.
struct VersionId {
    std::string name;
    std::string version;  // digits
};
/// What `models:/NAME/VERSION` means; nothing for other texts.
[[nodiscard]] std::optional<VersionId> versionOf(std::string_view uri);

/// Everything in a folder of the Files API; nothing if there is no such folder (404, also for a
/// file). `path` is absolute; so are the paths that are given.
[[nodiscard]] base::Result<std::optional<std::vector<RemoteFile>>> listDirectory(
    Api& api, const std::string& path, std::stop_token stop);

/// Absolute paths as paths below the root ("": they are relative already), in their order. Those
/// that are not below it stay as they are, and are found unsafe by whoever looks at them.
void makeRelative(std::vector<RemoteFile>& files, const std::string& root);

/// The files of a version in one of Databricks' registries. A name of three parts is in Unity
/// Catalog, whose files are below /Models of the Files API and come by signed links
/// (presigned_url_artifact_repo.py, databricks_sdk_models_artifact_repo.py); any other is in the
/// workspace's registry (databricks_models_artifact_repo.py). Any thread. Errors besides those of
/// Api: ArtifactNotFound; ArtifactUnreachable{uri} where the catalog gives no files.
class VersionFiles {
public:
    VersionFiles(Api& api, VersionId version) : m_api(api), m_version(std::move(version)) {}

    [[nodiscard]] base::Result<std::vector<RemoteFile>> list(const std::string& folder,
                                                             std::stop_token stop);
    [[nodiscard]] base::Result<FetchedFile> fetch(const std::string& path,
                                                  const std::filesystem::path& target,
                                                  base::Progress& progress, std::stop_token stop);

    /// See StorageLogins: of a version in Unity Catalog whose files are in S3.
    [[nodiscard]] base::Result<std::string> storageLogin(http::AwsKeys& keys, std::stop_token stop);

private:
    using Files = std::vector<RemoteFile>;
    [[nodiscard]] bool isInCatalog() const;
    [[nodiscard]] std::string uri() const;
    /// The folder of the version in the Files API.
    [[nodiscard]] std::string root() const;
    /// ArtifactUnreachable where the Files API does not have this version at all.
    base::Result<void> served(std::stop_token stop);
    [[nodiscard]] base::Result<Files> listInWorkspace(const std::string& folder,
                                                      std::stop_token stop);

    Api& m_api;
    VersionId m_version;
};

}  // namespace podium::stores
