// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cache/reader.h"
#include "domain/entities.h"
#include "domain/signature.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace podium::registry {

/// A file of a version's model. Paths count from the model's own folder.
struct FileFacts {
    std::string path;
    std::int64_t size = -1;   // bytes; -1 where it is not known
    std::string sha256 = {};  // "" where the content is not here
};

/// Why something of a version is not known.
enum class Gap {
    None,
    NoRun,         // the version names no run
    RunNotRead,    // its run is not in the cache
    FilesNotHere,  // its files are on a server and were never fetched or listed
    FilesGone,     // its files are not where they should be
    NoFile,        // the model has no such file (requirements, MLmodel)
    NoIncumbent,   // there is no other version to compare with
};

/// All that is known here of one version. Plain values; loaded by session::loadVersionFacts().
struct VersionFacts {
    domain::ModelVersion version;
    std::vector<std::string> aliases;  // of the model, that point to it

    Gap runGap = Gap::RunNotRead;  // None: what follows is known
    base::RunNo runNo;
    std::string runName;
    std::vector<cache::ReducedMetric> metrics;
    std::vector<domain::Param> params;
    std::vector<domain::Tag> runTags;
    std::vector<domain::DatasetInput> datasets;

    Gap packagesGap = Gap::FilesNotHere;
    std::map<std::string, std::string> packages;  // name to version or condition
    std::vector<std::string> packageFiles;        // where they were read

    Gap signatureGap = Gap::FilesNotHere;  // None with an empty signature: the model has none
    domain::Signature signature;

    Gap filesGap = Gap::FilesNotHere;
    std::vector<FileFacts> files;  // by path
    bool filesCut = false;         // there are more than are listed
};

}  // namespace podium::registry
