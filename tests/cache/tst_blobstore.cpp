// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"
#include "cache/cache.h"

#include <QDir>
#include <QDirIterator>
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
using base::SourceNo;
using cache::Blob;
using cache::Cache;
using cache::RemoteKey;
using cache::Writer;

class TestBlobStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void patterns_data();
    void patterns();
    void contentIsFoundAgain();
    void equalContentsAreHeldOnce();
    void newContentReplacesTheOld();
    void leastUsedGoFirst();
    void keptNeverGo_data();
    void keptNeverGo();
    void whatWasJustFetchedStays();
    void sweepPutsRightWhatACrashLeft();
    void missingFileIsForgotten();
    void killedWhileItWrites();
    void programsSideBySide();
    void oneFetchAtATime();
    void fetchOfAnotherProgramIsWaitedFor();
    void waitingForAFetchCanBeStopped();
    void removedSourceFreesItsContents();
    void stopWhileItHashes();
    void failedMoveChangesNothing();
    void bytesOfExperimentAndRun();

private:
    [[nodiscard]] std::filesystem::path file() const {
        return m_folder->filePath(QStringLiteral("cache.db")).toStdString();
    }
    void open();
    SourceNo addSource(const char* location);
    void addRun(SourceNo source, const char* experiment, const char* run);
    void addModel(SourceNo source, const char* experiment, const char* run, const char* model);
    void keep(SourceNo source, const char* experiment, const char* run, const char* artifacts);
    Result<Blob> put(Cache& cache, const RemoteKey& key, const std::string& bytes);
    Result<Blob> put(const RemoteKey& key, const std::string& bytes) {
        return put(*m_cache, key, bytes);
    }
    [[nodiscard]] std::optional<Blob> find(const RemoteKey& key) {
        return m_cache->blobs().find(key).value();
    }
    [[nodiscard]] QStringList filesOnDisk() const;
    [[nodiscard]] std::int64_t usedBytes() const {
        return m_cache->reader().value().blobUsage().value().bytes;
    }
    void checkWhole();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    std::atomic<base::Millis> m_now = 1'700'000'000'000;
    std::atomic<int> m_fetches = 0;
};

namespace {

std::string contentOf(const std::filesystem::path& path) {
    QFile file(QFile::decodeName(path.c_str()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "(not there)";
}

}  // namespace

void TestBlobStore::init() {
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestBlobStore::open() {
    m_cache.reset();
    auto opened = Cache::open(file(), [this] { return m_now.load(); });
    QVERIFY(opened.ok());
    m_cache = std::move(opened).value();
}

SourceNo TestBlobStore::addSource(const char* location) {
    SourceNo number;
    const auto added = m_cache->writer().run([&](Writer& writer) -> Result<void> {
        const auto source = writer.addSource("rest", location, "", location, 1);
        PODIUM_TRY(void, source);
        number = source.value();
        return {};
    });
    return added.ok() ? number : SourceNo{};
}

void TestBlobStore::addRun(SourceNo source, const char* experiment, const char* run) {
    const auto added = m_cache->writer().run([&](Writer& writer) -> Result<void> {
        domain::Experiment record;
        record.experimentId = experiment;
        const auto number = writer.putExperiment(source, record);
        PODIUM_TRY(void, number);
        domain::Run made;
        made.runId = run;
        made.experimentId = experiment;
        const auto encoded = cache::encodeRun(std::move(made), 1, writer.names());
        PODIUM_TRY(void, writer.putRun(number.value(), {}, encoded));
        return {};
    });
    QVERIFY(added.ok());
}

void TestBlobStore::addModel(SourceNo source, const char* experiment, const char* run,
                             const char* model) {
    const auto added = m_cache->writer().run([&](Writer& writer) {
        domain::LoggedModel made;
        made.modelId = model;
        made.experimentId = experiment;
        made.sourceRunId = run;
        return writer.putLoggedModels(source, std::array{made});
    });
    QVERIFY(added.ok());
}

void TestBlobStore::keep(SourceNo source, const char* experiment, const char* run,
                         const char* artifacts) {
    const auto kept = m_cache->writer().run([&](Writer& writer) {
        return writer.setKept(source, {experiment, run, false, artifacts});
    });
    QVERIFY(kept.ok());
}

Result<Blob> TestBlobStore::put(Cache& cache, const RemoteKey& key, const std::string& bytes) {
    const std::filesystem::path fetched =
        m_folder
            ->filePath(QStringLiteral("fetched-%1-%2").arg(::getpid()).arg(m_fetches.fetch_add(1)))
            .toStdString();
    QFile file(QFile::decodeName(fetched.c_str()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) < 0)
        return base::Error{};
    file.close();
    ++m_now;
    return cache.blobs().put(key, fetched, "\"tag\"", {});
}

QStringList TestBlobStore::filesOnDisk() const {
    QStringList files;
    const QString root = QFile::decodeName(m_cache->blobs().folder().c_str());
    QDirIterator at(root, QDir::Files, QDirIterator::Subdirectories);
    while (at.hasNext())
        files << QDir(root).relativeFilePath(at.next());
    files.sort();
    return files;
}

/// After a sweep every row has its file with the right content, and no file is without a row.
void TestBlobStore::checkWhole() {
    QVERIFY(m_cache->blobs().sweep().ok());
    QStringList expected;
    const auto rows = m_cache->writer().run([&](Writer& writer) -> Result<void> {
        const auto blobs = writer.blobs(false);
        PODIUM_TRY(void, blobs);
        for (const cache::StoredBlob& blob : blobs.value())
            expected << QString::fromStdString(blob.digest).insert(2, u'/');
        return {};
    });
    QVERIFY(rows.ok());
    expected.sort();
    QStringList onDisk;
    for (const QString& name : filesOnDisk()) {
        if (!name.startsWith(QLatin1String("fetching/")))
            onDisk << name;
    }
    QCOMPARE(onDisk, expected);
    for (QString name : expected) {
        const std::string bytes = contentOf(m_cache->blobs().folder() / name.toStdString());
        QCOMPARE(base::sha256Hex(bytes), name.remove(u'/').toStdString());
    }
}

void TestBlobStore::patterns_data() {
    QTest::addColumn<QString>("patterns");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("expected");
    QTest::newRow("all") << u"*"_qs << u"a/b/c.txt"_qs << true;
    QTest::newRow("none") << u""_qs << u"a"_qs << false;
    QTest::newRow("empty lines") << u"\n \n"_qs << u"a"_qs << false;
    QTest::newRow("file") << u"a/b.txt"_qs << u"a/b.txt"_qs << true;
    QTest::newRow("other file") << u"a/b.txt"_qs << u"a/b.txt2"_qs << false;
    QTest::newRow("folder") << u"model"_qs << u"model/data/x.bin"_qs << true;
    QTest::newRow("folder with slash") << u"model/"_qs << u"model/MLmodel"_qs << true;
    QTest::newRow("folder's name begins so") << u"model"_qs << u"model2/MLmodel"_qs << false;
    QTest::newRow("ending") << u"*.png"_qs << u"plots/loss.png"_qs << true;
    QTest::newRow("other ending") << u"*.png"_qs << u"plots/loss.png.txt"_qs << false;
    QTest::newRow("stars") << u"*plot*/*.p?g"_qs << u"my plots/deep/x.png"_qs << true;
    QTest::newRow("one character of several bytes") << u"?.txt"_qs << u"é.txt"_qs << true;
    QTest::newRow("second line") << u"*.csv\r\n*.json"_qs << u"a.json"_qs << true;
    QTest::newRow("many stars") << u"*a*a*a*a*a*b"_qs << QString(2000, u'a') << false;
}

void TestBlobStore::patterns() {
    QFETCH(const QString, patterns);
    QFETCH(const QString, path);
    QFETCH(const bool, expected);
    QCOMPARE(cache::matchesPatterns(patterns.toStdString(), path.toStdString()), expected);
}

void TestBlobStore::contentIsFoundAgain() {
    const RemoteKey key{addSource("http://a"), "run", "model/MLmodel"};
    QVERIFY(!find(key));
    const auto blob = put(key, "flavors: {}\n");
    QVERIFY(blob.ok());
    open();
    const auto found = find(key);
    QVERIFY(found);
    QCOMPARE(contentOf(found->path()), std::string("flavors: {}\n"));
    QCOMPARE(found->file.size, 12);
    QCOMPARE(found->file.validator, std::string("\"tag\""));
    QCOMPARE(found->file.fetchedAt, m_now.load());
    QCOMPARE(filesOnDisk().size(), 1);
    QVERIFY(!find({key.source, "run", "model"}));
    QVERIFY(!find({key.source, "other", key.path}));
}

void TestBlobStore::equalContentsAreHeldOnce() {
    const SourceNo source = addSource("http://a");
    QVERIFY(put({source, "run1", "conda.yaml"}, "same").ok());
    QVERIFY(put({source, "run2", "env.yaml"}, "same").ok());
    QCOMPARE(filesOnDisk().size(), 1);
    QCOMPARE(usedBytes(), 4);
    QVERIFY(find({source, "run1", "conda.yaml"}));
    QVERIFY(find({source, "run2", "env.yaml"}));
}

void TestBlobStore::newContentReplacesTheOld() {
    const RemoteKey key{addSource("http://a"), "run", "log.txt"};
    QVERIFY(put(key, "one line\n").ok());
    QVERIFY(put(key, "one line\ntwo lines\n").ok());
    QCOMPARE(contentOf(find(key)->path()), std::string("one line\ntwo lines\n"));
    QCOMPARE(filesOnDisk().size(), 1);
    checkWhole();
}

void TestBlobStore::leastUsedGoFirst() {
    const SourceNo source = addSource("http://a");
    const auto key = [&](int i) { return RemoteKey{source, "run", "f" + std::to_string(i)}; };
    for (int i = 0; i < 4; ++i)
        QVERIFY(put(key(i), std::string(1000, static_cast<char>('a' + i))).ok());
    ++m_now;
    QVERIFY(find(key(0)));  // a use: now 1 is the one not used for longest
    m_cache->blobs().setLimit(4500);
    QVERIFY(put(key(4), std::string(1000, 'e')).ok());
    QVERIFY(find(key(0)));
    QVERIFY(!find(key(1)));
    QVERIFY(find(key(2)));
    QVERIFY(find(key(3)));
    QVERIFY(find(key(4)));
    QCOMPARE(usedBytes(), 4000);
    checkWhole();
}

void TestBlobStore::keptNeverGo_data() {
    QTest::addColumn<QString>("experiment");
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("patterns");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("experiment") << u"7"_qs << u""_qs << u"*"_qs
                                << QStringList{u"m-1/MLmodel"_qs, u"run1/a.png"_qs,
                                               u"run1/b.bin"_qs, u"run2/a.png"_qs};
    QTest::newRow("pictures of the experiment")
        << u"7"_qs << u""_qs << u"*.png"_qs << QStringList{u"run1/a.png"_qs, u"run2/a.png"_qs};
    QTest::newRow("run and its model")
        << u"7"_qs << u"run1"_qs << u"*"_qs
        << QStringList{u"m-1/MLmodel"_qs, u"run1/a.png"_qs, u"run1/b.bin"_qs};
    QTest::newRow("another experiment")
        << u"8"_qs << u""_qs << u"*"_qs << QStringList{u"run8/a.png"_qs};
}

void TestBlobStore::keptNeverGo() {
    QFETCH(const QString, experiment);
    QFETCH(const QString, run);
    QFETCH(const QString, patterns);
    QFETCH(const QStringList, left);
    const SourceNo source = addSource("http://a");
    addRun(source, "7", "run1");
    addRun(source, "7", "run2");
    addRun(source, "8", "run8");
    addModel(source, "7", "run1", "m-1");
    keep(source, experiment.toUtf8().constData(), run.toUtf8().constData(),
         patterns.toUtf8().constData());
    const std::vector<RemoteKey> keys = {{source, "run1", "a.png"},
                                         {source, "run1", "b.bin"},
                                         {source, "run2", "a.png"},
                                         {source, "run8", "a.png"},
                                         {source, "m-1", "MLmodel"}};
    for (const RemoteKey& key : keys)
        QVERIFY(put(key, key.owner + key.path).ok());
    QVERIFY(m_cache->blobs().clear().value() > 0);
    QStringList found;
    for (const RemoteKey& key : keys) {
        if (find(key))
            found << QString::fromStdString(key.owner + '/' + key.path);
    }
    found.sort();
    QCOMPARE(found, left);
    checkWhole();
}

/// A file larger than the limit can be looked at; it goes with the next one.
void TestBlobStore::whatWasJustFetchedStays() {
    const SourceNo source = addSource("http://a");
    m_cache->blobs().setLimit(100);
    QVERIFY(put({source, "run", "big"}, std::string(1000, 'x')).ok());
    QVERIFY(find({source, "run", "big"}));
    QVERIFY(put({source, "run", "small"}, "y").ok());
    QVERIFY(!find({source, "run", "big"}));
    QVERIFY(find({source, "run", "small"}));
}

void TestBlobStore::sweepPutsRightWhatACrashLeft() {
    const SourceNo source = addSource("http://a");
    const auto whole = put({source, "run", "a"}, "whole");
    const auto lost = put({source, "run", "b"}, "its file is lost");
    const auto cut = put({source, "run", "c"}, "its file was cut");
    QVERIFY(whole.ok() && lost.ok() && cut.ok());
    QVERIFY(QFile::remove(QFile::decodeName(lost.value().path().c_str())));
    std::filesystem::permissions(cut.value().path(), std::filesystem::perms::owner_all);
    std::filesystem::resize_file(cut.value().path(), 3);
    const std::string orphan = base::sha256Hex("renamed, then the machine stopped");
    const auto folder = m_cache->blobs().folder() / orphan.substr(0, 2);
    std::filesystem::create_directories(folder);
    QFile file(QFile::decodeName((folder / orphan.substr(2)).c_str()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    open();
    checkWhole();
    QVERIFY(find({source, "run", "a"}));
    QVERIFY(!find({source, "run", "b"}));
    QVERIFY(!find({source, "run", "c"}));
    QCOMPARE(usedBytes(), 5);
}

/// Without a sweep in between, too.
void TestBlobStore::missingFileIsForgotten() {
    const RemoteKey key{addSource("http://a"), "run", "a"};
    const auto blob = put(key, "content");
    QVERIFY(QFile::remove(QFile::decodeName(blob.value().path().c_str())));
    QVERIFY(!find(key));
    QCOMPARE(usedBytes(), 0);
    QVERIFY(put(key, "content").ok());
    QVERIFY(find(key));
}

/// A program that is killed at any moment leaves a store that is whole after a sweep.
void TestBlobStore::killedWhileItWrites() {
    addSource("http://a");
    for (int round = 0; round < 12; ++round) {
        m_cache.reset();
        int ends[2];
        QVERIFY(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto cache = Cache::open(file(), [this] { return m_now.load(); });
            cache.value()->blobs().setLimit(20'000);
            for (int i = 0; i < 10'000; ++i) {
                const RemoteKey key{SourceNo{1}, "run", std::to_string(i % 50)};
                static_cast<void>(
                    put(*cache.value(), key, std::to_string(i) + std::string(900, 'x')));
                if (::write(ends[1], ".", 1) != 1)
                    break;
            }
            ::_exit(0);
        }
        ::close(ends[1]);
        char byte = 0;
        for (int i = 0; i < 5 + 7 * round && ::read(ends[0], &byte, 1) == 1; ++i) {
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ends[0]);
        open();
        checkWhole();
        QVERIFY(usedBytes() > 0);
    }
}

/// Two programs fetch and make room in the same store; every file they then find is whole.
void TestBlobStore::programsSideBySide() {
    const SourceNo source = addSource("http://a");
    m_cache.reset();
    std::vector<pid_t> children;
    for (int program = 0; program < 2; ++program) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto cache = Cache::open(file(), [this] { return m_now.load(); });
            cache.value()->blobs().setLimit(5'000);
            int failures = 0;
            for (int i = 0; i < 150; ++i) {
                // The same contents in both, so that one drops what the other puts.
                const RemoteKey key{source, "run", std::to_string(i % 10)};
                const std::string bytes = std::to_string(i % 10) + std::string(900, 'x');
                const auto stored = put(*cache.value(), key, bytes);
                failures += stored.ok() ? 0 : 1;
                const auto found = cache.value()->blobs().find({source, "run", "0"});
                failures += found.ok() ? 0 : 1;
            }
            ::_exit(failures == 0 ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    open();
    const auto usage = m_cache->reader().value().blobUsage().value();
    QVERIFY(usage.blobs >= 1);
    QVERIFY(usage.bytes <= 6'000);
    const QStringList before = filesOnDisk();
    checkWhole();
    QCOMPARE(filesOnDisk(), before);
}

void TestBlobStore::oneFetchAtATime() {
    const RemoteKey key{addSource("http://a"), "run", "big.bin"};
    auto first = m_cache->blobs().claim(key, {});
    QVERIFY(first.ok());
    const std::filesystem::path target = first.value().target();
    QVERIFY(m_cache->blobs().claim({key.source, "run", "other"}, {}).ok());
    std::atomic<bool> claimed = false;
    std::thread other([&] {
        const auto second = m_cache->blobs().claim(key, {});
        claimed = second.ok() && second.value().target() == target;
    });
    QVERIFY(!claimed);
    { const cache::FetchClaim ended = std::move(first).value(); }
    other.join();
    QVERIFY(claimed);
}

void TestBlobStore::fetchOfAnotherProgramIsWaitedFor() {
    const RemoteKey key{addSource("http://a"), "run", "big.bin"};
    m_cache.reset();
    int ends[2];
    QVERIFY(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        auto cache = Cache::open(file(), [this] { return m_now.load(); });
        const auto claimed = cache.value()->blobs().claim(key, {});
        static_cast<void>(::write(ends[1], claimed.ok() ? "y" : "n", 1));
        ::pause();
    }
    char byte = 0;
    QVERIFY(::read(ends[0], &byte, 1) == 1 && byte == 'y');
    open();
    std::stop_source stop;
    std::atomic<bool> claimed = false;
    std::thread waiting([&] { claimed = m_cache->blobs().claim(key, stop.get_token()).ok(); });
    QVERIFY(!claimed);
    ::kill(child, SIGKILL);  // a program that dies gives its fetch up
    ::waitpid(child, nullptr, 0);
    waiting.join();
    QVERIFY(claimed);
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestBlobStore::waitingForAFetchCanBeStopped() {
    const RemoteKey key{addSource("http://a"), "run", "big.bin"};
    const auto first = m_cache->blobs().claim(key, {});
    std::stop_source stop;
    bool cancelled = false;
    std::thread other(
        [&] { cancelled = m_cache->blobs().claim(key, stop.get_token()).cancelled(); });
    stop.request_stop();
    other.join();
    QVERIFY(cancelled);
}

void TestBlobStore::removedSourceFreesItsContents() {
    const SourceNo a = addSource("http://a");
    const SourceNo b = addSource("http://b");
    QVERIFY(put({a, "run", "own"}, "only in a").ok());
    QVERIFY(put({a, "run", "shared"}, "in both").ok());
    QVERIFY(put({b, "run", "shared"}, "in both").ok());
    const auto claim = m_cache->blobs().claim({a, "run", "broken"}, {});
    QFile part(QFile::decodeName((claim.value().target().string() + ".part").c_str()));
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.close();
    QVERIFY(m_cache->blobs().removeSource(a).ok());
    QVERIFY(!part.exists());
    QCOMPARE(usedBytes(), 7);
    QVERIFY(find({b, "run", "shared"}));
    checkWhole();
}

void TestBlobStore::stopWhileItHashes() {
    const RemoteKey key{addSource("http://a"), "run", "a"};
    const std::filesystem::path fetched = m_folder->filePath(QStringLiteral("f")).toStdString();
    QFile file(QFile::decodeName(fetched.c_str()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("bytes");
    file.close();
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(m_cache->blobs().put(key, fetched, "", stop.get_token()).cancelled());
    QVERIFY(file.exists());
    QVERIFY(!find(key));
}

void TestBlobStore::failedMoveChangesNothing() {
    const RemoteKey key{addSource("http://a"), "run", "a"};
    QVERIFY(put(key, "old").ok());
    // Where the folder of the new content would be, there is a file.
    const std::string digest = base::sha256Hex("new");
    QFile inTheWay(QFile::decodeName((m_cache->blobs().folder() / digest.substr(0, 2)).c_str()));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const auto stored = put(key, "new");
    QVERIFY(stored.failed());
    QCOMPARE(stored.error().code, ErrorCode::WriteFailed);
    QCOMPARE(contentOf(find(key)->path()), std::string("old"));
}

void TestBlobStore::bytesOfExperimentAndRun() {
    const SourceNo source = addSource("http://a");
    addRun(source, "7", "run1");
    addRun(source, "7", "run2");
    addModel(source, "7", "run1", "m-1");
    QVERIFY(put({source, "run1", "a"}, "12345").ok());
    QVERIFY(put({source, "run2", "a"}, "12345").ok());
    QVERIFY(put({source, "run2", "b"}, "1234567").ok());
    QVERIFY(put({source, "m-1", "MLmodel"}, "123").ok());
    QVERIFY(put({source, "stranger", "c"}, "1").ok());
    auto reader = m_cache->reader();
    const auto experiment = reader.value().experiments(source).value().front().experimentNo;
    QCOMPARE(reader.value().artifactBytes(experiment).value(), 15);
    QCOMPARE(reader.value().artifactBytes(experiment, "run1").value(), 8);
    QCOMPARE(reader.value().artifactBytes(experiment, "run2").value(), 12);
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
