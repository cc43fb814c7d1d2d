// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace podium::tests {

/// A Databricks workspace and the cloud storage behind it, two servers, as far as MLflow's own
/// client and databricks-sdk use them. Answers where they can tell a faulty client from a good one:
/// whatever lacks a login is refused, paths outside the API are the web page, storage takes links
/// that it signed, once, with the headers that belong to them.
///
/// Experiments 1117 (run "tracked", in DBFS' guarded part, and logged model "m-1") and 2228 (runs
/// "volume", "plain", "bucket": in a volume, elsewhere in DBFS, in S3).
class DatabricksServer {
public:
    DatabricksServer();

    [[nodiscard]] std::string url() const { return m_workspace.url(); }
    [[nodiscard]] HttpServer& workspace() { return m_workspace; }
    [[nodiscard]] HttpServer& storage() { return m_storage; }

    static constexpr const char* Token = "dapi-0123";  // a person's
    static constexpr const char* Client = "robot";     // of OAuth
    static constexpr const char* ClientSecret = "dose-4567";
    /// Tokens of OAuth that were given so far are worth nothing; `status`: how that is told.
    void revokeTokens(int status);
    [[nodiscard]] int tokensGiven() const;

    /// Files by their absolute path: "/databricks/mlflow-tracking/…", "/Volumes/…", "/FileStore/…".
    void put(const std::string& path, std::string bytes);
    /// The next so many links have expired when they are given.
    void expireLinks(int count);
    /// Asked before every answer of the storage to a good link.
    void setStorageFault(std::function<std::optional<HttpReply>(const HttpRequest&)> fault);
    /// Answers transition requests, by the end of the path; without, there is no such API.
    void setTransitions(std::function<HttpReply(const std::string&, const HttpRequest&)> answer);
    /// The Files API sends to the storage instead of sending the file.
    void redirectFiles(bool on);
    /// There is no Unity Catalog.
    void withoutCatalog();

    /// How often an endpoint of the workspace (the path's end) was asked.
    [[nodiscard]] int asked(std::string_view endpoint) const;
    /// Requests that came without a login, or to the storage with one.
    [[nodiscard]] int leaks() const;

    /// The headers that the storage wants with a link.
    static constexpr const char* LinkHeader = "x-ms-encryption-scope";
    static constexpr const char* LinkHeaderValue = "ml artifacts";

private:
    [[nodiscard]] HttpReply answer(const HttpRequest& request);
    [[nodiscard]] HttpReply giveToken(const HttpRequest& request);
    [[nodiscard]] std::optional<HttpReply> refusal(const HttpRequest& request);
    [[nodiscard]] HttpReply tracking(const std::string& name, const HttpRequest& request);
    [[nodiscard]] HttpReply registry(const std::string& name, const HttpRequest& request) const;
    [[nodiscard]] HttpReply catalog(const std::string& name, const HttpRequest& request) const;
    [[nodiscard]] HttpReply listTracked(const std::string& root, const std::string& folder,
                                        const std::string& token) const;
    [[nodiscard]] HttpReply listVolume(const std::string& folder, const std::string& token) const;
    [[nodiscard]] HttpReply listDbfs(const std::string& path) const;
    [[nodiscard]] HttpReply file(const std::string& path, const HttpRequest& request) const;
    [[nodiscard]] std::string link(const std::string& path);
    [[nodiscard]] HttpReply stored(const HttpRequest& request);

    mutable std::mutex m_mutex;
    std::set<std::string> m_tokens = {Token};
    int m_given = 0;
    int m_refusal = 401;
    std::map<std::string, std::string> m_files;
    int m_links = 0;
    int m_expiring = 0;
    std::set<std::string> m_goodLinks;
    std::function<std::optional<HttpReply>(const HttpRequest&)> m_fault;
    std::function<HttpReply(const std::string&, const HttpRequest&)> m_transitions;
    bool m_redirect = false;
    bool m_catalog = true;
    int m_leaks = 0;
    HttpServer m_storage;
    HttpServer m_workspace;
};

/// The artifact roots of the runs.
inline constexpr const char* TrackedRoot = "/databricks/mlflow-tracking/1117/tracked/artifacts";
inline constexpr const char* ModelRoot =
    "/databricks/mlflow-tracking/1117/logged_models/m-1/artifacts";
/// Where the files of version 2 of the workspace's model "churn" are. Those of version 2 of
/// "main.ml.churn" are in the Files API's /Models; those of version 1 are in Azure, those of
/// version 3 in S3 (s3://lab/churn/3), for which there are keys.
inline constexpr const char* VersionRoot = "/databricks/mlflow-registry/0815/models/churn";
inline constexpr const char* VolumeRoot = "/Volumes/main/ml/runs/volume/artifacts";
inline constexpr const char* PlainRoot = "/FileStore/runs/plain";

}  // namespace podium::tests
