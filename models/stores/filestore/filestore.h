// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace podium::stores {

/// MLflow's file store: a folder, usually `mlruns`, of experiments, runs, logged models and the
/// model registry, as MLflow 0.x to 3.x write it. Reading opens files for reading only and locks
/// nothing.
/// Where MLflow gives up on a store because of one bad file, the rest is read and the file becomes
/// a problem.
///
/// read() starts its own threads and ends them before it returns. The sink gets an experiment
/// before its runs, and a run's problems right before the run. A whole read gives every experiment,
/// logged model and registered model again, changed or not; with ReadRequest::runIds only the
/// experiments of these runs and the runs. A model's deleted versions are left out, deleted logged
/// models have Lifecycle::Deleted.
class FileStore final : public Store {
public:
    /// Threads used when a request names none: more do not help a warm file system, but on a cold
    /// one they keep several reads under way.
    static constexpr unsigned DefaultThreads = 8;

    /// Opens the store that `path` belongs to: its root, the folder that holds it, or an experiment
    /// or run in it. Fails with PathNotFound, PathNotReadable, NotAStore, ArtifactRootOnly, and for
    /// a file with NotADatabase or UnsupportedSource.
    [[nodiscard]] static base::Result<std::unique_ptr<FileStore>> open(
        const std::filesystem::path& path);

    /// True if there is a run in it. Looks at a few hundred entries at most.
    [[nodiscard]] bool hasRuns() const;

    [[nodiscard]] StoreInfo info() const override;
    /// Fails with SourceVanished if the root is gone, PathNotReadable if it can't be listed.
    base::Result<void> read(const ReadRequest& request, const Known& known, Sink& sink,
                            base::Progress& progress, std::stop_token stop) override;

    /// How changes are noticed.
    struct WatchOptions {
        bool forcePolling = false;      // also where the system could tell
        int pollMs = 2000;              // between two looks when polling
        std::size_t maxWatches = 4096;  // folders; what is beyond is polled
    };

    /// Watches the root, its experiments and registry for new and vanished folders, and the files
    /// of these runs (Run::folder) for any change. By inotify on local file systems, by looking at
    /// times and sizes on network file systems (NFS, SMB, FUSE and the like) and when the system
    /// gives no more watches. Independent of this object.
    [[nodiscard]] std::unique_ptr<Watcher> watch(const std::vector<std::string>& runFolders,
                                                 WatchOptions options) const;
    [[nodiscard]] std::unique_ptr<Watcher> watch(const std::vector<std::string>& runFolders) const;
    [[nodiscard]] std::unique_ptr<StoreWriter> writer() const override;

private:
    explicit FileStore(std::filesystem::path root) : m_root(std::move(root)) {}

    std::filesystem::path m_root;  // without links
};

}  // namespace podium::stores
