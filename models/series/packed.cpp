// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"

#include "series/packformat.h"

#include <array>
#include <cstring>

namespace podium::series {

namespace {

using namespace format;

std::size_t varintSize(std::uint64_t value) {
    return static_cast<std::size_t>(std::bit_width(value | 1) + 6) / 7;
}

template <std::int64_t domain::MetricPoint::*Member>
std::int64_t delta(Points points, std::size_t i) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(points[i].*Member) -
                                     static_cast<std::uint64_t>(points[i - 1].*Member));
}

template <std::int64_t domain::MetricPoint::*Member>
ColumnHead measureColumn(Points points) {
    ColumnHead head;
    head.first = points[0].*Member;
    if (points.size() == 1)
        return head;
    std::int64_t least = delta<Member>(points, 1);
    std::int64_t greatest = least;
    for (std::size_t i = 2; i < points.size(); ++i) {
        const std::int64_t d = delta<Member>(points, i);
        least = std::min(least, d);
        greatest = std::max(greatest, d);
    }
    head.least = least;
    const std::uint64_t span =
        static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(least);
    const auto bits = std::bit_width(span);
    head.width = bits == 0 ? 0 : bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    return head;
}

std::size_t headSize(const ColumnHead& head, std::size_t points) {
    return varintSize(zigzag(head.first)) + (points > 1 ? 1 + varintSize(zigzag(head.least)) : 0);
}

std::size_t chunkSize(const ChunkHead& head, std::size_t points, bool withBlock) {
    std::size_t size = headSize(head.steps, points) + headSize(head.times, points);
    if (withBlock)
        size += 2 * sizeof(double) + varintSize(head.nan) + varintSize(head.plusInfinity) +
                varintSize(head.minusInfinity);
    return size + (points - 1) * (std::size_t{head.steps.width} + head.times.width) +
           points * sizeof(double);
}

/// Writes into a buffer that is known to be large enough.
class Writer {
public:
    explicit Writer(char* out) : m_out(out) {}

    void byte(std::uint8_t value) { *m_out++ = static_cast<char>(value); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    void number(double value) {
        std::memcpy(m_out, &value, sizeof value);
        m_out += sizeof value;
    }
    void head(const ColumnHead& head, std::size_t points) {
        varint(zigzag(head.first));
        if (points == 1)
            return;
        byte(head.width);
        varint(zigzag(head.least));
    }
    template <std::int64_t domain::MetricPoint::*Member>
    void offsets(Points points, const ColumnHead& head) {
        switch (head.width) {
            case 1:
                return offsetsOf<std::uint8_t, Member>(points, head.least);
            case 2:
                return offsetsOf<std::uint16_t, Member>(points, head.least);
            case 4:
                return offsetsOf<std::uint32_t, Member>(points, head.least);
            case 8:
                return offsetsOf<std::uint64_t, Member>(points, head.least);
            default:
                return;
        }
    }
    void values(Points points) {
        for (const domain::MetricPoint& point : points)
            number(point.value);
    }

private:
    template <typename Offset, std::int64_t domain::MetricPoint::*Member>
    void offsetsOf(Points points, std::int64_t least) {
        for (std::size_t i = 1; i < points.size(); ++i) {
            const auto offset =
                static_cast<Offset>(static_cast<std::uint64_t>(delta<Member>(points, i)) -
                                    static_cast<std::uint64_t>(least));
            std::memcpy(m_out, &offset, sizeof offset);
            m_out += sizeof offset;
        }
    }

    char* m_out;
};

}  // namespace

std::string pack(std::span<const domain::MetricPoint> points) {
    const bool withBlocks = points.size() > ChunkPoints;
    const std::size_t chunks = chunkCount(points.size());
    std::array<ChunkHead, 1> single;
    std::vector<ChunkHead> many(withBlocks ? chunks : 0);
    const std::span<ChunkHead> heads = withBlocks ? std::span<ChunkHead>(many) : single;

    std::size_t size = 1 + varintSize(points.size());
    for (std::size_t c = 0; c < chunks; ++c) {
        const Points part =
            points.subspan(c * ChunkPoints, std::min(ChunkPoints, points.size() - c * ChunkPoints));
        heads[c].steps = measureColumn<&domain::MetricPoint::step>(part);
        heads[c].times = measureColumn<&domain::MetricPoint::timestamp>(part);
        if (withBlocks)
            measureValues(part, heads[c]);
        size += chunkSize(heads[c], part.size(), withBlocks);
    }

    std::string blob(size, '\0');
    Writer writer(blob.data());
    writer.byte(Form);
    writer.varint(points.size());
    for (std::size_t c = 0; c < chunks; ++c) {
        const Points part =
            points.subspan(c * ChunkPoints, std::min(ChunkPoints, points.size() - c * ChunkPoints));
        const ChunkHead& head = heads[c];
        writer.head(head.steps, part.size());
        writer.head(head.times, part.size());
        if (withBlocks) {
            writer.number(head.min);
            writer.number(head.max);
            writer.varint(head.nan);
            writer.varint(head.plusInfinity);
            writer.varint(head.minusInfinity);
        }
        writer.offsets<&domain::MetricPoint::step>(part, head.steps);
        writer.offsets<&domain::MetricPoint::timestamp>(part, head.times);
        writer.values(part);
    }
    return blob;
}

}  // namespace podium::series
