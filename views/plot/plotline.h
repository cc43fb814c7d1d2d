// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/line.h"

#include <QColor>
#include <QString>

#include <memory>

namespace podium::views {

/// One line of a plot. The id is its owner's; it comes back in the plot's signals.
struct PlotLine {
    qint64 id = 0;
    QString name;
    QColor color;
    std::shared_ptr<const series::Series> series;
    bool emphasised = false;

    friend bool operator==(const PlotLine&, const PlotLine&) = default;
};

/// How lines are shown.
struct PlotOptions {
    series::XKind x = series::XKind::Step;
    bool logY = false;
    double smoothing = 0;  // weight of series::smoothed, 0 .. 0.999

    friend bool operator==(const PlotOptions&, const PlotOptions&) = default;
};

}  // namespace podium::views
