// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/raster.h"

#include "series/bands.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace podium::series {

namespace {

/// Up to so many points, a column is drawn point by point.
constexpr std::uint32_t FewPoints = 4;
/// How far, in pixels, a column's extremes may stand out from a straight way through it.
constexpr double Ripple = 0.35;
/// Points this far apart, in pixels, get dots.
constexpr double SparseDistance = 20;

/// Length of what two stretches have in common.
double overlap(double a0, double a1, double b0, double b1) {
    return std::max(0.0, std::min(a1, b1) - std::max(a0, b0));
}

std::uint32_t premultiplied(std::uint32_t rgb, std::uint32_t alpha) {
    const auto part = [&](int shift) {
        return ((rgb >> shift & 0xFFU) * alpha + 127) / 255 << shift;
    };
    return alpha << 24 | part(16) | part(8) | part(0);
}

/// Source over destination, two channels at a time; exact to one step of 255.
std::uint32_t over(std::uint32_t source, std::uint32_t destination) {
    const std::uint32_t left = 255 - (source >> 24);
    const auto scaled = [left](std::uint32_t pair) {
        const std::uint32_t product = pair * left + 0x0080'0080U;
        return (product + (product >> 8 & 0x00FF'00FFU)) >> 8 & 0x00FF'00FFU;
    };
    return source +
           (scaled(destination & 0x00FF'00FFU) | scaled(destination >> 8 & 0x00FF'00FFU) << 8);
}

/// A whole byte of full coverage in a row.
bool allFull(const std::uint8_t* coverage) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, coverage, sizeof eight);
    return eight == ~std::uint64_t{0};
}

}  // namespace

/// Walks one line's columns and draws each in the way that suits it.
class Raster::Tracer {
public:
    Tracer(Raster& raster, const Line& line, const Decimated& decimated, const Mapping& mapping,
           const Stroke& stroke)
        : m_raster(raster),
          m_line(line),
          m_cursor(line),
          m_decimated(decimated),
          m_mapping(mapping),
          m_stroke(stroke) {}

    void run() {
        const std::vector<Column>& columns = m_decimated.columns;
        const std::uint32_t points = m_decimated.end - m_decimated.begin;
        m_dots = m_stroke.sparseDot > 0 && points > 0 &&
                 m_mapping.window.columns / static_cast<double>(points) >= SparseDistance;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Column& column = columns[i];
            const bool band = isBand(column);
            const bool bandBefore = i > 0 && isBand(columns[i - 1]);
            const bool adjacent = i > 0 && columns[i - 1].column + 1 == column.column;
            m_before = i > 0 ? &columns[i - 1] : nullptr;
            m_column = &column;
            joint(column.first, adjacent && (band || bandBefore));
            if (band)
                fill(column);
            else
                follow(column);
        }
        m_before = m_column;
        m_column = nullptr;
        joint(m_decimated.end, false);
    }

private:
    [[nodiscard]] Point at(double x, double y) const {
        return {m_mapping.pixelX(x), m_mapping.pixelY(y)};
    }

    /// Where a point is; the ends of columns need not be read again.
    [[nodiscard]] Point pixel(std::size_t i) {
        if (m_column != nullptr && i == m_column->first)
            return at(m_column->x0, m_column->y0);
        if (m_column != nullptr && i == m_column->last)
            return at(m_column->x1, m_column->y1);
        if (m_before != nullptr && i == m_before->last)
            return at(m_before->x1, m_before->y1);
        return at(m_cursor.x(i), m_cursor.y(i));
    }

    [[nodiscard]] bool isBand(const Column& column) const {
        const std::uint32_t points = column.last - column.first + 1;
        if (points <= (m_decimated.exact ? FewPoints : 1))
            return false;
        const double first = m_mapping.pixelY(column.y0);
        const double last = m_mapping.pixelY(column.y1);
        return std::min(first, last) - m_mapping.pixelY(column.max) > Ripple ||
               m_mapping.pixelY(column.min) - std::max(first, last) > Ripple;
    }

    /// The stroke from point i - 1 to point i; between a band and its neighbour the band itself is
    /// drawn up to the border instead.
    void joint(std::size_t i, bool byBand) {
        if (!m_line.joined(i))
            return;
        const Point a = pixel(i - 1);
        const Point b = pixel(i);
        if (!byBand) {
            m_raster.segment(a, b, m_stroke.width);
            return;
        }
        const double border = std::floor(b.x);
        const double share = b.x > a.x ? std::clamp((border - a.x) / (b.x - a.x), 0.0, 1.0) : 0;
        const double middle = a.y + (b.y - a.y) * share;
        const int column = static_cast<int>(border);
        upright(column - 1, a.y, middle);
        upright(column, middle, b.y);
    }

    void upright(int column, double y0, double y1) {
        const double half = m_stroke.width / 2;
        m_raster.solid(column, std::min(y0, y1) - half, std::max(y0, y1) + half);
    }

    void fill(const Column& column) {
        upright(column.column, m_mapping.pixelY(column.max), m_mapping.pixelY(column.min));
    }

    void follow(const Column& column) {
        // A monotone column of many points is its first and last point.
        const bool each = column.last - column.first < FewPoints;
        const std::uint32_t step = each ? 1 : column.last - column.first;
        for (std::uint32_t i = column.first; i < column.last; i += step) {
            if (m_line.joined(i + step) || !each)
                m_raster.segment(pixel(i), pixel(i + step), m_stroke.width);
        }
        if (!each)
            return;
        for (std::uint32_t i = column.first; i <= column.last; ++i) {
            const bool lonely = !m_line.joined(i) && !m_line.joined(i + 1U);
            if (lonely && m_stroke.lonelyDot > 0)
                m_raster.dot(pixel(i), m_stroke.lonelyDot);
            else if (m_dots)
                m_raster.dot(pixel(i), m_stroke.sparseDot);
        }
    }

    Raster& m_raster;
    const Line& m_line;
    Cursor m_cursor;
    const Column* m_before = nullptr;  // the column before the one being drawn
    const Column* m_column = nullptr;
    const Decimated& m_decimated;
    const Mapping& m_mapping;
    const Stroke& m_stroke;
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
                  const Stroke& stroke) {
    if (m_pixels.empty())
        return;
    Tracer(*this, line, decimated, mapping, stroke).run();
    blend(stroke);
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
    for (int column = 0; column < m_width; ++column) {
        const double x0 = mapping.window.edge(column);
        const double x1 = mapping.window.edge(column + 1);
        const MinMax bottom = extentIn(low, x0, x1);
        const MinMax top = extentIn(high, x0, x1);
        if (!bottom.empty() && !top.empty())
            solid(column, mapping.pixelY(top.max), mapping.pixelY(bottom.min));
    }
    Stroke stroke;
    stroke.rgb = rgb;
    stroke.opacity = opacity;
    blend(stroke);
}

void Raster::touch(int column, int from, int to) {
    const auto c = static_cast<std::size_t>(column);
    m_top[c] = std::min(m_top[c], from);
    m_bottom[c] = std::max(m_bottom[c], to);
}

void Raster::cover(int column, int row, double share) {
    std::uint8_t& coverage = m_coverage[at(column, row)];
    coverage = static_cast<std::uint8_t>(
        std::min(255, coverage + static_cast<int>(std::min(share, 1.0) * 255 + 0.5)));
}

void Raster::segment(Point a, Point b, double width) {
    if (b.x < a.x)
        std::swap(a, b);
    const double size = std::abs(a.x) + std::abs(a.y) + std::abs(b.x) + std::abs(b.y);
    if (!std::isfinite(size) || (a.x == b.x && a.y == b.y))
        return;
    const double margin = width + 2;
    // Cut to the picture first: what is beyond may be a million pixels away.
    const auto cut = [](Point& from, Point& to, double Point::*axis, double low, double high) {
        const auto other = axis == &Point::x ? &Point::y : &Point::x;
        if ((from.*axis < low && to.*axis < low) || (from.*axis > high && to.*axis > high))
            return false;
        const Point start = from;
        const Point end = to;
        const auto limit = [&](Point& p) {
            const double bound = std::clamp(p.*axis, low, high);
            if (bound == p.*axis)
                return;
            p.*other = start.*other + (end.*other - start.*other) *
                                          ((bound - start.*axis) / (end.*axis - start.*axis));
            p.*axis = bound;
        };
        limit(from);
        limit(to);
        return true;
    };
    if (!cut(a, b, &Point::x, -margin, m_width + margin) ||
        !cut(a, b, &Point::y, -margin, m_height + margin))
        return;
    if (std::abs(b.y - a.y) <= b.x - a.x)
        flat(a, b, width);
    else
        steep(a, b, width);
}

void Raster::flat(const Point& a, const Point& b, double width) {
    const double slope = (b.y - a.y) / (b.x - a.x);
    const double half = width * std::sqrt(1 + slope * slope) / 2;
    const int first = std::max(0, static_cast<int>(std::floor(a.x)));
    const int last = std::min(m_width - 1, static_cast<int>(std::ceil(b.x)) - 1);
    for (int column = first; column <= last; ++column) {
        const double x0 = std::max(a.x, static_cast<double>(column));
        const double x1 = std::min(b.x, static_cast<double>(column + 1));
        const double y0 = a.y + (x0 - a.x) * slope;
        const double y1 = a.y + (x1 - a.x) * slope;
        const double middle = (y0 + y1) / 2;
        const double top = middle - half;
        const double bottom = middle + half;
        const int from = std::max(0, static_cast<int>(std::floor(top)));
        const int to = std::min(m_height, static_cast<int>(std::ceil(bottom)));
        if (from >= to)
            continue;
        for (int row = from; row < to; ++row)
            cover(column, row, overlap(top, bottom, row, row + 1) * (x1 - x0));
        touch(column, from, to);
    }
}

void Raster::steep(const Point& a, const Point& b, double width) {
    const Point& high = a.y < b.y ? a : b;
    const Point& low = a.y < b.y ? b : a;
    const double slope = (low.x - high.x) / (low.y - high.y);
    const double half = width * std::sqrt(1 + slope * slope) / 2;
    const int first = std::max(0, static_cast<int>(std::floor(high.y)));
    const int last = std::min(m_height - 1, static_cast<int>(std::ceil(low.y)) - 1);
    for (int row = first; row <= last; ++row) {
        const double y0 = std::max(high.y, static_cast<double>(row));
        const double y1 = std::min(low.y, static_cast<double>(row + 1));
        const double middle = high.x + ((y0 + y1) / 2 - high.y) * slope;
        const double left = middle - half;
        const double right = middle + half;
        const int from = std::max(0, static_cast<int>(std::floor(left)));
        const int to = std::min(m_width, static_cast<int>(std::ceil(right)));
        for (int column = from; column < to; ++column) {
            cover(column, row, overlap(left, right, column, column + 1) * (y1 - y0));
            touch(column, row, row + 1);
        }
    }
}

void Raster::solid(int column, double top, double bottom) {
    if (column < 0 || column >= m_width || bottom <= 0 || top >= m_height)
        return;
    top = std::max(top, 0.0);
    bottom = std::min(bottom, static_cast<double>(m_height));
    const int from = static_cast<int>(std::floor(top));
    const int to = std::min(m_height, static_cast<int>(std::ceil(bottom)));
    const int fullFrom = static_cast<int>(std::ceil(top));
    const int fullTo = static_cast<int>(std::floor(bottom));
    const auto edge = [&](int row) {
        std::uint8_t& coverage = m_coverage[at(column, row)];
        const double share = overlap(top, bottom, row, row + 1);
        coverage = std::max(coverage, static_cast<std::uint8_t>(share * 255 + 0.5));
    };
    if (from < fullFrom && from < m_height)
        edge(from);
    if (fullFrom < fullTo)
        std::memset(&m_coverage[at(column, fullFrom)], 255,
                    static_cast<std::size_t>(fullTo - fullFrom));
    if (fullTo < to && fullTo >= fullFrom)
        edge(fullTo);
    touch(column, from, to);
}

void Raster::dot(const Point& center, double radius) {
    const int left = std::max(0, static_cast<int>(std::floor(center.x - radius - 1)));
    const int right = std::min(m_width, static_cast<int>(std::ceil(center.x + radius + 1)));
    const int top = std::max(0, static_cast<int>(std::floor(center.y - radius - 1)));
    const int bottom = std::min(m_height, static_cast<int>(std::ceil(center.y + radius + 1)));
    for (int column = left; column < right; ++column) {
        for (int row = top; row < bottom; ++row) {
            const double away = std::hypot(column + 0.5 - center.x, row + 0.5 - center.y);
            cover(column, row, std::clamp(radius + 0.5 - away, 0.0, 1.0));
        }
        if (top < bottom)
            touch(column, top, bottom);
    }
}

void Raster::blend(const Stroke& stroke) {
    const auto opacity =
        static_cast<std::uint32_t>(std::clamp(stroke.opacity, 0.0, 1.0) * 255 + 0.5);
    const std::uint32_t full = premultiplied(stroke.rgb, opacity);
    for (int column = 0; column < m_width; ++column) {
        const auto c = static_cast<std::size_t>(column);
        const int top = m_top[c];
        const int bottom = m_bottom[c];
        if (top >= bottom)
            continue;
        std::uint32_t* pixels = &m_pixels[at(column, 0)];
        std::uint8_t* coverage = &m_coverage[at(column, 0)];
        for (int row = top; row < bottom;) {
            if (opacity == 255 && row + 8 <= bottom && allFull(coverage + row)) {
                std::fill_n(pixels + row, 8, full);
                row += 8;
                continue;
            }
            const std::uint32_t share = coverage[row];
            if (share == 255)
                pixels[row] = over(full, pixels[row]);
            else if (share != 0)
                pixels[row] =
                    over(premultiplied(stroke.rgb, (opacity * share + 127) / 255), pixels[row]);
            ++row;
        }
        std::memset(coverage + top, 0, static_cast<std::size_t>(bottom - top));
        m_top[c] = m_height;
        m_bottom[c] = 0;
    }
}

void Raster::copyTo(std::uint32_t* pixels, std::size_t stride) const {
    // In tiles: both sides stay within the nearest cache.
    constexpr int Tile = 32;
    for (int left = 0; left < m_width; left += Tile) {
        const int right = std::min(left + Tile, m_width);
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
