// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"

#include <span>
#include <string_view>

namespace podium::sql {

/// Brings a database to the newest schema. `steps[n]` leads from `PRAGMA user_version` n to n + 1;
/// all missing steps run in one write transaction, so that a killed upgrade leaves the old schema.
/// A version above the known ones gives CacheNewer {"", found, known} and touches nothing.
base::Result<void> migrate(Database& database, std::span<const std::string_view> steps);

/// CacheNewer as above if the database is newer than the steps known here; only looks.
base::Result<void> refuseNewer(Database& database, std::span<const std::string_view> steps);

}  // namespace podium::sql
