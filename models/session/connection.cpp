// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connection.h"

#include "http/databricks.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace podium::session {

using base::ErrorCode;
using Auth = ConnectionSettings::Auth;
using http::Credentials;

std::optional<SecretKind> secretKind(const ConnectionSettings& settings) {
    if (settings.auth == Auth::Basic)
        return SecretKind::Password;
    if (settings.auth == Auth::Bearer)
        return SecretKind::Token;
    return std::nullopt;
}

std::optional<Credentials> credentialsOf(const ConnectionSettings& settings, const Secret& secret) {
    const std::optional<SecretKind> kind = secretKind(settings);
    if (!kind || secret.empty())
        return std::nullopt;
    return *kind == SecretKind::Password
               ? Credentials::basic(settings.user, secret, Credentials::Origin::Settings)
               : Credentials::bearer(secret, Credentials::Origin::Settings);
}

bool isServerAddress(const QString& location) {
    return stores::isNetworkSource(location.toStdString());
}

DatabricksLogins databricksLogins(const http::Environment& environment) {
    DatabricksLogins logins;
    const auto profiles = http::databricksProfiles(environment);
    if (profiles.ok()) {
        for (const std::string& name : profiles.value().names)
            logins.profiles.append(QString::fromStdString(name));
        logins.file = QString::fromStdString(profiles.value().file.string());
    }
    const QString home = QString::fromStdString(environment.home.string());
    if (!home.isEmpty() && logins.file.startsWith(QString(home % u'/')))
        logins.file.replace(0, home.size(), u'~');
    const auto usual = http::resolveDatabricks("databricks", environment);
    logins.hasDefault = !usual.failed() || usual.error().code != ErrorCode::ProfileMissing;
    return logins;
}

bool isPassing(ErrorCode code) {
    constexpr std::array Passing = {ErrorCode::NetRefused,  ErrorCode::NetNameNotFound,
                                    ErrorCode::NetTimeout,  ErrorCode::NetLost,
                                    ErrorCode::RateLimited, ErrorCode::ServerFault};
    return std::ranges::find(Passing, code) != Passing.end();
}

bool isLogin(ErrorCode code) {
    return code == ErrorCode::LoginNeeded || code == ErrorCode::LoginRefused;
}

}  // namespace podium::session
