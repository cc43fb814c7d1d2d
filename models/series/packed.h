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
    std::uint64_t count = 0;  // all observations; 0 where only `last` is known (latestOnly)
    std::uint64_t nanCount = 0;
};

/// Reductions of a history in the store's order; `points` must not be empty. Of equal extremes the
/// first one's step is taken; where every value is NaN, the steps are that of the first point.
[[nodiscard]] Reductions reduce(std::span<const domain::MetricPoint> points);

/// What is known of a metric whose history was not read: `last`; the rest is NaN and count is 0.
[[nodiscard]] Reductions latestOnly(const domain::MetricPoint& last);

/// Packs a history, in the store's order and losslessly (NaN and infinities included), together
/// with its pyramid.
[[nodiscard]] std::string pack(std::span<const domain::MetricPoint> points);

/// The points of such a blob; DecodeFailed if it is damaged. Never reads past the blob, never
/// allocates more than the blob can hold.
[[nodiscard]] base::Result<std::vector<domain::MetricPoint>> unpack(std::string_view blob);

/// A history column by column, in the store's order; the three have the same length.
struct Columns {
    std::vector<std::int64_t> steps;
    std::vector<base::Millis> times;
    std::vector<double> values;
};

/// The same as unpack(), as columns: what a chart needs.
[[nodiscard]] base::Result<Columns> unpackColumns(std::string_view blob);

/// One block of the pyramid's base, ChunkPoints observations (the last one may have fewer). min and
/// max are over finite values; min > max if there is none.
struct Block {
    std::int64_t firstStep = 0;
    base::Millis firstTime = 0;
    double first = 0;
    double last = 0;
    double min = 0;
    double max = 0;
    std::uint32_t count = 0;
    std::uint32_t nan = 0;
    std::uint32_t plusInfinity = 0;
    std::uint32_t minusInfinity = 0;
};

inline constexpr std::size_t ChunkPoints = 256;

/// The pyramid's base, read from the chunks' heads without touching the points of long histories.
[[nodiscard]] base::Result<std::vector<Block>> overview(std::string_view blob);

}  // namespace podium::series
