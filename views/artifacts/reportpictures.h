// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/artifacts/report.h"

namespace podium::views {

/// Numbers in two dimensions as tiles from the panel's colour to the accent; the scale stands
/// below, the number under the pointer in a tool tip.
[[nodiscard]] QWidget* makeHeatMap(const Report::Grid& grid, QWidget* parent);
/// Numbers in one dimension as a band between the least and greatest of each stretch.
[[nodiscard]] QWidget* makeLinePicture(const Report::Line& line, QWidget* parent);
/// Lines and points of a map, as wide at its middle as they are in the world.
[[nodiscard]] QWidget* makeOutline(const Report::Shapes& shapes, QWidget* parent);

}  // namespace podium::views
