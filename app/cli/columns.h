// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cache/reader.h"
#include "query/frame.h"

#include <span>
#include <string_view>
#include <vector>

namespace podium::app {

/// Reads a list such as "run_id, params.lr, metrics.`val, loss`, min(metrics.loss)". Commas within
/// quotes, back-ticks and brackets belong to the name. A name that is none gives QueryInvalid with
/// the reasons of query::parseFilter().
[[nodiscard]] base::Result<std::vector<query::ColumnKey>> parseColumns(std::string_view list);

/// What a table for people shows without a list of columns: a few attributes and metrics.
[[nodiscard]] base::Result<std::vector<query::ColumnKey>> briefColumns(
    cache::Reader& reader, std::span<const base::ExperimentNo> experiments);

/// Everything that the runs of these experiments have: what a file for a machine holds.
[[nodiscard]] base::Result<std::vector<query::ColumnKey>> allColumns(
    cache::Reader& reader, std::span<const base::ExperimentNo> experiments);

}  // namespace podium::app
