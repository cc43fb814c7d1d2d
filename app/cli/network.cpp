// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network.h"

#include <optional>
#include <utility>

namespace podium::app {

namespace {

/// The environment, in which a user name given as an option stands like the variable would.
http::Environment environmentOf(const Options& options) {
    http::Environment environment = http::Environment::ofProcess();
    const std::string user = options.value(QStringLiteral("user")).toStdString();
    if (user.empty())
        return environment;
    environment.lookup = [lookup = environment.lookup,
                          user](std::string_view name) -> std::optional<std::string> {
        return name == "MLFLOW_TRACKING_USERNAME" ? user : lookup(name);
    };
    return environment;
}

}  // namespace

Network::Network(const Options& options)
    : m_options(options), m_environment(environmentOf(options)) {}

stores::OpenContext Network::context(const std::string& settings) {
    if (!m_client)
        m_client = std::make_unique<http::HttpClient>();
    stores::OpenContext context;
    context.client = m_client.get();
    context.environment = m_environment;
    context.settings = stores::ConnectionSettings::fromJson(settings);
    if (const QString file = m_options.value(QStringLiteral("ca-file")); !file.isEmpty())
        context.settings.caFile = file.toStdString();
    if (m_options.has(QStringLiteral("insecure")))
        context.settings.insecureTls = true;
    if (m_options.has(QStringLiteral("user")))
        context.settings.auth = stores::ConnectionSettings::Auth::Environment;
    return context;
}

std::unique_ptr<artifacts::RemoteArtifacts> Network::artifacts(cache::Cache& cache) {
    if (!m_client)
        m_client = std::make_unique<http::HttpClient>();
    return std::make_unique<artifacts::RemoteArtifacts>(cache, *m_client, m_environment);
}

}  // namespace podium::app
