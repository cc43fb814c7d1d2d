// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/handle.h"
#include "stores/filestore/scratch.h"
#include "stores/store.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace podium::stores::filestore {

/// Notices changes by comparing times and sizes from time to time: for network file systems, which
/// tell nobody of a change made by another machine, and for what the system gives no watches for.
/// Used by one thread at a time.
class PollWatcher final : public Watcher {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    PollWatcher(const std::filesystem::path& root, int pollMs);

    /// Follows a run's files; `folder` from the root on.
    void add(const std::string& folder);
    /// Follows which experiments, runs and registered models there are.
    void watchStructure();

    Change wait(int timeoutMs, std::stop_token stop) override;

    /// Compares if it is time to; adds what it found to `change`.
    void lookIfDue(Change& change);
    /// When lookIfDue() will look next; far away if nothing is polled.
    [[nodiscard]] TimePoint nextLook() const;

private:
    struct FollowedRun {
        std::string folder;
        Fingerprint state = 0;
    };
    [[nodiscard]] Fingerprint stateOf(const std::string& runFolder);
    [[nodiscard]] Fingerprint structure();

    Opener m_opener;
    std::chrono::milliseconds m_interval;
    TimePoint m_next;
    Scratch m_scratch;
    std::vector<FollowedRun> m_runs;
    bool m_followsStructure = false;
    Fingerprint m_structure = 0;
};

/// Adds a run to the change unless it is in it. `folder`: from the root on.
void addRun(Watcher::Change& change, const std::string& folder);

/// True for file systems whose changes may come from elsewhere (statfs(2): NFS, SMB, FUSE, 9P,
/// AFS, Ceph, Lustre, GPFS, VirtualBox).
[[nodiscard]] bool isRemoteFileSystem(const std::filesystem::path& path);

}  // namespace podium::stores::filestore
