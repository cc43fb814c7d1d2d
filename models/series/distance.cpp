// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/distance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace podium::series {

namespace {

/// Walks along a line with ascending places; of equal places the last value counts.
class Walk {
public:
    explicit Walk(const Line& line) : m_x(line.x()), m_y(line.y()) {}

    [[nodiscard]] double at(double x) {
        while (m_next < m_x.size() && m_x[m_next] <= x)
            ++m_next;
        const std::size_t before = m_next - 1;
        if (m_next == m_x.size() || m_x[before] == x)
            return m_y[before];
        const double share = (x - m_x[before]) / (m_x[m_next] - m_x[before]);
        return m_y[before] + share * (m_y[m_next] - m_y[before]);
    }

private:
    const std::vector<double>& m_x;
    const std::vector<double>& m_y;
    std::size_t m_next = 1;
};

std::vector<double> commonPlaces(const Line& a, const Line& b, double from, double to) {
    std::vector<double> places = {from, to};
    for (const Line* line : {&a, &b}) {
        for (const double x : line->x()) {
            if (x > from && x < to)
                places.push_back(x);
        }
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    return places;
}

/// The area between two straight lines over one stretch; they may cross in it.
double areaBetween(double left, double right, double width) {
    if ((left < 0) == (right < 0))
        return (std::abs(left) + std::abs(right)) / 2 * width;
    const double l = std::abs(left);
    const double r = std::abs(right);
    return (l * l + r * r) / (l + r) / 2 * width;
}

}  // namespace

double curveDistance(const Line& a, const Line& b) {
    constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();
    if (a.size() == 0 || b.size() == 0)
        return Nothing;
    const double from = std::max(a.x().front(), b.x().front());
    const double to = std::min(a.x().back(), b.x().back());
    if (!(from < to))
        return Nothing;
    Walk first(a);
    Walk second(b);
    MinMax height;
    double area = 0;
    double before = 0;
    double lastX = from;
    for (const double x : commonPlaces(a, b, from, to)) {
        const double u = first.at(x);
        const double v = second.at(x);
        height.include(u);
        height.include(v);
        const double gap = u - v;
        if (x > from)
            area += areaBetween(before, gap, x - lastX);
        before = gap;
        lastX = x;
    }
    const double span = height.max - height.min;
    return span > 0 ? area / (to - from) / span : 0;
}

}  // namespace podium::series
