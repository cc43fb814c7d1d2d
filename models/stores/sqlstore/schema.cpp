// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/schema.h"

#include <array>

namespace podium::stores::sqlstore {

using base::Result;

namespace {

/// What this store reads; anything else in a database is nobody's business.
constexpr std::array Wanted = {"experiments",
                               "experiment_tags",
                               "runs",
                               "params",
                               "tags",
                               "metrics",
                               "latest_metrics",
                               "datasets",
                               "inputs",
                               "input_tags",
                               "logged_models",
                               "logged_model_params",
                               "logged_model_tags",
                               "logged_model_metrics",
                               "registered_models",
                               "model_versions",
                               "registered_model_tags",
                               "model_version_tags",
                               "registered_model_aliases"};

constexpr std::string_view TablesSql =
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name";
constexpr std::string_view ColumnsSql = "SELECT lower(name) FROM pragma_table_info(?1)";
constexpr std::string_view IndexesSql =
    "SELECT lower(column_info.name) FROM pragma_index_list(?1) AS list "
    "JOIN pragma_index_info(list.name) AS column_info WHERE column_info.seqno = 0";

Result<std::set<std::string, std::less<>>> names(sql::Database& database, std::string_view sql,
                                                 std::string_view argument) {
    using Names = std::set<std::string, std::less<>>;
    Result<sql::Statement> statement = database.prepare(sql, "schema");
    PODIUM_TRY(Names, statement);
    if (!argument.empty())
        statement.value().bind(1, argument);
    Names found;
    while (true) {
        const Result<bool> row = statement.value().step();
        PODIUM_TRY(Names, row);
        if (!row.value())
            return found;
        found.emplace(statement.value().text(0));
    }
}

}  // namespace

Result<Schema> Schema::read(sql::Database& database) {
    Schema schema;
    const auto tables = names(database, TablesSql, {});
    PODIUM_TRY(Schema, tables);
    for (const std::string& name : tables.value())
        schema.m_tables.try_emplace(name);
    for (const char* name : Wanted) {
        if (schema.m_tables.contains(name))
            PODIUM_TRY(Schema, schema.readTable(database, name));
    }
    return schema;
}

Result<void> Schema::readTable(sql::Database& database, const std::string& name) {
    Table& table = m_tables[name];
    auto columns = names(database, ColumnsSql, name);
    PODIUM_TRY(void, columns);
    table.columns = std::move(columns).value();
    auto indexed = names(database, IndexesSql, name);
    PODIUM_TRY(void, indexed);
    table.indexed = std::move(indexed).value();
    // A table WITHOUT ROWID, or a view, refuses the question.
    table.hasRowid =
        database.prepare("SELECT rowid FROM \"" + name + "\" LIMIT 0", "row numbers").ok();
    return {};
}

bool Schema::has(std::string_view table) const {
    return m_tables.contains(table);
}

bool Schema::has(std::string_view table, std::string_view column) const {
    const auto found = m_tables.find(table);
    return found != m_tables.end() && found->second.columns.contains(column);
}

bool Schema::isMlflow() const {
    return has("experiments", "experiment_id") && has("runs", "run_uuid");
}

bool Schema::hasRowid(std::string_view table) const {
    const auto found = m_tables.find(table);
    return found != m_tables.end() && found->second.hasRowid;
}

bool Schema::isIndexed(std::string_view table, std::string_view column) const {
    const auto found = m_tables.find(table);
    return found != m_tables.end() && found->second.indexed.contains(column);
}

std::string Schema::column(std::string_view table, std::string_view column,
                           std::string_view otherwise, std::string_view alias) const {
    if (!has(table, column))
        return std::string(otherwise);
    std::string text(alias);
    if (!alias.empty())
        text += '.';
    return text + '"' + std::string(column) + '"';
}

std::string Schema::columns(std::string_view table,
                            const std::vector<std::string_view>& names) const {
    std::string list;
    for (const std::string_view name : names)
        list += (list.empty() ? "" : ", ") + column(table, name);
    return list;
}

}  // namespace podium::stores::sqlstore
