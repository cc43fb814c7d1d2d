// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/contour.h"

#include <array>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace podium::analysis {

using Triangle = std::array<std::uint32_t, 3>;

/// The Delaunay triangulation of points in the unit square (Bowyer 1981, Watson 1981), for
/// surfaceOf(). Places less than 1e-6 apart count as arbitrarily close to each other. Which of
/// several points on one circle are joined is arbitrary, but the same for the same points;
/// triangles may be without area where points are on one line.
[[nodiscard]] std::vector<Triangle> delaunay(std::span<const PlanePoint> points,
                                             const std::stop_token& stop);

}  // namespace podium::analysis
