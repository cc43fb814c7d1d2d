// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/delaunay.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace podium::analysis {

namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Points of a grid lie on common circles and lines, where rounding alone would decide; moved a
/// little, each by its own number, they do not. For what is joined only: the places stay.
double jitter(std::uint64_t number) {
    constexpr double Amount = 1e-8;
    number = (number + 1) * 0x9e3779b97f4a7c15U;
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111ebU;
    number ^= number >> 31U;
    return Amount * (static_cast<double>(number >> 11U) * 0x1p-53 - 0.5);
}

/// Twice the area; above 0 if a, b, c turn left.
double turn(const PlanePoint& a, const PlanePoint& b, const PlanePoint& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

class Triangulation {
public:
    explicit Triangulation(std::span<const PlanePoint> points) : m_count(points.size()) {
        for (std::size_t i = 0; i < points.size(); ++i)
            m_points.push_back({points[i].x + jitter(2 * i), points[i].y + jitter(2 * i + 1)});
        // A triangle around everything, so far out that it hardly bends the hull.
        constexpr double Far = 1e4;
        m_points.push_back({-Far, -Far});
        m_points.push_back({3 * Far, -Far});
        m_points.push_back({-Far, 3 * Far});
        const auto first = static_cast<std::uint32_t>(m_count);
        m_open.push_back({first, first + 1, first + 2});
    }

    std::vector<Triangle> run(const std::stop_token& stop) {
        std::vector<std::uint32_t> order(m_count);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return m_points[a].x < m_points[b].x; });
        for (const std::uint32_t point : order) {
            if (stop.stop_requested())
                return {};
            insert(point);
        }
        m_closed.insert(m_closed.end(), m_open.begin(), m_open.end());
        std::erase_if(m_closed, [this](const Triangle& triangle) {
            return std::any_of(triangle.begin(), triangle.end(),
                               [this](std::uint32_t corner) { return corner >= m_count; });
        });
        return std::move(m_closed);
    }

private:
    [[nodiscard]] bool circleHolds(const Triangle& triangle, const PlanePoint& p) const {
        std::array<PlanePoint, 3> c{};
        std::array<double, 3> squares{};
        for (std::size_t i = 0; i < 3; ++i) {
            c[i] = {m_points[triangle[i]].x - p.x, m_points[triangle[i]].y - p.y};
            squares[i] = c[i].x * c[i].x + c[i].y * c[i].y;
        }
        return squares[0] * (c[1].x * c[2].y - c[1].y * c[2].x) -
                   squares[1] * (c[0].x * c[2].y - c[0].y * c[2].x) +
                   squares[2] * (c[0].x * c[1].y - c[0].y * c[1].x) >
               0;
    }

    /// True if no later point, being to the right of x, can lie in the triangle's circle.
    [[nodiscard]] bool closedBefore(const Triangle& triangle, double x) const {
        constexpr double Trusted = 100;  // rounding in flat triangles makes circles of any size
        const PlanePoint& a = m_points[triangle[0]];
        const PlanePoint b{m_points[triangle[1]].x - a.x, m_points[triangle[1]].y - a.y};
        const PlanePoint c{m_points[triangle[2]].x - a.x, m_points[triangle[2]].y - a.y};
        const double area = 2 * (b.x * c.y - b.y * c.x);
        const double bSquare = b.x * b.x + b.y * b.y;
        const double cSquare = c.x * c.x + c.y * c.y;
        const double ux = (c.y * bSquare - b.y * cSquare) / area;
        const double uy = (b.x * cSquare - c.x * bSquare) / area;
        const double radius = std::hypot(ux, uy);
        return radius < Trusted && a.x + ux + radius * (1 + 1e-9) < x;
    }

    void insert(std::uint32_t point) {
        const PlanePoint p = m_points[point];
        std::vector<Edge> edges;
        std::vector<Triangle> kept;
        for (const Triangle& triangle : m_open) {
            if (closedBefore(triangle, p.x)) {
                m_closed.push_back(triangle);
            } else if (circleHolds(triangle, p)) {
                for (std::size_t i = 0; i < 3; ++i)
                    edges.emplace_back(triangle[i], triangle[(i + 1) % 3]);
            } else {
                kept.push_back(triangle);
            }
        }
        // What two of the triangles share is inside of the hole that they leave.
        std::sort(edges.begin(), edges.end());
        for (const Edge& edge : edges) {
            if (std::binary_search(edges.begin(), edges.end(), Edge{edge.second, edge.first}))
                continue;
            Triangle triangle = {edge.first, edge.second, point};
            if (turn(m_points[triangle[0]], m_points[triangle[1]], p) < 0)
                std::swap(triangle[0], triangle[1]);
            kept.push_back(triangle);
        }
        m_open = std::move(kept);
    }

    std::size_t m_count;
    std::vector<PlanePoint> m_points;
    std::vector<Triangle> m_open;    // corners turn left
    std::vector<Triangle> m_closed;  // no point still to come changes them
};

}  // namespace

std::vector<Triangle> delaunay(std::span<const PlanePoint> points, const std::stop_token& stop) {
    return Triangulation(points).run(stop);
}

}  // namespace podium::analysis
