// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/decimate.h"
#include "series/range.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

/// Data to pixels and back: x to the right over window.columns pixels, y upwards over `height`.
struct Mapping {
    Window window;
    Range y;
    bool logarithmic = false;
    int height = 0;

    [[nodiscard]] double pixelX(double x) const { return bounded(window.position(x)); }
    /// 0 is the upper border.
    [[nodiscard]] double pixelY(double value) const {
        const double share =
            logarithmic ? (std::log(value) - std::log(y.low)) / (std::log(y.high) - std::log(y.low))
                        : (value - y.low) / (y.high - y.low);
        return bounded((1 - share) * height);
    }
    [[nodiscard]] double dataX(double pixel) const {
        return window.x0 + (window.x1 - window.x0) * (pixel / window.columns);
    }
    [[nodiscard]] double dataY(double pixel) const {
        const double share = 1 - pixel / height;
        return logarithmic
                   ? std::exp(std::log(y.low) + share * (std::log(y.high) - std::log(y.low)))
                   : y.low + (y.high - y.low) * share;
    }
    friend bool operator==(const Mapping&, const Mapping&) = default;

private:
    /// Far outside the picture, but still a number one can reckon with.
    [[nodiscard]] static double bounded(double pixel) { return std::clamp(pixel, -1e12, 1e12); }
};

}  // namespace podium::series
