// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/databricks.h"
#include "http/headers.h"

#include <arpa/inet.h>

#include <charconv>
#include <cstdint>
#include <string>

namespace podium::http {

namespace {

std::optional<std::uint32_t> addressOf(const std::string& text) {
    in_addr address{};
    if (inet_pton(AF_INET, text.c_str(), &address) != 1)
        return std::nullopt;
    return ntohl(address.s_addr);
}

/// "10.0.0.0/8" holds 10.1.2.3.
bool holds(std::string_view network, const std::string& host) {
    const std::size_t slash = network.find('/');
    if (slash == std::string_view::npos)
        return false;
    const auto base = addressOf(std::string(network.substr(0, slash)));
    const auto address = addressOf(host);
    unsigned bits = 33;
    const std::string_view digits = network.substr(slash + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (!base || !address || bits > 32)
        return false;
    return bits == 0 || (*base ^ *address) >> (32 - bits) == 0;
}

bool excepts(std::string_view entry, const Url& url) {
    if (entry == "*" || holds(entry, url.host()))
        return true;
    if (entry.starts_with("*."))
        entry.remove_prefix(1);
    if (entry.starts_with('.'))
        entry.remove_prefix(1);
    const std::string& host = url.host();
    const std::string withPort = host + ':' + std::to_string(url.port());
    for (const std::string& name : {host, withPort}) {
        if (name.size() < entry.size() || entry.empty())
            continue;
        const std::string_view end = std::string_view(name).substr(name.size() - entry.size());
        const bool whole = name.size() == entry.size();
        if (sameName(end, entry) && (whole || name[name.size() - entry.size() - 1] == '.'))
            return true;
    }
    return false;
}

std::string either(const Environment& environment, const char* small, const char* capital) {
    const std::string value = environment.get(small);
    return value.empty() ? environment.get(capital) : value;
}

std::filesystem::path caFileOf(const Environment& environment) {
    // The last two are what Python's requests reads.
    for (const char* name :
         {"MLFLOW_TRACKING_SERVER_CERT_PATH", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}) {
        if (const std::string path = environment.get(name); !path.empty())
            return environment.expanded(path);
    }
    return {};
}

void addDatabricks(Connection& connection, const DatabricksProfile& profile,
                   const ConnectionSettings& settings) {
    connection.base = profile.host;
    connection.credentials = settings.credentials.value_or(profile.credentials);
    if (!profile.workspaceId.empty())
        connection.headers.emplace_back("X-Databricks-Workspace-Id", profile.workspaceId);
}

}  // namespace

std::string proxyFor(const Proxy& proxy, const Url& url) {
    const std::string& name = url.secure() ? proxy.https : proxy.http;
    if (name.empty())
        return {};
    constexpr std::string_view Between = ", \t";
    const std::string_view list = proxy.except;
    for (std::size_t at = list.find_first_not_of(Between); at != std::string_view::npos;) {
        const std::size_t end = std::min(list.find_first_of(Between, at), list.size());
        if (excepts(list.substr(at, end - at), url))
            return {};
        at = list.find_first_not_of(Between, end);
    }
    return name;
}

Proxy proxyOf(const Environment& environment) {
    const std::string all = either(environment, "all_proxy", "ALL_PROXY");
    Proxy proxy;
    proxy.http = either(environment, "http_proxy", "HTTP_PROXY");
    proxy.https = either(environment, "https_proxy", "HTTPS_PROXY");
    proxy.except = either(environment, "no_proxy", "NO_PROXY");
    if (proxy.http.empty())
        proxy.http = all;
    if (proxy.https.empty())
        proxy.https = all;
    return proxy;
}

base::Result<Connection> resolveConnection(std::string_view trackingUri,
                                           const ConnectionSettings& settings,
                                           const Environment& environment) {
    Connection connection;
    if (isDatabricksUri(trackingUri)) {
        const auto profile = resolveDatabricks(trackingUri, environment);
        PODIUM_TRY(Connection, profile);
        addDatabricks(connection, profile.value(), settings);
    } else {
        const auto url = Url::parse(trackingUri);
        PODIUM_TRY(Connection, url);
        auto credentials = resolveCredentials(settings.credentials, url.value(), environment);
        PODIUM_TRY(Connection, credentials);
        connection.credentials = std::move(credentials).value();
        connection.base = url.value().withoutUserinfo();
    }
    connection.headers.insert(connection.headers.end(), settings.headers.begin(),
                              settings.headers.end());
    connection.workspace = settings.workspace.value_or(environment.get("MLFLOW_WORKSPACE"));
    connection.caFile = settings.caFile.value_or(caFileOf(environment));
    connection.clientCertificate = settings.clientCertificate.value_or(
        environment.expanded(environment.get("MLFLOW_TRACKING_CLIENT_CERT_PATH")));
    connection.proxy = settings.proxy.value_or(proxyOf(environment));
    // MLflow refuses both together; here the certificate is checked then.
    const bool insecure = environment.isOn("MLFLOW_TRACKING_INSECURE_TLS") &&
                          environment.get("MLFLOW_TRACKING_SERVER_CERT_PATH").empty();
    connection.insecureTls = settings.insecureTls.value_or(insecure);
    return connection;
}

}  // namespace podium::http
