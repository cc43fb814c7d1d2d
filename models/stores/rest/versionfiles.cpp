// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/versionfiles.h"

#include "stores/rest/answers.h"
#include "stores/rest/artifactreader.h"
#include "stores/rest/signedlink.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view Scheme = "models:/";

/// Pages of a list until there are no more.
Result<std::vector<RemoteFile>> everyPage(Api& api, const std::string& endpoint,
                                          const http::QueryPairs& query, std::stop_token stop) {
    using Files = std::vector<RemoteFile>;
    Files files;
    std::set<std::string> tokens;
    std::string token;
    do {
        http::QueryPairs pairs = query;
        if (!token.empty())
            pairs.emplace_back("page_token", token);
        const Api::Answer answer = api.ask(api.get(Root::Api, endpoint, pairs), stop);
        PODIUM_TRY(Files, answer);
        Result<FilesAnswer> page = readFiles(answer.value().body, answer.value().url);
        PODIUM_TRY(Files, page);
        std::ranges::move(page.value().files, std::back_inserter(files));
        token = std::move(page.value().nextPageToken);
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {answer.value().url}};
    } while (!token.empty());
    return files;
}

bool isRefused(const Error& error) {
    return error.code == ErrorCode::HttpStatus || error.code == ErrorCode::ApiMissing ||
           error.code == ErrorCode::Forbidden;
}

}  // namespace

std::optional<VersionId> versionOf(std::string_view uri) {
    if (!uri.starts_with(Scheme))
        return std::nullopt;
    const std::string_view rest = uri.substr(Scheme.size());
    const std::size_t slash = rest.rfind('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == rest.size())
        return std::nullopt;
    const std::string_view version = rest.substr(slash + 1);
    if (!std::ranges::all_of(version, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return VersionId{std::string(rest.substr(0, slash)), std::string(version)};
}

Result<std::optional<std::vector<RemoteFile>>> listDirectory(Api& api, const std::string& path,
                                                             std::stop_token stop) {
    using Found = std::optional<std::vector<RemoteFile>>;
    Result<std::vector<RemoteFile>> files =
        everyPage(api, "2.0/fs/directories" + http::percentEncodePath(path), {}, std::move(stop));
    if (files.failed() && isMissingThing(files.error()))
        return Found();
    PODIUM_TRY(Found, files);
    return Found(std::move(files).value());
}

void makeRelative(std::vector<RemoteFile>& files, const std::string& root) {
    for (RemoteFile& file : files) {
        while (file.path.size() > 1 && file.path.ends_with('/'))
            file.path.pop_back();
        if (!root.empty() && file.path.starts_with(root + '/'))
            file.path.erase(0, root.size() + 1);
        if (file.isFolder)
            file.size.reset();
        else if (!file.size)
            file.size = 0;
    }
    std::ranges::sort(files, {}, &RemoteFile::path);
}

bool VersionFiles::isInCatalog() const {
    return std::ranges::count(m_version.name, '.') == 2;
}

std::string VersionFiles::uri() const {
    return std::string(Scheme) + m_version.name + '/' + m_version.version;
}

std::string VersionFiles::root() const {
    std::string path = "/Models/" + m_version.name + '/' + m_version.version;
    std::ranges::replace(path, '.', '/');
    return path;
}

Result<std::vector<RemoteFile>> VersionFiles::list(const std::string& folder,
                                                   std::stop_token stop) {
    if (!isInCatalog())
        return listInWorkspace(folder, std::move(stop));
    Result<std::optional<Files>> found =
        listDirectory(m_api, joinedPath(root(), folder), std::move(stop));
    PODIUM_TRY(Files, found);
    // A version has files always, so one without a folder is kept where the Files API can't go.
    if (!found.value() && folder.empty())
        return Error{ErrorCode::ArtifactUnreachable, {uri()}};
    Files files = std::move(found).value().value_or(Files());
    makeRelative(files, root());
    return files;
}

Result<std::vector<RemoteFile>> VersionFiles::listInWorkspace(const std::string& folder,
                                                              std::stop_token stop) {
    Result<Files> files =
        everyPage(m_api, "2.0/mlflow/model-versions/list-artifacts",
                  {{"name", m_version.name}, {"version", m_version.version}, {"path", folder}},
                  std::move(stop));
    PODIUM_TRY(Files, files);
    Files& list = files.value();
    if (list.size() == 1 && !list.front().isFolder && list.front().path == folder)
        list.clear();  // a file lists itself
    makeRelative(list, {});
    return files;
}

Result<FetchedFile> VersionFiles::fetch(const std::string& path,
                                        const std::filesystem::path& target,
                                        base::Progress& progress, std::stop_token stop) {
    const std::string whole = joinedPath(root(), path);
    const auto ask = [&](std::stop_token stopAsking) -> Result<SignedLink> {
        const Api::Answer answer = m_api.ask(
            isInCatalog()
                ? m_api.search("2.0/fs/create-download-url", nlohmann::json{{"path", whole}}.dump())
                : m_api.get(
                      Root::Api, "2.0/mlflow/model-versions/get-signed-download-uri",
                      {{"name", m_version.name}, {"version", m_version.version}, {"path", path}}),
            std::move(stopAsking));
        PODIUM_TRY(SignedLink, answer);
        return readSignedLink(answer.value().body, answer.value().url);
    };
    Result<FetchedFile> fetched = fetchByLink(m_api, ask, uri(), path, target, progress, stop);
    // Links may be switched off; then the Files API sends the file itself, as databricks-sdk does.
    if (isInCatalog() && fetched.failed() && isRefused(fetched.error()))
        fetched =
            fetchFile(m_api, m_api.get(Root::Api, "2.0/fs/files" + http::percentEncodePath(whole)),
                      target, progress, std::move(stop));
    if (fetched.failed() && isMissingThing(fetched.error()))
        return Error{ErrorCode::ArtifactNotFound, {uri(), path}};
    return fetched;
}

}  // namespace podium::stores
