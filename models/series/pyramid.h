// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace podium::series {

/// Least and greatest of some finite values; min > max if there was none.
struct MinMax {
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();

    void include(double value) {
        min = value < min ? value : min;
        max = value > max ? value : max;
    }
    void include(const MinMax& other) {
        min = other.min < min ? other.min : min;
        max = other.max > max ? other.max : max;
    }
    [[nodiscard]] bool empty() const { return min > max; }
    friend bool operator==(const MinMax&, const MinMax&) = default;
};

/// Least and greatest of finite values.
[[nodiscard]] MinMax extremesOf(std::span<const double> values);

/// Least and greatest of blocks, of blocks of blocks and so on, each of Fan of the level below.
class BlockPyramid {
public:
    static constexpr std::size_t Fan = 4;

    BlockPyramid() = default;
    explicit BlockPyramid(std::vector<MinMax> blocks);

    /// Extremes of the blocks from .. to - 1.
    [[nodiscard]] MinMax over(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::size_t levels() const { return m_levels.size(); }

private:
    std::vector<std::vector<MinMax>> m_levels;
};

/// Least and greatest of blocks of values, of blocks of blocks and so on: the extremes of any
/// stretch of a million values in some tens of steps. Costs a sixth of what the values take.
class Pyramid {
public:
    static constexpr std::size_t BlockSize = 16;  // values in a block of level 0
    static constexpr std::size_t Fan = BlockPyramid::Fan;

    Pyramid() = default;
    /// The values must be finite.
    explicit Pyramid(std::span<const double> values);

    /// Extremes of values[from .. to), exactly; `values` are those it was built of.
    [[nodiscard]] MinMax over(std::span<const double> values, std::size_t from,
                              std::size_t to) const;

    [[nodiscard]] std::size_t levels() const { return m_blocks.levels(); }
    /// Values in one block of a level.
    [[nodiscard]] static std::size_t blockSize(std::size_t level);

private:
    BlockPyramid m_blocks;
};

}  // namespace podium::series
