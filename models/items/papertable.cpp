// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/papertable.h"

#include "items/cell.h"
#include "items/direction.h"
#include "series/significance.h"
#include "series/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace podium::items {

using query::ColumnKey;

namespace {

constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();

std::vector<ColumnKey> shownColumns(const PaperOptions& options) {
    std::vector<ColumnKey> columns = options.groupBy;
    if (columns.empty())
        columns.push_back(query::attributeColumn(query::Attribute::RunName));
    for (const ColumnKey& key : options.columns) {
        if (std::ranges::find(columns, key) == columns.end())
            columns.push_back(key);
    }
    return columns;
}

std::vector<PaperLine> groupedLines(const query::Frame& frame, std::span<const std::uint32_t> rows,
                                    const std::vector<ColumnKey>& groupBy) {
    std::vector<PaperLine> lines;
    std::map<std::vector<std::pair<bool, std::string>>, std::size_t> known;
    for (const std::uint32_t row : rows) {
        std::vector<std::pair<bool, std::string>> group;
        for (const ColumnKey& key : groupBy) {
            const Cell cell = cellAt(frame.column(key), row);
            group.emplace_back(!cell.missing(), plainText(key, cell));
        }
        const auto [at, isNew] =
            groupBy.empty() ? std::pair{known.end(), true} : known.emplace(group, lines.size());
        if (isNew)
            lines.emplace_back().rows.push_back(row);
        else
            lines[at->second].rows.push_back(row);
    }
    return lines;
}

std::vector<double> values(const query::Column* column, const std::vector<std::uint32_t>& rows) {
    std::vector<double> found;
    for (const std::uint32_t row : rows) {
        const Cell cell = cellAt(column, row);
        if (cell.kind == Cell::Kind::Number)
            found.push_back(cell.number);
    }
    return found;
}

PaperCell metricCell(const std::vector<double>& numbers, PaperError kind) {
    PaperCell cell;
    cell.metric = true;
    cell.count = numbers.size();
    const bool finite = std::ranges::all_of(numbers, [](double v) { return std::isfinite(v); });
    const series::Sample sample = series::sampleOf(numbers);
    // One infinity is what it is; in a mean it leaves nothing to say.
    if (numbers.size() == 1)
        cell.mean = numbers.front();
    else
        cell.mean = finite && !numbers.empty() ? sample.mean : Nothing;
    cell.error = finite ? sample.deviation : Nothing;
    if (kind == PaperError::StandardError)
        cell.error /= std::sqrt(static_cast<double>(numbers.size()));
    return cell;
}

/// The text that all rows have; "" where they differ.
PaperCell textCell(const ColumnKey& key, const query::Column* column,
                   const std::vector<std::uint32_t>& rows) {
    PaperCell cell;
    cell.text = plainText(key, cellAt(column, rows.front()));
    cell.count = rows.size();
    for (const std::uint32_t row : rows) {
        if (plainText(key, cellAt(column, row)) != cell.text)
            cell.text.clear();
    }
    return cell;
}

/// Values of two lines by seed, where every seed occurs once in each and in both; empty otherwise.
std::pair<std::vector<double>, std::vector<double>> pairs(const query::Frame& frame,
                                                          const query::Column* column,
                                                          const ColumnKey& seed, const PaperLine& a,
                                                          const PaperLine& b) {
    const auto bySeed = [&](const PaperLine& line) {
        std::map<std::string, double> found;
        for (const std::uint32_t row : line.rows) {
            const Cell value = cellAt(column, row);
            const Cell name = cellAt(frame.column(seed), row);
            if (value.kind != Cell::Kind::Number || name.missing() ||
                !found.emplace(plainText(seed, name), value.number).second)
                return std::map<std::string, double>();
        }
        return found;
    };
    const std::map<std::string, double> first = bySeed(a);
    const std::map<std::string, double> second = bySeed(b);
    std::pair<std::vector<double>, std::vector<double>> both;
    const bool same = std::ranges::equal(
        first, second, {}, [](const auto& e) { return e.first; },
        [](const auto& e) { return e.first; });
    if (!same)
        return both;
    for (const auto& [name, value] : first) {
        both.first.push_back(value);
        both.second.push_back(second.at(name));
    }
    return both;
}

void markBest(const query::Frame& frame, PaperTable& table, std::size_t column,
              const PaperOptions& options) {
    const Direction direction = columnDirection(table.columns[column]);
    table.tests[column].p = Nothing;
    if (direction == Direction::Unknown)
        return;
    std::vector<std::size_t> ranked;
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        if (std::isfinite(table.lines[i].cells[column].mean) &&
            table.lines[i].cells[column].count > 0)
            ranked.push_back(i);
    }
    std::ranges::stable_sort(ranked, [&](std::size_t a, std::size_t b) {
        const double left = table.lines[a].cells[column].mean;
        const double right = table.lines[b].cells[column].mean;
        return direction == Direction::Lower ? left < right : left > right;
    });
    if (ranked.size() < 2)
        return;
    const double top = table.lines[ranked.front()].cells[column].mean;
    if (top == table.lines[ranked.back()].cells[column].mean)
        return;  // nothing stands out
    for (const std::size_t i : ranked)
        table.lines[i].cells[column].best = table.lines[i].cells[column].mean == top;
    const PaperLine& best = table.lines[ranked[0]];
    const PaperLine& second = table.lines[ranked[1]];
    const query::Column* data = frame.column(table.columns[column]);
    PaperTest& test = table.tests[column];
    if (options.seed) {
        const auto [a, b] = pairs(frame, data, *options.seed, best, second);
        if (a.size() >= 2) {
            test = {true, series::pairedTest(a, b).p};
        }
    }
    if (!test.paired)
        test.p = series::welchTest(values(data, best.rows), values(data, second.rows)).p;
    table.lines[ranked[0]].cells[column].significant = test.p < options.alpha;
}

}  // namespace

PaperTable paperTable(const query::Frame& frame, std::span<const std::uint32_t> rows,
                      const PaperOptions& options) {
    PaperTable table;
    table.columns = shownColumns(options);
    table.lines = groupedLines(frame, rows, options.groupBy);
    table.tests.resize(table.columns.size());
    table.grouped = !options.groupBy.empty();
    for (const ColumnKey& key : table.columns) {
        const query::Column* column = frame.column(key);
        for (PaperLine& line : table.lines) {
            line.cells.push_back(isMeasured(key)
                                     ? metricCell(values(column, line.rows), options.error)
                                     : textCell(key, column, line.rows));
        }
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        markBest(frame, table, i, options);
    return table;
}

std::optional<std::string> seedParam(std::span<const std::string> params) {
    constexpr std::array<std::string_view, 10> Names = {
        "seed",      "random_seed", "random_state", "rng_seed",    "manual_seed",
        "rand_seed", "torch_seed",  "np_seed",      "global_seed", "fold"};
    for (const std::string_view name : Names) {
        for (const std::string& param : params) {
            std::string last = param.substr(param.find_last_of("/.") + 1);
            std::ranges::replace(last, '-', '_');
            std::ranges::transform(last, last.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
            if (last == name)
                return param;
        }
    }
    return std::nullopt;
}

}  // namespace podium::items
