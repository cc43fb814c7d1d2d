// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a server fails, all the way through a sync: what the cache holds afterwards,
// what a person is told, and that the next sync makes up for it.
#include "sync/histories.h"
#include "tests/support/certificates.h"
#include "tests/support/tree.h"
#include "tests/sync/serverlab.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>

using namespace podium;
using namespace std::chrono_literals;
using base::Result;
using tests::Fault;
using tests::HttpReply;
using tests::HttpRequest;
using tests::MiniServer;
using tests::Place;
using tests::ServerLab;
using tests::Striker;

namespace {

Striker always(HttpReply reply) {
    return [reply = std::move(reply)](int) { return reply; };
}

Striker times(int count, HttpReply reply) {
    return [count, reply = std::move(reply)](int strike) -> std::optional<HttpReply> {
        return strike < count ? std::optional(reply) : std::nullopt;
    };
}

/// A page that would be fine if all of it came.
HttpReply page(const std::string& run, Fault fault = Fault::None) {
    HttpReply reply = HttpReply::json("{\"runs\": [" + run + ", " + run + "]}");
    reply.fault = fault;
    reply.faultAfter = static_cast<std::int64_t>(run.size() + run.size() / 2);
    return reply;
}

HttpReply declared(HttpReply reply, std::int64_t more) {
    reply.declaredLength = static_cast<std::int64_t>(reply.body->size()) + more;
    reply.close = true;
    return reply;
}

HttpReply chunked(HttpReply reply) {
    reply.chunked = true;
    return reply;
}

HttpReply gigabyte(bool inChunks) {
    HttpReply reply = HttpReply::json("{\"runs\": [" + std::string(1 << 20, ' '));
    reply.repeatTo = 1'000'000'000;
    reply.chunked = inChunks;
    return reply;
}

/// A figure of this process's memory, in MiB.
double memory(const char* name) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(line.indexOf(':') + 1).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

}  // namespace

Q_DECLARE_METATYPE(Striker)

class TestServerFaults : public QObject, private ServerLab {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }
    void faults_data();
    void faults();
    void nobodyListens();
    void nameUnknown();
    void certificates_data();
    void certificates();
    void credentialsStayHome_data();
    void credentialsStayHome();
    void retryAfterIsWaitedFor();
    void gigabytesAreRefused_data();
    void gigabytesAreRefused();
    void aRunThatChangesBetweenPagesIsOneOfBoth();
    void anOutageIsWaitedFor();
    void halfAHistoryIsNone();
};

void TestServerFaults::faults_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<Striker>("striker");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QStringList>("words");  // what happened, and what to do next
    const auto row = [](const char* name, Place place, Striker striker, const char* expected,
                        const QStringList& words) {
        QTest::newRow(name) << static_cast<int>(place) << std::move(striker) << QByteArray(expected)
                            << words;
    };
    const std::string run = MiniServer(1).run(1);
    const HttpReply html = HttpReply::text("<html>Sign in</html>", 200, "text/html");
    const QStringList late{u"in time"_qs, u"try again"_qs};
    const QStringList lost{u"broke off"_qs, u"kept; sync again"_qs};
    const QStringList odd{u"can't be understood"_qs, u"sync again"_qs};
    const QStringList page1{u"not JSON"_qs, u"login page"_qs};
    const QStringList busy{u"too many requests"_qs, u"in a while"_qs};
    const QStringList sick{u"500"_qs, u"try again later"_qs};
    const QStringList who{u"did not accept the login"_qs, u"Check the user and password"_qs};
    const QStringList barred{u"does not allow"_qs, u"Ask its administrator"_qs};

    using P = Place;
    for (const P place : {P::Start, P::Page}) {
        const bool first = place == P::Start;
        const auto named = [first](const char* name) -> QByteArray {
            return QByteArray(name) + (first ? " at once" : " in the middle");
        };
        const auto both = [&](const char* name, HttpReply reply, const char* atOnce,
                              const char* inTheMiddle, const QStringList& words) {
            row(named(name).constData(), place, always(std::move(reply)),
                first ? atOnce : inTheMiddle, words);
        };
        both("silence", HttpReply::failing(Fault::Silence), "net-timeout", "net-timeout", late);
        both("slow headers", HttpReply::failing(Fault::SlowHead), "net-timeout", "net-timeout",
             late);
        both("body stops", page(run, Fault::StopInBody), "net-timeout", "net-timeout", late);
        both("cut", page(run, Fault::CutInBody), "net-lost", "net-lost", lost);
        both("cut in chunks", chunked(page(run, Fault::CutInBody)), "net-lost", "net-lost", lost);
        both("length too great", declared(page(run), 50), "net-lost", "net-lost", lost);
        both("length too small", declared(page(run), -50), "answer-invalid",
             "problem answer-invalid", odd);
        both("reset", HttpReply::failing(Fault::Reset), "net-lost", "net-lost", lost);
        both("429", HttpReply::text("", 429), "rate-limited", "rate-limited", busy);
        both("500", HttpReply::text("no", 500), "server-fault", "problem server-fault", sick);
        both("503", HttpReply::text("no", 503), "server-fault", "server-fault",
             {u"503"_qs, u"try again later"_qs});
        both("HTML", html, "answer-not-json", "problem answer-not-json", page1);
        both("401", HttpReply::text("no", 401), "login-refused", "login-refused", who);
        both("403", HttpReply::text("no", 403), "forbidden", "problem forbidden", barred);
        row(named("500 three times").constData(), place, times(3, HttpReply::text("no", 500)),
            "fine", {});
        row(named("429 three times").constData(), place, times(3, HttpReply::text("no", 429)),
            "fine", {});
    }
    row("page token repeats", P::Page,
        always(HttpReply::json(R"({"runs": [], "next_page_token": "999"})")),
        "problem page-token-repeats", {u"same page again"_qs, u"Sync again"_qs});
    row("registry fails", P::Versions, always(HttpReply::text("no", 500)), "problem server-fault",
        sick);
    row("registry cut off", P::Versions, always(HttpReply::failing(Fault::Reset)), "net-lost",
        lost);
    row("registry is a page", P::Versions, always(html), "problem answer-not-json", page1);
    row("registry forbidden", P::Versions, always(HttpReply::text("no", 403)), "problem forbidden",
        barred);
    row("registry broken", P::Versions, always(HttpReply::json(R"({"model_versions": [{"na)")),
        "problem answer-invalid", odd);
    row("logged models fail", P::Models, always(HttpReply::text("no", 500)), "problem server-fault",
        sick);
}

void TestServerFaults::faults() {
    QFETCH(int, place);
    QFETCH(Striker, striker);
    QFETCH(QByteArray, expected);
    QFETCH(QStringList, words);
    const auto where = static_cast<Place>(place);
    strike(where, striker);
    QCOMPARE(outcome(), expected);
    for (const QString& word : words)
        QVERIFY2(m_told.contains(word, Qt::CaseInsensitive), qPrintable(m_told));
    QVERIFY2(!m_told.contains(QLatin1String(Password)), qPrintable(m_told));
    const int came = held();
    if (expected == "fine" || where == Place::Versions || where == Place::Models)
        QCOMPARE(came, Runs);
    else
        QCOMPARE(came, where == Place::Start ? 0 : FirstPages);

    m_server->setFault({});
    QCOMPARE(outcome(), QByteArray("fine"));
    QCOMPARE(held(), Runs);
    QVERIFY(isRegistryThere());

    // Once it is here, no fault takes it away.
    strike(where, striker);
    QCOMPARE(outcome(), expected);
    QCOMPARE(held(), Runs);
    QVERIFY(isRegistryThere());
}

void TestServerFaults::nobodyListens() {
    const std::string url = m_server->url();
    m_server->http().setListening(false);
    QCOMPARE(outcome(), QByteArray("net-refused"));
    QVERIFY2(m_told.contains(u"Check that the server runs"_qs), qPrintable(m_told));
    QCOMPARE(held(), 0);
    m_server->http().setListening(true);
    QCOMPARE(outcome(), QByteArray("fine"));
    m_server->http().setListening(false);
    m_server->http().dropConnections(true);
    const QByteArray gone = outcome();
    QVERIFY2(gone == "net-refused" || gone == "net-lost", gone.constData());
    QCOMPARE(held(), Runs);
}

void TestServerFaults::nameUnknown() {
    QCOMPARE(outcome("http://tracking.invalid"), QByteArray("net-name-not-found"));
    QVERIFY2(m_told.contains(u"tracking.invalid"_qs) && m_told.contains(u"Check the spelling"_qs),
             qPrintable(m_told));
    QCOMPARE(held(), 0);
}

void TestServerFaults::certificates_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("until");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QString>("next");
    QTest::newRow("right") << u"localhost"_qs << 9 << true << QByteArray("fine") << QString();
    QTest::newRow("expired") << u"localhost"_qs << -1 << true << QByteArray("tls-expired")
                             << u"owner has to renew it"_qs;
    QTest::newRow("wrong name") << u"elsewhere.example"_qs << 9 << true
                                << QByteArray("tls-wrong-host") << u"Check the address"_qs;
    QTest::newRow("unknown authority")
        << u"localhost"_qs << 9 << false << QByteArray("tls-untrusted") << u"name its CA file"_qs;
}

void TestServerFaults::certificates() {
    QFETCH(QString, name);
    QFETCH(int, until);
    QFETCH(bool, known);
    QFETCH(QByteArray, expected);
    QFETCH(QString, next);
    const tests::CertificateAuthority authority;
    const tests::CertificateAuthority other;
    m_caFile = m_folder->filePath(u"ca.pem"_qs).toStdString();
    QVERIFY(tests::writeFile(m_caFile, (known ? authority : other).certificate()));
    const tests::ServerIdentity identity = authority.issue(name.toStdString(), -10, until);
    tests::HttpServer::Options options;
    options.identity = &identity;
    serve(options);
    QCOMPARE(outcome(), expected);
    QVERIFY2(m_told.contains(next), qPrintable(m_told));
    QCOMPARE(held(), expected == "fine" ? Runs : 0);
    QVERIFY(expected == "fine" || m_server->http().count() == 0);  // nothing was said to it
    m_server.reset();                                              // before its identity
}

void TestServerFaults::credentialsStayHome_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QString>("next");
    const QString page = u"login page in front of it"_qs;
    const QString trust = u"connect to that address itself"_qs;
    for (const Place place : {Place::Start, Place::Page}) {
        const bool first = place == Place::Start;
        const QByteArray how = first ? "" : "problem ";
        QTest::addRow("302 %s", first ? "at once" : "in the middle")
            << static_cast<int>(place) << 302 << how + "answer-not-json" << page;
        QTest::addRow("307 %s", first ? "at once" : "in the middle")
            << static_cast<int>(place) << 307 << how + "redirect-refused" << trust;
    }
}

void TestServerFaults::credentialsStayHome() {
    QFETCH(int, place);
    QFETCH(int, status);
    QFETCH(QByteArray, expected);
    QFETCH(QString, next);
    tests::HttpServer other([](const HttpRequest&) {
        return HttpReply::text("<html>Sign in</html>", 200, "text/html");
    });
    const std::string login = "http://localhost:" + std::to_string(other.port()) + "/login";
    strike(static_cast<Place>(place), always(HttpReply::redirect(login, status)));
    QCOMPARE(outcome(), expected);
    QVERIFY2(m_told.contains(next) && m_told.contains(u"localhost"_qs), qPrintable(m_told));
    QVERIFY(!m_server->http().requests().front().header("Authorization").empty());
    QCOMPARE(other.count() > 0, status == 302);
    for (const HttpRequest& request : other.requests()) {
        QVERIFY(request.header("Authorization").empty());
        QVERIFY(request.header("X-MLFLOW-WORKSPACE").empty());
        QCOMPARE(request.body, std::string());
    }
    m_server->setFault({});
    QCOMPARE(outcome(), QByteArray("fine"));
    QCOMPARE(held(), Runs);
}

void TestServerFaults::retryAfterIsWaitedFor() {
    strike(Place::Page, times(1, HttpReply::text("", 429).with("Retry-After", "1")));
    QCOMPARE(outcome(), QByteArray("fine"));
    QCOMPARE(held(), Runs);
    QCOMPARE(m_pauses, std::vector<std::int64_t>{1000});
}

void TestServerFaults::gigabytesAreRefused_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("inChunks");
    for (const Place place : {Place::Start, Place::Page}) {
        for (const bool inChunks : {false, true})
            QTest::addRow("%s, %s", place == Place::Start ? "experiments" : "runs",
                          inChunks ? "in chunks" : "told before")
                << static_cast<int>(place) << inChunks;
    }
}

void TestServerFaults::gigabytesAreRefused() {
    QFETCH(int, place);
    QFETCH(bool, inChunks);
    const bool first = static_cast<Place>(place) == Place::Start;
    m_answer = 60s;
    strike(static_cast<Place>(place), always(gigabyte(inChunks)));
    QFile reset(u"/proc/self/clear_refs"_qs);  // the peak counts from here on
    QVERIFY(reset.open(QIODevice::WriteOnly) && reset.write("5") == 1);
    reset.close();
    const double before = memory("VmRSS");
    QCOMPARE(outcome(), QByteArray(first ? "http-too-large" : "problem http-too-large"));
    const double grown = memory("VmHWM") - before;
    QVERIFY2(m_told.contains(u"larger than"_qs) && m_told.contains(u"ask its administrator"_qs),
             qPrintable(m_told));
    QCOMPARE(held(), first ? 0 : FirstPages);
    // An answer of at most 256 MiB, in a buffer that doubles. Sanitizers keep what was freed.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(grown < 500, qPrintable(u"%1 MiB"_qs.arg(grown)));
#else
    Q_UNUSED(grown)
#endif
}

void TestServerFaults::aRunThatChangesBetweenPagesIsOneOfBoth() {
    // Run 1 came by the first page; it fails while the others are read and comes again, changed.
    std::string later = m_server->run(1);
    const auto put = [&later](const std::string& before, const std::string& after) {
        later.replace(later.find(before), before.size(), after);
    };
    put("FINISHED", "FAILED");
    put("\"value\":0.5", "\"value\":0.75");
    put(R"("value":"1")", R"("value":"changed")");
    strike(Place::Page, [&](int strike) -> std::optional<HttpReply> {
        if (strike > 0)
            return std::nullopt;
        return HttpReply::json("{\"runs\": [" + later + "], \"next_page_token\": \"300.0\"}");
    });
    QCOMPARE(outcome(), QByteArray("fine"));
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sources().value().front().sourceNo;
    const auto found = reader.findRun(source, MiniServer::runId(1)).value();
    QCOMPARE(found.size(), 1U);
    const auto run = reader.run(found.front()).value().value();
    QVERIFY(run.run.status == domain::RunStatus::Failed);
    QCOMPARE(run.metrics.front().reductions.last.value, 0.75);
    QCOMPARE(run.run.params.front().value, std::string("changed"));
    m_server->setFault({});  // and back
    QCOMPARE(outcome(), QByteArray("fine"));
    QCOMPARE(held(), Runs);
}

void TestServerFaults::anOutageIsWaitedFor() {
    // A minute is 150 ms here, as the patience of five minutes is 300 ms.
    std::jthread mender;
    strike(Place::Page, [&](int strike) -> std::optional<HttpReply> {
        if (strike == 0) {
            mender = std::jthread([this] {
                m_server->http().dropConnections(true);
                std::this_thread::sleep_for(150ms);
                m_server->http().dropConnections(false);
            });
        }
        return std::nullopt;
    });
    QCOMPARE(outcome(), QByteArray("fine"));
    QCOMPARE(held(), Runs);
    int firstPages = 0;
    for (const HttpRequest& request : m_server->http().requests())
        firstPages += request.path().ends_with("/runs/search") &&
                              request.body.find("page_token") == std::string::npos
                          ? 1
                          : 0;
    QCOMPARE(firstPages, 2);  // one for each experiment: nothing was read again
}

void TestServerFaults::halfAHistoryIsNone() {
    QCOMPARE(outcome(), QByteArray("fine"));
    cache::Reader reader = m_cache->reader().value();
    const auto source = reader.sources().value().front().sourceNo;
    const auto runs = reader.findRun(source, MiniServer::runId(5)).value();
    const std::string point = R"({"key": "loss", "value": 1, "timestamp": 1, "step": 1})";
    m_server->setFault([&](const HttpRequest& request) -> std::optional<HttpReply> {
        if (!request.path().ends_with("/metrics/get-history"))
            return std::nullopt;
        if (request.parameter("page_token").empty())
            return HttpReply::json("{\"metrics\": [" + point + R"(], "next_page_token": "1"})");
        return page(point, Fault::CutInBody);
    });
    const auto missing = reader.missingHistories(runs).value();
    base::Progress progress;
    const auto fetched = sync::fetchHistories(*m_store, *m_cache, missing, false, progress, {});
    QVERIFY(fetched.failed() && fetched.error().code == base::ErrorCode::NetLost);
    QCOMPARE(reader.missingHistories(runs).value().size(), 1U);
    m_server->setFault({});
    QVERIFY(sync::fetchHistories(*m_store, *m_cache, missing, false, progress, {}).ok());
    QVERIFY(reader.missingHistories(runs).value().empty());
}

QTEST_GUILESS_MAIN(TestServerFaults)
#include "tst_serverfaults.moc"
