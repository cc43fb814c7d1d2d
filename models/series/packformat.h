// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packed.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

// The blob, little-endian; every chunk can be read by itself:
//   byte    form (1)
//   varint  number of points
//   chunk   of ChunkPoints points, the last one shorter:
//     head of steps, head of times:
//       zigzag varint  first value
//       if the chunk has more than one point:
//         byte            bytes per offset: 0, 1, 2, 4 or 8
//         zigzag varint   least delta between neighbours
//     only in histories of more than one chunk:
//       double min, double max over finite values; varint NaN, +Infinity, -Infinity
//     offsets of steps, offsets of times: delta - least delta, for every point but the first
//     values: raw doubles
// Deltas wrap around 2^64, so that any two int64 values may be neighbours. Offsets of fixed width
// are as small as varints for real histories (regular steps take no byte at all) and several times
// faster to read.

/// What the writer and the reader of the blob share; nobody else includes it.
namespace podium::series::format {

static_assert(std::endian::native == std::endian::little, "the packed form is little-endian");

inline constexpr std::uint8_t Form = 1;
inline constexpr std::size_t MaxVarint = 10;

inline std::uint64_t zigzag(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return (bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0);
}

inline std::int64_t unzigzag(std::uint64_t bits) {
    return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

inline std::size_t chunkCount(std::size_t points) {
    return (points + ChunkPoints - 1) / ChunkPoints;
}

/// Delta and frame of reference of one column of one chunk.
struct ColumnHead {
    std::int64_t first = 0;
    std::int64_t least = 0;
    std::uint8_t width = 0;
};

/// What stands before the points of a chunk.
struct ChunkHead {
    ColumnHead steps;
    ColumnHead times;
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    std::uint32_t nan = 0;
    std::uint32_t plusInfinity = 0;
    std::uint32_t minusInfinity = 0;
};

using Points = std::span<const domain::MetricPoint>;

/// Counts what is not finite, bounds the rest.
inline void measureValues(Points points, ChunkHead& head) {
    for (const domain::MetricPoint& point : points) {
        const double value = point.value;
        if (std::isfinite(value)) [[likely]] {
            head.min = value < head.min ? value : head.min;
            head.max = value > head.max ? value : head.max;
        } else if (std::isnan(value)) {
            ++head.nan;
        } else {
            ++(value > 0 ? head.plusInfinity : head.minusInfinity);
        }
    }
}

}  // namespace podium::series::format
