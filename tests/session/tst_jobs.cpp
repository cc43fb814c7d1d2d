// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/slot.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace podium;
using base::Result;
using jobs::JobEngine;
using jobs::JobInfo;
using jobs::Pool;

class TestJobs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aResultComesBackOnTheThreadOfTheContext() {
        JobEngine engine;
        QObject context;
        QThread* where = nullptr;
        int got = 0;
        engine.run<int>(
            Pool::Compute, &context, [](std::stop_token, base::Progress&) { return 42; },
            [&](Result<int> result) {
                got = result.value();
                where = QThread::currentThread();
            });
        QTRY_COMPARE(got, 42);
        QCOMPARE(where, QThread::currentThread());
    }

    void aResultForAContextThatIsGoneIsDropped() {
        JobEngine engine;
        auto context = std::make_unique<QObject>();
        std::atomic<bool> go = false;
        std::atomic<bool> ran = false;
        bool told = false;
        engine.run<int>(
            Pool::Compute, context.get(),
            [&](std::stop_token, base::Progress&) -> Result<int> {
                while (!go)
                    std::this_thread::yield();
                ran = true;
                return 1;
            },
            [&](Result<int>) { told = true; });
        context.reset();
        go = true;
        QTRY_VERIFY(ran);
        QTest::qWait(50);
        QVERIFY(!told);
    }

    void onlyTheNewestOfASlotCounts() {
        JobEngine engine;
        QObject context;
        jobs::Slot<int> slot(engine, &context);
        QList<int> got;
        for (int i = 0; i < 20; ++i) {
            slot.start([i](std::stop_token, base::Progress&) { return i; },
                       [&](Result<int> result) { got.append(result.value()); });
        }
        QTRY_VERIFY(!got.isEmpty());
        QTest::qWait(50);
        QCOMPARE(got, QList<int>{19});
    }

    void aShownJobIsListedWithItsEnd() {
        JobEngine engine;
        QObject context;
        QSignalSpy changed(&engine, &JobEngine::jobsChanged);
        engine.runShown<int>(
            Pool::Long, QStringLiteral("reading"), &context,
            [](std::stop_token, base::Progress&) -> Result<int> {
                return base::Error{base::ErrorCode::PathNotFound, {"/x"}};
            },
            [](Result<int>) {});
        QCOMPARE(engine.shownJobs().size(), std::size_t{1});
        QTRY_COMPARE(engine.shownJobs().front().state, JobInfo::State::Failed);
        QCOMPARE(engine.shownJobs().front().error.code, base::ErrorCode::PathNotFound);
        QCOMPARE(changed.count(), 2);
    }

    void cancelReachesTheJob() {
        JobEngine engine;
        QObject context;
        bool cancelled = false;
        engine.runShown<int>(
            Pool::Long, QStringLiteral("endless"), &context,
            [](std::stop_token stop, base::Progress&) -> Result<int> {
                while (!stop.stop_requested())
                    std::this_thread::yield();
                return base::Cancelled{};
            },
            [&](Result<int> result) { cancelled = result.cancelled(); });
        engine.cancel(engine.shownJobs().front().id);
        QTRY_VERIFY(cancelled);
        QCOMPARE(engine.shownJobs().front().state, JobInfo::State::Cancelled);
    }

    void theEngineWaitsForItsJobsWhenItGoes() {
        std::atomic<bool> ended = false;
        QObject context;
        {
            JobEngine engine;
            engine.run<int>(
                Pool::Long, &context,
                [&](std::stop_token stop, base::Progress&) -> Result<int> {
                    while (!stop.stop_requested())
                        std::this_thread::yield();
                    ended = true;
                    return base::Cancelled{};
                },
                [](Result<int>) {});
        }
        QVERIFY(ended);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
