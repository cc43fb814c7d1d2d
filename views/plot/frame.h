// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/decimate.h"
#include "series/mapping.h"
#include "views/plot/prepare.h"

#include <QImage>
#include <QSize>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// What the worker of a plot makes. Everything here is a value or shared and const.
namespace podium::views {

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
    std::uint64_t inView = 0;   // points within the x range
    std::uint64_t outside = 0;  // of these, values beyond the y axis because it leaves outliers out
    bool exact = true;
    bool moving = false;      // as asked for
    double milliseconds = 0;  // that the drawing took
    bool superseded = false;  // given up for a newer one: only `prepared` is there
    quint64 serial = 0;
};

/// Height of the lane in pixels.
inline constexpr int LaneHeight = 10;

/// Makes a picture; runs on any thread, and on others beside it. Null if stopped, or if points of a
/// line that was drawn before can no longer be read. `superseded` ends the drawing, not what is
/// prepared for it.
[[nodiscard]] std::shared_ptr<const Frame> makeFrame(const FrameRequest& request,
                                                     std::stop_token stop,
                                                     std::stop_token superseded = {});

/// Whether the pictures of a moving view are to have half the resolution, so that none is old:
/// `coarse` is what they have until now, `frame` the last picture. One at full resolution takes at
/// most four times as long as a coarse one; what an exact one takes says nothing.
[[nodiscard]] bool isCoarseWhileMoving(bool coarse, const Frame& frame);

}  // namespace podium::views
