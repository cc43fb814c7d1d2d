// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/figureoptions.h"

#include "views/runs/celltext.h"
#include "views/text/text.h"

#include <algorithm>

namespace podium::views {

QString shortTitle(const query::ColumnKey& key) {
    if (key.kind == query::ColumnKind::Metric && key.reduction == query::Reduction::Last)
        return oneLine(key.key);
    return columnTitle(key);
}

std::vector<query::ColumnKey> columnsOf(const FigureOptions& options) {
    std::vector<query::ColumnKey> columns;
    const auto add = [&](const std::optional<query::ColumnKey>& column) {
        if (column && std::ranges::find(columns, *column) == columns.end())
            columns.push_back(*column);
    };
    for (const auto* column : {&options.x, &options.y, &options.color, &options.size})
        add(*column);
    if (options.groupBy == GroupBy::Column)
        add(options.group);
    for (const FigureAxis& axis : options.axes)
        add(axis.column);
    return columns;
}

}  // namespace podium::views
