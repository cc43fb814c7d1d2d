// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/column.h"
#include "query/frame.h"

#include <set>
#include <span>
#include <vector>

namespace podium::analysis {

/// Both ends belong to it.
struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// What a person marked on one axis: intervals of values, or categories. One without any holds
/// everything; else a missing value is outside unless asked for.
class Brush {
public:
    /// Ends may come in either order; intervals that touch become one. NaN is ignored.
    void add(Interval interval);
    /// Takes the intervals away that hold the value.
    void removeAt(double value);
    void toggle(Category category);
    void setMissing(bool inside) { m_missing = inside; }
    void clear();

    [[nodiscard]] bool empty() const {
        return m_intervals.empty() && m_categories.empty() && !m_missing;
    }
    [[nodiscard]] bool missing() const { return m_missing; }
    [[nodiscard]] const std::vector<Interval>& intervals() const { return m_intervals; }
    [[nodiscard]] const std::set<Category>& categories() const { return m_categories; }

    [[nodiscard]] bool contains(double value) const;
    [[nodiscard]] bool containsCategory(Category category) const;

    /// Takes the rows out of `rows` that are outside; row i has values.numbers[i] or codes[i].
    void keep(const ColumnValues& values, query::Bitmap& rows) const;

    friend bool operator==(const Brush&, const Brush&) = default;

private:
    std::vector<Interval> m_intervals;  // by low, none touches another
    std::set<Category> m_categories;
    bool m_missing = false;
};

}  // namespace podium::analysis
