// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"

#include <string_view>

namespace podium::stores::sqlstore {

/// Runs `take` for each row that is left of a statement.
template <typename Take>
[[nodiscard]] base::Result<void> eachRow(sql::Statement& statement, Take&& take) {
    const sql::ScopedReset reset(statement);
    while (true) {
        const base::Result<bool> row = statement.step();
        PODIUM_TRY(void, row);
        if (!row.value())
            return {};
        take(statement);
    }
}

/// The same for a question that is asked once. `argument` is parameter 1, if there is one.
template <typename Take>
[[nodiscard]] base::Result<void> eachRow(sql::Database& database, std::string_view name,
                                         std::string_view sql, std::string_view argument,
                                         Take&& take) {
    base::Result<sql::Statement> statement = database.prepare(sql, name);
    PODIUM_TRY(void, statement);
    if (!argument.empty())
        statement.value().bind(1, argument);
    return eachRow(statement.value(), take);
}

}  // namespace podium::stores::sqlstore
