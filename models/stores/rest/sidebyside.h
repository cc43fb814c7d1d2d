// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

namespace podium::stores {

/// Calls `work(i)` for 0 … count-1 on up to `threads` threads (this one among them) until one of
/// them does not succeed; that result is the outcome.
template <typename Work>
base::Result<void> sideBySide(std::size_t count, unsigned threads, const Work& work) {
    std::atomic<std::size_t> next{0};
    std::atomic<bool> ended{false};
    std::mutex mutex;
    base::Result<void> outcome;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count && !ended; i = next++) {
            const base::Result<void> result = work(i);
            if (result.ok())
                continue;
            const std::lock_guard lock(mutex);
            if (outcome.ok())
                outcome = result;
            ended = true;
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i)
        others.emplace_back(loop);
    loop();
    others.clear();
    return outcome;
}

}  // namespace podium::stores
