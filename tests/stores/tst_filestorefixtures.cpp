// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/fixtures.h"
#include "tests/support/tree.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>
#include <map>
#include <memory>

using namespace podium;
using tests::Fixture;
using tests::RecordingSink;

namespace {

// MLflow 3.x shows step 0 for every observation that was logged with a dataset, though the file
// holds its step; here it is the step that was logged. Run, metric.
const QString StepsIgnoredByMlflow = QStringLiteral("b5c0c740f1dd48fe999aaf2c3b193a1c accuracy");

QString text(const std::string& bytes) {
    return QString::fromStdString(bytes);
}

/// A value as MLflow's answers spell it.
QString number(double value) {
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    return QString::number(value, 'g', 17);
}

QString number(const QJsonValue& value) {
    return value.isString() ? value.toString() : number(value.toDouble());
}

/// MLflow's tags come as a map or as a list of {key, value}.
QStringList pairs(const QJsonValue& value) {
    QStringList list;
    const QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        list << it.key() + QLatin1Char('=') + it.value().toString();
    for (const QJsonValue& entry : value.toArray())
        list << entry[QLatin1String("key")].toString() + QLatin1Char('=') +
                    entry[QLatin1String("value")].toString();
    list.sort();
    return list;
}

QStringList pairs(const std::vector<domain::KeyValue>& values) {
    QStringList list;
    for (const auto& [key, value] : values)
        list << text(key) + QLatin1Char('=') + text(value);
    list.sort();
    return list;
}

QString statusOf(const QJsonValue& status) {
    return status.isString()
               ? status.toString()
               : QString::fromUtf8(
                     statusName(static_cast<domain::RunStatus>(status.toInt())).data());
}

}  // namespace

class FileStoreFixturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void experiments();
    void runs();
    void latestMetrics();
    void metricHistory();
    void inputsAndOutputs();
    void loggedModels();
    void registry();
    void noProblems();
    void progressCounts();
    void nothingIsTouched();

private:
    std::map<QString, std::unique_ptr<Fixture>> m_fixtures;
    const Fixture* m_fixture = nullptr;
    QJsonObject m_expected;
    RecordingSink m_sink;
    base::Progress m_progress;
};

void FileStoreFixturesTest::initTestCase_data() {
    QTest::addColumn<QString>("fixture");
    for (const char* name : {"filestore-1.26", "filestore-2.17", "filestore-3.11"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void FileStoreFixturesTest::init() {
    QFETCH_GLOBAL(QString, fixture);
    if (m_fixtures.count(fixture) == 0)  // unpacking takes longer than all that is tested
        m_fixtures[fixture] = std::make_unique<Fixture>(fixture);
    m_fixture = m_fixtures[fixture].get();
    QVERIFY2(m_fixture->ok(), qPrintable(m_fixture->error()));
    m_expected = m_fixture->expected();
    QVERIFY(!m_expected.isEmpty());
    m_sink.startAnew();
    m_sink.fingerprints.clear();
    m_progress.done = 0;
    m_progress.files = 0;
    const auto store = stores::FileStore::open(m_fixture->mlruns());
    QVERIFY(store.ok());
    const auto result = store.value()->read({}, m_sink, m_sink, m_progress, {});
    QVERIFY(result.ok());
    QVERIFY(m_sink.inOrder);
}

void FileStoreFixturesTest::experiments() {
    const QJsonArray all = m_expected[QLatin1String("experiments")][QLatin1String("ALL")].toArray();
    QCOMPARE(static_cast<qsizetype>(m_sink.experiments.size()), all.size());
    for (const QJsonValue& wanted : all) {
        const auto& got =
            m_sink.experiments.at(wanted[QLatin1String("experiment_id")].toString().toStdString());
        QCOMPARE(text(got.name), wanted[QLatin1String("name")].toString());
        QCOMPARE(QString::fromUtf8(lifecycleName(got.lifecycle).data()),
                 wanted[QLatin1String("lifecycle_stage")].toString());
        QCOMPARE(text(got.artifactLocation), wanted[QLatin1String("artifact_location")].toString());
        QCOMPARE(got.creationTime.value_or(0), wanted[QLatin1String("creation_time")].toInteger());
        QCOMPARE(got.lastUpdateTime.value_or(0),
                 wanted[QLatin1String("last_update_time")].toInteger());
        QCOMPARE(pairs(got.tags), pairs(wanted[QLatin1String("tags")]));
    }
}

void FileStoreFixturesTest::runs() {
    const QJsonObject all = m_expected[QLatin1String("runs")].toObject();
    QCOMPARE(static_cast<qsizetype>(m_sink.runs.size()), all.size());
    for (auto it = all.begin(); it != all.end(); ++it) {
        const domain::Run& got = m_sink.runs.at(it.key().toStdString());
        const QJsonValue info = it.value()[QLatin1String("info")];
        const QJsonValue data = it.value()[QLatin1String("data")];
        QCOMPARE(text(got.experimentId), info[QLatin1String("experiment_id")].toString());
        QCOMPARE(QString::fromUtf8(statusName(got.status).data()),
                 statusOf(info[QLatin1String("status")]));
        QCOMPARE(QString::fromUtf8(lifecycleName(got.lifecycle).data()),
                 info[QLatin1String("lifecycle_stage")].toString());
        QCOMPARE(got.startTime.value_or(0), info[QLatin1String("start_time")].toInteger());
        QCOMPARE(got.endTime.value_or(0), info[QLatin1String("end_time")].toInteger());
        QCOMPARE(text(got.userId), info[QLatin1String("user_id")].toString());
        QCOMPARE(text(got.artifactUri), info[QLatin1String("artifact_uri")].toString());
        QCOMPARE(pairs(got.params), pairs(data[QLatin1String("params")]));
        QCOMPARE(pairs(got.tags), pairs(data[QLatin1String("tags")]));
        QString name = info[QLatin1String("run_name")].toString();
        if (name.isEmpty())
            name = data[QLatin1String("tags")][QLatin1String("mlflow.runName")].toString();
        QCOMPARE(text(got.runName), name);
    }
}

void FileStoreFixturesTest::latestMetrics() {
    const QJsonObject all = m_expected[QLatin1String("runs")].toObject();
    int compared = 0;
    for (auto it = all.begin(); it != all.end(); ++it) {
        const domain::Run& got = m_sink.runs.at(it.key().toStdString());
        const QJsonObject wanted =
            it.value()[QLatin1String("data")][QLatin1String("metrics")].toObject();
        QCOMPARE(static_cast<qsizetype>(got.metrics.size()), wanted.size());
        for (const domain::Metric& metric : got.metrics) {
            domain::MetricPoint latest = metric.points.front();
            for (const auto& point : metric.points) {
                if (isLater(point, latest))
                    latest = point;
            }
            QCOMPARE(number(latest.value), number(wanted[text(metric.key)]));
            ++compared;
        }
    }
    QVERIFY(compared > 30);
}

void FileStoreFixturesTest::metricHistory() {
    const QJsonObject all = m_expected[QLatin1String("metric_history")].toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const domain::Run& got = m_sink.runs.at(it.key().toStdString());
        QCOMPARE(static_cast<qsizetype>(got.metrics.size()), it.value().toObject().size());
        for (const domain::Metric& metric : got.metrics) {
            const QJsonArray wanted = it.value()[text(metric.key)].toArray();
            const bool stepsIgnored =
                it.key() + QLatin1Char(' ') + text(metric.key) == StepsIgnoredByMlflow;
            QCOMPARE(static_cast<qsizetype>(metric.points.size()), wanted.size());
            for (qsizetype i = 0; i < wanted.size(); ++i) {
                const auto& point = metric.points[static_cast<std::size_t>(i)];
                QCOMPARE(number(point.value), number(wanted[i][0]));
                QCOMPARE(point.timestamp, wanted[i][1].toInteger());
                QCOMPARE(point.step, stepsIgnored ? i : wanted[i][2].toInteger());
            }
        }
    }
}

void FileStoreFixturesTest::inputsAndOutputs() {
    const QJsonObject all = m_expected[QLatin1String("runs")].toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const domain::Run& got = m_sink.runs.at(it.key().toStdString());
        QStringList wanted;
        const QJsonValue inputs = it.value()[QLatin1String("inputs")];
        for (const QJsonValue& input : inputs[QLatin1String("dataset_inputs")].toArray()) {
            const QJsonValue set = input[QLatin1String("dataset")];
            for (const char* field :
                 {"name", "digest", "source_type", "source", "schema", "profile"})
                wanted << set[QLatin1String(field)].toString();
            wanted << pairs(input[QLatin1String("tags")]);
        }
        QStringList given;
        for (const auto& [set, tags] : got.datasetInputs) {
            for (const std::string* field :
                 {&set.name, &set.digest, &set.sourceType, &set.source, &set.schema, &set.profile})
                given << text(*field);
            given << pairs(tags);
        }
        wanted.sort();
        given.sort();
        QCOMPARE(given, wanted);
        QStringList models;
        for (const QJsonValue& model : inputs[QLatin1String("model_inputs")].toArray())
            models << model[QLatin1String("model_id")].toString();
        const QJsonValue outputs = it.value()[QLatin1String("outputs")];
        for (const QJsonValue& model : outputs[QLatin1String("model_outputs")].toArray())
            models << model[QLatin1String("model_id")].toString() + QLatin1Char('@') +
                          QString::number(model[QLatin1String("step")].toInteger());
        QStringList gotModels;
        for (const std::string& id : got.modelInputs)
            gotModels << text(id);
        for (const auto& output : got.modelOutputs)
            gotModels << text(output.modelId) + QLatin1Char('@') + QString::number(output.step);
        QCOMPARE(gotModels, models);
    }
}

void FileStoreFixturesTest::loggedModels() {
    const QJsonArray all = m_expected[QLatin1String("logged_models")].toArray();
    qsizetype active = 0;
    for (const auto& [id, model] : m_sink.loggedModels)
        active += model.lifecycle == domain::Lifecycle::Active ? 1 : 0;
    QCOMPARE(active, all.size());  // MLflow does not list deleted ones
    for (const QJsonValue& wanted : all) {
        const auto& got =
            m_sink.loggedModels.at(wanted[QLatin1String("model_id")].toString().toStdString());
        QCOMPARE(text(got.name), wanted[QLatin1String("name")].toString());
        QCOMPARE(text(got.experimentId), wanted[QLatin1String("experiment_id")].toString());
        QCOMPARE(static_cast<int>(got.status), wanted[QLatin1String("status")].toInt());
        QCOMPARE(text(got.sourceRunId), wanted[QLatin1String("source_run_id")].toString());
        QCOMPARE(got.creationTime.value_or(0),
                 wanted[QLatin1String("creation_timestamp")].toInteger());
        QCOMPARE(pairs(got.params), pairs(wanted[QLatin1String("params")]));
        QCOMPARE(pairs(got.tags), pairs(wanted[QLatin1String("tags")]));
        QStringList wantedMetrics;
        for (const QJsonValue& m : wanted[QLatin1String("metrics")].toArray())
            wantedMetrics << QStringList{m[QLatin1String("key")].toString(),
                                         number(m[QLatin1String("value")]),
                                         QString::number(m[QLatin1String("step")].toInteger()),
                                         QString::number(m[QLatin1String("timestamp")].toInteger()),
                                         m[QLatin1String("run_id")].toString(),
                                         m[QLatin1String("dataset_name")].toString(),
                                         m[QLatin1String("dataset_digest")].toString()}
                                 .join(QLatin1Char(' '));
        QStringList metrics;
        for (const auto& m : got.metrics)
            metrics << QStringList{text(m.key),
                                   number(m.point.value),
                                   QString::number(m.point.step),
                                   QString::number(m.point.timestamp),
                                   text(m.runId),
                                   text(m.datasetName),
                                   text(m.datasetDigest)}
                           .join(QLatin1Char(' '));
        wantedMetrics.sort();
        metrics.sort();
        QCOMPARE(metrics, wantedMetrics);
    }
}

void FileStoreFixturesTest::registry() {
    // Prompts are registered models here; MLflow lists them apart.
    const QJsonArray prompts = m_expected[QLatin1String("prompts")].toArray();
    const QJsonArray models = m_expected[QLatin1String("registered_models")].toArray();
    QCOMPARE(static_cast<qsizetype>(m_sink.registeredModels.size()),
             models.size() + prompts.size());
    const QJsonValue aliases = m_expected[QLatin1String("aliases")];
    for (const QJsonValue& wanted : models) {
        const QString name = wanted[QLatin1String("name")].toString();
        const auto& got = m_sink.registeredModels.at(name.toStdString());
        QVERIFY(!got.isPrompt());
        QCOMPARE(text(got.description), wanted[QLatin1String("description")].toString());
        QCOMPARE(got.creationTime.value_or(0),
                 wanted[QLatin1String("creation_timestamp")].toInteger());
        QCOMPARE(got.lastUpdateTime.value_or(0),
                 wanted[QLatin1String("last_updated_timestamp")].toInteger());
        QCOMPARE(pairs(got.tags), pairs(wanted[QLatin1String("tags")]));
        QStringList gotAliases;
        for (const auto& [alias, version] : got.aliases)
            gotAliases << text(alias) + QLatin1Char('=') + QString::number(version);
        QCOMPARE(gotAliases, pairs(aliases[name]));
    }
    for (const QJsonValue& wanted : prompts)
        QVERIFY(m_sink.registeredModels.at(wanted[QLatin1String("name")].toString().toStdString())
                    .isPrompt());
    qsizetype versions = 0;
    for (const auto& [key, version] : m_sink.versions)
        versions += m_sink.registeredModels.at(version.name).isPrompt() ? 0 : 1;
    const QJsonArray wantedVersions = m_expected[QLatin1String("model_versions")].toArray();
    QCOMPARE(versions, wantedVersions.size());
    for (const QJsonValue& wanted : wantedVersions) {
        const QString key = QStringLiteral("%1 v%2")
                                .arg(wanted[QLatin1String("name")].toString())
                                .arg(wanted[QLatin1String("version")].toVariant().toString());
        const auto& got = m_sink.versions.at(key.toStdString());
        QCOMPARE(text(got.stage), wanted[QLatin1String("current_stage")].toString());
        QCOMPARE(text(got.description), wanted[QLatin1String("description")].toString());
        QCOMPARE(text(got.status), wanted[QLatin1String("status")].toString());
        QCOMPARE(text(got.statusMessage), wanted[QLatin1String("status_message")].toString());
        QCOMPARE(text(got.runId), wanted[QLatin1String("run_id")].toString());
        QCOMPARE(text(got.source), wanted[QLatin1String("source")].toString());
        QCOMPARE(got.creationTime.value_or(0),
                 wanted[QLatin1String("creation_timestamp")].toInteger());
        QCOMPARE(got.lastUpdateTime.value_or(0),
                 wanted[QLatin1String("last_updated_timestamp")].toInteger());
        QCOMPARE(pairs(got.tags), pairs(wanted[QLatin1String("tags")]));
    }
}

void FileStoreFixturesTest::noProblems() {
    QStringList said;
    for (const std::string& line : m_sink.problemLines())
        said << text(line);
    QCOMPARE(said.join(QLatin1Char('\n')), QString());
}

void FileStoreFixturesTest::progressCounts() {
    QCOMPARE(m_progress.done.load(), m_progress.total.load());
    QCOMPARE(static_cast<std::size_t>(m_progress.total.load()), m_sink.runs.size());
    QVERIFY(m_progress.files.load() > 200);
    QVERIFY(m_progress.bytes.load() > 10'000);
}

void FileStoreFixturesTest::nothingIsTouched() {
    const std::string before = tests::treeState(m_fixture->mlruns());
    auto store = stores::FileStore::open(m_fixture->mlruns());
    QVERIFY(store.ok());
    m_sink.startAnew();
    QVERIFY(store.value()->read({}, m_sink, m_sink, m_progress, {}).ok());
    QVERIFY(m_sink.read.empty());
    QVERIFY(!m_sink.unchanged.empty());
    stores::ReadRequest request;
    request.full = true;
    QVERIFY(store.value()->read(request, m_sink, m_sink, m_progress, {}).ok());
    QVERIFY(!m_sink.read.empty());
    const auto watcher = store.value()->watch({m_sink.runs.begin()->second.folder});
    (void)watcher->wait(1, {});
    QVERIFY(tests::treeState(m_fixture->mlruns()) == before);
}

QTEST_GUILESS_MAIN(FileStoreFixturesTest)
#include "tst_filestorefixtures.moc"
