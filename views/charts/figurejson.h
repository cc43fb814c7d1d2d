// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/figure/figureoptions.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace podium::views {

/// A chart of runs as it is kept in the session and in recipes: {"kind": "scatter", "x": {"kind":
/// "param", "key": "lr"}, "log_x": true}. What is as usual is left out.
[[nodiscard]] QJsonObject toJson(const FigureOptions& options);
/// Nothing if it names no kind that is known here; else what is damaged takes its default.
[[nodiscard]] std::optional<FigureOptions> figureFromJson(const QJsonObject& json);

/// Every key that the JSON of a chart of runs may have.
[[nodiscard]] QStringList figureKeys();

/// A chart's JSON, of runs or of a metric, as it is written here: for comparing.
[[nodiscard]] QJsonObject normalChart(const QJsonObject& json);

/// The name of a kind in files: "scatter", "parallel" ...
[[nodiscard]] QString kindName(FigureKind kind);

}  // namespace podium::views
