// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"
#include "testframes.h"

#include <QTest>

#include <limits>

using namespace podium;
using namespace podium::query;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// Six runs, called a to f.
std::vector<tests::TestRun> sampleRuns() {
    std::vector<tests::TestRun> runs(6);
    const char* ids[] = {"a", "b", "c", "d", "e", "f"};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i].id = ids[i];
        runs[i].user = "alice";
        runs[i].status = "FINISHED";
        runs[i].start = 1700000000000 + static_cast<std::int64_t>(i);
        runs[i].end = 1700000005000;
    }
    runs[0].name = "baseline v2";
    runs[0].metrics = {{"loss", 0.5}, {"acc", 0.9}};
    runs[0].params = {{"lr", "0.1"}, {"opt", "adam"}, {"day", "2024-05-01"}};
    runs[0].datasets = {{"mnist", "d1", "training"}, {"cifar", "d2", "eval"}};
    runs[1].name = "Baseline final";
    runs[1].metrics = {{"loss", NaN}};
    runs[1].params = {{"lr", "1e-1"}, {"opt", "SGD"}, {"day", "2024-06-01"}};
    runs[1].datasets = {{"MNIST", "d3", std::nullopt}};
    runs[2].name = "resnet-50";
    runs[2].metrics = {{"loss", Infinity}, {"acc", 0.5}};
    runs[2].params = {{"lr", "0.001"}, {"opt", "adam"}};
    runs[3].name = "resnet-101";
    runs[3].params = {{"lr", "auto"}};
    runs[3].status = "FAILED";
    runs[4].name = "sweep or not";
    runs[4].metrics = {{"loss", -1}};
    runs[4].params = {{"lr", "nan"}};
    runs[4].end.reset();
    runs[4].status = "RUNNING";
    runs[5].name = "";
    runs[5].start.reset();
    runs[5].tags = {{"note", "line 1\nline 2"}, {"k:1", "v"}};
    return runs;
}

Frame sampleFrame() {
    const std::vector<tests::TestRun> runs = sampleRuns();
    Frame frame = tests::makeFrame(runs);
    NumberColumn least{{0.2, 0.3, 0.4, 0, 0, 0}, Bitmap(6, true)};
    least.present.reset(5);
    frame.set(metricColumn("loss", Reduction::Min),
              std::make_shared<const Column>(std::move(least)));
    return frame;
}

std::string rowNames(const Bitmap& rows) {
    std::string names;
    for (const std::uint32_t row : rows.rows())
        names.push_back(static_cast<char>('a' + row));
    return names;
}

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

}  // namespace

class TestFilter : public QObject {
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void findsAsSqlStoresDo_data();
    void findsAsSqlStoresDo();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void knowsMlflowsLanguage_data();
    void knowsMlflowsLanguage();
    void namesItsColumns();
    void notesDroppedElements();
    void survivesDepthAndLength();
    void stops();
    void frameWithoutColumns();
};

void TestFilter::finds_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* filter, const char* rows) {
        QTest::newRow(filter) << text(filter) << text(rows);
    };
    row("", "abcdef");
    row("   ", "abcdef");
    row("AND", "abcdef");
    // Missing is false for every operator.
    row("metrics.acc != 7", "ac");
    row("params.opt != 'adam'", "b");
    row("params.opt NOT LIKE 'a%'", "b");
    row("NOT params.opt = 'adam'", "bdef");
    row("metrics.nothing = 1", "");
    row("metrics.nothing IS NULL", "abcdef");
    row("metrics.acc IS NULL", "bdef");
    row("end_time IS NOT NULL", "abcdf");
    row("datasets.context IS NULL", "bcdef");
    row("NOT datasets.name IS NULL", "ab");
    // NaN compares with nothing, and is not equal.
    row("metrics.loss < 1", "ae");
    row("metrics.loss != 0.5", "bce");
    row("metrics.loss >= -inf", "ace");
    row("metrics.loss = inf", "c");
    row("metrics.loss = 1e400", "c");
    row("metrics.loss = nan", "b");
    row("metrics.loss != nan", "ace");
    row("metrics.loss IN (0.5, -1)", "ae");
    row("metrics.loss NOT IN (0.5)", "bce");
    // AND, OR, NOT, brackets.
    row("metrics.loss > 0 AND params.opt = 'adam'", "ac");
    row("metrics.loss > 0 params.opt = 'adam'", "ac");
    row("AND metrics.loss > 0 AND AND metrics.acc > 0.6 AND", "a");
    row("params.opt = 'SGD' OR status = 'FAILED'", "bd");
    row("params.opt = 'SGD' or params.opt = 'adam' and metrics.acc > 0.6", "ab");
    row("(params.opt = 'SGD' or params.opt = 'adam') and metrics.acc > 0.6", "a");
    row("NOT (status = 'FINISHED')", "de");
    row("NOT NOT status = 'FAILED'", "d");
    // Numbers in params.
    row("params.lr = 0.1", "ab");
    row("params.lr = '0.1'", "a");
    row("params.lr < 0.01", "c");
    row("params.lr != 0.1", "cde");
    row("params.lr IN (0.1, 0.001)", "abc");
    row("params.lr = nan", "e");
    row("params.day > '2024-05-15'", "b");
    row("params.opt IN ('SGD')", "b");
    row("params.opt NOT IN ('SGD')", "ac");
    // Reductions.
    row("min(metrics.loss) < 0.35", "abde");
    row("MIN(metrics.`loss`) = 0.4", "c");
    row("last(metrics.loss) = 0.5", "a");
    row("max(metrics.loss) > 0", "");
    // Times.
    row("start_time >= 1700000000003", "de");
    row("created = 1700000000001", "b");
    row("start_time > 1700000000002.5", "de");
    row("start_time != 99999999999999999999", "abcde");
    row("start_time IN (1700000000000, 1)", "a");
    // Datasets: one that fits is enough.
    row("datasets.name = 'cifar'", "a");
    row("dataset.name != 'mnist'", "ab");
    row("datasets.name IN ('cifar', 'nothing')", "a");
    row("datasets.name IN ('MNIST')", "");
    row("datasets.name NOT IN ('MNIST')", "ab");
    row("datasets.name = 'mnist' AND datasets.context = 'eval'", "a");
    // Text.
    row("tags.note LIKE 'line 1%'", "f");
    row("tags.note LIKE '%line 2'", "");
    row("tags.`k:1` = 'v'", "f");
    row("tags.\"k:1\" = \"v\"", "f");
    row("status IN ('FAILED', 'RUNNING')", "de");
    row("run_name ILIKE 'BASE%'", "ab");
    row("run_name == '' ", "f");
    row("run_name <> ''", "abcde");
    // Words.
    row("baseline", "ab");
    row("baseline final", "b");
    row("final AND baseline", "b");
    row("resnet-50", "c");
    row("'baseline v2'", "a");
    row("final OR 101", "bd");
    row("NOT (resnet OR baseline)", "ef");
    row("\"or not\"", "e");
}

void TestFilter::finds() {
    QFETCH(QString, filter);
    QFETCH(QString, rows);
    const auto parsed = parseFilter(filter.toStdString());
    QVERIFY2(parsed.ok(), parsed.failed() ? base::logLine(parsed.error()).c_str() : "");
    QCOMPARE(rowNames(evaluate(parsed.value(), sampleFrame())), rows.toStdString());
}

void TestFilter::findsAsSqlStoresDo_data() {
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* filter, const char* rows) {
        QTest::newRow(filter) << text(rows);
    };
    // NaN is kept as 0, infinities as the greatest double; by their names they are found.
    row("metrics.loss < 1", "abe");
    row("metrics.loss = 0", "b");
    row("metrics.loss IN (0)", "b");
    row("metrics.loss = nan", "b");
    row("metrics.loss = 1e400", "");
    row("metrics.loss = inf", "c");
    row("metrics.loss < inf", "abe");
    // What MLflow has no words for keeps its meaning.
    row("metrics.loss + 0 < 1", "ae");
    row("tags.note LIKE '%line 2'", "f");
    // The tag is looked at for the name; a plain word is looked for in the name that is shown.
    row("run_name = 'tagged'", "a");
    row("run_name != 'tagged'", "");
    row("run_name LIKE 'base%'", "");
    row("baseline", "ab");
}

void TestFilter::findsAsSqlStoresDo() {
    QFETCH(QString, rows);
    std::vector<tests::TestRun> runs = sampleRuns();
    runs[0].tags["mlflow.runName"] = "tagged";
    const auto parsed = parseFilter(QTest::currentDataTag());
    QVERIFY2(parsed.ok(), parsed.failed() ? base::logLine(parsed.error()).c_str() : "");
    const Frame frame = tests::makeFrame(runs, Semantics::Sql);
    QCOMPARE(rowNames(evaluate(parsed.value(), frame)), rows.toStdString());
}

void TestFilter::saysWhatIsWrong_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* filter, const char* error) {
        QTest::newRow(filter) << text(filter) << text(error);
    };
    row("metrics.loss", "syntax 12 0 operator");
    row("metrics.loss >", "syntax 14 0 value-number");
    row("metrics.loss > 'a'", "syntax 15 3 value-number");
    row("metrics.loss > 1_0", "syntax 15 3 number");
    row("metrics.loss > 1 foo", "invalid 17 3 attribute");
    row("metrics.loss > 1 , 2", "syntax 17 1 and-or");
    row("metrics.loss > 1)", "syntax 16 1 and-or");
    row("metrics.loss >< 1", "syntax 13 2 operator");
    row("metrics.loss LIKE 'a'", "invalid 13 4 operator-number");
    row("metrics.loss > 1;", "syntax 16 1 character");
    row("metrics.train/loss > 1", "syntax 0 14 key-quotes");
    row("params.batch-size = 1", "syntax 0 13 key-quotes");
    row("params.2x-y = 1", "syntax 0 10 key-quotes");
    row("params. = 'x'", "syntax 7 0 key");
    row("params.a = 'x", "syntax 11 2 close-quote");
    row("params.`a = 'x'", "syntax 0 15 close-backtick");
    row("params.a LIKE 5", "syntax 14 1 value-text");
    row("params.a = b", "syntax 11 1 value");
    row("status = FAILED", "syntax 9 6 value-text");
    row("status = 1", "syntax 9 1 value-text");
    row("params.a NOT = 'x'", "syntax 13 1 like-or-in");
    row("params.a IS 'x'", "syntax 12 3 null");
    row("params.a IN 'x'", "syntax 12 3 value-list");
    row("params.a IN ('x'", "syntax 16 0 close-bracket");
    row("params.a IN ()", "invalid 12 2 list-empty");
    row("params.a IN ('x', 1)", "syntax 13 6 list-text");
    row("params.a IN (x)", "syntax 13 1 list-text");
    row("datasets.name IN (1)", "syntax 17 3 value-text");
    row("metrics.a IN ('x')", "syntax 13 5 value-number");
    row("(metrics.a > 1", "syntax 14 0 close-bracket");
    row("metrics.a > 1 OR", "syntax 16 0 operand");
    row("= 1", "syntax 0 1 operand");
    row("loss > 1", "invalid 0 4 attribute");
    row("metric.a > 1 AND mertics.b > 1", "invalid 17 7 entity");
    row("datasets.source = 'x'", "invalid 0 15 dataset-field");
    row("average(metrics.a) > 1", "invalid 0 7 function");
    row("min(params.a) > 1", "syntax 4 8 metric");
    row("min(metrics.a > 1", "syntax 14 1 close-bracket");
    // Positions are bytes, also behind letters of two.
    row("tags.\xC3\xBC = 'x' AND loss > 1", "invalid 18 4 attribute");
    row("status \xEF\xBC\x9D 'x' = 1", "syntax 7 3 character");
    row("'open", "syntax 0 5 close-quote");
    row("status", "syntax 6 0 operator");
}

void TestFilter::saysWhatIsWrong() {
    QFETCH(QString, filter);
    QFETCH(QString, error);
    const auto parsed = parseFilter(filter.toStdString());
    QVERIFY(parsed.failed());
    QStringList words{parsed.error().code == base::ErrorCode::QuerySyntax ? text("syntax")
                                                                          : text("invalid")};
    for (const std::string& argument : parsed.error().args)
        words << QString::fromStdString(argument);
    QCOMPARE(words.join(QLatin1Char(' ')), error);
}

void TestFilter::knowsMlflowsLanguage_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("mlflow");
    const auto row = [](const char* filter, bool mlflow) {
        QTest::newRow(filter) << text(filter) << mlflow;
    };
    row("", true);
    row("AND", true);
    row(" ", false);
    row("metrics.a > 1 params.b = 'x'", true);
    row("metrics.a > 1 OR params.b = 'x'", false);
    row("(metrics.a > 1)", false);
    row("metrics.a > +1", false);
    row("metrics.a > 1e-3", true);
    row("metrics.a > -.5", true);
    row("metrics.a > .5e3", false);
    row("params.a < '1'", false);
    row("params.a = 1", false);
    row("params.a IS NULL", true);
    row("params.a IS NOT NULL", true);
    row("params.a IS NOT  NULL", false);
    row("status IS NULL", false);
    row("run_id IN ('a')", true);
    row("status IN ('a')", false);
    row("params.`from` = 'x'", true);
    row("params.from = 'x'", false);
    row("params.12 = 'x'", false);
    row("params.1st = 'x'", true);
    row("duration > 5", false);
    row("start_time > 1.5", false);
    row("baseline", false);
}

void TestFilter::knowsMlflowsLanguage() {
    QFETCH(QString, filter);
    QFETCH(bool, mlflow);
    const auto parsed = parseFilter(filter.toStdString());
    QVERIFY(parsed.ok());
    QCOMPARE(acceptedByMlflow(parsed.value()), mlflow);
}

void TestFilter::namesItsColumns() {
    const auto parsed = parseFilter(
        "min(metrics.a) < 1 AND (params.`b c` = 'x' OR metrics.a > 2) AND params.`b c` != 'y'");
    QVERIFY(parsed.ok());
    const std::vector<ColumnKey> expected{metricColumn("a", Reduction::Min), paramColumn("b c"),
                                          metricColumn("a")};
    QVERIFY(parsed.value().columns() == expected);
    QVERIFY(!parsed.value().matchesAll());
    QVERIFY(parseFilter("").value().matchesAll());
    const auto words = parseFilter("some words");
    QVERIFY(words.value().columns() == std::vector{attributeColumn(Attribute::RunName)});
}

void TestFilter::notesDroppedElements() {
    const auto parsed = parseFilter("run_id IN ('ab', '12', 'Ab')");
    QVERIFY(parsed.ok());
    const std::vector<Note>& notes = parsed.value().notes();
    QCOMPARE(notes.size(), std::size_t{2});
    QCOMPARE(notes[0].position, std::size_t{17});
    QCOMPARE(notes[0].length, std::size_t{4});
    QCOMPARE(notes[1].position, std::size_t{23});
    QVERIFY(parseFilter("status IN ('FAILED')").value().notes().empty());
}

void TestFilter::survivesDepthAndLength() {
    const std::string deep(60000, '(');
    const auto nested = parseFilter(deep + "metrics.a > 1");
    QVERIFY(nested.failed());
    QCOMPARE(nested.error().args.back(), std::string("nesting"));
    std::string negated;
    for (int i = 0; i < 10000; ++i)
        negated += "NOT ";
    QVERIFY(parseFilter(negated + "metrics.a > 1").failed());
    QCOMPARE(parseFilter(std::string(100000, 'a')).error().args.back(), std::string("too-long"));
    // Quotes that never end are looked at once each.
    QVERIFY(parseFilter("params.a = " + std::string(60001, '\'')).failed());
    std::string escaped = "params.a = '";
    for (int i = 0; i < 30000; ++i)
        escaped += "\\'";
    QVERIFY(parseFilter(escaped).ok());
    std::string chain = "metrics.a > 1";
    for (int i = 0; i < 4000; ++i)
        chain += " OR metrics.a > 1";
    QVERIFY(parseFilter(chain.substr(0, 60000 - 60000 % 17 + 13)).ok());
}

void TestFilter::stops() {
    std::stop_source stop;
    stop.request_stop();
    const auto parsed = parseFilter("run_name LIKE '%a%' AND params.opt = 'adam'");
    const Bitmap rows = evaluate(parsed.value(), sampleFrame(), stop.get_token());
    QCOMPARE(rows.size(), std::size_t{6});
}

void TestFilter::frameWithoutColumns() {
    const Frame frame(std::vector<base::RunNo>(70));
    QCOMPARE(evaluate(parseFilter("params.a != 'x'").value(), frame).count(), std::size_t{0});
    QCOMPARE(evaluate(parseFilter("NOT params.a = 'x'").value(), frame).count(), std::size_t{70});
    QCOMPARE(evaluate(parseFilter("word").value(), frame).count(), std::size_t{0});
    QCOMPARE(evaluate(Filter(), Frame()).size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
