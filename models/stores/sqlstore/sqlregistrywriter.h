// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "sql/database.h"
#include "stores/sqlstore/schema.h"
#include "stores/write.h"

#include <filesystem>

/// The registry of a user's database, written row by row as MLflow writes it. Everything happens in
/// a transaction of the caller's, which writes nothing at all where a function fails.
namespace podium::stores::sqlstore {

struct OpenRegistry {
    sql::Database& database;
    const Schema& schema;
    const std::filesystem::path& path;  // for errors
};

/// Errors: ModelMissing, VersionMissing, DuplicateName {path, name} where a model of one workspace
/// is spelled as one of another, AliasesUnsupported, ModelTagsUnsupported. An alias of a version
/// that was deleted is none.
[[nodiscard]] base::Result<Held> lookAtRegistry(const OpenRegistry& registry, const Place& place);

/// `change` as allowedChange() gave it; `now` for all rows that note when they were changed. Read
/// back before it returns: ModelReadBackDiffers.
[[nodiscard]] base::Result<Outcome> applyToRegistry(const OpenRegistry& registry,
                                                    const Change& change, base::Millis now);

}  // namespace podium::stores::sqlstore
