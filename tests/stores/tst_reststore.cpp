// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"
#include "http/client.h"
#include "stores/kinds/kinds.h"
#include "stores/remote.h"
#include "stores/rest/reststore.h"
#include "stores/rest/restwatcher.h"
#include "sync/histories.h"
#include "sync/syncer.h"
#include "tests/support/miniserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <thread>

using namespace podium;
using namespace std::chrono_literals;
using base::ErrorCode;
using base::Result;
using tests::Fault;
using tests::HttpReply;
using tests::HttpRequest;
using tests::MiniServer;

namespace {

bool isRunsPage(const HttpRequest& request) {
    return request.path().ends_with("/runs/search");
}

http::HttpClient::Options quick() {
    http::HttpClient::Options options;
    options.retries.maxRetries = 3;
    options.retries.firstDelay = 5ms;
    options.retries.longestDelay = 20ms;
    options.retries.longestRetryAfter = 50ms;
    return options;
}

}  // namespace

/// A server's runs on their way into the cache, on good days and bad ones.
class TestRestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingIsReadOnce();
    void onlyWhatChangedIsStoredAgain();
    void vanishedRunsAreMarked();
    void histories();
    void anExperimentMayBeCut();
    void failures_data();
    void failures();
    void threeFaultsThenFine();
    void aBrokenPageLeavesNoHalfRun();
    void anOutageInTheMiddleGoesOnWhereItWas();
    void aPageTokenThatRepeatsEnds();
    void aRunThatShiftsToTheNextPageComesOnce();
    void oneForbiddenExperimentLeavesTheOthers();
    void aStopEndsAtOnce();
    void withoutAClientThereIsNoNetwork();
    void aNewRunIsNoticed();
    void aServerThatIsGoneIsLost();

private:
    Result<sync::SyncReport> synced(sync::SyncOptions options = {}, std::stop_token stop = {}) {
        stores::OpenContext context;
        context.client = m_client.get();
        context.environment = http::Environment::of({}, m_folder->path().toStdString());
        context.patience = {10ms, 40ms, 20s};
        auto store = stores::openStore(m_server->url(), context);
        if (!store.ok())
            return store.as<sync::SyncReport>();
        m_store = std::move(store).value();
        base::Progress progress;
        return sync::sync(*m_store, *m_cache, options, progress, stop);
    }
    /// Runs of experiment 1 that are present; each must be whole.
    int present() {
        cache::Reader reader = m_cache->reader().value();
        const auto source = reader.sourceAt(m_server->url()).value();
        if (!source)
            return 0;
        int count = 0;
        const auto experiments = reader.experiments(source->sourceNo).value();
        for (const auto& experiment : experiments) {
            if (experiment.experiment.experimentId != "1")
                continue;
            std::vector<base::RunNo> runs;
            const auto visit = [&](const cache::RunRow& row) {
                if (!row.vanished)
                    runs.push_back(row.runNo);
            };
            if (!reader.runs(experiment.experimentNo, {}, visit).ok())
                return -1;
            for (const base::RunNo run : runs) {
                const auto details = reader.run(run).value();
                const bool whole = details && details->run.params.size() == 1 &&
                                   details->metrics.size() == 1 && !details->run.tags.empty();
                count += whole ? 1 : -1'000'000;
            }
        }
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<MiniServer> m_server;
    std::unique_ptr<stores::Store> m_store;
};

void TestRestStore::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = cache::Cache::open(m_folder->filePath(QStringLiteral("cache.db")).toStdString(), [] {
                  return base::Millis{7};
              }).value();
    m_client = std::make_unique<http::HttpClient>(quick());
    m_server = std::make_unique<MiniServer>(950);
}

void TestRestStore::cleanup() {
    m_store.reset();
    m_cache.reset();
    m_client.reset();
    m_server.reset();
}

void TestRestStore::everythingIsReadOnce() {
    const auto report = synced();
    QVERIFY(report.ok());
    QCOMPARE(report.value().experiments, 2);
    QCOMPARE(report.value().runs, 951);
    QCOMPARE(present(), 950);
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sourceAt(m_server->url()).value().value();
    QCOMPARE(source.kind, std::string("rest"));
    const auto found = reader.findRun(source.sourceNo, MiniServer::runId(7)).value();
    const auto run = reader.run(found.at(0)).value().value();
    QCOMPARE(run.run.runName, std::string("run 7"));
    QVERIFY(std::isnan(run.metrics.at(0).reductions.last.value));
    QCOMPARE(run.metrics.at(0).reductions.count, 0U);  // the history was not read
    // Pages grow with quick answers: far fewer than one for each hundred.
    QVERIFY(m_server->asked("/runs/search") < 8);
}

void TestRestStore::onlyWhatChangedIsStoredAgain() {
    QVERIFY(synced().ok());
    m_server->change(123);
    const auto again = synced();
    QCOMPARE(again.value().runs, 1);
    QCOMPARE(again.value().unchanged, 950);
    QCOMPARE(present(), 950);
}

void TestRestStore::vanishedRunsAreMarked() {
    QVERIFY(synced().ok());
    m_server->setRuns(900);
    QCOMPARE(synced().value().vanished, 50);
    QCOMPARE(present(), 900);
}

void TestRestStore::histories() {
    QVERIFY(synced().ok());
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sourceAt(m_server->url()).value().value();
    const auto runs = reader.findRun(source.sourceNo, MiniServer::runId(5)).value();
    const auto missing = reader.missingHistories(runs).value();
    base::Progress progress;
    const auto fetched =
        sync::fetchHistories(*m_store->remote(), *m_cache, missing, false, progress, {});
    QVERIFY(fetched.ok());
    QCOMPARE(fetched.value().points, 10);
    const auto history =
        reader.storedHistory(runs.at(0), reader.nameNumber("loss").value()).value();
    const auto points = series::unpack(history.packed).value();
    QCOMPARE(points.size(), 10U);
    QVERIFY(std::isinf(points[3].value));
    QCOMPARE(points[9].value, 4.5);
    // MLflow 3.11 without max_results answers nothing for ever, so it is always sent.
    for (const HttpRequest& request : m_server->http().requests())
        QVERIFY(!request.path().ends_with("get-history") ||
                !request.parameter("max_results").empty());
}

void TestRestStore::anExperimentMayBeCut() {
    sync::SyncOptions options;
    options.mostRuns = 300;
    QVERIFY(synced(options).ok());
    // What the last page had beyond the bound is not thrown away.
    const int held = present();
    QVERIFY(held >= 300 && held < 950);
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sourceAt(m_server->url()).value().value();
    const auto experiments = reader.experiments(source.sourceNo).value();
    QCOMPARE(experiments.front().cut, std::optional<std::int64_t>(held));
}

void TestRestStore::failures_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, int status, const char* body, ErrorCode code) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(code);
    };
    row("not signed in", 401, "Unauthorized", ErrorCode::LoginNeeded);
    row("not allowed", 403, "Permission denied", ErrorCode::Forbidden);
    row("a login page", 200, "<html>Sign in</html>", ErrorCode::AnswerNotJson);
    row("another service", 404, "<html>Not Found</html>", ErrorCode::NotAServer);
    row("too many requests", 429, "", ErrorCode::RateLimited);
    row("broken", 500, R"({"error_code": "INTERNAL_ERROR", "message": "no"})",
        ErrorCode::ServerFault);
    row("cut JSON", 200, R"({"experiments": [{"experiment_id": "1")", ErrorCode::AnswerInvalid);
}

void TestRestStore::failures() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_server->setFault([&](const HttpRequest&) {
        return HttpReply::text(body.toStdString(), status, "text/html");
    });
    const auto report = synced();
    QVERIFY(report.failed());
    QVERIFY2(report.error().code == static_cast<ErrorCode>(code),
             base::logLine(report.error()).c_str());
    QCOMPARE(present(), 0);
}

void TestRestStore::threeFaultsThenFine() {
    std::atomic<int> left = 3;
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (isRunsPage(request) && left.fetch_sub(1) > 0)
            return HttpReply::text("busy", 500);
        return std::nullopt;
    });
    QVERIFY(synced().ok());
    QCOMPARE(present(), 950);
}

void TestRestStore::aBrokenPageLeavesNoHalfRun() {
    // Every second page ends in the middle of a run.
    std::atomic<int> pages = 0;
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (!isRunsPage(request) || pages.fetch_add(1) == 0)
            return std::nullopt;
        HttpReply reply = HttpReply::json(R"({"runs": [{"info": {"run_id": "half", "experi)");
        return reply;
    });
    const auto broken = synced();
    QVERIFY(broken.failed() || broken.value().problems >= 1);
    const int before = present();
    QVERIFY(before >= 0 && before < 950);
    m_server->setFault({});
    QVERIFY(synced().ok());
    QCOMPARE(present(), 950);
}

void TestRestStore::anOutageInTheMiddleGoesOnWhereItWas() {
    m_server->setRuns(6000);
    std::atomic<int> pages = 0;
    std::jthread mender;
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (isRunsPage(request) && pages.fetch_add(1) == 2) {
            // Not by the handler itself, which runs on the server's thread.
            mender = std::jthread([this] {
                m_server->http().dropConnections(true);
                std::this_thread::sleep_for(400ms);
                m_server->http().dropConnections(false);
            });
        }
        return std::nullopt;
    });
    const auto report = synced();
    QVERIFY2(report.ok(), report.failed() ? base::logLine(report.error()).c_str() : "cancelled");
    QCOMPARE(present(), 6000);
    // Nothing was read from the beginning again.
    int firstPages = 0;
    for (const HttpRequest& request : m_server->http().requests()) {
        const bool first = request.body.find("page_token") == std::string::npos &&
                           request.body.find("\"1\"") != std::string::npos;
        firstPages += isRunsPage(request) && first ? 1 : 0;
    }
    QVERIFY2(firstPages <= 2, qPrintable(QString::number(firstPages)));
}

void TestRestStore::aPageTokenThatRepeatsEnds() {
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (!isRunsPage(request) || request.body.find("page_token") == std::string::npos)
            return std::nullopt;
        return HttpReply::json(R"({"runs": [], "next_page_token": "again"})");
    });
    const auto report = synced();
    QVERIFY(report.failed() || report.value().problems > 0);
    QVERIFY(m_server->asked("/runs/search") < 10);
    QVERIFY(present() > 0);  // what had come stays
}

void TestRestStore::aRunThatShiftsToTheNextPageComesOnce() {
    // Somebody starts a run between two pages: all others move on by one.
    std::atomic<bool> first = true;
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        const std::size_t at = request.body.find("\"page_token\":\"100\"");
        if (isRunsPage(request) && at != std::string::npos && first.exchange(false)) {
            HttpRequest earlier = request;
            return HttpReply::json(
                "{\"runs\": [{\"info\": {\"run_id\": \"" + MiniServer::runId(99) +
                "\", \"experiment_id\": \"1\", \"status\": \"FINISHED\", \"lifecycle_stage\": "
                "\"active\"}, \"data\": {\"params\": [{\"key\": \"lr\", \"value\": \"9\"}], "
                "\"tags\": [{\"key\": \"a\", \"value\": \"b\"}], \"metrics\": [{\"key\": "
                "\"loss\", \"value\": 1, \"timestamp\": 1, \"step\": 1}]}}], "
                "\"next_page_token\": \"100.0\"}");
        }
        return std::nullopt;
    });
    const auto report = synced();
    QVERIFY(report.ok());
    QCOMPARE(present(), 950);
    QCOMPARE(report.value().problems, 0);
}

void TestRestStore::oneForbiddenExperimentLeavesTheOthers() {
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (isRunsPage(request) && request.body.find("\"2\"") != std::string::npos)
            return HttpReply::text("Permission denied", 403);
        return std::nullopt;
    });
    const auto report = synced();
    QVERIFY(report.ok());
    QCOMPARE(present(), 950);
    QCOMPARE(report.value().problems, 1);
}

void TestRestStore::aStopEndsAtOnce() {
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (!isRunsPage(request))
            return std::nullopt;
        return HttpReply::failing(Fault::Silence);
    });
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    std::jthread stopper([&] {
        while (m_server->asked("/runs/search") == 0)
            std::this_thread::sleep_for(5ms);
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    QVERIFY(synced({}, stop.get_token()).cancelled());
    stopper.join();
    QVERIFY(std::chrono::steady_clock::now() - asked < 200ms);
}

void TestRestStore::withoutAClientThereIsNoNetwork() {
    const auto store = stores::openStore(m_server->url());
    QVERIFY(store.failed());
    QCOMPARE(store.error().code, ErrorCode::UnsupportedSource);
    QCOMPARE(m_server->http().count(), 0);
}

void TestRestStore::aNewRunIsNoticed() {
    m_server->setRuns(5);
    QVERIFY(synced().ok());
    const auto& store = static_cast<const stores::RestStore&>(*m_store);
    stores::RestWatcher watcher(store.api(), {}, {5ms, 50ms, 1h});
    const auto nothing = watcher.wait(60, {});
    QVERIFY(nothing.runIds.empty() && !nothing.wholeStore && !nothing.lost);
    m_server->setRuns(6);
    const auto change = watcher.wait(5000, {});
    QCOMPARE(change.runIds, std::vector<std::string>{MiniServer::runId(5)});
    QVERIFY(!change.lost);
}

void TestRestStore::aServerThatIsGoneIsLost() {
    QVERIFY(synced().ok());
    const auto& store = static_cast<const stores::RestStore&>(*m_store);
    stores::RestWatcher watcher(store.api(), {}, {5ms, 50ms, 1h});
    m_server->http().setListening(false);
    m_server->http().dropConnections(true);
    const auto change = watcher.wait(20'000, {});
    QVERIFY(change.lost);
    QVERIFY2(change.lost->code == ErrorCode::NetRefused || change.lost->code == ErrorCode::NetLost,
             base::logLine(*change.lost).c_str());
}

QTEST_GUILESS_MAIN(TestRestStore)
#include "tst_reststore.moc"
