// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/connectionsettings.h"

#include "http/databricks.h"

#include <nlohmann/json.hpp>

#include <array>

namespace podium::stores {

using base::Result;
using Auth = ConnectionSettings::Auth;
using nlohmann::json;

namespace {

constexpr std::array AuthNames = {"environment", "none", "basic", "bearer"};

void take(const json& object, const char* key, std::string& text) {
    const auto it = object.find(key);
    if (it != object.end() && it->is_string())
        text = it->get_ref<const std::string&>();
}

void take(const json& object, const char* key, std::filesystem::path& path) {
    std::string text = path.string();
    take(object, key, text);
    path = text;
}

template <typename Number>
void takeNumber(const json& object, const char* key, Number& number) {
    const auto it = object.find(key);
    if (it != object.end() && it->is_number_integer() && it->get<std::int64_t>() >= 0)
        number = it->get<Number>();
}

Auth authOf(const json& object) {
    std::string name;
    take(object, "auth", name);
    for (std::size_t i = 0; i < AuthNames.size(); ++i) {
        if (name == AuthNames.at(i))
            return static_cast<Auth>(i);
    }
    return Auth::Environment;
}

/// Nothing where the environment is to say it.
std::optional<http::Credentials> chosen(const ConnectionSettings& settings,
                                        const std::optional<http::Credentials>& credentials) {
    if (settings.auth == Auth::None)
        return http::Credentials{};
    return credentials;
}

}  // namespace

std::string ConnectionSettings::toJson() const {
    const ConnectionSettings defaults;
    json object = json::object();
    const auto put = [&](const char* key, const auto& value, const auto& usual) {
        if (value != usual)
            object[key] = value;
    };
    put("title", title, defaults.title);
    put("auth", std::string(AuthNames.at(static_cast<std::size_t>(auth))),
        std::string(AuthNames.at(0)));
    put("user", user, defaults.user);
    put("ca_file", caFile.string(), defaults.caFile.string());
    put("client_certificate", clientCertificate.string(), defaults.clientCertificate.string());
    put("proxy", proxy, defaults.proxy);
    put("insecure_tls", insecureTls, defaults.insecureTls);
    put("workspace", workspace, defaults.workspace);
    put("registry_uri", registryUri, defaults.registryUri);
    put("connect_seconds", connectSeconds, defaults.connectSeconds);
    put("answer_seconds", answerSeconds, defaults.answerSeconds);
    put("page_runs", pageRuns, defaults.pageRuns);
    put("most_runs", mostRuns, defaults.mostRuns);
    put("read_only", readOnly, defaults.readOnly);
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

ConnectionSettings ConnectionSettings::fromJson(std::string_view text) {
    ConnectionSettings settings;
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return settings;
    settings.auth = authOf(object);
    take(object, "title", settings.title);
    take(object, "user", settings.user);
    take(object, "ca_file", settings.caFile);
    take(object, "client_certificate", settings.clientCertificate);
    take(object, "proxy", settings.proxy);
    take(object, "workspace", settings.workspace);
    take(object, "registry_uri", settings.registryUri);
    if (const auto it = object.find("insecure_tls"); it != object.end() && it->is_boolean())
        settings.insecureTls = it->get<bool>();
    if (const auto it = object.find("read_only"); it != object.end() && it->is_boolean())
        settings.readOnly = it->get<bool>();
    takeNumber(object, "connect_seconds", settings.connectSeconds);
    takeNumber(object, "answer_seconds", settings.answerSeconds);
    takeNumber(object, "page_runs", settings.pageRuns);
    takeNumber(object, "most_runs", settings.mostRuns);
    return settings;
}

bool isNetworkSource(std::string_view source) {
    return source.starts_with("http://") || source.starts_with("https://") ||
           http::isDatabricksUri(source);
}

Result<std::string> networkLocation(std::string_view source) {
    if (http::isDatabricksUri(source))
        return std::string(source);
    const Result<http::Url> url = http::Url::parse(source);
    PODIUM_TRY(std::string, url);
    std::string location =
        url.value().scheme() + "://" + url.value().authority() + url.value().path();
    while (location.ends_with('/'))
        location.pop_back();
    return location;
}

Result<http::Connection> connectionOf(std::string_view source, const ConnectionSettings& settings,
                                      const std::optional<http::Credentials>& credentials,
                                      const http::Environment& environment) {
    http::ConnectionSettings given;
    given.credentials = chosen(settings, credentials);
    if (!settings.workspace.empty())
        given.workspace = settings.workspace;
    if (!settings.caFile.empty())
        given.caFile = environment.expanded(settings.caFile.string());
    if (!settings.clientCertificate.empty())
        given.clientCertificate = environment.expanded(settings.clientCertificate.string());
    if (!settings.proxy.empty())
        given.proxy = http::Proxy{settings.proxy, settings.proxy, {}};
    if (settings.insecureTls)
        given.insecureTls = true;
    Result<http::Connection> connection = http::resolveConnection(source, given, environment);
    PODIUM_TRY(http::Connection, connection);
    connection.value().timeouts.connect = std::chrono::seconds(settings.connectSeconds);
    connection.value().timeouts.total = std::chrono::seconds(settings.answerSeconds);
    return connection;
}

}  // namespace podium::stores
