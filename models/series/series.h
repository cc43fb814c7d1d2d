// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "series/packed.h"

#include <memory>
#include <span>
#include <string_view>

namespace podium::series {

/// The history of one metric of one run in memory, in the store's own order. Never changes; shared
/// by every chart, table and export that shows it.
class Series {
public:
    explicit Series(Columns columns);

    /// From a packed blob; DecodeFailed if it is damaged.
    [[nodiscard]] static base::Result<std::shared_ptr<const Series>> fromBlob(
        std::string_view blob);
    [[nodiscard]] static std::shared_ptr<const Series> fromPoints(
        std::span<const domain::MetricPoint> points);

    [[nodiscard]] std::size_t size() const { return m_columns.values.size(); }
    [[nodiscard]] bool empty() const { return m_columns.values.empty(); }
    [[nodiscard]] const std::vector<std::int64_t>& steps() const { return m_columns.steps; }
    [[nodiscard]] const std::vector<base::Millis>& times() const { return m_columns.times; }
    [[nodiscard]] const std::vector<double>& values() const { return m_columns.values; }
    [[nodiscard]] domain::MetricPoint point(std::size_t i) const;
    /// The earliest time of any point, from which relative time counts; 0 if there is no point.
    [[nodiscard]] base::Millis startTime() const { return m_startTime; }

private:
    Columns m_columns;
    base::Millis m_startTime = 0;
};

}  // namespace podium::series
