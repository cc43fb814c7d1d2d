// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "sql/database.h"
#include "stores/sqlstore/schema.h"

#include <vector>

namespace podium::stores::sqlstore {

struct Registry {
    std::vector<domain::RegisteredModel> models;
    std::vector<domain::ModelVersion> versions;
};

/// The whole registry; inside one transaction, so that aliases and versions fit each other. Without
/// deleted versions, and without aliases that still name one (MLflow leaves these behind).
[[nodiscard]] base::Result<Registry> readRegistry(sql::Database& database, const Schema& schema);

/// The logged model behind a version's source `models:/m-…`, "" if it is none.
[[nodiscard]] std::string modelIdOfSource(std::string_view source);

}  // namespace podium::stores::sqlstore
