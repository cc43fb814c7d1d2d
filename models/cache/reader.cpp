// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/reader.h"

#include "cache/json.h"

#include <algorithm>

namespace podium::cache {

using base::ExperimentNo;
using base::Result;
using base::RunNo;
using base::SourceNo;
using sql::Statement;

namespace {

constexpr std::string_view ReaderPragmas =
    "PRAGMA busy_timeout = 5000;"
    "PRAGMA query_only = ON;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -32000;"
    "PRAGMA mmap_size = 2147418112;";

constexpr std::string_view RunColumns =
    "run_no, experiment_no, run_id, experiment_id, run_name, user_id, status, deleted, "
    "start_time, end_time, artifact_uri, parent_id, vanished_at IS NOT NULL, folder";

constexpr std::string_view SourceColumns =
    "SELECT source_no, kind, location, root, title, synced_at, "
    "(SELECT count(*) FROM problem WHERE problem.source_no = source.source_no), settings, offline "
    "FROM source ";

domain::OptionalMillis millis(const Statement& row, int column) {
    if (row.isNull(column))
        return std::nullopt;
    return row.integer(column);
}

domain::RunStatus status(std::int64_t number) {
    return number >= 1 && number <= 5 ? static_cast<domain::RunStatus>(number)
                                      : domain::RunStatus::Unknown;
}

RunRow runRow(const Statement& row) {
    return {RunNo{row.integer(0)},
            ExperimentNo{row.integer(1)},
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            status(row.integer(6)),
            row.integer(7) != 0,
            millis(row, 8),
            millis(row, 9),
            row.text(10),
            row.text(11),
            row.integer(12) != 0};
}

SourceRow sourceRow(const Statement& row) {
    return {SourceNo{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2)),
            std::string(row.text(3)), std::string(row.text(4)), millis(row, 5),
            row.integer(6),           std::string(row.text(7)), row.integer(8) != 0};
}

/// Runs a query to its end; `visit` is called for each row. Ends with Cancelled if stop is
/// requested.
template <typename Visit>
Result<void> each(Statement& row, const std::stop_token& stop, Visit visit) {
    std::uint32_t seen = 0;
    while (true) {
        Result<bool> stepped = row.step();
        PODIUM_TRY(void, stepped);
        if (!stepped.value())
            return {};
        if ((++seen % 1024) == 0 && stop.stop_requested())
            return base::Cancelled{};
        visit(row);
    }
}

void bindRange(Statement& statement, ExperimentNo experiment) {
    statement.bind(1, experiment.value << 32).bind(2, (experiment.value << 32) + 0xFFFFFFFF);
}

}  // namespace

Result<Reader> Reader::open(const std::filesystem::path& file,
                            std::shared_ptr<HistoryConnections> histories) {
    Result<sql::Database> database = sql::Database::open(file, sql::OpenMode::ReadWrite);
    PODIUM_TRY(Reader, database);
    PODIUM_TRY(Reader, database.value().execute(ReaderPragmas));
    return Reader(std::move(database).value(), std::move(histories));
}

Result<std::vector<SourceRow>> Reader::sources() {
    using Rows = std::vector<SourceRow>;
    Result<Statement> query =
        m_database.prepare(std::string(SourceColumns) + "ORDER BY source_no", "sources");
    PODIUM_TRY(Rows, query);
    Rows rows;
    PODIUM_TRY(Rows, each(query.value(), {},
                          [&](const Statement& row) { rows.push_back(sourceRow(row)); }));
    return rows;
}

Result<std::optional<SourceRow>> Reader::sourceAt(std::string_view location) {
    using Row = std::optional<SourceRow>;
    Result<Statement> query =
        m_database.prepare(std::string(SourceColumns) + "WHERE location = ?", "source at");
    PODIUM_TRY(Row, query);
    query.value().bind(1, location);
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(Row, stepped);
    if (!stepped.value())
        return Row();
    return Row(sourceRow(query.value()));
}

Result<std::vector<ExperimentRow>> Reader::experiments(SourceNo source) {
    using Rows = std::vector<ExperimentRow>;
    Result<Statement> query = m_database.prepare(
        "SELECT experiment_no, experiment_id, name, deleted, artifact_location, creation_time, "
        "last_update_time, tags, folder, vanished_at IS NOT NULL, "
        "(SELECT count(*) FROM run WHERE run_no BETWEEN (experiment.experiment_no << 32) "
        "AND (experiment.experiment_no << 32) + 4294967295 AND NOT run.deleted "
        "AND run.vanished_at IS NULL), cut "
        "FROM experiment WHERE source_no = ? ORDER BY experiment_id",
        "experiments");
    PODIUM_TRY(Rows, query);
    query.value().bind(1, source.value);
    Rows rows;
    PODIUM_TRY(Rows, each(query.value(), {}, [&](const Statement& row) {
                   ExperimentRow entry;
                   entry.experimentNo = ExperimentNo{row.integer(0)};
                   entry.sourceNo = source;
                   entry.experiment = {
                       std::string(row.text(1)),
                       std::string(row.text(2)),
                       row.integer(3) != 0 ? domain::Lifecycle::Deleted : domain::Lifecycle::Active,
                       std::string(row.text(4)),
                       millis(row, 5),
                       millis(row, 6),
                       tagsFromJson(row.text(7)),
                       std::string(row.text(8))};
                   entry.vanished = row.integer(9) != 0;
                   entry.runs = row.integer(10);
                   entry.cut = millis(row, 11);
                   rows.push_back(std::move(entry));
               }));
    return rows;
}

Result<void> Reader::runs(ExperimentNo experiment, std::stop_token stop,
                          const std::function<void(const RunRow&)>& visit) {
    Result<Statement> query =
        m_database.prepare("SELECT " + std::string(RunColumns) +
                               " FROM run WHERE run_no BETWEEN ? AND ? ORDER BY run_no",
                           "runs");
    PODIUM_TRY(void, query);
    bindRange(query.value(), experiment);
    return each(query.value(), stop, [&](const Statement& row) { visit(runRow(row)); });
}

Result<void> Reader::metrics(ExperimentNo experiment, std::stop_token stop,
                             const std::function<void(RunNo, std::string_view)>& visit) {
    Result<Statement> query = m_database.prepare(
        "SELECT run_no, packed FROM run_metrics WHERE run_no BETWEEN ? AND ? ORDER BY run_no",
        "metrics");
    PODIUM_TRY(void, query);
    bindRange(query.value(), experiment);
    return each(query.value(), stop,
                [&](const Statement& row) { visit(RunNo{row.integer(0)}, row.blob(1)); });
}

Result<void> Reader::texts(
    ExperimentNo experiment, std::stop_token stop,
    const std::function<void(RunNo, std::string_view, std::string_view, std::string_view)>& visit) {
    Result<Statement> query = m_database.prepare(
        "SELECT run_no, params, tags, inputs FROM run_texts WHERE run_no BETWEEN ? AND ? "
        "ORDER BY run_no",
        "texts");
    PODIUM_TRY(void, query);
    bindRange(query.value(), experiment);
    return each(query.value(), stop, [&](const Statement& row) {
        visit(RunNo{row.integer(0)}, row.blob(1), row.blob(2), row.text(3));
    });
}

Result<std::vector<std::pair<std::string, std::string>>> Reader::runningRuns(SourceNo source) {
    using Runs = std::vector<std::pair<std::string, std::string>>;
    Result<Statement> query = m_database.prepare(
        "SELECT run.run_id, run.folder FROM experiment CROSS JOIN run USING (experiment_no) "
        "WHERE experiment.source_no = ? AND run.status = 1 AND run.vanished_at IS NULL "
        "AND NOT run.deleted ORDER BY run.start_time DESC",
        "running runs");
    PODIUM_TRY(Runs, query);
    query.value().bind(1, source.value);
    Runs runs;
    PODIUM_TRY(Runs, each(query.value(), {}, [&](const Statement& row) {
                   runs.emplace_back(row.text(0), row.text(1));
               }));
    return runs;
}

Result<std::vector<NameRow>> Reader::names(std::span<const ExperimentNo> experiments,
                                           NameKind kind) {
    using Names = std::vector<NameRow>;
    Result<Statement> query = m_database.prepare(
        "SELECT name.name_no, name.name FROM experiment_name JOIN name USING (name_no) "
        "WHERE experiment_no = ? AND kind = ? ORDER BY name.name",
        "names");
    PODIUM_TRY(Names, query);
    Names names;
    for (const ExperimentNo experiment : experiments) {
        query.value().bind(1, experiment.value).bind(2, static_cast<std::int64_t>(kind));
        PODIUM_TRY(Names, each(query.value(), {}, [&](const Statement& row) {
                       names.push_back(
                           {static_cast<std::uint32_t>(row.integer(0)), std::string(row.text(1))});
                   }));
        query.value().reset();
    }
    std::ranges::sort(names, {}, &NameRow::name);
    const auto doubles = std::ranges::unique(names, {}, &NameRow::name);
    names.erase(doubles.begin(), doubles.end());
    return names;
}

Result<std::uint32_t> Reader::nameNumber(std::string_view name) {
    Result<Statement> query =
        m_database.prepare("SELECT name_no FROM name WHERE name = ?", "name number");
    PODIUM_TRY(std::uint32_t, query);
    query.value().bind(1, name);
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(std::uint32_t, stepped);
    return stepped.value() ? static_cast<std::uint32_t>(query.value().integer(0)) : 0U;
}

Result<std::string> Reader::nameText(std::uint32_t number) {
    Result<Statement> query =
        m_database.prepare("SELECT name FROM name WHERE name_no = ?", "name text");
    PODIUM_TRY(std::string, query);
    query.value().bind(1, std::int64_t{number});
    Result<bool> stepped = query.value().step();
    PODIUM_TRY(std::string, stepped);
    return std::string(stepped.value() ? query.value().text(0) : std::string_view());
}

Result<std::vector<std::string>> Reader::nameList(std::span<const std::uint32_t> numbers) {
    using Names = std::vector<std::string>;
    Names names;
    Result<Statement> query =
        m_database.prepare("SELECT name FROM name WHERE name_no = ?", "name list");
    PODIUM_TRY(Names, query);
    for (const std::uint32_t number : numbers) {
        query.value().bind(1, std::int64_t{number});
        Result<bool> stepped = query.value().step();
        PODIUM_TRY(Names, stepped);
        names.emplace_back(stepped.value() ? query.value().text(0) : std::string_view());
        query.value().reset();
    }
    return names;
}

Result<std::vector<RunNo>> Reader::findRun(SourceNo source, std::string_view runId) {
    using Runs = std::vector<RunNo>;
    Result<Statement> query = m_database.prepare(
        "SELECT run_no FROM experiment JOIN run USING (experiment_no) "
        "WHERE source_no = ? AND run_id = ? ORDER BY run_no",
        "find run");
    PODIUM_TRY(Runs, query);
    query.value().bind(1, source.value).bind(2, runId);
    Runs runs;
    PODIUM_TRY(Runs, each(query.value(), {},
                          [&](const Statement& row) { runs.push_back(RunNo{row.integer(0)}); }));
    return runs;
}

Result<std::optional<RunDetails>> Reader::run(RunNo runNo) {
    using Details = std::optional<RunDetails>;
    Result<Statement> query = m_database.prepare(
        "SELECT " + std::string(RunColumns) +
            ", (SELECT name FROM experiment e WHERE e.experiment_no = run.experiment_no), "
            "(SELECT source_no FROM experiment e WHERE e.experiment_no = run.experiment_no), "
            "(SELECT root FROM source WHERE source_no = (SELECT source_no FROM experiment e "
            "WHERE e.experiment_no = run.experiment_no)) FROM run WHERE run_no = ?",
        "run");
    PODIUM_TRY(Details, query);
    Statement& row = query.value().bind(1, runNo.value);
    Result<bool> stepped = row.step();
    PODIUM_TRY(Details, stepped);
    if (!stepped.value())
        return Details();
    const RunRow attributes = runRow(row);
    RunDetails details;
    details.runNo = runNo;
    details.vanished = attributes.vanished;
    details.experimentName = row.text(14);
    details.sourceNo = SourceNo{row.integer(15)};
    details.sourceRoot = row.text(16);
    domain::Run& run = details.run;
    run.runId = attributes.runId;
    run.runName = attributes.runName;
    run.experimentId = attributes.experimentId;
    run.userId = attributes.userId;
    run.status = attributes.status;
    run.lifecycle = attributes.deleted ? domain::Lifecycle::Deleted : domain::Lifecycle::Active;
    run.startTime = attributes.startTime;
    run.endTime = attributes.endTime;
    run.artifactUri = attributes.artifactUri;
    run.folder = row.text(13);
    PODIUM_TRY(Details, fillTexts(details));
    PODIUM_TRY(Details, fillMetrics(details));
    return Details(std::move(details));
}

Result<void> Reader::fillTexts(RunDetails& details) {
    Result<Statement> query = m_database.prepare(
        "SELECT params, tags, inputs FROM run_texts WHERE run_no = ?", "run texts");
    PODIUM_TRY(void, query);
    Statement& row = query.value().bind(1, details.runNo.value);
    Result<bool> stepped = row.step();
    PODIUM_TRY(void, stepped);
    if (!stepped.value())
        return {};
    const auto fill = [&](std::string_view packed, std::vector<domain::KeyValue>& list) {
        const BlobView view(packed);
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < view.size(); ++i)
            numbers.push_back(view.name(i));
        Result<std::vector<std::string>> names = nameList(numbers);
        PODIUM_TRY(void, names);
        for (std::uint32_t i = 0; i < view.size(); ++i)
            list.push_back({std::move(names.value()[i]), std::string(view.bytes(i))});
        std::ranges::sort(list, {}, &domain::KeyValue::key);
        return Result<void>();
    };
    PODIUM_TRY(void, fill(row.blob(0), details.run.params));
    PODIUM_TRY(void, fill(row.blob(1), details.run.tags));
    inputsFromJson(row.text(2), details.run);
    return {};
}

Result<void> Reader::fillMetrics(RunDetails& details) {
    Result<Statement> query =
        m_database.prepare("SELECT packed FROM run_metrics WHERE run_no = ?", "run metrics");
    PODIUM_TRY(void, query);
    Statement& row = query.value().bind(1, details.runNo.value);
    Result<bool> stepped = row.step();
    PODIUM_TRY(void, stepped);
    if (!stepped.value())
        return {};
    const BlobView view(row.blob(0));
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        const std::optional<series::Reductions> reductions = decodeReductions(view.bytes(i));
        if (!reductions)
            continue;
        Result<std::string> name = nameText(view.name(i));
        PODIUM_TRY(void, name);
        details.metrics.push_back({std::move(name).value(), *reductions});
    }
    std::ranges::sort(details.metrics, {}, &ReducedMetric::key);
    return {};
}

}  // namespace podium::cache
