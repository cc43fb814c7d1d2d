// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "series/packed.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>

namespace podium::series {

class PackedHistory;

/// The history of one metric of one run, in the store's own order: in memory, or packed where it
/// lies (see PackedHistory). Never changes; shared by every chart, table and export that shows it.
class Series {
public:
    explicit Series(Columns columns);
    explicit Series(std::shared_ptr<const PackedHistory> history);
    Series(const Series&) = delete;
    Series& operator=(const Series&) = delete;
    ~Series() = default;

    /// From a packed blob; DecodeFailed if it is damaged.
    [[nodiscard]] static base::Result<std::shared_ptr<const Series>> fromBlob(
        std::string_view blob);
    [[nodiscard]] static std::shared_ptr<const Series> fromPoints(
        std::span<const domain::MetricPoint> points);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    /// Columns as a whole. Of a packed series they are read when they are first asked for, and
    /// kept: what can do with some points at a time does not ask.
    [[nodiscard]] const std::vector<std::int64_t>& steps() const { return columns().steps; }
    [[nodiscard]] const std::vector<base::Millis>& times() const { return columns().times; }
    [[nodiscard]] const std::vector<double>& values() const { return columns().values; }
    /// One point; NaN at 0 if the series can no longer be read.
    [[nodiscard]] domain::MetricPoint point(std::size_t i) const;
    /// The earliest time of any point, from which relative time counts; 0 if there is no point.
    [[nodiscard]] base::Millis startTime() const { return m_startTime; }
    /// Null if the points are in memory.
    [[nodiscard]] const std::shared_ptr<const PackedHistory>& packed() const { return m_packed; }
    /// How many points of 24 bytes it takes in memory, about.
    [[nodiscard]] std::size_t weight() const;

private:
    const Columns& columns() const;

    std::shared_ptr<const PackedHistory> m_packed;
    std::size_t m_size = 0;
    base::Millis m_startTime = 0;
    mutable std::once_flag m_read;
    mutable Columns m_columns;
    mutable std::atomic<bool> m_held = false;
};

}  // namespace podium::series
