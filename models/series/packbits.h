// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

/// Unsigned numbers of a fixed number of bits each, one after another, the least bit first. Private
/// to the packed form of histories.
namespace podium::series::format {

[[nodiscard]] std::size_t packedBytes(std::size_t numbers, unsigned width);

/// Appends packedBytes() bytes. The width is at most 64 and holds every number.
void packBits(std::span<const std::uint64_t> numbers, unsigned width, std::string& out);
/// Reads exactly packedBytes(out.size(), width) bytes. At most ChunkPoints numbers.
void unpackBits(const char* at, unsigned width, std::span<std::uint64_t> out);

}  // namespace podium::series::format
