// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/sigv4.h"

#include "http/headers.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <utility>

namespace podium::http {

namespace {

using Digest = std::array<unsigned char, 32>;

std::string hex(const Digest& digest) {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 15U];
    }
    return text;
}

Digest hmac(std::string_view key, std::string_view text) {
    Digest digest{};
    unsigned length = digest.size();
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &length);
    return digest;
}

std::string_view viewOf(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::tm utc(base::Millis now) {
    const auto seconds = static_cast<std::time_t>(now / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return parts;
}

std::string dateText(base::Millis now) {
    const std::tm parts = utc(now);
    std::array<char, 16> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y%m%d", &parts)};
}

std::string timeText(base::Millis now) {
    const std::tm parts = utc(now);
    std::array<char, 16> text{};
    return dateText(now) +
           std::string(text.data(), std::strftime(text.data(), text.size(), "T%H%M%SZ", &parts));
}

std::string scopeText(const SigningScope& scope, base::Millis now) {
    return dateText(now) + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

/// Dots and doubled slashes taken out, as RFC 3986 does: every service but S3 wants it so.
std::string normalised(std::string_view path) {
    std::vector<std::string_view> segments;
    std::string_view last;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        last = path.substr(begin, end - begin);
        if (last == "..") {
            if (!segments.empty())
                segments.pop_back();
        } else if (!last.empty() && last != ".") {
            segments.push_back(last);
        }
        begin = end + 1;
    }
    std::string result;
    for (const std::string_view segment : segments)
        (result += '/') += segment;
    const bool folder = path.ends_with('/') || last == "." || last == "..";
    if (result.empty() || folder)
        result += '/';
    return result;
}

std::string canonicalPath(const Url& url, const SigningScope& scope) {
    if (scope.service == "s3")
        return percentEncodePath(percentDecode(url.path()));
    // The path as it is sent is encoded once more.
    return percentEncodePath(normalised(url.path()));
}

std::string canonicalQuery(const Url& url) {
    std::vector<std::pair<std::string, std::string>> pairs;
    const std::string_view query = url.query();
    for (std::size_t begin = 0; begin < query.size();) {
        const std::size_t end = std::min(query.find('&', begin), query.size());
        const std::string_view pair = query.substr(begin, end - begin);
        const std::size_t equals = pair.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        // Decoded and encoded again, so that what was written in another way is signed alike.
        if (!pair.empty())
            pairs.emplace_back(percentEncode(percentDecode(pair.substr(0, equals))),
                               percentEncode(percentDecode(value)));
        begin = end + 1;
    }
    std::ranges::sort(pairs);
    std::string text;
    for (const auto& [key, value] : pairs)
        ((text += text.empty() ? "" : "&") += key) += '=' + value;
    return text;
}

/// Blanks at the ends go, runs of them become one.
std::string squeezed(std::string_view value) {
    std::string result;
    for (const char byte : value) {
        if (byte != ' ' && byte != '\t')
            result += byte;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    while (result.ends_with(' '))
        result.pop_back();
    return result;
}

/// Names in small letters, in order; values of one name in the order given.
std::map<std::string, std::string> canonicalHeaders(const Request& request, const Url& url) {
    std::map<std::string, std::string> headers{{"host", url.authority()}};
    for (const auto& [name, value] : request.headers) {
        std::string key = name;
        std::ranges::transform(key, key.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        if (key == "host")
            headers[key].clear();
        const auto [at, fresh] = headers.try_emplace(key, squeezed(value));
        if (!fresh)
            at->second += (at->second.empty() ? "" : ",") + squeezed(value);
    }
    return headers;
}

std::string namesOf(const std::map<std::string, std::string>& headers) {
    std::string names;
    for (const auto& [name, value] : headers)
        names += (names.empty() ? "" : ";") + name;
    return names;
}

std::string signature(const std::string& text, const AwsKeys& keys, const SigningScope& scope,
                      base::Millis now) {
    std::string secret = "AWS4";
    secret += keys.secretAccessKey.reveal();
    Digest key = hmac(secret, dateText(now));
    wipe(secret);
    for (const std::string_view step :
         {std::string_view(scope.region), std::string_view(scope.service),
          std::string_view("aws4_request")})
        key = hmac(viewOf(key), step);
    return hex(hmac(viewOf(key), text));
}

constexpr const char* Algorithm = "AWS4-HMAC-SHA256";

}  // namespace

std::string sha256Hex(std::string_view bytes) {
    Digest digest{};
    unsigned length = digest.size();
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    return hex(digest);
}

std::string canonicalRequest(const Request& request, const Url& url, const SigningScope& scope,
                             std::string_view payloadHash) {
    const auto headers = canonicalHeaders(request, url);
    std::string text =
        request.method + '\n' + canonicalPath(url, scope) + '\n' + canonicalQuery(url) + '\n';
    for (const auto& [name, value] : headers)
        ((text += name) += ':' + value) += '\n';
    text += '\n' + namesOf(headers) + '\n';
    return text += payloadHash;
}

std::string stringToSign(std::string_view canonical, const SigningScope& scope, base::Millis now) {
    return std::string(Algorithm) + '\n' + timeText(now) + '\n' + scopeText(scope, now) + '\n' +
           sha256Hex(canonical);
}

base::Result<Request> sign(Request request, const AwsKeys& keys, const SigningScope& scope,
                           base::Millis now) {
    const auto url = Url::parse(request.url);
    PODIUM_TRY(Request, url);
    const std::string hash = sha256Hex(request.body);
    request.headers.emplace_back("X-Amz-Date", timeText(now));
    if (scope.service == "s3")
        request.headers.emplace_back("X-Amz-Content-Sha256", hash);
    if (!keys.sessionToken.empty())
        request.headers.emplace_back("X-Amz-Security-Token", keys.sessionToken.reveal());
    const std::string text =
        stringToSign(canonicalRequest(request, url.value(), scope, hash), scope, now);
    request.headers.emplace_back(
        "Authorization", std::string(Algorithm) + " Credential=" + keys.accessKeyId + '/' +
                             scopeText(scope, now) +
                             ", SignedHeaders=" + namesOf(canonicalHeaders(request, url.value())) +
                             ", Signature=" + signature(text, keys, scope, now));
    return request;
}

base::Result<std::string> presign(std::string_view url, const AwsKeys& keys,
                                  const SigningScope& scope, base::Millis now,
                                  std::chrono::seconds validFor) {
    auto parsed = Url::parse(url);
    PODIUM_TRY(std::string, parsed);
    QueryPairs added = {{"X-Amz-Algorithm", Algorithm},
                        {"X-Amz-Credential", keys.accessKeyId + '/' + scopeText(scope, now)},
                        {"X-Amz-Date", timeText(now)},
                        {"X-Amz-Expires", std::to_string(validFor.count())}};
    if (!keys.sessionToken.empty())
        added.emplace_back("X-Amz-Security-Token", keys.sessionToken.reveal());
    added.emplace_back("X-Amz-SignedHeaders", "host");
    const std::string unsignedUrl =
        parsed.value().text() + (parsed.value().query().empty() ? '?' : '&') + encodeQuery(added);
    const auto complete = Url::parse(unsignedUrl);
    PODIUM_TRY(std::string, complete);
    const std::string canonical =
        canonicalRequest(Request{}, complete.value(), scope, "UNSIGNED-PAYLOAD");
    return unsignedUrl +
           "&X-Amz-Signature=" + signature(stringToSign(canonical, scope, now), keys, scope, now);
}

}  // namespace podium::http
