// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/recordingsink.h"

#include <algorithm>
#include <sstream>

namespace podium::tests {

namespace {

std::string keyed(const char* what, const std::vector<domain::KeyValue>& list) {
    std::string text;
    for (const auto& [key, value] : list)
        text += (text.empty() ? "" : ",") + key + '=' + value;
    return text.empty() ? text : " " + std::string(what) + '{' + text + '}';
}

std::string metricsOf(const domain::Run& run) {
    std::ostringstream text;
    for (const domain::Metric& metric : run.metrics) {
        text << ' ' << metric.key << '[';
        for (std::size_t i = 0; i < metric.points.size(); ++i) {
            const auto& point = metric.points[i];
            text << (i > 0 ? " " : "") << point.value << '@' << point.step << '/'
                 << point.timestamp;
        }
        text << ']';
    }
    return text.str();
}

std::string line(const domain::Run& run) {
    std::string text = "run " + run.experimentId + '/' + run.runId + " '" + run.runName + "' " +
                       std::string(statusName(run.status)) + ' ' +
                       std::string(lifecycleName(run.lifecycle));
    text += keyed("params", run.params) + keyed("tags", run.tags) + metricsOf(run);
    for (const auto& input : run.datasetInputs)
        text += " input(" + input.dataset.name + ' ' + input.dataset.digest +
                keyed("tags", input.tags) + ')';
    for (const auto& model : run.modelInputs)
        text += " in(" + model + ')';
    for (const auto& output : run.modelOutputs)
        text += " out(" + output.modelId + '@' + std::to_string(output.step) + ')';
    return text;
}

std::string line(const domain::LoggedModel& model) {
    std::ostringstream text;
    text << "logged " << model.experimentId << '/' << model.modelId << " '" << model.name << "' "
         << loggedModelStatusName(model.status) << ' ' << lifecycleName(model.lifecycle)
         << keyed("params", model.params) << keyed("tags", model.tags);
    for (const auto& metric : model.metrics)
        text << ' ' << metric.key << '(' << metric.datasetName << ")=" << metric.point.value << '@'
             << metric.point.step;
    return text.str();
}

}  // namespace

stores::Fingerprint RecordingSink::run(std::string_view, std::string_view runId) const {
    const std::lock_guard lock(m_mutex);
    const auto found = fingerprints.find(std::string(runId));
    return found != fingerprints.end() ? found->second : 0;
}

void RecordingSink::experiment(domain::Experiment&& experiment) {
    const std::lock_guard lock(m_mutex);
    experiments.emplace(experiment.experimentId, std::move(experiment));
}

void RecordingSink::run(domain::Run&& run, stores::Fingerprint fingerprint) {
    const std::lock_guard lock(m_mutex);
    inOrder = inOrder && experiments.count(run.experimentId) == 1;
    read.push_back(run.runId);
    fingerprints[run.runId] = fingerprint;
    runs[run.runId] = std::move(run);
}

void RecordingSink::runUnchanged(std::string_view experimentId, std::string_view runId) {
    const std::lock_guard lock(m_mutex);
    inOrder = inOrder && experiments.count(std::string(experimentId)) == 1;
    unchanged.emplace_back(runId);
}

void RecordingSink::loggedModel(domain::LoggedModel&& model) {
    const std::lock_guard lock(m_mutex);
    loggedModels[model.modelId] = std::move(model);
}

void RecordingSink::registeredModel(domain::RegisteredModel&& model) {
    const std::lock_guard lock(m_mutex);
    registeredModels[model.name] = std::move(model);
}

void RecordingSink::modelVersion(domain::ModelVersion&& version) {
    const std::lock_guard lock(m_mutex);
    versions[version.name + " v" + std::to_string(version.version)] = std::move(version);
}

void RecordingSink::problem(domain::Problem&& problem, std::string_view, std::string_view runId) {
    const std::lock_guard lock(m_mutex);
    problems.push_back(std::move(problem));
    problemRuns.emplace_back(runId);
}

void RecordingSink::startAnew() {
    const std::lock_guard lock(m_mutex);
    experiments.clear();
    runs.clear();
    loggedModels.clear();
    registeredModels.clear();
    versions.clear();
    unchanged.clear();
    read.clear();
    problems.clear();
    problemRuns.clear();
}

std::vector<std::string> RecordingSink::lines() const {
    std::vector<std::string> all;
    for (const auto& [id, experiment] : experiments)
        all.push_back("experiment " + id + " '" + experiment.name + "' " +
                      std::string(lifecycleName(experiment.lifecycle)) +
                      keyed("tags", experiment.tags));
    for (const auto& [id, run] : runs)
        all.push_back(line(run));
    for (const auto& [id, model] : loggedModels)
        all.push_back(line(model));
    for (const auto& [name, model] : registeredModels) {
        std::string text = "model " + name + keyed("tags", model.tags);
        for (const auto& alias : model.aliases)
            text += " @" + alias.alias + '=' + std::to_string(alias.version);
        all.push_back(text);
    }
    for (const auto& [name, version] : versions)
        all.push_back("version " + name + ' ' + version.stage + keyed("tags", version.tags));
    const auto said = problemLines();
    all.insert(all.end(), said.begin(), said.end());
    return all;
}

std::vector<std::string> RecordingSink::problemLines() const {
    std::vector<std::string> said;
    for (const auto& problem : problems) {
        std::string text = "problem " + std::string(base::codeName(problem.error.code));
        for (const std::string& argument : problem.error.args)
            text += ' ' + argument;
        said.push_back(text);
    }
    std::sort(said.begin(), said.end());
    return said;
}

}  // namespace podium::tests
