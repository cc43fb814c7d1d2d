// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metavalue.h"

#include "stores/filestore/numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <limits>

namespace podium::stores::filestore {

namespace {

using Kind = MetaValue::Kind;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool isNull(std::string_view text) {
    return text.empty() || isOneOf(text, {"~", "null", "Null", "NULL"});
}

bool isTrue(std::string_view text) {
    return isOneOf(text, {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"});
}

bool isFalse(std::string_view text) {
    return isOneOf(text, {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"});
}

/// Takes off a sign; true if it was "-".
bool takeSign(std::string_view& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    return negative;
}

bool consistsOf(std::string_view text, std::string_view allowed) {
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

std::string without(std::string_view text, char unwanted) {
    std::string plain(text);
    std::erase(plain, unwanted);
    return plain;
}

std::optional<std::int64_t> parseDigits(std::string_view digits, int base, bool negative) {
    const std::string plain = (negative ? "-" : "") + without(digits, '_');
    std::int64_t value = 0;
    const auto [end, error] =
        std::from_chars(plain.data(), plain.data() + plain.size(), value, base);
    if (error != std::errc{} || end != plain.data() + plain.size())
        return std::nullopt;
    return value;
}

/// "1:30:00" counts in sixties in YAML 1.1. Each part after the first is [0-5]?[0-9].
std::optional<std::int64_t> parseSixties(std::string_view text, bool negative) {
    std::int64_t total = 0;
    bool first = true;
    while (true) {
        const std::size_t end = text.find(':');
        const std::string_view part = text.substr(0, end);
        const auto value = parseDigits(part, 10, false);
        const bool fits = first ? !part.starts_with('0')
                                : part.size() <= 2 && consistsOf(part, "0123456789") && *value < 60;
        if (!value || !fits || total > std::numeric_limits<std::int64_t>::max() / 61)
            return std::nullopt;
        if (*value > std::numeric_limits<std::int64_t>::max() - total * 60)
            return std::nullopt;
        total = total * 60 + *value;
        if (end == std::string_view::npos)
            return negative ? -total : total;
        text.remove_prefix(end + 1);
        first = false;
    }
}

/// `[-+]?0b[0-1_]+ | [-+]?0[0-7_]+ | [-+]?(?:0|[1-9][0-9_]*) | [-+]?0x[0-9a-fA-F_]+ | sixties`
std::optional<std::int64_t> parseInt(std::string_view text) {
    const bool negative = takeSign(text);
    if (text.empty() || !isDigit(text[0]))
        return std::nullopt;
    if (text.starts_with("0b"))
        return consistsOf(text.substr(2), "01_") ? parseDigits(text.substr(2), 2, negative)
                                                 : std::nullopt;
    if (text.starts_with("0x"))
        return consistsOf(text.substr(2), "0123456789abcdefABCDEF_")
                   ? parseDigits(text.substr(2), 16, negative)
                   : std::nullopt;
    if (text.size() > 1 && text[0] == '0')
        return consistsOf(text.substr(1), "01234567_") ? parseDigits(text.substr(1), 8, negative)
                                                       : std::nullopt;
    if (consistsOf(text, "0123456789_"))
        return parseDigits(text, 10, negative);
    return consistsOf(text, "0123456789_:") ? parseSixties(text, negative) : std::nullopt;
}

/// `[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)? | \.[0-9][0-9_]*(?:[eE][-+][0-9]+)?`
/// and `[-+]?\.(?:inf|Inf|INF)`, `\.(?:nan|NaN|NAN)`. A number without a point is no float here.
std::optional<double> parseFloat(std::string_view text) {
    if (isOneOf(text, {".nan", ".NaN", ".NAN"}))
        return std::numeric_limits<double>::quiet_NaN();
    std::string_view rest = text;
    const bool negative = takeSign(rest);
    if (isOneOf(rest, {".inf", ".Inf", ".INF"}))
        return negative ? -std::numeric_limits<double>::infinity()
                        : std::numeric_limits<double>::infinity();
    const std::size_t point = rest.find('.');
    if (point == std::string_view::npos || (point == 0 && rest.size() != text.size()))
        return std::nullopt;
    const std::string_view whole = rest.substr(0, point);
    if (point > 0 && (!isDigit(whole[0]) || !consistsOf(whole, "0123456789_")))
        return std::nullopt;
    std::string_view fraction = rest.substr(point + 1);
    if (const auto mark = fraction.find_first_of("eE"); mark != std::string_view::npos) {
        const std::string_view exponent = fraction.substr(mark + 1);
        fraction = fraction.substr(0, mark);
        if (exponent.size() < 2 || (exponent[0] != '-' && exponent[0] != '+') ||
            !consistsOf(exponent.substr(1), "0123456789"))
            return std::nullopt;
    }
    if (point == 0 && (fraction.empty() || !isDigit(fraction[0])))
        return std::nullopt;
    if (!fraction.empty() && !consistsOf(fraction, "0123456789_"))
        return std::nullopt;
    return pythonFloat(without(text, '_'));
}

/// `[0-9]{4}-[0-9]{2}-[0-9]{2}` or the same with a time behind it.
bool isDate(std::string_view text) {
    const auto digitsAt = [&](std::size_t at, std::size_t count) {
        return text.size() >= at + count && consistsOf(text.substr(at, count), "0123456789");
    };
    if (!digitsAt(0, 4) || text.size() < 8 || text[4] != '-')
        return false;
    if (text.size() == 10)
        return digitsAt(5, 2) && text[7] == '-' && digitsAt(8, 2);
    const std::size_t separator = text.find_first_of("Tt ");
    return separator != std::string_view::npos && separator >= 8 && separator <= 10 &&
           consistsOf(text.substr(0, separator), "0123456789-") &&
           text.find(':', separator) != std::string_view::npos && isDigit(text[separator + 1]) &&
           consistsOf(text.substr(separator + 1), "0123456789:. Z+-");
}

}  // namespace

std::string MetaValue::asText() const {
    switch (kind) {
        case Kind::Int:
            return std::to_string(integer);
        case Kind::Bool:
        case Kind::Float:
        case Kind::Date:
        case Kind::Text:
            return text;
        case Kind::Null:
        case Kind::Map:
        case Kind::List:
        case Kind::Other:
            break;
    }
    return {};
}

std::optional<std::int64_t> MetaValue::asInteger() const {
    if (kind == Kind::Int)
        return integer;
    if (kind == Kind::Float || kind == Kind::Text)
        return pythonInteger(text);
    return std::nullopt;
}

bool operator==(const MetaValue& a, const MetaValue& b) {
    // NaN is the same as NaN here: the same thing was written.
    return a.kind == b.kind && a.integer == b.integer && a.text == b.text && a.map == b.map &&
           std::bit_cast<std::uint64_t>(a.real) == std::bit_cast<std::uint64_t>(b.real);
}

MetaValue quotedScalar(std::string text) {
    MetaValue value;
    value.kind = Kind::Text;
    value.text = std::move(text);
    return value;
}

MetaValue plainScalar(std::string text) {
    MetaValue value;
    value.kind = Kind::Text;
    value.text = std::move(text);
    const std::string_view view = value.text;
    constexpr std::string_view TypedStarts = "0123456789+-.~nNyYtTfFoO";
    if (!view.empty() && TypedStarts.find(view[0]) == std::string_view::npos)
        return value;
    if (isNull(view)) {
        value.kind = Kind::Null;
        value.text.clear();
    } else if (isTrue(view) || isFalse(view)) {
        value.kind = Kind::Bool;
        value.integer = isTrue(view) ? 1 : 0;
    } else if (const auto integer = parseInt(view)) {
        value.kind = Kind::Int;
        value.integer = *integer;
    } else if (const auto real = parseFloat(view)) {
        value.kind = Kind::Float;
        value.real = *real;
    } else if (isDate(view)) {
        value.kind = Kind::Date;
    }
    return value;
}

}  // namespace podium::stores::filestore
