// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/importance.h"

#include "analysis/correlation.h"
#include "analysis/forest.h"
#include "analysis/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace podium::analysis {

namespace {

constexpr std::size_t FewestRuns = 10;
constexpr double NothingBelow = 0.05;
constexpr double WeakBelow = 0.3;
/// More runs make a tree slower and hardly better: each is grown on so many, and shuffles so many.
constexpr std::uint32_t MostInBag = 3000;
constexpr std::size_t MostShuffled = 1000;
constexpr std::size_t Levels = MostLevels - 1;  // beside missing

using Rows = std::vector<std::uint32_t>;

std::vector<double> pick(std::span<const double> values, const Rows& rows) {
    std::vector<double> picked;
    picked.reserve(rows.size());
    for (const std::uint32_t row : rows)
        picked.push_back(values[row]);
    return picked;
}

std::vector<Level> levelsOf(std::span<const double> values, const Rows& rows) {
    std::vector<double> sorted = pick(values, rows);
    std::erase_if(sorted, [](double value) { return std::isnan(value); });
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> starts = sorted;  // the least value of each level
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    if (starts.size() > Levels) {
        starts.clear();
        for (std::size_t i = 0; i < Levels; ++i)
            starts.push_back(sorted[i * sorted.size() / Levels]);
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    }
    std::vector<Level> levels;
    levels.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const auto above = std::upper_bound(starts.begin(), starts.end(), values[row]);
        levels.push_back(std::isnan(values[row]) ? MissingLevel
                                                 : static_cast<Level>(above - starts.begin()));
    }
    return levels;
}

std::vector<Level> levelsOf(std::span<const Category> codes, const Rows& rows) {
    std::map<Category, std::size_t> counts;
    for (const std::uint32_t row : rows)
        ++counts[codes[row]];
    counts.erase(NoCategory);
    std::vector<std::pair<Category, std::size_t>> frequent(counts.begin(), counts.end());
    std::stable_sort(frequent.begin(), frequent.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::map<Category, Level> known = {{NoCategory, MissingLevel}};
    for (std::size_t i = 0; i < frequent.size(); ++i)
        known[frequent[i].first] = static_cast<Level>(std::min(i + 1, Levels));
    std::vector<Level> levels;
    levels.reserve(rows.size());
    for (const std::uint32_t row : rows)
        levels.push_back(known[codes[row]]);
    return levels;
}

LevelledFeature levelled(const Feature& feature, const Rows& rows) {
    LevelledFeature result;
    result.ordered = std::holds_alternative<std::span<const double>>(feature);
    result.levels =
        std::visit([&rows](const auto& values) { return levelsOf(values, rows); }, feature);
    result.constant = std::all_of(result.levels.begin(), result.levels.end(),
                                  [&](Level level) { return level == result.levels.front(); });
    return result;
}

/// The target with mean 0 and variance 1, or nothing if it is constant.
std::vector<double> standardised(std::vector<double> target) {
    const double scale = scaleOf(target);
    for (double& value : target)
        value /= scale;
    const auto n = static_cast<double>(target.size());
    const double mean = std::accumulate(target.begin(), target.end(), 0.0) / n;
    double squares = 0;
    for (double& value : target) {
        value -= mean;
        squares += value * value;
    }
    const double deviation = std::sqrt(squares / n);
    if (deviation <= std::abs(mean) * 1e-13)
        return {};
    for (double& value : target)
        value /= deviation;
    return target;
}

std::vector<double> ranksOf(const std::vector<double>& values) {
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> ranks;
    for (const double value : values) {
        const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
        ranks.push_back(static_cast<double>((first - sorted.begin()) + (last - sorted.begin())) /
                        2);
    }
    return ranks;
}

/// Grows the trees one by one, and reckons with the runs that each did not see.
class Reckoner {
public:
    Reckoner(std::vector<LevelledFeature> features, std::vector<double> target, Rows usable,
             const ImportanceOptions& options)
        : m_features(std::move(features)),
          m_target(std::move(target)),
          m_usable(std::move(usable)),
          m_options(options),
          m_chance(options.seed),
          m_guesses(m_target.size(), 0.0),
          m_unseen(m_target.size(), 0.0),
          m_rises(m_features.size(), 0.0),
          m_squares(m_features.size(), 0.0) {}

    void addTree() {
        const auto n = static_cast<std::uint32_t>(m_target.size());
        Rows bag;
        std::vector<bool> seen(n, false);
        for (std::uint32_t i = 0; i < std::min(n, MostInBag); ++i) {
            bag.push_back(m_chance.below(n));
            seen[bag.back()] = true;
        }
        Rows unseen;
        for (std::uint32_t i = 0; i < n; ++i) {
            if (!seen[i])
                unseen.push_back(i);
        }
        const std::size_t tried = std::max<std::size_t>(1, (m_usable.size() + 2) / 3);
        const RegressionTree tree =
            growTree(m_features, m_usable, m_target, std::move(bag), tried,
                     std::max<std::size_t>(m_options.leastLeaf, 1), m_chance);
        if (unseen.empty())
            return;
        ++m_trees;
        guessUnseen(tree, unseen);
        for (std::size_t i = 0; unseen.size() > MostShuffled && i < MostShuffled; ++i) {
            const auto rest = static_cast<std::uint32_t>(unseen.size() - i);
            std::swap(unseen[i], unseen[i + m_chance.below(rest)]);
        }
        unseen.resize(std::min(unseen.size(), MostShuffled));
        shuffleEach(tree, unseen);
    }

    [[nodiscard]] double r2() const {
        std::vector<double> known;
        double error = 0;
        for (std::size_t row = 0; row < m_target.size(); ++row) {
            if (m_unseen[row] == 0)
                continue;
            const double off = m_target[row] - m_guesses[row] / m_unseen[row];
            error += off * off;
            known.push_back(m_target[row]);
        }
        const Spread spread = spreadOf(known);
        const auto n = static_cast<double>(known.size());
        return 1 - error / (spread.deviation * spread.deviation * (n - 1));
    }

    void store(std::vector<FeatureImportance>& features) const {
        const auto trees = static_cast<double>(m_trees);
        double sum = 0;
        for (std::size_t i = 0; i < features.size(); ++i) {
            const double mean = m_trees > 0 ? m_rises[i] / trees : 0;
            features[i].importance = mean;
            features[i].deviation =
                m_trees > 1
                    ? std::sqrt(std::max(0.0, m_squares[i] / trees - mean * mean) / (trees - 1))
                    : 0;
            sum += std::max(mean, 0.0);
        }
        for (FeatureImportance& feature : features)
            feature.share = sum > 0 ? std::max(feature.importance, 0.0) / sum : 0;
    }

private:
    void guessUnseen(const RegressionTree& tree, const Rows& unseen) {
        for (const std::uint32_t row : unseen) {
            m_guesses[row] += tree.guess(m_features, row);
            m_unseen[row] += 1;
        }
    }

    void shuffleEach(const RegressionTree& tree, const Rows& unseen) {
        double error = 0;
        for (const std::uint32_t row : unseen) {
            const double off = m_target[row] - tree.guess(m_features, row);
            error += off * off;
        }
        error /= static_cast<double>(unseen.size());
        std::vector<bool> used(m_features.size(), false);
        for (const RegressionTree::Node& node : tree.nodes()) {
            if (node.feature >= 0)
                used[static_cast<std::size_t>(node.feature)] = true;
        }
        for (const std::uint32_t feature : m_usable) {
            if (!used[feature])
                continue;
            std::vector<Level> levels;
            for (const std::uint32_t row : unseen)
                levels.push_back(m_features[feature].levels[row]);
            for (std::size_t i = levels.size(); i > 1; --i)
                std::swap(levels[i - 1], levels[m_chance.below(static_cast<std::uint32_t>(i))]);
            double shuffled = 0;
            for (std::size_t i = 0; i < unseen.size(); ++i) {
                const double off =
                    m_target[unseen[i]] - tree.guess(m_features, unseen[i],
                                                     static_cast<std::int32_t>(feature), levels[i]);
                shuffled += off * off;
            }
            const double rise = shuffled / static_cast<double>(unseen.size()) - error;
            m_rises[feature] += rise;
            m_squares[feature] += rise * rise;
        }
    }

    std::vector<LevelledFeature> m_features;
    std::vector<double> m_target;
    Rows m_usable;
    ImportanceOptions m_options;
    Chance m_chance;
    std::vector<double> m_guesses;  // sums by run, over the trees that did not see it
    std::vector<double> m_unseen;   // how many trees these are
    std::vector<double> m_rises;    // sums by feature, over the trees
    std::vector<double> m_squares;
    std::size_t m_trees = 0;
};

FeatureImportance alone(const Feature& feature, std::span<const double> target) {
    FeatureImportance result;
    result.correlation = result.eta = NaN;
    if (const auto* numbers = std::get_if<std::span<const double>>(&feature))
        result.correlation = spearman(*numbers, target).value;
    else
        result.eta = correlationRatio(std::get<std::span<const Category>>(feature), target).eta;
    return result;
}

Verdict verdictOf(double r2) {
    if (!(r2 > NothingBelow))
        return Verdict::Nothing;
    return r2 > WeakBelow ? Verdict::Some : Verdict::Weak;
}

}  // namespace

Importance importanceOf(std::span<const Feature> features, std::span<const double> target,
                        const ImportanceOptions& options, std::stop_token stop) {
    Importance result;
    result.r2 = NaN;
    Rows rows;
    for (std::uint32_t row = 0; row < target.size(); ++row) {
        if (std::isfinite(target[row]) || (options.rankTarget && !std::isnan(target[row])))
            rows.push_back(row);
    }
    result.n = rows.size();
    result.leftOut = target.size() - rows.size();
    std::vector<LevelledFeature> columns;
    Rows usable;
    for (const Feature& feature : features) {
        if (stop.stop_requested())
            return result;
        columns.push_back(levelled(feature, rows));
        result.features.push_back(alone(feature, target));
        result.features.back().constant = columns.back().constant;
        if (!columns.back().constant)
            usable.push_back(static_cast<std::uint32_t>(columns.size() - 1));
    }
    if (rows.size() < FewestRuns)
        return result;
    std::vector<double> wanted = pick(target, rows);
    wanted = standardised(options.rankTarget ? ranksOf(wanted) : std::move(wanted));
    result.verdict = wanted.empty() ? Verdict::TargetConstant : Verdict::NoFeatures;
    if (wanted.empty() || usable.empty())
        return result;
    Reckoner reckoner(std::move(columns), std::move(wanted), std::move(usable), options);
    for (std::size_t i = 0; i < options.trees && !stop.stop_requested(); ++i)
        reckoner.addTree();
    reckoner.store(result.features);
    result.r2 = reckoner.r2();
    result.verdict = verdictOf(result.r2);
    return result;
}

}  // namespace podium::analysis
