// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/axes.h"
#include "analysis/contour.h"

#include <array>
#include <cmath>
#include <map>

namespace podium::analysis {

namespace {

/// An edge of the raster: the one to the right of a place (even) or above it (odd).
using EdgeId = std::size_t;

class Marching {
public:
    Marching(const Surface& surface, double level) : m_surface(surface), m_level(level) {
        for (std::size_t row = 0; row + 1 < surface.rows; ++row) {
            for (std::size_t column = 0; column + 1 < surface.columns; ++column)
                cross(column, row);
        }
    }

    [[nodiscard]] std::vector<IsoLine> lines() {
        std::vector<IsoLine> lines;
        // Lines with ends first, from an end; what is left over runs in circles.
        for (const bool closed : {false, true}) {
            for (auto& [edge, neighbours] : m_neighbours) {
                if (neighbours.count > 0 && (closed || neighbours.count == 1))
                    lines.push_back(walk(edge, closed));
            }
        }
        return lines;
    }

private:
    struct Neighbours {
        std::array<EdgeId, 2> edges{};
        std::size_t count = 0;
    };

    [[nodiscard]] bool above(double value) const { return value >= m_level; }

    void cross(std::size_t column, std::size_t row) {
        const std::array corners = {m_surface.at(column, row), m_surface.at(column + 1, row),
                                    m_surface.at(column + 1, row + 1),
                                    m_surface.at(column, row + 1)};
        double mean = 0;
        for (const double corner : corners)
            mean += corner / 4;
        if (std::isnan(mean))
            return;
        const std::array edges = {edgeId(column, row, false), edgeId(column + 1, row, true),
                                  edgeId(column, row + 1, false), edgeId(column, row, true)};
        std::array<EdgeId, 4> crossed{};
        std::size_t count = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            if (above(corners[i]) != above(corners[(i + 1) % 4]))
                crossed[count++] = edges[i];
        }
        if (count == 2) {
            join(crossed[0], crossed[1]);
        } else if (count == 4) {
            // The corners on the other side of the level than the middle are cut off: corner 0 lies
            // between the edges 3 and 0.
            const bool cutFirst = above(corners[0]) != above(mean);
            join(edges[0], cutFirst ? edges[3] : edges[1]);
            join(edges[2], cutFirst ? edges[1] : edges[3]);
        }
    }

    [[nodiscard]] EdgeId edgeId(std::size_t column, std::size_t row, bool upward) const {
        return 2 * (row * m_surface.columns + column) + (upward ? 1 : 0);
    }

    void join(EdgeId a, EdgeId b) {
        for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
            Neighbours& neighbours = m_neighbours[from];
            neighbours.edges[neighbours.count++] = to;
        }
    }

    void forget(EdgeId from, EdgeId to) {
        Neighbours& neighbours = m_neighbours[from];
        if (neighbours.edges[0] == to)
            neighbours.edges[0] = neighbours.edges[1];
        --neighbours.count;
    }

    [[nodiscard]] IsoLine walk(EdgeId edge, bool closed) {
        IsoLine line{m_level, {pointOf(edge)}, closed};
        while (m_neighbours[edge].count > 0) {
            const EdgeId next = m_neighbours[edge].edges[0];
            forget(edge, next);
            forget(next, edge);
            line.points.push_back(pointOf(next));
            edge = next;
        }
        if (closed)
            line.points.pop_back();
        return line;
    }

    [[nodiscard]] PlanePoint pointOf(EdgeId edge) const {
        const std::size_t place = edge / 2;
        const bool upward = edge % 2 == 1;
        const std::size_t column = place % m_surface.columns;
        const std::size_t row = place / m_surface.columns;
        const double from = m_surface.at(column, row);
        const double to = m_surface.at(column + (upward ? 0 : 1), row + (upward ? 1 : 0));
        const double part = (m_level / 2 - from / 2) / (to / 2 - from / 2);
        return {(static_cast<double>(column) + (upward ? 0 : part)) /
                    static_cast<double>(m_surface.columns - 1),
                (static_cast<double>(row) + (upward ? part : 0)) /
                    static_cast<double>(m_surface.rows - 1)};
    }

    const Surface& m_surface;
    double m_level;
    std::map<EdgeId, Neighbours> m_neighbours;
};

}  // namespace

std::vector<IsoLine> isoLines(const Surface& surface, std::span<const double> levels,
                              std::stop_token stop) {
    std::vector<IsoLine> lines;
    for (const double level : levels) {
        if (stop.stop_requested())
            break;
        for (IsoLine& line : Marching(surface, level).lines())
            lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<double> niceLevels(double low, double high, std::size_t wanted) {
    std::vector<double> levels;
    const double span = high - low;
    if (!std::isfinite(span) || span <= 0 || wanted == 0)
        return levels;
    const double step = niceStep(span, wanted);
    // Too few doubles between the ends for round ones among them, or to count on by steps.
    if (step < std::max(std::abs(low), std::abs(high)) * 1e-14)
        return levels;
    for (double i = std::floor(low / step) + 1; i * step < high; ++i) {
        if (i * step > low)
            levels.push_back(i * step);
    }
    return levels;
}

}  // namespace podium::analysis
