// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "query/number.h"

#include <string>
#include <variant>
#include <vector>

/// The tree behind a Filter. Made by the parser, read by the evaluation; nobody else needs it.
namespace podium::query {

enum class Comparator {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Like,
    NotLike,
    Ilike,
    NotIlike,
    In,
    NotIn,
    IsNull,
    IsNotNull
};

/// What a column is compared with: nothing (IS NULL), a text, a number, or a list of either.
using Operand = std::variant<std::monostate, std::string, Number, std::vector<std::string>,
                             std::vector<Number>>;

struct Comparison {
    ColumnKey column;
    Comparator comparator = Comparator::Equal;
    Operand operand;
};

/// A node. And and Or have two children or more, Not has one, Everything and Compare have none.
struct Expression {
    enum class Kind { Everything, And, Or, Not, Compare, NameHolds };

    Kind kind = Kind::Everything;
    std::vector<Expression> children;
    Comparison comparison;   // Compare
    std::string foldedWord;  // NameHolds: the run's name contains it, whatever the case
};

/// Adds the columns that the expression reads to `columns`, each once.
void collectColumns(const Expression& expression, std::vector<ColumnKey>& columns);

}  // namespace podium::query
