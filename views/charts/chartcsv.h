// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plot/plotline.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

class QIODevice;

namespace podium::views {

/// Writes every point of the lines, in the stores' own order, as CSV (RFC 4180, UTF-8): run,
/// metric, step, timestamp in milliseconds since the epoch, value in full precision. With `parts`
/// (partNames) each row also says how whole its history is. False if the device refuses. Any
/// thread.
bool writeCsv(QIODevice& device, const QString& metric, const std::vector<PlotLine>& lines,
              const QHash<qint64, QByteArray>& parts = {});

}  // namespace podium::views
