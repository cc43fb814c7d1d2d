// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/runreader.h"

#include "base/utf8.h"
#include "stores/filestore/metricfile.h"
#include "stores/filestore/probe.h"

#include <algorithm>
#include <array>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

constexpr std::array<const char*, 5> RunFolders = {"metrics", "params", "tags", "inputs",
                                                   "outputs"};
constexpr std::string_view MetaName = "/meta.yaml";

/// Adds up what a walk meets.
struct StateVisitor {
    FingerprintSum& sum;

    void file(const WalkItem& item) {
        struct stat status {};
        if (statItem(item, status))
            sum.add(item.path, status);
    }
    void tooDeep(std::string_view) {}
    void failed(std::string_view, int) {}
};

/// Reads the parts of one run into a record.
class RunReader {
public:
    RunReader(FolderReader& folder, const RunPlace& place, const Opener& opener,
              DatasetShelf& datasets, std::stop_token stop)
        : m_folder(folder),
          m_place(place),
          m_opener(opener),
          m_datasets(datasets),
          m_stop(std::move(stop)) {}

    domain::Run read(MetaState state) {
        m_run.runId = base::toUtf8(m_place.name);
        m_run.experimentId = *m_place.experimentId;
        m_run.folder = base::toUtf8(m_folder.folder());
        if (state == MetaState::Ok)
            fromMeta(m_folder.scratch().meta);
        else if (state == MetaState::Missing)
            m_folder.problem(ErrorCode::MetaMissing, MetaName.substr(1));
        readMetrics();
        m_folder.values("params", m_run.params);
        m_folder.values("tags", m_run.tags);
        if (m_run.runName.empty()) {
            if (const std::string* name = domain::find(m_run.tags, "mlflow.runName"))
                m_run.runName = *name;
        }
        readInputs();
        readOutputs();
        return std::move(m_run);
    }

private:
    void fromMeta(const MetaDocument& meta) {
        m_run.runName = meta.text("run_name");
        m_run.userId = meta.text("user_id");
        m_run.artifactUri = meta.text("artifact_uri");
        m_run.startTime = meta.integer("start_time");
        m_run.endTime = meta.integer("end_time");
        m_run.lifecycle = meta.text("lifecycle_stage") == "deleted" ? domain::Lifecycle::Deleted
                                                                    : domain::Lifecycle::Active;
        m_run.status = statusOf(meta);
        checkKeys(meta);
    }

    domain::RunStatus statusOf(const MetaDocument& meta) {
        const MetaValue* value = meta.find("status");
        if (value == nullptr) {
            // MLflow takes a missing status for RUNNING. Where the keys behind it are missing,
            // too (they are sorted), the file was cut and nobody knows.
            return meta.has("user_id") ? domain::RunStatus::Running : domain::RunStatus::Unknown;
        }
        if (const auto number = value->asInteger(); number && *number >= 1 && *number <= 5)
            return static_cast<domain::RunStatus>(*number);
        const domain::RunStatus named = domain::statusFromName(value->asText());
        if (named == domain::RunStatus::Unknown)
            m_folder.problem(ErrorCode::MetaValueInvalid, MetaName.substr(1),
                             {"status", value->asText()});
        return named;
    }

    void checkKeys(const MetaDocument& meta) {
        const char* idKey = meta.has("run_id") ? "run_id" : "run_uuid";
        if (!meta.has(idKey))
            missing("run_id");
        else if (!meta.names(idKey, m_run.runId))
            m_folder.problem(ErrorCode::MetaIdMismatch, MetaName.substr(1),
                             {meta.text(idKey), m_run.runId});
        const std::string experiment = meta.text("experiment_id");
        if (!meta.has("experiment_id"))
            missing("experiment_id");
        else if (!meta.names("experiment_id", m_run.experimentId) &&
                 experiment != *m_place.writtenExperimentId)
            m_folder.problem(ErrorCode::MetaIdMismatch, MetaName.substr(1),
                             {experiment, m_run.experimentId});
        for (const char* key : {"start_time", "user_id"}) {
            if (!meta.has(key))
                missing(key);
        }
    }

    void missing(const char* key) {
        m_folder.problem(ErrorCode::MetaKeyMissing, MetaName.substr(1), {key});
    }

    void readMetrics() {
        // The writer of a running run may be within a line; what it has of it is no value yet.
        const bool growing = m_run.status == domain::RunStatus::Running;
        m_folder.files("metrics", true, [&](Opened& file, std::string key, std::string_view path) {
            domain::Metric metric;
            metric.key = std::move(key);
            readRunMetric(m_folder, file, path, growing, m_stop, metric);
            if (!metric.points.empty())
                m_run.metrics.push_back(std::move(metric));
        });
        const auto byKey = [](const auto& a, const auto& b) { return a.key < b.key; };
        const auto sameKey = [](const auto& a, const auto& b) { return a.key == b.key; };
        std::stable_sort(m_run.metrics.begin(), m_run.metrics.end(), byKey);
        m_run.metrics.erase(std::unique(m_run.metrics.begin(), m_run.metrics.end(), sameKey),
                            m_run.metrics.end());
    }

    /// The meta.yaml of each folder below `sub`, by the folder's name; reports anything else.
    template <typename Take>
    void readLinks(const char* sub, Take&& take) {
        m_folder.files(sub, false, [&](Opened& file, std::string key, std::string_view path) {
            const std::size_t end = key.find('/');
            if (end == std::string::npos || key.substr(end) != MetaName) {
                m_folder.problem(ErrorCode::UnexpectedEntry, path);
                return;
            }
            MetaDocument& meta = m_folder.scratch().meta;
            if (m_folder.yaml(file, path, meta))
                take(key.substr(0, end), meta, path);
        });
    }

    void readInputs() {
        std::vector<std::pair<std::string, domain::DatasetInput>> inputs;
        readLinks("inputs", [&](std::string name, MetaDocument& meta, std::string_view path) {
            const std::string id = meta.text("source_id");
            if (meta.text("source_type") == "MODEL" || meta.text("source_type") == "MODEL_INPUT") {
                m_run.modelInputs.push_back(id);
                return;
            }
            domain::DatasetInput input;
            if (const MetaValue* tags = meta.find("tags")) {
                for (const auto& [key, value] : tags->map)
                    input.tags.push_back({key, value});
            }
            const auto dataset = m_datasets.get(m_opener, m_place.experimentDir,
                                                *m_place.experimentFolder, id, m_folder.scratch());
            if (dataset == nullptr) {
                m_folder.problem(ErrorCode::MetaValueInvalid, path, {"source_id", id});
                return;
            }
            input.dataset = *dataset;
            inputs.emplace_back(std::move(name), std::move(input));
        });
        std::sort(inputs.begin(), inputs.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [name, input] : inputs)
            m_run.datasetInputs.push_back(std::move(input));
        std::sort(m_run.modelInputs.begin(), m_run.modelInputs.end());
    }

    void readOutputs() {
        readLinks("outputs", [&](std::string name, MetaDocument& meta, std::string_view) {
            const std::string id = meta.text("destination_id");
            m_run.modelOutputs.push_back(
                {id.empty() ? std::move(name) : id, meta.integer("step").value_or(0)});
        });
        std::sort(m_run.modelOutputs.begin(), m_run.modelOutputs.end(),
                  [](const auto& a, const auto& b) { return a.modelId < b.modelId; });
    }

    FolderReader& m_folder;
    const RunPlace& m_place;
    const Opener& m_opener;
    DatasetShelf& m_datasets;
    std::stop_token m_stop;
    domain::Run m_run;
};

}  // namespace

std::shared_ptr<const domain::Dataset> DatasetShelf::get(const Opener& opener, int experimentDir,
                                                         const std::string& experimentFolder,
                                                         const std::string& id, Scratch& scratch) {
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_known.find(id); found != m_known.end())
            return found->second;
    }
    std::shared_ptr<domain::Dataset> dataset;
    // The id comes from a file: it must not lead anywhere else.
    if (!id.empty() && id.find('/') == std::string::npos && id != "." && id != "..") {
        const Opened shelf = opener.folder(experimentDir, "datasets");
        Opened folder;
        if (shelf.state == OpenState::Ok)
            folder = opener.folder(shelf.fd.get(), id.c_str());
        if (folder.state == OpenState::Ok) {
            FolderReader reader(opener, scratch, folder.fd.get(),
                                experimentFolder + "/datasets/" + id);
            MetaDocument meta;
            if (reader.meta(meta) == MetaState::Ok)
                dataset = std::make_shared<domain::Dataset>(domain::Dataset{
                    meta.text("name"), meta.text("digest"), meta.text("source_type"),
                    meta.text("source"), meta.text("schema"), meta.text("profile")});
        }
    }
    const std::lock_guard lock(m_mutex);
    return m_known.emplace(id, std::move(dataset)).first->second;
}

Fingerprint runState(const Opener& opener, int runDir, Scratch& scratch) {
    FingerprintSum sum;
    struct stat status {};
    if (statFile(opener, runDir, "meta.yaml", status))
        sum.add("meta.yaml", status);
    StateVisitor visitor{sum};
    for (const char* sub : RunFolders) {
        Opened top = opener.folder(runDir, sub);
        if (top.state == OpenState::Ok)
            walkKeys(opener, scratch, std::move(top), sub, visitor);
    }
    return sum.value();
}

ReadRun readRun(const Opener& opener, const RunPlace& place, int runDir, DatasetShelf& datasets,
                Scratch& scratch, std::stop_token stop) {
    FingerprintSum sum;
    FolderReader folder(opener, scratch, runDir, *place.experimentFolder + '/' + place.name, &sum);
    const MetaState state = folder.meta(scratch.meta);
    ReadRun result;
    if (state == MetaState::Missing && !reportIfNoRun(folder, opener, runDir))
        return result;
    result.run = RunReader(folder, place, opener, datasets, std::move(stop)).read(state);
    result.fingerprint = sum.value();
    return result;
}

}  // namespace podium::stores::filestore
