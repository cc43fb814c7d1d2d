// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/comparemodel.h"
#include "items/comparereport.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace podium;
using items::Change;
using items::CompareRow;
using items::CompareRules;
using items::CompareSection;
using items::Comparison;
using items::MetricPart;
using session::ComparedRun;
using session::ComparedRuns;

namespace {

cache::ReducedMetric metric(const std::string& key, double last, double min, double max) {
    series::Reductions values;
    values.last.value = last;
    values.min = min;
    values.max = max;
    values.count = 10;
    return {key, values};
}

ComparedRuns threeRuns() {
    ComparedRuns compared;
    compared.runs.resize(3);
    compared.wanted = 3;
    const std::array<const char*, 3> rates = {"0.1", "0.1001", "0.5"};
    const std::array<double, 3> losses = {0.30, 0.25, 0.40};
    for (std::size_t i = 0; i < 3; ++i) {
        ComparedRun& run = compared.runs[i];
        run.details.runNo = base::RunNo{static_cast<std::int64_t>(i) + 1};
        run.details.run.params = {{"lr", rates[i]}, {"model", "cnn"}};
        run.details.run.tags = {{"mlflow.user", "ann"},
                                {"mlflow.source.git.commit", i == 2 ? "bbb" : "aaa"}};
        run.details.metrics = {metric("val_loss", losses[i], losses[i] - 0.1, 9)};
        run.packages = {{"numpy", i == 2 ? "2.0" : "1.26"}};
        run.files = {{"same.txt", 4, "abcdef0123456789"}, {"size.txt", i == 1 ? 5 : 4, ""}};
    }
    compared.runs[1].details.run.params.push_back({"only|here", "<b>"});
    compared.runs[0].details.run.params.push_back({"seed", "1"});
    compared.runs[2].details.run.params.push_back({"seed", "3"});
    // Among all runs of the experiment: the rate differs little, seeds always.
    compared.spreads[query::paramColumn("lr")] = {100, 0.05, 0.9};
    compared.spreads[query::paramColumn("seed")] = {100, 0, 0.01};
    compared.distances["val_loss"] = {0, 0.2, 0.5, 0.2, 0, 0.1, 0.5, 0.1, 0};
    return compared;
}

const items::ComparedSection& part(const Comparison& comparison, CompareSection section) {
    return comparison.sections[static_cast<std::size_t>(section)];
}

QStringList keys(const std::vector<CompareRow>& rows) {
    QStringList list;
    for (const CompareRow& row : rows)
        list.append(QString::fromStdString(row.key));
    return list;
}

items::ReportWords words() {
    items::ReportWords words;
    words.title = "Runs <1>";
    words.runs = {"a|b", "c", "d"};
    words.baseline = "baseline";
    words.key = "Key";
    words.missing = "-";
    words.nothingDiffers = "Nothing differs.";
    words.section = [](CompareSection section) { return std::string(items::sectionName(section)); };
    words.row = [](const CompareRow& row) { return row.key; };
    words.same = [](std::size_t same) { return std::to_string(same) + " same"; };
    return words;
}

}  // namespace

/// Runs side by side.
class TestComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDiffersStandsFirstBySurprise() {
        const Comparison comparison = items::compareRuns(threeRuns(), 0, {});
        const auto& params = part(comparison, CompareSection::Params);
        // 0.4 / 0.05 is 8 deviations; a key the experiment tells nothing of counts 1; that two runs
        // agree on a seed has odds of 0.01 to 0.99.
        QCOMPARE(keys(params.different),
                 (QStringList{QStringLiteral("lr"), QStringLiteral("only|here"),
                              QStringLiteral("seed")}));
        QVERIFY(std::abs(params.different[0].surprise - 8) < 1e-9);
        QCOMPARE(keys(params.same), QStringList{QStringLiteral("model")});
    }

    void changesAreSeenFromTheBaseline() {
        const Comparison comparison = items::compareRuns(threeRuns(), 2, {});
        QCOMPARE(comparison.runs, (std::vector<std::size_t>{2, 0, 1}));
        const auto& params = part(comparison, CompareSection::Params).different;
        const auto seed = std::ranges::find(params, "seed", &CompareRow::key);
        QVERIFY(seed->cells[1].change == Change::Changed);
        QVERIFY(seed->cells[2].change == Change::Removed);
        const auto here = std::ranges::find(params, "only|here", &CompareRow::key);
        QVERIFY(here->cells[0].missing);
        QVERIFY(here->cells[2].change == Change::Added);
    }

    void metricsHaveLastBestAndCurve() {
        const Comparison comparison = items::compareRuns(threeRuns(), 0, {});
        const auto& rows = part(comparison, CompareSection::Metrics).different;
        QCOMPARE(rows.size(), std::size_t{3});
        const auto best = std::ranges::find(rows, MetricPart::Best, &CompareRow::part);
        QVERIFY(best->direction == items::Direction::Lower);
        QVERIFY(std::abs(*best->cells[1].delta - -0.05) < 1e-12);
        const auto curve = std::ranges::find(rows, MetricPart::Curve, &CompareRow::part);
        QCOMPARE(*curve->cells[2].number, 0.5);
    }

    void toleranceAndIgnoredKeys() {
        ComparedRuns compared = threeRuns();
        compared.runs.pop_back();
        compared.distances.clear();
        CompareRules rules;
        rules.relative = 0.01;
        rules.ignore = {"params.only*", "tags.mlflow.*"};
        const Comparison comparison = items::compareRuns(compared, 0, rules);
        const auto& params = part(comparison, CompareSection::Params);
        QCOMPARE(keys(params.different), QStringList{QStringLiteral("seed")});
        QCOMPARE(params.ignored, std::size_t{1});
        QCOMPARE(part(comparison, CompareSection::Tags).ignored, std::size_t{2});
        rules.relative = 0;
        rules.absolute = 0.00011;
        QCOMPARE(
            keys(part(items::compareRuns(compared, 0, rules), CompareSection::Params).different),
            QStringList{QStringLiteral("seed")});
    }

    void codeEnvironmentAndFiles() {
        const Comparison comparison = items::compareRuns(threeRuns(), 0, {});
        QCOMPARE(keys(part(comparison, CompareSection::Git).different),
                 QStringList{QStringLiteral("commit")});
        QCOMPARE(keys(part(comparison, CompareSection::Environment).different),
                 QStringList{QStringLiteral("numpy")});
        const auto& files = part(comparison, CompareSection::Artifacts);
        QCOMPARE(keys(files.different), QStringList{QStringLiteral("size.txt")});
        QCOMPARE(keys(files.same), QStringList{QStringLiteral("same.txt")});
    }

    void globs_data() {
        QTest::addColumn<QString>("glob");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("prefix") << "metrics.system/*"
                                << "metrics.system/cpu/0" << true;
        QTest::newRow("whole") << "params.lr"
                               << "params.lr2" << false;
        QTest::newRow("one") << "params.l?"
                             << "params.lr" << true;
        QTest::newRow("middle") << "*a*c"
                                << "xxabbc" << true;
        QTest::newRow("not the end") << "*a*c"
                                     << "xxabbcd" << false;
        QTest::newRow("empty") << ""
                               << "" << true;
    }
    void globs() {
        QFETCH(QString, glob);
        QFETCH(QString, text);
        QTEST(items::globMatches(glob.toStdString(), text.toStdString()), "matches");
    }

    void theModelWalksTheDifferences() {
        items::CompareModel::Words texts;
        texts.key = QStringLiteral("Key");
        texts.section = [](CompareSection, const items::ComparedSection&) { return QString(); };
        texts.same = [](std::size_t n) { return QString::number(n); };
        texts.row = [](const CompareRow& row) { return QString::fromStdString(row.key); };
        texts.cell = [](const CompareRow&, const items::CompareCell& cell, bool) {
            return items::CompareModel::CellText{QString::fromStdString(cell.text), {}, {}};
        };
        texts.toolTip = [](const CompareRow&, const items::CompareCell&, bool) {
            return QString();
        };
        items::CompareModel model(texts);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto comparison = std::make_shared<Comparison>(items::compareRuns(threeRuns(), 0, {}));
        model.setComparison(comparison, {QStringLiteral("a"), QStringLiteral("b"), QString()});
        QStringList seen;
        for (QModelIndex at = model.nextDifference({}, true); at.isValid();
             at = model.nextDifference(at, true)) {
            seen.append(at.data().toString());
            QCOMPARE(model.differenceNumber(at), int(seen.size()));
        }
        QCOMPARE(seen.size(), qsizetype(comparison->differences()));
        QCOMPARE(seen.first(), QStringLiteral("lr"));
        const QModelIndex last = model.nextDifference({}, false);
        QCOMPARE(last.data().toString(), QStringLiteral("size.txt"));
        QVERIFY(!model.nextDifference(last, true).isValid());
        model.setFilter(QStringLiteral("NUMPY"));
        QCOMPARE(model.differences(), 1);
        QCOMPARE(model.rowCount(), 1);
    }

    void reportsEscapeEverything() {
        const Comparison comparison = items::compareRuns(threeRuns(), 0, {});
        const QString markdown = QString::fromStdString(items::markdownReport(comparison, words()));
        QVERIFY(markdown.contains(QStringLiteral("| only\\|here | - | **\\<b\\>** | - |")));
        QVERIFY(markdown.contains(QStringLiteral("| lr | 0.1 | **0.1001")));
        const QString html = QString::fromStdString(items::htmlReport(comparison, words(), false));
        QVERIFY(html.contains(QStringLiteral("<td class=\"added\">&lt;b&gt;</td>")));
        QVERIFY(!html.contains(QStringLiteral("<b>")));
        QVERIFY(!html.contains(QStringLiteral("src=")));
        QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
        const QString tsv = QString::fromStdString(items::tsvReport(comparison, words()));
        QVERIFY(tsv.contains(QStringLiteral("params\tmodel\tcnn\tcnn\tcnn\n")));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
