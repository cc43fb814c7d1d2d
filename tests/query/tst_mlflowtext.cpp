// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"
#include "testframes.h"

#include <QTest>

using namespace podium;
using namespace podium::query;

/// Filters rewritten for a server: MLflow takes them and means the same.
class TestMlflowText : public QObject {
    Q_OBJECT
private slots:
    void rewrites_data();
    void rewrites();
    void recordedFiltersKeepTheirMeaning();
};

void TestMlflowText::rewrites_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* filter, const char* written) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(written);
    };
    const char* none = "(none)";
    row("", "");
    row("  ", "");
    row("metrics.train/loss", none);
    row("metrics.a<+1e3 params.\"b c\"=='x'", "metrics.`a` < 1000 AND params.`b c` = 'x'");
    row("metrics.a > 1e+22", "metrics.`a` > 1e22");
    row("metrics.a < inf", none);
    row("metrics.a = nan", none);
    row("min(metrics.a) < 1", none);
    row("(metrics.a > 1) and (status = 'FAILED')",
        "metrics.`a` > 1 AND attributes.status = 'FAILED'");
    row("tags.x <> 'it''s'", "tags.`x` != \"it''s\"");  // nothing is unescaped
    row("tags.x = 'say \"it''s\"'", none);              // both kinds of quotes
    row("params.a = 1", none);
    row("params.a < '1'", none);
    row("params.a NOT LIKE 'x%'", none);
    row("NOT params.a = 'x'", none);  // true where a is missing, which MLflow can't say
    row("NOT params.a IS NULL", "params.`a` IS NOT NULL");
    row("NOT NOT params.a = 'x'", "params.`a` = 'x'");
    row("metrics.a IS NULL", none);
    row("status NOT IN ('FAILED', 'KILLED')",
        "attributes.status != 'FAILED' AND attributes.status != 'KILLED'");
    row("status IN ('FAILED')", "attributes.status = 'FAILED'");
    row("status IN ('FAILED', 'KILLED')", none);
    row("run_id = 'ab' OR run_id = 'cd'", "attributes.run_id IN ('ab', 'cd')");
    row("run_id = 'ab' OR run_id = '12'", none);  // MLflow drops '12' from lists
    row("datasets.name IN ('m', 'n')", "dataset.name IN ('m', 'n')");
    row("datasets.name = 'm' OR status = 'FAILED'", none);
    row("created > 1.5 AND end_time <= 9.9",
        "attributes.start_time >= 2 AND attributes.end_time <= 9");
    row("start_time = 1.5", none);
    row("duration > 5", none);
    row("experiment_name = 'x'", none);
    row("base line", "attributes.run_name ILIKE '%base%' AND attributes.run_name ILIKE '%line%'");
    row("50%", none);
    row("gr\xC3\xBCn", none);
    row("params.`from` = \"it's\"", "params.`from` = \"it's\"");
    row("params.\"a`b\" = 'x'", none);
}

void TestMlflowText::rewrites() {
    QFETCH(QString, filter);
    QFETCH(QString, written);
    const auto parsed = parseFilter(filter.toStdString());
    const auto text = parsed.ok() ? mlflowText(parsed.value()) : std::nullopt;
    QCOMPARE(QString::fromStdString(text.value_or("(none)")), written);
    if (text) {
        const auto again = parseFilter(*text);
        QVERIFY2(again.ok() && acceptedByMlflow(again.value()), text->c_str());
    }
}

/// What real MLflow was asked: where there is a text, it is MLflow's language and finds the runs
/// that MLflow found.
void TestMlflowText::recordedFiltersKeepTheirMeaning() {
    const tests::Recording recording = tests::loadRecording("search");
    const Frame frame = tests::makeFrame(recording.runs);
    int written = 0;
    int accepted = 0;
    for (const tests::RecordedQuery& query : recording.queries) {
        const auto parsed = parseFilter(query.filter);
        if (parsed.failed())
            continue;
        accepted += acceptedByMlflow(parsed.value()) ? 1 : 0;
        const auto text = mlflowText(parsed.value());
        if (!text)
            continue;
        ++written;
        const auto again = parseFilter(*text);
        QVERIFY2(again.ok() && acceptedByMlflow(again.value()), text->c_str());
        QVERIFY2(evaluate(again.value(), frame) == evaluate(parsed.value(), frame), text->c_str());
    }
    QVERIFY2(written > accepted * 8 / 10, qPrintable(QString::number(written)));
}

QTEST_GUILESS_MAIN(TestMlflowText)
#include "tst_mlflowtext.moc"
