// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/escape.h"
#include "session/runsview.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace podium::items {

enum class ExportFormat { Tsv, Csv, Markdown, Latex, Json, RunIds, Python };

/// Rows of a snapshot as text (UTF-8, lines end with "\n"), values at full precision, times in
/// ISO 8601 (in JSON milliseconds since the epoch). Columns: the run's id (not in Markdown and
/// LaTeX), its name, then the snapshot's columns under their plainName(). What is missing is empty,
/// in JSON null; numbers that are not finite are words, in JSON texts, as in the dump. Tsv has
/// blanks for the tabs and line ends in values, because nothing reads quotes there; Csv follows
/// RFC 4180 with "\n"; Python is a call of mlflow.search_runs that finds the same runs.
[[nodiscard]] std::string exportRuns(const session::RunsSnapshot& snapshot,
                                     std::span<const std::uint32_t> frameRows, ExportFormat format);

}  // namespace podium::items
