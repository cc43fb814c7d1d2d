// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"

#include "base/utf8.h"
#include "stores/filestore/filewriter.h"
#include "stores/filestore/inotifywatcher.h"
#include "stores/filestore/pollwatcher.h"
#include "stores/filestore/readjob.h"
#include "stores/filestore/recognise.h"

#include <fcntl.h>
#include <cerrno>

namespace podium::stores {

using base::ErrorCode;

base::Result<std::unique_ptr<FileStore>> FileStore::open(const std::filesystem::path& path) {
    auto root = filestore::recognise(path);
    PODIUM_TRY(std::unique_ptr<FileStore>, root);
    return std::unique_ptr<FileStore>(new FileStore(std::move(root).value()));
}

bool FileStore::hasRuns() const {
    return filestore::hasRuns(m_root);
}

StoreInfo FileStore::info() const {
    const std::string root = base::toUtf8(m_root.native());
    return {"filestore", root, root};
}

base::Result<void> FileStore::read(const ReadRequest& request, const Known& known, Sink& sink,
                                   base::Progress& progress, std::stop_token stop) {
    const filestore::Opener opener(m_root.native());
    const filestore::Fd root(::open(m_root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::string shown = base::toUtf8(m_root.native());
    if (!root.valid()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return base::Error{ErrorCode::SourceVanished, {shown}};
        return base::Error{ErrorCode::PathNotReadable, {shown, base::systemReason(errno)}};
    }
    filestore::Scratch scratch;
    filestore::StorePlan plan =
        !request.models.empty()  ? filestore::planModels(opener, root.get(), request.models)
        : request.runIds.empty() ? filestore::planStore(opener, root.get(), scratch)
                                 : filestore::planRuns(opener, root.get(), request.runIds, scratch);
    if (plan.error != 0)
        return base::Error{ErrorCode::PathNotReadable, {shown, base::systemReason(plan.error)}};
    for (domain::Problem& problem : scratch.problems)
        sink.problem(std::move(problem), {}, {});
    scratch.problems.clear();
    filestore::ReadJob job(opener, root.get(), std::move(plan), request, known, sink, progress,
                           stop);
    job.run(request.threads != 0 ? request.threads : DefaultThreads, scratch);
    if (stop.stop_requested())
        return base::Cancelled{};
    return {};
}

std::unique_ptr<Watcher> FileStore::watch(const std::vector<std::string>& runFolders,
                                          WatchOptions options) const {
    auto poll = std::make_unique<filestore::PollWatcher>(m_root, options.pollMs);
    if (options.forcePolling || filestore::isRemoteFileSystem(m_root)) {
        for (const std::string& folder : runFolders)
            poll->add(folder);
        poll->watchStructure();
        return poll;
    }
    return filestore::InotifyWatcher::create(m_root, runFolders, options.maxWatches,
                                             std::move(poll));
}

std::unique_ptr<Watcher> FileStore::watch(const std::vector<std::string>& runFolders) const {
    return watch(runFolders, WatchOptions());
}

std::unique_ptr<StoreWriter> FileStore::writer() const {
    return std::make_unique<filestore::FileWriter>(m_root);
}

}  // namespace podium::stores
