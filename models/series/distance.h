// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/line.h"

namespace podium::series {

/// How far two curves lie apart over the x that both have: the area between them (each drawn as
/// straight lines from point to point), divided by the length of that stretch and by the height of
/// what both curves cover there. 0 for curves that lie on each other, 1 for two level lines one at
/// the top and one at the bottom. NaN if there is no common stretch.
[[nodiscard]] double curveDistance(const Line& a, const Line& b);

}  // namespace podium::series
