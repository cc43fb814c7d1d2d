// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/handle.h"
#include "stores/filestore/pollwatcher.h"
#include "stores/filestore/scratch.h"
#include "stores/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace podium::stores::filestore {

/// Is told of changes by the system (inotify(7)). Watches folders, not files: the root, each
/// experiment, the registry, and of each followed run its folder and everything below `metrics`,
/// `params` and `tags`. What the system or `maxWatches` gives no watch for goes to a PollWatcher
/// inside. Used by one thread at a time.
class InotifyWatcher final : public Watcher {
public:
    /// Falls back to `poll` alone if there is no inotify at all.
    [[nodiscard]] static std::unique_ptr<Watcher> create(const std::filesystem::path& root,
                                                         const std::vector<std::string>& runFolders,
                                                         std::size_t maxWatches,
                                                         std::unique_ptr<PollWatcher> poll);

    Change wait(int timeoutMs, std::stop_token stop) override;

private:
    /// What a watched folder is; the run's folder is empty for a part of the structure.
    struct Target {
        std::string path;
        std::string runFolder;
    };

    InotifyWatcher(const std::filesystem::path& root, std::size_t maxWatches,
                   std::unique_ptr<PollWatcher> poll, Fd inotify, Fd wake);
    bool add(const std::string& path, const std::string& runFolder);
    bool addRunTree(const std::string& path, const std::string& runFolder);
    bool addStructure();
    [[nodiscard]] std::vector<std::string> foldersIn(const std::string& path);
    void drain(Change& change);
    void take(int watch, std::uint32_t mask, const std::string& name, Change& change);
    void sleep(std::chrono::steady_clock::time_point until);

    std::string m_root;
    std::size_t m_maxWatches;
    std::unique_ptr<PollWatcher> m_poll;
    Fd m_inotify;
    Fd m_wake;
    Scratch m_scratch;
    std::unordered_map<int, Target> m_targets;
};

}  // namespace podium::stores::filestore
