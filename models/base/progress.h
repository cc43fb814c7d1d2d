// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace podium::base {

/// How far a long job is. Written by its workers, read by anybody at any time; no lock, no
/// callback.
struct Progress {
    std::atomic<std::int64_t> done{0};   // in the job's own unit (runs, files, bytes)
    std::atomic<std::int64_t> total{0};  // 0 while not known
    std::atomic<std::int64_t> files{0};
    std::atomic<std::int64_t> bytes{0};
};

}  // namespace podium::base
