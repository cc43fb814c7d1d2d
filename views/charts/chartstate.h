// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QJsonObject>

namespace podium::views {

/// What is kept of a chart from one start of the program to the next.
struct ChartState {
    QString metric;
    PlotOptions options;
    bool legend = false;
    bool legendUnfolded = false;

    friend bool operator==(const ChartState&, const ChartState&) = default;
};

[[nodiscard]] QJsonObject toJson(const ChartState& state);
/// What is missing, of another type or out of bounds takes its default.
[[nodiscard]] ChartState chartStateFromJson(const QJsonObject& json);

}  // namespace podium::views
