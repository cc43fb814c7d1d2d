// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/answers.h"
#include "stores/rest/shape.h"

#include <array>

namespace podium::stores {

using base::Result;
using domain::Alias;
using domain::KeyValue;
using domain::LoggedModel;
using domain::ModelMetric;
using domain::ModelVersion;
using domain::RegisteredModel;

namespace {

constexpr std::array KeyValueFields = {Field{"key", setText<&KeyValue::key>},
                                       Field{"value", setText<&KeyValue::value>}};
constexpr Shape KeyValueShape{KeyValueFields};

template <auto Member>
constexpr Field keyValues(std::string_view name) {
    return {name, nullptr, &KeyValueShape, addTo<Member>};
}

// ---- registered models; Unity Catalog says alias_name and version_num (unity catalog protos)

constexpr std::array AliasFields = {Field{"alias", setText<&Alias::alias>},
                                    Field{"alias_name", setText<&Alias::alias>},
                                    Field{"version", setInteger<&Alias::version>},
                                    Field{"version_num", setInteger<&Alias::version>}};
constexpr Shape AliasShape{AliasFields};

constexpr std::array ModelFields = {
    Field{"name", setText<&RegisteredModel::name>},
    Field{"description", setText<&RegisteredModel::description>},
    Field{"creation_timestamp", setInteger<&RegisteredModel::creationTime>},
    Field{"last_updated_timestamp", setInteger<&RegisteredModel::lastUpdateTime>},
    keyValues<&RegisteredModel::tags>("tags"),
    Field{"aliases", nullptr, &AliasShape, addTo<&RegisteredModel::aliases>}};
constexpr Shape ModelShape{ModelFields};

constexpr std::array ModelsFields = {
    Field{"registered_models", nullptr, &ModelShape, addTo<&ModelsAnswer::models>},
    Field{"next_page_token", setText<&ModelsAnswer::nextPageToken>}};
constexpr Shape ModelsShape{ModelsFields};

constexpr std::array OneModelFields = {Field{"registered_model", nullptr, &ModelShape}};
constexpr Shape OneModelShape{OneModelFields};

constexpr std::array VersionFields = {
    Field{"name", setText<&ModelVersion::name>},
    Field{"version", setInteger<&ModelVersion::version>},
    Field{"current_stage", setText<&ModelVersion::stage>},
    Field{"description", setText<&ModelVersion::description>},
    Field{"run_id", setText<&ModelVersion::runId>},
    Field{"run_link", setText<&ModelVersion::runLink>},
    Field{"source", setText<&ModelVersion::source>},
    Field{"storage_location", setText<&ModelVersion::storageLocation>},
    Field{"status", setText<&ModelVersion::status>},
    Field{"status_message", setText<&ModelVersion::statusMessage>},
    Field{"user_id", setText<&ModelVersion::userId>},
    Field{"model_id", setText<&ModelVersion::modelId>},
    Field{"creation_timestamp", setInteger<&ModelVersion::creationTime>},
    Field{"last_updated_timestamp", setInteger<&ModelVersion::lastUpdateTime>},
    keyValues<&ModelVersion::tags>("tags")};
constexpr Shape VersionShape{VersionFields};

constexpr std::array OneVersionFields = {Field{"model_version", nullptr, &VersionShape}};
constexpr Shape OneVersionShape{OneVersionFields};

void complete(ModelVersion& version) {
    if (version.stage.empty())
        version.stage = "None";
    if (version.status.empty())
        version.status = "READY";
}

constexpr std::array VersionsFields = {
    Field{"model_versions", nullptr, &VersionShape, addTo<&VersionsAnswer::versions>},
    Field{"next_page_token", setText<&VersionsAnswer::nextPageToken>}};
constexpr Shape VersionsShape{VersionsFields};

// ---- logged models

void setStatus(void* model, Scalar& value) {
    using domain::LoggedModelStatus;
    auto& status = static_cast<LoggedModel*>(model)->status;
    const auto number = value.asInteger();
    if (number && *number >= 0 && *number <= 3) {
        status = static_cast<LoggedModelStatus>(*number);
        return;
    }
    const std::string name = value.takeText();
    if (name.ends_with("PENDING"))
        status = LoggedModelStatus::Pending;
    else if (name.ends_with("READY"))
        status = LoggedModelStatus::Ready;
    else if (name.ends_with("FAILED"))
        status = LoggedModelStatus::Failed;
}

constexpr std::array LoggedInfoFields = {
    Field{"model_id", setText<&LoggedModel::modelId>},
    Field{"experiment_id", setText<&LoggedModel::experimentId>},
    Field{"name", setText<&LoggedModel::name>},
    Field{"creation_timestamp_ms", setInteger<&LoggedModel::creationTime>},
    Field{"last_updated_timestamp_ms", setInteger<&LoggedModel::lastUpdateTime>},
    Field{"artifact_uri", setText<&LoggedModel::artifactLocation>},
    Field{"status", setStatus},
    Field{"status_message", setText<&LoggedModel::statusMessage>},
    Field{"model_type", setText<&LoggedModel::modelType>},
    Field{"source_run_id", setText<&LoggedModel::sourceRunId>},
    keyValues<&LoggedModel::tags>("tags")};
constexpr Shape LoggedInfoShape{LoggedInfoFields};

constexpr std::array ModelMetricFields = {
    Field{"key", setText<&ModelMetric::key>},
    Field{"value",
          [](void* metric, Scalar& value) {
              static_cast<ModelMetric*>(metric)->point.value = value.asNumber();
          }},
    Field{"timestamp",
          [](void* metric, Scalar& value) {
              static_cast<ModelMetric*>(metric)->point.timestamp = value.asInteger().value_or(0);
          }},
    Field{"step",
          [](void* metric, Scalar& value) {
              static_cast<ModelMetric*>(metric)->point.step = value.asInteger().value_or(0);
          }},
    Field{"run_id", setText<&ModelMetric::runId>},
    Field{"dataset_name", setText<&ModelMetric::datasetName>},
    Field{"dataset_digest", setText<&ModelMetric::datasetDigest>}};
constexpr Shape ModelMetricShape{ModelMetricFields};

constexpr std::array LoggedDataFields = {
    keyValues<&LoggedModel::params>("params"),
    Field{"metrics", nullptr, &ModelMetricShape, addTo<&LoggedModel::metrics>}};
constexpr Shape LoggedDataShape{LoggedDataFields};

constexpr std::array LoggedModelFields = {Field{"info", nullptr, &LoggedInfoShape},
                                          Field{"data", nullptr, &LoggedDataShape}};
constexpr Shape LoggedModelShape{LoggedModelFields};

constexpr std::array LoggedModelsFields = {
    Field{"models", nullptr, &LoggedModelShape, addTo<&LoggedModelsAnswer::models>},
    Field{"next_page_token", setText<&LoggedModelsAnswer::nextPageToken>}};
constexpr Shape LoggedModelsShape{LoggedModelsFields};

}  // namespace

Result<ModelsAnswer> readModels(std::string_view body, const std::string& url) {
    return readAnswer<ModelsAnswer>(body, ModelsShape, url);
}

Result<RegisteredModel> readModel(std::string_view body, const std::string& url) {
    return readAnswer<RegisteredModel>(body, OneModelShape, url);
}

Result<VersionsAnswer> readVersions(std::string_view body, const std::string& url) {
    Result<VersionsAnswer> answer = readAnswer<VersionsAnswer>(body, VersionsShape, url);
    PODIUM_TRY(VersionsAnswer, answer);
    for (ModelVersion& version : answer.value().versions)
        complete(version);
    return answer;
}

Result<ModelVersion> readVersion(std::string_view body, const std::string& url) {
    Result<ModelVersion> version = readAnswer<ModelVersion>(body, OneVersionShape, url);
    PODIUM_TRY(ModelVersion, version);
    complete(version.value());
    return version;
}

Result<LoggedModelsAnswer> readLoggedModels(std::string_view body, const std::string& url) {
    return readAnswer<LoggedModelsAnswer>(body, LoggedModelsShape, url);
}

}  // namespace podium::stores
