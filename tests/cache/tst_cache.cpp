// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"
#include "cache/damage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <thread>

using namespace podium;
using base::ErrorCode;
using base::Result;
using cache::Cache;
using cache::Writer;

namespace {

constexpr base::Millis Now = 1'700'000'000'000;

base::Clock fixedClock() {
    return [] { return Now; };
}

domain::Run manyValues(int number) {
    domain::Run run;
    run.runId = "run-" + std::to_string(number);
    run.experimentId = "1";
    for (int i = 0; i < 20; ++i)
        run.params.push_back({"param " + std::to_string(i), std::string(200, 'x')});
    return run;
}

/// Stores a source with one experiment and some runs.
Result<void> fill(Cache& cache, int runs) {
    return cache.writer().run([&](Writer& writer) -> Result<void> {
        const auto source = writer.addSource("filestore", "/store", "/store", "store", Now);
        PODIUM_TRY(void, source);
        domain::Experiment experiment;
        experiment.experimentId = "1";
        const auto experimentNo = writer.putExperiment(source.value(), experiment);
        PODIUM_TRY(void, experimentNo);
        for (int i = 0; i < runs; ++i) {
            const auto encoded = cache::encodeRun(manyValues(i), 1, writer.names());
            PODIUM_TRY(void, writer.putRun(experimentNo.value(), {}, encoded));
        }
        return {};
    });
}

}  // namespace

class TestCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesFoldersAndReopens();
    void newerSchemaIsRefusedAndUntouched();
    void damagedFileIsSetAside_data();
    void damagedFileIsSetAside();
    void damageMetAtRunTimeIsMarked();
    void unwritablePlaceIsTold();
    void failedWorkLeavesNothing();
    void namesSurviveAFailedTransaction();
    void readersSeeSnapshots();
    void lockKeepsOtherProgramsOut();
    void lockCanBeCancelled();
    void namesOfAnotherProgramAreSeen();
    void programsOpenSideBySide();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("c/cache.db")); }
    [[nodiscard]] std::string file() const { return path().toStdString(); }
    [[nodiscard]] std::unique_ptr<Cache> open() const {
        auto cache = Cache::open(file(), fixedClock());
        return cache.ok() ? std::move(cache).value() : nullptr;
    }
    [[nodiscard]] static std::size_t sources(const Cache& cache) {
        return cache.reader().value().sources().value().size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCache::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCache::makesFoldersAndReopens() {
    {
        const auto cache = open();
        QVERIFY(cache);
        QVERIFY(!cache->setAside());
        QVERIFY(fill(*cache, 3).ok());
        QCOMPARE(sources(*cache), 1U);
    }
    const auto cache = open();
    QCOMPARE(sources(*cache), 1U);
    QVERIFY(!cache->setAside());
}

void TestCache::newerSchemaIsRefusedAndUntouched() {
    QVERIFY(fill(*open(), 3).ok());
    {
        auto raw = sql::Database::open(file(), sql::OpenMode::ReadWrite);
        QVERIFY(raw.value().execute("PRAGMA user_version = 41; PRAGMA journal_mode = DELETE").ok());
    }
    QFile before(path());
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    const auto refused = Cache::open(file(), fixedClock());
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, ErrorCode::CacheNewer);
    QCOMPARE(refused.error().args, (std::vector<std::string>{file(), "41", "4"}));
    QFile after(path());
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("c"))).entryList({QStringLiteral("*damaged*")}),
             QStringList());
}

void TestCache::damagedFileIsSetAside_data() {
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("header overwritten") << QByteArray("header");
    QTest::newRow("another kind of file") << QByteArray("text");
    QTest::newRow("cut in the middle") << QByteArray("cut");
    QTest::newRow("schema page overwritten") << QByteArray("schema");
    QTest::newRow("a table is missing") << QByteArray("table");
}

void TestCache::damagedFileIsSetAside() {
    QFETCH(QByteArray, how);
    {
        const auto cache = open();
        QVERIFY(fill(*cache, 200).ok());
        QVERIFY(cache->outbox().add("/store", "intent", "basis").ok());
    }
    QFile damaged(path());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    if (how == "header")
        damaged.write(QByteArray(100, '\xAA'));
    else if (how == "text")
        QVERIFY(damaged.resize(0) && damaged.write(QByteArray(30'000, 'x')) > 0);
    else if (how == "cut")
        QVERIFY(damaged.resize(damaged.size() / 16));
    else if (how == "schema")
        QVERIFY(damaged.seek(100) && damaged.write(QByteArray(8'000, '\x55')) > 0);
    damaged.close();
    if (how == "table") {
        auto raw = sql::Database::open(file(), sql::OpenMode::ReadWrite);
        QVERIFY(raw.value().execute("DROP TABLE run_texts").ok());
    }

    const auto cache = open();
    QVERIFY(cache);
    QVERIFY(cache->setAside().has_value());
    QVERIFY(std::filesystem::exists(*cache->setAside()));
    QCOMPARE(sources(*cache), 0U);
    QVERIFY(fill(*cache, 3).ok());
    const auto waiting = cache->outbox().waiting();
    QCOMPARE(waiting.value().size(), 1U);
    QCOMPARE(waiting.value().front().intent, std::string("intent"));
}

void TestCache::damageMetAtRunTimeIsMarked() {
    QVERIFY(fill(*open(), 3000).ok());
    {
        // Rows deep inside, so that opening alone does not meet it.
        QFile damaged(path());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        const qint64 size = damaged.size();
        QVERIFY(size > 4'000'000);
        QVERIFY(damaged.seek(size / 2));
        damaged.write(QByteArray(static_cast<int>(size / 4), '\xAA'));
    }
    {
        const auto cache = open();
        QVERIFY(cache);
        QVERIFY(!cache->setAside());
        const Result<void> swept = cache->writer().run([](Writer& writer) -> Result<void> {
            const auto runs = writer.knownRuns(base::SourceNo{1});
            PODIUM_TRY(void, runs);
            return writer.removeSource(base::SourceNo{1});
        });
        QVERIFY(swept.failed());
        QCOMPARE(swept.error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(cache::isMarkedDamaged(file()));
    }
    {
        const auto cache = open();
        QVERIFY(cache);
        QVERIFY(cache->setAside().has_value());
        QCOMPARE(sources(*cache), 0U);
    }
    QVERIFY(!open()->setAside());
}

void TestCache::unwritablePlaceIsTold() {
    QFile inTheWay(m_folder->filePath(QStringLiteral("c")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto cache = Cache::open(file(), fixedClock());
    QVERIFY(cache.failed());
    QCOMPARE(cache.error().code, ErrorCode::CacheOpenFailed);
    QCOMPARE(cache.error().args.front(), file());
    QVERIFY(!cache.error().args.back().empty());
}

void TestCache::failedWorkLeavesNothing() {
    const auto cache = open();
    const Result<void> failed = cache->writer().run([](Writer& writer) -> Result<void> {
        PODIUM_TRY(void, writer.addSource("filestore", "/half", "", "half", Now));
        return base::Error{ErrorCode::Internal, {"on purpose"}};
    });
    QVERIFY(failed.failed());
    QCOMPARE(sources(*cache), 0U);
    QVERIFY(fill(*cache, 1).ok());
    QCOMPARE(sources(*cache), 1U);
}

void TestCache::namesSurviveAFailedTransaction() {
    const auto cache = open();
    QVERIFY(fill(*cache, 0).ok());
    const auto put = [](Writer& writer, bool fail) -> Result<void> {
        domain::Run run = manyValues(7);
        run.params.push_back({"new name", "value"});
        const auto encoded = cache::encodeRun(std::move(run), 1, writer.names());
        PODIUM_TRY(void, writer.putRun(base::ExperimentNo{1}, {}, encoded));
        if (fail)
            return base::Error{ErrorCode::Internal, {"on purpose"}};
        return {};
    };
    QVERIFY(cache->writer().run([&](Writer& writer) { return put(writer, true); }).failed());
    QVERIFY(cache->writer().run([&](Writer& writer) { return put(writer, false); }).ok());
    auto reader = cache->reader();
    const auto runs = reader.value().findRun(base::SourceNo{1}, "run-7");
    QCOMPARE(runs.value().size(), 1U);
    const auto details = reader.value().run(runs.value().front());
    const std::string* value = domain::find(details.value()->run.params, "new name");
    QVERIFY(value != nullptr);
    QCOMPARE(*value, std::string("value"));
    const std::vector<base::ExperimentNo> experiments = {base::ExperimentNo{1}};
    QCOMPARE(reader.value().names(experiments, cache::NameKind::Param).value().size(), 21U);
}

void TestCache::readersSeeSnapshots() {
    const auto cache = open();
    QVERIFY(fill(*cache, 100).ok());
    auto reader = cache->reader();
    int seen = 0;
    const Result<void> read =
        reader.value().runs(base::ExperimentNo{1}, {}, [&](const cache::RunRow& row) {
            if (seen++ == 0) {
                // While the reader is in the middle, the writer removes everything.
                const Result<void> removed = cache->writer().run(
                    [](Writer& writer) { return writer.removeSource(base::SourceNo{1}); });
                QVERIFY(removed.ok());
            }
            QVERIFY(row.runId.starts_with("run-"));
        });
    QVERIFY(read.ok());
    QCOMPARE(seen, 100);
    QCOMPARE(sources(*cache), 0U);
}

void TestCache::lockKeepsOtherProgramsOut() {
    const auto first = open();
    const auto second = open();
    auto held = first->writer().lock({});
    QVERIFY(held.ok());
    std::atomic<bool> got = false;
    std::jthread other([&] {
        const auto lock = second->writer().lock({});
        got = lock.ok();
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(80));
    QVERIFY(!got);
    // The same program may sync two stores side by side.
    QVERIFY(first->writer().lock({}).ok());
    { const cache::WriterThread::Lock dropped = std::move(held).value(); }
    other.join();
    QVERIFY(got);
}

void TestCache::lockCanBeCancelled() {
    const auto first = open();
    const auto second = open();
    const auto held = first->writer().lock({});
    std::stop_source stop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    QVERIFY(second->writer().lock(stop.get_token()).cancelled());
}

void TestCache::namesOfAnotherProgramAreSeen() {
    const auto first = open();
    const auto second = open();
    QVERIFY(fill(*first, 1).ok());
    {
        // What the second program knows of names is old; the lock brings it up to date.
        const auto lock = second->writer().lock({});
        QVERIFY(lock.ok());
        const Result<void> put = second->writer().run([](Writer& writer) -> Result<void> {
            domain::Run run;
            run.runId = "other";
            run.params = {{"param 3", "three"}, {"fresh", "yes"}};
            PODIUM_TRY(void, writer.putRun(base::ExperimentNo{1}, {},
                                           cache::encodeRun(std::move(run), 1, writer.names())));
            return {};
        });
        QVERIFY(put.ok());
    }
    auto reader = first->reader();
    const auto runs = reader.value().findRun(base::SourceNo{1}, "other");
    const auto details = reader.value().run(runs.value().front());
    QCOMPARE(*domain::find(details.value()->run.params, "param 3"), std::string("three"));
    QCOMPARE(*domain::find(details.value()->run.params, "fresh"), std::string("yes"));
}

void TestCache::programsOpenSideBySide() {
#ifdef __SANITIZE_THREAD__
    QSKIP("the thread sanitizer takes no new threads in a forked process");
#endif
    std::vector<pid_t> children;
    for (int i = 0; i < 6; ++i) {
        children.push_back(::fork());
        if (children.back() == 0) {
            auto cache = Cache::open(file(), fixedClock());
            bool ok = cache.ok() && !cache.value()->setAside();
            if (ok) {
                const auto lock = cache.value()->writer().lock({});
                ok = lock.ok() && fill(*cache.value(), 1).ok();
            }
            ::_exit(ok ? 0 : 1);
        }
    }
    for (const pid_t child : children) {
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
    QCOMPARE(sources(*open()), 1U);
}

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
