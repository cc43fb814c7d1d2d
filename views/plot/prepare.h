// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <memory>
#include <stop_token>
#include <vector>

/// What a plot's worker makes of lines before it draws them. Values, or shared and const.
namespace podium::views {

/// A line ready to be decimated. A run that began anew may give several.
struct PreparedLine {
    PlotLine line;
    std::shared_ptr<const series::Series> series;  // whose points the lines' source() counts
    std::shared_ptr<const series::Line> raw;       // without what the y axis cannot show
    std::shared_ptr<const series::Line> shown;     // smoothed; the same as raw without smoothing
    bool derived = false;  // values are not the store's own (difference to a baseline)
};

/// The lines of one group taken together. Its id is negative.
struct PreparedBand {
    qint64 id = 0;
    QString name;
    QColor color;
    std::uint32_t lines = 0;
    series::Band band;
    std::shared_ptr<const series::Line> centre;
    std::shared_ptr<const series::Line> low;
    std::shared_ptr<const series::Line> high;
};

/// The best value of a line.
struct BestPoint {
    std::size_t line = 0;  // of Prepared::lines
    double x = 0;
    double y = 0;
};

/// All lines of a plot with the options they were prepared for.
struct Prepared {
    PlotOptions options;
    std::vector<PreparedLine> lines;
    std::vector<PreparedBand> bands;
    /// What can be pointed at: the shown lines, or the bands' centres and then the lines.
    std::vector<std::shared_ptr<const series::Line>> targets;
    std::vector<BestPoint> best;
    series::Counts counts;
    std::uint64_t unplaced = 0;  // points without a place on the x axis
    series::MinMax x;
    series::MinMax y;

    /// Extent of the values within a stretch of the x axis.
    [[nodiscard]] series::MinMax yWithin(double x0, double x1) const;
    /// The same without the rarest hundredth at both ends, where that makes a difference worth it.
    [[nodiscard]] series::MinMax robustWithin(double x0, double x1) const;
    /// Points in the stretch whose value is outside.
    [[nodiscard]] std::uint64_t outside(double x0, double x1, const series::Range& y) const;
    /// The id of a target.
    [[nodiscard]] qint64 idOf(std::size_t target) const;
    [[nodiscard]] bool isBand(std::size_t target) const { return target < bands.size(); }
};

/// Prepares lines; those that `previous` already has for the same series and options are shared.
/// Null if stopped.
[[nodiscard]] std::shared_ptr<const Prepared> prepare(const std::vector<PlotLine>& lines,
                                                      const PlotOptions& options,
                                                      const Prepared* previous,
                                                      std::stop_token stop);

}  // namespace podium::views
