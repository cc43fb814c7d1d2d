// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/registryreader.h"

#include "stores/registryrules.h"
#include "stores/sqlstore/experimentreader.h"
#include "stores/sqlstore/rows.h"
#include "stores/sqlstore/values.h"

#include <algorithm>
#include <map>

namespace podium::stores::sqlstore {

using base::Result;

namespace {

class RegistryReader {
public:
    RegistryReader(sql::Database& database, const Schema& schema)
        : m_database(database), m_schema(schema) {}

    Result<Registry> read() {
        PODIUM_TRY(Registry, models());
        PODIUM_TRY(Registry, versions());
        PODIUM_TRY(Registry, modelTags());
        PODIUM_TRY(Registry, versionTags());
        PODIUM_TRY(Registry, aliases());
        return std::move(m_registry);
    }

private:
    using VersionKey = std::pair<std::string, std::int64_t>;

    /// The name of a row that begins with workspace and name.
    static std::string nameAt(const sql::Statement& row) {
        return nameInWorkspace(row.text(0), textAt(row, 1));
    }

    template <typename Take>
    Result<void> rows(std::string_view table, const std::vector<std::string_view>& columns,
                      std::string_view order, Take&& take) {
        if (!m_schema.has(table, "name"))
            return {};
        const std::string sql = "SELECT " + m_schema.columns(table, columns) + " FROM " +
                                std::string(table) + " ORDER BY " + std::string(order);
        return eachRow(m_database, table, sql, {}, take);
    }

    Result<void> models() {
        return rows("registered_models",
                    {"workspace", "name", "creation_time", "last_updated_time", "description"},
                    "name", [&](const sql::Statement& row) {
                        domain::RegisteredModel model;
                        model.name = nameAt(row);
                        model.creationTime = millisAt(row, 2);
                        model.lastUpdateTime = millisAt(row, 3);
                        model.description = textAt(row, 4);
                        m_models.emplace(model.name, m_registry.models.size());
                        m_registry.models.push_back(std::move(model));
                    });
    }

    Result<void> versions() {
        return rows("model_versions",
                    {"workspace", "name", "version", "creation_time", "last_updated_time",
                     "description", "user_id", "current_stage", "source", "run_id", "status",
                     "status_message", "run_link", "storage_location"},
                    "name, version", [&](const sql::Statement& row) { version(row); });
    }

    void version(const sql::Statement& row) {
        domain::ModelVersion version;
        version.name = nameAt(row);
        version.version = row.integer(2);
        version.creationTime = millisAt(row, 3);
        version.lastUpdateTime = millisAt(row, 4);
        version.description = textAt(row, 5);
        version.userId = textAt(row, 6);
        version.stage = textAt(row, 7);
        version.source = textAt(row, 8);
        version.runId = textAt(row, 9);
        version.status = textAt(row, 10);
        version.statusMessage = textAt(row, 11);
        version.runLink = textAt(row, 12);
        version.storageLocation = textAt(row, 13);
        if (version.stage == DeletedStage)
            return;
        if (version.stage.empty())
            version.stage = "None";
        version.modelId = modelIdOfSource(version.source);
        m_versions.emplace(VersionKey{version.name, version.version}, m_registry.versions.size());
        m_registry.versions.push_back(std::move(version));
    }

    Result<void> modelTags() {
        return rows("registered_model_tags", {"workspace", "name", "key", "value"}, "name, \"key\"",
                    [&](const sql::Statement& row) {
                        const auto model = m_models.find(nameAt(row));
                        if (model != m_models.end())
                            m_registry.models[model->second].tags.push_back(
                                {textAt(row, 2), textAt(row, 3)});
                    });
    }

    Result<void> versionTags() {
        return rows("model_version_tags", {"workspace", "name", "version", "key", "value"},
                    "name, version, \"key\"", [&](const sql::Statement& row) {
                        const auto version = m_versions.find({nameAt(row), row.integer(2)});
                        if (version != m_versions.end())
                            m_registry.versions[version->second].tags.push_back(
                                {textAt(row, 3), textAt(row, 4)});
                    });
    }

    Result<void> aliases() {
        return rows("registered_model_aliases", {"workspace", "name", "alias", "version"},
                    "name, alias", [&](const sql::Statement& row) {
                        const std::string name = nameAt(row);
                        const auto model = m_models.find(name);
                        if (model != m_models.end() && m_versions.contains({name, row.integer(3)}))
                            m_registry.models[model->second].aliases.push_back(
                                {textAt(row, 2), row.integer(3)});
                    });
    }

    sql::Database& m_database;
    const Schema& m_schema;
    Registry m_registry;
    std::map<std::string, std::size_t> m_models;
    std::map<VersionKey, std::size_t> m_versions;
};

}  // namespace

Result<Registry> readRegistry(sql::Database& database, const Schema& schema) {
    return RegistryReader(database, schema).read();
}

std::string modelIdOfSource(std::string_view source) {
    constexpr std::string_view Scheme = "models:/";
    if (!source.starts_with(Scheme))
        return {};
    const std::string_view id = source.substr(Scheme.size());
    const bool isId =
        id.starts_with("m-") && id.size() > 2 && std::ranges::all_of(id.substr(2), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        });
    return isId ? std::string(id) : std::string();
}

}  // namespace podium::stores::sqlstore
