// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/remoteartifacts.h"
#include "stores/kinds/kinds.h"
#include "tests/support/databricksserver.h"
#include "tests/support/s3server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using artifacts::Listing;
using artifacts::RemoteArtifacts;
using artifacts::RemoteOwner;
using base::Error;
using base::ErrorCode;
using base::Result;

/// Files of versions in Unity Catalog which are in storage that the workspace gives keys to.
class TestVersionFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theyComeWithKeysOfTheServer();
    void theFilesApiIsAskedFirst();
    void otherCloudsAreTold();
    void keysThatTheStorageRefuses();

private:
    [[nodiscard]] RemoteOwner version(const std::string& number) const {
        return {m_source, "databricks://me", {{}, "models:/main.ml.churn/" + number, {}}, m_store};
    }
    Result<QByteArray> fetch(const std::string& number, const std::string& path) {
        const std::filesystem::path target = m_folder->filePath(u"file"_qs).toStdString();
        PODIUM_TRY(QByteArray,
                   m_artifacts->download(version(number), path, target, m_progress, {}));
        QFile file(QString::fromStdString(target.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    static QStringList names(const Listing& listing) {
        QStringList list;
        for (const artifacts::Entry& entry : listing.entries)
            list << QString::fromStdString(entry.path) + (entry.isFolder ? u"/"_qs : u""_qs);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::DatabricksServer> m_server;
    std::unique_ptr<tests::S3Server> m_s3;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<cache::Cache> m_cache;
    std::shared_ptr<stores::Store> m_store;
    std::unique_ptr<RemoteArtifacts> m_artifacts;
    base::SourceNo m_source;
    base::Progress m_progress;
};

void TestVersionFiles::init() {
    m_artifacts.reset();
    m_store.reset();
    m_cache.reset();
    m_client.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<tests::DatabricksServer>();
    m_s3 = std::make_unique<tests::S3Server>("lab");
    m_s3->put("churn/3/MLmodel", "version 3");
    m_s3->put("churn/3/data/model.pkl", "pickled");
    m_client = std::make_unique<http::HttpClient>();
    m_cache = cache::Cache::open(m_folder->filePath(u"cache.db"_qs).toStdString(), [] {
                  return base::Millis{1'700'000'000'000};
              }).value();
    const auto added = m_cache->writer().run([&](cache::Writer& writer) -> Result<void> {
        const auto source = writer.addSource("databricks", "databricks://me", "", "me", 1);
        PODIUM_TRY(void, source);
        m_source = source.value();
        return {};
    });
    QVERIFY(added.ok());
    // The person's own keys are for something else.
    stores::OpenContext context;
    context.client = m_client.get();
    context.environment =
        http::Environment::of({{"DATABRICKS_HOST", m_server->url()},
                               {"DATABRICKS_TOKEN", tests::DatabricksServer::Token},
                               {"MLFLOW_S3_ENDPOINT_URL", m_s3->url()},
                               {"AWS_ACCESS_KEY_ID", "AKIAOWN"},
                               {"AWS_SECRET_ACCESS_KEY", "own"}},
                              m_folder->path().toStdString());
    m_store = stores::openStore("databricks", context).value();
    m_artifacts = std::make_unique<RemoteArtifacts>(*m_cache, *m_client, context.environment);
}

void TestVersionFiles::theyComeWithKeysOfTheServer() {
    const auto root = m_artifacts->list(version("3"), "", {});
    QVERIFY2(root.ok(), root.failed() ? base::logLine(root.error()).c_str() : "");
    QCOMPARE(names(root.value()), (QStringList{u"data/"_qs, u"MLmodel"_qs}));
    QCOMPARE(fetch("3", "data/model.pkl").value(), QByteArray("pickled"));
    const auto data = m_artifacts->list(version("3"), "data", {});
    QCOMPARE(names(data.value()), QStringList{u"data/model.pkl"_qs});
    QCOMPARE(m_s3->server().count(), 3);
    for (const tests::HttpRequest& request : m_s3->server().requests()) {
        QCOMPARE(request.header("X-Amz-Security-Token"), std::string("session-8901"));
        QVERIFY(request.header("Authorization").find("AKIAIOSFODNN7EXAMPLE") != std::string::npos);
    }
    QCOMPARE(m_server->leaks(), 0);
    QCOMPARE(fetch("3", "none").error().code, ErrorCode::ArtifactNotFound);
}

void TestVersionFiles::theFilesApiIsAskedFirst() {
    const auto root = m_artifacts->list(version("2"), "", {});
    QCOMPARE(names(root.value()), (QStringList{u"code/"_qs, u"MLmodel"_qs}));
    QCOMPARE(fetch("2", "MLmodel").value(), QByteArray("version 2 of main.ml.churn"));
    QCOMPARE(names(m_artifacts->list(version("2"), "none", {}).value()), QStringList());
    QCOMPARE(fetch("2", "none").error().code, ErrorCode::ArtifactNotFound);
    QCOMPARE(m_server->asked("generate-temporary-credentials"), 0);
    QCOMPARE(m_s3->server().count(), 0);
}

void TestVersionFiles::otherCloudsAreTold() {
    const Error azure{ErrorCode::ArtifactUnreachable, {"abfss://ml@lab.dfs.core.windows.net/1"}};
    QCOMPARE(m_artifacts->list(version("1"), "", {}).error(), azure);
    QCOMPARE(fetch("1", "MLmodel").error(), azure);
    QCOMPARE(m_server->asked("generate-temporary-credentials"), 0);
}

void TestVersionFiles::keysThatTheStorageRefuses() {
    m_s3->secret = "another";
    QCOMPARE(m_artifacts->list(version("3"), "", {}).error(),
             (Error{ErrorCode::LoginRefused, {m_s3->url().substr(7)}}));
}

QTEST_GUILESS_MAIN(TestVersionFiles)
#include "tst_versionfiles.moc"
