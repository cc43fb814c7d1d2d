// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"
#include "stores/kinds/kinds.h"
#include "tests/support/httpserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace podium;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorCode;
using stores::TransitionRequest;
using tests::HttpReply;
using tests::HttpRequest;

namespace {

constexpr const char* Root = "/api/2.0/mlflow/transition-requests/";

/// A workspace that answers about transition requests as Databricks documents it, and its store.
class Workspace {
public:
    explicit Workspace(const std::string& uri = "databricks")
        : m_http([this](const HttpRequest& request) { return answer(request); }) {
        http::HttpClient::Options options;
        options.retries = http::RetryPolicy::none();
        m_client = std::make_unique<http::HttpClient>(std::move(options));
        stores::OpenContext context;
        context.client = m_client.get();
        context.patience.inAll = 0ms;
        context.environment =
            http::Environment::of({{"DATABRICKS_HOST", m_http.url()}, {"DATABRICKS_TOKEN", "t"}},
                                  m_folder.path().toStdString());
        m_store = std::move(stores::openStore(uri, context)).value();
        requests = m_store->transitions();
    }
    /// The only request that was sent to an endpoint; its body, or what the query says.
    [[nodiscard]] std::string asked(const std::string& method, const std::string& endpoint) const {
        std::string found = "nothing";
        for (const HttpRequest& request : m_http.requests()) {
            if (request.path() == Root + endpoint && request.method == method)
                found = request.body.empty() ? request.query() : request.body;
        }
        return found;
    }
    [[nodiscard]] int count() const { return m_http.count(); }

    HttpReply reply = HttpReply::json("{}");
    std::unique_ptr<stores::TransitionRequests> requests;

private:
    HttpReply answer(const HttpRequest& request) const {
        if (request.path().ends_with("/experiments/search"))
            return HttpReply::json("{}");
        return reply;
    }

    QTemporaryDir m_folder;
    tests::HttpServer m_http;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<stores::Store> m_store;
};

TransitionRequest wish() {
    return {"churn", 7, "Production", "me@example.org", "passed \"all\" gates", 0, {}};
}

}  // namespace

class TestDatabricksTransitions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openOnesAreRead();
    void oneIsMade();
    void decisions();
    void faults_data();
    void faults();
    void unityCatalogHasNone();
    void otherStoresHaveNone();
};

void TestDatabricksTransitions::openOnesAreRead() {
    Workspace lab;
    lab.reply = HttpReply::json(R"({"requests": [
        {"creation_timestamp": 1700000000123, "user_id": "me@example.org", "activity_type":
         "REQUESTED_TRANSITION", "to_stage": "Production", "comment": "ready",
         "available_actions": ["APPROVE_TRANSITION_REQUEST", "REJECT_TRANSITION_REQUEST"]},
        {"creation_timestamp": "1700000000456", "user_id": "you@example.org",
         "to_stage": "Staging"}]})");
    const auto open = lab.requests->open("churn", 7, {});
    QVERIFY(open.ok());
    const std::vector<TransitionRequest> expected = {
        {"churn",
         7,
         "Production",
         "me@example.org",
         "ready",
         1700000000123,
         {"APPROVE_TRANSITION_REQUEST", "REJECT_TRANSITION_REQUEST"}},
        {"churn", 7, "Staging", "you@example.org", "", 1700000000456, {}}};
    QVERIFY(open.value() == expected);
    QCOMPARE(lab.asked("GET", "list"), std::string("name=churn&version=7"));
    lab.reply = HttpReply::json("{}");
    QVERIFY(lab.requests->open("churn", 7, {}).value().empty());
}

void TestDatabricksTransitions::oneIsMade() {
    Workspace lab;
    lab.reply = HttpReply::json(R"({"request": {"creation_timestamp": 1700000000123,
        "user_id": "me@example.org", "to_stage": "Production", "comment": "passed \"all\" gates",
        "available_actions": ["CANCEL_TRANSITION_REQUEST"]}})");
    const auto made = lab.requests->create(wish(), {});
    QVERIFY(made.ok());
    TransitionRequest expected = wish();
    expected.at = 1700000000123;
    expected.availableActions = {"CANCEL_TRANSITION_REQUEST"};
    QVERIFY(made.value() == expected);
    QCOMPARE(lab.asked("POST", "create"),
             std::string(R"({"comment":"passed \"all\" gates","name":"churn","stage":"Production",)"
                         R"("version":"7"})"));
}

void TestDatabricksTransitions::decisions() {
    Workspace lab;
    QVERIFY(lab.requests->approve(wish(), true, "go", {}).ok());
    QCOMPARE(lab.asked("POST", "approve"),
             std::string(R"({"archive_existing_versions":true,"comment":"go","name":"churn",)"
                         R"("stage":"Production","version":"7"})"));
    QVERIFY(lab.requests->reject(wish(), "not yet", {}).ok());
    QCOMPARE(lab.asked("POST", "reject"),
             std::string(R"({"comment":"not yet","name":"churn","stage":"Production",)"
                         R"("version":"7"})"));
    QVERIFY(lab.requests->withdraw(wish(), "", {}).ok());
    QCOMPARE(lab.asked("DELETE", "delete"),
             std::string("name=churn&version=7&stage=Production&creator=me%40example.org"));
}

void TestDatabricksTransitions::faults_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("code");
    QTest::addRow("may not") << 403 << R"({"error_code":"PERMISSION_DENIED","message":"no"})"
                             << int(ErrorCode::Forbidden);
    QTest::addRow("no version")
        << 404 << R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"not found"})"
        << int(ErrorCode::VersionMissing);
    QTest::addRow("switched off") << 404
                                  << R"({"error_code":"FEATURE_DISABLED","message":"disabled"})"
                                  << int(ErrorCode::ApiMissing);
    QTest::addRow("already asked for")
        << 400 << R"({"error_code":"RESOURCE_ALREADY_EXISTS","message":"exists"})"
        << int(ErrorCode::HttpStatus);
}

void TestDatabricksTransitions::faults() {
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, code);
    Workspace lab;
    lab.reply = HttpReply::json(body.toStdString(), status);
    QCOMPARE(int(lab.requests->create(wish(), {}).error().code), code);
    QCOMPARE(int(lab.requests->approve(wish(), false, "", {}).error().code), code);
    QCOMPARE(int(lab.requests->open("churn", 7, {}).error().code), code);
}

void TestDatabricksTransitions::unityCatalogHasNone() {
    Workspace lab("databricks-uc");
    QCOMPARE(lab.requests->create(wish(), {}).error().code, ErrorCode::StagesUnsupported);
    QCOMPARE(lab.requests->open("main.ml.churn", 7, {}).error().code, ErrorCode::StagesUnsupported);
    QCOMPARE(lab.count(), 0);
}

void TestDatabricksTransitions::otherStoresHaveNone() {
    tests::HttpServer server([](const HttpRequest&) { return HttpReply::json("{}"); });
    http::HttpClient client;
    stores::OpenContext context;
    context.client = &client;
    QVERIFY(!std::move(stores::openStore(server.url(), context)).value()->transitions());
}

QTEST_GUILESS_MAIN(TestDatabricksTransitions)
#include "tst_databrickstransitions.moc"
