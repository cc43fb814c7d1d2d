// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"

#include "http/loop.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace podium::http {

HttpClient::HttpClient() : HttpClient(Options{}) {}

HttpClient::HttpClient(Options options) : m_loop(std::make_unique<Loop>(std::move(options))) {}

HttpClient::~HttpClient() = default;

void HttpClient::send(Request request, std::stop_token stop, Callback done) {
    m_loop->send(std::move(request), std::move(stop), std::move(done));
}

base::Result<Response> HttpClient::fetch(Request request, std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable arrived;
    std::optional<base::Result<Response>> answer;
    send(std::move(request), std::move(stop), [&](base::Result<Response> result) {
        // Under the lock to the end: afterwards these variables may be gone.
        const std::lock_guard lock(mutex);
        answer.emplace(std::move(result));
        arrived.notify_one();
    });
    std::unique_lock lock(mutex);
    arrived.wait(lock, [&] { return answer.has_value(); });
    return std::move(*answer);
}

HttpClient::Counters HttpClient::counters() const {
    return m_loop->counters();
}

}  // namespace podium::http
