// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "sql/database.h"
#include "stores/sqlstore/schema.h"

#include <string>
#include <string_view>
#include <vector>

namespace podium::stores::sqlstore {

/// What a name looks like outside the default workspace: `workspace/name`. MLflow has one name in
/// several workspaces; here they stand side by side.
[[nodiscard]] std::string nameInWorkspace(std::string_view workspace, std::string name);

/// All experiments with their tags, deleted ones too. Inside a transaction.
[[nodiscard]] base::Result<std::vector<domain::Experiment>> readExperiments(sql::Database& database,
                                                                            const Schema& schema);

/// A run's place in the store: ids are text as in MLflow's API.
struct RunPlace {
    std::string experimentId;
    std::string runId;
};

/// All runs in the order in which they were made. Inside a transaction.
[[nodiscard]] base::Result<std::vector<RunPlace>> listRuns(sql::Database& database,
                                                           const Schema& schema);

/// Those of these runs that are there.
[[nodiscard]] base::Result<std::vector<RunPlace>> findRuns(sql::Database& database,
                                                           const Schema& schema,
                                                           const std::vector<std::string>& runIds);

}  // namespace podium::stores::sqlstore
