// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/way.h"

#include <nlohmann/json.hpp>

namespace podium::artifacts {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

/// Below it a server answers as MLflow's artifact proxy does.
constexpr std::string_view ProxyPath = "/mlflow-artifacts/artifacts";

std::string validatorOf(const http::Response& response) {
    const std::string_view tag = response.header("ETag");
    return std::string(tag.empty() ? response.header("Last-Modified") : tag);
}

class HttpWay : public ArtifactWay {
public:
    HttpWay(http::Url root, std::shared_ptr<const http::Connection> connection,
            http::HttpClient& client)
        : m_root(std::move(root)), m_connection(std::move(connection)), m_client(client) {}

    Result<std::vector<ListedFile>> list(const std::string& folder, std::stop_token stop) override;
    Result<stores::FetchedFile> fetch(const std::string& path, const std::filesystem::path& target,
                                      base::Progress& progress, std::stop_token stop) override;

private:
    http::Url m_root;
    std::shared_ptr<const http::Connection> m_connection;
    http::HttpClient& m_client;
};

/// The `files` of an answer of the proxy, whose paths are names within the folder that was asked.
Result<std::vector<ListedFile>> readFiles(const http::Response& response,
                                          const std::string& folder) {
    using Listed = std::vector<ListedFile>;
    const json document = json::parse(response.body, nullptr, false);
    if (!document.is_object())
        return Error{ErrorCode::AnswerNotJson, {response.url, saidBy(response.body)}};
    Listed files;
    const auto list = document.find("files");
    if (list == document.end())
        return files;
    if (!list->is_array())
        return Error{ErrorCode::AnswerInvalid, {response.url, "files"}};
    for (const json& entry : *list) {
        const auto path = entry.is_object() ? entry.find("path") : entry.end();
        if (!entry.is_object() || path == entry.end() || !path->is_string())
            return Error{ErrorCode::AnswerInvalid, {response.url, "path"}};
        ListedFile file;
        const std::string name = path->get<std::string>();
        file.path = folder.empty() ? name : folder + '/' + name;
        file.isFolder = entry.value("is_dir", false);
        const auto size = entry.find("file_size");
        if (size != entry.end() && size->is_number_integer())
            file.size = size->get<std::int64_t>();
        else if (size != entry.end() && size->is_string())
            file.size = std::strtoll(size->get<std::string>().c_str(), nullptr, 10);
        files.push_back(std::move(file));
    }
    return files;
}

Result<std::vector<ListedFile>> HttpWay::list(const std::string& folder, std::stop_token stop) {
    using Listed = std::vector<ListedFile>;
    const std::size_t at = m_root.path().find(ProxyPath);
    if (at == std::string::npos)
        return Error{ErrorCode::ArtifactUnreachable, {m_root.shown()}};
    const std::size_t end = at + ProxyPath.size();
    std::string below = http::percentDecode(m_root.path().substr(end));
    while (below.starts_with('/'))
        below.erase(0, 1);
    while (below.ends_with('/'))
        below.pop_back();
    if (!folder.empty())
        below += (below.empty() ? "" : "/") + folder;
    std::string url = m_root.text();
    url.resize(url.find(ProxyPath) + ProxyPath.size());
    http::Request request =
        http::Request::get(url + '?' + http::encodeQuery({{"path", below}}), m_connection);
    const Result<http::Response> response = m_client.fetch(std::move(request), stop);
    PODIUM_TRY(Listed, response);
    if (!response.value().ok())
        return httpFailure(response.value(), folder, saidBy(response.value().body));
    return readFiles(response.value(), folder);
}

Result<stores::FetchedFile> HttpWay::fetch(const std::string& path,
                                           const std::filesystem::path& target,
                                           base::Progress& progress, std::stop_token stop) {
    using Fetched = stores::FetchedFile;
    http::Request request =
        http::Request::get(m_root.child(http::percentEncodePath(path)).text(), m_connection);
    request.toFile = target;
    request.maxBytes = 0;
    request.progress = reportTo(progress);
    const Result<http::Response> response = m_client.fetch(std::move(request), stop);
    PODIUM_TRY(Fetched, response);
    if (!response.value().ok())
        return httpFailure(response.value(), path, saidBy(response.value().body));
    std::error_code failure;
    return Fetched{static_cast<std::int64_t>(std::filesystem::file_size(target, failure)),
                   validatorOf(response.value())};
}

}  // namespace

Result<std::unique_ptr<ArtifactWay>> makeHttpWay(const std::string& uri,
                                                 const WayContext& context) {
    using Way = std::unique_ptr<ArtifactWay>;
    Result<http::Url> url = http::Url::parse(uri);
    PODIUM_TRY(Way, url);
    http::ConnectionSettings settings;
    settings.credentials = http::Credentials{};
    if (url.value().hasUserinfo())
        settings.credentials = http::Credentials::basic(url.value().user(), url.value().password(),
                                                        http::Credentials::Origin::Url);
    settings.workspace = std::string();
    settings.clientCertificate = std::filesystem::path();
    Result<http::Connection> connection =
        http::resolveConnection(url.value().text(), settings, context.environment);
    PODIUM_TRY(Way, connection);
    return Way(std::make_unique<HttpWay>(
        std::move(url).value(),
        std::make_shared<const http::Connection>(std::move(connection).value()), context.client));
}

}  // namespace podium::artifacts
