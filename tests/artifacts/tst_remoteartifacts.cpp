// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/open.h"
#include "artifacts/remoteartifacts.h"
#include "tests/support/memoryremote.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace podium;
using artifacts::Entry;
using artifacts::Listing;
using artifacts::RemoteArtifacts;
using artifacts::RemoteOwner;
using base::Error;
using base::ErrorCode;
using base::Result;

/// Artifacts of a run on a server that is in memory: what is asked when, and what is there without
/// it.
class TestRemoteArtifacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foldersAreListedOneByOne();
    void fileIsFetchedOnce();
    void offlineGivesWhatIsHere_data();
    void offlineGivesWhatIsHere();
    void offlineSaysWhatIsNotHere();
    void changedFileIsFetchedAnew();
    void largeFileIsAskedFor();
    void largeFileOfUnknownSizeIsGivenUp();
    void cancelIsQuick();
    void twoWhoWantTheSameFetchItOnce();
    void unsafeNamesAreShownAndNotFetched();
    void wholeTree();
    void unreachableSchemes_data();
    void unreachableSchemes();
    void downloadToAPlace();

private:
    [[nodiscard]] RemoteOwner owner(bool offline = false) const {
        return {m_source,
                "http://lab",
                {"run", {}, "mlflow-artifacts:/1/run/artifacts"},
                m_server,
                offline};
    }
    Result<std::string> fetch(const std::string& path, std::int64_t most = 0,
                              bool offline = false) {
        const Result<cache::Blob> blob = m_artifacts->fetch(
            owner(offline), path, {.mostBytes = most, .anew = false}, m_progress, {});
        PODIUM_TRY(std::string, blob);
        const auto file = artifacts::File::open(blob.value().folder, blob.value().name);
        PODIUM_TRY(std::string, file);
        return file.value()->read(0, 1U << 20U);
    }
    static QStringList names(const Listing& listing) {
        QStringList list;
        for (const Entry& entry : listing.entries)
            list << QString::fromStdString(entry.path) + (entry.isFolder ? u"/"_qs : u""_qs);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<base::Millis> m_now = 0;
    std::unique_ptr<cache::Cache> m_cache;
    std::shared_ptr<tests::MemoryRemote> m_server;
    std::unique_ptr<RemoteArtifacts> m_artifacts;
    base::SourceNo m_source;
    base::Progress m_progress;
};

void TestRemoteArtifacts::init() {
    m_artifacts.reset();
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_now = 1'700'000'000'000;
    m_cache = cache::Cache::open(m_folder->filePath(u"cache.db"_qs).toStdString(), [this] {
                  return ++m_now;
              }).value();
    const auto added = m_cache->writer().run([&](cache::Writer& writer) -> Result<void> {
        const auto source = writer.addSource("rest", "http://lab", "", "lab", 1);
        PODIUM_TRY(void, source);
        m_source = source.value();
        return {};
    });
    QVERIFY(added.ok());
    m_server = std::make_shared<tests::MemoryRemote>();
    m_server->put("run", "MLmodel", "flavors: {}\n");
    m_server->put("run", "plots/loss.png", "not really a picture");
    m_server->put("run", "plots/deep/a b+c%20é.txt", "text");
    m_artifacts = std::make_unique<RemoteArtifacts>(
        *m_cache, std::make_shared<http::HttpClient>(),
        http::Environment::of({}, m_folder->path().toStdString()));
}

void TestRemoteArtifacts::foldersAreListedOneByOne() {
    const auto root = m_artifacts->list(owner(), "", {});
    QCOMPARE(names(root.value()), (QStringList{u"plots/"_qs, u"MLmodel"_qs}));
    QVERIFY(!root.value().listedAt);
    QCOMPARE(root.value().entries[1].size, 12);
    QVERIFY(!root.value().entries[1].isHere);
    QCOMPARE(m_server->lists, 1);
    const auto plots = m_artifacts->list(owner(), "plots", {});
    QCOMPARE(names(plots.value()), (QStringList{u"plots/deep/"_qs, u"plots/loss.png"_qs}));
    QCOMPARE(plots.value().entries[1].name, std::string("loss.png"));
}

void TestRemoteArtifacts::fileIsFetchedOnce() {
    QCOMPARE(fetch("plots/deep/a b+c%20é.txt").value(), std::string("text"));
    QCOMPARE(fetch("plots/deep/a b+c%20é.txt").value(), std::string("text"));
    QCOMPARE(m_server->fetches, 1);
    const auto listing = m_artifacts->list(owner(), "plots/deep", {});
    QVERIFY(listing.value().entries[0].isHere);
}

void TestRemoteArtifacts::offlineGivesWhatIsHere_data() {
    QTest::addColumn<bool>("onPurpose");
    QTest::addColumn<int>("code");
    QTest::newRow("on purpose") << true << static_cast<int>(ErrorCode::OfflineMode);
    QTest::newRow("no network") << false << static_cast<int>(ErrorCode::NetNameNotFound);
    QTest::newRow("server down") << false << static_cast<int>(ErrorCode::NetRefused);
    QTest::newRow("gateway") << false << static_cast<int>(ErrorCode::ServerFault);
}

void TestRemoteArtifacts::offlineGivesWhatIsHere() {
    QFETCH(const bool, onPurpose);
    QFETCH(const int, code);
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    const base::Millis listed = m_now;
    QVERIFY(fetch("MLmodel").ok());
    const int asked = m_server->lists + m_server->fetches;
    if (!onPurpose)
        m_server->fail(Error{static_cast<ErrorCode>(code), {"lab"}});
    const auto listing = m_artifacts->list(owner(onPurpose), "", {});
    QCOMPARE(names(listing.value()), (QStringList{u"plots/"_qs, u"MLmodel"_qs}));
    QCOMPARE(listing.value().listedAt.value(), listed);
    QCOMPARE(static_cast<int>(listing.value().reason->code), code);
    QVERIFY(listing.value().entries[1].isHere);
    QCOMPARE(fetch("MLmodel", 0, onPurpose).value(), std::string("flavors: {}\n"));
    if (onPurpose)
        QCOMPARE(m_server->lists + m_server->fetches, asked);
}

void TestRemoteArtifacts::offlineSaysWhatIsNotHere() {
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    const auto folder = m_artifacts->list(owner(true), "plots", {});
    QCOMPARE(folder.error(), (Error{ErrorCode::OfflineMode, {"http://lab"}}));
    QCOMPARE(fetch("MLmodel", 0, true).error(), (Error{ErrorCode::OfflineMode, {"http://lab"}}));
    m_server->fail(Error{ErrorCode::NetTimeout, {"lab", "answer"}});
    QCOMPARE(fetch("MLmodel").error().code, ErrorCode::NetTimeout);
}

/// A run that still writes its log: the listing tells that it has grown.
void TestRemoteArtifacts::changedFileIsFetchedAnew() {
    m_server->put("run", "log.txt", "one\n");
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    QCOMPARE(fetch("log.txt").value(), std::string("one\n"));
    m_server->put("run", "log.txt", "one\ntwo\n");
    QCOMPARE(fetch("log.txt").value(), std::string("one\n"));  // nothing has told of it yet
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    QCOMPARE(fetch("log.txt", 0, true).value(), std::string("one\n"));
    QCOMPARE(fetch("log.txt").value(), std::string("one\ntwo\n"));
    QCOMPARE(m_server->fetches, 2);
}

void TestRemoteArtifacts::largeFileIsAskedFor() {
    m_server->put("run", "model.bin", std::string(5000, 'x'));
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    const auto refused = fetch("model.bin", 4000);
    QCOMPARE(refused.error(), (Error{ErrorCode::ArtifactTooLarge, {"model.bin", "5000", "4000"}}));
    QCOMPARE(m_server->fetches, 0);
    QCOMPARE(fetch("model.bin").value().size(), 5000U);
    QCOMPARE(fetch("model.bin", 4000).value().size(), 5000U);  // it is here now
}

void TestRemoteArtifacts::largeFileOfUnknownSizeIsGivenUp() {
    m_server->put("run", "model.bin", std::string(50'000, 'x'));
    m_server->hideSizes(true);
    m_server->hold("fetch");
    const auto listing = m_artifacts->list(owner(), "", {});
    QCOMPARE(listing.value().entries[2].size, artifacts::UnknownSize);
    const auto refused = fetch("model.bin", 4000);
    QCOMPARE(refused.error().code, ErrorCode::ArtifactTooLarge);
    QVERIFY(std::stoll(refused.error().args[1]) > 4000);
    m_server->hold("");
    QCOMPARE(fetch("model.bin").value().size(), 50'000U);
}

void TestRemoteArtifacts::cancelIsQuick() {
    for (const char* kind : {"list", "fetch"}) {
        m_server->hold(kind);
        std::stop_source stop;
        bool cancelled = false;
        std::thread job([&] {
            cancelled =
                std::string(kind) == "list"
                    ? m_artifacts->list(owner(), "", stop.get_token()).cancelled()
                    : m_artifacts->fetch(owner(), "MLmodel", {}, m_progress, stop.get_token())
                          .cancelled();
        });
        QTRY_COMPARE(m_server->waiting, 1);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        job.join();
        QVERIFY(cancelled);
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        m_server->hold("");
    }
    // What had come is gone on with.
    const auto folder = m_cache->blobs().folder() / "fetching";
    bool part = false;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        part = part || entry.path().extension() == ".part";
    QVERIFY(part);
}

void TestRemoteArtifacts::twoWhoWantTheSameFetchItOnce() {
    m_server->hold("fetch");
    std::string first;
    std::string second;
    base::Progress other;
    std::thread a([&] { first = fetch("MLmodel").value(); });
    std::thread b([&] {
        const auto blob = m_artifacts->fetch(owner(), "MLmodel", {}, other, {});
        second = blob.value().file.digest;
    });
    QTRY_COMPARE(m_server->waiting, 1);
    m_server->hold("");
    a.join();
    b.join();
    QCOMPARE(m_server->fetches, 1);
    QCOMPARE(first, std::string("flavors: {}\n"));
    QVERIFY(!second.empty());
}

void TestRemoteArtifacts::unsafeNamesAreShownAndNotFetched() {
    m_server->put("run", "../../etc/passwd", "x");
    m_server->put("run", "/absolute", "x");
    const auto listing = m_artifacts->list(owner(), "", {});
    int problems = 0;
    for (const Entry& entry : listing.value().entries)
        problems += entry.problem && entry.problem->code == ErrorCode::ArtifactOutside ? 1 : 0;
    QCOMPARE(problems, 2);
    for (const char* path : {"../../etc/passwd", "/absolute", "a//b", ".", ""})
        QCOMPARE(fetch(path).error().code, ErrorCode::ArtifactOutside);
    QCOMPARE(m_artifacts->list(owner(), "..", {}).error().code, ErrorCode::ArtifactOutside);
    const auto all = m_artifacts->listAll(owner(), {}, {});
    QVERIFY(all.ok());
    QCOMPARE(m_server->fetches, 0);
    QVERIFY(!QFile::exists(m_folder->filePath(u"etc"_qs)));
}

void TestRemoteArtifacts::wholeTree() {
    const auto all = m_artifacts->listAll(owner(), {}, {});
    QCOMPARE(names(all.value()),
             (QStringList{u"MLmodel"_qs, u"plots/"_qs, u"plots/deep/"_qs,
                          QString::fromUtf8("plots/deep/a b+c%20é.txt"), u"plots/loss.png"_qs}));
    QCOMPARE(m_server->lists, 3);
    // Without the server the same, from what was listed.
    const auto offline = m_artifacts->listAll(owner(true), {}, {});
    QCOMPARE(names(offline.value()), names(all.value()));
    QVERIFY(offline.value().listedAt);
    QCOMPARE(m_server->lists, 3);
}

void TestRemoteArtifacts::unreachableSchemes_data() {
    QTest::addColumn<QString>("uri");
    for (const char* uri :
         {"gs://bucket/x", "wasbs://c@a.blob.core.windows.net/x",
          "abfss://fs@a.dfs.core.windows.net", "hdfs://name/x", "ftp://host/x", "sftp://host/x",
          "dbfs:/databricks/x", "mlflow-artifacts:/1/run/artifacts", "r2://bucket@evil.example/x",
          "b2://bucket@evil.example/x", "s3:///key", "s3:x"})
        QTest::newRow(uri) << QString::fromLatin1(uri);
}

void TestRemoteArtifacts::unreachableSchemes() {
    QFETCH(const QString, uri);
    RemoteOwner alone = owner();
    alone.store.reset();
    alone.owner.artifactUri = uri.toStdString();
    const Error expected{ErrorCode::ArtifactUnreachable, {uri.toStdString()}};
    QCOMPARE(m_artifacts->list(alone, "", {}).error(), expected);
    QCOMPARE(m_artifacts->fetch(alone, "x", {}, m_progress, {}).error(), expected);
    // With a tracking server nobody minds what the scheme is.
    alone.store = m_server;
    QVERIFY(m_artifacts->list(alone, "", {}).ok());
}

void TestRemoteArtifacts::downloadToAPlace() {
    const std::filesystem::path target = m_folder->filePath(u"copy"_qs).toStdString();
    QVERIFY(m_artifacts->download(owner(), "MLmodel", target, m_progress, {}).ok());
    QFile file(m_folder->filePath(u"copy"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("flavors: {}\n"));
    file.close();
    QVERIFY(fetch("plots/loss.png").ok());
    const int asked = m_server->fetches;
    QVERIFY(m_artifacts->download(owner(), "plots/loss.png", target, m_progress, {}).ok());
    QCOMPARE(m_server->fetches, asked);  // it was here
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.readAll(), QByteArray("not really a picture"));
    QCOMPARE(m_artifacts->download(owner(), "../x", target, m_progress, {}).error().code,
             ErrorCode::ArtifactOutside);
}

QTEST_GUILESS_MAIN(TestRemoteArtifacts)
#include "tst_remoteartifacts.moc"
