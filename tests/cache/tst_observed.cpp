// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"

#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace podium;
using base::Millis;
using base::SourceNo;
using cache::Cache;
using cache::ObservedSpan;
using cache::Writer;
using Kind = ObservedSpan::Kind;
using Spans = std::vector<ObservedSpan>;

class TestObserved : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stagesComeAndGo();
    void aliasesMove();
    void whatIsSeenFirstHasNoBeginning();
    void nothingChangesNothing();
    void vanishedModelsEnd();
    void aPartEndsNothing();
    void singleModelsAreLookedAtAlone();
    void sourcesAreApart();

private:
    using Stages = std::vector<std::pair<std::int64_t, std::string>>;
    using Aliases = std::vector<domain::Alias>;
    void see(Millis at, const Stages& stages, const Aliases& aliases = {},
             Writer::Observed scope = Writer::Observed::Registry, const std::string& name = "m");
    Spans seen(const std::string& name = "m");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    SourceNo m_source;
};

void TestObserved::init() {
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache =
        Cache::open(m_folder->filePath(QStringLiteral("c.db")).toStdString(), base::systemClock())
            .value();
    QVERIFY(m_cache->writer()
                .run([this](Writer& writer) -> base::Result<void> {
                    const auto added = writer.addSource("rest", "http://x", "", "x", 1);
                    PODIUM_TRY(void, added);
                    m_source = added.value();
                    return {};
                })
                .ok());
}

void TestObserved::see(Millis at, const Stages& stages, const Aliases& aliases,
                       Writer::Observed scope, const std::string& name) {
    domain::RegisteredModel model;
    model.name = name;
    model.aliases = aliases;
    std::vector<domain::ModelVersion> versions;
    for (const auto& [number, stage] : stages) {
        domain::ModelVersion version;
        version.name = name;
        version.version = number;
        version.stage = stage;
        versions.push_back(version);
    }
    QVERIFY(m_cache->writer()
                .run([&](Writer& writer) {
                    return writer.observeRegistry(m_source, std::span(&model, 1), versions, at,
                                                  scope);
                })
                .ok());
}

Spans TestObserved::seen(const std::string& name) {
    return m_cache->reader().value().observed(m_source, name).value();
}

/// "Production from 3 March to 9 April".
void TestObserved::stagesComeAndGo() {
    see(100, {{1, "None"}});
    see(200, {{1, "Staging"}});
    see(300, {{1, "Production"}});
    see(400, {{1, "Production"}, {2, "Production"}});
    see(500, {{1, "Archived"}, {2, "Production"}});
    QCOMPARE(seen(), (Spans{{1, Kind::Stage, "Staging", 200, 100, 200, 300},
                            {1, Kind::Stage, "Production", 300, 200, 400, 500},
                            {1, Kind::Stage, "Archived", 500, 400, {}, {}},
                            {2, Kind::Stage, "Production", 400, 300, {}, {}}}));
    // Back again is another time.
    see(600, {{1, "Production"}, {2, "None"}});
    const Spans after = seen();
    QCOMPARE(after.size(), 5U);
    QCOMPARE(after[3], (ObservedSpan{1, Kind::Stage, "Production", 600, 500, {}, {}}));
    QCOMPARE(after[4], (ObservedSpan{2, Kind::Stage, "Production", 400, 300, 500, 600}));
}

void TestObserved::aliasesMove() {
    see(100, {{1, "None"}, {2, "None"}}, {{"champion", 1}});
    see(200, {{1, "None"}, {2, "None"}}, {{"champion", 2}, {"old", 1}});
    see(300, {{1, "None"}, {2, "None"}}, {{"champion", 2}});
    QCOMPARE(seen(), (Spans{{1, Kind::Alias, "champion", 100, {}, 100, 200},
                            {1, Kind::Alias, "old", 200, 100, 200, 300},
                            {2, Kind::Alias, "champion", 200, 100, {}, {}}}));
}

void TestObserved::whatIsSeenFirstHasNoBeginning() {
    see(100, {{1, "Production"}});
    QCOMPARE(seen().front().before, domain::OptionalMillis());
    // A version that is new to a known model came after the last look.
    see(200, {{1, "Production"}, {2, "Staging"}});
    QCOMPARE(seen().back().before, domain::OptionalMillis(100));
}

void TestObserved::nothingChangesNothing() {
    see(100, {{1, "Production"}}, {{"champion", 1}});
    const Spans first = seen();
    for (Millis at = 200; at < 1000; at += 100)
        see(at, {{1, "Production"}}, {{"champion", 1}});
    QCOMPARE(seen(), first);
    // It was seen until the look before the one that missed it.
    see(1000, {{1, "None"}}, {{"champion", 1}});
    QCOMPARE(seen().front().lastSeen, domain::OptionalMillis(900));
}

void TestObserved::vanishedModelsEnd() {
    see(100, {{1, "Production"}});
    see(200, {{1, "Staging"}}, {}, Writer::Observed::Registry, "other");
    QCOMPARE(seen(), (Spans{{1, Kind::Stage, "Production", 100, {}, 100, 200}}));
    see(300, {}, {}, Writer::Observed::Registry, "other");
    QCOMPARE(seen("other").front().until, domain::OptionalMillis(300));
}

/// Half of a registry that broke off says nothing of the other half.
void TestObserved::aPartEndsNothing() {
    see(100, {{1, "Production"}, {2, "Staging"}});
    see(200, {{2, "Production"}}, {}, Writer::Observed::Part);
    QCOMPARE(seen(), (Spans{{1, Kind::Stage, "Production", 100, {}, {}, {}},
                            {2, Kind::Stage, "Staging", 100, {}, {}, {}},
                            {2, Kind::Stage, "Production", 200, 100, {}, {}}}));
    see(300, {{1, "None"}, {2, "Production"}});
    QCOMPARE(seen()[0], (ObservedSpan{1, Kind::Stage, "Production", 100, {}, 100, 300}));
    QCOMPARE(seen()[1].until, domain::OptionalMillis(300));
    QVERIFY(!seen()[2].until);
}

void TestObserved::singleModelsAreLookedAtAlone() {
    see(100, {{1, "Production"}});
    see(200, {{1, "Staging"}}, {}, Writer::Observed::Models, "other");
    QVERIFY(!seen().front().until);
    see(300, {{1, "Archived"}}, {}, Writer::Observed::Models, "other");
    QCOMPARE(seen("other").front().until, domain::OptionalMillis(300));
}

void TestObserved::sourcesAreApart() {
    see(100, {{1, "Production"}});
    const SourceNo first = m_source;
    QVERIFY(m_cache->writer()
                .run([this](Writer& writer) -> base::Result<void> {
                    const auto added = writer.addSource("rest", "http://y", "", "y", 1);
                    PODIUM_TRY(void, added);
                    m_source = added.value();
                    return {};
                })
                .ok());
    see(200, {{1, "Staging"}});
    QCOMPARE(seen().size(), 1U);
    QCOMPARE(seen().front().value, std::string("Staging"));
    QVERIFY(m_cache->writer()
                .run([this](Writer& writer) { return writer.removeSource(m_source); })
                .ok());
    QVERIFY(seen().empty());
    m_source = first;
    QVERIFY(!seen().front().until);
}

QTEST_GUILESS_MAIN(TestObserved)
#include "tst_observed.moc"
