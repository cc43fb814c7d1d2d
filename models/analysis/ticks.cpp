// SPDX-License-Identifier: GPL-3.0-or-later
// Where axes have their ticks.
#include "analysis/axes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace podium::analysis {

namespace {

constexpr double Second = 1000;
constexpr double Minute = 60 * Second;
constexpr double Hour = 60 * Minute;
constexpr double Day = 24 * Hour;

using Values = std::vector<double>;

Values linearValues(double low, double high, std::size_t wanted) {
    Values values;
    const double span = high - low;
    if (!std::isfinite(span))
        return {low, 0, high};
    const double step = niceStep(span, wanted);
    // Too few doubles between the ends for round ones among them, or to count on by steps.
    if (step < std::max(std::abs(low), std::abs(high)) * 1e-14)
        return {low, high};
    for (double i = std::ceil(low / step); i * step <= high; ++i)
        values.push_back(i * step == 0 ? 0 : i * step);
    return values;
}

Values logValues(double low, double high, std::size_t wanted) {
    const double first = std::floor(std::log10(low));
    const double last = std::ceil(std::log10(high));
    const double decades = std::log10(high) - std::log10(low);
    const auto many = static_cast<double>(std::max<std::size_t>(wanted, 1));
    if (decades < 1)
        return linearValues(low, high, wanted);
    const double stride = std::max(1.0, std::ceil(decades / many));
    Values values;
    for (double exponent = std::ceil(first / stride) * stride; exponent <= last;
         exponent += stride) {
        const double power = std::pow(10.0, exponent);
        values.push_back(power);
        if (decades * 3 <= many) {
            values.push_back(2 * power);
            values.push_back(5 * power);
        }
    }
    return values;
}

/// The month `months` after January 1970, in milliseconds.
double monthStart(std::int64_t months) {
    using namespace std::chrono;
    const std::int64_t year = 1970 + (months >= 0 ? months / 12 : (months - 11) / 12);
    const std::int64_t month = months - (year - 1970) * 12;
    const sys_days day = std::chrono::year(static_cast<int>(year)) /
                         std::chrono::month(static_cast<unsigned>(month + 1)) / 1;
    return static_cast<double>(day.time_since_epoch().count()) * Day;
}

std::int64_t monthOf(double time) {
    using namespace std::chrono;
    const year_month_day date{sys_days(days(static_cast<int>(std::floor(time / Day))))};
    return (int{date.year()} - 1970) * 12 + static_cast<int>(unsigned{date.month()}) - 1;
}

Values monthValues(double low, double high, std::int64_t stride) {
    Values values;
    const std::int64_t first = monthOf(low);
    const std::int64_t rest = ((first % stride) + stride) % stride;
    for (std::int64_t month = first - rest; monthStart(month) <= high; month += stride)
        values.push_back(monthStart(month));
    return values;
}

Values timeValues(double low, double high, std::size_t wanted, double offset) {
    constexpr std::array Steps = {Second, 2 * Second, 5 * Second, 10 * Second, 30 * Second,
                                  Minute, 2 * Minute, 5 * Minute, 10 * Minute, 30 * Minute,
                                  Hour,   2 * Hour,   3 * Hour,   6 * Hour,    12 * Hour,
                                  Day,    2 * Day,    7 * Day,    14 * Day};
    // Within what a calendar of 32-bit years and days holds.
    constexpr double Greatest = 6e13;
    if (low < -Greatest || high > Greatest)
        return linearValues(low, high, wanted);
    const double least = (high - low) / static_cast<double>(std::max<std::size_t>(wanted, 1));
    Values values;
    if (least <= Second / 2) {
        values = linearValues(low + offset, high + offset, wanted);
    } else if (least <= Steps.back()) {
        const double step = *std::lower_bound(Steps.begin(), Steps.end(), least);
        for (double i = std::ceil((low + offset) / step); i * step <= high + offset; ++i)
            values.push_back(i * step);
    } else {
        constexpr std::array<std::int64_t, 4> Months = {1, 2, 3, 6};
        const double months = least / (30.4 * Day);
        const auto* stride = std::find_if(Months.begin(), Months.end(), [months](std::int64_t n) {
            return static_cast<double>(n) >= months;
        });
        values = monthValues(
            low + offset, high + offset,
            stride != Months.end()
                ? *stride
                : 12 * static_cast<std::int64_t>(std::max(1.0, niceStep(months / 12 * 10, 10))));
    }
    for (double& value : values)
        value -= offset;
    return values;
}

Values categoryValues(std::size_t count, std::size_t wanted) {
    Values values;
    const std::size_t most = std::max<std::size_t>(wanted, 1);
    const std::size_t stride = (count + most - 1) / most;
    for (std::size_t code = 1; code <= count; code += std::max<std::size_t>(stride, 1))
        values.push_back(static_cast<double>(code));
    return values;
}

}  // namespace

double niceStep(double span, std::size_t wanted) {
    constexpr std::array Factors = {1.0, 2.0, 2.5, 5.0, 10.0};
    const double raw = span / static_cast<double>(std::max<std::size_t>(wanted, 1));
    if (!(raw > 0) || !std::isfinite(raw))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    if (!(power > 0))
        return raw;
    const double* nearest =
        std::min_element(Factors.begin(), Factors.end(), [&](double a, double b) {
            return std::abs(std::log(a * power / raw)) < std::abs(std::log(b * power / raw));
        });
    return *nearest * power;
}

std::vector<AxisTick> Axis::ticks(std::size_t wanted, std::int64_t clockOffset) const {
    Values values;
    if (categorical())
        values = categoryValues(m_categories, wanted);
    else if (m_kind == AxisKind::Log)
        values = logValues(m_low, m_high, wanted);
    else if (m_kind == AxisKind::Time)
        values = timeValues(m_low, m_high, wanted, static_cast<double>(clockOffset));
    else
        values = linearValues(m_low, m_high, wanted);
    std::vector<AxisTick> ticks;
    for (const double value : values) {
        const double at =
            categorical() ? categoryPlace(static_cast<Category>(value)) : place(value);
        if (at >= -1e-9 && at <= 1 + 1e-9)
            ticks.push_back({std::clamp(at, 0.0, 1.0), value});
    }
    return ticks;
}

}  // namespace podium::analysis
