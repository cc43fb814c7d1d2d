// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/client.h"
#include "http/oauth.h"

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace podium::stores {

/// How long a lost connection is waited for in the middle of a sync. A plain value.
struct Patience {
    std::chrono::milliseconds firstPause{1'000};
    std::chrono::milliseconds longestPause{15'000};
    std::chrono::milliseconds inAll{300'000};
};

/// The three places where a server has its API: `…/api/`, its twin for the web page and the root.
enum class Root { Api, Ajax, Server };

/// Asks one MLflow server: finds out where its API is, adds who asks, and makes errors of answers
/// that are none. Any thread; calls block and end at once on a stop.
///
/// Errors besides those of HttpClient: LoginNeeded, LoginRefused, Forbidden, RateLimited,
/// ServerFault, ApiMissing{host, endpoint} where the server does not know the route, HttpStatus for
/// what it refuses otherwise.
class Api {
public:
    using Answer = base::Result<http::Response>;

    Api(http::HttpClient& client, std::shared_ptr<const http::Connection> connection,
        Patience patience);

    /// Finds the API; remembered. NotAServer{url} where there is none.
    base::Result<void> ready(std::stop_token stop);
    /// MLflow before 1.28 has experiments/list instead of search. After ready().
    [[nodiscard]] bool listsExperiments() const { return m_listsExperiments; }

    [[nodiscard]] const http::Connection& connection() const { return *m_connection; }
    [[nodiscard]] http::HttpClient& client() const { return m_client; }

    /// `endpoint` is e.g. "2.0/mlflow/runs/get" below Root::Api, encoded.
    [[nodiscard]] http::Request get(Root root, std::string_view endpoint,
                                    const http::QueryPairs& query = {}) const;
    [[nodiscard]] http::Request search(std::string_view endpoint, std::string json) const;
    /// What changes something is sent once.
    [[nodiscard]] http::Request change(std::string_view endpoint, std::string json,
                                       std::string method = "POST") const;

    /// One answer of status 2xx. A token of OAuth that is refused is replaced by a new one, once.
    Answer ask(http::Request request, std::stop_token stop);
    /// The same, but a connection that is lost after it has worked is waited for.
    Answer askPatiently(const http::Request& request, std::stop_token stop);
    /// Asks at once; take the answer by resume(), which is patient, too.
    std::future<Answer> start(const http::Request& request, std::stop_token stop);
    Answer resume(std::future<Answer> pending, const http::Request& request, std::stop_token stop);

    /// The answer, or the error that it stands for.
    [[nodiscard]] Answer checked(Answer answer, std::string_view endpoint) const;

private:
    [[nodiscard]] std::string rootUrl(Root root) const;
    base::Result<void> probe(std::stop_token stop);
    base::Result<void> probeAt(std::stop_token stop);
    Answer askOnce(http::Request request, std::stop_token stop, bool& renewed);
    Answer waitAndAsk(Answer failed, const http::Request& request, std::stop_token stop);
    base::Result<void> addLogin(http::Request& request, std::stop_token stop);

    http::HttpClient& m_client;
    std::shared_ptr<const http::Connection> m_connection;
    Patience m_patience;
    http::TokenSource m_tokens;

    std::mutex m_mutex;  // of ready()
    std::atomic<bool> m_ready{false};
    std::atomic<bool> m_worked{false};  // the server has answered before
    bool m_listsExperiments = false;
    enum class Place { BelowBase, AjaxBelowBase, AtHost } m_place = Place::BelowBase;
};

/// The server can't be reached just now.
[[nodiscard]] bool isOutage(const base::Error& error);
/// The thing that was asked for is not there (any more).
[[nodiscard]] bool isMissingThing(const base::Error& error);

}  // namespace podium::stores
