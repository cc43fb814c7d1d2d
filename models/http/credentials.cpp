// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/credentials.h"

#include "http/ini.h"

#include <openssl/evp.h>

#include <utility>

namespace podium::http {

namespace {

std::string base64(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                       reinterpret_cast<const unsigned char*>(bytes.data()),
                                       static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

/// `%%` stands for `%` in this file, as Python's configparser has it.
std::string unescaped(const std::string& value) {
    std::string result;
    for (std::size_t at = 0; at < value.size(); ++at) {
        result += value[at];
        if (value[at] == '%' && at + 1 < value.size() && value[at + 1] == '%')
            ++at;
    }
    return result;
}

/// A field from its variable, else from the file.
struct Field {
    std::string value;
    bool fromFile = false;
};

Field field(const Environment& environment, const std::optional<Ini>& file, const char* variable,
            const char* key) {
    if (std::string value = environment.get(variable); !value.empty())
        return {std::move(value), false};
    return {file ? unescaped(file->value("mlflow", key)) : std::string(), true};
}

}  // namespace

Credentials Credentials::basic(std::string user, Secret password, Origin origin) {
    return {Kind::Basic, std::move(user), std::move(password), origin};
}

Credentials Credentials::bearer(Secret token, Origin origin) {
    return {Kind::Bearer, {}, std::move(token), origin};
}

Credentials Credentials::clientSecret(std::string id, Secret secret, Origin origin) {
    return {Kind::ClientSecret, std::move(id), std::move(secret), origin};
}

Secret Credentials::authorization() const {
    if (kind == Kind::Basic) {
        std::string plain = user + ':';
        plain += secret.reveal();
        std::string coded = "Basic " + base64(plain);
        Secret value(coded);
        wipe(plain);
        wipe(coded);
        return value;
    }
    if (kind == Kind::Bearer) {
        std::string text = "Bearer ";
        text += secret.reveal();
        Secret value(text);
        wipe(text);
        return value;
    }
    return Secret();
}

base::Result<Credentials> resolveCredentials(const std::optional<Credentials>& settings,
                                             const Url& url, const Environment& environment) {
    using Origin = Credentials::Origin;
    if (settings)
        return *settings;
    if (url.hasUserinfo())
        return Credentials::basic(url.user(), url.password(), Origin::Url);

    const auto read = Ini::read(environment.home / ".mlflow" / "credentials");
    PODIUM_TRY(Credentials, read);
    const std::optional<Ini>& file = read.value();
    Field user = field(environment, file, "MLFLOW_TRACKING_USERNAME", "mlflow_tracking_username");
    Field password =
        field(environment, file, "MLFLOW_TRACKING_PASSWORD", "mlflow_tracking_password");
    if (!user.value.empty() && !password.value.empty()) {
        const bool fromFile = user.fromFile && password.fromFile;
        const Secret secret(password.value);
        wipe(password.value);
        return Credentials::basic(std::move(user.value), secret,
                                  fromFile ? Origin::File : Origin::Variables);
    }
    if (std::string token = environment.get("MLFLOW_TRACKING_TOKEN"); !token.empty()) {
        const Secret secret(token);
        wipe(token);
        return Credentials::bearer(secret, Origin::Variables);
    }
    return Credentials{};
}

}  // namespace podium::http
