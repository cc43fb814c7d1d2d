// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/source.h"
#include "base/progress.h"
#include "base/result.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace podium::views {

/// True for names of files that do something when they are opened (scripts, launchers, programs):
/// they are never handed to the desktop.
[[nodiscard]] bool isActiveFile(const std::string& name);

/// Copies a file below an artifact root to a local path; what was there is replaced only when all
/// has been written. Progress counts bytes. For workers. Errors: those of artifacts::File,
/// WriteFailed.
[[nodiscard]] base::Result<bool> copyArtifact(const std::filesystem::path& root,
                                              const std::string& raw, const QString& target,
                                              const std::stop_token& stop,
                                              base::Progress& progress);

/// What saveTree() did.
struct SavedTree {
    qint64 files = 0;
    std::optional<base::Error> failure;  // of the first file that could not be saved
};

/// Copies everything below a folder of artifacts ("" is the root) into a folder of this machine,
/// fetching it where need be. A file that can't be had does not end it. Nothing is written outside
/// of `target`, and links are left out. Progress counts files. For workers.
[[nodiscard]] base::Result<SavedTree> saveTree(artifacts::ArtifactSource& source,
                                               const std::string& rawFolder, const QString& target,
                                               const std::stop_token& stop,
                                               base::Progress& progress);

}  // namespace podium::views
