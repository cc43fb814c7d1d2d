// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/policy.h"
#include "samples.h"

#include <QTest>

using namespace podium;
using namespace podium::registry;
using Code = PolicyFault::Code;

class TestPolicies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelWithoutOneHasTheDefault();
    void readsWhatIsWritten();
    void keepsWhatItDoesNotKnow();
    void faults_data();
    void faults();
    void faultsHaveTheirPlace();
    void changeTakesItsBasisFromTheModel();
};

void TestPolicies::aModelWithoutOneHasTheDefault() {
    const PolicyReading reading = policyOf({});
    QVERIFY(!reading.isSet);
    QVERIFY(reading.faults.empty());
    QCOMPARE(reading.policy.approvals, 1);
    QVERIFY(!reading.policy.authorMayApprove);
    QVERIFY(validate(reading.policy).empty());
}

void TestPolicies::readsWhatIsWritten() {
    const Policy policy{2,
                        true,
                        {{"candidate.metrics.auc >= 0.9", true}, {"signature compatible", false}},
                        {{"Canary", "lane", "canary \"1\" \u4e2d"}}};
    QVERIFY(validate(policy).empty());
    const PolicyReading reading = readPolicy(writePolicy(policy));
    QVERIFY(reading.isSet);
    QVERIFY(reading.faults.empty());
    QCOMPARE(reading.policy, policy);
    // As another tool may write it: what is missing is the default, a gate counts.
    const PolicyReading other = readPolicy(R"({"v":1,"gates":[{"if":"candidate.version > 3"}]})");
    QVERIFY(other.faults.empty());
    QCOMPARE(other.policy.approvals, 1);
    QVERIFY(other.policy.gates.front().required);
}

void TestPolicies::keepsWhatItDoesNotKnow() {
    const PolicyReading reading =
        readPolicy(R"({"v":1,"approvals":3,"owners":["ana",{"team":"risk"}],"approvals ":0})");
    QVERIFY(reading.faults.empty());
    const std::string again = writePolicy(reading.policy);
    QVERIFY(again.find(R"("owners":["ana",{"team":"risk"}])") != std::string::npos);
    QVERIFY(again.find(R"("approvals":3)") != std::string::npos);
    QCOMPARE(readPolicy(again).policy, reading.policy);
}

void TestPolicies::faults_data() {
    QTest::addColumn<std::string>("json");
    QTest::addColumn<Code>("code");
    QTest::newRow("no JSON") << std::string("two people") << Code::NotJson;
    QTest::newRow("empty") << std::string() << Code::NotJson;
    QTest::newRow("a list") << std::string("[]") << Code::NotJson;
    QTest::newRow("no format") << std::string("{}") << Code::FieldType;
    QTest::newRow("later") << std::string(R"({"v":2})") << Code::Newer;
    QTest::newRow("none needed") << std::string(R"({"v":1,"approvals":0})") << Code::Approvals;
    QTest::newRow("negative") << std::string(R"({"v":1,"approvals":-5})") << Code::Approvals;
    QTest::newRow("very many") << std::string(R"({"v":1,"approvals":9999999999})")
                               << Code::Approvals;
    QTest::newRow("a fraction") << std::string(R"({"v":1,"approvals":1.5})") << Code::FieldType;
    QTest::newRow("a word") << std::string(R"({"v":1,"author_may_approve":"no"})")
                            << Code::FieldType;
    QTest::newRow("gates are texts") << std::string(R"({"v":1,"gates":["x"]})") << Code::FieldType;
    QTest::newRow("a gate's syntax")
        << std::string(R"({"v":1,"gates":[{"if":"candidate.metrics.auc >="}]})")
        << Code::GateSyntax;
    QTest::newRow("a gate about nobody")
        << std::string(R"({"v":1,"gates":[{"if":"metrics.auc > 1"}]})") << Code::GateMeaning;
    QTest::newRow("the same gate")
        << std::string(
               R"({"v":1,"gates":[{"if":"candidate.version > 1"},{"if":"candidate.version > 1"}]})")
        << Code::GateTwice;
    QTest::newRow("a lane without a name")
        << std::string(R"({"v":1,"lanes":[{"tag":"lane","value":"x"}]})") << Code::LaneName;
    QTest::newRow("a lane called as a stage")
        << std::string(R"({"v":1,"lanes":[{"name":"Production","tag":"lane","value":"x"}]})")
        << Code::LaneName;
    QTest::newRow("a lane of MLflow's tags")
        << std::string(R"({"v":1,"lanes":[{"name":"A","tag":"mlflow.user","value":"x"}]})")
        << Code::LaneTag;
    QTest::newRow("a lane of events")
        << std::string(R"({"v":1,"lanes":[{"name":"A","tag":"approval.x","value":"x"}]})")
        << Code::LaneTag;
    QTest::newRow("two lanes in one place")
        << std::string(
               R"({"v":1,"lanes":[{"name":"A","tag":"t","value":"x"},{"name":"B","tag":"t","value":"x"}]})")
        << Code::LaneTwice;
}

void TestPolicies::faults() {
    QFETCH(std::string, json);
    const PolicyReading reading = readPolicy(json);
    QCOMPARE(reading.faults.size(), 1U);
    QTEST(reading.faults.front().code, "code");
}

void TestPolicies::faultsHaveTheirPlace() {
    Policy policy;
    policy.gates = {{"candidate.version > 1"}, {"candidate.version > 1 AND metrics.auc > 1"}};
    const std::vector<PolicyFault> faults = validate(policy);
    QCOMPARE(faults.size(), 1U);
    QCOMPARE(faults.front(), (PolicyFault{Code::GateMeaning, 1, 26, 11, "gate-side"}));
    policy.gates = {{std::string(4990, ' ') + "candidate.version > 1"}};
    QCOMPARE(validate(policy).front().code, Code::TooLong);
}

void TestPolicies::changeTakesItsBasisFromTheModel() {
    domain::RegisteredModel model = tests::fraudModel();
    const Policy policy;
    const stores::Change first = policyChange(model, &policy);
    QVERIFY(first.place.kind == stores::PlaceKind::ModelTag);
    QCOMPARE(first.place.owner, std::string("fraud"));
    QCOMPARE(first.place.key, std::string("podium.policy"));
    QCOMPARE(first.basis, stores::Held());
    model.tags = {{"podium.policy", *first.wanted}};
    const stores::Change away = policyChange(model, nullptr);
    QCOMPARE(away.basis, first.wanted);
    QCOMPARE(away.wanted, stores::Held());
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
