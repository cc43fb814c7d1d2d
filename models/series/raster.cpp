// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/raster.h"

#include "series/bands.h"
#include "series/rasterstrip.h"

#include <algorithm>
#include <cmath>

namespace podium::series {

namespace {

/// How far, in pixels, a column's extremes may stand out from a straight way through it.
constexpr double Ripple = 0.35;
/// Points this far apart, in pixels, get dots.
constexpr double SparseDistance = 20;
/// Far outside the picture, as Mapping has it.
constexpr double Far = 1e12;

}  // namespace

/// Walks one line's columns and draws each in the way that suits it.
class Raster::Tracer {
public:
    Tracer(Strip& strip, const Line& line, const Decimated& decimated, const Mapping& mapping,
           const Stroke& stroke)
        : m_strip(strip),
          m_line(line),
          m_decimated(decimated),
          m_mapping(mapping),
          m_stroke(stroke),
          m_scaleX(mapping.window.columns / (mapping.window.x1 - mapping.window.x0)),
          m_scaleY(mapping.height / (mapping.y.high - mapping.y.low)) {}

    void run() {
        const std::vector<Column>& columns = m_decimated.columns;
        const std::uint32_t points = m_decimated.end - m_decimated.begin;
        m_dots = m_stroke.sparseDot > 0 && points > 0 &&
                 m_mapping.window.columns / static_cast<double>(points) >= SparseDistance;
        // Strokes and dots of columns nearby reach into the strip.
        const int reach = static_cast<int>(std::ceil(
                              std::max({m_stroke.width, m_stroke.lonelyDot, m_stroke.sparseDot}))) +
                          3;
        const auto begin =
            std::ranges::lower_bound(columns, m_strip.from() - reach, {}, &Column::column);
        for (auto column = columns.begin(); column != begin; ++column)
            m_inner += innerPoints(*column);
        if (begin != columns.begin()) {
            m_before = &*(begin - 1);
            m_bandBefore = isBand(*m_before);
        }
        auto column = begin;
        // What is joined to the last column may go through the strip.
        for (bool inReach = true; column != columns.end() && inReach; ++column) {
            inReach = column->column < m_strip.to() + reach;
            draw(*column);
        }
        m_column = nullptr;
        if (column == columns.end())
            joint(m_decimated.end, false);
        flush();
    }

private:
    using Point = Strip::Point;

    void draw(const Column& column) {
        const bool band = isBand(column);
        const bool adjacent = m_before != nullptr && m_before->column + 1 == column.column;
        m_column = &column;
        joint(column.first, adjacent && (band || m_bandBefore));
        if (band)
            fill(column);
        else
            follow(column);
        m_inner += innerPoints(column);
        m_before = &column;
        m_bandBefore = band;
    }

    /// How many of Decimated::inner are a column's.
    [[nodiscard]] static std::size_t innerPoints(const Column& column) {
        const std::uint32_t apart = column.last - column.first;
        return apart > 1 && apart < FewPoints ? apart - 1 : 0;
    }

    // As Mapping does it, with one division a line instead of one a point.
    [[nodiscard]] double pixelX(double x) const {
        return std::clamp((x - m_mapping.window.x0) * m_scaleX, -Far, Far);
    }
    [[nodiscard]] double pixelY(double value) const {
        return m_mapping.logarithmic ? m_mapping.pixelY(value)
                                     : std::clamp((m_mapping.y.high - value) * m_scaleY, -Far, Far);
    }
    [[nodiscard]] Point at(double x, double y) const { return {pixelX(x), pixelY(y)}; }

    /// Where a point is that is drawn: of the column being drawn, the last one of the column
    /// before, or the nearest outside the window.
    [[nodiscard]] Point pixel(std::size_t i) const {
        if (m_column != nullptr && i == m_column->first)
            return at(m_column->x0, m_column->y0);
        if (m_column != nullptr && i == m_column->last)
            return at(m_column->x1, m_column->y1);
        if (m_before != nullptr && i == m_before->last)
            return at(m_before->x1, m_before->y1);
        const Decimated::Point& point = i < m_decimated.begin ? m_decimated.before
                                        : i >= m_decimated.end || m_column == nullptr
                                            ? m_decimated.after
                                            : m_decimated.inner[m_inner + i - m_column->first - 1];
        return at(point.x, point.y);
    }

    [[nodiscard]] bool isBand(const Column& column) const {
        const std::uint32_t points = column.last - column.first + 1;
        if (points <= (m_decimated.exact ? FewPoints : 1))
            return false;
        const double first = pixelY(column.y0);
        const double last = pixelY(column.y1);
        return std::min(first, last) - pixelY(column.max) > Ripple ||
               pixelY(column.min) - std::max(first, last) > Ripple;
    }

    /// The stroke from point i - 1 to point i; between a band and its neighbour the band itself is
    /// drawn up to the border instead.
    void joint(std::size_t i, bool byBand) {
        if (!m_line.joined(i))
            return;
        const Point a = pixel(i - 1);
        const Point b = pixel(i);
        if (!byBand) {
            segment(a, b);
            return;
        }
        const double border = std::floor(b.x);
        const double share = b.x > a.x ? std::clamp((border - a.x) / (b.x - a.x), 0.0, 1.0) : 0;
        const double middle = a.y + (b.y - a.y) * share;
        const int column = static_cast<int>(border);
        upright(column - 1, a.y, middle);
        upright(column, middle, b.y);
    }

    void segment(const Point& a, const Point& b) {
        flush();
        m_strip.segment(a, b, m_stroke.width);
    }

    /// A band and the ways to its neighbours come one after another, overlap, and are drawn as one.
    void upright(int column, double y0, double y1) {
        if (column != m_upright)
            flush();
        m_upright = column;
        m_high = std::min({m_high, y0, y1});
        m_low = std::max({m_low, y0, y1});
    }

    void flush() {
        const double half = m_stroke.width / 2;
        if (m_high <= m_low)
            m_strip.solid(m_upright, m_high - half, m_low + half);
        m_high = Far;
        m_low = -Far;
        m_upright = -1;
    }

    void fill(const Column& column) {
        upright(column.column, pixelY(column.max), pixelY(column.min));
    }

    void follow(const Column& column) {
        // A monotone column of many points is its first and last point.
        const bool each = column.last - column.first < FewPoints;
        const std::uint32_t step = each ? 1 : column.last - column.first;
        for (std::uint32_t i = column.first; i < column.last; i += step) {
            if (m_line.joined(i + step) || !each)
                segment(pixel(i), pixel(i + step));
        }
        if (!each)
            return;
        flush();
        for (std::uint32_t i = column.first; i <= column.last; ++i) {
            const bool lonely = !m_line.joined(i) && !m_line.joined(i + 1U);
            if (lonely && m_stroke.lonelyDot > 0)
                m_strip.dot(pixel(i), m_stroke.lonelyDot);
            else if (m_dots)
                m_strip.dot(pixel(i), m_stroke.sparseDot);
        }
    }

    Strip& m_strip;
    const Line& m_line;
    const Column* m_before = nullptr;  // the column before the one being drawn
    const Column* m_column = nullptr;
    const Decimated& m_decimated;
    const Mapping& m_mapping;
    const Stroke& m_stroke;
    double m_scaleX;
    double m_scaleY;
    bool m_bandBefore = false;
    int m_upright = -1;  // column that is still to be drawn, from m_high to m_low
    double m_high = Far;
    double m_low = -Far;
    std::size_t m_inner = 0;  // the first of m_column in Decimated::inner
    bool m_dots = false;
};

Raster::Raster(int width, int height)
    : m_width(std::max(width, 0)),
      m_height(std::max(height, 0)),
      m_pixels(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height)),
      m_coverage(m_pixels.size()),
      m_top(static_cast<std::size_t>(m_width), m_height),
      m_bottom(static_cast<std::size_t>(m_width), 0) {}

void Raster::draw(const Line& line, const Decimated& decimated, const Mapping& mapping,
                  const Stroke& stroke, int from, int to) {
    if (m_pixels.empty())
        return;
    Strip strip(*this, std::max(from, 0), std::min(to, m_width));
    Tracer(strip, line, decimated, mapping, stroke).run();
    strip.blend(stroke);
}

void Raster::fillBetween(const Line& low, const Line& high, const Mapping& mapping,
                         std::uint32_t rgb, double opacity) {
    if (m_pixels.empty())
        return;
    // A column's part of a line: its points, and where the line crosses the column's borders.
    const auto extentIn = [&](const Line& line, double x0, double x1) {
        MinMax extent = line.yExtent(x0, x1);
        for (const double x : {x0, x1}) {
            const double y = valueAt(line, x);
            if (!std::isnan(y))
                extent.include(y);
        }
        return extent;
    };
    Strip strip(*this, 0, m_width);
    for (int column = 0; column < m_width; ++column) {
        const double x0 = mapping.window.edge(column);
        const double x1 = mapping.window.edge(column + 1);
        const MinMax bottom = extentIn(low, x0, x1);
        const MinMax top = extentIn(high, x0, x1);
        if (!bottom.empty() && !top.empty())
            strip.solid(column, mapping.pixelY(top.max), mapping.pixelY(bottom.min));
    }
    Stroke stroke;
    stroke.rgb = rgb;
    stroke.opacity = opacity;
    strip.blend(stroke);
}

void Raster::copyTo(std::uint32_t* pixels, std::size_t stride, int from, int to) const {
    // In tiles: both sides stay within the nearest cache.
    constexpr int Tile = 32;
    for (int left = from; left < to; left += Tile) {
        const int right = std::min(left + Tile, to);
        for (int top = 0; top < m_height; top += Tile) {
            const int bottom = std::min(top + Tile, m_height);
            for (int row = top; row < bottom; ++row) {
                std::uint32_t* out = pixels + static_cast<std::size_t>(row) * stride;
                for (int column = left; column < right; ++column)
                    out[column] = m_pixels[at(column, row)];
            }
        }
    }
}

}  // namespace podium::series
