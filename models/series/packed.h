// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/entities.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A metric's history as one packed blob, and the numbers that stand for it in the run table.
namespace podium::series {

/// What the run table shows of a metric; computed once, when the history is taken into the cache.
/// NaN counts as a value for `last` and `first` and is left out of min, max and mean (NaN if
/// nothing is left).
struct Reductions {
    domain::MetricPoint last;  // MLflow's latest: greatest (step, timestamp, value)
    double first = 0;          // first in the store's order
    double min = 0;
    double max = 0;
    double mean = 0;
    std::int64_t minStep = 0;  // step at which min stands
    std::int64_t maxStep = 0;
    std::uint64_t count = 0;  // all observations
    std::uint64_t nanCount = 0;
};

/// Reductions of a history in the store's order; `points` must not be empty.
[[nodiscard]] Reductions reduce(std::span<const domain::MetricPoint> points);

/// Packs a history, in the store's order and losslessly (NaN and infinities included), together
/// with its pyramid.
[[nodiscard]] std::string pack(std::span<const domain::MetricPoint> points);

/// The points of such a blob; DecodeFailed if it is damaged. Never reads past the blob, never
/// allocates more than the blob can hold.
[[nodiscard]] base::Result<std::vector<domain::MetricPoint>> unpack(std::string_view blob);

}  // namespace podium::series
