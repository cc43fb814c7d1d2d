// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/heatcells.h"

#include "analysis/histogram.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace podium::views {

namespace {

constexpr std::size_t MostSteps = 24;  // different numbers that have a cell each
constexpr std::size_t WantedBins = 12;
constexpr std::size_t Squares = 12;  // along each axis, for means of many runs

void cutEvenly(CellAxis& axis, std::size_t parts) {
    for (std::size_t i = 0; i <= parts; ++i)
        axis.edges.push_back(static_cast<double>(i) /
                             static_cast<double>(std::max<std::size_t>(1, parts)));
}

/// Numbers of a grid search are few and have a cell each, at equal distances.
bool cutByValues(CellAxis& axis) {
    std::vector<double> values;
    for (const double value : axis.column.values.numbers) {
        if (std::isfinite(value))
            values.push_back(value);
    }
    std::ranges::sort(values);
    const auto twice = std::ranges::unique(values);
    values.erase(twice.begin(), twice.end());
    if (values.empty() || values.size() > MostSteps)
        return false;
    axis.named = true;
    for (const double value : values)
        axis.names << axis.column.textOf(value);
    for (const double value : axis.column.values.numbers) {
        const auto found = std::ranges::lower_bound(values, value);
        const bool there = std::isfinite(value) && found != values.end();
        axis.cells.push_back(there ? static_cast<std::uint32_t>(found - values.begin())
                                   : analysis::NoCell);
    }
    cutEvenly(axis, values.size());
    axis.axis = analysis::Axis::ofCategories(values.size());
    return true;
}

void cutByRanges(CellAxis& axis, bool logarithmic) {
    analysis::HistogramOptions wanted;
    wanted.bins = WantedBins;
    wanted.logarithmic = logarithmic;
    const analysis::Bins bins = analysis::binsOf(axis.column.values.numbers, wanted);
    axis.cells = analysis::cellsOf(axis.column.values.numbers, bins.edges);
    if (bins.edges.size() < 2)
        return;
    axis.axis.setRange(bins.edges.front(), bins.edges.back());
    for (std::size_t i = 0; i < bins.edges.size(); ++i) {
        axis.edges.push_back(axis.axis.place(bins.edges[i]));
        if (i + 1 < bins.edges.size())
            axis.names << QCoreApplication::translate("podium::views::Figure", "%1 to %2")
                              .arg(axis.column.textOf(bins.edges[i]),
                                   axis.column.textOf(bins.edges[i + 1]));
    }
}

}  // namespace

CellAxis cellAxis(const RunSet& runs, const query::ColumnKey& key, bool logarithmic, bool smooth) {
    CellAxis axis;
    axis.column = figureColumn(runs, key);
    axis.axis = analysis::Axis::of(axis.column.values, logarithmic);
    if (axis.column.numeric()) {
        if (smooth || !cutByValues(axis))
            cutByRanges(axis, logarithmic);
        return axis;
    }
    axis.named = true;
    for (std::size_t i = 1; i <= axis.column.values.categories.size(); ++i)
        axis.names << axis.column.textOf(static_cast<double>(i));
    for (const analysis::Category code : axis.column.values.codes)
        axis.cells.push_back(code == analysis::NoCategory ? analysis::NoCell : code - 1);
    cutEvenly(axis, axis.column.values.categories.size());
    return axis;
}

double placeOf(const CellAxis& axis, std::uint32_t run) {
    if (run >= axis.cells.size() || axis.cells[run] == analysis::NoCell)
        return std::nan("");
    const std::uint32_t cell = axis.cells[run];
    return axis.named ? (axis.edges[cell] + axis.edges[cell + 1]) / 2
                      : axis.axis.place(axis.column.value(run));
}

void averageSquares(std::vector<double>& xs, std::vector<double>& ys, std::vector<double>& zs) {
    struct Sum {
        double x = 0;
        double y = 0;
        double z = 0;
        double n = 0;
    };
    std::vector<Sum> sums(Squares * Squares);
    const auto square = [](double place) {
        return std::min(static_cast<std::size_t>(std::max(place, 0.0) * Squares), Squares - 1);
    };
    for (std::size_t run = 0; run < xs.size(); ++run) {
        if (std::isnan(xs[run]) || std::isnan(ys[run]) || !std::isfinite(zs[run]))
            continue;
        Sum& sum = sums[square(ys[run]) * Squares + square(xs[run])];
        sum = {sum.x + xs[run], sum.y + ys[run], sum.z + zs[run], sum.n + 1};
    }
    xs.clear();
    ys.clear();
    zs.clear();
    for (const Sum& sum : sums) {
        if (sum.n == 0)
            continue;
        xs.push_back(sum.x / sum.n);
        ys.push_back(sum.y / sum.n);
        zs.push_back(sum.z / sum.n);
    }
}

}  // namespace podium::views
