// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Plain values with MLflow's own names. All text is valid UTF-8, all times are milliseconds since
/// the epoch (UTC).
namespace podium::domain {

using base::Millis;
using OptionalMillis = std::optional<Millis>;

enum class Lifecycle { Active, Deleted };

/// MLflow's run status; the numbers are those of a run's meta.yaml.
enum class RunStatus {
    Unknown = 0,
    Running = 1,
    Scheduled = 2,
    Finished = 3,
    Failed = 4,
    Killed = 5
};

/// "RUNNING", "FINISHED" ... as MLflow's API and search spell it; "UNKNOWN" for Unknown.
[[nodiscard]] std::string_view statusName(RunStatus status);
[[nodiscard]] RunStatus statusFromName(std::string_view name);
/// "active" or "deleted".
[[nodiscard]] std::string_view lifecycleName(Lifecycle lifecycle);

/// A param or a tag.
struct KeyValue {
    std::string key;
    std::string value;

    friend bool operator==(const KeyValue&, const KeyValue&) = default;
};
using Param = KeyValue;
using Tag = KeyValue;

/// The value of a key in a list, or nullptr.
[[nodiscard]] const std::string* find(const std::vector<KeyValue>& list, std::string_view key);

struct MetricPoint {
    double value = 0;
    Millis timestamp = 0;
    std::int64_t step = 0;
};

/// MLflow's "latest" of two observations: the greater by (step, timestamp, value). NaN never wins a
/// tie against a number that came first, nor loses to one: like Python's max(), the earlier stays.
[[nodiscard]] bool isLater(const MetricPoint& candidate, const MetricPoint& latest);

/// How much of a metric's history a record holds.
enum class Extent {
    Full = 0,        // every observation
    LatestOnly = 1,  // one point, MLflow's latest: the history was not read
    Sampled = 2      // what a server chose to send: never to be taken for the whole
};

/// Observations of one metric of one run, in the store's own order.
struct Metric {
    std::string key;
    std::vector<MetricPoint> points;
    /// Which points were logged with a dataset (lines of five fields in a file store). MLflow 3
    /// forgets their steps and answers 0; here they are kept, and the dump says what MLflow says.
    std::vector<std::uint32_t> withDataset = {};
    Extent extent = Extent::Full;
    /// The latest one as the store itself keeps it, where it does; otherwise isLater() decides. A
    /// database has 0 in the place of NaN when it compares.
    std::optional<MetricPoint> latest = {};
};

struct Dataset {
    std::string name;
    std::string digest;
    std::string sourceType;
    std::string source;
    std::string schema;
    std::string profile;
};

struct DatasetInput {
    Dataset dataset;
    std::vector<Tag> tags;  // `mlflow.data.context` names its role
};

struct ModelOutput {
    std::string modelId;
    std::int64_t step = 0;
};

struct Experiment {
    std::string experimentId;
    std::string name;
    Lifecycle lifecycle = Lifecycle::Active;
    std::string artifactLocation;
    OptionalMillis creationTime;
    OptionalMillis lastUpdateTime;
    std::vector<Tag> tags;
    std::string
        folder;  // relative to the store's root, "/"-separated; empty where a store has no folders
};

struct Run {
    std::string runId;
    std::string runName;  // run_name, or the tag mlflow.runName where that is missing
    std::string experimentId;
    std::string userId;
    RunStatus status = RunStatus::Unknown;
    Lifecycle lifecycle = Lifecycle::Active;
    OptionalMillis startTime;
    OptionalMillis endTime;
    std::string artifactUri;
    std::vector<Param> params;
    std::vector<Tag> tags;
    std::vector<Metric> metrics;
    std::vector<DatasetInput> datasetInputs;
    std::vector<std::string> modelInputs;
    std::vector<ModelOutput> modelOutputs;
    std::string folder;  // relative to the store's root; empty where a store has no folders
};

/// A logged model's observation of a metric; shown per dataset.
struct ModelMetric {
    std::string key;
    MetricPoint point;
    std::string runId;
    std::string datasetName;
    std::string datasetDigest;
};

/// The numbers are those of a logged model's meta.yaml.
enum class LoggedModelStatus { Unspecified = 0, Pending = 1, Ready = 2, Failed = 3 };
[[nodiscard]] std::string_view loggedModelStatusName(LoggedModelStatus status);

struct LoggedModel {
    std::string modelId;
    std::string name;
    std::string experimentId;
    LoggedModelStatus status = LoggedModelStatus::Unspecified;
    std::string statusMessage;
    std::string modelType;
    std::string sourceRunId;
    std::string artifactLocation;
    OptionalMillis creationTime;
    OptionalMillis lastUpdateTime;
    std::vector<Param> params;
    std::vector<Tag> tags;
    std::vector<ModelMetric> metrics;
    Lifecycle lifecycle = Lifecycle::Active;
    std::string folder;
};

struct Alias {
    std::string alias;
    std::int64_t version = 0;
};

struct RegisteredModel {
    std::string name;
    std::string description;
    OptionalMillis creationTime;
    OptionalMillis lastUpdateTime;
    std::vector<Tag> tags;
    std::vector<Alias> aliases;

    /// Prompts live in the registry as models with the tag `mlflow.prompt.is_prompt` = "true".
    [[nodiscard]] bool isPrompt() const;
};

struct ModelVersion {
    std::string name;
    std::int64_t version = 0;
    std::string stage;  // "None", "Staging", "Production", "Archived"
    std::string description;
    std::string runId;
    std::string runLink;
    std::string source;
    std::string storageLocation;
    std::string status;  // "READY", "PENDING_REGISTRATION", "FAILED_REGISTRATION"
    std::string statusMessage;
    std::string userId;
    std::string modelId;
    OptionalMillis creationTime;
    OptionalMillis lastUpdateTime;
    std::vector<Tag> tags;
};

/// Something in a store that could not be read as it should be; the rest of the store still opens.
struct Problem {
    base::Error error;
    std::string path;  // relative to the store's root where there is one

    friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace podium::domain
