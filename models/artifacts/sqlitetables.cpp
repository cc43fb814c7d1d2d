// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/sqlitetables.h"

#include "base/utf8.h"
#include "sql/database.h"

#include <algorithm>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::size_t MostTables = 200;
constexpr std::size_t MostColumns = 100;

std::string identifier(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"')
            text += '"';
        text += c;
    }
    return text + '"';
}

/// Names and values by one query each; every text is cut by SQLite, so that no row is large.
class TableReader {
public:
    TableReader(sql::Database& database, const std::stop_token& stop)
        : m_database(database), m_stop(stop) {}

    Result<std::vector<std::string>> names() {
        return column(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND "
            "sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name LIMIT " +
                std::to_string(MostTables + 1),
            "tables");
    }

    Result<SqliteTable> read(const std::string& name) {
        SqliteTable table;
        table.name = base::toUtf8(name);
        const std::string literal = "'" + doubled(name) + "'";
        auto columns = column("SELECT name FROM pragma_table_info(" + literal + ") LIMIT " +
                                  std::to_string(MostColumns),
                              "columns");
        PODIUM_TRY(SqliteTable, columns);
        table.columns = std::move(columns).value();
        const auto rows =
            m_database.number("SELECT count(*) FROM (SELECT 1 FROM " + identifier(name) +
                              " LIMIT " + std::to_string(MostCounted + 1) + ")");
        PODIUM_TRY(SqliteTable, rows);
        table.count = std::min(rows.value(), MostCounted);
        table.countCut = rows.value() > MostCounted;
        PODIUM_TRY(SqliteTable, readRows(name, table));
        return table;
    }

private:
    static std::string doubled(std::string_view text) {
        std::string out;
        for (const char c : text)
            out += c == '\'' ? "''" : std::string(1, c);
        return out;
    }

    Result<std::vector<std::string>> column(const std::string& query, const char* what) {
        using Names = std::vector<std::string>;
        auto statement = m_database.prepare(query, what);
        PODIUM_TRY(Names, statement);
        Names names;
        while (true) {
            const auto more = statement.value().step();
            PODIUM_TRY(Names, more);
            if (!more.value())
                return names;
            names.emplace_back(statement.value().text(0));
        }
    }

    Result<void> readRows(const std::string& name, SqliteTable& table) {
        std::string fields;
        for (const std::string& column : table.columns) {
            const std::string field = identifier(column);
            fields += (fields.empty() ? "" : ", ");
            fields += "CASE typeof(" + field + ") WHEN 'blob' THEN 'BLOB ' || length(" + field +
                      ") ELSE substr(CAST(" + field + " AS TEXT), 1, 1000) END, typeof(" + field +
                      ")";
        }
        if (fields.empty())
            return {};
        auto statement = m_database.prepare(
            "SELECT " + fields + " FROM " + identifier(name) + " LIMIT 200", "rows");
        PODIUM_TRY(void, statement);
        table.numeric.assign(table.columns.size(), true);
        while (true) {
            if (m_stop.stop_requested())
                return base::Cancelled{};
            const auto more = statement.value().step();
            PODIUM_TRY(void, more);
            if (!more.value())
                return {};
            std::vector<std::string> row;
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const int at = static_cast<int>(i) * 2;
                row.push_back(base::toUtf8(statement.value().text(at)));
                const auto type = statement.value().text(at + 1);
                if (type == "text" || type == "blob")
                    table.numeric[i] = false;
            }
            table.rows.push_back(std::move(row));
        }
    }

    sql::Database& m_database;
    const std::stop_token& m_stop;
};

}  // namespace

Result<SqliteTables> readSqliteTables(const std::filesystem::path& file,
                                      const std::stop_token& stop) {
    auto opened = sql::Database::open(file, sql::OpenMode::ReadOnly);
    PODIUM_TRY(SqliteTables, opened);
    sql::Database database = std::move(opened).value();
    // What the schema of a stranger's file may do is nothing but hold data.
    PODIUM_TRY(SqliteTables, database.execute("PRAGMA trusted_schema=OFF; PRAGMA query_only=ON; "
                                              "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"));
    const std::stop_callback interrupt(stop, [&database] { database.interrupt(); });
    TableReader reader(database, stop);
    const auto names = reader.names();
    if (stop.stop_requested())
        return base::Cancelled{};
    PODIUM_TRY(SqliteTables, names);
    SqliteTables tables;
    for (const std::string& name : names.value()) {
        if (tables.tables.size() >= MostTables) {
            tables.cut = true;
            break;
        }
        auto table = reader.read(name);
        if (stop.stop_requested() || table.cancelled())
            return base::Cancelled{};
        if (table.ok()) {
            tables.tables.push_back(std::move(table).value());
        } else {
            SqliteTable broken;
            broken.name = base::toUtf8(name);
            broken.fault = table.error().args.size() > 1 ? table.error().args[1] : "";
            tables.tables.push_back(std::move(broken));
        }
    }
    return tables;
}

}  // namespace podium::artifacts
