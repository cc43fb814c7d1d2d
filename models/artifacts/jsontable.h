// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/encoding.h"

#include <stop_token>
#include <string>
#include <vector>

namespace podium::artifacts {

/// A table that JSON holds: pandas' `split` (log_table, mlflow.evaluate, input examples). Column
/// names may be there twice; a cell that is no scalar is JSON in one line; a picture's cell is the
/// path of its file.
struct JsonTable {
    std::vector<std::string> columns;
    std::vector<bool> numeric;  // by column: every value that is there is a number
    std::vector<std::vector<std::string>> rows;
    bool cut = false;  // more than the bounds
};
inline constexpr std::size_t MostTableRows = 100'000;

/// Errors: DecodeFailed (no such table), ReadFailed, cancelled.
[[nodiscard]] base::Result<JsonTable> readJsonTable(const TextBytes& text,
                                                    const std::stop_token& stop = {});

}  // namespace podium::artifacts
