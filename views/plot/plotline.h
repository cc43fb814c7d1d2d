// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/bands.h"
#include "series/line.h"
#include "series/range.h"
#include "series/smooth.h"

#include <QColor>
#include <QString>

#include <memory>
#include <optional>

namespace podium::views {

/// One line of a plot. The id is its owner's; it comes back in the plot's signals.
struct PlotLine {
    qint64 id = 0;
    QString name;
    QColor color;
    std::shared_ptr<const series::Series> series;
    bool emphasised = false;
    /// The same run's history of PlotOptions::xMetric; null where it has none.
    std::shared_ptr<const series::Series> over = {};
    std::optional<base::Millis> runStart = {};  // from which relative time may count
    QString group = {};                         // lines of one group make one band

    friend bool operator==(const PlotLine&, const PlotLine&) = default;
};

/// Which value of a line is marked.
enum class BestMark : std::uint8_t { None, Least, Greatest };

/// How lines are shown.
struct PlotOptions {
    series::XKind x = series::XKind::Step;
    bool logY = false;
    double smoothing = 0;  // amount of series::Smoothing; 0 .. 0.999 for the exponential average
    series::SmoothKind smoothKind = series::SmoothKind::Exponential;
    /// The values of this metric are on the x axis instead, joined by step; "epoch" and the like,
    /// which are not logged at every step, are carried forward.
    QString xMetric = {};
    bool carryForward = false;
    bool fromRunStart = false;     // relative time counts from the run's start
    bool logX = false;             // not for wall time
    bool withoutOutliers = false;  // a fitted y axis leaves rare extremes out; the receipt says so
    bool separateRestarts = false;
    bool bands = false;  // groups as centre and spread instead of their lines
    series::BandCentre centre = series::BandCentre::Mean;
    series::BandSpread spread = series::BandSpread::Deviation;
    bool members = false;  // with bands: the lines, faint, too
    qint64 baseline = 0;   // lines as their difference to this one; 0 is none
    BestMark best = BestMark::None;
    std::optional<series::Range> fixedX = {};  // what "all" is, instead of the data's extent
    std::optional<series::Range> fixedY = {};

    [[nodiscard]] series::Smoothing smooth() const { return {smoothKind, smoothing}; }
    /// True if the other options put the same things on both axes.
    [[nodiscard]] bool sameAxes(const PlotOptions& other) const;
    friend bool operator==(const PlotOptions&, const PlotOptions&) = default;
};

}  // namespace podium::views
