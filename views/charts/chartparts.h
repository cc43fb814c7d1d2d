// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chartsource.h"

#include <QHash>
#include <QStringList>

namespace podium::views {

/// What is to be said of lines that are not all there is: sampled, the latest value alone, old.
/// Empty where every line is whole and new.
[[nodiscard]] QStringList partWords(const QVector<ChartLine>& lines, base::Millis now);

/// For a file: "all", "sampled by the server" or "latest value only" for each run; empty where
/// every line is whole. Not translated, as are the other words of such files.
[[nodiscard]] QHash<qint64, QByteArray> partNames(const QVector<ChartLine>& lines);

}  // namespace podium::views
