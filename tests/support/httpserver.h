// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace podium::tests {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// What a client asked of an HttpServer.
struct HttpRequest {
    std::string method;
    std::string target;  // as it came, e.g. "/api/2.0/mlflow/runs/get?run_id=1"
    HttpHeaders headers;
    std::string body;
    int connection = 0;  // from 1 on: which of the server's connections it came by

    [[nodiscard]] std::string path() const;   // of the target, still encoded
    [[nodiscard]] std::string query() const;  // without the `?`, still encoded
    /// The first value of the parameter in the query, decoded; empty if there is none.
    [[nodiscard]] std::string parameter(std::string_view name) const;
    /// The value, whatever the case of the name; empty if there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// How an answer goes wrong.
enum class Fault {
    None,
    Silence,          // nothing is said, the connection stays
    CloseBeforeHead,  // the connection ends without a byte
    Reset,            // the connection is reset without a byte
    SlowHead,         // the head comes one byte every 20 ms
    CutInHead,        // the connection ends within the head
    StopInBody,       // after `faultAfter` bytes of the body nothing more comes
    CutInBody,        // after `faultAfter` bytes of the body the connection ends
    Endless           // the body is repeated for ever
};

/// An answer. Content-Length (or chunks) is added; everything else is as given.
struct HttpReply {
    int status = 200;
    HttpHeaders headers;
    std::shared_ptr<const std::string> body;
    Fault fault = Fault::None;
    std::int64_t faultAfter = 0;         // bytes of the body
    std::int64_t repeatTo = 0;           // the body is repeated up to so many bytes
    std::int64_t declaredLength = -1;    // a Content-Length that is not true
    bool chunked = false;                // in chunks instead of by length
    bool close = false;                  // the connection ends after the answer
    std::chrono::milliseconds delay{0};  // before the first byte
    /// The whole answer, head included, as it goes out; then nothing above but `delay` counts.
    std::shared_ptr<const std::string> wire;

    [[nodiscard]] static HttpReply json(std::string text, int status = 200);
    [[nodiscard]] static HttpReply text(std::string text, int status = 200,
                                        std::string type = "text/plain");
    [[nodiscard]] static HttpReply redirect(std::string location, int status = 302);
    [[nodiscard]] static HttpReply failing(Fault fault, std::string body = {});
    /// Head and body once put together, to be given again and again at little cost.
    [[nodiscard]] HttpReply precomputed() const;
    [[nodiscard]] HttpReply with(std::string name, std::string value) const;
};

/// An HTTP/1.1 server on 127.0.0.1 which says what its handler says and misbehaves as told. One
/// thread of its own (epoll), where the handler runs: it must not block. All functions may be
/// called from any thread. Kept connections and pipelined requests are answered in order. Carries
/// no Qt.
class HttpServer {
public:
    using Handler = std::function<HttpReply(const HttpRequest&)>;
    struct Options {
        const ServerIdentity* identity = nullptr;  // TLS with this certificate
        std::string clientCa;                      // PEM: clients must show a certificate of it
        bool proxy = false;  // CONNECT is granted, and http://… targets reach the handler
        bool record = true;  // requests are kept; off where many come
    };

    explicit HttpServer(Handler handler);
    HttpServer(Handler handler, Options options);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] int port() const;
    /// "http://127.0.0.1:PORT" + path ("https://localhost:PORT" with TLS).
    [[nodiscard]] std::string url(std::string_view path = {}) const;

    void setHandler(Handler handler);
    /// Connections are accepted and closed at once, those that are open end, too.
    void dropConnections(bool on);
    /// No socket listens any more (connections are refused), or again at the same port.
    void setListening(bool on);

    [[nodiscard]] std::vector<HttpRequest> requests() const;
    [[nodiscard]] int count() const;            // of requests
    [[nodiscard]] int connections() const;      // accepted so far
    [[nodiscard]] int mostConnections() const;  // open at one time, at most
    [[nodiscard]] int mostRequests() const;     // waiting for their delayed answer at one time
    void forget();                              // requests and counts so far

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

/// A port of 127.0.0.1 on which nobody listens.
[[nodiscard]] int unusedPort();

}  // namespace podium::tests
