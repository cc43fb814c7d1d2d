// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QString>

#include <vector>

class QIODevice;

namespace podium::views {

/// Writes every point of the lines, in the stores' own order, as CSV (RFC 4180, UTF-8): run,
/// metric, step, timestamp in milliseconds since the epoch, value in full precision. False if the
/// device refuses. Any thread.
bool writeCsv(QIODevice& device, const QString& metric, const std::vector<PlotLine>& lines);

}  // namespace podium::views
