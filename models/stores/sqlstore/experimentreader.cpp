// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/experimentreader.h"

#include "stores/sqlstore/rows.h"
#include "stores/sqlstore/values.h"

#include <unordered_map>

namespace podium::stores::sqlstore {

using base::Result;

std::string nameInWorkspace(std::string_view workspace, std::string name) {
    constexpr std::string_view Default = "default";
    if (workspace.empty() || workspace == Default)
        return name;
    return std::string(workspace) + '/' + name;
}

Result<std::vector<domain::Experiment>> readExperiments(sql::Database& database,
                                                        const Schema& schema) {
    using Experiments = std::vector<domain::Experiment>;
    Experiments experiments;
    std::unordered_map<std::string, std::size_t> places;
    const std::string sql =
        "SELECT experiment_id, " +
        schema.columns("experiments", {"name", "artifact_location", "lifecycle_stage",
                                       "creation_time", "last_update_time", "workspace"}) +
        " FROM experiments ORDER BY experiment_id";
    PODIUM_TRY(Experiments,
               eachRow(database, "experiments", sql, {}, [&](const sql::Statement& row) {
                   domain::Experiment& experiment = experiments.emplace_back();
                   experiment.experimentId = textAt(row, 0);
                   experiment.name = nameInWorkspace(row.text(6), textAt(row, 1));
                   experiment.artifactLocation = textAt(row, 2);
                   experiment.lifecycle = lifecycleOf(row.text(3));
                   experiment.creationTime = millisAt(row, 4);
                   experiment.lastUpdateTime = millisAt(row, 5);
                   places.emplace(experiment.experimentId, experiments.size() - 1);
               }));
    if (!schema.has("experiment_tags"))
        return experiments;
    PODIUM_TRY(
        Experiments,
        eachRow(database, "experiment tags",
                "SELECT experiment_id, \"key\", value FROM experiment_tags "
                "ORDER BY experiment_id, \"key\"",
                {}, [&](const sql::Statement& row) {
                    const auto place = places.find(std::string(row.text(0)));
                    if (place != places.end())
                        experiments[place->second].tags.push_back({textAt(row, 1), textAt(row, 2)});
                }));
    return experiments;
}

namespace {

Result<std::vector<RunPlace>> runPlaces(sql::Database& database, const std::string& sql,
                                        std::string_view argument) {
    std::vector<RunPlace> places;
    PODIUM_TRY(std::vector<RunPlace>,
               eachRow(database, "list of runs", sql, argument, [&](const sql::Statement& row) {
                   places.push_back({textAt(row, 0), textAt(row, 1)});
               }));
    return places;
}

}  // namespace

Result<std::vector<RunPlace>> listRuns(sql::Database& database, const Schema& schema) {
    // In the order of writing: what belongs to neighbours lies close together in the file.
    const std::string order = schema.hasRowid("runs") ? "rowid" : "run_uuid";
    return runPlaces(database, "SELECT experiment_id, run_uuid FROM runs ORDER BY " + order, {});
}

Result<std::vector<RunPlace>> findRuns(sql::Database& database, const Schema& /*schema*/,
                                       const std::vector<std::string>& runIds) {
    return runPlaces(database,
                     "SELECT experiment_id, run_uuid FROM runs "
                     "WHERE run_uuid IN (SELECT value FROM json_each(?1)) ORDER BY run_uuid",
                     jsonList(runIds));
}

}  // namespace podium::stores::sqlstore
