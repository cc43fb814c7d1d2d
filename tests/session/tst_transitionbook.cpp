// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reviewbook.h"
#include "session/workspace.h"
#include "tests/support/databricksserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <mutex>

using namespace podium;
using base::ErrorCode;
using registry::Action;
using registry::DraftFault;
using session::PlaceKind;
using session::SourceState;
using tests::HttpReply;
using tests::HttpRequest;

namespace {

const QString Place = QStringLiteral("databricks");
constexpr const char* Model = "churn";

/// The transition requests of a workspace, as Databricks documents them.
class Desk {
public:
    HttpReply answer(const std::string& what, const HttpRequest& request) {
        const std::lock_guard lock(m_mutex);
        if (m_status != 200)
            return HttpReply::json(R"({"error_code":"PERMISSION_DENIED","message":"not yours"})",
                                   m_status);
        if (what == "list")
            return HttpReply::json(list(request.parameter("version")));
        const QJsonObject body =
            QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
        m_said.append(what + ' ' + (request.body.empty() ? request.query() : request.body));
        const QString version = request.body.empty()
                                    ? QString::fromStdString(request.parameter("version"))
                                    : body.value(u"version").toString();
        if (what != "create") {
            m_open.removeIf([&](const auto& one) { return one.first == version; });
            return HttpReply::json("{}");
        }
        m_open.append({version, body.value(u"stage").toString()});
        return HttpReply::json(R"({"request": {"creation_timestamp": 1700000000123, "user_id":
            "me@example.org", "to_stage": "Staging"}})");
    }
    void setStatus(int status) {
        const std::lock_guard lock(m_mutex);
        m_status = status;
    }
    void open(const QString& version, const QString& stage) {
        const std::lock_guard lock(m_mutex);
        m_open.append({version, stage});
    }
    [[nodiscard]] std::vector<std::string> said() const {
        const std::lock_guard lock(m_mutex);
        return {m_said.begin(), m_said.end()};
    }

private:
    [[nodiscard]] std::string list(const std::string& version) const {
        QJsonArray requests;
        for (const auto& [of, stage] : m_open) {
            if (of.toStdString() == version)
                requests.append(QJsonObject{
                    {u"creation_timestamp"_qs, 1700000000123.0},
                    {u"user_id"_qs, u"ann@example.org"_qs},
                    {u"to_stage"_qs, stage},
                    {u"comment"_qs, u"ready"_qs},
                    {u"available_actions"_qs,
                     QJsonArray{u"APPROVE_TRANSITION_REQUEST"_qs, u"REJECT_TRANSITION_REQUEST"_qs,
                                u"CANCEL_TRANSITION_REQUEST"_qs}}});
        }
        return QJsonDocument(QJsonObject{{u"requests"_qs, requests}}).toJson().toStdString();
    }

    mutable std::mutex m_mutex;
    int m_status = 200;
    QList<std::pair<QString, QString>> m_open;
    QList<std::string> m_said;
};

/// A Databricks workspace with this program over it. Version 1 of the model is archived, 2 is in
/// Production.
struct Lab {
    explicit Lab(bool hasDesk = true) {
        if (hasDesk)
            server.setTransitions([this](const std::string& what, const HttpRequest& request) {
                return desk.answer(what, request);
            });
        http::HttpClient::Options options;
        options.retries = http::RetryPolicy::none();
        session::SourceAccess access;
        access.client = std::make_shared<http::HttpClient>(std::move(options));
        access.environment = http::Environment::of(
            {{"DATABRICKS_HOST", server.url()}, {"DATABRICKS_TOKEN", server.Token}},
            dir.path().toStdString());
        workspace = std::make_unique<session::Workspace>(*cache, engine, settings, access);
        workspace->sources().setFollowLive(false);
        book = std::make_unique<session::ReviewBook>(*cache, engine, workspace->registry(),
                                                     workspace->outbox(), workspace->sources(),
                                                     access.environment);
        book->setName("bob");
        failed = std::make_unique<QSignalSpy>(book.get(), &session::ReviewBook::failed);
        asked = std::make_unique<QSignalSpy>(book.get(), &session::ReviewBook::asked);
        decided = std::make_unique<QSignalSpy>(book.get(), &session::ReviewBook::decided);
        QObject::connect(book.get(), &session::ReviewBook::refused, book.get(),
                         [this](const session::TransitionDecision& decision, const auto& error) {
                             refused.push_back(error.code);
                             refusedWords = decision.comment;
                         });
    }
    void begin() { workspace->openSource(Place); }
    [[nodiscard]] base::SourceNo source() const {
        const session::SourceInfo* info = workspace->sources().find(Place);
        return info != nullptr ? info->sourceNo : base::SourceNo{};
    }
    [[nodiscard]] bool isRead() const {
        const session::SourceInfo* info = workspace->sources().find(Place);
        return info != nullptr && info->state == SourceState::Synced &&
               book->model(info->sourceNo, Model) != nullptr;
    }
    /// Selects the only request, and tells whether its evidence is there.
    [[nodiscard]] bool isReady() const {
        if (book->inbox()->size() != 1)
            return false;
        book->select(session::keyOf(book->inbox()->front()));
        return book->current() != nullptr && !book->current()->loading;
    }
    [[nodiscard]] int lists() const { return server.asked("transition-requests/list"); }
    DraftFault ask(std::int64_t version) {
        return book->ask(source(), Model, version, {registry::Target::Kind::Stage, "Staging"},
                         false, "please");
    }
    [[nodiscard]] bool hasTags() const {
        const auto& decisions = workspace->outbox().decisions();
        return std::ranges::any_of(decisions, [](const session::Decision& one) {
            return one.change.place.kind == PlaceKind::VersionTag;
        });
    }

    Desk desk;
    tests::DatabricksServer server;
    QTemporaryDir dir;
    std::unique_ptr<cache::Cache> cache =
        cache::Cache::open(dir.filePath(QStringLiteral("c.db")).toStdString(), base::systemClock())
            .value();
    jobs::JobEngine engine;
    session::Settings settings{dir.filePath(QStringLiteral("s.ini"))};
    std::unique_ptr<session::Workspace> workspace;
    std::unique_ptr<session::ReviewBook> book;
    std::unique_ptr<QSignalSpy> failed;
    std::unique_ptr<QSignalSpy> asked;
    std::unique_ptr<QSignalSpy> decided;
    std::vector<ErrorCode> refused;
    std::string refusedWords;
};

}  // namespace

/// Requests that the registry of a Databricks workspace keeps: read, answered and made there.
class TestTransitionBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openOnesAreListed();
    void decisions_data();
    void decisions();
    void askingMakesOne();
    void offlineNothingIsDecided();
    void whoMayNotIsTold();
    void aListThatFailsStays();
    void withoutTheEndpointTagsDo();
};

void TestTransitionBook::openOnesAreListed() {
    Lab lab;
    lab.desk.open(QStringLiteral("1"), QStringLiteral("Production"));
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead() && lab.isReady(), 20000);
    const registry::Request& request = lab.book->inbox()->front().request;
    QVERIFY(request.native);
    QCOMPARE(request.version, std::int64_t(1));
    QCOMPARE(request.asker, std::string("ann@example.org"));
    QCOMPARE(request.replaces, std::vector<std::int64_t>{2});
    QVERIFY(lab.book->current()->judgement.mayApprove);
    QCOMPARE(lab.failed->count(), 0);
}

void TestTransitionBook::decisions_data() {
    QTest::addColumn<int>("action");
    QTest::addColumn<QString>("said");
    const QString body =
        QStringLiteral(R"("comment":"words","name":"churn","stage":"Production","version":"1"})");
    QTest::addRow("approve") << int(Action::Approve)
                             << QStringLiteral(R"(approve {"archive_existing_versions":true,)") +
                                    body;
    QTest::addRow("reject") << int(Action::Reject) << QStringLiteral("reject {") + body;
    QTest::addRow("withdraw") << int(Action::Withdraw)
                              << QStringLiteral(
                                     "delete name=churn&version=1&stage=Production&creator="
                                     "ann%40example.org&comment=words");
}

void TestTransitionBook::decisions() {
    QFETCH(int, action);
    QFETCH(QString, said);
    Lab lab;
    lab.desk.open(QStringLiteral("1"), QStringLiteral("Production"));
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead() && lab.isReady(), 20000);
    const int read = lab.server.asked("/2.0/mlflow/model-versions/search");
    QCOMPARE(lab.book->say(Action(action), "words", true), DraftFault::None);
    QTRY_COMPARE(lab.decided->count(), 1);
    QCOMPARE(lab.desk.said(), std::vector<std::string>{said.toStdString()});
    // It is gone there, so here too; the model is read again.
    QTRY_VERIFY(lab.book->inbox()->empty());
    QTRY_VERIFY(lab.server.asked("/2.0/mlflow/model-versions/search") > read);
    QVERIFY(lab.workspace->outbox().decisions().empty());
    QVERIFY(lab.refused.empty());
}

void TestTransitionBook::askingMakesOne() {
    Lab lab;
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead() && lab.lists() > 0, 20000);
    QCOMPARE(lab.ask(1), DraftFault::None);
    QTRY_COMPARE(lab.asked->count(), 1);
    QCOMPARE(lab.desk.said(),
             std::vector<std::string>{
                 R"(create {"comment":"please","name":"churn","stage":"Staging","version":"1"})"});
    QTRY_COMPARE(lab.book->inbox()->size(), std::size_t(1));
    QVERIFY(lab.book->inbox()->front().request.native);
    QVERIFY(!lab.hasTags());
}

void TestTransitionBook::offlineNothingIsDecided() {
    Lab lab;
    lab.desk.open(QStringLiteral("1"), QStringLiteral("Production"));
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead() && lab.isReady(), 20000);
    lab.workspace->sources().setPaused(Place, true);
    QTRY_COMPARE(lab.workspace->sources().find(Place)->state, SourceState::Paused);
    const int lists = lab.lists();
    QCOMPARE(lab.book->say(Action::Reject, "not yet"), DraftFault::None);
    QCOMPARE(lab.refused, std::vector{ErrorCode::OfflineMode});
    QCOMPARE(lab.refusedWords, std::string("not yet"));
    QCOMPARE(lab.ask(1), DraftFault::None);
    QCOMPARE(lab.refused.size(), std::size_t(2));
    lab.workspace->registry().reload();
    QSignalSpy changed(lab.book.get(), &session::ReviewBook::inboxChanged);
    QTRY_VERIFY(changed.count() > 0);
    // What was known stays, and nothing was asked of the workspace.
    QCOMPARE(lab.book->inbox()->size(), std::size_t(1));
    QCOMPARE(lab.lists(), lists);
    QVERIFY(lab.desk.said().empty());
    QVERIFY(lab.workspace->outbox().decisions().empty());
}

void TestTransitionBook::whoMayNotIsTold() {
    Lab lab;
    lab.desk.open(QStringLiteral("1"), QStringLiteral("Production"));
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead() && lab.isReady(), 20000);
    lab.desk.setStatus(403);
    QCOMPARE(lab.book->say(Action::Approve, "go", false), DraftFault::None);
    QTRY_COMPARE(lab.refused, std::vector{ErrorCode::Forbidden});
    QCOMPARE(lab.refusedWords, std::string("go"));
    QCOMPARE(lab.ask(2), DraftFault::None);
    QTRY_COMPARE(lab.refused.size(), std::size_t(2));
    QVERIFY(!lab.hasTags());
    QCOMPARE(lab.asked->count(), 0);
}

void TestTransitionBook::aListThatFailsStays() {
    Lab lab;
    lab.desk.open(QStringLiteral("1"), QStringLiteral("Production"));
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead() && lab.isReady(), 20000);
    lab.desk.setStatus(403);
    lab.workspace->sources().sync(Place);
    QTRY_COMPARE(lab.failed->count(), 1);
    QCOMPARE(lab.book->inbox()->size(), std::size_t(1));
    // Said once.
    const int lists = lab.lists();
    QTRY_VERIFY(lab.isRead());
    lab.workspace->sources().sync(Place);
    QTRY_VERIFY(lab.lists() > lists);
    QTRY_VERIFY(lab.isRead());
    lab.desk.setStatus(200);
    lab.desk.open(QStringLiteral("2"), QStringLiteral("Archived"));
    lab.workspace->sources().sync(Place);
    QTRY_COMPARE(lab.book->inbox()->size(), std::size_t(2));
    QCOMPARE(lab.failed->count(), 1);
}

void TestTransitionBook::withoutTheEndpointTagsDo() {
    Lab lab(false);
    lab.begin();
    QTRY_VERIFY_WITH_TIMEOUT(lab.isRead(), 20000);
    QCOMPARE(lab.ask(1), DraftFault::None);
    QTRY_COMPARE(lab.asked->count(), 1);
    QVERIFY(lab.hasTags());
    QTRY_COMPARE(lab.book->inbox()->size(), std::size_t(1));
    QVERIFY(!lab.book->inbox()->front().request.native);
    QCOMPARE(lab.failed->count(), 0);
    QVERIFY(lab.refused.empty());
}

QTEST_GUILESS_MAIN(TestTransitionBook)
#include "tst_transitionbook.moc"
