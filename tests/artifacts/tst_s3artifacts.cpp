// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/open.h"
#include "artifacts/remoteartifacts.h"
#include "artifacts/s3xml.h"
#include "tests/support/s3server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace podium;
using artifacts::Entry;
using artifacts::RemoteArtifacts;
using artifacts::RemoteOwner;
using base::Error;
using base::ErrorCode;
using base::Result;
using tests::HttpReply;
using tests::S3Server;

namespace {

constexpr const char* KeyId = "AKIAIOSFODNN7EXAMPLE";

}  // namespace

/// Artifacts in S3 without a tracking server, and by http.
class TestS3Artifacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreJoined();
    void keysOfAllKinds_data();
    void keysOfAllKinds();
    void unsafeKeysAreShownAndNotFetched();
    void publicBucketNeedsNoKeys();
    void wrongKeys();
    void refusals_data();
    void refusals();
    void regionIsLearnt_data();
    void regionIsLearnt();
    void goesOnAfterACut();
    void changedObjectIsFetchedWhole();
    void changedObjectIsFetchedAnew();
    void hugeObjectIsRefused();
    void cancelIsQuick();
    void serverThatCannotIsPassedBy();
    void pagesOfS3();
    void httpRootOfMlflow();
    void httpRootOfOthers();
    void httpRootGetsNoForeignCredentials();

private:
    [[nodiscard]] RemoteOwner owner(const std::string& uri = "s3://bucket/1/run/artifacts") const {
        return {m_source, "/data/mlflow.db", {"run", {}, uri}, nullptr, false};
    }
    void use(std::map<std::string, std::string, std::less<>> more = {}, bool keys = true,
             int retries = 0);
    Result<std::string> fetch(const std::string& path, std::stop_token stop = {},
                              std::int64_t most = 0) {
        const Result<cache::Blob> blob =
            m_artifacts->fetch(owner(), path, {.mostBytes = most, .anew = false}, m_progress, stop);
        PODIUM_TRY(std::string, blob);
        const auto file = artifacts::File::open(blob.value().folder, blob.value().name);
        PODIUM_TRY(std::string, file);
        return file.value()->read(0, 1U << 24U);
    }
    QStringList names(const std::string& folder) {
        const auto listing = m_artifacts->list(owner(), folder, {});
        if (!listing.ok() || listing.value().reason)
            return {u"(failed)"_qs};
        QStringList list;
        for (const Entry& entry : listing.value().entries)
            list << QString::fromStdString(entry.path) + (entry.isFolder ? u"/"_qs : u""_qs);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::unique_ptr<S3Server> m_s3;
    std::unique_ptr<RemoteArtifacts> m_artifacts;
    base::SourceNo m_source;
    base::Progress m_progress;
};

void TestS3Artifacts::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache =
        cache::Cache::open(m_folder->filePath(u"cache.db"_qs).toStdString(), base::systemClock())
            .value();
    const auto added = m_cache->writer().run([&](cache::Writer& writer) -> Result<void> {
        const auto source = writer.addSource("sqlstore", "/data/mlflow.db", "", "db", 1);
        PODIUM_TRY(void, source);
        m_source = source.value();
        return {};
    });
    QVERIFY(added.ok());
    m_s3 = std::make_unique<S3Server>("bucket");
    m_s3->put("1/run/artifacts/MLmodel", "flavors: {}\n");
    m_s3->put("1/run/artifacts/plots/loss.png", "not a picture");
    m_s3->put("1/run/artifactsX/other", "of another run");
    use();
}

void TestS3Artifacts::cleanup() {
    m_artifacts.reset();
    m_s3.reset();
    m_cache.reset();
}

/// A new client with these variables. Retries are quick.
void TestS3Artifacts::use(std::map<std::string, std::string, std::less<>> more, bool keys,
                          int retries) {
    std::map<std::string, std::string, std::less<>> variables = {
        {"MLFLOW_S3_ENDPOINT_URL", m_s3->url()}};
    if (keys) {
        variables["AWS_ACCESS_KEY_ID"] = KeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = m_s3->secret;
    }
    for (const auto& [name, value] : more)
        variables[name] = value;
    http::HttpClient::Options options;
    options.retries.maxRetries = retries;
    options.retries.firstDelay = std::chrono::milliseconds(1);
    m_artifacts = std::make_unique<RemoteArtifacts>(
        *m_cache, std::make_shared<http::HttpClient>(std::move(options)),
        http::Environment::of(variables, m_folder->path().toStdString()));
}

void TestS3Artifacts::pagesAreJoined() {
    m_s3->pageSize = 2;
    for (int i = 0; i < 7; ++i)
        m_s3->put("1/run/artifacts/f" + std::to_string(i), "x");
    QCOMPARE(names(""), (QStringList{u"plots/"_qs, u"f0"_qs, u"f1"_qs, u"f2"_qs, u"f3"_qs, u"f4"_qs,
                                     u"f5"_qs, u"f6"_qs, u"MLmodel"_qs}));
    QCOMPARE(m_s3->server().count(), 5);
    QCOMPARE(names("plots"), QStringList{u"plots/loss.png"_qs});
    const auto listing = m_artifacts->list(owner(), "", {});
    QCOMPARE(listing.value().entries.back().size, 12);
}

void TestS3Artifacts::keysOfAllKinds_data() {
    QTest::addColumn<QString>("path");
    for (const char* path :
         {"a b.txt", "a+b.txt", "100%.txt", "a%20b.txt", "é/ü 日本.txt", "q?x=1&y=2#z.txt",
          "images/loss+step+1+timestamp+2.png", "images/loss%step%1.png", "a&b<c>'\"d.txt",
          "semi;colon:at@=eq,.txt", "tilde~_-.txt", "trailing ", "...", "{[(*!$)]}^`|\\"})
        QTest::newRow(path) << QString::fromUtf8(path);
}

void TestS3Artifacts::keysOfAllKinds() {
    QFETCH(const QString, path);
    const std::string raw = path.toStdString();
    m_s3->put("1/run/artifacts/" + raw, "content of " + raw);
    const std::size_t slash = raw.find('/');
    const std::string folder = slash == std::string::npos ? "" : raw.substr(0, slash);
    QVERIFY2(names(folder).contains(path), qPrintable(names(folder).join(u", "_qs)));
    QCOMPARE(fetch(raw).value(), "content of " + raw);
}

void TestS3Artifacts::unsafeKeysAreShownAndNotFetched() {
    for (const char* key : {"../../outside", "/absolute", "a//b", "./here", "ok"})
        m_s3->put("1/run/artifacts/" + std::string(key), "x");
    const auto all = m_artifacts->listAll(owner(), {}, {});
    QStringList unsafe;
    QStringList safe;
    for (const Entry& entry : all.value().entries)
        (entry.problem ? unsafe : safe) << QString::fromStdString(entry.path);
    QCOMPARE(safe,
             (QStringList{u"MLmodel"_qs, u"a"_qs, u"ok"_qs, u"plots"_qs, u"plots/loss.png"_qs}));
    QCOMPARE(unsafe.size(), 4);
    const int before = m_s3->server().count();
    for (const char* path : {"../../outside", "/absolute", "a//b", "./here"}) {
        QCOMPARE(fetch(path).error().code, ErrorCode::ArtifactOutside);
        const auto target = m_folder->filePath(u"sub/target"_qs).toStdString();
        QVERIFY(m_artifacts->download(owner(), path, target, m_progress, {}).failed());
    }
    QCOMPARE(m_s3->server().count(), before);
}

void TestS3Artifacts::publicBucketNeedsNoKeys() {
    use({}, false);
    QCOMPARE(m_artifacts->list(owner(), "", {}).error().code, ErrorCode::LoginNeeded);
    m_s3->isPublic = true;
    QCOMPARE(fetch("MLmodel").value(), std::string("flavors: {}\n"));
    QVERIFY(m_s3->server().requests().back().header("Authorization").empty());
}

void TestS3Artifacts::wrongKeys() {
    use({{"AWS_SECRET_ACCESS_KEY", "another"}});
    QCOMPARE(m_artifacts->list(owner(), "", {}).error().code, ErrorCode::LoginRefused);
    const auto refused = fetch("MLmodel");
    QCOMPARE(refused.error().code, ErrorCode::LoginRefused);
    for (const std::string& arg : refused.error().args)
        QVERIFY(arg.find("another") == std::string::npos && arg.find(KeyId) == std::string::npos);
}

void TestS3Artifacts::refusals_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("code");
    const auto row = [](int status, const char* fault, ErrorCode code) {
        QTest::newRow(fault) << status << QString::fromLatin1(fault) << static_cast<int>(code);
    };
    row(403, "AccessDenied", ErrorCode::Forbidden);
    row(403, "InvalidAccessKeyId", ErrorCode::LoginRefused);
    row(400, "ExpiredToken", ErrorCode::LoginRefused);
    row(404, "NoSuchKey", ErrorCode::ArtifactNotFound);
    row(404, "NoSuchBucket", ErrorCode::HttpStatus);
    row(503, "SlowDown", ErrorCode::ServerFault);
    row(500, "InternalError", ErrorCode::ServerFault);
}

void TestS3Artifacts::refusals() {
    QFETCH(const int, status);
    QFETCH(const QString, fault);
    QFETCH(const int, code);
    m_s3->next(S3Server::fault(status, fault.toStdString()));
    const auto refused = fetch("MLmodel");
    QVERIFY(refused.failed());
    QCOMPARE(static_cast<int>(refused.error().code), code);
    if (code == static_cast<int>(ErrorCode::Forbidden))
        QVERIFY(refused.error().args[1].find("AccessDenied") != std::string::npos);
    m_s3->next(S3Server::fault(status, fault.toStdString()));
    QCOMPARE(static_cast<int>(m_artifacts->list(owner(), "", {}).error().code), code);
}

void TestS3Artifacts::regionIsLearnt_data() {
    QTest::addColumn<bool>("byHeader");
    QTest::newRow("301 with a header") << true;
    QTest::newRow("400 with words") << false;
}

void TestS3Artifacts::regionIsLearnt() {
    QFETCH(const bool, byHeader);
    m_s3->region = "eu-central-1";
    if (byHeader)
        m_s3->next(
            S3Server::fault(301, "PermanentRedirect").with("x-amz-bucket-region", "eu-central-1"));
    QCOMPARE(names("plots"), QStringList{u"plots/loss.png"_qs});
    QCOMPARE(m_s3->server().count(), 2);
    QCOMPARE(fetch("MLmodel").value(), std::string("flavors: {}\n"));
    QCOMPARE(m_s3->server().count(), 3);  // it is remembered
}

void TestS3Artifacts::goesOnAfterACut() {
    const std::string bytes(300'000, 'm');
    m_s3->put("1/run/artifacts/model.bin", bytes + "end");
    m_s3->spoil([](HttpReply& reply) {
        reply.fault = tests::Fault::CutInBody;
        reply.faultAfter = 100'000;
    });
    QVERIFY(fetch("model.bin").failed());
    m_s3->spoil({});
    QCOMPARE(fetch("model.bin").value(), bytes + "end");
    const tests::HttpRequest last = m_s3->server().requests().back();
    QCOMPARE(last.header("Range"), std::string("bytes=100000-"));
    QVERIFY(!last.header("If-Range").empty());
}

/// The object was replaced between the cut and the second try.
void TestS3Artifacts::changedObjectIsFetchedWhole() {
    m_s3->put("1/run/artifacts/model.bin", std::string(300'000, 'a'));
    m_s3->spoil([](HttpReply& reply) {
        reply.fault = tests::Fault::CutInBody;
        reply.faultAfter = 100'000;
    });
    QVERIFY(fetch("model.bin").failed());
    m_s3->spoil({});
    m_s3->put("1/run/artifacts/model.bin", std::string(250'000, 'b'));
    QCOMPARE(fetch("model.bin").value(), std::string(250'000, 'b'));
}

/// Of the same size, so that only the mark in the listing tells.
void TestS3Artifacts::changedObjectIsFetchedAnew() {
    QCOMPARE(fetch("MLmodel").value(), std::string("flavors: {}\n"));
    m_s3->put("1/run/artifacts/MLmodel", "FLAVORS: {}\n");
    QCOMPARE(fetch("MLmodel").value(), std::string("flavors: {}\n"));
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    QCOMPARE(fetch("MLmodel").value(), std::string("FLAVORS: {}\n"));
}

void TestS3Artifacts::hugeObjectIsRefused() {
    m_s3->put("1/run/artifacts/model.bin", "x");
    m_s3->next(
        HttpReply::text("<ListBucketResult><Contents><Key>1/run/artifacts/model.bin</Key>"
                        "<Size>1000000000</Size></Contents></ListBucketResult>"));
    QVERIFY(m_artifacts->list(owner(), "", {}).ok());
    const int before = m_s3->server().count();
    const auto refused = fetch("model.bin", {}, 8'000'000);
    QCOMPARE(refused.error(),
             (Error{ErrorCode::ArtifactTooLarge, {"model.bin", "1000000000", "8000000"}}));
    QCOMPARE(m_s3->server().count(), before);
}

void TestS3Artifacts::cancelIsQuick() {
    m_s3->put("1/run/artifacts/model.bin", std::string(300'000, 'm'));
    m_s3->spoil([](HttpReply& reply) {
        reply.fault = tests::Fault::StopInBody;
        reply.faultAfter = 100'000;
    });
    std::stop_source stop;
    bool cancelled = false;
    std::thread job([&] { cancelled = fetch("model.bin", stop.get_token()).cancelled(); });
    QTRY_VERIFY(m_progress.done >= 100'000);
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    job.join();
    QVERIFY(cancelled);
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

namespace {

/// A tracking server without credentials for its own artifacts.
class PoorServer : public stores::Store, public stores::Remote {
public:
    [[nodiscard]] stores::StoreInfo info() const override { return {"rest", "http://lab", ""}; }
    [[nodiscard]] Remote* remote() override { return this; }
    [[nodiscard]] std::unique_ptr<stores::Watcher> watch(
        const std::vector<std::string>&) const override {
        return nullptr;
    }
    Result<void> read(const stores::ReadRequest&, const stores::Known&, stores::Sink&,
                      base::Progress&, std::stop_token) override {
        return {};
    }
    Result<void> histories(const stores::HistoryRequest&, const HistorySink&, base::Progress&,
                           std::stop_token) override {
        return {};
    }
    Result<stores::RunPage> searchRuns(const stores::RunSearch&, std::stop_token) override {
        return stores::RunPage{};
    }
    Result<std::vector<stores::RemoteFile>> listArtifacts(const stores::ArtifactOwner&,
                                                          const std::string&,
                                                          std::stop_token) override {
        return failure;
    }
    Result<stores::FetchedFile> fetchArtifact(const stores::ArtifactOwner&, const std::string&,
                                              const std::filesystem::path&, base::Progress&,
                                              std::stop_token) override {
        return failure;
    }
    Error failure{ErrorCode::ServerFault, {"http://lab/x", "500", "NoCredentialsError"}};
};

}  // namespace

void TestS3Artifacts::serverThatCannotIsPassedBy() {
    const auto poor = std::make_shared<PoorServer>();
    RemoteOwner whole = owner();
    whole.store = poor;
    QVERIFY(m_artifacts->list(whole, "", {}).ok());
    QVERIFY(m_artifacts->fetch(whole, "MLmodel", {}, m_progress, {}).ok());
    // What it says of the person counts; nobody goes behind its back.
    poor->failure = Error{ErrorCode::Forbidden, {"lab", "no"}};
    const int before = m_s3->server().count();
    QCOMPARE(m_artifacts->fetch(whole, "plots/loss.png", {}, m_progress, {}).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(m_s3->server().count(), before);
}

void TestS3Artifacts::pagesOfS3() {
    // As in the API reference's example of ListObjectsV2, with what real servers add.
    const auto page = artifacts::readS3Page(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x --><ListBucketResult "
        "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix/>"
        "<KeyCount>205</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>"
        "<Contents><Key>my &amp; &lt;image&gt; 1+1.jpg</Key>"
        "<LastModified>2009-10-12T17:50:30.000Z</LastModified>"
        "<ETag>\"fba9dede5f27731c9771645a39863328\"</ETag><Size>5000000000</Size>"
        "<Owner><ID>x</ID><DisplayName>Key</DisplayName></Owner></Contents>"
        "<CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>"
        "<NextContinuationToken>left over</NextContinuationToken></ListBucketResult>");
    QVERIFY(page);
    QCOMPARE(page->entries.size(), 2U);
    QCOMPARE(page->entries[0].path, std::string("my & <image> 1+1.jpg"));  // not encoded
    QCOMPARE(page->entries[0].size, 5'000'000'000);
    QCOMPARE(page->entries[1].path, std::string("a/"));
    QVERIFY(page->entries[1].isFolder);
    QVERIFY(page->continuation.empty());
    for (const char* broken : {"", "{}", "<html></html>", "<ListBucketResult><Contents>"})
        QVERIFY(!artifacts::readS3Page(broken));
}

void TestS3Artifacts::httpRootOfMlflow() {
    tests::HttpServer server([](const tests::HttpRequest& request) {
        if (request.path() == "/p/api/2.0/mlflow-artifacts/artifacts" &&
            request.parameter("path") == "1/run/artifacts/sub dir")
            return HttpReply::json(
                R"({"files":[{"path":"a b.txt","is_dir":false,"file_size":4},{"path":"x","is_dir":true},
                   {"path":"../up","is_dir":false}]})");
        if (request.target ==
            "/p/api/2.0/mlflow-artifacts/artifacts/1/run/artifacts/sub%20dir/a%20b.txt")
            return HttpReply::text("text");
        return HttpReply::text("no", 404);
    });
    const RemoteOwner whole =
        owner(server.url("/p/api/2.0/mlflow-artifacts/artifacts/1/run/artifacts"));
    const auto listing = m_artifacts->list(whole, "sub dir", {});
    QCOMPARE(listing.value().entries.size(), 3U);
    QCOMPARE(listing.value().entries[0].path, std::string("sub dir/x"));
    QVERIFY(listing.value().entries[1].problem);
    QCOMPARE(listing.value().entries[2].size, 4);
    QVERIFY(m_artifacts->fetch(whole, "sub dir/a b.txt", {}, m_progress, {}).ok());
    QCOMPARE(m_artifacts->fetch(whole, "gone", {}, m_progress, {}).error().code,
             ErrorCode::ArtifactNotFound);
}

void TestS3Artifacts::httpRootOfOthers() {
    tests::HttpServer server([](const tests::HttpRequest& request) {
        return request.target == "/files/run/a.txt" ? HttpReply::text("text")
                                                    : HttpReply::text("no", 404);
    });
    const RemoteOwner whole = owner(server.url("/files/run"));
    QCOMPARE(m_artifacts->list(whole, "", {}).error().code, ErrorCode::ArtifactUnreachable);
    QVERIFY(m_artifacts->fetch(whole, "a.txt", {}, m_progress, {}).ok());
}

/// A store that anybody may have written names the URL: it must not collect passwords.
void TestS3Artifacts::httpRootGetsNoForeignCredentials() {
    tests::HttpServer server([](const tests::HttpRequest&) { return HttpReply::text("text"); });
    use({{"MLFLOW_TRACKING_USERNAME", "me"},
         {"MLFLOW_TRACKING_PASSWORD", "secret"},
         {"MLFLOW_TRACKING_TOKEN", "token"},
         {"MLFLOW_WORKSPACE", "mine"}});
    QVERIFY(m_artifacts->fetch(owner(server.url("/x")), "a", {}, m_progress, {}).ok());
    for (const tests::HttpRequest& request : server.requests()) {
        QVERIFY(request.header("Authorization").empty());
        QVERIFY(request.header("X-MLFLOW-WORKSPACE").empty());
    }
}

QTEST_GUILESS_MAIN(TestS3Artifacts)
#include "tst_s3artifacts.moc"
