// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packedhistory.h"

#include <algorithm>
#include <cstring>

namespace podium::series {

using namespace format;

namespace {

/// One read from the cache fetches so much: some tens of chunks, of which a picture needs most.
constexpr std::size_t ReadAhead = std::size_t{64} << 10U;

base::Error damaged() {
    return {base::ErrorCode::DecodeFailed, {std::string(), "packed history is cut or garbled"}};
}

class TextAccess : public PackedBytes::Access {
public:
    explicit TextAccess(std::string_view blob) : m_blob(blob) {}
    bool read(std::size_t offset, std::size_t size, char* out) override {
        if (offset > m_blob.size() || size > m_blob.size() - offset)
            return false;
        std::memcpy(out, m_blob.data() + offset, size);
        return true;
    }

private:
    std::string_view m_blob;
};

/// ChunkPoints deltas of up to twice so much have a sum.
constexpr std::int64_t MostDelta = std::int64_t{1} << 53U;

/// True if a column never falls, within its chunks and from one to the next.
bool ascends(const std::vector<ChunkHead>& heads, ColumnHead ChunkHead::*column,
             std::uint8_t ChunkHead::*bits) {
    for (std::size_t c = 0; c < heads.size(); ++c) {
        const ColumnHead& head = heads[c].*column;
        // Deltas that can't be small might wrap around, and be a fall.
        if (head.least < 0 || head.least > MostDelta || heads[c].*bits > 53 ||
            head.first > std::numeric_limits<std::int64_t>::max() - head.span)
            return false;
        const std::int64_t last = head.first + head.span;
        if (c + 1 < heads.size() && (heads[c + 1].*column).first < last)
            return false;
    }
    return true;
}

}  // namespace

std::unique_ptr<PackedBytes::Access> PackedText::open() const {
    return std::make_unique<TextAccess>(m_blob);
}

std::size_t PackedHistory::indexBytes(std::string_view preamble, std::size_t blobSize) {
    const std::optional<Preamble> read = readPreamble(preamble.substr(0, PreambleBytes), blobSize);
    return read && !read->isRaw() && read->isLong() ? read->size + read->headBytes : 0;
}

base::Result<std::shared_ptr<const PackedHistory>> PackedHistory::make(
    std::string_view start, std::size_t blobSize, std::shared_ptr<const PackedBytes> bytes) {
    const std::optional<Preamble> preamble = readPreamble(start, blobSize);
    if (!preamble || preamble->isRaw() || !preamble->isLong() ||
        start.size() < preamble->size + preamble->headBytes)
        return damaged();
    const std::string_view heads = start.substr(preamble->size, preamble->headBytes);
    std::size_t used = 0;
    std::optional<std::vector<ChunkHead>> read = readHeads(heads, *preamble, used);
    if (!read || sumOf(heads) != preamble->headSum)
        return damaged();
    const std::shared_ptr<PackedHistory> out(new PackedHistory);
    out->m_size = preamble->count;
    out->m_heads = std::move(*read);
    out->m_bytes = std::move(bytes);
    std::size_t at = preamble->size + used;
    for (std::size_t c = 0; c < out->chunks(); ++c) {
        out->m_bodies.push_back(at);
        at += bodyBytes(out->head(c), out->points(c));
    }
    out->m_bodies.push_back(at);
    if (at != blobSize)
        return damaged();
    out->m_stepsAscend = ascends(out->m_heads, &ChunkHead::steps, &ChunkHead::stepBits);
    out->m_timesAscend = ascends(out->m_heads, &ChunkHead::times, &ChunkHead::timeBits);
    return std::shared_ptr<const PackedHistory>(out);
}

base::Result<std::shared_ptr<const PackedHistory>> PackedHistory::fromBlob(std::string blob) {
    const auto text = std::make_shared<PackedText>(blob);
    return make(blob, blob.size(), text);
}

base::Result<Columns> PackedHistory::columns() const {
    Columns out;
    out.steps.resize(m_size);
    out.times.resize(m_size);
    out.values.resize(m_size);
    Reader reader(*this);
    for (std::size_t c = 0; c < chunks(); ++c) {
        const std::size_t at = c * ChunkPoints;
        if (!reader.read(c, out.steps.data() + at, out.times.data() + at, out.values.data() + at))
            return damaged();
    }
    return out;
}

std::optional<domain::MetricPoint> PackedHistory::point(std::size_t i) const {
    ChunkColumns columns;
    Reader reader(*this);
    if (!reader.read(i / ChunkPoints, columns.steps.data(), columns.times.data(),
                     columns.values.data()))
        return std::nullopt;
    const std::size_t at = i % ChunkPoints;
    return domain::MetricPoint{columns.values[at], columns.times[at], columns.steps[at]};
}

/// The body of a chunk in the buffer, filled from there on if it is not in it; null after a
/// failure.
const char* PackedHistory::Reader::body(std::size_t chunk) {
    const std::size_t begin = m_history.m_bodies[chunk];
    const std::size_t end = m_history.m_bodies[chunk + 1];
    if (m_failed)
        return nullptr;
    if (begin < m_from || end > m_from + m_buffer.size()) {
        if (m_access == nullptr)
            m_access = m_history.m_bytes->open();
        m_buffer.resize(
            std::max(end - begin, std::min(ReadAhead, m_history.m_bodies.back() - begin)));
        m_from = begin;
        if (m_access == nullptr || !m_access->read(begin, m_buffer.size(), m_buffer.data())) {
            m_failed = true;
            return nullptr;
        }
    }
    return m_buffer.data() + (begin - m_from);
}

bool PackedHistory::Reader::read(std::size_t chunk, std::int64_t* steps, std::int64_t* times,
                                 double* values) {
    const char* at = body(chunk);
    if (at == nullptr)
        return false;
    m_failed = !readBody(at, m_history.head(chunk), m_history.points(chunk), steps, times, values);
    return !m_failed;
}

}  // namespace podium::series
