// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace podium::query {

/// Numbers that stand for many. What is missing or NaN is counted, and left out of the rest; with
/// no value the numbers are NaN, with one the spread is.
struct Summary {
    std::size_t values = 0;
    std::size_t notNumbers = 0;
    double mean = 0;
    double median = 0;
    double min = 0;
    double max = 0;
    double deviation = 0;  // of a sample: divided by n - 1
    double error = 0;      // standard error of the mean
};

/// The summary of some rows of a column of numbers; of a column of texts, that of the texts that
/// are numbers.
[[nodiscard]] Summary summarize(const Column& column, std::span<const std::uint32_t> rows);

/// Which number of a summary a table shows.
enum class Aggregate : std::uint8_t {
    MeanDeviation,  // mean ± standard deviation
    MeanError,      // mean ± standard error
    Mean,
    Median,
    Min,
    Max,
    Deviation,
    Error,
    Count
};

/// The first number of an aggregate: by which groups are ordered.
[[nodiscard]] double aggregateValue(const Summary& summary, Aggregate aggregate);

/// Rows with the same values under some columns, level below level. Never changes.
class Grouping {
public:
    static constexpr std::uint32_t None = std::numeric_limits<std::uint32_t>::max();

    struct Group {
        std::uint32_t parent = None;
        std::uint32_t level = 0;
        std::string text;      // "" if missing
        bool missing = false;  // the rows have no such value: a group of their own
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    /// How groups are ordered: by a column's aggregate over their rows, or by their own values if
    /// `column` is one of those that group or has no numbers. Missing values come last.
    struct Order {
        ColumnKey column;
        bool descending = false;
        Aggregate aggregate = Aggregate::Mean;
    };

    Grouping() = default;
    /// Groups rows of the frame by its columns; one that the frame lacks is missing in every row.
    Grouping(const Frame& frame, std::vector<ColumnKey> columns,
             std::span<const std::uint32_t> rows, const Order* order = nullptr);

    [[nodiscard]] const std::vector<ColumnKey>& columns() const { return m_columns; }
    /// Each before those that lie in it, siblings in order.
    [[nodiscard]] const std::vector<Group>& groups() const { return m_groups; }
    /// The rows of a group and of those that lie in it.
    [[nodiscard]] std::span<const std::uint32_t> rows(std::uint32_t group) const;
    /// The innermost group of a row, None if it was not grouped.
    [[nodiscard]] std::uint32_t groupOf(std::uint32_t row) const { return m_groupOf[row]; }
    /// Values from the outermost to the group's own: a name that stays when groups come and go.
    [[nodiscard]] std::vector<std::string> path(std::uint32_t group) const;

private:
    struct Builder;

    std::vector<ColumnKey> m_columns;
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_members;
    std::vector<std::uint32_t> m_groupOf;  // by row
};

}  // namespace podium::query
