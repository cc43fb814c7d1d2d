// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "query/expression.h"
#include "query/formula.h"
#include "query/lexer.h"
#include "query/listliteral.h"
#include "query/names.h"
#include "query/query.h"
#include "query/times.h"

#include <optional>
#include <string_view>
#include <vector>

namespace podium::query {

inline constexpr std::size_t MaximumFilterLength = 64 * 1024;

/// Recursive descent over the tokens of one filter:
///
///     filter    := [or]
///     or        := and { OR and }
///     and       := { AND } unary { { AND } unary } { AND }
///     unary     := NOT unary | "(" or ")" | condition | word
///     condition := name operator value | name [NOT] (LIKE | ILIKE) text | name (=~ | !~) text
///                | name [NOT] IN list | name IS [NOT] NULL | sum operator sum
///     sum       := product { (+ | -) product }
///     product   := signed { (* | /) signed }
///     signed    := - signed | operand [ ^ signed ]
///     operand   := number | name | "(" sum ")" | function "(" sum { "," sum } ")"
///                | if "(" or "," sum "," sum ")"
///     name      := key | entity "." key | reduction "(" name [ "," argument ] ")"
///
/// MLflow takes AND for decoration: it may be missing, doubled, first or last.
class Parser {
public:
    Parser(std::string_view text, std::vector<Token> tokens, bool words, base::Millis now);
    [[nodiscard]] base::Result<Filter> parse();
    [[nodiscard]] base::Result<Formula> parseFormula();

private:
    /// The left side of a condition and where it stands.
    struct Name {
        NamedColumn named;
        Token token;
        [[nodiscard]] bool isNumber() const {
            return named.whole || named.column.kind == ColumnKind::Metric;
        }
    };
    /// A side of a comparison; `name` if it is nothing but a column.
    struct Side {
        Value value;
        std::optional<Name> name;
    };
    using Node = std::optional<Expression>;  // nothing: m_error says why
    using MaybeSide = std::optional<Side>;   // the same

    Node parseOr();
    Node parseAnd();
    Node parseUnary();
    Node parseNested(bool bracket);
    Node parseWord();
    Node parseCondition();
    std::optional<Name> parseName();
    std::optional<Name> resolve(const Token& token);

    // parsevalue.cpp
    MaybeSide parseSum();
    MaybeSide parseProduct();
    MaybeSide parseSigned();
    MaybeSide parsePower();
    MaybeSide parseOperand();
    MaybeSide parseNumberOperand();
    MaybeSide parseBracket();
    MaybeSide parseFunction();
    MaybeSide parseArguments(Value::Kind kind, Side first);
    MaybeSide parseIf();
    MaybeSide parseReduction(const Token& function, Reduction reduction, Side metric);
    std::optional<std::string> parseArgument(ArgumentKind kind);
    bool extend(Side& side, Value::Kind kind, char sign, Side next);
    bool isNumeric(const Side& side);
    bool enter();
    Node parseRelation(Side left);
    [[nodiscard]] bool startsSide(const Name& left) const;
    [[nodiscard]] bool bracketHoldsValue() const;
    [[nodiscard]] std::optional<char> signAhead(std::string_view signs) const;
    void takeSign();
    bool refuseGluedSign(const Side& side);

    // parsetime.cpp
    Node parseTime(const Name& name, Comparator comparator);
    std::optional<TimeSpan> parseMoment();
    std::optional<double> parseDuration();
    Node parseDurationCondition(const Name& name, Comparator comparator);
    [[nodiscard]] bool startsDuration() const;

    Node parseRegex(const Name& name, Comparator comparator);
    Node parseIsNull(const Name& name);
    Node parseLike(const Name& name, bool negated);
    Node parseIn(const Name& name, bool negated);
    Node parseOperator(const Name& name);
    std::optional<Operand> parseValue(const Name& name, bool plainOperator);
    std::optional<Operand> parseNumber(const Name& name);
    void dropElements(std::vector<std::string>& texts, const std::vector<Note>& spans);

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    const Token& take();
    bool takeKeyword(std::string_view keyword);
    [[nodiscard]] bool endsOperands() const;

    std::nullopt_t fail(base::ErrorCode code, std::size_t position, std::size_t length,
                        std::string_view reason);
    /// The syntax error that the next token is; `expectation` unless the token brings its own.
    std::nullopt_t unexpected(std::string_view expectation);
    std::nullopt_t missingOperator(const Name& name);

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_words;
    base::Millis m_now;
    bool m_mlflow = true;
    bool m_relative = false;  // the meaning changes as time goes by
    std::vector<Note> m_notes;
    base::Error m_error;
};

}  // namespace podium::query
