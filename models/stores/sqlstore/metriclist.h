// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "sql/statement.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace podium::stores::sqlstore {

/// The point that begins at a column: value, timestamp, step, is_nan. Values still as MLflow keeps
/// them but for NaN: their order is MLflow's.
[[nodiscard]] domain::MetricPoint pointAt(const sql::Statement& row, int column);

/// Gathers the points of one run's metrics as rows come, in whatever order.
class MetricList {
public:
    void add(std::string_view key, const domain::MetricPoint& point);
    /// How many points a metric is likely to have.
    void expect(std::size_t points) { m_expected = std::min(points, MostExpected); }
    /// From latest_metrics.
    void addLatest(std::string_view key, const domain::MetricPoint& point);

    /// The metrics sorted by key, the points in the order of MLflow's API: timestamp, step, value,
    /// with 0 in the place of NaN. Infinities decoded. A metric that only latest_metrics has any
    /// more has that one point. Empties the list.
    [[nodiscard]] std::vector<domain::Metric> take(bool& damaged);

private:
    [[nodiscard]] domain::Metric& metric(std::string_view key);

    static constexpr std::size_t MostExpected = 64;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const {
            return std::hash<std::string_view>()(key);
        }
    };
    std::vector<domain::Metric> m_metrics;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_places;
    std::size_t m_last = 0;
    std::size_t m_expected = 0;
};

}  // namespace podium::stores::sqlstore
