// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "session/runsview.h"

#include <vector>

namespace podium::session {

/// Params that a first look considers; a run may have thousands.
inline constexpr std::size_t ConsideredParams = 32;

/// The params whose values are looked at to find those that differ.
[[nodiscard]] std::vector<query::ColumnKey> consideredParams(const ColumnNames& names);

/// The columns of a table nobody has arranged yet: status, the metrics that most likely matter,
/// params that differ between runs, start time. `frame` has the considered params loaded.
[[nodiscard]] std::vector<query::ColumnKey> defaultColumns(const ColumnNames& names,
                                                           const query::Frame& frame);

}  // namespace podium::session
