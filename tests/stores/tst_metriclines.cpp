// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metriclines.h"

#include <QtTest>

using namespace podium::stores::filestore;

namespace {

QString drawn(const podium::domain::MetricPoint& point) {
    return QStringLiteral("%1@%2/%3").arg(point.value).arg(point.step).arg(point.timestamp);
}

QString drawnText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

class MetricLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runLines_data();
    void runLines();
    void modelLines_data();
    void modelLines();
    void cutsTheSameLinesAtEveryBlockSize();
    void longLineIsOneBadLine();
    void remembersTheFirstBadLines();
};

void MetricLinesTest::runLines_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("point");
    const auto row = [](const char* name, const char* line, const char* point) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(point);
    };
    row("two fields", "1543420225 0.5", "0.5@0/1543420225");
    row("three fields", "1700000000000 0.5 3", "0.5@3/1700000000000");
    row("negative step", "1700000000000 -15.0 -10", "-15@-10/1700000000000");
    row("five fields keep the step of the file", "1795220866930 0.6 1 lm-eval 300830b9",
        "0.6@1/1795220866930");
    row("dataset name with blanks", "5 0.6 1 my own data 300830b9", "0.6@1/5");
    row("windows line end", "5 0.5 1\r", "0.5@1/5");
    row("float timestamp", "1700000000000.25 0.5 1", "0.5@1/1700000000000");
    row("nan", "5 nan 1", "nan@1/5");
    row("infinity", "5 -Infinity 1", "-inf@1/5");
    row("underscores", "5 1_000.0 1", "1000@1/5");
    row("blank at the end", "5 0.5 1 ", "0.5@1/5");
    row("empty", "", "");
    row("blank", "   ", "");
    row("one field", "5", "");
    row("four fields", "5 0.5 1 name", "");
    row("two blanks", "5  0.5 1", "");
    row("tab", "5\t0.5\t1", "");
    row("no number", "5 abc 1", "");
    row("no step", "5 0.5 x", "");
    row("decimal comma", "5 0,5 1", "");
    row("cut within the value", "5 0.", "0@0/5");  // reads like a number: see readRunMetric()
}

void MetricLinesTest::runLines() {
    QFETCH(QByteArray, line);
    QFETCH(QString, point);
    const auto parsed = parseRunLine(line.toStdString());
    QCOMPARE(parsed ? drawn(*parsed) : QString(), point);
}

void MetricLinesTest::modelLines_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("drawing");
    const auto row = [](const char* name, const char* line, const char* drawing) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(drawing);
    };
    row("four fields", "5 0.5 1 run", "0.5@1/5 run||");
    row("six fields", "5 0.5 1 run data 93c2", "0.5@1/5 run|data|93c2");
    row("dataset name with blanks", "5 0.5 1 run my own data 93c2", "0.5@1/5 run|my own data|93c2");
    row("three fields", "5 0.5 1", "");
    row("five fields", "5 0.5 1 run data", "");
    row("no value", "5 x 1 run", "");
}

void MetricLinesTest::modelLines() {
    QFETCH(QByteArray, line);
    QFETCH(QString, drawing);
    const std::string text = line.toStdString();
    const auto parsed = parseModelLine(text);
    const QString got = parsed
                            ? drawn(parsed->point) + QLatin1Char(' ') + drawnText(parsed->runId) +
                                  QLatin1Char('|') + drawnText(parsed->datasetName) +
                                  QLatin1Char('|') + drawnText(parsed->datasetDigest)
                            : QString();
    QCOMPARE(got, drawing);
}

void MetricLinesTest::cutsTheSameLinesAtEveryBlockSize() {
    const std::string text = "1 0.5 0\r\n\n2 0.25 1\nbad\n3 1.5 2\n4 2.5";
    const std::vector<std::string> expected = {"1 0.5 0\r", "", "2 0.25 1", "bad", "3 1.5 2"};
    for (std::size_t block = 1; block <= text.size(); ++block) {
        LineCutter cutter;
        std::vector<std::string> lines;
        const auto take = [&lines](std::string_view line) {
            lines.emplace_back(line);
            return line != "bad";
        };
        for (std::size_t at = 0; at < text.size(); at += block)
            cutter.feed(std::string_view(text).substr(at, block), take);
        QCOMPARE(lines, expected);
        QVERIFY(cutter.unfinished());
        QCOMPARE(cutter.firstBad(), (std::vector<std::int64_t>{4}));
        cutter.acceptUnfinished(take);
        QCOMPARE(lines.back(), std::string("4 2.5"));
        QVERIFY(!cutter.unfinished());
    }
}

void MetricLinesTest::longLineIsOneBadLine() {
    LineCutter cutter;
    int good = 0;
    const auto take = [&good](std::string_view) {
        ++good;
        return true;
    };
    const std::string part(LineCutter::MaxLine / 2, 'x');
    for (int i = 0; i < 100; ++i)
        cutter.feed(part, take);
    cutter.feed("\n1 2 3\n", take);
    QCOMPARE(good, 1);
    QCOMPARE(cutter.badLines(), 1);
    QCOMPARE(cutter.lines(), 2);
}

void MetricLinesTest::remembersTheFirstBadLines() {
    LineCutter cutter;
    const auto refuse = [](std::string_view) { return false; };
    cutter.feed("a\nb\nc\nd\ne\n", refuse);
    QCOMPARE(cutter.badLines(), 5);
    QCOMPARE(cutter.firstBad(), (std::vector<std::int64_t>{1, 2, 3}));
}

QTEST_GUILESS_MAIN(MetricLinesTest)
#include "tst_metriclines.moc"
