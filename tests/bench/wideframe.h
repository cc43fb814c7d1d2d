// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "session/runssnapshot.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace podium::bench {

/// A made-up frame: metrics (one row in 20 NaN, one in 10 missing), params that are whole numbers,
/// small numbers, words or missing, tags, and the attributes every run has.
struct WideFrame {
    query::Frame frame;
    std::vector<query::ColumnKey> columns;  // those of the values, without the run's name
    std::int64_t valueBytes = 0;            // 8 for each number there is, and the length of texts
};

[[nodiscard]] WideFrame makeWideFrame(int rows, int columns);

/// The rows as a table shows them.
[[nodiscard]] std::shared_ptr<const session::RunsSnapshot> snapshotOf(
    session::RunTable table, std::vector<query::ColumnKey> columns,
    std::vector<query::OrderKey> order = {});

}  // namespace podium::bench
