// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores::sqlstore {

/// Which tables and columns a database has. Looked at instead of the revision that alembic notes:
/// forks reorder MLflow's migrations, and newer versions only add what is not needed here.
class Schema {
public:
    [[nodiscard]] static base::Result<Schema> read(sql::Database& database);

    /// True for any table at all.
    [[nodiscard]] bool empty() const { return m_tables.empty(); }
    [[nodiscard]] bool has(std::string_view table) const;
    [[nodiscard]] bool has(std::string_view table, std::string_view column) const;
    /// True if runs and experiments are there: MLflow's, whatever its version.
    [[nodiscard]] bool isMlflow() const;
    /// True if rows of the table have numbers that grow with each insert.
    [[nodiscard]] bool hasRowid(std::string_view table) const;
    /// True if some index of the table begins with this column.
    [[nodiscard]] bool isIndexed(std::string_view table, std::string_view column) const;

    /// The column, quoted, with `alias.` before it; or `otherwise` where there is none.
    [[nodiscard]] std::string column(std::string_view table, std::string_view column,
                                     std::string_view otherwise = "NULL",
                                     std::string_view alias = {}) const;
    /// Several columns with commas between.
    [[nodiscard]] std::string columns(std::string_view table,
                                      const std::vector<std::string_view>& names) const;

private:
    struct Table {
        std::set<std::string, std::less<>> columns;
        std::set<std::string, std::less<>> indexed;
        bool hasRowid = false;
    };
    [[nodiscard]] base::Result<void> readTable(sql::Database& database, const std::string& name);

    std::map<std::string, Table, std::less<>> m_tables;
};

}  // namespace podium::stores::sqlstore
