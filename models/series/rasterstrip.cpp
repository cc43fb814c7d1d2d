// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/rasterstrip.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace podium::series {

namespace {

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

/// A premultiplied colour times share / 255, two channels at a time; exact to one step of 255.
std::uint32_t scaled(std::uint32_t color, std::uint32_t share) {
    const auto times = [share](std::uint32_t pair) {
        const std::uint32_t product = pair * share + 0x0080'0080U;
        return (product + (product >> 8 & 0x00FF'00FFU)) >> 8 & 0x00FF'00FFU;
    };
    return times(color & 0x00FF'00FFU) | times(color >> 8 & 0x00FF'00FFU) << 8;
}

/// Source over destination.
std::uint32_t over(std::uint32_t source, std::uint32_t destination) {
    return source + scaled(destination, 255 - (source >> 24));
}

/// Of a number that an int holds; without a call, which std::floor is on the processors that
/// programs are compiled for.
int floorOf(double value) {
    const int whole = static_cast<int>(value);
    return whole - (value < whole ? 1 : 0);
}
int ceilOf(double value) {
    const int whole = static_cast<int>(value);
    return whole + (value > whole ? 1 : 0);
}

/// A whole byte of full coverage in a row.
bool allFull(const std::uint8_t* coverage) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, coverage, sizeof eight);
    return eight == ~std::uint64_t{0};
}

}  // namespace

void Raster::Strip::touch(int column, int from, int to) {
    const auto c = static_cast<std::size_t>(column);
    m_raster.m_top[c] = std::min(m_raster.m_top[c], from);
    m_raster.m_bottom[c] = std::max(m_raster.m_bottom[c], to);
}

void Raster::Strip::cover(int column, int row, double share) {
    std::uint8_t& coverage = m_raster.m_coverage[m_raster.at(column, row)];
    coverage = static_cast<std::uint8_t>(
        std::min(255, coverage + static_cast<int>(std::min(share, 1.0) * 255 + 0.5)));
}

void Raster::Strip::segment(Point a, Point b, double width) {
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
    if (!cut(a, b, &Point::x, -margin, m_raster.m_width + margin) ||
        !cut(a, b, &Point::y, -margin, m_raster.m_height + margin))
        return;
    if (std::abs(b.y - a.y) <= b.x - a.x)
        flat(a, b, width);
    else
        steep(a, b, width);
}

void Raster::Strip::flat(const Point& a, const Point& b, double width) {
    const double slope = (b.y - a.y) / (b.x - a.x);
    const double half = width * std::sqrt(1 + slope * slope) / 2;
    const int first = std::max(m_from, floorOf(a.x));
    const int last = std::min(m_to - 1, ceilOf(b.x) - 1);
    for (int column = first; column <= last; ++column) {
        const double x0 = std::max(a.x, static_cast<double>(column));
        const double x1 = std::min(b.x, static_cast<double>(column + 1));
        const double y0 = a.y + (x0 - a.x) * slope;
        const double y1 = a.y + (x1 - a.x) * slope;
        const double middle = (y0 + y1) / 2;
        const double top = middle - half;
        const double bottom = middle + half;
        const int from = std::max(0, floorOf(top));
        const int to = std::min(m_raster.m_height, ceilOf(bottom));
        if (from >= to)
            continue;
        for (int row = from; row < to; ++row)
            cover(column, row, overlap(top, bottom, row, row + 1) * (x1 - x0));
        touch(column, from, to);
    }
}

void Raster::Strip::steep(const Point& a, const Point& b, double width) {
    const Point& high = a.y < b.y ? a : b;
    const Point& low = a.y < b.y ? b : a;
    const double slope = (low.x - high.x) / (low.y - high.y);
    const double half = width * std::sqrt(1 + slope * slope) / 2;
    const int first = std::max(0, floorOf(high.y));
    const int last = std::min(m_raster.m_height - 1, ceilOf(low.y) - 1);
    for (int row = first; row <= last; ++row) {
        const double y0 = std::max(high.y, static_cast<double>(row));
        const double y1 = std::min(low.y, static_cast<double>(row + 1));
        const double middle = high.x + ((y0 + y1) / 2 - high.y) * slope;
        const double left = middle - half;
        const double right = middle + half;
        const int from = std::max(m_from, floorOf(left));
        const int to = std::min(m_to, ceilOf(right));
        for (int column = from; column < to; ++column) {
            cover(column, row, overlap(left, right, column, column + 1) * (y1 - y0));
            touch(column, row, row + 1);
        }
    }
}

void Raster::Strip::solid(int column, double top, double bottom) {
    if (column < m_from || column >= m_to || bottom <= 0 || top >= m_raster.m_height)
        return;
    top = std::max(top, 0.0);
    bottom = std::min(bottom, static_cast<double>(m_raster.m_height));
    const int from = floorOf(top);
    const int to = std::min(m_raster.m_height, ceilOf(bottom));
    const int fullFrom = ceilOf(top);
    const int fullTo = floorOf(bottom);
    const auto edge = [&](int row) {
        std::uint8_t& coverage = m_raster.m_coverage[m_raster.at(column, row)];
        const double share = overlap(top, bottom, row, row + 1);
        coverage = std::max(coverage, static_cast<std::uint8_t>(share * 255 + 0.5));
    };
    if (from < fullFrom && from < m_raster.m_height)
        edge(from);
    if (fullFrom < fullTo)
        std::memset(&m_raster.m_coverage[m_raster.at(column, fullFrom)], 255,
                    static_cast<std::size_t>(fullTo - fullFrom));
    if (fullTo < to && fullTo >= fullFrom)
        edge(fullTo);
    touch(column, from, to);
}

void Raster::Strip::dot(const Point& center, double radius) {
    if (center.y < -radius - 1 || center.y > m_raster.m_height + radius + 1)
        return;
    const int left = std::max(m_from, floorOf(center.x - radius - 1));
    const int right = std::min(m_to, ceilOf(center.x + radius + 1));
    const int top = std::max(0, floorOf(center.y - radius - 1));
    const int bottom = std::min(m_raster.m_height, ceilOf(center.y + radius + 1));
    for (int column = left; column < right; ++column) {
        for (int row = top; row < bottom; ++row) {
            const double away = std::hypot(column + 0.5 - center.x, row + 0.5 - center.y);
            cover(column, row, std::clamp(radius + 0.5 - away, 0.0, 1.0));
        }
        if (top < bottom)
            touch(column, top, bottom);
    }
}

void Raster::Strip::blend(const Stroke& stroke) {
    const auto opacity =
        static_cast<std::uint32_t>(std::clamp(stroke.opacity, 0.0, 1.0) * 255 + 0.5);
    const std::uint32_t full = premultiplied(stroke.rgb, opacity);
    for (int column = m_from; column < m_to; ++column) {
        const auto c = static_cast<std::size_t>(column);
        const int top = m_raster.m_top[c];
        const int bottom = m_raster.m_bottom[c];
        if (top >= bottom)
            continue;
        std::uint32_t* pixels = &m_raster.m_pixels[m_raster.at(column, 0)];
        std::uint8_t* coverage = &m_raster.m_coverage[m_raster.at(column, 0)];
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
                pixels[row] = over(scaled(full, share), pixels[row]);
            ++row;
        }
        std::memset(coverage + top, 0, static_cast<std::size_t>(bottom - top));
        m_raster.m_top[c] = m_raster.m_height;
        m_raster.m_bottom[c] = 0;
    }
}

}  // namespace podium::series
