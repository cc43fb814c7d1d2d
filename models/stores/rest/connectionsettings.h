// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/connection.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace podium::stores {

/// How to connect to a source over a network, as a person set it; never a secret. The cache keeps
/// it with the source as a JSON object. A plain value.
struct ConnectionSettings {
    enum class Auth {
        Environment,  // what the URL, variables, files and profiles say, as MLflow's own client
        None,         // nobody
        Basic,        // `user` and a password that is kept elsewhere
        Bearer        // a token that is kept elsewhere
    };

    std::string title;  // what the source is called; "" for its host
    Auth auth = Auth::Environment;
    std::string user;
    std::filesystem::path caFile;             // PEM; "": the environment's or the system's
    std::filesystem::path clientCertificate;  // PEM with certificate and key; "": as above
    std::string proxy;                        // URL without credentials; "": the environment's
    bool insecureTls = false;                 // the server's certificate is not checked
    std::string workspace;                    // X-MLFLOW-WORKSPACE; "": the environment's
    /// Databricks: "databricks-uc" for Unity Catalog alone, "databricks" for the workspace's
    /// registry alone; "": the environment's MLFLOW_REGISTRY_URI, else both.
    std::string registryUri;
    int connectSeconds = 10;
    int answerSeconds = 120;          // for a whole answer; 0: no bound
    int pageRuns = 0;                 // most runs in a page; 0: what suits the server
    std::int64_t mostRuns = 100'000;  // held of one experiment; 0: no bound
    bool readOnly = false;  // nothing is written to it; other kinds of sources have it too

    friend bool operator==(const ConnectionSettings&, const ConnectionSettings&) = default;

    /// One JSON object with what differs from the defaults; "{}" if nothing does.
    [[nodiscard]] std::string toJson() const;
    /// Tolerant: what is missing, unknown or of another type keeps its default.
    [[nodiscard]] static ConnectionSettings fromJson(std::string_view text);
};

/// True for `http://…`, `https://…`, `databricks…`: what is read over a network.
[[nodiscard]] bool isNetworkSource(std::string_view source);

/// What stands for such a source in the cache: the URL without userinfo, query, fragment and
/// trailing slash, or the Databricks URI as it is. UrlInvalid.
[[nodiscard]] base::Result<std::string> networkLocation(std::string_view source);

/// The connection that these settings mean. `credentials` are those a person typed or the keychain
/// had: they are used where settings.auth asks for them, or where it leaves it to the environment
/// and they are there. The errors of http::resolveConnection.
[[nodiscard]] base::Result<http::Connection> connectionOf(
    std::string_view source, const ConnectionSettings& settings,
    const std::optional<http::Credentials>& credentials, const http::Environment& environment);

}  // namespace podium::stores
