// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the parser that reads numbers made of columns.
#include "query/casefold.h"
#include "query/mlflowdialect.h"
#include "query/parser.h"
#include "query/parsing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace podium::query {

namespace {

using namespace std::string_view_literals;
using base::ErrorCode;

constexpr int MaximumDepth = 100;

constexpr std::array Operators{
    Operator{"="sv, Comparator::Equal, true},     Operator{"!="sv, Comparator::NotEqual, true},
    Operator{"<"sv, Comparator::Less, true},      Operator{"<="sv, Comparator::LessEqual, true},
    Operator{">"sv, Comparator::Greater, true},   Operator{">="sv, Comparator::GreaterEqual, true},
    Operator{"=="sv, Comparator::Equal, false},   Operator{"<>"sv, Comparator::NotEqual, false},
    Operator{"=~"sv, Comparator::Matches, false}, Operator{"!~"sv, Comparator::NotMatches, false}};

bool isTextual(const ColumnKey& column) {
    return column.kind == ColumnKind::Param || column.kind == ColumnKind::Tag ||
           (column.kind == ColumnKind::Attribute && !isWhole(column.attribute) &&
            column.attribute != Attribute::Source);
}

bool isSigned(const Token& token) {
    return token.kind == Lexeme::Number && (token.text[0] == '-' || token.text[0] == '+');
}

/// Shortest digits; the same number is written the same way.
std::string digitsOf(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

}  // namespace

const Operator& operatorOf(const Token& token) {
    return *std::find_if(Operators.begin(), Operators.end() - 1,
                         [&](const Operator& known) { return known.text == token.text; });
}

Expression group(Expression::Kind kind, std::vector<Expression> children) {
    if (children.size() == 1 && kind != Expression::Kind::Not)
        return std::move(children.front());
    return {kind, std::move(children), {}, {}, {}};
}

Expression condition(const ColumnKey& column, Comparator comparator, Operand operand) {
    return {Expression::Kind::Compare, {}, {column, comparator, std::move(operand)}, {}, {}};
}

std::string_view unquoted(std::string_view text) {
    return text.substr(1, text.size() - 2);
}

bool isText(const Token& token) {
    return token.kind == Lexeme::Text || token.kind == Lexeme::Quoted;
}

bool looksLikeNumber(const Token& token) {
    return token.kind == Lexeme::Name && looseNumber(token.text).has_value();
}

base::Result<Formula> Parser::parseFormula() {
    MaybeSide side = parseSum();
    if (side && !isNumeric(*side))
        side.reset();
    else if (side && peek().kind != Lexeme::End)
        side = unexpected("sign");
    if (!side)
        return m_error;
    return Formula(std::make_shared<const Value>(std::move(side->value)));
}

bool Parser::enter() {
    if (++m_depth <= MaximumDepth)
        return true;
    fail(ErrorCode::QueryInvalid, peek().position, peek().length, "nesting");
    return false;
}

/// A sign between two operands: a token of its own, or the front of a number (`a -1`).
std::optional<char> Parser::signAhead(std::string_view signs) const {
    const Token& token = peek();
    const bool sign = token.kind == Lexeme::Sign || isSigned(token);
    if (!sign || signs.find(token.text[0]) == std::string_view::npos)
        return std::nullopt;
    return token.text[0];
}

void Parser::takeSign() {
    if (peek().kind == Lexeme::Sign) {
        take();
        return;
    }
    Token& number = m_tokens[m_at];
    ++number.position;
    --number.length;
    number.text.remove_prefix(1);
}

/// `params.batch-size` is most likely one key that wants back-ticks.
bool Parser::refuseGluedSign(const Side& side) {
    const Token& sign = peek();
    if (!side.name || side.name->token.kind != Lexeme::Name ||
        sign.position != side.name->token.end() || (sign.text[0] != '-' && sign.text[0] != '/'))
        return false;
    const Token& next = peek(1);
    const bool number = sign.kind == Lexeme::Number || next.kind == Lexeme::Number;
    const bool glued = number || (next.position == sign.end() && next.kind == Lexeme::Name &&
                                  next.text.find('.') == std::string_view::npos);
    if (!glued)
        return false;
    fail(ErrorCode::QuerySyntax, side.name->token.position, sign.end() - side.name->token.position,
         "key-quotes");
    return true;
}

bool Parser::isNumeric(const Side& side) {
    if (!side.name || side.name->isNumber())
        return true;
    const ColumnKind kind = side.name->named.column.kind;
    if (kind == ColumnKind::Param || kind == ColumnKind::Tag)
        return true;
    fail(ErrorCode::QueryInvalid, side.name->token.position, side.name->token.length,
         "operand-number");
    return false;
}

/// Adds a part to a sum or a product; the side becomes one if it is none yet.
bool Parser::extend(Side& side, Value::Kind kind, char sign, Side next) {
    if (!isNumeric(side) || !isNumeric(next))
        return false;
    m_mlflow = false;
    if (side.value.kind != kind || side.value.signs.empty() || side.name) {
        Value joined;
        joined.kind = kind;
        joined.signs = kind == Value::Kind::Product ? "*" : "+";
        joined.parts.push_back(std::move(side.value));
        side.value = std::move(joined);
        side.name.reset();
    }
    side.value.signs.push_back(sign);
    side.value.parts.push_back(std::move(next.value));
    return true;
}

Parser::MaybeSide Parser::parseSum() {
    MaybeSide side = parseProduct();
    bool own = false;  // the sum is this one's, not one in brackets
    while (side) {
        const std::optional<char> sign = signAhead("+-");
        if (!sign)
            break;
        if (refuseGluedSign(*side))
            return std::nullopt;
        takeSign();
        MaybeSide next = parseProduct();
        if (!next)
            return std::nullopt;
        if (!own && side->value.kind == Value::Kind::Sum)
            side->value = Value{Value::Kind::Sum, 0, {}, {std::move(side->value)}, "+", {}};
        own = true;
        if (!extend(*side, Value::Kind::Sum, *sign, *std::move(next)))
            return std::nullopt;
    }
    return side;
}

Parser::MaybeSide Parser::parseProduct() {
    MaybeSide side = parseSigned();
    bool own = false;
    while (side) {
        const std::optional<char> sign = signAhead("*/");
        if (!sign)
            break;
        if (refuseGluedSign(*side))
            return std::nullopt;
        takeSign();
        MaybeSide next = parseSigned();
        if (!next)
            return std::nullopt;
        if (!own && side->value.kind == Value::Kind::Product)
            side->value = Value{Value::Kind::Product, 0, {}, {std::move(side->value)}, "*", {}};
        own = true;
        if (!extend(*side, Value::Kind::Product, *sign, *std::move(next)))
            return std::nullopt;
    }
    return side;
}

Parser::MaybeSide Parser::parseSigned() {
    const bool power = isSigned(peek()) && peek(1).kind == Lexeme::Sign && peek(1).text == "^";
    const bool sign = peek().kind == Lexeme::Sign && (peek().text == "-" || peek().text == "+");
    if (!power && !sign)
        return parsePower();
    m_mlflow = false;
    if (!enter())
        return std::nullopt;
    const bool minus = peek().text[0] == '-';
    takeSign();
    MaybeSide inner = parseSigned();
    --m_depth;
    if (!inner || !isNumeric(*inner))
        return std::nullopt;
    if (!minus)
        return inner;
    Side side;
    side.value.kind = Value::Kind::Negate;
    side.value.parts.push_back(std::move(inner->value));
    return side;
}

Parser::MaybeSide Parser::parsePower() {
    MaybeSide side = parseOperand();
    if (!side || peek().kind != Lexeme::Sign || peek().text != "^")
        return side;
    if (!isNumeric(*side) || !enter())
        return std::nullopt;
    take();
    MaybeSide exponent = parseSigned();
    --m_depth;
    if (!exponent || !isNumeric(*exponent))
        return std::nullopt;
    m_mlflow = false;
    Side power;
    power.value.kind = Value::Kind::Power;
    power.value.signs = "^";
    power.value.parts.push_back(std::move(side->value));
    power.value.parts.push_back(std::move(exponent->value));
    return power;
}

Parser::MaybeSide Parser::parseOperand() {
    const Token& token = peek();
    switch (token.kind) {
        case Lexeme::Number:
        case Lexeme::Duration:
            return parseNumberOperand();
        case Lexeme::OpenBracket:
            return parseBracket();
        case Lexeme::Function:
            return parseFunction();
        case Lexeme::Name:
        case Lexeme::Quoted:
            break;
        default: {
            const bool behind = m_at > 0 && (m_tokens[m_at - 1].kind == Lexeme::Operator ||
                                             m_tokens[m_at - 1].kind == Lexeme::Sign ||
                                             m_tokens[m_at - 1].kind == Lexeme::Comma);
            return unexpected(behind ? "value-number" : "operand");
        }
    }
    if (looksLikeNumber(token))
        return parseNumberOperand();
    std::optional<Name> name = parseName();
    if (!name)
        return std::nullopt;
    Side side;
    side.value.kind = Value::Kind::Cell;
    side.value.column = name->named.column;
    side.name = std::move(name);
    return side;
}

Parser::MaybeSide Parser::parseNumberOperand() {
    m_mlflow = false;
    Side side;
    if (startsDuration()) {
        const std::optional<double> duration = parseDuration();
        if (!duration)
            return std::nullopt;
        side.value.number = *duration;
        return side;
    }
    side.value.number = *looseNumber(take().text);
    return side;
}

/// True if the bracket ahead holds a number, not a condition: a sign or an operator follows it.
bool Parser::bracketHoldsValue() const {
    std::size_t depth = 0;
    for (std::size_t i = m_at; i < m_tokens.size(); ++i) {
        const Lexeme kind = m_tokens[i].kind;
        depth += kind == Lexeme::OpenBracket ? 1 : 0;
        if (kind != Lexeme::CloseBracket || --depth > 0)
            continue;
        const Token& next = m_tokens[i + 1];  // at least End
        return next.kind == Lexeme::Operator || next.kind == Lexeme::Sign || isSigned(next);
    }
    return false;
}

Parser::MaybeSide Parser::parseBracket() {
    m_mlflow = false;
    if (!enter())
        return std::nullopt;
    take();
    MaybeSide side = parseSum();
    --m_depth;
    if (!side || !isNumeric(*side))
        return std::nullopt;
    if (peek().kind != Lexeme::CloseBracket)
        return unexpected("close-bracket");
    take();
    side->name.reset();
    return side;
}

Parser::MaybeSide Parser::parseFunction() {
    const Token function = take();
    m_mlflow = false;
    const std::optional<Reduction> reduction = reductionNamed(function.text);
    const std::optional<Value::Kind> kind = functionNamed(function.text);
    if (!reduction && !kind)
        return fail(ErrorCode::QueryInvalid, function.position, function.length, "function");
    if (!enter())
        return std::nullopt;
    take();
    if (!kind && peek().kind != Lexeme::Name)
        return unexpected("metric");
    MaybeSide side = kind == Value::Kind::If ? parseIf() : parseSum();
    if (side && kind != Value::Kind::If) {
        // min and max are of one metric's history, or the least and greatest of several numbers.
        const bool several = kind && (!reduction || peek().kind == Lexeme::Comma);
        side = several ? parseArguments(*kind, *std::move(side))
                       : parseReduction(function, *reduction, *std::move(side));
    }
    --m_depth;
    if (!side)
        return std::nullopt;
    if (peek().kind != Lexeme::CloseBracket)
        return unexpected("close-bracket");
    const Token close = take();
    if (side->name) {
        side->name->token = function;
        side->name->token.length = close.end() - function.position;
    }
    return side;
}

Parser::MaybeSide Parser::parseArguments(Value::Kind kind, Side first) {
    Side side;
    side.value.kind = kind;
    if (!isNumeric(first))
        return std::nullopt;
    side.value.parts.push_back(std::move(first.value));
    const bool many = kind == Value::Kind::Min || kind == Value::Kind::Max;
    while (many && peek().kind == Lexeme::Comma) {
        take();
        MaybeSide next = parseSum();
        if (!next || !isNumeric(*next))
            return std::nullopt;
        side.value.parts.push_back(std::move(next->value));
    }
    return side;
}

Parser::MaybeSide Parser::parseIf() {
    Node condition = parseOr();
    if (!condition)
        return std::nullopt;
    Side side;
    side.value.kind = Value::Kind::If;
    side.value.condition = std::make_shared<const Expression>(*std::move(condition));
    for (int i = 0; i < 2; ++i) {
        if (peek().kind != Lexeme::Comma)
            return unexpected("comma");
        take();
        MaybeSide part = parseSum();
        if (!part || !isNumeric(*part))
            return std::nullopt;
        side.value.parts.push_back(std::move(part->value));
    }
    return side;
}

Parser::MaybeSide Parser::parseReduction(const Token& function, Reduction reduction, Side metric) {
    const bool plain = metric.name && metric.name->token.kind == Lexeme::Name &&
                       metric.name->named.column.kind == ColumnKind::Metric;
    if (!plain) {
        const Token& at = metric.name ? metric.name->token : function;
        return fail(ErrorCode::QuerySyntax, at.position, at.length, "metric");
    }
    ColumnKey& column = metric.name->named.column;
    column.reduction = reduction;
    const ArgumentKind kind = argumentKind(reduction);
    const bool wanted = kind != ArgumentKind::None &&
                        (kind != ArgumentKind::OptionalCount || peek().kind == Lexeme::Comma);
    if (wanted) {
        if (peek().kind != Lexeme::Comma)
            return unexpected("comma");
        take();
        const std::optional<std::string> argument = parseArgument(kind);
        if (!argument)
            return std::nullopt;
        column.argument = *argument;
    }
    metric.value.column = column;
    return metric;
}

std::optional<std::string> Parser::parseArgument(ArgumentKind kind) {
    const Token token = peek();
    if (kind == ArgumentKind::Metric) {
        if (token.kind != Lexeme::Name)
            return unexpected("metric");
        const std::optional<Name> name = resolve(take());
        if (name && name->named.column.kind == ColumnKind::Metric)
            return name->named.column.key;
        return name ? fail(ErrorCode::QuerySyntax, token.position, token.length, "metric")
                    : std::nullopt;
    }
    const std::optional<Number> number =
        token.kind == Lexeme::Number ? readNumber(token.text) : std::nullopt;
    constexpr std::int64_t MostPoints = 1'000'000'000;
    if (kind == ArgumentKind::Threshold) {
        if (!number || !std::isfinite(number->value))
            return unexpected("argument-number");
        take();
        return digitsOf(number->value == 0 ? 0 : number->value);
    }
    const bool counts = kind != ArgumentKind::Step;
    if (!number || !number->whole ||
        (counts && (*number->whole < 1 || *number->whole > MostPoints)))
        return unexpected(counts ? "argument-count" : "argument-number");
    take();
    return std::to_string(*number->whole);
}

/// True if what stands behind the operator ahead is more than a value: a column, or a number with
/// signs.
bool Parser::startsSide(const Name& left) const {
    const Token& first = peek(1);
    const auto signBehind = [this](std::size_t at) {
        return peek(at).kind == Lexeme::Sign || isSigned(peek(at));
    };
    switch (first.kind) {
        case Lexeme::Sign:
        case Lexeme::OpenBracket:
        case Lexeme::Function:
            return true;
        case Lexeme::Number:
        case Lexeme::Duration:
            return signBehind(2);
        case Lexeme::Name:
            break;
        default:
            return false;
    }
    if (looksLikeNumber(first))
        return signBehind(2);
    if (left.named.whole && namedTime(first.text, m_now))
        return false;
    return std::holds_alternative<NamedColumn>(columnNamed(first.text, false));
}

Parser::Node Parser::parseRelation(Side left) {
    if (peek().kind != Lexeme::Operator)
        return unexpected("operator");
    const Token sign = take();
    const Comparator comparator = operatorOf(sign).comparator;
    if (comparator == Comparator::Matches || comparator == Comparator::NotMatches)
        return fail(ErrorCode::QueryInvalid, sign.position, sign.length, "operator-number");
    if (isText(peek()))
        return unexpected("value-number");
    MaybeSide right = parseSum();
    if (!right)
        return std::nullopt;
    m_mlflow = false;
    const bool texts = left.name && right->name && isTextual(left.name->named.column) &&
                       isTextual(right->name->named.column);
    if (!texts && (!isNumeric(left) || !isNumeric(*right)))
        return std::nullopt;
    Expression relation;
    relation.kind = texts ? Expression::Kind::TextRelation : Expression::Kind::Relation;
    relation.comparison.comparator = comparator;
    relation.values.push_back(std::move(left.value));
    relation.values.push_back(std::move(right->value));
    return relation;
}

}  // namespace podium::query
