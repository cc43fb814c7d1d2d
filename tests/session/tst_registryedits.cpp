// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/registryedits.h"

#include <QTest>

#include <algorithm>

using namespace podium;
using session::ModelEntry;
using session::RegistryEdits;
using session::RegistrySnapshot;
using stores::Change;
using stores::Held;
using stores::PlaceKind;
using sync::Decision;
using sync::DecisionState;

namespace {

constexpr base::SourceNo Source{3};

/// "churn" with version 7 in Staging, 5 and 4 in Production, champion → 5, and another model.
std::shared_ptr<const RegistrySnapshot> registry() {
    auto snapshot = std::make_shared<RegistrySnapshot>();
    ModelEntry entry;
    entry.sourceNo = Source;
    entry.model.name = "churn";
    entry.model.description = "who leaves";
    entry.model.tags = {{"owner", "growth"}};
    entry.model.aliases = {{"champion", 5}};
    for (const auto& [number, stage] :
         {std::pair{7, "Staging"}, {5, "Production"}, {4, "Production"}}) {
        ModelEntry::Version version;
        version.version.name = "churn";
        version.version.version = number;
        version.version.stage = stage;
        entry.versions.push_back(version);
    }
    snapshot->models.push_back(entry);
    entry.model.name = "other";
    snapshot->models.push_back(entry);
    return snapshot;
}

Decision decided(Change change, DecisionState state = DecisionState::Waiting) {
    static std::int64_t number = 0;
    return {++number, "/lab", 7, std::move(change), state};
}

Change stage(std::int64_t version, const char* to, const char* from,
             std::vector<std::int64_t> archived = {}) {
    return {{PlaceKind::VersionStage, "churn", "", "", version},
            to,
            from,
            !archived.empty(),
            std::move(archived)};
}

Change alias(const char* key, Held to, Held from) {
    return {{PlaceKind::ModelAlias, "churn", key, ""}, std::move(to), std::move(from)};
}

ModelEntry with(const std::vector<Decision>& decisions) {
    RegistryEdits edits;
    for (const Decision& decision : decisions)
        edits.add(Source, decision);
    return session::withEdits(registry(), edits)->models.front();
}

std::string stageOf(const ModelEntry& entry, std::int64_t version) {
    for (const ModelEntry::Version& one : entry.versions) {
        if (one.version.version == version)
            return one.version.stage;
    }
    return "no such version";
}

}  // namespace

class TestRegistryEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingDecidedIsNothingCopied();
    void aStageArchivesWhatItWasDecidedToArchive();
    void aliasesComeMoveAndGo();
    void descriptionsAndTags();
    void laterDecisionsComeOverEarlierOnes();
    void aVersionKnowsTheWorstOfItsDecisions();
    void runsAndStrangersAreLeftAlone();
    void takingBackRestoresWhatWasArchived();
};

void TestRegistryEdits::nothingDecidedIsNothingCopied() {
    const auto read = registry();
    QCOMPARE(session::withEdits(read, {}), read);
    RegistryEdits edits;
    edits.add(base::SourceNo{4}, decided(stage(7, "Production", "Staging")));
    QCOMPARE(session::withEdits(read, edits), read);  // of another source
}

void TestRegistryEdits::aStageArchivesWhatItWasDecidedToArchive() {
    const ModelEntry plain = with({decided(stage(7, "Production", "Staging"))});
    QCOMPARE(stageOf(plain, 7), std::string("Production"));
    QCOMPARE(stageOf(plain, 5), std::string("Production"));
    // 4 came to Production after the decision: what becomes of it the store will tell.
    const ModelEntry archiving = with({decided(stage(7, "Production", "Staging", {5}))});
    QCOMPARE(stageOf(archiving, 7), std::string("Production"));
    QCOMPARE(stageOf(archiving, 5), std::string("Archived"));
    QCOMPARE(stageOf(archiving, 4), std::string("Production"));
    const auto at = [&](std::int64_t version) {
        return session::decisionAt(archiving, {PlaceKind::VersionStage, "churn", "", "", version});
    };
    QVERIFY(at(7) != nullptr && at(5) == at(7));
    QVERIFY(at(4) == nullptr);
}

void TestRegistryEdits::aliasesComeMoveAndGo() {
    const auto aliases = [](const std::vector<Decision>& decisions) {
        std::string text;
        for (const domain::Alias& one : with(decisions).model.aliases)
            text += one.alias + '=' + std::to_string(one.version) + ' ';
        return text;
    };
    QCOMPARE(aliases({decided(alias("champion", "7", "5"))}), std::string("champion=7 "));
    QCOMPARE(aliases({decided(alias("candidate", "7", {}))}),
             std::string("candidate=7 champion=5 "));
    QCOMPARE(aliases({decided(alias("champion", {}, "5"))}), std::string());
}

void TestRegistryEdits::descriptionsAndTags() {
    const ModelEntry entry = with({
        decided({{PlaceKind::ModelDescription, "churn", "", ""}, "new words", "who leaves"}),
        decided({{PlaceKind::ModelTag, "churn", "owner", ""}, {}, "growth"}),
        decided({{PlaceKind::VersionDescription, "churn", "", "", 5}, "old but good", {}}),
        decided({{PlaceKind::VersionTag, "churn", "approval.1", "", 5}, "{}", {}}),
        decided({{PlaceKind::VersionTag, "churn", "approval.2", "", 5}, "{}", {}}),
    });
    QCOMPARE(entry.model.description, std::string("new words"));
    QVERIFY(entry.model.tags.empty());
    const domain::ModelVersion& fifth = entry.versions[1].version;
    QCOMPARE(fifth.description, std::string("old but good"));
    // Each event is a tag of its own, none takes the place of another.
    QCOMPARE(fifth.tags.size(), std::size_t{2});
    QCOMPARE(entry.decisions.size(), std::size_t{5});
}

void TestRegistryEdits::laterDecisionsComeOverEarlierOnes() {
    const ModelEntry entry = with(
        {decided(stage(7, "Production", "Staging", {4, 5})), decided(stage(5, "None", "Archived")),
         decided(alias("champion", "7", "5")), decided(alias("champion", "4", "7"))});
    QCOMPARE(stageOf(entry, 5), std::string("None"));
    QCOMPARE(stageOf(entry, 4), std::string("Archived"));
    QCOMPARE(entry.model.aliases.front().version, std::int64_t{4});
}

void TestRegistryEdits::aVersionKnowsTheWorstOfItsDecisions() {
    const ModelEntry entry =
        with({decided(stage(7, "Production", "Staging", {5}), DecisionState::Conflict),
              decided({{PlaceKind::VersionTag, "churn", "a", "", 7}, "b", {}}),
              decided(alias("champion", "4", "5"), DecisionState::Failed)});
    QCOMPARE(session::stateOf(entry, 7), std::optional(DecisionState::Conflict));
    QCOMPARE(session::stateOf(entry, 5), std::optional(DecisionState::Conflict));
    QCOMPARE(session::stateOf(entry, 4), std::optional(DecisionState::Failed));
    QCOMPARE(session::stateOf(entry, 3), std::optional<DecisionState>());
    QCOMPARE(session::stateOf(entry), std::optional(DecisionState::Conflict));
}

void TestRegistryEdits::runsAndStrangersAreLeftAlone() {
    RegistryEdits edits;
    edits.add(Source, decided({{PlaceKind::RunTag, "churn", "owner", ""}, "x", {}}));
    QVERIFY(edits.empty());
    const ModelEntry entry = with({decided(stage(9, "Production", "None", {5}))});
    QCOMPARE(stageOf(entry, 5), std::string("Production"));
    QCOMPARE(entry.versions.size(), std::size_t{3});
}

void TestRegistryEdits::takingBackRestoresWhatWasArchived() {
    const std::vector<Change> back =
        session::reversed({alias("champion", "7", "5"), stage(7, "Production", "Staging", {4, 5})});
    QCOMPARE(back.size(), std::size_t{4});
    QVERIFY(back[0] == stage(7, "Staging", "Production"));
    QVERIFY(back[1] == stage(4, "Production", "Archived"));
    QVERIFY(back[2] == stage(5, "Production", "Archived"));
    QVERIFY(back[3] == alias("champion", "5", "7"));
}

QTEST_GUILESS_MAIN(TestRegistryEdits)
#include "tst_registryedits.moc"
