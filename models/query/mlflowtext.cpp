// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/casefold.h"
#include "query/completion.h"
#include "query/expression.h"
#include "query/names.h"
#include "query/query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace podium::query {

namespace {

using Text = std::optional<std::string>;

/// The name as every version of MLflow reads it: with its kind, its key in back-ticks.
Text writtenName(const ColumnKey& column) {
    const auto keyed = [&](std::string_view entity) -> Text {
        if (column.key.empty() || column.key.find('`') != std::string::npos)
            return std::nullopt;
        return std::string(entity) + ".`" + column.key + "`";
    };
    switch (column.kind) {
        case ColumnKind::Metric:
            return column.reduction == Reduction::Last ? keyed("metrics") : std::nullopt;
        case ColumnKind::Param:
            return keyed("params");
        case ColumnKind::Tag:
            return keyed("tags");
        case ColumnKind::Dataset:
            return "dataset." + column.key;
        case ColumnKind::Formula:
            return std::nullopt;
        case ColumnKind::Attribute:
            break;
    }
    const std::string name(attributeName(column.attribute));
    const auto named = columnNamed(name, false);
    const auto* known = std::get_if<NamedColumn>(&named);
    if (known == nullptr || !known->mlflow)
        return std::nullopt;
    return "attributes." + name;
}

Text writtenOperator(Comparator comparator) {
    const std::string_view text = comparatorText(comparator);
    return text.empty() ? Text() : Text(text);
}

Text inQuotes(std::string_view text) {
    std::string written = writtenText(text);
    return written.empty() ? Text() : Text(std::move(written));
}

/// Digits that MLflow's parser takes: no plus sign, no NaN and no infinity.
Text digits(double value) {
    if (!std::isfinite(value))
        return std::nullopt;
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    std::string text(buffer.data(), end.ptr);
    std::erase(text, '+');
    return text;
}

/// A comparison of a whole number with one that is none, as one of whole numbers.
Text wholeDigits(Comparator& comparator, const Number& number) {
    if (number.whole)
        return std::to_string(*number.whole);
    constexpr double Most = 9e18;
    if (!(std::abs(number.value) < Most))
        return std::nullopt;
    if (std::floor(number.value) == number.value)
        return std::to_string(static_cast<std::int64_t>(number.value));
    switch (comparator) {
        case Comparator::Less:
        case Comparator::LessEqual:
            comparator = Comparator::LessEqual;
            return std::to_string(static_cast<std::int64_t>(std::floor(number.value)));
        case Comparator::Greater:
        case Comparator::GreaterEqual:
            comparator = Comparator::GreaterEqual;
            return std::to_string(static_cast<std::int64_t>(std::ceil(number.value)));
        default:
            return std::nullopt;
    }
}

bool isOrder(Comparator comparator) {
    return comparator == Comparator::Less || comparator == Comparator::LessEqual ||
           comparator == Comparator::Greater || comparator == Comparator::GreaterEqual;
}

/// MLflow has lists for run_id and datasets only, of lower-case texts (parseFilter() drops others);
/// elsewhere a list is one comparison after the other: `!=` of all, or `=` of the only one.
Text writtenList(const ColumnKey& column, const std::string& name, Comparator comparator,
                 const std::vector<std::string>& items) {
    const bool negated = comparator == Comparator::NotIn;
    const bool lists =
        column.kind == ColumnKind::Dataset || column == attributeColumn(Attribute::RunId);
    std::string text = lists ? name + (negated ? " NOT IN (" : " IN (") : std::string();
    // A dataset among several: "any differs" is not "none of them is".
    if (items.empty() || (!lists && !negated && items.size() != 1))
        return std::nullopt;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Text item = inQuotes(items[i]);
        if (!item || (lists && items[i].find_first_of("'\\\n\r") != std::string::npos))
            return std::nullopt;
        if (lists)
            text += (i == 0 ? "" : ", ") + *item;
        else
            text += (i == 0 ? "" : " AND ") + name + (negated ? " != " : " = ") + *item;
    }
    return lists ? text + ")" : text;
}

/// True if a comparator of texts means in MLflow what it means here.
bool comparesTexts(Comparator comparator, const std::string& text) {
    // SQLite's ILIKE knows the case of ASCII letters only.
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<signed char>(c) > 0; });
    return !isOrder(comparator) && (comparator != Comparator::Ilike || ascii);
}

Text writtenComparison(const Comparison& comparison) {
    const Text name = writtenName(comparison.column);
    if (!name)
        return std::nullopt;
    const ColumnKind kind = comparison.column.kind;
    Comparator comparator = comparison.comparator;
    if (comparator == Comparator::IsNull || comparator == Comparator::IsNotNull) {
        if (kind != ColumnKind::Param && kind != ColumnKind::Tag)
            return std::nullopt;
        return *name + (comparator == Comparator::IsNull ? " IS NULL" : " IS NOT NULL");
    }
    if (const auto* list = std::get_if<std::vector<std::string>>(&comparison.operand))
        return writtenList(comparison.column, *name, comparator, *list);
    Text value;
    if (const auto* text = std::get_if<std::string>(&comparison.operand)) {
        if (comparesTexts(comparator, *text))
            value = inQuotes(*text);
    } else if (const auto* number = std::get_if<Number>(&comparison.operand)) {
        if (kind == ColumnKind::Metric)
            value = digits(number->value);
        else if (kind == ColumnKind::Attribute)
            value = wholeDigits(comparator, *number);
    }
    const Text sign = writtenOperator(comparator);
    if (!value || !sign)
        return std::nullopt;
    return *name + " " + *sign + " " + *value;
}

/// A word of a name: the same as a pattern, unless it has signs that mean something there.
Text writtenWord(const std::string& word) {
    if (!comparesTexts(Comparator::Ilike, word) ||
        word.find_first_of("%_\n\\") != std::string::npos)
        return std::nullopt;
    const Text pattern = inQuotes("%" + word + "%");
    return pattern ? Text("attributes.run_name ILIKE " + *pattern) : std::nullopt;
}

/// The column and text of `column = 'text'`, or nullptr.
const Comparison* equality(const Expression& expression) {
    if (expression.kind != Expression::Kind::Compare ||
        expression.comparison.comparator != Comparator::Equal ||
        !std::holds_alternative<std::string>(expression.comparison.operand))
        return nullptr;
    return &expression.comparison;
}

/// `a = 'x' OR a = 'y'` is a list, where MLflow has lists and does not drop the elements.
Text writtenOr(const Expression& expression) {
    std::vector<std::string> items;
    const Comparison* first = equality(expression.children.front());
    for (const Expression& child : expression.children) {
        const Comparison* comparison = equality(child);
        if (comparison == nullptr || comparison->column != first->column)
            return std::nullopt;
        items.push_back(std::get<std::string>(comparison->operand));
        if (!isLower(items.back()))
            return std::nullopt;
    }
    const Text name = writtenName(first->column);
    const bool lists = first->column.kind == ColumnKind::Dataset ||
                       first->column == attributeColumn(Attribute::RunId);
    if (!name || !lists)
        return std::nullopt;
    return writtenList(first->column, *name, Comparator::In, items);
}

Text written(const Expression& expression);

Text writtenAnd(const Expression& expression) {
    std::string all;
    for (const Expression& child : expression.children) {
        const Text text = written(child);
        if (!text)
            return std::nullopt;
        all += (all.empty() || text->empty() ? "" : " AND ") + *text;
    }
    return all;
}

/// Only what is true of missing things stays the same when it is turned around.
Text writtenNot(const Expression& inner) {
    if (inner.kind == Expression::Kind::Not)
        return written(inner.children.front());
    if (inner.kind != Expression::Kind::Compare)
        return std::nullopt;
    Comparison turned = inner.comparison;
    if (turned.comparator == Comparator::IsNull)
        turned.comparator = Comparator::IsNotNull;
    else if (turned.comparator == Comparator::IsNotNull)
        turned.comparator = Comparator::IsNull;
    else
        return std::nullopt;
    return writtenComparison(turned);
}

Text written(const Expression& expression) {
    switch (expression.kind) {
        case Expression::Kind::Everything:
            return "";
        case Expression::Kind::And:
            return writtenAnd(expression);
        case Expression::Kind::Or:
            return writtenOr(expression);
        case Expression::Kind::Not:
            return writtenNot(expression.children.front());
        case Expression::Kind::Compare:
            return writtenComparison(expression.comparison);
        case Expression::Kind::Relation:
        case Expression::Kind::TextRelation:
            return std::nullopt;
        case Expression::Kind::NameHolds:
            return writtenWord(expression.foldedWord);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> mlflowText(const Filter& filter) {
    return written(filter.expression());
}

}  // namespace podium::query
