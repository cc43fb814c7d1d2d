// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/nametable.h"
#include "domain/entities.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace podium::cache {

/// A run as the cache keeps it: packed by the thread that read it, so that the one writer only
/// stores bytes.
struct EncodedRun {
    domain::Run run;  // without params, tags, metrics and inputs: those are below
    std::uint64_t fingerprint = 0;
    std::string parentId;
    std::string params;
    std::string tags;
    std::string inputs;
    std::string metrics;
    std::string history;                                        // short histories
    std::vector<std::pair<std::uint32_t, std::string>> series;  // long ones
    std::vector<std::uint32_t> metricNames;
    std::vector<std::uint32_t> paramNames;
    std::vector<std::uint32_t> tagNames;
    std::uint64_t points = 0;
    bool partial = false;         // the histories were not read, only latest values
    std::uint64_t lostBytes = 0;  // left out because a row of the cache can't hold them

    [[nodiscard]] std::size_t bytes() const;
};

/// Packs a run; the heavy part of taking it into the cache. Thread safe.
[[nodiscard]] EncodedRun encodeRun(domain::Run&& run, std::uint64_t fingerprint, NameTable& names);

}  // namespace podium::cache
