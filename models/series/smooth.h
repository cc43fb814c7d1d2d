// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace podium::series {

/// Exponential moving average, debiased, as TensorBoard and MLflow draw it:
/// s(n) = w s(n-1) + (1 - w) y(n), shown as s(n) / (1 - w^n). `weight` is in [0, 1); 0 gives the
/// values themselves. The values must be finite: what is not does not move the average.
[[nodiscard]] std::vector<double> smoothed(std::span<const double> values, double weight);

}  // namespace podium::series
