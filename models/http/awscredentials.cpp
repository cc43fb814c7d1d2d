// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/awscredentials.h"

#include "http/ini.h"

#include <array>
#include <utility>

namespace podium::http {

namespace {

using base::Error;
using base::ErrorCode;
using Origin = Credentials::Origin;

std::filesystem::path fileOf(const Environment& environment, const char* variable,
                             const char* usual) {
    const std::string named = environment.get(variable);
    return named.empty() ? environment.home / ".aws" / usual : environment.expanded(named);
}

/// The two files of a profile; what one has not, the other may have.
struct Profile {
    std::string name;
    Ini::Section keys;    // of the credentials file
    Ini::Section config;  // of the config file
    Ini configFile;       // for sections of services
    bool found = false;

    [[nodiscard]] std::string setting(std::string_view key) const {
        const auto at = config.find(key);
        return at == config.end() ? std::string() : at->second;
    }
    [[nodiscard]] std::string either(std::string_view key) const {
        const auto at = keys.find(key);
        return at == keys.end() || at->second.empty() ? setting(key) : at->second;
    }
};

/// `[default]`, `[profile x]` and, with quotes, `[profile "x"]`.
const Ini::Section* configSection(const Ini& ini, const std::string& name) {
    for (const std::string& title : {"profile " + name, "profile \"" + name + '"'}) {
        if (const Ini::Section* section = ini.section(title))
            return section;
    }
    return name == "default" ? ini.section(name) : nullptr;
}

base::Result<Profile> readProfile(const Environment& environment, const std::string& wanted) {
    Profile profile;
    profile.name = wanted.empty() ? environment.get("AWS_PROFILE") : wanted;
    const bool named = !profile.name.empty();
    if (!named)
        profile.name = "default";
    const auto keysPath = fileOf(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
    const auto configPath = fileOf(environment, "AWS_CONFIG_FILE", "config");
    const auto keys = Ini::read(keysPath);
    PODIUM_TRY(Profile, keys);
    auto config = Ini::read(configPath);
    PODIUM_TRY(Profile, config);
    if (keys.value()) {
        if (const Ini::Section* section = keys.value()->section(profile.name)) {
            profile.keys = *section;
            profile.found = true;
        }
    }
    if (config.value()) {
        profile.configFile = *config.value();
        if (const Ini::Section* section = configSection(profile.configFile, profile.name)) {
            profile.config = *section;
            profile.found = true;
        }
    }
    if (named && !profile.found)
        return Error{ErrorCode::ProfileMissing, {keysPath.string(), profile.name}};
    return profile;
}

/// A value of lines `key = value`, as `s3 =` in a profile has them.
std::string nested(const std::string& value, std::string_view key) {
    return Ini::parse("[nested]\n" + value).value("nested", key);
}

std::string endpointOf(const Environment& environment, const Profile& profile) {
    for (const char* name : {"MLFLOW_S3_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"}) {
        if (std::string value = environment.get(name); !value.empty())
            return value;
    }
    if (environment.isOn("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))
        return {};
    const std::string services =
        profile.configFile.value("services " + profile.setting("services"), "s3");
    if (std::string value = nested(services, "endpoint_url"); !value.empty())
        return value;
    if (std::string value = nested(profile.setting("s3"), "endpoint_url"); !value.empty())
        return value;
    return profile.setting("endpoint_url");
}

AwsKeys keysOf(std::string id, std::string secret, std::string token) {
    AwsKeys keys{std::move(id), Secret(secret), Secret(token)};
    wipe(secret);
    wipe(token);
    return keys;
}

/// What a profile has instead of keys and what cannot be used: another program would have to be
/// run for it, or another service asked.
std::string unusable(const Profile& profile) {
    constexpr std::array Keys = {"credential_process",      "sso_session", "sso_start_url",
                                 "web_identity_token_file", "role_arn",    "credential_source"};
    for (const char* key : Keys) {
        if (!profile.either(key).empty())
            return key;
    }
    return {};
}

base::Result<void> addKeys(AwsSettings& settings, const Environment& environment,
                           const Profile& profile, bool fromVariables) {
    if (fromVariables) {
        settings.keys =
            keysOf(environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"),
                   environment.get("AWS_SESSION_TOKEN"));
        if (!settings.keys.empty()) {
            settings.origin = Origin::Variables;
            return {};
        }
    }
    settings.keys =
        keysOf(profile.either("aws_access_key_id"), profile.either("aws_secret_access_key"),
               profile.either("aws_session_token"));
    if (!settings.keys.empty()) {
        settings.origin = Origin::Profile;
        return {};
    }
    settings.keys = {};
    if (const std::string kind = unusable(profile); !kind.empty())
        return Error{ErrorCode::CredentialsUnusable, {profile.name, kind}};
    return {};
}

std::string firstOf(std::initializer_list<std::string> values) {
    for (const std::string& value : values) {
        if (!value.empty())
            return value;
    }
    return {};
}

}  // namespace

base::Result<AwsSettings> resolveAws(const Environment& environment, const std::string& wanted) {
    const auto read = readProfile(environment, wanted);
    PODIUM_TRY(AwsSettings, read);
    const Profile& profile = read.value();
    AwsSettings settings;
    settings.profile = profile.name;
    const auto added = addKeys(settings, environment, profile, wanted.empty());
    PODIUM_TRY(AwsSettings, added);
    settings.region = firstOf({environment.get("AWS_DEFAULT_REGION"), environment.get("AWS_REGION"),
                               profile.either("region"), settings.region});
    settings.caFile = environment.expanded(
        firstOf({environment.get("AWS_CA_BUNDLE"), profile.setting("ca_bundle")}));
    settings.insecureTls = environment.isOn("MLFLOW_S3_IGNORE_TLS");
    if (const std::string endpoint = endpointOf(environment, profile); !endpoint.empty()) {
        auto url = Url::parse(endpoint);
        PODIUM_TRY(AwsSettings, url);
        settings.endpoint = url.value().withoutUserinfo();
    }
    const std::string style = firstOf({environment.get("MLFLOW_BOTO_CLIENT_ADDRESSING_STYLE"),
                                       nested(profile.setting("s3"), "addressing_style")});
    // As AWS's tools do it: a server of one's own seldom has a name for each bucket.
    settings.pathStyle = style == "path" || (style != "virtual" && settings.endpoint.has_value());
    return settings;
}

}  // namespace podium::http
