// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/series.h"

#include "series/packedhistory.h"

#include <algorithm>
#include <limits>

namespace podium::series {

namespace {

/// As many points as the history has, none of which is known.
Columns unknown(std::size_t size) {
    Columns columns;
    columns.steps.resize(size);
    columns.times.resize(size);
    columns.values.assign(size, std::numeric_limits<double>::quiet_NaN());
    return columns;
}

}  // namespace

Series::Series(Columns columns)
    : m_size(columns.values.size()), m_columns(std::move(columns)), m_held(true) {
    if (!m_columns.times.empty())
        m_startTime = std::ranges::min(m_columns.times);
}

Series::Series(std::shared_ptr<const PackedHistory> history)
    : m_packed(std::move(history)), m_size(m_packed->size()) {
    m_startTime =
        m_packed->timesAscend() ? m_packed->head(0).times.first : std::ranges::min(times());
}

const Columns& Series::columns() const {
    if (m_packed != nullptr) {
        std::call_once(m_read, [this] {
            base::Result<Columns> read = m_packed->columns();
            m_columns = read.ok() ? std::move(read).value() : unknown(m_size);
            m_held = true;
        });
    }
    return m_columns;
}

std::size_t Series::weight() const {
    constexpr std::size_t PointsPerHead = 6;
    return (m_held ? m_size : 0) + (m_packed != nullptr ? m_packed->chunks() * PointsPerHead : 0);
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
    if (m_packed != nullptr)
        return m_packed->point(i).value_or(
            domain::MetricPoint{std::numeric_limits<double>::quiet_NaN(), 0, 0});
    return {m_columns.values[i], m_columns.times[i], m_columns.steps[i]};
}

}  // namespace podium::series
