// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packed.h"
#include "series/packvalues.h"

#include <bit>
#include <limits>
#include <optional>
#include <string_view>

// The blob, little-endian; every chunk can be read by itself:
//   byte    form
//   varint  number of points
//   chunks  of ChunkPoints points, the last one shorter
// Form 2, which is written: the heads of all chunks, then their bodies in the same order. So the
// heads, a twentieth of the whole at most, are an index of it. In histories of more than one chunk
// two numbers of 8 bytes come before them: how many bytes the heads are, and a sum of these bytes.
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
};

/// What stands before the points of a chunk.
struct ChunkHead {
    ColumnHead steps;
    ColumnHead times;
    ValueHead values;
    std::uint8_t stepBits = 0;  // per offset
    std::uint8_t timeBits = 0;
    double first = 0;
    double last = 0;
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    std::uint16_t nan = 0;
    std::uint16_t plusInfinity = 0;
    std::uint16_t minusInfinity = 0;
};

/// Counts what is not finite, bounds the rest.
void measureValues(std::span<const double> values, ChunkHead& head);

/// What a blob says of itself before its first head.
struct Preamble {
    std::uint8_t form = Form;
    std::uint64_t count = 0;      // points
    std::uint64_t headBytes = 0;  // of all heads; 0 where they are not counted
    std::uint64_t headSum = 0;    // sumOf() them
    std::size_t size = 0;         // of the preamble

    [[nodiscard]] bool isRaw() const { return form == RawForm; }
    [[nodiscard]] bool isLong() const { return count > ChunkPoints; }
};

/// Nothing if the blob is no packed history, or can't have as many points as it says.
[[nodiscard]] std::optional<Preamble> readPreamble(std::string_view blob, std::size_t blobSize);

/// All heads of Form 2; `bytes` begin with the first one and may go on behind the last. Nothing if
/// they are cut or garbled. `used` is how many bytes they were.
[[nodiscard]] std::optional<std::vector<ChunkHead>> readHeads(std::string_view bytes,
                                                              const Preamble& preamble,
                                                              std::size_t& used);

/// Tells one index from another; not safe against anybody who wants them to be alike.
[[nodiscard]] std::uint64_t sumOf(std::string_view bytes);

/// Bytes behind the heads that a chunk has.
[[nodiscard]] std::size_t bodyBytes(const ChunkHead& head, std::size_t points);
/// Reads the columns of one chunk that have a place; `body` has bodyBytes(). False if it is
/// garbled.
[[nodiscard]] bool readBody(const char* body, const ChunkHead& head, std::size_t points,
                            std::int64_t* steps, std::int64_t* times, double* values);

}  // namespace podium::series::format
