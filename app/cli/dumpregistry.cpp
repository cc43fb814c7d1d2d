// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dumpregistry.h"

#include "app/cli/dumprun.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace podium::app {

using base::Result;
using domain::LoggedModel;
using domain::ModelVersion;
using domain::RegisteredModel;

namespace {

/// Nested deeper than any chat prompt, and shallow enough for every reader of the dump.
constexpr int DeepestTemplate = 32;

std::vector<std::string> aliasesOf(const RegisteredModel& model, std::int64_t version) {
    std::vector<std::string> aliases;
    for (const domain::Alias& alias : model.aliases) {
        if (alias.version == version)
            aliases.push_back(alias.alias);
    }
    std::ranges::sort(aliases);
    return aliases;
}

void writeTexts(const std::vector<std::string>& texts, JsonWriter& json) {
    json.beginArray();
    for (const std::string& text : texts)
        json.value(text);
    json.endArray();
}

void writeModel(const RegisteredModel& model, JsonWriter& json) {
    json.newLine().beginObject();
    json.key("name").value(model.name);
    json.key("creation_timestamp").value(model.creationTime);
    json.key("last_updated_timestamp").value(model.lastUpdateTime);
    json.key("description").value(model.description);
    json.key("tags");
    writeTags(model.tags, json);
    json.key("aliases").beginObject();
    for (const domain::Alias& alias : model.aliases)
        json.key(alias.alias).value(alias.version);
    json.endObject().endObject();
}

void writeVersion(const ModelVersion& version, const RegisteredModel& model, JsonWriter& json) {
    json.newLine().beginObject();
    json.key("name").value(version.name);
    json.key("version").value(version.version);
    json.key("creation_timestamp").value(version.creationTime);
    json.key("last_updated_timestamp").value(version.lastUpdateTime);
    json.key("current_stage").value(version.stage);
    json.key("description").value(version.description);
    json.key("run_id").valueOrNull(version.runId);
    json.key("run_link").valueOrNull(version.runLink);
    json.key("source").value(version.source);
    json.key("status").value(version.status);
    json.key("status_message").valueOrNull(version.statusMessage);
    json.key("user_id").valueOrNull(version.userId);
    json.key("model_id").valueOrNull(version.modelId);
    json.key("tags");
    writeTags(version.tags, json);
    json.key("aliases");
    writeTexts(aliasesOf(model, version.version), json);
    json.endObject();
}

/// How deep arrays and objects of a valid JSON text lie in each other.
int depthOf(std::string_view json) {
    int depth = 0;
    int deepest = 0;
    bool inText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (inText && json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            inText = !inText;
        else if (!inText && (json[i] == '[' || json[i] == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!inText && (json[i] == ']' || json[i] == '}'))
            --depth;
    }
    return deepest;
}

/// A chat prompt's text is JSON: a list of messages (mlflow.genai: `_mlflow_prompt_type` = "chat").
bool isChat(const ModelVersion& version, std::string_view text) {
    const std::string* type = domain::find(version.tags, "_mlflow_prompt_type");
    return type != nullptr && *type == "chat" && text.starts_with('[') &&
           nlohmann::json::accept(text) && depthOf(text) <= DeepestTemplate;
}

void writePrompt(const ModelVersion& version, const RegisteredModel& model, JsonWriter& json) {
    const std::string* text = domain::find(version.tags, "mlflow.prompt.text");
    json.newLine().beginObject();
    json.key("name").value(version.name);
    json.key("version").value(version.version);
    json.key("template");
    if (text != nullptr && isChat(version, *text))
        json.raw(*text);
    else
        json.value(text != nullptr ? std::string_view(*text) : std::string_view());
    json.key("commit_message").valueOrNull(version.description);
    json.key("creation_timestamp").value(version.creationTime);
    std::vector<domain::Tag> tags = version.tags;
    std::erase_if(tags, [](const domain::Tag& tag) {
        return tag.key.starts_with("mlflow.prompt.") || tag.key.starts_with("_mlflow_");
    });
    json.key("tags");
    writeTags(tags, json);
    json.key("aliases");
    writeTexts(aliasesOf(model, version.version), json);
    json.endObject();
}

void writeModelMetric(const domain::ModelMetric& metric, JsonWriter& json) {
    json.beginObject();
    json.key("key").value(metric.key);
    json.key("value").value(metric.point.value);
    json.key("timestamp").value(metric.point.timestamp);
    json.key("step").value(metric.point.step);
    json.key("run_id").value(metric.runId);
    json.key("dataset_name").valueOrNull(metric.datasetName);
    json.key("dataset_digest").valueOrNull(metric.datasetDigest);
    json.endObject();
}

void writeLoggedModel(const LoggedModel& model, JsonWriter& json) {
    json.newLine().beginObject();
    json.key("model_id").value(model.modelId);
    json.key("name").value(model.name);
    json.key("experiment_id").value(model.experimentId);
    json.key("status").value(domain::loggedModelStatusName(model.status));
    json.key("model_type").valueOrNull(model.modelType);
    json.key("source_run_id").valueOrNull(model.sourceRunId);
    json.key("creation_timestamp").value(model.creationTime);
    json.key("last_updated_timestamp").value(model.lastUpdateTime);
    json.key("params");
    writeTags(model.params, json);
    json.key("tags");
    writeTags(model.tags, json);
    json.key("metrics").beginArray();
    for (const domain::ModelMetric& metric : model.metrics)
        writeModelMetric(metric, json);
    json.endArray().endObject();
}

Result<void> writeLoggedModels(cache::Reader& reader, base::SourceNo source, JsonWriter& json) {
    const Result<std::vector<LoggedModel>> models = reader.loggedModels(source);
    PODIUM_TRY(void, models);
    json.newLine().key("logged_models").beginArray();
    for (const LoggedModel& model : models.value()) {
        if (model.lifecycle == domain::Lifecycle::Active)
            writeLoggedModel(model, json);
    }
    json.endArray();
    return {};
}

}  // namespace

Result<void> dumpRegistry(cache::Reader& reader, base::SourceNo source, JsonWriter& json) {
    const Result<std::vector<RegisteredModel>> models = reader.registeredModels(source);
    PODIUM_TRY(void, models);
    Result<std::vector<ModelVersion>> versions = reader.modelVersions(source, "");
    PODIUM_TRY(void, versions);
    std::ranges::sort(versions.value(), {}, [](const ModelVersion& version) {
        return std::tie(version.name, version.version);
    });
    std::map<std::string_view, const RegisteredModel*> byName;
    for (const RegisteredModel& model : models.value())
        byName.emplace(model.name, &model);
    static const RegisteredModel unknown;
    const auto modelOf = [&](const ModelVersion& version) -> const RegisteredModel& {
        const auto it = byName.find(version.name);
        return it != byName.end() ? *it->second : unknown;
    };

    json.newLine().key("registered_models").beginArray();
    for (const RegisteredModel& model : models.value()) {
        if (!model.isPrompt())
            writeModel(model, json);
    }
    json.endArray();
    json.newLine().key("model_versions").beginArray();
    for (const ModelVersion& version : versions.value()) {
        if (!modelOf(version).isPrompt())
            writeVersion(version, modelOf(version), json);
    }
    json.endArray();
    PODIUM_TRY(void, writeLoggedModels(reader, source, json));
    json.newLine().key("prompts").beginArray();
    for (const ModelVersion& version : versions.value()) {
        if (modelOf(version).isPrompt())
            writePrompt(version, modelOf(version), json);
    }
    json.endArray();
    return {};
}

}  // namespace podium::app
