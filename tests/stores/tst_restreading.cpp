// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/rest/reststore.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/httpserver.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <atomic>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

using namespace podium;
using base::ErrorCode;
using nlohmann::json;
using tests::Fault;
using tests::HttpReply;
using tests::HttpRequest;

namespace {

/// What a read delivers, with the experiments of which not all came.
class Taker : public tests::RecordingSink {
public:
    std::map<std::string, std::int64_t> cuts;
    std::vector<std::string> unread;

    void experimentCut(std::string_view id, std::int64_t held) override {
        cuts[std::string(id)] = held;
    }
    void experimentUnread(std::string_view id) override { unread.emplace_back(id); }
};

/// A tracking server with pages of runs as MLflow gives them: tokens are offsets, the newest first.
class Lab {
public:
    explicit Lab(int runs) {
        for (int i = 0; i < runs; ++i)
            add(i);
    }

    void add(int number) {
        const std::string id = "run-" + std::to_string(number);
        m_runs.push_back(
            {{"info",
              {{"run_id", id},
               {"experiment_id", "1"},
               {"status", "FINISHED"},
               {"start_time", 1700000000000 + number},
               {"lifecycle_stage", "active"}}},
             {"data", {{"metrics", {{{"key", "loss"}, {"value", 0.5}, {"step", "7"}}}}}}});
    }
    json& run(std::size_t i) { return m_runs.at(i); }
    json& runs() { return m_runs; }

    /// Called before each page; may change runs or give another answer.
    std::function<std::optional<HttpReply>(const json& asked)> before;
    std::vector<std::string> tokens;  // of the pages that were asked for
    bool old = false;                 // MLflow 1.26: no experiments/search
    json experiments = {{{"experiment_id", "1"}, {"name", "one"}}};

    [[nodiscard]] tests::HttpServer::Handler handler() {
        return [this](const HttpRequest& request) {
            const std::lock_guard lock(mutex);
            return answer(request);
        };
    }
    std::mutex mutex;

private:
    HttpReply answer(const HttpRequest& request) {
        const std::string path = request.path();
        const bool search = path == "/api/2.0/mlflow/experiments/search";
        if ((search && !old) || (old && path == "/api/2.0/mlflow/experiments/list"))
            return HttpReply::json(json{{"experiments", experiments}}.dump());
        if (path == "/api/2.0/mlflow/runs/search")
            return page(json::parse(request.body));
        if (path == "/api/2.0/mlflow/registered-models/search")
            return HttpReply::json("{}");
        return HttpReply::text("<!doctype html><title>404 Not Found</title>", 404, "text/html");
    }
    HttpReply page(const json& asked) {
        tokens.push_back(asked.value("page_token", ""));
        if (before) {
            if (auto other = before(asked))
                return *other;
        }
        const std::size_t first = tokens.back().empty() ? 0 : std::stoul(tokens.back());
        const std::size_t end =
            std::min(m_runs.size(), first + asked.at("max_results").get<std::size_t>());
        json reply = json::object();
        for (std::size_t i = first; i < end; ++i)
            reply["runs"].push_back(m_runs.at(i));
        std::string text = reply.dump();
        if (end < m_runs.size())  // last, as MLflow writes it
            text.insert(text.size() - 1, ", \"next_page_token\": \"" + std::to_string(end) + "\"");
        return HttpReply::json(std::move(text));
    }

    json m_runs = json::array();
};

class Reading {
public:
    explicit Reading(const tests::HttpServer& server, stores::ConnectionSettings settings = {},
                     http::Credentials who = {}) {
        http::HttpClient::Options options;
        options.retries = http::RetryPolicy::none();
        m_client = std::make_unique<http::HttpClient>(std::move(options));
        http::Connection connection;
        connection.base = http::Url::parse(server.url()).value();
        connection.credentials = std::move(who);
        store = std::make_unique<stores::RestStore>(
            *m_client, stores::StoreInfo{"rest", server.url(), {}}, std::move(connection),
            std::move(settings),
            stores::Patience{std::chrono::milliseconds(5), std::chrono::milliseconds(20),
                             std::chrono::seconds(60)});
    }
    base::Result<void> read(Taker& taker, const stores::ReadRequest& request = {},
                            std::stop_token stop = {}) {
        base::Progress progress;
        return store->read(request, taker, taker, progress, std::move(stop));
    }

private:
    std::unique_ptr<http::HttpClient> m_client;

public:
    std::unique_ptr<stores::RestStore> store;
};

ErrorCode codeOf(const base::Result<void>& result) {
    return result.failed() ? result.error().code : ErrorCode::Internal;
}

}  // namespace

class RestReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allPagesComeOnce() {
        Lab lab(1234);
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.runs.size(), std::size_t(1234));
        QVERIFY(taker.inOrder);
        QVERIFY(taker.problems.empty());
        QVERIFY(lab.tokens.size() > 1);
        const domain::Metric& loss = taker.runs.at("run-77").metrics.at(0);
        QCOMPARE(loss.points.at(0).step, std::int64_t(7));  // a number that came as text
        QCOMPARE(int(loss.extent), int(domain::Extent::LatestOnly));
    }

    void whatIsAsItWasIsNotReadAgain() {
        Lab lab(300);
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        taker.startAnew();
        lab.run(5)["data"]["tags"] = {{{"key", "k"}, {"value", "v"}}};
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.unchanged.size(), std::size_t(299));
        QCOMPARE(taker.read, std::vector<std::string>{"run-5"});
    }

    void pagesThatShiftGiveNoRunTwice() {
        Lab lab(400);
        bool shifted = false;
        lab.before = [&](const json& asked) -> std::optional<HttpReply> {
            if (asked.contains("page_token") && !std::exchange(shifted, true))
                lab.runs().insert(lab.runs().begin(), lab.run(0));  // moves all by one
            return std::nullopt;
        };
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.runs.size(), std::size_t(400));
        QCOMPARE(taker.read.size(), std::size_t(400));
    }

    void aRunThatChangesBetweenPagesIsReadAgain() {
        Lab lab(150);
        lab.before = [&](const json& asked) -> std::optional<HttpReply> {
            if (asked.contains("page_token")) {
                json later = lab.run(0);
                later["info"]["status"] = "FAILED";
                lab.runs().push_back(later);
            }
            return std::nullopt;
        };
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.runs.size(), std::size_t(150));
        QCOMPARE(int(taker.runs.at("run-0").status), int(domain::RunStatus::Failed));
    }

    void aTokenThatRepeatsEndsTheExperiment() {
        Lab lab(500);
        lab.before = [](const json&) -> std::optional<HttpReply> {
            return HttpReply::json(
                "{\"runs\": [{\"info\": {\"run_id\": \"a\", \"experiment_id\": "
                "\"1\"}}],\"next_page_token\": \"same\"}");
        };
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.runs.size(), std::size_t(1));
        QCOMPARE(taker.problems.size(), std::size_t(1));
        QCOMPARE(int(taker.problems.at(0).error.code), int(ErrorCode::PageTokenRepeats));
        QCOMPARE(taker.unread, std::vector<std::string>{"1"});
    }

    void aForbiddenExperimentLeavesTheOthers() {
        Lab lab(20);
        lab.experiments.push_back({{"experiment_id", "2"}, {"name", "two"}});
        lab.before = [](const json& asked) -> std::optional<HttpReply> {
            if (asked["experiment_ids"][0] == "2")
                return HttpReply::text("Permission denied", 403);
            return std::nullopt;
        };
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.runs.size(), std::size_t(20));
        QCOMPARE(int(taker.problems.at(0).error.code), int(ErrorCode::Forbidden));
        QCOMPARE(taker.unread, std::vector<std::string>{"2"});
    }

    void aLostConnectionIsGoneOnWith() {
        Lab lab(5000);
        int faults = 0;
        lab.before = [&](const json& asked) -> std::optional<HttpReply> {
            if (asked.contains("page_token") && lab.tokens.size() > 2 && faults < 6) {
                ++faults;
                return faults % 2 == 0 ? HttpReply::failing(Fault::CloseBeforeHead)
                                       : HttpReply::failing(Fault::CutInBody, "{\"runs\": [");
            }
            return std::nullopt;
        };
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        const base::Result<void> read = reading.read(taker);
        QVERIFY2(read.ok(), read.failed() ? base::logLine(read.error()).c_str() : "");
        QCOMPARE(faults, 6);
        QCOMPARE(taker.runs.size(), std::size_t(5000));
        // It went on where it was: the first page was asked for once.
        QCOMPARE(std::ranges::count(lab.tokens, std::string()), std::ptrdiff_t(1));
    }

    void aStopEndsTheWaiting() {
        Lab lab(5000);
        std::stop_source stop;
        lab.before = [&](const json& asked) -> std::optional<HttpReply> {
            if (!asked.contains("page_token"))
                return std::nullopt;
            stop.request_stop();
            return HttpReply::failing(Fault::Silence);
        };
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker, {}, stop.get_token()).cancelled());
    }

    void noMoreRunsAreHeldThanAskedFor() {
        Lab lab(1000);
        tests::HttpServer server(lab.handler());
        stores::ConnectionSettings settings;
        settings.mostRuns = 250;
        Reading reading(server, settings);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.runs.size(), std::size_t(250));
        QCOMPARE(taker.cuts.at("1"), std::int64_t(250));
    }

    void oldServersListTheirExperiments() {
        Lab lab(3);
        lab.old = true;
        tests::HttpServer server(lab.handler());
        Reading reading(server);
        Taker taker;
        QVERIFY(reading.read(taker).ok());
        QCOMPARE(taker.experiments.size(), std::size_t(1));
        QCOMPARE(taker.runs.size(), std::size_t(3));
    }

    void faults_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("loggedIn");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, int status, const char* body, bool loggedIn,
                            ErrorCode code) {
            QTest::newRow(name) << status << QByteArray(body) << loggedIn << int(code);
        };
        row("nobody", 401, "You are not authenticated.", false, ErrorCode::LoginNeeded);
        row("wrong password", 401, "You are not authenticated.", true, ErrorCode::LoginRefused);
        row("forbidden", 403, "Permission denied", true, ErrorCode::Forbidden);
        row("too many", 429, "", false, ErrorCode::RateLimited);
        row("fault", 500, "<html>", false, ErrorCode::ServerFault);
        row("a page", 200, "<!doctype html><title>Log in</title>", false, ErrorCode::AnswerNotJson);
        row("half an answer", 200, "{\"experiments\": [", false, ErrorCode::AnswerInvalid);
        row("another server", 404, "<!doctype html>", false, ErrorCode::NotAServer);
    }

    void faults() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, loggedIn);
        QFETCH(int, code);
        tests::HttpServer server(
            [&](const HttpRequest&) { return HttpReply::text(body.toStdString(), status); });
        const auto who = loggedIn ? http::Credentials::basic("ann", http::Secret("x"),
                                                             http::Credentials::Origin::Settings)
                                  : http::Credentials{};
        Reading reading(server, {}, who);
        Taker taker;
        QCOMPARE(int(codeOf(reading.read(taker))), code);
    }

    void historiesAreWholeWhateverTheServerSends() {
        // Python's NaN is no JSON, the greatest double is what SQL servers say for infinity.
        tests::HttpServer server([](const HttpRequest& request) {
            if (request.path() != "/api/2.0/mlflow/metrics/get-history")
                return HttpReply::json("{}");
            if (request.parameter("max_results").empty())
                return HttpReply::json("{\"next_page_token\": \"0\"}");  // MLflow 3.11, for ever
            if (request.parameter("page_token").empty())
                return HttpReply::json(
                    "{\"metrics\": [{\"value\": NaN, \"step\": 0}, {\"value\": "
                    "\"-Infinity\"}],\"next_page_token\": \"2\"}");
            return HttpReply::json(
                "{\"metrics\": [{\"value\": 1.7976931348623157e+308, \"step\": "
                "9007199254740993}]}");
        });
        Reading reading(server);
        base::Progress progress;
        domain::Metric metric;
        QVERIFY(reading.store
                    ->histories({{"r"}, {"k"}},
                                [&](const std::string&, domain::Metric&& m) { metric = m; },
                                progress, {})
                    .ok());
        QCOMPARE(metric.points.size(), std::size_t(3));
        QVERIFY(std::isnan(metric.points[0].value));
        QCOMPARE(metric.points[1].value, -HUGE_VAL);
        QCOMPARE(metric.points[2].value, HUGE_VAL);
        QCOMPARE(metric.points[2].step, std::int64_t(9007199254740993));
        QCOMPARE(int(metric.extent), int(domain::Extent::Full));
    }

    void runsCutOffABulkHistoryAreAskedForAlone() {
        std::string bulk = "{\"metrics\": [";
        for (int i = 0; i < 25000; ++i)
            bulk += std::string(i > 0 ? "," : "") +
                    "{\"value\": 1, \"step\": " + std::to_string(i) + ", \"run_id\": \"" +
                    (i < 10 ? "r0" : "r1") + "\"}";
        bulk += "]}";
        std::mutex mutex;
        std::vector<std::string> alone;
        tests::HttpServer server([&](const HttpRequest& request) {
            if (request.path().ends_with("get-history-bulk"))
                return HttpReply::json(bulk);
            if (request.path().ends_with("get-history")) {
                const std::lock_guard lock(mutex);
                alone.push_back(request.parameter("run_id"));
            }
            return HttpReply::json("{}");
        });
        Reading reading(server);
        stores::HistoryRequest request;
        request.keys = {"k"};
        for (int i = 0; i < 10; ++i)
            request.runIds.push_back("r" + std::to_string(i));
        base::Progress progress;
        std::map<std::string, std::size_t> points;
        QVERIFY(reading.store
                    ->histories(request,
                                [&](const std::string& run, domain::Metric&& metric) {
                                    const std::lock_guard lock(mutex);
                                    points[run] = metric.points.size();
                                },
                                progress, {})
                    .ok());
        QCOMPARE(points.size(), std::size_t(10));
        QCOMPARE(points.at("r0"), std::size_t(10));
        QCOMPARE(alone.size(), std::size_t(9));
        QVERIFY(std::ranges::count(alone, "r1") == 1);
    }

    void artifactNamesThatLeadOutAreRefused() {
        std::atomic<int> asked{0};
        tests::HttpServer server([&](const HttpRequest&) {
            ++asked;
            return HttpReply::json("{}");
        });
        Reading reading(server);
        base::Progress progress;
        for (const char* path : {"../x", "/etc/passwd", "a//b", "a/../b", ""}) {
            const auto fetched =
                reading.store->fetchArtifact({"r", "", ""}, path, "/nonexistent/x", progress, {});
            QVERIFY(fetched.failed());
            QCOMPARE(int(fetched.error().code), int(ErrorCode::ArtifactOutside));
        }
        QCOMPARE(asked.load(), 0);
    }

    void settingsComeBackFromTheCache() {
        stores::ConnectionSettings settings;
        QCOMPARE(settings.toJson(), std::string("{}"));
        settings.auth = stores::ConnectionSettings::Auth::Basic;
        settings.user = "ann";
        settings.insecureTls = true;
        settings.mostRuns = 5;
        QVERIFY(stores::ConnectionSettings::fromJson(settings.toJson()) == settings);
        QVERIFY(stores::ConnectionSettings::fromJson("[1]") == stores::ConnectionSettings{});
        QCOMPARE(stores::networkLocation("https://u:p@h:8080/m/?q=1#x").value(),
                 std::string("https://h:8080/m"));
    }
};

QTEST_GUILESS_MAIN(RestReadingTest)
#include "tst_restreading.moc"
