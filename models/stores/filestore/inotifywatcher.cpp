// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/inotifywatcher.h"

#include "stores/filestore/keywalk.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cstring>

namespace podium::stores::filestore {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A training loop writes many files at once; they are told of together.
constexpr milliseconds GatherTime{50};

constexpr std::uint32_t StructureMask = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                        IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t RunMask = StructureMask | IN_MODIFY;

bool isTold(const Watcher::Change& change) {
    return change.wholeStore || !change.runIds.empty();
}

}  // namespace

std::unique_ptr<Watcher> InotifyWatcher::create(const std::filesystem::path& root,
                                                const std::vector<std::string>& runFolders,
                                                std::size_t maxWatches,
                                                std::unique_ptr<PollWatcher> poll) {
    Fd inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    Fd wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
    if (!inotify.valid() || !wake.valid()) {
        for (const std::string& folder : runFolders)
            poll->add(folder);
        poll->watchStructure();
        return poll;
    }
    std::unique_ptr<InotifyWatcher> watcher(
        new InotifyWatcher(root, maxWatches, std::move(poll), std::move(inotify), std::move(wake)));
    // Runs first: to follow them is what a person waits for.
    for (const std::string& folder : runFolders) {
        if (!watcher->addRunTree(folder, folder))
            watcher->m_poll->add(folder);
    }
    if (!watcher->addStructure())
        watcher->m_poll->watchStructure();
    return watcher;
}

InotifyWatcher::InotifyWatcher(const std::filesystem::path& root, std::size_t maxWatches,
                               std::unique_ptr<PollWatcher> poll, Fd inotify, Fd wake)
    : m_root(root.native()),
      m_maxWatches(maxWatches),
      m_poll(std::move(poll)),
      m_inotify(std::move(inotify)),
      m_wake(std::move(wake)) {}

bool InotifyWatcher::add(const std::string& path, const std::string& runFolder) {
    if (m_targets.size() >= m_maxWatches)
        return false;
    const std::string whole = path.empty() ? m_root : m_root + '/' + path;
    const std::uint32_t mask = runFolder.empty() ? StructureMask : RunMask;
    const int watch = ::inotify_add_watch(m_inotify.get(), whole.c_str(),
                                          mask | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK);
    if (watch < 0)
        return errno == ENOENT || errno == ENOTDIR;  // not there: nothing to watch
    m_targets[watch] = {path, runFolder};
    return true;
}

bool InotifyWatcher::addRunTree(const std::string& path, const std::string& runFolder) {
    struct Pending {
        std::string path;
        std::size_t depth;
    };
    std::vector<Pending> pending{{path, 0}};
    while (!pending.empty()) {
        const Pending next = std::move(pending.back());
        pending.pop_back();
        if (!add(next.path, runFolder))
            return false;
        if (next.depth >= MaxNesting)
            continue;
        for (const std::string& name : foldersIn(next.path)) {
            const bool inRun = next.path == runFolder;
            if (!inRun || name == "metrics" || name == "params" || name == "tags")
                pending.push_back({next.path + '/' + name, next.depth + 1});
        }
    }
    return true;
}

bool InotifyWatcher::addStructure() {
    bool all = add({}, {});
    for (const std::string& name : foldersIn({})) {
        all = all && add(name, {});
        if (name == "models") {
            for (const std::string& model : foldersIn(name))
                all = all && add(name + '/' + model, {});
        } else {
            all = all && add(name + "/models", {});
        }
    }
    return all;
}

std::vector<std::string> InotifyWatcher::foldersIn(const std::string& path) {
    std::vector<std::string> names;
    const std::string whole = path.empty() ? m_root : m_root + '/' + path;
    const Fd dir(::open(whole.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!dir.valid())
        return names;
    const auto mark = m_scratch.entries.mark();
    (void)m_scratch.entries.readFolder(dir.get());
    for (std::size_t i = mark.entries; i < m_scratch.entries.size(); ++i) {
        if (m_scratch.entries.type(i) == DT_DIR)
            names.emplace_back(m_scratch.entries.view(i));
    }
    m_scratch.entries.release(mark);
    return names;
}

Watcher::Change InotifyWatcher::wait(int timeoutMs, std::stop_token stop) {
    const std::stop_callback wakeUp(stop, [this] {
        const std::uint64_t one = 1;
        (void)!::write(m_wake.get(), &one, sizeof one);
    });
    Change change;
    const auto end = steady_clock::now() + milliseconds(timeoutMs);
    while (!stop.stop_requested()) {
        drain(change);
        m_poll->lookIfDue(change);
        if (isTold(change) || steady_clock::now() >= end)
            break;
        sleep(std::min(end, m_poll->nextLook()));
    }
    if (isTold(change) && !stop.stop_requested()) {
        const auto gathered = steady_clock::now() + GatherTime;
        while (!stop.stop_requested() && steady_clock::now() < gathered) {
            sleep(gathered);
            drain(change);
        }
    }
    return change;
}

void InotifyWatcher::sleep(steady_clock::time_point until) {
    std::array<pollfd, 2> sources{pollfd{m_inotify.get(), POLLIN, 0},
                                  pollfd{m_wake.get(), POLLIN, 0}};
    const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now()).count();
    (void)::poll(sources.data(), sources.size(),
                 static_cast<int>(std::clamp<long long>(left, 0, 60'000)));
    std::uint64_t count = 0;
    (void)!::read(m_wake.get(), &count, sizeof count);
}

void InotifyWatcher::drain(Change& change) {
    alignas(inotify_event) std::array<char, 16UL * 1024> events{};
    for (;;) {
        const auto got = ::read(m_inotify.get(), events.data(), events.size());
        if (got <= 0)
            return;
        for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
            inotify_event event{};
            std::memcpy(&event, events.data() + at, sizeof event);
            const char* name = events.data() + at + sizeof event;
            take(event.wd, event.mask, event.len > 0 ? std::string(name) : std::string(), change);
            at += sizeof event + event.len;
        }
    }
}

void InotifyWatcher::take(int watch, std::uint32_t mask, const std::string& name, Change& change) {
    if ((mask & IN_Q_OVERFLOW) != 0) {
        change.wholeStore = true;
        return;
    }
    const auto found = m_targets.find(watch);
    if (found == m_targets.end())
        return;
    const Target target = found->second;
    if ((mask & IN_IGNORED) != 0) {
        m_targets.erase(found);
        return;
    }
    const bool newFolder =
        (mask & IN_ISDIR) != 0 && (mask & (IN_CREATE | IN_MOVED_TO)) != 0 && !name.empty();
    const std::string path = target.path.empty() ? name : target.path + '/' + name;
    if (!target.runFolder.empty()) {
        const bool artifacts = target.path == target.runFolder && name == "artifacts";
        if (artifacts)
            return;
        addRun(change, target.runFolder);
        if (newFolder && !addRunTree(path, target.runFolder))
            m_poll->add(target.runFolder);
        return;
    }
    // Of files in the structure only a meta.yaml tells something; others are somebody's own.
    const bool aboutFolder = (mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
    if (!aboutFolder && name != "meta.yaml")
        return;
    change.wholeStore = true;
    const bool inRoot = target.path.empty();
    const bool inRegistry = target.path == "models";
    if (newFolder && (inRoot || inRegistry || name == "models") && !add(path, {}))
        m_poll->watchStructure();
}

}  // namespace podium::stores::filestore
