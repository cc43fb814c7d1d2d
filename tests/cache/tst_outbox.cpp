// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/outbox.h"
#include "sql/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace podium;
using cache::Outbox;
using cache::OutboxEntry;

class TestOutbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEntriesInOrder();
    void settledEntriesWaitNoMore();
    void threadsShareIt();
    void newerOutboxIsRefused();
};

namespace {

std::string fileIn(const QTemporaryDir& folder) {
    return folder.filePath(QStringLiteral("outbox")).toStdString();
}

}  // namespace

void TestOutbox::keepsEntriesInOrder() {
    const QTemporaryDir folder;
    base::Millis now = 100;
    {
        auto outbox = Outbox::open(fileIn(folder), [&now] { return now; });
        QVERIFY(outbox.ok());
        QVERIFY(outbox.value()->waiting().value().empty());
        QVERIFY(outbox.value()->add("/store", R"({"stage":"Production"})", "{}").ok());
        now = 200;
        QVERIFY(outbox.value()->add("/store", R"({"alias":"a"})", R"({"v":1})").ok());
    }
    auto again = Outbox::open(fileIn(folder), [] { return base::Millis{0}; });
    const std::vector<OutboxEntry> entries = again.value()->waiting().value();
    QCOMPARE(entries.size(), 2U);
    QCOMPARE(entries[0].intent, std::string(R"({"stage":"Production"})"));
    QCOMPARE(entries[0].createdAt, 100);
    QCOMPARE(entries[1].basis, std::string(R"({"v":1})"));
    QCOMPARE(entries[1].createdAt, 200);
    QCOMPARE(entries[1].location, std::string("/store"));
    QCOMPARE(entries[1].state, std::string("waiting"));
}

void TestOutbox::settledEntriesWaitNoMore() {
    const QTemporaryDir folder;
    auto outbox = Outbox::open(fileIn(folder), base::systemClock());
    const auto first = outbox.value()->add("/a", "1", "");
    const auto second = outbox.value()->add("/a", "2", "");
    QVERIFY(outbox.value()->settle(first.value(), "applied", "done").ok());
    const std::vector<OutboxEntry> entries = outbox.value()->waiting().value();
    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].entryNo, second.value());
}

void TestOutbox::threadsShareIt() {
    const QTemporaryDir folder;
    auto outbox = Outbox::open(fileIn(folder), base::systemClock());
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 25; ++n)
                    failures += outbox.value()->add("/a", "x", "y").ok() ? 0 : 1;
            });
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(outbox.value()->waiting().value().size(), 100U);
}

void TestOutbox::newerOutboxIsRefused() {
    const QTemporaryDir folder;
    QVERIFY(Outbox::open(fileIn(folder), base::systemClock()).ok());
    {
        auto raw = sql::Database::open(fileIn(folder), sql::OpenMode::ReadWrite);
        QVERIFY(raw.value().execute("PRAGMA user_version = 99").ok());
    }
    const auto refused = Outbox::open(fileIn(folder), base::systemClock());
    QVERIFY(refused.failed());
    QCOMPARE(refused.error().code, base::ErrorCode::CacheNewer);
    QCOMPARE(refused.error().args[0], fileIn(folder));
    QCOMPARE(refused.error().args[1], std::string("99"));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
