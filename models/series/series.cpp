// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/series.h"

#include <algorithm>

namespace podium::series {

Series::Series(Columns columns) : m_columns(std::move(columns)) {
    if (!m_columns.times.empty())
        m_startTime = std::ranges::min(m_columns.times);
}

base::Result<std::shared_ptr<const Series>> Series::fromBlob(std::string_view blob) {
    base::Result<Columns> columns = unpackColumns(blob);
    if (!columns.ok())
        return columns.as<std::shared_ptr<const Series>>();
    return std::make_shared<const Series>(std::move(columns).value());
}

std::shared_ptr<const Series> Series::fromPoints(std::span<const domain::MetricPoint> points) {
    Columns columns;
    columns.steps.reserve(points.size());
    columns.times.reserve(points.size());
    columns.values.reserve(points.size());
    for (const domain::MetricPoint& point : points) {
        columns.steps.push_back(point.step);
        columns.times.push_back(point.timestamp);
        columns.values.push_back(point.value);
    }
    return std::make_shared<const Series>(std::move(columns));
}

domain::MetricPoint Series::point(std::size_t i) const {
    return {m_columns.values[i], m_columns.times[i], m_columns.steps[i]};
}

}  // namespace podium::series
