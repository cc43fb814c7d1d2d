// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/delaunay.h"
#include "analysis/numbers.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace podium::analysis {

namespace {

/// Places nearer than this are one.
constexpr double Apart = 1e-5;

struct Sites {
    std::vector<PlanePoint> points;
    std::vector<double> values;
    std::size_t leftOut = 0;
};

/// The mean value at each place.
Sites sitesOf(std::span<const double> x, std::span<const double> y, std::span<const double> z) {
    Sites sites;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> known;
    std::vector<double> counts;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!(x[i] >= 0 && x[i] <= 1 && y[i] >= 0 && y[i] <= 1) || !std::isfinite(z[i])) {
            ++sites.leftOut;
            continue;
        }
        const auto [found, added] = known.try_emplace(
            {std::llround(x[i] / Apart), std::llround(y[i] / Apart)}, sites.points.size());
        const std::size_t site = found->second;
        if (added) {
            sites.points.push_back({x[i], y[i]});
            sites.values.push_back(z[i]);
            counts.push_back(1);
            continue;
        }
        counts[site] += 1;
        sites.values[site] += z[i] / counts[site] - sites.values[site] / counts[site];
    }
    return sites;
}

/// Fills a surface triangle by triangle.
class Filler {
public:
    Filler(const Sites& sites, Surface& surface) : m_sites(sites), m_surface(surface) {}

    void fill(const Triangle& triangle) {
        const PlanePoint& a = m_sites.points[triangle[0]];
        const PlanePoint& b = m_sites.points[triangle[1]];
        const PlanePoint& c = m_sites.points[triangle[2]];
        const double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (std::abs(area) < 1e-14)
            return;
        const auto [left, right] =
            span(std::min({a.x, b.x, c.x}), std::max({a.x, b.x, c.x}), m_surface.columns);
        const auto [bottom, top] =
            span(std::min({a.y, b.y, c.y}), std::max({a.y, b.y, c.y}), m_surface.rows);
        for (std::size_t row = bottom; row <= top; ++row) {
            for (std::size_t column = left; column <= right; ++column) {
                const PlanePoint p = at(column, row);
                const double second =
                    ((p.x - a.x) * (c.y - a.y) - (p.y - a.y) * (c.x - a.x)) / area;
                const double third = ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / area;
                set(column, row, triangle, {1 - second - third, second, third});
            }
        }
    }

    void mask(double reach) {
        for (std::size_t row = 0; row < m_surface.rows; ++row) {
            for (std::size_t column = 0; column < m_surface.columns; ++column) {
                double& value = m_surface.values[row * m_surface.columns + column];
                const PlanePoint p = at(column, row);
                if (!std::isnan(value) && std::none_of(m_sites.points.begin(), m_sites.points.end(),
                                                       [&](const PlanePoint& site) {
                                                           const double dx = site.x - p.x;
                                                           const double dy = site.y - p.y;
                                                           return dx * dx + dy * dy <=
                                                                  reach * reach;
                                                       }))
                    value = NaN;
            }
        }
    }

private:
    [[nodiscard]] PlanePoint at(std::size_t column, std::size_t row) const {
        return {static_cast<double>(column) / static_cast<double>(m_surface.columns - 1),
                static_cast<double>(row) / static_cast<double>(m_surface.rows - 1)};
    }

    /// The places between two coordinates, and one more on each side: rounding must lose none.
    static std::pair<std::size_t, std::size_t> span(double low, double high, std::size_t count) {
        const auto last = static_cast<double>(count - 1);
        return {static_cast<std::size_t>(std::max(0.0, std::floor(low * last))),
                static_cast<std::size_t>(std::min(last, std::ceil(high * last)))};
    }

    void set(std::size_t column, std::size_t row, const Triangle& triangle,
             std::array<double, 3> weights) {
        constexpr double Rounding = 1e-9;
        double value = 0;
        double low = std::numeric_limits<double>::max();
        double high = std::numeric_limits<double>::lowest();
        for (std::size_t i = 0; i < 3; ++i) {
            if (weights[i] < -Rounding)
                return;
            const double corner = m_sites.values[triangle[i]];
            value += std::min(std::max(weights[i], 0.0), 1.0) * corner;
            low = std::min(low, corner);
            high = std::max(high, corner);
        }
        m_surface.values[row * m_surface.columns + column] = std::clamp(value, low, high);
    }

    const Sites& m_sites;
    Surface& m_surface;
};

}  // namespace

Surface surfaceOf(std::span<const double> x, std::span<const double> y, std::span<const double> z,
                  const SurfaceOptions& options, std::stop_token stop) {
    const Sites sites = sitesOf(x, y, z);
    Surface surface;
    surface.columns = std::max<std::size_t>(options.columns, 2);
    surface.rows = std::max<std::size_t>(options.rows, 2);
    surface.values.assign(surface.columns * surface.rows, NaN);
    surface.points = sites.points.size();
    surface.leftOut = sites.leftOut;
    Filler filler(sites, surface);
    for (const Triangle& triangle : delaunay(sites.points, stop))
        filler.fill(triangle);
    if (stop.stop_requested())
        return surface;
    filler.mask(options.reach);
    for (const double value : surface.values) {
        if (std::isnan(value))
            continue;
        surface.low = std::isnan(surface.low) ? value : std::min(surface.low, value);
        surface.high = std::isnan(surface.high) ? value : std::max(surface.high, value);
    }
    return surface;
}

}  // namespace podium::analysis
