// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure.h"

namespace podium::bench {

/// Times a chart of so many made-up noisy series that lie in a cache, width x height pixels, and in
/// the same run its floor: the blit of a picture of that size onto another. Milliseconds; medians
/// and 95th percentiles of frames. Needs a QApplication (offscreen will do) and its thread.
///
/// {"bytes_per_point" (of the cache), "open" (the histories' indexes), "memory_mb" (anonymous, that
///  the plot and its series added), "floor_blit", "empty_frame" (a chart without lines), "prepare",
///  "decimate", "decimate_snapped", "raster", "first_paint" (from opening the histories),
///  "first_exact" (in its final layout), "pan": {"median", "p95", "max", "ratio" (median to
///  floor_blit)}, "zoom": {...}, "exact_after_rest"}
[[nodiscard]] nlohmann::json benchChart(const Options& options);

}  // namespace podium::bench
