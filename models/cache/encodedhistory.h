// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/nametable.h"
#include "domain/entities.h"
#include "series/packed.h"

#include <cstdint>
#include <string>

namespace podium::cache {

/// A history that was fetched alone, packed by the thread that fetched it.
struct EncodedHistory {
    std::uint32_t name = 0;
    domain::Extent extent = domain::Extent::Full;
    std::string packed;
    std::string reductions;
    domain::MetricPoint last;  // MLflow's latest of these points
    std::uint64_t points = 0;
};

/// Packs a metric with at least one point. Thread safe.
[[nodiscard]] EncodedHistory encodeHistory(const domain::Metric& metric, NameTable& names);

}  // namespace podium::cache
