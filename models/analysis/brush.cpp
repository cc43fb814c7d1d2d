// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/brush.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace podium::analysis {

void Brush::add(Interval interval) {
    if (std::isnan(interval.low) || std::isnan(interval.high))
        return;
    if (interval.low > interval.high)
        std::swap(interval.low, interval.high);
    std::vector<Interval> kept;
    for (const Interval& other : m_intervals) {
        if (other.high < interval.low || other.low > interval.high) {
            kept.push_back(other);
            continue;
        }
        interval.low = std::min(interval.low, other.low);
        interval.high = std::max(interval.high, other.high);
    }
    kept.push_back(interval);
    std::sort(kept.begin(), kept.end(),
              [](const Interval& a, const Interval& b) { return a.low < b.low; });
    m_intervals = std::move(kept);
}

void Brush::removeAt(double value) {
    std::erase_if(m_intervals, [value](const Interval& interval) {
        return interval.low <= value && value <= interval.high;
    });
}

void Brush::toggle(Category category) {
    if (m_categories.erase(category) == 0)
        m_categories.insert(category);
}

void Brush::clear() {
    *this = Brush();
}

bool Brush::contains(double value) const {
    if (empty())
        return true;
    if (std::isnan(value))
        return m_missing;
    return std::any_of(m_intervals.begin(), m_intervals.end(), [value](const Interval& interval) {
        return interval.low <= value && value <= interval.high;
    });
}

bool Brush::containsCategory(Category category) const {
    if (empty())
        return true;
    return category == NoCategory ? m_missing : m_categories.contains(category);
}

void Brush::keep(const ColumnValues& values, query::Bitmap& rows) const {
    if (empty())
        return;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const bool inside =
            values.numeric() ? contains(values.numbers[row]) : containsCategory(values.codes[row]);
        if (!inside)
            rows.reset(row);
    }
}

}  // namespace podium::analysis
