// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/frameloader.h"

#include "cache/json.h"
#include "query/formula.h"
#include "session/metriccolumns.h"
#include "session/rowfinder.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

namespace podium::session {

using base::ExperimentNo;
using base::Result;
using base::RunNo;
using query::Bitmap;
using query::Column;
using query::ColumnKey;
using query::ColumnKind;

namespace {

std::vector<ColumnKey> missing(const RunTable& table, std::span<const ColumnKey> columns,
                               ColumnKind kind) {
    std::vector<ColumnKey> keys;
    for (const ColumnKey& key : columns) {
        if (key.kind == kind && !table.frame->has(key) && !std::ranges::count(keys, key))
            keys.push_back(key);
    }
    return keys;
}

/// Nothing if the dataset was logged without a context: to MLflow that is no empty one.
const std::string* datasetField(const domain::DatasetInput& input, const std::string& field) {
    if (field == "name")
        return &input.dataset.name;
    if (field == "digest")
        return &input.dataset.digest;
    return domain::find(input.tags, "mlflow.data.context");
}

Column datasetColumn(const std::vector<std::vector<domain::DatasetInput>>& inputs,
                     const std::string& field) {
    query::TextListColumn column;
    column.offsets.reserve(inputs.size() + 1);
    column.offsets.push_back(0);
    for (const std::vector<domain::DatasetInput>& row : inputs) {
        for (const domain::DatasetInput& input : row) {
            if (const std::string* text = datasetField(input, field))
                column.values.push_back(*text);
        }
        column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
    }
    return column;
}

Result<void> addTexts(cache::Reader& reader, const RunTable& table, query::Frame& frame,
                      const std::vector<ColumnKey>& keys, const std::vector<ColumnKey>& datasets,
                      const std::stop_token& stop) {
    const std::size_t rows = frame.rows();
    std::vector<std::uint32_t> numbers;
    std::deque<query::TextColumnBuilder> builders;  // in place: a builder does not move
    for (const ColumnKey& key : keys) {
        Result<std::uint32_t> number = reader.nameNumber(key.key);
        PODIUM_TRY(void, number);
        numbers.push_back(number.value());
        builders.emplace_back(rows);
    }
    // Those of one kind by their number, as a blob has them.
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return std::pair(keys[i].kind, numbers[i]); });
    std::vector<std::vector<domain::DatasetInput>> inputs(datasets.empty() ? 0 : rows);
    RowFinder finder(table);
    const auto visit = [&](RunNo run, std::string_view params, std::string_view tags,
                           std::string_view document) {
        const std::size_t row = finder.find(run);
        if (row == SIZE_MAX)
            return;
        const cache::BlobView paramView(params);
        const cache::BlobView tagView(tags);
        std::uint32_t nextParam = 0;
        std::uint32_t nextTag = 0;
        for (const std::size_t i : order) {
            if (numbers[i] == 0)
                continue;
            const auto text = keys[i].kind == ColumnKind::Param
                                  ? paramView.findNext(numbers[i], nextParam)
                                  : tagView.findNext(numbers[i], nextTag);
            if (text)
                builders[i].set(row, *text);
        }
        if (!datasets.empty() && !document.empty()) {
            domain::Run parsed;
            cache::inputsFromJson(document, parsed);
            inputs[row] = std::move(parsed.datasetInputs);
        }
    };
    for (const ExperimentNo experiment : experimentsOf(table))
        PODIUM_TRY(void, reader.texts(experiment, stop, visit));
    for (std::size_t i = 0; i < keys.size(); ++i)
        frame.set(keys[i], std::make_shared<const Column>(builders[i].take()));
    for (const ColumnKey& key : datasets)
        frame.set(key, std::make_shared<const Column>(datasetColumn(inputs, key.key)));
    return {};
}

/// The columns and all that their formulas need, but what is left for later.
std::vector<ColumnKey> neededColumns(std::span<const ColumnKey> columns, const ColumnRules& rules) {
    std::vector<ColumnKey> needed;
    for (const ColumnKey& key : columns) {
        if (!rules.withHistories && needsHistories(key))
            continue;
        if (key.kind == ColumnKind::Formula) {
            const Result<query::Formula> formula = query::parseFormula(key.key);
            if (formula.ok())
                std::ranges::copy(formula.value().columns(), std::back_inserter(needed));
        }
        needed.push_back(key);
    }
    return needed;
}

void addFormulas(query::Frame& frame, const std::vector<ColumnKey>& keys,
                 const std::stop_token& stop) {
    for (const ColumnKey& key : keys) {
        const Result<query::Formula> formula = query::parseFormula(key.key);
        query::NumberColumn values =
            formula.ok()
                ? formula.value().values(frame, stop)
                : query::NumberColumn{std::vector<double>(frame.rows()), Bitmap(frame.rows())};
        frame.set(key, std::make_shared<const Column>(std::move(values)));
    }
}

}  // namespace

bool needsHistories(const ColumnKey& column) {
    if (column.kind == ColumnKind::Metric)
        return query::needsHistory(column.reduction);
    if (column.kind != ColumnKind::Formula)
        return false;
    const Result<query::Formula> formula = query::parseFormula(column.key);
    return formula.ok() && std::ranges::any_of(formula.value().columns(), needsHistories);
}

Result<RunTable> withColumns(cache::Reader& reader, RunTable table,
                             std::span<const ColumnKey> columns, std::stop_token stop,
                             const ColumnRules& rules) {
    const std::vector<ColumnKey> needed = neededColumns(columns, rules);
    const std::vector<ColumnKey> metrics = missing(table, needed, ColumnKind::Metric);
    std::vector<ColumnKey> texts = missing(table, needed, ColumnKind::Param);
    std::ranges::copy(missing(table, needed, ColumnKind::Tag), std::back_inserter(texts));
    const std::vector<ColumnKey> datasets = missing(table, needed, ColumnKind::Dataset);
    const std::vector<ColumnKey> formulas = missing(table, needed, ColumnKind::Formula);
    if (metrics.empty() && texts.empty() && datasets.empty() && formulas.empty())
        return table;
    auto frame = std::make_shared<query::Frame>(*table.frame);
    if (!metrics.empty())
        PODIUM_TRY(RunTable, addMetrics(reader, table, *frame, metrics, rules, stop));
    if (!texts.empty() || !datasets.empty())
        PODIUM_TRY(RunTable, addTexts(reader, table, *frame, texts, datasets, stop));
    addFormulas(*frame, formulas, stop);
    table.frame = std::move(frame);
    return table;
}

}  // namespace podium::session
