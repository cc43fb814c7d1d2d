// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/json.h"
#include "cache/reader.h"

/// The part of the reader for histories, the registry and problems.
namespace podium::cache {

using base::Result;
using base::RunNo;
using base::SourceNo;
using sql::Statement;

namespace {

domain::OptionalMillis millis(const Statement& row, int column) {
    if (row.isNull(column))
        return std::nullopt;
    return row.integer(column);
}

template <typename Visit>
Result<void> each(Statement& row, Visit visit) {
    while (true) {
        Result<bool> stepped = row.step();
        PODIUM_TRY(void, stepped);
        if (!stepped.value())
            return {};
        visit(row);
    }
}

/// First column of the first row as bytes, "" without a row.
Result<std::string> firstBlob(Statement& statement) {
    Result<bool> stepped = statement.step();
    PODIUM_TRY(std::string, stepped);
    return std::string(stepped.value() ? statement.blob(0) : std::string_view());
}

/// A history of one point, made from its reductions; also where the point is all that is known.
std::string packSingle(std::string_view reductions) {
    const std::optional<series::Reductions> single = decodeReductions(reductions);
    if (!single || single->count > 1)
        return {};
    return series::pack(std::span(&single->last, 1));
}

}  // namespace

Result<std::string> Reader::history(RunNo run, std::uint32_t name) {
    // The three places are looked at in one state of the cache. Inside histories() there is one.
    Result<Statement> snapshot = m_database.prepare("SELECT 1 FROM sqlite_schema", "snapshot");
    PODIUM_TRY(std::string, snapshot);
    PODIUM_TRY(std::string, snapshot.value().step());
    Result<Statement> longQuery =
        m_database.prepare("SELECT packed FROM series WHERE run_no = ? AND name_no = ?", "history");
    PODIUM_TRY(std::string, longQuery);
    longQuery.value().bind(1, run.value).bind(2, std::int64_t{name});
    Result<std::string> packed = firstBlob(longQuery.value());
    if (!packed.ok() || !packed.value().empty())
        return packed;
    for (const char* sql : {"SELECT packed FROM run_history WHERE run_no = ?",
                            "SELECT packed FROM run_metrics WHERE run_no = ?"}) {
        Result<Statement> query = m_database.prepare(sql, "history");
        PODIUM_TRY(std::string, query);
        query.value().bind(1, run.value);
        Result<std::string> all = firstBlob(query.value());
        PODIUM_TRY(std::string, all);
        const std::optional<std::string_view> one = BlobView(all.value()).find(name);
        if (!one)
            continue;
        const bool isHistory = std::string_view(sql).find("run_history") != std::string_view::npos;
        return isHistory ? std::string(*one) : packSingle(*one);
    }
    return std::string();
}

Result<std::vector<std::string>> Reader::metricNames(RunNo run) {
    using Names = std::vector<std::string>;
    Result<Statement> query =
        m_database.prepare("SELECT packed FROM run_metrics WHERE run_no = ?", "metric names");
    PODIUM_TRY(Names, query);
    query.value().bind(1, run.value);
    Result<std::string> packed = firstBlob(query.value());
    PODIUM_TRY(Names, packed);
    const BlobView view(packed.value());
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < view.size(); ++i)
        numbers.push_back(view.name(i));
    return nameList(numbers);
}

Result<std::vector<domain::Metric>> Reader::histories(RunNo run) {
    using Metrics = std::vector<domain::Metric>;
    Result<Statement> query =
        m_database.prepare("SELECT packed FROM run_metrics WHERE run_no = ?", "histories");
    PODIUM_TRY(Metrics, query);
    // This statement stays open, so that what follows sees the same state of the cache.
    query.value().bind(1, run.value);
    const Result<std::string> reductions = firstBlob(query.value());
    PODIUM_TRY(Metrics, reductions);
    Result<Statement> shortQuery =
        m_database.prepare("SELECT packed FROM run_history WHERE run_no = ?", "histories");
    PODIUM_TRY(Metrics, shortQuery);
    shortQuery.value().bind(1, run.value);
    const Result<std::string> shortOnes = firstBlob(shortQuery.value());
    PODIUM_TRY(Metrics, shortOnes);
    Result<std::map<std::uint32_t, std::string>> longOnes = longHistories(run);
    PODIUM_TRY(Metrics, longOnes);

    const BlobView view(reductions.value());
    const BlobView shortView(shortOnes.value());
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < view.size(); ++i)
        numbers.push_back(view.name(i));
    Result<std::vector<std::string>> names = nameList(numbers);
    PODIUM_TRY(Metrics, names);
    Result<Statement> inputsQuery =
        m_database.prepare("SELECT inputs FROM run_texts WHERE run_no = ?", "histories");
    PODIUM_TRY(Metrics, inputsQuery);
    inputsQuery.value().bind(1, run.value);
    const Result<std::string> inputs = firstBlob(inputsQuery.value());
    PODIUM_TRY(Metrics, inputs);
    Result<std::map<std::uint32_t, domain::Extent>> extents = fetchedExtents(run);
    PODIUM_TRY(Metrics, extents);
    Metrics metrics;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        const auto longOne = longOnes.value().find(numbers[i]);
        const auto shortOne = shortView.find(numbers[i]);
        const std::string packed = longOne != longOnes.value().end() ? longOne->second
                                   : shortOne                        ? std::string(*shortOne)
                                                                     : packSingle(view.bytes(i));
        if (packed.empty())
            continue;  // too long for the cache; its reductions are there
        Result<std::vector<domain::MetricPoint>> points = series::unpack(packed);
        PODIUM_TRY(Metrics, points);
        metrics.push_back({names.value()[i], std::move(points).value(),
                           pointsWithDataset(inputs.value(), names.value()[i])});
        const auto fetched = extents.value().find(numbers[i]);
        const auto reduced = decodeReductions(view.bytes(i));
        if (fetched != extents.value().end())
            metrics.back().extent = fetched->second;
        else if (reduced && reduced->count == 0)
            metrics.back().extent = domain::Extent::LatestOnly;
    }
    return metrics;
}

Result<std::map<std::uint32_t, std::string>> Reader::longHistories(RunNo run) {
    using Packed = std::map<std::uint32_t, std::string>;
    Result<Statement> query =
        m_database.prepare("SELECT name_no, packed FROM series WHERE run_no = ?", "histories");
    PODIUM_TRY(Packed, query);
    query.value().bind(1, run.value);
    Packed packed;
    PODIUM_TRY(Packed, each(query.value(), [&](const Statement& row) {
                   packed.emplace(static_cast<std::uint32_t>(row.integer(0)), row.blob(1));
               }));
    return packed;
}

Result<std::vector<domain::RegisteredModel>> Reader::registeredModels(SourceNo source) {
    using Models = std::vector<domain::RegisteredModel>;
    Result<Statement> query = m_database.prepare(
        "SELECT name, description, creation_time, last_update_time, tags, aliases "
        "FROM registered_model WHERE source_no = ? ORDER BY name",
        "registered models");
    PODIUM_TRY(Models, query);
    query.value().bind(1, source.value);
    Models models;
    PODIUM_TRY(Models, each(query.value(), [&](const Statement& row) {
                   models.push_back({std::string(row.text(0)), std::string(row.text(1)),
                                     millis(row, 2), millis(row, 3), tagsFromJson(row.text(4)),
                                     aliasesFromJson(row.text(5))});
               }));
    return models;
}

Result<std::vector<domain::ModelVersion>> Reader::modelVersions(SourceNo source,
                                                                std::string_view name) {
    using Versions = std::vector<domain::ModelVersion>;
    Result<Statement> query = m_database.prepare(
        "SELECT name, version, stage, status, run_id, creation_time, last_update_time, document "
        "FROM model_version WHERE source_no = ?1 AND (?2 = '' OR name = ?2) "
        "ORDER BY name, version DESC",
        "model versions");
    PODIUM_TRY(Versions, query);
    query.value().bind(1, source.value).bind(2, name);
    Versions versions;
    PODIUM_TRY(Versions, each(query.value(), [&](const Statement& row) {
                   domain::ModelVersion version;
                   version.name = row.text(0);
                   version.version = row.integer(1);
                   version.stage = row.text(2);
                   version.status = row.text(3);
                   version.runId = row.text(4);
                   version.creationTime = millis(row, 5);
                   version.lastUpdateTime = millis(row, 6);
                   modelVersionFromJson(row.text(7), version);
                   versions.push_back(std::move(version));
               }));
    return versions;
}

Result<std::vector<domain::LoggedModel>> Reader::loggedModels(SourceNo source) {
    using Models = std::vector<domain::LoggedModel>;
    Result<Statement> query = m_database.prepare(
        "SELECT model_id, experiment_id, name, status, document FROM logged_model "
        "WHERE source_no = ? ORDER BY model_id",
        "logged models");
    PODIUM_TRY(Models, query);
    query.value().bind(1, source.value);
    Models models;
    PODIUM_TRY(Models, each(query.value(), [&](const Statement& row) {
                   domain::LoggedModel model;
                   model.modelId = row.text(0);
                   model.experimentId = row.text(1);
                   model.name = row.text(2);
                   const std::int64_t status = row.integer(3);
                   if (status >= 0 && status <= 3)
                       model.status = static_cast<domain::LoggedModelStatus>(status);
                   loggedModelFromJson(row.text(4), model);
                   models.push_back(std::move(model));
               }));
    return models;
}

Result<std::vector<StoredProblem>> Reader::problems(SourceNo source) {
    using Problems = std::vector<StoredProblem>;
    Result<Statement> query = m_database.prepare(
        "SELECT experiment_id, run_id, path, code, args FROM problem WHERE source_no = ? "
        "ORDER BY path, code, args",
        "problems");
    PODIUM_TRY(Problems, query);
    query.value().bind(1, source.value);
    Problems problems;
    PODIUM_TRY(
        Problems, each(query.value(), [&](const Statement& row) {
            const base::Error error{base::codeFromName(row.text(3)), textsFromJson(row.text(4))};
            problems.push_back({{error, std::string(row.text(2))},
                                std::string(row.text(0)),
                                std::string(row.text(1))});
        }));
    return problems;
}

}  // namespace podium::cache
