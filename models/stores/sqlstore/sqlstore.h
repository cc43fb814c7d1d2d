// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/store.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace podium::stores {

namespace sqlstore {
class Access;
}

/// MLflow's database in a SQLite file (`mlflow.db`), of any version from 1.0 on. Reading leaves the
/// file and its folder as they are, byte for byte. Which tables and columns there are is
/// looked at, not concluded from a version. Short transactions, so that a program which writes
/// meanwhile need not wait; every run comes whole, as it was at one moment.
///
/// Experiments and registered models of another workspace than `default` are called
/// `workspace/name`. read() starts its own threads and ends them before it returns.
class SqlStore final : public Store {
public:
    struct Options {
        std::chrono::milliseconds patience{20'000};  // for somebody else's lock
        int pollMs = 500;                            // between two looks of a watcher
    };

    /// True if the path is a file that is a SQLite database or is called like one, or a folder that
    /// is called like one.
    [[nodiscard]] static bool takes(const std::filesystem::path& path);

    /// True if the file is a SQLite database, whosever.
    [[nodiscard]] static bool holdsDatabase(const std::filesystem::path& file);

    /// Opens a database file. Fails with PathNotFound, PathNotReadable, FolderNotDatabase,
    /// EmptyDatabase, NotADatabase, DatabaseNotMlflow, DatabaseBusy, StoreDamaged.
    [[nodiscard]] static base::Result<std::unique_ptr<SqlStore>> open(
        const std::filesystem::path& path, Options options);
    [[nodiscard]] static base::Result<std::unique_ptr<SqlStore>> open(
        const std::filesystem::path& path);
    ~SqlStore() override;

    [[nodiscard]] StoreInfo info() const override;
    /// Fails with SourceVanished if the file is gone, and as open() does. Broken parts of the file
    /// are problems; runs outside of them are read.
    base::Result<void> read(const ReadRequest& request, const Known& known, Sink& sink,
                            base::Progress& progress, std::stop_token stop) override;
    /// Looks at times and sizes, and into the database when they change. `runFolders` are run ids.
    [[nodiscard]] std::unique_ptr<Watcher> watch(
        const std::vector<std::string>& runFolders) const override;
    [[nodiscard]] std::unique_ptr<StoreWriter> writer() const override;

private:
    SqlStore(std::filesystem::path path, Options options);

    std::filesystem::path m_path;  // without links
    Options m_options;
    std::unique_ptr<sqlstore::Access> m_opened;  // for the first read
};

}  // namespace podium::stores
