// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"

#include <stop_token>
#include <string>
#include <vector>

namespace podium::artifacts {

/// The shapes of a GeoJSON document (RFC 7946) as lines and points of longitude and latitude.
struct GeoOutline {
    struct Point {
        double x = 0;
        double y = 0;
    };
    struct Line {
        std::vector<Point> points;
        bool closed = false;  // a ring of a polygon
    };
    std::vector<Line> lines;
    std::vector<Point> points;
    double left = 0, right = 0, bottom = 0, top = 0;  // of everything; all 0 where there is nothing
    std::size_t features = 0;
    std::vector<std::string>
        properties;  // names of the features' properties, in order of their place
    bool cut = false;
};

/// Errors: DecodeFailed (no geometry in it), ReadFailed, cancelled.
[[nodiscard]] base::Result<GeoOutline> readGeoJson(const TextBytes& text,
                                                   const std::stop_token& stop = {});

}  // namespace podium::artifacts
