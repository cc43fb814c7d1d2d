// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>

namespace podium::tests {

/// A store that real MLflow made, unpacked from tests/data/<name>.tar.gz into a folder that goes
/// with this object. Empty folders and times are kept. In `registry-ops/<name>` are the operations
/// that MLflow made on copies of the store of that name, a JSON file each (README.md there).
class Fixture {
public:
    explicit Fixture(const QString& name);

    /// False if it could not be unpacked; then error() says why.
    [[nodiscard]] bool ok() const { return m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    /// The unpacked folder, e.g. ".../filestore-3.11".
    [[nodiscard]] QString folder() const { return m_folder; }
    /// The store in it, e.g. ".../filestore-3.11/mlruns".
    [[nodiscard]] std::filesystem::path mlruns() const;
    /// What MLflow's own client answered about the store: expected.json.
    [[nodiscard]] QJsonObject expected() const;

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    QString m_error;
};

}  // namespace podium::tests
