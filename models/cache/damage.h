// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "sql/database.h"

#include <filesystem>
#include <optional>

namespace podium::cache {

/// Looks at a few pages of every table: finds a file that is no database, a cut file, a damaged
/// schema and a missing table in milliseconds. Damage deeper inside is met later and marked by
/// markDamaged().
base::Result<void> probe(sql::Database& database);

/// Moves the cache file with its WAL away; returns where it is now.
[[nodiscard]] base::Result<std::filesystem::path> setAside(const std::filesystem::path& file,
                                                           base::Millis now);

/// Remembers beside the file that it was found damaged, so that the next start sets it aside.
void markDamaged(const std::filesystem::path& file);
[[nodiscard]] bool isMarkedDamaged(const std::filesystem::path& file);

}  // namespace podium::cache
