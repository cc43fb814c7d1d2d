// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"

#include "query/casefold.h"
#include "query/mlflowdialect.h"
#include "query/parsing.h"
#include "query/regex.h"

#include <algorithm>
#include <utility>

namespace podium::query {

namespace {

using namespace std::string_view_literals;
using base::ErrorCode;

bool isListOrNull(const Expression& expression) {
    const Comparator comparator = expression.comparison.comparator;
    return expression.kind == Expression::Kind::Compare &&
           (comparator == Comparator::In || comparator == Comparator::NotIn ||
            comparator == Comparator::IsNull || comparator == Comparator::IsNotNull);
}

}  // namespace

Parser::Parser(std::string_view text, std::vector<Token> tokens, bool words, base::Millis now)
    : m_text(text), m_tokens(std::move(tokens)), m_words(words), m_now(now) {}

base::Result<Filter> Parser::parse() {
    while (takeKeyword("AND")) {
    }
    Expression expression;
    if (peek().kind == Lexeme::End) {
        // MLflow takes the empty text and a lone AND, but no blanks only.
        m_mlflow = m_text.empty() || m_at > 0;
    } else {
        Node parsed = parseOr();
        if (parsed && peek().kind != Lexeme::End)
            parsed = unexpected("and-or");
        if (!parsed)
            return m_error;
        expression = *std::move(parsed);
    }
    return Filter(std::make_shared<const Expression>(std::move(expression)), m_mlflow,
                  std::move(m_notes), m_relative);
}

Parser::Node Parser::parseOr() {
    std::vector<Expression> alternatives;
    do {
        Node node = parseAnd();
        if (!node)
            return std::nullopt;
        alternatives.push_back(*std::move(node));
    } while (takeKeyword("OR"));
    m_mlflow = m_mlflow && alternatives.size() == 1;
    return group(Expression::Kind::Or, std::move(alternatives));
}

Parser::Node Parser::parseAnd() {
    std::vector<Expression> conditions;
    for (;;) {
        while (takeKeyword("AND")) {
        }
        if (endsOperands()) {
            if (conditions.empty())
                return unexpected("operand");
            return group(Expression::Kind::And, std::move(conditions));
        }
        const Lexeme kind = peek().kind;
        const bool misplaced = kind == Lexeme::Comma || kind == Lexeme::Operator ||
                               kind == Lexeme::Duration || (kind == Lexeme::Text && !m_words) ||
                               (kind == Lexeme::Number && !conditions.empty() &&
                                !isKeyword(m_tokens[m_at - 1], "AND"));
        if (misplaced || kind == Lexeme::Error)
            return unexpected(conditions.empty() ? "operand" : "and-or");
        const bool joined = !conditions.empty() && !isKeyword(m_tokens[m_at - 1], "AND");
        Node node = parseUnary();
        if (!node)
            return std::nullopt;
        // MLflow takes an IN or IS condition without AND before it for a wrong value.
        if (joined && isListOrNull(*node))
            m_mlflow = false;
        conditions.push_back(*std::move(node));
    }
}

Parser::Node Parser::parseUnary() {
    if (takeKeyword("NOT"))
        return parseNested(false);
    if (peek().kind == Lexeme::OpenBracket && (m_words || !bracketHoldsValue()))
        return parseNested(true);
    if (peek().kind == Lexeme::Keyword)
        return unexpected("operand");
    return m_words ? parseWord() : parseCondition();
}

Parser::Node Parser::parseNested(bool bracket) {
    m_mlflow = false;
    if (!enter())
        return std::nullopt;
    if (bracket)
        take();
    Node inner = bracket ? parseOr() : parseUnary();
    --m_depth;
    if (!inner)
        return std::nullopt;
    if (!bracket) {
        std::vector<Expression> child;
        child.push_back(*std::move(inner));
        return group(Expression::Kind::Not, std::move(child));
    }
    if (peek().kind != Lexeme::CloseBracket)
        return unexpected("close-bracket");
    take();
    return inner;
}

Parser::Node Parser::parseWord() {
    const Token& token = peek();
    if (token.kind == Lexeme::Error)
        return unexpected("operand");
    if (token.kind == Lexeme::Word) {
        // The beginning of a condition is no search, although it has no operator yet.
        const std::size_t dot = token.text.find('.');
        const bool entity =
            dot != std::string_view::npos && entityKind(token.text.substr(0, dot)).has_value();
        const auto named = columnNamed(token.text, false);
        if (entity || token.text.front() == '`' || std::holds_alternative<NamedColumn>(named))
            return fail(ErrorCode::QuerySyntax, token.end(), 0, "operator");
    }
    take();
    m_mlflow = false;
    const std::string_view word = isText(token) ? unquoted(token.text) : token.text;
    return Expression{Expression::Kind::NameHolds, {}, {}, foldCase(word), {}};
}

Parser::Node Parser::parseCondition() {
    MaybeSide side = parseSum();
    if (!side)
        return std::nullopt;
    if (!side->name)
        return parseRelation(*std::move(side));
    const std::optional<Name>& name = side->name;
    if (takeKeyword("IS"))
        return parseIsNull(*name);
    const bool negated = takeKeyword("NOT");
    if (isKeyword(peek(), "LIKE") || isKeyword(peek(), "ILIKE"))
        return parseLike(*name, negated);
    if (takeKeyword("IN"))
        return parseIn(*name, negated);
    if (negated)
        return unexpected("like-or-in");
    if (peek().kind != Lexeme::Operator)
        return missingOperator(*name);
    return parseOperator(*name);
}

std::optional<Parser::Name> Parser::parseName() {
    const Token token = take();
    m_mlflow = m_mlflow && isMlflowName(token.text);
    return resolve(token);
}

std::optional<Parser::Name> Parser::resolve(const Token& token) {
    const std::size_t dot = token.text.find('.');
    const auto named = columnNamed(token.text, false);
    if (const auto* problem = std::get_if<NameProblem>(&named)) {
        const std::size_t length = dot == std::string_view::npos ? token.length : dot;
        if (*problem == NameProblem::Entity)
            return fail(ErrorCode::QueryInvalid, token.position, length, "entity");
        return fail(ErrorCode::QueryInvalid, token.position, token.length,
                    *problem == NameProblem::Attribute ? "attribute" : "dataset-field");
    }
    if (dot == token.length - 1)
        return fail(ErrorCode::QuerySyntax, token.end(), 0, "key");
    const auto& found = std::get<NamedColumn>(named);
    m_mlflow = m_mlflow && found.mlflow;
    return Name{found, token};
}

Parser::Node Parser::parseIsNull(const Name& name) {
    const Token no = peek();
    const bool negated = takeKeyword("NOT");
    if (!isKeyword(peek(), "NULL"))
        return unexpected("null");
    const Token null = take();
    const Comparator comparator = negated ? Comparator::IsNotNull : Comparator::IsNull;
    // MLflow wants exactly one blank within NOT NULL.
    const bool oneBlank = !negated || null.position - no.end() == 1;
    m_mlflow = m_mlflow && oneBlank && isMlflowComparator(name.named, comparator);
    return condition(name.named.column, comparator, {});
}

Parser::Node Parser::parseLike(const Name& name, bool negated) {
    const Token keyword = take();
    if (name.isNumber())
        return fail(ErrorCode::QueryInvalid, keyword.position, keyword.length, "operator-number");
    if (!isText(peek()))
        return unexpected("value-text");
    const bool ignoreCase = isKeyword(keyword, "ILIKE");
    Comparator comparator = ignoreCase ? Comparator::Ilike : Comparator::Like;
    if (negated)
        comparator = ignoreCase ? Comparator::NotIlike : Comparator::NotLike;
    m_mlflow = m_mlflow && isMlflowComparator(name.named, comparator);
    return condition(name.named.column, comparator, std::string(unquoted(take().text)));
}

Parser::Node Parser::parseIn(const Name& name, bool negated) {
    if (peek().kind != Lexeme::OpenBracket)
        return unexpected("value-list");
    const Token open = take();
    while (peek().kind != Lexeme::CloseBracket) {
        if (peek().kind == Lexeme::End || peek().kind == Lexeme::OpenBracket)
            return unexpected(peek().kind == Lexeme::End ? "close-bracket" : "list-text");
        take();
    }
    const Token close = take();
    base::Result<ListLiteral> list = parseList(m_text, open.end(), close.position);
    if (!list.ok()) {
        m_error = list.error();
        return std::nullopt;
    }
    Operand& items = list.value().items;
    auto* texts = std::get_if<std::vector<std::string>>(&items);
    const ColumnKind kind = name.named.column.kind;
    const bool mixed = kind == ColumnKind::Param || kind == ColumnKind::Tag;
    if (!mixed && name.isNumber() != (texts == nullptr))
        return fail(ErrorCode::QuerySyntax, open.position, close.end() - open.position,
                    name.isNumber() ? "value-number" : "value-text");
    const Comparator comparator = negated ? Comparator::NotIn : Comparator::In;
    const bool mlflow = isMlflowComparator(name.named, comparator);
    if (mlflow && texts != nullptr)
        dropElements(*texts, list.value().spans);
    m_mlflow = m_mlflow && mlflow;
    return condition(name.named.column, comparator, std::move(items));
}

/// MLflow keeps only the elements which str.islower() holds for.
void Parser::dropElements(std::vector<std::string>& texts, const std::vector<Note>& spans) {
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (isLower(texts[i]))
            kept.push_back(std::move(texts[i]));
        else
            m_notes.push_back(spans[i]);
    }
    texts = std::move(kept);
}

Parser::Node Parser::parseOperator(const Name& name) {
    const Operator& found = operatorOf(peek());
    const Comparator comparator = found.comparator;
    if (comparator == Comparator::Matches || comparator == Comparator::NotMatches)
        return parseRegex(name, comparator);
    if (startsSide(name)) {
        Side left;
        left.value.kind = Value::Kind::Cell;
        left.value.column = name.named.column;
        left.name = name;
        return parseRelation(std::move(left));
    }
    take();
    const bool time = name.named.column == attributeColumn(Attribute::StartTime) ||
                      name.named.column == attributeColumn(Attribute::EndTime);
    if (time && (peek().kind != Lexeme::Number || startsDuration()) && !looksLikeNumber(peek()))
        return parseTime(name, comparator);
    if (startsDuration())
        return parseDurationCondition(name, comparator);
    std::optional<Operand> value = parseValue(name, found.mlflow);
    if (!value)
        return std::nullopt;
    m_mlflow = m_mlflow && isMlflowComparator(name.named, comparator);
    return condition(name.named.column, comparator, *std::move(value));
}

Parser::Node Parser::parseRegex(const Name& name, Comparator comparator) {
    const Token sign = take();
    m_mlflow = false;
    if (name.isNumber())
        return fail(ErrorCode::QueryInvalid, sign.position, sign.length, "operator-number");
    if (!isText(peek()))
        return unexpected("value-text");
    const Token token = take();
    std::string pattern(unquoted(token.text));
    if (!Regex(pattern).valid())
        return fail(ErrorCode::QueryInvalid, token.position, token.length, "regex");
    return condition(name.named.column, comparator, std::move(pattern));
}

std::optional<Operand> Parser::parseValue(const Name& name, bool plainOperator) {
    m_mlflow = m_mlflow && plainOperator;
    const ColumnKind kind = name.named.column.kind;
    const bool text = isText(peek());
    if (name.isNumber())
        return text ? unexpected("value-number") : parseNumber(name);
    if (text)
        return std::string(unquoted(take().text));
    if (kind != ColumnKind::Param && kind != ColumnKind::Tag)
        return unexpected("value-text");
    m_mlflow = false;
    return parseNumber(name);
}

std::optional<Operand> Parser::parseNumber(const Name& name) {
    const Token token = peek();
    const char* expectation = name.isNumber() ? "value-number" : "value";
    const bool word = token.kind == Lexeme::Name;
    if (token.kind != Lexeme::Number && !word)
        return unexpected(expectation);
    const std::optional<Number> number = readNumber(token.text);
    if (!number) {
        const std::optional<double> loose = looseNumber(token.text);
        if (!loose)
            return unexpected(expectation);
        m_mlflow = false;
        take();
        return Number{*loose, std::nullopt, true};
    }
    take();
    const bool wholeMissing =
        name.named.whole && token.text.find_first_of(".eE") != std::string_view::npos;
    m_mlflow = m_mlflow && isMlflowNumber(token.text) && !wholeMissing;
    return *number;
}

const Token& Parser::peek(std::size_t ahead) const {
    return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
}

const Token& Parser::take() {
    const Token& token = peek();
    if (m_at + 1 < m_tokens.size())
        ++m_at;
    return token;
}

bool Parser::takeKeyword(std::string_view keyword) {
    if (!isKeyword(peek(), keyword))
        return false;
    take();
    return true;
}

bool Parser::endsOperands() const {
    return peek().kind == Lexeme::End || peek().kind == Lexeme::CloseBracket ||
           peek().kind == Lexeme::Comma || isKeyword(peek(), "OR");
}

std::nullopt_t Parser::fail(ErrorCode code, std::size_t position, std::size_t length,
                            std::string_view reason) {
    m_error = queryError(code, position, length, reason);
    return std::nullopt;
}

std::nullopt_t Parser::unexpected(std::string_view expectation) {
    const Token& token = peek();
    return fail(ErrorCode::QuerySyntax, token.position, token.length,
                token.kind == Lexeme::Error ? std::string_view(token.expectation) : expectation);
}

std::nullopt_t Parser::missingOperator(const Name& name) {
    const Token& next = peek();
    const bool glued = next.position == name.token.end() && name.token.kind == Lexeme::Name;
    if (glued && (next.kind == Lexeme::Number || next.kind == Lexeme::Sign ||
                  (next.kind == Lexeme::Error && next.expectation != "operator"sv)))
        return fail(ErrorCode::QuerySyntax, name.token.position, next.end() - name.token.position,
                    "key-quotes");
    return unexpected("operator");
}

}  // namespace podium::query
