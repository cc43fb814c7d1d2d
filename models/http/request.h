// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connection.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace podium::http {

/// What is to be asked. A plain value; given to HttpClient by move.
struct Request {
    std::string method = "GET";
    std::string url;  // absolute, encoded (Url::text)
    std::vector<Header> headers;
    std::string body;  // sent if it is not empty or the method is POST, PUT or PATCH
    /// Asking twice does no harm: it is tried again as RetryPolicy says. Searches by POST are, too.
    bool idempotent = false;
    /// How to reach it and who asks; null: no credentials, no proxy, the system's certificates.
    std::shared_ptr<const Connection> connection;
    /// Instead of the connection's own, e.g. a token that was just fetched. Goes to the host of
    /// `url` alone.
    std::optional<Credentials> credentials;
    std::optional<Timeouts> timeouts;  // instead of the connection's own
    /// An answer larger than this (unpacked) is given up with HttpTooLarge; 0: no bound.
    std::int64_t maxBytes = std::int64_t{256} << 20;
    /// If set, the body of a 200 goes here: to `FILE.part` first, which is flushed to the disk and
    /// renamed when it is whole. A `FILE.part` of an earlier try that broke off is carried on if
    /// the server says that it is still the same file. `timeouts.total` does not count.
    std::filesystem::path toFile;
    /// How far it is: bytes so far, bytes in all (0 while not known). On the client's thread, at
    /// most ten times a second and once at the end.
    std::function<void(std::int64_t done, std::int64_t total)> progress;

    [[nodiscard]] static Request get(std::string url,
                                     std::shared_ptr<const Connection> connection = nullptr);
    /// A search or read by POST: idempotent, with its Content-Type.
    [[nodiscard]] static Request search(std::string url, std::string json,
                                        std::shared_ptr<const Connection> connection = nullptr);
    /// A change: never tried again once it may have reached the server.
    [[nodiscard]] static Request change(std::string method, std::string url, std::string json,
                                        std::shared_ptr<const Connection> connection = nullptr);
};

/// Where the time of the last attempt went, each from its start.
struct Timings {
    std::chrono::microseconds connected{0};
    std::chrono::microseconds firstByte{0};
    std::chrono::microseconds total{0};
};

/// What a server answered, whatever its status; a status is no error here.
struct Response {
    int status = 0;
    std::vector<Header> headers;  // of the last answer, in its order
    std::string body;             // unpacked; empty where it went to a file
    std::string url;              // that answered in the end, as shown (no secrets)
    std::string host;             // of that, with its port where it is not the usual one
    int retries = 0;
    std::int64_t bytes = 0;  // of the body, unpacked; of a file carried on: the new ones
    Timings timings;

    /// The value of a header, whatever the case of its name; empty if there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

}  // namespace podium::http
