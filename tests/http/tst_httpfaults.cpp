// SPDX-License-Identifier: GPL-3.0-or-later
// What comes of every way in which a server fails: which error, how many tries, how quickly ended.
#include "tests/http/quickclient.h"
#include "tests/support/httpserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace podium;
using namespace podium::tests;
using namespace std::chrono_literals;

namespace {

HttpReply cut(std::int64_t after, bool chunked = false) {
    HttpReply reply = HttpReply::failing(Fault::CutInBody, std::string(10'000, 'x'));
    reply.faultAfter = after;
    reply.chunked = chunked;
    return reply;
}

HttpReply declared(std::int64_t length) {
    HttpReply reply = HttpReply::text("0123456789");
    reply.declaredLength = length;
    reply.close = true;
    return reply;
}

HttpReply repeated(std::int64_t size, bool chunked) {
    HttpReply reply = HttpReply::text(std::string(1 << 20, 'y'));
    reply.repeatTo = size;
    reply.chunked = chunked;
    return reply;
}

HttpReply endless() {
    HttpReply reply = HttpReply::failing(Fault::Endless, std::string(1 << 16, 'z'));
    reply.close = true;
    return reply;
}

http::Timeouts shortTimeouts() {
    http::Timeouts times;
    times.connect = 2s;
    times.total = 150ms;
    return times;
}

}  // namespace

Q_DECLARE_METATYPE(podium::tests::HttpReply)

class TestHttpFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void changesAreNeverRepeated_data();
    void changesAreNeverRepeated();
    void changesAreNotRepeatedOnAKeptConnection();
    void recovers_data();
    void recovers();
    void nobodyListens();
    void hostWithoutName();
    void badUrls_data();
    void badUrls();
    void serverComesBack();
    void retryAfterIsHonoured_data();
    void retryAfterIsHonoured();
    void patienceWithOneServerEnds();
    void stopEndsAtOnce_data();
    void stopEndsAtOnce();
    void stopBeforeSending();
    void stopWhileWaitingForItsTurn();
    void clientGoesWhileRequestsAreUnderWay();
    void callbacksMaySend();
};

void TestHttpFaults::faults_data() {
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("argument");  // the one after the host or URL; empty: any
    QTest::addColumn<int>("requests");

    QTest::newRow("says nothing") << HttpReply::failing(Fault::Silence) << QByteArray("net-timeout")
                                  << QByteArray("answer") << 2;
    QTest::newRow("head comes slowly")
        << HttpReply::failing(Fault::SlowHead) << QByteArray("net-timeout") << QByteArray() << 2;
    HttpReply stops = cut(100);
    stops.fault = Fault::StopInBody;
    QTest::newRow("body stops") << stops << QByteArray("net-timeout") << QByteArray("rest") << 2;
    QTest::newRow("closed without a byte") << HttpReply::failing(Fault::CloseBeforeHead)
                                           << QByteArray("net-lost") << QByteArray() << 3;
    QTest::newRow("reset") << HttpReply::failing(Fault::Reset) << QByteArray("net-lost")
                           << QByteArray() << 3;
    QTest::newRow("cut in the head")
        << HttpReply::failing(Fault::CutInHead) << QByteArray("net-lost") << QByteArray() << 3;
    QTest::newRow("cut in the body") << cut(5'000) << QByteArray("net-lost") << QByteArray() << 3;
    QTest::newRow("cut in chunks")
        << cut(5'000, true) << QByteArray("net-lost") << QByteArray() << 3;
    QTest::newRow("length too long")
        << declared(100) << QByteArray("net-lost") << QByteArray() << 3;
    QTest::newRow("length too short") << declared(4) << QByteArray("200") << QByteArray() << 1;
    QTest::newRow("endless") << endless() << QByteArray("http-too-large") << QByteArray("1000000")
                             << 1;
    QTest::newRow("1 GB, told") << repeated(1'000'000'000, false) << QByteArray("http-too-large")
                                << QByteArray("1000000") << 1;
    QTest::newRow("1 GB, in chunks") << repeated(1'000'000'000, true)
                                     << QByteArray("http-too-large") << QByteArray("1000000") << 1;
    QTest::newRow("endless headers") << HttpReply::text("x")
                                            .with("X-Long", std::string(90'000, 'h'))
                                            .with("X-Longer", std::string(90'000, 'h'))
                                            .with("X-Longest", std::string(90'000, 'h'))
                                     << QByteArray("http-too-large") << QByteArray() << 1;
    HttpReply foreign;
    foreign.wire = std::make_shared<const std::string>("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("another protocol") << foreign << QByteArray("not-a-server") << QByteArray() << 1;
    QTest::newRow("packed by nobody knows what")
        << HttpReply::text("not gzip").with("Content-Encoding", "gzip")
        << QByteArray("answer-invalid") << QByteArray() << 1;
    for (const int status : {408, 429, 500, 502, 503, 504}) {
        QTest::addRow("%d", status)
            << HttpReply::text("no", status) << QByteArray::number(status) << QByteArray() << 3;
    }
    for (const int status : {204, 400, 401, 403, 404, 409, 501}) {
        QTest::addRow("%d", status)
            << HttpReply::text("no", status) << QByteArray::number(status) << QByteArray() << 1;
    }
    QTest::newRow("a page instead of JSON")
        << HttpReply::text("<html>Sign in</html>", 200, "text/html") << QByteArray("200")
        << QByteArray() << 1;
}

void TestHttpFaults::faults() {
    QFETCH(HttpReply, reply);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, argument);
    QFETCH(int, requests);
    HttpServer server([&](const HttpRequest&) { return reply; });
    http::HttpClient client(quick());
    http::Request request = http::Request::get(server.url("/x?token=secret"));
    request.maxBytes = 1'000'000;
    request.timeouts = shortTimeouts();
    const auto result = client.fetch(std::move(request));
    QCOMPARE(outcome(result), expected);
    QCOMPARE(server.count(), requests);
    QCOMPARE(client.counters().requests, requests);
    QCOMPARE(client.counters().retries, requests - 1);
    if (result.failed()) {
        // The first argument says who: the host or the URL, never what may be secret in it.
        const QString who = QString::fromStdString(result.error().args.at(0));
        QVERIFY2(who.contains(QStringLiteral("127.0.0.1:%1").arg(server.port())), qPrintable(who));
        QVERIFY2(!argumentsOf(result).contains("secret"), argumentsOf(result).constData());
        if (!argument.isEmpty())
            QCOMPARE(QByteArray::fromStdString(result.error().args.at(1)), argument);
    } else {
        QCOMPARE(result.value().retries, requests - 1);
    }
}

void TestHttpFaults::changesAreNeverRepeated_data() {
    QTest::addColumn<HttpReply>("reply");
    QTest::newRow("500") << HttpReply::text("no", 500);
    QTest::newRow("503") << HttpReply::text("no", 503).with("Retry-After", "0");
    QTest::newRow("closed without a byte") << HttpReply::failing(Fault::CloseBeforeHead);
    QTest::newRow("reset") << HttpReply::failing(Fault::Reset);
    QTest::newRow("cut in the body") << cut(10);
    QTest::newRow("says nothing") << HttpReply::failing(Fault::Silence);
}

void TestHttpFaults::changesAreNeverRepeated() {
    QFETCH(HttpReply, reply);
    HttpServer server([&](const HttpRequest&) { return reply; });
    http::HttpClient client(quick());
    http::Request request = http::Request::change("POST", server.url("/alias"), "{}");
    request.timeouts = shortTimeouts();
    const auto result = client.fetch(std::move(request));
    QVERIFY(!result.ok() || result.value().status >= 500);
    QCOMPARE(server.count(), 1);
    QCOMPARE(client.counters().retries, 0);
}

/// libcurl by itself repeats what was sent on a kept connection that ends without a byte.
void TestHttpFaults::changesAreNotRepeatedOnAKeptConnection() {
    HttpServer server([](const HttpRequest& request) {
        return request.method == "GET" ? HttpReply::text("ok")
                                       : HttpReply::failing(Fault::CloseBeforeHead);
    });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url("/a")))), QByteArray("200"));
    QCOMPARE(outcome(client.fetch(http::Request::change("POST", server.url("/b"), "{}"))),
             QByteArray("net-lost"));
    QCOMPARE(server.count(), 2);
}

void TestHttpFaults::recovers_data() {
    QTest::addColumn<HttpReply>("reply");
    QTest::newRow("500") << HttpReply::text("no", 500);
    QTest::newRow("429") << HttpReply::text("no", 429);
    QTest::newRow("reset") << HttpReply::failing(Fault::Reset);
    QTest::newRow("cut in the body") << cut(5'000);
    QTest::newRow("cut in chunks") << cut(5'000, true);
}

void TestHttpFaults::recovers() {
    QFETCH(HttpReply, reply);
    std::atomic<int> left{2};
    HttpServer server(
        [&](const HttpRequest&) { return left-- > 0 ? reply : HttpReply::json("{\"runs\": []}"); });
    http::HttpClient client(quick());
    const auto result = client.fetch(http::Request::search(server.url("/runs/search"), "{}"));
    QCOMPARE(outcome(result), QByteArray("200"));
    QCOMPARE(result.value().body, std::string("{\"runs\": []}"));  // nothing of the earlier tries
    QCOMPARE(result.value().retries, 2);
    QCOMPARE(server.requests().back().body, std::string("{}"));
}

void TestHttpFaults::nobodyListens() {
    const int port = unusedPort();
    http::HttpClient client(quick());
    const auto result =
        client.fetch(http::Request::get("http://127.0.0.1:" + std::to_string(port) + "/version"));
    QCOMPARE(outcome(result), QByteArray("net-refused"));
    QCOMPARE(argumentsOf(result), "127.0.0.1:" + QByteArray::number(port));
    QCOMPARE(client.counters().requests, 2);
}

void TestHttpFaults::hostWithoutName() {
    http::HttpClient client(quick());
    const auto result = client.fetch(http::Request::get("http://me:secret@tracking.invalid/x"));
    QCOMPARE(outcome(result), QByteArray("net-name-not-found"));
    QCOMPARE(argumentsOf(result), QByteArray("tracking.invalid"));
}

void TestHttpFaults::badUrls_data() {
    QTest::addColumn<QByteArray>("url");
    for (const char* url : {"", "mlruns", "file:///etc/passwd", "ftp://host/x", "http://",
                            "http:///x", "http://host:99999/", "http://ho st/", "javascript:x",
                            "http://ho%73t/", "http://host/\r\nX-Evil: 1"})
        QTest::addRow("%s", url) << QByteArray(url);
}

void TestHttpFaults::badUrls() {
    QFETCH(QByteArray, url);
    http::HttpClient client(quick());
    const auto result = client.fetch(http::Request::get(url.toStdString()));
    QCOMPARE(outcome(result), QByteArray("url-invalid"));
    QCOMPARE(client.counters().requests, 0);
}

void TestHttpFaults::serverComesBack() {
    HttpServer server([](const HttpRequest&) { return HttpReply::text("ok"); });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url()))), QByteArray("200"));
    server.dropConnections(true);
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url()))), QByteArray("net-lost"));
    server.setListening(false);
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url()))), QByteArray("net-refused"));
    server.dropConnections(false);
    server.setListening(true);
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url()))), QByteArray("200"));
}

void TestHttpFaults::retryAfterIsHonoured_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("seconds") << QByteArray("2") << 2000;
    QTest::newRow("now") << QByteArray("0") << 0;
    QTest::newRow("too long") << QByteArray("86400") << 60'000;
    QTest::newRow("a date") << QByteArray("Sat, 28 Nov 2026 10:00:07 GMT") << 7000;
    QTest::newRow("a date that is over") << QByteArray("Sat, 28 Nov 2026 09:00:00 GMT") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << 250;  // as without it
    QTest::newRow("none") << QByteArray() << 250;
}

/// The pause is looked at when it begins, and then the client ends.
void TestHttpFaults::retryAfterIsHonoured() {
    QFETCH(QByteArray, value);
    QFETCH(int, milliseconds);
    HttpServer server([&](const HttpRequest&) {
        const HttpReply reply = HttpReply::text("slow down", 429);
        return value.isEmpty() ? reply : reply.with("Retry-After", value.toStdString());
    });
    http::HttpClient::Options options;
    options.random = [] { return 0.5; };
    options.clock = [] { return base::Millis{1'795'860'000'000}; };  // 2026-11-28T10:00:00Z
    std::stop_source stop;
    std::atomic<std::int64_t> pause{-1};
    options.onRetry = [&](http::RetryPolicy::Duration duration) {
        pause = duration.count();
        stop.request_stop();
    };
    http::HttpClient client(options);
    const auto result = client.fetch(http::Request::get(server.url()), stop.get_token());
    QCOMPARE(outcome(result), QByteArray("cancelled"));
    QCOMPARE(pause.load(), milliseconds);
}

/// Many requests at a server that is down do not become eight times as many.
void TestHttpFaults::patienceWithOneServerEnds() {
    HttpServer server([](const HttpRequest&) { return HttpReply::text("down", 503); });
    HttpServer other([](const HttpRequest&) { return HttpReply::text("down", 503); });
    http::HttpClient::Options options = quick();
    options.retries.maxRetries = 7;
    http::HttpClient client(options);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(outcome(client.fetch(http::Request::get(server.url()))), QByteArray("503"));
    QVERIFY2(server.count() <= 60, qPrintable(QString::number(server.count())));
    QCOMPARE(outcome(client.fetch(http::Request::get(other.url()))), QByteArray("503"));
    QCOMPARE(other.count(), 8);  // another server has patience of its own
}

void TestHttpFaults::stopEndsAtOnce_data() {
    QTest::addColumn<HttpReply>("reply");
    HttpReply stops = cut(100);
    stops.fault = Fault::StopInBody;
    QTest::newRow("while it says nothing") << HttpReply::failing(Fault::Silence);
    QTest::newRow("while the head comes") << HttpReply::failing(Fault::SlowHead);
    QTest::newRow("while the body stands still") << stops;
    QTest::newRow("while the body comes") << endless();
    QTest::newRow("while it pauses before a retry")
        << HttpReply::text("busy", 429).with("Retry-After", "60");
}

void TestHttpFaults::stopEndsAtOnce() {
    QFETCH(HttpReply, reply);
    std::atomic<bool> asked{false};
    HttpServer server([&](const HttpRequest&) {
        asked = true;
        return reply;
    });
    http::HttpClient client;  // with the usual pauses
    std::stop_source stop;
    http::Request request = http::Request::get(server.url());
    request.maxBytes = 0;
    request.progress = [](std::int64_t, std::int64_t) {};
    std::mutex mutex;
    QByteArray came;
    client.send(std::move(request), stop.get_token(), [&](base::Result<http::Response> result) {
        const std::lock_guard lock(mutex);
        came = outcome(result);
    });
    QElapsedTimer timer;
    timer.start();
    while (!asked && timer.elapsed() < 5000)
        std::this_thread::yield();  // an endless body grows by the gigabyte meanwhile
    if (reply.status == 429)
        QTRY_COMPARE(client.counters().retries, 1);
    timer.restart();
    stop.request_stop();
    const auto arrived = [&] {
        const std::lock_guard lock(mutex);
        return came;
    };
    while (arrived().isEmpty() && timer.elapsed() < 5000)
        std::this_thread::yield();
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(arrived(), QByteArray("cancelled"));
    // The client is as good as before.
    server.setHandler([](const HttpRequest&) { return HttpReply::text("ok"); });
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url()))), QByteArray("200"));
}

void TestHttpFaults::stopBeforeSending() {
    HttpServer server([](const HttpRequest&) { return HttpReply::text("ok"); });
    http::HttpClient client;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(outcome(client.fetch(http::Request::get(server.url()), stop.get_token())),
             QByteArray("cancelled"));
    QCOMPARE(server.count(), 0);
}

void TestHttpFaults::stopWhileWaitingForItsTurn() {
    HttpServer server([](const HttpRequest&) { return HttpReply::failing(Fault::Silence); });
    http::HttpClient::Options options;
    options.maxPerHost = 1;
    http::HttpClient client(options);
    std::stop_source first;
    std::stop_source second;
    std::atomic<int> ended{0};
    const auto count = [&](const base::Result<http::Response>& result) {
        ended += result.cancelled() ? 1 : 100;
    };
    client.send(http::Request::get(server.url("/1")), first.get_token(), count);
    client.send(http::Request::get(server.url("/2")), second.get_token(), count);
    QTRY_COMPARE(server.count(), 1);
    second.request_stop();
    QTRY_COMPARE(ended.load(), 1);
    first.request_stop();
    QTRY_COMPARE(ended.load(), 2);
    QCOMPARE(server.count(), 1);
}

void TestHttpFaults::clientGoesWhileRequestsAreUnderWay() {
    std::atomic<int> asked{0};
    HttpServer server([&](const HttpRequest&) {
        ++asked;
        return HttpReply::failing(Fault::Silence);
    });
    std::atomic<int> cancelled{0};
    {
        http::HttpClient client;
        for (int i = 0; i < 20; ++i) {  // some run, some wait for their turn
            client.send(http::Request::get(server.url()), {},
                        [&](const base::Result<http::Response>& result) {
                            cancelled += result.cancelled() ? 1 : 100;
                        });
        }
        QTRY_COMPARE(asked.load(), 6);
    }
    QCOMPARE(cancelled.load(), 20);
}

void TestHttpFaults::callbacksMaySend() {
    HttpServer server([](const HttpRequest&) { return HttpReply::text("ok"); });
    std::atomic<int> answers{0};
    http::HttpClient client;
    std::function<void(base::Result<http::Response>)> next =
        [&](const base::Result<http::Response>& result) {
            if (result.ok() && ++answers < 100)
                client.send(http::Request::get(server.url()), {}, next);
        };
    client.send(http::Request::get(server.url()), {}, next);
    QTRY_COMPARE(answers.load(), 100);
    QCOMPARE(server.connections(), 1);
}

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
