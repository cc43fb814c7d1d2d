// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the parser that reads times and durations.
#include "query/casefold.h"
#include "query/parser.h"
#include "query/parsing.h"

#include <cmath>
#include <utility>

namespace podium::query {

namespace {

using base::ErrorCode;

Number milliseconds(base::Millis time) {
    return {static_cast<double>(time), time};
}

}  // namespace

/// A duration token, or a number with a unit behind it.
bool Parser::startsDuration() const {
    return peek().kind == Lexeme::Duration ||
           (peek().kind == Lexeme::Number && peek(1).kind == Lexeme::Name &&
            durationUnit(peek(1).text));
}

std::optional<double> Parser::parseDuration() {
    double sum = 0;
    while (startsDuration()) {
        const Token token = take();
        if (token.kind == Lexeme::Duration)
            sum += *readDuration(token.text);
        else
            sum += readNumber(token.text).value_or(Number{}).value * *durationUnit(take().text);
    }
    return sum;
}

/// A time: in quotes, by name, or so long ago.
std::optional<TimeSpan> Parser::parseMoment() {
    const Token token = peek();
    if (isText(token)) {
        const std::optional<TimeSpan> time = readTime(unquoted(token.text));
        if (!time)
            return unexpected("value-time");
        take();
        return time;
    }
    if (startsDuration()) {
        const double duration = *parseDuration();
        if (peek().kind != Lexeme::Name || foldCase(peek().text) != "ago")
            return unexpected("ago");
        take();
        m_relative = true;
        constexpr double Most = 1e15;
        if (!(std::abs(duration) < Most))
            return fail(ErrorCode::QuerySyntax, token.position, token.length, "value-time");
        const base::Millis time = m_now - static_cast<base::Millis>(std::llround(duration));
        return TimeSpan{time, time + 1};
    }
    const std::optional<TimeSpan> time =
        token.kind == Lexeme::Name ? namedTime(token.text, m_now) : std::nullopt;
    if (!time)
        return unexpected("value-time");
    take();
    m_relative = true;
    return time;
}

/// A comparison with a stretch of time; equal is what lies within it.
Parser::Node Parser::parseTime(const Name& name, Comparator comparator) {
    const std::optional<TimeSpan> time = parseMoment();
    if (!time)
        return std::nullopt;
    m_mlflow = false;
    const ColumnKey& column = name.named.column;
    const bool equal = comparator == Comparator::Equal;
    if (!equal && comparator != Comparator::NotEqual)
        return condition(column, comparator, milliseconds(time->begin));
    std::vector<Expression> ends;
    ends.push_back(condition(column, equal ? Comparator::GreaterEqual : Comparator::Less,
                             milliseconds(time->begin)));
    ends.push_back(condition(column, equal ? Comparator::Less : Comparator::GreaterEqual,
                             milliseconds(time->end)));
    return group(equal ? Expression::Kind::And : Expression::Kind::Or, std::move(ends));
}

Parser::Node Parser::parseDurationCondition(const Name& name, Comparator comparator) {
    const ColumnKey& column = name.named.column;
    const bool lasts = column == attributeColumn(Attribute::Duration) ||
                       (column.kind == ColumnKind::Metric && column.reduction == Reduction::TimeTo);
    if (!lasts)
        return unexpected(name.isNumber() ? "value-number" : "value");
    m_mlflow = false;
    const double duration = *parseDuration();
    Number number{duration, std::nullopt};
    constexpr double Most = 9e15;  // whole numbers are exact below
    if (std::abs(duration) < Most && std::floor(duration) == duration)
        number.whole = static_cast<std::int64_t>(duration);
    return condition(column, comparator, number);
}

}  // namespace podium::query
