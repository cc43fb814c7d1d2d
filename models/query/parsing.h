// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/expression.h"
#include "query/lexer.h"

#include <string_view>
#include <vector>

/// What the files of the parser share.
namespace podium::query {

struct Operator {
    std::string_view text;
    Comparator comparator;
    bool mlflow;
};

/// The operator that a token of kind Operator is.
[[nodiscard]] const Operator& operatorOf(const Token& token);

/// The children under one node; a single one stands for itself, but for NOT.
[[nodiscard]] Expression group(Expression::Kind kind, std::vector<Expression> children);
[[nodiscard]] Expression condition(const ColumnKey& column, Comparator comparator, Operand operand);

[[nodiscard]] std::string_view unquoted(std::string_view text);
[[nodiscard]] bool isText(const Token& token);
/// A name that is one of the numbers nan, inf, infinity.
[[nodiscard]] bool looksLikeNumber(const Token& token);

}  // namespace podium::query
