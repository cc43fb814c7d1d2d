// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connectiontest.h"
#include "tests/support/databricksserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using base::ErrorCode;
using session::TestOutcome;
using session::TestResult;
using session::TestStep;
using Variables = std::map<std::string, std::string, std::less<>>;

/// The steps that the connect dialog shows, asked of servers; and what it can say of Databricks
/// before it asks.
class TestConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyStepOfDatabricks();
    void whereItFails_data();
    void whereItFails();
    void anMlflowServerWithoutRuns();
    void logins_data();
    void logins();

private:
    [[nodiscard]] http::Environment environment(Variables variables = {}) const {
        return http::Environment::of(std::move(variables), m_folder->path().toStdString());
    }
    [[nodiscard]] std::vector<TestResult> test(const std::string& source) const {
        std::vector<TestResult> results;
        const auto done = session::testConnection(
            source, {}, {}, environment(),
            [&](const TestResult& result) { results.push_back(result); }, {});
        if (!done.ok())
            results.clear();
        return results;
    }
    void write(const char* name, const QByteArray& text) const {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::DatabricksServer> m_server;
};

void TestConnectionTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<tests::DatabricksServer>();
    const QByteArray host = QByteArray::fromStdString(m_server->url());
    write(".databrickscfg", "[prod]\nhost = " + host + "\ntoken = dapi-0123\n[robot]\nhost = " +
                                host + "\nclient_id = robot\nclient_secret = dose-4567\n[old]\n" +
                                "host = " + host + "\ntoken = dapi-9999\n[hostless]\ntoken = x\n");
}

/// There is no experiment 0 in Databricks, and no /version.
void TestConnectionTest::everyStepOfDatabricks() {
    for (const char* source : {"databricks://prod", "databricks-uc://robot"}) {
        const std::vector<TestResult> results = test(source);
        QCOMPARE(results.size(), 7U);
        for (const TestResult& result : results) {
            const bool plain = result.step == TestStep::Certificate;  // there is no TLS here
            QCOMPARE(result.outcome, plain ? TestOutcome::Skipped : TestOutcome::Ok);
        }
        QCOMPARE(results.back().step, TestStep::Artifacts);
        QCOMPARE(results[4].detail, std::string());  // the web page is no version
    }
}

void TestConnectionTest::whereItFails_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("last");  // argument of the error; "": the host
    const auto row = [](const char* name, const char* source, TestStep step, ErrorCode code,
                        const QString& last) {
        QTest::newRow(name) << QString::fromUtf8(source) << static_cast<int>(step)
                            << static_cast<int>(code) << last;
    };
    row("no such profile", "databricks://test", TestStep::Login, ErrorCode::ProfileMissing,
        u"old, prod, robot"_qs);
    row("no default profile", "databricks", TestStep::Login, ErrorCode::ProfileMissing,
        u"old, prod, robot"_qs);
    row("a wrong token", "databricks://old", TestStep::Login, ErrorCode::LoginRefused, {});
}

void TestConnectionTest::whereItFails() {
    QFETCH(const QString, source);
    QFETCH(const int, step);
    QFETCH(const int, code);
    QFETCH(const QString, last);
    m_server->revokeTokens(403);
    const std::vector<TestResult> results = test(source.toStdString());
    QVERIFY(!results.empty());
    QCOMPARE(static_cast<int>(results.back().step), step);
    QCOMPARE(results.back().outcome, TestOutcome::Failed);
    QCOMPARE(static_cast<int>(results.back().error->code), code);
    const QString said = QString::fromStdString(results.back().error->args.back());
    QCOMPARE(said, last.isEmpty() ? QString::fromStdString(m_server->url().substr(7)) : last);
}

void TestConnectionTest::anMlflowServerWithoutRuns() {
    const tests::HttpServer server([](const tests::HttpRequest& request) {
        if (request.path() == "/version")
            return tests::HttpReply::text("3.11.0");
        return tests::HttpReply::json("{}");
    });
    const std::vector<TestResult> results = test(server.url());
    QVERIFY(!results.empty());
    QCOMPARE(results.back().step, TestStep::Artifacts);
    QCOMPARE(results.back().outcome, TestOutcome::Skipped);
    QCOMPARE(results[4].detail, std::string("3.11.0"));
}

void TestConnectionTest::logins_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("byVariable");
    QTest::addColumn<QStringList>("profiles");
    QTest::addColumn<bool>("hasDefault");
    QTest::newRow("no default") << QByteArray("[b]\nhost=x\n[a]\nhost=y\n[c]\ntoken=z\n") << false
                                << QStringList{u"a"_qs, u"b"_qs} << false;
    QTest::newRow("DEFAULT") << QByteArray("[DEFAULT]\nhost=x\ntoken=t\n") << false
                             << QStringList{u"DEFAULT"_qs} << true;
    QTest::newRow("one that another program logs in")
        << QByteArray("[DEFAULT]\nhost=x\nauth_type=databricks-cli\n") << false
        << QStringList{u"DEFAULT"_qs} << true;
    QTest::newRow("a default by name")
        << QByteArray("[a]\nhost=x\n[__settings__]\ndefault_profile=a\n") << false
        << QStringList{u"a"_qs} << true;
    QTest::newRow("a variable") << QByteArray() << true << QStringList() << true;
    QTest::newRow("an empty file") << QByteArray() << false << QStringList() << false;
}

void TestConnectionTest::logins() {
    QFETCH(const QByteArray, file);
    QFETCH(const bool, byVariable);
    QFETCH(const QStringList, profiles);
    QFETCH(const bool, hasDefault);
    write(".databrickscfg", file);
    const Variables variables =
        byVariable ? Variables{{"DATABRICKS_HOST", "https://lab.example"}} : Variables();
    const session::DatabricksLogins logins = session::databricksLogins(environment(variables));
    QCOMPARE(logins.file, u"~/.databrickscfg"_qs);
    QCOMPARE(logins.profiles, profiles);
    QCOMPARE(logins.hasDefault, hasDefault);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
