// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packbits.h"
#include "series/packed.h"
#include "series/packformat.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

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
    template <typename T>
    T raw() {
        T value{};
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

base::Error damaged(std::string_view why) {
    return {base::ErrorCode::DecodeFailed, {std::string(), std::string(why)}};
}

/// A chunk found in a blob; the pointer is to its body, which covers what the head promises.
struct Chunk {
    ChunkHead head;
    std::size_t points = 0;
    const char* body = nullptr;

    [[nodiscard]] std::size_t offsetBytes(const ColumnHead& column) const {
        return packedBytes(points - 1, column.width);
    }
    [[nodiscard]] std::size_t bodyBytes() const {
        return offsetBytes(head.steps) + offsetBytes(head.times) + head.values.bytes(points);
    }
    [[nodiscard]] const char* times() const { return body + offsetBytes(head.steps); }
    [[nodiscard]] const char* values() const { return times() + offsetBytes(head.times); }
};

/// Reads the heads of chunks.
class HeadReader {
public:
    HeadReader(Reader& reader, std::uint8_t form, bool many)
        : m_reader(reader), m_raw(form == RawForm), m_many(many) {}

    ChunkHead read(std::size_t points) {
        ChunkHead head;
        head.steps = column(points);
        head.times = column(points);
        if (!m_raw)
            head.values = values(points);
        if (m_many)
            block(head, points);
        return head;
    }

private:
    ColumnHead column(std::size_t points) {
        ColumnHead head;
        head.first = unzigzag(m_reader.varint());
        if (points == 1)
            return head;
        const std::uint8_t width = m_reader.byte();
        head.width = m_raw ? width * 8U : width;
        // Bytes came in powers of two.
        if (head.width > 64 || (m_raw && !std::has_single_bit(std::max(head.width, 1U))))
            m_reader.fail();
        head.least = unzigzag(m_reader.varint());
        if (m_many && !m_raw)
            head.span = unzigzag(m_reader.varint());
        return head;
    }

    ValueHead values(std::size_t points) {
        ValueHead head;
        const std::uint8_t form = m_reader.byte();
        head.mode = static_cast<ValueMode>(form & 3U);
        head.variant = (form & ~unsigned{ExceptionFlag}) >> 2U;
        head.width = m_reader.byte();
        if (head.mode == ValueMode::Float)
            head.base = m_reader.raw<std::uint32_t>();
        else if (head.mode == ValueMode::Decimal)
            head.base = static_cast<std::uint64_t>(unzigzag(m_reader.varint()));
        else if (head.mode == ValueMode::Double)
            head.base = m_reader.raw<std::uint64_t>();
        if ((form & ExceptionFlag) != 0) {
            const std::uint64_t exceptions = m_reader.varint();
            if (exceptions > points)
                m_reader.fail();
            head.exceptions = static_cast<std::uint32_t>(exceptions);
        }
        if (!head.valid(points))
            m_reader.fail();
        return head;
    }

    void block(ChunkHead& head, std::size_t points) {
        if (!m_raw) {
            head.first = m_reader.raw<double>();
            head.last = m_reader.raw<double>();
        }
        head.min = m_reader.raw<double>();
        head.max = m_reader.raw<double>();
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

    Reader& m_reader;
    bool m_raw;
    bool m_many;
};

/// Walks the chunks of a blob. All heads are looked at before anything is allocated for points.
class Walker {
public:
    explicit Walker(std::string_view blob) : m_reader(blob) {
        const std::uint8_t form = m_reader.byte();
        const std::uint64_t count = m_reader.varint();
        m_raw = form == RawForm;
        // A head is some bytes at least: a count beyond that is a lie.
        if ((form != Form && !m_raw) || !m_reader.ok() ||
            count > (m_raw ? m_reader.left() / sizeof(double)
                           : m_reader.left() / LeastHead * ChunkPoints))
            return;
        m_count = static_cast<std::size_t>(count);
        m_left = m_count;
        m_many = m_count > ChunkPoints;
        m_valid = m_raw || readHeads();
    }

    /// False: nothing of the blob can be believed.
    [[nodiscard]] bool valid() const { return m_valid; }
    [[nodiscard]] bool isRaw() const { return m_raw; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] bool atEnd() const { return m_left == 0; }
    [[nodiscard]] bool cleanEnd() const { return m_reader.ok() && m_reader.left() == 0; }

    std::optional<Chunk> next() {
        Chunk chunk;
        chunk.points = std::min(m_left, ChunkPoints);
        if (m_raw)
            chunk.head = HeadReader(m_reader, RawForm, m_many).read(chunk.points);
        else
            chunk.head = m_heads[m_next++];
        if (!m_reader.ok())
            return std::nullopt;
        chunk.body = m_reader.take(chunk.bodyBytes());
        if (!m_reader.ok())
            return std::nullopt;
        m_left -= chunk.points;
        return chunk;
    }

private:
    static constexpr std::size_t LeastHead = 4;

    bool readHeads() {
        HeadReader reader(m_reader, Form, m_many);
        for (std::size_t left = m_count; left > 0 && m_reader.ok();) {
            const std::size_t points = std::min(left, ChunkPoints);
            m_heads.push_back(reader.read(points));
            left -= points;
        }
        return m_reader.ok();
    }

    Reader m_reader;
    bool m_raw = false;
    bool m_many = false;
    bool m_valid = false;
    std::vector<ChunkHead> m_heads;
    std::size_t m_next = 0;
    std::size_t m_count = 0;
    std::size_t m_left = 0;
};

/// Gives put(i, value) for every point of one column of a chunk.
template <typename Put>
void readColumn(const char* at, std::size_t points, const ColumnHead& head, Put put) {
    auto value = static_cast<std::uint64_t>(head.first);
    const auto least = static_cast<std::uint64_t>(head.least);
    put(std::size_t{0}, head.first);
    if (head.width == 0) {
        for (std::size_t i = 1; i < points; ++i) {
            value += least;
            put(i, static_cast<std::int64_t>(value));
        }
        return;
    }
    std::array<std::uint64_t, ChunkPoints> offsets;
    unpackBits(at, head.width, std::span(offsets).first(points - 1));
    for (std::size_t i = 1; i < points; ++i) {
        value += least + offsets[i - 1];
        put(i, static_cast<std::int64_t>(value));
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
        readColumn(chunk->body, chunk->points, chunk->head.steps,
                   [out](std::size_t i, std::int64_t step) { out[i].step = step; });
        readColumn(chunk->times(), chunk->points, chunk->head.times,
                   [out](std::size_t i, std::int64_t time) { out[i].timestamp = time; });
        std::array<double, ChunkPoints> values;
        if (!readValues(chunk->values(), chunk->head.values,
                        std::span(values).first(chunk->points)))
            return damaged("packed history is cut or garbled");
        for (std::size_t i = 0; i < chunk->points; ++i)
            out[i].value = values[i];
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
        readColumn(chunk->body, chunk->points, chunk->head.steps,
                   [steps](std::size_t i, std::int64_t step) { steps[i] = step; });
        readColumn(chunk->times(), chunk->points, chunk->head.times,
                   [times](std::size_t i, std::int64_t time) { times[i] = time; });
        if (!readValues(chunk->values(), chunk->head.values,
                        std::span(columns.values).subspan(at, chunk->points)))
            return damaged("packed history is cut or garbled");
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
        // Form 1 has no first and last value in its heads, and a short history nothing of a block.
        if (walker.count() <= ChunkPoints || walker.isRaw()) {
            std::array<double, ChunkPoints> room;
            const std::span<double> values = std::span(room).first(chunk->points);
            if (!readValues(chunk->values(), head.values, values))
                return damaged("packed history is cut or garbled");
            head.first = values.front();
            head.last = values.back();
            if (walker.count() <= ChunkPoints)
                measureValues(values, head);
        }
        const Block block{head.steps.first,
                          head.times.first,
                          head.first,
                          head.last,
                          head.min,
                          head.max,
                          static_cast<std::uint32_t>(chunk->points),
                          head.nan,
                          head.plusInfinity,
                          head.minusInfinity};
        blocks.push_back(block);
    }
    if (!walker.cleanEnd())
        return damaged("packed history is too long");
    return blocks;
}

}  // namespace podium::series
