// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/expression.h"

#include <algorithm>

namespace podium::query {

void collectColumns(const Expression& expression, std::vector<ColumnKey>& columns) {
    const auto add = [&columns](const ColumnKey& key) {
        if (std::find(columns.begin(), columns.end(), key) == columns.end())
            columns.push_back(key);
    };
    if (expression.kind == Expression::Kind::Compare)
        add(expression.comparison.column);
    if (expression.kind == Expression::Kind::NameHolds)
        add(attributeColumn(Attribute::RunName));
    for (const Expression& child : expression.children)
        collectColumns(child, columns);
}

}  // namespace podium::query
