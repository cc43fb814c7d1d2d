// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/figuredefaults.h"

#include "analysis/axes.h"
#include "analysis/column.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

namespace {

using query::ColumnKey;
using query::ColumnKind;

constexpr std::size_t MostAxes = 7;  // with the metric
constexpr std::size_t MostCategories = 30;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::RunChartCard)
};

/// A column that may be an axis, and how.
struct Candidate {
    ColumnKey key;
    bool numeric = false;
    bool logarithmic = false;
};

/// Params whose values differ and are not all different words.
std::vector<Candidate> usefulParams(const RunSet& runs, const std::vector<ColumnKey>& offered) {
    std::vector<Candidate> params;
    for (const ColumnKey& key : offered) {
        const query::Column* column =
            key.kind == ColumnKind::Param ? runs.frame->column(key) : nullptr;
        if (column == nullptr)
            continue;
        const analysis::ColumnValues values = analysis::columnValues(key, *column, runs.rows);
        bool differs = values.categories.size() > 1 && values.categories.size() <= MostCategories;
        if (values.numeric()) {
            const analysis::Axis axis = analysis::Axis::of(values);
            differs = values.present > 1 && axis.low() < axis.high();
        }
        if (differs)
            params.push_back(
                {key, values.numeric(), values.numeric() && analysis::suitsLog(values.numbers)});
    }
    return params;
}

std::optional<ColumnKey> firstMetric(const std::vector<ColumnKey>& offered, std::size_t skip = 0) {
    for (const ColumnKey& key : offered) {
        if (key.kind == ColumnKind::Metric && !key.key.starts_with("system/") && skip-- == 0)
            return key;
    }
    return std::nullopt;
}

QString titleOf(const std::optional<ColumnKey>& key) {
    return key ? shortTitle(*key) : QStringLiteral("…");
}

}  // namespace

FigureOptions defaultFigure(FigureKind kind, const RunSet& runs,
                            const std::vector<ColumnKey>& offered) {
    FigureOptions options;
    options.kind = kind;
    const std::optional<ColumnKey> metric = firstMetric(offered);
    std::vector<Candidate> params = usefulParams(runs, offered);
    std::ranges::stable_partition(params, &Candidate::numeric);
    const auto param = [&](std::size_t i, std::optional<ColumnKey>& key, bool& logarithmic) {
        if (i < params.size()) {
            key = params[i].key;
            logarithmic = params[i].logarithmic;
        }
    };
    options.y = metric;
    switch (kind) {
        case FigureKind::Scatter:
            options.x = query::attributeColumn(query::Attribute::StartTime);
            param(0, options.x, options.logX);
            break;
        case FigureKind::Parallel:
            options.y.reset();
            for (std::size_t i = 0; i < params.size() && i + 1 < MostAxes; ++i)
                options.axes.push_back({params[i].key, params[i].logarithmic, false, {}, {}});
            if (metric) {
                options.axes.push_back({*metric, false, false, {}, {}});
                options.color = metric;
                options.colorBy = ColorBy::Column;
            }
            break;
        case FigureKind::Histogram:
            options.x = metric;
            options.y.reset();
            break;
        case FigureKind::HeatMap:
            options.y.reset();
            param(0, options.x, options.logX);
            param(1, options.y, options.logY);
            options.color = metric;
            options.colorBy = ColorBy::Column;
            break;
        case FigureKind::Bar:
        case FigureKind::Box:
        case FigureKind::Importance:
            break;
    }
    return options;
}

std::vector<FigureKind> offeredKinds() {
    return {FigureKind::Scatter,   FigureKind::Parallel,   FigureKind::Bar,    FigureKind::Box,
            FigureKind::Histogram, FigureKind::Importance, FigureKind::HeatMap};
}

QString kindTitle(FigureKind kind) {
    switch (kind) {
        case FigureKind::Scatter:
            return Words::tr("Scatter plot");
        case FigureKind::Parallel:
            return Words::tr("Parallel coordinates");
        case FigureKind::Bar:
            return Words::tr("Bars");
        case FigureKind::Box:
            return Words::tr("Boxes and violins");
        case FigureKind::Histogram:
            return Words::tr("Histogram");
        case FigureKind::Importance:
            return Words::tr("Importance of params");
        case FigureKind::HeatMap:
            return Words::tr("Heat map");
    }
    return {};
}

QString figureTitle(const FigureOptions& options) {
    switch (options.kind) {
        case FigureKind::Scatter:
            return Words::tr("%1 over %2").arg(titleOf(options.y), titleOf(options.x));
        case FigureKind::Parallel:
            return kindTitle(options.kind);
        case FigureKind::Bar:
        case FigureKind::Box:
            return options.groupBy == GroupBy::Column && options.group
                       ? Words::tr("%1 by %2").arg(titleOf(options.y), titleOf(options.group))
                       : titleOf(options.y);
        case FigureKind::Histogram:
            return Words::tr("Histogram of %1").arg(titleOf(options.x));
        case FigureKind::Importance:
            return Words::tr("What matters for %1").arg(titleOf(options.y));
        case FigureKind::HeatMap:
            return Words::tr("%1 over %2 and %3")
                .arg(titleOf(options.color), titleOf(options.x), titleOf(options.y));
    }
    return {};
}

}  // namespace podium::views
