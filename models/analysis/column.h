// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/frame.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Computations behind charts over the run table. Numbers come as spans of doubles in which NaN is
/// a missing value, categories as spans of codes; all spans of one call have the same length, the
/// i-th value of each being of the same run. A function that takes a stop token gives a result
/// of no use once stop is requested.
namespace podium::analysis {

/// 1 and up; 0 is missing, as in query::TextColumn.
using Category = std::uint32_t;
constexpr Category NoCategory = 0;

enum class ColumnType : std::uint8_t {
    Number,
    Time,     // milliseconds since the epoch
    Boolean,  // code 1 is false, 2 is true
    Categories,
};

/// A column of the run table, made ready for the functions of this room.
struct ColumnValues {
    ColumnType type = ColumnType::Number;
    std::vector<double> numbers;          // Number and Time; NaN is missing
    std::vector<Category> codes;          // Boolean and Categories
    std::vector<std::string> categories;  // the text of code n is categories[n - 1]; ordered
    std::size_t present = 0;              // values that are not missing
    std::size_t none = 0;  // "None" and "" between numbers, which are missing to a Number

    [[nodiscard]] bool numeric() const {
        return type == ColumnType::Number || type == ColumnType::Time;
    }
};

/// The values of `rows` in their order; `key` tells times from durations. Texts are numbers if each
/// is one (query::looseNumber) but for "None" and "", booleans if each is true or false in any case
/// (Python writes True), else categories in the order of categoryBefore(). Lists of texts are
/// joined with ", ".
[[nodiscard]] ColumnValues columnValues(const query::ColumnKey& key, const query::Column& column,
                                        std::span<const std::uint32_t> rows);

/// The order of categories: numbers as numbers before other texts; texts by letters, with the
/// numbers inside them counted ("layer9" before "layer10"); else by bytes. A total order.
[[nodiscard]] bool categoryBefore(std::string_view a, std::string_view b);

}  // namespace podium::analysis
