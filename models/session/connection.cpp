// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connection.h"

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
