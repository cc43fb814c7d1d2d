// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/smooth.h"

#include <algorithm>

namespace podium::series {

std::vector<double> smoothed(std::span<const double> values, double weight) {
    const double w = std::clamp(weight, 0.0, 0.9999);
    std::vector<double> out(values.begin(), values.end());
    if (w == 0)
        return out;
    double average = 0;
    double left = 1;  // w^n
    for (double& value : out) {
        average = average * w + (1 - w) * value;
        left *= w;
        value = average / (1 - left);
    }
    return out;
}

}  // namespace podium::series
