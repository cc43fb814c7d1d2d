// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figureoptions.h"
#include "views/figure/runset.h"

#include <QString>

namespace podium::views {

/// What a new chart of a kind shows: the table's first metric, over params whose values differ.
/// `offered` are columns in the order in which people look at them.
[[nodiscard]] FigureOptions defaultFigure(FigureKind kind, const RunSet& runs,
                                          const std::vector<query::ColumnKey>& offered);

/// The kinds that a person may add, in the order of the menu.
[[nodiscard]] std::vector<FigureKind> offeredKinds();

/// "Scatter plot", "Histogram" ...
[[nodiscard]] QString kindTitle(FigureKind kind);
/// What a chart is called: "val_loss over lr".
[[nodiscard]] QString figureTitle(const FigureOptions& options);

}  // namespace podium::views
