// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/recognise.h"

#include "base/utf8.h"
#include "stores/filestore/probe.h"

#include <fcntl.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace podium::stores::filestore {

namespace {

using base::Error;
using base::ErrorCode;
using std::filesystem::path;

/// A folder at a path. Links on the way are a person's own and are followed.
Fd openFolder(const path& folder) {
    return Fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Error errorFor(const path& place, int error) {
    const std::string shown = base::toUtf8(place.native());
    if (error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG)
        return {ErrorCode::PathNotFound, {shown}};
    return {ErrorCode::PathNotReadable, {shown, base::systemReason(error)}};
}

Error errorForFile(const path& file) {
    constexpr std::string_view Magic("SQLite format 3\0", 16);  // sqlite.org/fileformat.html 1.2
    const std::string shown = base::toUtf8(file.native());
    const Fd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!fd.valid())
        return errorFor(file, errno);
    std::array<char, 16> start{};
    const bool isDatabase = readFully(fd.get(), start.data(), start.size()) == 16 &&
                            std::memcmp(start.data(), Magic.data(), Magic.size()) == 0;
    return {isDatabase ? ErrorCode::UnsupportedSource : ErrorCode::NotADatabase, {shown}};
}

/// Looks at folders to find a store.
class Recogniser {
public:
    explicit Recogniser(const path& start) : m_opener(start.native()) {}

    /// What a folder is as the root of a store: HoldsStore, or what else it was found to be.
    FolderKind kindAsRoot(const path& folder) {
        const Fd fd = openFolder(folder);
        if (!fd.valid())
            return FolderKind::Unreadable;
        const FolderKind kind = probeFolder(m_opener, fd.get(), m_scratch);
        if (kind == FolderKind::HoldsStore || kind == FolderKind::Experiment ||
            kind == FolderKind::Run)
            return kind;
        if (hasRegistry(fd.get()) || hasTrash(fd.get()) || hasLooseRuns(fd.get()))
            return FolderKind::HoldsStore;
        // Artifacts of a server lie in <experiment>/<run>/artifacts.
        const bool artifacts = kind != FolderKind::Other && kind != FolderKind::Empty;
        if (!artifacts && anyChild(fd.get(), FolderKind::HoldsArtifacts, 16))
            return FolderKind::HoldsArtifacts;
        return kind;
    }

    /// True if some experiment of this store has a run.
    bool hasRuns(const path& root) {
        const Fd fd = openFolder(root);
        return fd.valid() && anyGrandchildRun(fd.get());
    }

private:
    template <typename Test>
    bool anyFolder(int dir, std::size_t limit, Test&& test) {
        const Opened self = m_opener.folder(dir, ".", false);
        if (self.state != OpenState::Ok)
            return false;
        const auto mark = m_scratch.entries.mark();
        (void)m_scratch.entries.readFolder(self.fd.get());
        std::vector<std::string> names;
        for (std::size_t i = mark.entries; i < m_scratch.entries.size(); ++i) {
            if (m_scratch.entries.type(i) == DT_DIR && names.size() < limit)
                names.emplace_back(m_scratch.entries.view(i));
        }
        m_scratch.entries.release(mark);
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            const Opened child = m_opener.folder(dir, name.c_str(), false);
            return child.state == OpenState::Ok && test(child.fd.get(), name);
        });
    }

    bool anyChild(int dir, FolderKind kind, std::size_t limit) {
        return anyFolder(dir, limit, [&](int child, const std::string&) {
            return probeFolder(m_opener, child, m_scratch) == kind;
        });
    }

    bool anyGrandchildRun(int dir) {
        return anyFolder(dir, ProbeLimit, [&](int experiment, const std::string&) {
            return anyFolder(experiment, ProbeLimit, [&](int run, const std::string&) {
                return kindByMeta(m_opener, run, m_scratch) == FolderKind::Run;
            });
        });
    }

    /// Runs in experiments that have lost their meta.yaml.
    bool hasLooseRuns(int dir) {
        return anyFolder(dir, 64, [&](int child, const std::string& name) {
            return (isAllDigits(name) || name == ".trash") &&
                   probeFolder(m_opener, child, m_scratch) == FolderKind::HoldsRuns;
        });
    }

    /// An experiment deleted last leaves a store of nothing but its trash.
    bool hasTrash(int dir) {
        struct stat status {};
        return ::fstatat(dir, ".trash", &status, AT_SYMLINK_NOFOLLOW) == 0 &&
               S_ISDIR(status.st_mode) && kindByMeta(m_opener, dir, m_scratch) == FolderKind::Other;
    }

    bool hasRegistry(int dir) {
        const Opened models = m_opener.folder(dir, "models", false);
        return models.state == OpenState::Ok &&
               anyFolder(models.fd.get(), ProbeLimit, [&](int model, const std::string&) {
                   MetaDocument meta;
                   FolderReader reader(m_opener, m_scratch, model, {});
                   const bool known = reader.meta(meta) == MetaState::Ok &&
                                      meta.has("creation_timestamp") && !meta.has("model_id");
                   m_scratch.problems.clear();
                   return known;
               });
    }

    Opener m_opener;
    Scratch m_scratch;
};

/// The store around an experiment's folder; deleted ones lie one folder deeper.
path rootAround(const path& experiment) {
    const path parent = experiment.parent_path();
    return parent.filename() == ".trash" ? parent.parent_path() : parent;
}

/// The store in `folder/mlruns` or `folder/mlruns/mlruns`.
std::optional<path> storeBelow(Recogniser& recogniser, const path& folder) {
    std::optional<path> found;
    path candidate = folder;
    for (int level = 0; level < 2; ++level) {
        candidate /= "mlruns";
        if (recogniser.kindAsRoot(candidate) != FolderKind::HoldsStore)
            continue;
        if (!found || (!recogniser.hasRuns(*found) && recogniser.hasRuns(candidate)))
            found = candidate;
    }
    return found;
}

base::Result<path> recogniseFolder(const path& folder) {
    Recogniser recogniser(folder);
    const FolderKind kind = recogniser.kindAsRoot(folder);
    if (kind == FolderKind::HoldsStore) {
        const auto inner = storeBelow(recogniser, folder);
        return inner && !recogniser.hasRuns(folder) && recogniser.hasRuns(*inner) ? *inner : folder;
    }
    if (kind == FolderKind::Experiment)
        return rootAround(folder);
    if (kind == FolderKind::Run)
        return rootAround(folder.parent_path());
    if (const auto inner = storeBelow(recogniser, folder))
        return *inner;
    for (const char* part : {"models", ".trash"}) {
        if (folder.filename() == part &&
            recogniser.kindAsRoot(folder.parent_path()) == FolderKind::HoldsStore)
            return folder.parent_path();
    }
    const std::string shown = base::toUtf8(folder.native());
    if (kind == FolderKind::HoldsArtifacts ||
        recogniser.kindAsRoot(folder / "mlruns") == FolderKind::HoldsArtifacts)
        return Error{ErrorCode::ArtifactRootOnly, {shown}};
    return Error{ErrorCode::NotAStore, {shown}};
}

}  // namespace

base::Result<path> recognise(const path& place) {
    struct stat status {};
    if (::stat(place.c_str(), &status) != 0)
        return errorFor(place, errno);
    if (S_ISREG(status.st_mode))
        return errorForFile(place);
    if (!S_ISDIR(status.st_mode))
        return Error{ErrorCode::NotAStore, {base::toUtf8(place.native())}};
    if (const Fd fd = openFolder(place); !fd.valid())
        return errorFor(place, errno);
    std::error_code error;
    const path real = std::filesystem::canonical(place, error);
    if (error)
        return errorFor(place, error.value());
    return recogniseFolder(real);
}

bool hasRuns(const path& root) {
    return Recogniser(root).hasRuns(root);
}

}  // namespace podium::stores::filestore
