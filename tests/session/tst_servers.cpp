// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"
#include "tests/support/fakeserver.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using base::ErrorCode;
using session::ConnectionRequest;
using session::SourceInfo;
using session::SourceState;

namespace {

const QString Place = QStringLiteral("http://lab:5000");

base::Result<std::unique_ptr<stores::Store>> openFake(
    const std::shared_ptr<tests::FakeServer>& server, const std::string& location,
    const std::optional<http::Credentials>& credentials) {
    server->credentials = credentials;
    return std::unique_ptr<stores::Store>(
        std::make_unique<tests::FakeServerStore>(server, location));
}

/// A workspace over one server in memory; reopened it has the same cache and vault.
struct House {
    House() {
        cache = cache::Cache::open(file(QStringLiteral("c.db")).toStdString(), base::systemClock())
                    .value();
        settings = std::make_unique<session::Settings>(file(QStringLiteral("s.ini")));
        server->runs = {"a", "b", "c"};
        reopen();
    }
    void reopen() {
        workspace.reset();
        session::SourceAccess access;
        access.vault = &vault;
        access.open = [fake = server](const std::string& location,
                                      const session::ConnectionSettings&,
                                      const std::optional<http::Credentials>& credentials) {
            return openFake(fake, location, credentials);
        };
        workspace = std::make_unique<session::Workspace>(*cache, engine, *settings, access);
        workspace->sources().setRetryDelays({1, 1, 1});
    }
    [[nodiscard]] QString file(const QString& name) const { return folder.filePath(name); }
    session::SourceBook& book() { return workspace->sources(); }
    [[nodiscard]] SourceState state() {
        const SourceInfo* source = book().find(Place);
        return source != nullptr ? source->state : SourceState::Failed;
    }
    bool settled() { return state() == SourceState::Live || state() == SourceState::Synced; }
    [[nodiscard]] std::int64_t runs() {
        const SourceInfo* source = book().find(Place);
        return source != nullptr && !source->experiments.empty() ? source->experiments.front().runs
                                                                 : 0;
    }
    std::vector<base::RunNo> runNumbers() {
        std::vector<base::RunNo> numbers;
        cache::Reader reader = std::move(cache->reader()).value();
        for (const std::string id : {"a", "b", "c"})
            numbers.push_back(reader.findRun(book().find(Place)->sourceNo, id).value().front());
        return numbers;
    }

    QTemporaryDir folder;
    std::shared_ptr<tests::FakeServer> server = std::make_shared<tests::FakeServer>();
    session::RunVault vault;
    std::unique_ptr<cache::Cache> cache;
    std::unique_ptr<session::Settings> settings;
    jobs::JobEngine engine;
    std::unique_ptr<session::Workspace> workspace;
};

/// What a chart does: loads, and wants what is missing.
struct Chart {
    explicit Chart(House& home) : house(home) {
        QObject::connect(&house.workspace->histories(), &session::HistoryFetcher::changed, &context,
                         [this] { look(shown); });
    }
    void look(std::vector<base::RunNo> runs) {
        shown = std::move(runs);
        const base::SourceNo source = house.book().find(Place)->sourceNo;
        house.workspace->series().load(
            QStringLiteral("loss"), shown, &context,
            [this, source](base::Result<std::vector<session::LoadedSeries>> result) {
                series = std::move(result).value();
                std::vector<session::WantedHistory> wanted;
                for (const session::LoadedSeries& one : series) {
                    if (!one.isWhole())
                        wanted.push_back({one.runNo, one.runId, one.latest,
                                          one.extent == domain::Extent::Sampled});
                }
                house.workspace->histories().want(QStringLiteral("loss"), source, wanted);
                ++loads;
            });
    }
    [[nodiscard]] bool whole() const {
        return series.size() == shown.size() &&
               std::ranges::all_of(series, &session::LoadedSeries::isWhole);
    }
    House& house;
    QObject context;
    std::vector<base::RunNo> shown;
    std::vector<session::LoadedSeries> series;
    int loads = 0;
};

}  // namespace

class TestServers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aServerIsOpenedReadAndItsTitleAndSettingsKept() {
        House house;
        ConnectionRequest request;
        request.location = QStringLiteral("http://lab:5000/");
        request.settings.title = "Lab";
        request.settings.mostRuns = 2000;
        house.book().connectTo(request);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        QCOMPARE(house.book().find(Place)->title, QStringLiteral("Lab"));
        house.reopen();
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        QCOMPARE(house.book().find(Place)->title, QStringLiteral("Lab"));
        QCOMPARE(house.book().find(Place)->settings.mostRuns, std::int64_t{2000});
    }

    void aPasswordComesFromTheVaultAndIsInNoFile() {
        House house;
        ConnectionRequest request;
        request.location = Place;
        request.settings.auth = session::ConnectionSettings::Auth::Basic;
        request.settings.user = "ada";
        request.secret = session::Secret("correct-horse-battery");
        house.book().connectTo(request);
        QTRY_VERIFY(house.settled());
        house.reopen();
        house.book().open(Place);
        QTRY_VERIFY(house.settled());
        QVERIFY(house.server->credentials.has_value());
        QCOMPARE(house.server->credentials->user, std::string("ada"));
        QCOMPARE(std::string(house.server->credentials->secret.reveal()),
                 std::string("correct-horse-battery"));
        house.workspace->save();
        QDirIterator files(house.folder.path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("correct-horse"), qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY(looked >= 2);
    }

    void aLoginInTheAddressGoesIntoTheVaultAlone() {
        House house;
        house.book().open(QStringLiteral("http://ada:correct-horse@lab:5000"));
        QTRY_VERIFY(house.settled());
        QCOMPARE(house.server->credentials->user, std::string("ada"));
        house.workspace->save();
        QCOMPARE(house.workspace->recentSources(), QStringList{Place});
    }

    void withoutItsSecretNothingIsAskedAndALoginIsWanted() {
        House house;
        ConnectionRequest request;
        request.location = Place;
        request.settings.auth = session::ConnectionSettings::Auth::Bearer;
        house.book().connectTo(request);
        QTRY_COMPARE(house.state(), SourceState::LoginNeeded);
        QCOMPARE(house.server->requests(), 0);
    }

    void aRefusedLoginIsAStateOfItsOwnAndIsNotTriedAgain() {
        House house;
        house.server->fail(base::Error{ErrorCode::LoginRefused, {"lab"}});
        house.book().open(Place);
        QTRY_COMPARE(house.state(), SourceState::LoginNeeded);
        QVERIFY(!house.book().find(Place)->retryAt);
        QTest::qWait(20);
        QCOMPARE(house.server->reads.load(), 1);
    }

    void whatIsLostWhileItIsFollowedIsNotCalledLive() {
        House house;
        house.server->watched = true;
        house.book().open(Place);
        QTRY_COMPARE(house.state(), SourceState::Live);
        QSignalSpy failed(&house.book(), &session::SourceBook::failed);
        house.server->fail(base::Error{ErrorCode::NetRefused, {"lab"}});
        QTRY_COMPARE(house.state(), SourceState::Offline);
        QCOMPARE(house.book().find(Place)->error.code, ErrorCode::NetRefused);
        QTRY_COMPARE(failed.size(), 1);
        // It comes back by itself, and was told once.
        house.server->fail(std::nullopt);
        QTRY_COMPARE(house.state(), SourceState::Live);
        QCOMPARE(failed.size(), 1);
    }

    void whatNobodyWatchesIsNotCalledLive() {
        House house;  // its store has no watcher
        bool called = false;
        connect(&house.book(), &session::SourceBook::changed, &house.book(),
                [&] { called = called || house.state() == SourceState::Live; });
        house.book().open(Place);
        for (int reads = 1; reads <= 3; ++reads) {
            QTRY_COMPARE(house.server->watches.load(), reads);
            QTRY_COMPARE(house.state(), SourceState::Synced);
            QVERIFY(house.book().find(Place)->syncedAt.has_value());
            QSignalSpy told(&house.book(), &session::SourceBook::changed);
            QTRY_VERIFY(told.count() > 0);
            QCOMPARE(house.state(), SourceState::Synced);
            house.book().sync(Place);
        }
        QVERIFY(!called);
    }

    void liveEndsWhereFollowingIsTurnedOff() {
        House house;
        house.server->watched = true;
        house.book().open(Place);
        QTRY_COMPARE(house.state(), SourceState::Live);
        house.book().setFollowLive(false);
        QCOMPARE(house.state(), SourceState::Synced);
        house.book().setFollowLive(true);
        QTRY_COMPARE(house.state(), SourceState::Live);
        QCOMPARE(house.server->reads.load(), 1);
    }

    void pausedItIsAskedNothingAlsoAfterTheNextStart() {
        House house;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        house.book().setPaused(Place, true);
        QCOMPARE(house.state(), SourceState::Paused);
        const int before = house.server->requests();
        house.book().sync(Place);
        house.book().syncAll();
        Chart chart(house);
        chart.look(house.runNumbers());
        QTRY_COMPARE(chart.series.size(), std::size_t{3});
        QTest::qWait(300);  // longer than histories wait before they are asked for
        QCOMPARE(house.server->requests(), before);
        house.reopen();
        QSignalSpy opened(&house.book(), &session::SourceBook::opened);
        house.book().open(Place);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(house.state(), SourceState::Paused);
        QCOMPARE(house.runs(), std::int64_t{3});
        house.book().sync(Place);
        QTest::qWait(50);
        QCOMPARE(house.server->requests(), before);
        house.book().setPaused(Place, false);
        QTRY_VERIFY(house.settled());
        QCOMPARE(house.server->requests(), before + 1);
    }

    void pausedWhileItIsReadTheReadEndsAtOnce() {
        House house;
        house.server->hold(true);
        house.book().open(Place);
        QTRY_COMPARE(house.server->waiting.load(), 1);
        QElapsedTimer timer;
        timer.start();
        house.book().setPaused(Place, true);
        QTRY_COMPARE(house.server->waiting.load(), 0);
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        QTest::qWait(20);
        QCOMPARE(house.state(), SourceState::Paused);
    }

    void aLostNetworkIsToldOnceAndTriedAgainByItself() {
        House house;
        house.server->fail(base::Error{ErrorCode::NetRefused, {"lab"}});
        QSignalSpy failed(&house.book(), &session::SourceBook::failed);
        house.book().open(Place);
        QTRY_VERIFY(house.server->reads.load() >= 3);
        QCOMPARE(failed.count(), 1);
        QVERIFY(house.state() == SourceState::Offline || house.state() == SourceState::Syncing);
        house.server->fail(std::nullopt);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
    }

    void historiesComeWhenTheyAreLookedAtAndOnlyOnce() {
        House house;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        Chart chart(house);
        chart.look(house.runNumbers());
        QTRY_COMPARE(chart.loads, 1);
        QCOMPARE(chart.series.front().extent, domain::Extent::LatestOnly);
        QCOMPARE(chart.series.front().series->size(), std::size_t{1});
        QTRY_VERIFY(chart.whole());
        QCOMPARE(chart.series.front().series->size(), std::size_t{100});
        QCOMPARE(chart.series.front().series->point(99).value, tests::pointAt(99).value);
        const int asked = house.server->historyRequests;
        QCOMPARE(asked, 1);
        chart.look(house.runNumbers());
        house.book().sync(Place);
        QTRY_VERIFY(house.server->reads.load() == 2 && house.settled());
        chart.look(house.runNumbers());
        QTest::qWait(400);
        QCOMPARE(house.server->historyRequests.load(), asked);
        QVERIFY(chart.whole());
    }

    void aServerThatGivesNothingIsNotAskedAgainAndAgain() {
        House house;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        house.server->fail(base::Error{ErrorCode::ServerFault, {"lab", "500", ""}});
        Chart chart(house);
        chart.look(house.runNumbers());
        QTRY_COMPARE(house.server->historyRequests.load(), 1);
        const base::RunNo run = house.runNumbers().front();
        QTRY_VERIFY(house.workspace->histories().failure(QStringLiteral("loss"), run));
        for (int i = 0; i < 3; ++i) {
            chart.look(house.runNumbers());
            QTest::qWait(200);
        }
        QCOMPARE(house.server->historyRequests.load(), 1);
        house.server->fail(std::nullopt);
        house.book().sync(Place);
        QTRY_VERIFY(house.server->reads.load() == 2 && house.settled());
        chart.look(house.runNumbers());
        QTRY_VERIFY(chart.whole());
        QCOMPARE(house.server->historyRequests.load(), 2);
    }

    void longHistoriesComeAsASampleFirst() {
        House house;
        house.server->steps = 20'000;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        Chart chart(house);
        chart.look(house.runNumbers());
        QTRY_VERIFY(chart.whole());
        QCOMPARE(house.server->asked.size(), std::size_t{2});
        QVERIFY(house.server->asked.front().sample);
        QVERIFY(!house.server->asked.back().sample);
        QCOMPARE(chart.series.front().series->size(), std::size_t{20'000});
    }

    void aServerWithoutSamplesIsAskedForTheWhole() {
        House house;
        house.server->steps = 20'000;
        house.server->noSample = base::Error{ErrorCode::ApiMissing, {"lab", "x"}};
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        Chart chart(house);
        chart.look(house.runNumbers());
        QTRY_VERIFY(chart.whole());
        QCOMPARE(house.server->asked.size(), std::size_t{2});
    }

    void whatIsNotLookedAtAnyMoreIsGivenUp() {
        House house;
        house.server->holdHistories(true);
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        const std::vector<base::RunNo> all = house.runNumbers();
        Chart chart(house);
        chart.look({all[0]});
        QTRY_COMPARE(house.server->historyRequests.load(), 1);
        chart.look({all[1]});
        QTRY_COMPARE(house.server->stopped.load(), 1);
        house.server->holdHistories(false);
        QTRY_VERIFY(chart.whole());
        QCOMPARE(house.server->asked.back().runIds, std::vector<std::string>{"b"});
    }

    void aFilterGoesToTheServerWhereMoreRunsAreThanAreHeld() {
        using State = session::ServerRuns::State;
        House house;
        house.server->cut = 3;
        house.server->answer = {"x", "y"};
        house.book().open(Place);
        session::ServerRuns& runs = house.workspace->serverRuns();
        house.workspace->openSource(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        QTRY_COMPARE(house.workspace->runs().snapshot()->total, std::size_t{3});
        QTRY_COMPARE(runs.state(), State::Held);
        QCOMPARE(runs.held(), std::int64_t{3});
        QCOMPARE(house.server->searches.load(), 0);
        house.workspace->runs().setFilter(QStringLiteral("metrics.loss < 0.5"));
        QTRY_COMPARE(runs.state(), State::Answered);
        QTRY_COMPARE(house.workspace->runs().snapshot()->matching, std::size_t{5});
        QVERIFY(house.server->searched.front().filter.find("loss") != std::string::npos);
        QVERIFY(runs.hasMore());
        runs.fetchMore();
        QTRY_COMPARE(house.workspace->runs().snapshot()->matching, std::size_t{7});
        QVERIFY(!runs.hasMore());
        QTest::qWait(700);  // the new rows do not make it ask again
        QCOMPARE(house.server->searches.load(), 2);
        query::OrderKey order{query::metricColumn("loss"), true, false};
        house.workspace->runs().setOrder({order});
        QTRY_COMPARE(house.server->searches.load(), 3);
        QCOMPARE(house.server->searched.back().orderBy,
                 std::vector<std::string>{"metrics.`loss` DESC"});
        house.workspace->runs().setFilter(
            QStringLiteral("metrics.loss < 0.5 OR params.model = 'a'"));
        QTRY_COMPARE(runs.state(), State::OnlyHere);
        house.book().setPaused(Place, true);
        QTRY_COMPARE(runs.state(), State::Away);
        QCOMPARE(house.server->searches.load(), 3);
    }

    void removingItWithItsCacheLeavesNothing() {
        House house;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        std::optional<session::SourceSize> size;
        house.book().measure(
            Place, this, [&](base::Result<session::SourceSize> found) { size = found.value(); });
        QTRY_VERIFY(size.has_value());
        QCOMPARE(size->runs, std::int64_t{3});
        house.book().remove(Place, true);
        QVERIFY(house.book().sources().empty());
        cache::Reader reader = std::move(house.cache->reader()).value();
        QTRY_VERIFY(reader.sources().value().empty());
    }

    void closedItsCopyStays() {
        House house;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        house.book().remove(Place, false);
        QTest::qWait(20);
        cache::Reader reader = std::move(house.cache->reader()).value();
        QCOMPARE(reader.sources().value().size(), std::size_t{1});
    }

    void whatIsKeptOfflineIsToldAndStays() {
        House house;
        house.book().open(Place);
        QTRY_VERIFY(house.settled() && house.runs() == 3);
        QSignalSpy kept(&house.book(), &session::SourceBook::keptChanged);
        const auto& experiments = house.book().find(Place)->experiments;
        house.workspace->showExperiments({experiments.front().experimentNo});
        const auto marked = [&] { return house.workspace->runs().snapshot()->table.keptOffline; };
        QTRY_COMPARE(marked().size(), std::size_t{3});
        house.book().setKept(Place, {"1", "b", true, ""});
        QTRY_COMPARE(marked().count(), std::size_t{1});
        QVERIFY(marked().test(1));
        house.book().setKept(Place, {"1", "b", false, ""});
        QTRY_COMPARE(marked().count(), std::size_t{0});
        kept.clear();
        house.book().setKept(Place, {"1", "", true, "*.json"});
        QTRY_COMPARE(marked().count(), std::size_t{3});
        QTRY_COMPARE(kept.count(), 1);
        QTRY_COMPARE(house.book().find(Place)->kept.size(), std::size_t{1});
        house.book().setKept(Place, {"1", "", false, ""});
        QTRY_VERIFY(house.book().find(Place)->kept.empty());
        QTRY_COMPARE(marked().count(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
