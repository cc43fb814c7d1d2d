// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/request.h"
#include "http/retrypolicy.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace podium::http {

/// Asks servers, many at a time: one thread with one multi handle of libcurl, kept connections,
/// HTTP/2 where TLS offers it. All functions may be called from any thread; callbacks run on the
/// client's own. Usually one for the whole program, owned by the composition.
///
/// Errors: UrlInvalid, NetRefused, NetNameNotFound, NetTimeout, NetLost, TlsExpired, TlsWrongHost,
/// TlsUntrusted, CertificateFile, ProxyFailed, RedirectRefused, HttpTooLarge, WriteFailed.
class HttpClient {
public:
    struct Options {
        RetryPolicy retries;
        int maxPerHost = 6;              // connections
        int maxRedirects = 5;            //
        std::function<double()> random;  // in [0,1); by default seeded by the system
        base::Clock clock;               // for Retry-After dates; by default the system's
        std::function<void(RetryPolicy::Duration)> onRetry;  // a test looks at the delays
    };
    struct Counters {
        std::int64_t requests = 0;     // attempts that went out, redirects included
        std::int64_t retries = 0;      //
        std::int64_t connections = 0;  // newly made
        std::int64_t bytes = 0;        // of bodies received, as they came (packed)
    };
    using Callback = std::function<void(base::Result<Response>)>;

    HttpClient();
    explicit HttpClient(Options options);
    /// Requests that are under way end as cancelled, their callbacks run before this returns.
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Returns at once. `done` is called exactly once, on the client's thread: it must be quick,
    /// never block, and may send again. A stop of `stop` ends the request at once, wherever it is.
    void send(Request request, std::stop_token stop, Callback done);

    /// The same, waiting for the answer. Never from a callback (it would wait for itself).
    base::Result<Response> fetch(Request request, std::stop_token stop = {});

    [[nodiscard]] Counters counters() const;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

}  // namespace podium::http
