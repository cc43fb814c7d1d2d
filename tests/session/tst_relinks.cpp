// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/relinks.h"

#include "session/artifactplace.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using artifacts::RelinkRule;
namespace fs = std::filesystem;

/// A real database whose artifacts were put elsewhere under another name.
class TestRelinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreKept();
    void brokenFile();
    void movedDatabase();
};

void TestRelinks::rulesAreKept() {
    const QTemporaryDir dir;
    const fs::path file = dir.filePath(QStringLiteral("c.db.relinks.json")).toStdString();
    QVERIFY(session::readRelinks(file, "/a").empty());
    const std::vector<RelinkRule> rules{{"/old", "/new/é"}, {"s3://b", "/mirror"}};
    QVERIFY(session::writeRelinks(file, "/a", rules).ok());
    QVERIFY(session::writeRelinks(file, "/b", {{"", "/x"}}).ok());
    QVERIFY(session::readRelinks(file, "/a") == rules);
    QVERIFY(session::writeRelinks(file, "/b", {}).ok());
    QVERIFY(session::readRelinks(file, "/b").empty());
    QVERIFY(session::readRelinks(file, "/a") == rules);
    QVERIFY(session::writeRelinks("/nowhere/at/all/c.json", "/a", rules).failed());
}

void TestRelinks::brokenFile() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("r.json"));
    for (const QByteArray& content :
         {QByteArray("oops"), QByteArray("{\"sources\": [1]}"),
          QByteArray("{\"sources\": {\"/a\": {}}}"),
          QByteArray("{\"sources\": {\"/a\": [1, {\"from\": \"x\"}, {\"to\": 7}]}}")}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(session::readRelinks(path.toStdString(), "/a").empty());
    }
}

void TestRelinks::movedDatabase() {
    const tests::Fixture fixture(QStringLiteral("sqlite-2.17"));
    QVERIFY2(fixture.ok(), qPrintable(fixture.error()));
    const QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    const fs::path database = folder / "database" / "mlflow.db";
    fs::create_directories(database.parent_path());
    for (const auto& entry : fs::directory_iterator(fixture.folder().toStdString())) {
        if (entry.path().extension() == ".db")
            fs::copy_file(entry.path(), database);
    }
    QVERIFY(fs::exists(database));
    fs::create_directories(folder / "archive");
    fs::copy(fixture.folder().toStdString() + "/mlruns", folder / "archive" / "old runs",
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);

    const auto cache = cache::Cache::open(folder / "c.db", [] { return base::Millis{1}; }).value();
    auto store = stores::openStore(database.native());
    QVERIFY(store.ok());
    base::Progress progress;
    QVERIFY(sync::sync(*store.value(), *cache, {}, progress, {}).ok());
    const cache::SourceRow source = cache->reader().value().sources().value().front();

    const auto before = session::surveyRelinks(*cache, source.sourceNo, {}, progress, {});
    QVERIFY(before.ok());
    QVERIFY(before.value().missing > 0 && before.value().proposals.empty());
    const auto found = session::surveyRelinks(*cache, source.sourceNo,
                                              folder / "archive" / "old runs", progress, {});
    QVERIFY(found.ok() && !found.value().proposals.empty());
    const artifacts::RelinkProposal& best = found.value().proposals.front();
    QVERIFY(best.found > 0 && best.found <= best.of);

    const fs::path rules = session::relinkFile(*cache);
    QVERIFY(session::writeRelinks(rules, source.location, {best.rule}).ok());
    cache::Reader reader = cache->reader().value();
    std::size_t opened = 0;
    const auto experiments = reader.experiments(source.sourceNo);
    QVERIFY(experiments.ok());
    for (const cache::ExperimentRow& experiment : experiments.value()) {
        std::vector<base::RunNo> runs;
        QVERIFY(reader
                    .runs(experiment.experimentNo, {},
                          [&](const cache::RunRow& run) { runs.push_back(run.runNo); })
                    .ok());
        for (const base::RunNo run : runs) {
            const auto details = reader.run(run);
            const auto place = session::placeOf(*details.value(), reader, {}, rules);
            if (!place.ok() || place.value().how != artifacts::Resolved::How::Relinked)
                continue;
            ++opened;
            QVERIFY(place.value().folder.native().find(details.value()->run.runId) !=
                    std::string::npos);
        }
    }
    QCOMPARE(opened, best.found);
    // The folder of the database has what it had: nothing was written into the store.
    QCOMPARE(
        std::distance(fs::directory_iterator(database.parent_path()), fs::directory_iterator()), 1);
}

QTEST_GUILESS_MAIN(TestRelinks)
#include "tst_relinks.moc"
