// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence.h"
#include "samples.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

using namespace podium;
using namespace podium::registry;
using Verdict = MetricChange::Verdict;
using Kind = SignatureChange::Kind;

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metrics_data();
    void metrics();
    void whatAPersonSaidOfAMetricCounts();
    void textsThatDifferComeFirst();
    void tagsAreThoseOfPeople();
    void signatures_data();
    void signatures();
    void datasets();
    void files_data();
    void files();
    void gapsSayWhatIsNotKnown();
};

namespace {

VersionFacts facts(std::int64_t number) {
    VersionFacts known;
    known.version = tests::version(number, "None");
    known.runGap = known.packagesGap = known.signatureGap = known.filesGap = Gap::None;
    return known;
}

constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void TestEvidence::metrics_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<double>>("candidate");
    QTest::addColumn<QList<double>>("incumbent");
    QTest::addColumn<QList<double>>("delta");
    QTest::addColumn<QList<double>>("relative");
    QTest::addColumn<Verdict>("verdict");
    using L = QList<double>;
    QTest::newRow("better") << "auc" << L{0.75} << L{0.5} << L{0.25} << L{0.5} << Verdict::Better;
    QTest::newRow("worse") << "auc" << L{0.5} << L{0.75} << L{-0.25} << L{-0.25 / 0.75}
                           << Verdict::Worse;
    QTest::newRow("a loss gets better")
        << "val_loss" << L{1} << L{2} << L{-1} << L{-0.5} << Verdict::Better;
    QTest::newRow("nobody knows which way")
        << "foo" << L{1} << L{-2} << L{3} << L{1.5} << Verdict::Unclear;
    QTest::newRow("same") << "auc" << L{0.5} << L{0.5} << L{0} << L{0} << Verdict::Same;
    QTest::newRow("from zero") << "auc" << L{0.5} << L{0} << L{0.5} << L{} << Verdict::Better;
    QTest::newRow("both NaN") << "auc" << L{NotANumber} << L{NotANumber} << L{} << L{}
                              << Verdict::Same;
    QTest::newRow("became NaN") << "auc" << L{NotANumber} << L{0.5} << L{} << L{}
                                << Verdict::Unclear;
    QTest::newRow("became infinite") << "loss" << L{std::numeric_limits<double>::infinity()} << L{1}
                                     << L{} << L{} << Verdict::Worse;
    QTest::newRow("new") << "auc" << L{0.5} << L{} << L{} << L{} << Verdict::OnlyCandidate;
    QTest::newRow("gone") << "auc" << L{} << L{0.5} << L{} << L{} << Verdict::OnlyIncumbent;
}

void TestEvidence::metrics() {
    QFETCH(QString, key);
    QFETCH(QList<double>, candidate);
    QFETCH(QList<double>, incumbent);
    QFETCH(QList<double>, delta);
    QFETCH(QList<double>, relative);
    VersionFacts now = facts(7);
    VersionFacts before = facts(5);
    for (const double value : candidate)
        now.metrics.push_back(tests::metric(key.toStdString(), value));
    for (const double value : incumbent)
        before.metrics.push_back(tests::metric(key.toStdString(), value));
    const Evidence evidence = compare(now, &before);
    QCOMPARE(evidence.candidate, 7);
    QCOMPARE(evidence.incumbent, std::optional<std::int64_t>(5));
    QCOMPARE(evidence.metrics.entries.size(), 1U);
    const MetricChange& change = evidence.metrics.entries.front();
    QCOMPARE(change.delta.has_value(), !delta.isEmpty());
    if (change.delta)
        QCOMPARE(*change.delta, delta.front());
    QCOMPARE(change.relative.has_value(), !relative.isEmpty());
    if (change.relative)
        QCOMPARE(*change.relative, relative.front());
    QTEST(change.verdict, "verdict");
}

void TestEvidence::whatAPersonSaidOfAMetricCounts() {
    VersionFacts now = facts(7);
    VersionFacts before = facts(5);
    now.metrics = {tests::metric("auc", 0.4), tests::metric("same", 1)};
    before.metrics = {tests::metric("auc", 0.5), tests::metric("same", 1)};
    const Evidence evidence =
        compare(now, &before, [](std::string_view) { return query::Direction::Lower; });
    QCOMPARE(evidence.metrics.entries.front().verdict, Verdict::Better);
    QCOMPARE(evidence.metrics.entries.front().direction, query::Direction::Lower);
    QCOMPARE(evidence.metrics.entries.back().key, std::string("same"));
}

void TestEvidence::textsThatDifferComeFirst() {
    VersionFacts now = facts(7);
    VersionFacts before = facts(5);
    now.params = {{"a", "1"}, {"depth", "10"}, {"new", ""}};
    before.params = {{"a", "1"}, {"depth", "8"}, {"old", "x"}};
    now.packages = {{"scikit-learn", "1.4.0"}, {"numpy", ""}};
    before.packages = {{"scikit-learn", "1.3.2"}, {"numpy", ""}};
    const Evidence evidence = compare(now, &before);
    QCOMPARE(evidence.params.entries, (std::vector<TextChange>{{"depth", "10", "8"},
                                                               {"new", "", std::nullopt},
                                                               {"old", std::nullopt, "x"},
                                                               {"a", "1", "1"}}));
    QCOMPARE(evidence.packages.entries,
             (std::vector<TextChange>{{"scikit-learn", "1.4.0", "1.3.2"}, {"numpy", "", ""}}));
}

void TestEvidence::tagsAreThoseOfPeople() {
    VersionFacts now = facts(7);
    VersionFacts before = facts(5);
    now.version.tags = {{tests::AskedKey, tests::AskedValue},
                        {"mlflow.internal", "1"},
                        {"approval.note", "by phone"},
                        {"reviewed", "yes"}};
    const Evidence evidence = compare(now, &before);
    QCOMPARE(evidence.tags.entries,
             (std::vector<TextChange>{{"approval.note", "by phone", std::nullopt},
                                      {"reviewed", "yes", std::nullopt}}));
}

void TestEvidence::signatures_data() {
    using Changes = std::vector<SignatureChange>;
    QTest::addColumn<domain::Signature>("before");
    QTest::addColumn<domain::Signature>("after");
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<bool>("breaking");
    const domain::Signature plain{{{"a", "double"}, {"b", "integer"}}, {{"", "long"}}, {}};
    const auto row = [&plain](const char* name, const Changes& changes, bool breaking,
                              const std::function<void(domain::Signature&)>& change) {
        domain::Signature after = plain;
        change(after);
        QTest::newRow(name) << plain << after << changes << breaking;
    };
    using S = domain::Signature;
    row("same", {}, false, [](S&) {});
    row("input removed", {{Kind::InputRemoved, "b", "integer", ""}}, true,
        [](S& s) { s.inputs.pop_back(); });
    row("input added", {{Kind::InputAdded, "c", "", "string"}}, true, [](S& s) {
        s.inputs.push_back({"c", "string"});
    });
    row("optional input added", {{Kind::OptionalInputAdded, "c", "", "string"}}, false, [](S& s) {
        s.inputs.push_back({"c", "string", false});
    });
    row("input retyped", {{Kind::InputRetyped, "a", "double", "float"}}, true,
        [](S& s) { s.inputs[0].type = "float"; });
    row("input widened", {{Kind::InputWidened, "b", "integer", "long"}}, false,
        [](S& s) { s.inputs[1].type = "long"; });
    row("input now optional", {{Kind::InputNowOptional, "a", "", "double"}}, false,
        [](S& s) { s.inputs[0].required = false; });
    row("another order", {{Kind::InputsReordered, "", "", ""}}, false,
        [](S& s) { std::swap(s.inputs[0], s.inputs[1]); });
    row("output retyped", {{Kind::OutputRetyped, "0", "long", "double"}}, true,
        [](S& s) { s.outputs[0].type = "double"; });
    row("output added", {{Kind::OutputAdded, "1", "", "double"}}, true, [](S& s) {
        s.outputs.push_back({"", "double"});
    });
    row("param added", {{Kind::ParamAdded, "t", "", "float"}}, false, [](S& s) {
        s.params.push_back({"t", "float", true, "0.5"});
    });
    row("breaking ones first",
        {{Kind::InputRemoved, "a", "double", ""}, {Kind::InputWidened, "b", "integer", "double"}},
        true, [](S& s) {
            s.inputs.erase(s.inputs.begin());
            s.inputs[0].type = "double";
        });
    row("signature removed", {{Kind::SignatureRemoved, "", "", ""}}, true, [](S& s) { s = {}; });
    QTest::newRow("signature added")
        << domain::Signature{} << plain << Changes{{Kind::SignatureAdded, "", "", ""}} << false;
    domain::Signature optional = plain;
    optional.inputs[0].required = false;
    QTest::newRow("input now required")
        << optional << plain << Changes{{Kind::InputNowRequired, "a", "", "double"}} << true;
    domain::Signature with = plain;
    with.params = {{"t", "float", true, "0.5"}, {"u", "string", true, "x"}};
    domain::Signature other = plain;
    other.params = {{"t", "float", true, "0.7"}};
    QTest::newRow("params") << with << other
                            << Changes{{Kind::ParamRemoved, "u", "string", ""},
                                       {Kind::ParamDefault, "t", "0.5", "0.7"}}
                            << true;
}

void TestEvidence::signatures() {
    QFETCH(domain::Signature, before);
    QFETCH(domain::Signature, after);
    QFETCH(std::vector<SignatureChange>, changes);
    const std::vector<SignatureChange> found = compareSignatures(before, after);
    QCOMPARE(found, changes);
    const bool breaks = std::ranges::any_of(
        found, [](const SignatureChange& change) { return isBreaking(change.kind); });
    QTEST(breaks, "breaking");
}

void TestEvidence::datasets() {
    VersionFacts now = facts(7);
    VersionFacts before = facts(5);
    const auto input = [](const char* name, const char* digest, const char* context) {
        domain::DatasetInput one;
        one.dataset.name = name;
        one.dataset.digest = digest;
        one.tags = {{"mlflow.data.context", context}};
        return one;
    };
    now.datasets = {input("tx", "d2", "training"), input("tx", "e1", "test")};
    before.datasets = {input("tx", "d1", "training"), input("tx", "e1", "test")};
    const Evidence evidence = compare(now, &before);
    QCOMPARE(evidence.datasets.entries.size(), 2U);
    QCOMPARE(evidence.datasets.entries[0].context, std::string("training"));
    QCOMPARE(evidence.datasets.entries[0].candidate, stores::Held("d2"));
    QCOMPARE(evidence.datasets.entries[0].incumbent, stores::Held("d1"));
    QVERIFY(!evidence.datasets.entries[1].differs());
}

void TestEvidence::files_data() {
    using Files = std::vector<FileFacts>;
    QTest::addColumn<Files>("now");
    QTest::addColumn<Files>("before");
    QTest::addColumn<FileChange::Kind>("kind");
    using K = FileChange::Kind;
    QTest::newRow("same") << Files{{"m", 5, "aa"}} << Files{{"m", 5, "aa"}} << K::Same;
    QTest::newRow("other content") << Files{{"m", 5, "aa"}} << Files{{"m", 5, "bb"}} << K::Changed;
    QTest::newRow("other size") << Files{{"m", 5, "aa"}} << Files{{"m", 6, ""}} << K::Changed;
    QTest::newRow("content not here") << Files{{"m", 5, "aa"}} << Files{{"m", 5, ""}} << K::Unknown;
    QTest::newRow("size not known") << Files{{"m", 5, "aa"}} << Files{{"m", -1, ""}} << K::Unknown;
    QTest::newRow("added") << Files{{"m", 5, "aa"}} << Files{} << K::Added;
    QTest::newRow("removed") << Files{} << Files{{"m", 5, "aa"}} << K::Removed;
}

void TestEvidence::files() {
    QFETCH(std::vector<FileFacts>, now);
    QFETCH(std::vector<FileFacts>, before);
    VersionFacts candidate = facts(7);
    VersionFacts incumbent = facts(5);
    candidate.files = now;
    incumbent.files = before;
    const Evidence evidence = compare(candidate, &incumbent);
    QCOMPARE(evidence.files.entries.size(), 1U);
    QTEST(evidence.files.entries.front().kind, "kind");
}

void TestEvidence::gapsSayWhatIsNotKnown() {
    VersionFacts now = facts(7);
    now.params = {{"a", "1"}};
    now.files = {{"m", 5, "aa"}};
    now.signature.inputs = {{"a", "double"}};
    const Evidence first = compare(now, nullptr);
    QVERIFY(!first.incumbent);
    QCOMPARE(first.params.incumbentGap, Gap::NoIncumbent);
    QCOMPARE(first.tags.incumbentGap, Gap::NoIncumbent);
    QCOMPARE(first.params.entries.size(), 1U);
    QVERIFY(first.signature.entries.empty());
    VersionFacts before = facts(5);
    before.runGap = Gap::RunNotRead;
    before.filesGap = before.signatureGap = before.packagesGap = Gap::FilesNotHere;
    const Evidence second = compare(now, &before);
    QCOMPARE(second.metrics.incumbentGap, Gap::RunNotRead);
    QCOMPARE(second.datasets.incumbentGap, Gap::RunNotRead);
    QCOMPARE(second.signature.incumbentGap, Gap::FilesNotHere);
    // Nothing is added to what nobody knows.
    QCOMPARE(second.files.entries.front().kind, FileChange::Kind::Unknown);
    QVERIFY(second.signature.entries.empty());
    QCOMPARE(second.tags.incumbentGap, Gap::None);
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
