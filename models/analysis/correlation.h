// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/column.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace podium::analysis {

enum class CorrelationKind : std::uint8_t { Pearson, Spearman };

/// NaN where it can't be told: fewer than two pairs, or a column without spread. `p` needs three.
struct Correlation {
    std::size_t n = 0;  // pairs that have both values
    double value = 0;   // -1 to 1
    double p = 0;       // two-sided: how often chance alone gives one at least as far from 0
};

/// Pearson's r; pairs with a value that is not finite are left out. p by Student's t with n - 2
/// degrees of freedom.
[[nodiscard]] Correlation pearson(std::span<const double> x, std::span<const double> y);

/// Spearman's rho: Pearson's r of the ranks, equal values sharing their mean rank. Infinite values
/// have ranks, so that runs which diverged count. p by the same t (an approximation, good from
/// about ten pairs on).
[[nodiscard]] Correlation spearman(std::span<const double> x, std::span<const double> y);

struct CorrelationMatrix {
    std::size_t columns = 0;
    std::vector<Correlation> cells;

    [[nodiscard]] const Correlation& at(std::size_t row, std::size_t column) const {
        return cells[row * columns + column];
    }
};

/// Each column with each; pairs are left out by twos, so that cells may have different n.
[[nodiscard]] CorrelationMatrix correlationMatrix(std::span<const std::span<const double>> columns,
                                                  CorrelationKind kind, std::stop_token stop = {});

/// How far a category tells a number.
struct CorrelationRatio {
    std::size_t n = 0;
    std::size_t groups = 0;
    double eta = 0;  // 0 to 1; NaN for fewer than two groups, or values without spread
    double p = 0;    // of the F test of one-way ANOVA; NaN if every group has one value
};

/// eta = sqrt(spread between the groups / whole spread), as sums of squares (Pearson 1905).
[[nodiscard]] CorrelationRatio correlationRatio(std::span<const Category> categories,
                                                std::span<const double> values);

/// P(F > f) of Fisher's distribution with a and b degrees of freedom.
[[nodiscard]] double fisherAbove(double f, double a, double b);

}  // namespace podium::analysis
