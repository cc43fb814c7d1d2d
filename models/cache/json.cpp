// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/json.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>

namespace podium::cache {

using nlohmann::json;
using namespace domain;

namespace {

std::string dump(const json& document) {
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

json parse(std::string_view text) {
    json document = json::parse(text, nullptr, false);
    return document.is_discarded() ? json() : document;
}

std::string text(const json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::int64_t integer(const json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
}

OptionalMillis millis(const json& object, const char* key) {
    const auto it = object.find(key);
    if (it == object.end() || !it->is_number_integer())
        return std::nullopt;
    return it->get<Millis>();
}

const json& child(const json& object, const char* key) {
    static const json none;
    const auto it = object.find(key);
    return it != object.end() ? *it : none;
}

/// The array of a key; an empty one if there is none.
const json& array(const json& object, const char* key) {
    static const json none = json::array();
    const json& found = child(object, key);
    return found.is_array() ? found : none;
}

json object(const std::vector<KeyValue>& list) {
    json result = json::object();
    for (const KeyValue& entry : list)
        result[entry.key] = entry.value;
    return result;
}

std::vector<KeyValue> list(const json& source) {
    std::vector<KeyValue> result;
    if (!source.is_object())
        return result;
    for (const auto& [key, value] : source.items()) {
        if (value.is_string())
            result.push_back({key, value.get<std::string>()});
    }
    return result;
}

json optional(const OptionalMillis& time) {
    return time ? json(*time) : json();
}

/// JSON has no NaN and no infinities; the bits of the double are exact in any case.
json bits(double value) {
    return json(std::bit_cast<std::uint64_t>(value));
}

double fromBits(const json& value) {
    return value.is_number_unsigned() ? std::bit_cast<double>(value.get<std::uint64_t>()) : 0.0;
}

}  // namespace

std::string tagsToJson(const std::vector<KeyValue>& tags) {
    return dump(object(tags));
}

std::vector<KeyValue> tagsFromJson(std::string_view document) {
    return list(parse(document));
}

std::string aliasesToJson(const std::vector<Alias>& aliases) {
    json result = json::object();
    for (const Alias& alias : aliases)
        result[alias.alias] = alias.version;
    return dump(result);
}

std::vector<Alias> aliasesFromJson(std::string_view document) {
    std::vector<Alias> aliases;
    const json source = parse(document);
    if (!source.is_object())
        return aliases;
    for (const auto& [alias, version] : source.items()) {
        if (version.is_number_integer())
            aliases.push_back({alias, version.get<std::int64_t>()});
    }
    return aliases;
}

std::string textsToJson(const std::vector<std::string>& texts) {
    return dump(json(texts));
}

std::vector<std::string> textsFromJson(std::string_view document) {
    std::vector<std::string> texts;
    for (const json& entry : parse(document)) {
        if (entry.is_string())
            texts.push_back(entry.get<std::string>());
    }
    return texts;
}

std::string inputsToJson(const Run& run) {
    json withDataset = json::object();
    for (const Metric& metric : run.metrics) {
        if (!metric.withDataset.empty())
            withDataset[metric.key] = metric.withDataset;
    }
    if (run.datasetInputs.empty() && run.modelInputs.empty() && run.modelOutputs.empty() &&
        withDataset.empty())
        return {};
    json datasets = json::array();
    for (const DatasetInput& input : run.datasetInputs) {
        const Dataset& set = input.dataset;
        datasets.push_back({{"name", set.name},
                            {"digest", set.digest},
                            {"source_type", set.sourceType},
                            {"source", set.source},
                            {"schema", set.schema},
                            {"profile", set.profile},
                            {"tags", object(input.tags)}});
    }
    json outputs = json::array();
    for (const ModelOutput& output : run.modelOutputs)
        outputs.push_back({{"model_id", output.modelId}, {"step", output.step}});
    return dump({{"datasets", datasets},
                 {"model_inputs", run.modelInputs},
                 {"model_outputs", outputs},
                 {"with_dataset", withDataset}});
}

std::vector<std::uint32_t> pointsWithDataset(std::string_view document, std::string_view metric) {
    std::vector<std::uint32_t> points;
    if (document.empty())
        return points;
    const json source = parse(document);
    for (const json& point : child(child(source, "with_dataset"), std::string(metric).c_str())) {
        if (point.is_number_unsigned())
            points.push_back(point.get<std::uint32_t>());
    }
    return points;
}

void inputsFromJson(std::string_view document, Run& run) {
    if (document.empty())
        return;
    const json source = parse(document);
    if (!source.is_object())
        return;
    for (const json& set : array(source, "datasets")) {
        run.datasetInputs.push_back(
            {{text(set, "name"), text(set, "digest"), text(set, "source_type"), text(set, "source"),
              text(set, "schema"), text(set, "profile")},
             list(child(set, "tags"))});
    }
    for (const json& model : array(source, "model_inputs")) {
        if (model.is_string())
            run.modelInputs.push_back(model.get<std::string>());
    }
    for (const json& output : array(source, "model_outputs"))
        run.modelOutputs.push_back({text(output, "model_id"), integer(output, "step")});
}

std::string loggedModelToJson(const LoggedModel& model) {
    json metrics = json::array();
    for (const ModelMetric& metric : model.metrics) {
        metrics.push_back({{"key", metric.key},
                           {"value", bits(metric.point.value)},
                           {"timestamp", metric.point.timestamp},
                           {"step", metric.point.step},
                           {"run_id", metric.runId},
                           {"dataset_name", metric.datasetName},
                           {"dataset_digest", metric.datasetDigest}});
    }
    return dump({{"status_message", model.statusMessage},
                 {"model_type", model.modelType},
                 {"source_run_id", model.sourceRunId},
                 {"artifact_location", model.artifactLocation},
                 {"creation_time", optional(model.creationTime)},
                 {"last_update_time", optional(model.lastUpdateTime)},
                 {"params", object(model.params)},
                 {"tags", object(model.tags)},
                 {"metrics", metrics},
                 {"deleted", model.lifecycle == Lifecycle::Deleted},
                 {"folder", model.folder}});
}

void loggedModelFromJson(std::string_view document, LoggedModel& model) {
    const json source = parse(document);
    if (!source.is_object())
        return;
    model.statusMessage = text(source, "status_message");
    model.modelType = text(source, "model_type");
    model.sourceRunId = text(source, "source_run_id");
    model.artifactLocation = text(source, "artifact_location");
    model.creationTime = millis(source, "creation_time");
    model.lastUpdateTime = millis(source, "last_update_time");
    model.params = list(child(source, "params"));
    model.tags = list(child(source, "tags"));
    model.folder = text(source, "folder");
    const json& deleted = child(source, "deleted");
    model.lifecycle =
        deleted.is_boolean() && deleted.get<bool>() ? Lifecycle::Deleted : Lifecycle::Active;
    for (const json& metric : array(source, "metrics")) {
        model.metrics.push_back({text(metric, "key"),
                                 {fromBits(child(metric, "value")), integer(metric, "timestamp"),
                                  integer(metric, "step")},
                                 text(metric, "run_id"),
                                 text(metric, "dataset_name"),
                                 text(metric, "dataset_digest")});
    }
}

std::string modelVersionToJson(const ModelVersion& version) {
    return dump({{"description", version.description},
                 {"run_link", version.runLink},
                 {"source", version.source},
                 {"storage_location", version.storageLocation},
                 {"status_message", version.statusMessage},
                 {"user_id", version.userId},
                 {"model_id", version.modelId},
                 {"tags", object(version.tags)}});
}

void modelVersionFromJson(std::string_view document, ModelVersion& version) {
    const json source = parse(document);
    if (!source.is_object())
        return;
    version.description = text(source, "description");
    version.runLink = text(source, "run_link");
    version.source = text(source, "source");
    version.storageLocation = text(source, "storage_location");
    version.statusMessage = text(source, "status_message");
    version.userId = text(source, "user_id");
    version.modelId = text(source, "model_id");
    version.tags = list(child(source, "tags"));
}

}  // namespace podium::cache
