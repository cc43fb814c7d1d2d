// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/boardview.h"
#include "views/registry/decisiondialog.h"
#include "views/registry/facttable.h"
#include "views/registry/lanelist.h"
#include "views/registry/modelspage.h"
#include "views/registry/policydialog.h"
#include "views/registry/requestview.h"
#include "views/registry/reviewspage.h"
#include "views/registry/versiontable.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace podium;
using namespace podium::views;
using registry::Action;
using session::Change;
using session::ModelEntry;
using stores::PlaceKind;

namespace {

constexpr base::Millis Now = 1714564800000;  // 2024-05-01 12:00 UTC

base::Clock clockOfNow() {
    return [] { return Now; };
}

ModelEntry ranker() {
    ModelEntry entry;
    entry.sourceNo = {3};
    entry.sourceTitle = QStringLiteral("lab");
    entry.model.name = "ranker";
    const std::vector<std::string> stages = {"Archived", "Production", "None", "Production",
                                             "Staging"};
    for (int number = 5; number > 0; --number) {
        ModelEntry::Version version;
        version.version.name = "ranker";
        version.version.version = number;
        version.version.stage = stages[static_cast<std::size_t>(number - 1)];
        entry.versions.push_back(version);
    }
    entry.model.aliases = {{"champion", 4}};
    return entry;
}

std::shared_ptr<const session::RegistrySnapshot> snapshotOf(const ModelEntry& entry) {
    auto snapshot = std::make_shared<session::RegistrySnapshot>();
    snapshot->models = {entry};
    return snapshot;
}

template <typename T>
T* child(const QWidget& parent, const char* name) {
    return parent.findChild<T*>(QLatin1String(name));
}

/// A page with one model, and what its editor decided.
struct Bench {
    Bench() : page(clockOfNow()) {
        page.resize(1100, 700);
        page.setSnapshot(snapshotOf(ranker()));
        page.show();
        QObject::connect(page.editor(), &RegistryEditor::decided, &page,
                         [this](const QString&, base::SourceNo, const std::vector<Change>& all) {
                             changes = all;
                         });
    }
    [[nodiscard]] DecisionDialog* dialog() const { return page.findChild<DecisionDialog*>(); }
    [[nodiscard]] LaneList* lane(int number) const {
        return page.findChild<LaneList*>(QStringLiteral("boardLane%1").arg(number));
    }

    ModelsPage page;
    std::vector<Change> changes;
};

/// A request of ann for version 5 of ranker to go to Production, judged for `me`.
std::shared_ptr<session::Review> review(const std::string& me, registry::GateResult::Outcome gate) {
    const ModelEntry entry = ranker();
    std::vector<domain::ModelVersion> versions;
    for (const ModelEntry::Version& one : entry.versions)
        versions.push_back(one.version);
    const registry::Target target{registry::Target::Kind::Stage, "Production"};
    const registry::Written asked = registry::writeEvent(
        registry::requestDraft(target, 5, "ann", "better recall", true, entry.model, versions),
        versions.front(), Now - 7'200'000, 7);
    versions.front().tags = {{asked.event.key, asked.event.value}};
    auto made = std::make_shared<session::Review>();
    made->entry.sourceNo = {3};
    made->entry.sourceTitle = "lab";
    made->entry.me = me;
    made->entry.request = registry::requestsOf(entry.model, versions).front();
    registry::GateResult result;
    // A gate that is not required can be passed by with a reason.
    result.rule = {"candidate.metrics.auc > 0.9", false};
    result.outcome = gate;
    result.left = 0.85;
    result.right = 0.9;
    result.comparison = ">";
    made->gates = {result};
    made->evidence.candidate = 5;
    made->evidence.incumbent = 4;
    made->evidence.metrics.entries = {{"auc", 0.85, 0.8, 0.05, 0.0625, query::Direction::Higher,
                                       registry::MetricChange::Verdict::Better}};
    made->evidence.signature.entries = {
        {registry::SignatureChange::Kind::InputAdded, "age", "", "long"}};
    made->judgement = registry::judge(made->policy, made->entry.request, made->gates, me);
    made->change = registry::changeFor(made->entry.request, entry.model, versions);
    return made;
}

QString texts(const FactTable& table) {
    QStringList lines;
    for (const FactRow& row : table.rows()) {
        QStringList cells;
        for (const Fact& fact : row)
            cells.append(fact.text);
        lines.append(cells.join(QLatin1Char('|')));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

/// Models, their board, requests and policies as people use them.
class TestRegistry : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light); }

    void archivingNamesTheVersionsThatGo();
    void anAliasIsLookedAtAsMlflowWould_data();
    void anAliasIsLookedAtAsMlflowWould();
    void whatIsSoAlreadyIsNotWritten();
    void aStoreThatIsAwayIsSaid();
    void theBoardIsWalkedByKeys();
    void aCardIsMovedByKeys();
    void movingBetweenAliasesPointsThem();
    void theSelectionStaysWithItsVersion();
    void aRequestShowsItsEvidence();
    void aFailingGateDemandsAReason();
    void theAskerMayOnlyWithdraw();
    void aConflictOffersBothWays();
    void policiesAreCheckedWhileTyped();
    void theInboxSaysWhenItIsEmpty();
};

void TestRegistry::archivingNamesTheVersionsThatGo() {
    Bench bench;
    bench.page.editor()->moveToStage(QStringLiteral("Production"));
    DecisionDialog* dialog = bench.dialog();
    QVERIFY(dialog != nullptr);
    auto* archive = child<QCheckBox>(*dialog, "decisionArchive");
    QVERIFY(archive->isVisible());
    QVERIFY(archive->text().contains(QStringLiteral("version 2, version 4")));
    archive->setChecked(true);
    const QString preview = child<QLabel>(*dialog, "decisionPreview")->text();
    QVERIFY(preview.contains(QStringLiteral("version 5: stage Staging → Production")));
    QVERIFY(preview.contains(QStringLiteral("version 2: stage Production → Archived")));
    child<QPushButton>(*dialog, "decisionOk")->click();
    QCOMPARE(bench.changes.size(), 1U);
    const Change& change = bench.changes.front();
    QCOMPARE(change.place.kind, PlaceKind::VersionStage);
    QCOMPARE(change.place.version, 5);
    QCOMPARE(change.basis, stores::Held("Staging"));
    QCOMPARE(change.wanted, stores::Held("Production"));
    QVERIFY(change.archiveExisting);
    QCOMPARE(change.archived, (std::vector<std::int64_t>{2, 4}));
    // MLflow refuses the flag for the other stages.
    bench.page.editor()->moveToStage(QStringLiteral("Archived"));
    QVERIFY(!child<QCheckBox>(*bench.dialog(), "decisionArchive")->isVisible());
}

void TestRegistry::anAliasIsLookedAtAsMlflowWould_data() {
    QTest::addColumn<QString>("alias");
    QTest::addColumn<bool>("taken");
    QTest::newRow("plain") << QStringLiteral("blue-green_2") << true;
    QTest::newRow("letters of any script") << QStringLiteral("größe") << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("blank") << QStringLiteral("a b") << false;
    QTest::newRow("reserved") << QStringLiteral("Latest") << false;
    QTest::newRow("a version") << QStringLiteral("v12") << false;
    QTest::newRow("longest") << QString(255, u'a') << true;
    QTest::newRow("too long") << QString(256, u'a') << false;
}

void TestRegistry::anAliasIsLookedAtAsMlflowWould() {
    QFETCH(QString, alias);
    Bench bench;
    bench.page.editor()->setAlias(alias);
    QTEST(child<QPushButton>(*bench.dialog(), "decisionOk")->isEnabled(), "taken");
}

void TestRegistry::whatIsSoAlreadyIsNotWritten() {
    Bench bench;
    bench.page.pane()->setCurrentVersion(4);
    bench.page.editor()->setAlias(QStringLiteral("champion"));
    QVERIFY(!child<QPushButton>(*bench.dialog(), "decisionOk")->isEnabled());
    bench.page.editor()->moveToStage(QStringLiteral("Production"));
    QVERIFY(!child<QPushButton>(*bench.dialog(), "decisionOk")->isEnabled());
    bench.page.editor()->removeAlias(QStringLiteral("champion"));
    QCOMPARE(bench.changes.front().basis, stores::Held("4"));
    QVERIFY(!bench.changes.front().wanted);
}

void TestRegistry::aStoreThatIsAwayIsSaid() {
    Bench bench;
    bench.page.editor()->setStores([](base::SourceNo source) {
        return StoreWords{QStringLiteral("lab %1").arg(source.value),
                          QStringLiteral("kept here, sent later"), true};
    });
    bench.page.editor()->moveToStage();
    const auto* note = child<QLabel>(*bench.dialog(), "decisionStore");
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), QStringLiteral("kept here, sent later"));
    QVERIFY(child<QLabel>(*bench.dialog(), "decisionPreview")
                ->text()
                .startsWith(QStringLiteral("lab 3 · ranker")));
}

void TestRegistry::theBoardIsWalkedByKeys() {
    Bench bench;
    bench.page.pane()->setBoardShown(true);
    QApplication::setActiveWindow(&bench.page);
    bench.page.pane()->setCurrentVersion(3);  // alone in None
    bench.lane(0)->setFocus();
    QTest::keyClick(bench.lane(0), Qt::Key_Right);
    QCOMPARE(bench.page.pane()->currentVersion()->version.version, 5);  // Staging
    QTest::keyClick(bench.lane(1), Qt::Key_Right);
    QCOMPARE(bench.page.pane()->currentVersion()->version.version, 4);  // Production: 4, 2
    QTest::keyClick(bench.lane(2), Qt::Key_Down);
    QCOMPARE(bench.page.pane()->currentVersion()->version.version, 2);
    QTest::keyClick(bench.lane(2), Qt::Key_Left);
    QCOMPARE(bench.page.pane()->currentVersion()->version.version, 5);
    QCOMPARE(child<VersionTable>(bench.page, "versionTable")->currentVersion(), 5);
    QCOMPARE(bench.lane(2)->accessibleName(), QStringLiteral("Production, 2 versions"));
    QVERIFY(bench.lane(2)->lane().index(0).data().toString().startsWith(
        QStringLiteral("Version 4, Production, @champion")));
}

void TestRegistry::aCardIsMovedByKeys() {
    Bench bench;
    bench.page.pane()->setBoardShown(true);
    bench.page.pane()->setCurrentVersion(5);
    bench.lane(1)->setFocus();
    QTest::keyClick(bench.lane(1), Qt::Key_Right, Qt::ControlModifier);
    DecisionDialog* dialog = bench.dialog();
    QVERIFY(dialog != nullptr);
    QCOMPARE(child<QComboBox>(*dialog, "decisionStage")->currentData().toString(),
             QStringLiteral("Production"));
    QVERIFY(bench.changes.empty());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.changes.front().wanted, stores::Held("Production"));
    QVERIFY(!bench.changes.front().archiveExisting);
    // Behind the last lane there is none.
    bench.changes.clear();
    QTest::keyClick(bench.lane(3), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(bench.changes.empty());
}

void TestRegistry::movingBetweenAliasesPointsThem() {
    Bench bench;
    bench.page.pane()->setBoardBy({items::BoardBy::Kind::Alias, {}, {}});
    bench.page.pane()->setBoardShown(true);
    bench.page.pane()->setCurrentVersion(4);
    QCOMPARE(bench.lane(1)->lane().rowCount(), 1);
    bench.lane(1)->setFocus();
    QTest::keyClick(bench.lane(1), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(bench.changes.front().place.key, std::string("champion"));
    QVERIFY(!bench.changes.front().wanted);
}

void TestRegistry::theSelectionStaysWithItsVersion() {
    Bench bench;
    bench.page.pane()->setCurrentVersion(2);
    ModelEntry moved = ranker();
    moved.versions[3].version.stage = "Archived";
    sync::Decision decision;
    decision.change.place = {PlaceKind::VersionStage, "ranker", {}, {}, 2};
    decision.change.wanted = "Archived";
    decision.state = sync::DecisionState::Waiting;
    moved.decisions = {decision};
    bench.page.setSnapshot(snapshotOf(moved));
    QCOMPARE(bench.page.pane()->currentVersion()->version.version, 2);
    bench.page.pane()->setBoardShown(true);
    QVERIFY(bench.lane(3)->currentIndex().data().toString().endsWith(
        QStringLiteral("→ Archived, waiting")));
    bench.page.setSnapshot(nullptr);
    QVERIFY(bench.page.pane()->currentVersion() == nullptr);
    bench.page.editor()->moveToStage();
    QVERIFY(bench.dialog() == nullptr);
}

void TestRegistry::aRequestShowsItsEvidence() {
    RequestView view(clockOfNow());
    view.resize(1000, 700);
    view.show();
    view.setReview(review("bob", registry::GateResult::Outcome::Pass), nullptr, {});
    QCOMPARE(child<QLabel>(view, "requestWhy")->text(), QStringLiteral("better recall"));
    QVERIFY(child<QLabel>(view, "requestAsked")
                ->text()
                .startsWith(QStringLiteral("ann asked 2 h ago")));
    QCOMPARE(texts(*child<FactTable>(view, "evidenceMetrics")),
             QStringLiteral("auc|0.85|0.8|+0.05|+6.3 %|better"));
    QVERIFY(texts(*child<FactTable>(view, "evidenceChanges"))
                .contains(QStringLiteral("breaking: input age added (long)")));
    QCOMPARE(texts(*child<FactTable>(view, "evidenceGates")),
             QStringLiteral("Passed|candidate.metrics.auc > 0.9|optional|0.85 > 0.9"));
    const QString preview = child<QLabel>(view, "requestPreview")->text();
    QVERIFY(preview.contains(QStringLiteral("version 5: stage Staging → Production")));
    QVERIFY(preview.contains(QStringLiteral("version 4: stage Production → Archived")));
    QVERIFY(
        child<QLabel>(view, "requestNotice")->text().contains(QStringLiteral("enforces nothing")));
}

void TestRegistry::aFailingGateDemandsAReason() {
    RequestView view(clockOfNow());
    view.show();
    QSignalSpy said(&view, &RequestView::said);
    view.setReview(review("bob", registry::GateResult::Outcome::Fail), nullptr, {});
    auto* approve = child<QPushButton>(view, "requestApprove");
    QVERIFY(!approve->isEnabled());
    view.approve();
    QCOMPARE(said.count(), 0);
    QVERIFY(child<QLabel>(view, "requestReasons")
                ->text()
                .contains(QStringLiteral("candidate.metrics.auc > 0.9")));
    child<QLineEdit>(view, "requestComment")->setText(QStringLiteral("known, fixed next week"));
    QVERIFY(approve->isEnabled());
    approve->click();
    QCOMPARE(said.count(), 1);
    QCOMPARE(said.first().at(0).value<Action>(), Action::Approve);
    QCOMPARE(said.first().at(1).toString(), QStringLiteral("known, fixed next week"));
    QVERIFY(texts(*child<FactTable>(view, "evidenceGates")).contains(QStringLiteral("0.85 ≤ 0.9")));
    // Words for one request are none for another.
    child<QLineEdit>(view, "requestComment")->setText(QStringLiteral("half typed"));
    auto other = review("bob", registry::GateResult::Outcome::Fail);
    other->entry.request.id += "x";
    view.setReview(other, nullptr, {});
    QVERIFY(child<QLineEdit>(view, "requestComment")->text().isEmpty());
}

void TestRegistry::theAskerMayOnlyWithdraw() {
    RequestView view(clockOfNow());
    view.show();
    view.setReview(review("ann", registry::GateResult::Outcome::Pass), nullptr, {});
    QVERIFY(!view.can(Action::Approve));
    QVERIFY(!view.can(Action::Reject));
    QVERIFY(view.can(Action::Withdraw));
    QVERIFY(child<QPushButton>(view, "requestWithdraw")->isVisible());
    QVERIFY(!view.can(Action::Comment));
    child<QLineEdit>(view, "requestComment")->setText(QStringLiteral("hello"));
    QVERIFY(view.can(Action::Comment));
    view.setReview(nullptr, nullptr, {});
    QVERIFY(!view.can(Action::Withdraw));
}

void TestRegistry::aConflictOffersBothWays() {
    RequestView view(clockOfNow());
    view.show();
    auto entry = std::make_shared<ModelEntry>(ranker());
    sync::Decision decision;
    decision.entryNo = 12;
    decision.change.place = {PlaceKind::VersionStage, "ranker", {}, {}, 5};
    decision.change.basis = "Staging";
    decision.change.wanted = "Production";
    decision.state = sync::DecisionState::Conflict;
    decision.found = "Archived";
    entry->decisions = {decision};
    QSignalSpy mine(&view, &RequestView::keepMineRequested);
    QSignalSpy theirs(&view, &RequestView::discardRequested);
    view.setReview(review("bob", registry::GateResult::Outcome::Pass), entry, {});
    QVERIFY(child<QWidget>(view, "requestPending")->isVisible());
    child<QPushButton>(view, "conflictMine")->click();
    QCOMPARE(mine.first().first().toLongLong(), 12);
    child<QPushButton>(view, "conflictTheirs")->click();
    QCOMPARE(theirs.first().first().toLongLong(), 12);
}

void TestRegistry::policiesAreCheckedWhileTyped() {
    registry::PolicyReading reading;
    reading.policy.gates = {{"candidate.metrics.auc > 0.9", true}};
    QWidget window;
    auto* dialog =
        new PolicyDialog(QStringLiteral("ranker"), QStringLiteral("lab"), reading, &window);
    dialog->show();
    auto* save = child<QPushButton>(*dialog, "policySave");
    QVERIFY(save->isEnabled());
    auto* gate = child<QLineEdit>(*dialog, "policyGate");
    gate->setText(QStringLiteral("candidate.metrics.auc >"));
    QVERIFY(!save->isEnabled());
    gate->setText(QStringLiteral("candidate.metrics.auc >= incumbent.metrics.auc"));
    QVERIFY(save->isEnabled());
    QSignalSpy saved(dialog, &PolicyDialog::saved);
    save->click();
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.first().first().value<registry::Policy>().gates.front().text,
             std::string("candidate.metrics.auc >= incumbent.metrics.auc"));
}

void TestRegistry::theInboxSaysWhenItIsEmpty() {
    ReviewsPage page(clockOfNow());
    const std::unique_ptr<QWidget> tools(page.makeTools({}));
    page.show();
    QVERIFY(!page.currentKey());
    const auto one = review("bob", registry::GateResult::Outcome::Pass);
    registry::InboxEntry entry = one->entry;
    entry.waitingForMe = false;
    page.setInbox(std::make_shared<const session::Inbox>(session::Inbox{entry}));
    // Nothing waits for this person: what is open is shown.
    QCOMPARE(page.currentKey(), std::optional(session::keyOf(entry)));
    page.setFilter(items::InboxFilter::WaitingForMe);
    QVERIFY(!page.currentKey());
    page.showRequest(session::keyOf(entry));
    QCOMPARE(page.currentKey(), std::optional(session::keyOf(entry)));
}

QTEST_MAIN(TestRegistry)
#include "tst_registry.moc"
