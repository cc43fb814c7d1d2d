// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/expression.h"

#include <algorithm>

namespace podium::query {

namespace {

void add(const ColumnKey& key, std::vector<ColumnKey>& columns) {
    if (std::find(columns.begin(), columns.end(), key) == columns.end())
        columns.push_back(key);
}

}  // namespace

std::string_view comparatorText(Comparator comparator) {
    switch (comparator) {
        case Comparator::Equal:
            return "=";
        case Comparator::NotEqual:
            return "!=";
        case Comparator::Less:
            return "<";
        case Comparator::LessEqual:
            return "<=";
        case Comparator::Greater:
            return ">";
        case Comparator::GreaterEqual:
            return ">=";
        case Comparator::Like:
            return "LIKE";
        case Comparator::Ilike:
            return "ILIKE";
        default:
            return {};
    }
}

ColumnKey runNameTag() {
    return tagColumn("mlflow.runName");
}

void collectColumns(const Value& value, std::vector<ColumnKey>& columns) {
    if (value.kind == Value::Kind::Cell)
        add(value.column, columns);
    if (value.condition)
        collectColumns(*value.condition, columns);
    for (const Value& part : value.parts)
        collectColumns(part, columns);
}

void collectColumns(const Expression& expression, std::vector<ColumnKey>& columns) {
    if (expression.kind == Expression::Kind::Compare) {
        add(expression.comparison.column, columns);
        if (expression.comparison.column == attributeColumn(Attribute::RunName))
            add(runNameTag(), columns);
    }
    if (expression.kind == Expression::Kind::NameHolds)
        add(attributeColumn(Attribute::RunName), columns);
    for (const Value& value : expression.values)
        collectColumns(value, columns);
    for (const Expression& child : expression.children)
        collectColumns(child, columns);
}

}  // namespace podium::query
