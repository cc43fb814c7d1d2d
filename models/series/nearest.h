// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/mapping.h"

#include <memory>
#include <optional>
#include <span>

namespace podium::series {

/// What lies under the pointer.
struct Hit {
    std::size_t line = 0;   // of those asked about
    std::size_t point = 0;  // of that line: the one nearest to the pointer
    double distance = 0;    // pixels from the pointer to the drawn line
};

/// The drawn line nearest to a place in pixels, if one comes within `reach` pixels; of equally near
/// ones the last, which is drawn on top. Reads a handful of pixel columns, whatever the number of
/// points.
[[nodiscard]] std::optional<Hit> nearest(std::span<const std::shared_ptr<const Line>> lines,
                                         const Mapping& mapping, double pixelX, double pixelY,
                                         double reach);

}  // namespace podium::series
