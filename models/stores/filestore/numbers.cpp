// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace podium::stores::filestore {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool equalsLower(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        if (c != lower[i])
            return false;
    }
    return true;
}

/// The text without "_", each of which must stand between two digits; nothing if one does not.
std::optional<std::string> withoutUnderscores(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            plain += text[i];
            continue;
        }
        if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return std::nullopt;
    }
    return plain;
}

/// A number outside the range of double is infinity or zero, by its decimal exponent.
double beyondRange(std::string_view digits) {
    long exponent = 0;
    if (const auto mark = digits.find_first_of("eE"); mark != std::string_view::npos) {
        std::string_view text = digits.substr(mark + 1);
        const bool negative = text.starts_with('-');
        if (text.starts_with('+') || negative)
            text.remove_prefix(1);
        if (std::from_chars(text.data(), text.data() + text.size(), exponent).ec != std::errc{})
            exponent = std::numeric_limits<long>::max();
        // No line is long enough for its digits to make up for such an exponent.
        constexpr long Enough = 1'000'000'000;
        exponent = negative ? -std::min(exponent, Enough) : std::min(exponent, Enough);
        digits = digits.substr(0, mark);
    }
    const auto first = digits.find_first_of("123456789");
    if (first == std::string_view::npos)
        return 0.0;
    const auto point = std::min(digits.find('.'), digits.size());
    const long place = static_cast<long>(point) - static_cast<long>(first);
    return place + exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

std::optional<double> unsignedFloat(std::string_view text) {
    if (text.empty())
        return std::nullopt;
    if (!isDigit(text[0]) && text[0] != '.') {
        if (equalsLower(text, "inf") || equalsLower(text, "infinity"))
            return std::numeric_limits<double>::infinity();
        if (equalsLower(text, "nan"))
            return std::numeric_limits<double>::quiet_NaN();
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return std::nullopt;
    return error == std::errc::result_out_of_range ? beyondRange(text) : value;
}

}  // namespace

std::optional<double> pythonFloat(std::string_view text) {
    if (text.find('_') != std::string_view::npos) {
        const auto plain = withoutUnderscores(text);
        return plain ? pythonFloat(*plain) : std::nullopt;
    }
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto value = unsignedFloat(text);
    return value && negative ? std::optional(-*value) : value;
}

std::optional<std::int64_t> pythonInteger(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size())
        return value;
    if (text.starts_with('+') && text.size() > 1 && isDigit(text[1]))
        return pythonInteger(text.substr(1));
    if (text.find('_') != std::string_view::npos) {
        const auto plain = withoutUnderscores(text);
        return plain ? pythonInteger(*plain) : std::nullopt;
    }
    const auto real = pythonFloat(text);
    // 2^63 itself is out of range and the nearest double below it is well inside.
    if (!real || !(*real >= -9.2e18 && *real <= 9.2e18))
        return std::nullopt;
    return static_cast<std::int64_t>(*real);
}

}  // namespace podium::stores::filestore
