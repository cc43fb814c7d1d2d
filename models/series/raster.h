// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/mapping.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace podium::series {

/// How a line is drawn; widths are in pixels of the picture.
struct Stroke {
    std::uint32_t rgb = 0;  // 0xRRGGBB
    double opacity = 1;
    double width = 1;
    /// Radius of the dot at a point that no line reaches; 0 draws none.
    double lonelyDot = 0;
    /// Radius of the dots at points that stand far apart; 0 draws none.
    double sparseDot = 0;
};

/// Draws many lines into one transparent picture, the last one on top. A line's coverage is
/// reckoned per pixel from the exact geometry where points are few, and from the columns' extremes
/// where they are many, so the cost goes with the pixels touched and not with the points.
class Raster {
public:
    Raster(int width, int height);

    /// Draws what decimate() or decimateSnapped() found of a line in mapping.window, whose columns
    /// must be the picture's width.
    void draw(const Line& line, const Decimated& decimated, const Mapping& mapping,
              const Stroke& stroke) {
        draw(line, decimated, mapping, stroke, 0, m_width);
    }
    /// The same, but only the pixel columns from .. to - 1: exactly what draw() has there. Threads
    /// may draw at once into columns that are not the same.
    void draw(const Line& line, const Decimated& decimated, const Mapping& mapping,
              const Stroke& stroke, int from, int to);

    /// Fills what lies between two lines over the same x: in each pixel column from the least of
    /// the low one to the greatest of the high one, straight between points that are far apart.
    void fillBetween(const Line& low, const Line& high, const Mapping& mapping, std::uint32_t rgb,
                     double opacity);

    /// The picture, row by row, as premultiplied 0xAARRGGBB; `stride` in pixels.
    void copyTo(std::uint32_t* pixels, std::size_t stride) const {
        copyTo(pixels, stride, 0, m_width);
    }
    /// Only its columns from .. to - 1; `pixels` is still the picture's corner.
    void copyTo(std::uint32_t* pixels, std::size_t stride, int from, int to) const;

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

private:
    class Strip;
    class Tracer;

    [[nodiscard]] std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(column) * static_cast<std::size_t>(m_height) +
               static_cast<std::size_t>(row);
    }

    // Column by column: what a line does in a column lies together in memory.
    int m_width;
    int m_height;
    std::vector<std::uint32_t> m_pixels;
    std::vector<std::uint8_t> m_coverage;  // of the line being drawn
    std::vector<int> m_top;                // touched rows of each column: m_top .. m_bottom - 1
    std::vector<int> m_bottom;
};

}  // namespace podium::series
