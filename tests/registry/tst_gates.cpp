// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/gate.h"
#include "samples.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace podium;
using namespace podium::registry;
using Outcome = GateResult::Outcome;

class TestGates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void withoutIncumbent_data();
    void withoutIncumbent();
    void whatIsNotHereIsUnknown_data();
    void whatIsNotHereIsUnknown();
    void valuesAreShown();
    void sidesAreComputed();
    void faults_data();
    void faults();
    void notes();
};

namespace {

VersionFacts candidate() {
    VersionFacts facts;
    facts.version = tests::version(7, "Staging", {{"reviewed", "yes"}, {"empty", ""}});
    facts.runGap = Gap::None;
    facts.runName = "nightly-7";
    facts.metrics = {tests::metric("auc", 0.9412),
                     tests::metric("latency_p95_ms", 41.2),
                     tests::metric("broken", std::numeric_limits<double>::quiet_NaN()),
                     tests::metric("huge", std::numeric_limits<double>::infinity()),
                     tests::metric("recall@1%", 0.713),
                     tests::history("loss", {3, 1, 2}),
                     tests::history("score", {3, 1, 2})};
    facts.params = {{"depth", "10"}, {"kind", "forest"}, {"k0", "taken"}};
    facts.runTags = {{"reviewed", "no"}, {"team", "risk"}};
    facts.signatureGap = Gap::None;
    facts.signature.inputs = {{"a", "double"}, {"b", "double"}};
    facts.signature.outputs = {{"", "long"}};
    return facts;
}

VersionFacts incumbent() {
    VersionFacts facts = candidate();
    facts.version = tests::version(5, "Production");
    facts.metrics = {tests::metric("auc", 0.9387), tests::metric("latency_p95_ms", 38.9)};
    facts.params = {{"depth", "8"}, {"kind", "forest"}};
    return facts;
}

Outcome judged(const std::string& gate, const VersionFacts* other) {
    return judgeGate({gate}, candidate(), other).outcome;
}

}  // namespace

void TestGates::outcomes_data() {
    QTest::addColumn<std::string>("gate");
    QTest::addColumn<Outcome>("outcome");
    const auto pass = [](const char* gate) {
        QTest::newRow(gate) << std::string(gate) << Outcome::Pass;
    };
    const auto fail = [](const char* gate) {
        QTest::newRow(gate) << std::string(gate) << Outcome::Fail;
    };
    const auto unknown = [](const char* gate) {
        QTest::newRow(gate) << std::string(gate) << Outcome::Unknown;
    };
    pass("candidate.metrics.auc >= incumbent.metrics.auc - 0.001");
    pass("candidate.metrics.auc >= incumbent.metrics.auc");
    fail("candidate.metrics.auc >= incumbent.metrics.auc + 0.003");
    fail("candidate.metrics.latency_p95_ms <= 40");
    pass("candidate.metrics.latency_p95_ms <= 1.1 * incumbent.metrics.latency_p95_ms");
    pass("candidate.metrics.`recall@1%` > 0.7");
    pass("candidate.metrics.\"recall@1%\" > 0.7");
    // NaN compares with nothing; it is not MLflow's 0.
    fail("candidate.metrics.broken < 1");
    fail("candidate.metrics.broken >= 1");
    pass("candidate.metrics.broken = nan");
    pass("candidate.metrics.huge > 1e300");
    // params are texts, and numbers where they are compared with numbers
    pass("candidate.params.kind = 'forest'");
    fail("candidate.params.kind != 'forest'");
    pass("candidate.params.depth > 9");
    pass("candidate.params.kind = incumbent.params.kind");
    fail("candidate.params.depth = incumbent.params.depth");
    pass("candidate.params.depth > incumbent.params.depth");
    pass("candidate.params.k0 = 'taken'");
    pass("candidate.params.kind IN ('tree', 'forest')");
    pass("candidate.params.kind =~ '^fo'");
    // the version's own tags are not those of its run
    pass("candidate.tags.reviewed = 'yes'");
    pass("candidate.run_tags.reviewed = 'no'");
    pass("candidate.tags.reviewed IS NOT NULL");
    fail("candidate.tags.fairness_report IS NOT NULL");
    pass("candidate.tags.fairness_report IS NULL");
    pass("candidate.tags.empty IS NOT NULL");
    fail("candidate.tags.team IS NOT NULL");
    unknown("candidate.tags.fairness_report = 'yes'");
    unknown("candidate.tags.fairness_report != 'yes'");
    unknown("NOT candidate.tags.fairness_report = 'yes'");
    unknown("candidate.metrics.f1 > 0.5");
    unknown("candidate.metrics.loss < incumbent.metrics.loss");
    // reductions of a history: 3, 1, 2
    pass("min(candidate.metrics.loss) = 1");
    pass("max(candidate.metrics.loss) = 3");
    pass("mean(candidate.metrics.loss) = 2");
    pass("candidate.metrics.loss = 2");
    pass("first(candidate.metrics.loss) = 3");
    pass("count(candidate.metrics.loss) = 3");
    pass("best(candidate.metrics.loss) = 1");
    unknown("at_step(candidate.metrics.loss, 1) = 1");
    unknown("min(candidate.metrics.auc) > 0");
    // of several numbers
    pass("max(candidate.metrics.auc, 0.95) = 0.95");
    pass("abs(candidate.metrics.auc - incumbent.metrics.auc) < 0.01");
    // what is missing counts only where it matters
    pass("candidate.metrics.auc > 0.9 OR candidate.metrics.f1 > 0.5");
    unknown("candidate.metrics.auc > 0.99 OR candidate.metrics.f1 > 0.5");
    fail("candidate.metrics.auc > 0.99 AND candidate.metrics.f1 > 0.5");
    unknown("candidate.metrics.auc > 0.9 AND candidate.metrics.f1 > 0.5");
    pass("NOT (candidate.metrics.auc > 0.99 AND candidate.metrics.f1 > 0.5)");
    pass("signature compatible");
    fail("NOT signature compatible");
    pass("signature compatible AND candidate.metrics.auc > 0.9");
    pass("candidate.version > incumbent.version");
    pass("candidate.stage = 'Staging' and incumbent.stage = 'Production'");
    pass("candidate.run_name LIKE 'nightly-%'");
}

void TestGates::outcomes() {
    QFETCH(std::string, gate);
    const VersionFacts other = incumbent();
    const GateResult result = judgeGate({gate}, candidate(), &other);
    QVERIFY2(!result.error, result.error ? base::logLine(*result.error).c_str() : "");
    QTEST(result.outcome, "outcome");
}

void TestGates::withoutIncumbent_data() {
    QTest::addColumn<std::string>("gate");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("alone") << std::string("candidate.metrics.auc > 0.9") << Outcome::Pass;
    QTest::newRow("against it") << std::string("candidate.metrics.auc > incumbent.metrics.auc")
                                << Outcome::Unknown;
    QTest::newRow("its presence") << std::string("incumbent.tags.x IS NULL") << Outcome::Unknown;
    QTest::newRow("signature") << std::string("signature compatible") << Outcome::Unknown;
    QTest::newRow("either") << std::string("signature compatible OR candidate.version > 1")
                            << Outcome::Pass;
}

void TestGates::withoutIncumbent() {
    QFETCH(std::string, gate);
    const GateResult result = judgeGate({gate}, candidate(), nullptr);
    QTEST(result.outcome, "outcome");
    if (result.outcome == Outcome::Unknown)
        QCOMPARE(result.gap, GateGap::NoIncumbent);
}

void TestGates::whatIsNotHereIsUnknown_data() {
    QTest::addColumn<std::string>("gate");
    QTest::addColumn<GateGap>("gap");
    QTest::addColumn<std::string>("name");
    QTest::newRow("run") << std::string("candidate.metrics.auc > 0") << GateGap::RunUnknown
                         << std::string("candidate.metrics.auc");
    QTest::newRow("its presence") << std::string("candidate.params.kind IS NULL")
                                  << GateGap::RunUnknown << std::string("candidate.params.kind");
    QTest::newRow("signature") << std::string("signature compatible") << GateGap::SignatureUnknown
                               << std::string("signature compatible");
    QTest::newRow("history") << std::string("min(incumbent.metrics.auc) > 0")
                             << GateGap::HistoryNeeded << std::string("min(incumbent.metrics.auc)");
    QTest::newRow("tag") << std::string("candidate.tags.none = 'x'") << GateGap::Missing
                         << std::string("candidate.tags.none");
}

void TestGates::whatIsNotHereIsUnknown() {
    QFETCH(std::string, gate);
    VersionFacts facts = candidate();
    facts.runGap = Gap::RunNotRead;
    facts.signatureGap = Gap::FilesNotHere;
    const VersionFacts other = incumbent();
    const GateResult result = judgeGate({gate}, facts, &other);
    QCOMPARE(result.outcome, Outcome::Unknown);
    QTEST(result.gap, "gap");
    QTEST(result.gapName, "name");
}

void TestGates::valuesAreShown() {
    const VersionFacts other = incumbent();
    const GateResult result = judgeGate(
        {"candidate.metrics.auc >= incumbent.metrics.auc AND min(candidate.metrics.loss) < 2 AND "
         "candidate.tags.none = 'x' AND candidate.metrics.auc < 1"},
        candidate(), &other);
    QCOMPARE(result.values.size(), 4U);
    QCOMPARE(result.values[0],
             (GateValue{"candidate.metrics.auc", "0.9412", 0.9412, GateGap::None}));
    QCOMPARE(result.values[1],
             (GateValue{"incumbent.metrics.auc", "0.9387", 0.9387, GateGap::None}));
    QCOMPARE(result.values[2], (GateValue{"min(candidate.metrics.loss)", "1", 1.0, GateGap::None}));
    QCOMPARE(result.values[3],
             (GateValue{"candidate.tags.none", std::nullopt, std::nullopt, GateGap::Missing}));
}

void TestGates::sidesAreComputed() {
    const VersionFacts other = incumbent();
    const GateResult relation =
        judgeGate({"candidate.metrics.auc >= incumbent.metrics.auc - 0.001"}, candidate(), &other);
    QCOMPARE(relation.left.value(), 0.9412);
    QCOMPARE(relation.right.value(), 0.9387 - 0.001);
    QCOMPARE(relation.comparison, std::string(">="));
    const GateResult number =
        judgeGate({"candidate.metrics.latency_p95_ms <= 40"}, candidate(), nullptr);
    QCOMPARE(number.left.value(), 41.2);
    QCOMPARE(number.right.value(), 40.0);
    QCOMPARE(number.comparison, std::string("<="));
    const GateResult text = judgeGate({"candidate.params.kind = 'forest'"}, candidate(), nullptr);
    QVERIFY(!text.left && text.comparison.empty());
}

void TestGates::faults_data() {
    QTest::addColumn<QByteArray>("gate");
    QTest::addColumn<QByteArray>("at");  // what is marked; behind a bar: an empty place
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* gate, const char* at, const char* reason) {
        QTest::newRow(gate) << QByteArray(gate) << QByteArray(at) << QByteArray(reason);
    };
    row("", "", "gate-empty");
    row("  ", "  ", "gate-empty");
    row("'good model'", "'good model'", "gate-words");
    row("metrics.auc > 1", "metrics.auc", "gate-side");
    row("candidate.metrics.auc > metrics.auc", "metrics.auc", "gate-side");
    row("candidate.colour = 'red'", "colour", "gate-field");
    row("candidate.metrics > 1", "candidate.metrics|", "key");
    row("candidate.metrics.auc", "candidate.metrics.auc|", "operator");
    row("candidate.metrics.auc >=", "candidate.metrics.auc >=|", "value-number");
    row("candidate.metrics.auc >= 'x'", "'x'", "value-number");
    row("candidate.metrics.auc LIKE 'x'", "LIKE", "operator-number");
    row("candidate.metrics.auc > 1 candidate.metrics.b ! 2", "!", "operator");
    row("(candidate.metrics.auc > 1", "(candidate.metrics.auc > 1|", "close-bracket");
    row("candidate.metrics.auc > incumbent.metrics.auc - 'x'", "'x'", "value-number");
    row("signature", "signature", "gate-side");
    row("signature compatible = 'yes'", "=", "and-or");
    row("candidate.params.kind =~ '('", "'('", "regex");
    row("candidate.metrics.`auc > 1", "candidate.metrics.`auc > 1", "close-backtick");
}

void TestGates::faults() {
    QFETCH(QByteArray, gate);
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, reason);
    const base::Result<Gate> parsed = Gate::parse(gate.toStdString());
    QVERIFY(parsed.failed());
    const base::Error& error = parsed.error();
    QCOMPARE(QByteArray::fromStdString(error.args.at(2)), reason);
    const qsizetype position = QByteArray::fromStdString(error.args.at(0)).toLongLong();
    const qsizetype length = QByteArray::fromStdString(error.args.at(1)).toLongLong();
    if (at.endsWith('|')) {
        QCOMPARE(length, 0);
        QCOMPARE(gate.left(position), at.chopped(1));
    } else {
        QCOMPARE(gate.mid(position, length), at);
    }
    QCOMPARE(judgeGate({gate.toStdString()}, candidate(), nullptr).outcome, Outcome::Faulty);
}

void TestGates::notes() {
    const VersionFacts other = incumbent();
    const std::vector<GateRule> rules = {{"candidate.version > 1"},
                                         {"candidate.version > 99", false},
                                         {"candidate.metrics.none > 1"},
                                         {"nonsense"}};
    const std::vector<GateNote> notes = gateNotes(judgeGates(rules, candidate(), &other));
    QCOMPARE(notes, (std::vector<GateNote>{{"candidate.version > 1", "pass"},
                                           {"candidate.version > 99", "fail"},
                                           {"candidate.metrics.none > 1", "unknown"},
                                           {"nonsense", "unknown"}}));
    QCOMPARE(judged("candidate.version > 1", nullptr), Outcome::Pass);
}

QTEST_GUILESS_MAIN(TestGates)
#include "tst_gates.moc"
