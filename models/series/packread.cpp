// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packread.h"

#include "series/packbits.h"

#include <algorithm>
#include <array>

namespace podium::series::format {

namespace {

/// A head is some bytes at least.
constexpr std::size_t LeastHead = 4;

void readColumn(const char* at, std::size_t points, const ColumnHead& head, std::uint8_t width,
                std::int64_t* out) {
    auto value = static_cast<std::uint64_t>(head.first);
    const auto least = static_cast<std::uint64_t>(head.least);
    out[0] = head.first;
    if (width == 0) {
        for (std::size_t i = 1; i < points; ++i)
            out[i] = static_cast<std::int64_t>(value += least);
        return;
    }
    std::array<std::uint64_t, ChunkPoints> offsets;
    unpackBits(at, width, std::span(offsets).first(points - 1));
    for (std::size_t i = 1; i < points; ++i)
        out[i] = static_cast<std::int64_t>(value += least + offsets[i - 1]);
}

}  // namespace

std::optional<Preamble> readPreamble(std::string_view blob, std::size_t blobSize) {
    Reader reader(blob);
    Preamble preamble;
    preamble.form = reader.byte();
    preamble.count = reader.varint();
    if (preamble.form == Form && preamble.isLong()) {
        preamble.headBytes = reader.raw<std::uint64_t>();
        preamble.headSum = reader.raw<std::uint64_t>();
    }
    preamble.size = blob.size() - reader.left();
    if (!reader.ok() || (preamble.form != Form && !preamble.isRaw()) || blobSize < preamble.size)
        return std::nullopt;
    // A count beyond what the bytes can hold is a lie, and nothing may be allocated for it.
    const std::size_t left = blobSize - preamble.size;
    if (preamble.count >
            (preamble.isRaw() ? left / sizeof(double) : left / LeastHead * ChunkPoints) ||
        preamble.headBytes > left)
        return std::nullopt;
    return preamble;
}

std::optional<std::vector<ChunkHead>> readHeads(std::string_view bytes, const Preamble& preamble,
                                                std::size_t& used) {
    Reader reader(bytes);
    HeadReader heads(reader, preamble);
    std::vector<ChunkHead> out;
    out.reserve(std::min(chunkCount(preamble.count), bytes.size() / LeastHead));
    for (std::size_t left = preamble.count; left > 0 && reader.ok();) {
        const std::size_t points = std::min(left, ChunkPoints);
        out.push_back(heads.read(points));
        left -= points;
    }
    used = bytes.size() - reader.left();
    const bool counted = !preamble.isLong() || preamble.headBytes == used;
    return reader.ok() && counted ? std::optional(std::move(out)) : std::nullopt;
}

std::size_t bodyBytes(const ChunkHead& head, std::size_t points) {
    return packedBytes(points - 1, head.stepBits) + packedBytes(points - 1, head.timeBits) +
           head.values.bytes(points);
}

bool readBody(const char* body, const ChunkHead& head, std::size_t points, std::int64_t* steps,
              std::int64_t* times, double* values) {
    if (steps != nullptr)
        readColumn(body, points, head.steps, head.stepBits, steps);
    body += packedBytes(points - 1, head.stepBits);
    if (times != nullptr)
        readColumn(body, points, head.times, head.timeBits, times);
    body += packedBytes(points - 1, head.timeBits);
    return values == nullptr || readValues(body, head.values, std::span(values, points));
}

}  // namespace podium::series::format
