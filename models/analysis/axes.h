// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/column.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace podium::analysis {

enum class AxisKind : std::uint8_t { Linear, Log, Time, Boolean, Categories };

struct AxisTick {
    double place = 0;  // 0 to 1
    double value = 0;  // of a category its code
};

/// An axis of a scatter plot or of parallel coordinates: maps values to places from 0 (its low end)
/// to 1 and back. A value type; never changes but by its set functions.
class Axis {
public:
    /// An empty linear axis from 0 to 1.
    Axis() = default;

    /// From the least to the greatest finite value; a constant is in the middle. `kind` is Linear,
    /// Log or Time. Log takes positive values only, and says how many others there are; without any
    /// it goes from 1 to 10.
    [[nodiscard]] static Axis ofNumbers(std::span<const double> values,
                                        AxisKind kind = AxisKind::Linear);
    /// Codes 1 to `count`, each in the middle of an equal part of the axis. `kind` is Categories or
    /// Boolean.
    [[nodiscard]] static Axis ofCategories(std::size_t count, AxisKind kind = AxisKind::Categories);
    /// What suits a column: logarithmic if `logarithmic` and it holds a positive number.
    [[nodiscard]] static Axis of(const ColumnValues& values, bool logarithmic = false);

    [[nodiscard]] AxisKind kind() const { return m_kind; }
    [[nodiscard]] bool categorical() const {
        return m_kind == AxisKind::Categories || m_kind == AxisKind::Boolean;
    }
    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] std::size_t categories() const { return m_categories; }
    [[nodiscard]] bool reversed() const { return m_reversed; }
    /// Values that have no place, of those the axis was made from.
    [[nodiscard]] std::size_t nonPositive() const { return m_nonPositive; }  // on a Log axis
    [[nodiscard]] std::size_t infinite() const { return m_infinite; }
    [[nodiscard]] std::size_t missing() const { return m_missing; }

    /// Low and high change ends.
    void setReversed(bool reversed) { m_reversed = reversed; }
    /// What the ends stand for: a zoom. Ignored unless finite, low < high and, on a Log axis,
    /// positive; categories have theirs fixed.
    void setRange(double low, double high);
    /// Widens the ends to round numbers.
    void widenToRound();

    /// NaN for NaN, for what a Log axis can't show, and for infinities; outside of 0 to 1 for what
    /// is beyond the ends.
    [[nodiscard]] double place(double value) const;
    [[nodiscard]] double categoryPlace(Category code) const;  // NaN if missing or unknown
    /// The inverse of place().
    [[nodiscard]] double value(double place) const;
    /// The category whose part of the axis the place is in; NoCategory outside.
    [[nodiscard]] Category categoryAt(double place) const;
    /// All places of a column: of numbers(), or codes where the axis is categorical.
    [[nodiscard]] std::vector<double> places(const ColumnValues& values) const;

    /// About `wanted` ticks on round values, by rising value, none outside of 0 to 1: 1, 2, 2.5 or
    /// 5 times a power of ten; on a Log axis powers of ten, with 2 and 5 where there is room; times
    /// at round seconds up to years, of a clock `clockOffset` milliseconds ahead of UTC; of
    /// categories every one, or each n-th.
    [[nodiscard]] std::vector<AxisTick> ticks(std::size_t wanted,
                                              std::int64_t clockOffset = 0) const;

private:
    AxisKind m_kind = AxisKind::Linear;
    bool m_reversed = false;
    double m_low = 0;
    double m_high = 1;
    std::size_t m_categories = 0;
    std::size_t m_nonPositive = 0;
    std::size_t m_infinite = 0;
    std::size_t m_missing = 0;
};

/// True if a logarithmic axis suits the values better: all positive, at least three different ones,
/// over two decades or more.
[[nodiscard]] bool suitsLog(std::span<const double> values);

/// 1, 2, 2.5 or 5 times a power of ten, so that about `wanted` steps fill the span (> 0, finite).
[[nodiscard]] double niceStep(double span, std::size_t wanted);

}  // namespace podium::analysis
