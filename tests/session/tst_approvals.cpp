// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"
#include "registry/request.h"
#include "stores/kinds/kinds.h"
#include "sync/decision.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace podium;
using registry::Action;
using registry::Chain;
using registry::Draft;
using registry::Request;
using registry::RequestState;
using registry::Staleness;
using registry::Target;

/// A request from the question to the change, through the outbox into stores that MLflow made, and
/// back through a sync.
class TestApprovals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void throughAStore_data();
    void throughAStore();
};

namespace {

const std::string Model = "resnet-classifier";

/// What a file, a database and JSON could each do harm to.
const std::string Comment =
    "Retrained.\r\n\t\"Quoted\" 'n' \\back\\ \u4e2d\u6587 \U0001F98A <b>&amp;</b> \u2028 end  ";

struct Lab {
    QTemporaryDir folder;
    std::unique_ptr<cache::Cache> cache =
        cache::Cache::open(folder.filePath(QStringLiteral("c.db")).toStdString(),
                           base::systemClock())
            .value();
    std::unique_ptr<stores::Store> store;
    domain::RegisteredModel model;
    std::vector<domain::ModelVersion> versions;
    base::Millis now = 1795870880123;

    bool read() {
        base::Progress progress;
        const auto report = sync::sync(*store, *cache, {}, progress, {});
        if (!report.ok())
            return false;
        auto reader = cache->reader();
        const auto models = reader.value().registeredModels(report.value().source).value();
        const auto found = std::ranges::find(models, Model, &domain::RegisteredModel::name);
        versions = reader.value().modelVersions(report.value().source, Model).value();
        if (found != models.end())
            model = *found;
        return found != models.end();
    }

    /// Decides, delivers and reads again.
    sync::DecisionState decide(const stores::Change& change) {
        sync::Decision decision;
        decision.location = store->info().location;
        decision.change = change;
        const auto entry =
            cache->outbox().add(decision.location, sync::intentOf(change), sync::basisOf(change));
        decision.entryNo = entry.value();
        const auto done = sync::deliver(cache->outbox(), decision, *store, {});
        return done.ok() && read() ? done.value().state : sync::DecisionState::Failed;
    }

    sync::DecisionState say(const Draft& draft, std::int64_t number) {
        const auto version = std::ranges::find(versions, number, &domain::ModelVersion::version);
        now += 1000;
        const registry::Written written =
            registry::writeEvent(draft, *version, now, static_cast<std::uint32_t>(now & 0xffff));
        return written.fault == registry::DraftFault::None
                   ? decide(registry::changeFor(written.event, *version))
                   : sync::DecisionState::Failed;
    }

    [[nodiscard]] Request request() const {
        const std::vector<Request> requests = registry::requestsOf(model, versions);
        return requests.empty() ? Request{} : requests.front();
    }
};

Draft answer(const Request& request, Action action, const std::string& who) {
    Draft draft;
    draft.action = action;
    draft.who = who;
    draft.request = request.id;
    return draft;
}

}  // namespace

void TestApprovals::throughAStore_data() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("store");
    QTest::addColumn<Target>("target");
    using Kind = Target::Kind;
    QTest::newRow("folder, MLflow 3, stage") << "filestore-3.11"
                                             << "mlruns" << Target{Kind::Stage, "Production"};
    QTest::newRow("folder, MLflow 3, alias") << "filestore-3.11"
                                             << "mlruns" << Target{Kind::Alias, "champion"};
    QTest::newRow("folder, MLflow 3, lane") << "filestore-3.11"
                                            << "mlruns" << Target{Kind::Tag, "lane", "canary"};
    QTest::newRow("database, MLflow 3, stage") << "sqlite-3.11"
                                               << "mlflow.db" << Target{Kind::Stage, "Production"};
    QTest::newRow("database, MLflow 2, alias") << "sqlite-2.17"
                                               << "mlflow.db" << Target{Kind::Alias, "champion"};
}

void TestApprovals::throughAStore() {
    using sync::DecisionState;
    QFETCH(QString, fixture);
    QFETCH(QString, store);
    QFETCH(Target, target);
    const tests::Fixture unpacked(fixture);
    QVERIFY2(unpacked.ok(), qPrintable(unpacked.error()));
    Lab lab;
    const QString place = unpacked.folder() + QStringLiteral("/") + store;
    auto opened = stores::openStore(place.toStdString());
    QVERIFY(opened.ok());
    lab.store = std::move(opened).value();
    QVERIFY(lab.read());
    constexpr std::int64_t Candidate = 3;

    QCOMPARE(lab.say(registry::requestDraft(target, Candidate, "ana", Comment, true, lab.model,
                                            lab.versions),
                     Candidate),
             DecisionState::Written);
    const Request asked = lab.request();
    QCOMPARE(asked.state, RequestState::Open);
    QCOMPARE(asked.version, Candidate);
    QCOMPARE(asked.comment, Comment);
    QCOMPARE(asked.target, target);

    QCOMPARE(lab.say(answer(asked, Action::Approve, "bo"), Candidate), DecisionState::Written);
    const Request approved = lab.request();
    QCOMPARE(approved.state, RequestState::Approved);
    QVERIFY(registry::judge({}, approved, {}, "bo").mayApply);
    QCOMPARE(lab.decide(registry::changeFor(approved, lab.model, lab.versions)),
             DecisionState::Written);
    QCOMPARE(lab.request().staleness, Staleness::There);  // if everything ended here
    QVERIFY(std::ranges::count(registry::versionsAt(target, lab.model, lab.versions), Candidate) ==
            1);
    // MLflow archives the others, if asked to.
    if (target.kind == Target::Kind::Stage)
        QCOMPARE(registry::versionsAt(target, lab.model, lab.versions).size(), 1U);

    Draft result = answer(approved, Action::Applied, "bo");
    result.effect = registry::Effect::Written;
    QCOMPARE(lab.say(result, Candidate), DecisionState::Written);
    const Request applied = lab.request();
    QCOMPARE(applied.state, RequestState::Applied);
    QCOMPARE(applied.chain.state, Chain::State::Intact);
    QCOMPARE(applied.thread.size(), 3U);
    for (const registry::Event& event : applied.thread)
        QCOMPARE(event.reading, registry::Reading::Whole);

    // Somebody takes the approval away.
    stores::Change away;
    away.place = {stores::PlaceKind::VersionTag, Model, applied.thread[1].key, "", Candidate};
    away.basis = applied.thread[1].value;
    QCOMPARE(lab.decide(away), DecisionState::Written);
    QCOMPARE(lab.request().chain.state, Chain::State::Broken);
    QVERIFY(lab.cache->outbox().verifyAudit().value().intact());
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
