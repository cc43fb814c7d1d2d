// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/folderreader.h"

#include <string_view>

/// What a folder is, judged by what lies in it. Cheap: looks at no more than ProbeLimit entries.
namespace podium::stores::filestore {

enum class FolderKind {
    Unreadable,
    Empty,
    Experiment,      // has the meta.yaml of an experiment
    Run,             // has the meta.yaml of a run
    BrokenMeta,      // has a meta.yaml that tells nothing
    HoldsStore,      // has experiments: a store's root
    HoldsRuns,       // has runs, but no meta.yaml of its own
    HoldsArtifacts,  // has <run>/artifacts, or artifacts itself, without any meta.yaml
    Other,
};

/// Entries of a folder that are looked at.
inline constexpr std::size_t ProbeLimit = 256;

/// `dir`: the folder; one level below it is looked at, two for artifacts.
[[nodiscard]] FolderKind probeFolder(const Opener& opener, int dir, Scratch& scratch);

/// What the meta.yaml in the folder says it is: Experiment, Run, BrokenMeta, or Other if there is
/// none.
[[nodiscard]] FolderKind kindByMeta(const Opener& opener, int dir, Scratch& scratch);

/// True for 32 hexadecimal digits, the form of the run ids MLflow makes.
[[nodiscard]] bool looksLikeRunId(std::string_view name);
[[nodiscard]] bool isAllDigits(std::string_view name);

/// For a folder in an experiment without meta.yaml: true if it holds what only a run holds
/// (metrics, params, tags). Otherwise reports what it is, where that is worth a word, and is false.
[[nodiscard]] bool reportIfNoRun(FolderReader& folder, const Opener& opener, int dir);

}  // namespace podium::stores::filestore
