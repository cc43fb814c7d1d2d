// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/oauth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace podium::http {

namespace {

using base::Error;
using base::ErrorCode;

constexpr base::Millis Margin = 60'000;  // a token is not used in the last minute of its life

}  // namespace

TokenSource::TokenSource(HttpClient& client, std::shared_ptr<const Connection> connection,
                         base::Clock clock)
    : m_client(client), m_connection(std::move(connection)), m_clock(std::move(clock)) {}

base::Result<Credentials> TokenSource::credentials(std::stop_token stop) {
    if (m_connection->credentials.kind != Credentials::Kind::ClientSecret)
        return m_connection->credentials;
    const std::lock_guard lock(m_mutex);  // one fetch for all who ask
    if (m_clock() < m_validUntil)
        return m_token;
    return fetch(std::move(stop));
}

void TokenSource::refused(const Credentials& used) {
    const std::lock_guard lock(m_mutex);
    if (used.secret == m_token.secret)
        m_validUntil = 0;
}

base::Result<Credentials> TokenSource::fetch(std::stop_token stop) {
    const Credentials& client = m_connection->credentials;
    Request request;
    request.method = "POST";
    request.url = m_connection->base.child("oidc/v1/token").text();
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    request.body = encodeQuery({{"grant_type", "client_credentials"}, {"scope", "all-apis"}});
    request.connection = m_connection;
    request.credentials = Credentials::basic(client.user, client.secret, client.origin);
    request.idempotent = true;
    request.maxBytes = 1 << 20;
    auto answer = m_client.fetch(std::move(request), std::move(stop));
    PODIUM_TRY(Credentials, answer);
    Response& response = answer.value();
    if (response.status == 400 || response.status == 401 || response.status == 403)
        return Error{ErrorCode::LoginRefused, {response.host}};
    if (!response.ok())
        return Error{ErrorCode::HttpStatus, {response.url, std::to_string(response.status), ""}};
    const auto json = nlohmann::json::parse(response.body, nullptr, false);
    wipe(response.body);
    const auto token = json.is_object() ? json.find("access_token") : json.end();
    if (!json.is_object() || token == json.end() || !token->is_string())
        return Error{ErrorCode::AnswerInvalid, {response.url, "access_token"}};
    const auto seconds = json.find("expires_in");
    const std::int64_t life =
        seconds != json.end() && seconds->is_number()
            ? std::clamp<std::int64_t>(seconds->get<std::int64_t>(), 0, std::int64_t{24} * 3600)
            : 3600;
    m_token = Credentials::bearer(Secret(token->get_ref<const std::string&>()), client.origin);
    m_validUntil = m_clock() + life * 1000 - Margin;
    return m_token;
}

}  // namespace podium::http
