// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/correlation.h"

#include "analysis/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace podium::analysis {

namespace {

using Column = std::span<const double>;
using Order = std::vector<std::uint32_t>;

/// Of finite values, in pairs. What is worth less than rounding in a column is no spread.
Correlation ofPairs(Column x, Column y) {
    Correlation result{x.size(), NaN, NaN};
    if (x.size() < 2)
        return result;
    const double xScale = scaleOf(x);
    const double yScale = scaleOf(y);
    const auto n = static_cast<double>(x.size());
    double xMean = 0;
    double yMean = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xMean += x[i] / xScale;
        yMean += y[i] / yScale;
    }
    xMean /= n;
    yMean /= n;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] / xScale - xMean;
        const double dy = y[i] / yScale - yMean;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    const double least = n * 1e-28;
    if (xx <= least * xMean * xMean || yy <= least * yMean * yMean)
        return result;
    const double r = std::clamp(xy / std::sqrt(xx) / std::sqrt(yy), -1.0, 1.0);
    result.value = r;
    if (x.size() < 3)
        return result;
    const double freedom = n - 2;
    const double rest = (1 - r) * (1 + r);
    result.p =
        rest <= 0 ? 0 : 2 * series::studentCdf(-std::abs(r) * std::sqrt(freedom / rest), freedom);
    return result;
}

/// Positions by value, without NaN.
Order orderOf(Column values) {
    Order order;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return values[a] < values[b] || (values[a] == values[b] && a < b);
    });
    return order;
}

/// The mean rank of each value whose partner is there, at its position; from its column's order, so
/// that nothing is sorted for each pair of columns.
void rank(Column values, const Order& order, Column partner, std::vector<double>& ranks) {
    std::size_t before = 0;
    Order equal;
    const auto close = [&] {
        const double mean = static_cast<double>(before) + static_cast<double>(equal.size() + 1) / 2;
        for (const std::uint32_t position : equal)
            ranks[position] = mean;
        before += equal.size();
        equal.clear();
    };
    for (const std::uint32_t position : order) {
        if (std::isnan(partner[position]))
            continue;
        if (!equal.empty() && values[equal.front()] != values[position])
            close();
        equal.push_back(position);
    }
    close();
}

Correlation ofRanks(Column x, const Order& xOrder, Column y, const Order& yOrder) {
    std::vector<double> xRanks(x.size(), NaN);
    std::vector<double> yRanks(y.size(), NaN);
    rank(x, xOrder, y, xRanks);
    rank(y, yOrder, x, yRanks);
    std::erase_if(xRanks, [](double value) { return std::isnan(value); });
    std::erase_if(yRanks, [](double value) { return std::isnan(value); });
    return ofPairs(xRanks, yRanks);
}

}  // namespace

Correlation pearson(Column x, Column y) {
    std::vector<double> left;
    std::vector<double> right;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            left.push_back(x[i]);
            right.push_back(y[i]);
        }
    }
    return ofPairs(left, right);
}

Correlation spearman(Column x, Column y) {
    return ofRanks(x, orderOf(x), y, orderOf(y));
}

CorrelationMatrix correlationMatrix(std::span<const Column> columns, CorrelationKind kind,
                                    std::stop_token stop) {
    CorrelationMatrix matrix{columns.size(), {}};
    matrix.cells.resize(columns.size() * columns.size());
    std::vector<Order> orders;
    if (kind == CorrelationKind::Spearman) {
        for (const Column& column : columns)
            orders.push_back(orderOf(column));
    }
    for (std::size_t row = 0; row < columns.size(); ++row) {
        for (std::size_t column = row; column < columns.size(); ++column) {
            if (stop.stop_requested())
                return matrix;
            const Correlation cell =
                kind == CorrelationKind::Pearson
                    ? pearson(columns[row], columns[column])
                    : ofRanks(columns[row], orders[row], columns[column], orders[column]);
            matrix.cells[row * columns.size() + column] = cell;
            matrix.cells[column * columns.size() + row] = cell;
        }
    }
    return matrix;
}

CorrelationRatio correlationRatio(std::span<const Category> categories, Column values) {
    std::vector<double> numbers;
    std::vector<Category> codes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (categories[i] != NoCategory && std::isfinite(values[i])) {
            numbers.push_back(values[i]);
            codes.push_back(categories[i]);
        }
    }
    CorrelationRatio result{numbers.size(), 0, NaN, NaN};
    const double scale = scaleOf(numbers);
    const Category most = codes.empty() ? 0 : *std::max_element(codes.begin(), codes.end());
    std::vector<double> sums(most + std::size_t{1}, 0.0);
    std::vector<double> counts(sums.size(), 0.0);
    double mean = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] /= scale;
        sums[codes[i]] += numbers[i];
        counts[codes[i]] += 1;
        mean += numbers[i];
    }
    const auto n = static_cast<double>(numbers.size());
    mean /= n;
    double between = 0;
    for (std::size_t code = 0; code < sums.size(); ++code) {
        if (counts[code] == 0)
            continue;
        ++result.groups;
        sums[code] /= counts[code];
        between += counts[code] * (sums[code] - mean) * (sums[code] - mean);
    }
    double within = 0;
    double whole = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        within += (numbers[i] - sums[codes[i]]) * (numbers[i] - sums[codes[i]]);
        whole += (numbers[i] - mean) * (numbers[i] - mean);
    }
    if (result.groups < 2 || whole <= n * 1e-28 * mean * mean)
        return result;
    result.eta = std::sqrt(std::clamp(between / whole, 0.0, 1.0));
    const auto groups = static_cast<double>(result.groups);
    if (result.groups < result.n) {
        result.p = within <= 0 ? 0
                               : fisherAbove(between / (groups - 1) / (within / (n - groups)),
                                             groups - 1, n - groups);
    }
    return result;
}

double fisherAbove(double f, double a, double b) {
    if (!(f > 0))
        return 1;
    return series::incompleteBeta(b / 2, a / 2, b / (b + a * f));
}

}  // namespace podium::analysis
