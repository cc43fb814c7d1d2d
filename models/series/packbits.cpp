// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packbits.h"

#include "series/packed.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace podium::series::format {

std::size_t packedBytes(std::size_t numbers, unsigned width) {
    return (numbers * width + 7) / 8;
}

void packBits(std::span<const std::uint64_t> numbers, unsigned width, std::string& out) {
    const std::size_t start = out.size();
    out.resize(start + packedBytes(numbers.size(), width));
    char* at = out.data() + start;
    if (width == 64) {
        std::memcpy(at, numbers.data(), numbers.size_bytes());
        return;
    }
    std::uint64_t held = 0;
    unsigned count = 0;
    const auto put = [&at](std::uint64_t word) {
        std::memcpy(at, &word, sizeof word);
        at += sizeof word;
    };
    for (const std::uint64_t number : numbers) {
        held |= number << count;
        count += width;
        if (count >= 64) {
            put(held);
            count -= 64;
            held = count > 0 ? number >> (width - count) : 0;
        }
    }
    std::memcpy(at, &held, (count + 7) / 8);
}

void unpackBits(const char* at, unsigned width, std::span<std::uint64_t> out) {
    if (width == 0) {
        std::ranges::fill(out, 0);
        return;
    }
    const std::size_t bytes = packedBytes(out.size(), width);
    if (width == 64) {
        std::memcpy(out.data(), at, bytes);
        return;
    }
    // A copy with room behind it, so that nine bytes can be read wherever a number begins.
    constexpr std::size_t Behind = sizeof(std::uint64_t) + 1;
    std::array<char, ChunkPoints * sizeof(std::uint64_t) + Behind> room;
    std::memcpy(room.data(), at, bytes);
    std::memset(room.data() + bytes, 0, Behind);
    const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
    std::size_t bit = 0;
    // Up to this width a number is inside the eight bytes that begin with its first bit.
    constexpr unsigned Inside = 57;
    for (std::uint64_t& number : out) {
        const char* from = room.data() + bit / 8;
        std::uint64_t word = 0;
        std::memcpy(&word, from, sizeof word);
        word >>= bit % 8;
        if (width > Inside && bit % 8 > 0)
            word |= std::uint64_t{static_cast<std::uint8_t>(from[8])} << (64 - bit % 8);
        number = word & mask;
        bit += width;
    }
}

}  // namespace podium::series::format
