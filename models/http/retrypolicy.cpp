// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retrypolicy.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace podium::http {

RetryPolicy RetryPolicy::none() {
    RetryPolicy policy;
    policy.maxRetries = 0;
    policy.maxConnectRetries = 0;
    return policy;
}

bool RetryPolicy::retryable(int status) {
    constexpr std::array Statuses = {408, 429, 500, 502, 503, 504};
    return std::ranges::find(Statuses, status) != Statuses.end();
}

RetryPolicy::Duration RetryPolicy::delay(int retry, double random) const {
    const double doubled = static_cast<double>(firstDelay.count()) * std::exp2(retry - 1);
    const double bound = std::min(doubled, static_cast<double>(longestDelay.count()));
    return Duration(static_cast<Duration::rep>(bound * std::clamp(random, 0.0, 1.0)));
}

std::optional<RetryPolicy::Duration> RetryPolicy::asked(std::string_view retryAfter,
                                                        base::Millis now) const {
    const std::size_t begin = retryAfter.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return std::nullopt;
    const std::string text(
        retryAfter.substr(begin, retryAfter.find_last_not_of(" \t") + 1 - begin));
    if (text.find_first_not_of("0123456789") == std::string::npos) {
        std::int64_t seconds = 0;
        const auto [end, failure] =
            std::from_chars(text.data(), text.data() + text.size(), seconds);
        const std::int64_t most = longestRetryAfter.count() / 1000 + 1;
        if (failure != std::errc() || seconds > most)
            return longestRetryAfter;  // also for numbers that do not fit
        return std::min(longestRetryAfter, Duration(seconds * 1000));
    }
    const std::time_t when = curl_getdate(text.c_str(), nullptr);
    if (when == -1)
        return std::nullopt;
    const Duration wait(static_cast<base::Millis>(when) * 1000 - now);
    return std::clamp(wait, Duration(0), longestRetryAfter);
}

}  // namespace podium::http
