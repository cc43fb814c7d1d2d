// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

using namespace podium;
using base::ErrorCode;
using base::Result;
using cache::Cache;
using stores::Fingerprint;
using stores::Known;
using stores::ReadRequest;
using stores::Sink;
using sync::SyncReport;

namespace {

struct FakeRun {
    domain::Run run;
    Fingerprint fingerprint = 1;
    std::vector<domain::Problem> problems = {};
};

/// A store in memory which delivers its runs from many threads.
class FakeStore : public stores::Store {
public:
    [[nodiscard]] stores::StoreInfo info() const override {
        return {"fake", "/lab/mlruns", "/lab/mlruns"};
    }

    Result<void> read(const ReadRequest& request, const Known& known, Sink& sink,
                      base::Progress& progress, std::stop_token stop) override {
        for (const domain::Experiment& experiment : experiments)
            sink.experiment(domain::Experiment(experiment));
        for (const domain::Problem& problem : problems)
            sink.problem(domain::Problem(problem), "", "");
        progress.total = static_cast<std::int64_t>(runs.size());
        std::atomic<std::size_t> next = 0;
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < 8; ++i)
                workers.emplace_back([&] {
                    for (std::size_t at = next++; at < runs.size(); at = next++) {
                        if (stop.stop_requested() || (breaksAfter && at >= *breaksAfter))
                            return;
                        deliver(runs[at], request, known, sink);
                        ++progress.done;
                        if (afterEach)
                            afterEach(at);
                    }
                });
        }
        if (stop.stop_requested())
            return base::Cancelled{};
        if (breaksAfter)
            return base::Error{ErrorCode::SourceVanished, {"/lab/mlruns"}};
        for (const domain::RegisteredModel& model : models)
            sink.registeredModel(domain::RegisteredModel(model));
        return {};
    }

    [[nodiscard]] std::unique_ptr<stores::Watcher> watch(
        const std::vector<std::string>& /*runFolders*/) const override {
        return nullptr;
    }

    std::vector<domain::Experiment> experiments;
    std::vector<FakeRun> runs;
    std::vector<domain::Problem> problems;
    std::vector<domain::RegisteredModel> models;
    std::optional<std::size_t> breaksAfter;
    std::function<void(std::size_t)> afterEach;
    std::atomic<int> delivered = 0;

private:
    void deliver(const FakeRun& entry, const ReadRequest& request, const Known& known, Sink& sink) {
        const domain::Run& run = entry.run;
        if (!request.runIds.empty() && !std::ranges::count(request.runIds, run.runId))
            return;
        if (!request.full && known.run(run.experimentId, run.runId) == entry.fingerprint) {
            sink.runUnchanged(run.experimentId, run.runId);
            return;
        }
        ++delivered;
        for (const domain::Problem& problem : entry.problems)
            sink.problem(domain::Problem(problem), run.experimentId, run.runId);
        sink.run(domain::Run(run), entry.fingerprint);
    }
};

domain::Experiment experiment(const char* id) {
    domain::Experiment made;
    made.experimentId = id;
    made.name = std::string("name of ") + id;
    return made;
}

FakeRun fakeRun(const char* experimentId, int number) {
    FakeRun made;
    made.run.experimentId = experimentId;
    made.run.runId = "run-" + std::to_string(number);
    made.run.params = {{"shared", "p" + std::to_string(number)},
                       {"own-" + std::to_string(number % 50), "x"}};
    made.run.metrics = {{"loss", {{1.0 / (number + 1), number, 1}, {0.5, number, 2}}}};
    return made;
}

std::unique_ptr<FakeStore> fakeStore(int runs) {
    auto store = std::make_unique<FakeStore>();
    store->experiments = {experiment("1"), experiment("2")};
    for (int i = 0; i < runs; ++i)
        store->runs.push_back(fakeRun(i % 3 == 0 ? "2" : "1", i));
    return store;
}

}  // namespace

class TestSync : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEverythingFromManyThreads();
    void unchangedStoreIsNotWritten();
    void changedAndNewRunsAreRead();
    void fullReadsAgain();
    void vanishedRunsAreMarkedAndReturn();
    void vanishedExperimentIsMarked();
    void onlySomeRunsMarkNothingAsGone();
    void problemsAreReplaced();
    void problemsOfARunThatNeverCame();
    void doubledRunIsAProblem();
    void cancelledSyncLeavesAConsistentCache();
    void brokenOffReadKeepsWhatWasRead();
    void failedWriteStopsTheSync();
    void rowsAppearWhileReading();
    void runBeforeItsExperimentIsAnError();
    void twoStoresSideBySide();
    void titleIsWhatAPersonCallsIt();

private:
    Result<SyncReport> sync(FakeStore& store, const sync::SyncOptions& options = {},
                            std::stop_token stop = {},
                            const std::function<void(base::SourceNo)>& committed = {}) {
        base::Progress progress;
        return sync::sync(store, *m_cache, options, progress, stop, committed);
    }
    /// Every run that is present, as text: "1/run-3 shared=p3 loss=0.5".
    [[nodiscard]] QStringList present() const {
        QStringList list;
        auto reader = m_cache->reader();
        const auto sources = reader.value().sources();
        for (const cache::SourceRow& source : sources.value()) {
            const auto experiments = reader.value().experiments(source.sourceNo);
            for (const cache::ExperimentRow& row : experiments.value()) {
                std::vector<base::RunNo> runs;
                const auto read =
                    reader.value().runs(row.experimentNo, {}, [&](const cache::RunRow& run) {
                        if (!run.vanished)
                            runs.push_back(run.runNo);
                    });
                if (!read.ok())
                    return {QStringLiteral("error")};
                for (const base::RunNo run : runs)
                    list << line(reader.value(), run);
            }
        }
        list.sort();
        return list;
    }
    static QString line(cache::Reader& reader, base::RunNo run) {
        const auto details = reader.run(run);
        const std::string* shared = domain::find(details.value()->run.params, "shared");
        const auto histories = reader.histories(run);
        return QStringLiteral("%1/%2 shared=%3 points=%4")
            .arg(QString::fromStdString(details.value()->run.experimentId),
                 QString::fromStdString(details.value()->run.runId),
                 shared != nullptr ? QString::fromStdString(*shared) : QString())
            .arg(histories.value().empty() ? 0 : histories.value().front().points.size());
    }
    static QStringList expected(const FakeStore& store) {
        QStringList list;
        for (const FakeRun& entry : store.runs)
            list << QStringLiteral("%1/%2 shared=%3 points=%4")
                        .arg(QString::fromStdString(entry.run.experimentId),
                             QString::fromStdString(entry.run.runId),
                             QString::fromStdString(*domain::find(entry.run.params, "shared")))
                        .arg(entry.run.metrics.front().points.size());
        list.sort();
        return list;
    }
    [[nodiscard]] std::vector<cache::StoredProblem> problems() const {
        return m_cache->reader().value().problems(base::SourceNo{1}).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    base::Millis m_now = 1000;
};

void TestSync::init() {
    m_now = 1000;
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = Cache::open(m_folder->filePath(QStringLiteral("c.db")).toStdString(), [this] {
                  return m_now;
              }).value();
}

void TestSync::readsEverythingFromManyThreads() {
    const auto store = fakeStore(2000);
    const auto report = sync(*store);
    QVERIFY(report.ok());
    QCOMPARE(report.value().experiments, 2);
    QCOMPARE(report.value().runs, 2000);
    QCOMPARE(report.value().unchanged, 0);
    QCOMPARE(report.value().points, 4000);
    QCOMPARE(present(), expected(*store));
    const auto source = m_cache->reader().value().sourceAt("/lab/mlruns");
    QCOMPARE(source.value()->syncedAt, domain::OptionalMillis(1000));
    QCOMPARE(source.value()->kind, std::string("fake"));
}

void TestSync::unchangedStoreIsNotWritten() {
    const auto store = fakeStore(300);
    QVERIFY(sync(*store).ok());
    auto raw = sql::Database::open(m_cache->file(), sql::OpenMode::ReadOnly);
    const std::string sum =
        "SELECT (SELECT count(*) FROM run) || ':' || (SELECT sum(run_no) FROM run) || ':' || "
        "(SELECT count(*) FROM name)";
    const std::string before = raw.value().text(sum).value();
    QFile wal(QString::fromStdString(m_cache->file().string()) + QStringLiteral("-wal"));
    const qint64 walBefore = wal.size();
    m_now = 2000;
    store->delivered = 0;
    const auto again = sync(*store);
    QCOMPARE(store->delivered.load(), 0);
    QCOMPARE(again.value().unchanged, 300);
    QCOMPARE(again.value().runs, 0);
    QCOMPARE(again.value().vanished, 0);
    QCOMPARE(raw.value().text(sum).value(), before);
    // Only the time of the sync and the experiments' rows, not one page for each run.
    QVERIFY2(wal.size() - walBefore < 200'000, qPrintable(QString::number(wal.size() - walBefore)));
    const auto source = m_cache->reader().value().sourceAt("/lab/mlruns");
    QCOMPARE(source.value()->syncedAt, domain::OptionalMillis(2000));
}

void TestSync::changedAndNewRunsAreRead() {
    const auto store = fakeStore(20);
    QVERIFY(sync(*store).ok());
    store->runs[3].fingerprint = 2;
    store->runs[3].run.params[0].value = "changed";
    store->runs[3].run.metrics[0].points.push_back({0.1, 5, 3});
    store->runs.push_back(fakeRun("1", 777));
    const auto again = sync(*store);
    QCOMPARE(again.value().runs, 2);
    QCOMPARE(again.value().unchanged, 19);
    QCOMPARE(present(), expected(*store));
}

void TestSync::fullReadsAgain() {
    const auto store = fakeStore(20);
    QVERIFY(sync(*store).ok());
    const auto again = sync(*store, {.full = true, .runIds = {}, .threads = 0});
    QCOMPARE(again.value().runs, 20);
    QCOMPARE(present(), expected(*store));
}

void TestSync::vanishedRunsAreMarkedAndReturn() {
    const auto store = fakeStore(20);
    QVERIFY(sync(*store).ok());
    const std::vector<FakeRun> all = store->runs;
    store->runs.resize(15);
    QCOMPARE(sync(*store).value().vanished, 5);
    QCOMPARE(present(), expected(*store));
    // Known and gone: not counted again.
    QCOMPARE(sync(*store).value().vanished, 0);
    store->runs = all;
    const auto back = sync(*store);
    QCOMPARE(back.value().runs, 5);
    QCOMPARE(present(), expected(*store));
    QCOMPARE(m_cache->reader().value().findRun(base::SourceNo{1}, "run-19").value().size(), 1U);
}

void TestSync::vanishedExperimentIsMarked() {
    const auto store = fakeStore(9);
    QVERIFY(sync(*store).ok());
    store->experiments.pop_back();
    std::erase_if(store->runs, [](const FakeRun& entry) { return entry.run.experimentId == "2"; });
    QCOMPARE(sync(*store).value().vanished, 3);
    const auto rows = m_cache->reader().value().experiments(base::SourceNo{1});
    QCOMPARE(rows.value().size(), 2U);
    QVERIFY(!rows.value()[0].vanished && rows.value()[1].vanished);
    QCOMPARE(rows.value()[1].runs, 0);
}

void TestSync::onlySomeRunsMarkNothingAsGone() {
    const auto store = fakeStore(20);
    QVERIFY(sync(*store).ok());
    store->runs[4].fingerprint = 9;
    store->runs[4].run.params[0].value = "live";
    const FakeRun gone = store->runs.back();
    store->runs.pop_back();
    m_now = 5000;
    const auto live = sync(*store, {.full = false, .runIds = {"run-4"}, .threads = 0});
    QCOMPARE(live.value().runs, 1);
    QCOMPARE(live.value().vanished, 0);
    store->runs.push_back(gone);
    QCOMPARE(present(), expected(*store));
    // The whole store was not read, so its age is as it was.
    const auto source = m_cache->reader().value().sourceAt("/lab/mlruns");
    QCOMPARE(source.value()->syncedAt, domain::OptionalMillis(1000));
}

void TestSync::problemsAreReplaced() {
    const auto store = fakeStore(3);
    const domain::Problem line{{ErrorCode::MetricLineInvalid, {"1/run-1/metrics/a", "3", "x"}},
                               "1/run-1/metrics/a"};
    const domain::Problem nested{{ErrorCode::NestedStore, {"sub"}}, "sub"};
    store->runs[1].problems = {line};
    store->problems = {nested};
    QVERIFY(sync(*store).ok());
    QCOMPARE(problems().size(), 2U);
    // Unchanged runs keep theirs, the store's own are those of the last read.
    store->problems.clear();
    QVERIFY(sync(*store).ok());
    QCOMPARE(problems().size(), 1U);
    QVERIFY(problems()[0].problem == line);
    store->runs[1].problems.clear();
    store->runs[1].fingerprint = 2;
    QVERIFY(sync(*store).ok());
    QVERIFY(problems().empty());
}

void TestSync::problemsOfARunThatNeverCame() {
    const auto store = fakeStore(1);
    class Half : public FakeStore {
    public:
        Result<void> read(const ReadRequest& request, const Known& known, Sink& sink,
                          base::Progress& progress, std::stop_token stop) override {
            sink.problem({{ErrorCode::PathNotReadable, {"1/x", "denied"}}, "1/x"}, "1", "x");
            return FakeStore::read(request, known, sink, progress, stop);
        }
    } half;
    half.experiments = store->experiments;
    half.runs = store->runs;
    QVERIFY(sync(half).ok());
    QCOMPARE(problems().size(), 1U);
    QCOMPARE(problems()[0].problem.path, std::string("1/x"));
    QVERIFY(sync(half).ok());
    QCOMPARE(problems().size(), 1U);
}

void TestSync::doubledRunIsAProblem() {
    // Which of the two comes first is open; both are of folders, where no later one counts.
    const auto store = fakeStore(3);
    store->runs[0].run.folder = "run-0";
    store->runs.push_back(store->runs[0]);
    store->runs.back().run.folder = "copy of run-0";
    QVERIFY(sync(*store).ok());
    QCOMPARE(present().size(), 3);
    QCOMPARE(problems().size(), 1U);
    QVERIFY(problems()[0].problem.error.code == ErrorCode::DuplicateName);
}

void TestSync::cancelledSyncLeavesAConsistentCache() {
    const auto store = fakeStore(3000);
    std::stop_source stop;
    store->afterEach = [&](std::size_t at) {
        if (at == 1500)
            stop.request_stop();
    };
    QVERIFY(sync(*store, {}, stop.get_token()).cancelled());
    const QStringList some = present();
    QVERIFY(some.size() > 1000 && some.size() < 3000);
    QVERIFY(!m_cache->reader().value().sourceAt("/lab/mlruns").value()->syncedAt);
    store->afterEach = {};
    const auto rest = sync(*store);
    QCOMPARE(rest.value().unchanged, some.size());
    QCOMPARE(rest.value().runs, 3000 - some.size());
    QCOMPARE(present(), expected(*store));
}

void TestSync::brokenOffReadKeepsWhatWasRead() {
    const auto store = fakeStore(100);
    QVERIFY(sync(*store).ok());
    for (FakeRun& entry : store->runs)
        entry.fingerprint = 2;
    store->runs[5].run.params[0].value = "new";
    store->breaksAfter = 50;
    const auto report = sync(*store);
    QVERIFY(report.failed());
    QCOMPARE(report.error().code, ErrorCode::SourceVanished);
    // Nothing counts as gone only because the reading broke off.
    QCOMPARE(present(), expected(*store));
}

void TestSync::failedWriteStopsTheSync() {
    {
        auto raw = sql::Database::open(m_cache->file(), sql::OpenMode::ReadWrite);
        QVERIFY(raw.value()
                    .execute("CREATE TRIGGER refuse BEFORE INSERT ON run WHEN NEW.run_id = "
                             "'run-1200' BEGIN SELECT RAISE(ABORT, 'on purpose'); END")
                    .ok());
    }
    const auto store = fakeStore(2000);
    // Several batches, so that there are some before and after the failing one.
    store->afterEach = [](std::size_t at) {
        if (at % 100 == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
    };
    const auto report = sync(*store);
    QVERIFY(report.failed());
    QVERIFY(report.error().code == ErrorCode::Sql);
    {
        auto raw = sql::Database::open(m_cache->file(), sql::OpenMode::ReadWrite);
        QVERIFY(raw.value().execute("DROP TRIGGER refuse").ok());
    }
    store->afterEach = {};
    QVERIFY(sync(*store).ok());
    QCOMPARE(present(), expected(*store));
}

void TestSync::rowsAppearWhileReading() {
    const auto store = fakeStore(600);
    std::atomic<int> commits = 0;
    std::atomic<bool> seenEarly = false;
    store->afterEach = [&](std::size_t) {
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
        seenEarly = seenEarly || commits > 0;
    };
    QVERIFY(sync(*store, {}, {}, [&](base::SourceNo source) {
                if (source.valid())
                    ++commits;
            }).ok());
    QVERIFY(seenEarly);
    QVERIFY(commits >= 2);
}

void TestSync::runBeforeItsExperimentIsAnError() {
    const auto store = fakeStore(3);
    store->experiments.clear();
    const auto report = sync(*store);
    QVERIFY(report.failed());
    QCOMPARE(report.error().code, ErrorCode::Internal);
}

void TestSync::twoStoresSideBySide() {
    class Other : public FakeStore {
    public:
        [[nodiscard]] stores::StoreInfo info() const override { return {"fake", "/other", ""}; }
    } other;
    const auto store = fakeStore(500);
    other.experiments = store->experiments;
    for (int i = 1000; i < 1400; ++i)
        other.runs.push_back(fakeRun("1", i));
    Result<SyncReport> second = base::Error{};
    {
        const std::jthread thread([&] { second = sync(other); });
        QVERIFY(sync(*store).ok());
    }
    QVERIFY(second.ok());
    QCOMPARE(present().size(), 900);
    QStringList both = expected(*store) + expected(other);
    both.sort();
    QCOMPARE(present(), both);
}

void TestSync::titleIsWhatAPersonCallsIt() {
    const auto title = [&](const char* location) {
        const auto source = sync::addSource({"fake", location, location}, *m_cache);
        const auto row = m_cache->reader().value().sourceAt(location);
        return source.ok() ? QString::fromStdString(row.value()->title) : QString();
    };
    QCOMPARE(title("/home/me/project/mlruns"), QStringLiteral("project/mlruns"));
    QCOMPARE(title("/home/me/runs"), QStringLiteral("runs"));
    QCOMPARE(title("/home/me/runs2/"), QStringLiteral("runs2"));
    QCOMPARE(title("/mlruns"), QStringLiteral("mlruns"));
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
