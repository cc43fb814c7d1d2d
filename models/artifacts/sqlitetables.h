// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace podium::artifacts {

/// A table of a database with its first rows.
struct SqliteTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<bool> numeric;  // by column: all values shown are numbers
    std::vector<std::vector<std::string>> rows;
    std::int64_t count = 0;  // of rows, at most `MostCounted`
    bool countCut = false;   // there are more
    std::string fault;       // SQLite's words where it can't be read; else ""
};
inline constexpr std::int64_t MostCounted = 1'000'000;

struct SqliteTables {
    std::vector<SqliteTable> tables;
    bool cut = false;  // there are more than the bound
};

/// Tables of an SQLite file and their first rows. The file is never written: opened read-only,
/// without the schema's own functions, and without its views and virtual tables. Errors: Sql,
/// DatabaseDamaged, cancelled.
[[nodiscard]] base::Result<SqliteTables> readSqliteTables(const std::filesystem::path& file,
                                                          const std::stop_token& stop = {});

}  // namespace podium::artifacts
