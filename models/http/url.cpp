// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/url.h"

#include "http/headers.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

namespace podium::http {

namespace {

struct FreeHandle {
    void operator()(CURLU* handle) const { curl_url_cleanup(handle); }
};
using Handle = std::unique_ptr<CURLU, FreeHandle>;

bool unreserved(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

std::string encode(std::string_view text, std::string_view kept) {
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::string result;
    result.reserve(text.size());
    for (const char byte : text) {
        if (unreserved(byte) || kept.find(byte) != std::string_view::npos) {
            result += byte;
        } else {
            const auto value = static_cast<unsigned char>(byte);
            result += '%';
            result += Digits[value >> 4U];
            result += Digits[value & 15U];
        }
    }
    return result;
}

/// Whether the host is written with %XX. libcurl decodes that, and what comes out may mean another
/// host to the next who reads it.
bool hasEncodedHost(std::string_view text) {
    text.remove_prefix(text.find("://") + 3);
    text = text.substr(0, text.find_first_of("/?#"));
    const std::size_t at = text.rfind('@');
    return text.find('%', at == std::string_view::npos ? 0 : at) != std::string_view::npos;
}

/// A name, an address, or letters beyond ASCII.
bool isHost(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](char byte) {
        return (unreserved(byte) && byte != '~') || byte == '[' || byte == ']' || byte == ':' ||
               static_cast<unsigned char>(byte) >= 0x80;
    });
}

int hexDigit(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return -1;
}

/// The part, or nothing where the URL has none.
std::optional<std::string> part(CURLU* handle, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(handle, which, &text, flags) != CURLUE_OK)
        return std::nullopt;
    std::string result(text);
    curl_free(text);
    return result;
}

std::string maskedUserinfo(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos)
        return std::string(text);
    const std::size_t scheme = text.find("://");
    const std::size_t begin = scheme == std::string_view::npos || scheme > at ? 0 : scheme + 3;
    return std::string(text.substr(0, begin)) + "***" + std::string(text.substr(at));
}

/// Parameters of MLflow's API that say which thing is meant; all others may hold a secret, as those
/// of signed links do.
constexpr std::array Harmless = {"run_id",    "run_uuid",   "experiment_id", "path",
                                 "name",      "version",    "alias",         "metric_key",
                                 "model_id",  "trace_id",   "request_id",    "max_results",
                                 "prefix",    "list-type",  "delimiter",     "experiment_name",
                                 "view_type", "start_step", "end_step"};

std::string maskedQuery(std::string_view query) {
    std::string result;
    for (std::size_t begin = 0; begin <= query.size();) {
        const std::size_t end = std::min(query.find('&', begin), query.size());
        const std::string_view pair = query.substr(begin, end - begin);
        const std::string_view key = pair.substr(0, pair.find('='));
        if (!result.empty())
            result += '&';
        if (std::ranges::find(Harmless, key) != Harmless.end() || key.size() == pair.size())
            result += pair;
        else
            result += std::string(key) + "=...";
        begin = end + 1;
    }
    return result;
}

}  // namespace

std::string percentEncode(std::string_view text) {
    return encode(text, "");
}

std::string percentEncodePath(std::string_view path) {
    return encode(path, "/");
}

std::string percentDecode(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = text[at] == '%' && at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[at + 2]) : -1;
        if (low >= 0) {
            result += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

std::string encodeQuery(const QueryPairs& pairs) {
    std::string result;
    for (const auto& [key, value] : pairs) {
        if (!result.empty())
            result += '&';
        result += percentEncode(key) + '=' + percentEncode(value);
    }
    return result;
}

base::Result<Url> Url::parse(std::string_view text) {
    const base::Error invalid{base::ErrorCode::UrlInvalid, {maskedUserinfo(text)}};
    const Handle handle(curl_url());
    const std::size_t colon = text.find("://");
    const std::string_view named = text.substr(0, colon);
    // A third slash is a mistake that libcurl would forgive.
    const bool http = colon != std::string_view::npos &&
                      (sameName(named, "http") || sameName(named, "https")) &&
                      !text.substr(colon + 3).starts_with('/');
    const bool control = std::ranges::any_of(
        text, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; });
    // Dots in a path stay: keys of an object store may hold them.
    if (!http || control || hasEncodedHost(text) ||
        curl_url_set(handle.get(), CURLUPART_URL, std::string(text).c_str(),
                     CURLU_PATH_AS_IS | CURLU_URLENCODE) != CURLUE_OK)
        return invalid;
    Url url;
    url.m_scheme = part(handle.get(), CURLUPART_SCHEME).value_or("");
    url.m_host = part(handle.get(), CURLUPART_HOST).value_or("");
    std::ranges::transform(url.m_host, url.m_host.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const std::string port = part(handle.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or("");
    std::from_chars(port.data(), port.data() + port.size(), url.m_port);
    url.m_path = part(handle.get(), CURLUPART_PATH).value_or("/");
    url.m_query = part(handle.get(), CURLUPART_QUERY).value_or("");
    const auto user = part(handle.get(), CURLUPART_USER);
    auto password = part(handle.get(), CURLUPART_PASSWORD);
    url.m_hasUserinfo = user.has_value() || password.has_value();
    url.m_user = percentDecode(user.value_or(""));
    if (password) {
        std::string decoded = percentDecode(*password);
        url.m_password = Secret(decoded);
        wipe(decoded);
        wipe(*password);
    }
    if (!isHost(url.m_host) || url.m_port <= 0)
        return invalid;
    return url;
}

std::string Url::authority() const {
    const bool usual = m_port == (secure() ? 443 : 80);
    return usual ? m_host : m_host + ':' + std::to_string(m_port);
}

std::string Url::text() const {
    return m_scheme + "://" + authority() + m_path + (m_query.empty() ? "" : '?' + m_query);
}

std::string Url::shown() const {
    return m_scheme + "://" + authority() + m_path +
           (m_query.empty() ? "" : '?' + maskedQuery(m_query));
}

Url Url::child(std::string_view encodedPath, const QueryPairs& query) const {
    Url url = *this;
    while (url.m_path.ends_with('/'))
        url.m_path.pop_back();
    while (encodedPath.starts_with('/'))
        encodedPath.remove_prefix(1);
    url.m_path += '/';
    url.m_path += encodedPath;
    url.m_query = encodeQuery(query);
    return url;
}

Url Url::withoutUserinfo() const {
    Url url = *this;
    url.m_user.clear();
    url.m_password = Secret();
    url.m_hasUserinfo = false;
    return url;
}

base::Result<Url> Url::resolve(std::string_view location) const {
    const Handle handle(curl_url());
    constexpr unsigned Flags = CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME;
    if (curl_url_set(handle.get(), CURLUPART_URL, text().c_str(), Flags) == CURLUE_OK &&
        curl_url_set(handle.get(), CURLUPART_URL, std::string(location).c_str(), Flags) ==
            CURLUE_OK) {
        if (const auto absolute = part(handle.get(), CURLUPART_URL))
            return parse(*absolute);
    }
    return base::Error{base::ErrorCode::UrlInvalid, {maskedUserinfo(location)}};
}

bool Url::sameOrigin(const Url& other) const {
    return m_scheme == other.m_scheme && m_host == other.m_host && m_port == other.m_port;
}

}  // namespace podium::http
