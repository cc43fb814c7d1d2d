// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/readjob.h"

#include "stores/rest/answers.h"
#include "stores/rest/sidebyside.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// So many experiments are read at a time: enough to hide the way to the server for stores of many
/// small ones, few enough to leave the server to others.
constexpr unsigned UsualThreads = 3;
constexpr int ExperimentsAtOnce = 1000;

}  // namespace

Result<void> ReadJob::run() {
    PODIUM_TRY(void, m_scope.api.ready(m_scope.stop));
    if (!m_scope.request.models.empty()) {
        for (const std::string& name : m_scope.request.models)
            PODIUM_TRY(void, readModels(m_scope, registryOf(m_registries, name), {name}));
        return {};
    }
    if (!m_scope.request.runIds.empty())
        return someRuns();
    return m_scope.request.experimentIds.empty() ? wholeStore() : someExperiments();
}

unsigned ReadJob::threads() const {
    return m_scope.request.threads > 0 ? m_scope.request.threads : UsualThreads;
}

Result<void> ReadJob::wholeStore() {
    PODIUM_TRY(void, listExperiments());
    // Those where something happened last come first: that is where people look.
    std::ranges::stable_sort(m_experiments, std::ranges::greater(), [](const auto& experiment) {
        return experiment.lastUpdateTime.value_or(experiment.creationTime.value_or(0));
    });
    PODIUM_TRY(void, readRuns());
    std::vector<std::string> ids;
    for (const domain::Experiment& experiment : m_experiments)
        ids.push_back(experiment.experimentId);
    for (const RegistryKind registry : m_registries)
        PODIUM_TRY(void, readRegistry(m_scope, registry));
    return readLoggedModels(m_scope, ids);
}

Result<void> ReadJob::someExperiments() {
    for (const std::string& id : m_scope.request.experimentIds) {
        Result<domain::Experiment> found = experiment(id);
        if (found.failed() && isMissingThing(found.error()))
            continue;
        if (found.failed() && !isOutage(found.error())) {
            m_scope.sink.experimentUnread(id);
            PODIUM_TRY(void, settle(m_scope, found.as<void>()));
            continue;
        }
        PODIUM_TRY(void, found);
        m_experiments.push_back(std::move(found).value());
    }
    return readRuns();
}

Result<void> ReadJob::readRuns() {
    for (const domain::Experiment& experiment : m_experiments)
        m_scope.sink.experiment(domain::Experiment(experiment));
    return sideBySide(m_experiments.size(), threads(), [this](std::size_t i) {
        return RunReader(m_scope, m_experiments[i].experimentId).read();
    });
}

Result<void> ReadJob::listExperiments() {
    std::set<std::string> tokens;
    std::set<std::string> seen;
    std::string token;
    do {
        http::Request request;
        if (m_scope.api.listsExperiments()) {
            http::QueryPairs query{{"view_type", "ALL"},
                                   {"max_results", std::to_string(ExperimentsAtOnce)}};
            if (!token.empty())
                query.emplace_back("page_token", token);
            request = m_scope.api.get(Root::Api, "2.0/mlflow/experiments/list", query);
        } else {
            nlohmann::json body = {{"view_type", "ALL"}, {"max_results", ExperimentsAtOnce}};
            if (!token.empty())
                body["page_token"] = token;
            request = m_scope.api.search("2.0/mlflow/experiments/search", body.dump());
        }
        const Api::Answer answer = m_scope.api.askPatiently(request, m_scope.stop);
        PODIUM_TRY(void, answer);
        Result<ExperimentsAnswer> page = readExperiments(answer.value().body, answer.value().url);
        PODIUM_TRY(void, page);
        for (domain::Experiment& experiment : page.value().experiments) {
            if (seen.insert(experiment.experimentId).second)
                m_experiments.push_back(std::move(experiment));
        }
        token = std::move(page.value().nextPageToken);
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {answer.value().url}};
    } while (!token.empty());
    return {};
}

Result<domain::Experiment> ReadJob::experiment(const std::string& id) {
    const Api::Answer answer = m_scope.api.askPatiently(
        m_scope.api.get(Root::Api, "2.0/mlflow/experiments/get", {{"experiment_id", id}}),
        m_scope.stop);
    PODIUM_TRY(domain::Experiment, answer);
    return readExperiment(answer.value().body, answer.value().url);
}

Result<domain::Run> ReadJob::oneRun(const std::string& id) {
    const Api::Answer answer = m_scope.api.askPatiently(
        m_scope.api.get(Root::Api, "2.0/mlflow/runs/get", {{"run_id", id}}), m_scope.stop);
    PODIUM_TRY(domain::Run, answer);
    m_scope.progress.bytes += answer.value().bytes;
    return readRun(answer.value().body, answer.value().url);
}

Result<void> ReadJob::someRuns() {
    std::mutex mutex;
    std::set<std::string> told;
    const auto tell = [&](const std::string& experimentId) -> Result<void> {
        const std::lock_guard lock(mutex);
        if (!told.insert(experimentId).second)
            return {};
        Result<domain::Experiment> found = experiment(experimentId);
        PODIUM_TRY(void, found);
        m_scope.sink.experiment(std::move(found).value());
        return {};
    };
    const std::vector<std::string>& ids = m_scope.request.runIds;
    return sideBySide(ids.size(), threads(), [&](std::size_t i) -> Result<void> {
        Result<domain::Run> run = oneRun(ids[i]);
        // Whoever deleted it meanwhile knows; the next whole sync sees it gone.
        if (run.failed() && isMissingThing(run.error()))
            return {};
        PODIUM_TRY(void, run);
        PODIUM_TRY(void, tell(run.value().experimentId));
        deliverRun(m_scope, std::move(run).value());
        return {};
    });
}

}  // namespace podium::stores
