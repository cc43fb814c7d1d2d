// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/probe.h"

#include <fcntl.h>
#include <algorithm>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

bool hasFolder(int dir, const char* name) {
    struct stat status {};
    return ::fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

/// Counts what the folders in a folder are.
struct Census {
    std::size_t entries = 0;
    std::size_t experiments = 0;
    std::size_t runs = 0;
    std::size_t brokenMetas = 0;
    std::size_t artifacts = 0;
};

void look(const Opener& opener, int dir, const char* name, Scratch& scratch, Census& census) {
    const Opened child = opener.folder(dir, name, false);
    if (child.state != OpenState::Ok)
        return;
    switch (kindByMeta(opener, child.fd.get(), scratch)) {
        case FolderKind::Experiment:
            ++census.experiments;
            return;
        case FolderKind::Run:
            ++census.runs;
            return;
        case FolderKind::BrokenMeta:
            ++census.brokenMetas;
            return;
        default:
            break;
    }
    census.artifacts += hasFolder(child.fd.get(), "artifacts") ? 1U : 0U;
}

}  // namespace

FolderKind kindByMeta(const Opener& opener, int dir, Scratch& scratch) {
    const std::size_t problems = scratch.problems.size();
    MetaDocument meta;
    FolderReader reader(opener, scratch, dir, {});
    const MetaState state = reader.meta(meta);
    scratch.problems.resize(problems);  // whoever reads the folder for real reports them
    if (state == MetaState::Missing)
        return FolderKind::Other;
    if (meta.has("run_id") || meta.has("run_uuid") || meta.has("artifact_uri"))
        return FolderKind::Run;
    if (meta.has("experiment_id") && !meta.has("model_id"))
        return FolderKind::Experiment;
    return FolderKind::BrokenMeta;
}

FolderKind probeFolder(const Opener& opener, int dir, Scratch& scratch) {
    const FolderKind byMeta = kindByMeta(opener, dir, scratch);
    if (byMeta == FolderKind::Experiment || byMeta == FolderKind::Run)
        return byMeta;
    // A descriptor of its own: the position in the folder belongs to the caller.
    const Opened self = opener.folder(dir, ".", false);
    const auto mark = scratch.entries.mark();
    if (self.state != OpenState::Ok || scratch.entries.readFolder(self.fd.get()) != 0) {
        scratch.entries.release(mark);
        return FolderKind::Unreadable;
    }
    Census census;
    for (std::size_t i = mark.entries; i < scratch.entries.size(); ++i) {
        if (isStranger(scratch.entries.view(i)))
            continue;
        if (++census.entries > ProbeLimit)
            break;
        if (scratch.entries.type(i) != DT_DIR)
            continue;
        look(opener, dir, scratch.entries.name(i), scratch, census);
    }
    scratch.entries.release(mark);
    if (census.experiments > 0)
        return FolderKind::HoldsStore;
    if (census.runs > 0)
        return FolderKind::HoldsRuns;
    if (byMeta == FolderKind::BrokenMeta || census.brokenMetas > 0)
        return FolderKind::BrokenMeta;
    if (census.artifacts > 0 || hasFolder(dir, "artifacts"))
        return FolderKind::HoldsArtifacts;
    return census.entries == 0 ? FolderKind::Empty : FolderKind::Other;
}

bool looksLikeRunId(std::string_view name) {
    return name.size() == 32 &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isAllDigits(std::string_view name) {
    return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

bool reportIfNoRun(FolderReader& folder, const Opener& opener, int dir) {
    if (hasFolder(dir, "metrics") || hasFolder(dir, "params") || hasFolder(dir, "tags"))
        return true;
    const std::string_view path = folder.folder();
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const FolderKind kind = probeFolder(opener, dir, folder.scratch());
    if (kind == FolderKind::HoldsStore)
        folder.problem(ErrorCode::NestedStore, {});
    else if (looksLikeRunId(name) || kind == FolderKind::HoldsArtifacts)
        folder.problem(ErrorCode::MetaMissing, {});
    else if (kind != FolderKind::Empty)
        folder.problem(ErrorCode::UnexpectedEntry, {});
    return false;
}

}  // namespace podium::stores::filestore
