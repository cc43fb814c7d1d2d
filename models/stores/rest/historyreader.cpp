// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/historyreader.h"

#include "stores/rest/answers.h"
#include "stores/rest/sidebyside.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::Extent;
using domain::Metric;
using domain::MetricPoint;

namespace {

constexpr unsigned AtATime = 4;
/// Servers take no more runs in one bulk request (rest-api, 6).
constexpr std::size_t BulkRuns = 100;
/// Fewer are asked for one by one: their own order is kept, which a file store's bulk answer sorts.
constexpr std::size_t FewRuns = 8;
/// More points than this are cut off, over all runs together.
constexpr std::size_t BulkPoints = 25'000;
/// MLflow from 3.2 on pages histories; without a bound 3.11 answers nothing for ever.
constexpr const char* PagePoints = "25000";
/// Most steps that a sample may be asked for.
constexpr std::size_t SampleSteps = 2500;

bool mayTryOtherwise(const Error& error) {
    return error.code == ErrorCode::ApiMissing || error.code == ErrorCode::HttpStatus ||
           error.code == ErrorCode::ServerFault || error.code == ErrorCode::HttpTooLarge;
}

std::map<std::string, std::vector<MetricPoint>> byRun(std::vector<HistoryPoint>&& points) {
    std::map<std::string, std::vector<MetricPoint>> runs;
    for (HistoryPoint& entry : points)
        runs[std::move(entry.runId)].push_back(entry.point);
    return runs;
}

/// A sample of these is all there is: of more steps than asked for, servers take every n-th one,
/// which is never fewer than half of what was asked for.
bool isWhole(const std::vector<HistoryPoint>& points) {
    std::set<std::int64_t> steps;
    for (const HistoryPoint& entry : points)
        steps.insert(entry.point.step);
    return steps.size() < SampleSteps / 2 && points.size() < BulkPoints;
}

}  // namespace

HistoryReader::HistoryReader(Api& api, const HistoryRequest& request,
                             const Remote::HistorySink& sink, base::Progress& progress,
                             std::stop_token stop)
    : m_api(api), m_request(request), m_sink(sink), m_progress(progress), m_stop(std::move(stop)) {}

Result<void> HistoryReader::read() {
    PODIUM_TRY(void, m_api.ready(m_stop));
    for (const std::string& key : m_request.keys)
        PODIUM_TRY(void, readKey(key, m_request.runIds));
    return {};
}

Result<void> HistoryReader::readKey(const std::string& key, const Runs& runs) {
    if (!m_request.sample && runs.size() <= FewRuns)
        return readOneByOne(key, runs);
    const std::size_t chunks = (runs.size() + BulkRuns - 1) / BulkRuns;
    return sideBySide(chunks, AtATime, [&](std::size_t i) {
        const auto first = runs.begin() + static_cast<std::ptrdiff_t>(i * BulkRuns);
        const auto last =
            std::next(first, std::min<std::ptrdiff_t>(BulkRuns, std::distance(first, runs.end())));
        const Runs some(first, last);
        return m_request.sample ? readSample(key, some) : readBulk(key, some);
    });
}

Result<void> HistoryReader::readOneByOne(const std::string& key, const Runs& runs) {
    return sideBySide(runs.size(), AtATime, [&](std::size_t i) { return readOne(key, runs[i]); });
}

Result<void> HistoryReader::readBulk(const std::string& key, const Runs& runs) {
    http::QueryPairs query;
    for (const std::string& run : runs)
        query.emplace_back("run_id", run);
    query.emplace_back("metric_key", key);
    query.emplace_back("max_results", std::to_string(BulkPoints));
    http::Request request = m_api.get(Root::Ajax, "2.0/mlflow/metrics/get-history-bulk", query);
    request.idempotent = false;  // what fails here is asked for otherwise
    const Api::Answer answer = m_api.askPatiently(request, m_stop);
    if (answer.failed() && mayTryOtherwise(answer.error()))
        return readOneByOne(key, runs);
    PODIUM_TRY(void, answer);
    m_progress.bytes += answer.value().bytes;
    Result<HistoryAnswer> history = readHistory(answer.value().body, answer.value().url);
    PODIUM_TRY(void, history);
    std::vector<HistoryPoint>& points = history.value().points;
    // Of an answer that was cut, the last run and those that are not there may be incomplete.
    const bool cut = points.size() >= BulkPoints;
    const std::string last = cut ? points.back().runId : std::string();
    auto found = byRun(std::move(points));
    Runs rest;
    for (const std::string& run : runs) {
        const auto it = found.find(run);
        if (cut && (it == found.end() || run == last))
            rest.push_back(run);
        else
            deliver(run,
                    {key, it == found.end() ? std::vector<MetricPoint>() : std::move(it->second)});
    }
    return readOneByOne(key, rest);
}

Result<void> HistoryReader::readSample(const std::string& key, const Runs& runs) {
    http::QueryPairs query;
    for (const std::string& run : runs)
        query.emplace_back("run_ids", run);
    query.emplace_back("metric_key", key);
    query.emplace_back("max_results", std::to_string(SampleSteps));
    // Without a range servers leave out negative steps.
    query.emplace_back("start_step", std::to_string(-(std::int64_t{1} << 53)));
    query.emplace_back("end_step", std::to_string(std::int64_t{1} << 53));
    http::Request request =
        m_api.get(Root::Ajax, "2.0/mlflow/metrics/get-history-bulk-interval", query);
    request.idempotent = false;
    const Api::Answer answer = m_api.askPatiently(request, m_stop);
    if (answer.failed() && mayTryOtherwise(answer.error()))
        return readBulk(key, runs);
    PODIUM_TRY(void, answer);
    m_progress.bytes += answer.value().bytes;
    Result<HistoryAnswer> history = readHistory(answer.value().body, answer.value().url);
    PODIUM_TRY(void, history);
    const bool whole = isWhole(history.value().points);
    auto found = byRun(std::move(history.value().points));
    for (const std::string& run : runs) {
        Metric metric{key, std::move(found[run]), {}, whole ? Extent::Full : Extent::Sampled};
        // Samples come by step; a history in the order in which it was logged.
        if (whole)
            std::ranges::stable_sort(metric.points, {}, [](const MetricPoint& point) {
                return std::tie(point.timestamp, point.step);
            });
        deliver(run, std::move(metric));
    }
    return {};
}

Result<void> HistoryReader::readOne(const std::string& key, const std::string& run) {
    Metric metric{key, {}};
    std::set<std::string> tokens;
    std::string token;
    do {
        http::QueryPairs query{{"run_id", run}, {"metric_key", key}, {"max_results", PagePoints}};
        if (!token.empty())
            query.emplace_back("page_token", token);
        const http::Request request = m_api.get(Root::Api, "2.0/mlflow/metrics/get-history", query);
        const Api::Answer answer = m_api.askPatiently(request, m_stop);
        if (answer.failed() && isMissingThing(answer.error()))
            break;
        PODIUM_TRY(void, answer);
        m_progress.bytes += answer.value().bytes;
        Result<HistoryAnswer> page = readHistory(answer.value().body, answer.value().url);
        PODIUM_TRY(void, page);
        for (const HistoryPoint& entry : page.value().points)
            metric.points.push_back(entry.point);
        token = std::move(page.value().nextPageToken);
        if (!token.empty() && !tokens.insert(token).second)
            return Error{ErrorCode::PageTokenRepeats, {answer.value().url}};
    } while (!token.empty());
    deliver(run, std::move(metric));
    return {};
}

void HistoryReader::deliver(const std::string& run, Metric&& metric) {
    if (!m_stop.stop_requested())
        m_sink(run, std::move(metric));
}

}  // namespace podium::stores
