// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/packed.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// The values of one chunk in as few bytes as they need, bit by bit the same when read. Private to
/// the packed form of histories.
namespace podium::series::format {

/// What a value is written as: its distance to the least number of the chunk.
enum class ValueMode : std::uint8_t {
    Raw,      // no distance: the double itself
    Float,    // the bits of a float; most metrics are floats in a double
    Decimal,  // a whole number, to be divided by 10^exponent; what a program has rounded
    Double,   // the bits of the double
};

/// How the values of a chunk stand in its body: `width` bits each, then the exceptions.
struct ValueHead {
    std::uint64_t base = 0;        // the least number; signed of Decimal, a magnitude of Folded
    std::uint16_t exceptions = 0;  // values that are not finite among ones that are
    ValueMode mode = ValueMode::Raw;
    std::uint8_t width = 64;
    std::uint8_t variant = 0;  // Decimal: the exponent; Float, Double: Ordered or Folded

    static constexpr std::uint8_t MaxExponent = 15;
    static constexpr std::uint8_t Ordered = 0;
    /// Values on both sides of zero: their magnitudes, with the sign as the last bit. In order they
    /// would span all the numbers between the two that are nearest to zero.
    static constexpr std::uint8_t Folded = 1;
    [[nodiscard]] std::size_t bytes(std::size_t points) const;
    [[nodiscard]] bool valid(std::size_t points) const;
};

/// Finds the smallest way to write values and writes it.
class ValuePacker {
public:
    /// At most ChunkPoints values; looks at each.
    const ValueHead& measure(std::span<const double> values);
    /// Appends head().bytes() bytes.
    void write(std::string& out) const;

private:
    void consider(ValueMode mode, std::uint8_t variant);
    bool asFloats();
    bool asDecimals(std::uint8_t& exponent);
    void asDoubles();
    void considerBits(ValueMode mode, unsigned bits);

    [[nodiscard]] std::span<const double> values() const {
        return std::span(m_values).first(m_size);
    }
    [[nodiscard]] std::span<std::uint64_t> numbers() { return std::span(m_numbers).first(m_size); }

    // No memory is asked for: most histories are short, and there are many.
    std::size_t m_size = 0;
    std::array<double, ChunkPoints> m_values;  // an exception repeats the finite value before it
    std::array<std::uint64_t, ChunkPoints> m_numbers;  // of the way that is being looked at
    std::array<std::uint64_t, ChunkPoints> m_best;     // distances
    std::vector<std::pair<std::uint8_t, double>> m_exceptions;
    ValueHead m_head;
};

/// Reads what write() wrote: exactly head.bytes(out.size()) bytes. False if an exception stands
/// nowhere.
[[nodiscard]] bool readValues(const char* at, const ValueHead& head, std::span<double> out);

}  // namespace podium::series::format
