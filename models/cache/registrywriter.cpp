// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/json.h"
#include "cache/writer.h"

/// The part of the writer that replaces whole small tables: registry, logged models, problems.
namespace podium::cache {

using base::Result;
using base::SourceNo;
using sql::Statement;

namespace {

Result<void> clear(sql::Database& database, std::string_view sql, SourceNo source) {
    Result<Statement> drop = database.prepare(sql, sql.substr(0, 30));
    PODIUM_TRY(void, drop);
    return drop.value().bind(1, source.value).run();
}

}  // namespace

Result<void> Writer::putRegistry(SourceNo source, std::span<const domain::RegisteredModel> models,
                                 std::span<const domain::ModelVersion> versions, bool whole) {
    for (const char* drop : {"DELETE FROM registered_model WHERE source_no = ?",
                             "DELETE FROM model_version WHERE source_no = ?"}) {
        if (whole)
            PODIUM_TRY(void, clear(m_database, drop, source));
    }
    Result<Statement> model = m_database.prepare(
        "INSERT OR REPLACE INTO registered_model (source_no, name, description, creation_time, "
        "last_update_time, tags, aliases) VALUES (?, ?, ?, ?, ?, ?, ?)",
        "put model");
    PODIUM_TRY(void, model);
    for (const domain::RegisteredModel& entry : models) {
        model.value()
            .bind(1, source.value)
            .bind(2, entry.name)
            .bind(3, entry.description)
            .bindOptional(4, entry.creationTime)
            .bindOptional(5, entry.lastUpdateTime)
            .bind(6, tagsToJson(entry.tags))
            .bind(7, aliasesToJson(entry.aliases));
        PODIUM_TRY(void, model.value().run());
    }
    Result<Statement> version = m_database.prepare(
        "INSERT OR REPLACE INTO model_version (source_no, name, version, stage, status, run_id, "
        "creation_time, last_update_time, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "put version");
    PODIUM_TRY(void, version);
    for (const domain::ModelVersion& entry : versions) {
        version.value()
            .bind(1, source.value)
            .bind(2, entry.name)
            .bind(3, entry.version)
            .bind(4, entry.stage)
            .bind(5, entry.status)
            .bind(6, entry.runId)
            .bindOptional(7, entry.creationTime)
            .bindOptional(8, entry.lastUpdateTime)
            .bind(9, modelVersionToJson(entry));
        PODIUM_TRY(void, version.value().run());
    }
    return {};
}

Result<void> Writer::putModels(SourceNo source, std::span<const std::string> names,
                               std::span<const domain::RegisteredModel> models,
                               std::span<const domain::ModelVersion> versions) {
    for (const char* sql : {"DELETE FROM registered_model WHERE source_no = ? AND name = ?",
                            "DELETE FROM model_version WHERE source_no = ? AND name = ?"}) {
        Result<Statement> drop = m_database.prepare(sql, "drop model");
        PODIUM_TRY(void, drop);
        for (const std::string& name : names)
            PODIUM_TRY(void, drop.value().bind(1, source.value).bind(2, name).run());
    }
    return putRegistry(source, models, versions, false);
}

Result<void> Writer::putLoggedModels(SourceNo source, std::span<const domain::LoggedModel> models,
                                     bool whole) {
    if (whole)
        PODIUM_TRY(void, clear(m_database, "DELETE FROM logged_model WHERE source_no = ?", source));
    Result<Statement> put = m_database.prepare(
        "INSERT OR REPLACE INTO logged_model (source_no, model_id, experiment_id, name, status, "
        "document) VALUES (?, ?, ?, ?, ?, ?)",
        "put logged model");
    PODIUM_TRY(void, put);
    for (const domain::LoggedModel& model : models) {
        put.value()
            .bind(1, source.value)
            .bind(2, model.modelId)
            .bind(3, model.experimentId)
            .bind(4, model.name)
            .bind(5, static_cast<std::int64_t>(model.status))
            .bind(6, loggedModelToJson(model));
        PODIUM_TRY(void, put.value().run());
    }
    return {};
}

Result<void> Writer::insertProblem(SourceNo source, const StoredProblem& stored) {
    Result<Statement> put = m_database.prepare(
        "INSERT INTO problem (source_no, experiment_id, run_id, path, code, args) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        "put problem");
    PODIUM_TRY(void, put);
    return put.value()
        .bind(1, source.value)
        .bind(2, stored.experimentId)
        .bind(3, stored.runId)
        .bind(4, stored.problem.path)
        .bind(5, base::codeName(stored.problem.error.code))
        .bind(6, textsToJson(stored.problem.error.args))
        .run();
}

Result<void> Writer::putStoreProblems(SourceNo source, std::span<const StoredProblem> problems) {
    PODIUM_TRY(
        void, clear(m_database, "DELETE FROM problem WHERE source_no = ? AND run_id = ''", source));
    for (const StoredProblem& problem : problems)
        PODIUM_TRY(void, insertProblem(source, problem));
    return {};
}

Result<void> Writer::putRunProblems(SourceNo source, std::string_view experimentId,
                                    std::string_view runId,
                                    std::span<const domain::Problem> problems) {
    Result<Statement> drop = m_database.prepare(
        "DELETE FROM problem WHERE source_no = ? AND experiment_id = ? AND run_id = ?",
        "drop problems");
    PODIUM_TRY(void, drop);
    PODIUM_TRY(void, drop.value().bind(1, source.value).bind(2, experimentId).bind(3, runId).run());
    for (const domain::Problem& problem : problems) {
        PODIUM_TRY(void,
                   insertProblem(source, {problem, std::string(experimentId), std::string(runId)}));
    }
    return {};
}

}  // namespace podium::cache
