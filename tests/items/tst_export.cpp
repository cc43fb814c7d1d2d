// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/cell.h"
#include "items/direction.h"
#include "items/export.h"
#include "tests/support/snapshots.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace podium;
using items::ExportFormat;

Q_DECLARE_METATYPE(podium::items::Direction)

namespace {

session::RunsSnapshot awkward() {
    tests::SnapshotSpec spec;
    spec.metrics = {query::metricColumn("loss", query::Reduction::Min)};
    spec.params = {"note"};
    spec.attributes = false;
    tests::RunSpec run;
    run.name = "a, \"b\"";
    run.metrics = {0.1 + 0.2};
    run.params = {"x\ty\nz|_"};
    spec.runs.push_back(run);
    run.name = "second";
    run.metrics = {std::nan("")};
    run.params = {};
    spec.runs.push_back(run);
    run.name = "third";
    run.metrics = {};
    spec.runs.push_back(run);
    return *tests::makeSnapshot(spec);
}

QString text(ExportFormat format) {
    const session::RunsSnapshot snapshot = awkward();
    const std::vector<std::uint32_t> rows = {0, 1, 2};
    return items::toQString(items::exportRuns(snapshot, rows, format));
}

}  // namespace

/// Runs as text for other programs.
class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tsvHasNoTabsAndLinesInValues() {
        QCOMPARE(text(ExportFormat::Tsv),
                 QStringLiteral("run_id\trun_name\tmin(metrics.loss)\tparams.note\n"
                                "id-a, \"b\"\ta, \"b\"\t0.30000000000000004\tx y z|_\n"
                                "id-second\tsecond\tNaN\t\n"
                                "id-third\tthird\t\t\n"));
    }

    void csvQuotesWhatItMust() {
        QCOMPARE(text(ExportFormat::Csv),
                 QStringLiteral("run_id,run_name,min(metrics.loss),params.note\n"
                                "\"id-a, \"\"b\"\"\",\"a, \"\"b\"\"\",0.30000000000000004,"
                                "\"x\ty\nz|_\"\n"
                                "id-second,second,NaN,\n"
                                "id-third,third,,\n"));
    }

    void markdownAndLatexEscapeTheirSigns() {
        const QString markdown = text(ExportFormat::Markdown);
        QVERIFY(markdown.contains(QLatin1String("x y z\\|\\_ |")));
        QVERIFY(markdown.contains(QLatin1String("| --- | ---: | --- |")));
        const QString latex = text(ExportFormat::Latex);
        QVERIFY(latex.startsWith(QLatin1String("\\begin{tabular}{lrl}\n\\toprule\n")));
        QVERIFY(latex.contains(QLatin1String("z\\textbar{}\\_ \\\\")));
    }

    void jsonIsReadBack() {
        QJsonParseError error{};
        const QJsonArray runs =
            QJsonDocument::fromJson(text(ExportFormat::Json).toUtf8(), &error).array();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(runs.size(), 3);
        const QString loss = QStringLiteral("min(metrics.loss)");
        QCOMPARE(runs[0].toObject()[loss].toDouble(), 0.1 + 0.2);
        QCOMPARE(runs[0].toObject()[QLatin1String("params.note")].toString(),
                 QStringLiteral("x\ty\nz|_"));
        QCOMPARE(runs[1].toObject()[loss].toString(), QStringLiteral("NaN"));
        QVERIFY(runs[2].toObject()[loss].isNull());
    }

    void idsAndPythonNameTheRuns() {
        QCOMPARE(text(ExportFormat::RunIds), QStringLiteral("id-a, \"b\"\nid-second\nid-third\n"));
        QVERIFY(text(ExportFormat::Python)
                    .contains(QLatin1String("experiment_ids=[\"7\"],\n    filter_string="
                                            "\"attributes.run_id IN (")));
    }

    void numbersRoundTrip_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("third") << 1.0 / 3 << QStringLiteral("0.3333333333333333");
        QTest::newRow("huge") << 1e300 << QStringLiteral("1e+300");
        QTest::newRow("whole") << 42.0 << QStringLiteral("42");
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity()
                                  << QStringLiteral("Infinity");
        QTest::newRow("minus infinity")
            << -std::numeric_limits<double>::infinity() << QStringLiteral("-Infinity");
    }
    void numbersRoundTrip() {
        QFETCH(double, value);
        QTEST(items::toQString(items::numberText(value)), "text");
    }

    void timesAreIso_data() {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64{0} << QStringLiteral("1970-01-01T00:00:00.000Z");
        QTest::newRow("before") << qint64{-1} << QStringLiteral("1969-12-31T23:59:59.999Z");
        QTest::newRow("leap day") << qint64{1709208000250}
                                  << QStringLiteral("2024-02-29T12:00:00.250Z");
        QTest::newRow("no time") << std::numeric_limits<qint64>::max()
                                 << QStringLiteral("9223372036854775807");
    }
    void timesAreIso() {
        QFETCH(qint64, time);
        QTEST(items::toQString(items::isoTime(time)), "text");
    }

    void directionsAreGuessedFromWords_data() {
        using items::Direction;
        QTest::addColumn<QString>("metric");
        QTest::addColumn<Direction>("direction");
        QTest::newRow("loss") << QStringLiteral("val_loss") << Direction::Lower;
        QTest::newRow("camel") << QStringLiteral("valLoss") << Direction::Lower;
        QTest::newRow("capitals") << QStringLiteral("test/RMSE") << Direction::Lower;
        QTest::newRow("accuracy") << QStringLiteral("accuracy") << Direction::Higher;
        QTest::newRow("score of f1") << QStringLiteral("f1_score") << Direction::Higher;
        QTest::newRow("r2") << QStringLiteral("test.r2") << Direction::Higher;
        QTest::newRow("not a word") << QStringLiteral("lossless") << Direction::Unknown;
        QTest::newRow("nothing") << QStringLiteral("lr") << Direction::Unknown;
        QTest::newRow("empty") << QString() << Direction::Unknown;
    }
    void directionsAreGuessedFromWords() {
        QFETCH(QString, metric);
        QTEST(items::guessDirection(metric.toStdString()), "direction");
    }

    void nothingIsBestWhereAllIsTheSame() {
        query::NumberColumn column{{2, 2, tests::NaN, 1}, query::Bitmap(4, true)};
        const std::vector<std::uint32_t> same = {0, 1, 2};
        const std::vector<std::uint32_t> all = {0, 1, 2, 3};
        QVERIFY(std::isnan(items::bestValue(column, same, items::Direction::Lower)));
        QCOMPARE(items::bestValue(column, all, items::Direction::Lower), 1.0);
        QCOMPARE(items::bestValue(column, all, items::Direction::Higher), 2.0);
        QVERIFY(std::isnan(items::bestValue(column, all, items::Direction::Unknown)));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
