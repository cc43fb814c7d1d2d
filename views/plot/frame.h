// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/decimate.h"
#include "series/mapping.h"
#include "views/plot/plotline.h"

#include <QImage>
#include <QSize>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// What the worker of a plot makes. Everything here is a value or shared and const.
namespace podium::views {

/// A line ready to be decimated.
struct PreparedLine {
    PlotLine line;
    std::shared_ptr<const series::Line> raw;    // without what the y axis cannot show
    std::shared_ptr<const series::Line> shown;  // smoothed; the same as raw without smoothing
};

/// All lines of a plot with the options they were prepared for.
struct Prepared {
    PlotOptions options;
    std::vector<PreparedLine> lines;
    std::vector<std::shared_ptr<const series::Line>> shown;  // of `lines`, for the hit test
    series::Counts counts;
    series::MinMax x;
    series::MinMax y;

    /// Extent of the values within a stretch of the x axis.
    [[nodiscard]] series::MinMax yWithin(double x0, double x1) const;
};

/// Prepares lines; those that `previous` already has for the same series and options are shared.
/// Null if stopped.
[[nodiscard]] std::shared_ptr<const Prepared> prepare(const std::vector<PlotLine>& lines,
                                                      const PlotOptions& options,
                                                      const Prepared* previous,
                                                      std::stop_token stop);

/// A picture to be made.
struct FrameRequest {
    std::vector<PlotLine> lines;
    PlotOptions options;
    std::shared_ptr<const Prepared> previous;
    std::optional<series::Range> x;  // unset: fitted to the data
    std::optional<series::Range> y;  // unset: fitted to what x shows
    QSize size;                      // device pixels
    double ratio = 1;                // device pixels per pixel
    bool moving = false;             // snapped decimation will do
    std::optional<qint64> hovered;   // this line stands out
    bool dark = false;
    quint64 serial = 0;
};

/// A picture of the lines, with what it shows.
struct Frame {
    QImage image;
    QImage lane;  // NaN, infinities and masked values along the x axis; null if there are none
    series::Mapping mapping;  // in device pixels of the image
    std::shared_ptr<const Prepared> prepared;
    std::uint64_t inView = 0;  // points within the x range
    bool exact = true;
    quint64 serial = 0;
};

/// Height of the lane in pixels.
inline constexpr int LaneHeight = 10;

/// Makes a picture; runs on any thread. Null if stopped.
[[nodiscard]] std::shared_ptr<const Frame> makeFrame(const FrameRequest& request,
                                                     std::stop_token stop);

}  // namespace podium::views
