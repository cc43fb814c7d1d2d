// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "stores/filestore/replacefile.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/asnobody.h"
#include "tests/support/fixtures.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <array>
#include <barrier>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

using namespace podium;
using base::ErrorCode;
using stores::Change;
using stores::Held;
using stores::Outcome;
using stores::PlaceKind;

namespace {

namespace fs = std::filesystem;

/// Files by path with their bytes, and folders.
std::map<std::string, std::string> contentsOf(const fs::path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        std::string& bytes = found[fs::relative(entry.path(), folder).string()];
        if (entry.is_directory()) {
            bytes = "(folder)";
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    return found;
}

std::map<std::string, domain::Run> runsOf(stores::Store& store) {
    tests::RecordingSink sink;
    base::Progress progress;
    stores::ReadRequest whole;
    whole.full = true;
    return store.read(whole, sink, sink, progress, {}).ok() ? sink.runs
                                                            : std::map<std::string, domain::Run>();
}

void put(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

constexpr const char* Meta =
    "artifact_uri: /lab/1/r/artifacts\nexperiment_id: '1'\nlifecycle_stage: active\n"
    "run_id: r\nrun_name: first\nstatus: 3\ntags: []\n";

/// A store of one run, "r", with the tags `team` = vision and `a/b` = deep.
class SmallStore {
public:
    SmallStore() {
        put(root() / "1/meta.yaml",
            "artifact_location: /lab/1\nexperiment_id: '1'\n"
            "lifecycle_stage: active\nname: one\n");
        put(run() / "meta.yaml", Meta);
        put(run() / "tags/team", "vision");
        put(run() / "tags/a/b", "deep");
        put(run() / "tags/mlflow.runName", "first");
        fs::permissions(m_dir.path().toStdString(), fs::perms(0755));
        m_store = std::move(stores::FileStore::open(root())).value();
        m_writer = m_store->writer();
    }
    [[nodiscard]] fs::path root() const { return fs::path(m_dir.path().toStdString()) / "mlruns"; }
    [[nodiscard]] fs::path run() const { return root() / "1/r"; }
    [[nodiscard]] stores::StoreWriter& writer() { return *m_writer; }
    [[nodiscard]] std::unique_ptr<stores::StoreWriter> another() const { return m_store->writer(); }

    base::Result<Outcome> tag(const std::string& key, Held wanted, Held basis) {
        return m_writer->apply(
            {{PlaceKind::RunTag, "r", key, "1/r"}, std::move(wanted), std::move(basis)}, {});
    }
    base::Result<Outcome> rename(const std::string& name, const std::string& basis) {
        return m_writer->apply({{PlaceKind::RunName, "r", "", "1/r"}, name, basis}, {});
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<stores::FileStore> m_store;
    std::unique_ptr<stores::StoreWriter> m_writer;
};

}  // namespace

class TestFileWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatMlflowWrites_data();
    void writesWhatMlflowWrites();
    void isReadAgain_data();
    void isReadAgain();
    void whatChangedMeanwhileIsAConflict();
    void whatIsThereAlreadyIsNotWrittenAgain();
    void aNameCutOffHalfwayIsFinished();
    void foundWhereverItWent();
    void refuses_data();
    void refuses();
    void keysThatArePathsStayInTheRun_data();
    void keysThatArePathsStayInTheRun();
    void linksOutOfTheStoreAreNotFollowed();
    void readOnlyIsToldAndNothingChanges_data();
    void readOnlyIsToldAndNothingChanges();
    void theModeOfAFileStays();
    void writersOfOneRunWaitForEachOther();
    void ofTwoAtOnceOneIsAConflict_data();
    void ofTwoAtOnceOneIsAConflict();
    void aDraftLeftBehindIsUsedUp();
};

/// Recorded with MLflow 2.17 and 3.11: all files of a run before and after one of its calls.
void TestFileWriter::writesWhatMlflowWrites_data() {
    QTest::addColumn<QJsonObject>("recorded");
    QFile file(QStringLiteral(PODIUM_TEST_DATA "/mlflow-writes.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (const QString& version : all.keys()) {
        const QJsonArray cases = all.value(version).toArray();
        QVERIFY(cases.size() >= 15);
        for (const QJsonValue one : cases) {
            const QString title = one.toObject().value(QLatin1String("title")).toString();
            QTest::addRow("%s %s", qPrintable(version), qPrintable(title)) << one.toObject();
        }
    }
}

void TestFileWriter::writesWhatMlflowWrites() {
    QFETCH(QJsonObject, recorded);
    const QTemporaryDir dir;
    const fs::path root = fs::path(dir.path().toStdString()) / "mlruns";
    const fs::path run = root / "EXP/RUN";
    put(root / "EXP/meta.yaml", "experiment_id: 'EXP'\nlifecycle_stage: active\nname: x\n");
    const auto list = [&](const char* name, const char* folders) {
        std::map<std::string, std::string> files;
        const QJsonObject bytes = recorded.value(QLatin1String(name)).toObject();
        for (const QString& path : bytes.keys())
            files[path.toStdString()] = bytes.value(path).toString().toStdString();
        for (const QJsonValue path : recorded.value(QLatin1String(folders)).toArray())
            files[path.toString().toStdString()] = "(folder)";
        return files;
    };
    const auto before = list("before", "folders");
    for (const auto& [path, bytes] : before) {
        if (bytes == "(folder)")
            fs::create_directories(run / path);
        else
            put(run / path, bytes);
    }
    const QString op = recorded.value(QLatin1String("op")).toString();
    const QJsonValue arg = recorded.value(QLatin1String("arg"));
    Change change{{PlaceKind::RunTag, "RUN", "", "EXP/RUN"}, {}, {}};
    if (op == QLatin1String("rename")) {
        change.place.kind = PlaceKind::RunName;
        change.wanted = arg.toString().toStdString();
    } else if (op == QLatin1String("delete")) {
        change.place.key = arg.toString().toStdString();
    } else {
        change.place.key = arg.toArray().at(0).toString().toStdString();
        change.wanted = arg.toArray().at(1).toString().toStdString();
        if (change.place.key == stores::RunNameTag)
            change.place = {PlaceKind::RunName, "RUN", "", "EXP/RUN"};
    }
    auto store = stores::FileStore::open(root);
    QVERIFY(store.ok());
    const auto writer = store.value()->writer();
    const auto now = writer->look(change.place, {});
    QVERIFY(now.ok());
    change.basis = now.value();
    const auto done = writer->apply(change, {});
    QVERIFY2(done.ok(), done.failed() ? base::logLine(done.error()).c_str() : "");
    QCOMPARE(done.value().kind, Outcome::Kind::Written);
    QCOMPARE(contentsOf(run), list("after", "foldersAfter"));
}

void TestFileWriter::isReadAgain_data() {
    QTest::addColumn<QString>("fixture");
    for (const char* name : {"filestore-1.26", "filestore-2.17", "filestore-3.11"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

/// Every run of a real store gets a name and a note; a new read of the store gives them, and all
/// else as it was.
void TestFileWriter::isReadAgain() {
    QFETCH(QString, fixture);
    const tests::Fixture store(fixture);
    QVERIFY2(store.ok(), qPrintable(store.error()));
    auto opened = stores::FileStore::open(store.mlruns());
    QVERIFY(opened.ok());
    const auto before = runsOf(*opened.value());
    const auto writer = opened.value()->writer();
    int written = 0;
    for (const auto& [id, run] : before) {
        if (run.lifecycle == domain::Lifecycle::Deleted)
            continue;
        const std::string* note = domain::find(run.tags, "mlflow.note.content");
        const std::string* name = domain::find(run.tags, "mlflow.runName");
        const Held shown = !run.runName.empty() ? Held(run.runName)
                           : name != nullptr    ? Held(*name)
                                                : Held();
        QCOMPARE(writer
                     ->apply({{PlaceKind::RunTag, id, "mlflow.note.content", run.folder},
                              "note of " + id,
                              note != nullptr ? Held(*note) : Held()},
                             {})
                     .value()
                     .kind,
                 Outcome::Kind::Written);
        QCOMPARE(writer->apply({{PlaceKind::RunName, id, "", run.folder}, "new " + id, shown}, {})
                     .value()
                     .kind,
                 Outcome::Kind::Written);
        ++written;
    }
    QVERIFY(written > 3);
    const auto after = runsOf(*opened.value());
    QCOMPARE(after.size(), before.size());
    for (const auto& [id, run] : after) {
        const domain::Run& old = before.at(id);
        if (run.lifecycle == domain::Lifecycle::Deleted) {
            QCOMPARE(run.tags, old.tags);
            continue;
        }
        QCOMPARE(run.runName, "new " + id);
        QCOMPARE(*domain::find(run.tags, "mlflow.runName"), "new " + id);
        QCOMPARE(*domain::find(run.tags, "mlflow.note.content"), "note of " + id);
        QCOMPARE(run.status, old.status);
        QCOMPARE(run.startTime, old.startTime);
        QCOMPARE(run.endTime, old.endTime);
        QCOMPARE(run.artifactUri, old.artifactUri);
        QCOMPARE(run.params, old.params);
        for (const domain::Tag& tag : old.tags) {
            if (tag.key != "mlflow.runName" && tag.key != "mlflow.note.content")
                QCOMPARE(*domain::find(run.tags, tag.key), tag.value);
        }
    }
}

void TestFileWriter::whatChangedMeanwhileIsAConflict() {
    SmallStore store;
    const auto before = contentsOf(store.root());
    const Outcome other = store.tag("team", "audio", "text").value();
    QCOMPARE(other.kind, Outcome::Kind::Conflict);
    QCOMPARE(other.found, Held("vision"));
    const Outcome gone = store.tag("lost", "x", "was here").value();
    QCOMPARE(gone.kind, Outcome::Kind::Conflict);
    QCOMPARE(gone.found, Held());
    QCOMPARE(store.tag("team", "audio", {}).value().found, Held("vision"));
    QCOMPARE(store.tag("team", {}, "text").value().kind, Outcome::Kind::Conflict);
    const Outcome name = store.rename("third", "second").value();
    QCOMPARE(name.kind, Outcome::Kind::Conflict);
    QCOMPARE(name.found, Held("first"));
    QCOMPARE(contentsOf(store.root()), before);
}

void TestFileWriter::whatIsThereAlreadyIsNotWrittenAgain() {
    SmallStore store;
    const auto time = fs::last_write_time(store.run() / "tags/team");
    QCOMPARE(store.tag("team", "vision", "an older text").value().kind, Outcome::Kind::Was);
    QCOMPARE(store.tag("lost", {}, "an older text").value().kind, Outcome::Kind::Was);
    QCOMPARE(store.rename("first", "an older name").value().kind, Outcome::Kind::Was);
    QVERIFY(fs::last_write_time(store.run() / "tags/team") == time);
}

/// Killed between meta.yaml and the tag: the same change, applied again, brings both together.
void TestFileWriter::aNameCutOffHalfwayIsFinished() {
    SmallStore store;
    put(store.run() / "meta.yaml",
        QByteArray(Meta).replace("run_name: first", "run_name: second").toStdString());
    QCOMPARE(store.rename("second", "first").value().kind, Outcome::Kind::Written);
    QCOMPARE(bytesOf(store.run() / "tags/mlflow.runName"), std::string("second"));
}

void TestFileWriter::foundWhereverItWent() {
    SmallStore store;
    put(store.root() / "2/meta.yaml", "experiment_id: '2'\nlifecycle_stage: active\nname: two\n");
    fs::rename(store.run(), store.root() / "2/r");
    QCOMPARE(store.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
    QCOMPARE(bytesOf(store.root() / "2/r/tags/team"), std::string("audio"));
}

void TestFileWriter::refuses_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("fault");  // 1: no run, 2: a deleted one, 3: a meta.yaml being written
    QTest::addColumn<base::Error>("error");
    QTest::addRow("a folder is a tag")
        << "a" << 0 << base::Error{ErrorCode::TagKeyTaken, {"a", "a/…"}};
    QTest::addRow("a tag is a folder")
        << "team/x" << 0 << base::Error{ErrorCode::TagKeyTaken, {"team/x", "team"}};
    QTest::addRow("run gone") << "team" << 1 << base::Error{ErrorCode::RunMissing, {"r"}};
    QTest::addRow("run deleted") << "team" << 2 << base::Error{ErrorCode::RunDeleted, {"r"}};
    QTest::addRow("meta empty") << "team" << 3
                                << base::Error{ErrorCode::MetaEmpty, {"1/r/meta.yaml"}};
}

void TestFileWriter::refuses() {
    QFETCH(QString, key);
    QFETCH(int, fault);
    QFETCH(base::Error, error);
    SmallStore store;
    if (fault == 1)
        fs::remove_all(store.run());
    else if (fault == 2)
        put(store.run() / "meta.yaml", QByteArray(Meta).replace("active", "deleted").toStdString());
    else if (fault == 3)
        put(store.run() / "meta.yaml", "");
    const auto before = contentsOf(store.root());
    const auto done =
        store.tag(key.toStdString(), "x", key == QLatin1String("team") ? Held("vision") : Held());
    QVERIFY(done.failed());
    QCOMPARE(done.error(), error);
    QCOMPARE(contentsOf(store.root()), before);
}

void TestFileWriter::keysThatArePathsStayInTheRun_data() {
    QTest::addColumn<QString>("key");
    for (const char* key :
         {"", ".", "..", "../meta.yaml", "a/../../meta.yaml", "/etc/x", "a//b", "a/", "./a"})
        QTest::addRow("'%s'", key) << QString::fromLatin1(key);
}

void TestFileWriter::keysThatArePathsStayInTheRun() {
    QFETCH(QString, key);
    SmallStore store;
    const auto before = contentsOf(store.root());
    const auto done = store.tag(key.toStdString(), "x", {});
    QVERIFY(done.failed());
    QCOMPARE(done.error().code, ErrorCode::KeyInvalid);
    QCOMPARE(contentsOf(store.root()), before);
}

void TestFileWriter::linksOutOfTheStoreAreNotFollowed() {
    SmallStore store;
    const QTemporaryDir outside;
    put(fs::path(outside.path().toStdString()) / "x", "mine");
    fs::create_directory_symlink(outside.path().toStdString(), store.run() / "tags/out");
    const auto done = store.tag("out/x", "theirs", "mine");
    QVERIFY(done.failed());
    QCOMPARE(done.error().code, ErrorCode::SymlinkOutside);
    QCOMPARE(bytesOf(fs::path(outside.path().toStdString()) / "x"), std::string("mine"));
}

void TestFileWriter::readOnlyIsToldAndNothingChanges_data() {
    QTest::addColumn<QString>("locked");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("gone");
    QTest::addRow("run's folder") << ""
                                  << "team" << false;
    QTest::addRow("folder of tags") << "tags"
                                    << "team" << false;
    QTest::addRow("file") << "tags/team"
                          << "team" << false;
    QTest::addRow("new folder") << "tags"
                                << "n/ew" << false;
    QTest::addRow("deleting") << "tags"
                              << "team" << true;
    QTest::addRow("meta.yaml") << "meta.yaml"
                               << "" << false;
}

void TestFileWriter::readOnlyIsToldAndNothingChanges() {
    QFETCH(QString, locked);
    QFETCH(QString, key);
    QFETCH(bool, gone);
    SmallStore store;
    for (const auto& entry : fs::recursive_directory_iterator(store.root()))
        fs::permissions(entry.path(), fs::perms(0777));
    const fs::path place = store.run() / locked.toStdString();
    fs::permissions(place, fs::is_directory(place) ? fs::perms(0555) : fs::perms(0444));
    const auto before = contentsOf(store.root());
    base::Result<Outcome> done = base::Cancelled{};
    {
        const tests::AsNobody nobody;
        const Held basis = key == QLatin1String("team") ? Held("vision") : Held();
        done = key.isEmpty() ? store.rename("second", "first")
                             : store.tag(key.toStdString(), gone ? Held() : Held("x"), basis);
    }
    fs::permissions(place, fs::perms(0777));
    QVERIFY(done.failed());
    QCOMPARE(done.error(),
             (base::Error{ErrorCode::StoreReadOnly, {store.root().string(), "Permission denied"}}));
    QCOMPARE(contentsOf(store.root()), before);
}

void TestFileWriter::theModeOfAFileStays() {
    SmallStore store;
    fs::permissions(store.run() / "tags/team", fs::perms(0640));
    QCOMPARE(store.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
    QCOMPARE(int(fs::status(store.run() / "tags/team").permissions()), 0640);
    QCOMPARE(bytesOf(store.run() / "tags/team"), std::string("audio"));
}

void TestFileWriter::writersOfOneRunWaitForEachOther() {
    SmallStore store;
    const stores::filestore::Fd run(::open(store.run().c_str(), O_RDONLY | O_DIRECTORY));
    auto other = std::make_unique<stores::filestore::Draft>(run.get());
    QCOMPARE(other->error(), 0);
    std::stop_source impatient;
    impatient.request_stop();
    const auto stopped = store.writer().apply(
        {{PlaceKind::RunTag, "r", "team", "1/r"}, "audio", "vision"}, impatient.get_token());
    QVERIFY(stopped.cancelled());
    QCOMPARE(bytesOf(store.run() / "tags/team"), std::string("vision"));
    other->discard();
    QCOMPARE(store.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
    QVERIFY(!fs::exists(store.run() / stores::filestore::DraftName));
}

void TestFileWriter::ofTwoAtOnceOneIsAConflict_data() {
    QTest::addColumn<PlaceKind>("kind");
    QTest::newRow("tag") << PlaceKind::RunTag;
    QTest::newRow("name") << PlaceKind::RunName;
}

/// Both have decided on the same text: the later one must not write over the earlier.
void TestFileWriter::ofTwoAtOnceOneIsAConflict() {
    QFETCH(PlaceKind, kind);
    SmallStore store;
    const bool name = kind == PlaceKind::RunName;
    const stores::Place place{kind, "r", name ? "" : "team", "1/r"};
    std::string held = name ? "first" : "vision";
    for (int round = 0; round < 100; ++round) {
        std::array<std::string, 2> texts;
        std::array<Outcome, 2> outcomes;
        std::barrier start(2);
        {
            std::vector<std::jthread> writers;
            for (std::size_t i = 0; i < 2; ++i) {
                texts[i] = "text " + std::to_string(round) + (i == 0 ? "a" : "b");
                writers.emplace_back([&, i] {
                    const auto writer = store.another();
                    start.arrive_and_wait();
                    outcomes[i] = writer->apply({place, texts[i], held}, {}).value();
                });
            }
        }
        const std::size_t first = outcomes[0].kind == Outcome::Kind::Written ? 0 : 1;
        QCOMPARE(outcomes[first].kind, Outcome::Kind::Written);
        QCOMPARE(outcomes[1 - first].kind, Outcome::Kind::Conflict);
        held = texts[first];
        QCOMPARE(outcomes[1 - first].found, Held(held));
        QCOMPARE(bytesOf(store.run() / (name ? "tags/mlflow.runName" : "tags/team")), held);
    }
    QVERIFY(!fs::exists(store.run() / stores::filestore::DraftName));
}

void TestFileWriter::aDraftLeftBehindIsUsedUp() {
    SmallStore store;
    put(store.run() / stores::filestore::DraftName, "a longer text that a killed one left");
    QCOMPARE(store.tag("team", "audio", "vision").value().kind, Outcome::Kind::Written);
    QCOMPARE(bytesOf(store.run() / "tags/team"), std::string("audio"));
    QVERIFY(!fs::exists(store.run() / stores::filestore::DraftName));
}

QTEST_GUILESS_MAIN(TestFileWriter)
#include "tst_filewriter.moc"
