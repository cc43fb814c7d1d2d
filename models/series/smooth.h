// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace podium::series {

/// Weights beyond this are taken for it.
inline constexpr double MaxWeight = 0.9999;

/// Exponential moving average, debiased, as TensorBoard and MLflow draw it:
/// s(n) = w s(n-1) + (1 - w) y(n), shown as s(n) / (1 - w^n). `weight` is in [0, 1); 0 gives the
/// values themselves. The values must be finite: what is not does not move the average.
[[nodiscard]] std::vector<double> smoothed(std::span<const double> values, double weight);

enum class SmoothKind : std::uint8_t { Exponential, RunningMean, Gaussian };

/// A smoothing and how strong it is: the weight of the exponential average in [0, 1); the points of
/// a running mean (an even number counts as the next odd one); the standard deviation of the
/// Gaussian in points, at most MaxGaussian.
struct Smoothing {
    SmoothKind kind = SmoothKind::Exponential;
    double amount = 0;

    static constexpr double MaxGaussian = 500;
    /// True if it changes anything.
    [[nodiscard]] bool active() const;
    friend bool operator==(const Smoothing&, const Smoothing&) = default;
};

/// The values smoothed. Running mean and Gaussian look at both sides and, near an end, at what is
/// there, so that neither end is drawn towards zero; the Gaussian reaches four deviations far.
[[nodiscard]] std::vector<double> smoothed(std::span<const double> values,
                                           const Smoothing& smoothing);

}  // namespace podium::series
