// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/decisioncommand.h"
#include "session/tagrules.h"
#include "session/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace podium;
using session::Change;
using session::Decision;
using session::DecisionState;
using session::PlaceKind;
using session::TagFault;
using session::Workspace;

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

/// A store with the runs "a" and "b", each with the tag `team` = vision, and starts of the program
/// over it.
class Lab {
public:
    Lab() {
        put(root() / "1/meta.yaml", "experiment_id: '1'\nlifecycle_stage: active\nname: one\n");
        for (const char* id : {"a", "b"}) {
            put(run(id) / "meta.yaml",
                std::string("experiment_id: '1'\nlifecycle_stage: active\n") + "run_id: " + id +
                    "\nrun_name: run " + id + "\nstatus: 3\nstart_time: 1700000000000\n");
            put(run(id) / "tags/team", "vision");
            for (const char* folder : {"metrics", "params", "artifacts"})
                fs::create_directories(run(id) / folder);
        }
    }
    void start() {
        m_workspace.reset();
        m_engine.reset();
        m_cache = cache::Cache::open(m_dir.filePath(QStringLiteral("c.db")).toStdString(),
                                     base::systemClock())
                      .value();
        m_engine = std::make_unique<jobs::JobEngine>();
        m_settings = std::make_unique<session::Settings>(m_dir.filePath(QStringLiteral("s.ini")));
        m_workspace = std::make_unique<Workspace>(*m_cache, *m_engine, *m_settings);
        m_workspace->outbox().setRetryDelay(30);
        m_workspace->sources().setFollowLive(false);
    }
    /// Opens the store and waits until both runs are in the table.
    void open() {
        m_workspace->openSource(location());
        QTRY_COMPARE_WITH_TIMEOUT(m_workspace->runs().snapshot()->total, std::size_t{2}, 20000);
        QTRY_COMPARE(m_workspace->sources().find(location())->state, session::SourceState::Synced);
    }
    void stop() {
        m_workspace.reset();
        m_engine.reset();
        m_cache.reset();
    }
    [[nodiscard]] fs::path root() const { return fs::path(m_dir.path().toStdString()) / "mlruns"; }
    [[nodiscard]] fs::path run(const std::string& id) const { return root() / "1" / id; }
    [[nodiscard]] std::string team(const std::string& id) const {
        return bytesOf(run(id) / "tags/team");
    }
    [[nodiscard]] QString location() const { return QString::fromStdString(root().string()); }
    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] session::OutboxBook& outbox() { return m_workspace->outbox(); }
    void decide(const std::string& wanted, const std::string& basis, const std::string& id = "a") {
        outbox().decide(location(), {teamIs(wanted, basis, id)});
    }
    static Change teamIs(const std::string& wanted, const std::string& basis,
                         const std::string& id = "a") {
        return {{PlaceKind::RunTag, id, "team", "1/" + id}, wanted, basis};
    }
    /// What the table shows of a run in a column.
    [[nodiscard]] std::string shown(const query::ColumnKey& column, const std::string& id = "a") {
        const auto snapshot = m_workspace->runs().snapshot();
        const query::Frame& frame = *snapshot->table.frame;
        const auto ids = query::attributeColumn(query::Attribute::RunId);
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            if (frame.text(ids, row) == id)
                return std::string(frame.text(column, row));
        }
        return "no such run";
    }
    [[nodiscard]] std::optional<DecisionState> only() {
        const auto& decisions = outbox().decisions();
        return decisions.size() == 1 ? std::optional(decisions.front().state) : std::nullopt;
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<cache::Cache> m_cache;
    std::unique_ptr<jobs::JobEngine> m_engine;
    std::unique_ptr<session::Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
};

const query::ColumnKey Team = query::tagColumn("team");

}  // namespace

class TestOutboxBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDecisionShowsAtOnceAndArrives();
    void aNameIsShownFoundAndSortedAtOnce();
    void theInspectorShowsIt();
    void whatWaitsOutlivesTheProgram();
    void aNewDecisionReplacesOneThatWaits();
    void goingBackWithdrawsIt();
    void conflicts_data();
    void conflicts();
    void aSourceMarkedReadOnlyIsNotWrittenTo();
    void whatTheStoreRefusesIsTold();
    void undoWritesTheOldValue();
    void keysAsMlflowTakesThem_data();
    void keysAsMlflowTakesThem();
    void lengths();
};

void TestOutboxBook::aDecisionShowsAtOnceAndArrives() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().runs().setColumns({Team});
    QTRY_COMPARE(lab.shown(Team), std::string("vision"));
    lab.decide("audio", "vision");
    QVERIFY(!lab.outbox().decisions().empty());
    QTRY_COMPARE(lab.shown(Team), std::string("audio"));
    QTRY_COMPARE(lab.team("a"), std::string("audio"));
    // In the end the cache has it, and nothing has to be put over it.
    QTRY_VERIFY(lab.outbox().decisions().empty());
    QTRY_VERIFY(lab.workspace().runs().snapshot()->edited.empty());
    QTRY_COMPARE(lab.shown(Team), std::string("audio"));
    QCOMPARE(lab.shown(Team, "b"), std::string("vision"));
}

void TestOutboxBook::aNameIsShownFoundAndSortedAtOnce() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().sources().setPaused(lab.location(), true);
    lab.outbox().decide(lab.location(), {{{PlaceKind::RunName, "a", "", "1/a"}, "zz", "run a"}});
    const auto name = query::attributeColumn(query::Attribute::RunName);
    QTRY_COMPARE(lab.shown(name), std::string("zz"));
    lab.workspace().runs().setFilter(QStringLiteral("attributes.run_name = 'zz'"));
    QTRY_COMPARE(lab.workspace().runs().snapshot()->matching, std::size_t{1});
    QCOMPARE(lab.workspace().runs().snapshot()->edited.size(), std::size_t{1});
    QCOMPARE(lab.workspace().runs().snapshot()->edited.begin()->second, DecisionState::Waiting);
}

void TestOutboxBook::theInspectorShowsIt() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().chosen().setSelected(
        {lab.workspace().runs().snapshot()->table.frame->runs().front()});
    QTRY_COMPARE(lab.workspace().inspector().current()->runs.size(), std::size_t{1});
    lab.workspace().sources().setPaused(lab.location(), true);
    const std::string id = lab.workspace().inspector().current()->runs.front().run.runId;
    lab.decide("audio", "vision", id);
    lab.outbox().decide(lab.location(), {{{PlaceKind::RunTag, id, "note", "1/" + id}, "x", {}}});
    const auto tag = [&](const char* key) {
        const auto& tags = lab.workspace().inspector().current()->runs.front().run.tags;
        const std::string* value = domain::find(tags, key);
        return value != nullptr ? *value : std::string("none");
    };
    QTRY_COMPARE(tag("team"), std::string("audio"));
    QTRY_COMPARE(tag("note"), std::string("x"));
    lab.outbox().decide(lab.location(),
                        {{{PlaceKind::RunTag, id, "team", "1/" + id}, {}, "audio"}});
    QTRY_COMPARE(tag("team"), std::string("none"));
}

void TestOutboxBook::whatWaitsOutlivesTheProgram() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().sources().setPaused(lab.location(), true);
    lab.decide("audio", "vision");
    lab.decide("text", "vision", "b");
    QTRY_VERIFY(lab.outbox().decisions().size() == 2 &&
                lab.outbox().decisions().back().entryNo > 0);
    QCOMPARE(lab.outbox().count(), 2);
    QCOMPARE(lab.team("a"), std::string("vision"));
    lab.stop();
    lab.start();
    QTRY_COMPARE(lab.outbox().count(), 2);
    lab.workspace().openSource(lab.location());
    QTRY_COMPARE(lab.workspace().sources().find(lab.location())->state,
                 session::SourceState::Paused);
    QCOMPARE(lab.team("a"), std::string("vision"));
    lab.workspace().sources().setPaused(lab.location(), false);
    QTRY_COMPARE(lab.team("a"), std::string("audio"));
    QTRY_COMPARE(lab.team("b"), std::string("text"));
    QTRY_COMPARE(lab.outbox().count(), 0);
}

void TestOutboxBook::aNewDecisionReplacesOneThatWaits() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().sources().setPaused(lab.location(), true);
    lab.decide("audio", "vision");
    lab.decide("text", "audio");
    QCOMPARE(lab.outbox().count(), 1);
    QCOMPARE(*lab.outbox().decisions().front().change.basis, std::string("vision"));
    QTRY_VERIFY(lab.outbox().decisions().front().entryNo > 0);
    lab.stop();
    lab.start();
    QTRY_COMPARE(lab.outbox().count(), 1);
    QCOMPARE(*lab.outbox().decisions().front().change.wanted, std::string("text"));
}

void TestOutboxBook::goingBackWithdrawsIt() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().sources().setPaused(lab.location(), true);
    lab.decide("audio", "vision");
    lab.decide("vision", "audio");
    QCOMPARE(lab.outbox().count(), 0);
    lab.decide("text", "vision");
    QTRY_VERIFY(lab.outbox().decisions().front().entryNo > 0);
    lab.outbox().discard(lab.outbox().decisions().front().entryNo);
    QCOMPARE(lab.outbox().count(), 0);
    // What was withdrawn is not there at the next start; a later one tells that it is written.
    lab.decide("last", "vision", "b");
    QTRY_VERIFY(lab.outbox().decisions().front().entryNo > 0);
    lab.stop();
    lab.start();
    QTRY_COMPARE(lab.outbox().count(), 1);
    QCOMPARE(*lab.outbox().decisions().front().change.wanted, std::string("last"));
}

void TestOutboxBook::conflicts_data() {
    QTest::addColumn<bool>("mine");
    QTest::addRow("keep mine") << true;
    QTest::addRow("take theirs") << false;
}

void TestOutboxBook::conflicts() {
    QFETCH(bool, mine);
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().runs().setColumns({Team});
    put(lab.run("a") / "tags/team", "theirs");
    QSignalSpy trouble(&lab.outbox(), &session::OutboxBook::trouble);
    lab.decide("mine", "vision");
    QTRY_COMPARE(lab.only(), DecisionState::Conflict);
    QCOMPARE(trouble.count(), 1);
    QCOMPARE(*lab.outbox().decisions().front().found, std::string("theirs"));
    QCOMPARE(lab.team("a"), std::string("theirs"));
    const std::int64_t entryNo = lab.outbox().decisions().front().entryNo;
    if (mine)
        lab.outbox().keepMine(entryNo);
    else
        lab.outbox().discard(entryNo);
    QTRY_COMPARE(lab.outbox().count(), 0);
    const std::string value = mine ? "mine" : "theirs";
    QTRY_COMPARE(lab.team("a"), value);
    QTRY_COMPARE(lab.shown(Team), value);
}

void TestOutboxBook::aSourceMarkedReadOnlyIsNotWrittenTo() {
    Lab lab;
    lab.start();
    lab.open();
    lab.workspace().runs().setColumns({Team});
    lab.workspace().sources().setReadOnly(lab.location(), true);
    lab.decide("audio", "vision");
    QTRY_COMPARE(lab.only(), DecisionState::LocalOnly);
    QCOMPARE(lab.outbox().decisions().front().error->code, base::ErrorCode::StoreReadOnly);
    QCOMPARE(lab.team("a"), std::string("vision"));
    QTRY_COMPARE(lab.shown(Team), std::string("audio"));
    lab.stop();
    lab.start();
    lab.open();
    QTRY_COMPARE(lab.only(), DecisionState::LocalOnly);
    QVERIFY(lab.workspace().sources().find(lab.location())->readOnly);
    lab.workspace().runs().setColumns({Team});
    QTRY_COMPARE(lab.shown(Team), std::string("audio"));
    lab.workspace().sources().setReadOnly(lab.location(), false);
    lab.outbox().tryAllAgain();
    QTRY_COMPARE(lab.team("a"), std::string("audio"));
    QTRY_VERIFY(lab.outbox().decisions().empty());
}

void TestOutboxBook::whatTheStoreRefusesIsTold() {
    Lab lab;
    lab.start();
    lab.open();
    lab.outbox().decide(lab.location(), {{{PlaceKind::RunTag, "a", "team/x", "1/a"}, "audio", {}}});
    QTRY_COMPARE(lab.only(), DecisionState::Failed);
    QCOMPARE(lab.outbox().decisions().front().error->code, base::ErrorCode::TagKeyTaken);
    fs::remove(lab.run("a") / "tags/team");
    lab.outbox().tryAgain(lab.outbox().decisions().front().entryNo);
    QTRY_COMPARE(bytesOf(lab.run("a") / "tags/team/x"), std::string("audio"));
}

void TestOutboxBook::undoWritesTheOldValue() {
    Lab lab;
    lab.start();
    lab.open();
    QUndoStack& undo = lab.workspace().undo();
    undo.push(new session::DecisionCommand(
        QStringLiteral("tag"), lab.outbox(), lab.location(),
        {Lab::teamIs("audio", "vision"), Lab::teamIs("audio", "vision", "b")}));
    QTRY_COMPARE(lab.team("b"), std::string("audio"));
    QTRY_VERIFY(lab.outbox().decisions().empty());
    undo.undo();
    QTRY_COMPARE(lab.team("a"), std::string("vision"));
    QTRY_COMPARE(lab.team("b"), std::string("vision"));
    undo.redo();
    QTRY_COMPARE(lab.team("a"), std::string("audio"));
}

void TestOutboxBook::keysAsMlflowTakesThem_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("fault");  // -1: none
    const auto ok = [](const QString& key) { QTest::addRow("%s", qPrintable(key)) << key << -1; };
    const auto bad = [](const QString& key, TagFault fault) {
        QTest::addRow("'%s'", qPrintable(key)) << key << int(fault);
    };
    // As _validate_tag_name of MLflow 3.11 answers.
    ok(QStringLiteral("team"));
    ok(QStringLiteral("a/b.c-d: e_f 9"));
    ok(QString::fromUtf8("Größe"));
    ok(QString::fromUtf8("北京"));
    ok(QString::fromUtf8("x²½Ⅷ"));
    ok(QStringLiteral(" lead"));
    ok(QString(250, u'k'));
    ok(QString::fromUtf8("𝔘"));
    bad({}, TagFault::Empty);
    bad(QString(251, u'k'), TagFault::TooLong);
    bad(QString::fromUtf8("🏆"), TagFault::Character);
    bad(QStringLiteral("a*b"), TagFault::Character);
    bad(QStringLiteral("a\tb"), TagFault::Character);
    bad(QString::fromUtf8("हिंदी"), TagFault::Character);
    bad(QStringLiteral("a//b"), TagFault::Path);
    bad(QStringLiteral("/a"), TagFault::Path);
    bad(QStringLiteral("a/"), TagFault::Path);
    bad(QStringLiteral("."), TagFault::Path);
    bad(QStringLiteral("a/../b"), TagFault::Path);
    bad(QStringLiteral("..x"), TagFault::Path);
}

void TestOutboxBook::keysAsMlflowTakesThem() {
    QFETCH(QString, key);
    QFETCH(int, fault);
    const auto found = session::faultOfKey(key);
    QCOMPARE(found ? int(*found) : -1, fault);
}

void TestOutboxBook::lengths() {
    QVERIFY(!session::faultOfValue(QString(8000, u'x')));
    QVERIFY(session::faultOfValue(QString(8001, u'x')));
    QVERIFY(!session::faultOfValue(QString::fromUtf8("🏆").repeated(8000)));
    QVERIFY(session::faultOfName(QStringLiteral("  ")));
    QVERIFY(!session::faultOfName(QStringLiteral("a")));
    QVERIFY(session::isReservedTag(QStringLiteral("mlflow.user")));
    QVERIFY(!session::isReservedTag(QStringLiteral("mlflow.note.content")));
    QVERIFY(!session::isReservedTag(QStringLiteral("mlflowish")));
}

QTEST_GUILESS_MAIN(TestOutboxBook)
#include "tst_outboxbook.moc"
