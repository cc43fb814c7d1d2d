// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/colorscale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace podium::views {

namespace {

struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

Lab between(const Lab& from, const Lab& to, double share) {
    return {from.l + (to.l - from.l) * share, from.a + (to.a - from.a) * share,
            from.b + (to.b - from.b) * share};
}

double distance(const Lab& x, const Lab& y) {
    return std::hypot(x.l - y.l, x.a - y.a, x.b - y.b);
}

double encoded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

/// Linear sRGB of a colour of OKLab, after its definition (Ottosson 2020); outside of 0 to 1 where
/// no screen has it.
std::array<double, 3> linear(const Lab& lab) {
    const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

QColor toColor(const Lab& lab) {
    std::array<double, 3> rgb = linear(lab);
    for (double& part : rgb)
        part = encoded(std::clamp(part, 0.0, 1.0));
    return QColor::fromRgbF(static_cast<float>(rgb[0]), static_cast<float>(rgb[1]),
                            static_cast<float>(rgb[2]));
}

/// The colour of a lightness and hue (degrees) with as much of the chroma as a screen has.
Lab fitting(double lightness, double chroma, double hue) {
    const double angle = hue * std::numbers::pi / 180;
    const auto at = [&](double c) {
        return Lab{lightness, c * std::cos(angle), c * std::sin(angle)};
    };
    const auto shown = [&](double c) {
        return std::ranges::all_of(linear(at(c)), [](double p) { return p >= 0 && p <= 1; });
    };
    while (chroma > 0.005 && !shown(chroma))
        chroma -= 0.002;
    return at(chroma);
}

constexpr std::size_t Steps = 256;
using Table = std::array<QColor, Steps>;

/// A way through OKLab cut into steps of one length.
template <typename Way>
Table evenly(const Way& way) {
    constexpr std::size_t Fine = 2048;
    std::vector<Lab> places;
    std::vector<double> lengths;
    for (std::size_t i = 0; i <= Fine; ++i) {
        places.push_back(way(static_cast<double>(i) / Fine));
        lengths.push_back(i == 0 ? 0 : lengths.back() + distance(places[i - 1], places[i]));
    }
    Table table;
    std::size_t at = 0;
    for (std::size_t step = 0; step < Steps; ++step) {
        const double wanted = lengths.back() * static_cast<double>(step) / (Steps - 1);
        while (at + 2 < lengths.size() && lengths[at + 1] < wanted)
            ++at;
        const double span = lengths[at + 1] - lengths[at];
        table[step] = toColor(
            between(places[at], places[at + 1], span > 0 ? (wanted - lengths[at]) / span : 0));
    }
    return table;
}

Table scaleTable(double dark, double light) {
    return evenly([=](double share) {
        const double hue = 285 - 178 * share;
        const double chroma = 0.125 + 0.05 * share * share;
        return fitting(dark + (light - dark) * share, chroma, hue);
    });
}

const Table& scaleOf(Scheme scheme) {
    static const Table light = scaleTable(0.30, 0.86);
    static const Table dark = scaleTable(0.44, 0.94);
    return scheme == Scheme::Dark ? dark : light;
}

}  // namespace

QColor scaleColor(double share, Scheme scheme) {
    const double place = std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
    return scaleOf(scheme)[static_cast<std::size_t>(std::lround(place * (Steps - 1)))];
}

QColor divergingColor(double value, Scheme scheme) {
    const double size = std::isnan(value) ? 0 : std::min(std::abs(value), 1.0);
    const bool dark = scheme == Scheme::Dark;
    const double middle = dark ? 0.36 : 0.93;
    const double end = dark ? 0.74 : 0.55;
    return toColor(fitting(middle + (end - middle) * size, 0.15 * size, value < 0 ? 255 : 55));
}

}  // namespace podium::views
