// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/credentials.h"
#include "http/environment.h"
#include "http/sigv4.h"
#include "http/url.h"

#include <filesystem>
#include <optional>
#include <string>

namespace podium::http {

/// How S3, or what speaks like it, is reached. A plain value.
struct AwsSettings {
    AwsKeys keys;  // empty: ask without a signature (public buckets)
    std::string region = "us-east-1";
    std::optional<Url> endpoint;  // none: AWS itself
    bool pathStyle = false;    // https://endpoint/bucket/key instead of https://bucket.endpoint/key
    bool insecureTls = false;  // MLFLOW_S3_IGNORE_TLS
    std::filesystem::path caFile;  // AWS_CA_BUNDLE or ca_bundle; empty: the system's
    std::string profile;           // "default" if nothing says otherwise
    Credentials::Origin origin = Credentials::Origin::Nowhere;  // of the keys
};

/// As AWS's own tools find it: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, else
/// the section of AWS_PROFILE in ~/.aws/credentials and ~/.aws/config
/// (AWS_SHARED_CREDENTIALS_FILE, AWS_CONFIG_FILE); the endpoint from MLFLOW_S3_ENDPOINT_URL,
/// AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL or the profile. No program is ever started and no SSO
/// login made for it: a profile that has only such says CredentialsUnusable{profile, reason}.
/// ProfileMissing{file, profile} for a named profile that is nowhere.
[[nodiscard]] base::Result<AwsSettings> resolveAws(const Environment& environment,
                                                   const std::string& profile = {});

}  // namespace podium::http
