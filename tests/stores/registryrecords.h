// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/write.h"

#include <QJsonObject>
#include <QString>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What MLflow did to copies of the fixture stores, see tests/data/registry-ops/README.md.
namespace podium::tests {

/// One call of MlflowClient.
struct RegistryCall {
    QString name;
    QJsonObject args;
};

/// A store's files by path, or its rows by table and key; with modes and whole contents.
using StoreState = std::map<std::string, std::string>;

class RegistryRecord {
public:
    RegistryRecord() = default;
    RegistryRecord(QString name, QJsonObject json)
        : m_name(std::move(name)), m_json(std::move(json)) {}

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const QJsonObject& json() const { return m_json; }
    [[nodiscard]] std::vector<RegistryCall> calls() const;
    /// The call that was refused, -1 if none was.
    [[nodiscard]] int refusedAt() const;
    /// What MLflow made of a state.
    [[nodiscard]] StoreState after(StoreState state) const;
    /// Takes the times of the operation out of a state: they come in the record's order. Lists
    /// without an order get one.
    [[nodiscard]] std::vector<std::int64_t> takeTimes(StoreState& state) const;

private:
    QString m_name;
    QJsonObject m_json;
};

/// All records of a store, by name; empty if the archive can't be read.
[[nodiscard]] std::vector<RegistryRecord> registryRecords(const QString& store);

/// The decision that a call is, without its basis; nothing for a call that Podium has no decision
/// for. Numbers and None become text as in MLflow's client.
[[nodiscard]] std::optional<stores::Change> decisionFor(const RegistryCall& call);

/// The state of a file store's registry, or of a whole database.
[[nodiscard]] StoreState stateOfModels(const std::filesystem::path& root);
[[nodiscard]] StoreState stateOfDatabase(const std::filesystem::path& file);

}  // namespace podium::tests
