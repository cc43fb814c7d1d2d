// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates that are right and wrong, and proxies.
#include "tests/http/quickclient.h"
#include "tests/support/certificates.h"
#include "tests/support/httpserver.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::tests;

namespace {

HttpReply ok(const HttpRequest&) {
    return HttpReply::text("ok");
}

HttpServer::Options with(const ServerIdentity& identity, std::string clientCa = {}) {
    HttpServer::Options options;
    options.identity = &identity;
    options.clientCa = std::move(clientCa);
    return options;
}

HttpServer::Options asProxy() {
    HttpServer::Options options;
    options.proxy = true;
    return options;
}

}  // namespace

class TestHttpTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void certificates_data();
    void certificates();
    void insecureIsForItsServerAlone();
    void clientCertificates_data();
    void clientCertificates();
    void largeBodyToAServerThatCloses();
    void certificateFilesThatAreWrong_data();
    void certificateFilesThatAreWrong();
    void plainServerBehindHttps();
    void tlsServerBehindHttp();
    void downgradeIsRefused();
    void upgradeIsFollowed();
    void proxies_data();
    void proxies();
    void proxyFaults_data();
    void proxyFaults();

private:
    std::filesystem::path file(const char* name, const std::string& content) const;

    QTemporaryDir m_dir;
    CertificateAuthority m_ca;
    ServerIdentity m_right = m_ca.issue("localhost");
    std::filesystem::path m_caFile;
};

std::filesystem::path TestHttpTls::file(const char* name, const std::string& content) const {
    const auto path = std::filesystem::path(m_dir.path().toStdString()) / name;
    return writeFile(path, content) ? path : std::filesystem::path();
}

void TestHttpTls::initTestCase() {
    m_caFile = file("ca.pem", m_ca.certificate());
    QVERIFY(!m_caFile.empty());
}

void TestHttpTls::certificates_data() {
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<bool>("caGiven");
    QTest::addColumn<bool>("insecure");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("right") << QByteArray("right") << true << false << QByteArray("200");
    QTest::newRow("unknown authority")
        << QByteArray("right") << false << false << QByteArray("tls-untrusted");
    QTest::newRow("expired") << QByteArray("expired") << true << false << QByteArray("tls-expired");
    QTest::newRow("not yet valid")
        << QByteArray("early") << true << false << QByteArray("tls-untrusted");
    QTest::newRow("of another host")
        << QByteArray("other") << true << false << QByteArray("tls-wrong-host");
    for (const char* name : {"right", "expired", "early", "other"})
        QTest::addRow("%s, unchecked", name)
            << QByteArray(name) << false << true << QByteArray("200");
}

void TestHttpTls::certificates() {
    QFETCH(QByteArray, certificate);
    QFETCH(bool, caGiven);
    QFETCH(bool, insecure);
    QFETCH(QByteArray, expected);
    ServerIdentity identity = m_right;
    if (certificate == "expired")
        identity = m_ca.issue("localhost", -10, -1);
    if (certificate == "early")
        identity = m_ca.issue("localhost", 5, 10);
    if (certificate == "other")
        identity = m_ca.issue("elsewhere.example");
    HttpServer server(ok, with(identity));
    http::HttpClient client(quick());
    auto connection = connectionTo(server.url());
    connection->insecureTls = insecure;
    if (caGiven)
        connection->caFile = m_caFile;
    const auto answer = client.fetch(http::Request::get(server.url("/x"), connection));
    QVERIFY2(outcome(answer) == expected, argumentsOf(answer).constData());
    QCOMPARE(server.count(), answer.ok() ? 1 : 0);  // nothing is said to the wrong one
    QCOMPARE(client.counters().retries, 0);
    if (answer.failed()) {
        QCOMPARE(answer.error().args.at(0), "localhost:" + std::to_string(server.port()));
        if (expected == "tls-untrusted")
            QVERIFY(!answer.error().args.at(1).empty());
    }
}

void TestHttpTls::insecureIsForItsServerAlone() {
    HttpServer other(ok, with(m_right));
    HttpServer server([&](const HttpRequest&) { return HttpReply::redirect(other.url("/y")); },
                      with(m_right));
    http::HttpClient client(quick());
    auto connection = connectionTo(server.url());
    connection->insecureTls = true;
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url("/x"), connection))),
             QByteArray("tls-untrusted"));
    QCOMPARE(server.count(), 1);
    QCOMPARE(other.count(), 0);
    // A kept connection that was not checked is not used by who wants it checked.
    auto checked = connectionTo(server.url());
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url("/x"), checked))),
             QByteArray("tls-untrusted"));
}

void TestHttpTls::clientCertificates_data() {
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("right") << QByteArray("right") << QByteArray("200");
    QTest::newRow("none") << QByteArray("none") << QByteArray("tls-untrusted");
    QTest::newRow("of somebody else") << QByteArray("foreign") << QByteArray("tls-untrusted");
}

void TestHttpTls::clientCertificates() {
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, expected);
    HttpServer server(ok, with(m_right, m_ca.certificate()));
    auto connection = connectionTo(server.url());
    connection->caFile = m_caFile;
    const CertificateAuthority foreign;
    if (certificate == "right")
        connection->clientCertificate = file("right.pem", m_ca.issue("me").both());
    if (certificate == "foreign")
        connection->clientCertificate = file("foreign.pem", foreign.issue("me").both());
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url("/x"), connection));
    QVERIFY2(outcome(answer) == expected, argumentsOf(answer).constData());
    // Another server does not get to see it.
    auto elsewhere = std::make_shared<http::Connection>(*connection);
    elsewhere->base = http::Url::parse("https://localhost:1/").value();
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url("/x"), elsewhere))),
             QByteArray("tls-untrusted"));
}

/// The server ends the connection while the body is still being written: an error, and no signal.
void TestHttpTls::largeBodyToAServerThatCloses() {
    HttpServer server(ok, with(m_right, m_ca.certificate()));
    auto connection = connectionTo(server.url());
    connection->caFile = m_caFile;
    http::HttpClient client(quick());
    for (int i = 0; i < 5; ++i) {
        const auto answer = client.fetch(http::Request::change(
            "POST", server.url("/x"), std::string(20'000'000, 'b'), connection));
        QVERIFY(answer.failed());
    }
    QCOMPARE(server.count(), 0);
}

void TestHttpTls::certificateFilesThatAreWrong_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("ofClient");
    for (const bool ofClient : {false, true}) {
        const char* whose = ofClient ? "client" : "authority";
        QTest::addRow("%s: missing", whose) << QByteArray() << ofClient;
        QTest::addRow("%s: no certificate", whose) << QByteArray("hello\n") << ofClient;
    }
}

void TestHttpTls::certificateFilesThatAreWrong() {
    QFETCH(QByteArray, content);
    QFETCH(bool, ofClient);
    HttpServer server(ok, with(m_right));
    auto connection = connectionTo(server.url());
    connection->caFile = m_caFile;
    std::filesystem::path path = file("wrong.pem", content.toStdString());
    if (content.isEmpty())
        std::filesystem::remove(path);
    (ofClient ? connection->clientCertificate : connection->caFile) = path;
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url("/x"), connection));
    QCOMPARE(outcome(answer), QByteArray("certificate-file"));
    QCOMPARE(answer.error().args.at(0), path.string());
    QCOMPARE(server.count(), 0);
}

void TestHttpTls::plainServerBehindHttps() {
    HttpServer server(ok);
    http::HttpClient client(quick());
    const auto answer = client.fetch(
        http::Request::get("https://localhost:" + std::to_string(server.port()) + "/x"));
    QCOMPARE(outcome(answer), QByteArray("tls-untrusted"));
    QCOMPARE(answer.error().args.at(0), "localhost:" + std::to_string(server.port()));
}

void TestHttpTls::tlsServerBehindHttp() {
    HttpServer server(ok, with(m_right));
    http::HttpClient client(quick());
    const auto answer = client.fetch(
        http::Request::get("http://localhost:" + std::to_string(server.port()) + "/x"));
    QVERIFY(answer.failed());
    QCOMPARE(server.count(), 0);
}

void TestHttpTls::downgradeIsRefused() {
    HttpServer plain(ok);
    HttpServer server([&](const HttpRequest&) { return HttpReply::redirect(plain.url("/y")); },
                      with(m_right));
    auto connection = connectionTo(server.url());
    connection->caFile = m_caFile;
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url("/x"), connection));
    QCOMPARE(outcome(answer), QByteArray("redirect-refused"));
    QCOMPARE(argumentsOf(answer), "localhost:" + QByteArray::number(server.port()) +
                                      "|127.0.0.1:" + QByteArray::number(plain.port()));
    QCOMPARE(plain.count(), 0);
}

void TestHttpTls::upgradeIsFollowed() {
    HttpServer secure(ok, with(m_right));
    HttpServer server([&](const HttpRequest&) { return HttpReply::redirect(secure.url("/y")); });
    auto connection = connectionTo(server.url());
    connection->caFile = m_caFile;
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url("/x"), connection));
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(answer.value().url, secure.url("/y"));
}

void TestHttpTls::proxies_data() {
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("except");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("used");
    for (const bool tls : {false, true}) {
        const char* scheme = tls ? "https" : "http";
        QTest::addRow("%s", scheme) << tls << QByteArray() << QByteArray() << true;
        QTest::addRow("%s with a login", scheme)
            << tls << QByteArray() << QByteArray("me:topsecret@") << true;
        QTest::addRow("%s, host excepted", scheme)
            << tls << QByteArray("example.org, localhost") << QByteArray() << false;
        QTest::addRow("%s, other hosts excepted", scheme)
            << tls << QByteArray("example.org,ocalhost") << QByteArray() << true;
        QTest::addRow("%s, all excepted", scheme)
            << tls << QByteArray("*") << QByteArray() << false;
    }
}

void TestHttpTls::proxies() {
    QFETCH(bool, tls);
    QFETCH(QByteArray, except);
    QFETCH(QByteArray, user);
    QFETCH(bool, used);
    HttpServer proxy([](const HttpRequest&) { return HttpReply::text("of the proxy"); }, asProxy());
    HttpServer server(ok, tls ? with(m_right) : HttpServer::Options());
    const std::string url =
        (tls ? "https://localhost:" : "http://localhost:") + std::to_string(server.port()) + "/x";
    auto connection = connectionTo(url);
    connection->caFile = m_caFile;
    connection->credentials = http::Credentials::bearer(http::Secret("token"), {});
    const std::string name =
        "http://" + user.toStdString() + "127.0.0.1:" + std::to_string(proxy.port());
    connection->proxy = {name, name, except.toStdString()};
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(url, connection));
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(proxy.count(), used ? 1 : 0);
    QCOMPARE(server.count(), used && !tls ? 0 : 1);
    if (!used)
        return;
    const HttpRequest request = proxy.requests().at(0);
    QCOMPARE(request.method, std::string(tls ? "CONNECT" : "GET"));
    QCOMPARE(request.target, tls ? "localhost:" + std::to_string(server.port()) : url);
    QCOMPARE(request.header("Proxy-Authorization"),
             std::string(user.isEmpty() ? "" : "Basic bWU6dG9wc2VjcmV0"));
    // The server's credentials are inside the tunnel.
    if (tls) {
        QCOMPARE(request.header("Authorization"), std::string());
        QCOMPARE(server.requests().at(0).header("Authorization"), std::string("Bearer token"));
        QCOMPARE(server.requests().at(0).header("Proxy-Authorization"), std::string());
    }
}

void TestHttpTls::proxyFaults_data() {
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("status");  // of the proxy's answer; 0: nobody listens; -1: no such host
    for (const bool tls : {false, true}) {
        QTest::addRow("refused, %s", tls ? "https" : "http") << tls << 0;
        QTest::addRow("unknown, %s", tls ? "https" : "http") << tls << -1;
        QTest::addRow("wants a login, %s", tls ? "https" : "http") << tls << 407;
    }
    QTest::newRow("forbids the tunnel") << true << 403;
    QTest::newRow("knows not how") << true << 502;
}

void TestHttpTls::proxyFaults() {
    QFETCH(bool, tls);
    QFETCH(int, status);
    HttpServer proxy([&](const HttpRequest&) { return HttpReply::text("no", status); });
    std::string place = "127.0.0.1:" + std::to_string(status == 0 ? unusedPort() : proxy.port());
    if (status < 0)
        place = "proxy.invalid:3128";
    const std::string url = tls ? "https://mlflow.invalid/x" : "http://mlflow.invalid/x";
    auto connection = connectionTo(url);
    connection->proxy = {"http://me:topsecret@" + place, "http://me:topsecret@" + place, ""};
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(url, connection));
    QCOMPARE(outcome(answer), QByteArray("proxy-failed"));
    QCOMPARE(answer.error().args.at(0), "http://" + place);
    QVERIFY(!answer.error().args.at(1).empty());
    QVERIFY2(!argumentsOf(answer).contains("topsecret"), argumentsOf(answer).constData());
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
