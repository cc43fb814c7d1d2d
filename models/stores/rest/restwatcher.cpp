// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/restwatcher.h"

#include "stores/rest/answers.h"
#include "stores/rest/fingerprint.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace podium::stores {

using base::ErrorCode;
using base::Result;
using std::chrono::milliseconds;

namespace {

constexpr int NewestRuns = 20;
constexpr int ExperimentsAsked = 1000;
/// Of more running runs the newest are followed.
constexpr std::size_t MostFollowed = 50;
/// Each look is tried several times by the client already: one failure may be a hiccup.
constexpr int FailuresUntilLost = 2;
/// Looking takes at most this part of the time.
constexpr int ShareOfTime = 10;

bool paused(milliseconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

}  // namespace

RestWatcher::RestWatcher(std::shared_ptr<Api> api, const std::vector<std::string>& runIds)
    : RestWatcher(std::move(api), runIds, Pace{}) {}

RestWatcher::RestWatcher(std::shared_ptr<Api> api, const std::vector<std::string>& runIds,
                         Pace pace)
    : m_api(std::move(api)), m_pace(pace), m_pause(pace.usual) {
    for (const std::string& id : runIds) {
        if (m_followed.size() < MostFollowed)
            m_followed.emplace(id, 0);
    }
}

Watcher::Change RestWatcher::wait(int timeoutMs, std::stop_token stop) {
    const Clock::time_point end = Clock::now() + milliseconds(timeoutMs);
    while (Clock::now() < end) {
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        if (!paused(std::min(m_pause, left), stop))
            return {};
        const Clock::time_point began = Clock::now();
        const Result<Change> change = look(stop);
        const auto took = std::chrono::ceil<milliseconds>(Clock::now() - began);
        if (change.cancelled())
            return {};
        if (change.failed() && ++m_failures >= FailuresUntilLost)
            return {{}, false, change.error()};
        if (change.failed()) {
            m_pause = std::min(m_pause * 2, m_pace.slowest);
        } else {
            m_failures = 0;
            m_pause = std::clamp(took * ShareOfTime, m_pace.usual, m_pace.slowest);
        }
        if (change.ok() && (change.value().wholeStore || !change.value().runIds.empty()))
            return change.value();
    }
    return {};
}

Result<Watcher::Change> RestWatcher::look(const std::stop_token& stop) {
    PODIUM_TRY(Change, m_api->ready(stop));
    Change change;
    PODIUM_TRY(Change, lookAtFollowed(change, stop));
    PODIUM_TRY(Change, lookForNew(change, stop));
    return change;
}

Result<void> RestWatcher::lookAtFollowed(Change& change, const std::stop_token& stop) {
    for (auto it = m_followed.begin(); it != m_followed.end();) {
        const Api::Answer answer =
            m_api->ask(m_api->get(Root::Api, "2.0/mlflow/runs/get", {{"run_id", it->first}}), stop);
        if (answer.failed() && isMissingThing(answer.error())) {
            it = m_followed.erase(it);
            continue;
        }
        PODIUM_TRY(void, answer);
        const Result<domain::Run> run = readRun(answer.value().body, answer.value().url);
        PODIUM_TRY(void, run);
        const Fingerprint fingerprint = runFingerprint(run.value());
        const bool runs = run.value().status == domain::RunStatus::Running;
        // One that has ended before the first look ended unseen.
        const bool changed = it->second == 0 ? !runs : it->second != fingerprint;
        if (changed)
            change.runIds.push_back(it->first);
        it->second = fingerprint;
        it = runs ? std::next(it) : m_followed.erase(it);
    }
    return {};
}

Result<void> RestWatcher::lookForNew(Change& change, const std::stop_token& stop) {
    if (m_experimentIds.empty() || Clock::now() - m_experimentsListed > m_pace.experiments)
        PODIUM_TRY(void, listExperiments(stop));
    if (m_experimentIds.empty())
        return {};
    const nlohmann::json body = {{"experiment_ids", m_experimentIds},
                                 {"order_by", {"attributes.start_time DESC"}},
                                 {"max_results", NewestRuns}};
    const Api::Answer answer =
        m_api->ask(m_api->search("2.0/mlflow/runs/search", body.dump()), stop);
    PODIUM_TRY(void, answer);
    const Result<RunPage> page = readRuns(answer.value().body, answer.value().url);
    PODIUM_TRY(void, page);
    std::unordered_set<std::string> newest;
    std::size_t unseen = 0;
    for (const domain::Run& run : page.value().runs) {
        newest.insert(run.runId);
        if (!m_newestKnown || m_newest.contains(run.runId))
            continue;
        ++unseen;
        change.runIds.push_back(run.runId);
        if (run.status == domain::RunStatus::Running && m_followed.size() < MostFollowed)
            m_followed.emplace(run.runId, runFingerprint(run));
    }
    // More may have come than one page shows.
    if (unseen == static_cast<std::size_t>(NewestRuns))
        change.wholeStore = true;
    m_newest = std::move(newest);
    m_newestKnown = true;
    return {};
}

Result<void> RestWatcher::listExperiments(const std::stop_token& stop) {
    http::Request request =
        m_api->listsExperiments()
            ? m_api->get(Root::Api, "2.0/mlflow/experiments/list",
                         {{"max_results", std::to_string(ExperimentsAsked)}})
            : m_api->search("2.0/mlflow/experiments/search",
                            nlohmann::json{{"max_results", ExperimentsAsked}}.dump());
    const Api::Answer answer = m_api->ask(std::move(request), stop);
    PODIUM_TRY(void, answer);
    const Result<ExperimentsAnswer> page = readExperiments(answer.value().body, answer.value().url);
    PODIUM_TRY(void, page);
    m_experimentIds.clear();
    for (const domain::Experiment& experiment : page.value().experiments)
        m_experimentIds.push_back(experiment.experimentId);
    m_experimentsListed = Clock::now();
    return {};
}

}  // namespace podium::stores
