// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/cache.h"

#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace podium;
using base::ExperimentNo;
using base::Result;
using base::RunNo;
using base::SourceNo;
using cache::Cache;
using cache::Writer;
using domain::MetricPoint;

namespace {

constexpr base::Millis Now = 1'700'000'000'000;
constexpr double Infinity = std::numeric_limits<double>::infinity();

domain::Run everyField() {
    domain::Run run;
    run.runId = "0123456789abcdef";
    run.runName = "bold-ünïcødé-🦊\nsecond line";
    run.experimentId = "1";
    run.userId = "someone";
    run.status = domain::RunStatus::Killed;
    run.lifecycle = domain::Lifecycle::Deleted;
    run.startTime = -5;
    run.endTime = 0;
    run.artifactUri = "file:///somewhere/else";
    run.folder = ".trash/0123456789abcdef";
    run.params = {{"empty", ""}, {"lr", "0.1"}, {"with\nnewline", std::string("nul\0byte", 8)}};
    run.tags = {{"mlflow.parentRunId", "parent"}, {"note", std::string(100'000, 'n')}};
    run.datasetInputs = {{{"train", "abc", "local", "{\"uri\": \"x\"}", "", "{\"rows\": 3}"},
                          {{"mlflow.data.context", "training"}}}};
    run.modelInputs = {"m-1", "m-2"};
    run.modelOutputs = {{"m-3", std::numeric_limits<std::int64_t>::max()}};
    return run;
}

std::vector<MetricPoint> longHistory(std::size_t count) {
    std::vector<MetricPoint> points;
    for (std::size_t i = 0; i < count; ++i) {
        const double value = i % 97 == 0   ? std::nan("")
                             : i % 89 == 0 ? -Infinity
                                           : std::sin(static_cast<double>(i));
        points.push_back({value, Now + static_cast<std::int64_t>(i * i % 1000),
                          static_cast<std::int64_t>(i) - 50});
    }
    return points;
}

bool same(const std::vector<MetricPoint>& a, const std::vector<MetricPoint>& b) {
    return std::ranges::equal(a, b, [](const MetricPoint& x, const MetricPoint& y) {
        return std::bit_cast<std::uint64_t>(x.value) == std::bit_cast<std::uint64_t>(y.value) &&
               x.timestamp == y.timestamp && x.step == y.step;
    });
}

}  // namespace

class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runRoundTrip();
    void emptyRunRoundTrip();
    void historiesRoundTrip_data();
    void historiesRoundTrip();
    void replacedRunKeepsNothingOld();
    void addedTwiceStaysAsItIs();
    void experimentRoundTrip();
    void registryRoundTripAndReplace();
    void loggedModelsRoundTripAndReplace();
    void problemsAreReplacedPerRun();
    void vanishedIsMarkedAndComesBack();
    void removedSourceLeavesNothing();
    void sourceIsFoundByItsPlace();
    void namesAreThoseOfTheExperiments();

private:
    template <typename Work>
    void write(Work work) {
        const Result<void> done = m_cache->writer().run([&](Writer& writer) -> Result<void> {
            work(writer);
            return {};
        });
        QVERIFY(done.ok());
    }
    /// Stores a run and gives what the reader says of it.
    cache::RunDetails stored(domain::Run run, RunNo known = {}) {
        RunNo number;
        write([&](Writer& writer) {
            const auto encoded = cache::encodeRun(std::move(run), 77, writer.names());
            number = writer.putRun(m_experiment, known, encoded).value();
        });
        return m_cache->reader().value().run(number).value().value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    SourceNo m_source;
    ExperimentNo m_experiment;
};

void TestRecords::init() {
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = Cache::open(m_folder->filePath(QStringLiteral("c.db")).toStdString(), [] {
                  return Now;
              }).value();
    write([this](Writer& writer) {
        m_source = writer.addSource("filestore", "/a/mlruns", "/a/mlruns", "a/mlruns", Now).value();
        domain::Experiment experiment;
        experiment.experimentId = "1";
        experiment.name = "first";
        m_experiment = writer.putExperiment(m_source, experiment).value();
    });
}

void TestRecords::runRoundTrip() {
    const cache::RunDetails details = stored(everyField());
    const domain::Run want = everyField();
    const domain::Run& got = details.run;
    QCOMPARE(got.runId, want.runId);
    QCOMPARE(got.runName, want.runName);
    QCOMPARE(got.experimentId, want.experimentId);
    QCOMPARE(got.userId, want.userId);
    QVERIFY(got.status == want.status);
    QVERIFY(got.lifecycle == want.lifecycle);
    QCOMPARE(got.startTime, want.startTime);
    QCOMPARE(got.endTime, want.endTime);
    QCOMPARE(got.artifactUri, want.artifactUri);
    QCOMPARE(got.folder, want.folder);
    QVERIFY(got.params == want.params);
    QVERIFY(got.tags == want.tags);
    QCOMPARE(got.modelInputs, want.modelInputs);
    QCOMPARE(got.modelOutputs.size(), 1U);
    QCOMPARE(got.modelOutputs[0].modelId, want.modelOutputs[0].modelId);
    QCOMPARE(got.modelOutputs[0].step, want.modelOutputs[0].step);
    QCOMPARE(got.datasetInputs.size(), 1U);
    const domain::Dataset& dataset = got.datasetInputs[0].dataset;
    QCOMPARE(dataset.name, std::string("train"));
    QCOMPARE(dataset.digest, std::string("abc"));
    QCOMPARE(dataset.sourceType, std::string("local"));
    QCOMPARE(dataset.source, std::string("{\"uri\": \"x\"}"));
    QCOMPARE(dataset.schema, std::string());
    QCOMPARE(dataset.profile, std::string("{\"rows\": 3}"));
    QVERIFY(got.datasetInputs[0].tags == want.datasetInputs[0].tags);
    QCOMPARE(details.experimentName, std::string("first"));
    QCOMPARE(details.sourceRoot, std::string("/a/mlruns"));
    QCOMPARE(details.sourceNo, m_source);
    QVERIFY(!details.vanished);

    auto reader = m_cache->reader();
    int rows = 0;
    QVERIFY(reader.value()
                .runs(m_experiment, {},
                      [&](const cache::RunRow& row) {
                          ++rows;
                          QCOMPARE(std::string(row.parentId), std::string("parent"));
                          QCOMPARE(row.endTime, domain::OptionalMillis(0));
                          QVERIFY(row.deleted);
                      })
                .ok());
    QCOMPARE(rows, 1);
}

void TestRecords::emptyRunRoundTrip() {
    domain::Run run;
    run.runId = "x";
    const cache::RunDetails details = stored(std::move(run));
    QVERIFY(!details.run.startTime && !details.run.endTime);
    QVERIFY(details.run.params.empty() && details.metrics.empty());
    QVERIFY(m_cache->reader().value().histories(details.runNo).value().empty());
    QVERIFY(!m_cache->reader().value().run(RunNo{12345}).value().has_value());
}

void TestRecords::historiesRoundTrip_data() {
    QTest::addColumn<int>("points");
    for (const int points : {1, 2, 3, 255, 256, 257, 5000, 200'000})
        QTest::addRow("%d points", points) << points;
}

void TestRecords::historiesRoundTrip() {
    QFETCH(int, points);
    domain::Run run;
    run.runId = "x";
    run.metrics = {{"val/loss\n2", longHistory(static_cast<std::size_t>(points))},
                   {"a", {{std::nan(""), 1, 2}}},
                   {"b", {{Infinity, 1, 2}, {-0.0, 0, -9}}},
                   {"never logged", {}}};
    const std::vector<domain::Metric> want = run.metrics;
    const cache::RunDetails details = stored(std::move(run));
    auto reader = m_cache->reader();
    const auto all = reader.value().histories(details.runNo);
    QCOMPARE(all.value().size(), 3U);
    for (const domain::Metric& metric : all.value()) {
        const auto original = std::ranges::find(want, metric.key, &domain::Metric::key);
        QVERIFY(original != want.end());
        QVERIFY(same(metric.points, original->points));
        const auto number = reader.value().nameNumber(metric.key);
        const auto alone =
            series::unpack(reader.value().history(details.runNo, number.value()).value());
        QVERIFY(same(alone.value(), original->points));
    }
    QCOMPARE(details.metrics.size(), 3U);
    QCOMPARE(details.metrics[0].key, std::string("a"));
    QVERIFY(std::isnan(details.metrics[0].reductions.last.value));
    QCOMPARE(details.metrics[1].reductions.last.value, Infinity);
    QCOMPARE(details.metrics[2].reductions.count, static_cast<std::uint64_t>(points));
    QCOMPARE(reader.value().history(details.runNo, 99'999).value(), std::string());
}

void TestRecords::replacedRunKeepsNothingOld() {
    domain::Run first = everyField();
    first.metrics = {{"long", longHistory(5000)}, {"short", longHistory(20)}, {"one", {{1, 2, 3}}}};
    const cache::RunDetails before = stored(std::move(first));
    domain::Run second;
    second.runId = before.run.runId;
    second.params = {{"lr", "0.2"}};
    second.metrics = {{"long", {{5, 6, 7}}}};
    const cache::RunDetails after = stored(std::move(second), before.runNo);
    QCOMPARE(after.runNo, before.runNo);
    QCOMPARE(after.run.params.size(), 1U);
    QVERIFY(after.run.tags.empty() && after.run.datasetInputs.empty());
    QVERIFY(!after.run.startTime);
    const auto histories = m_cache->reader().value().histories(after.runNo);
    QCOMPARE(histories.value().size(), 1U);
    QCOMPARE(histories.value()[0].points.size(), 1U);
    QCOMPARE(m_cache->reader().value().findRun(m_source, after.run.runId).value().size(), 1U);
}

void TestRecords::addedTwiceStaysAsItIs() {
    const cache::RunDetails first = stored(everyField());
    write([&](Writer& writer) {
        domain::Run again;
        again.runId = first.run.runId;
        const auto encoded = cache::encodeRun(std::move(again), 1, writer.names());
        QVERIFY(!writer.putRun(m_experiment, {}, encoded).value().valid());
    });
    const auto details = m_cache->reader().value().run(first.runNo);
    QCOMPARE(details.value()->run.runName, everyField().runName);
    QCOMPARE(details.value()->run.params.size(), 3U);
}

void TestRecords::experimentRoundTrip() {
    domain::Experiment experiment;
    experiment.experimentId = "2";
    experiment.name = "zwei\n✨";
    experiment.lifecycle = domain::Lifecycle::Deleted;
    experiment.artifactLocation = "s3://bucket/2";
    experiment.creationTime = 0;
    experiment.tags = {{"a", "1"}, {"b\"", "\\"}};
    experiment.folder = ".trash/2";
    ExperimentNo number;
    write([&](Writer& writer) { number = writer.putExperiment(m_source, experiment).value(); });
    const auto rows = m_cache->reader().value().experiments(m_source);
    QCOMPARE(rows.value().size(), 2U);
    const cache::ExperimentRow& row = rows.value()[1];
    QCOMPARE(row.experimentNo, number);
    QCOMPARE(row.experiment.name, experiment.name);
    QVERIFY(row.experiment.lifecycle == domain::Lifecycle::Deleted);
    QCOMPARE(row.experiment.artifactLocation, experiment.artifactLocation);
    QCOMPARE(row.experiment.creationTime, domain::OptionalMillis(0));
    QVERIFY(!row.experiment.lastUpdateTime);
    QVERIFY(row.experiment.tags == experiment.tags);
    QCOMPARE(row.experiment.folder, experiment.folder);
    // Put again: the same number with the new values.
    experiment.name = "renamed";
    write([&](Writer& writer) {
        QCOMPARE(writer.putExperiment(m_source, experiment).value(), number);
    });
    QCOMPARE(m_cache->reader().value().experiments(m_source).value()[1].experiment.name,
             std::string("renamed"));
}

void TestRecords::registryRoundTripAndReplace() {
    domain::RegisteredModel model;
    model.name = "m";
    model.description = "text";
    model.creationTime = 5;
    model.tags = {{"mlflow.prompt.is_prompt", "true"}};
    model.aliases = {{"champion", 2}};
    domain::ModelVersion version;
    version.name = "m";
    version.version = 2;
    version.stage = "Production";
    version.description = "d";
    version.runId = "r";
    version.runLink = "l";
    version.source = "s";
    version.storageLocation = "loc";
    version.status = "READY";
    version.statusMessage = "sm";
    version.userId = "u";
    version.modelId = "m-1";
    version.creationTime = 6;
    version.tags = {{"k", "v"}};
    domain::ModelVersion tenth = version;
    tenth.version = 10;
    write([&](Writer& writer) {
        const std::vector<domain::ModelVersion> versions = {version, tenth};
        QVERIFY(writer.putRegistry(m_source, std::span(&model, 1), versions).ok());
    });
    const auto models = m_cache->reader().value().registeredModels(m_source);
    QCOMPARE(models.value().size(), 1U);
    QVERIFY(models.value()[0].isPrompt());
    QCOMPARE(models.value()[0].aliases[0].version, 2);
    QVERIFY(!models.value()[0].lastUpdateTime);
    const auto versions = m_cache->reader().value().modelVersions(m_source, "m");
    QCOMPARE(versions.value().size(), 2U);
    QCOMPARE(versions.value()[0].version, 10);
    const domain::ModelVersion& got = versions.value()[1];
    QCOMPARE(got.stage, version.stage);
    QCOMPARE(got.description, version.description);
    QCOMPARE(got.runId, version.runId);
    QCOMPARE(got.runLink, version.runLink);
    QCOMPARE(got.source, version.source);
    QCOMPARE(got.storageLocation, version.storageLocation);
    QCOMPARE(got.status, version.status);
    QCOMPARE(got.statusMessage, version.statusMessage);
    QCOMPARE(got.userId, version.userId);
    QCOMPARE(got.modelId, version.modelId);
    QCOMPARE(got.creationTime, version.creationTime);
    QVERIFY(got.tags == version.tags);
    QVERIFY(m_cache->reader().value().modelVersions(m_source, "other").value().empty());
    write([&](Writer& writer) { QVERIFY(writer.putRegistry(m_source, {}, {}).ok()); });
    QVERIFY(m_cache->reader().value().registeredModels(m_source).value().empty());
    QVERIFY(m_cache->reader().value().modelVersions(m_source, "").value().empty());
}

void TestRecords::loggedModelsRoundTripAndReplace() {
    domain::LoggedModel model;
    model.modelId = "m-1";
    model.name = "net";
    model.experimentId = "1";
    model.status = domain::LoggedModelStatus::Ready;
    model.statusMessage = "sm";
    model.modelType = "t";
    model.sourceRunId = "r";
    model.artifactLocation = "a";
    model.creationTime = 1;
    model.params = {{"p", "1"}};
    model.tags = {{"t", "2"}};
    model.metrics = {{"acc", {std::nan(""), 3, -4}, "r", "set", "digest"},
                     {"acc", {-Infinity, 3, 5}, "r", "", ""}};
    model.lifecycle = domain::Lifecycle::Deleted;
    model.folder = "1/models/m-1";
    write([&](Writer& writer) {
        QVERIFY(writer.putLoggedModels(m_source, std::span(&model, 1)).ok());
    });
    const auto models = m_cache->reader().value().loggedModels(m_source);
    QCOMPARE(models.value().size(), 1U);
    const domain::LoggedModel& got = models.value()[0];
    QCOMPARE(got.modelId, model.modelId);
    QCOMPARE(got.name, model.name);
    QCOMPARE(got.experimentId, model.experimentId);
    QVERIFY(got.status == model.status);
    QCOMPARE(got.statusMessage, model.statusMessage);
    QCOMPARE(got.modelType, model.modelType);
    QCOMPARE(got.sourceRunId, model.sourceRunId);
    QCOMPARE(got.artifactLocation, model.artifactLocation);
    QCOMPARE(got.creationTime, model.creationTime);
    QVERIFY(!got.lastUpdateTime);
    QVERIFY(got.params == model.params && got.tags == model.tags);
    QVERIFY(got.lifecycle == model.lifecycle);
    QCOMPARE(got.folder, model.folder);
    QCOMPARE(got.metrics.size(), 2U);
    QVERIFY(std::isnan(got.metrics[0].point.value));
    QCOMPARE(got.metrics[0].point.step, -4);
    QCOMPARE(got.metrics[0].datasetName, std::string("set"));
    QCOMPARE(got.metrics[1].point.value, -Infinity);
    write([&](Writer& writer) { QVERIFY(writer.putLoggedModels(m_source, {}).ok()); });
    QVERIFY(m_cache->reader().value().loggedModels(m_source).value().empty());
}

void TestRecords::problemsAreReplacedPerRun() {
    const domain::Problem broken{{base::ErrorCode::MetaInvalid, {"1/r/meta.yaml", "why"}},
                                 "1/r/meta.yaml"};
    const domain::Problem line{{base::ErrorCode::MetricLineInvalid, {"m", "3", "x"}}, "1/r/m"};
    const cache::StoredProblem ofStore{{{base::ErrorCode::NestedStore, {"sub"}}, "sub"}, "", ""};
    const auto problems = [&] { return m_cache->reader().value().problems(m_source).value(); };
    write([&](Writer& writer) {
        const std::vector<domain::Problem> both = {broken, line};
        QVERIFY(writer.putRunProblems(m_source, "1", "r", both).ok());
        QVERIFY(writer.putRunProblems(m_source, "1", "other", both).ok());
        QVERIFY(writer.putStoreProblems(m_source, std::span(&ofStore, 1)).ok());
    });
    QCOMPARE(problems().size(), 5U);
    write([&](Writer& writer) {
        QVERIFY(writer.putRunProblems(m_source, "1", "r", std::span(&line, 1)).ok());
        QVERIFY(writer.putStoreProblems(m_source, {}).ok());
    });
    QCOMPARE(problems().size(), 3U);
    write([&](Writer& writer) { QVERIFY(writer.putRunProblems(m_source, "1", "other", {}).ok()); });
    QCOMPARE(problems().size(), 1U);
    QVERIFY(problems()[0].problem == line);
    QCOMPARE(problems()[0].runId, std::string("r"));
    QCOMPARE(m_cache->reader().value().sources().value()[0].problems, 1);
}

void TestRecords::vanishedIsMarkedAndComesBack() {
    const cache::RunDetails details = stored(everyField());
    const RunNo run = details.runNo;
    write([&](Writer& writer) {
        QVERIFY(writer.setVanished(std::span(&run, 1), Now).ok());
        QVERIFY(writer.setVanishedExperiments(m_source, {}, Now).ok());
        QVERIFY(writer.knownRuns(m_source).value()[0].vanished);
    });
    QVERIFY(m_cache->reader().value().run(run).value()->vanished);
    QVERIFY(m_cache->reader().value().experiments(m_source).value()[0].vanished);
    const cache::RunDetails back = stored(everyField(), run);
    QVERIFY(!back.vanished);
    write([&](Writer& writer) {
        domain::Experiment experiment;
        experiment.experimentId = "1";
        QVERIFY(writer.putExperiment(m_source, experiment).ok());
    });
    QVERIFY(!m_cache->reader().value().experiments(m_source).value()[0].vanished);
}

void TestRecords::removedSourceLeavesNothing() {
    domain::Run run = everyField();
    run.metrics = {{"long", longHistory(5000)}};
    stored(std::move(run));
    write([&](Writer& writer) {
        const domain::Problem problem{{base::ErrorCode::MetaEmpty, {"x"}}, "x"};
        QVERIFY(writer.putRunProblems(m_source, "1", "r", std::span(&problem, 1)).ok());
        QVERIFY(writer.removeSource(m_source).ok());
    });
    auto raw = sql::Database::open(m_cache->file(), sql::OpenMode::ReadOnly);
    for (const char* table : {"source", "experiment", "run", "run_metrics", "run_texts",
                              "run_history", "series", "problem", "experiment_name"}) {
        const auto count = raw.value().number(std::string("SELECT count(*) FROM ") + table);
        QVERIFY2(count.value() == 0, table);
    }
}

void TestRecords::sourceIsFoundByItsPlace() {
    write([&](Writer& writer) {
        QCOMPARE(writer.addSource("filestore", "/a/mlruns", "/a/mlruns", "t", Now).value(),
                 m_source);
        QVERIFY(writer.setSynced(m_source, 42).ok());
    });
    const auto found = m_cache->reader().value().sourceAt("/a/mlruns");
    QCOMPARE(found.value()->sourceNo, m_source);
    QCOMPARE(found.value()->title, std::string("a/mlruns"));
    QCOMPARE(found.value()->syncedAt, domain::OptionalMillis(42));
    QVERIFY(!m_cache->reader().value().sourceAt("/b").value().has_value());
}

void TestRecords::namesAreThoseOfTheExperiments() {
    domain::Run run = everyField();
    run.metrics = {{"loss", {{1, 2, 3}}}};
    stored(std::move(run));
    ExperimentNo second;
    write([&](Writer& writer) {
        domain::Experiment experiment;
        experiment.experimentId = "2";
        second = writer.putExperiment(m_source, experiment).value();
        domain::Run other;
        other.runId = "o";
        other.params = {{"lr", "1"}, {"alpha", "2"}};
        QVERIFY(
            writer.putRun(second, {}, cache::encodeRun(std::move(other), 1, writer.names())).ok());
    });
    auto reader = m_cache->reader();
    const auto texts = [&](std::vector<ExperimentNo> experiments, cache::NameKind kind) {
        QStringList list;
        const auto rows = reader.value().names(experiments, kind);
        for (const cache::NameRow& row : rows.value())
            list << QString::fromStdString(row.name);
        return list.join(u'|');
    };
    QCOMPARE(texts({m_experiment}, cache::NameKind::Metric), QStringLiteral("loss"));
    QCOMPARE(texts({m_experiment}, cache::NameKind::Param),
             QStringLiteral("empty|lr|with\nnewline"));
    QCOMPARE(texts({second}, cache::NameKind::Param), QStringLiteral("alpha|lr"));
    QCOMPARE(texts({m_experiment, second}, cache::NameKind::Param),
             QStringLiteral("alpha|empty|lr|with\nnewline"));
    QCOMPARE(texts({second}, cache::NameKind::Metric), QString());
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
