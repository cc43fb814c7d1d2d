// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/credentials.h"
#include "http/environment.h"
#include "http/url.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::http {

using Header = std::pair<std::string, std::string>;

struct Timeouts {
    std::chrono::milliseconds connect{10'000};
    /// The whole exchange, answer included; 0: no bound. As MLflow's own client.
    std::chrono::milliseconds total{120'000};
    /// A download of which nothing comes for so long is given up; its only bound. A server may need
    /// long until it begins: it fetches the whole file from where it lies first.
    std::chrono::seconds silence{120};
};

/// Which proxy to go through. A plain value.
struct Proxy {
    std::string http;    // for http URLs; empty: none
    std::string https;   // for https URLs; empty: none
    std::string except;  // hosts reached without it, comma separated, as NO_PROXY
};

/// How to reach a server and who asks. Credentials, headers, the client's certificate and
/// `insecureTls` count for the host of `base` alone: a request or a redirect that goes elsewhere
/// gets none of them. A plain value, shared by many requests (shared_ptr<const Connection>).
struct Connection {
    Url base;  // without userinfo
    Credentials credentials;
    std::vector<Header> headers;              // for every request, e.g. of a gateway
    std::string workspace;                    // X-MLFLOW-WORKSPACE; empty: none
    std::string userAgent = "podium";         //
    std::filesystem::path caFile;             // PEM; empty: the system's
    std::filesystem::path clientCertificate;  // PEM with certificate and key; empty: none
    Proxy proxy;
    bool insecureTls = false;  // no check of the server's certificate; only when asked for
    Timeouts timeouts;
};

/// What a person set for one source; what is not set comes from the environment.
struct ConnectionSettings {
    std::optional<Credentials> credentials;
    std::vector<Header> headers;
    std::optional<std::string> workspace;
    std::optional<std::filesystem::path> caFile;
    std::optional<std::filesystem::path> clientCertificate;
    std::optional<Proxy> proxy;
    std::optional<bool> insecureTls;
};

/// Everything known about reaching a tracking URI: `http(s)://…`, or `databricks`,
/// `databricks://PROFILE` and `databricks-uc…` through a Databricks profile (see databricks.h).
/// Reads MLFLOW_TRACKING_* variables, MLFLOW_WORKSPACE, HTTP_PROXY, HTTPS_PROXY, ALL_PROXY,
/// NO_PROXY (small letters first) and the files behind them. Blocks for small files only.
/// UrlInvalid, CertificateFile, ProfileMissing, CredentialsUnusable.
[[nodiscard]] base::Result<Connection> resolveConnection(std::string_view trackingUri,
                                                         const ConnectionSettings& settings,
                                                         const Environment& environment);

/// The proxy for this URL, empty if it is reached without one.
[[nodiscard]] std::string proxyFor(const Proxy& proxy, const Url& url);

/// The proxies that the environment names.
[[nodiscard]] Proxy proxyOf(const Environment& environment);

}  // namespace podium::http
