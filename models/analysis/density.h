// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace podium::analysis {

struct DensityOptions {
    std::size_t points = 128;  // at which the density is given, at least two
    double smoothing = 1;      // a factor for the bandwidth
    bool logarithmic = false;  // density over log10 of the values; values <= 0 are left out
    std::optional<std::pair<double, double>>
        range;  // where it is given; else from least to greatest
};

/// The estimated density of a sample, as a violin shows it.
struct Density {
    std::vector<double> places;   // rising; as the values (not logarithms)
    std::vector<double> heights;  // per unit of value, or per decade if logarithmic
    double bandwidth = 0;         // standard deviation of the kernel; in decades if logarithmic
    std::size_t n = 0;            // values it was made of
    std::size_t leftOut = 0;      // NaN, infinite, or <= 0 on a logarithmic scale
};

/// Gaussian kernels with Silverman's bandwidth 0.9 * min(s, IQR / 1.34) * n^(-1/5) (Silverman 1986,
/// eq. 3.31; s alone where IQR is 0). Clipped to the range of the values, and not scaled up for
/// what the kernels have outside. Values without any spread give one place, height 1 and bandwidth
/// 0; no values give none.
[[nodiscard]] Density densityOf(std::span<const double> values, const DensityOptions& options = {},
                                std::stop_token stop = {});

}  // namespace podium::analysis
