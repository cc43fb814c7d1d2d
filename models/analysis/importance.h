// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/column.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <variant>
#include <vector>

namespace podium::analysis {

/// A param: numbers or categories. Missing is a value of its own.
using Feature = std::variant<std::span<const double>, std::span<const Category>>;

struct ImportanceOptions {
    std::size_t trees = 100;
    std::uint64_t seed = 1;     // the same seed gives the same numbers, on any machine
    bool rankTarget = false;    // explains the rank of the target: for targets with outliers
    std::size_t leastLeaf = 3;  // runs in a leaf
};

struct FeatureImportance {
    /// How much worse the forest's guesses get without the param: rise of the mean squared error
    /// out of bag when its values are shuffled, as a part of the target's variance. About 0, or
    /// less, if it does not matter.
    double importance = 0;
    double deviation = 0;  // standard error of it over the trees
    double share = 0;      // of the sum of all that are above 0; 0 to 1
    /// Spearman's with the target for numbers: its sign says which way. NaN for categories.
    double correlation = 0;
    double eta = 0;         // of categories with the target; NaN for numbers
    bool constant = false;  // the same value (or missing) in all runs: nothing to learn
};

/// What can be said, worst first.
enum class Verdict : std::uint8_t {
    TooFewRuns,      // below ten with a finite target: nothing was computed
    TargetConstant,  // nothing to explain: nothing was computed
    NoFeatures,      // no param, or each is constant: nothing was computed
    Nothing,         // R2 out of bag <= 0.05: the importances mean nothing
    Weak,            // R2 up to 0.3: take them as a hint
    Some,            // more
};

struct Importance {
    Verdict verdict = Verdict::TooFewRuns;
    std::vector<FeatureImportance> features;  // in the order given
    double r2 = 0;                            // out of bag; NaN if nothing was computed
    std::size_t n = 0;                        // runs used
    std::size_t leftOut = 0;                  // runs whose target is missing or infinite
};

/// The importance of params for a metric: a random forest (Breiman 2001) of regression trees, each
/// grown on a bootstrap sample (of 3,000 runs at most) with a third of the features tried at a
/// split, and permutation importance on the runs out of the bag (1,000 at most). At a split,
/// missing numbers go to the side where they fit better, or are split off; categories are put in
/// the order of their mean target, which is the best split in two (Fisher 1958). Params that say
/// the same share their importance. Numbers are cut to 255 levels by quantiles, categories to the
/// 254 most frequent and the rest.
[[nodiscard]] Importance importanceOf(std::span<const Feature> features,
                                      std::span<const double> target,
                                      const ImportanceOptions& options = {},
                                      std::stop_token stop = {});

}  // namespace podium::analysis
