// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "sync/decision.h"
#include "tests/support/asnobody.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <fstream>

using namespace podium;
using base::Error;
using base::ErrorCode;
using base::Result;
using cache::Outbox;
using stores::Held;
using stores::Outcome;
using stores::PlaceKind;
using sync::Decision;
using sync::DecisionState;

namespace {

namespace fs = std::filesystem;

void put(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A store of one run "r" with the tag `team` = vision, and an outbox.
class Place {
public:
    Place() {
        put(root() / "1/meta.yaml", "experiment_id: '1'\nlifecycle_stage: active\nname: one\n");
        put(run() / "meta.yaml",
            "experiment_id: '1'\nlifecycle_stage: active\nrun_id: r\nrun_name: first\n");
        put(run() / "tags/team", "vision");
        fs::permissions(m_dir.path().toStdString(), fs::perms(0755));
    }
    [[nodiscard]] fs::path root() const { return fs::path(m_dir.path().toStdString()) / "mlruns"; }
    [[nodiscard]] fs::path run() const { return root() / "1/r"; }
    [[nodiscard]] std::string team() const { return bytesOf(run() / "tags/team"); }
    [[nodiscard]] std::unique_ptr<Outbox> outbox() const {
        return Outbox::open(m_dir.path().toStdString() + "/outbox", [] { return base::Millis{7}; })
            .value();
    }
    [[nodiscard]] std::unique_ptr<stores::Store> store() const {
        return std::move(stores::FileStore::open(root())).value();
    }

private:
    QTemporaryDir m_dir;
};

Decision teamIs(const Held& wanted, const Held& basis) {
    return {0, "/lab", 7, {{PlaceKind::RunTag, "r", "team", "1/r"}, wanted, basis}};
}

/// Records a decision as the session does.
Decision recorded(Outbox& outbox, Decision decision) {
    decision.entryNo =
        outbox
            .add(decision.location, sync::intentOf(decision.change), sync::basisOf(decision.change))
            .value();
    return decision;
}

/// What the outbox says of its only entry that is not at its end.
std::optional<Decision> only(Outbox& outbox) {
    const auto open = outbox.open().value();
    return open.size() == 1 ? sync::decisionOf(open.front()) : std::nullopt;
}

/// A store that answers with one outcome.
class ToldStore : public stores::Store {
public:
    explicit ToldStore(Result<Outcome> outcome) : m_outcome(std::move(outcome)) {}
    [[nodiscard]] stores::StoreInfo info() const override { return {}; }
    Result<void> read(const stores::ReadRequest&, const stores::Known&, stores::Sink&,
                      base::Progress&, std::stop_token) override {
        return {};
    }
    [[nodiscard]] std::unique_ptr<stores::Watcher> watch(
        const std::vector<std::string>&) const override {
        return nullptr;
    }
    [[nodiscard]] std::unique_ptr<stores::StoreWriter> writer() const override {
        class Writer : public stores::StoreWriter {
        public:
            explicit Writer(const Result<Outcome>& outcome) : m_outcome(outcome) {}
            Result<Held> look(const stores::Place&, std::stop_token) override { return Held(); }
            Result<Outcome> apply(const stores::Change&, std::stop_token) override {
                return m_outcome;
            }

        private:
            Result<Outcome> m_outcome;
        };
        return std::make_unique<Writer>(m_outcome);
    }

private:
    Result<Outcome> m_outcome;
};

/// Runs `work` in a process of its own, which kills itself as kill -9 does.
void killed(const std::function<void()>& work) {
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGKILL);
}

}  // namespace

class TestDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesTheOutbox_data();
    void survivesTheOutbox();
    void entriesOfEarlierVersionsAreRead();
    void aConflictAboutAStageSurvives();
    void strangersAreLeftAlone_data();
    void strangersAreLeftAlone();
    void arrives();
    void whatBecomesOfIt_data();
    void whatBecomesOfIt();
    void aStoreWithoutAWriterKeepsItHere();
    void aReadOnlyFolderKeepsItHere();
    void conflictsAreKeptWithWhatTheStoreHolds();
    void keepingMineWritesOverIt();
    void aReplacedOneNeverGoesOut();
    void theAuditLogTellsWhatHappened();
    void survivesKill_data();
    void survivesKill();
    void killedWhileItIsRecorded();
};

void TestDecision::survivesTheOutbox_data() {
    QTest::addColumn<Decision>("decision");
    QTest::addRow("new tag") << teamIs("audio", {});
    QTest::addRow("gone") << teamIs({}, "vision");
    QTest::addRow("empty") << teamIs("", "vision");
    QTest::addRow("text") << teamIs("# a\r\n\"北京\" 🏆 \\ \x01", "x");
    QTest::addRow("name") << Decision{
        0, "http://lab", 7, {{PlaceKind::RunName, "r", "", ""}, "second", "first"}};
    const auto row = [](const char* name, stores::Change change) {
        QTest::addRow("%s", name) << Decision{0, "http://lab", 7, std::move(change)};
    };
    row("model tag", {{PlaceKind::ModelTag, "churn", "owner", ""}, "growth", {}});
    row("model description", {{PlaceKind::ModelDescription, "churn", "", ""}, {}, "who leaves"});
    row("alias", {{PlaceKind::ModelAlias, "churn/eu", "champion", ""}, "7", "5"});
    row("version tag", {{PlaceKind::VersionTag, "churn", "approval.1", "", 7}, "{\"a\":1}", {}});
    row("version description", {{PlaceKind::VersionDescription, "churn", "", "", 7}, "new", "old"});
    row("stage", {{PlaceKind::VersionStage, "churn", "", "", 7},
                  "Production",
                  "Staging",
                  true,
                  {4, 5},
                  "passed all gates"});
}

void TestDecision::entriesOfEarlierVersionsAreRead() {
    const Place place;
    const auto outbox = place.outbox();
    // As the outbox was filled before there was a registry in it.
    QVERIFY(
        outbox
            ->add("/lab",
                  R"({"folder":"1/r","key":"team","kind":"run-tag","owner":"r","value":"audio"})",
                  R"({"value":"vision"})")
            .ok());
    const auto read = only(*outbox);
    QVERIFY(read);
    QVERIFY(read->change == teamIs("audio", "vision").change);
}

void TestDecision::aConflictAboutAStageSurvives() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision sent = recorded(
        *outbox,
        {0,
         "/lab",
         7,
         {{PlaceKind::VersionStage, "churn", "", "", 7}, "Production", "Staging", true, {5}}});
    const Outcome told{Outcome::Kind::Conflict, "Staging", {5, 6}};
    const Decision done = sync::deliver(*outbox, sent, ToldStore(told), {}).value();
    QCOMPARE(done.inStage, (std::vector<std::int64_t>{5, 6}));
    QVERIFY(*only(*outbox) == done);
}

void TestDecision::survivesTheOutbox() {
    QFETCH(Decision, decision);
    const Place place;
    decision = recorded(*place.outbox(), decision);
    const auto read = only(*place.outbox());
    QVERIFY(read);
    QVERIFY(*read == decision);
    QCOMPARE(read->change.place.folder, decision.change.place.folder);
}

void TestDecision::strangersAreLeftAlone_data() {
    QTest::addColumn<QString>("intent");
    QTest::addColumn<QString>("basis");
    QTest::addRow("another kind") << R"({"kind":"stage","owner":"m","value":"x"})"
                                  << R"({"value":null})";
    QTest::addRow("no value") << R"({"kind":"run-tag","owner":"r","key":"k"})"
                              << R"({"value":null})";
    QTest::addRow("no basis") << R"({"kind":"run-tag","owner":"r","key":"k","value":"x"})"
                              << "{}";
    QTest::addRow("a stage of no version")
        << R"({"kind":"version-stage","owner":"m","key":"","value":"None"})"
        << R"({"value":null})";
    QTest::addRow("damaged") << "{"
                             << "[]";
}

void TestDecision::strangersAreLeftAlone() {
    QFETCH(QString, intent);
    QFETCH(QString, basis);
    const Place place;
    const auto outbox = place.outbox();
    QVERIFY(outbox->add("/lab", intent.toStdString(), basis.toStdString()).ok());
    QVERIFY(!sync::decisionOf(outbox->open().value().front()));
}

void TestDecision::arrives() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision done =
        sync::deliver(*outbox, recorded(*outbox, teamIs("audio", "vision")), *place.store(), {})
            .value();
    QCOMPARE(done.state, DecisionState::Written);
    QCOMPARE(place.team(), std::string("audio"));
    QVERIFY(outbox->open().value().empty());
}

void TestDecision::whatBecomesOfIt_data() {
    QTest::addColumn<base::Error>("error");
    QTest::addColumn<DecisionState>("state");
    const auto row = [](ErrorCode code, std::vector<std::string> args, DecisionState state) {
        QTest::addRow("%s", std::string(base::codeName(code)).c_str())
            << Error{code, std::move(args)} << state;
    };
    row(ErrorCode::NetRefused, {"lab"}, DecisionState::Waiting);
    row(ErrorCode::ServerFault, {"u", "503", ""}, DecisionState::Waiting);
    row(ErrorCode::LoginNeeded, {"lab"}, DecisionState::Waiting);
    row(ErrorCode::DatabaseBusy, {"/lab"}, DecisionState::Waiting);
    row(ErrorCode::SourceVanished, {"/lab"}, DecisionState::Waiting);
    row(ErrorCode::Forbidden, {"lab", "Permission denied"}, DecisionState::LocalOnly);
    row(ErrorCode::StoreReadOnly, {"/lab", "Permission denied"}, DecisionState::LocalOnly);
    row(ErrorCode::HttpStatus, {"u", "400", "too long"}, DecisionState::Failed);
    row(ErrorCode::RunMissing, {"r"}, DecisionState::Failed);
    row(ErrorCode::ReadBackDiffers, {"r", "team"}, DecisionState::Failed);
}

void TestDecision::whatBecomesOfIt() {
    QFETCH(base::Error, error);
    QFETCH(DecisionState, state);
    const Place place;
    const auto outbox = place.outbox();
    const Decision sent = recorded(*outbox, teamIs("audio", "vision"));
    const Decision done = sync::deliver(*outbox, sent, ToldStore(error), {}).value();
    QCOMPARE(done.state, state);
    QCOMPARE(*done.error, error);
    QVERIFY(*only(*outbox) == done);
    // The next try goes well and the trouble is forgotten.
    const Decision again = sync::deliver(*outbox, done, *place.store(), {}).value();
    QCOMPARE(again.state, DecisionState::Written);
    QVERIFY(!again.error);
}

void TestDecision::aStoreWithoutAWriterKeepsItHere() {
    class Silent : public ToldStore {
    public:
        using ToldStore::ToldStore;
        [[nodiscard]] std::unique_ptr<stores::StoreWriter> writer() const override {
            return nullptr;
        }
    };
    const Place place;
    const auto outbox = place.outbox();
    const Decision done =
        sync::deliver(*outbox, recorded(*outbox, teamIs("audio", "vision")), Silent(Outcome{}), {})
            .value();
    QCOMPARE(done.state, DecisionState::LocalOnly);
    QCOMPARE(*done.error, (Error{ErrorCode::StoreReadOnly, {"/lab", ""}}));
    QVERIFY(*only(*outbox) == done);
}

void TestDecision::aReadOnlyFolderKeepsItHere() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision sent = recorded(*outbox, teamIs("audio", "vision"));
    fs::permissions(place.run(), fs::perms(0555));
    Decision done;
    {
        const auto store = place.store();
        const tests::AsNobody nobody;
        done = sync::deliver(*outbox, sent, *store, {}).value();
    }
    fs::permissions(place.run(), fs::perms(0755));
    QCOMPARE(done.state, DecisionState::LocalOnly);
    QCOMPARE(done.error->args.back(), std::string("Permission denied"));
    QCOMPARE(place.team(), std::string("vision"));
}

void TestDecision::conflictsAreKeptWithWhatTheStoreHolds() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision sent = recorded(*outbox, teamIs("audio", "text"));
    const Decision done = sync::deliver(*outbox, sent, *place.store(), {}).value();
    QCOMPARE(done.state, DecisionState::Conflict);
    QCOMPARE(done.found, Held("vision"));
    QVERIFY(*only(*outbox) == done);
    QCOMPARE(place.team(), std::string("vision"));
    QVERIFY(outbox->waiting().value().empty());
}

void TestDecision::keepingMineWritesOverIt() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision sent = recorded(*outbox, teamIs("audio", "text"));
    QCOMPARE(sync::deliver(*outbox, sent, *place.store(), {}).value().state,
             DecisionState::Conflict);
    QVERIFY(outbox->decideAgain(sent.entryNo, sync::basisOf("vision")).ok());
    const auto again = only(*outbox);
    QCOMPARE(again->state, DecisionState::Waiting);
    QVERIFY(!again->found);
    QCOMPARE(sync::deliver(*outbox, *again, *place.store(), {}).value().state,
             DecisionState::Written);
    QCOMPARE(place.team(), std::string("audio"));
}

void TestDecision::aReplacedOneNeverGoesOut() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision first = recorded(*outbox, teamIs("audio", "vision"));
    const Decision next = teamIs("text", "vision");
    QVERIFY(outbox
                ->replace(first.entryNo, "/lab", sync::intentOf(next.change),
                          sync::basisOf(next.change.basis))
                .ok());
    const auto left = only(*outbox);
    QVERIFY(left);
    QCOMPARE(left->change.wanted, Held("text"));
    QVERIFY(left->entryNo != first.entryNo);
}

void TestDecision::theAuditLogTellsWhatHappened() {
    const Place place;
    const auto outbox = place.outbox();
    const Decision sent = recorded(*outbox, teamIs("audio", "text"));
    static_cast<void>(sync::deliver(*outbox, sent, *place.store(), {}));
    QVERIFY(outbox->settle(sent.entryNo, "withdrawn", "").ok());
    const std::vector<std::string> lines = outbox->audit().value();
    QCOMPARE(lines.size(), 3U);
    QVERIFY(lines[0].find(R"("state":"waiting")") != std::string::npos);
    QVERIFY(lines[1].find(R"("state":"conflict")") != std::string::npos);
    QVERIFY(lines[1].find("vision") != std::string::npos);
    QVERIFY(lines[2].find(R"("state":"withdrawn")") != std::string::npos);
}

void TestDecision::survivesKill_data() {
    QTest::addColumn<bool>("afterTheWrite");
    QTest::addRow("between record and write") << false;
    QTest::addRow("between write and mark") << true;
}

/// Nothing is lost and nothing is done twice: the next session finds the entry and brings it to the
/// end, though the store may have it already.
void TestDecision::survivesKill() {
    QFETCH(bool, afterTheWrite);
    const Place place;
    killed([&] {
        const auto outbox = place.outbox();
        const auto die = [] { ::raise(SIGKILL); };
        static_cast<void>(
            sync::deliver(*outbox, recorded(*outbox, teamIs("audio", "vision")), *place.store(), {},
                          afterTheWrite ? sync::Checkpoints{{}, die} : sync::Checkpoints{die, {}}));
    });
    QCOMPARE(place.team(), std::string(afterTheWrite ? "audio" : "vision"));
    const auto outbox = place.outbox();
    const auto left = only(*outbox);
    QVERIFY(left);
    QCOMPARE(left->state, DecisionState::Waiting);
    QCOMPARE(sync::deliver(*outbox, *left, *place.store(), {}).value().state,
             DecisionState::Written);
    QCOMPARE(place.team(), std::string("audio"));
    QVERIFY(outbox->open().value().empty());
}

/// What add() has returned for is there, whatever happens next.
void TestDecision::killedWhileItIsRecorded() {
    const Place place;
    killed([&] {
        const auto outbox = place.outbox();
        for (int i = 0; i < 5; ++i)
            recorded(*outbox, teamIs("audio " + std::to_string(i), "vision"));
        ::raise(SIGKILL);
    });
    QCOMPARE(place.outbox()->open().value().size(), 5U);
}

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
