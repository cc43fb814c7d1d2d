// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"
#include "tests/support/httpserver.h"
#include "tests/support/recordings.h"

#include <QTest>

using namespace podium;
using namespace podium::tests;

class TestHttpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksAndGets();
};

void TestHttpClient::asksAndGets() {
    HttpServer server(recordedServer("3.11"));
    http::HttpClient client;
    const auto version = client.fetch(http::Request::get(server.url("/version")));
    QVERIFY(version.ok());
    QCOMPARE(version.value().status, 200);
    QCOMPARE(version.value().body, std::string("3.11.2.dev0"));
    const auto experiments = client.fetch(http::Request::search(
        server.url("/api/2.0/mlflow/experiments/search"), R"({"max_results": 2})"));
    QVERIFY(experiments.ok());
    QVERIFY(experiments.value().body.find("next_page_token") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
