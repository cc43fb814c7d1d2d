// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"
#include "stores/kinds/kinds.h"
#include "stores/remote.h"
#include "stores/rest/databricksartifacts.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/databricksserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorCode;
using base::Result;
using tests::DatabricksServer;
using tests::Fault;
using tests::HttpReply;
using tests::HttpRequest;
using Variables = std::map<std::string, std::string, std::less<>>;

Q_DECLARE_METATYPE(Variables)

/// Databricks as a source: who asks, what is read of both registries, and the ways of its files.
class TestDatabricks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logins_data();
    void logins();
    void aRefusedTokenIsRenewed_data();
    void aRefusedTokenIsRenewed();
    void aWrongLoginIsTold_data();
    void aWrongLoginIsTold();
    void experimentsAndRuns();
    void registries_data();
    void registries();
    void workspaceRegistry();
    void unityCatalog();
    void aWorkspaceWithoutCatalogIsNoFault();
    void places_data();
    void places();
    void trackedFilesAreListed();
    void trackedFilesComeByLinks();
    void aLinkThatHasExpiredIsAskedForAnew();
    void aDownloadGoesOnWithAnotherLink();
    void whatTheStorageRefuses();
    void filesThatAreNotThere_data();
    void filesThatAreNotThere();
    void filesOfALoggedModel();
    void filesOfVersions_data();
    void filesOfVersions();
    void aVersionThatTheFilesApiHasNot();
    void volumes();
    void filesMayComeFromTheStorage();
    void plainDbfs();
    void elsewhereIsNotAskedOfTheWorkspace();
    void aLinkInABrokenAnswerIsNotTold();

private:
    Result<std::unique_ptr<stores::Store>> opened(const std::string& uri, Variables variables = {},
                                                  const std::string& registry = {}) {
        stores::OpenContext context;
        context.client = m_client.get();
        context.environment =
            http::Environment::of(std::move(variables), m_folder->path().toStdString());
        context.settings.registryUri = registry;
        context.patience = {5ms, 20ms, 100ms};
        return stores::openStore(uri, context);
    }
    Result<void> readAll(stores::Store& store) {
        base::Progress progress;
        return store.read({}, *m_sink, *m_sink, progress, {});
    }
    Result<void> readAll(const std::string& uri, Variables variables = {},
                         const std::string& registry = {}) {
        const auto store = opened(uri, std::move(variables), registry);
        PODIUM_TRY(void, store);
        return readAll(*store.value());
    }
    static stores::ArtifactOwner run(const std::string& id, const std::string& root) {
        return {id, {}, "dbfs:" + root};
    }
    static stores::ArtifactOwner tracked() { return run("tracked", tests::TrackedRoot); }
    QStringList listed(const stores::ArtifactOwner& owner, const std::string& folder = {}) {
        const auto store = opened("databricks://me");
        const auto files = store.value()->remote()->listArtifacts(owner, folder, {});
        if (!files.ok())
            return {QString::fromStdString(files.failed() ? base::logLine(files.error()) : "")};
        QStringList lines;
        for (const stores::RemoteFile& file : files.value())
            lines << QString::fromStdString(file.path) +
                         (file.isFolder ? u"/"_qs : u' ' + QString::number(file.size.value_or(-1)));
        return lines;
    }
    Result<std::string> fetched(const stores::ArtifactOwner& owner, const std::string& path) {
        const auto store = opened("databricks://me");
        const QString target = m_folder->filePath(u"file"_qs);
        const Result<stores::FetchedFile> file = store.value()->remote()->fetchArtifact(
            owner, path, target.toStdString(), m_progress, {});
        PODIUM_TRY(std::string, file);
        QFile stored(target);
        if (!stored.open(QIODevice::ReadOnly))
            return Error{ErrorCode::PathNotFound, {path}};
        const QByteArray bytes = stored.readAll();
        if (bytes.size() != file.value().size)
            return Error{ErrorCode::Internal, {"size"}};
        return bytes.toStdString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DatabricksServer> m_server;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<tests::RecordingSink> m_sink;
    base::Progress m_progress;
};

void TestDatabricks::init() {
    m_client.reset();
    m_server = std::make_unique<DatabricksServer>();
    http::HttpClient::Options options;
    options.retries.maxRetries = 2;
    options.retries.firstDelay = 1ms;
    options.retries.longestDelay = 5ms;
    m_client = std::make_unique<http::HttpClient>(std::move(options));
    m_folder = std::make_unique<QTemporaryDir>();
    m_sink = std::make_unique<tests::RecordingSink>();
    QFile file(m_folder->filePath(u".databrickscfg"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray host = QByteArray::fromStdString(m_server->url());
    file.write("[__settings__]\ndefault_profile = robot\n[me]\nhost = " + host +
               "/\ntoken = dapi-0123\nworkspace_id = 4711\n[robot]\nhost = " + host +
               "\nclient_id = robot\nclient_secret = dose-4567\n[thief]\nhost = " + host +
               "\ntoken = dapi-stolen\n[wrong robot]\nhost = " + host +
               "\nclient_id = robot\nclient_secret = guess\n");
}

void TestDatabricks::logins_data() {
    QTest::addColumn<QString>("uri");
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("workspace");
    QTest::newRow("token of a profile")
        << u"databricks://me"_qs << Variables() << u"Bearer dapi-0123"_qs << u"4711"_qs;
    QTest::newRow("OAuth of a profile")
        << u"databricks://robot"_qs << Variables() << u"Bearer oauth-1"_qs << QString();
    QTest::newRow("the default profile")
        << u"databricks"_qs << Variables() << u"Bearer oauth-1"_qs << QString();
    QTest::newRow("profile by variable")
        << u"databricks-uc"_qs << Variables{{"DATABRICKS_CONFIG_PROFILE", "me"}}
        << u"Bearer dapi-0123"_qs << u"4711"_qs;
    QTest::newRow("token by variables") << u"databricks"_qs
                                        << Variables{{"DATABRICKS_HOST", "HOST"},
                                                     {"DATABRICKS_TOKEN", "dapi-0123"},
                                                     {"DATABRICKS_WORKSPACE_ID", "12"}}
                                        << u"Bearer dapi-0123"_qs << u"12"_qs;
    QTest::newRow("OAuth by variables") << u"databricks"_qs
                                        << Variables{{"DATABRICKS_HOST", "HOST"},
                                                     {"DATABRICKS_CLIENT_ID", "robot"},
                                                     {"DATABRICKS_CLIENT_SECRET", "dose-4567"}}
                                        << u"Bearer oauth-1"_qs << QString();
}

void TestDatabricks::logins() {
    QFETCH(const QString, uri);
    QFETCH(Variables, variables);
    QFETCH(const QString, login);
    QFETCH(const QString, workspace);
    if (variables.contains("DATABRICKS_HOST"))
        variables["DATABRICKS_HOST"] = m_server->url();
    const Result<void> read = readAll(uri.toStdString(), variables);
    QVERIFY2(read.ok(), read.failed() ? base::logLine(read.error()).c_str() : "");
    QCOMPARE(m_sink->runs.size(), 4U);
    int asked = 0;
    for (const HttpRequest& request : m_server->workspace().requests()) {
        if (request.path() == "/oidc/v1/token")
            continue;
        ++asked;
        QCOMPARE(QString::fromStdString(request.header("Authorization")), login);
        QCOMPARE(QString::fromStdString(request.header("X-Databricks-Workspace-Id")), workspace);
    }
    QVERIFY(asked > 3);
    // One token for all, though several threads ask.
    QCOMPARE(m_server->tokensGiven(), login.contains(u"oauth"_qs) ? 1 : 0);
    QCOMPARE(m_server->leaks(), 0);
}

void TestDatabricks::aRefusedTokenIsRenewed_data() {
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403, as Databricks says it") << 403;
}

void TestDatabricks::aRefusedTokenIsRenewed() {
    QFETCH(const int, status);
    const auto store = opened("databricks://robot");
    QVERIFY(readAll(*store.value()).ok());
    m_server->revokeTokens(status);
    m_sink->startAnew();
    const Result<void> again = readAll(*store.value());
    QVERIFY2(again.ok(), again.failed() ? base::logLine(again.error()).c_str() : "");
    QCOMPARE(m_sink->problems.size(), 1U);  // main.ml.secret may not be read
    QVERIFY(m_server->tokensGiven() >= 2);
    const auto last = m_server->workspace().requests().back();
    QCOMPARE(last.header("Authorization"),
             "Bearer oauth-" + std::to_string(m_server->tokensGiven()));
    // Files are asked for with the new one, too.
    m_server->revokeTokens(status);
    const QString target = m_folder->filePath(u"file"_qs);
    QVERIFY(store.value()
                ->remote()
                ->fetchArtifact(tracked(), "MLmodel", target.toStdString(), m_progress, {})
                .ok());
}

void TestDatabricks::aWrongLoginIsTold_data() {
    QTest::addColumn<QString>("uri");
    QTest::addColumn<int>("status");
    QTest::newRow("token, 401") << u"databricks://thief"_qs << 401;
    QTest::newRow("token, 403") << u"databricks://thief"_qs << 403;
    QTest::newRow("OAuth") << u"databricks://wrong robot"_qs << 401;
}

void TestDatabricks::aWrongLoginIsTold() {
    QFETCH(const QString, uri);
    QFETCH(const int, status);
    m_server->revokeTokens(status);
    const Result<void> read = readAll(uri.toStdString());
    QVERIFY(read.failed());
    QCOMPARE(read.error(),
             (Error{ErrorCode::LoginRefused, {m_server->url().substr(7)}}));  // host and port
    QCOMPARE(m_server->workspace().count(), 1);  // asking again would change nothing
}

void TestDatabricks::experimentsAndRuns() {
    QVERIFY(readAll("databricks://me").ok());
    QCOMPARE(m_sink->experiments.size(), 2U);
    const domain::Experiment& churn = m_sink->experiments.at("1117");
    QCOMPARE(churn.name, std::string("/Users/me@example.org/churn"));
    QCOMPARE(churn.artifactLocation, std::string("dbfs:/databricks/mlflow-tracking/1117"));
    const domain::Run& run = m_sink->runs.at("tracked");
    QCOMPARE(run.experimentId, std::string("1117"));
    QCOMPARE(run.artifactUri, std::string("dbfs:") + tests::TrackedRoot);
    QCOMPARE(run.userId, std::string("me@example.org"));
    QCOMPARE(run.endTime.value(), 1700000060000);  // a text in the answer
    QCOMPARE(run.metrics.at(0).points.at(0).step, 7);
    QCOMPARE(m_sink->runs.at("volume").experimentId, std::string("2228"));
}

void TestDatabricks::registries_data() {
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<bool>("workspace");
    QTest::addColumn<bool>("catalog");
    const QString me = u"databricks://me"_qs;
    const QString catalog = u"databricks-uc"_qs;
    QTest::newRow("nothing said") << me << QString() << QString() << true << true;
    QTest::newRow("the source") << u"databricks-uc://me"_qs << QString() << QString() << false
                                << true;
    QTest::newRow("setting: catalog") << me << catalog << QString() << false << true;
    QTest::newRow("setting: workspace") << me << u"databricks"_qs << QString() << true << false;
    QTest::newRow("variable: catalog")
        << me << QString() << u"databricks-uc://me"_qs << false << true;
    QTest::newRow("variable: workspace") << me << QString() << me << true << false;
    QTest::newRow("setting before variable") << me << u"databricks"_qs << catalog << true << false;
}

void TestDatabricks::registries() {
    QFETCH(const QString, uri);
    QFETCH(const QString, setting);
    QFETCH(const QString, variable);
    QFETCH(const bool, workspace);
    QFETCH(const bool, catalog);
    QVERIFY(readAll(uri.toStdString(), {{"MLFLOW_REGISTRY_URI", variable.toStdString()}},
                    setting.toStdString())
                .ok());
    QCOMPARE(m_sink->registeredModels.contains("churn"), workspace);
    QCOMPARE(m_sink->registeredModels.contains("main.ml.churn"), catalog);
    QCOMPARE(m_server->asked("/2.0/mlflow/registered-models/search") > 0, workspace);
    QCOMPARE(m_server->asked("/unity-catalog/registered-models/search") > 0, catalog);
}

void TestDatabricks::workspaceRegistry() {
    QVERIFY(readAll("databricks://me", {}, "databricks").ok());
    QCOMPARE(m_sink->registeredModels.at("churn").description, std::string("who leaves"));
    QCOMPARE(m_sink->versions.size(), 2U);
    const domain::ModelVersion& first = m_sink->versions.at("churn v1");
    QCOMPARE(first.stage, std::string("Archived"));
    QCOMPARE(first.runId, std::string("tracked"));
    QCOMPARE(first.tags.at(0).value, std::string("classification"));
    const domain::ModelVersion& second = m_sink->versions.at("churn v2");
    QCOMPARE(second.stage, std::string("Production"));
    QCOMPARE(second.description, std::string("better"));
    QCOMPARE(second.runLink, std::string("https://other.example/#mlflow/experiments/1/runs/2"));
    QCOMPARE(m_sink->problemLines(), std::vector<std::string>());
}

void TestDatabricks::unityCatalog() {
    QVERIFY(readAll("databricks-uc://me").ok());
    QCOMPARE(m_sink->registeredModels.size(), 3U);
    const domain::RegisteredModel& churn = m_sink->registeredModels.at("main.ml.churn");
    QCOMPARE(churn.description, std::string("who leaves"));
    QCOMPARE(churn.creationTime.value(), 1700000000000);
    QCOMPARE(churn.aliases.size(), 1U);
    QCOMPARE(churn.aliases[0].alias, std::string("champion"));
    QCOMPARE(churn.aliases[0].version, 2);
    QCOMPARE(churn.tags.at(0).value, std::string("growth"));
    QVERIFY(m_sink->registeredModels.contains("main.ml.it's"));
    QCOMPARE(m_sink->versions.size(), 3U);  // of two pages
    const domain::ModelVersion& first = m_sink->versions.at("main.ml.churn v1");
    QCOMPARE(first.stage, std::string("None"));  // there are none
    QCOMPARE(first.status, std::string("FAILED_REGISTRATION"));
    const domain::ModelVersion& second = m_sink->versions.at("main.ml.churn v2");
    QCOMPARE(second.tags.at(0).value, std::string("v2"));  // searches tell no tags
    QCOMPARE(second.runId, std::string("tracked"));
    QCOMPARE(second.storageLocation, std::string("abfss://ml@lab.dfs.core.windows.net/models/2"));
    // A model that may be listed but not looked at is there, and is a problem.
    QCOMPARE(m_sink->registeredModels.at("main.ml.secret").description,
             std::string("seen from afar"));
    QCOMPARE(m_sink->problems.size(), 1U);
    QCOMPARE(m_sink->problems[0].error.code, ErrorCode::Forbidden);
    QVERIFY(m_sink->problems[0].error.args[1].find("main.ml.secret") != std::string::npos);
}

void TestDatabricks::aWorkspaceWithoutCatalogIsNoFault() {
    m_server->withoutCatalog();
    QVERIFY(readAll("databricks://me").ok());
    QCOMPARE(m_sink->versions.size(), 2U);
    QCOMPARE(m_sink->problemLines(), std::vector<std::string>());
}

void TestDatabricks::places_data() {
    QTest::addColumn<QString>("uri");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    using Kind = stores::DatabricksPlace::Kind;
    const auto row = [](const char* uri, Kind kind, const char* path) {
        QTest::newRow(uri) << QString::fromUtf8(uri) << static_cast<int>(kind)
                           << QString::fromUtf8(path);
    };
    row("dbfs:/databricks/mlflow-tracking/1/r/artifacts", Kind::Tracking,
        "/databricks/mlflow-tracking/1/r/artifacts");
    row("dbfs:///databricks/mlflow-tracking/1/r/", Kind::Tracking,
        "/databricks/mlflow-tracking/1/r");
    row("dbfs://prod@databricks/databricks/mlflow-tracking/1/r", Kind::Tracking,
        "/databricks/mlflow-tracking/1/r");
    row("dbfs://databricks/Volumes/a/b/c/d", Kind::Volume, "/Volumes/a/b/c/d");
    row("dbfs:/Volumes/a/b/c/d", Kind::Volume, "/Volumes/a/b/c/d");
    row("/Volumes/a/b/c/d", Kind::Volume, "/Volumes/a/b/c/d");
    row("dbfs:/databricks/mlflow/1/r/artifacts", Kind::Dbfs, "/databricks/mlflow/1/r/artifacts");
    row("dbfs:/databricks/mlflow-tracking-old/1", Kind::Dbfs, "/databricks/mlflow-tracking-old/1");
    row("/dbfs/FileStore/x", Kind::Dbfs, "/FileStore/x");
    row("dbfs://evil.example/x", Kind::Elsewhere, "");
    row("dbfs:x", Kind::Elsewhere, "");
    row("s3://bucket/x", Kind::Elsewhere, "");
    row("abfss://fs@lab.dfs.core.windows.net/x", Kind::Elsewhere, "");
    row("/home/me/mlruns/1/r/artifacts", Kind::Elsewhere, "");
    row("", Kind::Elsewhere, "");
}

void TestDatabricks::places() {
    QFETCH(const QString, uri);
    QFETCH(const int, kind);
    QFETCH(const QString, path);
    const stores::DatabricksPlace place = stores::databricksPlace(uri.toStdString());
    QCOMPARE(static_cast<int>(place.kind), kind);
    QCOMPARE(QString::fromStdString(place.path), path);
}

void TestDatabricks::trackedFilesAreListed() {
    QCOMPARE(listed(tracked()), (QStringList{u"MLmodel 12"_qs, u"plots/"_qs}));
    QCOMPARE(
        listed(tracked(), "plots"),  // two pages; a size of zero is left out by the server
        (QStringList{u"plots/a b+c%é.txt 4"_qs, u"plots/loss.png 9"_qs, u"plots/roc.png 0"_qs}));
    QCOMPARE(listed(tracked(), "MLmodel"), QStringList());  // a file is no folder
    QCOMPARE(listed(tracked(), "nothing"), QStringList());
}

void TestDatabricks::trackedFilesComeByLinks() {
    QCOMPARE(fetched(tracked(), "plots/a b+c%é.txt").value(), std::string("odd\n"));
    QCOMPARE(m_progress.done.load(), 4);
    QCOMPARE(fetched(tracked(), "plots/roc.png").value(), std::string());
    // The storage checks that it gets what it signed; the login stays with the workspace.
    QCOMPARE(m_server->storage().count(), 2);
    QCOMPARE(m_server->leaks(), 0);
    QCOMPARE(m_server->asked("get-artifact"), 0);
}

void TestDatabricks::aLinkThatHasExpiredIsAskedForAnew() {
    m_server->expireLinks(1);
    QCOMPARE(fetched(tracked(), "MLmodel").value(), std::string("flavors: {}\n"));
    QCOMPARE(m_server->asked("credentials-for-read"), 2);
    m_server->expireLinks(100);
    const auto never = fetched(tracked(), "MLmodel");
    QCOMPARE(never.error(), (Error{ErrorCode::Forbidden,
                                   {m_server->storage().url().substr(7), "Request has expired"}}));
    QVERIFY(m_server->asked("credentials-for-read") < 10);
}

/// A large file takes longer than a link lives.
void TestDatabricks::aDownloadGoesOnWithAnotherLink() {
    std::string large(300'000, 'x');
    large.replace(200'000, 3, "END");
    m_server->put(std::string(tests::TrackedRoot) + "/large.bin", large);
    int asked = 0;
    m_server->setStorageFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        ++asked;
        if (asked == 1) {
            HttpReply cut = HttpReply::text(large, 200).with("ETag", "\"tag\"");
            cut.fault = Fault::CutInBody;
            cut.faultAfter = 150'000;
            return cut;
        }
        if (request.target.find("&n=1") != std::string::npos)
            return HttpReply::text("<Error><Code>ExpiredToken</Code></Error>", 400);
        return std::nullopt;
    });
    QVERIFY(fetched(tracked(), "large.bin").value() == large);
    const auto requests = m_server->storage().requests();
    QVERIFY(requests.back().header("Range").starts_with("bytes="));
    QVERIFY(requests.back().header("Range") != "bytes=0-");
    QCOMPARE(m_server->asked("credentials-for-read"), 2);
}

void TestDatabricks::whatTheStorageRefuses() {
    m_server->setStorageFault([](const HttpRequest&) {
        return HttpReply::text(
            "\xef\xbb\xbf<?xml version=\"1.0\"?><Error><Code>AuthorizationFailure</Code>"
            "<Message>This request is not authorized to perform this operation.\nRequestId:1"
            "</Message></Error>",
            403);
    });
    const auto refused = fetched(tracked(), "MLmodel");
    QCOMPARE(refused.error(),
             (Error{ErrorCode::Forbidden,
                    {m_server->storage().url().substr(7),
                     "This request is not authorized to perform this operation. RequestId:1"}}));
    m_server->setStorageFault([](const HttpRequest&) { return HttpReply::text("no", 507); });
    const auto full = fetched(tracked(), "MLmodel");
    QCOMPARE(full.error().code, ErrorCode::ServerFault);
    // The link is a secret: its signature is told nowhere.
    for (const std::string& arg : full.error().args)
        QVERIFY2(arg.find("%2Bb%3D") == std::string::npos, arg.c_str());
}

void TestDatabricks::filesThatAreNotThere_data() {
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("root");
    QTest::newRow("tracked") << u"tracked"_qs << QString::fromUtf8(tests::TrackedRoot);
    QTest::newRow("volume") << u"volume"_qs << QString::fromUtf8(tests::VolumeRoot);
    QTest::newRow("plain") << u"plain"_qs << QString::fromUtf8(tests::PlainRoot);
}

void TestDatabricks::filesThatAreNotThere() {
    QFETCH(const QString, run);
    QFETCH(const QString, root);
    const stores::ArtifactOwner owner{run.toStdString(), {}, "dbfs:" + root.toStdString()};
    QCOMPARE(fetched(owner, "no/such.txt").error(),
             (Error{ErrorCode::ArtifactNotFound, {run.toStdString(), "no/such.txt"}}));
    QCOMPARE(fetched(owner, "../x").error().code, ErrorCode::ArtifactOutside);
    QCOMPARE(listed(owner, "no"), QStringList());
}

void TestDatabricks::filesOfALoggedModel() {
    const stores::ArtifactOwner owner{{}, "m-1", std::string("dbfs:") + tests::ModelRoot};
    QCOMPARE(listed(owner), QStringList{u"model.pkl 7"_qs});
    QCOMPARE(fetched(owner, "model.pkl").value(), std::string("pickled"));
    QCOMPARE(m_server->leaks(), 0);
}

void TestDatabricks::filesOfVersions_data() {
    QTest::addColumn<QString>("version");
    QTest::addColumn<QStringList>("root");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("below");
    QTest::addColumn<QString>("content");
    QTest::newRow("workspace") << u"models:/churn/2"_qs
                               << QStringList{u"MLmodel 18"_qs, u"data/"_qs} << u"data"_qs
                               << QStringList{u"data/model.pkl 7"_qs} << u"version 2 of churn"_qs;
    QTest::newRow("Unity Catalog")
        << u"models:/main.ml.churn/2"_qs << QStringList{u"MLmodel 26"_qs, u"code/"_qs} << u"code"_qs
        << QStringList{u"code/a b.py 5"_qs} << u"version 2 of main.ml.churn"_qs;
}

void TestDatabricks::filesOfVersions() {
    QFETCH(const QString, version);
    QFETCH(const QStringList, root);
    QFETCH(const QString, folder);
    QFETCH(const QStringList, below);
    QFETCH(const QString, content);
    const stores::ArtifactOwner owner{{}, version.toStdString(), {}};
    QCOMPARE(listed(owner), root);
    QCOMPARE(listed(owner, folder.toStdString()), below);
    QCOMPARE(listed(owner, "MLmodel"), QStringList());
    QCOMPARE(fetched(owner, "MLmodel").value(), content.toStdString());
    QCOMPARE(m_server->storage().count(), 1);
    m_server->expireLinks(1);
    QCOMPARE(fetched(owner, "MLmodel").value(), content.toStdString());
    QCOMPARE(m_server->leaks(), 0);
    QCOMPARE(fetched(owner, "none").error(),
             (Error{ErrorCode::ArtifactNotFound, {version.toStdString(), "none"}}));
}

/// Of a catalog that keeps its files in the customer's own storage.
void TestDatabricks::aVersionThatTheFilesApiHasNot() {
    const stores::ArtifactOwner owner{{}, "models:/main.ml.churn/1", {}};
    const auto store = opened("databricks://me");
    const auto files = store.value()->remote()->listArtifacts(owner, {}, {});
    QCOMPARE(files.error(), (Error{ErrorCode::ArtifactUnreachable, {"models:/main.ml.churn/1"}}));
}

void TestDatabricks::volumes() {
    const auto owner = run("volume", tests::VolumeRoot);
    QCOMPARE(listed(owner),  // two pages
             (QStringList{u"a b%.txt 11"_qs, u"model/"_qs, u"z.txt 0"_qs}));
    QCOMPARE(listed(owner, "model"), QStringList{u"model/MLmodel 12"_qs});
    QCOMPARE(fetched(owner, "a b%.txt").value(), std::string("in a volume"));
    QCOMPARE(fetched(owner, "model/MLmodel").value(), std::string("flavors: {}\n"));
    QCOMPARE(fetched(owner, "z.txt").value(), std::string());
    // Before the first artifact of a run there is no folder.
    QCOMPARE(listed(run("other", "/Volumes/main/ml/runs/other/artifacts")), QStringList());
    QCOMPARE(m_server->storage().count(), 0);
}

void TestDatabricks::filesMayComeFromTheStorage() {
    m_server->redirectFiles(true);
    QCOMPARE(fetched(run("volume", tests::VolumeRoot), "z.txt").value(),
             std::string("from the storage"));
    QCOMPARE(m_server->storage().count(), 1);
    QCOMPARE(m_server->leaks(), 0);
}

void TestDatabricks::plainDbfs() {
    const auto owner = run("plain", tests::PlainRoot);
    QCOMPARE(listed(owner), QStringList{u"old/"_qs});
    QCOMPARE(listed(owner, "old"), QStringList{u"old/notes 1.txt 5"_qs});
    QCOMPARE(listed(owner, "old/notes 1.txt"), QStringList());
    QCOMPARE(fetched(owner, "old/notes 1.txt").value(), std::string("plain"));
}

/// The workspace answers any path that it does not know with its web page.
void TestDatabricks::elsewhereIsNotAskedOfTheWorkspace() {
    const stores::ArtifactOwner owner{"bucket", {}, "s3://lab/bucket/artifacts"};
    QCOMPARE(fetched(owner, "MLmodel").error(),
             (Error{ErrorCode::ArtifactUnreachable, {"s3://lab/bucket/artifacts"}}));
    QCOMPARE(m_server->asked("get-artifact"), 0);
}

void TestDatabricks::aLinkInABrokenAnswerIsNotTold() {
    m_server->workspace().setHandler([](const HttpRequest& request) {
        if (request.path().ends_with("experiments/search"))
            return HttpReply::json("{}");
        return HttpReply::json(R"({"credential_infos": [{"signed_uri": "https://x/?sig=geheim)");
    });
    const auto broken = fetched(tracked(), "MLmodel");
    QCOMPARE(broken.error().code, ErrorCode::AnswerInvalid);
    for (const std::string& arg : broken.error().args)
        QVERIFY2(arg.find("geheim") == std::string::npos, arg.c_str());
}

QTEST_GUILESS_MAIN(TestDatabricks)
#include "tst_databricks.moc"
