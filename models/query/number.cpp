// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/number.h"

#include "query/casefold.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace podium::query {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t position) {
    std::size_t end = position;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - position;
}

/// The parts of an unsigned decimal number, or nothing if the text is something else.
struct Shape {
    std::string_view integer;
    std::string_view fraction;
    std::int64_t exponent = 0;
    bool whole = false;
};

std::optional<Shape> shapeOf(std::string_view text) {
    Shape shape;
    std::size_t at = digitsAt(text, 0);
    shape.integer = text.substr(0, at);
    shape.whole = at == text.size();
    if (at < text.size() && text[at] == '.') {
        const std::size_t count = digitsAt(text, at + 1);
        shape.fraction = text.substr(at + 1, count);
        at += 1 + count;
    }
    if (shape.integer.empty() && shape.fraction.empty())
        return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool negative = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const std::size_t count = digitsAt(text, at);
        if (count == 0)
            return std::nullopt;
        const auto read =
            std::from_chars(text.data() + at, text.data() + at + count, shape.exponent);
        if (read.ec != std::errc{})
            shape.exponent = std::numeric_limits<std::int64_t>::max() / 2;
        if (negative)
            shape.exponent = -shape.exponent;
        at += count;
    }
    if (at != text.size())
        return std::nullopt;
    return shape;
}

/// What a number beyond the range of doubles stands for: its first digit that is not 0 decides.
double outOfRange(const Shape& shape) {
    const auto notZero = [](char c) { return c != '0'; };
    const auto integer = std::find_if(shape.integer.begin(), shape.integer.end(), notZero);
    std::int64_t magnitude = shape.integer.end() - integer;
    if (magnitude == 0)
        magnitude = -(std::find_if(shape.fraction.begin(), shape.fraction.end(), notZero) -
                      shape.fraction.begin());
    return magnitude + shape.exponent > 0 ? Infinity : 0.0;
}

}  // namespace

std::optional<Number> readNumber(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    const bool sign = !text.empty() && (text.front() == '-' || text.front() == '+');
    const std::string_view digits = text.substr(sign ? 1 : 0);
    const std::optional<Shape> shape = shapeOf(digits);
    if (!shape)
        return std::nullopt;
    Number number;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (read.ec == std::errc::result_out_of_range)
        number.value = outOfRange(*shape);
    if (negative)
        number.value = -number.value;
    if (shape->whole) {
        std::int64_t whole = 0;
        const char* begin = negative ? text.data() : digits.data();
        if (std::from_chars(begin, text.data() + text.size(), whole).ec == std::errc{})
            number.whole = whole;
    }
    return number;
}

std::optional<double> looseNumber(std::string_view text) {
    text = trimmed(text);
    if (const std::optional<Number> number = readNumber(text))
        return number->value;
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (text.size() != 3 && text.size() != 8)
        return std::nullopt;
    const std::string word = foldCase(text);
    if (word == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == "inf" || word == "infinity")
        return negative ? -Infinity : Infinity;
    return std::nullopt;
}

std::partial_ordering compareExactly(std::int64_t left, const Number& right) {
    if (right.whole)
        return left <=> *right.whole;
    if (std::isnan(right.value))
        return std::partial_ordering::unordered;
    // 2^63 is the least double above every int64; -2^63 is an int64 itself.
    constexpr double Bound = 9223372036854775808.0;
    if (right.value >= Bound)
        return std::partial_ordering::less;
    if (right.value < -Bound)
        return std::partial_ordering::greater;
    const double floor = std::floor(right.value);
    const auto whole = static_cast<std::int64_t>(floor);
    if (left != whole)
        return left <=> whole;
    return floor < right.value ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

}  // namespace podium::query
