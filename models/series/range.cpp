// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/range.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

namespace {

// QCustomPlot's axes hold no more than +-1e250 and nothing narrower than 1e-280.
constexpr double Greatest = 1e249;
constexpr double Digits = 248;  // the same on a logarithmic axis
constexpr double Narrowest = 1e-278;
/// Below this share of its own size a span is rounding, not data.
constexpr double RelativeSpan = 1e-12;

Range linear(double low, double high, double padding) {
    low = std::clamp(low, -Greatest, Greatest);
    high = std::clamp(high, -Greatest, Greatest);
    const double size = std::max(std::abs(low), std::abs(high));
    const double span = high - low;
    if (span <= size * RelativeSpan || span < Narrowest) {
        const double half = size > Narrowest * 1000 ? size * 0.1 : 0.5;
        const double middle = low + span / 2;
        return {middle - half, middle + half};
    }
    return {low - span * padding, high + span * padding};
}

Range toLog(const Range& range) {
    return {std::log10(range.low), std::log10(range.high)};
}

Range fromLog(const Range& range) {
    return {std::pow(10, std::clamp(range.low, -Digits - 1, Digits + 1)),
            std::pow(10, std::clamp(range.high, -Digits - 1, Digits + 1))};
}

}  // namespace

bool valid(const Range& range, bool logarithmic) {
    if (!std::isfinite(range.low) || !std::isfinite(range.high) || range.low >= range.high)
        return false;
    if (range.low < -2 * Greatest || range.high > 2 * Greatest)
        return false;
    if (logarithmic)
        return range.low > 0 && range.high / range.low > 1 + RelativeSpan;
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    const double span = range.high - range.low;
    return span > size * RelativeSpan && span >= Narrowest;
}

Range fit(const MinMax& extent, double padding, bool logarithmic) {
    if (!logarithmic)
        return extent.empty() ? Range{0, 1} : linear(extent.min, extent.max, padding);
    if (extent.empty() || extent.max <= 0)
        return {1, 10};
    const double high = std::clamp(std::log10(extent.max), -Digits, Digits);
    const double low =
        extent.min > 0 ? std::clamp(std::log10(extent.min), -Digits, Digits) : high - 3;
    if (high - low < 1e-9)
        return fromLog({low - 0.5, high + 0.5});
    return fromLog({low - (high - low) * padding, high + (high - low) * padding});
}

Range zoomed(const Range& range, double anchor, double factor, bool logarithmic) {
    if (logarithmic) {
        const Range out = fromLog(zoomed(toLog(range), std::log10(anchor), factor));
        return valid(out, true) ? out : range;
    }
    const Range out{anchor + (range.low - anchor) * factor,
                    anchor + (range.high - anchor) * factor};
    return valid(out) ? out : range;
}

Range moved(const Range& range, double fraction, bool logarithmic) {
    if (logarithmic) {
        const Range out = fromLog(moved(toLog(range), fraction));
        return valid(out, true) ? out : range;
    }
    const double shift = (range.high - range.low) * fraction;
    const Range out{range.low + shift, range.high + shift};
    return valid(out) ? out : range;
}

}  // namespace podium::series
