// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/frameloader.h"

#include "cache/json.h"
#include "query/formula.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>

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
    query::Semantics semantics = query::Semantics::Sql;
    std::vector<RunNo> runs;
    std::vector<ExperimentNo> experiments;
    std::vector<bool> vanished;
    std::vector<std::string> parentIds;
    std::vector<std::vector<std::string>> sources;
    std::unordered_map<std::string, std::size_t> known;  // rows by id and start, for what is twice
    UniqueTexts runId, artifactUri;
    TextCollector runName, experimentId, experimentName, userId, status, lifecycle;
    IntegerCollector startTime, endTime, duration;

    /// A run that another source has shown already only adds its source there.
    void add(const cache::RunRow& row, const std::string& experiment, const std::string& source,
             bool several) {
        if (several) {
            const std::string identity =
                std::string(row.runId) + ' ' + std::to_string(row.startTime.value_or(-1));
            const auto [entry, added] = known.emplace(identity, runs.size());
            if (!added) {
                std::vector<std::string>& origins = sources[entry->second];
                if (std::ranges::find(origins, source) == origins.end()) {
                    origins.push_back(source);
                    return;
                }
            }
        }
        sources.push_back({source});
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

    [[nodiscard]] Column sourceColumn() const {
        query::TextListColumn column;
        column.offsets.push_back(0);
        for (const std::vector<std::string>& origins : sources) {
            column.values.insert(column.values.end(), origins.begin(), origins.end());
            column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
        }
        return column;
    }

    [[nodiscard]] RunTable take() {
        RunTable table;
        auto frame = std::make_shared<query::Frame>(std::move(runs));
        frame->setSemantics(semantics);
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
        set(Attribute::Source, sourceColumn());
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

double reduced(const series::Reductions& reductions, query::Reduction which,
               query::Direction direction) {
    switch (which) {
        case query::Reduction::Best:
            return direction == query::Direction::Lower ? reductions.min : reductions.max;
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
        default:
            break;
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

/// The numbers of a metric's spellings, the first that a run has counts.
using Spellings = std::vector<std::uint32_t>;

Result<Spellings> spellingsOf(cache::Reader& reader, const MetricRules& rules,
                              const std::string& metric) {
    Spellings numbers;
    for (const std::string& name : rules.spellings(metric)) {
        Result<std::uint32_t> number = reader.nameNumber(name);
        PODIUM_TRY(Spellings, number);
        if (number.value() != 0)
            numbers.push_back(number.value());
    }
    return numbers;
}

/// A metric column while it is being filled.
struct MetricColumn {
    ColumnKey key;
    Spellings spellings;
    Spellings best;  // of the metric whose best decides
    query::Direction direction = query::Direction::Unknown;
    query::Direction bestDirection = query::Direction::Unknown;
    query::NumberColumn values;

    void set(std::size_t row, double value) {
        values.values[row] = value;
        values.present.set(row);
    }
};

struct FoundMetric {
    std::uint32_t name = 0;
    std::string_view bytes;
    series::Reductions reductions;
};

std::optional<FoundMetric> findMetric(const cache::BlobView& view, const Spellings& spellings) {
    for (const std::uint32_t name : spellings) {
        if (const auto bytes = view.find(name)) {
            if (const auto reductions = cache::decodeReductions(*bytes))
                return FoundMetric{name, *bytes, *reductions};
        }
    }
    return std::nullopt;
}

/// A number that has to be read from a history, once the pass over the runs is done: a reader does
/// one thing at a time.
struct OpenQuestion {
    std::size_t column = 0;
    std::size_t row = 0;
    RunNo run;
    std::uint64_t stamp = 0;
    HistoryQuestion question;
};

series::Reach reachOf(query::Direction direction) {
    switch (direction) {
        case query::Direction::Lower:
            return series::Reach::AtMost;
        case query::Direction::Higher:
            return series::Reach::AtLeast;
        case query::Direction::Unknown:
            break;
    }
    return series::Reach::FromFirst;
}

/// Fills metric columns run by run.
class MetricFiller {
public:
    MetricFiller(cache::Reader& reader, const RunTable& table, const ColumnRules& rules)
        : m_reader(reader), m_table(table), m_rules(rules) {
        const Column* started = table.frame->column(query::attributeColumn(Attribute::StartTime));
        m_started = started != nullptr ? std::get_if<query::IntegerColumn>(started) : nullptr;
    }

    [[nodiscard]] Result<void> add(const ColumnKey& key) {
        const std::size_t rows = m_table.frame->rows();
        MetricColumn column{key, {},
                            {},  m_rules.metrics.direction(key.key),
                            {},  {std::vector<double>(rows), Bitmap(rows)}};
        Result<Spellings> spellings = spellingsOf(m_reader, m_rules.metrics, key.key);
        PODIUM_TRY(void, spellings);
        column.spellings = std::move(spellings).value();
        if (key.reduction == query::Reduction::AtBest) {
            Result<Spellings> best = spellingsOf(m_reader, m_rules.metrics, key.argument);
            PODIUM_TRY(void, best);
            column.best = std::move(best).value();
            column.bestDirection = m_rules.metrics.direction(key.argument);
        }
        m_columns.push_back(std::move(column));
        return {};
    }

    void visit(std::size_t row, RunNo run, std::string_view packed) {
        const cache::BlobView view(packed);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            visit(i, row, run, view);
    }

    [[nodiscard]] Result<void> readHistories(const std::stop_token& stop) {
        for (const OpenQuestion& open : m_open) {
            if (stop.stop_requested())
                return base::Cancelled{};
            Result<HistoryCache::Number> number = answer(m_reader, open.run, open.question);
            PODIUM_TRY(void, number);
            if (m_rules.histories)
                m_rules.histories->keep(open.question.column, open.run, open.stamp, number.value());
            if (number.value())
                m_columns[open.column].set(open.row, *number.value());
        }
        return {};
    }

    void take(query::Frame& frame) {
        for (MetricColumn& column : m_columns)
            frame.set(std::move(column.key),
                      std::make_shared<const Column>(std::move(column.values)));
    }

private:
    void visit(std::size_t i, std::size_t row, RunNo run, const cache::BlobView& view) {
        MetricColumn& column = m_columns[i];
        const query::Reduction reduction = column.key.reduction;
        const std::optional<FoundMetric> found = findMetric(view, column.spellings);
        // Of a history that was not read nothing but the latest value is known.
        if (!found || (found->reductions.count == 0 && reduction != query::Reduction::Last))
            return;
        if (query::needsHistory(reduction))
            return ask(i, row, run, view, *found);
        const bool unknown =
            reduction == query::Reduction::Best && column.direction == query::Direction::Unknown;
        if (!unknown)
            column.set(row, reduced(found->reductions, reduction, column.direction));
    }

    void ask(std::size_t i, std::size_t row, RunNo run, const cache::BlobView& view,
             const FoundMetric& found) {
        MetricColumn& column = m_columns[i];
        OpenQuestion open{
            i, row, run, 0, {column.key, found.name, {}, {}, reachOf(column.direction)}};
        if (m_started != nullptr && m_started->present.test(row))
            open.question.started = m_started->values[row];
        if (column.key.reduction == query::Reduction::AtBest) {
            const auto best = findMetric(view, column.best);
            if (!best || best->reductions.count == 0 ||
                column.bestDirection == query::Direction::Unknown)
                return;
            open.question.bestStep = column.bestDirection == query::Direction::Lower
                                         ? best->reductions.minStep
                                         : best->reductions.maxStep;
        }
        open.stamp = stampOf(open.question, found.bytes);
        const auto kept =
            m_rules.histories ? m_rules.histories->find(column.key, run, open.stamp) : std::nullopt;
        if (!kept)
            m_open.push_back(std::move(open));
        else if (*kept)
            column.set(row, **kept);
    }

    cache::Reader& m_reader;
    const RunTable& m_table;
    const ColumnRules& m_rules;
    const query::IntegerColumn* m_started = nullptr;
    std::vector<MetricColumn> m_columns;
    std::vector<OpenQuestion> m_open;
};

Result<void> addMetrics(cache::Reader& reader, const RunTable& table, query::Frame& frame,
                        const std::vector<ColumnKey>& keys, const ColumnRules& rules,
                        const std::stop_token& stop) {
    MetricFiller filler(reader, table, rules);
    for (const ColumnKey& key : keys)
        PODIUM_TRY(void, filler.add(key));
    RowFinder finder(table);
    for (const ExperimentNo experiment : experimentsOf(table)) {
        Result<void> read =
            reader.metrics(experiment, stop, [&](RunNo run, std::string_view packed) {
                const std::size_t row = finder.find(run);
                if (row != SIZE_MAX)
                    filler.visit(row, run, packed);
            });
        PODIUM_TRY(void, read);
    }
    PODIUM_TRY(void, filler.readHistories(stop));
    filler.take(frame);
    return {};
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
    Result<std::vector<cache::SourceRow>> sources = reader.sources();
    PODIUM_TRY(RunTable, sources);
    std::map<base::SourceNo, std::string> titles;
    std::set<base::SourceNo> folders;
    for (const cache::SourceRow& source : sources.value()) {
        titles[source.sourceNo] = source.title.empty() ? source.location : source.title;
        if (source.kind == "filestore")
            folders.insert(source.sourceNo);
    }
    const bool several = std::ranges::any_of(ordered, [&](const cache::ExperimentRow& row) {
        return row.sourceNo != ordered.front().sourceNo;
    });
    AttributeColumns columns;
    const bool files = std::ranges::all_of(
        ordered, [&](const cache::ExperimentRow& row) { return folders.contains(row.sourceNo); });
    columns.semantics = files ? query::Semantics::Files : query::Semantics::Sql;
    for (const cache::ExperimentRow& experiment : ordered) {
        const std::string& title = titles[experiment.sourceNo];
        Result<void> read =
            reader.runs(experiment.experimentNo, stop, [&](const cache::RunRow& row) {
                if (wanted(row, viewType, withVanished))
                    columns.add(row, experiment.experiment.name, title, several);
            });
        PODIUM_TRY(RunTable, read);
    }
    return columns.take();
}

namespace {

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
