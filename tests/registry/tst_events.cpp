// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/event.h"
#include "samples.h"

#include <QTest>

using namespace podium;
using namespace podium::registry;
using namespace podium::tests;

class TestEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAnotherToolWrote();
    void keysAreRecognised_data();
    void keysAreRecognised();
    void unreadableOnesStayVisible_data();
    void unreadableOnesStayVisible();
    void laterFormatsAreShownNotCounted();
    void unknownFieldsAreNamed();
    void writesWhatItReads();
    void draftsAreRefused_data();
    void draftsAreRefused();
    void longCommentsAreRefused();
    void whatAnswersComesBehind();
    void changeIsATagThatIsNotThereYet();
    void chains_data();
    void chains();
    void aMergeJoinsAFork();
};

namespace {

Event asked() {
    return readEvent(AskedKey, AskedValue);
}

Draft approval() {
    Draft draft;
    draft.action = Action::Approve;
    draft.who = "bo";
    draft.request = AskedId;
    draft.comment = "Fine.";
    return draft;
}

}  // namespace

void TestEvents::readsWhatAnotherToolWrote() {
    const Event event = asked();
    QCOMPARE(event.reading, Reading::Whole);
    QCOMPARE(event.hash, AskedHash);
    QCOMPARE(event.id, AskedId);
    QCOMPARE(event.at, AskedAt);
    QCOMPARE(event.action, Action::Request);
    QCOMPARE(event.who, std::string("ana"));
    QCOMPARE(event.request, AskedId);
    QCOMPARE(event.model, std::string("fraud"));
    QCOMPARE(event.version, 7);
    QVERIFY((event.to == Target{Target::Kind::Stage, "Production"}));
    QCOMPARE(event.from, stores::Held("Staging"));
    QCOMPARE(event.replaces, std::vector<std::int64_t>{5});
    QVERIFY(event.archiveExisting);
    QCOMPARE(event.comment, std::string("Retrained on October data."));
    QVERIFY(event.prev.empty());

    const Event approved = readEvent(ApprovedKey, ApprovedValue);
    QCOMPARE(approved.hash, ApprovedHash);
    QCOMPARE(approved.action, Action::Approve);
    QCOMPARE(approved.prev, std::vector<std::string>{AskedHash});
    const Event applied = readEvent(AppliedKey, AppliedValue);
    QCOMPARE(applied.action, Action::Applied);
    QCOMPARE(applied.effect, Effect::Written);
}

void TestEvents::keysAreRecognised_data() {
    QTest::addColumn<std::string>("key");
    QTest::addColumn<bool>("expected");
    QTest::newRow("ours") << AskedKey << true;
    QTest::newRow("another end") << std::string("approval.20261128T130120123Z.x") << true;
    QTest::newRow("somebody's own tag") << std::string("approval.status") << false;
    QTest::newRow("bare") << std::string("approval") << false;
    QTest::newRow("no end") << std::string("approval.20261128T130120123Z.") << false;
    QTest::newRow("no point") << std::string("approval.20261128T130120123Z") << false;
    QTest::newRow("no time") << std::string("approval.2026-11-28.0a1b2c3d") << false;
    QTest::newRow("another word") << std::string("approvals.20261128T130120123Z.x") << false;
}

void TestEvents::keysAreRecognised() {
    QFETCH(std::string, key);
    QTEST(isEvent(key), "expected");
}

void TestEvents::unreadableOnesStayVisible_data() {
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("fault");
    const auto row = [](const char* name, const std::string& value, const std::string& fault) {
        QTest::newRow(name) << value << fault;
    };
    row("empty", "", "json");
    row("no JSON", "approved by bo", "json");
    row("cut off", AskedValue.substr(0, 40), "json");
    row("no object", "[1]", "json");
    row("deep", R"({"v":1,"x":)" + std::string(5000, '[') + std::string(5000, ']') + "}", "json");
    row("no format", R"({"action":"comment"})", "v");
    row("format is a text", R"({"v":"1","action":"comment"})", "v");
    row("action is a number", R"({"v":1,"action":5})", "action");
    row("who is a number", R"({"v":1,"action":"comment","who":5})", "who");
    row("prev is an object", R"({"v":1,"action":"comment","prev":{}})", "prev");
    row("prev holds a number", R"({"v":1,"action":"comment","prev":[1]})", "prev");
    row("version too great", R"({"v":1,"action":"comment","version":18446744073709551615})",
        "version");
    row("version has a fraction", R"({"v":1,"action":"comment","version":7.5})", "version");
    row("a request to nowhere", R"({"v":1,"action":"request","who":"ana"})", "to");
    row("a target without a name", R"({"v":1,"action":"request","to":{"stage":7}})", "to");
    row("replaces texts", R"({"v":1,"action":"comment","replaces":["5"]})", "replaces");
}

void TestEvents::unreadableOnesStayVisible() {
    QFETCH(std::string, value);
    const Event event = readEvent(AskedKey, value);
    QCOMPARE(event.reading, Reading::Unreadable);
    QTEST(event.fault, "fault");
    QCOMPARE(event.value, value);
    QCOMPARE(event.at, AskedAt);
    QCOMPARE(chainOf(std::vector{event}).state, Chain::State::Broken);
}

void TestEvents::laterFormatsAreShownNotCounted() {
    const Event later = readEvent(ApprovedKey, R"({"v":2,"action":"approve","who":"bo"})");
    QCOMPARE(later.reading, Reading::UnknownKind);
    QCOMPARE(later.who, std::string("bo"));
    const Event action = readEvent(ApprovedKey, R"({"v":1,"action":"escalate","who":"bo"})");
    QCOMPARE(action.reading, Reading::UnknownKind);
    QCOMPARE(action.actionText, std::string("escalate"));
    QCOMPARE(action.action, Action::Unknown);
}

void TestEvents::unknownFieldsAreNamed() {
    const Event event =
        readEvent(ApprovedKey, R"({"v":1,"action":"comment","who":"bo","ticket":"T-1"})");
    QCOMPARE(event.reading, Reading::PartlyKnown);
    QCOMPARE(event.unknownFields, std::vector<std::string>{"ticket"});
}

void TestEvents::writesWhatItReads() {
    const domain::ModelVersion candidate = version(7, "Staging");
    Draft draft;
    draft.action = Action::Request;
    draft.who = "ana";
    draft.comment = "Retrained on October data.";
    draft.to = {Target::Kind::Stage, "Production"};
    draft.from = "Staging";
    draft.replaces = {5};
    draft.archiveExisting = true;
    const Written asking = writeEvent(draft, candidate, AskedAt, 0x0a1b2c3d);
    QCOMPARE(asking.fault, DraftFault::None);
    QCOMPARE(asking.event.key, AskedKey);
    QCOMPARE(asking.event.value, AskedValue);
    QCOMPARE(asking.event.hash, AskedHash);

    const domain::ModelVersion open = version(7, "Staging", {{AskedKey, AskedValue}});
    const Written approved = writeEvent(approval(), open, AskedAt + 4'419'877, 0x11111111);
    QCOMPARE(approved.event.key, ApprovedKey);
    QCOMPARE(approved.event.value, ApprovedValue);

    Draft lane = draft;
    lane.to = {Target::Kind::Tag, "lane", "canary"};
    lane.from = std::nullopt;
    const Written tagged = writeEvent(lane, candidate, AskedAt, 1);
    QCOMPARE(tagged.event.to, lane.to);
    QCOMPARE(tagged.event.from, stores::Held());
    Draft result = approval();
    result.action = Action::Applied;
    result.effect = Effect::Conflict;
    result.found = "Archived";
    result.gates = {{"candidate.metrics.auc > 0.9", "unknown"}};
    const Event applied = writeEvent(result, open, AskedAt + 5, 2).event;
    QCOMPARE(applied.effect, Effect::Conflict);
    QCOMPARE(applied.found, std::string("Archived"));
    QCOMPARE(applied.gates, result.gates);
    QCOMPARE(applied.reading, Reading::Whole);
}

void TestEvents::draftsAreRefused_data() {
    QTest::addColumn<Draft>("draft");
    QTest::addColumn<DraftFault>("fault");
    const auto request = [](Target::Kind kind, const char* name) {
        Draft draft;
        draft.action = Action::Request;
        draft.who = "ana";
        draft.to = {kind, name};
        return draft;
    };
    Draft nobody = approval();
    nobody.who = "  ";
    Draft lost = approval();
    lost.request = "20261128T130120123Z.ffffffff";
    Draft empty = approval();
    empty.action = Action::Comment;
    empty.comment = " \n";
    QTest::newRow("nobody") << nobody << DraftFault::NoName;
    QTest::newRow("no such request") << lost << DraftFault::NoRequest;
    QTest::newRow("no words") << empty << DraftFault::NoComment;
    QTest::newRow("nowhere") << request(Target::Kind::Stage, "") << DraftFault::NoTarget;
    QTest::newRow("stage") << request(Target::Kind::Stage, "production") << DraftFault::TargetName;
    QTest::newRow("alias latest") << request(Target::Kind::Alias, "Latest")
                                  << DraftFault::TargetName;
    QTest::newRow("alias v7") << request(Target::Kind::Alias, "v7") << DraftFault::TargetName;
    QTest::newRow("alias with blank")
        << request(Target::Kind::Alias, "a b") << DraftFault::TargetName;
    QTest::newRow("alias") << request(Target::Kind::Alias, "vague") << DraftFault::None;
    QTest::newRow("an event's tag")
        << request(Target::Kind::Tag, AskedKey.c_str()) << DraftFault::TargetName;
    QTest::newRow("tag with a dollar")
        << request(Target::Kind::Tag, "a$b") << DraftFault::TargetName;
    QTest::newRow("tag") << request(Target::Kind::Tag, "lane") << DraftFault::None;
}

void TestEvents::draftsAreRefused() {
    QFETCH(Draft, draft);
    const domain::ModelVersion open = version(7, "Staging", {{AskedKey, AskedValue}});
    QTEST(writeEvent(draft, open, AskedAt + 1, 1).fault, "fault");
}

/// 5000 characters of the whole value, as MLflow before 3.1.1 counts them: not bytes.
void TestEvents::longCommentsAreRefused() {
    const domain::ModelVersion open = version(7, "Staging", {{AskedKey, AskedValue}});
    Draft draft = approval();
    draft.comment = "";
    const std::int64_t room = charactersLeft(draft, open);
    for (int i = 0; i < room; ++i)
        draft.comment += "\u00e9";  // two bytes
    QCOMPARE(charactersLeft(draft, open), 0);
    const Written fits = writeEvent(draft, open, AskedAt + 1, 1);
    QCOMPARE(fits.fault, DraftFault::None);
    QCOMPARE(fits.length, LongestEvent);
    draft.comment += "x";
    QCOMPARE(charactersLeft(draft, open), -1);
    const Written tooLong = writeEvent(draft, open, AskedAt + 1, 1);
    QCOMPARE(tooLong.fault, DraftFault::TooLong);
    QCOMPARE(tooLong.length, LongestEvent + 1);
}

/// A clock that is slow does not put an answer before its question.
void TestEvents::whatAnswersComesBehind() {
    const domain::ModelVersion open = version(7, "Staging", {{AskedKey, AskedValue}});
    const Written early = writeEvent(approval(), open, AskedAt - 60'000, 1);
    QVERIFY(early.event.key > AskedKey);
    QCOMPARE(early.event.at, AskedAt + 1);
    // Somebody's nonsense of a year does not push everything there.
    const domain::ModelVersion far =
        version(7, "Staging", {{AskedKey, AskedValue}, {"approval.99991231T235959999Z.x", "{}"}});
    QCOMPARE(writeEvent(approval(), far, AskedAt + 5, 1).event.at, AskedAt + 5);
}

void TestEvents::changeIsATagThatIsNotThereYet() {
    const stores::Change change = changeFor(asked(), version(7, "Staging"));
    QVERIFY(change.place.kind == stores::PlaceKind::VersionTag);
    QCOMPARE(change.place.owner, std::string("fraud"));
    QCOMPARE(change.place.version, 7);
    QCOMPARE(change.place.key, AskedKey);
    QCOMPARE(change.wanted, stores::Held(AskedValue));
    QCOMPARE(change.basis, stores::Held());
}

void TestEvents::chains_data() {
    using Tags = std::vector<domain::Tag>;
    QTest::addColumn<std::vector<domain::Tag>>("tags");
    QTest::addColumn<Chain::State>("state");
    QTest::addColumn<std::string>("where");
    const domain::Tag asking{AskedKey, AskedValue};
    const domain::Tag approving{ApprovedKey, ApprovedValue};
    const domain::Tag rejecting{RejectedKey, RejectedValue};
    const domain::Tag applying{AppliedKey, AppliedValue};
    domain::Tag altered = approving;
    altered.value.replace(altered.value.find("bo"), 2, "cy");
    domain::Tag moved = approving;
    moved.key = "approval.20261128T141500001Z.11111111";
    QTest::newRow("nothing") << Tags{} << Chain::State::Intact << std::string();
    QTest::newRow("in a row") << Tags{asking, approving, applying} << Chain::State::Intact
                              << std::string();
    QTest::newRow("two at once") << Tags{asking, approving, rejecting} << Chain::State::Forked
                                 << RejectedKey.substr(9);
    QTest::newRow("one removed") << Tags{asking, applying} << Chain::State::Broken
                                 << AppliedKey.substr(9);
    QTest::newRow("the first removed")
        << Tags{approving, applying} << Chain::State::Broken << ApprovedKey.substr(9);
    QTest::newRow("one altered") << Tags{asking, altered, applying} << Chain::State::Broken
                                 << AppliedKey.substr(9);
    QTest::newRow("one under another time")
        << Tags{asking, moved, applying} << Chain::State::Broken << AppliedKey.substr(9);
    QTest::newRow("other tags between")
        << Tags{asking, {"team", "x"}, {"approval.note", "x"}, approving} << Chain::State::Intact
        << std::string();
}

void TestEvents::chains() {
    QFETCH(std::vector<domain::Tag>, tags);
    QFETCH(std::string, where);
    const Chain chain = chainOf(eventsOf(tags));
    QTEST(chain.state, "state");
    if (chain.state == Chain::State::Broken)
        QCOMPARE(chain.breaks.front().event, where);
    if (chain.state == Chain::State::Forked)
        QCOMPARE(chain.forks, std::vector<std::string>{where});
}

/// What comes after a fork names both its ends, so that neither can go unnoticed.
void TestEvents::aMergeJoinsAFork() {
    domain::ModelVersion forked = version(
        7, "Staging",
        {{AskedKey, AskedValue}, {ApprovedKey, ApprovedValue}, {RejectedKey, RejectedValue}});
    Draft words = approval();
    words.action = Action::Comment;
    const Event comment = writeEvent(words, forked, AskedAt + 9'999'999, 7).event;
    QCOMPARE(comment.prev, (std::vector<std::string>{RejectedHash, ApprovedHash}));
    forked.tags.push_back({comment.key, comment.value});
    QCOMPARE(chainOf(eventsOf(forked.tags)).state, Chain::State::Forked);
    QCOMPARE(headsOf(eventsOf(forked.tags)), std::vector<std::string>{comment.hash});
    forked.tags.erase(forked.tags.begin() + 2);
    const Chain broken = chainOf(eventsOf(forked.tags));
    QCOMPARE(broken.state, Chain::State::Broken);
    QCOMPARE(broken.breaks.front().missing, RejectedHash);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
