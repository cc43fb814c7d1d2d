// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/gate.h"
#include "registry/request.h"
#include "registry/transition.h"
#include "samples.h"

#include <QTest>

using namespace podium;
using namespace podium::registry;
using namespace podium::tests;
using Tags = std::vector<domain::Tag>;

class TestRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
    void voicesCountOnce();
    void staleness_data();
    void staleness();
    void copiesOfAVersionAreNotApproved();
    void orphansAreKept();
    void newestFirst();
    void incumbents_data();
    void incumbents();
    void draftsKnowWhatTheyReplace();
    void changes();
    void judgements_data();
    void judgements();
    void databricksSaysItself();
    void databricksRequestsAreRequests();
};

namespace {

/// An event by hand; its place in the chain does not matter here.
domain::Tag said(const std::string& end, const std::string& action, const std::string& who,
                 const std::string& more = {}) {
    return {"approval.20261128T16000000" + end + "Z.0000000" + end,
            R"({"v":1,"action":")" + action + R"(","who":")" + who + R"(","request":")" + AskedId +
                R"(","prev":[])" + more + "}"};
}

Tags with(Tags more) {
    more.insert(more.begin(), {AskedKey, AskedValue});
    return more;
}

Request only(const Tags& events, const std::string& policy = {}) {
    domain::RegisteredModel model = fraudModel();
    if (!policy.empty())
        model.tags = {{std::string(PolicyTag), policy}};
    const std::vector<Request> requests = requestsOf(model, fraudVersions(events));
    return requests.size() == 1 ? requests.front() : Request{};
}

const std::string TwoApprovals = R"({"v":1,"approvals":2})";
const std::string OwnCounts = R"({"v":1,"approvals":1,"author_may_approve":true})";

}  // namespace

void TestRequests::states_data() {
    QTest::addColumn<Tags>("events");
    QTest::addColumn<std::string>("policy");
    QTest::addColumn<RequestState>("state");
    const auto row = [](const char* name, const Tags& events, const std::string& policy,
                        RequestState state) {
        QTest::newRow(name) << with(events) << policy << state;
    };
    const std::string written = R"(,"result":"written")";
    row("asked", {}, {}, RequestState::Open);
    row("approved", {said("1", "approve", "bo")}, {}, RequestState::Approved);
    row("one of two", {said("1", "approve", "bo")}, TwoApprovals, RequestState::Open);
    row("the same twice", {said("1", "approve", "bo"), said("2", "approve", "bo")}, TwoApprovals,
        RequestState::Open);
    row("two", {said("1", "approve", "bo"), said("2", "approve", "cy")}, TwoApprovals,
        RequestState::Approved);
    row("by the author", {said("1", "approve", "ana")}, {}, RequestState::Open);
    row("by the author, as the policy has it", {said("1", "approve", "ana")}, OwnCounts,
        RequestState::Approved);
    row("by nobody", {said("1", "approve", "")}, {}, RequestState::Open);
    row("rejected", {said("1", "approve", "bo"), said("2", "reject", "cy")}, {},
        RequestState::Rejected);
    row("rejected, then approved by the same",
        {said("1", "reject", "bo"), said("2", "approve", "bo")}, {}, RequestState::Approved);
    row("withdrawn", {said("1", "approve", "bo"), said("2", "withdraw", "ana")}, {},
        RequestState::Withdrawn);
    row("withdrawn by another", {said("1", "withdraw", "bo")}, {}, RequestState::Open);
    row("applied", {said("1", "approve", "bo"), said("2", "applied", "bo", written)}, {},
        RequestState::Applied);
    row("applied in vain",
        {said("1", "approve", "bo"), said("2", "applied", "bo", R"(,"result":"conflict")")}, {},
        RequestState::Approved);
    row("an event of a later format",
        {{said("1", "approve", "bo").key, R"({"v":2,"action":"approve","who":"bo"})"}}, {},
        RequestState::Open);
    row("a policy that can't be read", {said("1", "approve", "bo")}, "{", RequestState::Open);
}

void TestRequests::states() {
    QFETCH(Tags, events);
    QFETCH(std::string, policy);
    const Request request = only(events, policy);
    QCOMPARE(request.id, AskedId);
    QTEST(request.state, "state");
    QCOMPARE(request.asker, std::string("ana"));
    QCOMPARE(request.version, 7);
    QCOMPARE(request.replaces, std::vector<std::int64_t>{5});
}

void TestRequests::voicesCountOnce() {
    const Request request =
        only(with({said("1", "approve", "bo", R"(,"comment":"first")"), said("2", "comment", "dee"),
                   said("3", "approve", "bo", R"(,"comment":"again")")}));
    QCOMPARE(request.approvals.size(), 1U);
    QCOMPARE(request.approvals.front().comment, std::string("again"));
    QCOMPARE(request.thread.size(), 4U);
    QCOMPARE(request.thread.front().id, AskedId);
}

void TestRequests::staleness_data() {
    QTest::addColumn<std::string>("stage7");
    QTest::addColumn<std::string>("stage5");
    QTest::addColumn<std::string>("stage4");
    QTest::addColumn<Staleness>("staleness");
    const auto row = [](const char* name, const char* seven, const char* five, const char* four,
                        Staleness staleness) {
        QTest::newRow(name) << std::string(seven) << std::string(five) << std::string(four)
                            << staleness;
    };
    row("as it was asked", "Staging", "Production", "None", Staleness::None);
    row("there already", "Production", "Production", "None", Staleness::There);
    row("put away meanwhile", "Archived", "Production", "None", Staleness::Moved);
    row("nobody in production", "Staging", "Archived", "None", Staleness::Replaced);
    row("another in production", "Staging", "Archived", "Production", Staleness::Replaced);
    row("one more in production", "Staging", "Production", "Production", Staleness::Replaced);
}

void TestRequests::staleness() {
    QFETCH(std::string, stage7);
    QFETCH(std::string, stage5);
    QFETCH(std::string, stage4);
    const std::vector versions = {version(7, stage7, {{AskedKey, AskedValue}}), version(5, stage5),
                                  version(4, stage4)};
    const Request request = requestsOf(fraudModel(), versions).front();
    QTEST(request.staleness, "staleness");
    QCOMPARE(request.state == RequestState::Stale, request.staleness != Staleness::None);
}

/// MLflow's copy_model_version takes the tags along.
void TestRequests::copiesOfAVersionAreNotApproved() {
    domain::RegisteredModel copy = fraudModel();
    copy.name = "fraud-copy";
    std::vector versions = fraudVersions(with({said("1", "approve", "bo")}));
    for (domain::ModelVersion& one : versions)
        one.name = copy.name;
    const Request renamed = requestsOf(copy, versions).front();
    QCOMPARE(renamed.state, RequestState::Stale);
    QCOMPARE(renamed.staleness, Staleness::Elsewhere);
    const std::vector other = {version(8, "Staging", with({said("1", "approve", "bo")})),
                               version(5, "Production")};
    QCOMPARE(requestsOf(fraudModel(), other).front().staleness, Staleness::Elsewhere);
}

void TestRequests::orphansAreKept() {
    const domain::Tag lost{"approval.20261128T160000001Z.00000001",
                           R"({"v":1,"action":"approve","who":"bo","request":"gone"})"};
    const domain::Tag broken{"approval.20261128T160000002Z.00000002", "{"};
    const domain::ModelVersion seven = version(7, "Staging", with({lost, broken}));
    const std::vector<Event> orphans = orphansOf(seven);
    QCOMPARE(orphans.size(), 2U);
    QCOMPARE(orphans[0].key, lost.key);
    QCOMPARE(orphans[1].reading, Reading::Unreadable);
    const Request request = only(seven.tags);
    QCOMPARE(request.thread.size(), 1U);
    QCOMPARE(request.chain.state, Chain::State::Broken);
}

void TestRequests::newestFirst() {
    std::vector versions = fraudVersions(with({}));
    std::string later = AskedValue;
    later.replace(later.find("\"version\":7"), 11, "\"version\":4");
    versions[2].tags = {{"approval.20261129T000000000Z.00000001", later}};
    const std::vector<Request> requests = requestsOf(fraudModel(), versions);
    QCOMPARE(requests.size(), 2U);
    QCOMPARE(requests[0].version, 4);
    QCOMPARE(requests[1].version, 7);
}

void TestRequests::incumbents_data() {
    QTest::addColumn<Target>("target");
    QTest::addColumn<std::int64_t>("expected");
    using Kind = Target::Kind;
    QTest::newRow("stage") << Target{Kind::Stage, "Production"} << std::int64_t{6};
    QTest::newRow("nobody there but the candidate")
        << Target{Kind::Stage, "Staging"} << std::int64_t{0};
    QTest::newRow("alias") << Target{Kind::Alias, "champion"} << std::int64_t{5};
    QTest::newRow("no such alias") << Target{Kind::Alias, "none"} << std::int64_t{0};
    QTest::newRow("tag") << Target{Kind::Tag, "lane", "canary"} << std::int64_t{4};
    QTest::newRow("another value") << Target{Kind::Tag, "lane", "blue"} << std::int64_t{0};
}

void TestRequests::incumbents() {
    QFETCH(Target, target);
    const std::vector versions = {version(7, "Staging", {{"lane", "canary"}}),
                                  version(6, "Production"), version(5, "Production"),
                                  version(4, "None", {{"lane", "canary"}})};
    QTEST(incumbentOf(target, 7, fraudModel(), versions).value_or(0), "expected");
}

void TestRequests::draftsKnowWhatTheyReplace() {
    const std::vector versions = fraudVersions({});
    const domain::RegisteredModel model = fraudModel();
    const auto draft = [&](Target::Kind kind, const std::string& name) {
        return requestDraft({kind, name, "canary"}, 7, "ana", "", true, model, versions);
    };
    const Draft stage = draft(Target::Kind::Stage, "Production");
    QCOMPARE(stage.from, stores::Held("Staging"));
    QCOMPARE(stage.replaces, std::vector<std::int64_t>{5});
    QVERIFY(stage.archiveExisting);
    const Draft alias = draft(Target::Kind::Alias, "champion");
    QCOMPARE(alias.from, stores::Held("5"));
    QCOMPARE(alias.replaces, std::vector<std::int64_t>{5});
    QVERIFY(!alias.archiveExisting);
    QCOMPARE(draft(Target::Kind::Alias, "new").from, stores::Held());
    // MLflow archives others only on the way to these two stages.
    const Draft away = draft(Target::Kind::Stage, "Archived");
    QVERIFY(!away.archiveExisting);
    QVERIFY(away.replaces.empty());
    // What was drafted is not stale.
    domain::ModelVersion seven = versions.front();
    const Event event = writeEvent(alias, seven, AskedAt, 1).event;
    seven.tags.push_back({event.key, event.value});
    const std::vector now = {seven, versions[1], versions[2]};
    QCOMPARE(requestsOf(model, now).front().state, RequestState::Open);
    domain::RegisteredModel moved = model;
    moved.aliases = {{"champion", 4}};
    QCOMPARE(requestsOf(moved, now).front().staleness, Staleness::Replaced);
    moved.aliases = {{"champion", 7}};
    QCOMPARE(requestsOf(moved, now).front().staleness, Staleness::There);
}

void TestRequests::changes() {
    const std::vector versions = fraudVersions(with({}));
    const Request request = only(versions.front().tags);
    const stores::Change stage = changeFor(request, fraudModel(), versions);
    QVERIFY(stage.place.kind == stores::PlaceKind::VersionStage);
    QCOMPARE(stage.place.version, 7);
    QCOMPARE(stage.wanted, stores::Held("Production"));
    QCOMPARE(stage.basis, stores::Held("Staging"));
    QVERIFY(stage.archiveExisting);
    QCOMPARE(stage.archived, std::vector<std::int64_t>{5});
    Request alias = request;
    alias.target = {Target::Kind::Alias, "champion"};
    const stores::Change pointed = changeFor(alias, fraudModel(), versions);
    QVERIFY(pointed.place.kind == stores::PlaceKind::ModelAlias);
    QCOMPARE(pointed.place.key, std::string("champion"));
    QCOMPARE(pointed.wanted, stores::Held("7"));
    QCOMPARE(pointed.basis, stores::Held("5"));
    QVERIFY(!pointed.archiveExisting);
    Request lane = request;
    lane.target = {Target::Kind::Tag, "lane", "canary"};
    const stores::Change tagged = changeFor(lane, fraudModel(), versions);
    QVERIFY(tagged.place.kind == stores::PlaceKind::VersionTag);
    QCOMPARE(tagged.wanted, stores::Held("canary"));
    QCOMPARE(tagged.basis, stores::Held());
}

void TestRequests::judgements_data() {
    QTest::addColumn<Tags>("events");
    QTest::addColumn<std::string>("policy");
    QTest::addColumn<QString>("gates");  // a letter each: Pass Fail Unknown faultY, small: optional
    QTest::addColumn<std::string>("who");
    QTest::addColumn<QString>("may");  // approve, reject, withdraw, apply, comment needed, last
    QTest::addColumn<int>("missing");
    QTest::addColumn<QList<int>>("reasons");
    const auto row = [](const char* name, const Tags& events, const std::string& policy,
                        const char* gates, const char* who, const char* may, int missing,
                        const std::vector<Obstacle>& reasons) {
        QList<int> numbers;
        for (const Obstacle obstacle : reasons)
            numbers.push_back(static_cast<int>(obstacle));
        QTest::newRow(name) << with(events) << policy << QString::fromLatin1(gates)
                            << std::string(who) << QString::fromLatin1(may) << missing << numbers;
    };
    const Tags approved = {said("1", "approve", "bo")};
    row("a reviewer", {}, {}, "P", "bo", "arL", 1, {});
    row("one of two", {}, TwoApprovals, "", "bo", "ar", 2, {});
    row("the second of two", approved, TwoApprovals, "", "cy", "arL", 1, {});
    row("the author", {}, {}, "", "ana", "w", 1, {Obstacle::OwnRequest});
    row("the author may", {}, OwnCounts, "", "ana", "awL", 1, {});
    row("nobody", {}, {}, "", "", "", 1, {Obstacle::NoName});
    row("a gate failed", {}, {}, "F", "bo", "r", 1, {Obstacle::GateFailed});
    row("a gate is unknown", {}, {}, "U", "bo", "r", 1, {Obstacle::GateUnknown});
    row("a gate can't be read", {}, {}, "Y", "bo", "r", 1, {Obstacle::GateFaulty});
    row("a lesser gate failed", {}, {}, "Pf", "bo", "arLc", 1, {Obstacle::GateFailed});
    row("enough", approved, {}, "P", "cy", "arpL", 0, {});
    row("enough, but a gate", approved, {}, "F", "cy", "r", 0, {Obstacle::GateFailed});
    row("again", approved, TwoApprovals, "", "bo", "r", 1, {Obstacle::ApprovedAlready});
    row("rejected", {said("1", "reject", "bo")}, {}, "", "cy", "", 1, {Obstacle::NotOpen});
    row("a policy that can't be read", {}, R"({"v":9})", "", "bo", "r", 1,
        {Obstacle::PolicyFaulty});
    row("events are missing", {{"approval.20261128T160000001Z.00000001", "{"}}, {}, "", "bo",
        "arLc", 1, {Obstacle::ChainBroken});
}

void TestRequests::judgements() {
    QFETCH(Tags, events);
    QFETCH(std::string, policy);
    QFETCH(QString, gates);
    QFETCH(std::string, who);
    QFETCH(QList<int>, reasons);
    std::vector<GateResult> results;
    for (const QChar gate : gates) {
        GateResult result;
        result.rule = {"candidate.version > 0", gate.isUpper()};
        const QString letters = QStringLiteral("PFUY");
        result.outcome = static_cast<GateResult::Outcome>(letters.indexOf(gate.toUpper()));
        results.push_back(result);
    }
    const PolicyReading reading = policy.empty() ? PolicyReading{} : readPolicy(policy);
    const Judgement judged = judge(reading, only(events, policy), results, who);
    QString may;
    may += judged.mayApprove ? QStringLiteral("a") : QString();
    may += judged.mayReject ? QStringLiteral("r") : QString();
    may += judged.mayWithdraw ? QStringLiteral("w") : QString();
    may += judged.mayApply ? QStringLiteral("p") : QString();
    may += judged.isLastApproval ? QStringLiteral("L") : QString();
    may += judged.commentNeeded ? QStringLiteral("c") : QString();
    QTEST(may, "may");
    QTEST(judged.missingApprovals, "missing");
    QList<int> found;
    for (const Reason& reason : judged.reasons)
        found.push_back(static_cast<int>(reason.obstacle));
    QCOMPARE(found, reasons);
}

void TestRequests::databricksSaysItself() {
    Request request = only(with({}));
    request.native = true;
    request.availableActions = {"APPROVE_TRANSITION_REQUEST", "REJECT_TRANSITION_REQUEST"};
    const Judgement mine = judge({}, request, {}, "ana");
    QVERIFY(mine.mayApprove && mine.mayReject && !mine.mayWithdraw && !mine.mayApply);
    request.availableActions = {"CANCEL_TRANSITION_REQUEST"};
    const Judgement cancel = judge({}, request, {}, "bo");
    QVERIFY(!cancel.mayApprove && !cancel.mayReject && cancel.mayWithdraw);
    QCOMPARE(cancel.reasons.front().obstacle, Obstacle::NotOffered);
}

void TestRequests::databricksRequestsAreRequests() {
    const stores::TransitionRequest transition{
        "fraud",
        7,
        "Production",
        "ana@example.org",
        "please",
        AskedAt,
        {"APPROVE_TRANSITION_REQUEST", "REJECT_TRANSITION_REQUEST"}};
    const Request request = requestFrom(transition, fraudModel(), fraudVersions({}));
    QVERIFY(request.native);
    QCOMPARE(request.state, RequestState::Open);
    QCOMPARE(request.model, std::string("fraud"));
    QCOMPARE(request.version, 7);
    QVERIFY((request.target == Target{Target::Kind::Stage, "Production"}));
    QCOMPARE(request.from, stores::Held("Staging"));
    QCOMPARE(request.replaces, std::vector<std::int64_t>{5});
    QCOMPARE(request.asker, std::string("ana@example.org"));
    QCOMPARE(request.at, AskedAt);
    QCOMPARE(request.comment, std::string("please"));
    QVERIFY(judge({}, request, {}, "bo").mayApprove);
    QCOMPARE(transitionOf(request), transition);
    stores::TransitionRequest other = transition;
    other.creator = "cy@example.org";
    QVERIFY(requestFrom(other, fraudModel(), fraudVersions({})).id != request.id);
    other.stage = "Staging";
    QCOMPARE(requestFrom(other, fraudModel(), fraudVersions({})).state, RequestState::Stale);
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
