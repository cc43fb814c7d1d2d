// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/casefold.h"
#include "query/expression.h"
#include "query/like.h"
#include "query/query.h"
#include "query/regex.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace podium::query {

namespace {

constexpr std::size_t StopInterval =
    4096;  // dictionary entries between two looks at the stop token

/// Fills a bitmap a word at a time with what `test(row)` says.
template <typename Test>
void fill(Bitmap& result, const Test& test) {
    const std::span<std::uint64_t> words = result.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t begin = i * 64;
        const std::size_t end = std::min(begin + 64, result.size());
        std::uint64_t word = 0;
        for (std::size_t row = begin; row < end; ++row)
            word |= std::uint64_t{test(row)} << (row - begin);
        words[i] = word;
    }
}

/// Calls `use` with the comparison of two values as a function object, so that the loop over the
/// rows has no branch on the comparator. Only for the six comparators of order.
template <typename Use>
void withOrder(Comparator comparator, const Use& use) {
    switch (comparator) {
        case Comparator::Equal:
            return use(std::equal_to<>{});
        case Comparator::NotEqual:
            return use(std::not_equal_to<>{});
        case Comparator::Less:
            return use(std::less<>{});
        case Comparator::LessEqual:
            return use(std::less_equal<>{});
        case Comparator::Greater:
            return use(std::greater<>{});
        case Comparator::GreaterEqual:
            return use(std::greater_equal<>{});
        default:
            return;
    }
}

/// Looks for a folded word in many texts: those of ASCII alone, as most are, are folded in place.
class FoldedWord {
public:
    explicit FoldedWord(const std::string& word) : m_word(word) {}

    [[nodiscard]] bool isIn(const std::string& text) {
        unsigned char all = 0;
        m_folded.resize(text.size());
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            all |= static_cast<unsigned char>(c);
            m_folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        }
        if (all >= 0x80)
            m_folded = foldCase(text);
        return m_folded.find(m_word) != std::string::npos;
    }

private:
    const std::string& m_word;
    std::string m_folded;
};

/// The answer of a comparator of order to the outcome of a comparison.
bool holds(Comparator comparator, std::partial_ordering order) {
    switch (comparator) {
        case Comparator::Equal:
            return order == 0;
        case Comparator::NotEqual:
            return order != 0;
        case Comparator::Less:
            return order < 0;
        case Comparator::LessEqual:
            return order <= 0;
        case Comparator::Greater:
            return order > 0;
        case Comparator::GreaterEqual:
            return order >= 0;
        default:
            return false;
    }
}

/// NaN written in a filter asks for NaN itself: `= nan` finds what diverged.
bool compareNumbers(Comparator comparator, double left, double right) {
    if (std::isnan(right)) {
        const bool both = std::isnan(left);
        return (comparator == Comparator::Equal && both) ||
               (comparator == Comparator::NotEqual && !both);
    }
    return holds(comparator, left <=> right);
}

bool isNegated(Comparator comparator) {
    return comparator == Comparator::NotIn || comparator == Comparator::NotLike ||
           comparator == Comparator::NotIlike || comparator == Comparator::NotMatches;
}

/// A condition on one text, prepared once.
class TextTest {
public:
    TextTest(const Comparison& comparison, Semantics semantics)
        : m_comparison(comparison), m_negated(isNegated(comparison.comparator)) {
        const auto* text = std::get_if<std::string>(&comparison.operand);
        const Comparator comparator = comparison.comparator;
        if (comparator == Comparator::Like || comparator == Comparator::NotLike)
            m_pattern.emplace(*text, false, semantics);
        if (comparator == Comparator::Ilike || comparator == Comparator::NotIlike)
            m_pattern.emplace(*text, true, semantics);
        if (comparator == Comparator::Matches || comparator == Comparator::NotMatches)
            m_regex.emplace(*text);
    }

    [[nodiscard]] bool operator()(const std::string& text) const {
        if (m_pattern)
            return m_pattern->matches(text) != m_negated;
        if (m_regex)
            return m_regex->found(text) != m_negated;
        if (const auto* other = std::get_if<std::string>(&m_comparison.operand))
            return holds(m_comparison.comparator, text <=> *other);
        if (const auto* list = std::get_if<std::vector<std::string>>(&m_comparison.operand))
            return (std::find(list->begin(), list->end(), text) != list->end()) != m_negated;
        return compareAsNumber(text);
    }

private:
    /// A text that is no number differs from every number and has no order with any.
    [[nodiscard]] bool compareAsNumber(const std::string& text) const {
        const std::optional<double> number = looseNumber(text);
        if (const auto* other = std::get_if<Number>(&m_comparison.operand))
            return number ? compareNumbers(m_comparison.comparator, *number, other->value)
                          : m_comparison.comparator == Comparator::NotEqual;
        const auto* list = std::get_if<std::vector<Number>>(&m_comparison.operand);
        const bool found = number && list != nullptr &&
                           std::any_of(list->begin(), list->end(),
                                       [&](const Number& item) { return item.value == *number; });
        return found != m_negated;
    }

    const Comparison& m_comparison;
    std::optional<LikePattern> m_pattern;
    std::optional<Regex> m_regex;
    bool m_negated;
};

/// Walks over the expression; each method gives the rows that match.
class Evaluator {
public:
    Evaluator(const Frame& frame, std::stop_token stop) : m_frame(frame), m_stop(std::move(stop)) {}

    [[nodiscard]] Bitmap run(const Expression& expression) const {
        switch (expression.kind) {
            case Expression::Kind::Everything:
                return Bitmap(m_frame.rows(), true);
            case Expression::Kind::And:
            case Expression::Kind::Or:
                return combine(expression);
            case Expression::Kind::Not: {
                Bitmap result = run(expression.children.front());
                result.invert();
                return result;
            }
            case Expression::Kind::Compare:
                return compare(expression.comparison);
            case Expression::Kind::Relation:
            case Expression::Kind::TextRelation:
                return evaluateRelation(expression, m_frame, m_stop);
            case Expression::Kind::NameHolds:
                return nameHolds(expression.foldedWord);
        }
        return Bitmap(m_frame.rows());
    }

private:
    [[nodiscard]] Bitmap combine(const Expression& expression) const {
        const bool isAnd = expression.kind == Expression::Kind::And;
        Bitmap result = run(expression.children.front());
        for (std::size_t i = 1; i < expression.children.size() && !m_stop.stop_requested(); ++i) {
            if (isAnd && !result.any())
                break;
            const Bitmap other = run(expression.children[i]);
            if (isAnd)
                result.intersect(other);
            else
                result.unite(other);
        }
        return result;
    }

    [[nodiscard]] Bitmap compare(const Comparison& comparison) const {
        Bitmap result(m_frame.rows());
        const bool null = comparison.comparator == Comparator::IsNull ||
                          comparison.comparator == Comparator::IsNotNull;
        const Column* column = m_frame.column(null ? comparison.column : compared(comparison));
        if (null) {
            if (column != nullptr)
                present(result, *column);
            if (comparison.comparator == Comparator::IsNull)
                result.invert();
            return result;
        }
        if (column == nullptr)
            return result;
        if (const auto* numbers = std::get_if<NumberColumn>(column))
            compareNumberColumn(result, *numbers, comparison);
        else if (const auto* integers = std::get_if<IntegerColumn>(column))
            compareIntegerColumn(result, *integers, comparison);
        else if (const auto* texts = std::get_if<TextColumn>(column))
            testDictionary(result, *texts, TextTest(comparison, m_frame.semantics()));
        else if (const auto* lists = std::get_if<TextListColumn>(column))
            compareListColumn(result, *lists, TextTest(comparison, m_frame.semantics()));
        return result;
    }

    /// The column whose values are compared.
    [[nodiscard]] ColumnKey compared(const Comparison& comparison) const {
        const bool name = comparison.column == attributeColumn(Attribute::RunName);
        return name && m_frame.semantics() == Semantics::Sql ? runNameTag() : comparison.column;
    }

    static void present(Bitmap& result, const Column& column) {
        if (const auto* numbers = std::get_if<NumberColumn>(&column))
            result = numbers->present;
        else if (const auto* integers = std::get_if<IntegerColumn>(&column))
            result = integers->present;
        else if (const auto* texts = std::get_if<TextColumn>(&column))
            fill(result, [texts](std::size_t row) { return texts->has(row); });
        else if (const auto* lists = std::get_if<TextListColumn>(&column))
            fill(result, [lists](std::size_t row) {
                return lists->offsets[row] != lists->offsets[row + 1];
            });
    }

    void compareNumberColumn(Bitmap& result, const NumberColumn& column,
                             const Comparison& comparison) const {
        const double* values = column.values.data();
        const auto* number = std::get_if<Number>(&comparison.operand);
        if (number != nullptr && std::isnan(number->value))
            fill(result, [&](std::size_t row) {
                return compareNumbers(comparison.comparator, values[row], number->value);
            });
        else if (asStored(comparison.column, m_frame.semantics()))
            compareNumbersOf(result, comparison,
                             [values](std::size_t row) { return storedInSql(values[row]); });
        else
            compareNumbersOf(result, comparison, [values](std::size_t row) { return values[row]; });
        result.intersect(column.present);
    }

    /// `value(row)` with the operand; `inf` by its name is found where infinities are no such.
    template <typename Get>
    void compareNumbersOf(Bitmap& result, const Comparison& comparison, const Get& value) const {
        const bool stored = asStored(comparison.column, m_frame.semantics());
        const auto wanted = [stored](const Number& number) {
            return stored && number.named ? storedInSql(number.value) : number.value;
        };
        if (const auto* list = std::get_if<std::vector<Number>>(&comparison.operand)) {
            const bool negated = isNegated(comparison.comparator);
            fill(result, [&](std::size_t row) {
                return std::any_of(list->begin(), list->end(), [&](const Number& item) {
                           return wanted(item) == value(row);
                       }) != negated;
            });
        } else if (const auto* number = std::get_if<Number>(&comparison.operand)) {
            withOrder(comparison.comparator, [&, right = wanted(*number)](auto order) {
                fill(result, [&](std::size_t row) { return order(value(row), right); });
            });
        }
    }

    static void compareIntegerColumn(Bitmap& result, const IntegerColumn& column,
                                     const Comparison& comparison) {
        const std::int64_t* values = column.values.data();
        if (const auto* list = std::get_if<std::vector<Number>>(&comparison.operand)) {
            const bool negated = isNegated(comparison.comparator);
            fill(result, [&](std::size_t row) {
                return std::any_of(list->begin(), list->end(), [&](const Number& item) {
                           return compareExactly(values[row], item) == 0;
                       }) != negated;
            });
        } else if (const auto* number = std::get_if<Number>(&comparison.operand)) {
            if (number->whole)
                withOrder(comparison.comparator, [&](auto order) {
                    fill(result,
                         [&](std::size_t row) { return order(values[row], *number->whole); });
                });
            else
                fill(result, [&](std::size_t row) {
                    return holds(comparison.comparator, compareExactly(values[row], *number));
                });
        }
        result.intersect(column.present);
    }

    /// Asks each text of the dictionary once.
    template <typename Test>
    void testDictionary(Bitmap& result, const TextColumn& column, Test test) const {
        std::vector<std::uint8_t> answers(column.dictionary.size() + 1, 0);
        for (std::size_t i = 0; i < column.dictionary.size(); ++i) {
            if (i % StopInterval == 0 && m_stop.stop_requested())
                return;
            answers[i + 1] = test(column.dictionary[i]) ? 1 : 0;
        }
        const std::uint32_t* codes = column.codes.data();
        fill(result, [&](std::size_t row) { return answers[codes[row]] != 0; });
    }

    static void compareListColumn(Bitmap& result, const TextListColumn& column,
                                  const TextTest& test) {
        for (std::size_t row = 0; row < result.size(); ++row)
            for (std::uint32_t i = column.offsets[row]; i < column.offsets[row + 1]; ++i)
                if (test(column.values[i])) {
                    result.set(row);
                    break;
                }
    }

    [[nodiscard]] Bitmap nameHolds(const std::string& foldedWord) const {
        Bitmap result(m_frame.rows());
        const Column* column = m_frame.column(attributeColumn(Attribute::RunName));
        if (const auto* names = column == nullptr ? nullptr : std::get_if<TextColumn>(column))
            testDictionary(result, *names,
                           [word = FoldedWord(foldedWord)](const std::string& name) mutable {
                               return word.isIn(name);
                           });
        return result;
    }

    const Frame& m_frame;
    std::stop_token m_stop;
};

}  // namespace

Bitmap evaluateExpression(const Expression& expression, const Frame& frame, std::stop_token stop) {
    return Evaluator(frame, std::move(stop)).run(expression);
}

Bitmap evaluate(const Filter& filter, const Frame& frame, std::stop_token stop) {
    return evaluateExpression(filter.expression(), frame, std::move(stop));
}

}  // namespace podium::query
