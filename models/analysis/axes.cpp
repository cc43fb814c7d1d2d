// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/axes.h"

#include "analysis/numbers.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace podium::analysis {

namespace {

constexpr double Greatest = std::numeric_limits<double>::max();

/// Ends around a constant, so that it stands in the middle.
void makeRoom(double& low, double& high, AxisKind kind) {
    if (high > low)
        return;
    if (kind == AxisKind::Log) {
        low = std::max(low / 2, std::numeric_limits<double>::min());
        high = std::min(high * 2, Greatest);
        return;
    }
    const double part = std::abs(low) * 0.1;
    const double half = kind == AxisKind::Time ? std::max(1000.0, part * 1e-5)
                        : low == 0             ? 0.5
                                               : part;
    low = std::max(low - half, -Greatest);
    high = std::min(high + half, Greatest);
}

}  // namespace

Axis Axis::ofNumbers(std::span<const double> values, AxisKind kind) {
    Axis axis;
    axis.m_kind = kind;
    bool any = false;
    for (const double value : values) {
        if (std::isnan(value)) {
            ++axis.m_missing;
        } else if (kind == AxisKind::Log && value <= 0) {
            ++axis.m_nonPositive;
        } else if (std::isinf(value)) {
            ++axis.m_infinite;
        } else {
            axis.m_low = any ? std::min(axis.m_low, value) : value;
            axis.m_high = any ? std::max(axis.m_high, value) : value;
            any = true;
        }
    }
    if (any) {
        makeRoom(axis.m_low, axis.m_high, kind);
    } else if (kind == AxisKind::Log) {
        axis.m_low = 1;
        axis.m_high = 10;
    }
    return axis;
}

Axis Axis::ofCategories(std::size_t count, AxisKind kind) {
    Axis axis;
    axis.m_kind = kind;
    axis.m_categories = count;
    axis.m_low = 0.5;
    axis.m_high = static_cast<double>(std::max<std::size_t>(count, 1)) + 0.5;
    return axis;
}

Axis Axis::of(const ColumnValues& values, bool logarithmic) {
    if (!values.numeric()) {
        Axis axis = ofCategories(values.categories.size(), values.type == ColumnType::Boolean
                                                               ? AxisKind::Boolean
                                                               : AxisKind::Categories);
        axis.m_missing = static_cast<std::size_t>(
            std::count(values.codes.begin(), values.codes.end(), NoCategory));
        return axis;
    }
    const bool positive =
        std::any_of(values.numbers.begin(), values.numbers.end(),
                    [](double value) { return value > 0 && std::isfinite(value); });
    if (values.type == ColumnType::Time)
        return ofNumbers(values.numbers, AxisKind::Time);
    return ofNumbers(values.numbers, logarithmic && positive ? AxisKind::Log : AxisKind::Linear);
}

void Axis::setRange(double low, double high) {
    const bool sound = std::isfinite(low) && std::isfinite(high) && low < high;
    if (categorical() || !sound || (m_kind == AxisKind::Log && low <= 0))
        return;
    m_low = low;
    m_high = high;
}

void Axis::widenToRound() {
    constexpr std::size_t Steps = 8;
    if (categorical() || m_kind == AxisKind::Time || !std::isfinite(m_high - m_low))
        return;
    if (m_kind == AxisKind::Log) {
        setRange(std::pow(10.0, std::floor(std::log10(m_low))),
                 std::pow(10.0, std::ceil(std::log10(m_high))));
        return;
    }
    const double step = niceStep(m_high - m_low, Steps);
    setRange(std::floor(m_low / step) * step, std::ceil(m_high / step) * step);
}

double Axis::place(double value) const {
    if (!std::isfinite(value) || (m_kind == AxisKind::Log && value <= 0))
        return NaN;
    double part = 0;
    if (m_kind == AxisKind::Log)
        part = (std::log10(value) - std::log10(m_low)) / (std::log10(m_high) - std::log10(m_low));
    else  // halves: the distance of the greatest doubles is none
        part = (value / 2 - m_low / 2) / (m_high / 2 - m_low / 2);
    return m_reversed ? 1 - part : part;
}

double Axis::categoryPlace(Category code) const {
    if (code == NoCategory || code > m_categories)
        return NaN;
    return place(static_cast<double>(code));
}

double Axis::value(double place) const {
    const double part = m_reversed ? 1 - place : place;
    if (m_kind == AxisKind::Log)
        return std::pow(10.0, std::log10(m_low) * (1 - part) + std::log10(m_high) * part);
    return m_low * (1 - part) + m_high * part;
}

Category Axis::categoryAt(double place) const {
    if (!(place >= 0 && place <= 1) || m_categories == 0)
        return NoCategory;
    const double code = std::floor(value(place) + 0.5);
    return static_cast<Category>(std::clamp(code, 1.0, static_cast<double>(m_categories)));
}

std::vector<double> Axis::places(const ColumnValues& values) const {
    std::vector<double> places;
    if (categorical()) {
        places.reserve(values.codes.size());
        for (const Category code : values.codes)
            places.push_back(categoryPlace(code));
        return places;
    }
    places.reserve(values.numbers.size());
    for (const double number : values.numbers)
        places.push_back(place(number));
    return places;
}

bool suitsLog(std::span<const double> values) {
    std::set<double> different;
    double low = Greatest;
    double high = 0;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        if (value <= 0)
            return false;
        low = std::min(low, value);
        high = std::max(high, value);
        if (different.size() < 3)
            different.insert(value);
    }
    return different.size() >= 3 && high / 100 >= low;
}

}  // namespace podium::analysis
