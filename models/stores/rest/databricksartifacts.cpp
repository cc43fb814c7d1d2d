// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/databricksartifacts.h"

#include "stores/rest/answers.h"
#include "stores/rest/artifactreader.h"
#include "stores/rest/signedlink.h"
#include "stores/rest/versionfiles.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using Kind = DatabricksPlace::Kind;

namespace {

constexpr std::string_view Guarded = "/databricks/mlflow-tracking/";

/// The path of a `dbfs:` URI, "" if it names the host of something else.
std::string_view dbfsPath(std::string_view rest) {
    if (!rest.starts_with("//"))
        return rest;
    const std::size_t slash = rest.find('/', 2);
    const std::string_view host = rest.substr(2, std::min(slash, rest.size()) - 2);
    if (!host.empty() && host != "databricks" && !host.ends_with("@databricks"))
        return {};
    return slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
}

const std::string& idOf(const ArtifactOwner& owner) {
    return owner.runId.empty() ? owner.modelId : owner.runId;
}

}  // namespace

DatabricksPlace databricksPlace(std::string_view uri) {
    std::string_view path;
    if (uri.starts_with("dbfs:"))
        path = dbfsPath(uri.substr(5));
    else if (uri.starts_with("/dbfs/"))
        path = uri.substr(5);
    else if (uri.starts_with("/Volumes/"))
        path = uri;
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (!path.starts_with('/'))
        return {};
    DatabricksPlace place{Kind::Dbfs, std::string(path)};
    if (path.starts_with(Guarded))
        place.kind = Kind::Tracking;
    else if (path.starts_with("/Volumes/"))
        place.kind = Kind::Volume;
    return place;
}

Result<std::vector<RemoteFile>> DatabricksArtifacts::list(const ArtifactOwner& owner,
                                                          const std::string& folder,
                                                          std::stop_token stop) {
    if (!folder.empty() && !isSafePath(folder))
        return Error{ErrorCode::ArtifactOutside, {folder}};
    PODIUM_TRY(Files, m_api.ready(stop));
    if (auto version = versionOf(owner.modelId))
        return VersionFiles(m_api, std::move(*version)).list(folder, std::move(stop));
    const DatabricksPlace place = databricksPlace(owner.artifactUri);
    if (place.kind == Kind::Volume)
        return listVolume(place.path, folder, std::move(stop));
    if (place.kind == Kind::Dbfs)
        return listDbfs(place.path, folder, std::move(stop));
    return ArtifactReader(m_api).list(owner, folder, std::move(stop));
}

/// A folder that is not there is empty: MLflow makes a run's only with its first artifact.
Result<std::vector<RemoteFile>> DatabricksArtifacts::listVolume(const std::string& root,
                                                                const std::string& folder,
                                                                std::stop_token stop) {
    Result<std::optional<Files>> found =
        listDirectory(m_api, joinedPath(root, folder), std::move(stop));
    PODIUM_TRY(Files, found);
    Files files = std::move(found).value().value_or(Files());
    makeRelative(files, root);
    return files;
}

/// GET dbfs/list: everything at once; a file lists itself.
Result<std::vector<RemoteFile>> DatabricksArtifacts::listDbfs(const std::string& root,
                                                              const std::string& folder,
                                                              std::stop_token stop) {
    const std::string path = joinedPath(root, folder);
    const Api::Answer answer =
        m_api.ask(m_api.get(Root::Api, "2.0/dbfs/list", {{"path", path}}), std::move(stop));
    if (answer.failed() && isMissingThing(answer.error()))
        return Files();
    PODIUM_TRY(Files, answer);
    Result<FilesAnswer> page = readFiles(answer.value().body, answer.value().url);
    PODIUM_TRY(Files, page);
    Files files = std::move(page.value().files);
    if (files.size() == 1 && !files.front().isFolder && files.front().path == path)
        return Files();
    makeRelative(files, root);
    return files;
}

Result<FetchedFile> DatabricksArtifacts::fetchSigned(const ArtifactOwner& owner,
                                                     const std::string& path,
                                                     const std::filesystem::path& target,
                                                     base::Progress& progress,
                                                     std::stop_token stop) {
    const auto ask = [&](std::stop_token stopAsking) -> Result<SignedLink> {
        const bool run = !owner.runId.empty();
        const nlohmann::json body = run ? nlohmann::json{{"run_id", owner.runId}, {"path", {path}}}
                                        : nlohmann::json{{"paths", {path}}};
        const std::string endpoint = run ? "2.0/mlflow/artifacts/credentials-for-read"
                                         : "2.0/mlflow/logged-models/" +
                                               http::percentEncode(owner.modelId) +
                                               "/artifacts/credentials-for-download";
        const Api::Answer answer =
            m_api.ask(m_api.search(endpoint, body.dump()), std::move(stopAsking));
        PODIUM_TRY(SignedLink, answer);
        return readSignedLink(answer.value().body, answer.value().url);
    };
    return fetchByLink(m_api, ask, idOf(owner), path, target, progress, std::move(stop));
}

Result<FetchedFile> DatabricksArtifacts::fetch(const ArtifactOwner& owner, const std::string& path,
                                               const std::filesystem::path& target,
                                               base::Progress& progress, std::stop_token stop) {
    if (!isSafePath(path))
        return Error{ErrorCode::ArtifactOutside, {path}};
    PODIUM_TRY(FetchedFile, m_api.ready(stop));
    if (auto version = versionOf(owner.modelId))
        return VersionFiles(m_api, std::move(*version))
            .fetch(path, target, progress, std::move(stop));
    const DatabricksPlace place = databricksPlace(owner.artifactUri);
    if (place.kind == Kind::Elsewhere)
        return Error{ErrorCode::ArtifactUnreachable, {owner.artifactUri}};
    Result<FetchedFile> fetched = [&] {
        if (place.kind == Kind::Tracking)
            return fetchSigned(owner, path, target, progress, std::move(stop));
        const std::string whole = http::percentEncodePath(joinedPath(place.path, path));
        http::Request request = place.kind == Kind::Volume
                                    ? m_api.get(Root::Api, "2.0/fs/files" + whole)
                                    : m_api.get(Root::Server, "dbfs" + whole);
        return fetchFile(m_api, std::move(request), target, progress, std::move(stop));
    }();
    // A plain 404 of the file endpoints is a file that is not there, not an endpoint.
    const bool missing =
        fetched.failed() &&
        (isMissingThing(fetched.error()) ||
         (place.kind == Kind::Dbfs && fetched.error().code == ErrorCode::ApiMissing));
    if (missing)
        return Error{ErrorCode::ArtifactNotFound, {idOf(owner), path}};
    return fetched;
}

}  // namespace podium::stores
