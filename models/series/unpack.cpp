// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"
#include "series/packformat.h"

#include <array>
#include <cstring>
#include <optional>
#include <type_traits>

namespace podium::series {

namespace {

using namespace format;

/// Reads with every bound checked; after a failed read `ok()` is false and reads give 0.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_at(bytes.data()), m_end(m_at + bytes.size()) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }

    std::uint8_t byte() {
        const char* at = take(1);
        return at == nullptr ? std::uint8_t{0} : static_cast<std::uint8_t>(*at);
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < MaxVarint; ++i) {
            const std::uint8_t next = byte();
            value |= std::uint64_t{next & 0x7FU} << (7 * i);
            if (next < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    double number() {
        double value = 0;
        if (const char* at = take(sizeof value))
            std::memcpy(&value, at, sizeof value);
        return value;
    }
    /// The next bytes, or nullptr if there are not so many.
    const char* take(std::size_t bytes) {
        if (!m_ok || left() < bytes) {
            m_ok = false;
            return nullptr;
        }
        const char* at = m_at;
        m_at += bytes;
        return at;
    }
    void fail() { m_ok = false; }

private:
    const char* m_at;
    const char* m_end;
    bool m_ok = true;
};

ColumnHead readColumnHead(Reader& reader, std::size_t points) {
    ColumnHead head;
    head.first = unzigzag(reader.varint());
    if (points == 1)
        return head;
    head.width = reader.byte();
    if (head.width > 8 || !std::has_single_bit(head.width | (head.width == 0 ? 1U : 0U)))
        reader.fail();
    head.least = unzigzag(reader.varint());
    return head;
}

/// A chunk found in a blob; the pointers are into it and cover what the heads promise.
struct Chunk {
    ChunkHead head;
    std::size_t points = 0;
    const char* steps = nullptr;
    const char* times = nullptr;
    const char* values = nullptr;
};

base::Error damaged(std::string_view why) {
    return {base::ErrorCode::DecodeFailed, {std::string(), std::string(why)}};
}

/// Walks the chunks of a blob.
class Walker {
public:
    explicit Walker(std::string_view blob) : m_reader(blob) {
        m_valid = m_reader.byte() == Form;
        const std::uint64_t count = m_reader.varint();
        // Eight bytes a value: a count beyond that is a lie, and nothing may be allocated for it.
        m_valid = m_valid && m_reader.ok() && count <= m_reader.left() / sizeof(double);
        m_count = m_valid ? static_cast<std::size_t>(count) : 0;
        m_left = m_count;
    }

    [[nodiscard]] bool valid() const { return m_valid; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] bool atEnd() const { return m_left == 0; }
    [[nodiscard]] bool cleanEnd() const { return m_reader.ok() && m_reader.left() == 0; }

    std::optional<Chunk> next() {
        Chunk chunk;
        chunk.points = std::min(m_left, ChunkPoints);
        ChunkHead& head = chunk.head;
        head.steps = readColumnHead(m_reader, chunk.points);
        head.times = readColumnHead(m_reader, chunk.points);
        if (m_count > ChunkPoints)
            readBlock(head, chunk.points);
        if (!m_reader.ok())
            return std::nullopt;
        chunk.steps = m_reader.take((chunk.points - 1) * head.steps.width);
        chunk.times = m_reader.take((chunk.points - 1) * head.times.width);
        chunk.values = m_reader.take(chunk.points * sizeof(double));
        if (!m_reader.ok())
            return std::nullopt;
        m_left -= chunk.points;
        return chunk;
    }

private:
    void readBlock(ChunkHead& head, std::size_t points) {
        head.min = m_reader.number();
        head.max = m_reader.number();
        const std::array counts = {m_reader.varint(), m_reader.varint(), m_reader.varint()};
        std::uint64_t left = points;
        for (const std::uint64_t count : counts) {
            if (count > left) {
                m_reader.fail();
                return;
            }
            left -= count;
        }
        head.nan = static_cast<std::uint32_t>(counts[0]);
        head.plusInfinity = static_cast<std::uint32_t>(counts[1]);
        head.minusInfinity = static_cast<std::uint32_t>(counts[2]);
    }

    Reader m_reader;
    bool m_valid = false;
    std::size_t m_count = 0;
    std::size_t m_left = 0;
};

/// Gives put(i, value) for every point of one column of a chunk.
template <typename Offset, typename Put>
void readOffsets(const char* at, std::size_t points, const ColumnHead& head, Put put) {
    auto value = static_cast<std::uint64_t>(head.first);
    const auto least = static_cast<std::uint64_t>(head.least);
    put(std::size_t{0}, head.first);
    for (std::size_t i = 1; i < points; ++i) {
        if constexpr (std::is_void_v<Offset>) {
            value += least;
        } else {
            Offset offset{};
            std::memcpy(&offset, at + (i - 1) * sizeof(Offset), sizeof(Offset));
            value += least + offset;
        }
        put(i, static_cast<std::int64_t>(value));
    }
}

template <typename Put>
void readColumn(const char* at, std::size_t points, const ColumnHead& head, Put put) {
    switch (head.width) {
        case 1:
            return readOffsets<std::uint8_t>(at, points, head, put);
        case 2:
            return readOffsets<std::uint16_t>(at, points, head, put);
        case 4:
            return readOffsets<std::uint32_t>(at, points, head, put);
        case 8:
            return readOffsets<std::uint64_t>(at, points, head, put);
        default:
            return readOffsets<void>(at, points, head, put);
    }
}

}  // namespace

base::Result<std::vector<domain::MetricPoint>> unpack(std::string_view blob) {
    Walker walker(blob);
    if (!walker.valid())
        return damaged("not a packed history");
    std::vector<domain::MetricPoint> points(walker.count());
    for (std::size_t at = 0; !walker.atEnd();) {
        const std::optional<Chunk> chunk = walker.next();
        if (!chunk)
            return damaged("packed history is cut or garbled");
        domain::MetricPoint* out = points.data() + at;
        readColumn(chunk->steps, chunk->points, chunk->head.steps,
                   [out](std::size_t i, std::int64_t step) { out[i].step = step; });
        readColumn(chunk->times, chunk->points, chunk->head.times,
                   [out](std::size_t i, std::int64_t time) { out[i].timestamp = time; });
        for (std::size_t i = 0; i < chunk->points; ++i)
            std::memcpy(&out[i].value, chunk->values + i * sizeof(double), sizeof(double));
        at += chunk->points;
    }
    if (!walker.cleanEnd())
        return damaged("packed history is too long");
    return points;
}

base::Result<Columns> unpackColumns(std::string_view blob) {
    Walker walker(blob);
    if (!walker.valid())
        return damaged("not a packed history");
    Columns columns;
    columns.steps.resize(walker.count());
    columns.times.resize(walker.count());
    columns.values.resize(walker.count());
    for (std::size_t at = 0; !walker.atEnd();) {
        const std::optional<Chunk> chunk = walker.next();
        if (!chunk)
            return damaged("packed history is cut or garbled");
        std::int64_t* steps = columns.steps.data() + at;
        std::int64_t* times = columns.times.data() + at;
        readColumn(chunk->steps, chunk->points, chunk->head.steps,
                   [steps](std::size_t i, std::int64_t step) { steps[i] = step; });
        readColumn(chunk->times, chunk->points, chunk->head.times,
                   [times](std::size_t i, std::int64_t time) { times[i] = time; });
        std::memcpy(columns.values.data() + at, chunk->values, chunk->points * sizeof(double));
        at += chunk->points;
    }
    if (!walker.cleanEnd())
        return damaged("packed history is too long");
    return columns;
}

base::Result<std::vector<Block>> overview(std::string_view blob) {
    Walker walker(blob);
    if (!walker.valid())
        return damaged("not a packed history");
    std::vector<Block> blocks;
    blocks.reserve(chunkCount(walker.count()));
    while (!walker.atEnd()) {
        std::optional<Chunk> chunk = walker.next();
        if (!chunk)
            return damaged("packed history is cut or garbled");
        ChunkHead& head = chunk->head;
        if (walker.count() <= ChunkPoints) {
            std::array<domain::MetricPoint, ChunkPoints> points;
            for (std::size_t i = 0; i < chunk->points; ++i)
                std::memcpy(&points[i].value, chunk->values + i * sizeof(double), sizeof(double));
            measureValues(Points(points).first(chunk->points), head);
        }
        Block block{head.steps.first,  head.times.first,  0, 0, head.min, head.max, 0, head.nan,
                    head.plusInfinity, head.minusInfinity};
        block.count = static_cast<std::uint32_t>(chunk->points);
        std::memcpy(&block.first, chunk->values, sizeof(double));
        std::memcpy(&block.last, chunk->values + (chunk->points - 1) * sizeof(double),
                    sizeof(double));
        blocks.push_back(block);
    }
    if (!walker.cleanEnd())
        return damaged("packed history is too long");
    return blocks;
}

}  // namespace podium::series
