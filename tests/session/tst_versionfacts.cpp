// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/versionfacts.h"

#include "registry/audit.h"
#include "registry/inbox.h"
#include "session/identity.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace podium;
using domain::SignatureColumn;
using registry::Gap;
using registry::VersionFacts;

class TestVersionFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void realStores_data();
    void realStores();
    void filesThatAreGone();
    void whatWasFetchedOfAServer();
    void nothingOfAServer();
    void aVersionWithoutARun();
    void whoDecides_data();
    void whoDecides();
    void theAuditLogNamesThem();
    void severalSyncsTellAHistory();
};

namespace {

/// A cache and one source in it.
struct Place {
    QTemporaryDir folder;
    std::atomic<base::Millis> now = 1000;
    std::unique_ptr<cache::Cache> cache =
        cache::Cache::open(folder.filePath(QStringLiteral("c.db")).toStdString(), [this] {
            return now.load();
        }).value();
    cache::SourceRow source;

    bool read(const std::string& location) {
        auto store = stores::openStore(location);
        if (!store.ok())
            return false;
        base::Progress progress;
        const auto report = sync::sync(*store.value(), *cache, {}, progress, {});
        if (!report.ok())
            return false;
        source = cache->reader().value().sources().value().front();
        return true;
    }

    void addServer() {
        QVERIFY(cache->writer()
                    .run([](cache::Writer& writer) -> base::Result<void> {
                        PODIUM_TRY(void, writer.addSource("rest", "http://x", "", "x", 1));
                        return {};
                    })
                    .ok());
        source = cache->reader().value().sources().value().front();
    }

    void listed(const char* owner, const char* path, const char* document) {
        QVERIFY(cache->writer()
                    .run([&](cache::Writer& writer) {
                        return writer.putRemoteFolder(source.sourceNo, owner, path, document, 1);
                    })
                    .ok());
    }

    void fetched(const char* owner, const char* path, const QByteArray& content) {
        const QString temporary = folder.filePath(QStringLiteral("fetched"));
        QFile file(temporary);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(cache->blobs()
                    .put({source.sourceNo, owner, path}, temporary.toStdString(), "", {})
                    .ok());
    }

    VersionFacts facts(const domain::RegisteredModel& model, const domain::ModelVersion& version) {
        auto reader = cache->reader();
        return session::loadVersionFacts(*cache, reader.value(), source, model, version, {});
    }

    VersionFacts facts(const std::string& name, std::int64_t number) {
        auto reader = cache->reader();
        const auto models = reader.value().registeredModels(source.sourceNo).value();
        const auto model = std::ranges::find(models, name, &domain::RegisteredModel::name);
        const auto versions = reader.value().modelVersions(source.sourceNo, name).value();
        const auto version = std::ranges::find(versions, number, &domain::ModelVersion::version);
        return model == models.end() || version == versions.end() ? VersionFacts{}
                                                                  : facts(*model, *version);
    }
};

domain::ModelVersion remoteVersion() {
    domain::ModelVersion version;
    version.name = "m";
    version.version = 3;
    version.runId = "0123456789abcdef0123456789abcdef";
    version.source = "mlflow-artifacts:/1/0123456789abcdef0123456789abcdef/artifacts/my%20model";
    return version;
}

const char* const Run = "0123456789abcdef0123456789abcdef";

std::string hashOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                     .toHex()
                     .toStdString()
               : std::string();
}

/// By the bytes of their names.
QStringList filesBelow(const QString& folder) {
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << QDir(folder).relativeFilePath(all.next());
    files.sort();
    return files;
}

const registry::FileFacts* find(const VersionFacts& facts, const std::string& path) {
    const auto found = std::ranges::find(facts.files, path, &registry::FileFacts::path);
    return found == facts.files.end() ? nullptr : &*found;
}

}  // namespace

void TestVersionFacts::realStores_data() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("store");
    QTest::addColumn<std::string>("model");
    QTest::addColumn<int>("version");
    QTest::newRow("folder, MLflow 3") << "filestore-3.11"
                                      << "mlruns" << std::string("resnet-classifier") << 2;
    QTest::newRow("a copied version") << "filestore-3.11"
                                      << "mlruns" << std::string("resnet-copy") << 1;
    QTest::newRow("folder, MLflow 2, moved") << "filestore-2.17"
                                             << "mlruns" << std::string("resnet-classifier") << 2;
    QTest::newRow("database, MLflow 3") << "sqlite-3.11"
                                        << "mlflow.db" << std::string("resnet-classifier") << 2;
}

/// What MLflow itself wrote beside the model: the same signature and requirements in every fixture.
void TestVersionFacts::realStores() {
    QFETCH(QString, fixture);
    QFETCH(QString, store);
    QFETCH(std::string, model);
    QFETCH(int, version);
    const tests::Fixture unpacked(fixture);
    QVERIFY2(unpacked.ok(), qPrintable(unpacked.error()));
    Place place;
    QVERIFY(place.read(QString(unpacked.folder() + QLatin1Char('/') + store).toStdString()));
    // What lies beside a model is not of it.
    QStringList folders;
    QDirIterator all(unpacked.folder(), {QStringLiteral("model.pkl")}, QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        folders << all.fileInfo().path();
    }
    for (const QString& folder : folders) {
        const QString beside = folder + QStringLiteral("/../beside the model");
        QVERIFY(QDir().mkpath(beside));
        QVERIFY(
            QFile::exists(beside + QStringLiteral("/MLmodel")) ||
            QFile::copy(folder + QStringLiteral("/MLmodel"), beside + QStringLiteral("/MLmodel")));
    }
    const VersionFacts facts = place.facts(model, version);
    QCOMPARE(facts.version.version, version);
    QCOMPARE(facts.runGap, Gap::None);
    QVERIFY(!facts.runName.empty());
    QVERIFY(!facts.params.empty());
    QVERIFY(!facts.metrics.empty());
    QCOMPARE(facts.filesGap, Gap::None);
    QCOMPARE(facts.signatureGap, Gap::None);
    QCOMPARE(facts.signature.inputs,
             (std::vector<SignatureColumn>{{"a", "double"}, {"b", "double"}, {"c d", "double"}}));
    QCOMPARE(facts.signature.outputs, (std::vector<SignatureColumn>{{"", "tensor int64 [-1]"}}));
    QVERIFY(facts.signature.params.empty());
    QCOMPARE(facts.packagesGap, Gap::None);
    QCOMPARE(facts.packages.at("scikit-learn"), std::string("1.2.1"));
    QVERIFY(std::ranges::count(facts.packageFiles, "requirements.txt") == 1);
    // The folder in the fixture that has this very model, and nothing beside it.
    const registry::FileFacts* pickle = find(facts, "model.pkl");
    QVERIFY(pickle != nullptr);
    QStringList candidates;
    for (const QString& folder : folders) {
        if (hashOf(folder + QStringLiteral("/model.pkl")) == pickle->sha256)
            candidates << filesBelow(folder).join(QLatin1Char('|'));
    }
    QStringList listed;
    for (const registry::FileFacts& file : facts.files)
        listed << QString::fromStdString(file.path);
    QVERIFY2(candidates.contains(listed.join(QLatin1Char('|'))),
             qPrintable(listed.join(QLatin1Char('|'))));
    QVERIFY(find(facts, "MLmodel") != nullptr);
}

void TestVersionFacts::filesThatAreGone() {
    const tests::Fixture unpacked(QStringLiteral("filestore-2.17"));
    Place place;
    QVERIFY(place.read(unpacked.mlruns().string()));
    const VersionFacts before = place.facts("resnet-classifier", 2);
    QDirIterator all(unpacked.folder(), {QStringLiteral("MLmodel")}, QDir::Files,
                     QDirIterator::Subdirectories);
    QVERIFY(all.hasNext());
    while (all.hasNext())
        QVERIFY(QFile::remove(all.next()));
    const VersionFacts without = place.facts("resnet-classifier", 2);
    QCOMPARE(without.signatureGap, Gap::NoFile);
    QCOMPARE(without.packagesGap, Gap::None);
    QCOMPARE(without.files.size() + 1, before.files.size());
    QVERIFY(QDir(unpacked.folder()).removeRecursively());
    const VersionFacts gone = place.facts("resnet-classifier", 2);
    QCOMPARE(gone.filesGap, Gap::FilesGone);
    QCOMPARE(gone.signatureGap, Gap::FilesGone);
    QCOMPARE(gone.runGap, Gap::None);
}

void TestVersionFacts::whatWasFetchedOfAServer() {
    Place place;
    place.addServer();
    place.listed(Run, "my model",
                 R"([{"path":"my model/requirements.txt","is_dir":false,"file_size":14},
                     {"path":"my model/MLmodel","is_dir":false,"file_size":90},
                     {"path":"my model/data","is_dir":true}])");
    place.listed(Run, "my model/data",
                 R"([{"path":"my model/data/w.bin","is_dir":false,"file_size":7},
                     {"path":"../../etc/passwd","is_dir":false,"file_size":7}])");
    place.fetched(Run, "my model/requirements.txt", "numpy==1.26.4\n");
    place.fetched(Run, "elsewhere/requirements.txt", "torch==2.0\n");
    domain::RegisteredModel model;
    model.name = "m";
    model.aliases = {{"champion", 3}, {"b", 2}, {"a", 3}};
    const VersionFacts facts = place.facts(model, remoteVersion());
    QCOMPARE(facts.aliases, (std::vector<std::string>{"a", "champion"}));
    QCOMPARE(facts.runGap, Gap::RunNotRead);
    QCOMPARE(facts.filesGap, Gap::None);
    QStringList paths;
    for (const registry::FileFacts& file : facts.files)
        paths << QString::fromStdString(file.path);
    QCOMPARE(paths, (QStringList{QStringLiteral("MLmodel"), QStringLiteral("data/w.bin"),
                                 QStringLiteral("requirements.txt")}));
    QCOMPARE(facts.packages, (std::map<std::string, std::string>{{"numpy", "1.26.4"}}));
    QCOMPARE(facts.packagesGap, Gap::None);
    // It is on the server, and nobody fetched it.
    QCOMPARE(facts.signatureGap, Gap::FilesNotHere);
    QCOMPARE(find(facts, "requirements.txt")->sha256,
             QCryptographicHash::hash("numpy==1.26.4\n", QCryptographicHash::Sha256)
                 .toHex()
                 .toStdString());
    QVERIFY(find(facts, "data/w.bin")->sha256.empty());
    QCOMPARE(find(facts, "data/w.bin")->size, 7);
    QVERIFY(facts.filesCut);
}

void TestVersionFacts::nothingOfAServer() {
    Place place;
    place.addServer();
    const VersionFacts facts = place.facts({}, remoteVersion());
    QCOMPARE(facts.filesGap, Gap::FilesNotHere);
    QCOMPARE(facts.signatureGap, Gap::FilesNotHere);
    QCOMPARE(facts.packagesGap, Gap::FilesNotHere);
}

void TestVersionFacts::aVersionWithoutARun() {
    Place place;
    place.addServer();
    domain::ModelVersion version = remoteVersion();
    version.runId.clear();
    version.source = "s3://bucket/model";
    const VersionFacts facts = place.facts({}, version);
    QCOMPARE(facts.runGap, Gap::NoRun);
    QCOMPARE(facts.filesGap, Gap::FilesNotHere);
}

void TestVersionFacts::whoDecides_data() {
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<std::string>("settings");
    QTest::addColumn<bool>("environment");
    QTest::addColumn<std::string>("expected");
    const std::string machine = registry::systemUser();
    const std::string basic = R"({"auth":"basic","user":"ana"})";
    QTest::newRow("a folder") << std::string("filestore") << std::string("{}") << true << machine;
    QTest::newRow("a server with a login")
        << std::string("rest") << basic << false << std::string("ana");
    QTest::newRow("the login counts more")
        << std::string("rest") << basic << true << std::string("ana");
    QTest::newRow("a login of the environment")
        << std::string("rest") << std::string("{}") << true << std::string("eve");
    QTest::newRow("a server without")
        << std::string("rest") << std::string("{}") << false << machine;
    QTest::newRow("nobody asked") << std::string("rest") << std::string(R"({"auth":"none"})")
                                  << true << machine;
}

void TestVersionFacts::whoDecides() {
    QFETCH(std::string, kind);
    QFETCH(std::string, settings);
    QFETCH(bool, environment);
    cache::SourceRow source;
    source.kind = kind;
    source.location = "http://lab.example:5000";
    source.settings = settings;
    std::map<std::string, std::string, std::less<>> variables;
    if (environment)
        variables = {{"MLFLOW_TRACKING_USERNAME", "eve"}, {"MLFLOW_TRACKING_PASSWORD", "x"}};
    QTEST(session::identityOf(source, http::Environment::of(variables, "/nowhere")), "expected");
}

void TestVersionFacts::theAuditLogNamesThem() {
    Place place;
    place.addServer();
    session::nameAuditors(*place.cache,
                          http::Environment::of({{"MLFLOW_TRACKING_USERNAME", "eve"},
                                                 {"MLFLOW_TRACKING_PASSWORD", "topsecret"}},
                                                "/nowhere"));
    QVERIFY(place.cache->outbox().add("http://x", "{}", "{}").ok());
    QVERIFY(place.cache->outbox().add("/elsewhere", "{}", "{}").ok());
    const auto lines = registry::auditLines(place.cache->outbox().auditLog().value());
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0].who, std::string("eve"));
    QCOMPARE(lines[1].who, registry::systemUser());
    QVERIFY(lines[0].record.entry.find("topsecret") == std::string::npos);
}

/// MLflow keeps no history of stages and aliases; this cache has what it saw.
void TestVersionFacts::severalSyncsTellAHistory() {
    using cache::ObservedSpan;
    using Kind = ObservedSpan::Kind;
    const tests::Fixture unpacked(QStringLiteral("filestore-3.11"));
    const QString models =
        QString::fromStdString((unpacked.mlruns() / "models" / "resnet-classifier").string());
    const auto replace = [&](const QString& file, const QByteArray& from, const QByteArray& to) {
        QFile meta(models + file);
        QVERIFY(meta.open(QIODevice::ReadWrite));
        QByteArray text = meta.readAll();
        QVERIFY(text.contains(from));
        text.replace(from, to);
        meta.resize(0);
        meta.seek(0);
        meta.write(text);
    };
    Place place;
    const auto seen = [&] {
        auto reader = place.cache->reader();
        std::vector<ObservedSpan> spans =
            reader.value().observed(place.source.sourceNo, "resnet-classifier").value();
        std::erase_if(spans, [](const ObservedSpan& span) {
            return span.value != "Production" && span.value != "champion";
        });
        return spans;
    };
    QVERIFY(place.read(unpacked.mlruns().string()));
    QCOMPARE(seen(), (std::vector<ObservedSpan>{{2, Kind::Stage, "Production", 1000, {}, {}, {}},
                                                {2, Kind::Alias, "champion", 1000, {}, {}, {}}}));
    place.now = 2000;
    QVERIFY(place.read(unpacked.mlruns().string()));
    replace(QStringLiteral("/version-2/meta.yaml"), "current_stage: Production",
            "current_stage: Archived");
    replace(QStringLiteral("/version-4/meta.yaml"), "current_stage: Staging",
            "current_stage: Production");
    replace(QStringLiteral("/meta.yaml"), "\n  champion: '2'", "\n  champion: '4'");
    replace(QStringLiteral("/aliases/champion"), "2", "4");
    place.now = 3000;
    QVERIFY(place.read(unpacked.mlruns().string()));
    QCOMPARE(seen(),
             (std::vector<ObservedSpan>{{2, Kind::Stage, "Production", 1000, {}, 2000, 3000},
                                        {2, Kind::Alias, "champion", 1000, {}, 2000, 3000},
                                        {4, Kind::Stage, "Production", 3000, 2000, {}, {}},
                                        {4, Kind::Alias, "champion", 3000, 2000, {}, {}}}));
}

QTEST_GUILESS_MAIN(TestVersionFacts)
#include "tst_versionfacts.moc"
