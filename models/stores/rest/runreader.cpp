// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/runreader.h"

#include "stores/rest/answers.h"
#include "stores/rest/fingerprint.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace podium::stores {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr const char* RunsSearch = "2.0/mlflow/runs/search";
/// A page above this is asked for again in smaller pieces.
constexpr std::int64_t LargestPage = std::int64_t{96} << 20;

void hand(ReadScope& scope, domain::Run&& run, Fingerprint fingerprint) {
    const bool unchanged =
        !scope.request.full && scope.known.run(run.experimentId, run.runId) == fingerprint;
    if (unchanged)
        scope.sink.runUnchanged(run.experimentId, run.runId);
    else
        scope.sink.run(std::move(run), fingerprint);
}

}  // namespace

void deliverRun(ReadScope& scope, domain::Run&& run) {
    ++scope.progress.done;
    const Fingerprint fingerprint = runFingerprint(run);
    hand(scope, std::move(run), fingerprint);
}

RunReader::RunReader(ReadScope& scope, std::string experimentId)
    : m_scope(scope), m_experimentId(std::move(experimentId)), m_size(scope.pageRuns) {}

std::int64_t RunReader::left() const {
    return m_scope.mostRuns > 0 ? std::max<std::int64_t>(m_scope.mostRuns - m_count, 0)
                                : std::numeric_limits<std::int64_t>::max();
}

bool RunReader::isNewToken(const std::string& token) {
    return m_tokens.insert(token).second;
}

RunReader::Page RunReader::ask(const std::string& token, int notCounted) {
    const int runs =
        static_cast<int>(std::clamp<std::int64_t>(left() - notCounted, 1, m_size.runs()));
    nlohmann::json body = {
        {"experiment_ids", {m_experimentId}}, {"run_view_type", "ALL"}, {"max_results", runs}};
    if (!token.empty())
        body["page_token"] = token;
    Page page;
    page.request = m_scope.api.search(RunsSearch, body.dump());
    page.request.maxBytes = LargestPage;
    page.runs = runs;
    page.answer = m_scope.api.start(page.request, m_scope.stop);
    return page;
}

/// An answer that is too large is asked for again with fewer runs.
Result<http::Response> RunReader::answerOf(Page& page, const std::string& token) {
    while (true) {
        Api::Answer answer = m_scope.api.resume(std::move(page.answer), page.request, m_scope.stop);
        const bool tooLarge = answer.failed() && answer.error().code == ErrorCode::HttpTooLarge;
        if (!tooLarge || !m_size.tooLarge())
            return answer;
        page = ask(token);
    }
}

Result<void> RunReader::read() {
    return end(takePages({}));
}

Result<std::string> RunReader::takePages(std::string token) {
    Page page = ask(token);
    while (true) {
        Result<http::Response> answer = answerOf(page, token);
        PODIUM_TRY(std::string, answer);
        const http::Response& response = answer.value();
        m_scope.progress.bytes += response.bytes;
        m_size.answered(page.runs, response.bytes, response.timings.total);

        // Asked for before this page is taken in, so that server and client work side by side.
        const std::optional<std::string> early = tokenAtEnd(response.body);
        const bool goesOn = early && !early->empty() && page.runs < left();
        if (goesOn && !isNewToken(*early)) {
            PODIUM_TRY(std::string, takePage(response));
            return Error{ErrorCode::PageTokenRepeats, {response.url}};
        }
        Page next = goesOn ? ask(*early, page.runs) : Page{};
        Result<RunPage> runs = readRuns(response.body, response.url);
        PODIUM_TRY(std::string, runs);
        for (domain::Run& run : runs.value().runs)
            deliver(std::move(run));
        const std::string following = std::move(runs.value().nextPageToken);
        if (following.empty() || m_scope.stop.stop_requested())
            return std::string();
        if (!goesOn && left() == 0)
            return following;
        if (!goesOn && !isNewToken(following))
            return Error{ErrorCode::PageTokenRepeats, {response.url}};
        page = goesOn ? std::move(next) : ask(following);
        token = following;
    }
}

Result<void> RunReader::takePage(const http::Response& response) {
    Result<RunPage> runs = readRuns(response.body, response.url);
    PODIUM_TRY(void, runs);
    for (domain::Run& run : runs.value().runs)
        deliver(std::move(run));
    return {};
}

void RunReader::deliver(domain::Run&& run) {
    if (run.runId.empty())
        return;
    if (run.experimentId.empty())
        run.experimentId = m_experimentId;
    const Fingerprint fingerprint = runFingerprint(run);
    // Pages are no snapshot: a run that was added meanwhile shifts them, so some come twice.
    const auto [seen, isNew] = m_seen.try_emplace(std::hash<std::string>{}(run.runId), fingerprint);
    if (!isNew && seen->second == fingerprint)
        return;
    seen->second = fingerprint;
    if (!isNew) {
        // It changed between the two pages: the later one counts.
        m_scope.sink.run(std::move(run), fingerprint);
        return;
    }
    ++m_count;
    ++m_scope.progress.done;
    hand(m_scope, std::move(run), fingerprint);
}

/// Servers give a token after a page that was full, also if it was the last one.
Result<bool> RunReader::isMore(const std::string& token) {
    const nlohmann::json body = {{"experiment_ids", {m_experimentId}},
                                 {"run_view_type", "ALL"},
                                 {"max_results", 1},
                                 {"page_token", token}};
    const Api::Answer answer =
        m_scope.api.askPatiently(m_scope.api.search(RunsSearch, body.dump()), m_scope.stop);
    PODIUM_TRY(bool, answer);
    const Result<RunPage> runs = readRuns(answer.value().body, answer.value().url);
    PODIUM_TRY(bool, runs);
    return !runs.value().runs.empty();
}

Result<void> RunReader::end(const Result<std::string>& pages) {
    if (pages.cancelled() || m_scope.stop.stop_requested())
        return base::Cancelled{};
    if (pages.ok()) {
        const Result<bool> more =
            pages.value().empty() ? Result<bool>(false) : isMore(pages.value());
        if (more.ok() && more.value())
            m_scope.sink.experimentCut(m_experimentId, m_count);
        if (more.ok())
            return {};
        return end(more.as<std::string>());
    }
    const Error& error = pages.error();
    if (isOutage(error) || error.code == ErrorCode::LoginNeeded ||
        error.code == ErrorCode::LoginRefused)
        return error;
    // Whoever deleted the experiment meanwhile knows; the next sync sees it gone.
    if (isMissingThing(error))
        return {};
    m_scope.sink.problem({error, {}}, m_experimentId, {});
    m_scope.sink.experimentUnread(m_experimentId);
    return {};
}

}  // namespace podium::stores
