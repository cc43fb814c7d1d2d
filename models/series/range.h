// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/pyramid.h"

namespace podium::series {

/// What an axis shows.
struct Range {
    double low = 0;
    double high = 1;
    friend bool operator==(const Range&, const Range&) = default;
};

/// An axis range around an extent with `padding` (a fraction of the span) on both sides. A constant
/// or a single value stands in the middle of a span that suits its size; an empty extent gives 0..1
/// (1..10 on a logarithmic axis). Always low < high, both finite and, on a logarithmic axis,
/// positive.
[[nodiscard]] Range fit(const MinMax& extent, double padding, bool logarithmic = false);

/// The range zoomed by `factor` (< 1 is in) so that `anchor` keeps its place; never narrower than
/// what doubles can tell apart, nor wider than they can hold.
[[nodiscard]] Range zoomed(const Range& range, double anchor, double factor,
                           bool logarithmic = false);

/// The range moved by a fraction of its span.
[[nodiscard]] Range moved(const Range& range, double fraction, bool logarithmic = false);

/// True if a range can be shown: finite, ordered, wide enough to be told apart.
[[nodiscard]] bool valid(const Range& range, bool logarithmic = false);

}  // namespace podium::series
