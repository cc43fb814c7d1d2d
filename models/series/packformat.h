// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packed.h"
#include "series/packvalues.h"

#include <bit>
#include <limits>

// The blob, little-endian; every chunk can be read by itself:
//   byte    form
//   varint  number of points
//   chunks  of ChunkPoints points, the last one shorter
// Form 2, which is written: the heads of all chunks, then their bodies in the same order. So the
// heads, a twentieth of the whole at most, are an index of it.
//   head of steps, head of times:
//     zigzag varint  first value
//     if the chunk has more than one point:
//       byte            bits per offset: at most 64
//       zigzag varint   least delta between neighbours
//       zigzag varint   last value - first value, only in histories of more than one chunk
//   head of values:
//     byte            mode, variant * 4, 128 if there are exceptions
//     byte            bits per distance
//     base            Float: 4 bytes, Decimal: zigzag varint, Double: 8 bytes
//     varint          exceptions, if there are some
//   only in histories of more than one chunk:
//     double first, last; double min, max over finite values; varint NaN, +Infinity, -Infinity
//   body:
//     offsets of steps, offsets of times: delta - least delta, for every point but the first
//     distances of values, then the exceptions: a byte of the place and a double each
// Form 1, which caches of before have: every head directly before its body; offsets of 0, 1, 2, 4
// or 8 bytes, their number in the place of that of bits; no last values; values are raw doubles.
// Deltas and distances wrap around 2^64, so that any two int64 values may be neighbours.

/// What the writer and the reader of the blob share; nobody else includes it.
namespace podium::series::format {

static_assert(std::endian::native == std::endian::little, "the packed form is little-endian");

inline constexpr std::uint8_t RawForm = 1;
inline constexpr std::uint8_t Form = 2;
inline constexpr std::size_t MaxVarint = 10;
inline constexpr std::uint8_t ExceptionFlag = 0x80;

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
    std::int64_t span = 0;  // last - first
    unsigned width = 0;     // bits
};

/// What stands before the points of a chunk.
struct ChunkHead {
    ColumnHead steps;
    ColumnHead times;
    ValueHead values;
    double first = 0;
    double last = 0;
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    std::uint32_t nan = 0;
    std::uint32_t plusInfinity = 0;
    std::uint32_t minusInfinity = 0;
};

/// Counts what is not finite, bounds the rest.
void measureValues(std::span<const double> values, ChunkHead& head);

}  // namespace podium::series::format
