// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keepoffline.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <mutex>
#include <set>

using namespace podium;
using base::Error;
using base::ErrorCode;
using base::Result;
using domain::Extent;

namespace {

/// Artifacts by owner and path in memory, and what was brought of them.
class MemoryArtifacts : public sync::OfflineArtifacts {
public:
    Result<std::vector<sync::OfflineFile>> files(const stores::ArtifactOwner& owner,
                                                 std::stop_token /*stop*/) override {
        const std::lock_guard lock(mutex);
        const std::string id = owner.runId.empty() ? owner.modelId : owner.runId;
        listed.push_back(id + ' ' + owner.artifactUri);
        if (listFailure)
            return *listFailure;
        std::vector<sync::OfflineFile> found;
        for (const auto& [path, size] : content[id])
            found.push_back({path, size, here.contains(id + '/' + path)});
        return found;
    }
    Result<std::int64_t> fetch(const stores::ArtifactOwner& owner, const std::string& path,
                               std::stop_token stop) override {
        if (beforeFetch)
            beforeFetch();
        if (stop.stop_requested())
            return base::Cancelled{};
        const std::lock_guard lock(mutex);
        const std::string id = owner.runId.empty() ? owner.modelId : owner.runId;
        const auto failure = failures.find(id + '/' + path);
        if (failure != failures.end())
            return failure->second;
        here.insert(id + '/' + path);
        return std::max<std::int64_t>(content[id][path], 0);
    }

    std::mutex mutex;
    std::map<std::string, std::map<std::string, std::int64_t>> content;
    std::set<std::string> here;
    std::map<std::string, Error> failures;
    std::vector<std::string> listed;
    std::optional<Error> listFailure;
    std::function<void()> beforeFetch;
};

/// Gives every history that is asked for.
class Histories : public stores::Remote {
public:
    Result<void> histories(const stores::HistoryRequest& request, const HistorySink& sink,
                           base::Progress& /*progress*/, std::stop_token /*stop*/) override {
        for (const std::string& run : request.runIds) {
            for (const std::string& key : request.keys) {
                asked.insert(run + ' ' + key);
                sink(run, {key, {{1, 1, 1}, {2, 2, 2}, {3, 9, 9}}, {}, Extent::Full});
            }
        }
        return {};
    }
    Result<stores::RunPage> searchRuns(const stores::RunSearch&, std::stop_token) override {
        return stores::RunPage{};
    }
    Result<std::vector<stores::RemoteFile>> listArtifacts(const stores::ArtifactOwner&,
                                                          const std::string&,
                                                          std::stop_token) override {
        return std::vector<stores::RemoteFile>{};
    }
    Result<stores::FetchedFile> fetchArtifact(const stores::ArtifactOwner&, const std::string&,
                                              const std::filesystem::path&, base::Progress&,
                                              std::stop_token) override {
        return stores::FetchedFile{};
    }
    std::set<std::string> asked;
};

}  // namespace

class TestKeepOffline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsKeptUnasked();
    void historiesOfAnExperiment();
    void artifactsByPatterns_data();
    void artifactsByPatterns();
    void whatIsHereIsNotFetchedAgain();
    void estimateFetchesNothing();
    void oneBadFileDoesNotEndIt();
    void aGoneNetworkEndsIt();
    void stopKeepsWhatCame();
    void bytesHeld();

private:
    void addRun(const char* experiment, const char* run);
    void keep(const char* experiment, const char* run, bool histories, const char* artifacts);
    Result<sync::OfflineReport> run(std::stop_token stop = {}) {
        return sync::keepOffline(&m_remote, m_artifacts, *m_cache, m_source, m_progress, stop);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    base::SourceNo m_source;
    MemoryArtifacts m_artifacts;
    Histories m_remote;
    base::Progress m_progress;
};

void TestKeepOffline::init() {
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = cache::Cache::open(m_folder->filePath(QStringLiteral("cache.db")).toStdString(), [] {
                  return base::Millis{1'700'000'000'000};
              }).value();
    addRun("1", "a");
    addRun("1", "b");
    addRun("2", "c");
    const auto models = m_cache->writer().run([&](cache::Writer& writer) {
        domain::LoggedModel model;
        model.modelId = "m-a";
        model.experimentId = "1";
        model.sourceRunId = "a";
        model.artifactLocation = "mlflow-artifacts:/1/models/m-a/artifacts";
        return writer.putLoggedModels(m_source, std::array{model});
    });
    QVERIFY(models.ok());
    m_artifacts.content = {
        {"a", {{"log.txt", 10}, {"plots/loss.png", 100}}},
        {"b", {{"log.txt", 20}, {"plots/loss.png", -1}}},
        {"c", {{"log.txt", 40}}},
        {"m-a", {{"MLmodel", 1}, {"data/weights.bin", 1000}}},
    };
    m_artifacts.here.clear();
    m_artifacts.failures.clear();
    m_artifacts.listed.clear();
    m_artifacts.listFailure.reset();
    m_artifacts.beforeFetch = {};
    m_remote.asked.clear();
    m_progress.done = 0;
    m_progress.total = 0;
    m_progress.bytes = 0;
}

void TestKeepOffline::addRun(const char* experiment, const char* run) {
    const auto added = m_cache->writer().run([&](cache::Writer& writer) -> Result<void> {
        const auto source = writer.addSource("rest", "http://lab", "", "lab", 1);
        PODIUM_TRY(void, source);
        m_source = source.value();
        domain::Experiment record;
        record.experimentId = experiment;
        const auto number = writer.putExperiment(m_source, record);
        PODIUM_TRY(void, number);
        domain::Run made;
        made.runId = run;
        made.experimentId = experiment;
        made.artifactUri = "mlflow-artifacts:/" + std::string(run);
        made.metrics = {{"loss", {{3, 9, 9}}, {}, Extent::LatestOnly}};
        const auto encoded = cache::encodeRun(std::move(made), 1, writer.names());
        PODIUM_TRY(void, writer.putRun(number.value(), {}, encoded));
        return {};
    });
    QVERIFY(added.ok());
}

void TestKeepOffline::keep(const char* experiment, const char* run, bool histories,
                           const char* artifacts) {
    const auto kept = m_cache->writer().run([&](cache::Writer& writer) {
        return writer.setKept(m_source, {experiment, run, histories, artifacts});
    });
    QVERIFY(kept.ok());
}

void TestKeepOffline::nothingIsKeptUnasked() {
    QVERIFY(run().ok());
    QVERIFY(m_artifacts.listed.empty());
    QVERIFY(m_remote.asked.empty());
}

void TestKeepOffline::historiesOfAnExperiment() {
    keep("1", "", true, "");
    QCOMPARE(run().value().histories, 2);
    QCOMPARE(m_remote.asked, (std::set<std::string>{"a loss", "b loss"}));
    QVERIFY(m_artifacts.listed.empty());
    m_remote.asked.clear();
    QCOMPARE(run().value().histories, 0);
    QVERIFY(m_remote.asked.empty());
}

void TestKeepOffline::artifactsByPatterns_data() {
    QTest::addColumn<QString>("experiment");
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("patterns");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("all of an experiment")
        << u"1"_qs << u""_qs << u"*"_qs
        << QStringList{u"a/log.txt"_qs,        u"a/plots/loss.png"_qs, u"b/log.txt"_qs,
                       u"b/plots/loss.png"_qs, u"m-a/MLmodel"_qs,      u"m-a/data/weights.bin"_qs};
    QTest::newRow("a run and the model it made")
        << u"1"_qs << u"a"_qs << u"*"_qs
        << QStringList{u"a/log.txt"_qs, u"a/plots/loss.png"_qs, u"m-a/MLmodel"_qs,
                       u"m-a/data/weights.bin"_qs};
    QTest::newRow("two patterns") << u"1"_qs << u""_qs << u"*.png\nMLmodel"_qs
                                  << QStringList{u"a/plots/loss.png"_qs, u"b/plots/loss.png"_qs,
                                                 u"m-a/MLmodel"_qs};
}

void TestKeepOffline::artifactsByPatterns() {
    QFETCH(const QString, experiment);
    QFETCH(const QString, run);
    QFETCH(const QString, patterns);
    QFETCH(const QStringList, expected);
    keep(experiment.toUtf8().constData(), run.toUtf8().constData(), false,
         patterns.toUtf8().constData());
    const auto report = this->run();
    QCOMPARE(report.value().files, expected.size());
    QStringList here;
    for (const std::string& path : m_artifacts.here)
        here << QString::fromStdString(path);
    QCOMPARE(here, expected);
    QCOMPARE(m_progress.done.load(), expected.size());
    QCOMPARE(m_progress.total.load(), expected.size());
    QVERIFY(std::ranges::count(m_artifacts.listed, "a mlflow-artifacts:/a") == 1);
}

void TestKeepOffline::whatIsHereIsNotFetchedAgain() {
    keep("1", "", false, "*.txt");
    QCOMPARE(run().value().files, 2);
    m_artifacts.content["b"]["new.txt"] = 5;
    const auto report = run();
    QCOMPARE(report.value().files, 1);
    QCOMPARE(report.value().bytes, 5);
}

void TestKeepOffline::estimateFetchesNothing() {
    m_artifacts.here = {"a/log.txt"};
    const auto size = sync::estimateOffline(m_artifacts, *m_cache, m_source, {"1", "", true, "*"},
                                            m_progress, {});
    QCOMPARE(size.value().runs, 2);
    QCOMPARE(size.value().histories, 2);
    QCOMPARE(size.value().files, 6);
    QCOMPARE(size.value().bytes, 10 + 100 + 20 + 1 + 1000);
    QCOMPARE(size.value().missingFiles, 5);
    QCOMPARE(size.value().missingBytes, 100 + 20 + 1 + 1000);
    QCOMPARE(size.value().unknownSizes, 1);
    QCOMPARE(m_artifacts.here.size(), 1U);
    QVERIFY(m_remote.asked.empty());
}

void TestKeepOffline::oneBadFileDoesNotEndIt() {
    keep("1", "", false, "*");
    const Error gone{ErrorCode::ArtifactNotFound, {"a", "log.txt"}};
    m_artifacts.failures = {{"a/log.txt", gone},
                            {"m-a/MLmodel", Error{ErrorCode::ServerFault, {"u", "500", ""}}}};
    const auto report = run();
    QCOMPARE(report.value().files, 4);
    QCOMPARE(report.value().failures, 2);
    QVERIFY(std::ranges::count(report.value().errors, gone) == 1);
}

void TestKeepOffline::aGoneNetworkEndsIt() {
    keep("1", "", false, "*");
    m_artifacts.listFailure = Error{ErrorCode::NetRefused, {"lab"}};
    QCOMPARE(run().error().code, ErrorCode::NetRefused);
    m_artifacts.listFailure.reset();
    for (const char* path : {"a/log.txt", "a/plots/loss.png", "b/log.txt", "b/plots/loss.png",
                             "m-a/MLmodel", "m-a/data/weights.bin"})
        m_artifacts.failures.emplace(path, Error{ErrorCode::NetNameNotFound, {"lab"}});
    QCOMPARE(run().error().code, ErrorCode::NetNameNotFound);
}

void TestKeepOffline::stopKeepsWhatCame() {
    keep("1", "", false, "*");
    std::stop_source stop;
    std::atomic<int> fetches = 0;
    m_artifacts.beforeFetch = [&] {
        if (++fetches == 3)
            stop.request_stop();
    };
    QVERIFY(run(stop.get_token()).cancelled());
    QVERIFY(m_artifacts.here.size() < 6);
}

void TestKeepOffline::bytesHeld() {
    keep("1", "", true, "");
    auto reader = m_cache->reader();
    const auto experiment = reader.value().experiments(m_source).value().front().experimentNo;
    const auto runs = reader.value().findRun(m_source, "a").value();
    QCOMPARE(sync::heldOffline(reader.value(), experiment).value().historyBytes, 0);
    QVERIFY(run().ok());
    const auto all = sync::heldOffline(reader.value(), experiment).value();
    const auto one = sync::heldOffline(reader.value(), runs.front()).value();
    QVERIFY(one.historyBytes > 0);
    QCOMPARE(all.historyBytes, 2 * one.historyBytes);
    QCOMPARE(all.artifactBytes, 0);
}

QTEST_GUILESS_MAIN(TestKeepOffline)
#include "tst_keepoffline.moc"
