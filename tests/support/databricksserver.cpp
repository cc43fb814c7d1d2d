// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/databricksserver.h"

#include "http/url.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace podium::tests {

using nlohmann::json;

namespace {

constexpr std::size_t Page = 2;  // entries in an answer

HttpReply error(int status, const json& code, const std::string& message) {
    return HttpReply::json(json{{"error_code", code}, {"message", message}}.dump(), status);
}

HttpReply storageError(int status, const std::string& code, const std::string& message) {
    return HttpReply::text("<?xml version=\"1.0\"?>\n<Error><Code>" + code + "</Code><Message>" +
                               message + "</Message></Error>",
                           status, "application/xml");
}

json runOf(const std::string& id, const std::string& experiment, const std::string& uri) {
    return {{"info",
             {{"run_id", id},
              {"run_name", id},
              {"experiment_id", experiment},
              {"user_id", "me@example.org"},
              {"status", "FINISHED"},
              {"start_time", 1700000000000},
              {"end_time", "1700000060000"},
              {"artifact_uri", uri},
              {"lifecycle_stage", "active"}}},
            {"data", {{"metrics", {{{"key", "auc"}, {"value", 0.5}, {"step", "7"}}}}}}};
}

json runsOf(const std::string& experiment) {
    if (experiment == "1117")
        return {runOf("tracked", "1117", std::string("dbfs:") + TrackedRoot)};
    if (experiment == "2228")
        return {runOf("volume", "2228", std::string("dbfs:") + VolumeRoot),
                runOf("plain", "2228", std::string("dbfs:") + PlainRoot),
                runOf("bucket", "2228", "s3://lab/bucket/artifacts")};
    return json::array();
}

/// What is directly in a folder: path -> size, -1 for a folder.
std::map<std::string, std::int64_t> childrenOf(const std::map<std::string, std::string>& files,
                                               const std::string& folder) {
    std::map<std::string, std::int64_t> children;
    for (const auto& [path, bytes] : files) {
        if (!path.starts_with(folder + '/'))
            continue;
        const std::size_t slash = path.find('/', folder.size() + 1);
        if (slash == std::string::npos)
            children[path] = static_cast<std::int64_t>(bytes.size());
        else
            children[path.substr(0, slash)] = -1;
    }
    return children;
}

/// One page of a list; tokens are offsets.
json pageOf(const json& whole, const char* name, const std::string& token) {
    const std::size_t first = token.empty() ? 0 : std::stoul(token);
    json reply = json::object();
    for (std::size_t i = first; i < std::min(whole.size(), first + Page); ++i)
        reply[name].push_back(whole[i]);
    if (first + Page < whole.size())
        reply["next_page_token"] = std::to_string(first + Page);
    return reply;
}

std::string bearer(const std::string& token) {
    return "Bearer " + token;
}

}  // namespace

DatabricksServer::DatabricksServer()
    : m_storage([this](const HttpRequest& request) { return stored(request); }),
      m_workspace([this](const HttpRequest& request) { return answer(request); }) {
    m_files = {{std::string(TrackedRoot) + "/MLmodel", "flavors: {}\n"},
               {std::string(TrackedRoot) + "/plots/a b+c%é.txt", "odd\n"},
               {std::string(TrackedRoot) + "/plots/loss.png", "a picture"},
               {std::string(TrackedRoot) + "/plots/roc.png", ""},
               {std::string(ModelRoot) + "/model.pkl", "pickled"},
               {std::string(VolumeRoot) + "/a b%.txt", "in a volume"},
               {std::string(VolumeRoot) + "/model/MLmodel", "flavors: {}\n"},
               {std::string(VolumeRoot) + "/z.txt", ""},
               {std::string(VersionRoot) + "/MLmodel", "version 2 of churn"},
               {std::string(VersionRoot) + "/data/model.pkl", "pickled"},
               {"/Models/main/ml/churn/2/MLmodel", "version 2 of main.ml.churn"},
               {"/Models/main/ml/churn/2/code/a b.py", "pass\n"},
               {std::string(PlainRoot) + "/old/notes 1.txt", "plain"}};
}

void DatabricksServer::revokeTokens(int status) {
    const std::lock_guard lock(m_mutex);
    m_tokens = {Token};
    m_refusal = status;
}

int DatabricksServer::tokensGiven() const {
    const std::lock_guard lock(m_mutex);
    return m_given;
}

void DatabricksServer::put(const std::string& path, std::string bytes) {
    const std::lock_guard lock(m_mutex);
    m_files[path] = std::move(bytes);
}

void DatabricksServer::expireLinks(int count) {
    const std::lock_guard lock(m_mutex);
    m_expiring = count;
}

void DatabricksServer::setStorageFault(
    std::function<std::optional<HttpReply>(const HttpRequest&)> fault) {
    const std::lock_guard lock(m_mutex);
    m_fault = std::move(fault);
}

void DatabricksServer::redirectFiles(bool on) {
    const std::lock_guard lock(m_mutex);
    m_redirect = on;
}

void DatabricksServer::withoutCatalog() {
    const std::lock_guard lock(m_mutex);
    m_catalog = false;
}

void DatabricksServer::setTransitions(
    std::function<HttpReply(const std::string&, const HttpRequest&)> answer) {
    const std::lock_guard lock(m_mutex);
    m_transitions = std::move(answer);
}

int DatabricksServer::asked(std::string_view endpoint) const {
    int count = 0;
    for (const HttpRequest& request : m_workspace.requests())
        count += request.path().ends_with(endpoint) ? 1 : 0;
    return count;
}

int DatabricksServer::leaks() const {
    const std::lock_guard lock(m_mutex);
    return m_leaks;
}

std::optional<HttpReply> DatabricksServer::refusal(const HttpRequest& request) {
    const std::string login = request.header("Authorization");
    if (std::ranges::any_of(m_tokens, [&](const auto& token) { return bearer(token) == login; }))
        return std::nullopt;
    if (login.empty())
        ++m_leaks;
    if (m_refusal == 403)
        return error(403, 403, "Invalid access token.");
    return error(401, 401, "Credential was not sent or was of an unsupported type for this API.");
}

HttpReply DatabricksServer::giveToken(const HttpRequest& request) {
    // robot:dose-4567
    const bool known = request.header("Authorization") == "Basic cm9ib3Q6ZG9zZS00NTY3";
    if (!known || request.body != "grant_type=client_credentials&scope=all-apis")
        return HttpReply::json(R"({"error":"invalid_client"})", 401);
    const std::string token = "oauth-" + std::to_string(++m_given);
    m_tokens.insert(token);
    return HttpReply::json(
        json{{"access_token", token}, {"token_type", "Bearer"}, {"expires_in", 3600}}.dump());
}

HttpReply DatabricksServer::answer(const HttpRequest& request) {
    const std::lock_guard lock(m_mutex);
    const std::string path = request.path();
    if (path == "/oidc/v1/token")
        return giveToken(request);
    if (auto refused = refusal(request))
        return std::move(*refused);
    if (path.starts_with("/api/2.0/mlflow/"))
        return tracking(path.substr(16), request);
    const std::string decoded = http::percentDecode(path);
    if (path.starts_with("/api/2.0/fs/directories/"))
        return listVolume(decoded.substr(23), request.parameter("page_token"));
    if (path.starts_with("/api/2.0/fs/files/"))
        return file(decoded.substr(17), request);
    if (path == "/api/2.0/fs/create-download-url" && request.method == "POST") {
        const json asked = json::parse(request.body, nullptr, false);
        return HttpReply::json(
            json{{"url", link(asked.at("path"))},
                 {"headers", {{{"name", LinkHeader}, {"value", LinkHeaderValue}}}}}
                .dump());
    }
    if (path == "/api/2.0/dbfs/list")
        return listDbfs(request.parameter("path"));
    if (path.starts_with("/dbfs/"))
        return file(decoded.substr(5), request);
    if (path.starts_with("/api/"))
        return error(404, "ENDPOINT_NOT_FOUND", "No API found for '" + path + "'");
    return HttpReply::text("<!doctype html><title>Databricks</title>", 200, "text/html");
}

HttpReply DatabricksServer::tracking(const std::string& name, const HttpRequest& request) {
    const json body = json::parse(request.body, nullptr, false);
    const bool posted = request.method == "POST" && body.is_object();
    if (name == "experiments/search" && posted)
        return HttpReply::json(json{
            {"experiments",
             {{{"experiment_id", "1117"},
               {"name", "/Users/me@example.org/churn"},
               {"artifact_location", "dbfs:/databricks/mlflow-tracking/1117"},
               {"lifecycle_stage", "active"},
               {"tags", {{{"key", "mlflow.ownerEmail"}, {"value", "me@example.org"}}}}},
              {{"experiment_id", "2228"},
               {"name", "/Shared/other places"},
               {"lifecycle_stage",
                "active"}}}}}.dump());
    if (name == "runs/search" && posted) {
        json found = json::array();
        for (const json& id : body.at("experiment_ids")) {
            if (id == "0")
                return error(404, "RESOURCE_DOES_NOT_EXIST", "No experiment 0");
            for (const json& run : runsOf(id))
                found.push_back(run);
        }
        return HttpReply::json(json{{"runs", found}}.dump());
    }
    if (name == "artifacts/list" && request.parameter("run_id") == "tracked")
        return listTracked(TrackedRoot, request.parameter("path"), request.parameter("page_token"));
    if (name == "logged-models/m-1/artifacts/directories")
        return listTracked(ModelRoot, request.parameter("artifact_directory_path"),
                           request.parameter("page_token"));
    const bool second = request.parameter("name") == "churn" && request.parameter("version") == "2";
    if (name == "model-versions/list-artifacts" && second)
        return listTracked(VersionRoot, request.parameter("path"), request.parameter("page_token"));
    const json header = {{{"name", LinkHeader}, {"value", LinkHeaderValue}}};
    if (name == "artifacts/credentials-for-read" && posted && body.at("run_id") == "tracked") {
        const std::string path = body.at("path").at(0);
        return HttpReply::json(json{{"credential_infos",
                                     {{{"run_id", "tracked"},
                                       {"path", path},
                                       {"signed_uri", link(std::string(TrackedRoot) + '/' + path)},
                                       {"headers", header},
                                       {"type", "AWS_PRESIGNED_URL"}}}}}
                                   .dump());
    }
    if (name == "model-versions/get-signed-download-uri" && second)
        return HttpReply::json(json{
            {"signed_uri", link(std::string(VersionRoot) + '/' + request.parameter("path"))},
            {"headers", header}}.dump());
    if (name == "logged-models/m-1/artifacts/credentials-for-download" && posted) {
        const json info = {
            {"signed_uri", link(std::string(ModelRoot) + '/' + std::string(body["paths"].at(0)))},
            {"headers", header},
            {"type", "AZURE_SAS_URI"}};
        return HttpReply::json(
            json{{"credentials", {{{"model_id", "m-1"}, {"credential_info", info}}}}}.dump());
    }
    if (name.starts_with("unity-catalog/"))
        return catalog(name.substr(14), request);
    return registry(name, request);
}

HttpReply DatabricksServer::registry(const std::string& name, const HttpRequest& request) const {
    if (name == "registered-models/get" && request.parameter("name") == "churn")
        return HttpReply::json(R"({"registered_model": {"name": "churn",
            "creation_timestamp": 1700000000000, "last_updated_timestamp": 1700000000001,
            "user_id": "me@example.org", "description": "who leaves"}})");
    if (name == "registered-models/search" && request.parameter("filter").empty())
        return HttpReply::json(R"({"registered_models": [{"name": "churn",
            "creation_timestamp": 1700000000000, "last_updated_timestamp": 1700000000001,
            "user_id": "me@example.org", "description": "who leaves"}]})");
    if (name == "model-versions/search") {
        // The workspace's registry wants to be asked for one model.
        if (request.parameter("filter") != "name = 'churn'")
            return error(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter");
        return HttpReply::json(R"({"model_versions": [
            {"name": "churn", "version": "1", "current_stage": "Archived", "status": "READY",
             "source": "dbfs:/databricks/mlflow-tracking/1117/tracked/artifacts/model",
             "run_id": "tracked", "tags": [{"key": "task", "value": "classification"}]},
            {"name": "churn", "version": "2", "current_stage": "Production", "status": "READY",
             "user_id": "me@example.org", "description": "better",
             "run_link": "https://other.example/#mlflow/experiments/1/runs/2"}]})");
    }
    if (m_transitions && name.starts_with("transition-requests/"))
        return m_transitions(name.substr(20), request);
    if (name == "registered-models/search")
        return error(400, "INVALID_PARAMETER_VALUE", "Unsupported filter");
    return error(404, "ENDPOINT_NOT_FOUND", "No API found for '" + name + "'");
}

HttpReply DatabricksServer::catalog(const std::string& name, const HttpRequest& request) const {
    if (!m_catalog)
        return error(404, "FEATURE_DISABLED", "Unity Catalog is not enabled on this workspace.");
    const std::string model = request.parameter("name");
    if (name == "registered-models/search") {
        if (!request.parameter("filter").empty())
            return error(400, "INVALID_PARAMETER_VALUE", "filter is not supported");
        const json models = {{{"name", "main.ml.churn"}, {"user_id", "me@example.org"}},
                             {{"name", "main.ml.it's"}},
                             {{"name", "main.ml.secret"}, {"description", "seen from afar"}}};
        return HttpReply::json(
            pageOf(models, "registered_models", request.parameter("page_token")).dump());
    }
    if (model == "main.ml.secret")
        return error(403, "PERMISSION_DENIED", "User does not have EXECUTE on 'main.ml.secret'.");
    if (name == "registered-models/get" && model == "main.ml.churn")
        return HttpReply::json(R"({"registered_model": {"name": "main.ml.churn",
            "creation_timestamp": "1700000000000", "description": "who leaves",
            "aliases": [{"alias": "champion", "version": "2"}],
            "tags": [{"key": "owner", "value": "growth"}]}})");
    if (name == "registered-models/get")
        return HttpReply::json(json{{"registered_model", {{"name", model}}}}.dump());
    if (name == "model-versions/search") {
        const std::string filter = request.parameter("filter");
        if (filter != "name = 'main.ml.churn'")
            return filter == "name = 'main.ml.it''s'"
                       ? HttpReply::json("{}")
                       : error(403, "PERMISSION_DENIED", "No access to " + filter);
        const json versions = {{{"name", "main.ml.churn"}, {"version", "3"}, {"status", "READY"}},
                               {{"name", "main.ml.churn"}, {"version", "2"}, {"status", "READY"}},
                               {{"name", "main.ml.churn"},
                                {"version", "1"},
                                {"status", "FAILED_REGISTRATION"},
                                {"status_message", "no signature"}}};
        return HttpReply::json(
            pageOf(versions, "model_versions", request.parameter("page_token")).dump());
    }
    if (name == "model-versions/get") {
        const std::string version = request.parameter("version");
        return HttpReply::json(
            json{{"model_version",
                  {{"name", model},
                   {"version", version},
                   {"status", version == "1" ? "FAILED_REGISTRATION" : "READY"},
                   {"run_id", "tracked"},
                   {"storage_location", "abfss://ml@lab.dfs.core.windows.net/models/" + version},
                   {"aliases", {{{"alias", "champion"}, {"version", "2"}}}},
                   {"tags", {{{"key", "validated"}, {"value", "v" + version}}}}}}}
                .dump());
    }
    const bool third = request.body.find("\"version\":\"3\"") != std::string::npos;
    if (name == "model-versions/get-download-uri")
        return HttpReply::json(
            request.parameter("version") == "3"
                ? R"({"artifact_uri": "s3://lab/churn/3"})"
                : R"({"artifact_uri": "abfss://ml@lab.dfs.core.windows.net/1"})");
    if (name == "model-versions/generate-temporary-credentials" && third)
        return HttpReply::json(json{
            {"credentials",
             {{"aws_temp_credentials",
               {{"access_key_id", "AKIAIOSFODNN7EXAMPLE"},
                {"secret_access_key", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"},
                {"session_token", "session-8901"}}},
              {"expiration_time",
               1700003600000}}}}.dump());
    return error(404, "ENDPOINT_NOT_FOUND", "No API found for '" + name + "'");
}

HttpReply DatabricksServer::listTracked(const std::string& root, const std::string& folder,
                                        const std::string& token) const {
    const std::string whole = folder.empty() ? root : root + '/' + folder;
    json files = json::array();
    const auto add = [&](const std::string& path, std::int64_t size) {
        json entry = {{"path", path.substr(root.size() + 1)}, {"is_dir", size < 0}};
        if (size > 0)  // zero is left out
            entry["file_size"] = size;
        files.push_back(entry);
    };
    if (const auto itself = m_files.find(whole); itself != m_files.end())
        add(whole, static_cast<std::int64_t>(itself->second.size()));
    for (const auto& [path, size] : childrenOf(m_files, whole))
        add(path, size);
    json reply = pageOf(files, "files", token);
    reply["root_uri"] = "dbfs:" + root;
    return HttpReply::json(reply.dump());
}

HttpReply DatabricksServer::listVolume(const std::string& folder, const std::string& token) const {
    const auto children = childrenOf(m_files, folder);
    if (children.empty())
        return error(404, "NOT_FOUND", "The directory being accessed is not found.");
    json contents = json::array();
    for (const auto& [path, size] : children) {
        json entry = {{"path", path},
                      {"name", path.substr(path.rfind('/') + 1)},
                      {"is_directory", size < 0},
                      {"last_modified", 1700000000000}};
        if (size >= 0)
            entry["file_size"] = size;
        else
            entry["path"] = path + '/';
        contents.push_back(entry);
    }
    return HttpReply::json(pageOf(contents, "contents", token).dump());
}

HttpReply DatabricksServer::listDbfs(const std::string& path) const {
    json files = json::array();
    const auto add = [&](const std::string& name, std::int64_t size) {
        files.push_back(
            {{"path", name}, {"is_dir", size < 0}, {"file_size", std::max<std::int64_t>(size, 0)}});
    };
    if (const auto itself = m_files.find(path); itself != m_files.end())
        add(path, static_cast<std::int64_t>(itself->second.size()));
    for (const auto& [name, size] : childrenOf(m_files, path))
        add(name, size);
    if (files.empty())
        return error(404, "RESOURCE_DOES_NOT_EXIST", "No file or directory exists on path " + path);
    return HttpReply::json(json{{"files", files}}.dump());
}

HttpReply DatabricksServer::file(const std::string& path, const HttpRequest& request) const {
    const auto found = m_files.find(path);
    if (found == m_files.end())
        return request.path().starts_with("/api/")
                   ? error(404, "NOT_FOUND", "The file being accessed is not found.")
                   : HttpReply::text("Not found", 404);
    if (m_redirect)
        return HttpReply::redirect(m_storage.url("/redirected"));
    return HttpReply::text(found->second, 200, "application/octet-stream");
}

std::string DatabricksServer::link(const std::string& path) {
    // Signed as it stands: written otherwise it is another link.
    const std::string target =
        "/lab" + http::percentEncodePath(path) +
        "?X-Amz-Credential=AKIA%2F20231114&sig=a%2Bb%3D&n=" + std::to_string(++m_links);
    if (m_expiring > 0)
        --m_expiring;
    else
        m_goodLinks.insert(target);
    return m_storage.url(target);
}

HttpReply DatabricksServer::stored(const HttpRequest& request) {
    const std::lock_guard lock(m_mutex);
    for (const auto& [name, value] : request.headers) {
        const bool login = value.find(Token) != std::string::npos ||
                           value.find("oauth-") != std::string::npos || name == "Authorization" ||
                           name.starts_with("X-Databricks");
        m_leaks += login ? 1 : 0;
    }
    if (request.path() == "/redirected")
        return HttpReply::text("from the storage", 200, "application/octet-stream");
    if (!m_goodLinks.contains(request.target))
        return storageError(403, "AccessDenied", "Request has expired");
    if (request.header(LinkHeader) != LinkHeaderValue)
        return storageError(403, "SignatureDoesNotMatch", "A signed header is missing");
    if (m_fault) {
        if (auto other = m_fault(request))
            return std::move(*other);
    }
    const auto found = m_files.find(http::percentDecode(request.path()).substr(4));
    if (found == m_files.end())
        return storageError(404, "NoSuchKey", "The specified key does not exist.");
    const std::string range = request.header("Range");
    HttpReply reply = HttpReply::text(found->second, 200, "application/octet-stream");
    if (range.starts_with("bytes=") && request.header("If-Range") == "\"tag\"") {
        const std::size_t from = std::stoul(range.substr(6));
        reply = HttpReply::text(found->second.substr(from), 206, "application/octet-stream")
                    .with("Content-Range", "bytes " + std::to_string(from) + '-' +
                                               std::to_string(found->second.size() - 1) + '/' +
                                               std::to_string(found->second.size()));
    }
    return reply.with("ETag", "\"tag\"");
}

}  // namespace podium::tests
