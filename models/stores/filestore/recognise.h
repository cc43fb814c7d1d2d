// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace podium::stores::filestore {

/// The root (without links) of the file store that a path belongs to: the path itself, a folder
/// `mlruns` in it (of `mlruns/mlruns` the one that has runs), or the store around an experiment's,
/// a run's or the registry's folder. Looks at a few hundred entries at most. Errors: PathNotFound,
/// PathNotReadable, NotAStore, ArtifactRootOnly (folders of artifacts as a database's server leaves
/// them, without any meta.yaml); for a file UnsupportedSource if it is a SQLite database, else
/// NotADatabase.
[[nodiscard]] base::Result<std::filesystem::path> recognise(const std::filesystem::path& path);

/// True if some experiment of the store at this root has a run.
[[nodiscard]] bool hasRuns(const std::filesystem::path& root);

}  // namespace podium::stores::filestore
