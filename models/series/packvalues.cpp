// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packvalues.h"

#include "series/packbits.h"
#include "series/packed.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

namespace podium::series::format {

namespace {

constexpr std::size_t ExceptionBytes = 1 + sizeof(double);
constexpr std::uint64_t Sign64 = std::uint64_t{1} << 63U;
/// Whole numbers up to here are doubles, each of them.
constexpr double MostWhole = 9007199254740992.0;

/// Powers of ten that are doubles, so that a division by one is a correctly rounded decimal.
constexpr std::array<double, ValueHead::MaxExponent + 1> Powers = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// The bits of a floating point number as a whole number of the same order.
template <typename Bits>
Bits ordered(Bits bits) {
    constexpr Bits Sign = Bits{1} << (sizeof(Bits) * 8 - 1);
    return (bits & Sign) != 0 ? static_cast<Bits>(~bits) : bits | Sign;
}
template <typename Bits>
Bits disordered(Bits number) {
    constexpr Bits Sign = Bits{1} << (sizeof(Bits) * 8 - 1);
    return (number & Sign) != 0 ? number & ~Sign : static_cast<Bits>(~number);
}

/// The bits back from their distance to a base.
template <typename Bits>
Bits bitsOf(std::uint64_t distance, const ValueHead& head) {
    if (head.variant == ValueHead::Ordered)
        return disordered(static_cast<Bits>(head.base + distance));
    const auto sign = static_cast<Bits>(static_cast<Bits>(distance & 1U) << (sizeof(Bits) * 8 - 1));
    return static_cast<Bits>(head.base + (distance >> 1U)) | sign;
}

bool same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// The whole number n with n / 10^exponent == value, bit by bit.
std::optional<std::int64_t> decimal(double value, std::uint8_t exponent) {
    const double scaled = value * Powers[exponent];
    if (!(std::abs(scaled) <= MostWhole))
        return std::nullopt;
    // By way of the whole number, which has no negative zero.
    const auto whole = static_cast<std::int64_t>(std::nearbyint(scaled));
    if (!same(static_cast<double>(whole) / Powers[exponent], value))
        return std::nullopt;
    return whole;
}

}  // namespace

std::size_t ValueHead::bytes(std::size_t points) const {
    return packedBytes(points, width) + exceptions * ExceptionBytes;
}

bool ValueHead::valid(std::size_t points) const {
    const bool whole = mode != ValueMode::Raw || (width == 64 && variant == 0);
    const unsigned variants = mode == ValueMode::Decimal ? MaxExponent : Folded;
    return width <= 64 && exceptions <= points && whole && variant <= variants;
}

/// Takes the numbers looked at as the best so far if their distances are shorter.
void ValuePacker::consider(ValueMode mode, std::uint8_t variant) {
    // Decimals are signed; the shift keeps their order. A sign that was folded in stays the last
    // bit.
    const std::uint64_t flip = mode == ValueMode::Decimal ? Sign64 : 0;
    const bool folded = mode != ValueMode::Decimal && variant == ValueHead::Folded;
    std::uint64_t least = ~std::uint64_t{0};
    for (const std::uint64_t number : numbers())
        least = std::min(least, number ^ flip);
    if (folded)
        least &= ~std::uint64_t{1};
    std::uint64_t bits = 0;
    for (const std::uint64_t number : numbers())
        bits |= (number ^ flip) - least;
    const auto width = static_cast<std::uint8_t>(std::bit_width(bits));
    if (width >= m_head.width)
        return;
    m_head.mode = mode;
    m_head.width = width;
    m_head.variant = variant;
    m_head.base = folded ? least >> 1U : least ^ flip;
    std::ranges::transform(numbers(), m_best.begin(),
                           [&](std::uint64_t number) { return (number ^ flip) - least; });
}

/// Looks at m_numbers, the bits of floats or doubles, in both variants.
void ValuePacker::considerBits(ValueMode mode, unsigned bits) {
    const std::uint64_t sign = std::uint64_t{1} << (bits - 1);
    bool negative = false;
    bool positive = false;
    for (const std::uint64_t number : numbers())
        ((number & sign) != 0 ? negative : positive) = true;
    if (negative && positive) {
        for (std::uint64_t& number : numbers())
            number = (number & ~sign) << 1U | ((number & sign) != 0 ? 1U : 0U);
        consider(mode, ValueHead::Folded);
        return;
    }
    for (std::uint64_t& number : numbers())
        number = bits == 32 ? ordered(static_cast<std::uint32_t>(number)) : ordered(number);
    consider(mode, ValueHead::Ordered);
}

bool ValuePacker::asFloats() {
    for (std::size_t i = 0; i < m_size; ++i) {
        const double value = m_values[i];
        // Beyond what a float can hold the conversion is undefined.
        if (std::isfinite(value) && !(std::abs(value) <= 3.4028234663852886e38))
            return false;
        const auto narrow = static_cast<float>(value);
        if (!same(static_cast<double>(narrow), value))
            return false;
        m_numbers[i] = std::bit_cast<std::uint32_t>(narrow);
    }
    return true;
}

bool ValuePacker::asDecimals(std::uint8_t& exponent) {
    exponent = 0;
    // What has few digits has them with a greater exponent as well: the exponent only grows.
    for (const double value : values()) {
        while (!decimal(value, exponent)) {
            if (++exponent > ValueHead::MaxExponent)
                return false;
        }
    }
    for (std::size_t i = 0; i < m_size; ++i) {
        const std::optional<std::int64_t> whole = decimal(m_values[i], exponent);
        if (!whole)
            return false;
        m_numbers[i] = static_cast<std::uint64_t>(*whole);
    }
    return true;
}

void ValuePacker::asDoubles() {
    for (std::size_t i = 0; i < m_size; ++i)
        m_numbers[i] = std::bit_cast<std::uint64_t>(m_values[i]);
}

const ValueHead& ValuePacker::measure(std::span<const double> values) {
    m_size = values.size();
    std::ranges::copy(values, m_values.begin());
    m_exceptions.clear();
    m_head = {};
    const auto finite = std::ranges::find_if(values, [](double v) { return std::isfinite(v); });
    if (finite != values.end()) {
        double before = *finite;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (std::isfinite(m_values[i])) {
                before = m_values[i];
                continue;
            }
            m_exceptions.emplace_back(static_cast<std::uint8_t>(i), m_values[i]);
            m_values[i] = before;
        }
    }
    m_head.exceptions = static_cast<std::uint16_t>(m_exceptions.size());
    if (asFloats())
        considerBits(ValueMode::Float, 32);
    std::uint8_t exponent = 0;
    if (m_head.width > 0 && asDecimals(exponent))
        consider(ValueMode::Decimal, exponent);
    if (m_head.mode == ValueMode::Raw) {
        asDoubles();
        considerBits(ValueMode::Double, 64);
    }
    if (m_head.mode != ValueMode::Raw && m_head.bytes(values.size()) < values.size_bytes())
        return m_head;
    m_head = {};
    m_exceptions.clear();
    std::ranges::transform(values, m_best.begin(),
                           [](double v) { return std::bit_cast<std::uint64_t>(v); });
    return m_head;
}

void ValuePacker::write(std::string& out) const {
    packBits(std::span(m_best).first(m_size), m_head.width, out);
    for (const auto& [place, value] : m_exceptions) {
        out.push_back(static_cast<char>(place));
        out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
}

bool readValues(const char* at, const ValueHead& head, std::span<double> out) {
    std::array<std::uint64_t, ChunkPoints> numbers;
    unpackBits(at, head.width, std::span(numbers).first(out.size()));
    switch (head.mode) {
        case ValueMode::Raw:
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = std::bit_cast<double>(numbers[i]);
            break;
        case ValueMode::Float:
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = std::bit_cast<float>(bitsOf<std::uint32_t>(numbers[i], head));
            break;
        case ValueMode::Decimal:
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = static_cast<double>(static_cast<std::int64_t>(head.base + numbers[i])) /
                         Powers[head.variant];
            break;
        case ValueMode::Double:
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = std::bit_cast<double>(bitsOf<std::uint64_t>(numbers[i], head));
            break;
    }
    at += packedBytes(out.size(), head.width);
    for (std::uint32_t i = 0; i < head.exceptions; ++i, at += ExceptionBytes) {
        const auto place = static_cast<std::uint8_t>(*at);
        if (place >= out.size())
            return false;
        std::memcpy(&out[place], at + 1, sizeof(double));
    }
    return true;
}

}  // namespace podium::series::format
