// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/frameloader.h"

#include "cache/json.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace podium::session {

using base::ExperimentNo;
using base::Result;
using base::RunNo;
using query::Attribute;
using query::Bitmap;
using query::Column;
using query::ColumnKey;
using query::ColumnKind;

namespace {

bool wanted(const cache::RunRow& row, ViewType viewType, bool withVanished) {
    if (row.vanished && !withVanished)
        return false;
    return viewType == ViewType::All || row.deleted == (viewType == ViewType::DeletedOnly);
}

/// Texts that grow row by row; few or many different ones.
class TextCollector {
public:
    void add(std::string_view text) { m_builder.append(text); }
    [[nodiscard]] Column take() { return m_builder.take(); }

private:
    query::TextColumnBuilder m_builder{0};
};

/// Every row's text is its own: the dictionary is the column, without a look-up for each.
class UniqueTexts {
public:
    void add(std::string_view text) {
        m_column.dictionary.emplace_back(text);
        m_column.codes.push_back(static_cast<std::uint32_t>(m_column.dictionary.size()));
    }
    [[nodiscard]] Column take() { return std::move(m_column); }

private:
    query::TextColumn m_column;
};

class IntegerCollector {
public:
    void add(const domain::OptionalMillis& value) { m_values.push_back(value); }
    [[nodiscard]] Column take() const {
        query::IntegerColumn column;
        column.values.resize(m_values.size());
        column.present = Bitmap(m_values.size());
        for (std::size_t row = 0; row < m_values.size(); ++row) {
            if (!m_values[row])
                continue;
            column.values[row] = *m_values[row];
            column.present.set(row);
        }
        return column;
    }

private:
    std::vector<domain::OptionalMillis> m_values;
};

/// The attribute columns while they are being read.
struct AttributeColumns {
    std::vector<RunNo> runs;
    std::vector<ExperimentNo> experiments;
    std::vector<bool> vanished;
    std::vector<std::string> parentIds;
    UniqueTexts runId, artifactUri;
    TextCollector runName, experimentId, experimentName, userId, status, lifecycle;
    IntegerCollector startTime, endTime, duration;

    void add(const cache::RunRow& row, const std::string& experiment) {
        runs.push_back(row.runNo);
        experiments.push_back(row.experimentNo);
        vanished.push_back(row.vanished);
        parentIds.emplace_back(row.parentId);
        runId.add(row.runId);
        runName.add(row.runName);
        experimentId.add(row.experimentId);
        experimentName.add(experiment);
        userId.add(row.userId);
        status.add(domain::statusName(row.status));
        lifecycle.add(row.deleted ? "deleted" : "active");
        artifactUri.add(row.artifactUri);
        startTime.add(row.startTime);
        endTime.add(row.endTime);
        duration.add(row.startTime && row.endTime
                         ? domain::OptionalMillis(*row.endTime - *row.startTime)
                         : std::nullopt);
    }

    [[nodiscard]] RunTable take() {
        RunTable table;
        auto frame = std::make_shared<query::Frame>(std::move(runs));
        const auto set = [&](Attribute attribute, Column column) {
            frame->set(query::attributeColumn(attribute),
                       std::make_shared<const Column>(std::move(column)));
        };
        set(Attribute::RunId, runId.take());
        set(Attribute::RunName, runName.take());
        set(Attribute::ExperimentId, experimentId.take());
        set(Attribute::ExperimentName, experimentName.take());
        set(Attribute::UserId, userId.take());
        set(Attribute::Status, status.take());
        set(Attribute::Lifecycle, lifecycle.take());
        set(Attribute::ArtifactUri, artifactUri.take());
        set(Attribute::StartTime, startTime.take());
        set(Attribute::EndTime, endTime.take());
        set(Attribute::Duration, duration.take());
        table.vanished = Bitmap(vanished.size());
        for (std::size_t row = 0; row < vanished.size(); ++row) {
            if (vanished[row])
                table.vanished.set(row);
        }
        table.experiments = std::move(experiments);
        query::TextColumnBuilder parents(parentIds.size());
        for (std::size_t row = 0; row < parentIds.size(); ++row) {
            if (!parentIds[row].empty())
                parents.set(row, parentIds[row]);
        }
        frame->set(query::parentColumn(), std::make_shared<const Column>(parents.take()));
        table.nesting = query::Nesting(*frame);
        table.frame = std::move(frame);
        return table;
    }
};

/// Rows of a frame by run number: those of one experiment are ascending and lie together.
class RowFinder {
public:
    explicit RowFinder(const RunTable& table) : m_runs(table.frame->runs()) {}

    /// The row of a run, or SIZE_MAX. Runs are asked for in the order of the table, which makes it
    /// one step each.
    [[nodiscard]] std::size_t find(RunNo run) {
        if (m_next < m_runs.size() && m_runs[m_next] == run)
            return m_next++;
        const auto it = std::ranges::find_if(
            m_runs.begin() + static_cast<std::ptrdiff_t>(std::min(m_next, m_runs.size())),
            m_runs.end(), [run](RunNo other) { return other >= run; });
        if (it == m_runs.end() || *it != run)
            return SIZE_MAX;
        m_next = static_cast<std::size_t>(it - m_runs.begin()) + 1;
        return m_next - 1;
    }

private:
    const std::vector<RunNo>& m_runs;
    std::size_t m_next = 0;
};

double reduced(const series::Reductions& reductions, query::Reduction which) {
    switch (which) {
        case query::Reduction::Last:
            return reductions.last.value;
        case query::Reduction::Min:
            return reductions.min;
        case query::Reduction::Max:
            return reductions.max;
        case query::Reduction::Mean:
            return reductions.mean;
        case query::Reduction::First:
            return reductions.first;
        case query::Reduction::Count:
            return static_cast<double>(reductions.count);
    }
    return std::nan("");
}

std::vector<ExperimentNo> experimentsOf(const RunTable& table) {
    std::vector<ExperimentNo> list;
    for (const ExperimentNo experiment : table.experiments) {
        if (list.empty() || list.back() != experiment)
            list.push_back(experiment);
    }
    return list;
}

std::vector<ColumnKey> missing(const RunTable& table, std::span<const ColumnKey> columns,
                               ColumnKind kind) {
    std::vector<ColumnKey> keys;
    for (const ColumnKey& key : columns) {
        if (key.kind == kind && !table.frame->has(key) && !std::ranges::count(keys, key))
            keys.push_back(key);
    }
    return keys;
}

Result<void> addMetrics(cache::Reader& reader, const RunTable& table, query::Frame& frame,
                        const std::vector<ColumnKey>& keys, const std::stop_token& stop) {
    const std::size_t rows = frame.rows();
    std::vector<std::uint32_t> numbers;
    std::vector<query::NumberColumn> columns;
    for (const ColumnKey& key : keys) {
        Result<std::uint32_t> number = reader.nameNumber(key.key);
        PODIUM_TRY(void, number);
        numbers.push_back(number.value());
        columns.push_back({std::vector<double>(rows), Bitmap(rows)});
    }
    RowFinder finder(table);
    for (const ExperimentNo experiment : experimentsOf(table)) {
        Result<void> read =
            reader.metrics(experiment, stop, [&](RunNo run, std::string_view packed) {
                const std::size_t row = finder.find(run);
                if (row == SIZE_MAX)
                    return;
                const cache::BlobView view(packed);
                for (std::size_t i = 0; i < keys.size(); ++i) {
                    const auto bytes = numbers[i] != 0 ? view.find(numbers[i]) : std::nullopt;
                    const auto reductions = bytes ? cache::decodeReductions(*bytes) : std::nullopt;
                    // Of a history that was not read nothing but the latest value is known.
                    if (!reductions ||
                        (reductions->count == 0 && keys[i].reduction != query::Reduction::Last))
                        continue;
                    columns[i].values[row] = reduced(*reductions, keys[i].reduction);
                    columns[i].present.set(row);
                }
            });
        PODIUM_TRY(void, read);
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
        frame.set(keys[i], std::make_shared<const Column>(std::move(columns[i])));
    return {};
}

const std::string& datasetField(const domain::DatasetInput& input, const std::string& field) {
    static const std::string none;
    if (field == "name")
        return input.dataset.name;
    if (field == "digest")
        return input.dataset.digest;
    const std::string* context = domain::find(input.tags, "mlflow.data.context");
    return context != nullptr ? *context : none;
}

Column datasetColumn(const std::vector<std::vector<domain::DatasetInput>>& inputs,
                     const std::string& field) {
    query::TextListColumn column;
    column.offsets.reserve(inputs.size() + 1);
    column.offsets.push_back(0);
    for (const std::vector<domain::DatasetInput>& row : inputs) {
        for (const domain::DatasetInput& input : row)
            column.values.push_back(datasetField(input, field));
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
    std::vector<std::vector<domain::DatasetInput>> inputs(datasets.empty() ? 0 : rows);
    RowFinder finder(table);
    const auto visit = [&](RunNo run, std::string_view params, std::string_view tags,
                           std::string_view document) {
        const std::size_t row = finder.find(run);
        if (row == SIZE_MAX)
            return;
        const cache::BlobView paramView(params);
        const cache::BlobView tagView(tags);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const cache::BlobView& view = keys[i].kind == ColumnKind::Param ? paramView : tagView;
            const auto text = numbers[i] != 0 ? view.find(numbers[i]) : std::nullopt;
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

}  // namespace

Result<RunTable> loadRuns(cache::Reader& reader, std::span<const cache::ExperimentRow> experiments,
                          ViewType viewType, bool withVanished, std::stop_token stop) {
    std::vector<cache::ExperimentRow> ordered(experiments.begin(), experiments.end());
    std::ranges::sort(ordered, {}, &cache::ExperimentRow::experimentNo);
    AttributeColumns columns;
    for (const cache::ExperimentRow& experiment : ordered) {
        Result<void> read =
            reader.runs(experiment.experimentNo, stop, [&](const cache::RunRow& row) {
                if (wanted(row, viewType, withVanished))
                    columns.add(row, experiment.experiment.name);
            });
        PODIUM_TRY(RunTable, read);
    }
    return columns.take();
}

Result<RunTable> withColumns(cache::Reader& reader, RunTable table,
                             std::span<const ColumnKey> columns, std::stop_token stop) {
    const std::vector<ColumnKey> metrics = missing(table, columns, ColumnKind::Metric);
    std::vector<ColumnKey> texts = missing(table, columns, ColumnKind::Param);
    std::ranges::copy(missing(table, columns, ColumnKind::Tag), std::back_inserter(texts));
    const std::vector<ColumnKey> datasets = missing(table, columns, ColumnKind::Dataset);
    if (metrics.empty() && texts.empty() && datasets.empty())
        return table;
    auto frame = std::make_shared<query::Frame>(*table.frame);
    if (!metrics.empty())
        PODIUM_TRY(RunTable, addMetrics(reader, table, *frame, metrics, stop));
    if (!texts.empty() || !datasets.empty())
        PODIUM_TRY(RunTable, addTexts(reader, table, *frame, texts, datasets, stop));
    table.frame = std::move(frame);
    return table;
}

}  // namespace podium::session
