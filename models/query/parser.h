// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/expression.h"
#include "query/lexer.h"
#include "query/listliteral.h"
#include "query/names.h"
#include "query/query.h"

#include <optional>
#include <string_view>
#include <vector>

namespace podium::query {

/// Recursive descent over the tokens of one filter:
///
///     filter    := [or]
///     or        := and { OR and }
///     and       := { AND } unary { { AND } unary } { AND }
///     unary     := NOT unary | "(" or ")" | condition | word
///     condition := name operator value | name [NOT] (LIKE | ILIKE) text
///                | name [NOT] IN list | name IS [NOT] NULL
///     name      := key | entity "." key | function "(" name ")"
///
/// MLflow takes AND for decoration: it may be missing, doubled, first or last.
class Parser {
public:
    Parser(std::string_view text, std::vector<Token> tokens, bool words);
    [[nodiscard]] base::Result<Filter> parse();

private:
    /// The left side of a condition and where it stands.
    struct Name {
        NamedColumn named;
        Token token;
        [[nodiscard]] bool isNumber() const {
            return named.whole || named.column.kind == ColumnKind::Metric;
        }
    };
    using Node = std::optional<Expression>;  // nothing: m_error says why

    Node parseOr();
    Node parseAnd();
    Node parseUnary();
    Node parseNested(bool bracket);
    Node parseWord();
    Node parseCondition();
    std::optional<Name> parseName();
    std::optional<Name> parseFunction();
    std::optional<Name> resolve(const Token& token);
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
    bool m_mlflow = true;
    std::vector<Note> m_notes;
    base::Error m_error;
};

}  // namespace podium::query
