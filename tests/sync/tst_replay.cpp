// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "stores/sqlstore/sqlstore.h"
#include "stores/store.h"
#include "sync/replay.h"
#include "tests/support/fixtures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>
#include <filesystem>
#include <functional>
#include <map>

using namespace podium;
using base::Error;
using base::ErrorCode;
using base::Result;
using cache::Outbox;
using stores::Change;
using stores::Held;
using stores::Outcome;
using stores::Place;
using stores::PlaceKind;
using sync::Decision;
using sync::DecisionState;

namespace {

Change stage(std::int64_t version, Held to, Held from, std::vector<std::int64_t> archived = {}) {
    return {{PlaceKind::VersionStage, "churn", "", "", version},
            std::move(to),
            std::move(from),
            !archived.empty(),
            std::move(archived)};
}

Change alias(const char* key, Held to, Held from) {
    return {{PlaceKind::ModelAlias, "churn", key, ""}, std::move(to), std::move(from)};
}

Change tag(std::int64_t version, const char* key, Held to = "x", const char* model = "churn") {
    return {{PlaceKind::VersionTag, model, key, "", version}, std::move(to), {}};
}

/// Answers by what is asked; keeps what it was asked.
class ToldStore : public stores::Store {
public:
    std::map<std::string, Result<Outcome>> answers;  // by the change's key
    std::function<void(const Change&)> before;
    mutable std::vector<std::string> asked;

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
            explicit Writer(const ToldStore& store) : m_store(store) {}
            Result<Held> look(const Place&, std::stop_token) override { return Held(); }
            Result<Outcome> apply(const Change& change, std::stop_token) override {
                const std::string name = nameOf(change);
                m_store.asked.push_back(name);
                if (m_store.before)
                    m_store.before(change);
                const auto found = m_store.answers.find(name);
                return found != m_store.answers.end() ? found->second : Result<Outcome>(Outcome{});
            }

        private:
            const ToldStore& m_store;
        };
        return std::make_unique<Writer>(*this);
    }

    static std::string nameOf(const Change& change) {
        return change.place.kind == PlaceKind::VersionStage
                   ? "stage " + std::to_string(change.place.version)
                   : change.place.key;
    }
};

/// An outbox with decisions for "/lab".
class Desk {
public:
    explicit Desk(const std::vector<Change>& changes = {}) {
        outbox = Outbox::open(m_dir.path().toStdString() + "/outbox", base::systemClock()).value();
        for (const Change& change : changes)
            add(change);
    }
    std::int64_t add(const Change& change, const std::string& location = "/lab") {
        return outbox->add(location, sync::intentOf(change), sync::basisOf(change)).value();
    }
    /// What is left as "name state", in order.
    [[nodiscard]] std::vector<std::string> left() {
        std::vector<std::string> names;
        const auto open = outbox->open();
        for (const cache::OutboxEntry& entry : open.value())
            names.push_back(ToldStore::nameOf(sync::decisionOf(entry)->change) + ' ' + entry.state);
        return names;
    }
    std::unique_ptr<Outbox> outbox;

private:
    QTemporaryDir m_dir;
};

using Names = std::vector<std::string>;

}  // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDependsOnWhat_data();
    void whatDependsOnWhat();
    void allInOrder();
    void aConflictKeepsWhatDependsOnIt();
    void anOutageKeepsEverythingBehindIt();
    void aFaultOfOneQuestionIsARefusal();
    void oneProgramAtATimeBringsAnEntry();
    void whatAnotherProgramSettledIsTakenAsItIs();
    void keepingMineTakesWhatWasFound();
    void twoProgramsOnOneStore_data();
    void twoProgramsOnOneStore();
};

void TestReplay::whatDependsOnWhat_data() {
    QTest::addColumn<Change>("later");
    QTest::addColumn<Change>("earlier");
    QTest::addColumn<bool>("depends");
    const auto row = [](const char* name, const Change& later, const Change& earlier, bool is) {
        QTest::addRow("%s", name) << later << earlier << is;
    };
    const Change promoted = stage(7, "Production", "Staging", {5});
    row("result tag of the stage", tag(7, "approval.2"), promoted, true);
    row("stage after its request", promoted, tag(7, "approval.1"), true);
    row("tag of another version", tag(4, "approval.2"), promoted, false);
    row("tag of an archived version", tag(5, "note"), promoted, true);
    row("same stage", stage(8, "Production", "None"), promoted, true);
    row("another stage", stage(8, "Staging", "None"), stage(6, "Production", "None"), false);
    row("the stage that it left", stage(8, "Staging", "None"), promoted, true);
    row("archived and none are no place", stage(8, "Archived", "None"),
        stage(6, "Archived", "None"), false);
    row("same alias", alias("champion", "8", "7"), alias("champion", "7", "5"), true);
    row("another alias", alias("rival", "8", "7"), alias("champion", "7", "5"), false);
    row("alias to the version", alias("champion", "7", "5"), promoted, true);
    row("alias from the version", alias("champion", "4", "7"), promoted, false);
    row("another model", tag(7, "k", "x", "other"), promoted, false);
    const Change description{{PlaceKind::ModelDescription, "churn", "", ""}, "x", {}};
    row("model's description", description, promoted, false);
    const Change run{{PlaceKind::RunTag, "churn", "k", ""}, "x", {}};
    row("a run", run, run, false);
}

void TestReplay::whatDependsOnWhat() {
    QFETCH(Change, later);
    QFETCH(Change, earlier);
    QFETCH(bool, depends);
    QCOMPARE(sync::dependsOn(later, earlier), depends);
}

void TestReplay::allInOrder() {
    Desk desk({tag(7, "approval.1"), stage(7, "Production", "Staging", {5}),
               alias("champion", "7", "5"), tag(7, "approval.2"),
               stage(7, "Archived", "Production")});
    desk.add(tag(7, "elsewhere"), "/other");
    ToldStore store;
    const auto done = sync::replay(*desk.outbox, "/lab", store, {});
    QVERIFY(done.ok());
    QCOMPARE(store.asked, (Names{"approval.1", "stage 7", "champion", "approval.2", "stage 7"}));
    QCOMPARE(desk.left(), Names{"elsewhere waiting"});
    QCOMPARE(done.value().size(), std::size_t{5});
}

void TestReplay::aConflictKeepsWhatDependsOnIt() {
    Desk desk({tag(7, "approval.1"), stage(7, "Production", "Staging", {5}),
               alias("champion", "7", "5"), tag(7, "approval.2"), tag(4, "other"),
               stage(4, "Staging", "None")});
    ToldStore store;
    store.answers.insert({"stage 7", Outcome{Outcome::Kind::Conflict, "Staging", {5, 6}}});
    const auto done = sync::replay(*desk.outbox, "/lab", store, {});
    QCOMPARE(store.asked, (Names{"approval.1", "stage 7", "other"}));
    QCOMPARE(desk.left(), (Names{"stage 7 conflict", "champion waiting", "approval.2 waiting",
                                 "stage 4 waiting"}));
    const Decision& conflict = done.value()[1];
    QCOMPARE(conflict.inStage, (std::vector<std::int64_t>{5, 6}));
    QVERIFY(sync::blockerOf(done.value()[3], done.value()) == &conflict);
    // It is settled, and all goes on.
    QVERIFY(desk.outbox->settle(conflict.entryNo, "withdrawn", "").ok());
    QVERIFY(sync::replay(*desk.outbox, "/lab", store, {}).ok());
    QCOMPARE(desk.left(), Names{});
}

void TestReplay::anOutageKeepsEverythingBehindIt() {
    Desk desk({tag(7, "a"), tag(4, "b"), tag(5, "c")});
    ToldStore store;
    store.answers.insert({"b", Error{ErrorCode::NetRefused, {"lab"}}});
    QVERIFY(sync::replay(*desk.outbox, "/lab", store, {}).ok());
    QCOMPARE(store.asked, (Names{"a", "b"}));
    QCOMPARE(desk.left(), (Names{"b waiting", "c waiting"}));
}

void TestReplay::aFaultOfOneQuestionIsARefusal() {
    Desk desk({tag(7, "a"), tag(4, "b")});
    ToldStore store;
    store.answers.insert({"a", Error{ErrorCode::ServerFault, {"u", "500", "INTERNAL_ERROR"}}});
    QVERIFY(sync::replay(*desk.outbox, "/lab", store, {}).ok());
    QCOMPARE(desk.left(), Names{"a failed"});
}

void TestReplay::oneProgramAtATimeBringsAnEntry() {
    Desk desk({tag(7, "a"), tag(4, "b")});
    ToldStore store;
    store.before = [&](const Change& change) {
        if (change.place.key != "a")
            return;
        // Another program, at the same moment: it leaves "a" alone and goes on with "b".
        const ToldStore other;
        QVERIFY(sync::replay(*desk.outbox, "/lab", other, {}).ok());
        QCOMPARE(other.asked, Names{"b"});
    };
    QVERIFY(sync::replay(*desk.outbox, "/lab", store, {}).ok());
    QCOMPARE(store.asked, Names{"a"});
    QCOMPARE(desk.left(), Names{});
}

void TestReplay::whatAnotherProgramSettledIsTakenAsItIs() {
    Desk desk({tag(7, "a")});
    const Decision mine = sync::openDecisions(*desk.outbox, "/lab").value().front();
    QVERIFY(desk.outbox->settle(mine.entryNo, "withdrawn", "").ok());
    const ToldStore store;
    QCOMPARE(sync::deliver(*desk.outbox, mine, store, {}).value().state, DecisionState::Written);
    QVERIFY(store.asked.empty());
}

void TestReplay::keepingMineTakesWhatWasFound() {
    Desk desk({stage(7, "Production", "Staging", {5})});
    ToldStore store;
    store.answers.insert({"stage 7", Outcome{Outcome::Kind::Conflict, "None", {5, 6}}});
    const Decision conflict = sync::replay(*desk.outbox, "/lab", store, {}).value().front();
    const Change again = sync::onWhatWasFound(conflict);
    QVERIFY(desk.outbox->decideAgain(conflict.entryNo, sync::basisOf(again)).ok());
    Change sent;
    store.before = [&](const Change& change) { sent = change; };
    QVERIFY(sync::replay(*desk.outbox, "/lab", store, {}).ok());
    QVERIFY(sent == stage(7, "Production", "None", {5, 6}));
}

namespace {

/// Counts a place up from another process, `count` times, and signs each number: whoever finds that
/// another was faster looks again and decides anew. The process ends well if all came through.
[[noreturn]] void countUp(const std::string& outboxFile, const stores::Store& store,
                          const Place& place, const std::string& sign, int count) {
    const auto outbox = Outbox::open(outboxFile, base::systemClock()).value();
    int done = 0;
    for (int tries = 0; done < count && tries < count * 100; ++tries) {
        const Result<Held> now = store.writer()->look(place, {});
        if (!now.ok())
            continue;
        Decision decision{0, "/lab", 0, {place, {}, now.value()}};
        decision.change.wanted = std::to_string(std::stoi(*now.value()) + 1) + " by " + sign;
        decision.entryNo = outbox
                               ->add(decision.location, sync::intentOf(decision.change),
                                     sync::basisOf(decision.change))
                               .value();
        const Result<Decision> end = sync::deliver(*outbox, decision, store, {});
        if (end.ok() && end.value().state == DecisionState::Written)
            ++done;
        else if (!outbox->settle(decision.entryNo, "withdrawn", "").ok())
            break;
    }
    ::_exit(done == count && outbox->open().value().empty() ? 0 : 1);
}

}  // namespace

void TestReplay::twoProgramsOnOneStore_data() {
    QTest::addColumn<bool>("file");
    QTest::addColumn<PlaceKind>("kind");
    QTest::addColumn<int>("each");
    QTest::addRow("files, tag of a version") << true << PlaceKind::VersionTag << 250;
    QTest::addRow("files, tag of a model") << true << PlaceKind::ModelTag << 40;
    QTest::addRow("files, description") << true << PlaceKind::VersionDescription << 40;
    QTest::addRow("database, tag of a version") << false << PlaceKind::VersionTag << 250;
    QTest::addRow("database, description") << false << PlaceKind::ModelDescription << 40;
}

/// None of up to 500 decisions is lost to the other program, and none counts twice.
void TestReplay::twoProgramsOnOneStore() {
    QFETCH(bool, file);
    QFETCH(PlaceKind, kind);
    QFETCH(int, each);
    const tests::Fixture fixture(file ? QStringLiteral("filestore-3.11")
                                      : QStringLiteral("sqlite-3.11"));
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    const auto open = [&]() -> std::unique_ptr<stores::Store> {
        if (file)
            return std::move(stores::FileStore::open(fixture.mlruns())).value();
        return std::move(stores::SqlStore::open(fixture.folder().toStdString() + "/mlflow.db"))
            .value();
    };
    const bool ofModel = kind == PlaceKind::ModelTag || kind == PlaceKind::ModelDescription;
    const bool isTag = kind == PlaceKind::ModelTag || kind == PlaceKind::VersionTag;
    const QJsonArray versions =
        fixture.expected().value(QStringLiteral("model_versions")).toArray();
    const QJsonObject first = versions.first().toObject();
    const std::string model = first.value(QStringLiteral("name")).toString().toStdString();
    const std::int64_t version = first.value(QStringLiteral("version")).toVariant().toLongLong();
    const Place place{kind, model, isTag ? "n" : "", "", ofModel ? 0 : version};
    {
        const auto store = open();
        const Held begin = store->writer()->look(place, {}).value();
        QCOMPARE(store->writer()->apply({place, "0", begin}, {}).value().kind,
                 Outcome::Kind::Written);
    }
    std::vector<pid_t> children;
    const QTemporaryDir dir;
    for (int i = 0; i < 2; ++i) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0)
            countUp(dir.path().toStdString() + "/outbox" + std::to_string(i), *open(), place,
                    std::to_string(i), each);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
    const std::string end = open()->writer()->look(place, {}).value().value_or("");
    QCOMPARE(end.substr(0, end.find(' ')), std::to_string(2 * each));
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
