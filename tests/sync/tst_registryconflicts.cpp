// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"
#include "sql/database.h"
#include "stores/filestore/filestore.h"
#include "stores/kinds/kinds.h"
#include "stores/sqlstore/sqlstore.h"
#include "sync/replay.h"
#include "tests/support/fixtures.h"
#include "tests/support/registryserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>

using namespace podium;
using base::ErrorCode;
using cache::Outbox;
using stores::Change;
using stores::Held;
using stores::Outcome;
using stores::Place;
using stores::PlaceKind;
using sync::Decision;
using sync::DecisionState;

namespace {

namespace fs = std::filesystem;

/// A store with a registered model that has the versions 1 and 2, and somebody else at work in it.
class Ground {
public:
    virtual ~Ground() = default;
    std::string model = "resnet-classifier";
    std::vector<std::int64_t> others = {};  // in Production beside 1 and 2
    std::unique_ptr<stores::Store> store;

    virtual void deleteVersion(std::int64_t version) = 0;
    virtual void rename() = 0;

    [[nodiscard]] Held look(const Place& place) const {
        return store->writer()->look(place, {}).value();
    }
    /// What somebody else decides.
    void set(const Place& place, const Held& value) const {
        QCOMPARE(store->writer()->apply({place, value, look(place)}, {}).value().kind,
                 Outcome::Kind::Written);
    }
    [[nodiscard]] Place at(PlaceKind kind, const char* key = "", std::int64_t version = 0) const {
        return {kind, model, key, "", version};
    }
};

class Files : public Ground {
public:
    Files() : m_fixture(QStringLiteral("filestore-3.11")) {
        store = std::move(stores::FileStore::open(m_fixture.mlruns())).value();
    }
    void deleteVersion(std::int64_t version) override {
        const fs::path file = folder() / ("version-" + std::to_string(version)) / "meta.yaml";
        std::ifstream stream(file);
        std::string text((std::istreambuf_iterator<char>(stream)), {});
        const std::size_t at = text.find("current_stage: ");
        text.replace(at, text.find('\n', at) - at, "current_stage: Deleted_Internal");
        std::ofstream(file) << text;
    }
    void rename() override { fs::rename(folder(), folder().parent_path() / "another name"); }

private:
    [[nodiscard]] fs::path folder() const { return m_fixture.mlruns() / "models" / model; }
    tests::Fixture m_fixture;
};

class Rows : public Ground {
public:
    Rows() : m_fixture(QStringLiteral("sqlite-3.11")) {
        store = std::move(stores::SqlStore::open(file())).value();
    }
    void deleteVersion(std::int64_t version) override {
        execute("UPDATE model_versions SET current_stage = 'Deleted_Internal' WHERE name = '" +
                model + "' AND version = " + std::to_string(version));
    }
    void rename() override {
        execute("PRAGMA foreign_keys = ON");
        execute("UPDATE registered_models SET name = 'another name' WHERE name = '" + model + "'");
    }

private:
    [[nodiscard]] fs::path file() const { return m_fixture.folder().toStdString() + "/mlflow.db"; }
    void execute(const std::string& sql) const {
        auto database = sql::Database::open(file(), sql::OpenMode::ReadWriteCreate).value();
        QVERIFY(database.execute("PRAGMA foreign_keys = ON").ok());
        QVERIFY(database.execute(sql).ok());
    }
    tests::Fixture m_fixture;
};

class Calls : public Ground {
public:
    Calls() {
        model = "churn";
        others = {4, 5};
        m_server.with([](auto& models) {
            models["churn"].versions[1] = models["churn"].versions[7];
            models["churn"].versions[2] = models["churn"].versions[7];
        });
        stores::OpenContext context;
        context.client = &m_client;
        store = std::move(stores::openStore(m_server.url(), context)).value();
    }
    void deleteVersion(std::int64_t version) override {
        m_server.with([&](auto& models) { models["churn"].versions.erase(version); });
    }
    void rename() override {
        m_server.with([](auto& models) {
            auto node = models.extract("churn");
            node.key() = "another name";
            models.insert(std::move(node));
        });
    }

private:
    tests::RegistryServer m_server;
    http::HttpClient m_client;
};

std::unique_ptr<Ground> groundOf(const QString& kind) {
    if (kind == QLatin1String("files"))
        return std::make_unique<Files>();
    if (kind == QLatin1String("rows"))
        return std::make_unique<Rows>();
    return std::make_unique<Calls>();
}

}  // namespace

/// What somebody else did between a decision and its way out, in each kind of store: never written
/// over, always told.
class TestRegistryConflicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changedMeanwhile_data();
    void changedMeanwhile();
    void goneMeanwhile_data();
    void goneMeanwhile();
    void secondOneFirst_data() { kinds(); }
    void secondOneFirst();
    void oneMoreInTheStage_data() { kinds(); }
    void oneMoreInTheStage();

private:
    static void kinds() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"files", "rows", "calls"})
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }
    Decision recorded(const Change& change) {
        const std::int64_t entryNo =
            m_outbox->add("/lab", sync::intentOf(change), sync::basisOf(change)).value();
        return *sync::decisionOf(*m_outbox->find(entryNo).value());
    }
    Decision delivered(const Ground& ground, const Decision& decision) {
        return sync::deliver(*m_outbox, decision, *ground.store, {}).value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Outbox> m_outbox;
};

void TestRegistryConflicts::init() {
    m_outbox.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_outbox = Outbox::open(m_dir->path().toStdString() + "/outbox", base::systemClock()).value();
}

void TestRegistryConflicts::changedMeanwhile_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<PlaceKind>("place");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    for (const char* kind : {"files", "rows", "calls"}) {
        const auto row = [kind](const char* name, PlaceKind place, const char* mine,
                                const char* theirs) {
            QTest::addRow("%s, %s", kind, name)
                << QString::fromLatin1(kind) << place << QString::fromLatin1(mine)
                << QString::fromLatin1(theirs);
        };
        row("version moved", PlaceKind::VersionStage, "Production", "Archived");
        row("alias moved", PlaceKind::ModelAlias, "1", "2");
        row("tag changed", PlaceKind::VersionTag, "mine", "theirs");
        row("tag of the model changed", PlaceKind::ModelTag, "mine", "theirs");
        row("described", PlaceKind::VersionDescription, "mine", "theirs");
    }
}

void TestRegistryConflicts::changedMeanwhile() {
    QFETCH(QString, kind);
    QFETCH(PlaceKind, place);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    const auto ground = groundOf(kind);
    const bool ofModel = place == PlaceKind::ModelAlias || place == PlaceKind::ModelTag;
    const bool hasKey = ofModel || place == PlaceKind::VersionTag;
    const Place at = ground->at(place, hasKey ? "podium" : "", ofModel ? 0 : 1);
    if (place == PlaceKind::VersionStage && ground->look(at) != Held("Staging"))
        ground->set(at, "Staging");
    const Decision decision = recorded({at, mine.toStdString(), ground->look(at)});
    ground->set(at, theirs.toStdString());
    const Decision done = delivered(*ground, decision);
    QCOMPARE(done.state, DecisionState::Conflict);
    QCOMPARE(done.found, Held(theirs.toStdString()));
    QCOMPARE(ground->look(at), Held(theirs.toStdString()));
    // Mine is kept: it goes over what was found, and over nothing else.
    QVERIFY(m_outbox->decideAgain(done.entryNo, sync::basisOf(sync::onWhatWasFound(done))).ok());
    QCOMPARE(delivered(*ground, done).state, DecisionState::Written);
    QCOMPARE(ground->look(at), Held(mine.toStdString()));
}

void TestRegistryConflicts::goneMeanwhile_data() {
    kinds();
}

void TestRegistryConflicts::goneMeanwhile() {
    QFETCH(QString, kind);
    const auto ground = groundOf(kind);
    const std::vector<Decision> decisions = {
        recorded({ground->at(PlaceKind::VersionTag, "podium", 1), "x", {}}),
        recorded({ground->at(PlaceKind::ModelAlias, "podium"), "1", {}}),
        recorded({ground->at(PlaceKind::VersionStage, "", 1), "Production",
                  ground->look(ground->at(PlaceKind::VersionStage, "", 1))})};
    ground->deleteVersion(1);
    for (const Decision& decision : decisions) {
        const Decision done = delivered(*ground, decision);
        QCOMPARE(done.state, DecisionState::Failed);
        QCOMPARE(*done.error, (base::Error{ErrorCode::VersionMissing, {ground->model, "1"}}));
    }
    ground->rename();
    for (const Decision& decision : decisions) {
        const Decision done = delivered(*ground, decision);
        QCOMPARE(done.state, DecisionState::Failed);
        QCOMPARE(*done.error, (base::Error{ErrorCode::ModelMissing, {ground->model}}));
    }
}

void TestRegistryConflicts::secondOneFirst() {
    QFETCH(QString, kind);
    const auto ground = groundOf(kind);
    const Place at = ground->at(PlaceKind::ModelAlias, "podium");
    const Decision first = recorded({at, "1", {}});
    const Decision second = recorded({at, "2", {}});
    QCOMPARE(delivered(*ground, second).state, DecisionState::Written);
    const Decision late = delivered(*ground, first);
    QCOMPARE(late.state, DecisionState::Conflict);
    QCOMPARE(late.found, Held("2"));
    QCOMPARE(ground->look(at), Held("2"));
}

/// Who is archived was decided by who was there.
void TestRegistryConflicts::oneMoreInTheStage() {
    QFETCH(QString, kind);
    const auto ground = groundOf(kind);
    const Place mine = ground->at(PlaceKind::VersionStage, "", 1);
    const Place other = ground->at(PlaceKind::VersionStage, "", 2);
    for (const Place& place : {mine, other}) {
        if (ground->look(place) != Held("None"))
            ground->set(place, "None");
    }
    const Decision decision = recorded({mine, "Production", "None", true, ground->others});
    ground->set(other, "Production");
    const Decision done = delivered(*ground, decision);
    QCOMPARE(done.state, DecisionState::Conflict);
    QVERIFY(std::ranges::count(done.inStage, 2) == 1);
    QCOMPARE(ground->look(mine), Held("None"));
    QCOMPARE(ground->look(other), Held("Production"));
    QVERIFY(m_outbox->decideAgain(done.entryNo, sync::basisOf(sync::onWhatWasFound(done))).ok());
    QCOMPARE(delivered(*ground, done).state, DecisionState::Written);
    QCOMPARE(ground->look(mine), Held("Production"));
    QCOMPARE(ground->look(other), Held("Archived"));
}

QTEST_GUILESS_MAIN(TestRegistryConflicts)
#include "tst_registryconflicts.moc"
