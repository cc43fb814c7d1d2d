// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

void write(const QString& path, const QByteArray& content) {
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

}  // namespace

/// Runs the real program on small stores.
class TestCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void helpAndVersion_data();
    void helpAndVersion();
    void wrongUsage_data();
    void wrongUsage();
    void badSources_data();
    void badSources();
    void unreachableServers_data();
    void unreachableServers();
    void needsNoDisplay();
    void syncTellsFigures();
    void sourceFromTheEnvironment();
    void runsFilterOrderLimit();
    void formats_data();
    void formats();
    void batch();
    void history();
    void artifactsAreListedAndCopied();
    void artifactsOfAVersion_data();
    void artifactsOfAVersion();
    void problemsGiveExitCodeOne();
    void dumpIsADocument();
    void vanishedRunsAreNotShown();
    void failedWriteIsTold();
    void interruptLeavesAConsistentCache();

private:
    [[nodiscard]] QString path(const char* name) const {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] QString store() const { return path("mlruns"); }
    void addExperiment(const QByteArray& id, const QByteArray& name) const {
        write(store() + u'/' + QString::fromUtf8(id) + QStringLiteral("/meta.yaml"),
              "artifact_location: /nowhere\nexperiment_id: '" + id +
                  "'\nlifecycle_stage: active\nname: " + name + "\n");
    }
    void addRun(const QByteArray& experiment, const QByteArray& id, int number) const {
        const QString folder =
            store() + u'/' + QString::fromUtf8(experiment) + u'/' + QString::fromUtf8(id);
        const QByteArray start = QByteArray::number(1'700'000'000'000 + number);
        write(folder + QStringLiteral("/meta.yaml"),
              "artifact_uri: /nowhere/" + id + "/artifacts\nend_time: " + start +
                  "\nexperiment_id: '" + experiment + "'\nlifecycle_stage: active\nrun_id: " + id +
                  "\nrun_name: run-" + QByteArray::number(number) + "\nrun_uuid: " + id +
                  "\nstart_time: " + start + "\nstatus: 3\ntags: []\nuser_id: me\n");
        write(folder + QStringLiteral("/params/lr"), "0." + QByteArray::number(number));
        write(folder + QStringLiteral("/tags/note"), "a|b, \"c\"");
        write(folder + QStringLiteral("/metrics/loss"),
              start + " " + QByteArray::number(10 - number) + " 0\n" + start + " 0.5 1\n");
        write(folder + QStringLiteral("/artifacts/model/weights.bin"), QByteArray(1000, 'w'));
    }
    [[nodiscard]] Answer podium(QStringList arguments, const QByteArray& input = {}) const {
        QProcess process;
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(path("."));
        process.start(QStringLiteral(PODIUM_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    static QStringList words(const char* text) {
        return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

void TestCli::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(QStringLiteral("MLFLOW_TRACKING_URI"));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    addExperiment("1", "first");
    addExperiment("2", "second");
    addRun("1", "aaaa1", 1);
    addRun("1", "aaaa2", 2);
    addRun("2", "bbbb3", 3);
}

void TestCli::helpAndVersion_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("has");
    QTest::newRow("version") << words("--version") << QStringLiteral("podium 0.");
    QTest::newRow("help") << words("--help") << QStringLiteral("Commands:");
    for (const char* command :
         {"sync", "dump", "runs", "history", "artifacts", "models", "problems"})
        QTest::newRow(command) << QStringList{QString::fromUtf8(command), QStringLiteral("--help")}
                               << QStringLiteral("--cache <FILE>");
}

void TestCli::helpAndVersion() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, has);
    const Answer answer = podium(arguments);
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains(has), qPrintable(answer.out));
    QCOMPARE(answer.err, QString());
    QVERIFY(!QFile::exists(path("data")));
}

void TestCli::wrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << words("sync mlruns --bogus");
    QTest::newRow("too many") << words("sync mlruns more");
    QTest::newRow("missing arguments") << words("history");
    QTest::newRow("missing one") << words("artifacts");
    QTest::newRow("option without its value") << words("runs mlruns --filter");
    QTest::newRow("unknown format") << words("runs mlruns --format docx");
    QTest::newRow("limit that is none") << words("runs mlruns --limit many");
    QTest::newRow("filter that can't be read") << words("runs mlruns --filter metrics.x=");
    QTest::newRow("order that can't be read") << words("runs mlruns --order-by foo.bar");
    QTest::newRow("column that does not exist") << words("runs mlruns --columns run_id,foo.bar");
    QTest::newRow("unknown experiment") << words("runs mlruns --experiment third");
    QTest::newRow("unknown run") << words("history mlruns cccc loss");
    QTest::newRow("ambiguous run") << words("history mlruns aaaa loss");
    QTest::newRow("unknown metric") << words("history mlruns aaaa1 accuracy");
    QTest::newRow("unknown model") << words("models mlruns net");
}

void TestCli::wrongUsage() {
    QFETCH(QStringList, arguments);
    const Answer answer = podium(arguments);
    QVERIFY2(answer.code == 2, qPrintable(answer.err));
    QVERIFY2(answer.err.startsWith(QStringLiteral("podium: ")), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
}

void TestCli::badSources_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("content");  // null: nothing is made
    QTest::newRow("missing") << QStringLiteral("nowhere") << QByteArray();
    QTest::newRow("a file") << QStringLiteral("notes.txt") << QByteArray("hello");
    QTest::newRow("no database") << QStringLiteral("mlflow.db") << QByteArray("hello");
    QTest::newRow("empty database") << QStringLiteral("mlflow.db") << QByteArray("");
    QTest::newRow("folder that is no store")
        << QStringLiteral("mlruns/1/aaaa1/artifacts/model") << QByteArray();
}

void TestCli::badSources() {
    QFETCH(QString, source);
    QFETCH(QByteArray, content);
    if (!content.isNull())
        write(m_folder->filePath(source), content);
    if (QString::fromUtf8(QTest::currentDataTag()) == QLatin1String("folder that is no store")) {
        source = QStringLiteral("other");
        QVERIFY(QDir(path(".")).mkpath(QStringLiteral("other/sub")));
        write(path("other/sub/file"), "x");
    }
    for (const char* command : {"sync", "dump", "runs"}) {
        const Answer answer = podium({QString::fromUtf8(command), source});
        QVERIFY2(answer.code == 3, qPrintable(answer.err));
        QVERIFY2(answer.err.contains(source.section(u'/', -1)), qPrintable(answer.err));
        QCOMPARE(answer.out, QString());
    }
    // A source that can't be opened leaves no cache behind.
    QVERIFY(!QFile::exists(path("data")));
}

/// A server is asked only when there is a cache to take its answers, so one is made.
void TestCli::unreachableServers_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("words");
    QTest::newRow("nobody listens") << QStringLiteral("http://127.0.0.1:1")
                                    << QStringLiteral("Nothing accepts connections at 127.0.0.1:1");
    QTest::newRow("no such profile")
        << QStringLiteral("databricks://nobody") << QStringLiteral("no usable profile “nobody”");
    QTest::newRow("no address") << QStringLiteral("http://") << QStringLiteral("http://");
}

void TestCli::unreachableServers() {
    QFETCH(QString, source);
    QFETCH(QString, words);
    const Answer answer = podium({QStringLiteral("sync"), source});
    QVERIFY2(answer.code == 3, qPrintable(answer.err));
    QVERIFY2(answer.err.contains(words), qPrintable(answer.err));
    QCOMPARE(answer.out, QString());
}

void TestCli::needsNoDisplay() {
    m_environment.remove(QStringLiteral("DISPLAY"));
    m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    QCOMPARE(podium(words("sync mlruns")).code, 0);
}

void TestCli::syncTellsFigures() {
    const Answer first = podium(words("sync mlruns --json"));
    QCOMPARE(first.code, 0);
    const QJsonObject figures = QJsonDocument::fromJson(first.out.toUtf8()).object();
    QCOMPARE(figures[QStringLiteral("experiments")].toInt(), 2);
    QCOMPARE(figures[QStringLiteral("runs")].toInt(), 3);
    QCOMPARE(figures[QStringLiteral("points")].toInt(), 6);
    QVERIFY(figures[QStringLiteral("files")].toInt() >= 12);
    QVERIFY(QFile::exists(path("data/podium/cache.db")));
    const Answer again = podium(words("sync mlruns"));
    QVERIFY(again.out.contains(QStringLiteral("unchanged: 3\n")));
    QVERIFY2(again.out.startsWith(
                 u"2 experiments and 3 runs; no run has changed since the last sync.\n"_qs),
             qPrintable(again.out));
    const Answer full = podium(words("sync mlruns --full"));
    QVERIFY(full.out.contains(QStringLiteral("unchanged: 0\n")));
}

void TestCli::sourceFromTheEnvironment() {
    // ./mlruns is there, the environment comes first.
    QCOMPARE(podium(words("runs --format ids")).out.split(u'\n', Qt::SkipEmptyParts).size(), 3);
    m_environment.insert(QStringLiteral("MLFLOW_TRACKING_URI"),
                         QStringLiteral("file://") + path("elsewhere"));
    QCOMPARE(podium(words("runs --format ids")).code, 3);
    QVERIFY(QDir(path(".")).rename(QStringLiteral("mlruns"), QStringLiteral("elsewhere")));
    QCOMPARE(podium(words("runs --format ids")).code, 0);
    m_environment.remove(QStringLiteral("MLFLOW_TRACKING_URI"));
    QCOMPARE(podium(words("runs")).code, 2);
}

void TestCli::runsFilterOrderLimit() {
    const auto ids = [&](QStringList more) {
        return podium(words("runs mlruns --format ids") + more)
            .out.split(u'\n', Qt::SkipEmptyParts)
            .join(u' ');
    };
    const auto option = [](const char* name, const char* value) {
        return QStringList{QString::fromUtf8(name), QString::fromUtf8(value)};
    };
    QCOMPARE(ids({}), QStringLiteral("bbbb3 aaaa2 aaaa1"));
    QCOMPARE(ids(option("--order-by", "params.lr ASC")), QStringLiteral("aaaa1 aaaa2 bbbb3"));
    QCOMPARE(ids(option("--limit", "2")), QStringLiteral("bbbb3 aaaa2"));
    QCOMPARE(ids(option("--limit", "0")), QString());
    QCOMPARE(ids(option("--filter", "params.lr > 0.15")), QStringLiteral("bbbb3 aaaa2"));
    QCOMPARE(ids(option("--filter", "max(metrics.loss) >= 8")), QStringLiteral("aaaa2 aaaa1"));
    QCOMPARE(ids(option("--experiment", "first")), QStringLiteral("aaaa2 aaaa1"));
    QCOMPARE(ids(option("--experiment", "2")), QStringLiteral("bbbb3"));
    QCOMPARE(ids(option("--experiment", "2") + option("--experiment", "first")),
             QStringLiteral("bbbb3 aaaa2 aaaa1"));
}

void TestCli::formats_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::newRow("csv") << QStringLiteral("csv")
                         << QStringLiteral(
                                "run_id,tags.note,metrics.loss,start_time,min(metrics.loss)\n"
                                "aaaa1,\"a|b, \"\"c\"\"\",0.5,2023-11-14T22:13:20.001Z,0.5\n");
    QTest::newRow("tsv") << QStringLiteral("tsv")
                         << QStringLiteral(
                                "run_id\ttags.note\tmetrics.loss\tstart_time\tmin(metrics.loss)\n"
                                "aaaa1\ta|b, \"c\"\t0.5\t2023-11-14T22:13:20.001Z\t0.5\n");
    QTest::newRow("json") << QStringLiteral("json")
                          << QStringLiteral(
                                 "[\n{\"run_id\":\"aaaa1\",\"tags.note\":\"a|b, \\\"c\\\"\","
                                 "\"metrics.loss\":0.5,\"start_time\":1700000000001,"
                                 "\"min(metrics.loss)\":0.5}\n]\n");
    QTest::newRow("markdown")
        << QStringLiteral("markdown")
        << QStringLiteral(
               "| run\\_id | tags.note | metrics.loss | start\\_time | min(metrics.loss) |\n"
               "|---|---|---|---|---|\n"
               "| aaaa1 | a\\|b, \"c\" | 0.5 | 2023-11-14T22:13:20.001Z | 0.5 |\n");
    QTest::newRow("latex")
        << QStringLiteral("latex")
        << QStringLiteral(
               "\\begin{tabular}{lllll}\n\\toprule\n"
               "run\\_id & tags.note & metrics.loss & start\\_time & min(metrics.loss) \\\\\n"
               "\\midrule\n"
               "aaaa1 & a|b, \"c\" & 0.5 & 2023-11-14T22:13:20.001Z & 0.5 \\\\\n"
               "\\bottomrule\n\\end{tabular}\n");
    QTest::newRow("table")
        << QStringLiteral("table")
        << QStringLiteral(
               "run_id  tags.note  metrics.loss  start_time                min(metrics.loss)\n"
               "aaaa1   a|b, \"c\"            0.5  2023-11-14T22:13:20.001Z                0.5\n");
    QTest::newRow("ids") << QStringLiteral("ids") << QStringLiteral("aaaa1\n");
}

void TestCli::formats() {
    QFETCH(QString, format);
    QFETCH(QString, text);
    const Answer answer =
        podium(words("runs mlruns --filter params.lr=0.1 --columns "
                     "run_id,tags.note,metrics.loss,start_time,min(metrics.loss) --format") +
               QStringList{format});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.out, text);
}

void TestCli::batch() {
    const QByteArray questions =
        "{\"filter\": \"params.lr = '0.2'\"}\n"
        "\n"
        "{\"order_by\": [\"params.lr DESC\"]}\n"
        "{\"filter\": \"metrics.loss <\"}\n"
        "{\"filter\": 3}\n"
        "not json\n"
        "{}\n";  // everything, in the natural order
    const Answer answer = podium(words("runs mlruns --batch -"), questions);
    QCOMPARE(answer.code, 0);
    const QStringList lines = answer.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QStringLiteral("{\"run_ids\":[\"aaaa2\"]}"));
    QCOMPARE(lines[1], QStringLiteral("{\"run_ids\":[\"bbbb3\",\"aaaa2\",\"aaaa1\"]}"));
    const QJsonObject error =
        QJsonDocument::fromJson(lines[2].toUtf8()).object()[QStringLiteral("error")].toObject();
    QVERIFY(!error[QStringLiteral("message")].toString().isEmpty());
    QCOMPARE(error[QStringLiteral("position")].toInt(), 14);
    QVERIFY(lines[3].startsWith(QStringLiteral("{\"error\":")));
    QVERIFY(lines[4].startsWith(QStringLiteral("{\"error\":")));
    QCOMPARE(lines[5], lines[1]);
    write(path("questions"), questions);
    QCOMPARE(podium(words("runs mlruns --batch questions")).out, answer.out);
    QCOMPARE(podium(words("runs mlruns --batch nowhere")).code, 3);
}

void TestCli::history() {
    const Answer csv = podium(words("history mlruns aaaa1 loss"));
    QCOMPARE(csv.code, 0);
    QCOMPARE(csv.out,
             QStringLiteral("step,timestamp,value\n0,1700000000001,9\n1,1700000000001,0.5\n"));
    // The beginning of an id is enough where it is clear.
    QCOMPARE(podium(words("history mlruns b loss")).code, 0);
    const Answer json = podium(words("history mlruns aaaa1 loss --format json"));
    const QJsonArray points = QJsonDocument::fromJson(json.out.toUtf8()).array();
    QCOMPARE(points.size(), 2);
    QCOMPARE(points[1].toObject()[QStringLiteral("value")].toDouble(), 0.5);
}

void TestCli::artifactsAreListedAndCopied() {
    const QString escape = store() + QStringLiteral("/1/aaaa1/artifacts/escape");
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), escape));
    const Answer list = podium(words("artifacts mlruns aaaa1 model"));
    QCOMPARE(list.out, QStringLiteral("-\tmodel/\n1000\tmodel/weights.bin\n"));
    const Answer copied = podium(words("artifacts mlruns aaaa1 --download copy"));
    QVERIFY2(copied.code == 0, qPrintable(copied.err));
    QFile file(path("copy/model/weights.bin"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(1000, 'w'));
    // A link out of the artifacts is told, and nothing is copied for it.
    QVERIFY(copied.err.contains(QStringLiteral("escape")));
    QVERIFY(!QFile::exists(path("copy/escape")));
    QCOMPARE(podium(words("artifacts mlruns aaaa1 nothing")).code, 3);
}

void TestCli::artifactsOfAVersion_data() {
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("out");
    const QString files = QStringLiteral("-\tmodel/\n1000\tmodel/weights.bin\n");
    const auto text = [](const char* words) { return QString::fromUtf8(words); };
    QTest::newRow("by its number") << text("models:/net/1") << QString() << 0 << files;
    QTest::newRow("by an alias") << text("models:/net@champion") << QString() << 0 << files;
    QTest::newRow("one file") << text("models:/net/1") << text("weights.bin") << 0
                              << text("1000\tmodel/weights.bin\n");
    QTest::newRow("a file that is not there")
        << text("models:/net/1") << text("nothing") << 3 << QString();
    QTest::newRow("made elsewhere") << text("models:/net/2") << QString() << 3 << QString();
    QTest::newRow("no such version") << text("models:/net/9") << QString() << 2 << QString();
    QTest::newRow("no such alias") << text("models:/net@best") << QString() << 2 << QString();
    QTest::newRow("no such model") << text("models:/x/1") << QString() << 2 << QString();
    QTest::newRow("nothing behind it") << text("models:/") << QString() << 2 << QString();
}

/// Without a server that knows versions their files are those of the run that made them.
void TestCli::artifactsOfAVersion() {
    QFETCH(QString, version);
    QFETCH(QString, path);
    QFETCH(int, code);
    QFETCH(QString, out);
    const QString model = store() + QStringLiteral("/models/net");
    write(model + QStringLiteral("/meta.yaml"),
          "creation_timestamp: 1700000000000\nlast_updated_timestamp: 1700000000000\nname: net\n");
    write(model + QStringLiteral("/aliases/champion"), "1");
    const auto addVersion = [&](const QByteArray& number, const QByteArray& source) {
        write(model + QStringLiteral("/version-") + QString::fromUtf8(number) +
                  QStringLiteral("/meta.yaml"),
              "creation_timestamp: 1700000000000\ncurrent_stage: None\n"
              "last_updated_timestamp: 1700000000000\nname: net\nrun_id: aaaa1\nsource: " +
                  source + "\nstatus: READY\nversion: " + number + "\n");
    };
    addVersion("1", "file:///nowhere/1/aaaa1/artifacts/model");
    addVersion("2", "s3://elsewhere/model");
    QStringList command = words("artifacts mlruns") + QStringList{version};
    if (!path.isEmpty())
        command << path;
    const Answer answer = podium(command);
    QVERIFY2(answer.code == code, qPrintable(answer.err));
    QCOMPARE(answer.out, out);
    QCOMPARE(answer.err.isEmpty(), code == 0);
}

void TestCli::problemsGiveExitCodeOne() {
    write(store() + QStringLiteral("/1/aaaa1/meta.yaml"), "");
    write(store() + QStringLiteral("/1/aaaa2/metrics/loss"), "1 0.5 0\nnonsense\n2 0.25 1\n");
    const Answer sync = podium(words("sync mlruns"));
    QCOMPARE(sync.code, 1);
    QVERIFY(sync.err.contains(QStringLiteral("aaaa1")));
    // An unchanged run keeps its problems.
    for (int round = 0; round < 2; ++round) {
        const Answer problems = podium(words("problems mlruns"));
        QCOMPARE(problems.code, 1);
        QVERIFY2(problems.out.contains(QStringLiteral("1/aaaa2/metrics/loss\tmetric-line-invalid")),
                 qPrintable(problems.out));
        QVERIFY2(problems.out.contains(QStringLiteral("1/aaaa1/meta.yaml\tmeta-empty")),
                 qPrintable(problems.out));
    }
    const Answer runs = podium(words("runs mlruns --format ids"));
    QCOMPARE(runs.code, 1);
    QVERIFY(runs.out.contains(QStringLiteral("aaaa2")));
    // Repaired: gone.
    addRun("1", "aaaa1", 1);
    addRun("1", "aaaa2", 2);
    QCOMPARE(podium(words("sync mlruns")).code, 0);
}

void TestCli::dumpIsADocument() {
    const Answer answer = podium(words("dump mlruns"));
    QCOMPARE(answer.code, 0);
    const QJsonObject dump = QJsonDocument::fromJson(answer.out.toUtf8()).object();
    QCOMPARE(dump[QStringLiteral("dump")].toInt(), 1);
    QCOMPARE(dump[QStringLiteral("source")].toObject()[QStringLiteral("kind")].toString(),
             QStringLiteral("filestore"));
    const QJsonArray runs = dump[QStringLiteral("runs")].toArray();
    QCOMPARE(runs.size(), 3);
    const QJsonObject run = runs[0].toObject();
    QCOMPARE(run[QStringLiteral("run_id")].toString(), QStringLiteral("aaaa1"));
    QCOMPARE(
        run[QStringLiteral("metric_history")].toObject()[QStringLiteral("loss")].toArray().size(),
        2);
    QCOMPARE(run[QStringLiteral("artifacts")].toArray().size(), 2);
    const Answer lean = podium(words("dump mlruns --no-history --no-artifacts --out d.json"));
    QCOMPARE(lean.code, 0);
    QCOMPARE(lean.out, QString());
    QFile file(path("d.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject second = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject leanRun = second[QStringLiteral("runs")].toArray()[0].toObject();
    QVERIFY(!leanRun.contains(QStringLiteral("metric_history")));
    QVERIFY(!leanRun.contains(QStringLiteral("artifacts")));
    QVERIFY(leanRun.contains(QStringLiteral("metrics")));
    QVERIFY(!QFile::exists(path("d.json.part")));
}

void TestCli::vanishedRunsAreNotShown() {
    QCOMPARE(podium(words("sync mlruns")).code, 0);
    QVERIFY(QDir(store() + QStringLiteral("/1/aaaa1")).removeRecursively());
    QVERIFY(!podium(words("dump mlruns")).out.contains(QStringLiteral("aaaa1")));
    QVERIFY(!podium(words("runs mlruns --format ids")).out.contains(QStringLiteral("aaaa1")));
    QCOMPARE(podium(words("history mlruns aaaa1 loss")).code, 2);
}

void TestCli::failedWriteIsTold() {
    const Answer answer = podium(words("dump mlruns --out missing/folder/d.json"));
    QCOMPARE(answer.code, 3);
    QVERIFY(answer.err.contains(QStringLiteral("d.json")));
}

void TestCli::interruptLeavesAConsistentCache() {
    for (int i = 10; i < 400; ++i)
        addRun("2", "c" + QByteArray::number(i), i);
    QProcess process;
    QProcessEnvironment environment = m_environment;
    environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(path("."));
    process.start(QStringLiteral(PODIUM_PROGRAM), words("sync mlruns"));
    QVERIFY(process.waitForStarted());
    // Once the cache is there the sync has begun; wherever the signal comes, the result is sound.
    QTRY_VERIFY(QFile::exists(path("data/podium/cache.db")) ||
                process.state() == QProcess::NotRunning);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 4 || process.exitCode() == 0,
             qPrintable(QString::number(process.exitCode())));
    QCOMPARE(podium(words("runs mlruns --format ids")).out.count(u'\n'), 393);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
