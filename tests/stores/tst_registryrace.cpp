// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/registrystores.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <barrier>
#include <thread>
#include <vector>

using namespace podium;
using stores::Change;
using stores::Held;
using stores::Outcome;
using tests::aliasPlace;
using tests::RegistryStore;
using tests::stagePlace;
using Kind = Outcome::Kind;

namespace {

constexpr int Decisions = 500;
constexpr int Versions = Decisions + 1;

/// What one program did: how many of its decisions were written, and whether something else than a
/// conflict came between.
struct Told {
    int written = 0;
    int faults = 0;
};

/// Moves the alias one version on from where it is seen, again and again, until it is at the last.
Told moveAlias(const RegistryStore& store) {
    Told told;
    const auto writer = store.writer();
    while (true) {
        const auto seen = writer->look(aliasPlace("a"), {});
        if (!seen.ok() || !seen.value()) {
            qWarning("%s", seen.failed() ? base::logLine(seen.error()).c_str() : "nothing");
            ++told.faults;
            return told;
        }
        const int version = std::stoi(*seen.value());
        if (version == Versions)
            return told;
        const auto done =
            writer->apply({aliasPlace("a"), std::to_string(version + 1), seen.value()}, {});
        if (!done.ok()) {
            qWarning("%s", done.failed() ? base::logLine(done.error()).c_str() : "cancelled");
            ++told.faults;
            return told;
        }
        told.written += done.value().kind == Kind::Written ? 1 : 0;
    }
}

void bothStores() {
    QTest::addColumn<bool>("files");
    QTest::newRow("files") << true;
    QTest::newRow("database") << false;
}

}  // namespace

class TestRegistryRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoProgramsMoveOneAlias_data() { bothStores(); }
    void twoProgramsMoveOneAlias();
    void oneOfTwoPromotionsIsAConflict_data() { bothStores(); }
    void oneOfTwoPromotionsIsAConflict();
};

/// Each step is written once, by one of them: their sums are the number of steps.
void TestRegistryRace::twoProgramsMoveOneAlias() {
    QFETCH(bool, files);
    const auto store = tests::registryStore(files, Versions);
    QCOMPARE(store->apply({aliasPlace("a"), "1", {}}).value().kind, Kind::Written);
    std::array<int, 2> pipe{};
    QCOMPARE(::pipe(pipe.data()), 0);
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const bool started = ::write(pipe[1], "s", 1) == 1;
        const Told told = moveAlias(*store);
        const bool sent = ::write(pipe[1], &told, sizeof told) == sizeof told;
        ::_exit(started && sent ? 0 : 1);
    }
    char start = 0;
    QCOMPARE(::read(pipe[0], &start, 1), ssize_t(1));
    const Told mine = moveAlias(*store);
    Told theirs;
    QCOMPARE(::read(pipe[0], &theirs, sizeof theirs), ssize_t(sizeof theirs));
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    ::close(pipe[0]);
    ::close(pipe[1]);
    QCOMPARE(status, 0);
    QCOMPARE(mine.faults + theirs.faults, 0);
    QCOMPARE(mine.written + theirs.written, Decisions);
    QVERIFY(mine.written > 0 && theirs.written > 0);
    QCOMPARE(store->look(aliasPlace("a")), Held(std::to_string(Versions)));
}

/// Both archive what is in Production as they saw it: there is one version in it afterwards.
void TestRegistryRace::oneOfTwoPromotionsIsAConflict() {
    QFETCH(bool, files);
    constexpr int Rounds = 40;
    const auto store = tests::registryStore(files, 2 * Rounds);
    std::vector<std::int64_t> there;
    for (int round = 0; round < Rounds; ++round) {
        std::array<Outcome, 2> outcomes;
        std::barrier start(2);
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < 2; ++i) {
                writers.emplace_back([&, i] {
                    const auto writer = store->writer();
                    start.arrive_and_wait();
                    outcomes[std::size_t(i)] = writer
                                                   ->apply({stagePlace(2 * round + i + 1),
                                                            "Production", "None", true, there},
                                                           {})
                                                   .value();
                });
            }
        }
        const std::size_t first = outcomes[0].kind == Kind::Written ? 0 : 1;
        const std::int64_t version = 2 * round + int(first) + 1;
        QCOMPARE(outcomes[first].kind, Kind::Written);
        QCOMPARE(outcomes[1 - first], (Outcome{Kind::Conflict, "None", {version}}));
        for (const std::int64_t before : there)
            QCOMPARE(store->look(stagePlace(before)), Held("Archived"));
        there = {version};
        QCOMPARE(store->look(stagePlace(version)), Held("Production"));
    }
}

QTEST_GUILESS_MAIN(TestRegistryRace)
#include "tst_registryrace.moc"
