// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// What a benchmark holds the reading of a database against: the least that SQLite itself asks for.
namespace podium::sql {

struct RowCount {
    std::int64_t rows = 0;
    std::int64_t bytes = 0;  // of texts, and eight for each number
    double sum = 0;          // of numbers, so that no column goes unread
};

/// Steps through every row of these tables in the order of the file and reads each column once, in
/// a bare loop on one connection.
[[nodiscard]] RowCount rawRows(const std::filesystem::path& file,
                               const std::vector<std::string>& tables);

}  // namespace podium::sql
