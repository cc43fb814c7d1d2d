// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/inbox.h"
#include "samples.h"

#include <QTest>

#include <algorithm>

using namespace podium;
using namespace podium::registry;
using namespace podium::tests;

class TestInbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxes_data();
    void boxes();
    void severalSourcesInOneOrder();
    void whoIAm();
};

namespace {

InboxSource source(std::int64_t number, const std::string& me,
                   const std::vector<domain::Tag>& events) {
    InboxSource one;
    one.sourceNo = base::SourceNo{number};
    one.title = "lab " + std::to_string(number);
    one.me = me;
    one.models = {fraudModel()};
    one.versions = fraudVersions(events);
    return one;
}

}  // namespace

void TestInbox::boxes_data() {
    QTest::addColumn<std::string>("me");
    QTest::addColumn<std::vector<domain::Tag>>("events");
    QTest::addColumn<QString>("boxes");  // waiting, mine, decided
    using Tags = std::vector<domain::Tag>;
    const domain::Tag asking{AskedKey, AskedValue};
    const domain::Tag approving{ApprovedKey, ApprovedValue};
    QTest::newRow("a reviewer") << std::string("bo") << Tags{asking} << "w";
    QTest::newRow("the asker") << std::string("ana") << Tags{asking} << "m";
    QTest::newRow("nobody") << std::string() << Tags{asking} << "";
    QTest::newRow("to be applied") << std::string("bo") << Tags{asking, approving} << "w";
    QTest::newRow("to be applied by the asker")
        << std::string("ana") << Tags{asking, approving} << "wm";
    QTest::newRow("one of two is mine")
        << std::string("bo") << Tags{asking, approving, {"two", ""}} << "";
    QTest::newRow("rejected") << std::string("bo") << Tags{asking, {RejectedKey, RejectedValue}}
                              << "d";
    QTest::newRow("mine and applied")
        << std::string("ana") << Tags{asking, approving, {AppliedKey, AppliedValue}} << "md";
}

void TestInbox::boxes() {
    QFETCH(std::string, me);
    QFETCH(std::vector<domain::Tag>, events);
    std::vector sources = {source(1, me, events)};
    if (events.back().key == "two")
        sources[0].models[0].tags = {{"podium.policy", R"({"v":1,"approvals":2})"}};
    const std::vector<InboxEntry> entries = inboxOf(sources);
    QCOMPARE(entries.size(), 1U);
    QString boxes;
    boxes += entries[0].waitingForMe ? QStringLiteral("w") : QString();
    boxes += entries[0].mine ? QStringLiteral("m") : QString();
    boxes += entries[0].decided ? QStringLiteral("d") : QString();
    QTEST(boxes, "boxes");
    QCOMPARE(waitingForMe(entries), boxes.contains(QLatin1Char('w')) ? 1U : 0U);
    QCOMPARE(entries[0].sourceNo, base::SourceNo{1});
    QCOMPARE(entries[0].request.model, std::string("fraud"));
}

/// What is open, the longest waiting first, then what is decided, the newest first.
void TestInbox::severalSourcesInOneOrder() {
    std::string later = AskedValue;
    const domain::Tag asking{AskedKey, AskedValue};
    const domain::Tag askedLater{"approval.20261129T000000000Z.00000001", later};
    domain::Tag rejected = {RejectedKey, RejectedValue};
    domain::Tag rejectedLater = {
        "approval.20261129T000000001Z.00000002",
        R"({"v":1,"action":"reject","who":"bo","request":"20261129T000000000Z.00000001","prev":[]})"};
    Request native;
    native.native = true;
    native.id = "native";
    native.at = AskedAt + 1;
    native.availableActions = {"APPROVE_TRANSITION_REQUEST"};
    std::vector sources = {source(1, "bo", {askedLater}), source(2, "bo", {asking}),
                           source(3, "bo", {asking, rejected}),
                           source(4, "bo", {askedLater, rejectedLater}), source(5, "bo", {})};
    sources[4].native = {native};
    const std::vector<InboxEntry> entries = inboxOf(sources);
    std::vector<std::int64_t> order;
    std::ranges::transform(entries, std::back_inserter(order),
                           [](const InboxEntry& entry) { return entry.sourceNo.value; });
    QCOMPARE(order, (std::vector<std::int64_t>{2, 5, 1, 4, 3}));
    QCOMPARE(waitingForMe(entries), 3U);
}

void TestInbox::whoIAm() {
    QCOMPARE(whoAmI("ana@example.org"), std::string("ana@example.org"));
    QVERIFY(!systemUser().empty());
    QCOMPARE(whoAmI(""), systemUser());
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
