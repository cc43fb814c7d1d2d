// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/line.h"
#include "series/packedhistory.h"

#include <array>

/// A line whose points stay packed; private to the room.
namespace podium::series {

/// The points of one chunk that a line goes through.
struct Piece {
    std::size_t chunk = ~std::size_t{0};
    std::size_t begin = 0;  // points of the line
    std::size_t end = 0;
    std::array<double, ChunkPoints> x;
    std::array<double, ChunkPoints> y;
    std::array<std::uint8_t, ChunkPoints> place;  // in the chunk; only where some are not finite
};

/// The finite points of a history along one x axis, in which the history ascends. Each chunk is a
/// block, of which the first and last point and the extremes are in memory.
class PackedPoints {
public:
    /// What is known of a chunk without reading it.
    struct Block {
        double x0 = 0;  // of its first observation, finite or not
        double x1 = 0;  // of the last
        double y0 = 0;  // of the first and last point; only where all are finite
        double y1 = 0;
        bool whole = true;
    };

    /// Null if the history does not ascend along the axis. Chunks with values that are not finite
    /// are read for their marks.
    [[nodiscard]] static std::shared_ptr<const PackedPoints> make(
        std::shared_ptr<const PackedHistory> history, XKind x, base::Millis start,
        std::vector<Mark>& marks, std::vector<std::uint32_t>& breaks, Counts& counts);
    /// The same points with an exponential average as their values; reads them all.
    [[nodiscard]] std::shared_ptr<const PackedPoints> averaged(double weight) const;

    [[nodiscard]] std::size_t size() const { return m_begins.back(); }
    [[nodiscard]] std::size_t chunks() const { return m_history->chunks(); }
    [[nodiscard]] Block block(std::size_t chunk) const;
    [[nodiscard]] std::size_t begin(std::size_t chunk) const { return m_begins[chunk]; }
    /// The chunk that a point is of.
    [[nodiscard]] std::size_t chunkOf(std::size_t point) const;
    /// Extremes of the chunks from .. to - 1.
    [[nodiscard]] MinMax overChunks(std::size_t from, std::size_t to) const {
        return m_pyramid.over(from, to);
    }
    [[nodiscard]] const PackedHistory& history() const { return *m_history; }
    /// Reads a chunk. If that fails, the piece has the chunk's ends and its least value, and the
    /// line is known to be broken.
    void load(PackedHistory::Reader& reader, std::size_t chunk, Piece& piece) const;
    /// True if some points could not be read.
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    [[nodiscard]] bool isWhole(std::size_t chunk) const;
    /// Where an average stands before a chunk.
    struct State {
        double average = 0;
        double left = 1;
    };

    PackedPoints() = default;
    void place(Piece& piece, const std::int64_t* keys, const double* values) const;
    [[nodiscard]] double position(std::int64_t key) const;
    State average(std::span<double> values, State state) const;

    std::shared_ptr<const PackedHistory> m_history;
    XKind m_x = XKind::Step;
    base::Millis m_start = 0;
    double m_weight = 0;
    std::vector<std::size_t> m_begins;  // one more than there are chunks
    /// Of an average.
    std::vector<State> m_states;
    std::vector<std::pair<double, double>> m_ends;  // first and last value
    BlockPyramid m_pyramid;
    mutable std::atomic<bool> m_broken = false;
};

}  // namespace podium::series
