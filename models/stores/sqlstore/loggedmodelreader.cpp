// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/loggedmodelreader.h"

#include "stores/sqlstore/rows.h"
#include "stores/sqlstore/values.h"

#include <unordered_map>

namespace podium::stores::sqlstore {

using base::Result;
using domain::LoggedModel;

namespace {

domain::LoggedModelStatus statusOf(std::int64_t number) {
    const bool known = number >= 0 && number <= 3;
    return known ? static_cast<domain::LoggedModelStatus>(number)
                 : domain::LoggedModelStatus::Unspecified;
}

LoggedModel modelAt(const sql::Statement& row) {
    LoggedModel model;
    model.modelId = textAt(row, 0);
    model.experimentId = textAt(row, 1);
    model.name = textAt(row, 2);
    model.artifactLocation = textAt(row, 3);
    model.creationTime = millisAt(row, 4);
    model.lastUpdateTime = millisAt(row, 5);
    model.status = statusOf(row.integer(6));
    model.lifecycle = lifecycleOf(row.text(7));
    model.modelType = textAt(row, 8);
    model.sourceRunId = textAt(row, 9);
    model.statusMessage = textAt(row, 10);
    return model;
}

domain::ModelMetric metricAt(const sql::Statement& row) {
    // There is no is_nan here: a NaN was kept as 0 and is one now.
    return {textAt(row, 1),
            {decodedValue(row.real(2)), row.integer(3), row.integer(4)},
            textAt(row, 5),
            textAt(row, 6),
            textAt(row, 7)};
}

}  // namespace

Result<std::vector<LoggedModel>> readLoggedModels(sql::Database& database, const Schema& schema,
                                                  const std::string& afterId, int limit) {
    using Models = std::vector<LoggedModel>;
    Models models;
    if (!schema.has("logged_models", "model_id"))
        return models;
    const std::string sql =
        "SELECT " +
        schema.columns("logged_models",
                       {"model_id", "experiment_id", "name", "artifact_location",
                        "creation_timestamp_ms", "last_updated_timestamp_ms", "status",
                        "lifecycle_stage", "model_type", "source_run_id", "status_message"}) +
        " FROM logged_models WHERE model_id > ?1 ORDER BY model_id LIMIT " + std::to_string(limit);
    Result<sql::Statement> page = database.prepare(sql, "logged models");
    PODIUM_TRY(Models, page);
    page.value().bind(1, std::string_view(afterId));
    std::unordered_map<std::string, std::size_t> places;
    std::vector<std::string> ids;
    PODIUM_TRY(Models, eachRow(page.value(), [&](const sql::Statement& row) {
                   models.push_back(modelAt(row));
                   ids.push_back(models.back().modelId);
                   places.emplace(ids.back(), models.size() - 1);
               }));
    const std::string list = jsonList(ids);
    const auto each = [&](std::string_view table, const std::string& columns,
                          const std::string& order, auto&& take) -> Result<void> {
        if (models.empty() || !schema.has(table))
            return {};
        return eachRow(database, table,
                       "SELECT model_id, " + columns + " FROM " + std::string(table) +
                           " WHERE model_id IN (SELECT value FROM json_each(?1)) ORDER BY " + order,
                       list, [&](const sql::Statement& row) {
                           const auto place = places.find(std::string(row.text(0)));
                           if (place != places.end())
                               take(models[place->second], row);
                       });
    };
    PODIUM_TRY(Models, each("logged_model_params", "param_key, param_value", "param_key",
                            [](LoggedModel& model, const sql::Statement& row) {
                                model.params.push_back({textAt(row, 1), textAt(row, 2)});
                            }));
    PODIUM_TRY(Models, each("logged_model_tags", "tag_key, tag_value", "tag_key",
                            [](LoggedModel& model, const sql::Statement& row) {
                                model.tags.push_back({textAt(row, 1), textAt(row, 2)});
                            }));
    PODIUM_TRY(Models,
               each("logged_model_metrics",
                    schema.columns("logged_model_metrics",
                                   {"metric_name", "metric_value", "metric_timestamp_ms",
                                    "metric_step", "run_id", "dataset_name", "dataset_digest"}),
                    "metric_name, metric_timestamp_ms, metric_step, run_id",
                    [](LoggedModel& model, const sql::Statement& row) {
                        model.metrics.push_back(metricAt(row));
                    }));
    return models;
}

}  // namespace podium::stores::sqlstore
