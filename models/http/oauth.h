// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/client.h"
#include "http/credentials.h"

#include <memory>
#include <mutex>
#include <stop_token>

namespace podium::http {

/// Changes a client id and secret into a token that lives for about an hour, and keeps it as long
/// (OAuth client credentials, as Databricks does it: POST {host}/oidc/v1/token, scope all-apis).
/// Any thread; blocks while it fetches. Credentials of other kinds pass as they are.
class TokenSource {
public:
    TokenSource(HttpClient& client, std::shared_ptr<const Connection> connection,
                base::Clock clock = base::systemClock());

    /// What to put into Request::credentials now. LoginRefused{host} if the server knows the client
    /// not, else the errors of HttpClient, HttpStatus and AnswerInvalid.
    base::Result<Credentials> credentials(std::stop_token stop = {});

    /// The server took `used` no more, though it should still be good: the next one who asks gets a
    /// new token. Nothing happens if there is a newer one already.
    void refused(const Credentials& used);

private:
    base::Result<Credentials> fetch(std::stop_token stop);

    HttpClient& m_client;
    std::shared_ptr<const Connection> m_connection;
    base::Clock m_clock;
    std::mutex m_mutex;
    Credentials m_token;
    base::Millis m_validUntil = 0;
};

}  // namespace podium::http
