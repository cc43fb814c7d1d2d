// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connectiontest.h"

#include "http/databricks.h"
#include "stores/rest/answers.h"
#include "stores/rest/reststore.h"

#include <utility>

namespace podium::session {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::int64_t LongestVersion = 4096;

/// The step at which an error shows.
TestStep stepOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::UrlInvalid:
        case ErrorCode::NetNameNotFound:
            return TestStep::Name;
        case ErrorCode::TlsExpired:
        case ErrorCode::TlsWrongHost:
        case ErrorCode::TlsUntrusted:
        case ErrorCode::CertificateFile:
            return TestStep::Certificate;
        case ErrorCode::LoginNeeded:
        case ErrorCode::LoginRefused:
        case ErrorCode::ProfileMissing:
        case ErrorCode::CredentialsUnusable:
            return TestStep::Login;
        case ErrorCode::Forbidden:
            return TestStep::Rights;
        case ErrorCode::NetRefused:
        case ErrorCode::NetTimeout:
        case ErrorCode::NetLost:
        case ErrorCode::ProxyFailed:
        case ErrorCode::RedirectRefused:
            return TestStep::Connection;
        default:
            return TestStep::Version;
    }
}

class Test {
public:
    Test(const http::Connection& connection, const std::function<void(const TestResult&)>& told)
        : m_connection(connection), m_told(told) {}

    /// All steps before this one went well.
    void reach(TestStep step) {
        while (m_next < step) {
            TestResult result{m_next, TestOutcome::Ok, {}, {}};
            if (m_next == TestStep::Certificate && !m_connection.base.secure())
                result.outcome = TestOutcome::Skipped;
            else if (m_next == TestStep::Certificate && m_connection.insecureTls)
                result.outcome = TestOutcome::Warning;
            else if (m_next == TestStep::Login)
                result.detail = who();
            else if (m_next == TestStep::Version)
                result.detail = m_version;
            tell(std::move(result));
        }
    }
    void fail(const Error& error) {
        const TestStep step = std::max(stepOf(error.code), m_next);
        reach(step);
        tell({step, TestOutcome::Failed, error, {}});
    }
    void tell(TestResult result) {
        m_next = static_cast<TestStep>(static_cast<int>(result.step) + 1);
        m_told(result);
    }
    void setVersion(std::string version) { m_version = std::move(version); }

private:
    [[nodiscard]] std::string who() const {
        const http::Credentials& credentials = m_connection.credentials;
        return credentials.kind == http::Credentials::Kind::Bearer ? "token" : credentials.user;
    }

    const http::Connection& m_connection;
    const std::function<void(const TestResult&)>& m_told;
    TestStep m_next = TestStep::Name;
    std::string m_version;
};

/// Where to look for a run: MLflow's own servers begin with the experiment 0, Databricks has none
/// of that name.
Result<std::vector<std::string>> someExperiments(stores::RestStore& store, std::stop_token stop) {
    using Ids = std::vector<std::string>;
    if (store.info().kind != "databricks")
        return Ids{"0"};
    const auto answer = store.api()->ask(
        store.api()->search("2.0/mlflow/experiments/search", R"({"max_results": 20})"),
        std::move(stop));
    PODIUM_TRY(Ids, answer);
    const auto read = stores::readExperiments(answer.value().body, answer.value().url);
    PODIUM_TRY(Ids, read);
    Ids ids;
    for (const domain::Experiment& experiment : read.value().experiments)
        ids.push_back(experiment.experimentId);
    return ids;
}

/// The first run that the server tells of any experiment, for trying its artifacts.
Result<std::optional<domain::Run>> anyRun(stores::RestStore& store, std::stop_token stop) {
    using Found = std::optional<domain::Run>;
    Result<std::vector<std::string>> experiments = someExperiments(store, stop);
    PODIUM_TRY(Found, experiments);
    if (experiments.value().empty())
        return Found();
    stores::RunSearch search;
    search.experimentIds = std::move(experiments).value();
    search.pageSize = 1;
    Result<stores::RunPage> page = store.searchRuns(search, std::move(stop));
    PODIUM_TRY(Found, page);
    if (page.value().runs.empty())
        return Found();
    return Found(page.value().runs.front());
}

}  // namespace

Result<bool> testConnection(const std::string& source, const ConnectionSettings& settings,
                            const std::optional<http::Credentials>& credentials,
                            const http::Environment& environment,
                            const std::function<void(const TestResult&)>& told,
                            std::stop_token stop) {
    http::HttpClient::Options options;
    options.retries = http::RetryPolicy::none();  // who tests wants to know it now
    http::HttpClient client(options);
    const Result<http::Connection> connection =
        stores::connectionOf(source, settings, credentials, environment);
    if (connection.failed()) {
        told({stepOf(connection.error().code), TestOutcome::Failed, connection.error(), {}});
        return false;
    }
    stores::Patience patience;
    patience.inAll = std::chrono::milliseconds(0);
    const bool databricks = http::isDatabricksUri(source);
    stores::RestStore store(client, {databricks ? "databricks" : "rest", source, {}},
                            connection.value(), settings, patience);
    Test test(connection.value(), told);
    const Result<void> ready = store.api()->ready(stop);
    PODIUM_TRY(bool, ready.cancelled() ? Result<void>(base::Cancelled{}) : Result<void>());
    if (ready.failed()) {
        test.fail(ready.error());
        return false;
    }
    http::Request request = store.api()->get(stores::Root::Server, "version");
    request.maxBytes = LongestVersion;
    if (const auto version = store.api()->ask(std::move(request), stop);
        version.ok() && version.value().body.size() < 40)
        test.setVersion(version.value().body);
    test.reach(TestStep::Rights);
    const Result<std::optional<domain::Run>> run = anyRun(store, stop);
    if (run.cancelled())
        return base::Cancelled{};
    if (run.failed()) {
        test.fail(run.error());
        return false;
    }
    test.reach(TestStep::Artifacts);
    if (!run.value()) {
        test.tell({TestStep::Artifacts, TestOutcome::Skipped, {}, {}});
        return true;
    }
    const stores::ArtifactOwner owner{run.value()->runId, {}, run.value()->artifactUri};
    const auto files = store.listArtifacts(owner, {}, stop);
    if (files.cancelled())
        return base::Cancelled{};
    test.tell({TestStep::Artifacts,
               files.ok() ? TestOutcome::Ok : TestOutcome::Warning,
               files.failed() ? std::optional(files.error()) : std::nullopt,
               {}});
    return true;
}

}  // namespace podium::session
