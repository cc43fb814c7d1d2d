// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dumprun.h"

#include "artifacts/listing.h"

#include <algorithm>

namespace podium::app {

using base::Result;

namespace {

void writeAttributes(const domain::Run& run, JsonWriter& json) {
    json.key("run_id").value(run.runId);
    json.key("run_name").value(run.runName);
    json.key("experiment_id").value(run.experimentId);
    json.key("user_id").value(run.userId);
    json.key("status").value(domain::statusName(run.status));
    json.key("lifecycle_stage").value(domain::lifecycleName(run.lifecycle));
    json.key("start_time").value(run.startTime);
    json.key("end_time").value(run.endTime);
    json.key("artifact_uri").value(run.artifactUri);
}

void writeLatest(const std::vector<cache::ReducedMetric>& metrics, JsonWriter& json) {
    json.beginObject();
    for (const cache::ReducedMetric& metric : metrics) {
        const domain::MetricPoint& last = metric.reductions.last;
        json.key(metric.key).beginObject();
        json.key("value").value(last.value);
        json.key("timestamp").value(last.timestamp);
        json.key("step").value(last.step);
        json.endObject();
    }
    json.endObject();
}

void writeHistories(std::vector<domain::Metric> metrics, JsonWriter& json) {
    std::ranges::sort(metrics, {}, &domain::Metric::key);
    json.beginObject();
    for (const domain::Metric& metric : metrics) {
        json.key(metric.key).beginArray();
        for (std::uint32_t i = 0; i < metric.points.size(); ++i) {
            const domain::MetricPoint& point = metric.points[i];
            // The dump says what MLflow says: a point logged with a dataset has lost its step
            // there.
            const bool lost = std::ranges::binary_search(metric.withDataset, i);
            json.beginArray();
            json.value(point.value).value(point.timestamp).value(lost ? 0 : point.step);
            json.endArray();
        }
        json.endArray();
    }
    json.endObject();
}

void writeInputs(const domain::Run& run, JsonWriter& json) {
    json.key("dataset_inputs").beginArray();
    for (const domain::DatasetInput& input : run.datasetInputs) {
        const domain::Dataset& set = input.dataset;
        json.beginObject().key("dataset").beginObject();
        json.key("name").value(set.name);
        json.key("digest").value(set.digest);
        json.key("source_type").value(set.sourceType);
        json.key("source").value(set.source);
        json.key("schema").valueOrNull(set.schema);
        json.key("profile").valueOrNull(set.profile);
        json.endObject().key("tags");
        writeTags(input.tags, json);
        json.endObject();
    }
    json.endArray();
    json.key("model_inputs").beginArray();
    for (const std::string& model : run.modelInputs)
        json.value(model);
    json.endArray();
    json.key("model_outputs").beginArray();
    for (const domain::ModelOutput& output : run.modelOutputs) {
        json.beginObject();
        json.key("model_id").value(output.modelId);
        json.key("step").value(output.step);
        json.endObject();
    }
    json.endArray();
}

/// Null where the artifacts can't be reached from here.
void writeArtifacts(const Result<artifacts::Listing>& listed, JsonWriter& json) {
    if (!listed.ok()) {
        json.null();
        return;
    }
    const artifacts::Listing& listing = listed.value();
    json.beginArray();
    for (const artifacts::Entry& entry : listing.entries) {
        json.beginObject();
        json.key("path").value(entry.path);
        json.key("is_dir").value(entry.isFolder);
        json.key("file_size");
        if (entry.isFolder || entry.size == artifacts::UnknownSize)
            json.null();
        else
            json.value(entry.size);
        json.endObject();
    }
    json.endArray();
}

}  // namespace

void writeTags(const std::vector<domain::KeyValue>& tags, JsonWriter& json) {
    json.beginObject();
    for (const domain::KeyValue& tag : tags)
        json.key(tag.key).value(tag.value);
    json.endObject();
}

Result<void> dumpRun(cache::Reader& reader, base::RunNo runNo, const DumpScope& scope,
                     JsonWriter& json) {
    const Result<std::optional<cache::RunDetails>> found = reader.run(runNo);
    PODIUM_TRY(void, found);
    if (!found.value())
        return {};
    const cache::RunDetails& details = *found.value();
    Result<std::vector<domain::Metric>> histories = std::vector<domain::Metric>();
    if (scope.history)
        histories = reader.histories(runNo);
    PODIUM_TRY(void, histories);

    json.beginObject();
    writeAttributes(details.run, json);
    json.key("params");
    writeTags(details.run.params, json);
    json.key("tags");
    writeTags(details.run.tags, json);
    json.key("metrics");
    writeLatest(details.metrics, json);
    if (scope.history) {
        json.key("metric_history");
        writeHistories(std::move(histories).value(), json);
    }
    writeInputs(details.run, json);
    if (scope.artifacts) {
        json.key("artifacts");
        writeArtifacts(scope.list(details), json);
    }
    json.endObject();
    return {};
}

}  // namespace podium::app
