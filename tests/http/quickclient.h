// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QByteArray>

#include <memory>
#include <string>

namespace podium::tests {

/// Retries without waiting, two of each kind, and a Retry-After of 20 ms at most.
inline http::HttpClient::Options quick() {
    http::HttpClient::Options options;
    options.retries.maxRetries = 2;
    options.retries.maxConnectRetries = 1;
    options.retries.firstDelay = http::RetryPolicy::Duration(1);
    options.retries.longestDelay = http::RetryPolicy::Duration(1);
    options.retries.longestRetryAfter = http::RetryPolicy::Duration(20);
    return options;
}

/// A connection to the server at this URL.
inline std::shared_ptr<http::Connection> connectionTo(const std::string& url) {
    auto connection = std::make_shared<http::Connection>();
    connection->base = http::Url::parse(url).value();
    return connection;
}

/// What came of a request, for comparison: "200", "net-lost", "cancelled".
inline QByteArray outcome(const base::Result<http::Response>& result) {
    if (result.cancelled())
        return "cancelled";
    if (result.failed())
        return QByteArray::fromStdString(std::string(base::codeName(result.error().code)));
    return QByteArray::number(result.value().status);
}

/// The arguments of an error, joined by "|".
inline QByteArray argumentsOf(const base::Result<http::Response>& result) {
    QByteArray joined;
    if (!result.failed())
        return joined;
    for (const std::string& arg : result.error().args)
        joined += (joined.isEmpty() ? "" : "|") + QByteArray::fromStdString(arg);
    return joined;
}

}  // namespace podium::tests
