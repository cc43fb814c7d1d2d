// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpserver.h"

#include "tests/support/httpreplies.h"
#include "tests/support/serverconnection.h"
#include "tests/support/serversockets.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <csignal>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace podium::tests {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds SlowByte{20};

}  // namespace

/// Everything of the server. What the caller and the thread share stands under the mutex.
class HttpServer::Loop {
public:
    Loop(Handler handler, Options options);
    ~Loop();

    void wake() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t size = ::write(m_wake, &one, sizeof one);
    }
    /// Lets the thread do it and waits until it did.
    void ask(std::function<void()> what);
    void setListening(bool on);
    void dropConnections(bool on);

    int port = 0;
    mutable std::mutex mutex;
    std::shared_ptr<const Handler> handler;
    std::vector<HttpRequest> requests;
    int count = 0;
    int accepted = 0;
    int mostConnections = 0;
    int mostRequests = 0;
    const Options options;

private:
    void run();
    void accept();
    void serve(int socket, std::uint32_t events);
    void answerAll(ServerConnection& connection);
    bool answerNext(ServerConnection& connection);
    void begin(ServerConnection& connection, HttpReply reply, bool toHead);
    bool openTunnel(ServerConnection& connection, const std::string& target);
    void relay(ServerConnection& connection);
    void flush(ServerConnection& connection);
    void watch(const ServerConnection& connection, int how) const;
    void end(int socket);
    void fireTimers();
    [[nodiscard]] int untilNextTimer() const;

    SSL_CTX* m_tls;
    int m_epoll = -1;
    int m_wake = -1;
    int m_listening = -1;
    bool m_dropping = false;
    bool m_closed = false;
    int m_lastNumber = 0;
    int m_waiting = 0;  // for the delayed answer
    std::vector<std::function<void()>> m_asked;
    std::condition_variable m_didIt;
    std::unordered_map<int, std::unique_ptr<ServerConnection>> m_connections;
    std::multimap<Steady::time_point, std::pair<int, int>> m_timers;  // socket, number
    std::thread m_thread;
};

HttpServer::Loop::Loop(Handler handler_, Options options_)
    : handler(std::make_shared<const Handler>(std::move(handler_))),
      options(std::move(options_)),
      m_tls(tlsContext(options)) {
    m_epoll = epoll_create1(EPOLL_CLOEXEC);
    m_wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    m_listening = listeningSocket(0);
    port = portOf(m_listening);
    for (const int handle : {m_wake, m_listening}) {
        epoll_event event{EPOLLIN, {}};
        event.data.fd = handle;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, handle, &event);
    }
    m_thread = std::thread([this] { run(); });
}

HttpServer::Loop::~Loop() {
    ask([this] { m_closed = true; });
    m_thread.join();
    for (const int handle : {m_epoll, m_wake, m_listening}) {
        if (handle >= 0)
            close(handle);
    }
    SSL_CTX_free(m_tls);
}

void HttpServer::Loop::ask(std::function<void()> what) {
    std::unique_lock lock(mutex);
    bool done = false;
    m_asked.emplace_back([&] {
        what();
        const std::lock_guard inner(mutex);
        done = true;
        m_didIt.notify_all();
    });
    wake();
    m_didIt.wait(lock, [&] { return done; });
}

void HttpServer::Loop::setListening(bool on) {
    ask([this, on] {
        if (on && m_listening < 0) {
            m_listening = listeningSocket(port);
            epoll_event event{EPOLLIN, {}};
            event.data.fd = m_listening;
            epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listening, &event);
        } else if (!on && m_listening >= 0) {
            close(m_listening);
            m_listening = -1;
        }
    });
}

void HttpServer::Loop::dropConnections(bool on) {
    ask([this, on] {
        m_dropping = on;
        if (on) {
            while (!m_connections.empty())
                end(m_connections.begin()->first);
        }
    });
}

void HttpServer::Loop::run() {
    // OpenSSL writes to sockets that the other side has closed.
    sigset_t broken;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken, nullptr);
    std::array<epoll_event, 128> events{};
    while (!m_closed) {
        const int ready = epoll_wait(m_epoll, events.data(), events.size(), untilNextTimer());
        for (int i = 0; i < ready; ++i) {
            const epoll_event& event = events[static_cast<std::size_t>(i)];
            if (event.data.fd == m_wake) {
                std::uint64_t times = 0;
                [[maybe_unused]] const ssize_t size = ::read(m_wake, &times, sizeof times);
            } else if (event.data.fd == m_listening) {
                accept();
            } else {
                serve(event.data.fd, event.events);
            }
        }
        fireTimers();
        std::vector<std::function<void()>> asked;
        {
            const std::lock_guard lock(mutex);
            asked.swap(m_asked);
        }
        for (const auto& what : asked)
            what();
    }
    m_connections.clear();
}

void HttpServer::Loop::accept() {
    while (true) {
        const int socket = accept4(m_listening, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const int yes = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        {
            const std::lock_guard lock(mutex);
            ++accepted;
        }
        if (m_dropping) {
            close(socket);
            continue;
        }
        auto connection = std::make_unique<ServerConnection>(socket, ++m_lastNumber, m_tls);
        watch(*connection, EPOLL_CTL_ADD);
        m_connections[socket] = std::move(connection);
        const std::lock_guard lock(mutex);
        mostConnections = std::max(mostConnections, static_cast<int>(m_connections.size()));
    }
}

void HttpServer::Loop::watch(const ServerConnection& connection, int how) const {
    epoll_event event{EPOLLIN, {}};
    if (connection.wantsToWrite())
        event.events |= EPOLLOUT;
    event.data.fd = connection.socket();
    epoll_ctl(m_epoll, how, connection.socket(), &event);
}

void HttpServer::Loop::end(int socket) {
    const auto found = m_connections.find(socket);
    if (found == m_connections.end())
        return;
    const int peer = found->second->peer;
    if (found->second->delayed)
        --m_waiting;
    m_connections.erase(found);
    if (peer >= 0)
        end(peer);
}

void HttpServer::Loop::serve(int socket, std::uint32_t events) {
    const auto found = m_connections.find(socket);
    if (found == m_connections.end())
        return;
    ServerConnection& connection = *found->second;
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 && !connection.read()) {
        if (connection.peer >= 0)
            relay(connection);
        end(socket);
        return;
    }
    if (connection.peer >= 0) {
        relay(connection);
        flush(connection);
    } else {
        answerAll(connection);
    }
}

/// Everything that came goes to the other end of the tunnel.
void HttpServer::Loop::relay(ServerConnection& connection) {
    const auto other = m_connections.find(connection.peer);
    if (other == m_connections.end())
        return;
    other->second->pending += connection.in;
    connection.in.clear();
    const bool wanted = other->second->wantsToWrite();
    static_cast<void>(other->second->write());
    if (wanted != other->second->wantsToWrite())
        watch(*other->second, EPOLL_CTL_MOD);
}

void HttpServer::Loop::flush(ServerConnection& connection) {
    const bool wanted = connection.wantsToWrite();
    if (!connection.write()) {
        end(connection.socket());
        return;
    }
    if (wanted != connection.wantsToWrite())
        watch(connection, EPOLL_CTL_MOD);
}

void HttpServer::Loop::answerAll(ServerConnection& connection) {
    const int socket = connection.socket();
    const int number = connection.number();
    while (true) {
        flush(connection);
        const auto found = m_connections.find(socket);
        if (found == m_connections.end() || found->second->number() != number)
            return;
        if (!answerNext(connection))
            return;
    }
}

/// False if there is nothing to answer now.
bool HttpServer::Loop::answerNext(ServerConnection& connection) {
    HttpRequest request;
    if (connection.in.starts_with('\x16')) {  // TLS knocks
        connection.refuse();
        return true;
    }
    if (connection.busy() || connection.delayed || connection.peer >= 0 ||
        !takeRequest(connection.in, request))
        return false;
    request.connection = connection.number();
    std::shared_ptr<const Handler> current;
    {
        const std::lock_guard lock(mutex);
        current = handler;
        ++count;
        if (options.record)
            requests.push_back(request);
    }
    if (options.proxy && request.method == "CONNECT" && openTunnel(connection, request.target))
        return true;
    HttpReply reply = (*current)(request);
    const bool toHead = request.method == "HEAD";
    if (reply.delay.count() == 0) {
        begin(connection, std::move(reply), toHead);
        return true;
    }
    m_timers.emplace(Steady::now() + reply.delay,
                     std::pair(connection.socket(), connection.number()));
    connection.delayed = std::move(reply);
    connection.delayedToHead = toHead;
    ++m_waiting;
    const std::lock_guard lock(mutex);
    mostRequests = std::max(mostRequests, m_waiting);
    return false;
}

void HttpServer::Loop::begin(ServerConnection& connection, HttpReply reply, bool toHead) {
    connection.begin(std::move(reply), toHead);
    if (connection.slow())
        m_timers.emplace(Steady::now() + SlowByte,
                         std::pair(connection.socket(), connection.number()));
}

bool HttpServer::Loop::openTunnel(ServerConnection& connection, const std::string& target) {
    const std::size_t colon = target.rfind(':');
    const std::string host = target.substr(0, colon);
    if (colon == std::string::npos || (host != "localhost" && host != "127.0.0.1"))
        return false;  // the handler says what becomes of it
    const sockaddr_in address = loopback(std::stoi(target.substr(colon + 1)));
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(socket);
        return false;
    }
    auto other = std::make_unique<ServerConnection>(socket, -connection.number(), nullptr);
    other->peer = connection.socket();
    connection.peer = socket;
    connection.pending += "HTTP/1.1 200 Connection established\r\n\r\n";
    watch(*other, EPOLL_CTL_ADD);
    m_connections[socket] = std::move(other);
    return true;
}

int HttpServer::Loop::untilNextTimer() const {
    if (m_timers.empty())
        return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_timers.begin()->first - Steady::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

void HttpServer::Loop::fireTimers() {
    const auto now = Steady::now();
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        const auto [socket, number] = m_timers.begin()->second;
        m_timers.erase(m_timers.begin());
        const auto found = m_connections.find(socket);
        if (found == m_connections.end() || found->second->number() != number)
            continue;
        ServerConnection& connection = *found->second;
        if (connection.delayed) {
            HttpReply reply = std::move(*connection.delayed);
            connection.delayed.reset();
            --m_waiting;
            begin(connection, std::move(reply), connection.delayedToHead);
        } else if (connection.slow()) {
            connection.slowStep();
            if (connection.slow())
                m_timers.emplace(now + SlowByte, std::pair(socket, number));
        }
        answerAll(connection);
    }
}

HttpServer::HttpServer(Handler handler) : HttpServer(std::move(handler), Options()) {}

HttpServer::HttpServer(Handler handler, Options options)
    : m_loop(std::make_unique<Loop>(std::move(handler), std::move(options))) {}

HttpServer::~HttpServer() = default;

int HttpServer::port() const {
    return m_loop->port;
}

std::string HttpServer::url(std::string_view path) const {
    const char* base =
        m_loop->options.identity != nullptr ? "https://localhost:" : "http://127.0.0.1:";
    return base + std::to_string(port()) + std::string(path);
}

void HttpServer::setHandler(Handler handler) {
    const std::lock_guard lock(m_loop->mutex);
    m_loop->handler = std::make_shared<const Handler>(std::move(handler));
}

void HttpServer::dropConnections(bool on) {
    m_loop->dropConnections(on);
}

void HttpServer::setListening(bool on) {
    m_loop->setListening(on);
}

std::vector<HttpRequest> HttpServer::requests() const {
    const std::lock_guard lock(m_loop->mutex);
    return m_loop->requests;
}

int HttpServer::count() const {
    const std::lock_guard lock(m_loop->mutex);
    return m_loop->count;
}

int HttpServer::connections() const {
    const std::lock_guard lock(m_loop->mutex);
    return m_loop->accepted;
}

int HttpServer::mostConnections() const {
    const std::lock_guard lock(m_loop->mutex);
    return m_loop->mostConnections;
}

int HttpServer::mostRequests() const {
    const std::lock_guard lock(m_loop->mutex);
    return m_loop->mostRequests;
}

void HttpServer::forget() {
    const std::lock_guard lock(m_loop->mutex);
    m_loop->requests.clear();
    m_loop->count = 0;
    m_loop->accepted = 0;
    m_loop->mostConnections = 0;
    m_loop->mostRequests = 0;
}

}  // namespace podium::tests
