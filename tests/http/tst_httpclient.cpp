// SPDX-License-Identifier: GPL-3.0-or-later
// What the client sends, to whom, and how it uses its connections.
#include "http/client.h"

#include "base/log.h"
#include "tests/http/quickclient.h"
#include "tests/support/httpserver.h"
#include "tests/support/recordings.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <mutex>

using namespace podium;
using namespace podium::tests;
using namespace std::chrono_literals;
using http::Credentials;
using http::Secret;

namespace {

HttpReply ok(const HttpRequest&) {
    return HttpReply::text("ok");
}

const Credentials Who =
    Credentials::basic("reader", Secret("p\xC3\xA4ss:word"), Credentials::Origin::Settings);
constexpr const char* WhoHeader = "Basic cmVhZGVyOnDDpHNzOndvcmQ=";

/// Everything a connection can hold for its server alone.
std::shared_ptr<http::Connection> loaded(const std::string& url) {
    auto connection = connectionTo(url);
    connection->credentials = Who;
    connection->workspace = "team-a";
    connection->headers = {{"X-Gateway-Key", "gateway-secret"}};
    return connection;
}

}  // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordedServers_data();
    void recordedServers();
    void whatIsSent();
    void bodies_data();
    void bodies();
    void credentials_data();
    void credentials();
    void secretsStayWithTheirServer();
    void redirectsAreFollowed_data();
    void redirectsAreFollowed();
    void redirectsThatAreRefused_data();
    void redirectsThatAreRefused();
    void secretsDoNotFollowRedirects_data();
    void secretsDoNotFollowRedirects();
    void changesAreNotCarriedElsewhere();
    void secretsAreInNoErrorAndNoLog();
    void gzip();
    void connectionsAreKept();
    void connectionsAreBounded();
    void manyRequests();
    void environmentIsNotRead();
};

void TestHttpClient::recordedServers_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("2.17") << QByteArray("2.17") << QByteArray("2.17.3.dev0");
    QTest::newRow("3.11") << QByteArray("3.11") << QByteArray("3.11.2.dev0");
}

void TestHttpClient::recordedServers() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, version);
    HttpServer server(recordedServer(name.toStdString()));
    http::HttpClient client;
    const auto answer = client.fetch(http::Request::get(server.url("/version")));
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(QByteArray::fromStdString(answer.value().body), version);
    const auto page = client.fetch(http::Request::search(
        server.url("/api/2.0/mlflow/experiments/search"), "{\"max_results\":2}"));
    QCOMPARE(outcome(page), QByteArray("200"));
    QVERIFY(page.value().body.find("next_page_token") != std::string::npos);
    QCOMPARE(page.value().header("content-TYPE"), std::string_view("application/json"));
    const auto unknown = client.fetch(http::Request::get(server.url("/never-asked")));
    QCOMPARE(outcome(unknown), QByteArray("501"));
}

void TestHttpClient::whatIsSent() {
    HttpServer server(ok);
    http::HttpClient client;
    auto connection = loaded(server.url("/prefix/"));
    connection->userAgent = "podium/1.2";
    const http::Url url =
        connection->base.child("api/2.0/mlflow/runs/get", {{"run_id", "a b&c=d/é"}});
    const auto answer = client.fetch(http::Request::get(url.text(), connection));
    QCOMPARE(outcome(answer), QByteArray("200"));
    const HttpRequest request = server.requests().at(0);
    QCOMPARE(request.target,
             std::string("/prefix/api/2.0/mlflow/runs/get?run_id=a%20b%26c%3Dd%2F%C3%A9"));
    QCOMPARE(request.parameter("run_id"), std::string("a b&c=d/é"));
    QCOMPARE(request.header("User-Agent"), std::string("podium/1.2"));
    QCOMPARE(request.header("X-MLFLOW-WORKSPACE"), std::string("team-a"));
    QCOMPARE(request.header("X-Gateway-Key"), std::string("gateway-secret"));
    QCOMPARE(request.header("Authorization"), std::string(WhoHeader));
    QVERIFY(request.header("Accept-Encoding").find("gzip") != std::string::npos);
    // Newer servers answer 403 to a foreign Origin; a program on the desktop has none.
    QCOMPARE(request.header("Origin"), std::string());
    QCOMPARE(request.header("Host"), "127.0.0.1:" + std::to_string(server.port()));
    // Dots and doubled slashes in a path stay: they can be part of a key.
    const auto odd = client.fetch(http::Request::get(server.url("/bucket//a/../b%2Fc")));
    QCOMPARE(outcome(odd), QByteArray("200"));
    QCOMPARE(server.requests().at(1).target, std::string("/bucket//a/../b%2Fc"));
}

void TestHttpClient::bodies_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    const QByteArray json("{\"name\": \"\xC3\xA9\"}");
    for (const char* method : {"POST", "PATCH", "PUT", "DELETE"})
        QTest::addRow("%s", method) << QByteArray(method) << json;
    QTest::newRow("POST of nothing") << QByteArray("POST") << QByteArray();
    QTest::newRow("DELETE of nothing") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray();
    QTest::newRow("2 MB") << QByteArray("POST") << QByteArray(2'000'000, 'b');
    QTest::newRow("with zeros") << QByteArray("PUT") << QByteArray("a\0b", 3);
}

void TestHttpClient::bodies() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    HttpServer server(ok);
    http::HttpClient client;
    const auto answer = client.fetch(
        http::Request::change(method.toStdString(), server.url("/x"), body.toStdString()));
    QCOMPARE(outcome(answer), QByteArray("200"));
    const HttpRequest request = server.requests().at(0);
    QCOMPARE(request.method, method.toStdString());
    QCOMPARE(request.body, body.toStdString());
    QCOMPARE(request.header("Content-Type"), std::string("application/json"));
    QCOMPARE(request.header("Expect"), std::string());
    QCOMPARE(answer.value().body, std::string(method == "HEAD" ? "" : "ok"));
}

void TestHttpClient::credentials_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << int(Credentials::Kind::None) << QByteArray();
    QTest::newRow("basic") << int(Credentials::Kind::Basic) << QByteArray("Basic bWU6YzpkIGU=");
    QTest::newRow("bearer") << int(Credentials::Kind::Bearer) << QByteArray("Bearer c:d e");
    // It must be changed into a token first.
    QTest::newRow("client secret") << int(Credentials::Kind::ClientSecret) << QByteArray();
}

void TestHttpClient::credentials() {
    QFETCH(int, kind);
    QFETCH(QByteArray, header);
    HttpServer server(ok);
    http::HttpClient client;
    auto connection = connectionTo(server.url());
    connection->credentials = Credentials::basic("other", Secret("one"), {});
    http::Request request = http::Request::get(server.url("/x"), connection);
    request.credentials =
        Credentials{static_cast<Credentials::Kind>(kind), "me", Secret("c:d e"), {}};
    QCOMPARE(outcome(client.fetch(std::move(request))), QByteArray("200"));
    QCOMPARE(QByteArray::fromStdString(server.requests().at(0).header("Authorization")), header);
}

/// A connection given along with a URL of another server.
void TestHttpClient::secretsStayWithTheirServer() {
    HttpServer own(ok);
    HttpServer other(ok);
    http::HttpClient client;
    const auto answer = client.fetch(http::Request::get(other.url("/x"), loaded(own.url())));
    QCOMPARE(outcome(answer), QByteArray("200"));
    const HttpRequest request = other.requests().at(0);
    QCOMPARE(request.header("Authorization"), std::string());
    QCOMPARE(request.header("X-Gateway-Key"), std::string());
    QCOMPARE(request.header("X-MLFLOW-WORKSPACE"), std::string());
}

void TestHttpClient::redirectsAreFollowed_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("arrives");  // the method of the second request
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("GET %d", status) << status << QByteArray("GET") << QByteArray("GET");
        // "Add a slash" and "use TLS" must not change a search into something else.
        QTest::addRow("POST %d", status)
            << status << QByteArray("POST") << QByteArray(status == 303 ? "GET" : "POST");
    }
}

void TestHttpClient::redirectsAreFollowed() {
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, arrives);
    HttpServer server([&](const HttpRequest& request) {
        return request.path() == "/old" ? HttpReply::redirect("new?x=1", status)
                                        : HttpReply::text("found");
    });
    http::HttpClient client(quick());
    auto request = http::Request::search(server.url("/old"), "{\"a\":1}", loaded(server.url()));
    request.method = method.toStdString();
    if (method == "GET")
        request.body.clear();
    const auto answer = client.fetch(std::move(request));
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(answer.value().body, std::string("found"));
    QCOMPARE(answer.value().url, server.url("/new?x=..."));
    const HttpRequest second = server.requests().at(1);
    QCOMPARE(second.method, arrives.toStdString());
    QCOMPARE(second.target, std::string("/new?x=1"));
    QCOMPARE(second.body, std::string(arrives == "POST" ? "{\"a\":1}" : ""));
    QCOMPARE(second.header("Authorization"), std::string(WhoHeader));  // the same server
}

void TestHttpClient::redirectsThatAreRefused_data() {
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("requests");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd") << 1;
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x") << 1;
    QTest::newRow("data") << QByteArray("data:text/plain,x") << 1;
    QTest::newRow("no URL") << QByteArray("http://[") << 1;
    QTest::newRow("in a circle") << QByteArray("/again") << 6;
}

void TestHttpClient::redirectsThatAreRefused() {
    QFETCH(QByteArray, location);
    QFETCH(int, requests);
    HttpServer server(
        [&](const HttpRequest&) { return HttpReply::redirect(location.toStdString()); });
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url("/x")));
    QCOMPARE(outcome(answer), QByteArray("redirect-refused"));
    QCOMPARE(answer.error().args.at(0), "127.0.0.1:" + std::to_string(server.port()));
    QCOMPARE(server.count(), requests);
}

void TestHttpClient::secretsDoNotFollowRedirects_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("search");
    for (const int status : {301, 302, 307}) {
        QTest::addRow("GET %d", status) << status << false;
        if (status != 307)
            QTest::addRow("search %d", status) << status << true;
    }
}

void TestHttpClient::secretsDoNotFollowRedirects() {
    QFETCH(int, status);
    QFETCH(bool, search);
    HttpServer thief(ok);
    // The same address, but another port: another server. Its userinfo is not used, either.
    HttpServer server([&](const HttpRequest&) {
        return HttpReply::redirect(
                   "http://evil:pass@127.0.0.1:" + std::to_string(thief.port()) + "/y", status)
            .with("Set-Cookie", "session=secret");
    });
    http::HttpClient client(quick());
    auto request = search ? http::Request::search(server.url("/x"), "{\"filter\":\"secret\"}",
                                                  loaded(server.url()))
                          : http::Request::get(server.url("/x"), loaded(server.url()));
    request.headers.emplace_back("X-Amz-Security-Token", "secret");
    request.headers.emplace_back("Authorization", "AWS4-HMAC-SHA256 secret");
    request.headers.emplace_back("Accept", "text/plain");
    const auto answer = client.fetch(std::move(request));
    QCOMPARE(outcome(answer), QByteArray("200"));
    const HttpRequest got = thief.requests().at(0);
    for (const char* name :
         {"Authorization", "X-Gateway-Key", "X-MLFLOW-WORKSPACE", "Cookie", "X-Amz-Security-Token"})
        QVERIFY2(got.header(name).empty(), name);
    QCOMPARE(got.header("Accept"), std::string("text/plain"));
    QCOMPARE(client.counters().requests, 2);
    // Nor do cookies stay.
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url("/x")))), QByteArray("200"));
    QCOMPARE(server.requests().back().header("Cookie"), std::string());
}

void TestHttpClient::changesAreNotCarriedElsewhere() {
    HttpServer other(ok);
    HttpServer server([&](const HttpRequest&) {
        return HttpReply::redirect("http://localhost:" + std::to_string(other.port()) + "/y", 307);
    });
    http::HttpClient client(quick());
    const auto answer =
        client.fetch(http::Request::change("POST", server.url("/x"), "{}", loaded(server.url())));
    QCOMPARE(outcome(answer), QByteArray("redirect-refused"));
    QCOMPARE(answer.error().args.at(1), "localhost:" + std::to_string(other.port()));
    QCOMPARE(other.count(), 0);
}

void TestHttpClient::secretsAreInNoErrorAndNoLog() {
    QByteArray said;
    std::mutex mutex;
    base::setLogSink([&](base::LogLevel, std::string_view line) {
        const std::lock_guard lock(mutex);
        said += QByteArray(line.data(), qsizetype(line.size())) + '\n';
    });
    std::vector<HttpReply> replies = {HttpReply::failing(Fault::Reset),
                                      HttpReply::failing(Fault::CutInHead),
                                      HttpReply::text(std::string(5000, 'x')),
                                      HttpReply::redirect("ftp://a:topsecret@b/topsecret"),
                                      HttpReply::text("x").with("Content-Encoding", "gzip"),
                                      HttpReply::text("topsecret", 401)};
    for (const HttpReply& reply : replies) {
        HttpServer server([&](const HttpRequest&) { return reply; });
        http::HttpClient client(quick());
        auto connection = connectionTo(server.url());
        connection->credentials = Credentials::bearer(Secret("topsecret"), {});
        connection->headers = {{"X-Key", "topsecret"}};
        auto request =
            http::Request::get("http://u:topsecret@127.0.0.1:" + std::to_string(server.port()) +
                                   "/x?X-Amz-Signature=topsecret&run_id=1",
                               connection);
        request.maxBytes = 1000;
        const auto answer = client.fetch(std::move(request));
        if (answer.failed()) {
            said += argumentsOf(answer) + '\n';
            said += QByteArray::fromStdString(base::logLine(answer.error())) + '\n';
        } else {
            said += QByteArray::fromStdString(answer.value().url + answer.value().host) + '\n';
        }
    }
    base::setLogSink({});
    QVERIFY2(!said.contains("topsecret"), said.constData());
    QVERIFY2(said.contains("run_id=1"), said.constData());
}

void TestHttpClient::gzip() {
    // printf 'hello hello hello hello' | gzip -n9
    const QByteArray packed =
        QByteArray::fromHex("1f8b0800000000000203cb48cdc9c957c8402701e3513d8d17000000");
    HttpServer server([&](const HttpRequest&) {
        return HttpReply::text(packed.toStdString()).with("Content-Encoding", "gzip");
    });
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url()));
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(answer.value().body, std::string("hello hello hello hello"));
    QCOMPARE(answer.value().bytes, 23);
    QCOMPARE(client.counters().bytes, packed.size());
    // The bound is of what is unpacked.
    auto request = http::Request::get(server.url());
    request.maxBytes = 22;
    QCOMPARE(outcome(client.fetch(std::move(request))), QByteArray("http-too-large"));
}

void TestHttpClient::connectionsAreKept() {
    HttpServer server(ok);
    http::HttpClient client;
    for (int i = 0; i < 50; ++i)
        QCOMPARE(outcome(client.fetch(http::Request::get(server.url("/x")))), QByteArray("200"));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(client.counters().connections, 1);
    QCOMPARE(client.counters().requests, 50);
}

void TestHttpClient::connectionsAreBounded() {
    HttpServer server([](const HttpRequest&) {
        HttpReply reply = HttpReply::text("ok");
        reply.delay = 20ms;
        return reply;
    });
    std::atomic<int> answers{0};
    http::HttpClient client;
    for (int i = 0; i < 60; ++i) {
        auto request = http::Request::get(server.url("/x"));
        http::Timeouts times;
        times.total = 150ms;  // waiting for one's turn does not count: 60 take 200 ms
        request.timeouts = times;
        client.send(std::move(request), {}, [&](const base::Result<http::Response>& result) {
            answers += result.ok() ? 1 : 1000;
        });
    }
    QTRY_COMPARE(answers.load(), 60);
    QCOMPARE(server.mostConnections(), 6);
    QCOMPARE(server.mostRequests(), 6);
}

void TestHttpClient::manyRequests() {
    const HttpReply reply = HttpReply::json(std::string(1000, 'x')).precomputed();
    HttpServer::Options options;
    options.record = false;
    HttpServer server([&](const HttpRequest&) { return reply; }, options);
    std::atomic<int> answers{0};
    http::HttpClient client;
    for (int i = 0; i < 2000; ++i) {
        client.send(http::Request::get(server.url("/x")), {},
                    [&](const base::Result<http::Response>& result) {
                        answers += result.ok() && result.value().body.size() == 1000 ? 1 : 10'000;
                    });
    }
    QTRY_COMPARE(answers.load(), 2000);
    QCOMPARE(client.counters().requests, 2000);
    QVERIFY(client.counters().bytes == 2'000'000);
}

/// A proxy comes from the connection; libcurl's own look at the environment would go around it.
void TestHttpClient::environmentIsNotRead() {
    HttpServer proxy(ok, [] {
        HttpServer::Options options;
        options.proxy = true;
        return options;
    }());
    HttpServer server(ok);
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url()));
    qputenv("all_proxy", QByteArray::fromStdString(proxy.url()));
    http::HttpClient client(quick());
    const auto answer = client.fetch(http::Request::get(server.url("/x")));
    qunsetenv("http_proxy");
    qunsetenv("all_proxy");
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(proxy.count(), 0);
    QCOMPARE(server.count(), 1);
    // Nor does it keep a request from the proxy that the connection names.
    auto connection = connectionTo(server.url());
    connection->proxy.http = proxy.url();
    qputenv("no_proxy", "*");
    const auto through = client.fetch(http::Request::get(server.url("/x"), connection));
    qunsetenv("no_proxy");
    QCOMPARE(outcome(through), QByteArray("200"));
    QCOMPARE(proxy.count(), 1);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
