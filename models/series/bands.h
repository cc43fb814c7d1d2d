// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/line.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace podium::series {

/// What stands in the middle of a band.
enum class BandCentre : std::uint8_t { Mean, Median };
/// What a band reaches over, around its centre or, for Quartiles and MinMax, by itself.
enum class BandSpread : std::uint8_t {
    Deviation,      // one standard deviation (n - 1) to both sides
    StandardError,  // deviation / sqrt(n)
    Confidence95,   // Student's t for n - 1 degrees times the standard error
    Quartiles,      // first to third, interpolated
    MinMax,
};

/// Lines of a group, taken together at every x that any of them has. Where the spread is not
/// defined (one line alone) low and high are the centre.
struct Band {
    std::vector<double> x;  // ascending, each once
    std::vector<double> centre;
    std::vector<double> low;
    std::vector<double> high;
    std::vector<std::uint32_t> count;  // lines that have a value at x
};

/// The value of a line at x: that of its last point there; between two joined points what lies on
/// the straight line; NaN beyond its ends and in a gap.
[[nodiscard]] double valueAt(const Line& line, double x);

/// The band of some lines. A stop gives an incomplete band.
[[nodiscard]] Band bandOf(std::span<const std::shared_ptr<const Line>> lines, BandCentre centre,
                          BandSpread spread, std::stop_token stop = {});

/// The difference of a line to a baseline at every x of the line where the baseline has a value;
/// nothing else is drawn there.
struct Difference {
    std::vector<double> x;
    std::vector<double> y;
};
[[nodiscard]] Difference differenceTo(const Line& line, const Line& baseline);

}  // namespace podium::series
