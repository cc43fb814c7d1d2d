// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/nearest.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace podium::series {

namespace {

struct Pixel {
    double x = 0;
    double y = 0;
};

Pixel pixelOf(Cursor& line, const Mapping& mapping, std::size_t i) {
    return {mapping.pixelX(line.x(i)), mapping.pixelY(line.y(i))};
}

double toSegment(const Pixel& at, const Pixel& a, const Pixel& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t =
        length > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(at.x - (a.x + t * dx), at.y - (a.y + t * dy));
}

/// Distance to the upright stroke that a column's extremes make.
double toColumn(const Pixel& at, const Mapping& mapping, const Window& part, const Column& column) {
    const double x = mapping.pixelX(part.edge(column.column));
    const double dx = std::max({x - at.x, at.x - (x + 1), 0.0});
    const double dy =
        std::max({mapping.pixelY(column.max) - at.y, at.y - mapping.pixelY(column.min), 0.0});
    return std::hypot(dx, dy);
}

double distanceTo(const Line& line, const Mapping& mapping, const Window& part, const Pixel& at) {
    const Decimated near = decimate(line, part);
    Cursor cursor(line);
    double best = std::numeric_limits<double>::infinity();
    const auto segment = [&](std::size_t i) {
        if (line.joined(i))
            best = std::min(
                best, toSegment(at, pixelOf(cursor, mapping, i - 1), pixelOf(cursor, mapping, i)));
    };
    for (const Column& column : near.columns) {
        best = std::min(best, toColumn(at, mapping, part, column));
        segment(column.first);
    }
    segment(near.end);
    return best;
}

/// The point nearest to the pointer among those near it in x; a long row of them is sampled.
std::size_t pointAt(const Line& line, const Mapping& mapping, const Window& part, const Pixel& at) {
    constexpr std::size_t Most = 4096;
    const Decimated near = decimate(line, part);
    if (near.begin == near.end)
        return line.nearest(mapping.dataX(at.x));
    const std::size_t stride = std::max<std::size_t>(1, (near.end - near.begin) / Most);
    Cursor cursor(line);
    std::size_t best = near.begin;
    double distance = std::numeric_limits<double>::infinity();
    for (std::size_t i = near.begin; i < near.end; i += stride) {
        const Pixel p = pixelOf(cursor, mapping, i);
        const double d = std::hypot(p.x - at.x, p.y - at.y);
        if (d < distance) {
            distance = d;
            best = i;
        }
    }
    return best;
}

}  // namespace

std::optional<Hit> nearest(std::span<const std::shared_ptr<const Line>> lines,
                           const Mapping& mapping, double pixelX, double pixelY, double reach) {
    const double left = std::floor(pixelX - reach);
    const double right = std::ceil(pixelX + reach);
    const Window part{mapping.dataX(left), mapping.dataX(right), static_cast<int>(right - left)};
    if (part.columns <= 0 || !(part.x1 > part.x0))
        return std::nullopt;
    std::optional<Hit> best;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == nullptr || lines[i]->size() == 0)
            continue;
        const double distance = distanceTo(*lines[i], mapping, part, {pixelX, pixelY});
        if (distance <= reach && (!best || distance <= best->distance))
            best = Hit{i, 0, distance};
    }
    if (best)
        best->point = pointAt(*lines[best->line], mapping, part, {pixelX, pixelY});
    return best;
}

}  // namespace podium::series
