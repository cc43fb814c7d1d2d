// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/filestore/folderreader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace podium::stores::filestore {

struct ReadRegistered {
    domain::RegisteredModel model;
    std::vector<domain::ModelVersion> versions;  // by number, without deleted ones
};

struct VersionFolder {
    std::int64_t number = 0;
    std::string name;  // "version-<number>"
};

/// The folders of a model's versions, by number, deleted ones too. `dir` is the model's.
[[nodiscard]] std::vector<VersionFolder> versionFolders(const Opener& opener, int dir,
                                                        FolderReader& folder);

/// Reads a registered model's folder, `models/<name>`, with its versions. Nothing if it is none;
/// that is reported. Aliases come from the folder `aliases`: the copy in meta.yaml is stale.
[[nodiscard]] std::optional<ReadRegistered> readRegistered(const Opener& opener,
                                                           FolderReader& folder, int dir,
                                                           const std::string& name);

}  // namespace podium::stores::filestore
