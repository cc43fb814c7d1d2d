// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/range.h"

#include <QString>
#include <QVector>

/// Where an axis has its marks, and what they say. No widget, so that it can be tested by itself.
namespace podium::views {

struct Tick {
    double at = 0;
    QString label;
};
using Ticks = QVector<Tick>;

/// Round numbers; large ones as "20k", "1.5M", extreme ones as "1e-7". About `wanted` of them.
[[nodiscard]] Ticks numberTicks(const series::Range& range, int wanted);

/// Whole steps only.
[[nodiscard]] Ticks stepTicks(const series::Range& range, int wanted);

/// Powers of ten, with 2 and 5 where there is room; round numbers within less than a decade.
[[nodiscard]] Ticks logTicks(const series::Range& range, int wanted);

/// The same where the range holds decimal logarithms: 0 is labelled "1", 3 is "1k".
[[nodiscard]] Ticks exponentTicks(const series::Range& range, int wanted);

/// Points of time (milliseconds since the epoch) at round local clock times or dates.
[[nodiscard]] Ticks timeTicks(const series::Range& range, int wanted);

/// Durations in milliseconds: "0", "30 s", "5 min", "1:30 h", "2 d".
[[nodiscard]] Ticks durationTicks(const series::Range& range, int wanted);

}  // namespace podium::views
