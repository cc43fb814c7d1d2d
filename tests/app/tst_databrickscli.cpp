// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/databricksserver.h"
#include "tests/support/s3server.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using tests::DatabricksServer;

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

}  // namespace

/// The real program on a Databricks workspace, which it finds by ~/.databrickscfg.
class TestDatabricksCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsRead();
    void oneRegistryByVariable();
    void oauthOfVariables();
    void modelsOfUnityCatalog();
    void artifactsAreListedAndDownloaded();
    void artifactsOfAVolume();
    void filesOfAVersion_data();
    void filesOfAVersion();
    void versionsInS3ComeWithKeysOfTheServer();
    void versionsInOtherCloudsAreTold();
    void missingProfiles_data();
    void missingProfiles();
    void aWrongTokenIsTold();
    void secretsAreKeptNowhere();

private:
    [[nodiscard]] QString path(const char* name) const {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] Answer podium(const QString& arguments) const {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(PODIUM_PROGRAM), arguments.split(u' '));
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    void set(const char* name, const QString& value) {
        m_environment.insert(QString::fromUtf8(name), value);
    }
    [[nodiscard]] QByteArray content(const QString& name) const {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DatabricksServer> m_server;
    QProcessEnvironment m_environment;
};

void TestDatabricksCli::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<DatabricksServer>();
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : m_environment.keys()) {
        if (name.startsWith(QLatin1String("DATABRICKS_")) ||
            name.startsWith(QLatin1String("MLFLOW_")) || name.startsWith(QLatin1String("AWS_")))
            m_environment.remove(name);
    }
    set("LC_ALL", u"C.UTF-8"_qs);
    set("HOME", m_folder->path());
    set("XDG_DATA_HOME", path("data"));
    QFile file(path(".databrickscfg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray host = QByteArray::fromStdString(m_server->url());
    file.write("[prod]\nhost = " + host + "\ntoken = dapi-0123\n[robot]\nhost = " + host +
               "\nclient_id = robot\nclient_secret = dose-4567\n[old]\nhost = " + host +
               "\ntoken = dapi-9999\n");
}

void TestDatabricksCli::everythingIsRead() {
    const Answer answer = podium(u"sync databricks://prod --json"_qs);
    // One model of the catalog may not be looked at, which is told.
    QVERIFY2(answer.code == 1, qPrintable(answer.err));
    QVERIFY2(answer.err.isEmpty() || answer.err.contains(u"main.ml.secret"_qs),
             qPrintable(answer.err));
    const QJsonObject figures = QJsonDocument::fromJson(answer.out.toUtf8()).object();
    QCOMPARE(figures[u"experiments"_qs].toInt(), 2);
    QCOMPARE(figures[u"runs"_qs].toInt(), 4);
    const Answer problems = podium(u"problems databricks://prod"_qs);
    QVERIFY2(problems.out.contains(u"main.ml.secret"_qs), qPrintable(problems.out));
    QCOMPARE(podium(u"runs databricks://prod --experiment 1117 --format ids"_qs).out,
             u"tracked\n"_qs);
}

void TestDatabricksCli::oneRegistryByVariable() {
    set("MLFLOW_REGISTRY_URI", u"databricks"_qs);
    const Answer answer = podium(u"sync databricks://prod"_qs);
    QVERIFY2(answer.code == 0, qPrintable(answer.err));
    const Answer models = podium(u"models databricks://prod"_qs);
    QVERIFY2(models.out.contains(u"Production"_qs), qPrintable(models.out));
    QVERIFY(!models.out.contains(u"main.ml"_qs));
}

void TestDatabricksCli::oauthOfVariables() {
    QVERIFY(QFile::remove(path(".databrickscfg")));
    set("DATABRICKS_HOST", QString::fromStdString(m_server->url()));
    set("DATABRICKS_CLIENT_ID", u"robot"_qs);
    set("DATABRICKS_CLIENT_SECRET", u"dose-4567"_qs);
    const Answer answer = podium(u"runs databricks --experiment 1117 --format ids"_qs);
    QCOMPARE(answer.out, u"tracked\n"_qs);
    QCOMPARE(m_server->leaks(), 0);
}

void TestDatabricksCli::modelsOfUnityCatalog() {
    const Answer answer = podium(u"models databricks-uc://robot main.ml.churn"_qs);
    QVERIFY2(answer.out.contains(u"champion"_qs), qPrintable(answer.out + answer.err));
    QVERIFY(!answer.out.contains(u"Production"_qs));
}

void TestDatabricksCli::artifactsAreListedAndDownloaded() {
    const Answer listed = podium(u"artifacts databricks://robot tracked"_qs);
    QCOMPARE(listed.out,
             u"12\tMLmodel\n-\tplots/\n4\tplots/a b+c%é.txt\n9\tplots/loss.png\n"
             "0\tplots/roc.png\n"_qs);
    const Answer copied =
        podium(u"artifacts databricks://robot tracked --download "_qs + path("out"));
    QCOMPARE(copied.out, u"4\n"_qs);
    QCOMPARE(content(path("out/plots/a b+c%é.txt")), QByteArray("odd\n"));
    QCOMPARE(content(path("out/plots/roc.png")), QByteArray());
    QCOMPARE(m_server->storage().count(), 4);
    QCOMPARE(m_server->leaks(), 0);
}

void TestDatabricksCli::artifactsOfAVolume() {
    const Answer copied =
        podium(u"artifacts databricks://prod volume model --download "_qs + path("out"));
    QCOMPARE(copied.out, u"1\n"_qs);
    QCOMPARE(content(path("out/model/MLmodel")), QByteArray("flavors: {}\n"));
}

void TestDatabricksCli::filesOfAVersion_data() {
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("workspace") << u"models:/churn/2"_qs << QByteArray("version 2 of churn");
    QTest::newRow("Unity Catalog")
        << u"models:/main.ml.churn/2"_qs << QByteArray("version 2 of main.ml.churn");
    QTest::newRow("by its alias") << u"models:/main.ml.churn@champion"_qs
                                  << QByteArray("version 2 of main.ml.churn");
}

void TestDatabricksCli::filesOfAVersion() {
    QFETCH(const QString, version);
    QFETCH(const QByteArray, content);
    const QString command = u"artifacts databricks://prod %1 MLmodel"_qs.arg(version);
    QCOMPARE(podium(command).out, u"%1\tMLmodel\n"_qs.arg(content.size()));
    QCOMPARE(podium(QString(command + u" --download "_qs + path("out"))).out, u"1\n"_qs);
    QCOMPARE(this->content(path("out/MLmodel")), content);
    const Answer none = podium(u"artifacts databricks://prod models:/churn/9"_qs);
    QCOMPARE(none.code, 2);
    QVERIFY2(none.err.contains(u"models:/churn/9"_qs), qPrintable(none.err));
}

void TestDatabricksCli::versionsInS3ComeWithKeysOfTheServer() {
    tests::S3Server s3("lab");  // believes no signature that it has not reckoned itself
    s3.put("churn/3/MLmodel", "version 3");
    s3.put("churn/3/data/model.pkl", "pickled");
    set("MLFLOW_S3_ENDPOINT_URL", QString::fromStdString(s3.url()));
    // The person's own keys are for something else.
    set("AWS_ACCESS_KEY_ID", u"AKIAOWN"_qs);
    set("AWS_SECRET_ACCESS_KEY", u"own"_qs);
    const QString command = u"artifacts databricks://prod models:/main.ml.churn/3"_qs;
    QCOMPARE(podium(command).out, u"9\tMLmodel\n-\tdata/\n7\tdata/model.pkl\n"_qs);
    QCOMPARE(podium(QString(command + u" --download "_qs + path("out"))).out, u"2\n"_qs);
    QCOMPARE(content(path("out/data/model.pkl")), QByteArray("pickled"));
    for (const tests::HttpRequest& request : s3.server().requests()) {
        QCOMPARE(request.header("X-Amz-Security-Token"), std::string("session-8901"));
        QVERIFY(request.header("Authorization").find("dapi") == std::string::npos);
    }
    QVERIFY(!content(path("data/podium/cache.db")).contains("session-8901"));
}

void TestDatabricksCli::versionsInOtherCloudsAreTold() {
    const Answer answer = podium(u"artifacts databricks://prod models:/main.ml.churn/1"_qs);
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.err.contains(u"abfss://ml@lab.dfs.core.windows.net/1"_qs),
             qPrintable(answer.err));
}

void TestDatabricksCli::missingProfiles_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("words");
    QTest::newRow("named") << u"databricks://test"_qs
                           << u"no usable profile “test”. Those it has are: old, prod, robot."_qs;
    QTest::newRow("default")
        << u"databricks"_qs
        << u"no usable profile “DEFAULT”. Those it has are: old, prod, robot."_qs;
}

void TestDatabricksCli::missingProfiles() {
    QFETCH(const QString, source);
    QFETCH(const QString, words);
    const Answer answer = podium(u"sync "_qs + source);
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.err.contains(words), qPrintable(answer.err));
    QVERIFY(answer.err.contains(path(".databrickscfg")));
    QCOMPARE(m_server->workspace().count(), 0);
}

void TestDatabricksCli::aWrongTokenIsTold() {
    m_server->revokeTokens(403);
    const Answer answer = podium(u"sync databricks://old"_qs);
    QCOMPARE(answer.code, 3);
    const QString host = QString::fromStdString(m_server->url().substr(7));
    QVERIFY2(answer.err.contains(host), qPrintable(answer.err));
    QVERIFY2(!answer.err.contains(u"dapi"_qs), qPrintable(answer.err));
    QCOMPARE(m_server->workspace().count(), 1);
}

void TestDatabricksCli::secretsAreKeptNowhere() {
    const QStringList commands{
        u"sync databricks://robot"_qs, u"sync databricks://prod"_qs,
        u"artifacts databricks://robot tracked MLmodel --download "_qs + path("out")};
    for (const QString& command : commands) {
        const Answer answer = podium(command);
        for (const char* secret : {"dapi-", "dose-", "oauth-", "a%2Bb%3D"}) {
            QVERIFY(!answer.out.contains(QLatin1String(secret)));
            QVERIFY(!answer.err.contains(QLatin1String(secret)));
        }
    }
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        const QString file = files.next();
        if (file.endsWith(QLatin1String(".databrickscfg")))
            continue;
        ++looked;
        const QByteArray bytes = content(file);
        for (const char* secret : {"dapi-", "dose-", "oauth-", "a%2Bb%3D"})
            QVERIFY2(!bytes.contains(secret), qPrintable(file));
    }
    QVERIFY(looked >= 2);  // the cache and what was downloaded
}

QTEST_GUILESS_MAIN(TestDatabricksCli)
#include "tst_databrickscli.moc"
