// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "items/cell.h"
#include "items/columnlistmodel.h"
#include "query/frame.h"
#include "query/grouping.h"
#include "session/viewstate.h"

#include <QString>

/// Words of the run table, for its cells, heads and the list of columns.
namespace podium::views {

[[nodiscard]] QString attributeTitle(query::Attribute attribute);
[[nodiscard]] QString reductionTitle(query::Reduction reduction);
/// The same with its argument: "mean of last 10".
[[nodiscard]] QString reductionTitle(const query::ColumnKey& key);
[[nodiscard]] QString columnGroupTitle(items::ColumnGroup group);

/// The head of a column: "val_loss · min", "lr", "Started".
[[nodiscard]] QString columnTitle(const query::ColumnKey& key);

/// A value as the table shows it: short numbers, "2 h ago", one line; "–" where there is none.
[[nodiscard]] QString cellText(const query::ColumnKey& key, const items::Cell& cell,
                               base::Millis now, const session::ColumnFormat& format = {});

/// A group's own value; "(no lr)" where its runs have none.
[[nodiscard]] QString groupTitle(const query::ColumnKey& key, const query::Grouping::Group& group);
/// What stands for the numbers of a group: "0.934 ± 0.012".
[[nodiscard]] QString summaryText(const query::ColumnKey& key, const query::Summary& summary,
                                  query::Aggregate aggregate, const session::ColumnFormat& format);
/// All numbers of a summary, a line each, for the tool tip.
[[nodiscard]] QString summaryDetails(const query::Summary& summary, qsizetype runs);
[[nodiscard]] QString aggregateTitle(query::Aggregate aggregate);

}  // namespace podium::views
