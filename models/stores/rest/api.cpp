// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/api.h"

#include "base/utf8.h"
#include "stores/rest/answers.h"

#include <algorithm>
#include <condition_variable>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using http::Response;

namespace {

constexpr std::size_t ShownMessage = 400;
constexpr const char* Experiments = "2.0/mlflow/experiments/";

bool isHtml(const Response& response) {
    const std::size_t begin = response.body.find_first_not_of(" \t\r\n");
    return begin != std::string::npos && response.body[begin] == '<';
}

/// What a server says in words: its JSON message, a short plain text, nothing of a page.
std::string messageOf(const Response& response) {
    std::string message = readError(response.body).message;
    if (message.empty() && !isHtml(response) && !response.body.starts_with('{'))
        message = response.body;
    if (message.size() > ShownMessage)
        message.resize(ShownMessage);
    return base::toUtf8(message);
}

/// Unknown routes are told by a page, unknown things by JSON (rest-api: pitfall 8).
bool isUnknownRoute(const Response& response) {
    if (response.status == 405 || response.status == 501)
        return true;
    if (response.status != 404 && response.status != 400)
        return false;
    const std::string code = readError(response.body).code;
    // The last two are Databricks': a registry that is switched off, or a workspace without one.
    if (code == "ENDPOINT_NOT_FOUND" || code == "NOT_IMPLEMENTED" || code == "FEATURE_DISABLED" ||
        code == "METASTORE_DOES_NOT_EXIST")
        return true;
    return response.status == 404 && code.empty();
}

bool isElsewhere(const Error& error) {
    return error.code == ErrorCode::ApiMissing || error.code == ErrorCode::AnswerNotJson;
}

/// Databricks says 403 of a token that is wrong or has expired ({"error_code": 403, "message":
/// "Invalid access token."}), and of what a good one may not do with a code in words.
bool isLoginRefusal(const Response& response) {
    if (response.status != 403)
        return response.status == 401;
    std::string message = messageOf(response);
    std::ranges::transform(message, message.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const auto says = [&](const char* word) { return message.find(word) != std::string::npos; };
    return says("invalid access token") || (says("token") && says("expired"));
}

/// True if the time has passed, false if it was stopped.
bool paused(std::chrono::milliseconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

}  // namespace

bool isOutage(const Error& error) {
    switch (error.code) {
        case ErrorCode::NetRefused:
        case ErrorCode::NetNameNotFound:
        case ErrorCode::NetTimeout:
        case ErrorCode::NetLost:
        case ErrorCode::ProxyFailed:
        case ErrorCode::RateLimited:
            return true;
        case ErrorCode::ServerFault:
            return error.args.size() > 1 &&
                   (error.args[1] == "502" || error.args[1] == "503" || error.args[1] == "504");
        default:
            return false;
    }
}

bool isMissingThing(const Error& error) {
    return error.code == ErrorCode::HttpStatus && error.args.size() > 1 && error.args[1] == "404";
}

Api::Api(http::HttpClient& client, std::shared_ptr<const http::Connection> connection,
         Patience patience)
    : m_client(client),
      m_connection(std::move(connection)),
      m_patience(patience),
      m_tokens(client, m_connection) {}

std::string Api::rootUrl(Root root) const {
    const http::Url& base = m_connection->base;
    std::string text = base.scheme() + "://" + base.authority();
    // Up to 3.6 a static prefix is not in front of /api (rest-api, 1).
    if (root != Root::Api || m_place != Place::AtHost)
        text += base.path();
    while (text.ends_with('/'))
        text.pop_back();
    if (root == Root::Server)
        return text;
    return text + (root == Root::Ajax || m_place == Place::AjaxBelowBase ? "/ajax-api" : "/api");
}

http::Request Api::get(Root root, std::string_view endpoint, const http::QueryPairs& query) const {
    std::string url = rootUrl(root).append(1, '/').append(endpoint);
    if (!query.empty())
        url.append(1, '?').append(http::encodeQuery(query));
    return http::Request::get(std::move(url), m_connection);
}

http::Request Api::search(std::string_view endpoint, std::string json) const {
    return http::Request::search(rootUrl(Root::Api).append(1, '/').append(endpoint),
                                 std::move(json), m_connection);
}

http::Request Api::change(std::string_view endpoint, std::string json, std::string method) const {
    return http::Request::change(std::move(method),
                                 rootUrl(Root::Api).append(1, '/').append(endpoint),
                                 std::move(json), m_connection);
}

Result<void> Api::ready(std::stop_token stop) {
    if (m_ready)
        return {};
    const std::lock_guard lock(m_mutex);
    if (m_ready)
        return {};
    PODIUM_TRY(void, probe(std::move(stop)));
    m_ready = true;
    return {};
}

Result<void> Api::probe(std::stop_token stop) {
    const bool hasPath = m_connection->base.path().size() > 1;
    Result<void> first;
    for (const Place place : {Place::BelowBase, Place::AjaxBelowBase, Place::AtHost}) {
        if (place != Place::BelowBase && !hasPath)
            break;
        m_place = place;
        const Result<void> found = probeAt(stop);
        if (!found.failed() || !isElsewhere(found.error()))
            return found;
        if (first.ok() || found.error().code == ErrorCode::AnswerNotJson)
            first = found;
    }
    m_place = Place::BelowBase;
    if (first.error().code == ErrorCode::AnswerNotJson)
        return first;
    return Error{ErrorCode::NotAServer, {m_connection->base.shown()}};
}

Result<void> Api::probeAt(std::stop_token stop) {
    for (const bool lists : {false, true}) {
        http::Request request =
            lists ? get(Root::Api, std::string(Experiments) + "list", {{"max_results", "1"}})
                  : search(std::string(Experiments) + "search", R"({"max_results": 1})");
        const Answer answer = ask(std::move(request), stop);
        if (answer.failed() && answer.error().code == ErrorCode::ApiMissing && !lists)
            continue;
        PODIUM_TRY(void, answer);
        const auto read = readExperiments(answer.value().body, answer.value().url);
        PODIUM_TRY(void, read);
        m_listsExperiments = lists;
        return {};
    }
    return {};
}

Result<void> Api::addLogin(http::Request& request, std::stop_token stop) {
    if (m_connection->credentials.kind != http::Credentials::Kind::ClientSecret)
        return {};
    auto login = m_tokens.credentials(std::move(stop));
    PODIUM_TRY(void, login);
    request.credentials = std::move(login).value();
    return {};
}

Api::Answer Api::ask(http::Request request, std::stop_token stop) {
    bool renewed = false;
    if (m_connection->credentials.kind != http::Credentials::Kind::ClientSecret)
        return askOnce(std::move(request), std::move(stop), renewed);
    Answer answer = askOnce(request, stop, renewed);
    return renewed ? askOnce(std::move(request), std::move(stop), renewed) : std::move(answer);
}

/// `renewed`: the login was refused, and the next one is with another token.
Api::Answer Api::askOnce(http::Request request, std::stop_token stop, bool& renewed) {
    PODIUM_TRY(Response, addLogin(request, stop));
    const std::string url = request.url;
    const std::optional<http::Credentials> login = request.credentials;
    Answer raw = m_client.fetch(std::move(request), std::move(stop));
    renewed = login && raw.ok() && isLoginRefusal(raw.value());
    if (renewed)
        m_tokens.refused(*login);
    Answer answer = checked(std::move(raw), url);
    if (answer.ok())
        m_worked = true;
    return answer;
}

std::future<Api::Answer> Api::start(const http::Request& request, std::stop_token stop) {
    auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> future = promise->get_future();
    http::Request copy = request;
    const Result<void> login = addLogin(copy, stop);
    if (!login.ok()) {
        promise->set_value(login.as<Response>());
        return future;
    }
    m_client.send(std::move(copy), std::move(stop),
                  [promise](Answer answer) { promise->set_value(std::move(answer)); });
    return future;
}

Api::Answer Api::resume(std::future<Answer> pending, const http::Request& request,
                        std::stop_token stop) {
    Answer answer = checked(pending.get(), request.url);
    if (answer.ok())
        m_worked = true;
    const bool renewable = m_connection->credentials.kind == http::Credentials::Kind::ClientSecret;
    if (renewable && answer.failed() && answer.error().code == ErrorCode::LoginRefused)
        answer = ask(request, stop);
    return waitAndAsk(std::move(answer), request, std::move(stop));
}

Api::Answer Api::askPatiently(const http::Request& request, std::stop_token stop) {
    return waitAndAsk(ask(request, stop), request, stop);
}

Api::Answer Api::waitAndAsk(Answer answer, const http::Request& request, std::stop_token stop) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began = Clock::now();
    std::chrono::milliseconds pause = m_patience.firstPause;
    while (answer.failed() && isOutage(answer.error()) && m_worked &&
           Clock::now() - began < m_patience.inAll) {
        if (!paused(pause, stop))
            return base::Cancelled{};
        pause = std::min(pause * 2, m_patience.longestPause);
        answer = ask(request, stop);
    }
    return answer;
}

Api::Answer Api::checked(Answer answer, std::string_view endpoint) const {
    if (!answer.ok() || answer.value().ok())
        return answer;
    const Response& response = answer.value();
    const int status = response.status;
    if (isLoginRefusal(response)) {
        const bool asked = m_connection->credentials.kind != http::Credentials::Kind::None;
        return Error{asked ? ErrorCode::LoginRefused : ErrorCode::LoginNeeded, {response.host}};
    }
    if (status == 403)
        return Error{ErrorCode::Forbidden, {response.host, messageOf(response)}};
    if (status == 429)
        return Error{ErrorCode::RateLimited, {response.host}};
    if (isUnknownRoute(response)) {
        const std::size_t path = endpoint.find('/', endpoint.find("://") + 3);
        return Error{
            ErrorCode::ApiMissing,
            {response.host, std::string(endpoint.substr(path, endpoint.find('?', path) - path))}};
    }
    const ErrorCode code = status >= 500 ? ErrorCode::ServerFault : ErrorCode::HttpStatus;
    return Error{code, {response.url, std::to_string(status), messageOf(response)}};
}

}  // namespace podium::stores
