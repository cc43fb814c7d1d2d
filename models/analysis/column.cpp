// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/column.h"

#include "query/number.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace podium::analysis {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the digits off the front of `text`, without leading zeros.
std::string_view takeDigits(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// -1, 0, 1; numbers inside the texts count as such.
int compareNaturally(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view left = takeDigits(a);
            const std::string_view right = takeDigits(b);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (left != right)
                return left < right ? -1 : 1;
            continue;
        }
        if (a.front() != b.front())
            return std::string_view(a.data(), 1) < std::string_view(b.data(), 1) ? -1 : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return (a.empty() ? 0 : 1) - (b.empty() ? 0 : 1);
}

std::optional<bool> boolean(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower == "true" || lower == "false")
        return lower == "true";
    return std::nullopt;
}

bool isNone(std::string_view text) {
    return text.empty() || text == "None";
}

ColumnValues numberValues(std::vector<double> numbers, ColumnType type) {
    ColumnValues result;
    result.type = type;
    result.present = static_cast<std::size_t>(std::count_if(
        numbers.begin(), numbers.end(), [](double number) { return !std::isnan(number); }));
    result.numbers = std::move(numbers);
    return result;
}

template <typename Values>
std::vector<double> presentNumbers(const Values& column, std::span<const std::uint32_t> rows) {
    std::vector<double> numbers;
    numbers.reserve(rows.size());
    for (const std::uint32_t row : rows)
        numbers.push_back(column.present.test(row) ? static_cast<double>(column.values[row]) : NaN);
    return numbers;
}

/// What the used texts of a dictionary have in common.
ColumnType typeOf(const std::vector<std::string>& texts) {
    const auto isNumber = [](const std::string& text) {
        return query::looseNumber(text).has_value();
    };
    if (std::all_of(texts.begin(), texts.end(),
                    [&](const std::string& text) { return isNone(text) || isNumber(text); }) &&
        (texts.empty() || std::any_of(texts.begin(), texts.end(), isNumber)))
        return ColumnType::Number;
    return std::all_of(texts.begin(), texts.end(),
                       [](const std::string& text) { return boolean(text).has_value(); })
               ? ColumnType::Boolean
               : ColumnType::Categories;
}

/// Texts through a dictionary of those in use; `codes` count from 1, 0 is missing.
ColumnValues numbersOfTexts(const std::vector<std::string>& texts,
                            const std::vector<std::uint32_t>& codes) {
    std::vector<double> known = {NaN};
    for (const std::string& text : texts)
        known.push_back(query::looseNumber(text).value_or(NaN));
    std::vector<double> numbers;
    numbers.reserve(codes.size());
    std::size_t none = 0;
    for (const std::uint32_t code : codes) {
        numbers.push_back(known[code]);
        none += code != 0 && isNone(texts[code - 1]) ? 1 : 0;
    }
    ColumnValues result = numberValues(std::move(numbers), ColumnType::Number);
    result.none = none;
    return result;
}

ColumnValues categoriesOfTexts(std::vector<std::string> texts, std::vector<std::uint32_t> codes,
                               ColumnType type) {
    std::vector<std::uint32_t> newCodes(texts.size() + 1, NoCategory);
    ColumnValues result;
    result.type = type;
    if (type == ColumnType::Boolean) {
        result.categories = {"false", "true"};
        for (std::size_t i = texts.size(); i-- > 0;) {
            const std::size_t place = *boolean(texts[i]) ? 1 : 0;
            newCodes[i + 1] = static_cast<Category>(place + 1);
            result.categories[place] = texts[i];
        }
    } else {
        std::vector<std::uint32_t> order(texts.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return categoryBefore(texts[a], texts[b]);
        });
        for (const std::uint32_t i : order) {
            result.categories.push_back(std::move(texts[i]));
            newCodes[i + 1] = static_cast<Category>(result.categories.size());
        }
    }
    for (std::uint32_t& code : codes)
        code = newCodes[code];
    result.present =
        codes.size() - static_cast<std::size_t>(std::count(codes.begin(), codes.end(), NoCategory));
    result.codes = std::move(codes);
    return result;
}

ColumnValues textValues(std::vector<std::string> texts, std::vector<std::uint32_t> codes) {
    const ColumnType type = typeOf(texts);
    if (type == ColumnType::Number)
        return numbersOfTexts(texts, codes);
    return categoriesOfTexts(std::move(texts), std::move(codes), type);
}

ColumnValues valuesOf(const query::TextColumn& column, std::span<const std::uint32_t> rows) {
    std::vector<std::uint32_t> newCodes(column.dictionary.size() + 1, 0);
    std::vector<std::string> texts;
    std::vector<std::uint32_t> codes;
    codes.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const std::uint32_t code = column.codes[row];
        if (code != query::TextColumn::Missing && newCodes[code] == 0) {
            texts.push_back(column.dictionary[code - 1]);
            newCodes[code] = static_cast<std::uint32_t>(texts.size());
        }
        codes.push_back(newCodes[code]);
    }
    return textValues(std::move(texts), std::move(codes));
}

ColumnValues valuesOf(const query::TextListColumn& column, std::span<const std::uint32_t> rows) {
    std::map<std::string, std::uint32_t> known;
    std::vector<std::string> texts;
    std::vector<std::uint32_t> codes;
    for (const std::uint32_t row : rows) {
        std::string joined;
        for (std::uint32_t i = column.offsets[row]; i < column.offsets[row + 1]; ++i)
            joined += (i > column.offsets[row] ? ", " : "") + column.values[i];
        if (column.offsets[row] == column.offsets[row + 1]) {
            codes.push_back(0);
            continue;
        }
        const auto [found, added] =
            known.try_emplace(joined, static_cast<std::uint32_t>(texts.size() + 1));
        if (added)
            texts.push_back(joined);
        codes.push_back(found->second);
    }
    return textValues(std::move(texts), std::move(codes));
}

}  // namespace

ColumnValues columnValues(const query::ColumnKey& key, const query::Column& column,
                          std::span<const std::uint32_t> rows) {
    if (const auto* numbers = std::get_if<query::NumberColumn>(&column))
        return numberValues(presentNumbers(*numbers, rows), ColumnType::Number);
    if (const auto* integers = std::get_if<query::IntegerColumn>(&column)) {
        const bool time =
            key.kind == query::ColumnKind::Attribute && key.attribute != query::Attribute::Duration;
        return numberValues(presentNumbers(*integers, rows),
                            time ? ColumnType::Time : ColumnType::Number);
    }
    if (const auto* texts = std::get_if<query::TextColumn>(&column))
        return valuesOf(*texts, rows);
    return valuesOf(std::get<query::TextListColumn>(column), rows);
}

bool categoryBefore(std::string_view a, std::string_view b) {
    const std::optional<double> left = query::looseNumber(a);
    const std::optional<double> right = query::looseNumber(b);
    if (left.has_value() != right.has_value())
        return left.has_value();
    if (left) {
        // NaN behind the other numbers.
        if (std::isnan(*left) != std::isnan(*right))
            return std::isnan(*right);
        if (*left < *right || *right < *left)
            return *left < *right;
        return a < b;
    }
    const int order = compareNaturally(a, b);
    return order != 0 ? order < 0 : a < b;
}

}  // namespace podium::analysis
