// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/experimentreader.h"

#include "base/utf8.h"
#include "stores/filestore/probe.h"

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

/// MLflow 1.x never wrote "deleted" into an experiment's meta.yaml: being in .trash was all.
/// MLflow 2.x and 3.x go by the meta.yaml alone. What tells them apart: creation_time came with
/// 1.29, and 2.0 began to draw ids of 18 digits where 1.x counted (file_store.py of each).
domain::Lifecycle lifecycleOf(const MetaDocument& meta, const ExperimentFolder& folder) {
    constexpr std::size_t LongestCounted = 12;
    const bool countedId = isAllDigits(folder.id) && folder.id.size() <= LongestCounted;
    const bool byPlace = !meta.has("creation_time") || (countedId && folder.id != "0");
    const bool deleted = byPlace ? folder.trashed : meta.text("lifecycle_stage") == "deleted";
    return deleted ? domain::Lifecycle::Deleted : domain::Lifecycle::Active;
}

}  // namespace

ReadExperiment readExperiment(const Opener& opener, const ExperimentFolder& folder, int dir,
                              Scratch& scratch) {
    constexpr std::string_view Name = "meta.yaml";
    FolderReader reader(opener, scratch, dir, folder.folder);
    ReadExperiment result;
    domain::Experiment& experiment = result.experiment;
    MetaDocument& meta = scratch.meta;
    const MetaState state = reader.meta(meta);
    if (state == MetaState::Missing)
        reader.problem(ErrorCode::MetaMissing, Name);

    experiment.experimentId = folder.id;
    experiment.folder = base::toUtf8(folder.folder);
    experiment.name = meta.text("name");
    experiment.artifactLocation = meta.text("artifact_location");
    experiment.creationTime = meta.integer("creation_time");
    experiment.lastUpdateTime = meta.integer("last_update_time");
    experiment.lifecycle = lifecycleOf(meta, folder);
    result.writtenId = meta.text("experiment_id");
    if (state == MetaState::Ok) {
        if (!meta.has("experiment_id"))
            reader.problem(ErrorCode::MetaKeyMissing, Name, {"experiment_id"});
        else if (!meta.names("experiment_id", folder.id))
            reader.problem(ErrorCode::MetaIdMismatch, Name, {result.writtenId, folder.id});
        if (experiment.name.empty())
            reader.problem(ErrorCode::MetaKeyMissing, Name, {"name"});
    }
    if (experiment.name.empty())
        experiment.name = folder.id;
    if (result.writtenId.empty())
        result.writtenId = folder.id;
    reader.values("tags", experiment.tags);
    return result;
}

}  // namespace podium::stores::filestore
