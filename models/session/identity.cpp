// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/identity.h"

#include "cache/cache.h"
#include "http/credentials.h"
#include "registry/inbox.h"
#include "session/artifactplace.h"
#include "stores/rest/connectionsettings.h"

namespace podium::session {

namespace {

std::string loginOf(const cache::SourceRow& source, const http::Environment& environment) {
    using Auth = stores::ConnectionSettings::Auth;
    if (!isServer(source.kind))
        return {};
    const auto settings = stores::ConnectionSettings::fromJson(source.settings);
    if (settings.auth != Auth::Environment)
        return settings.auth == Auth::Basic ? settings.user : std::string();
    const auto url = http::Url::parse(source.location);
    if (!url.ok())
        return {};
    const auto found = http::resolveCredentials(std::nullopt, url.value(), environment);
    const bool named = found.ok() && found.value().kind == http::Credentials::Kind::Basic;
    return named ? found.value().user : std::string();
}

}  // namespace

std::string identityOf(const cache::SourceRow& source, const http::Environment& environment) {
    return registry::whoAmI(loginOf(source, environment));
}

std::string identityOf(const cache::SourceRow& source, const http::Environment& environment,
                       const std::string& name) {
    const std::string login = loginOf(source, environment);
    return registry::whoAmI(login.empty() ? name : login);
}

void nameAuditors(cache::Cache& cache, const http::Environment& environment,
                  const std::string& name) {
    cache.outbox().setIdentity([&cache, environment, name](const std::string& location) {
        auto reader = cache.reader();
        if (!reader.ok())
            return registry::whoAmI(name);
        const auto source = reader.value().sourceAt(location);
        return source.ok() && source.value() ? identityOf(*source.value(), environment, name)
                                             : registry::whoAmI(name);
    });
}

}  // namespace podium::session
