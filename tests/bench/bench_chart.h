// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace podium::bench {

/// Times a chart of so many made-up noisy series, width x height pixels, and in the same run its
/// floor: the blit of a picture of that size onto another. Milliseconds; medians and 95th
/// percentiles of frames. Needs a QApplication (offscreen will do) and its thread.
///
/// {"floor_blit", "empty_frame" (a chart without lines), "prepare", "decimate",
///  "decimate_snapped", "raster", "first_paint", "pan": {"median", "p95", "max",
///  "ratio" (median to floor_blit)}, "zoom": {...}, "exact_after_rest"}
[[nodiscard]] nlohmann::json benchChart(int series, int points, int width, int height);

}  // namespace podium::bench
