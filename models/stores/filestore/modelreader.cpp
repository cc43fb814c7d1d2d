// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/modelreader.h"

#include "base/utf8.h"
#include "stores/filestore/metricfile.h"

#include <algorithm>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

domain::LoggedModelStatus statusOf(FolderReader& folder, const MetaDocument& meta) {
    const MetaValue* value = meta.find("status");
    if (value == nullptr)
        return domain::LoggedModelStatus::Unspecified;
    const auto number = value->asInteger();
    if (number && *number >= 0 && *number <= 3)
        return static_cast<domain::LoggedModelStatus>(*number);
    folder.problem(ErrorCode::MetaValueInvalid, "meta.yaml", {"status", value->asText()});
    return domain::LoggedModelStatus::Unspecified;
}

}  // namespace

std::optional<domain::LoggedModel> readLoggedModel(FolderReader& folder, const std::string& id,
                                                   const std::string& experimentId,
                                                   const std::stop_token& stop) {
    MetaDocument& meta = folder.scratch().meta;
    const MetaState state = folder.meta(meta);
    if (state == MetaState::Missing) {
        folder.problem(ErrorCode::MetaMissing, {});
        return std::nullopt;
    }
    domain::LoggedModel model;
    model.modelId = id;
    model.experimentId = experimentId;
    model.folder = base::toUtf8(folder.folder());
    model.name = meta.text("name");
    model.statusMessage = meta.text("status_message");
    model.modelType = meta.text("model_type");
    model.sourceRunId = meta.text("source_run_id");
    model.artifactLocation = meta.text("artifact_location");
    model.creationTime = meta.integer("creation_timestamp");
    model.lastUpdateTime = meta.integer("last_updated_timestamp");
    // Finalizing a model drops the key.
    model.lifecycle = meta.text("lifecycle_stage") == "deleted" ? domain::Lifecycle::Deleted
                                                                : domain::Lifecycle::Active;
    if (state == MetaState::Ok) {
        model.status = statusOf(folder, meta);
        if (!meta.names("model_id", id))
            folder.problem(ErrorCode::MetaIdMismatch, "meta.yaml", {meta.text("model_id"), id});
    }
    folder.values("params", model.params);
    folder.values("tags", model.tags);
    folder.files("metrics", true, [&](Opened& file, const std::string& key, std::string_view path) {
        readModelMetric(folder, file, key, path, stop, model.metrics);
    });
    std::stable_sort(model.metrics.begin(), model.metrics.end(),
                     [](const auto& a, const auto& b) { return a.key < b.key; });
    return model;
}

}  // namespace podium::stores::filestore
