// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"
#include "http/curlhandles.h"
#include "http/diskthread.h"
#include "http/transfer.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace podium::http {

/// The thread of an HttpClient and everything on it. Other threads only put requests and stops into
/// lists and wake it up.
class HttpClient::Loop {
public:
    explicit Loop(Options options);
    ~Loop();

    void send(Request request, std::stop_token stop, Callback done);
    [[nodiscard]] Counters counters() const;

private:
    using Id = Transfer::Id;
    using Steady = Transfer::Steady;

    /// A server: how much it is asked at a time, and how much patience is left with it.
    struct Server {
        int running = 0;
        int most = 0;  // transfers at a time; more once it speaks HTTP/2
        double patience = MostPatience;
        std::deque<Id> waiting;
    };

    void run();
    void takeNew();
    void takeStops();
    void takeSaved();
    void takeFinished();
    void endPauses();
    [[nodiscard]] int untilNextPauseEnds() const;
    void stopAll();

    void start(Transfer& transfer);
    void launch(Transfer& transfer, Server& server);
    void startWaiting(Server& server);
    void leave(Transfer& transfer);
    void finished(CURL* handle, CURLcode code);
    void save(Transfer& transfer);
    void retry(Transfer& transfer, Transfer::Again again);
    [[nodiscard]] bool mayRetry(const Transfer& transfer, bool manyTimes, Server& server) const;
    void finish(Id id, base::Result<Response> result);
    void stopped(Id id);
    void count(CURL* handle);
    [[nodiscard]] Server& serverOf(const Transfer& transfer);
    [[nodiscard]] EasyHandle easy();

    /// Retries that a server gets while nothing succeeds there, over all requests to it: when it is
    /// down, many requests must not become many more.
    static constexpr double MostPatience = 20;
    static constexpr double PatienceOfSuccess = 0.5;

    Options m_options;
    MultiHandle m_multi;

    std::mutex m_mutex;  // the four below
    std::vector<std::unique_ptr<Transfer>> m_new;
    std::vector<Id> m_stops;
    std::vector<std::pair<Id, base::Result<Response>>> m_saved;
    bool m_closed = false;

    std::unordered_map<Id, std::unique_ptr<Transfer>> m_transfers;
    std::map<std::string, Server> m_servers;
    std::multimap<Steady::time_point, Id> m_pauses;
    std::vector<EasyHandle> m_idle;
    std::unique_ptr<DiskThread> m_disk = std::make_unique<DiskThread>();

    std::atomic<Id> m_lastId{0};
    std::atomic<std::int64_t> m_requests{0};
    std::atomic<std::int64_t> m_retries{0};
    std::atomic<std::int64_t> m_connections{0};
    std::atomic<std::int64_t> m_bytes{0};

    std::thread m_thread;
};

}  // namespace podium::http
