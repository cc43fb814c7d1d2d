// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QJsonObject>
#include <QStringList>

namespace podium::views {

/// What is kept of a chart from one start of the program to the next.
struct ChartState {
    QString metric;  // or an expression over metrics
    PlotOptions options;
    bool legend = false;
    bool legendUnfolded = false;
    bool expression = false;
    bool carry = false;  // in an expression: a metric without a value at a step has its last one

    friend bool operator==(const ChartState&, const ChartState&) = default;
};

[[nodiscard]] QJsonObject toJson(const ChartState& state);
/// What is missing, of another type or out of bounds takes its default.
[[nodiscard]] ChartState chartStateFromJson(const QJsonObject& json);

/// Every key that a chart's JSON may have.
[[nodiscard]] QStringList chartKeys();

}  // namespace podium::views
