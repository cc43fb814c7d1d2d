// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/filestore.h"
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/sqlfiles.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace podium::tests {

/// A store with the model "m" of some versions, all in None, for one test.
class RegistryStore {
public:
    virtual ~RegistryStore() = default;
    [[nodiscard]] std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    [[nodiscard]] std::unique_ptr<stores::StoreWriter> writer() const { return m_store->writer(); }
    [[nodiscard]] const stores::Store& store() const { return *m_store; }

    [[nodiscard]] stores::Held look(const stores::Place& place) const {
        return writer()->look(place, {}).value();
    }
    [[nodiscard]] base::Result<stores::Outcome> apply(const stores::Change& change) const {
        return writer()->apply(change, {});
    }

protected:
    std::unique_ptr<stores::Store> m_store;

private:
    QTemporaryDir m_dir;
};

class RegistryFiles final : public RegistryStore {
public:
    explicit RegistryFiles(int versions) {
        writeFile(root() / "0/meta.yaml", "experiment_id: '0'\nlifecycle_stage: active\nname: a\n");
        writeFile(model() / "meta.yaml",
                  "aliases: {}\ncreation_timestamp: 1\ndescription: null\n"
                  "last_updated_timestamp: 1\nname: m\nowner_of_a_fork: someone  # kept\n");
        for (int i = 1; i <= versions; ++i)
            writeFile(version(i) / "meta.yaml",
                      "creation_timestamp: 1\ncurrent_stage: None\ndescription: null\n"
                      "last_updated_timestamp: 1\nname: m\nversion: " +
                          std::to_string(i) + '\n');
        std::filesystem::permissions(folder(), std::filesystem::perms(0755));
        m_store = std::move(stores::FileStore::open(root())).value();
    }
    [[nodiscard]] std::filesystem::path root() const { return folder() / "mlruns"; }
    [[nodiscard]] std::filesystem::path model() const { return root() / "models/m"; }
    [[nodiscard]] std::filesystem::path version(int number) const {
        return model() / ("version-" + std::to_string(number));
    }
};

class RegistryDatabase final : public RegistryStore {
public:
    explicit RegistryDatabase(int versions, const std::string& more = {}) {
        SqlFile sql(file());
        sql.run(SchemaOf3).run(
            "INSERT INTO registered_models (name, workspace) VALUES ('m', 'default')");
        for (int i = 1; i <= versions; ++i)
            sql.run(
                "INSERT INTO model_versions (name, version, current_stage, workspace) VALUES "
                "('m', " +
                std::to_string(i) + ", 'None', 'default')");
        sql.run(more);
        std::filesystem::permissions(folder(), std::filesystem::perms(0755));
        stores::SqlStore::Options options;
        options.patience = std::chrono::seconds(30);
        m_store = std::move(stores::SqlStore::open(file(), options)).value();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder() / "mlflow.db"; }
    [[nodiscard]] std::string text(const std::string& sql) const {
        return sql::Database::open(file(), sql::OpenMode::ReadOnly).value().text(sql).value();
    }
};

[[nodiscard]] inline std::unique_ptr<RegistryStore> registryStore(bool files, int versions) {
    if (files)
        return std::make_unique<RegistryFiles>(versions);
    return std::make_unique<RegistryDatabase>(versions);
}

[[nodiscard]] inline stores::Place aliasPlace(const std::string& alias) {
    return {stores::PlaceKind::ModelAlias, "m", alias, ""};
}
[[nodiscard]] inline stores::Place stagePlace(std::int64_t version) {
    return {stores::PlaceKind::VersionStage, "m", "", "", version};
}
[[nodiscard]] inline stores::Place tagPlace(const std::string& key, std::int64_t version) {
    return {stores::PlaceKind::VersionTag, "m", key, "", version};
}

}  // namespace podium::tests
