// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

/// Regression trees over features cut to few levels, for importanceOf().
namespace podium::analysis {

/// Numbers by chance that are the same on every machine, which those of <random>'s distributions
/// are not (splitmix64, Steele, Lea and Flood 2014).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}
    /// Below `count`, which is not 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t count) {
        return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
    }

private:
    std::uint64_t next();
    std::uint64_t m_state;
};

using Level = std::uint8_t;
constexpr Level MissingLevel = 0;
constexpr std::size_t MostLevels = 256;

/// One level for each run; of numbers rising from 1.
struct LevelledFeature {
    std::vector<Level> levels;
    bool ordered = false;
    bool constant = false;
};

class RegressionTree {
public:
    struct Node {
        double value = 0;           // the mean target of its runs
        std::int32_t feature = -1;  // a leaf has none
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::bitset<MostLevels> goesLeft;
    };

    explicit RegressionTree(std::vector<Node> nodes) : m_nodes(std::move(nodes)) {}

    /// The guess for a run, which has the levels of `row` but for `replaced`, if that is not -1.
    [[nodiscard]] double guess(std::span<const LevelledFeature> features, std::uint32_t row,
                               std::int32_t replaced = -1, Level level = 0) const;
    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; }

private:
    std::vector<Node> m_nodes;
};

/// Grows a tree on `rows`, which may come more than once; at each split `tried` of the `usable`
/// features by chance.
[[nodiscard]] RegressionTree growTree(std::span<const LevelledFeature> features,
                                      std::span<const std::uint32_t> usable,
                                      std::span<const double> target,
                                      std::vector<std::uint32_t> rows, std::size_t tried,
                                      std::size_t leastLeaf, Chance& chance);

}  // namespace podium::analysis
