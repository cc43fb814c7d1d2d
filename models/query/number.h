// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

/// Numbers written as text, independent of the locale.
namespace podium::query {

/// A number of a filter. `whole` is there if it was written as an integer that fits, so that times
/// compare exactly; `named` if it is one of the words nan and inf, which MLflow does not read.
struct Number {
    double value = 0;
    std::optional<std::int64_t> whole;
    bool named = false;

    friend bool operator==(const Number&, const Number&) = default;
};

/// Reads `[+-] digits [. digits] [e [+-] digits]`; a number too great is infinite and one too small
/// is zero, like Python's float(). Nothing if it is not wholly a number.
[[nodiscard]] std::optional<Number> readNumber(std::string_view text);

/// The number behind a param or a tag: readNumber() or one of "nan", "inf", "infinity" in any case
/// and with a sign, blanks around it ignored (Python's float()).
[[nodiscard]] std::optional<double> looseNumber(std::string_view text);

/// A metric's value as MLflow's SQL stores keep it: 0 for NaN, the greatest double for infinities.
[[nodiscard]] inline double storedInSql(double value) {
    constexpr double Greatest = std::numeric_limits<double>::max();
    return std::isnan(value) ? 0.0 : std::clamp(value, -Greatest, Greatest);
}

/// Compares a whole number with a number of a filter exactly, also where a double can't hold it.
[[nodiscard]] std::partial_ordering compareExactly(std::int64_t left, const Number& right);

}  // namespace podium::query
