// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"
#include "stores/kinds/kinds.h"
#include "tests/support/httpserver.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <map>
#include <mutex>
#include <optional>

using namespace podium;
using namespace std::chrono_literals;
using base::ErrorCode;
using nlohmann::json;
using stores::Held;
using stores::Outcome;
using stores::PlaceKind;
using tests::HttpReply;
using tests::HttpRequest;

namespace {

/// One run on a server that keeps what it is told, as MLflow 1.26 (`old`: no run_name, a status
/// that is left out is RUNNING), as newer ones do, or with a run_name that does not follow the tag.
class Server {
public:
    enum class Kind { New, Old, Apart };

    explicit Server(Kind kind = Kind::New)
        : m_kind(kind), m_http([this](const HttpRequest& request) { return answer(request); }) {
        http::HttpClient::Options options;
        options.retries = http::RetryPolicy::none();
        m_client = std::make_unique<http::HttpClient>(std::move(options));
        stores::OpenContext context;
        context.client = m_client.get();
        context.patience.inAll = 0ms;
        m_store = std::move(stores::openStore(m_http.url(), context)).value();
        m_writer = m_store->writer();
    }

    base::Result<Outcome> tag(const std::string& key, Held wanted, Held basis) {
        return m_writer->apply(
            {{PlaceKind::RunTag, "r", key, ""}, std::move(wanted), std::move(basis)}, {});
    }
    base::Result<Outcome> rename(const std::string& wanted, Held basis) {
        return m_writer->apply({{PlaceKind::RunName, "r", "", ""}, wanted, std::move(basis)}, {});
    }
    /// Instead of every answer to a change.
    void refuse(std::optional<HttpReply> reply) {
        const std::lock_guard lock(m_mutex);
        m_refusal = std::move(reply);
    }
    /// The change is done, and then this is answered.
    void loseAnswers(bool lost) {
        const std::lock_guard lock(m_mutex);
        m_losesAnswers = lost;
    }
    [[nodiscard]] int changes() const {
        int count = 0;
        for (const HttpRequest& request : m_http.requests())
            count += request.method == "POST" && request.path().find("/runs/") != std::string::npos;
        return count;
    }

    std::map<std::string, std::string> tags = {{"team", "vision"}, {"mlflow.runName", "first"}};
    std::string name = "first";
    std::string status = "FINISHED";
    std::int64_t endTime = 1'700'000'100'000;
    std::string stage = "active";
    bool gone = false;
    [[nodiscard]] tests::HttpServer& http() { return m_http; }

private:
    static HttpReply fault(int code, const char* name, const char* message) {
        return HttpReply::json(json{{"error_code", name}, {"message", message}}.dump(), code);
    }

    HttpReply answer(const HttpRequest& request) {
        const std::lock_guard lock(m_mutex);
        const std::string path = request.path();
        if (path.ends_with("/experiments/search") || path.ends_with("/experiments/list"))
            return HttpReply::json("{}");
        if (path.ends_with("/runs/get"))
            return gone ? fault(404, "RESOURCE_DOES_NOT_EXIST", "Run 'r' not found")
                        : HttpReply::json(run());
        if (m_refusal)
            return *m_refusal;
        change(path, json::parse(request.body));
        if (m_losesAnswers)
            return HttpReply::failing(tests::Fault::CloseBeforeHead);
        return HttpReply::json("{}");
    }

    void change(const std::string& path, const json& body) {
        if (path.ends_with("/set-tag")) {
            tags[body["key"]] = body["value"];
            if (body["key"] == "mlflow.runName" && m_kind == Kind::New)
                name = body["value"];
        } else if (path.ends_with("/delete-tag")) {
            tags.erase(body["key"]);
        } else if (path.ends_with("/runs/update")) {
            status = body.value("status", "RUNNING");
            endTime = body.value("end_time", std::int64_t{0});
            if (m_kind != Kind::Old)
                name = body["run_name"];
        }
    }

    std::string run() const {
        json list = json::array();
        for (const auto& [key, value] : tags)
            list.push_back({{"key", key}, {"value", value}});
        json info = {{"run_id", "r"},
                     {"experiment_id", "1"},
                     {"status", status},
                     {"end_time", endTime},
                     {"lifecycle_stage", stage}};
        if (m_kind != Kind::Old)
            info["run_name"] = name;
        return json{{"run", {{"info", info}, {"data", {{"tags", list}}}}}}.dump();
    }

    Kind m_kind;
    std::mutex m_mutex;
    std::optional<HttpReply> m_refusal;
    bool m_losesAnswers = false;
    tests::HttpServer m_http;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<stores::Store> m_store;
    std::unique_ptr<stores::StoreWriter> m_writer;
};

}  // namespace

class TestRestWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tagsComeChangeAndGo();
    void aName_data();
    void aName();
    void whatChangedMeanwhileIsAConflict();
    void refusals_data();
    void refusals();
    void anOutageChangesNothingAndIsTold();
    void anAnswerThatGotLostIsFoundOut();
    void aServerThatKeepsSomethingElseIsTold();
};

void TestRestWriter::tagsComeChangeAndGo() {
    Server server;
    const std::string notes = "# Notes\n\n\"quoted\" 北京 🏆";
    QCOMPARE(server.tag("mlflow.note.content", notes, {}).value().kind, Outcome::Kind::Written);
    QCOMPARE(server.tags.at("mlflow.note.content"), notes);
    QCOMPARE(server.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
    QCOMPARE(server.tags.at("team"), std::string("audio"));
    QCOMPARE(server.tag("team", {}, "audio").value().kind, Outcome::Kind::Written);
    QVERIFY(!server.tags.contains("team"));
    QCOMPARE(server.changes(), 3);
    QCOMPARE(server.tag("team", {}, "audio").value().kind, Outcome::Kind::Was);
    QCOMPARE(server.changes(), 3);
}

void TestRestWriter::aName_data() {
    QTest::addColumn<int>("kind");
    QTest::addRow("new") << int(Server::Kind::New);
    QTest::addRow("1.26") << int(Server::Kind::Old);
    QTest::addRow("apart") << int(Server::Kind::Apart);
}

/// The end and the status of a run stay as they are, whatever a server makes of a name.
void TestRestWriter::aName() {
    QFETCH(int, kind);
    Server server(static_cast<Server::Kind>(kind));
    QCOMPARE(server.rename("second", "first").value().kind, Outcome::Kind::Written);
    QCOMPARE(server.tags.at("mlflow.runName"), std::string("second"));
    if (static_cast<Server::Kind>(kind) != Server::Kind::Old)
        QCOMPARE(server.name, std::string("second"));
    QCOMPARE(server.status, std::string("FINISHED"));
    QCOMPARE(server.endTime, std::int64_t{1'700'000'100'000});
}

void TestRestWriter::whatChangedMeanwhileIsAConflict() {
    Server server;
    QCOMPARE(server.tag("team", "audio", "text").value(),
             (Outcome{Outcome::Kind::Conflict, "vision"}));
    QCOMPARE(server.rename("third", "second").value(), (Outcome{Outcome::Kind::Conflict, "first"}));
    QCOMPARE(server.changes(), 0);
}

void TestRestWriter::refusals_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::addRow("403") << 403 << "Permission denied" << int(ErrorCode::Forbidden)
                         << "Permission denied";
    QTest::addRow("401") << 401 << "who?" << int(ErrorCode::LoginNeeded) << "";
    QTest::addRow("400") << 400
                         << R"({"error_code":"INVALID_PARAMETER_VALUE","message":"too long"})"
                         << int(ErrorCode::HttpStatus) << "too long";
    QTest::addRow("503") << 503 << "later" << int(ErrorCode::ServerFault) << "later";
}

void TestRestWriter::refusals() {
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, code);
    QFETCH(QString, words);
    Server server;
    server.refuse(HttpReply::json(body.toStdString(), status));
    const auto done = server.tag("team", "audio", "vision");
    QVERIFY(done.failed());
    QCOMPARE(int(done.error().code), code);
    if (!words.isEmpty())
        QCOMPARE(done.error().args.back(), words.toStdString());
    QCOMPARE(server.changes(), 1);
    server.refuse({});
    server.stage = "deleted";
    QCOMPARE(server.tag("team", "audio", "vision").error(),
             (base::Error{ErrorCode::RunDeleted, {"r"}}));
    server.gone = true;
    QCOMPARE(server.tag("team", "audio", "vision").error(),
             (base::Error{ErrorCode::RunMissing, {"r"}}));
    QCOMPARE(server.changes(), 1);
}

void TestRestWriter::anOutageChangesNothingAndIsTold() {
    Server server;
    server.http().dropConnections(true);
    QCOMPARE(server.tag("team", "audio", "vision").error().code, ErrorCode::NetLost);
    server.http().dropConnections(false);
    QCOMPARE(server.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
}

/// The server did it and the answer never came: it is not sent a second time, and the next try
/// sees that it is done.
void TestRestWriter::anAnswerThatGotLostIsFoundOut() {
    Server server;
    server.loseAnswers(true);
    QCOMPARE(server.tag("team", "audio", "vision").error().code, ErrorCode::NetLost);
    QCOMPARE(server.changes(), 1);
    server.loseAnswers(false);
    QCOMPARE(server.tag("team", "audio", "vision").value().kind, Outcome::Kind::Was);
    QCOMPARE(server.changes(), 1);
}

void TestRestWriter::aServerThatKeepsSomethingElseIsTold() {
    Server server;
    server.refuse(HttpReply::json("{}"));
    QCOMPARE(server.tag("team", "audio", "vision").error(),
             (base::Error{ErrorCode::ReadBackDiffers, {"r", "team"}}));
}

QTEST_GUILESS_MAIN(TestRestWriter)
#include "tst_restwriter.moc"
