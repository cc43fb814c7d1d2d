// SPDX-License-Identifier: GPL-3.0-or-later
// Values made of columns, and comparisons between two of them.
#include "query/expression.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace podium::query {

namespace {

NumberColumn nothing(std::size_t rows) {
    return {std::vector<double>(rows), Bitmap(rows)};
}

NumberColumn constant(double value, std::size_t rows) {
    return {std::vector<double>(rows, value), Bitmap(rows, true)};
}

NumberColumn numbersOf(const TextColumn& texts) {
    std::vector<double> numbers(texts.dictionary.size() + 1, 0);
    std::vector<std::uint8_t> known(numbers.size(), 0);
    for (std::size_t i = 0; i < texts.dictionary.size(); ++i) {
        if (const std::optional<double> number = looseNumber(texts.dictionary[i])) {
            numbers[i + 1] = *number;
            known[i + 1] = 1;
        }
    }
    NumberColumn result = nothing(texts.codes.size());
    for (std::size_t row = 0; row < texts.codes.size(); ++row) {
        const std::uint32_t code = texts.codes[row];
        result.values[row] = numbers[code];
        if (known[code] != 0)
            result.present.set(row);
    }
    return result;
}

NumberColumn columnNumbers(const Column* column, std::size_t rows) {
    if (column == nullptr)
        return nothing(rows);
    if (const auto* numbers = std::get_if<NumberColumn>(column))
        return *numbers;
    if (const auto* texts = std::get_if<TextColumn>(column))
        return numbersOf(*texts);
    const auto* integers = std::get_if<IntegerColumn>(column);
    if (integers == nullptr)
        return nothing(rows);
    NumberColumn result{std::vector<double>(rows), integers->present};
    std::transform(integers->values.begin(), integers->values.end(), result.values.begin(),
                   [](std::int64_t value) { return static_cast<double>(value); });
    return result;
}

template <typename Function>
void zip(NumberColumn& left, const NumberColumn& right, const Function& function) {
    for (std::size_t row = 0; row < left.values.size(); ++row)
        left.values[row] = function(left.values[row], right.values[row]);
    left.present.intersect(right.present);
}

template <typename Function>
void map(NumberColumn& column, const Function& function) {
    for (double& value : column.values)
        value = function(value);
}

/// IEEE's least and greatest, but NaN stays NaN.
double least(double a, double b) {
    return std::isnan(a) || a < b ? a : b;
}

double greatest(double a, double b) {
    return std::isnan(a) || a > b ? a : b;
}

class ValueEvaluator {
public:
    ValueEvaluator(const Frame& frame, std::stop_token stop)
        : m_frame(frame), m_stop(std::move(stop)) {}

    [[nodiscard]] NumberColumn run(const Value& value) const {
        if (m_stop.stop_requested())
            return nothing(m_frame.rows());
        switch (value.kind) {
            case Value::Kind::Constant:
                return constant(value.number, m_frame.rows());
            case Value::Kind::Cell:
                return columnNumbers(m_frame.column(value.column), m_frame.rows());
            case Value::Kind::If:
                return choose(value);
            default:
                return combine(value);
        }
    }

private:
    [[nodiscard]] NumberColumn combine(const Value& value) const {
        NumberColumn result = run(value.parts.front());
        if (value.parts.size() == 1)
            applyFunction(value.kind, result);
        else if (!value.signs.empty() && value.signs.front() == '-')
            map(result, std::negate<>());
        for (std::size_t i = 1; i < value.parts.size(); ++i)
            join(value, i, result);
        return result;
    }

    void join(const Value& value, std::size_t i, NumberColumn& result) const {
        const NumberColumn other = run(value.parts[i]);
        switch (value.kind) {
            case Value::Kind::Sum:
                return value.signs[i] == '+' ? zip(result, other, std::plus<>())
                                             : zip(result, other, std::minus<>());
            case Value::Kind::Product:
                return value.signs[i] == '*' ? zip(result, other, std::multiplies<>())
                                             : zip(result, other, std::divides<>());
            case Value::Kind::Power:
                return zip(result, other, [](double a, double b) { return std::pow(a, b); });
            case Value::Kind::Min:
                return zip(result, other, least);
            case Value::Kind::Max:
                return zip(result, other, greatest);
            default:
                return;
        }
    }

    static void applyFunction(Value::Kind kind, NumberColumn& column) {
        switch (kind) {
            case Value::Kind::Negate:
                return map(column, std::negate<>());
            case Value::Kind::Abs:
                return map(column, [](double x) { return std::abs(x); });
            case Value::Kind::Log:
                return map(column, [](double x) { return std::log(x); });
            case Value::Kind::Exp:
                return map(column, [](double x) { return std::exp(x); });
            case Value::Kind::Sqrt:
                return map(column, [](double x) { return std::sqrt(x); });
            default:
                return;
        }
    }

    [[nodiscard]] NumberColumn choose(const Value& value) const {
        const Bitmap holds = evaluateExpression(*value.condition, m_frame, m_stop);
        NumberColumn result = run(value.parts[0]);
        const NumberColumn other = run(value.parts[1]);
        for (std::size_t row = 0; row < result.values.size(); ++row) {
            if (holds.test(row))
                continue;
            result.values[row] = other.values[row];
            if (other.present.test(row))
                result.present.set(row);
            else
                result.present.reset(row);
        }
        return result;
    }

    const Frame& m_frame;
    std::stop_token m_stop;
};

template <typename Left, typename Right>
bool holds(Comparator comparator, const Left& left, const Right& right) {
    switch (comparator) {
        case Comparator::Equal:
            return left == right;
        case Comparator::NotEqual:
            return left != right;
        case Comparator::Less:
            return left < right;
        case Comparator::LessEqual:
            return left <= right;
        case Comparator::Greater:
            return left > right;
        case Comparator::GreaterEqual:
            return left >= right;
        default:
            return false;
    }
}

std::vector<std::optional<double>> dictionaryNumbers(const TextColumn& column) {
    std::vector<std::optional<double>> numbers;
    numbers.reserve(column.dictionary.size() + 1);
    numbers.emplace_back();
    for (const std::string& text : column.dictionary)
        numbers.push_back(looseNumber(text));
    return numbers;
}

Bitmap compareTexts(Comparator comparator, const TextColumn& left, const TextColumn& right) {
    const auto leftNumbers = dictionaryNumbers(left);
    const auto rightNumbers = dictionaryNumbers(right);
    Bitmap result(left.codes.size());
    for (std::size_t row = 0; row < left.codes.size(); ++row) {
        if (!left.has(row) || !right.has(row))
            continue;
        const auto& a = leftNumbers[left.codes[row]];
        const auto& b = rightNumbers[right.codes[row]];
        if (a && b ? holds(comparator, *a, *b) : holds(comparator, left.text(row), right.text(row)))
            result.set(row);
    }
    return result;
}

const TextColumn* textsOf(const Value& value, const Frame& frame) {
    const Column* column = value.kind == Value::Kind::Cell ? frame.column(value.column) : nullptr;
    return column == nullptr ? nullptr : std::get_if<TextColumn>(column);
}

bool isNotANumber(const Value& value) {
    return value.kind == Value::Kind::Constant && std::isnan(value.number);
}

}  // namespace

NumberColumn evaluateValue(const Value& value, const Frame& frame, std::stop_token stop) {
    return ValueEvaluator(frame, std::move(stop)).run(value);
}

Bitmap evaluateRelation(const Expression& relation, const Frame& frame, std::stop_token stop) {
    const Comparator comparator = relation.comparison.comparator;
    const Value& left = relation.values[0];
    const Value& right = relation.values[1];
    if (relation.kind == Expression::Kind::TextRelation) {
        const TextColumn* leftTexts = textsOf(left, frame);
        const TextColumn* rightTexts = textsOf(right, frame);
        return leftTexts != nullptr && rightTexts != nullptr
                   ? compareTexts(comparator, *leftTexts, *rightTexts)
                   : Bitmap(frame.rows());
    }
    const ValueEvaluator evaluator(frame, stop);
    const NumberColumn a = evaluator.run(left);
    // NaN written in a filter asks for NaN itself, as in other comparisons.
    const bool wantsNotANumber = isNotANumber(right);
    const NumberColumn b = wantsNotANumber ? NumberColumn{} : evaluator.run(right);
    Bitmap result(frame.rows());
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        const bool fits =
            wantsNotANumber ? (comparator == Comparator::Equal && std::isnan(a.values[row])) ||
                                  (comparator == Comparator::NotEqual && !std::isnan(a.values[row]))
                            : holds(comparator, a.values[row], b.values[row]);
        if (fits)
            result.set(row);
    }
    result.intersect(a.present);
    if (!wantsNotANumber)
        result.intersect(b.present);
    return result;
}

}  // namespace podium::query
