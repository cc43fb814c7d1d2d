// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/histories.h"
#include "sync/syncer.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace podium;
using base::ErrorCode;
using base::Result;
using cache::Cache;
using domain::Extent;

namespace {

/// A server in memory: `runs` runs of two experiments, each with a loss of ten points and an
/// accuracy of one.
class FakeServer : public stores::Store, public stores::Remote {
public:
    [[nodiscard]] stores::StoreInfo info() const override { return {"rest", "http://lab", ""}; }
    [[nodiscard]] Remote* remote() override { return this; }
    [[nodiscard]] std::unique_ptr<stores::Watcher> watch(
        const std::vector<std::string>& /*runFolders*/) const override {
        return nullptr;
    }

    Result<void> read(const stores::ReadRequest& request, const stores::Known& /*known*/,
                      stores::Sink& sink, base::Progress& /*progress*/,
                      std::stop_token /*stop*/) override {
        for (const char* id : {"1", "2"}) {
            if (!request.experimentIds.empty() && !std::ranges::count(request.experimentIds, id))
                continue;
            domain::Experiment experiment;
            experiment.experimentId = id;
            sink.experiment(std::move(experiment));
            int given = 0;
            for (int i = 0; i < runs; ++i) {
                if (request.mostRuns > 0 && given == request.mostRuns)
                    break;
                sink.run(latest(id, i), 1);
                ++given;
            }
            if (given < runs)
                sink.experimentCut(id, given);
        }
        if (request.experimentIds.empty()) {
            domain::RegisteredModel model;
            model.name = "ranker";
            sink.registeredModel(std::move(model));
        }
        return {};
    }

    Result<void> histories(const stores::HistoryRequest& request, const HistorySink& sink,
                           base::Progress& /*progress*/, std::stop_token stop) override {
        ++requests;
        for (const std::string& run : request.runIds) {
            if (stop.stop_requested())
                return base::Cancelled{};
            if (run == breaksAt)
                return base::Error{ErrorCode::NetLost, {"lab", "gone"}};
            for (const std::string& key : request.keys)
                std::jthread([&] { sink(run, history(key, request.sample)); }).join();
            if (afterEach)
                afterEach();
        }
        return {};
    }
    Result<stores::RunPage> searchRuns(const stores::RunSearch& /*search*/,
                                       std::stop_token /*stop*/) override {
        return stores::RunPage{};
    }
    Result<std::vector<stores::RemoteFile>> listArtifacts(const stores::ArtifactOwner& /*owner*/,
                                                          const std::string& /*folder*/,
                                                          std::stop_token /*stop*/) override {
        return std::vector<stores::RemoteFile>{};
    }
    Result<stores::FetchedFile> fetchArtifact(const stores::ArtifactOwner& /*owner*/,
                                              const std::string& /*path*/,
                                              const std::filesystem::path& /*target*/,
                                              base::Progress& /*progress*/,
                                              std::stop_token /*stop*/) override {
        return stores::FetchedFile{};
    }

    int runs = 3;
    std::atomic<int> requests = 0;
    std::string breaksAt;
    std::function<void()> afterEach;

private:
    static domain::Run latest(const std::string& experiment, int number) {
        domain::Run run;
        run.experimentId = experiment;
        run.runId = experiment + "-" + std::to_string(number);
        run.metrics = {{"acc", {{0.9, 1, 1}}, {}, Extent::LatestOnly},
                       {"loss", {{0.1, 9, 9}}, {}, Extent::LatestOnly}};
        return run;
    }
    static domain::Metric history(const std::string& key, bool sample) {
        domain::Metric metric{key, {}, {}, sample ? Extent::Sampled : Extent::Full};
        if (key == "acc")
            metric.points = {{0.9, 1, 1}};
        for (int i = 0; key == "loss" && i < 10; ++i)
            metric.points.push_back({1.0 / (i + 1), i, i});
        return metric;
    }
};

}  // namespace

/// What a sync over a network leaves out, and how it is fetched.
class TestFetchHistories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingThatMissesIsFetchedOnce();
    void aSampleIsKeptAsOne();
    void whatCameBeforeABreakStays();
    void aStopIsCancelled();
    void oneExperimentLeavesTheOthersAsTheyAre();
    void ofACutExperimentNothingVanishes();

private:
    sync::SyncReport synced(sync::SyncOptions options = {}) {
        base::Progress progress;
        return sync::sync(m_server, *m_cache, options, progress, {}).value();
    }
    std::vector<cache::MissingHistories> missing() {
        cache::Reader reader = m_cache->reader().value();
        const auto source = reader.sourceAt("http://lab").value().value();
        std::vector<base::RunNo> runs;
        const auto experiments = reader.experiments(source.sourceNo).value();
        for (const auto& experiment : experiments) {
            const auto visit = [&](const cache::RunRow& row) { runs.push_back(row.runNo); };
            if (!reader.runs(experiment.experimentNo, {}, visit).ok())
                return {};
        }
        return reader.missingHistories(runs).value();
    }
    Result<sync::HistoryReport> fetch(bool sample = false, std::stop_token stop = {}) {
        return sync::fetchHistories(m_server, *m_cache, missing(), sample, m_progress, stop);
    }
    std::int64_t runsOf(std::string_view experimentId) {
        cache::Reader reader = m_cache->reader().value();
        const auto source = reader.sourceAt("http://lab").value().value();
        const auto experiments = reader.experiments(source.sourceNo).value();
        for (const auto& row : experiments) {
            if (row.experiment.experimentId == experimentId)
                return row.runs;
        }
        return -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    FakeServer m_server;
    base::Progress m_progress;
};

void TestFetchHistories::init() {
    m_server.runs = 3;
    m_server.requests = 0;
    m_server.breaksAt.clear();
    m_server.afterEach = {};
    m_progress.done = m_progress.total = 0;
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = Cache::open(m_folder->filePath(QStringLiteral("cache.db")).toStdString(), [] {
                  return base::Millis{7};
              }).value();
}

void TestFetchHistories::everythingThatMissesIsFetchedOnce() {
    synced();
    QCOMPARE(missing().size(), 6U);
    const auto report = fetch();
    QVERIFY(report.ok());
    QCOMPARE(report.value().metrics, 12);
    QCOMPARE(report.value().points, 6 * 11);
    QCOMPARE(m_progress.done.load(), 12);
    QCOMPARE(m_progress.total.load(), 12);
    // Runs that miss the same are asked for together.
    QCOMPARE(m_server.requests.load(), 1);
    QVERIFY(missing().empty());
    QCOMPARE(fetch().value().metrics, 0);
    QCOMPARE(m_server.requests.load(), 1);
    // A sync that finds the runs as they were keeps what was fetched.
    synced();
    QVERIFY(missing().empty());
}

void TestFetchHistories::aSampleIsKeptAsOne() {
    synced();
    QVERIFY(fetch(true).ok());
    QCOMPARE(missing().size(), 6U);
    QVERIFY(fetch(false).ok());
    QVERIFY(missing().empty());
}

void TestFetchHistories::whatCameBeforeABreakStays() {
    synced();
    m_server.breaksAt = "1-2";
    const auto broken = fetch();
    QVERIFY(broken.failed());
    QCOMPARE(broken.error().code, ErrorCode::NetLost);
    const auto left = missing();
    QVERIFY(!left.empty() && left.size() < 6U);
    m_server.breaksAt.clear();
    QVERIFY(fetch().ok());
    QVERIFY(missing().empty());
}

void TestFetchHistories::aStopIsCancelled() {
    synced();
    std::stop_source stop;
    m_server.afterEach = [&] { stop.request_stop(); };
    QVERIFY(fetch(false, stop.get_token()).cancelled());
    QCOMPARE(missing().size(), 5U);
}

void TestFetchHistories::oneExperimentLeavesTheOthersAsTheyAre() {
    synced();
    m_server.runs = 2;
    sync::SyncOptions options;
    options.experimentIds = {"2"};
    QCOMPARE(synced(options).vanished, 1);
    QCOMPARE(runsOf("1"), 3);
    QCOMPARE(runsOf("2"), 2);
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sourceAt("http://lab").value().value();
    QCOMPARE(reader.registeredModels(source.sourceNo).value().size(), 1U);
}

void TestFetchHistories::ofACutExperimentNothingVanishes() {
    synced();
    sync::SyncOptions options;
    options.mostRuns = 2;
    QCOMPARE(synced(options).vanished, 0);
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sourceAt("http://lab").value().value();
    QCOMPARE(reader.experiments(source.sourceNo).value().front().cut,
             std::optional<std::int64_t>(2));
    QCOMPARE(runsOf("1"), 3);
    synced();
    QVERIFY(!reader.experiments(source.sourceNo).value().front().cut);
}

QTEST_GUILESS_MAIN(TestFetchHistories)
#include "tst_fetchhistories.moc"
