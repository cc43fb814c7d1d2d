// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/decisioncommand.h"
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
using session::ModelEntry;
using session::PlaceKind;
using session::Workspace;

namespace {

namespace fs = std::filesystem;

void put(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

/// A store with the model "churn": versions 4 and 5 in Production, 7 in Staging, champion at 5; and
/// the program over it.
class Lab {
public:
    Lab() {
        put(root() / "0/meta.yaml", "experiment_id: '0'\nlifecycle_stage: active\nname: Default\n");
        put(churn() / "meta.yaml", "description: who leaves\nname: churn\n");
        put(churn() / "aliases/champion", "5");
        for (const auto& [version, stage] :
             {std::pair{4, "Production"}, {5, "Production"}, {7, "Staging"}})
            moveTo(version, stage);
        m_cache = cache::Cache::open(m_dir.filePath(QStringLiteral("c.db")).toStdString(),
                                     base::systemClock())
                      .value();
        m_engine = std::make_unique<jobs::JobEngine>();
        m_settings = std::make_unique<session::Settings>(m_dir.filePath(QStringLiteral("s.ini")));
        m_workspace = std::make_unique<Workspace>(*m_cache, *m_engine, *m_settings);
        m_workspace->outbox().setRetryDelay(30);
        m_workspace->sources().setFollowLive(false);
        m_workspace->openSource(location());
    }
    /// Whether the model is on the page and the store is read.
    [[nodiscard]] bool isOpen() const {
        const session::SourceInfo* source = m_workspace->sources().find(location());
        return source != nullptr && source->state == session::SourceState::Synced &&
               !m_workspace->registry().snapshot()->models.empty();
    }
    /// Somebody else's hand.
    void moveTo(int version, const std::string& stage) const {
        put(churn() / ("version-" + std::to_string(version)) / "meta.yaml",
            "current_stage: " + stage +
                "\ndescription: ''\nname: churn\nsource: /x\n"
                "status: READY\nversion: " +
                std::to_string(version) + "\n");
    }
    [[nodiscard]] std::string stored(int version) const {
        std::ifstream stream(churn() / ("version-" + std::to_string(version)) / "meta.yaml");
        std::string line;
        while (std::getline(stream, line)) {
            if (line.starts_with("current_stage: "))
                return line.substr(15);
        }
        return {};
    }
    [[nodiscard]] static std::string stageIn(const session::RegistrySnapshot& snapshot,
                                             int version) {
        for (const ModelEntry::Version& one : snapshot.models.front().versions) {
            if (one.version.version == version)
                return one.version.stage;
        }
        return {};
    }
    [[nodiscard]] std::string shown(int version) const {
        return stageIn(*m_workspace->registry().snapshot(), version);
    }
    [[nodiscard]] std::string inCache(int version) const {
        return stageIn(*m_workspace->registry().asRead(), version);
    }
    /// That of another program.
    [[nodiscard]] std::unique_ptr<cache::Outbox> secondOutbox() const {
        return cache::Outbox::open(m_dir.filePath(QStringLiteral("c.db-outbox")).toStdString(),
                                   base::systemClock())
            .value();
    }
    [[nodiscard]] session::OutboxBook& outbox() { return m_workspace->outbox(); }
    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] DecisionState stateOf(std::size_t index) {
        const auto& decisions = outbox().decisions();
        return index < decisions.size() ? decisions[index].state : DecisionState::Written;
    }
    [[nodiscard]] QString location() const { return QString::fromStdString(root().string()); }
    [[nodiscard]] fs::path churn() const { return root() / "models/churn"; }

private:
    [[nodiscard]] fs::path root() const { return fs::path(m_dir.path().toStdString()) / "mlruns"; }

    QTemporaryDir m_dir;
    std::unique_ptr<cache::Cache> m_cache;
    std::unique_ptr<jobs::JobEngine> m_engine;
    std::unique_ptr<session::Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
};

Change promotion(std::vector<std::int64_t> archived = {4, 5}) {
    return {{PlaceKind::VersionStage, "churn", "", "", 7},
            "Production",
            "Staging",
            true,
            std::move(archived)};
}

Change approval(const char* key) {
    return {{PlaceKind::VersionTag, "churn", key, "", 7}, "{}", {}};
}

}  // namespace

class TestRegistryOutbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPromotionShowsAtOnceArrivesAndIsReadFromTheStore();
    void aConflictKeepsTheResultBack();
    void eventsDoNotReplaceOneAnother();
    void undoRestoresWhatWasArchived();
    void decidingAgainKeepsWhatIsToBeArchived();
    void whatOtherProgramsDecidedIsSeenAtASync();
};

void TestRegistryOutbox::aPromotionShowsAtOnceArrivesAndIsReadFromTheStore() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isOpen(), 20000);
    QSignalSpy synced(&lab.workspace().sources(), &session::SourceBook::synced);
    lab.outbox().decide(lab.location(),
                        {approval("approval.1"), promotion(), approval("approval.2")});
    QCOMPARE(lab.shown(7), std::string("Production"));
    QCOMPARE(lab.shown(5), std::string("Archived"));
    QTRY_COMPARE(lab.stored(7), std::string("Production"));
    QTRY_VERIFY(lab.outbox().decisions().empty());
    QTRY_COMPARE(lab.inCache(7), std::string("Production"));
    QCOMPARE(lab.inCache(4), std::string("Archived"));
    QCOMPARE(lab.shown(7), std::string("Production"));
    QVERIFY(fs::exists(lab.churn() / "version-7/tags/approval.2"));
    // The runs of the store were not read for it.
    QCOMPARE(synced.count(), 0);
}

void TestRegistryOutbox::aConflictKeepsTheResultBack() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isOpen(), 20000);
    lab.moveTo(3, "Production");
    const Change other{{PlaceKind::VersionTag, "churn", "note", "", 4}, "x", {}};
    lab.outbox().decide(lab.location(),
                        {approval("approval.1"), promotion(), approval("approval.2"), other});
    QTRY_COMPARE(lab.stateOf(0), DecisionState::Conflict);
    const Decision conflict = lab.outbox().decisions().front();
    QCOMPARE(conflict.inStage, (std::vector<std::int64_t>{3, 4, 5}));
    QVERIFY(fs::exists(lab.churn() / "version-7/tags/approval.1"));
    QVERIFY(!fs::exists(lab.churn() / "version-7/tags/approval.2"));
    QCOMPARE(lab.stored(7), std::string("Staging"));
    // Version 4 would be archived by it, so what is said of it waits, too.
    const Decision result = lab.outbox().decisions()[1];
    QCOMPARE(result.state, DecisionState::Waiting);
    QVERIFY(lab.outbox().blocker(result.entryNo) != nullptr);
    QCOMPARE(lab.outbox().blocker(result.entryNo)->entryNo, conflict.entryNo);
    lab.outbox().keepMine(conflict.entryNo);
    QTRY_VERIFY(lab.outbox().decisions().empty());
    QCOMPARE(lab.stored(7), std::string("Production"));
    QCOMPARE(lab.stored(3), std::string("Archived"));
    QVERIFY(fs::exists(lab.churn() / "version-7/tags/approval.2"));
    QVERIFY(fs::exists(lab.churn() / "version-4/tags/note"));
}

void TestRegistryOutbox::eventsDoNotReplaceOneAnother() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isOpen(), 20000);
    lab.workspace().sources().setPaused(lab.location(), true);
    lab.outbox().decide(lab.location(), {approval("approval.1")});
    lab.outbox().decide(lab.location(), {approval("approval.2")});
    lab.outbox().decide(lab.location(),
                        {{{PlaceKind::VersionTag, "churn", "approval.1", "", 5}, "{}", {}}});
    QCOMPARE(lab.outbox().count(), 3);
}

void TestRegistryOutbox::undoRestoresWhatWasArchived() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isOpen(), 20000);
    QUndoStack& undo = lab.workspace().undo();
    undo.push(new session::DecisionCommand(QStringLiteral("promotion"), lab.outbox(),
                                           lab.location(), {promotion()}));
    QTRY_COMPARE(lab.stored(5), std::string("Archived"));
    QTRY_VERIFY(lab.outbox().decisions().empty());
    undo.undo();
    QTRY_COMPARE(lab.stored(5), std::string("Production"));
    QTRY_COMPARE(lab.stored(7), std::string("Staging"));
    QTRY_COMPARE(lab.stored(4), std::string("Production"));
    QTRY_VERIFY(lab.outbox().decisions().empty());
}

/// While it waits the page shows 4 and 5 as archived, so who decides anew names them no more.
void TestRegistryOutbox::decidingAgainKeepsWhatIsToBeArchived() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isOpen(), 20000);
    lab.workspace().sources().setPaused(lab.location(), true);
    lab.outbox().decide(lab.location(), {promotion()});
    QTRY_VERIFY(lab.outbox().decisions().front().entryNo > 0);
    Change again = promotion({});
    again.basis = "Production";
    lab.outbox().decide(lab.location(), {again});
    QCOMPARE(lab.outbox().count(), 1);
    lab.workspace().sources().setPaused(lab.location(), false);
    QTRY_COMPARE(lab.stored(7), std::string("Production"));
    QTRY_COMPARE(lab.stored(4), std::string("Archived"));
    QCOMPARE(lab.stored(5), std::string("Archived"));
}

void TestRegistryOutbox::whatOtherProgramsDecidedIsSeenAtASync() {
    Lab lab;
    QTRY_VERIFY_WITH_TIMEOUT(lab.isOpen(), 20000);
    const auto other = lab.secondOutbox();
    const Change change = approval("from elsewhere");
    QVERIFY(other->add(lab.location().toStdString(), sync::intentOf(change), sync::basisOf(change))
                .ok());
    lab.workspace().sources().sync(lab.location());
    QTRY_VERIFY(fs::exists(lab.churn() / "version-7/tags/from elsewhere"));
    QTRY_VERIFY(lab.outbox().decisions().empty());
    // One of here that another program takes back.
    lab.moveTo(7, "Archived");
    lab.outbox().decide(lab.location(), {promotion()});
    QTRY_COMPARE(lab.stateOf(0), DecisionState::Conflict);
    QVERIFY(other->settle(lab.outbox().decisions().front().entryNo, "withdrawn", "").ok());
    lab.workspace().sources().sync(lab.location());
    QTRY_VERIFY(lab.outbox().decisions().empty());
    QTRY_COMPARE(lab.shown(7), std::string("Archived"));
}

QTEST_GUILESS_MAIN(TestRegistryOutbox)
#include "tst_registryoutbox.moc"
