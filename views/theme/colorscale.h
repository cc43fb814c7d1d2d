// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/colors.h"

#include <QColor>

/// Colours that stand for numbers.
namespace podium::views {

/// A number's colour between the least (0) and the greatest (1), from dark blue over teal to
/// yellow; shares outside are cut. The way through OKLab has the same length for each step and
/// grows lighter all along, so that steps look even, also in grey and to people who tell red from
/// green badly. Each scheme leaves out the end that would sink into its panel.
[[nodiscard]] QColor scaleColor(double share, Scheme scheme);

/// From -1 (blue) over 0 (near the panel) to 1 (orange), for numbers with a middle.
[[nodiscard]] QColor divergingColor(double value, Scheme scheme);

}  // namespace podium::views
