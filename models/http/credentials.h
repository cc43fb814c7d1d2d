// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/environment.h"
#include "http/secret.h"
#include "http/url.h"

#include <optional>
#include <string>

namespace podium::http {

/// Who asks. A plain value; safe to copy between threads.
struct Credentials {
    enum class Kind {
        None,
        Basic,        // user and secret (password)
        Bearer,       // secret (token)
        ClientSecret  // OAuth for machines: user (client id) and secret, changed into a token by
                      // TokenSource
    };
    /// Where they were found, to be told to a person who wonders.
    enum class Origin { Nowhere, Settings, Url, Variables, File, Profile };

    Kind kind = Kind::None;
    std::string user;
    Secret secret;
    Origin origin = Origin::Nowhere;

    [[nodiscard]] static Credentials basic(std::string user, Secret password, Origin origin);
    [[nodiscard]] static Credentials bearer(Secret token, Origin origin);
    [[nodiscard]] static Credentials clientSecret(std::string id, Secret secret, Origin origin);

    /// The value of the Authorization header, empty where there is none.
    [[nodiscard]] Secret authorization() const;
};

/// Credentials for an MLflow server: what the person set, else the URL's userinfo, else, as MLflow
/// does it, user name and password (each from MLFLOW_TRACKING_USERNAME and _PASSWORD, or
/// ~/.mlflow/credentials) if both are there, else MLFLOW_TRACKING_TOKEN, else none.
/// CredentialsUnusable if the file is there and can't be read.
[[nodiscard]] base::Result<Credentials> resolveCredentials(
    const std::optional<Credentials>& settings, const Url& url, const Environment& environment);

}  // namespace podium::http
