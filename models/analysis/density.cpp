// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/density.h"

#include "analysis/numbers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace podium::analysis {

namespace {

double silverman(std::span<const double> sorted, double smoothing) {
    const double deviation = spreadOf(sorted).deviation;
    const double quartiles =
        (sortedQuantile(sorted, 0.75) / 2 - sortedQuantile(sorted, 0.25) / 2) / 1.34 * 2;
    const double spread = quartiles > 0 ? std::min(deviation, quartiles) : deviation;
    return 0.9 * spread * std::pow(static_cast<double>(sorted.size()), -0.2) * smoothing;
}

/// The sum of the kernels at a place; those farther than 8 bandwidths add nothing a double shows.
double heightAt(double place, std::span<const double> sorted, double bandwidth) {
    constexpr double Far = 8;
    const auto begin = std::lower_bound(sorted.begin(), sorted.end(), place - Far * bandwidth);
    const auto end = std::upper_bound(begin, sorted.end(), place + Far * bandwidth);
    double sum = 0;
    for (auto value = begin; value != end; ++value) {
        const double distance = place / bandwidth - *value / bandwidth;
        sum += std::exp(-distance * distance / 2);
    }
    const double area = std::sqrt(2 * std::numbers::pi) * static_cast<double>(sorted.size());
    return sum / area / bandwidth;
}

}  // namespace

Density densityOf(std::span<const double> values, const DensityOptions& options,
                  std::stop_token stop) {
    Density density;
    std::vector<double> sorted;
    for (const double value : values) {
        const double used = !options.logarithmic ? value : value > 0 ? std::log10(value) : NaN;
        if (std::isfinite(used))
            sorted.push_back(used);
    }
    density.n = sorted.size();
    density.leftOut = values.size() - sorted.size();
    if (sorted.empty())
        return density;
    std::sort(sorted.begin(), sorted.end());
    const auto shown = [&](double used) {
        return options.logarithmic ? std::pow(10.0, used) : used;
    };
    const double bandwidth = silverman(sorted, options.smoothing);
    if (!(bandwidth > 0)) {
        density.places = {shown(sorted.front())};
        density.heights = {1};
        return density;
    }
    density.bandwidth = bandwidth;
    double low = sorted.front();
    double high = sorted.back();
    if (options.range) {
        const auto [first, last] = *options.range;
        low = options.logarithmic ? std::log10(first) : first;
        high = options.logarithmic ? std::log10(last) : last;
    }
    const std::size_t points = std::max<std::size_t>(options.points, 2);
    for (std::size_t i = 0; i < points && !stop.stop_requested(); ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(points - 1);
        const double place = low * (1 - part) + high * part;
        density.places.push_back(shown(place));
        density.heights.push_back(heightAt(place, sorted, bandwidth));
    }
    return density;
}

}  // namespace podium::analysis
