// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace podium::http {

/// How a request is tried again that may be: exponential back-off with full jitter, so that many
/// clients do not come back at once. A plain value.
struct RetryPolicy {
    using Duration = std::chrono::milliseconds;

    int maxRetries = 7;         // as MLflow's own client
    int maxConnectRetries = 2;  // where no connection came about or nothing was heard in time
    Duration firstDelay{500};
    Duration longestDelay{30'000};
    Duration longestRetryAfter{60'000};  // a server that asks for more gets this

    [[nodiscard]] static RetryPolicy none();
    /// 408, 429, 500, 502, 503, 504: the set of MLflow's client.
    [[nodiscard]] static bool retryable(int status);
    /// How long to wait before retry number `retry` (from 1 on); `random` is in [0,1).
    [[nodiscard]] Duration delay(int retry, double random) const;
    /// What a Retry-After header asks for, in seconds or as a date, bounded; none if it says
    /// nothing that can be read.
    [[nodiscard]] std::optional<Duration> asked(std::string_view retryAfter,
                                                base::Millis now) const;
};

}  // namespace podium::http
