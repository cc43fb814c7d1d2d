// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packedline.h"

#include <algorithm>
#include <array>

namespace podium::series {

namespace {

/// First i in [from, to) for which before(i) is false, looked for in growing strides: what is
/// looked for is mostly near.
template <typename Before>
std::size_t gallop(std::size_t from, std::size_t to, std::size_t stride, Before before) {
    std::size_t low = from;
    std::size_t high = from;
    while (high < to && before(high)) {
        low = high + 1;
        high += stride;
        stride *= 2;
    }
    high = std::min(high, to);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (before(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

}  // namespace

/// The chunks of a packed line that are in memory.
struct Cursor::Chunks {
    explicit Chunks(const PackedPoints& line) : points(line), reader(line.history()) {}

    const Piece& piece(std::size_t chunk) {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (pieces[i].chunk == chunk) {
                latest = i;
                return pieces[i];
            }
        }
        latest = 1 - latest;
        points.load(reader, chunk, pieces[latest]);
        return pieces[latest];
    }

    MinMax part(std::size_t chunk, std::size_t from, std::size_t to) {
        const Piece& there = piece(chunk);
        return extremesOf(std::span(there.y).subspan(from - there.begin, to - from));
    }

    const PackedPoints& points;
    PackedHistory::Reader reader;
    std::array<Piece, 2> pieces;
    std::size_t latest = 0;
};

Cursor::Cursor(const Line& line) : m_line(line), m_packed(line.m_packed.get()) {
    if (m_packed != nullptr)
        m_chunks = std::make_unique<Chunks>(*m_packed);
    else {
        m_x = line.m_frame->x.data();
        m_y = line.m_y.data();
    }
}

Cursor::~Cursor() = default;

Cursor::Point Cursor::packedPoint(std::size_t i) {
    const Piece& latest = m_chunks->pieces[m_chunks->latest];
    if (i >= latest.begin && i < latest.end)
        return {latest.x[i - latest.begin], latest.y[i - latest.begin]};
    const std::size_t chunk = m_packed->chunkOf(i);
    const PackedPoints::Block block = m_packed->block(chunk);
    // Ends of chunks are known without reading them.
    if (block.whole && i == m_packed->begin(chunk))
        return {block.x0, block.y0};
    if (block.whole && i + 1 == m_packed->begin(chunk + 1))
        return {block.x1, block.y1};
    const Piece& piece = m_chunks->piece(chunk);
    return {piece.x[i - piece.begin], piece.y[i - piece.begin]};
}

Cursor::Stretch Cursor::stretch(std::size_t i, std::size_t to) {
    if (i >= to)
        return {};
    if (m_packed == nullptr)
        return {std::span(m_x + i, to - i), std::span(m_y + i, to - i)};
    const Piece& piece = m_chunks->piece(m_packed->chunkOf(i));
    const std::size_t from = i - piece.begin;
    const std::size_t count = std::min(to, piece.end) - i;
    return {std::span(piece.x).subspan(from, count), std::span(piece.y).subspan(from, count)};
}

MinMax Cursor::over(std::size_t from, std::size_t to) {
    if (m_packed == nullptr)
        return m_line.m_pyramid.over(m_line.m_y, from, to);
    if (from >= to)
        return {};
    const std::size_t first = m_packed->chunkOf(from);
    const std::size_t last = m_packed->chunkOf(to - 1);
    const bool wholeFirst = from == m_packed->begin(first);
    const bool wholeLast = to == m_packed->begin(last + 1);
    if (first == last)
        return wholeFirst && wholeLast ? m_packed->overChunks(first, first + 1)
                                       : m_chunks->part(first, from, to);
    MinMax out = m_packed->overChunks(first + (wholeFirst ? 0 : 1), last + (wholeLast ? 1 : 0));
    if (!wholeFirst)
        out.include(m_chunks->part(first, from, m_packed->begin(first + 1)));
    if (!wholeLast)
        out.include(m_chunks->part(last, m_packed->begin(last), to));
    return out;
}

std::size_t Cursor::notBefore(double at, std::size_t from, std::size_t to, std::size_t stride) {
    if (m_packed == nullptr)
        return gallop(from, to, stride, [&](std::size_t i) { return m_x[i] < at; });
    if (from >= to)
        return to;
    // The last chunk that begins before the place is the only one where it can be crossed; behind
    // it comes the next chunk's first point.
    const std::size_t first = m_packed->chunkOf(from);
    const std::size_t last = m_packed->chunkOf(to - 1);
    const std::size_t after = gallop(first + 1, last + 1, stride / ChunkPoints + 1,
                                     [&](std::size_t c) { return m_packed->block(c).x0 < at; });
    const std::size_t chunk = after - 1;
    const std::size_t begin = std::max(from, m_packed->begin(chunk));
    const std::size_t end = std::min(to, m_packed->begin(chunk + 1));
    if (m_packed->block(chunk).x1 < at)
        return std::min(to, end);
    if (begin == m_packed->begin(chunk) && m_packed->block(chunk).x0 >= at)
        return begin;
    const Piece& piece = m_chunks->piece(chunk);
    const auto x = piece.x.begin();
    const auto found = std::lower_bound(x + static_cast<std::ptrdiff_t>(begin - piece.begin),
                                        x + static_cast<std::ptrdiff_t>(end - piece.begin), at);
    return piece.begin + static_cast<std::size_t>(found - x);
}

std::size_t Cursor::blockBehind(double at, std::size_t from, std::size_t to, std::size_t block) {
    if (m_packed == nullptr) {
        // Far fewer lines of memory than to look at every point.
        const std::size_t start = from / block;
        const std::size_t blocks = (to - from + block - 1) / block;
        const std::size_t n = gallop(1, blocks, 2, [&](std::size_t k) {
            const std::size_t i = (start + k) * block;
            return i < to && m_x[i] < at;
        });
        return std::min((start + n) * block, to);
    }
    const std::size_t chunk = gallop(
        m_packed->chunkOf(from) + 1, m_packed->chunks(), 2,
        [&](std::size_t c) { return m_packed->begin(c) < to && m_packed->block(c).x0 < at; });
    return std::min(m_packed->begin(chunk), to);
}

std::size_t Cursor::behind(double at) {
    const std::size_t size = m_line.size();
    if (m_packed == nullptr)
        return gallop(0, size, size / 2 + 1, [&](std::size_t i) { return m_x[i] <= at; });
    const std::size_t after = gallop(0, m_packed->chunks(), m_packed->chunks() / 2 + 1,
                                     [&](std::size_t c) { return m_packed->block(c).x0 <= at; });
    if (after == 0)
        return 0;
    const std::size_t chunk = after - 1;
    if (m_packed->block(chunk).x1 <= at)
        return m_packed->begin(chunk + 1);
    const Piece& piece = m_chunks->piece(chunk);
    const auto x = piece.x.begin();
    const auto end = x + static_cast<std::ptrdiff_t>(piece.end - piece.begin);
    return piece.begin + static_cast<std::size_t>(std::upper_bound(x, end, at) - x);
}

std::size_t Cursor::source(std::size_t i) {
    if (m_packed == nullptr)
        return m_line.source(i);
    const std::size_t chunk = m_packed->chunkOf(i);
    if (m_packed->block(chunk).whole)
        return chunk * ChunkPoints + (i - m_packed->begin(chunk));
    const Piece& piece = m_chunks->piece(chunk);
    return chunk * ChunkPoints + piece.place[i - piece.begin];
}

}  // namespace podium::series
