// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/versionfiles.h"

#include "stores/rest/answers.h"
#include "stores/rest/artifactreader.h"
#include "stores/rest/shape.h"
#include "stores/rest/signedlink.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
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

struct DownloadUri {
    std::string uri;
};
constexpr std::array UriFields = {Field{"artifact_uri", setText<&DownloadUri::uri>}};
constexpr Shape UriShape{UriFields};

template <auto Member>
void setSecret(void* keys, Scalar& value) {
    std::string text = value.takeText();
    static_cast<http::AwsKeys*>(keys)->*Member = http::Secret(text);
    http::wipe(text);
}
constexpr std::array KeyFields = {
    Field{"access_key_id", setText<&http::AwsKeys::accessKeyId>},
    Field{"secret_access_key", setSecret<&http::AwsKeys::secretAccessKey>},
    Field{"session_token", setSecret<&http::AwsKeys::sessionToken>}};
constexpr Shape KeyShape{KeyFields};
constexpr std::array CredentialFields = {Field{"aws_temp_credentials", nullptr, &KeyShape}};
constexpr Shape CredentialShape{CredentialFields};
constexpr std::array LoginFields = {Field{"credentials", nullptr, &CredentialShape}};
constexpr Shape LoginShape{LoginFields};

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

/// A version has files always, so one without a folder is kept where the Files API can't go.
Result<void> VersionFiles::served(std::stop_token stop) {
    const Result<std::optional<Files>> found = listDirectory(m_api, root(), std::move(stop));
    PODIUM_TRY(void, found);
    if (!found.value())
        return Error{ErrorCode::ArtifactUnreachable, {uri()}};
    return {};
}

Result<std::vector<RemoteFile>> VersionFiles::list(const std::string& folder,
                                                   std::stop_token stop) {
    if (!isInCatalog())
        return listInWorkspace(folder, std::move(stop));
    Result<std::optional<Files>> found = listDirectory(m_api, joinedPath(root(), folder), stop);
    PODIUM_TRY(Files, found);
    if (!found.value())
        PODIUM_TRY(Files, served(stop));
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
                      target, progress, stop);
    const bool missing = fetched.failed() && (isMissingThing(fetched.error()) ||
                                              fetched.error().code == ErrorCode::ArtifactNotFound);
    if (!missing)
        return fetched;
    if (isInCatalog())
        PODIUM_TRY(FetchedFile, served(stop));
    return Error{ErrorCode::ArtifactNotFound, {uri(), path}};
}

Result<std::string> VersionFiles::storageLogin(http::AwsKeys& keys, std::stop_token stop) {
    if (!isInCatalog())
        return Error{ErrorCode::ArtifactUnreachable, {uri()}};
    constexpr std::string_view Versions = "2.0/mlflow/unity-catalog/model-versions/";
    const Api::Answer place =
        m_api.ask(m_api.get(Root::Api, std::string(Versions) + "get-download-uri",
                            {{"name", m_version.name}, {"version", m_version.version}}),
                  stop);
    PODIUM_TRY(std::string, place);
    const Result<DownloadUri> where =
        readAnswer<DownloadUri>(place.value().body, UriShape, place.value().url);
    PODIUM_TRY(std::string, where);
    if (!where.value().uri.starts_with("s3://"))
        return Error{ErrorCode::ArtifactUnreachable, {where.value().uri}};
    const nlohmann::json body = {{"name", m_version.name},
                                 {"version", m_version.version},
                                 {"operation", "MODEL_VERSION_OPERATION_READ"}};
    const Api::Answer answer = m_api.ask(
        m_api.search(std::string(Versions) + "generate-temporary-credentials", body.dump()), stop);
    PODIUM_TRY(std::string, answer);
    // What is wrong with the answer is not told in its own words: they may be keys.
    const Result<http::AwsKeys> read =
        readAnswer<http::AwsKeys>(answer.value().body, LoginShape, answer.value().url);
    if (read.failed() || read.value().empty())
        return Error{ErrorCode::AnswerInvalid, {answer.value().url, "aws_temp_credentials"}};
    keys = read.value();
    return where.value().uri;
}

}  // namespace podium::stores
