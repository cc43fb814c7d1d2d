// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/replacefile.h"
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/registryrecords.h"
#include "tests/stores/registrystores.h"
#include "tests/support/asnobody.h"
#include "tests/support/fixtures.h"

#include <QTest>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>

using namespace podium;
using base::Error;
using base::ErrorCode;
using stores::Change;
using stores::Held;
using stores::Outcome;
using stores::Place;
using stores::PlaceKind;
using tests::aliasPlace;
using tests::RegistryDatabase;
using tests::RegistryFiles;
using tests::stagePlace;
using tests::tagPlace;
using Kind = Outcome::Kind;

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Change production(std::int64_t version, std::vector<std::int64_t> archived) {
    return {stagePlace(version), "Production", "None", true, std::move(archived)};
}

constexpr const char* BothStores = "files";

void bothStores() {
    QTest::addColumn<bool>("files");
    QTest::newRow(BothStores) << true;
    QTest::newRow("database") << false;
}

}  // namespace

class TestRegistryWriters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatChangedMeanwhileIsAConflict_data() { bothStores(); }
    void whatChangedMeanwhileIsAConflict();
    void anotherInTheStageIsAConflict_data() { bothStores(); }
    void anotherInTheStageIsAConflict();
    void placesThatAreNotThere_data() { bothStores(); }
    void placesThatAreNotThere();
    void aPromotionCutOffHalfwayIsFinished();
    void whatElseIsInAMetaStays();
    void aMetaThatMlflowDidNotWriteIsLeftAlone();
    void namesThatArePathsStayInTheRegistry_data();
    void namesThatArePathsStayInTheRegistry();
    void linksOutOfTheStoreAreNotFollowed_data();
    void linksOutOfTheStoreAreNotFollowed();
    void keysOfAllKindsStayInTheirFolder();
    void readOnlyFilesAreToldAndNothingChanges_data();
    void readOnlyFilesAreToldAndNothingChanges();
    void writersOfOneModelWaitForEachOther();
    void databasesWithoutTablesSayWhatIsMissing();
    void workspacesKeepTheirModelsApart();
    void anAliasOfADeletedVersionIsNone();
    void aLockIsWaitedForAndTold();
    void theJournalModeStays();
};

void TestRegistryWriters::whatChangedMeanwhileIsAConflict() {
    QFETCH(bool, files);
    const auto store = tests::registryStore(files, 3);
    QCOMPARE(store->apply({aliasPlace("champion"), "1", {}}).value().kind, Kind::Written);
    QCOMPARE(store->apply({aliasPlace("champion"), "2", "3"}).value(),
             (Outcome{Kind::Conflict, "1"}));
    QCOMPARE(store->apply({aliasPlace("champion"), {}, "2"}).value(),
             (Outcome{Kind::Conflict, "1"}));
    QCOMPARE(store->apply({aliasPlace("champion"), "1", "3"}).value().kind, Kind::Was);
    QCOMPARE(store->apply({stagePlace(1), "Archived", "Staging"}).value(),
             (Outcome{Kind::Conflict, "None"}));
    QCOMPARE(store->apply({tagPlace("k", 1), "new", "old"}).value(), (Outcome{Kind::Conflict, {}}));
    const Place text{PlaceKind::VersionDescription, "m", "", "", 1};
    QCOMPARE(store->apply({text, "mine", ""}).value().kind, Kind::Written);
    QCOMPARE(store->apply({text, "theirs", {}}).value(), (Outcome{Kind::Conflict, "mine"}));
    QCOMPARE(store->look(aliasPlace("champion")), Held("1"));
    QCOMPARE(store->look(stagePlace(1)), Held("None"));
    QCOMPARE(store->look(tagPlace("k", 1)), Held());
    QCOMPARE(store->look(text), Held("mine"));
}

void TestRegistryWriters::anotherInTheStageIsAConflict() {
    QFETCH(bool, files);
    const auto store = tests::registryStore(files, 4);
    QCOMPARE(store->apply(production(1, {})).value().kind, Kind::Written);
    QCOMPARE(store->apply({stagePlace(3), "Production", "None"}).value().kind, Kind::Written);
    QCOMPARE(store->apply(production(2, {1})).value(), (Outcome{Kind::Conflict, "None", {1, 3}}));
    for (const std::int64_t there : {1, 3})
        QCOMPARE(store->look(stagePlace(there)), Held("Production"));
    QCOMPARE(store->look(stagePlace(2)), Held("None"));
    QCOMPARE(store->apply(production(2, {1, 3, 4})).value().kind, Kind::Written);
    for (const std::int64_t gone : {1, 3})
        QCOMPARE(store->look(stagePlace(gone)), Held("Archived"));
    QCOMPARE(store->look(stagePlace(2)), Held("Production"));
    QCOMPARE(store->look(stagePlace(4)), Held("None"));
    QCOMPARE(store->apply(production(2, {})).value().kind, Kind::Was);
}

void TestRegistryWriters::placesThatAreNotThere() {
    QFETCH(bool, files);
    const auto store = tests::registryStore(files, 1);
    const Place model{PlaceKind::ModelTag, "other", "k", ""};
    QCOMPARE(store->apply({model, "v", {}}).error(), (Error{ErrorCode::ModelMissing, {"other"}}));
    QCOMPARE(store->writer()->look(model, {}).error().code, ErrorCode::ModelMissing);
    QCOMPARE(store->apply({tagPlace("k", 2), "v", {}}).error(),
             (Error{ErrorCode::VersionMissing, {"m", "2"}}));
    QCOMPARE(store->apply({aliasPlace("a"), "2", {}}).error(),
             (Error{ErrorCode::VersionMissing, {"m", "2"}}));
    QCOMPARE(store->apply(production(7, {})).error(),
             (Error{ErrorCode::VersionMissing, {"m", "7"}}));
}

/// Killed after the others were archived: the same change, applied again, does the rest.
void TestRegistryWriters::aPromotionCutOffHalfwayIsFinished() {
    const RegistryFiles store(3);
    QCOMPARE(store.apply(production(1, {})).value().kind, Kind::Written);
    QCOMPARE(store.apply({stagePlace(3), "Production", "None"}).value().kind, Kind::Written);
    QCOMPARE(store.apply({stagePlace(1), "Archived", "Production"}).value().kind, Kind::Written);
    tests::writeFile(store.model() / stores::filestore::DraftName, "what a killed one left");
    tests::writeFile(store.model() / stores::filestore::NextDraftName, "and this is longer still");
    QCOMPARE(store.apply(production(2, {1, 3})).value().kind, Kind::Written);
    QCOMPARE(store.look(stagePlace(2)), Held("Production"));
    QCOMPARE(store.look(stagePlace(3)), Held("Archived"));
    QVERIFY(!fs::exists(store.model() / stores::filestore::DraftName));
    QVERIFY(!fs::exists(store.model() / stores::filestore::NextDraftName));
}

void TestRegistryWriters::whatElseIsInAMetaStays() {
    const RegistryFiles store(1);
    QCOMPARE(store.apply({aliasPlace("yes"), "1", {}}).value().kind, Kind::Written);
    const QByteArray meta = QByteArray::fromStdString(bytesOf(store.model() / "meta.yaml"));
    QVERIFY(
        meta.startsWith("aliases:\n  'yes': '1'\ncreation_timestamp: 1\n"
                        "description: null\nlast_updated_timestamp: "));
    QVERIFY(meta.endsWith("\nname: m\nowner_of_a_fork: someone  # kept\n"));
}

/// Valid YAML of which a line by line edit would make something else.
void TestRegistryWriters::aMetaThatMlflowDidNotWriteIsLeftAlone() {
    const RegistryFiles store(1);
    for (const char* meta : {"{current_stage: None, name: m, version: 1}\n",
                             "\"current_stage\": None\nname: m\nversion: 1\n"}) {
        tests::writeFile(store.version(1) / "meta.yaml", meta);
        const auto before = tests::stateOfModels(store.root());
        const auto done = store.apply({stagePlace(1), "Staging", "None"});
        QVERIFY(done.failed());
        QVERIFY(done.error().code == ErrorCode::MetaInvalid ||
                done.error().code == ErrorCode::ModelReadBackDiffers);
        QVERIFY(tests::stateOfModels(store.root()) == before);
    }
}

void TestRegistryWriters::namesThatArePathsStayInTheRegistry_data() {
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"", ".", "..", "../0", "../models/m", "m/", "/m", "./m", "m/version-1"})
        QTest::addRow("'%s'", name) << QByteArray(name);
    QTest::newRow("NUL") << QByteArray("m\0x", 3);
}

void TestRegistryWriters::namesThatArePathsStayInTheRegistry() {
    QFETCH(QByteArray, name);
    const RegistryFiles store(1);
    const std::string before = tests::treeState(store.folder());
    for (const PlaceKind kind : {PlaceKind::ModelTag, PlaceKind::ModelDescription,
                                 PlaceKind::VersionTag, PlaceKind::VersionStage}) {
        const Place place{kind, name.toStdString(), "k", "", 1};
        const auto done = store.apply({place, "Staging", {}});
        QVERIFY(done.failed());
        QCOMPARE(done.error().code, ErrorCode::ModelMissing);
    }
    QCOMPARE(tests::treeState(store.folder()), before);
}

void TestRegistryWriters::linksOutOfTheStoreAreNotFollowed_data() {
    QTest::addColumn<QString>("link");
    for (const char* link : {"models/m", "models/m/version-1", "models/m/version-1/tags",
                             "models/m/tags", "models/m/aliases"})
        QTest::addRow("%s", link) << QString::fromLatin1(link);
}

void TestRegistryWriters::linksOutOfTheStoreAreNotFollowed() {
    QFETCH(QString, link);
    const RegistryFiles store(1);
    const fs::path inside = store.root() / link.toStdString();
    const fs::path outside = store.folder() / "outside";
    if (fs::exists(inside))
        fs::rename(inside, outside);
    else
        fs::create_directories(outside);
    fs::create_directory_symlink(outside, inside);
    const std::string before = tests::treeState(outside);
    int refused = 0;
    for (const Change& change :
         {Change{aliasPlace("a"), "1", {}}, Change{tagPlace("k", 1), "v", {}},
          Change{{PlaceKind::ModelTag, "m", "k", ""}, "v", {}},
          Change{stagePlace(1), "Staging", "None"}})
        refused += store.apply(change).failed() ? 1 : 0;
    QVERIFY(refused > 0);
    QCOMPARE(tests::treeState(outside), before);
}

/// Keys and aliases of all sorts: what is taken is there afterwards, what is not changes nothing,
/// and nothing outside of the one folder ever changes.
void TestRegistryWriters::keysOfAllKindsStayInTheirFolder() {
    const std::vector<std::string> parts = {"a", "b",  "/", ".",  "..", " ",   "-",         "_",
                                            ":", "\\", "%", "\n", "~",  "ü",   "meta.yaml", "|",
                                            "*", "\"", "$", "v1", "🚀",  "\xc3"};
    std::mt19937 random(20261128);
    const RegistryFiles store(1);
    const auto writer = store.writer();
    const fs::path tags = store.version(1) / "tags";
    const auto others = [&] {
        tests::StoreState state = tests::stateOfModels(store.root());
        std::erase_if(state, [](const auto& entry) {
            return entry.first.starts_with("models/m/version-1/tags") ||
                   entry.first.starts_with("models/m/aliases") ||
                   entry.first.starts_with("models/m/meta.yaml");
        });
        return state;
    };
    const tests::StoreState before = others();
    int taken = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string key;
        for (auto length = random() % 5 + 1; length > 0; --length)
            key += parts[random() % parts.size()];
        const bool alias = i % 4 == 0;
        const Place place = alias ? aliasPlace(key) : tagPlace(key, 1);
        const auto seen = writer->look(place, {});
        const auto done = writer->apply({place, "1", seen.ok() ? seen.value() : Held()}, {});
        if (!done.ok())
            continue;
        ++taken;
        QCOMPARE(bytesOf((alias ? store.model() / "aliases" : tags) / key), std::string("1"));
        if (random() % 2 == 0)
            QCOMPARE(writer->apply({place, {}, "1"}, {}).value().kind, Kind::Written);
    }
    QVERIFY(taken > 300);
    QVERIFY(others() == before);
}

void TestRegistryWriters::readOnlyFilesAreToldAndNothingChanges_data() {
    QTest::addColumn<QString>("locked");
    for (const char* path : {"", "meta.yaml", "aliases", "aliases/a", "version-1",
                             "version-1/meta.yaml", "version-2/meta.yaml", "version-1/tags/k"})
        QTest::addRow("'%s'", path) << QString::fromLatin1(path);
}

void TestRegistryWriters::readOnlyFilesAreToldAndNothingChanges() {
    QFETCH(QString, locked);
    const RegistryFiles store(2);
    QCOMPARE(store.apply({aliasPlace("a"), "1", {}}).value().kind, Kind::Written);
    QCOMPARE(store.apply({tagPlace("k", 1), "v", {}}).value().kind, Kind::Written);
    QCOMPARE(store.apply({stagePlace(2), "Production", "None"}).value().kind, Kind::Written);
    for (const auto& entry : fs::recursive_directory_iterator(store.root()))
        fs::permissions(entry.path(), fs::perms(0777));
    const fs::path place = store.model() / locked.toStdString();
    fs::permissions(place, fs::is_directory(place) ? fs::perms(0555) : fs::perms(0444));
    int refused = 0;
    for (const Change& change : {Change{aliasPlace("a"), "2", "1"},
                                 Change{tagPlace("k", 1), "w", "v"}, production(1, {2})}) {
        const auto before = tests::stateOfModels(store.root());
        base::Result<Outcome> done = base::Cancelled{};
        {
            const tests::AsNobody nobody;
            done = store.apply(change);
        }
        if (!done.failed())
            continue;
        ++refused;
        QCOMPARE(done.error(),
                 (Error{ErrorCode::StoreReadOnly, {store.root().string(), "Permission denied"}}));
        QVERIFY(tests::stateOfModels(store.root()) == before);
    }
    QVERIFY(refused > 0);
}

void TestRegistryWriters::writersOfOneModelWaitForEachOther() {
    const RegistryFiles store(2);
    const stores::filestore::Fd model(::open(store.model().c_str(), O_RDONLY | O_DIRECTORY));
    stores::filestore::Draft other(model.get());
    QCOMPARE(other.error(), 0);
    std::stop_source impatient;
    impatient.request_stop();
    const auto done = store.writer()->apply({aliasPlace("a"), "1", {}}, impatient.get_token());
    QVERIFY(done.cancelled());
    QCOMPARE(store.look(aliasPlace("a")), Held());
    other.discard();
    QCOMPARE(store.apply({aliasPlace("a"), "1", {}}).value().kind, Kind::Written);
}

void TestRegistryWriters::databasesWithoutTablesSayWhatIsMissing() {
    const tests::Fixture old(QStringLiteral("sqlite-1.26"));
    QVERIFY2(old.ok(), qPrintable(old.error()));
    const fs::path file = fs::path(old.folder().toStdString()) / "mlflow.db";
    const auto store = std::move(stores::SqlStore::open(file)).value();
    const std::string model = sql::Database::open(file, sql::OpenMode::ReadOnly)
                                  .value()
                                  .text("SELECT name FROM model_versions WHERE version = 1 LIMIT 1")
                                  .value();
    QVERIFY(!model.empty());
    const auto before = tests::stateOfDatabase(file);
    const auto writer = store->writer();
    QCOMPARE(writer->apply({{PlaceKind::ModelAlias, model, "a", ""}, "1", {}}, {}).error(),
             (Error{ErrorCode::AliasesUnsupported, {file.string()}}));
    QVERIFY(tests::stateOfDatabase(file) == before);
    const Place tag{PlaceKind::VersionTag, model, "new", "", 1};
    QCOMPARE(writer->apply({tag, "v", {}}, {}).value().kind, Kind::Written);
    QCOMPARE(writer->look(tag, {}).value(), Held("v"));

    const RegistryDatabase noTags(1, "DROP TABLE registered_model_tags");
    QCOMPARE(noTags.apply({tagPlace("k", 1), "v", {}}).error(),
             (Error{ErrorCode::ModelTagsUnsupported, {noTags.file().string()}}));
    const RegistryDatabase none(1, "DROP TABLE registered_models");
    QCOMPARE(none.apply({tagPlace("k", 1), "v", {}}).error().code, ErrorCode::ModelMissing);
}

void TestRegistryWriters::workspacesKeepTheirModelsApart() {
    const RegistryDatabase store(
        2,
        "INSERT INTO registered_models (name, workspace) VALUES ('m', 'team');"
        "INSERT INTO model_versions (name, version, current_stage, workspace) VALUES"
        " ('m', 1, 'Production', 'team'), ('m', 2, 'None', 'team')");
    Change change{{PlaceKind::VersionStage, "team/m", "", "", 2}, "Production", "None", true, {1}};
    QCOMPARE(store.apply(change).value().kind, Kind::Written);
    QCOMPARE(store.apply({{PlaceKind::ModelAlias, "team/m", "a", ""}, "2", {}}).value().kind,
             Kind::Written);
    QCOMPARE(store.apply({aliasPlace("a"), "1", {}}).value().kind, Kind::Written);
    QCOMPARE(store.text("SELECT group_concat(workspace || version || current_stage) FROM "
                        "(SELECT * FROM model_versions ORDER BY workspace, version)"),
             std::string("default1None,default2None,team1Archived,team2Production"));
    QCOMPARE(store.text("SELECT group_concat(workspace || version) FROM "
                        "(SELECT * FROM registered_model_aliases ORDER BY workspace)"),
             std::string("default1,team2"));
    // Old servers let names have slashes.
    tests::SqlFile(store.file())
        .run("INSERT INTO registered_models (name, workspace) VALUES ('team/m', 'default')");
    QCOMPARE(store.apply(change).error(),
             (Error{ErrorCode::DuplicateName, {store.file().string(), "team/m"}}));
}

/// MLflow leaves it behind; nobody is shown it.
void TestRegistryWriters::anAliasOfADeletedVersionIsNone() {
    const RegistryDatabase store(
        2,
        "UPDATE model_versions SET current_stage = 'Deleted_Internal' WHERE version = 1;"
        "INSERT INTO registered_model_aliases VALUES ('a', 1, 'm', 'default')");
    QCOMPARE(store.look(aliasPlace("a")), Held());
    QCOMPARE(store.apply({aliasPlace("a"), "2", {}}).value().kind, Kind::Written);
    QCOMPARE(store.text("SELECT group_concat(version) FROM registered_model_aliases"),
             std::string("2"));
    QCOMPARE(store.apply({aliasPlace("a"), "1", "2"}).error(),
             (Error{ErrorCode::VersionMissing, {"m", "1"}}));
}

void TestRegistryWriters::aLockIsWaitedForAndTold() {
    const RegistryDatabase store(2);
    stores::SqlStore::Options impatient;
    impatient.patience = std::chrono::milliseconds(200);
    const auto opened = std::move(stores::SqlStore::open(store.file(), impatient)).value();
    tests::SqlFile other(store.file());
    other.run("BEGIN IMMEDIATE");
    QCOMPARE(opened->writer()->apply({aliasPlace("a"), "1", {}}, {}).error(),
             (Error{ErrorCode::DatabaseBusy, {store.file().string()}}));
    other.run(
        "INSERT INTO registered_model_aliases VALUES ('a', 2, 'm', 'default');"
        "COMMIT");
    QCOMPARE(store.apply({aliasPlace("a"), "1", {}}).value(), (Outcome{Kind::Conflict, "2"}));
}

void TestRegistryWriters::theJournalModeStays() {
    for (const char* mode : {"delete", "wal"}) {
        const RegistryDatabase store(2, std::string("PRAGMA journal_mode = ") + mode);
        QCOMPARE(store.apply(production(1, {})).value().kind, Kind::Written);
        QCOMPARE(store.text("PRAGMA journal_mode"), std::string(mode));
        QCOMPARE(store.text("SELECT current_stage FROM model_versions WHERE version = 1"),
                 std::string("Production"));
    }
}

QTEST_GUILESS_MAIN(TestRegistryWriters)
#include "tst_registrywriters.moc"
