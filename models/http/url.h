// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/secret.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::http {

/// Every byte but letters, digits and -._~ as %XX.
[[nodiscard]] std::string percentEncode(std::string_view text);
/// The same, but `/` stays: for a path of several segments.
[[nodiscard]] std::string percentEncodePath(std::string_view path);
/// %XX as bytes; a % without two hex digits stays.
[[nodiscard]] std::string percentDecode(std::string_view text);

using QueryPairs = std::vector<std::pair<std::string, std::string>>;
/// `key=value&key=value`, encoded, in the order given; keys may repeat.
[[nodiscard]] std::string encodeQuery(const QueryPairs& pairs);

/// An absolute http or https URL. User name and password are split off and in none of the texts it
/// gives. A plain value.
class Url {
public:
    Url() = default;
    /// UrlInvalid for what is no absolute http or https URL, its userinfo masked.
    [[nodiscard]] static base::Result<Url> parse(std::string_view text);

    [[nodiscard]] const std::string& scheme() const { return m_scheme; }  // "http" or "https"
    [[nodiscard]] const std::string& host() const { return m_host; }      // in small letters
    [[nodiscard]] int port() const { return m_port; }                     // never 0 once parsed
    [[nodiscard]] const std::string& path() const { return m_path; }      // encoded, from `/` on
    [[nodiscard]] const std::string& query() const { return m_query; }    // encoded, without `?`
    [[nodiscard]] const std::string& user() const { return m_user; }      // decoded
    [[nodiscard]] const Secret& password() const { return m_password; }   // decoded
    [[nodiscard]] bool hasUserinfo() const { return m_hasUserinfo; }
    [[nodiscard]] bool secure() const { return m_scheme == "https"; }
    [[nodiscard]] bool empty() const { return m_host.empty(); }

    /// What goes to the network: everything but userinfo and fragment.
    [[nodiscard]] std::string text() const;
    /// For people, logs and errors: values in the query which could be secrets are masked.
    [[nodiscard]] std::string shown() const;
    /// Host, with the port where it is not the scheme's own: for errors and the Host header.
    [[nodiscard]] std::string authority() const;

    /// This URL with encoded segments added to its path (one `/` between) and another query.
    [[nodiscard]] Url child(std::string_view encodedPath, const QueryPairs& query = {}) const;
    [[nodiscard]] Url withoutUserinfo() const;
    /// What a Location header means here.
    [[nodiscard]] base::Result<Url> resolve(std::string_view location) const;
    /// Scheme, host and port are equal: what may be said to one may be said to the other.
    [[nodiscard]] bool sameOrigin(const Url& other) const;

private:
    std::string m_scheme;
    std::string m_host;
    int m_port = 0;
    std::string m_path;
    std::string m_query;
    std::string m_user;
    Secret m_password;
    bool m_hasUserinfo = false;
};

}  // namespace podium::http
