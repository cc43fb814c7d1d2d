// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace podium::analysis {

namespace {

struct Part {
    double sum = 0;
    double count = 0;
};

Part operator+(const Part& a, const Part& b) {
    return {a.sum + b.sum, a.count + b.count};
}

struct Split {
    double gain = 0;  // by which the squared error falls
    std::int32_t feature = -1;
    std::bitset<MostLevels> goesLeft;
};

class Grower {
public:
    Grower(std::span<const LevelledFeature> features, std::span<const std::uint32_t> usable,
           std::span<const double> target, std::size_t leastLeaf, Chance& chance)
        : m_features(features),
          m_order(usable.begin(), usable.end()),
          m_target(target),
          m_leastLeaf(static_cast<double>(leastLeaf)),
          m_chance(chance) {}

    std::vector<RegressionTree::Node> grow(std::vector<std::uint32_t> rows, std::size_t tried) {
        struct Open {
            std::uint32_t node;
            std::size_t begin;
            std::size_t end;
        };
        std::vector<RegressionTree::Node> nodes(1);
        std::vector<Open> open = {{0, 0, rows.size()}};
        while (!open.empty()) {
            const auto [node, begin, end] = open.back();
            open.pop_back();
            const std::span<std::uint32_t> mine(rows.data() + begin, end - begin);
            const Part whole = partOf(mine);
            nodes[node].value = whole.count > 0 ? whole.sum / whole.count : 0;
            const Split split = bestSplit(mine, whole, tried);
            if (split.feature < 0)
                continue;
            const auto& levels = m_features[static_cast<std::size_t>(split.feature)].levels;
            const auto middle = std::partition(mine.begin(), mine.end(), [&](std::uint32_t row) {
                return split.goesLeft.test(levels[row]);
            });
            const auto leftSize = static_cast<std::size_t>(middle - mine.begin());
            nodes[node].feature = split.feature;
            nodes[node].goesLeft = split.goesLeft;
            nodes[node].left = static_cast<std::uint32_t>(nodes.size());
            nodes[node].right = nodes[node].left + 1;
            open.push_back({nodes[node].left, begin, begin + leftSize});
            open.push_back({nodes[node].right, begin + leftSize, end});
            nodes.resize(nodes.size() + 2);
        }
        return nodes;
    }

private:
    [[nodiscard]] Part partOf(std::span<const std::uint32_t> rows) const {
        Part part;
        for (const std::uint32_t row : rows)
            part.sum += m_target[row];
        part.count = static_cast<double>(rows.size());
        return part;
    }

    [[nodiscard]] Split bestSplit(std::span<const std::uint32_t> rows, const Part& whole,
                                  std::size_t tried) {
        Split best;
        if (whole.count < 2 * m_leastLeaf)
            return best;
        best.gain = 1e-12 * whole.count;  // less is rounding
        for (std::size_t i = 0; i < std::min(tried, m_order.size()); ++i) {
            const auto rest = static_cast<std::uint32_t>(m_order.size() - i);
            std::swap(m_order[i], m_order[i + m_chance.below(rest)]);
            tryFeature(m_order[i], rows, whole, best);
        }
        return best;
    }

    void tryFeature(std::uint32_t feature, std::span<const std::uint32_t> rows, const Part& whole,
                    Split& best) {
        const LevelledFeature& column = m_features[feature];
        std::array<std::uint64_t, MostLevels / 64> seen{};
        for (const std::uint32_t row : rows) {
            const Level level = column.levels[row];
            seen[level / 64] |= std::uint64_t{1} << (level % 64);
            m_parts[level].sum += m_target[row];
            m_parts[level].count += 1;
        }
        m_seen.clear();
        for (std::size_t word = 0; word < seen.size(); ++word) {
            for (std::uint64_t bits = seen[word]; bits != 0; bits &= bits - 1)
                m_seen.push_back(
                    static_cast<Level>(word * 64 + static_cast<unsigned>(std::countr_zero(bits))));
        }
        if (m_seen.size() > 1) {
            if (column.ordered)
                tryOrdered(feature, whole, best);
            else
                tryCategories(feature, whole, best);
        }
        for (const Level level : m_seen)
            m_parts[level] = {};
    }

    /// True if the split is the best so far.
    [[nodiscard]] bool improves(const Part& left, const Part& whole, Split& best) const {
        const Part right{whole.sum - left.sum, whole.count - left.count};
        if (left.count < m_leastLeaf || right.count < m_leastLeaf)
            return false;
        const double gain =
            (left.sum * left.sum * right.count + right.sum * right.sum * left.count) /
                (left.count * right.count) -
            whole.sum * whole.sum / whole.count;
        if (gain <= best.gain)
            return false;
        best.gain = gain;
        return true;
    }

    void tryOrdered(std::uint32_t feature, const Part& whole, Split& best) {
        const bool anyMissing = m_seen.front() == MissingLevel;
        const Part missing = m_parts[MissingLevel];
        Part left;
        for (std::size_t i = anyMissing ? 1 : 0; i + 1 < m_seen.size(); ++i) {
            left = left + m_parts[m_seen[i]];
            // Levels not seen here go with the nearer one.
            const int last = (m_seen[i] + m_seen[i + 1]) / 2;
            if (improves(left, whole, best))
                take(feature, last, false, best);
            if (anyMissing && improves(left + missing, whole, best))
                take(feature, last, true, best);
        }
        if (anyMissing && improves(missing, whole, best))
            take(feature, 0, true, best);
    }

    static void take(std::uint32_t feature, int last, bool missingLeft, Split& best) {
        best.feature = static_cast<std::int32_t>(feature);
        best.goesLeft.reset();
        for (int level = 1; level <= last; ++level)
            best.goesLeft.set(static_cast<std::size_t>(level));
        best.goesLeft.set(MissingLevel, missingLeft);
    }

    void tryCategories(std::uint32_t feature, const Part& whole, Split& best) {
        const auto mean = [this](Level level) { return m_parts[level].sum / m_parts[level].count; };
        std::sort(m_seen.begin(), m_seen.end(), [&](Level a, Level b) {
            return mean(a) < mean(b) || (mean(a) == mean(b) && a < b);
        });
        Part left;
        std::size_t taken = 0;
        Part leftTaken;
        for (std::size_t i = 0; i + 1 < m_seen.size(); ++i) {
            left = left + m_parts[m_seen[i]];
            if (improves(left, whole, best)) {
                taken = i + 1;
                leftTaken = left;
            }
        }
        if (taken == 0)
            return;
        best.feature = static_cast<std::int32_t>(feature);
        // Categories not seen here go with the more runs.
        best.goesLeft.reset();
        if (leftTaken.count * 2 > whole.count)
            best.goesLeft.set();
        for (std::size_t i = 0; i < m_seen.size(); ++i)
            best.goesLeft.set(m_seen[i], i < taken);
    }

    std::span<const LevelledFeature> m_features;
    std::vector<std::uint32_t> m_order;
    std::span<const double> m_target;
    double m_leastLeaf;
    Chance& m_chance;
    std::array<Part, MostLevels> m_parts{};  // all empty between two features
    std::vector<Level> m_seen;               // rising
};

}  // namespace

std::uint64_t Chance::next() {
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

double RegressionTree::guess(std::span<const LevelledFeature> features, std::uint32_t row,
                             std::int32_t replaced, Level level) const {
    const Node* node = m_nodes.data();
    while (node->feature >= 0) {
        const Level mine = node->feature == replaced
                               ? level
                               : features[static_cast<std::size_t>(node->feature)].levels[row];
        node = &m_nodes[node->goesLeft.test(mine) ? node->left : node->right];
    }
    return node->value;
}

RegressionTree growTree(std::span<const LevelledFeature> features,
                        std::span<const std::uint32_t> usable, std::span<const double> target,
                        std::vector<std::uint32_t> rows, std::size_t tried, std::size_t leastLeaf,
                        Chance& chance) {
    return RegressionTree(
        Grower(features, usable, target, leastLeaf, chance).grow(std::move(rows), tried));
}

}  // namespace podium::analysis
