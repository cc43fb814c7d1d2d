// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <thread>

namespace fs = std::filesystem;
using namespace podium;
using tests::RecordingSink;

namespace {

std::string runMeta(const std::string& id, int status) {
    return "experiment_id: '0'\nlifecycle_stage: active\nrun_id: " + id +
           "\nstart_time: 1\nstatus: " + std::to_string(status) + "\nuser_id: u\n";
}

}  // namespace

/// A store of two runs: `live`, which is running, and `done`.
class FileStoreChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesAreFound_data();
    void changesAreFound();
    void fullReadsEverything();
    void changeWhileReadingIsSeenNextTime();
    void unfinishedLineIsReadWhenFinished();
    void watcherTells_data();
    void watcherTells();
    void watcherFollowsNewFolders();
    void watcherFallsBackToPolling();
    void watcherStops_data();
    void watcherStops();

private:
    void read(stores::ReadRequest request = {});
    [[nodiscard]] std::unique_ptr<stores::FileStore> open() const;
    bool change(const QString& what);

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
    fs::path m_live;
    std::unique_ptr<RecordingSink> m_sink;
};

void FileStoreChangesTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_root = fs::path(m_dir->path().toStdString()) / "mlruns";
    m_live = m_root / "0" / "live";
    m_sink = std::make_unique<RecordingSink>();
    QVERIFY(tests::writeFile(m_root / "0" / "meta.yaml", "experiment_id: '0'\nname: D\n"));
    QVERIFY(tests::writeFile(m_root / "0" / "done" / "meta.yaml", runMeta("done", 3)));
    QVERIFY(tests::writeFile(m_live / "meta.yaml", runMeta("live", 1)));
    QVERIFY(tests::writeFile(m_live / "metrics" / "train" / "loss", "1 0.5 0\n"));
    QVERIFY(tests::writeFile(m_live / "params" / "lr", "0.1"));
    QVERIFY(tests::writeFile(m_live / "tags" / "t", "aaa"));
    QVERIFY(tests::writeFile(m_live / "inputs" / "i" / "meta.yaml",
                             "source_id: m-1\nsource_type: MODEL\n"));
    QVERIFY(tests::writeFile(m_live / "artifacts" / "model", "x"));
}

std::unique_ptr<stores::FileStore> FileStoreChangesTest::open() const {
    auto store = stores::FileStore::open(m_root);
    return store.ok() ? std::move(store).value() : nullptr;
}

void FileStoreChangesTest::read(stores::ReadRequest request) {
    const auto store = open();
    QVERIFY(store != nullptr);
    base::Progress progress;
    m_sink->startAnew();
    QVERIFY(store->read(request, *m_sink, *m_sink, progress, {}).ok());
    std::sort(m_sink->read.begin(), m_sink->read.end());
    std::sort(m_sink->unchanged.begin(), m_sink->unchanged.end());
}

bool FileStoreChangesTest::change(const QString& what) {
    if (what == QLatin1String("point appended"))
        return tests::appendFile(m_live / "metrics" / "train" / "loss", "2 0.25 1\n");
    if (what == QLatin1String("tag overwritten, same size"))
        return tests::writeFile(m_live / "tags" / "t", "bbb");
    if (what == QLatin1String("tag removed"))
        return fs::remove(m_live / "tags" / "t");
    if (what == QLatin1String("new metric"))
        return tests::writeFile(m_live / "metrics" / "acc", "2 0.25 1\n");
    if (what == QLatin1String("new nested metric"))
        return tests::writeFile(m_live / "metrics" / "val" / "loss", "2 0.25 1\n");
    if (what == QLatin1String("new param"))
        return tests::writeFile(m_live / "params" / "p", "1");
    if (what == QLatin1String("status"))
        return tests::writeFile(m_live / "meta.yaml", runMeta("live", 3));
    if (what == QLatin1String("input rewritten"))
        return tests::writeFile(m_live / "inputs" / "i" / "meta.yaml",
                                "source_id: m-2\nsource_type: MODEL\n");
    if (what == QLatin1String("output added"))
        return tests::writeFile(m_live / "outputs" / "m" / "meta.yaml", "destination_id: m\n");
    if (what == QLatin1String("file replaced, same size and time")) {
        const fs::path file = m_live / "tags" / "t";
        const auto time = fs::last_write_time(file);
        const bool written = tests::writeFile(m_live / "other", "bbb");
        fs::rename(m_live / "other", file);
        fs::last_write_time(file, time);
        return written;
    }
    if (what == QLatin1String("metric renamed")) {
        fs::rename(m_live / "metrics" / "train" / "loss", m_live / "metrics" / "train" / "cost");
        return true;
    }
    if (what == QLatin1String("artifact"))
        return tests::writeFile(m_live / "artifacts" / "more", "x");
    if (what == QLatin1String("stranger"))
        return tests::writeFile(m_live / "params" / ".DS_Store", "x");
    return what == QLatin1String("nothing");
}

void FileStoreChangesTest::changesAreFound_data() {
    QTest::addColumn<bool>("counts");
    for (const char* name :
         {"point appended", "tag overwritten, same size", "tag removed", "new metric",
          "new nested metric", "new param", "status", "input rewritten", "output added",
          "file replaced, same size and time", "metric renamed"})
        QTest::newRow(name) << true;
    for (const char* name : {"artifact", "stranger", "nothing"})
        QTest::newRow(name) << false;
}

void FileStoreChangesTest::changesAreFound() {
    QFETCH(bool, counts);
    using Names = std::vector<std::string>;
    read();
    QCOMPARE(m_sink->read, (Names{"done", "live"}));
    read();
    QCOMPARE(m_sink->read, Names());
    QCOMPARE(m_sink->unchanged, (Names{"done", "live"}));
    QVERIFY(change(QString::fromUtf8(QTest::currentDataTag())));
    read();
    QCOMPARE(m_sink->read, counts ? Names{"live"} : Names());
    QCOMPARE(m_sink->unchanged, counts ? Names{"done"} : (Names{"done", "live"}));
    read();
    QCOMPARE(m_sink->read, Names());
}

void FileStoreChangesTest::fullReadsEverything() {
    read();
    stores::ReadRequest request;
    request.full = true;
    read(request);
    QCOMPARE(m_sink->read, (std::vector<std::string>{"done", "live"}));
}

namespace {

/// Changes a run at the moment it is delivered: after its files were read.
class ChangingSink final : public stores::Known, public stores::Sink {
public:
    explicit ChangingSink(fs::path file) : m_file(std::move(file)) {}
    stores::Fingerprint live = 0;

    [[nodiscard]] stores::Fingerprint run(std::string_view, std::string_view) const override {
        return 0;
    }
    void run(domain::Run&& run, stores::Fingerprint fingerprint) override {
        if (run.runId != "live")
            return;
        live = fingerprint;
        tests::appendFile(m_file, "9 9.0 9\n");
    }
    void experiment(domain::Experiment&&) override {}
    void runUnchanged(std::string_view, std::string_view) override {}
    void loggedModel(domain::LoggedModel&&) override {}
    void registeredModel(domain::RegisteredModel&&) override {}
    void modelVersion(domain::ModelVersion&&) override {}
    void problem(domain::Problem&&, std::string_view, std::string_view) override {}

private:
    fs::path m_file;
};

}  // namespace

void FileStoreChangesTest::changeWhileReadingIsSeenNextTime() {
    ChangingSink sink(m_live / "metrics" / "train" / "loss");
    base::Progress progress;
    QVERIFY(open()->read({}, sink, sink, progress, {}).ok());
    m_sink->fingerprints["live"] = sink.live;
    read();
    QCOMPARE(m_sink->read, (std::vector<std::string>{"done", "live"}));
    QCOMPARE(m_sink->runs.at("live").metrics.at(0).points.size(), std::size_t{2});
}

void FileStoreChangesTest::unfinishedLineIsReadWhenFinished() {
    const fs::path loss = m_live / "metrics" / "train" / "loss";
    QVERIFY(tests::appendFile(loss, "2 0.2"));
    read();
    QCOMPARE(m_sink->runs.at("live").metrics.at(0).points.size(), std::size_t{1});
    QVERIFY(m_sink->problems.empty());
    QVERIFY(tests::appendFile(loss, "5 1\n"));
    read();
    const auto& points = m_sink->runs.at("live").metrics.at(0).points;
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points[1].value, 0.25);
}

void FileStoreChangesTest::watcherTells_data() {
    QTest::addColumn<bool>("polling");
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("tellsRun");
    for (const bool polling : {false, true}) {
        for (const char* what : {"point appended", "tag overwritten, same size", "new metric",
                                 "new nested metric", "status", "nothing", "artifact"}) {
            const bool tells = qstrcmp(what, "nothing") != 0 && qstrcmp(what, "artifact") != 0;
            QTest::addRow("%s, %s", polling ? "polling" : "inotify", what)
                << polling << QString::fromLatin1(what) << tells;
        }
    }
}

void FileStoreChangesTest::watcherTells() {
    QFETCH(bool, polling);
    QFETCH(QString, what);
    QFETCH(bool, tellsRun);
    stores::FileStore::WatchOptions options;
    options.forcePolling = polling;
    options.pollMs = 20;
    const auto watcher = open()->watch({"0/live"}, options);
    QVERIFY(watcher->wait(60, {}).runIds.empty());
    QVERIFY(change(what));
    const auto told = watcher->wait(tellsRun ? 5000 : 150, {});
    QCOMPARE(told.runIds, tellsRun ? std::vector<std::string>{"live"} : std::vector<std::string>());
    QVERIFY(!told.wholeStore);
    const auto again = watcher->wait(60, {});
    QVERIFY(again.runIds.empty());
    // Structure: a new run, a new experiment.
    QVERIFY(tests::writeFile(m_root / "0" / "new" / "meta.yaml", runMeta("new", 1)));
    QVERIFY(watcher->wait(5000, {}).wholeStore);
    (void)watcher->wait(60, {});
    QVERIFY(tests::writeFile(m_root / "7" / "meta.yaml", "experiment_id: '7'\nname: n\n"));
    QVERIFY(watcher->wait(5000, {}).wholeStore);
}

void FileStoreChangesTest::watcherFollowsNewFolders() {
    const auto watcher = open()->watch({"0/live"});
    const fs::path file = m_live / "metrics" / "deep" / "er" / "loss";
    QVERIFY(tests::writeFile(file, "1 1 1\n"));
    QCOMPARE(watcher->wait(5000, {}).runIds, (std::vector<std::string>{"live"}));
    (void)watcher->wait(60, {});
    QVERIFY(tests::appendFile(file, "2 1 2\n"));
    QCOMPARE(watcher->wait(5000, {}).runIds, (std::vector<std::string>{"live"}));
    // A new experiment's runs, too.
    QVERIFY(tests::writeFile(m_root / "7" / "meta.yaml", "experiment_id: '7'\nname: n\n"));
    QVERIFY(watcher->wait(5000, {}).wholeStore);
    (void)watcher->wait(60, {});
    fs::create_directories(m_root / "7" / "r");
    QVERIFY(watcher->wait(5000, {}).wholeStore);
}

void FileStoreChangesTest::watcherFallsBackToPolling() {
    stores::FileStore::WatchOptions options;
    options.maxWatches = 2;  // not enough for the run's folders, let alone for the rest
    options.pollMs = 20;
    const auto watcher = open()->watch({"0/live"}, options);
    QVERIFY(change(QStringLiteral("point appended")));
    QCOMPARE(watcher->wait(5000, {}).runIds, (std::vector<std::string>{"live"}));
    (void)watcher->wait(60, {});
    QVERIFY(tests::writeFile(m_root / "0" / "new" / "meta.yaml", runMeta("new", 1)));
    QVERIFY(watcher->wait(5000, {}).wholeStore);
}

void FileStoreChangesTest::watcherStops_data() {
    QTest::addColumn<bool>("polling");
    QTest::newRow("inotify") << false;
    QTest::newRow("polling") << true;
}

void FileStoreChangesTest::watcherStops() {
    QFETCH(bool, polling);
    stores::FileStore::WatchOptions options;
    options.forcePolling = polling;
    const auto watcher = open()->watch({"0/live"}, options);
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        source.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto told = watcher->wait(60'000, source.get_token());
    QVERIFY(timer.elapsed() < 10'000);
    QVERIFY(told.runIds.empty() && !told.wholeStore);
}

QTEST_GUILESS_MAIN(FileStoreChangesTest)
#include "tst_filestorechanges.moc"
