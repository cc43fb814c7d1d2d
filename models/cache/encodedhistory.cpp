// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/encodedhistory.h"

#include "cache/blobs.h"

namespace podium::cache {

EncodedHistory encodeHistory(const domain::Metric& metric, NameTable& names) {
    const series::Reductions reductions = series::reduce(metric.points);
    return {names.number(metric.key),     metric.extent,   series::pack(metric.points),
            encodeReductions(reductions), reductions.last, metric.points.size()};
}

}  // namespace podium::cache
