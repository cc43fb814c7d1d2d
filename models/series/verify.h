// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/decimate.h"

#include <cstdint>
#include <stop_token>

namespace podium::series {

/// What a look at every point says of a line that was drawn by columns.
struct Verified {
    std::uint64_t points = 0;   // that were looked at: all in the window
    std::uint64_t columns = 0;  // pixel columns with a point
    std::uint64_t differing =
        0;  // columns whose first, last, least or greatest was not that of the points
    bool complete = true;  // false if it was stopped

    Verified& operator+=(const Verified& other);
};

/// Compares what was drawn with every single point, without pyramid or search.
[[nodiscard]] Verified verify(const Line& line, const Window& window, const Decimated& drawn,
                              std::stop_token stop = {});

}  // namespace podium::series
