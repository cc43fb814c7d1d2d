// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"
#include "stores/kinds/kinds.h"
#include "tests/support/registryserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <optional>

using namespace podium;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorCode;
using base::Result;
using stores::Change;
using stores::Held;
using stores::Outcome;
using stores::Place;
using stores::PlaceKind;
using tests::HttpReply;
using tests::RegistryServer;
using Kind = RegistryServer::Kind;
using Models = std::map<std::string, RegistryServer::Model>;

namespace {

/// A registry's server and the writer of the store that it is.
class Lab {
public:
    explicit Lab(Kind kind = Kind::Mlflow) : server(kind) {
        http::HttpClient::Options options;
        options.retries = http::RetryPolicy::none();
        m_client = std::make_unique<http::HttpClient>(std::move(options));
        stores::OpenContext context;
        context.client = m_client.get();
        context.patience.inAll = 0ms;
        context.environment =
            http::Environment::of({{"DATABRICKS_HOST", server.url()}, {"DATABRICKS_TOKEN", "t"}},
                                  m_folder.path().toStdString());
        context.settings.workspace = "team-a";
        const bool databricks = kind == Kind::Databricks || kind == Kind::UnityCatalog;
        m_store =
            std::move(stores::openStore(databricks ? "databricks" : server.url(), context)).value();
        m_writer = m_store->writer();
    }
    Result<Outcome> apply(const Change& change) { return m_writer->apply(change, {}); }
    Result<Held> look(const Place& place) { return m_writer->look(place, {}); }
    [[nodiscard]] std::unique_ptr<stores::TransitionRequests> transitions() {
        return m_store->transitions();
    }
    RegistryServer server;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<http::HttpClient> m_client;
    std::unique_ptr<stores::Store> m_store;
    std::unique_ptr<stores::StoreWriter> m_writer;
};

Change stage(std::int64_t version, const char* to, const char* from) {
    return {{PlaceKind::VersionStage, "churn", "", "", version}, to, from};
}

Change archiving(Change change, std::vector<std::int64_t> archived) {
    change.archiveExisting = true;
    change.archived = std::move(archived);
    return change;
}

Change alias(const char* key, Held to, Held from, const char* model = "churn") {
    return {{PlaceKind::ModelAlias, model, key, ""}, std::move(to), std::move(from)};
}

Change versionTag(const char* key, Held to, Held from) {
    return {{PlaceKind::VersionTag, "churn", key, "", 7}, std::move(to), std::move(from)};
}

}  // namespace

class TestRegistryWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachThing_data();
    void eachThing();
    void aStageArchivesWhatItWasDecidedToArchive();
    void whatChangedMeanwhileIsAConflict_data();
    void whatChangedMeanwhileIsAConflict();
    void fasterInBetweenIsAConflict();
    void whatIsGone_data();
    void whatIsGone();
    void secondOneFirst();
    void anAnswerThatGotLostIsFoundOut_data();
    void anAnswerThatGotLostIsFoundOut();
    void aRefusalIsTold();
    void aServerThatKeepsSomethingElseIsTold();
    void oldServersHaveNoAliases();
    void theWorkspaceIsNamed();
    void databricksKeepsTheComment();
    void unityCatalogHasAliasesAndNoStages();
};

void TestRegistryWriter::eachThing_data() {
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addRow("model tag") << Place{PlaceKind::ModelTag, "churn", "owner", ""} << "growth"
                               << "risk \"team\" 北京";
    QTest::addRow("version tag") << Place{PlaceKind::VersionTag, "churn", "task", "", 7}
                                 << "classification"
                                 << "ranking";
    QTest::addRow("alias") << Place{PlaceKind::ModelAlias, "churn", "champion", ""} << "5"
                           << "7";
    QTest::addRow("model description")
        << Place{PlaceKind::ModelDescription, "churn", "", ""} << "who leaves"
        << "# Who\nleaves";
    QTest::addRow("stage") << Place{PlaceKind::VersionStage, "churn", "", "", 7} << "Staging"
                           << "Production";
}

/// From what is there to something else, twice, and away and back again.
void TestRegistryWriter::eachThing() {
    QFETCH(Place, place);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Held was = before.toStdString();
    const Held is = after.toStdString();
    Lab lab;
    QCOMPARE(lab.look(place).value(), was);
    QCOMPARE(lab.apply({place, is, was}).value().kind, Outcome::Kind::Written);
    QCOMPARE(lab.look(place).value(), is);
    QCOMPARE(lab.apply({place, is, was}).value().kind, Outcome::Kind::Was);
    QCOMPARE(lab.server.changes().size(), std::size_t{1});
    if (place.kind == PlaceKind::VersionStage)
        return;
    QCOMPARE(lab.apply({place, {}, is}).value().kind, Outcome::Kind::Written);
    QVERIFY(lab.look(place).value().value_or("").empty());
    QCOMPARE(lab.apply({place, was, {}}).value().kind, Outcome::Kind::Written);
    QCOMPARE(lab.look(place).value(), was);
}

void TestRegistryWriter::aStageArchivesWhatItWasDecidedToArchive() {
    Lab lab;
    const Change change = archiving(stage(7, "Production", "Staging"), {4, 5});
    QCOMPARE(lab.apply(change).value(), Outcome{});
    const RegistryServer::Model model = lab.server.model();
    QCOMPARE(model.versions.at(7).stage, std::string("Production"));
    QCOMPARE(model.versions.at(5).stage, std::string("Archived"));
    QCOMPARE(model.versions.at(4).stage, std::string("Archived"));
    QCOMPARE(lab.apply(change).value().kind, Outcome::Kind::Was);
    QCOMPARE(lab.server.changes().size(), std::size_t{1});
}

void TestRegistryWriter::whatChangedMeanwhileIsAConflict_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<Outcome>("outcome");
    constexpr auto Conflict = Outcome::Kind::Conflict;
    QTest::addRow("stage") << stage(7, "Production", "None") << Outcome{Conflict, "Staging"};
    QTest::addRow("one more in the stage") << archiving(stage(7, "Production", "Staging"), {5})
                                           << Outcome{Conflict, "Staging", {4, 5}};
    QTest::addRow("alias") << alias("champion", "7", "4") << Outcome{Conflict, "5"};
    QTest::addRow("alias that is new") << alias("champion", "7", {}) << Outcome{Conflict, "5"};
    QTest::addRow("alias that is gone") << alias("rival", "7", "4") << Outcome{Conflict, {}};
    QTest::addRow("tag") << versionTag("task", "ranking", "regression")
                         << Outcome{Conflict, "classification"};
    QTest::addRow("description") << Change{{PlaceKind::ModelDescription, "churn", "", ""}, "x", "y"}
                                 << Outcome{Conflict, "who leaves"};
}

void TestRegistryWriter::whatChangedMeanwhileIsAConflict() {
    QFETCH(Change, change);
    QFETCH(Outcome, outcome);
    Lab lab;
    QCOMPARE(lab.apply(change).value(), outcome);
    QVERIFY(lab.server.changes().empty());
}

/// Setting an alias compares nothing: who comes right after it is seen by reading back.
void TestRegistryWriter::fasterInBetweenIsAConflict() {
    Lab lab;
    lab.server.afterChange([](Models& models) { models["churn"].aliases["champion"] = "4"; });
    QCOMPARE(lab.apply(alias("champion", "7", "5")).value(),
             (Outcome{Outcome::Kind::Conflict, "4"}));
    lab.server.beforeChange([](Models& models) { models["churn"].versions.erase(7); });
    QCOMPARE(lab.apply(alias("champion", "7", "4")).error(),
             (Error{ErrorCode::VersionMissing, {"churn", "7"}}));
    QCOMPARE(lab.server.model().aliases.at("champion"), std::string("4"));
}

void TestRegistryWriter::whatIsGone_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<Error>("error");
    const Error version{ErrorCode::VersionMissing, {"churn", "9"}};
    const Error model{ErrorCode::ModelMissing, {"old name"}};
    QTest::addRow("version, stage") << stage(9, "Production", "None") << version;
    QTest::addRow("version, alias") << alias("champion", "9", "5") << version;
    QTest::addRow("version, tag") << Change{{PlaceKind::VersionTag, "churn", "k", "", 9}, "v", {}}
                                  << version;
    QTest::addRow("model, alias") << alias("champion", "7", "5", "old name") << model;
    QTest::addRow("model, stage") << Change{{PlaceKind::VersionStage, "old name", "", "", 7},
                                            "Production",
                                            "Staging"}
                                  << model;
}

void TestRegistryWriter::whatIsGone() {
    QFETCH(Change, change);
    QFETCH(Error, error);
    Lab lab;
    QCOMPARE(lab.apply(change).error(), error);
    QVERIFY(lab.server.changes().empty());
}

/// Two decided on the same state: the one that comes second is told what the first made of it.
void TestRegistryWriter::secondOneFirst() {
    Lab lab;
    QCOMPARE(lab.apply(alias("champion", "4", "5")).value().kind, Outcome::Kind::Written);
    QCOMPARE(lab.apply(alias("champion", "7", "5")).value(),
             (Outcome{Outcome::Kind::Conflict, "4"}));
    QCOMPARE(lab.server.model().aliases.at("champion"), std::string("4"));
}

void TestRegistryWriter::anAnswerThatGotLostIsFoundOut_data() {
    QTest::addColumn<Change>("change");
    QTest::addRow("stage") << archiving(stage(7, "Production", "Staging"), {4, 5});
    QTest::addRow("alias") << alias("champion", "7", "5");
    QTest::addRow("alias gone") << alias("champion", {}, "5");
    QTest::addRow("tag") << versionTag("approval.1", "{}", {});
}

void TestRegistryWriter::anAnswerThatGotLostIsFoundOut() {
    QFETCH(Change, change);
    Lab lab;
    lab.server.loseAnswers(true);
    QCOMPARE(lab.apply(change).error().code, ErrorCode::NetLost);
    lab.server.loseAnswers(false);
    QCOMPARE(lab.apply(change).value().kind, Outcome::Kind::Was);
    QCOMPARE(lab.server.changes().size(), std::size_t{1});
}

void TestRegistryWriter::aRefusalIsTold() {
    Lab lab;
    lab.server.refuse(HttpReply::json(R"({"error_code":"PERMISSION_DENIED","message":"no"})", 403));
    const Error error = lab.apply(alias("champion", "7", "5")).error();
    QCOMPARE(error.code, ErrorCode::Forbidden);
    QCOMPARE(error.args.back(), std::string("no"));
}

void TestRegistryWriter::aServerThatKeepsSomethingElseIsTold() {
    Lab lab;
    lab.server.refuse(HttpReply::json("{}"));
    QCOMPARE(lab.apply(stage(7, "Production", "Staging")).error(),
             (Error{ErrorCode::ModelReadBackDiffers, {"churn"}}));
}

void TestRegistryWriter::oldServersHaveNoAliases() {
    Lab lab(Kind::Old);
    QCOMPARE(lab.apply(alias("champion", "7", {})).error(),
             (Error{ErrorCode::AliasesUnsupported, {lab.server.url()}}));
    QCOMPARE(lab.apply(stage(7, "Production", "Staging")).value(), Outcome{});
    QCOMPARE(lab.apply(versionTag("k", "v", {})).value(), Outcome{});
}

void TestRegistryWriter::theWorkspaceIsNamed() {
    Lab lab;
    QCOMPARE(lab.apply(alias("champion", "7", "5")).value(), Outcome{});
    for (const tests::HttpRequest& request : lab.server.http().requests())
        QCOMPARE(request.header("X-MLFLOW-WORKSPACE"), std::string("team-a"));
}

void TestRegistryWriter::databricksKeepsTheComment() {
    Lab lab(Kind::Databricks);
    Change change = archiving(stage(7, "Production", "Staging"), {4, 5});
    change.comment = "passed all gates";
    QCOMPARE(lab.apply(change).value(), Outcome{});
    QCOMPARE(lab.server.changes(),
             std::vector<std::string>{
                 R"(POST databricks/model-versions/transition-stage {"archive_existing_versions":)"
                 R"(true,"comment":"passed all gates","name":"churn","stage":"Production",)"
                 R"("version":"7"})"});
    QCOMPARE(lab.apply(alias("champion", "7", "5")).value(), Outcome{});
}

void TestRegistryWriter::unityCatalogHasAliasesAndNoStages() {
    Lab lab(Kind::UnityCatalog);
    QCOMPARE(lab.apply(alias("champion", "7", "5", "main.ml.churn")).value(), Outcome{});
    QCOMPARE(lab.server.model("main.ml.churn").aliases.at("champion"), std::string("7"));
    const Change change{
        {PlaceKind::VersionStage, "main.ml.churn", "", "", 7}, "Production", "None"};
    QCOMPARE(lab.apply(change).error(), (Error{ErrorCode::StagesUnsupported, {lab.server.url()}}));
    QCOMPARE(lab.server.changes().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestRegistryWriter)
#include "tst_registrywriter.moc"
