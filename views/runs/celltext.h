// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/cell.h"
#include "items/columnlistmodel.h"
#include "query/frame.h"

#include <QString>

/// Words of the run table, for its cells, heads and the list of columns.
namespace podium::views {

[[nodiscard]] QString attributeTitle(query::Attribute attribute);
[[nodiscard]] QString reductionTitle(query::Reduction reduction);
[[nodiscard]] QString columnGroupTitle(items::ColumnGroup group);

/// The head of a column: "val_loss · min", "lr", "Started".
[[nodiscard]] QString columnTitle(const query::ColumnKey& key);

/// A value as the table shows it: short numbers, "2 h ago", one line; "–" where there is none.
[[nodiscard]] QString cellText(const query::ColumnKey& key, const items::Cell& cell,
                               base::Millis now);

}  // namespace podium::views
