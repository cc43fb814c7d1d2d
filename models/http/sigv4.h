// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/request.h"
#include "http/secret.h"

#include <chrono>
#include <string>
#include <string_view>

/// AWS Signature Version 4, by the description of "Signing AWS API requests" in AWS's guide.
namespace podium::http {

struct AwsKeys {
    std::string accessKeyId;
    Secret secretAccessKey;
    Secret sessionToken;  // empty: none

    [[nodiscard]] bool empty() const { return accessKeyId.empty() || secretAccessKey.empty(); }
};

struct SigningScope {
    std::string region;  // e.g. "us-east-1"
    std::string
        service;  // "s3": the path is signed as it stands; others: normalised, encoded twice
};

/// Adds X-Amz-Date, X-Amz-Content-Sha256 (S3 only), X-Amz-Security-Token (if there is one) and
/// Authorization; signs host, all headers already there and the body. Query and path of the URL
/// must be encoded; they are signed as they will be sent. A retry within 15 minutes is still valid.
/// UrlInvalid if the URL is none.
[[nodiscard]] base::Result<Request> sign(Request request, const AwsKeys& keys,
                                         const SigningScope& scope, base::Millis now);

/// The same as a URL that anybody can GET for `validFor` (at most 7 days); S3 only.
[[nodiscard]] base::Result<std::string> presign(std::string_view url, const AwsKeys& keys,
                                                const SigningScope& scope, base::Millis now,
                                                std::chrono::seconds validFor);

/// The steps, for tests against AWS's published examples.
[[nodiscard]] std::string canonicalRequest(const Request& request, const Url& url,
                                           const SigningScope& scope, std::string_view payloadHash);
[[nodiscard]] std::string stringToSign(std::string_view canonicalRequest, const SigningScope& scope,
                                       base::Millis now);

/// Small letters, two a byte.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

}  // namespace podium::http
