// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "http/credentials.h"
#include "http/environment.h"
#include "session/secretvault.h"
#include "stores/rest/connectionsettings.h"
#include "stores/store.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>

/// How sources over a network are reached, for the session and what stands above it.
namespace podium::session {

using ConnectionSettings = stores::ConnectionSettings;
using http::Secret;

/// A source as somebody set it up in the connect dialog. A plain value.
struct ConnectionRequest {
    QString location;             // an address, or Databricks and a profile
    ConnectionSettings settings;  // with the source's title
    /// What was typed; empty: what is kept already stays as it is.
    Secret secret;
};

/// Opens a store; called on worker threads. Nothing is asked of a server meanwhile.
using StoreOpener = std::function<base::Result<std::unique_ptr<stores::Store>>(
    const std::string& location, const ConnectionSettings& settings,
    const std::optional<http::Credentials>& credentials)>;

/// What a SourceBook needs for sources over a network; a test has its own.
struct SourceAccess {
    StoreOpener open = {};                          // empty: what this program can open
    SecretVault* vault = nullptr;                   // outlives the book; none: no secrets are kept
    std::shared_ptr<http::HttpClient> client = {};  // none: no network
    http::Environment environment = {};
};

/// What a test of a connection looks at, in this order.
enum class TestStep { Name, Connection, Certificate, Login, Version, Rights, Artifacts };
enum class TestOutcome { Ok, Warning, Failed, Skipped };

/// What came out of one step of a test.
struct TestResult {
    TestStep step = TestStep::Name;
    TestOutcome outcome = TestOutcome::Ok;
    std::optional<base::Error> error = {};  // when failed, and often when it is a warning
    std::string detail = {};                // Version: what the server says; Login: who asks;
                                            // Rights: how many experiments it tells
};

/// The secret that these settings need; nothing if they need none.
[[nodiscard]] std::optional<SecretKind> secretKind(const ConnectionSettings& settings);
/// Who asks, with a secret that was typed or kept; nothing where the settings or the lack of a
/// secret leave it to the environment.
[[nodiscard]] std::optional<http::Credentials> credentialsOf(const ConnectionSettings& settings,
                                                             const Secret& secret);
/// True for what is read over a network.
[[nodiscard]] bool isServerAddress(const QString& location);

/// Which Databricks logins this machine has.
struct DatabricksLogins {
    QString file;             // of the profiles, be it there or not; "~" for the home folder
    QStringList profiles;     // those that name a host
    bool hasDefault = false;  // `databricks` without a profile means a workspace
};
/// Reads a small file and variables: on a worker.
[[nodiscard]] DatabricksLogins databricksLogins(const http::Environment& environment);

/// True for what goes by itself or with the next try: then it is worth trying again unasked.
[[nodiscard]] bool isPassing(base::ErrorCode code);
/// True where a person has to enter another login.
[[nodiscard]] bool isLogin(base::ErrorCode code);

}  // namespace podium::session
