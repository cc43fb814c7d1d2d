// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/packedline.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

double PackedPoints::position(std::int64_t key) const {
    // The difference of two int64 fits uint64 when it is known not to be negative.
    return m_x == XKind::RelativeTime ? static_cast<double>(static_cast<std::uint64_t>(key) -
                                                            static_cast<std::uint64_t>(m_start))
                                      : static_cast<double>(key);
}

bool PackedPoints::isWhole(std::size_t chunk) const {
    const format::ChunkHead& head = m_history->head(chunk);
    return head.nan == 0 && head.plusInfinity == 0 && head.minusInfinity == 0;
}

PackedPoints::Block PackedPoints::block(std::size_t chunk) const {
    const format::ChunkHead& head = m_history->head(chunk);
    const format::ColumnHead& keys = m_x == XKind::Step ? head.steps : head.times;
    return {position(keys.first), position(keys.first + keys.span),
            m_ends.empty() ? head.first : m_ends[chunk].first,
            m_ends.empty() ? head.last : m_ends[chunk].second, isWhole(chunk)};
}

std::shared_ptr<const PackedPoints> PackedPoints::make(std::shared_ptr<const PackedHistory> history,
                                                       XKind x, base::Millis start,
                                                       std::vector<Mark>& marks,
                                                       std::vector<std::uint32_t>& breaks,
                                                       Counts& counts) {
    if (x == XKind::Step ? !history->stepsAscend() : !history->timesAscend())
        return nullptr;
    const std::shared_ptr<PackedPoints> out(new PackedPoints);
    out->m_history = std::move(history);
    out->m_x = x;
    out->m_start = start;
    const PackedHistory& packed = *out->m_history;
    counts.all = packed.size();
    PackedHistory::Reader reader(packed);
    ChunkColumns columns;
    bool gap = false;
    std::size_t points = 0;
    std::vector<MinMax> extremes;
    extremes.reserve(packed.chunks());
    out->m_begins.reserve(packed.chunks() + 1);
    for (std::size_t c = 0; c < packed.chunks(); ++c) {
        out->m_begins.push_back(points);
        extremes.push_back({packed.head(c).min, packed.head(c).max});
        if (out->isWhole(c)) {
            if (gap && points > 0)
                breaks.push_back(static_cast<std::uint32_t>(points));
            gap = false;
            points += packed.points(c);
            continue;
        }
        std::int64_t* places = x == XKind::Step ? columns.steps.data() : columns.times.data();
        if (!reader.read(c, x == XKind::Step ? places : nullptr,
                         x == XKind::Step ? nullptr : places, columns.values.data()))
            return nullptr;
        for (std::size_t i = 0; i < packed.points(c); ++i) {
            if (!std::isfinite(columns.values[i])) {
                const MarkKind kind = markKindOf(columns.values[i]);
                marks.push_back({out->position(places[i]), kind});
                counts.add(kind);
                gap = true;
                continue;
            }
            if (gap && points > 0)
                breaks.push_back(static_cast<std::uint32_t>(points));
            gap = false;
            ++points;
        }
    }
    out->m_begins.push_back(points);
    out->m_pyramid = BlockPyramid(std::move(extremes));
    return out;
}

std::size_t PackedPoints::chunkOf(std::size_t point) const {
    // Mostly all are finite up to there.
    const std::size_t guess = point / ChunkPoints;
    if (m_begins[guess] <= point && point < m_begins[guess + 1])
        return guess;
    const auto after = std::ranges::upper_bound(m_begins, point);
    return static_cast<std::size_t>(after - m_begins.begin()) - 1;
}

void PackedPoints::place(Piece& piece, const std::int64_t* keys, const double* values) const {
    const std::size_t count = m_history->points(piece.chunk);
    // Not asked point by point: this is the loop that drawing waits for.
    if (m_x == XKind::RelativeTime) {
        for (std::size_t i = 0; i < count; ++i)
            piece.x[i] = position(keys[i]);
    } else {
        for (std::size_t i = 0; i < count; ++i)
            piece.x[i] = static_cast<double>(keys[i]);
    }
    if (isWhole(piece.chunk)) {
        std::copy_n(values, count, piece.y.begin());
        return;
    }
    std::size_t n = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!std::isfinite(values[i]))
            continue;
        piece.x[n] = piece.x[i];
        piece.y[n] = values[i];
        piece.place[n++] = static_cast<std::uint8_t>(i);
    }
}

void PackedPoints::load(PackedHistory::Reader& reader, std::size_t chunk, Piece& piece) const {
    piece.chunk = chunk;
    piece.begin = m_begins[chunk];
    piece.end = m_begins[chunk + 1];
    std::array<std::int64_t, ChunkPoints> keys;
    std::array<double, ChunkPoints> values;
    const bool steps = m_x == XKind::Step;
    if (!reader.read(chunk, steps ? keys.data() : nullptr, steps ? nullptr : keys.data(),
                     values.data())) {
        m_broken = true;
        const MinMax extremes = overChunks(chunk, chunk + 1);
        piece.x.fill(block(chunk).x0);
        piece.y.fill(extremes.empty() ? 0 : extremes.min);
        piece.place.fill(0);
        return;
    }
    place(piece, keys.data(), values.data());
    if (!m_states.empty())
        average(std::span(piece.y).first(piece.end - piece.begin), m_states[chunk]);
}

/// The average of smoothed(), a stretch of values at a time.
PackedPoints::State PackedPoints::average(std::span<double> values, State state) const {
    const double w = m_weight;
    for (double& value : values) {
        state.average = state.average * w + (1 - w) * value;
        state.left *= w;
        value = state.average / (1 - state.left);
    }
    return state;
}

std::shared_ptr<const PackedPoints> PackedPoints::averaged(double weight) const {
    const std::shared_ptr<PackedPoints> out(new PackedPoints);
    out->m_history = m_history;
    out->m_x = m_x;
    out->m_start = m_start;
    out->m_begins = m_begins;
    out->m_weight = std::clamp(weight, 0.0, MaxWeight);
    PackedHistory::Reader reader(*m_history);
    Piece piece;
    State state;
    std::vector<MinMax> extremes;
    for (std::size_t c = 0; c < chunks(); ++c) {
        // These are the values themselves: this has no states.
        load(reader, c, piece);
        const std::span<double> values = std::span(piece.y).first(piece.end - piece.begin);
        out->m_states.push_back(state);
        state = out->average(values, state);
        MinMax own;
        for (const double value : values)
            own.include(value);
        extremes.push_back(own);
        out->m_ends.emplace_back(values.empty() ? 0 : values.front(),
                                 values.empty() ? 0 : values.back());
    }
    out->m_broken = m_broken.load();
    out->m_pyramid = BlockPyramid(std::move(extremes));
    return out;
}

}  // namespace podium::series
