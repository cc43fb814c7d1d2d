// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/metriclist.h"

#include "base/utf8.h"
#include "stores/sqlstore/values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace podium::stores::sqlstore {

namespace {

using domain::Metric;
using domain::MetricPoint;

bool comesBefore(const MetricPoint& a, const MetricPoint& b) {
    if (a.timestamp != b.timestamp)
        return a.timestamp < b.timestamp;
    if (a.step != b.step)
        return a.step < b.step;
    const double left = std::isnan(a.value) ? 0.0 : a.value;
    const double right = std::isnan(b.value) ? 0.0 : b.value;
    return left < right;
}

}  // namespace

MetricPoint pointAt(const sql::Statement& row, int column) {
    constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
    // Before is_nan (MLflow 1.0) a NaN was NULL.
    const bool isNaN = row.integer(column + 3) != 0 || row.isNull(column);
    return {isNaN ? NaN : row.real(column), row.integer(column + 1), row.integer(column + 2)};
}

/// Rows come key by key from an index of keys, and in turns in the order of writing: both are
/// guessed before anything is looked up.
Metric& MetricList::metric(std::string_view key) {
    const std::size_t count = m_metrics.size();
    for (const std::size_t guess : {m_last, m_last + 1 < count ? m_last + 1 : 0}) {
        if (guess < count && m_metrics[guess].key == key) {
            m_last = guess;
            return m_metrics[guess];
        }
    }
    const auto found = m_places.find(key);
    if (found != m_places.end()) {
        m_last = found->second;
        return m_metrics[m_last];
    }
    m_last = count;
    m_places.emplace(key, count);
    Metric& made = m_metrics.emplace_back();
    made.key = std::string(key);
    return made;
}

void MetricList::add(std::string_view key, const MetricPoint& point) {
    std::vector<MetricPoint>& points = metric(key).points;
    if (points.empty())
        points.reserve(m_expected);
    points.push_back(point);
}

void MetricList::addLatest(std::string_view key, const MetricPoint& point) {
    metric(key).latest = point;
}

std::vector<Metric> MetricList::take(bool& damaged) {
    m_places.clear();
    m_last = 0;
    std::vector<Metric> metrics = std::exchange(m_metrics, {});
    for (Metric& metric : metrics) {
        if (metric.points.empty() && metric.latest)
            metric.points.push_back(*metric.latest);
        if (!std::ranges::is_sorted(metric.points, comesBefore))
            std::ranges::stable_sort(metric.points, comesBefore);
        for (MetricPoint& point : metric.points)
            point.value = decodedValue(point.value);
        if (metric.latest)
            metric.latest->value = decodedValue(metric.latest->value);
        if (!base::isUtf8(metric.key)) {
            metric.key = base::toUtf8(metric.key);
            damaged = true;
        }
    }
    std::ranges::sort(metrics, {}, &Metric::key);
    return metrics;
}

}  // namespace podium::stores::sqlstore
