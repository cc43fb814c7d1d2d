// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "sql/database.h"
#include "stores/sqlstore/schema.h"

#include <string>
#include <vector>

namespace podium::stores::sqlstore {

/// At most `limit` logged models whose ids come after `afterId`, by id, with params, tags and
/// metrics; deleted ones too. Inside a transaction.
[[nodiscard]] base::Result<std::vector<domain::LoggedModel>> readLoggedModels(
    sql::Database& database, const Schema& schema, const std::string& afterId, int limit);

}  // namespace podium::stores::sqlstore
