// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"
#include "query/number.h"

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
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
    Matches,
    NotMatches,
    In,
    NotIn,
    IsNull,
    IsNotNull
};

/// How MLflow's grammar writes a comparison of two sides, "=" ... "ILIKE"; "" for the others.
[[nodiscard]] std::string_view comparatorText(Comparator comparator);

/// What a column is compared with: nothing (IS NULL), a text, a number, or a list of either.
using Operand = std::variant<std::monostate, std::string, Number, std::vector<std::string>,
                             std::vector<Number>>;

struct Comparison {
    ColumnKey column;
    Comparator comparator = Comparator::Equal;
    Operand operand;
};

struct Expression;

/// A number made of others, as in a formula. A sum or a product of many parts is one node, so that
/// the tree is no deeper than the brackets of its text.
struct Value {
    enum class Kind {
        Constant,
        Cell,     // of a column
        Sum,      // parts, and a sign (+ or -) for each
        Product,  // parts, and a sign (* or /) for each
        Power,
        Negate,
        Abs,
        Log,
        Exp,
        Sqrt,
        Min,
        Max,
        If  // two parts
    };

    Kind kind = Kind::Constant;
    double number = 0;
    ColumnKey column;
    std::vector<Value> parts;
    std::string signs;
    std::shared_ptr<const Expression> condition;  // If
};

/// A node. And and Or have two children or more, Not has one, the others have none. Relation
/// compares two values by comparison.comparator, TextRelation two columns of texts.
struct Expression {
    enum class Kind { Everything, And, Or, Not, Compare, Relation, TextRelation, NameHolds };

    Kind kind = Kind::Everything;
    std::vector<Expression> children;
    Comparison comparison;      // Compare
    std::string foldedWord;     // NameHolds: the run's name contains it, whatever the case
    std::vector<Value> values;  // of a relation: left and right
};

/// Where MLflow's SQL stores look for run_name.
[[nodiscard]] ColumnKey runNameTag();

/// Adds the columns that the expression reads to `columns`, each once.
void collectColumns(const Expression& expression, std::vector<ColumnKey>& columns);
void collectColumns(const Value& value, std::vector<ColumnKey>& columns);

/// The rows of the frame that match; a column which the frame lacks is missing in every row.
[[nodiscard]] Bitmap evaluateExpression(const Expression& expression, const Frame& frame,
                                        std::stop_token stop);

/// The value in each row: missing where a part is missing (of If only the part that counts), by
/// the rules of IEEE 754 otherwise. A text that is no number is missing.
[[nodiscard]] NumberColumn evaluateValue(const Value& value, const Frame& frame,
                                         std::stop_token stop);

/// The rows where the left value compares so with the right one. Of a TextRelation two texts
/// compare as numbers where both are numbers, else as texts.
[[nodiscard]] Bitmap evaluateRelation(const Expression& relation, const Frame& frame,
                                      std::stop_token stop);

}  // namespace podium::query
