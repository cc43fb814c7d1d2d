// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/papertable.h"

#include "items/escape.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace podium;
using items::PaperFormat;
using items::PaperOptions;
using items::PaperTable;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const query::Column> texts(const std::vector<std::string>& values) {
    query::TextColumnBuilder builder(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        builder.set(i, values[i]);
    return std::make_shared<const query::Column>(builder.take());
}

std::shared_ptr<const query::Column> numbers(const std::vector<double>& values) {
    query::NumberColumn column{values, query::Bitmap(values.size(), true)};
    return std::make_shared<const query::Column>(std::move(column));
}

/// Two models with three seeds each. Accuracy of cnn: 0.90 0.92 0.94 (mean 0.92, deviation 0.02),
/// of vit: 0.95 0.96 0.97 (mean 0.96, deviation 0.01); hand-computed.
query::Frame sample() {
    query::Frame frame({base::RunNo{1}, base::RunNo{2}, base::RunNo{3}, base::RunNo{4},
                        base::RunNo{5}, base::RunNo{6}});
    frame.set(query::attributeColumn(query::Attribute::RunName),
              texts({"a", "b", "c", "d", "e", "f"}));
    frame.set(query::paramColumn("model"), texts({"cnn", "cnn", "cnn", "vit_b", "vit_b", "vit_b"}));
    frame.set(query::paramColumn("seed"), texts({"1", "2", "3", "1", "2", "3"}));
    frame.set(query::metricColumn("acc"), numbers({0.90, 0.92, 0.94, 0.95, 0.96, 0.97}));
    frame.set(query::metricColumn("loss"), numbers({0.5, 0.5, 0.5, NaN, 0.25, 0.25}));
    return frame;
}

PaperOptions bySeed(PaperFormat format) {
    PaperOptions options;
    options.groupBy = {query::paramColumn("model")};
    options.columns = {query::metricColumn("acc"), query::metricColumn("loss")};
    options.format = format;
    return options;
}

std::string paper(const PaperOptions& options) {
    const query::Frame frame = sample();
    const std::vector<std::uint32_t> rows = {0, 1, 2, 3, 4, 5};
    return items::paperText(items::paperTable(frame, rows, options), options);
}

}  // namespace

/// Runs as a table for a paper.
class TestPaperTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanDeviationAndErrorOfGroups() {
        const query::Frame frame = sample();
        const std::vector<std::uint32_t> rows = {0, 1, 2, 3, 4, 5};
        PaperOptions options = bySeed(PaperFormat::Latex);
        const PaperTable table = items::paperTable(frame, rows, options);
        QCOMPARE(table.lines.size(), std::size_t{2});
        QCOMPARE(table.lines[0].cells[0].text, std::string("cnn"));
        QVERIFY(std::abs(table.lines[0].cells[1].mean - 0.92) < 1e-12);
        QVERIFY(std::abs(table.lines[0].cells[1].error - 0.02) < 1e-12);
        QVERIFY(std::abs(table.lines[1].cells[1].error - 0.01) < 1e-12);
        QVERIFY(!table.lines[0].cells[1].best);
        QVERIFY(table.lines[1].cells[1].best);
        // A NaN among the values is not hidden by the others.
        QVERIFY(std::isnan(table.lines[1].cells[2].mean));
        options.error = items::PaperError::StandardError;
        const PaperTable errors = items::paperTable(frame, rows, options);
        QVERIFY(std::abs(errors.lines[0].cells[1].error - 0.02 / std::sqrt(3.0)) < 1e-12);
    }

    void significanceIsPairedWhereSeedsMatch() {
        const query::Frame frame = sample();
        const std::vector<std::uint32_t> rows = {0, 1, 2, 3, 4, 5};
        PaperOptions options = bySeed(PaperFormat::Latex);
        PaperTable table = items::paperTable(frame, rows, options);
        QVERIFY(!table.tests[1].paired);
        // t = 0.04 / sqrt((4e-4 + 1e-4) / 3) = 3.0984, 2.941 degrees of freedom.
        QVERIFY(std::abs(table.tests[1].p - 0.0546) < 2e-4);
        QVERIFY(!table.lines[1].cells[1].significant);
        options.seed = query::paramColumn("seed");
        table = items::paperTable(frame, rows, options);
        QVERIFY(table.tests[1].paired);
        // Differences 0.05 0.04 0.03: t = 0.04 / (0.01 / sqrt 3) = 6.928, 2 degrees: p = 0.0202.
        QVERIFY(std::abs(table.tests[1].p - 0.0202) < 1e-4);
        QVERIFY(table.lines[1].cells[1].significant);
        // Seeds that do not match are no pairs.
        const std::vector<std::uint32_t> unmatched = {0, 1, 3, 5};
        QVERIFY(!items::paperTable(frame, unmatched, options).tests[1].paired);
    }

    void roundingByTheError_data() {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("error");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("usual") << 0.93412 << 0.01234 << "0.934 0.012";
        QTest::newRow("rounds up to the next power") << 0.93412 << 0.0996 << "0.93 0.10";
        QTest::newRow("tens") << 1234.5 << 123.4 << "1230 120";
        QTest::newRow("ones") << 1234.6 << 12.34 << "1235 12";
        QTest::newRow("tiny") << 1.0 << 1.26e-7 << "1.00000000 0.00000013";
        QTest::newRow("no negative nothing") << -0.0001 << 0.5 << "0.00 0.50";
        QTest::newRow("no error") << 0.125 << NaN << "0.125 ";
        QTest::newRow("no spread") << 0.125 << 0.0 << "0.125 0";
        QTest::newRow("NaN") << NaN << NaN << "NaN ";
    }
    void roundingByTheError() {
        QFETCH(double, mean);
        QFETCH(double, error);
        const auto [a, b] = items::roundedByError(mean, error, std::nullopt);
        QTEST(QString::fromStdString(a + ' ' + b), "wanted");
    }

    void decimalsThatWereAskedFor() {
        QCOMPARE(items::roundedByError(0.93456, 0.01234, 2),
                 (std::pair<std::string, std::string>("0.93", "0.01")));
    }

    void latexTable() {
        PaperOptions options = bySeed(PaperFormat::Latex);
        options.seed = query::paramColumn("seed");
        options.caption = "50 % of A_1 & B";
        options.label = "tab:my label";
        QCOMPARE(QString::fromStdString(paper(options)),
                 QStringLiteral(
                     "% \\usepackage{booktabs}\n"
                     "% mean +- standard deviation (n - 1), rounded to two significant digits of "
                     "the error\n"
                     "% * acc: best against second best, paired t-test, two-sided p = 0.020\n"
                     "\\begin{table}\n\\centering\n"
                     "\\caption{50 \\% of A\\_1 \\& B}\n"
                     "\\label{tab:my-label}\n"
                     "\\begin{tabular}{lrrr}\n\\toprule\n"
                     "model & acc & loss & $n$ \\\\\n\\midrule\n"
                     "cnn & $0.920 \\pm 0.020$ & $0.5 \\pm 0$ & 3 \\\\\n"
                     "vit\\_b & $\\mathbf{0.960} \\pm 0.010^{*}$ & $\\mathrm{NaN}$ & 3 \\\\\n"
                     "\\bottomrule\n\\end{tabular}\n\\end{table}\n"));
    }

    void markdownTable() {
        PaperOptions options = bySeed(PaperFormat::Markdown);
        options.significance = false;
        QCOMPARE(QString::fromStdString(paper(options)),
                 QStringLiteral("| model | acc | loss | n |\n| --- | ---: | ---: | ---: |\n"
                                "| cnn | 0.920 ± 0.020 | 0.5 ± 0 | 3 |\n"
                                "| vit\\_b | **0.960** ± 0.010 | NaN | 3 |\n"));
    }

    void filesForMachinesAreExact() {
        PaperOptions options = bySeed(PaperFormat::Csv);
        options.columns = {query::metricColumn("loss")};
        QCOMPARE(QString::fromStdString(paper(options)),
                 QStringLiteral("model,loss mean,loss std,loss n\ncnn,0.5,0,3\nvit_b,NaN,,3\n"));
    }

    void withoutGroupsEveryRunIsALine() {
        PaperOptions options = bySeed(PaperFormat::Tsv);
        options.groupBy.clear();
        options.columns = {query::paramColumn("model"), query::metricColumn("acc")};
        const QString text = QString::fromStdString(paper(options));
        QVERIFY(text.startsWith(QStringLiteral("run_name\tmodel\tacc\na\tcnn\t0.9\n")));
        QCOMPARE(text.count(u'\n'), qsizetype{7});
    }

    void seedsAreFoundByTheirName() {
        const std::vector<std::string> params = {"lr", "train/Random-State", "seeds"};
        QCOMPARE(items::seedParam(params).value_or("none"), std::string("train/Random-State"));
        QVERIFY(!items::seedParam(std::vector<std::string>{"lr"}));
    }

    void escapes() {
        QCOMPARE(items::latexText("a\\b{c}_%$#&~^<>|--x\n"),
                 std::string("a\\textbackslash{}b\\{c\\}\\_\\%\\$\\#\\&\\textasciitilde{}"
                             "\\textasciicircum{}\\textless{}\\textgreater{}\\textbar{}-{}-x "));
        QCOMPARE(items::markdownText("a|b*c_d[e](f)`g`<h>"),
                 std::string("a\\|b\\*c\\_d\\[e\\](f)\\`g\\`\\<h\\>"));
        QCOMPARE(items::htmlText("<a href=\"x\">&'"),
                 std::string("&lt;a href=&quot;x&quot;&gt;&amp;&#39;"));
        QCOMPARE(items::csvField("a\"b,c"), std::string("\"a\"\"b,c\""));
    }

    void pythonScript() {
        items::PaperSource source;
        source.trackingUri = "/data/\"x\"/mlruns";
        source.experiments = {"cifar"};
        source.filter = "metrics.loss < 0.3";
        source.order = {{query::metricColumn("val loss"), true},
                        {query::metricColumn("acc", query::Reduction::Max), false}};
        QCOMPARE(QString::fromStdString(items::pythonScript(source)),
                 QStringLiteral("import mlflow\n\n"
                                "mlflow.set_tracking_uri(\"/data/\\\"x\\\"/mlruns\")\n"
                                "runs = mlflow.search_runs(\n"
                                "    experiment_names=[\"cifar\"],\n"
                                "    filter_string=\"metrics.loss < 0.3\",\n"
                                "    order_by=[\"metrics.`val loss` DESC\"],\n)\nprint(runs)\n"));
        source.filterIsMlflows = false;
        source.runIds = {"r1", "r2"};
        const QString ids = QString::fromStdString(items::pythonScript(source));
        QVERIFY(ids.contains(QStringLiteral("\"attributes.run_id IN ('r1', 'r2')\"")));
        QVERIFY(!ids.contains(QStringLiteral("0.3")));
    }
};

QTEST_GUILESS_MAIN(TestPaperTable)
#include "tst_papertable.moc"
