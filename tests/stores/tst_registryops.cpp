// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "stores/sqlstore/sqlstore.h"
#include "tests/stores/registryrecords.h"
#include "tests/support/fixtures.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <array>
#include <chrono>
#include <filesystem>
#include <set>

using namespace podium;
using stores::Change;
using stores::Held;
using stores::Outcome;
using tests::RegistryCall;
using tests::RegistryRecord;
using tests::StoreState;

namespace {

namespace fs = std::filesystem;

constexpr std::array Stores = {"filestore-2.17", "filestore-3.11", "sqlite-2.17", "sqlite-3.11"};

/// How Podium differs from MLflow on purpose.
enum class How {
    Same,
    NotOffered,    // no decision of that kind
    NotSayable,    // a place holds a number, so no text that isn't one, and none with a zero before
    WasThere,      // the store holds it already: nothing is written, not even times
    AllOrNothing,  // MLflow writes a part before it refuses
    Refused,       // though MLflow takes it
    Taken,         // though MLflow of that version refuses it
};

struct Difference {
    const char* record;  // how its name begins; "" for all
    const char* stores;  // what is in their names; "" for all
    How how;
    const char* why;
};

constexpr std::array Differences = {
    Difference{"17", "", How::NotOffered, "deleting a version asks for rights of its own (MANAGE)"},
    Difference{"18", "", How::NotOffered, "versions are made where models are trained"},
    Difference{"19", "", How::NotOffered, "renaming loses tags and aliases in file stores"},
    Difference{"07m-", "", How::NotSayable, "'04'"},
    Difference{"14zj-", "", How::NotSayable, "'04'"},
    Difference{"03-", "", How::WasThere, "the version is in the stage, and no other is"},
    Difference{"03d-", "", How::WasThere, "the version is in the stage"},
    Difference{"04b-", "", How::WasThere, "the version is in the stage"},
    Difference{"10c-", "filestore", How::WasThere, "the alias is at that version"},
    Difference{"13q-", "filestore", How::WasThere, "the tag has that value"},
    Difference{"14q-", "filestore", How::WasThere, "the tag has that value"},
    Difference{"15-model-description-01-", "", How::WasThere, "there is no description to empty"},
    Difference{"15-model-description-13-", "3.11", How::WasThere,
               "there is no description to take"},
    Difference{"07c-", "filestore", How::AllOrNothing,
               "MLflow archives the others before it finds the version missing"},
    Difference{"09k-", "sqlite", How::Refused, "'04' is no version that is shown"},
    Difference{"11m-", "", How::Refused, "a line end in an alias is a slip that nobody sees"},
    Difference{"12f-", "2.17", How::Taken, "3.11 takes it: an alias that it allowed before may go"},
    Difference{"12g-", "2.17", How::Taken, "3.11 takes it: an alias that it allowed before may go"},
    Difference{"13w-", "2.17", How::Taken, "3.11 takes 100,000 characters, and 2.17 reads them"},
    Difference{"14w-", "2.17", How::Taken, "3.11 takes 100,000 characters, and 2.17 reads them"},
    Difference{"15-model-description-13-", "2.17", How::Taken, "3.11 takes it"},
    Difference{"15-version-description-13-", "", How::Taken,
               "to have none is to have an empty one"},
};

How howOf(const QString& record, const QString& store) {
    for (const Difference& one : Differences) {
        if (record.startsWith(QLatin1String(one.record)) &&
            store.contains(QLatin1String(one.stores)))
            return one.how;
    }
    return How::Same;
}

/// A store on its own: the registry of a file store, or a database.
class Copy {
public:
    Copy(const QString& store, const fs::path& original) : m_isFiles(store.startsWith(u"file")) {
        if (m_isFiles) {
            fs::create_directories(root() / "0");
            fs::copy(original / "mlruns/0/meta.yaml", root() / "0/meta.yaml");
            fs::copy(original / "mlruns/models", root() / "models", fs::copy_options::recursive);
            m_store = std::move(stores::FileStore::open(root())).value();
        } else {
            fs::copy(original / "mlflow.db", file());
            m_store = std::move(stores::SqlStore::open(file())).value();
        }
        m_writer = m_store->writer();
    }
    [[nodiscard]] fs::path root() const { return fs::path(m_dir.path().toStdString()) / "mlruns"; }
    [[nodiscard]] fs::path file() const {
        return fs::path(m_dir.path().toStdString()) / "mlflow.db";
    }
    [[nodiscard]] stores::StoreWriter& writer() const { return *m_writer; }
    [[nodiscard]] StoreState state() const {
        return m_isFiles ? tests::stateOfModels(root()) : tests::stateOfDatabase(file());
    }

    /// A person looks, sees which versions there are in the stage, and decides.
    base::Result<Outcome> decide(Change change) const {
        const base::Result<Held> seen = m_writer->look(change.place, {});
        if (seen.ok())
            change.basis = seen.value();
        base::Result<Outcome> done = m_writer->apply(change, {});
        if (done.ok() && done.value().kind == Outcome::Kind::Conflict) {
            change.archived = done.value().inStage;
            done = m_writer->apply(change, {});
        }
        return done;
    }

private:
    // In memory where that can be: a thousand stores that wait for a disk are a long test.
    QTemporaryDir m_dir{(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                             ? QStringLiteral("/dev/shm")
                             : QDir::tempPath()) +
                        QStringLiteral("/registry-ops-XXXXXX")};
    bool m_isFiles;
    std::unique_ptr<stores::Store> m_store;
    std::unique_ptr<stores::StoreWriter> m_writer;
};

std::int64_t clockNow() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// Where two states differ, for a person to read.
std::string differenceOf(const StoreState& a, const StoreState& b) {
    std::string text;
    std::set<std::string> keys;
    for (const auto& [key, value] : a)
        keys.insert(key);
    for (const auto& [key, value] : b)
        keys.insert(key);
    for (const std::string& key : keys) {
        const auto inA = a.find(key);
        const auto inB = b.find(key);
        if (inA != a.end() && inB != b.end() && inA->second == inB->second)
            continue;
        text += '\n' + key + "\n--- ours\n" + (inA != a.end() ? inA->second : "(nothing)") +
                "\n--- MLflow's\n" + (inB != b.end() ? inB->second : "(nothing)");
    }
    return text;
}

/// MLflow shows no description and an empty one alike, and reads no copy of the aliases that 2.x
/// keeps with a version.
StoreState asShown(StoreState state) {
    static const QRegularExpression copies(QStringLiteral("^aliases:( \\[\\])?\n(- .*\n)*"));
    for (auto& [key, text] : state) {
        QString shown = QString::fromStdString(text);
        shown.replace(QLatin1String("description: null\n"), QLatin1String("description: ''\n"));
        shown.replace(QLatin1String("\"description\":null"), QLatin1String("\"description\":\"\""));
        if (key.find("/version-") != std::string::npos)
            shown.remove(copies);
        text = shown.toStdString();
    }
    return state;
}

}  // namespace

Q_DECLARE_METATYPE(RegistryRecord)

class TestRegistryOps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changesWhatMlflowChanges_data();
    void changesWhatMlflowChanges();
    void everyRecordIsAccountedFor();
    void yamlOfAllDescriptions_data();
    void yamlOfAllDescriptions();

private:
    [[nodiscard]] fs::path originalOf(const QString& store) const {
        return m_originals.at(store)->folder().toStdString();
    }

    std::map<QString, std::unique_ptr<tests::Fixture>> m_originals;
    std::map<QString, std::vector<RegistryRecord>> m_records;
    std::map<QString, StoreState> m_initial;
};

void TestRegistryOps::initTestCase() {
    ::umask(022);  // as where they were recorded
    for (const char* name : Stores) {
        const QString store = QString::fromLatin1(name);
        m_originals[store] = std::make_unique<tests::Fixture>(store);
        QVERIFY2(m_originals[store]->ok(), qPrintable(m_originals[store]->error()));
        m_records[store] = tests::registryRecords(store);
        m_initial[store] = Copy(store, originalOf(store)).state();
        QVERIFY(m_records[store].size() >= 240);
    }
}

void TestRegistryOps::changesWhatMlflowChanges_data() {
    QTest::addColumn<QString>("store");
    QTest::addColumn<RegistryRecord>("record");
    for (const auto& [store, records] : m_records) {
        for (const RegistryRecord& record : records) {
            const How how = howOf(record.name(), store);
            const bool other = record.name().startsWith(QLatin1String("00-")) ||
                               record.name().startsWith(QLatin1String("15-yaml-matrix"));
            if (!other && how != How::NotOffered && how != How::NotSayable)
                QTest::addRow("%s %s", qPrintable(store), qPrintable(record.name()))
                    << store << record;
        }
    }
}

void TestRegistryOps::changesWhatMlflowChanges() {
    QFETCH(QString, store);
    QFETCH(RegistryRecord, record);
    const How how = howOf(record.name(), store);
    const Copy copy(store, originalOf(store));
    const QJsonObject setup = record.json().value(QLatin1String("setup")).toObject();
    const QJsonObject modes = setup.value(QLatin1String("chmod")).toObject();
    for (const QString& path : modes.keys())
        fs::permissions(copy.root() / path.toStdString(),
                        fs::perms(modes.value(path).toString().toUInt(nullptr, 8)));
    const StoreState before = setup.isEmpty() ? m_initial.at(store) : copy.state();
    const std::int64_t start = clockNow();
    const std::vector<RegistryCall> calls = record.calls();
    const int refusedAt = how == How::Refused ? 0 : how == How::Taken ? -1 : record.refusedAt();
    bool written = false;
    for (int i = 0; i < int(calls.size()); ++i) {
        const auto change = tests::decisionFor(calls[std::size_t(i)]);
        QVERIFY2(change, qPrintable(calls[std::size_t(i)].name));
        const auto done = copy.decide(*change);
        if (i == refusedAt) {
            QVERIFY2(done.failed(), "not refused");
            break;
        }
        QVERIFY2(done.ok(), base::logLine(done.failed() ? done.error() : base::Error()).c_str());
        QVERIFY(done.value().kind != Outcome::Kind::Conflict);
        written = written || done.value().kind == Outcome::Kind::Written;
    }
    StoreState after = copy.state();
    if (how == How::Refused) {
        QVERIFY2(after == before, differenceOf(after, before).c_str());
        return;
    }
    if (how == How::Taken) {
        // What it is to hold it holds, and MLflow wrote nothing.
        QVERIFY(record.after(before) == before);
        const Change change = *tests::decisionFor(calls.front());
        QCOMPARE(
            stores::asCompared(change.place.kind, copy.writer().look(change.place, {}).value()),
            stores::asCompared(change.place.kind, change.wanted));
        return;
    }
    StoreState expected = record.after(before);
    const std::vector<std::int64_t> recorded = record.takeTimes(expected);
    if (!written) {
        QVERIFY2(after == before, differenceOf(after, before).c_str());
        QCOMPARE(how == How::Same, recorded.empty());
        if (how == How::AllOrNothing)
            return;
        // Nor did MLflow write more than times and what nobody is shown.
        static_cast<void>(record.takeTimes(after));
        after = asShown(std::move(after));
        expected = asShown(std::move(expected));
        QVERIFY2(after == expected, differenceOf(after, expected).c_str());
        return;
    }
    QCOMPARE(how, How::Same);
    const std::vector<std::int64_t> times = record.takeTimes(after);
    QVERIFY2(after == expected, differenceOf(after, expected).c_str());
    const std::int64_t end = clockNow();
    for (std::size_t i = 0; i < times.size(); ++i) {
        QVERIFY(times[i] >= start && times[i] <= end);
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(recorded[i] != recorded[k] || times[i] == times[k]);
    }
}

/// What is left out by name says why, and names calls that Podium has indeed no decision for.
void TestRegistryOps::everyRecordIsAccountedFor() {
    for (const Difference& one : Differences) {
        int found = 0;
        for (const auto& [store, records] : m_records) {
            for (const RegistryRecord& record : records) {
                if (!record.name().startsWith(QLatin1String(one.record)) ||
                    !store.contains(QLatin1String(one.stores)))
                    continue;
                ++found;
                for (const RegistryCall& call : record.calls())
                    QCOMPARE(!tests::decisionFor(call), one.how == How::NotOffered);
            }
        }
        QVERIFY2(found > 0, one.record);
    }
}

void TestRegistryOps::yamlOfAllDescriptions_data() {
    QTest::addColumn<QString>("store");
    QTest::addColumn<RegistryRecord>("record");
    int cases = 0;
    for (const auto& [store, records] : m_records) {
        for (const RegistryRecord& record : records) {
            if (!record.name().startsWith(QLatin1String("15-yaml-matrix")))
                continue;
            cases += int(record.json().value(QLatin1String("cases")).toArray().size());
            QTest::addRow("%s %s", qPrintable(store), qPrintable(record.name())) << store << record;
        }
    }
    QCOMPARE(cases, 2 * (246 + 62));
}

/// The whole meta.yaml of a version and of a model with each description, one after the other.
void TestRegistryOps::yamlOfAllDescriptions() {
    QFETCH(QString, store);
    QFETCH(RegistryRecord, record);
    const Copy copy(store, originalOf(store));
    RegistryCall call = record.calls().front();
    std::string meta = "models/" + call.args.value(QLatin1String("name")).toString().toStdString();
    if (call.args.contains(QLatin1String("version")))
        meta += "/version-" + call.args.value(QLatin1String("version")).toString().toStdString();
    meta += "/meta.yaml";
    const auto text = [&](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    for (const QJsonValue one : record.json().value(QLatin1String("cases")).toArray()) {
        call.args[QLatin1String("description")] = one[QLatin1String("description")];
        Change change = *tests::decisionFor(call);
        // Qt takes it for a byte order mark.
        if (text(one.toObject(), "yaml").contains(QLatin1String("\"\\uFEFF")))
            change.wanted = "\xef\xbb\xbf" + *change.wanted;
        const auto done = copy.decide(change);
        QVERIFY2(done.ok(), base::logLine(done.failed() ? done.error() : base::Error()).c_str());
        if (done.value().kind == Outcome::Kind::Was) {
            QCOMPARE(text(one.toObject(), "description"), QString());
            continue;
        }
        StoreState state = copy.state();
        const RegistryRecord time(
            {}, {{QStringLiteral("now_fields"),
                  QJsonArray{QJsonObject{
                      {QStringLiteral("file"), QString::fromStdString(meta)},
                      {QStringLiteral("field"), QStringLiteral("last_updated_timestamp")}}}}});
        QVERIFY(time.takeTimes(state).front() > 0);
        QString tail = text(record.json(), "meta_yaml_tail");
        tail.replace(QLatin1String("<now>"), QLatin1String("NOW"));
        QCOMPARE(QString::fromStdString(state.at(meta)),
                 text(record.json(), "meta_yaml_head") + text(one.toObject(), "yaml") + tail);
    }
}

QTEST_GUILESS_MAIN(TestRegistryOps)
#include "tst_registryops.moc"
