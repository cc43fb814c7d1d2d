// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourcebook.h"
#include "tests/support/fixtures.h"
#include "tests/support/tree.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using session::SourceBook;
using session::SourceInfo;
using session::SourceState;

namespace {

struct House {
    House() {
        auto opened = cache::Cache::open(folder.filePath(QStringLiteral("c.db")).toStdString(),
                                         base::systemClock());
        cache = std::move(opened).value();
    }
    QTemporaryDir folder;
    std::unique_ptr<cache::Cache> cache;
    jobs::JobEngine engine;
};

constexpr std::string_view RunningRun = R"(
0/
  meta.yaml = artifact_location: /x/0\nexperiment_id: '0'\nlifecycle_stage: active\nname: Default\n
  aaaa/
    meta.yaml = artifact_uri: /x/0/aaaa/artifacts\nend_time: null\nexperiment_id: '0'\nlifecycle_stage: active\nrun_id: aaaa\nrun_name: live\nrun_uuid: aaaa\nstart_time: 1700000000000\nstatus: 1\nuser_id: u\n
    artifacts/
    params/
    metrics/
      loss = 1 0.5 0\n
)";

bool isSettled(const SourceBook& book) {
    if (book.sources().empty())
        return false;
    const SourceState state = book.sources().front().state;
    return state == SourceState::Synced || state == SourceState::Live;
}

std::int64_t runsOf(const SourceInfo& source) {
    std::int64_t sum = 0;
    for (const cache::ExperimentRow& row : source.experiments)
        sum += row.runs;
    return sum;
}

QString place(const tests::Fixture& store) {
    return QString::fromStdString(store.mlruns().string());
}

}  // namespace

class TestSourceBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFolderIsOpenedSyncedAndListed() {
        House house;
        tests::Fixture store(QStringLiteral("filestore-2.17"));
        QVERIFY2(store.ok(), qPrintable(store.error()));
        SourceBook book(*house.cache, house.engine);
        QSignalSpy opened(&book, &SourceBook::opened);
        book.open(place(store));
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(book) && runsOf(book.sources().front()) == 25, 20000);
        QCOMPARE(opened.count(), 1);
        QVERIFY(book.sources().front().syncedAt.has_value());
    }

    void aFolderThatIsNoStoreFailsAndIsNotListed() {
        House house;
        QTemporaryDir empty;
        SourceBook book(*house.cache, house.engine);
        QSignalSpy failed(&book, &SourceBook::failed);
        book.open(empty.path());
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(book.sources().empty());
    }

    void aStoreThatIsGoneShowsWhatTheCacheHas() {
        House house;
        auto store = std::make_unique<tests::Fixture>(QStringLiteral("filestore-1.26"));
        const QString path = QString::fromStdString(store->mlruns().string());
        {
            SourceBook book(*house.cache, house.engine);
            book.open(path);
            QTRY_VERIFY_WITH_TIMEOUT(isSettled(book), 20000);
        }
        store.reset();
        SourceBook book(*house.cache, house.engine);
        book.open(path);
        QTRY_VERIFY(!book.sources().empty() &&
                    book.sources().front().state == SourceState::Offline);
        QVERIFY(runsOf(book.sources().front()) > 0);
    }

    void theSameStoreByTwoNamesIsOneSource() {
        House house;
        tests::Fixture store(QStringLiteral("filestore-1.26"));
        SourceBook book(*house.cache, house.engine);
        book.open(place(store));
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(book), 20000);
        book.open(place(store) + QStringLiteral("/../mlruns"));
        QTRY_VERIFY_WITH_TIMEOUT(book.sources().size() == 1, 20000);
    }

    void aRunningRunIsFollowed() {
        House house;
        QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("mlruns"));
        QVERIFY(tests::buildTree(root.toStdString(), RunningRun));
        SourceBook book(*house.cache, house.engine);
        book.open(root);
        QTRY_VERIFY_WITH_TIMEOUT(
            !book.sources().empty() && book.sources().front().state == SourceState::Live, 20000);
        auto reader = house.cache->reader();
        const auto points = [&] {
            const auto runs = reader.value().findRun(book.sources().front().sourceNo, "aaaa");
            const auto details = reader.value().run(runs.value().front());
            return details.value()->metrics.front().reductions.count;
        };
        QCOMPARE(points(), std::uint64_t{1});
        QVERIFY(
            tests::appendFile(root.toStdString() + "/0/aaaa/metrics/loss", "2 0.4 1\n3 0.3 2\n"));
        QTRY_COMPARE_WITH_TIMEOUT(points(), std::uint64_t{3}, 20000);
    }

    void cancelLeavesTheSourceAndACacheThatGoesOn() {
        House house;
        tests::Fixture store(QStringLiteral("filestore-3.11"));
        SourceBook book(*house.cache, house.engine);
        book.open(place(store));
        QTRY_VERIFY(!book.sources().empty());
        book.cancel(book.sources().front().location);
        QTRY_VERIFY_WITH_TIMEOUT(book.sources().front().state != SourceState::Syncing &&
                                     book.sources().front().state != SourceState::Opening,
                                 20000);
        book.sync(book.sources().front().location);
        QTRY_VERIFY_WITH_TIMEOUT(runsOf(book.sources().front()) == 29, 20000);
    }
};

QTEST_GUILESS_MAIN(TestSourceBook)
#include "tst_sourcebook.moc"
