// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/smooth.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

namespace {

/// A window's sum is reckoned anew after so many steps: errors of adding and taking away would grow
/// with the length of the series.
constexpr std::size_t FreshSumAfter = 64;

std::vector<double> runningMean(std::span<const double> values, std::size_t reach) {
    const std::size_t size = values.size();
    std::vector<double> out(size);
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(size, i + reach + 1);
        if (i % FreshSumAfter == 0) {
            sum = 0;
            for (std::size_t k = from; k < to; ++k)
                sum += values[k];
        } else {
            if (i > reach)
                sum -= values[from - 1];
            if (i + reach < size)
                sum += values[i + reach];
        }
        out[i] = sum / static_cast<double>(to - from);
    }
    return out;
}

std::vector<double> gaussian(std::span<const double> values, double deviation) {
    const auto reach = static_cast<std::size_t>(std::ceil(4 * deviation));
    std::vector<double> kernel(reach + 1);
    for (std::size_t k = 0; k <= reach; ++k) {
        const double z = static_cast<double>(k) / deviation;
        kernel[k] = std::exp(-0.5 * z * z);
    }
    const std::size_t size = values.size();
    std::vector<double> out(size);
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t before = std::min(reach, i);
        const std::size_t after = std::min(reach, size - 1 - i);
        double sum = kernel[0] * values[i];
        double weight = kernel[0];
        for (std::size_t k = 1; k <= before; ++k) {
            sum += kernel[k] * values[i - k];
            weight += kernel[k];
        }
        for (std::size_t k = 1; k <= after; ++k) {
            sum += kernel[k] * values[i + k];
            weight += kernel[k];
        }
        out[i] = sum / weight;
    }
    return out;
}

}  // namespace

std::vector<double> smoothed(std::span<const double> values, double weight) {
    const double w = std::clamp(weight, 0.0, MaxWeight);
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

bool Smoothing::active() const {
    return kind == SmoothKind::RunningMean ? amount > 1 : amount > 0;
}

std::vector<double> smoothed(std::span<const double> values, const Smoothing& smoothing) {
    if (!smoothing.active() || values.empty())
        return {values.begin(), values.end()};
    switch (smoothing.kind) {
        case SmoothKind::Exponential:
            return smoothed(values, smoothing.amount);
        case SmoothKind::RunningMean: {
            const double reach = std::min(smoothing.amount / 2, static_cast<double>(values.size()));
            return runningMean(values, static_cast<std::size_t>(reach));
        }
        case SmoothKind::Gaussian:
            return gaussian(values, std::min(smoothing.amount, Smoothing::MaxGaussian));
    }
    return {values.begin(), values.end()};
}

}  // namespace podium::series
