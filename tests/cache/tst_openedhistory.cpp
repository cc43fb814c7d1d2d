// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"
#include "series/decimate.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <thread>

using namespace podium;
using base::Result;
using cache::Cache;
using cache::Writer;
using series::Line;
using series::XKind;

namespace {

constexpr base::Millis Now = 1'700'000'000'000;
constexpr int Long = 200'000;

domain::Metric wave(const std::string& key, int count, double height) {
    domain::Metric metric{key, {}, {}, domain::Extent::Full};
    for (int i = 0; i < count; ++i)
        metric.points.push_back({height * std::sin(i * 0.01), Now + i * 10, i});
    return metric;
}

}  // namespace

/// Long histories are read where they lie, as far as they are looked at.
class TestOpenedHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void longOnesStayInTheCache();
    void shortOnesAreHandedOver();
    void aRunReadAnewIsNotTakenForTheOldOne();
    void aRunThatIsGoneBreaksTheLine();
    void itOutlivesTheCache();
    void manyThreadsRead();
    void theWriterIsNotHeldUp();

private:
    void put(std::vector<domain::Metric> metrics) {
        domain::Run run;
        run.runId = "0123456789abcdef";
        run.experimentId = "1";
        run.metrics = std::move(metrics);
        const Result<void> done = m_cache->writer().run([&](Writer& writer) -> Result<void> {
            const auto encoded = cache::encodeRun(std::move(run), 77, writer.names());
            m_run = writer.putRun(m_experiment, m_run, encoded).value();
            return {};
        });
        QVERIFY(done.ok());
    }
    cache::StoredHistory opened(std::string_view metric) {
        cache::Reader reader = m_cache->reader().value();
        return reader.openedHistory(m_run, reader.nameNumber(metric).value()).value();
    }
    std::shared_ptr<const Line> line(std::string_view metric) {
        return Line::make(series::Series(opened(metric).opened), XKind::Step);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    base::ExperimentNo m_experiment;
    base::RunNo m_run;
};

void TestOpenedHistory::init() {
    m_run = {};
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = Cache::open(m_folder->filePath(QStringLiteral("cache.db")).toStdString(), [] {
                  return Now;
              }).value();
    const Result<void> done = m_cache->writer().run([&](Writer& writer) -> Result<void> {
        const auto source = writer.addSource("filestore", "/lab", "/lab", "lab", Now).value();
        domain::Experiment experiment;
        experiment.experimentId = "1";
        m_experiment = writer.putExperiment(source, experiment).value();
        return {};
    });
    QVERIFY(done.ok());
}

void TestOpenedHistory::longOnesStayInTheCache() {
    const domain::Metric metric = wave("loss", Long, 2);
    put({metric, wave("accuracy", Long, 1)});
    const cache::StoredHistory history = opened("loss");
    QVERIFY(history.packed.empty());
    QVERIFY(history.opened != nullptr);
    QCOMPARE(history.opened->size(), std::size_t{Long});
    QCOMPARE(history.latest->step, Long - 1);
    const auto there = line("loss");
    QVERIFY(there->isPacked());
    const auto inMemory = Line::make(*series::Series::fromPoints(metric.points), XKind::Step);
    for (const series::Window window : {series::Window{0, Long, 900}, {1234.5, 1300, 300}}) {
        const series::Decimated got = series::decimate(*there, window);
        QVERIFY(got.exact);
        QVERIFY(got.columns == series::decimate(*inMemory, window).columns);
    }
}

void TestOpenedHistory::shortOnesAreHandedOver() {
    put({wave("loss", 100, 2), {"one", {{0.5, Now, 3}}, {}}});
    QVERIFY(opened("loss").opened == nullptr);
    QCOMPARE(series::unpack(opened("loss").packed).value().size(), 100U);
    QCOMPARE(series::unpack(opened("one").packed).value().size(), 1U);
}

void TestOpenedHistory::aRunReadAnewIsNotTakenForTheOldOne() {
    put({wave("loss", Long, 2)});
    const auto before = line("loss");
    // The same number of points and bytes, other values.
    put({wave("loss", Long, -2)});
    QVERIFY(!series::decimate(*before, {0, Long, 900}).exact);
    QVERIFY(before->isBroken());
    const auto after = line("loss");
    QVERIFY(series::decimate(*after, {0, Long, 900}).exact);
    QVERIFY(std::abs(after->yExtent().max - 2) < 1e-4);
}

void TestOpenedHistory::aRunThatIsGoneBreaksTheLine() {
    put({wave("loss", Long, 2)});
    const auto before = line("loss");
    put({wave("other", 5, 2)});
    QVERIFY(!series::decimate(*before, {0, Long, 900}).exact);
    QVERIFY(opened("loss").packed.empty());
    QVERIFY(opened("loss").opened == nullptr);
}

void TestOpenedHistory::itOutlivesTheCache() {
    put({wave("loss", Long, 2)});
    const auto there = line("loss");
    m_cache.reset();
    QVERIFY(series::decimate(*there, {0, Long, 900}).exact);
}

void TestOpenedHistory::manyThreadsRead() {
    put({wave("loss", Long, 2)});
    const auto there = line("loss");
    const series::Decimated want = series::decimate(*there, {0, Long, 900});
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 12; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 5; ++round) {
                    const series::Decimated got = series::decimate(*there, {0, Long, 900});
                    wrong += got.exact && got.columns == want.columns ? 0 : 1;
                }
            });
    }
    QCOMPARE(wrong.load(), 0);
}

/// A reader that stayed in its transaction would keep the log growing.
void TestOpenedHistory::theWriterIsNotHeldUp() {
    put({wave("loss", Long, 2)});
    const auto there = line("loss");
    QVERIFY(series::decimate(*there, {0, Long, 900}).exact);
    auto database = sql::Database::open(m_cache->file(), sql::OpenMode::ReadWrite);
    // First column: 1 if somebody was in the way.
    QCOMPARE(database.value().number("PRAGMA wal_checkpoint(TRUNCATE)").value(), 0);
}

QTEST_GUILESS_MAIN(TestOpenedHistory)
#include "tst_openedhistory.moc"
