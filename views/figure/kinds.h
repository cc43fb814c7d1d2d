// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figure.h"

/// The kinds of figures, one function each. Private to the room. Null if stopped.
namespace podium::views {

using RunSetPointer = std::shared_ptr<const RunSet>;
using FigurePointer = std::shared_ptr<const Figure>;

[[nodiscard]] FigurePointer makeScatter(RunSetPointer runs, const FigureOptions& options,
                                        std::stop_token stop);

[[nodiscard]] FigurePointer makeParallel(RunSetPointer runs, const FigureOptions& options,
                                         const FigurePointer& previous);
[[nodiscard]] FigurePointer makeBars(RunSetPointer runs, const FigureOptions& options);
[[nodiscard]] FigurePointer makeBoxes(RunSetPointer runs, const FigureOptions& options,
                                      std::stop_token stop);
[[nodiscard]] FigurePointer makeHistogram(RunSetPointer runs, const FigureOptions& options);
[[nodiscard]] FigurePointer makeImportance(RunSetPointer runs, const FigureOptions& options,
                                           std::stop_token stop);
[[nodiscard]] FigurePointer makeHeatMap(RunSetPointer runs, const FigureOptions& options,
                                        std::stop_token stop);

/// Words that several kinds say.
namespace figurewords {
[[nodiscard]] QString noRuns();
}  // namespace figurewords

}  // namespace podium::views
