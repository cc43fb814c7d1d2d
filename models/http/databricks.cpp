// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/databricks.h"

#include "http/ini.h"

#include <functional>
#include <utility>

namespace podium::http {

namespace {

using base::Error;
using base::ErrorCode;
using Origin = Credentials::Origin;
using Lookup = std::function<std::string(const char* key)>;

constexpr const char* DefaultProfile = "DEFAULT";
constexpr const char* SettingsSection = "__settings__";  // of Databricks' programs, no profile

/// What stands behind `databricks://`, empty without it.
std::string_view nameIn(std::string_view uri) {
    const std::size_t at = uri.find("://");
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = uri.substr(at + 3);
    return rest.substr(0, rest.find('/'));
}

base::Result<Url> hostOf(std::string text) {
    if (text.find("://") == std::string::npos)
        text = "https://" + text;
    auto url = Url::parse(text);
    PODIUM_TRY(Url, url);
    return url.value().withoutUserinfo();
}

/// The first kind of login that is complete, in the order of Databricks' own clients.
base::Result<Credentials> credentialsOf(const Lookup& of, const std::string& profile,
                                        Origin origin) {
    const std::string type = of("auth_type");
    const auto wanted = [&](const char* kind) { return type.empty() || type == kind; };
    if (const Secret token(of("token")); !token.empty() && wanted("pat"))
        return Credentials::bearer(token, origin);
    if (const Secret password(of("password"));
        !password.empty() && !of("username").empty() && wanted("basic"))
        return Credentials::basic(of("username"), password, origin);
    if (const Secret secret(of("client_secret"));
        !secret.empty() && !of("client_id").empty() && wanted("oauth-m2m"))
        return Credentials::clientSecret(of("client_id"), secret, origin);
    // Everything else asks another program or a browser.
    if (!type.empty())
        return Error{ErrorCode::CredentialsUnusable, {profile, type}};
    return Credentials{};
}

Lookup inSection(const Ini& ini, const std::string& section) {
    return [&ini, section](const char* key) { return ini.value(section, key); };
}

std::filesystem::path fileOf(const Environment& environment) {
    const std::string named = environment.get("DATABRICKS_CONFIG_FILE");
    return named.empty() ? environment.home / ".databrickscfg" : environment.expanded(named);
}

std::vector<std::string> namesIn(const std::optional<Ini>& ini) {
    std::vector<std::string> names;
    if (!ini)
        return names;
    for (const auto& [name, section] : ini->sections()) {
        if (name != SettingsSection && !ini->value(name, "host").empty())
            names.push_back(name);
    }
    return names;
}

Error missing(const std::optional<Ini>& ini, const std::filesystem::path& path,
              const std::string& profile) {
    Error error{ErrorCode::ProfileMissing, {path.string(), profile}};
    std::string there;
    for (const std::string& name : namesIn(ini))
        there += (there.empty() ? "" : ", ") + name;
    if (!there.empty())
        error.args.push_back(std::move(there));
    return error;
}

base::Result<DatabricksProfile> fromFile(const std::optional<Ini>& ini,
                                         const std::filesystem::path& path,
                                         const std::string& profile) {
    if (!ini || profile == SettingsSection || ini->value(profile, "host").empty())
        return missing(ini, path, profile);
    auto host = hostOf(ini->value(profile, "host"));
    PODIUM_TRY(DatabricksProfile, host);
    auto credentials = credentialsOf(inSection(*ini, profile), profile, Origin::Profile);
    PODIUM_TRY(DatabricksProfile, credentials);
    return DatabricksProfile{profile, std::move(host).value(), std::move(credentials).value(),
                             ini->value(profile, "workspace_id")};
}

base::Result<DatabricksProfile> fromVariables(const Environment& environment,
                                              const std::optional<Ini>& ini) {
    auto host = hostOf(environment.get("DATABRICKS_HOST"));
    PODIUM_TRY(DatabricksProfile, host);
    const auto variable = [&](const char* key) {
        std::string name = "DATABRICKS_";
        for (const char* at = key; *at != '\0'; ++at)
            name += *at == '_' ? '_' : static_cast<char>(*at - 'a' + 'A');
        return environment.get(name);
    };
    auto credentials = credentialsOf(variable, "DATABRICKS_HOST", Origin::Variables);
    PODIUM_TRY(DatabricksProfile, credentials);
    DatabricksProfile profile{{},
                              std::move(host).value(),
                              std::move(credentials).value(),
                              environment.get("DATABRICKS_WORKSPACE_ID")};
    // A token in the file is for the host beside it and for no other.
    if (profile.credentials.kind == Credentials::Kind::None && ini) {
        const auto other = hostOf(ini->value(DefaultProfile, "host"));
        if (other.ok() && other.value().sameOrigin(profile.host)) {
            auto more =
                credentialsOf(inSection(*ini, DefaultProfile), DefaultProfile, Origin::Profile);
            PODIUM_TRY(DatabricksProfile, more);
            profile.credentials = std::move(more).value();
        }
    }
    return profile;
}

}  // namespace

bool isDatabricksUri(std::string_view uri) {
    const std::string_view scheme = uri.substr(0, uri.find("://"));
    return scheme == "databricks" || scheme == "databricks-uc";
}

base::Result<DatabricksProfile> resolveDatabricks(std::string_view uri,
                                                  const Environment& environment) {
    std::string profile(nameIn(uri));
    if (profile.find(':') != std::string::npos)  // a scope of secrets, for notebooks there alone
        return Error{ErrorCode::CredentialsUnusable, {profile, "secret-scope"}};
    if (profile.empty())
        profile = environment.get("DATABRICKS_CONFIG_PROFILE");
    const std::filesystem::path path = fileOf(environment);
    const auto ini = Ini::read(path);
    PODIUM_TRY(DatabricksProfile, ini);
    if (!profile.empty())
        return fromFile(ini.value(), path, profile);
    if (!environment.get("DATABRICKS_HOST").empty())
        return fromVariables(environment, ini.value());
    if (ini.value())
        profile = ini.value()->value(SettingsSection, "default_profile");
    return fromFile(ini.value(), path, profile.empty() ? DefaultProfile : profile);
}

base::Result<DatabricksProfiles> databricksProfiles(const Environment& environment) {
    DatabricksProfiles profiles;
    profiles.file = fileOf(environment);
    const auto ini = Ini::read(profiles.file);
    PODIUM_TRY(DatabricksProfiles, ini);
    profiles.names = namesIn(ini.value());
    return profiles;
}

}  // namespace podium::http
