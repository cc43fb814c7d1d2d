// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/frameloader.h"

#include <stop_token>
#include <vector>

namespace podium::session {

/// Adds these metric columns to the frame, in one pass over the runs' packed metrics; those that
/// need histories read them afterwards.
[[nodiscard]] base::Result<void> addMetrics(cache::Reader& reader, const RunTable& table,
                                            query::Frame& frame,
                                            const std::vector<query::ColumnKey>& keys,
                                            const ColumnRules& rules, const std::stop_token& stop);

}  // namespace podium::session
