// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/loop.h"

#include <algorithm>
#include <csignal>
#include <random>
#include <utility>

namespace podium::http {

namespace {

constexpr std::size_t MostIdleHandles = 32;
constexpr int MostStreams = 32;  // requests at a time over one connection of HTTP/2

/// Once for the process; libcurl 7.84 and newer may be set up by any thread.
void setUpLibcurl() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(done);
}

/// libcurl, told to leave signals alone, promises no more than an effort that a write to a socket
/// which the server has closed is no signal. On this thread it is an error in any case.
void blockBrokenPipe() {
    sigset_t broken;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken, nullptr);
}

std::function<double()> systemRandom() {
    return [engine = std::mt19937_64(std::random_device{}())]() mutable {
        return std::uniform_real_distribution<double>(0.0, 1.0)(engine);
    };
}

}  // namespace

HttpClient::Loop::Loop(Options options) : m_options(std::move(options)) {
    setUpLibcurl();
    if (!m_options.random)
        m_options.random = systemRandom();
    if (!m_options.clock)
        m_options.clock = base::systemClock();
    m_multi.reset(curl_multi_init());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS,
                      static_cast<long>(m_options.maxPerHost));
    curl_multi_setopt(m_multi.get(), CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    m_thread = std::thread([this] { run(); });
}

HttpClient::Loop::~Loop() {
    {
        // Under the lock to the end: the thread frees the handle as soon as it reads this.
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        curl_multi_wakeup(m_multi.get());
    }
    m_thread.join();
}

void HttpClient::Loop::send(Request request, std::stop_token stop, Callback done) {
    const Id id = ++m_lastId;
    auto transfer =
        std::make_unique<Transfer>(id, std::move(request), std::move(stop), std::move(done));
    {
        const std::lock_guard lock(m_mutex);
        m_new.push_back(std::move(transfer));
    }
    curl_multi_wakeup(m_multi.get());
}

HttpClient::Counters HttpClient::Loop::counters() const {
    return {m_requests.load(), m_retries.load(), m_connections.load(), m_bytes.load()};
}

void HttpClient::Loop::run() {
    blockBrokenPipe();
    while (true) {
        takeNew();
        takeStops();
        takeSaved();
        endPauses();
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                break;
        }
        int running = 0;
        curl_multi_perform(m_multi.get(), &running);
        takeFinished();
        curl_multi_poll(m_multi.get(), nullptr, 0, untilNextPauseEnds(), nullptr);
    }
    stopAll();
    m_idle.clear();
    m_multi.reset();
}

void HttpClient::Loop::takeNew() {
    std::vector<std::unique_ptr<Transfer>> fresh;
    {
        const std::lock_guard lock(m_mutex);
        fresh.swap(m_new);
    }
    for (auto& owned : fresh) {
        Transfer& transfer = *owned;
        const Id id = transfer.id();
        m_transfers.emplace(id, std::move(owned));
        const auto checked = transfer.check();
        if (!checked.ok()) {
            finish(id, checked.as<Response>());
            continue;
        }
        transfer.onStop([this, id] {
            {
                const std::lock_guard lock(m_mutex);
                m_stops.push_back(id);
            }
            curl_multi_wakeup(m_multi.get());
        });
        start(transfer);
    }
}

void HttpClient::Loop::takeStops() {
    std::vector<Id> stops;
    {
        const std::lock_guard lock(m_mutex);
        stops.swap(m_stops);
    }
    for (const Id id : stops)
        stopped(id);
}

void HttpClient::Loop::stopped(Id id) {
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end() || found->second->state == Transfer::State::Saving)
        return;
    if (found->second->state == Transfer::State::Running) {
        Server& server = serverOf(*found->second);
        leave(*found->second);
        startWaiting(server);
    }
    finish(id, base::Cancelled{});
}

/// What waits is found by its id later, and no more there: lists keep such ids until their turn.
void HttpClient::Loop::endPauses() {
    const auto now = Steady::now();
    while (!m_pauses.empty() && m_pauses.begin()->first <= now) {
        const Id id = m_pauses.begin()->second;
        m_pauses.erase(m_pauses.begin());
        if (const auto found = m_transfers.find(id); found != m_transfers.end())
            start(*found->second);
    }
}

int HttpClient::Loop::untilNextPauseEnds() const {
    constexpr int Longest = 10'000;
    if (m_pauses.empty())
        return Longest;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_pauses.begin()->first - Steady::now());
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, Longest));
}

void HttpClient::Loop::stopAll() {
    m_disk.reset();  // what is being saved ends so, and nothing else will be
    while (true) {
        std::vector<Id> ids;
        takeNew();  // callbacks may still send
        for (const auto& [id, transfer] : m_transfers)
            ids.push_back(id);
        if (ids.empty())
            return;
        for (const Id id : ids) {
            Transfer& transfer = *m_transfers.at(id);
            if (transfer.state == Transfer::State::Running)
                leave(transfer);
            finish(id, base::Cancelled{});
        }
    }
}

HttpClient::Loop::Server& HttpClient::Loop::serverOf(const Transfer& transfer) {
    Server& server = m_servers[transfer.origin()];
    if (server.most == 0)
        server.most = m_options.maxPerHost;
    return server;
}

EasyHandle HttpClient::Loop::easy() {
    if (m_idle.empty())
        return EasyHandle(curl_easy_init());
    EasyHandle handle = std::move(m_idle.back());
    m_idle.pop_back();
    return handle;
}

void HttpClient::Loop::start(Transfer& transfer) {
    Server& server = serverOf(transfer);
    if (server.running < server.most) {
        launch(transfer, server);
    } else {
        // libcurl would queue, too, but count the wait as a part of the time-out.
        transfer.state = Transfer::State::Waiting;
        server.waiting.push_back(transfer.id());
    }
}

void HttpClient::Loop::launch(Transfer& transfer, Server& server) {
    transfer.easy = easy();
    transfer.prepare(transfer.easy.get());
    transfer.state = Transfer::State::Running;
    ++server.running;
    ++m_requests;
    curl_multi_add_handle(m_multi.get(), transfer.easy.get());
}

void HttpClient::Loop::startWaiting(Server& server) {
    while (server.running < server.most && !server.waiting.empty()) {
        const Id id = server.waiting.front();
        server.waiting.pop_front();
        if (const auto found = m_transfers.find(id); found != m_transfers.end())
            launch(*found->second, server);
    }
}

/// Takes a running transfer off libcurl.
void HttpClient::Loop::leave(Transfer& transfer) {
    curl_multi_remove_handle(m_multi.get(), transfer.easy.get());
    --serverOf(transfer).running;
    curl_easy_reset(transfer.easy.get());
    if (m_idle.size() < MostIdleHandles)
        m_idle.push_back(std::move(transfer.easy));
    transfer.easy.reset();
}

void HttpClient::Loop::takeFinished() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            finished(message->easy_handle, message->data.result);
    }
}

void HttpClient::Loop::count(CURL* handle) {
    m_bytes += infoOf<curl_off_t>(handle, CURLINFO_SIZE_DOWNLOAD_T);
    m_connections += infoOf<long>(handle, CURLINFO_NUM_CONNECTS);
}

void HttpClient::Loop::finished(CURL* handle, CURLcode code) {
    Transfer& transfer = *static_cast<Transfer*>(infoOf<void*>(handle, CURLINFO_PRIVATE));
    Server& server = serverOf(transfer);
    count(handle);
    if (infoOf<long>(handle, CURLINFO_HTTP_VERSION) == CURL_HTTP_VERSION_2_0)
        server.most = std::max(m_options.maxPerHost, MostStreams);
    Transfer::Outcome outcome = transfer.finished(handle, code, m_options.maxRedirects);
    curl_multi_remove_handle(m_multi.get(), handle);
    curl_easy_reset(handle);
    if (m_idle.size() < MostIdleHandles)
        m_idle.push_back(std::move(transfer.easy));
    transfer.easy.reset();
    --server.running;
    startWaiting(server);
    if (auto* again = std::get_if<Transfer::Again>(&outcome)) {
        retry(transfer, std::move(*again));
    } else if (std::holds_alternative<Transfer::Redirected>(outcome)) {
        start(transfer);
    } else if (std::holds_alternative<Transfer::Saving>(outcome)) {
        save(transfer);
    } else {
        auto& result = std::get<base::Result<Response>>(outcome);
        if (result.ok())
            server.patience = std::min(MostPatience, server.patience + PatienceOfSuccess);
        finish(transfer.id(), std::move(result));
    }
}

void HttpClient::Loop::save(Transfer& transfer) {
    transfer.state = Transfer::State::Saving;
    m_disk->post([this, &transfer] {
        base::Result<Response> saved = transfer.save();
        const std::lock_guard lock(m_mutex);
        m_saved.emplace_back(transfer.id(), std::move(saved));
        curl_multi_wakeup(m_multi.get());
    });
}

void HttpClient::Loop::takeSaved() {
    std::vector<std::pair<Id, base::Result<Response>>> saved;
    {
        const std::lock_guard lock(m_mutex);
        saved.swap(m_saved);
    }
    for (auto& [id, result] : saved)
        finish(id, std::move(result));
}

bool HttpClient::Loop::mayRetry(const Transfer& transfer, bool manyTimes, Server& server) const {
    const RetryPolicy& policy = m_options.retries;
    const int most = manyTimes ? policy.maxRetries : policy.maxConnectRetries;
    return transfer.idempotent() && transfer.retries < most && server.patience >= 1;
}

void HttpClient::Loop::retry(Transfer& transfer, Transfer::Again again) {
    Server& server = serverOf(transfer);
    if (!mayRetry(transfer, again.manyTimes, server)) {
        finish(transfer.id(), std::move(again.otherwise));
        return;
    }
    server.patience -= 1;
    ++transfer.retries;
    ++m_retries;
    const RetryPolicy& policy = m_options.retries;
    const RetryPolicy::Duration pause =
        policy.asked(again.retryAfter, m_options.clock())
            .value_or(policy.delay(transfer.retries, m_options.random()));
    if (m_options.onRetry)
        m_options.onRetry(pause);
    transfer.state = Transfer::State::Pausing;
    m_pauses.emplace(Steady::now() + pause, transfer.id());
}

void HttpClient::Loop::finish(Id id, base::Result<Response> result) {
    auto node = m_transfers.extract(id);
    if (!node.empty())
        node.mapped()->answer(std::move(result));
}

}  // namespace podium::http
