// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/raster.h"

/// Private to the room.
namespace podium::series {

/// Some columns of the picture, to draw one line after another into; nothing else is touched.
class Raster::Strip {
public:
    struct Point {
        double x = 0;
        double y = 0;
    };

    Strip(Raster& raster, int from, int to) : m_raster(raster), m_from(from), m_to(to) {}

    void segment(Point a, Point b, double width);
    void solid(int column, double top, double bottom);
    void dot(const Point& at, double radius);
    void blend(const Stroke& stroke);

    [[nodiscard]] int from() const { return m_from; }
    [[nodiscard]] int to() const { return m_to; }

private:
    void flat(const Point& a, const Point& b, double width);
    void steep(const Point& a, const Point& b, double width);
    void cover(int column, int row, double share);
    void touch(int column, int from, int to);

    Raster& m_raster;
    int m_from;
    int m_to;
};

}  // namespace podium::series
