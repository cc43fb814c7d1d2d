// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/mlflowdialect.h"

#include "query/casefold.h"

#include <algorithm>
#include <array>

namespace podium::query {

using namespace std::string_view_literals;

bool isMlflowNumber(std::string_view text) {
    if (text.find('+') != std::string_view::npos)
        return false;
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos)
        return true;
    const std::string_view mantissa = text.substr(0, exponent);
    const char first = mantissa.front() == '-' ? mantissa[1] : mantissa.front();
    return first != '.' && mantissa.back() != '.';
}

bool isMlflowName(std::string_view name) {
    constexpr std::array Refused{"from"sv, "in"sv, "values"sv, "case"sv, "as"sv, "using"sv};
    for (std::size_t at = name.find('.'); at < name.size();) {
        const char first = at + 1 < name.size() ? name[at + 1] : '\0';
        const bool quoted = first == '`' || first == '"' || first == '\'';
        const std::size_t from = quoted ? std::min(name.find(first, at + 2), name.size()) : at + 1;
        const std::size_t next = std::min(name.find('.', from), name.size());
        const std::string part = foldCase(name.substr(at + 1, next - at - 1));
        if (readNumber(part) || std::find(Refused.begin(), Refused.end(), part) != Refused.end())
            return false;
        at = next;
    }
    return true;
}

bool isMlflowComparator(const NamedColumn& named, Comparator comparator) {
    const bool number = named.whole || named.column.kind == ColumnKind::Metric;
    switch (comparator) {
        case Comparator::Equal:
        case Comparator::NotEqual:
            return true;
        case Comparator::Less:
        case Comparator::LessEqual:
        case Comparator::Greater:
        case Comparator::GreaterEqual:
            return number;
        case Comparator::Like:
        case Comparator::Ilike:
            return !number;
        case Comparator::In:
        case Comparator::NotIn:
            return named.column.kind == ColumnKind::Dataset ||
                   named.column == attributeColumn(Attribute::RunId);
        case Comparator::IsNull:
        case Comparator::IsNotNull:
            return named.column.kind == ColumnKind::Param || named.column.kind == ColumnKind::Tag;
        case Comparator::NotLike:
        case Comparator::NotIlike:
        case Comparator::Matches:
        case Comparator::NotMatches:
            break;
    }
    return false;
}

}  // namespace podium::query
