// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"

#include "series/packbits.h"
#include "series/packformat.h"

#include <array>
#include <cmath>
#include <cstring>

namespace podium::series {

namespace format {

void measureValues(std::span<const double> values, ChunkHead& head) {
    for (const double value : values) {
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

std::uint64_t sumOf(std::string_view bytes) {
    // Eight bytes at a time, as FNV-1a does with one.
    constexpr std::uint64_t Prime = 0x100000001B3;
    std::uint64_t sum = 0xCBF29CE484222325;
    const auto take = [&sum](std::uint64_t word) {
        sum = (sum ^ word) * Prime;
        sum ^= sum >> 32U;
    };
    for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        take(word);
    }
    for (const char byte : bytes)
        take(static_cast<std::uint8_t>(byte));
    return sum;
}

}  // namespace format

namespace {

using namespace format;
using Points = std::span<const domain::MetricPoint>;

std::uint64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
}

void putVarint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

template <typename T>
void putRaw(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void putColumnHead(std::string& out, const ColumnHead& head, std::uint8_t bits, std::size_t points,
                   bool many) {
    putVarint(out, zigzag(head.first));
    if (points > 1) {
        out.push_back(static_cast<char>(bits));
        putVarint(out, zigzag(head.least));
        if (many)
            putVarint(out, zigzag(head.span));
    }
}

void putValueHead(std::string& out, const ValueHead& head) {
    const unsigned flag = head.exceptions > 0 ? ExceptionFlag : 0U;
    out.push_back(static_cast<char>(static_cast<unsigned>(head.mode) | head.variant << 2U | flag));
    out.push_back(static_cast<char>(head.width));
    if (head.mode == ValueMode::Float)
        putRaw(out, static_cast<std::uint32_t>(head.base));
    else if (head.mode == ValueMode::Decimal)
        putVarint(out, zigzag(static_cast<std::int64_t>(head.base)));
    else if (head.mode == ValueMode::Double)
        putRaw(out, head.base);
    if (head.exceptions > 0)
        putVarint(out, head.exceptions);
}

void putBlock(std::string& out, const ChunkHead& head) {
    for (const double value : {head.first, head.last, head.min, head.max})
        putRaw(out, value);
    for (const std::uint16_t count : {head.nan, head.plusInfinity, head.minusInfinity})
        putVarint(out, count);
}

/// Writes chunk after chunk, heads and bodies apart.
class Packer {
public:
    void begin(std::size_t points) {
        m_points = points;
        m_many = points > ChunkPoints;
        m_heads.clear();
        m_bodies.clear();
        m_bodies.reserve(points * 6);
    }

    void add(Points points) {
        ChunkHead head;
        head.steps = column<&domain::MetricPoint::step>(points, head.stepBits);
        head.times = column<&domain::MetricPoint::timestamp>(points, head.timeBits);
        for (std::size_t i = 0; i < points.size(); ++i)
            m_plain[i] = points[i].value;
        const std::span<const double> values = std::span(m_plain).first(points.size());
        head.values = m_packer.measure(values);
        m_packer.write(m_bodies);
        putColumnHead(m_heads, head.steps, head.stepBits, points.size(), m_many);
        putColumnHead(m_heads, head.times, head.timeBits, points.size(), m_many);
        putValueHead(m_heads, head.values);
        if (!m_many)
            return;
        head.first = values.front();
        head.last = values.back();
        measureValues(values, head);
        putBlock(m_heads, head);
    }

    [[nodiscard]] std::string blob() const {
        std::string blob;
        blob.reserve(32 + m_heads.size() + m_bodies.size());
        blob.push_back(static_cast<char>(Form));
        putVarint(blob, m_points);
        if (m_many) {
            putRaw(blob, static_cast<std::uint64_t>(m_heads.size()));
            putRaw(blob, sumOf(m_heads));
        }
        blob += m_heads;
        blob += m_bodies;
        return blob;
    }

private:
    /// Measures a column and appends its offsets.
    template <std::int64_t domain::MetricPoint::*Member>
    ColumnHead column(Points points, std::uint8_t& width) {
        ColumnHead head;
        head.first = points.front().*Member;
        head.span = static_cast<std::int64_t>(difference(points.back().*Member, head.first));
        const std::size_t count = points.size() - 1;
        if (count == 0)
            return head;
        head.least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 0; i < count; ++i) {
            m_numbers[i] = difference(points[i + 1].*Member, points[i].*Member);
            head.least = std::min(head.least, static_cast<std::int64_t>(m_numbers[i]));
        }
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < count; ++i) {
            m_numbers[i] -= static_cast<std::uint64_t>(head.least);
            bits |= m_numbers[i];
        }
        width = static_cast<std::uint8_t>(std::bit_width(bits));
        packBits(std::span(m_numbers).first(count), width, m_bodies);
        return head;
    }

    std::size_t m_points = 0;
    bool m_many = false;
    std::string m_heads;
    std::string m_bodies;
    ValuePacker m_packer;
    std::array<std::uint64_t, ChunkPoints> m_numbers;
    std::array<double, ChunkPoints> m_plain;
};

}  // namespace

std::string pack(std::span<const domain::MetricPoint> points) {
    // Kept by the thread: a store of many short histories would spend its time on memory. What a
    // long one took is given back.
    thread_local Packer kept;
    Packer own;
    Packer& packer = points.size() > ChunkPoints ? own : kept;
    packer.begin(points.size());
    for (std::size_t at = 0; at < points.size(); at += ChunkPoints)
        packer.add(points.subspan(at, std::min(ChunkPoints, points.size() - at)));
    return packer.blob();
}

}  // namespace podium::series
