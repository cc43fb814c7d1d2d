// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packed.h"
#include "series/packread.h"

#include <algorithm>
#include <array>
#include <optional>

namespace podium::series {

namespace {

using namespace format;

base::Error damaged(std::string_view why) {
    return {base::ErrorCode::DecodeFailed, {std::string(), std::string(why)}};
}

/// A chunk found in a blob; the pointer is to its body, which covers what the head promises.
struct Chunk {
    ChunkHead head;
    std::size_t points = 0;
    const char* body = nullptr;
};

/// Walks the chunks of a blob. All heads are looked at before anything is allocated for points.
class Walker {
public:
    explicit Walker(std::string_view blob) : m_reader(blob) {
        const std::optional<Preamble> preamble = readPreamble(blob, blob.size());
        if (!preamble)
            return;
        m_preamble = *preamble;
        m_reader.take(m_preamble.size);
        m_left = count();
        m_valid = isRaw() || takeHeads(blob.substr(m_preamble.size));
    }

    /// False: nothing of the blob can be believed.
    [[nodiscard]] bool valid() const { return m_valid; }
    [[nodiscard]] bool isRaw() const { return m_preamble.isRaw(); }
    [[nodiscard]] std::size_t count() const { return m_preamble.count; }
    [[nodiscard]] bool atEnd() const { return m_left == 0; }
    [[nodiscard]] bool cleanEnd() const { return m_reader.ok() && m_reader.left() == 0; }

    std::optional<Chunk> next() {
        Chunk chunk;
        chunk.points = std::min(m_left, ChunkPoints);
        if (isRaw())
            chunk.head = HeadReader(m_reader, m_preamble).read(chunk.points);
        else
            chunk.head = m_heads[m_next++];
        if (!m_reader.ok())
            return std::nullopt;
        chunk.body = m_reader.take(bodyBytes(chunk.head, chunk.points));
        if (!m_reader.ok())
            return std::nullopt;
        m_left -= chunk.points;
        return chunk;
    }

private:
    bool takeHeads(std::string_view bytes) {
        std::size_t used = 0;
        std::optional<std::vector<ChunkHead>> heads = readHeads(bytes, m_preamble, used);
        if (!heads)
            return false;
        m_heads = std::move(*heads);
        m_reader.take(used);
        return true;
    }

    Reader m_reader;
    Preamble m_preamble;
    bool m_valid = false;
    std::vector<ChunkHead> m_heads;
    std::size_t m_next = 0;
    std::size_t m_left = 0;
};

}  // namespace

base::Result<std::vector<domain::MetricPoint>> unpack(std::string_view blob) {
    Walker walker(blob);
    if (!walker.valid())
        return damaged("not a packed history");
    std::vector<domain::MetricPoint> points(walker.count());
    std::array<std::int64_t, ChunkPoints> steps;
    std::array<std::int64_t, ChunkPoints> times;
    std::array<double, ChunkPoints> values;
    for (std::size_t at = 0; !walker.atEnd();) {
        const std::optional<Chunk> chunk = walker.next();
        if (!chunk)
            return damaged("packed history is cut or garbled");
        if (!readBody(chunk->body, chunk->head, chunk->points, steps.data(), times.data(),
                      values.data()))
            return damaged("packed history is cut or garbled");
        for (std::size_t i = 0; i < chunk->points; ++i)
            points[at + i] = {values[i], times[i], steps[i]};
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
        if (!readBody(chunk->body, chunk->head, chunk->points, columns.steps.data() + at,
                      columns.times.data() + at, columns.values.data() + at))
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
            if (!readBody(chunk->body, head, chunk->points, nullptr, nullptr, room.data()))
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
