// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/answers.h"

#include "stores/rest/shape.h"

#include <algorithm>
#include <array>

namespace podium::stores {

using base::Result;
using domain::DatasetInput;
using domain::Experiment;
using domain::KeyValue;
using domain::Metric;
using domain::MetricPoint;
using domain::Run;

namespace {

// ---- what all have

constexpr std::array KeyValueFields = {Field{"key", setText<&KeyValue::key>},
                                       Field{"value", setText<&KeyValue::value>}};
constexpr Shape KeyValueShape{KeyValueFields};

template <auto Member>
constexpr Field keyValues(std::string_view name) {
    return {name, nullptr, &KeyValueShape, addTo<Member>};
}

template <typename T>
void setLifecycle(void* object, Scalar& value) {
    const bool deleted = value.takeText() == "deleted";
    static_cast<T*>(object)->lifecycle =
        deleted ? domain::Lifecycle::Deleted : domain::Lifecycle::Active;
}

// ---- experiments

constexpr std::array ExperimentFields = {
    Field{"experiment_id", setText<&Experiment::experimentId>},
    Field{"name", setText<&Experiment::name>},
    Field{"artifact_location", setText<&Experiment::artifactLocation>},
    Field{"lifecycle_stage", setLifecycle<Experiment>},
    Field{"creation_time", setInteger<&Experiment::creationTime>},
    Field{"last_update_time", setInteger<&Experiment::lastUpdateTime>},
    keyValues<&Experiment::tags>("tags")};
constexpr Shape ExperimentShape{ExperimentFields};

constexpr std::array ExperimentsFields = {
    Field{"experiments", nullptr, &ExperimentShape, addTo<&ExperimentsAnswer::experiments>},
    Field{"next_page_token", setText<&ExperimentsAnswer::nextPageToken>}};
constexpr Shape ExperimentsShape{ExperimentsFields};

constexpr std::array OneExperimentFields = {Field{"experiment", nullptr, &ExperimentShape}};
constexpr Shape OneExperimentShape{OneExperimentFields};

// ---- runs

MetricPoint& pointOf(void* metric) {
    return static_cast<Metric*>(metric)->points.front();
}

constexpr std::array MetricFields = {
    Field{"key", setText<&Metric::key>},
    Field{"value", [](void* metric, Scalar& value) { pointOf(metric).value = value.asNumber(); }},
    Field{"timestamp",
          [](void* metric, Scalar& value) {
              pointOf(metric).timestamp = value.asInteger().value_or(0);
          }},
    Field{"step", [](void* metric, Scalar& value) {
              pointOf(metric).step = value.asInteger().value_or(0);
          }}};
constexpr Shape MetricShape{MetricFields};

void* addMetric(void* run) {
    Metric& metric = static_cast<Run*>(run)->metrics.emplace_back();
    metric.extent = domain::Extent::LatestOnly;
    metric.points.emplace_back();
    return &metric;
}

void setStatus(void* run, Scalar& value) {
    auto& status = static_cast<Run*>(run)->status;
    const auto number = value.asInteger();
    if (!number)
        status = domain::statusFromName(value.takeText());
    else if (*number >= 0 && *number <= 5)
        status = static_cast<domain::RunStatus>(*number);
}

void setRunId(void* run, Scalar& value) {
    if (std::string id = value.takeText(); !id.empty())
        static_cast<Run*>(run)->runId = std::move(id);
}

constexpr std::array InfoFields = {Field{"run_id", setRunId},
                                   Field{"run_uuid", setRunId},
                                   Field{"run_name", setText<&Run::runName>},
                                   Field{"experiment_id", setText<&Run::experimentId>},
                                   Field{"user_id", setText<&Run::userId>},
                                   Field{"status", setStatus},
                                   Field{"start_time", setInteger<&Run::startTime>},
                                   Field{"end_time", setInteger<&Run::endTime>},
                                   Field{"artifact_uri", setText<&Run::artifactUri>},
                                   Field{"lifecycle_stage", setLifecycle<Run>}};
constexpr Shape InfoShape{InfoFields};

constexpr std::array DataFields = {Field{"metrics", nullptr, &MetricShape, addMetric},
                                   keyValues<&Run::params>("params"),
                                   keyValues<&Run::tags>("tags")};
constexpr Shape DataShape{DataFields};

using domain::Dataset;
constexpr std::array DatasetFields = {Field{"name", setText<&Dataset::name>},
                                      Field{"digest", setText<&Dataset::digest>},
                                      Field{"source_type", setText<&Dataset::sourceType>},
                                      Field{"source", setText<&Dataset::source>},
                                      Field{"schema", setText<&Dataset::schema>},
                                      Field{"profile", setText<&Dataset::profile>}};
constexpr Shape DatasetShape{DatasetFields};

constexpr std::array DatasetInputFields = {
    Field{"dataset", nullptr, &DatasetShape,
          [](void* input) -> void* { return &static_cast<DatasetInput*>(input)->dataset; }},
    keyValues<&DatasetInput::tags>("tags")};
constexpr Shape DatasetInputShape{DatasetInputFields};

constexpr std::array ModelInputFields = {Field{"model_id", addText<&Run::modelInputs>}};
constexpr Shape ModelInputShape{ModelInputFields};

constexpr std::array InputsFields = {
    Field{"dataset_inputs", nullptr, &DatasetInputShape, addTo<&Run::datasetInputs>},
    Field{"model_inputs", nullptr, &ModelInputShape, nullptr}};
constexpr Shape InputsShape{InputsFields};

using domain::ModelOutput;
constexpr std::array ModelOutputFields = {Field{"model_id", setText<&ModelOutput::modelId>},
                                          Field{"step", setInteger<&ModelOutput::step>}};
constexpr Shape ModelOutputShape{ModelOutputFields};
constexpr std::array OutputsFields = {
    Field{"model_outputs", nullptr, &ModelOutputShape, addTo<&Run::modelOutputs>}};
constexpr Shape OutputsShape{OutputsFields};

constexpr std::array RunFields = {
    Field{"info", nullptr, &InfoShape}, Field{"data", nullptr, &DataShape},
    Field{"inputs", nullptr, &InputsShape}, Field{"outputs", nullptr, &OutputsShape}};
constexpr Shape RunShape{RunFields};

constexpr std::array RunsFields = {Field{"runs", nullptr, &RunShape, addTo<&RunPage::runs>},
                                   Field{"next_page_token", setText<&RunPage::nextPageToken>}};
constexpr Shape RunsShape{RunsFields};

constexpr std::array OneRunFields = {Field{"run", nullptr, &RunShape}};
constexpr Shape OneRunShape{OneRunFields};

void complete(Run& run) {
    if (!run.runName.empty())
        return;
    if (const std::string* name = domain::find(run.tags, "mlflow.runName"))
        run.runName = *name;
}

// ---- histories

constexpr std::array HistoryPointFields = {
    Field{"run_id", setText<&HistoryPoint::runId>},
    Field{"value",
          [](void* entry, Scalar& value) {
              static_cast<HistoryPoint*>(entry)->point.value = value.asNumber();
          }},
    Field{"timestamp",
          [](void* entry, Scalar& value) {
              static_cast<HistoryPoint*>(entry)->point.timestamp = value.asInteger().value_or(0);
          }},
    Field{"step", [](void* entry, Scalar& value) {
              static_cast<HistoryPoint*>(entry)->point.step = value.asInteger().value_or(0);
          }}};
constexpr Shape HistoryPointShape{HistoryPointFields};
constexpr std::array HistoryFields = {
    Field{"metrics", nullptr, &HistoryPointShape, addTo<&HistoryAnswer::points>},
    Field{"next_page_token", setText<&HistoryAnswer::nextPageToken>}};
constexpr Shape HistoryShape{HistoryFields};

// ---- files

void setFolder(void* file, Scalar& value) {
    static_cast<RemoteFile*>(file)->isFolder = value.asBool();
}

// Databricks' Files API says `contents` and `is_directory`.
constexpr std::array FileFields = {Field{"path", setText<&RemoteFile::path>},
                                   Field{"is_dir", setFolder}, Field{"is_directory", setFolder},
                                   Field{"file_size", setInteger<&RemoteFile::size>}};
constexpr Shape FileShape{FileFields};
constexpr std::array FilesFields = {
    Field{"root_uri", setText<&FilesAnswer::rootUri>},
    Field{"files", nullptr, &FileShape, addTo<&FilesAnswer::files>},
    Field{"contents", nullptr, &FileShape, addTo<&FilesAnswer::files>},
    Field{"next_page_token", setText<&FilesAnswer::nextPageToken>}};
constexpr Shape FilesShape{FilesFields};

constexpr std::array ErrorFields = {Field{"error_code", setText<&ErrorAnswer::code>},
                                    Field{"message", setText<&ErrorAnswer::message>}};
constexpr Shape ErrorShape{ErrorFields};

std::size_t skipBlanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

}  // namespace

Result<ExperimentsAnswer> readExperiments(std::string_view body, const std::string& url) {
    return readAnswer<ExperimentsAnswer>(body, ExperimentsShape, url);
}

Result<Experiment> readExperiment(std::string_view body, const std::string& url) {
    return readAnswer<Experiment>(body, OneExperimentShape, url);
}

Result<RunPage> readRuns(std::string_view body, const std::string& url) {
    Result<RunPage> page = readAnswer<RunPage>(body, RunsShape, url);
    PODIUM_TRY(RunPage, page);
    std::ranges::for_each(page.value().runs, complete);
    return page;
}

Result<Run> readRun(std::string_view body, const std::string& url) {
    Result<Run> run = readAnswer<Run>(body, OneRunShape, url);
    PODIUM_TRY(Run, run);
    if (run.value().runId.empty())
        return base::Error{base::ErrorCode::AnswerInvalid, {url, "run"}};
    complete(run.value());
    return run;
}

std::optional<std::string> tokenAtEnd(std::string_view body) {
    constexpr std::string_view Name = "\"next_page_token\"";
    const std::size_t at = body.rfind(Name);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::size_t next = skipBlanks(body, at + Name.size());
    if (!body.substr(next).starts_with(':'))
        return std::nullopt;
    next = skipBlanks(body, next + 1);
    if (!body.substr(next).starts_with('"'))
        return std::nullopt;
    const std::size_t end = body.find_first_of("\"\\", next + 1);
    if (end == std::string_view::npos || body[end] == '\\')
        return std::nullopt;
    // One brace alone may follow: then it closes the answer itself and nothing inside of it.
    const std::size_t brace = skipBlanks(body, end + 1);
    if (!body.substr(brace).starts_with('}') || skipBlanks(body, brace + 1) != body.size())
        return std::nullopt;
    return std::string(body.substr(next + 1, end - next - 1));
}

Result<HistoryAnswer> readHistory(std::string_view body, const std::string& url) {
    return readAnswer<HistoryAnswer>(body, HistoryShape, url);
}

Result<FilesAnswer> readFiles(std::string_view body, const std::string& url) {
    return readAnswer<FilesAnswer>(body, FilesShape, url);
}

ErrorAnswer readError(std::string_view body) {
    const Result<ErrorAnswer> answer = readAnswer<ErrorAnswer>(body, ErrorShape, {});
    return answer.ok() ? answer.value() : ErrorAnswer{};
}

}  // namespace podium::stores
