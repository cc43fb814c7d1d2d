// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/artifactreader.h"

#include "base/utf8.h"
#include "stores/rest/answers.h"

#include <algorithm>
#include <set>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view ProxyScheme = "mlflow-artifacts:";
constexpr const char* Proxy = "2.0/mlflow-artifacts/artifacts";

/// The path behind mlflow-artifacts:, nothing for other roots. The host that may stand in it is the
/// tracking server under another name: the artifacts are asked of the server that is known.
std::optional<std::string> proxyPath(std::string_view artifactUri) {
    if (!artifactUri.starts_with(ProxyScheme))
        return std::nullopt;
    std::string_view path = artifactUri.substr(ProxyScheme.size());
    if (path.starts_with("//"))
        path = path.substr(std::min(path.find('/', 2), path.size()));
    while (path.starts_with('/'))
        path.remove_prefix(1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return std::string(path);
}

bool mayTryOtherwise(const Error& error) {
    return error.code == ErrorCode::HttpStatus || error.code == ErrorCode::ServerFault ||
           error.code == ErrorCode::ApiMissing || error.code == ErrorCode::NetLost;
}

}  // namespace

std::string joinedPath(std::string_view folder, std::string_view name) {
    if (folder.empty())
        return std::string(name);
    return name.empty() ? std::string(folder) : std::string(folder).append("/").append(name);
}

bool isSafePath(std::string_view path) {
    if (path.empty() || !base::isUtf8(path))
        return false;
    if (std::ranges::any_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..")
            return false;
        begin = end + 1;
    }
    return true;
}

Result<std::vector<RemoteFile>> ArtifactReader::listPages(Root root, const std::string& endpoint,
                                                          const http::QueryPairs& query,
                                                          const std::string& folder, bool baseNames,
                                                          std::stop_token stop) {
    using Files = std::vector<RemoteFile>;
    Files files;
    std::set<std::string> tokens;
    std::string token;
    do {
        http::QueryPairs pairs = query;
        if (!token.empty())
            pairs.emplace_back("page_token", token);
        http::Request request = m_api.get(root, endpoint, pairs);
        const Api::Answer answer = m_api.ask(std::move(request), stop);
        PODIUM_TRY(Files, answer);
        Result<FilesAnswer> page = readFiles(answer.value().body, answer.value().url);
        PODIUM_TRY(Files, page);
        for (RemoteFile& file : page.value().files) {
            if (baseNames)
                file.path = joinedPath(folder, file.path);
            while (file.isFolder && file.path.ends_with('/'))
                file.path.pop_back();
            // Of files on its disk MLflow leaves out a size of zero; where it asks another server
            // itself, sizes may be unknown.
            const std::string& rootUri = page.value().rootUri;
            if (file.isFolder)
                file.size.reset();
            else if (!file.size && !rootUri.starts_with("http") &&
                     !rootUri.starts_with("mlflow-artifacts:"))
                file.size = 0;
            files.push_back(std::move(file));
        }
        token = std::move(page.value().nextPageToken);
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {answer.value().url}};
    } while (!token.empty());
    // Asked for a file, Databricks lists the file itself.
    if (files.size() == 1 && !files.front().isFolder && files.front().path == folder)
        files.clear();
    std::ranges::sort(files, {}, &RemoteFile::path);
    return files;
}

Result<std::vector<RemoteFile>> ArtifactReader::list(const ArtifactOwner& owner,
                                                     const std::string& folder,
                                                     std::stop_token stop) {
    using Files = std::vector<RemoteFile>;
    if (!folder.empty() && !isSafePath(folder))
        return Error{ErrorCode::ArtifactOutside, {folder}};
    PODIUM_TRY(Files, m_api.ready(stop));
    http::QueryPairs query;
    std::string endpoint = "2.0/mlflow/artifacts/list";
    if (owner.runId.empty()) {
        endpoint = "2.0/mlflow/logged-models/" + http::percentEncode(owner.modelId) +
                   "/artifacts/directories";
        if (!folder.empty())
            query.emplace_back("artifact_directory_path", folder);
    } else {
        query.emplace_back("run_id", owner.runId);
        if (!folder.empty())
            query.emplace_back("path", folder);
    }
    Result<Files> files = listPages(Root::Api, endpoint, query, folder, false, stop);
    const auto behind = proxyPath(owner.artifactUri);
    if (!files.failed() || !behind || !mayTryOtherwise(files.error()))
        return files;
    Result<Files> other =
        listPages(Root::Api, Proxy, {{"path", joinedPath(*behind, folder)}}, folder, true, stop);
    return other.failed() ? files : other;
}

http::Request intoFile(http::Request request, const std::filesystem::path& target,
                       base::Progress& progress) {
    request.toFile = target;
    request.maxBytes = 0;
    request.progress = [&progress](std::int64_t done, std::int64_t total) {
        progress.bytes = done;
        progress.done = done;
        progress.total = total;
    };
    return request;
}

Result<FetchedFile> fetchedFile(const http::Response& response,
                                const std::filesystem::path& target) {
    FetchedFile fetched;
    std::error_code failure;
    fetched.size = static_cast<std::int64_t>(std::filesystem::file_size(target, failure));
    if (failure)
        return Error{ErrorCode::WriteFailed, {target.string(), failure.message()}};
    fetched.validator = response.header("ETag");
    if (fetched.validator.empty())
        fetched.validator = response.header("Last-Modified");
    return fetched;
}

Result<FetchedFile> fetchFile(Api& api, http::Request request, const std::filesystem::path& target,
                              base::Progress& progress, std::stop_token stop) {
    request = intoFile(std::move(request), target, progress);
    request.idempotent = false;
    const Api::Answer answer = api.ask(std::move(request), std::move(stop));
    PODIUM_TRY(FetchedFile, answer);
    return fetchedFile(answer.value(), target);
}

Result<FetchedFile> ArtifactReader::fetch(const ArtifactOwner& owner, const std::string& path,
                                          const std::filesystem::path& target,
                                          base::Progress& progress, std::stop_token stop) {
    if (!isSafePath(path))
        return Error{ErrorCode::ArtifactOutside, {path}};
    PODIUM_TRY(FetchedFile, m_api.ready(stop));
    http::Request request =
        owner.runId.empty()
            ? m_api.get(Root::Ajax,
                        "2.0/mlflow/logged-models/" + http::percentEncode(owner.modelId) +
                            "/artifacts/files",
                        {{"artifact_file_path", path}})
            // Servers of every version know run_uuid, not all run_id.
            : m_api.get(Root::Server, "get-artifact", {{"path", path}, {"run_uuid", owner.runId}});
    Result<FetchedFile> fetched = fetchFile(m_api, std::move(request), target, progress, stop);
    const auto behind = proxyPath(owner.artifactUri);
    if (fetched.failed() && behind && mayTryOtherwise(fetched.error())) {
        const std::string place = joinedPath(*behind, path);
        Result<FetchedFile> other = fetchFile(
            m_api, m_api.get(Root::Api, std::string(Proxy) + "/" + http::percentEncodePath(place)),
            target, progress, stop);
        if (!other.failed())
            return other;
    }
    if (fetched.failed() && isMissingThing(fetched.error()))
        return Error{ErrorCode::ArtifactNotFound,
                     {owner.runId.empty() ? owner.modelId : owner.runId, path}};
    return fetched;
}

}  // namespace podium::stores
