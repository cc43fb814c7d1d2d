// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/formula.h"
#include "series/join.h"
#include "series/series.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::analysis {

/// A history computed from those of a run's metrics, point by point:
/// `metrics.loss - metrics.val_loss`, `log(metrics.loss)`. It is written as the formula of a column
/// (query::Formula), but a metric stands for its value at the point, and a reduction such as
/// `min(metrics.loss)` for that number of its whole history at every point. Cheap to copy, never
/// changes.
class SeriesFormula {
public:
    explicit SeriesFormula(query::Formula formula);

    /// The metrics whose histories are needed, each once.
    [[nodiscard]] const std::vector<std::string>& metrics() const { return m_metrics; }

    struct Computed {
        std::shared_ptr<const series::Series> series;
        std::size_t unpaired = 0;  // points that lack a metric, and so have no value
    };

    /// `histories` are those of metrics(), in their order, nullptr for one that the run lacks.
    /// There is a point for each step at which every metric that counts has a value (of `if` the
    /// condition and the part it picks), and where the first of the metrics that has the step has
    /// several points at it, one for each; they are joined as series::joinedPoints() does, and have
    /// that metric's times. The order is its store's, or by step where points of other metrics come
    /// between. With CarryForward a metric keeps its last value until its next step. What IEEE 754
    /// makes NaN or infinite is a point all the same.
    [[nodiscard]] Computed evaluate(
        std::span<const std::shared_ptr<const series::Series>> histories,
        series::JoinKind join = series::JoinKind::SameStep, std::stop_token stop = {}) const;

private:
    query::Formula m_formula;
    std::vector<query::ColumnKey> m_columns;
    std::vector<std::string> m_metrics;
};

/// Reads a formula (UTF-8) as query::parseFormula() does, with its errors and these of
/// QueryInvalid: "operand-metric" (a name that is no metric: it has no points), "operand-reduction"
/// (best, at_best or time_to, which need to know more than a history), "no-metric" (nothing but
/// numbers).
[[nodiscard]] base::Result<SeriesFormula> parseSeriesFormula(std::string_view text);

}  // namespace podium::analysis
