// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/seriesformula.h"

#include "analysis/numbers.h"
#include "query/lexer.h"
#include "query/names.h"
#include "series/historyreductions.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <unordered_set>
#include <utility>

namespace podium::analysis {

namespace {

using query::ColumnKey;
using query::Reduction;
using series::Series;
using History = std::shared_ptr<const Series>;

base::Error invalid(std::size_t position, std::size_t length, const char* reason) {
    return {base::ErrorCode::QueryInvalid,
            {std::to_string(position), std::to_string(length), reason}};
}

bool hasPoints(const ColumnKey& column) {
    return column.reduction == Reduction::Last;
}

/// What a history alone has.
bool isKnown(Reduction reduction) {
    return reduction != Reduction::Best && reduction != Reduction::AtBest &&
           reduction != Reduction::TimeTo;
}

/// The name or function in the text that gave such a column; the whole text if it is not found.
base::Error problem(std::string_view text, const char* reason, const auto& fits) {
    for (const query::Token& token : query::lex(text)) {
        if (fits(token))
            return invalid(token.position, token.length, reason);
    }
    return invalid(0, text.size(), reason);
}

std::optional<base::Error> problemOf(std::string_view text, const ColumnKey& column) {
    if (column.kind != query::ColumnKind::Metric)
        return problem(text, "operand-metric", [](const query::Token& token) {
            const bool name =
                token.kind == query::Lexeme::Name || token.kind == query::Lexeme::Quoted;
            const auto named = query::columnNamed(token.text, false);
            const auto* known = std::get_if<query::NamedColumn>(&named);
            return name && known != nullptr && known->column.kind != query::ColumnKind::Metric;
        });
    if (!isKnown(column.reduction))
        return problem(text, "operand-reduction", [&column](const query::Token& token) {
            return token.kind == query::Lexeme::Function &&
                   query::reductionNamed(token.text) == column.reduction;
        });
    return std::nullopt;
}

std::int64_t wholeNumber(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

series::Columns columnsOf(const Series& history) {
    return {history.steps(), history.times(), history.values()};
}

/// A history's number; nothing if it has none.
std::optional<double> reduced(const Series& history, const ColumnKey& column) {
    if (history.empty())
        return std::nullopt;
    const std::int64_t argument = wholeNumber(column.argument);
    if (column.reduction == Reduction::MeanLast)
        return series::meanOfLast(columnsOf(history), static_cast<std::size_t>(argument));
    if (column.reduction == Reduction::AtStep)
        return series::valueAtStep(columnsOf(history), argument);
    if (column.reduction == Reduction::Slope)
        return series::slopeOfLast(columnsOf(history), static_cast<std::size_t>(argument));
    std::vector<domain::MetricPoint> points;
    for (std::size_t i = 0; i < history.size(); ++i)
        points.push_back(history.point(i));
    const series::Reductions numbers = series::reduce(points);
    switch (column.reduction) {
        case Reduction::Min:
            return numbers.min;
        case Reduction::Max:
            return numbers.max;
        case Reduction::Mean:
            return numbers.mean;
        case Reduction::First:
            return numbers.first;
        case Reduction::Count:
            return static_cast<double>(numbers.count);
        default:
            return std::nullopt;
    }
}

void append(series::Columns& rows, const Series& history, std::size_t i) {
    rows.steps.push_back(history.steps()[i]);
    rows.times.push_back(history.times()[i]);
    rows.values.push_back(0);
}

/// Every point of the first history, and of each further one those at steps not there yet.
Series rowsOf(const std::vector<History>& histories) {
    series::Columns rows;
    std::unordered_set<std::int64_t> known;
    for (const History& history : histories) {
        const std::size_t before = rows.steps.size();
        for (std::size_t i = 0; i < history->size(); ++i) {
            if (!known.contains(history->steps()[i]))
                append(rows, *history, i);
        }
        known.insert(rows.steps.begin() + static_cast<std::ptrdiff_t>(before), rows.steps.end());
    }
    return Series(std::move(rows));
}

std::shared_ptr<const query::Column> constantColumn(std::optional<double> value, std::size_t rows) {
    return std::make_shared<query::Column>(query::NumberColumn{
        std::vector<double>(rows, value.value_or(0)), query::Bitmap(rows, value.has_value())});
}

std::shared_ptr<const query::Column> pointsColumn(const Series& rows, const Series& history,
                                                  series::JoinKind join) {
    query::NumberColumn column{std::vector<double>(rows.size()), query::Bitmap(rows.size())};
    const std::vector<std::size_t> partners = series::joinedPoints(rows, history, join);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (partners[row] == series::NoPartner)
            continue;
        column.values[row] = history.values()[partners[row]];
        column.present.set(row);
    }
    return std::make_shared<query::Column>(std::move(column));
}

/// The rows that have a value. Those of one history alone keep its order.
History pointsOf(const Series& rows, std::size_t ofFirst, const query::NumberColumn& values) {
    std::vector<std::uint32_t> order = values.present.rows();
    if (!order.empty() && order.back() >= ofFirst)
        std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return rows.steps()[row]; });
    series::Columns points;
    for (const std::uint32_t row : order) {
        points.steps.push_back(rows.steps()[row]);
        points.times.push_back(rows.times()[row]);
        points.values.push_back(values.values[row]);
    }
    return std::make_shared<const Series>(std::move(points));
}

}  // namespace

SeriesFormula::SeriesFormula(query::Formula formula)
    : m_formula(std::move(formula)), m_columns(m_formula.columns()) {
    for (const ColumnKey& column : m_columns) {
        if (std::ranges::find(m_metrics, column.key) == m_metrics.end())
            m_metrics.push_back(column.key);
    }
}

SeriesFormula::Computed SeriesFormula::evaluate(std::span<const History> histories,
                                                series::JoinKind join, std::stop_token stop) const {
    static const History none = std::make_shared<const Series>(series::Columns());
    const auto historyOf = [&](const ColumnKey& column) -> const Series& {
        const auto at = std::ranges::find(m_metrics, column.key) - m_metrics.begin();
        const History& history = histories[static_cast<std::size_t>(at)];
        return history != nullptr ? *history : *none;
    };
    // Reductions alone are drawn at the points of their metrics.
    const bool points = std::ranges::any_of(m_columns, hasPoints);
    std::vector<History> placing;
    for (std::size_t i = 0; i < m_metrics.size(); ++i) {
        const bool places = !points || std::ranges::any_of(m_columns, [&](const ColumnKey& column) {
            return hasPoints(column) && column.key == m_metrics[i];
        });
        if (places && histories[i] != nullptr && !histories[i]->empty())
            placing.push_back(histories[i]);
    }
    const Series rows = rowsOf(placing);
    query::Frame frame{std::vector<base::RunNo>(rows.size())};
    for (const ColumnKey& column : m_columns) {
        if (stop.stop_requested())
            break;
        const Series& history = historyOf(column);
        frame.set(column, hasPoints(column)
                              ? pointsColumn(rows, history, join)
                              : constantColumn(reduced(history, column), rows.size()));
    }
    const query::NumberColumn values = m_formula.values(frame, stop);
    Computed computed;
    computed.series = pointsOf(rows, placing.empty() ? 0 : placing.front()->size(), values);
    computed.unpaired = rows.size() - computed.series->size();
    return computed;
}

base::Result<SeriesFormula> parseSeriesFormula(std::string_view text) {
    const base::Result<query::Formula> formula = query::parseFormula(text);
    PODIUM_TRY(SeriesFormula, formula);
    const std::vector<ColumnKey> columns = formula.value().columns();
    for (const ColumnKey& column : columns) {
        if (const std::optional<base::Error> error = problemOf(text, column))
            return *error;
    }
    if (columns.empty())
        return invalid(0, text.size(), "no-metric");
    return SeriesFormula(formula.value());
}

}  // namespace podium::analysis
