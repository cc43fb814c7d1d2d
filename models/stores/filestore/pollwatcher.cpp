// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/pollwatcher.h"

#include "base/utf8.h"
#include "stores/filestore/fingerprint.h"
#include "stores/filestore/runreader.h"

#include <fcntl.h>
#include <sys/vfs.h>
#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>

namespace podium::stores::filestore {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

PollWatcher::PollWatcher(const std::filesystem::path& root, int pollMs)
    : m_opener(root.native()),
      m_interval(std::max(pollMs, 1)),
      m_next(steady_clock::now() + m_interval) {}

void PollWatcher::add(const std::string& folder) {
    m_runs.push_back({folder, stateOf(folder)});
}

void PollWatcher::watchStructure() {
    m_followsStructure = true;
    m_structure = structure();
}

PollWatcher::TimePoint PollWatcher::nextLook() const {
    return m_followsStructure || !m_runs.empty() ? m_next : TimePoint::max();
}

void PollWatcher::lookIfDue(Change& change) {
    if (steady_clock::now() < nextLook())
        return;
    for (FollowedRun& run : m_runs) {
        const Fingerprint state = stateOf(run.folder);
        if (std::exchange(run.state, state) != state)
            addRun(change, run.folder);
    }
    if (m_followsStructure) {
        const Fingerprint state = structure();
        change.wholeStore = std::exchange(m_structure, state) != state || change.wholeStore;
    }
    // Counted from the end of a look, so that a slow network is not asked without a pause.
    m_next = steady_clock::now() + m_interval;
}

Watcher::Change PollWatcher::wait(int timeoutMs, std::stop_token stop) {
    Change change;
    std::mutex mutex;
    std::condition_variable_any wake;
    const auto end = steady_clock::now() + milliseconds(timeoutMs);
    while (!stop.stop_requested()) {
        lookIfDue(change);
        if (change.wholeStore || !change.runIds.empty() || steady_clock::now() >= end)
            break;
        std::unique_lock lock(mutex);
        wake.wait_until(lock, stop, std::min(end, nextLook()), [] { return false; });
    }
    return change;
}

Fingerprint PollWatcher::stateOf(const std::string& runFolder) {
    const Fd dir(
        ::open((m_opener.root() + '/' + runFolder).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return dir.valid() ? runState(m_opener, dir.get(), m_scratch) : 0;
}

/// Times of the root, of what lies in it and of the registered models: a folder's time changes when
/// something is made or removed in it. An experiment's and a model's meta.yaml may be rewritten in
/// place, so they count themselves.
Fingerprint PollWatcher::structure() {
    FingerprintSum sum;
    const auto addFolders = [&](const std::string& path, const char* prefix) {
        const Fd dir(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct stat status {};
        if (!dir.valid() || ::fstat(dir.get(), &status) != 0)
            return;
        sum.add(prefix, status);
        const auto mark = m_scratch.entries.mark();
        (void)m_scratch.entries.readFolder(dir.get());
        for (std::size_t i = mark.entries; i < m_scratch.entries.size(); ++i) {
            if (m_scratch.entries.type(i) != DT_DIR)
                continue;
            for (const char* part : {"", "/meta.yaml", "/models"}) {
                const std::string name = m_scratch.entries.name(i) + std::string(part);
                if (::fstatat(dir.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
                    sum.add(prefix + name, status);
            }
        }
        m_scratch.entries.release(mark);
    };
    addFolders(m_opener.root(), "");
    addFolders(m_opener.root() + "/models", "models/");
    addFolders(m_opener.root() + "/.trash", ".trash/");
    return sum.value();
}

void addRun(Watcher::Change& change, const std::string& folder) {
    std::string id = base::toUtf8(folder.substr(folder.rfind('/') + 1));
    if (std::find(change.runIds.begin(), change.runIds.end(), id) == change.runIds.end())
        change.runIds.push_back(std::move(id));
}

bool isRemoteFileSystem(const std::filesystem::path& path) {
    // Numbers from statfs(2) and linux/magic.h.
    constexpr std::array<unsigned long, 11> Remote = {
        0x6969,      // NFS
        0x517B,      // SMB
        0xFE534D42,  // SMB 2
        0xFF534D42,  // CIFS
        0x65735546,  // FUSE: sshfs, s3fs, rclone ...
        0x01021997,  // 9P
        0x5346414F,  // AFS
        0x00C36400,  // Ceph
        0x0BD00BD0,  // Lustre
        0x47504653,  // GPFS
        0x786F4256,  // VirtualBox
    };
    struct statfs info {};
    if (::statfs(path.c_str(), &info) != 0)
        return false;
    const auto type = static_cast<unsigned long>(info.f_type) & 0xFFFFFFFFUL;
    return std::find(Remote.begin(), Remote.end(), type) != Remote.end();
}

}  // namespace podium::stores::filestore
