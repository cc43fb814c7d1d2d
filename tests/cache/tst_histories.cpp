// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace podium;
using base::ExperimentNo;
using base::Result;
using base::RunNo;
using base::SourceNo;
using cache::Cache;
using cache::StoredHistory;
using cache::Writer;
using domain::Extent;
using domain::MetricPoint;

namespace {

constexpr base::Millis Now = 1'700'000'000'000;

/// A run as a server tells it: each metric's latest value only.
domain::Run serverRun(std::vector<domain::Metric> latest) {
    domain::Run run;
    run.runId = "0123456789abcdef";
    run.experimentId = "1";
    for (domain::Metric& metric : latest)
        metric.extent = Extent::LatestOnly;
    run.metrics = std::move(latest);
    return run;
}

domain::Metric losses(int count, Extent extent = Extent::Full) {
    domain::Metric metric{"loss", {}, {}, extent};
    for (int i = 0; i < count; ++i)
        metric.points.push_back({1.0 / (i + 1), Now + i, i});
    return metric;
}

}  // namespace

/// Histories which a sync leaves out and which are fetched one by one.
class TestHistories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingButTheLatestIsKnown();
    void aFullHistoryGivesAllReductions();
    void aSampleIsNeverTakenForTheWhole();
    void aSampleDoesNotReplaceAFullHistory();
    void anUnchangedRunKeepsWhatWasFetched();
    void aGrownRunSaysThatItsHistoryIsOld();
    void aHistoryNewerThanTheRunCounts();
    void whatIsMissingIsNamed();
    void releasedHistoriesLeaveTheLatest();
    void aWholeRunForgetsWhatWasFetched();
    void keptIsReplacedAndReleased();
    void settingsAndOfflineOutliveASync();
    void cutIsTold();
    void aCacheOfTheFirstSchemaIsTakenOver();

private:
    template <typename Work>
    void write(Work work) {
        const Result<void> done =
            m_cache->writer().run([&](Writer& writer) -> Result<void> { return work(writer); });
        QVERIFY(done.ok());
    }
    void putRun(domain::Run run) {
        write([&](Writer& writer) -> Result<void> {
            const auto encoded = cache::encodeRun(std::move(run), 77, writer.names());
            m_run = writer.putRun(m_experiment, m_run, encoded).value();
            return {};
        });
    }
    void fetch(const domain::Metric& metric) {
        write([&](Writer& writer) {
            return writer.putHistory(m_run, cache::encodeHistory(metric, writer.names()), Now + 9);
        });
    }
    StoredHistory stored(std::string_view metric) {
        cache::Reader reader = m_cache->reader().value();
        return reader.storedHistory(m_run, reader.nameNumber(metric).value()).value();
    }
    series::Reductions reductions(std::string_view metric) {
        const auto details = m_cache->reader().value().run(m_run).value().value();
        for (const cache::ReducedMetric& reduced : details.metrics) {
            if (reduced.key == metric)
                return reduced.reductions;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    SourceNo m_source;
    ExperimentNo m_experiment;
    RunNo m_run;
};

void TestHistories::init() {
    m_run = {};
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = Cache::open(m_folder->filePath(QStringLiteral("cache.db")).toStdString(), [] {
                  return Now;
              }).value();
    write([&](Writer& writer) -> Result<void> {
        m_source = writer.addSource("rest", "http://lab", "", "lab", Now).value();
        domain::Experiment experiment;
        experiment.experimentId = "1";
        m_experiment = writer.putExperiment(m_source, experiment).value();
        return {};
    });
}

void TestHistories::nothingButTheLatestIsKnown() {
    putRun(serverRun({{"loss", {{0.25, Now, 3}}}}));
    QCOMPARE(reductions("loss").count, 0U);
    QCOMPARE(reductions("loss").last.value, 0.25);
    QVERIFY(std::isnan(reductions("loss").min) && std::isnan(reductions("loss").mean));
    const StoredHistory history = stored("loss");
    QCOMPARE(history.extent, Extent::LatestOnly);
    const auto points = series::unpack(history.packed).value();
    QCOMPARE(points.size(), 1U);
    QCOMPARE(points.front().step, 3);
    QCOMPARE(m_cache->reader().value().histories(m_run).value().front().extent, Extent::LatestOnly);
    QCOMPARE(stored("no such metric").packed, std::string());
}

void TestHistories::aFullHistoryGivesAllReductions() {
    putRun(serverRun({{"acc", {{0.9, Now, 1}}}, {"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4));
    QCOMPARE(reductions("loss").count, 4U);
    QCOMPARE(reductions("loss").max, 1.0);
    QCOMPARE(reductions("loss").maxStep, 0);
    QCOMPARE(reductions("acc").count, 0U);
    const StoredHistory history = stored("loss");
    QCOMPARE(history.extent, Extent::Full);
    QVERIFY(!history.outdated);
    QCOMPARE(history.fetchedAt, domain::OptionalMillis(Now + 9));
    QCOMPARE(series::unpack(history.packed).value().size(), 4U);
}

void TestHistories::aSampleIsNeverTakenForTheWhole() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4, Extent::Sampled));
    QCOMPARE(reductions("loss").count, 0U);
    QVERIFY(std::isnan(reductions("loss").max));
    QCOMPARE(stored("loss").extent, Extent::Sampled);
    QCOMPARE(series::unpack(stored("loss").packed).value().size(), 4U);
    QCOMPARE(m_cache->reader().value().histories(m_run).value().front().extent, Extent::Sampled);
    fetch(losses(40));
    QCOMPARE(stored("loss").extent, Extent::Full);
    QCOMPARE(reductions("loss").count, 40U);
}

void TestHistories::aSampleDoesNotReplaceAFullHistory() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4));
    fetch(losses(2, Extent::Sampled));
    QCOMPARE(stored("loss").extent, Extent::Full);
    QCOMPARE(series::unpack(stored("loss").packed).value().size(), 4U);
}

void TestHistories::anUnchangedRunKeepsWhatWasFetched() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4));
    // Only a tag has changed.
    domain::Run again = serverRun({{"loss", {{0.25, Now + 3, 3}}}});
    again.tags = {{"note", "better"}};
    putRun(std::move(again));
    QCOMPARE(reductions("loss").count, 4U);
    QVERIFY(!stored("loss").outdated);
    QCOMPARE(series::unpack(stored("loss").packed).value().size(), 4U);
}

void TestHistories::aGrownRunSaysThatItsHistoryIsOld() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4));
    putRun(serverRun({{"loss", {{0.1, Now + 9, 9}}}}));
    // What is shown of the whole run must not be that of its beginning.
    QCOMPARE(reductions("loss").count, 0U);
    QCOMPARE(reductions("loss").last.value, 0.1);
    const StoredHistory history = stored("loss");
    QVERIFY(history.outdated);
    QCOMPARE(series::unpack(history.packed).value().size(), 4U);
    fetch(losses(10));
    QCOMPARE(reductions("loss").count, 10U);
    QVERIFY(!stored("loss").outdated);
}

void TestHistories::aHistoryNewerThanTheRunCounts() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(8));
    QCOMPARE(reductions("loss").count, 8U);
    QCOMPARE(reductions("loss").last.step, 7);
    QVERIFY(!stored("loss").outdated);
}

void TestHistories::whatIsMissingIsNamed() {
    putRun(serverRun({{"acc", {{0.9, Now, 1}}}, {"loss", {{0.25, Now + 3, 3}}}}));
    const std::array runs{m_run};
    cache::Reader reader = m_cache->reader().value();
    auto missing = reader.missingHistories(runs).value();
    QCOMPARE(missing.size(), 1U);
    QCOMPARE(missing.front().runId, std::string("0123456789abcdef"));
    QCOMPARE(missing.front().keys, (std::vector<std::string>{"acc", "loss"}));
    fetch(losses(4));
    missing = reader.missingHistories(runs).value();
    QCOMPARE(missing.front().keys, std::vector<std::string>{"acc"});
    fetch({"acc", {{0.9, Now, 1}}});
    QVERIFY(reader.missingHistories(runs).value().empty());
    QVERIFY(reader.historyBytes(m_experiment).value() > 0);
}

void TestHistories::releasedHistoriesLeaveTheLatest() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4));
    write([&](Writer& writer) { return writer.dropHistories(std::array{m_run}); });
    QCOMPARE(reductions("loss").count, 0U);
    QCOMPARE(reductions("loss").last.value, 0.25);
    QCOMPARE(stored("loss").extent, Extent::LatestOnly);
    QCOMPARE(m_cache->reader().value().historyBytes(m_experiment).value(), 0);
}

void TestHistories::aWholeRunForgetsWhatWasFetched() {
    putRun(serverRun({{"loss", {{0.25, Now + 3, 3}}}}));
    fetch(losses(4, Extent::Sampled));
    domain::Run whole = serverRun({});
    whole.metrics = {losses(6)};
    putRun(std::move(whole));
    QCOMPARE(stored("loss").extent, Extent::Full);
    QVERIFY(!stored("loss").fetchedAt);
    QCOMPARE(series::unpack(stored("loss").packed).value().size(), 6U);
}

void TestHistories::keptIsReplacedAndReleased() {
    const cache::Kept all{"1", "", true, "*"};
    const cache::Kept one{"1", "0123456789abcdef", true, ""};
    write([&](Writer& writer) { return writer.setKept(m_source, all); });
    write([&](Writer& writer) { return writer.setKept(m_source, one); });
    cache::Reader reader = m_cache->reader().value();
    QCOMPARE(reader.kept(m_source).value(), (std::vector{all, one}));
    write([&](Writer& writer) { return writer.setKept(m_source, {"1", "", true, "*.png"}); });
    QCOMPARE(reader.kept(m_source).value().front().artifacts, std::string("*.png"));
    write([&](Writer& writer) { return writer.setKept(m_source, {"1", "", false, ""}); });
    QCOMPARE(reader.kept(m_source).value(), std::vector{one});
}

void TestHistories::settingsAndOfflineOutliveASync() {
    write([&](Writer& writer) { return writer.setSettings(m_source, R"({"user":"me"})"); });
    write([&](Writer& writer) { return writer.setOffline(m_source, true); });
    write([&](Writer& writer) { return writer.setTitle(m_source, "my lab"); });
    write([&](Writer& writer) -> Result<void> {
        return writer.addSource("rest", "http://lab", "", "other", Now).ok() ? Result<void>()
                                                                             : base::Cancelled{};
    });
    const cache::SourceRow row = m_cache->reader().value().sourceAt("http://lab").value().value();
    QCOMPARE(row.settings, std::string(R"({"user":"me"})"));
    QVERIFY(row.offline);
    QCOMPARE(row.title, std::string("my lab"));
}

void TestHistories::cutIsTold() {
    write([&](Writer& writer) { return writer.setCut(m_experiment, 100); });
    cache::Reader reader = m_cache->reader().value();
    QCOMPARE(reader.experiments(m_source).value().front().cut, std::optional<std::int64_t>(100));
    write([&](Writer& writer) { return writer.setCut(m_experiment, std::nullopt); });
    QVERIFY(!reader.experiments(m_source).value().front().cut);
}

void TestHistories::aCacheOfTheFirstSchemaIsTakenOver() {
    QFile schema(QStringLiteral(PODIUM_TEST_DATA "/../../resources/schema/001_initial.sql"));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    const std::string file = m_folder->filePath(QStringLiteral("old.db")).toStdString();
    {
        sql::Database old = sql::Database::open(file, sql::OpenMode::ReadWriteCreate).value();
        QVERIFY(old.execute(schema.readAll().toStdString()).ok());
        QVERIFY(
            old.execute("INSERT INTO source VALUES (1, 'filestore', '/lab', '/lab', 'lab', 5, 6);"
                        "INSERT INTO experiment VALUES (1, 1, '1', 'e', 0, '', 5, 6, '{}', '1', "
                        "NULL); PRAGMA user_version = 1")
                .ok());
    }
    const auto taken = Cache::open(file, [] { return Now; }).value();
    QVERIFY(!taken->setAside());
    cache::Reader reader = taken->reader().value();
    const cache::SourceRow row = reader.sourceAt("/lab").value().value();
    QCOMPARE(row.syncedAt, domain::OptionalMillis(6));
    QCOMPARE(row.settings, std::string("{}"));
    QVERIFY(!row.offline);
    QVERIFY(!reader.experiments(row.sourceNo).value().front().cut);
}

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
