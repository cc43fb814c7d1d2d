// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/filestore/folderreader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace podium::stores::filestore {

/// A folder's name and its inode: files of neighbouring inodes lie near each other on disk, so
/// that reading in their order saves a cold disk from seeking.
struct NamedFolder {
    std::string name;
    std::uint64_t inode = 0;
};

struct ExperimentFolder {
    std::string id;      // the folder's name, as UTF-8
    std::string folder;  // from the root on, as it is on disk: "1" or ".trash/1"
    bool trashed = false;
    std::vector<NamedFolder> runs;    // candidates; whether one is a run shows when it is read
    std::vector<NamedFolder> models;  // logged models, in its folder `models`
};

/// What is to be read in a store, found by listing folders only.
struct StorePlan {
    std::vector<ExperimentFolder> experiments;
    std::vector<NamedFolder> registered;  // in the root's folder `models`
    std::size_t runs = 0;
    int error = 0;  // the root itself could not be listed: errno value
};

/// Lists the store. What does not belong into one is reported into the scratch.
[[nodiscard]] StorePlan planStore(const Opener& opener, int rootDir, Scratch& scratch);

/// Lists only what is needed to read these runs; `runIds` as folder names.
[[nodiscard]] StorePlan planRuns(const Opener& opener, int rootDir,
                                 const std::vector<std::string>& runIds, Scratch& scratch);

/// Only these registered models, as folder names; those that are there.
[[nodiscard]] StorePlan planModels(const Opener& opener, int rootDir,
                                   const std::vector<std::string>& names);

}  // namespace podium::stores::filestore
