// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "views/charts/chartsource.h"
#include "views/charts/chartstate.h"
#include "views/figure/figureoptions.h"
#include "views/figure/runset.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace podium::views {

/// What a chart was made of, so that it can be made again: its settings and its runs.
struct ChartRecipe {
    ChartState state;
    QStringList runIds;
    QStringList sources;                       // of the runs, each once
    std::optional<FigureOptions> figure = {};  // a chart of runs, and not of a metric

    friend bool operator==(const ChartRecipe&, const ChartRecipe&) = default;
};

/// As a small JSON text of its own, stable from one time to the next.
[[nodiscard]] QByteArray recipeText(const ChartRecipe& recipe);
/// DecodeFailed {"", reason} for what is none.
[[nodiscard]] base::Result<ChartRecipe> recipeFromText(const QByteArray& text);
[[nodiscard]] ChartRecipe recipeOf(const ChartState& state, const QVector<ChartRun>& runs);
[[nodiscard]] ChartRecipe recipeOf(const FigureOptions& figure, const RunSet& runs);

/// The file of the recipe beside an exported chart: "loss.png" has "loss.png.podium.json".
[[nodiscard]] QString recipePath(const QString& chartPath);

}  // namespace podium::views
