// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/entities.h"
#include "stores/remote.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Answers of MLflow's REST API as domain values. Fields have the names of protos/service.proto and
/// protos/model_registry.proto; what an answer leaves out has its default. `url` is for errors
/// only: AnswerNotJson, AnswerInvalid.
namespace podium::stores {

struct ExperimentsAnswer {
    std::vector<domain::Experiment> experiments;
    std::string nextPageToken;
};
[[nodiscard]] base::Result<ExperimentsAnswer> readExperiments(std::string_view body,
                                                              const std::string& url);
/// Of experiments/get.
[[nodiscard]] base::Result<domain::Experiment> readExperiment(std::string_view body,
                                                              const std::string& url);

/// Metrics of the runs are Extent::LatestOnly.
[[nodiscard]] base::Result<RunPage> readRuns(std::string_view body, const std::string& url);
/// Of runs/get.
[[nodiscard]] base::Result<domain::Run> readRun(std::string_view body, const std::string& url);
/// The token of a page without reading the page: only where it is the last member of the answer, as
/// MLflow writes it; nothing where that can't be said.
[[nodiscard]] std::optional<std::string> tokenAtEnd(std::string_view body);

struct ModelsAnswer {
    std::vector<domain::RegisteredModel> models;
    std::string nextPageToken;
};
/// Of registered-models/search and list.
[[nodiscard]] base::Result<ModelsAnswer> readModels(std::string_view body, const std::string& url);
/// Of registered-models/get; the name is "" where there is none.
[[nodiscard]] base::Result<domain::RegisteredModel> readModel(std::string_view body,
                                                              const std::string& url);

struct VersionsAnswer {
    std::vector<domain::ModelVersion> versions;
    std::string nextPageToken;
};
[[nodiscard]] base::Result<VersionsAnswer> readVersions(std::string_view body,
                                                        const std::string& url);
/// Of model-versions/get.
[[nodiscard]] base::Result<domain::ModelVersion> readVersion(std::string_view body,
                                                             const std::string& url);

struct LoggedModelsAnswer {
    std::vector<domain::LoggedModel> models;
    std::string nextPageToken;
};
[[nodiscard]] base::Result<LoggedModelsAnswer> readLoggedModels(std::string_view body,
                                                                const std::string& url);

struct HistoryPoint {
    std::string runId;  // of bulk answers only
    domain::MetricPoint point;
};
struct HistoryAnswer {
    std::vector<HistoryPoint> points;
    std::string nextPageToken;
};
/// Of metrics/get-history and its bulk kinds.
[[nodiscard]] base::Result<HistoryAnswer> readHistory(std::string_view body,
                                                      const std::string& url);

struct FilesAnswer {
    std::string rootUri;
    std::vector<RemoteFile> files;  // paths as the server says them: not checked
    std::string nextPageToken;
};
/// Of artifacts/list, logged-models/…/directories, mlflow-artifacts, and Databricks' dbfs/list and
/// fs/directories.
[[nodiscard]] base::Result<FilesAnswer> readFiles(std::string_view body, const std::string& url);

/// What an error says: {"error_code", "message"}; both "" for an answer that is no such object.
struct ErrorAnswer {
    std::string code;
    std::string message;
};
[[nodiscard]] ErrorAnswer readError(std::string_view body);

}  // namespace podium::stores
