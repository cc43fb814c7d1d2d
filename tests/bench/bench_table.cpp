// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"
#include "query/grouping.h"
#include "query/query.h"
#include "query/sort.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace podium::bench {

using nlohmann::json;

namespace {

query::Frame madeUpFrame(int rows) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    const auto count = static_cast<std::size_t>(rows);
    std::vector<base::RunNo> runs;
    query::NumberColumn loss{std::vector<double>(count), query::Bitmap(count)};
    query::IntegerColumn start{std::vector<std::int64_t>(count), query::Bitmap(count)};
    query::TextColumnBuilder ids(count);
    query::TextColumnBuilder optimizers(count);
    for (std::size_t row = 0; row < count; ++row) {
        runs.push_back(base::RunNo{static_cast<std::int64_t>(row) + 1});
        loss.values[row] = row % 20 == 0 ? std::nan("") : uniform(random);
        if (row % 10 != 3)
            loss.present.set(row);
        start.values[row] = static_cast<std::int64_t>(random() % 1'000'000'000);
        start.present.set(row);
        ids.set(row, std::to_string(random()));
        optimizers.set(row, "choice-" + std::to_string(random() % 500));
    }
    query::Frame frame(std::move(runs));
    const auto set = [&](const query::ColumnKey& key, query::Column column) {
        frame.set(key, std::make_shared<const query::Column>(std::move(column)));
    };
    set(query::metricColumn("loss"), std::move(loss));
    set(query::attributeColumn(query::Attribute::StartTime), std::move(start));
    set(query::attributeColumn(query::Attribute::RunId), ids.take());
    set(query::paramColumn("optimizer"), optimizers.take());
    return frame;
}

/// The bare thing: an index sorted by an array of doubles without NaN, missing values or ties.
double indexSort(int rows) {
    std::mt19937_64 random(8);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<double> values(static_cast<std::size_t>(rows));
    for (double& value : values)
        value = uniform(random);
    std::vector<std::uint32_t> index(values.size());
    std::iota(index.begin(), index.end(), 0U);
    return timed([&] {
        std::ranges::sort(index,
                          [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
    });
}

/// A fast sort of nothing would look good.
void checkOrder(const query::Frame& frame, const std::vector<std::uint32_t>& rows,
                const query::ColumnKey& key) {
    if (rows.size() != frame.rows())
        fail("rows are missing");
    const auto falls = [&](auto&& value, auto&& comparable) {
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (comparable(rows[i - 1]) && comparable(rows[i]) &&
                value(rows[i - 1]) < value(rows[i]))
                fail("the rows are not in order");
        }
    };
    const query::Column& column = *frame.column(key);
    if (const auto* numbers = std::get_if<query::NumberColumn>(&column))
        falls([&](std::uint32_t row) { return numbers->values[row]; },
              [&](std::uint32_t row) {
                  return numbers->present.test(row) && !std::isnan(numbers->values[row]);
              });
    else if (const auto* whole = std::get_if<query::IntegerColumn>(&column))
        falls([&](std::uint32_t row) { return whole->values[row]; },
              [&](std::uint32_t row) { return whole->present.test(row); });
    else if (const auto* texts = std::get_if<query::TextColumn>(&column))
        falls([&](std::uint32_t row) -> const std::string& { return texts->text(row); },
              [&](std::uint32_t row) { return texts->has(row); });
}

}  // namespace

json benchTable(const Options& options) {
    const query::Frame frame = madeUpFrame(options.runs);
    const auto sorted = [&](query::ColumnKey column) {
        const std::vector<query::OrderKey> order = {{std::move(column), true, false}};
        std::vector<std::uint32_t> rows;
        const double time =
            timed([&] { rows = query::sortRows(frame, query::allRows(frame), order); });
        checkOrder(frame, rows, order.front().column);
        return time;
    };
    Samples number;
    Samples text;
    Samples natural;
    Samples least;
    Samples unique;
    Samples grouped;
    const query::ColumnKey optimizer = query::paramColumn("optimizer");
    for (int i = 0; i < options.repetitions; ++i) {
        unique.add(sorted(query::attributeColumn(query::Attribute::RunId)));
        grouped.add(timed([&] {
            const query::Grouping groups(frame, {optimizer}, query::allRows(frame));
            if (groups.groups().size() != 500)
                fail("the groups are not those of the texts");
        }));
        least.add(indexSort(options.runs));
        number.add(sorted(query::metricColumn("loss")));
        text.add(sorted(query::paramColumn("optimizer")));
        natural.add(sorted(query::attributeColumn(query::Attribute::StartTime)));
    }
    json result = against(number, least);
    result["sort_text"] = text.json();
    result["sort_time"] = natural.json();
    result["sort_unique_text"] = unique.json();
    result["group"] = grouped.json();
    result["rows"] = options.runs;
    return result;
}

json benchSearch(const Options& options) {
    const query::Frame frame = madeUpFrame(options.runs);
    const std::string text =
        "metrics.loss < 0.4 AND params.optimizer LIKE 'choice-1%' AND start_time > 200000000";
    const auto& losses = std::get<query::NumberColumn>(*frame.column(query::metricColumn("loss")));
    Samples parse;
    Samples evaluate;
    Samples least;
    std::size_t found = 0;
    for (int i = 0; i < options.repetitions; ++i) {
        // The bare thing: one comparison of a column of doubles.
        least.add(timed([&] {
            found += static_cast<std::size_t>(
                std::ranges::count_if(losses.values, [](double value) { return value < 0.4; }));
        }));
        auto filter = query::parseFilter(text);
        parse.add(timed([&] { filter = query::parseFilter(text); }));
        if (!filter.ok())
            fail("the filter can't be read");
        evaluate.add(timed([&] { found += query::evaluate(filter.value(), frame).count(); }));
    }
    json result = against(evaluate, least);
    result["parse"] = parse.json();
    result["rows"] = options.runs;
    result["found"] = found;
    return result;
}

}  // namespace podium::bench
