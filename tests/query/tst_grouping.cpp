// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/grouping.h"
#include "query/sort.h"
#include "query/tree.h"
#include "testframes.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace podium;
using namespace podium::query;

namespace {

std::vector<tests::TestRun> sampleRuns() {
    std::vector<tests::TestRun> runs(6);
    const char* lr[] = {"0.1", "1e-3", "0.1", nullptr, "adam", "1e-3"};
    const char* team[] = {"red", "red", "blue", "red", "red", nullptr};
    const double loss[] = {1, 4, 3, 5, std::numeric_limits<double>::quiet_NaN(), 6};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i].id = std::string(1, static_cast<char>('a' + i));
        if (lr[i] != nullptr)
            runs[i].params["lr"] = lr[i];
        if (team[i] != nullptr)
            runs[i].tags["team"] = team[i];
        runs[i].metrics["loss"] = loss[i];
    }
    runs[0].datasets = {{"mnist", "1", std::nullopt}, {"cifar", "2", std::nullopt}};
    return runs;
}

/// "0.1[ac] adam[e]": groups in order, with their runs; levels in brackets of their own.
QString drawn(const Grouping& grouping) {
    QStringList texts;
    for (std::uint32_t g = 0; g < grouping.groups().size(); ++g) {
        const Grouping::Group& group = grouping.groups()[g];
        QString text = QString(static_cast<int>(group.level), QLatin1Char('>')) +
                       (group.missing ? QStringLiteral("-") : QString::fromStdString(group.text));
        text += QLatin1Char('[');
        for (const std::uint32_t row : grouping.rows(g))
            text += QChar(u'a' + static_cast<char16_t>(row));
        texts << text + QLatin1Char(']');
    }
    return texts.join(QLatin1Char(' '));
}

}  // namespace

class TestGrouping : public QObject {
    Q_OBJECT
private slots:
    void groups() {
        const Frame frame = tests::makeFrame(sampleRuns());
        const auto rows = allRows(frame);
        // Numbers by size, then texts, then what is missing.
        QCOMPARE(drawn(Grouping(frame, {paramColumn("lr")}, rows)),
                 QStringLiteral("1e-3[bf] 0.1[ac] adam[e] -[d]"));
        QCOMPARE(drawn(Grouping(frame, {tagColumn("team"), paramColumn("lr")}, rows)),
                 QStringLiteral("blue[c] >0.1[c] red[baed] >1e-3[b] >0.1[a] >adam[e] >-[d] "
                                "-[f] >1e-3[f]"));
        QCOMPARE(drawn(Grouping(frame, {datasetColumn("name")}, rows)),
                 QStringLiteral("mnist, cifar[a] -[bcdef]"));
        QCOMPARE(drawn(Grouping(frame, {paramColumn("nothing")}, rows)),
                 QStringLiteral("-[abcdef]"));
        QCOMPARE(drawn(Grouping(frame, {paramColumn("lr")}, std::span(rows).subspan(0, 2))),
                 QStringLiteral("1e-3[b] 0.1[a]"));
    }

    void groupsAreOrderedByWhatStandsForThem() {
        const Frame frame = tests::makeFrame(sampleRuns());
        const auto rows = allRows(frame);
        const Grouping::Order most{metricColumn("loss"), true, Aggregate::Mean};
        QCOMPARE(drawn(Grouping(frame, {paramColumn("lr")}, rows, &most)),
                 QStringLiteral("1e-3[bf] 0.1[ac] adam[e] -[d]"));
        const Grouping::Order least{metricColumn("loss"), false, Aggregate::Mean};
        QCOMPARE(drawn(Grouping(frame, {paramColumn("lr")}, rows, &least)),
                 QStringLiteral("0.1[ac] 1e-3[bf] adam[e] -[d]"));
        const Grouping::Order own{paramColumn("lr"), true, Aggregate::Mean};
        QCOMPARE(drawn(Grouping(frame, {paramColumn("lr")}, rows, &own)),
                 QStringLiteral("adam[e] 0.1[ac] 1e-3[bf] -[d]"));
    }

    void summaries() {
        const Frame frame = tests::makeFrame(sampleRuns());
        const auto rows = allRows(frame);
        // Of 1 4 3 5 6: worked out by hand.
        const Summary all = summarize(*frame.column(metricColumn("loss")), rows);
        QCOMPARE(all.values, std::size_t{5});
        QCOMPARE(all.notNumbers, std::size_t{1});
        QCOMPARE(all.mean, 3.8);
        QCOMPARE(all.median, 4.0);
        QCOMPARE(all.min, 1.0);
        QCOMPARE(all.max, 6.0);
        QCOMPARE(all.deviation, std::sqrt(14.8 / 4));
        QCOMPARE(all.error, std::sqrt(14.8 / 4) / std::sqrt(5.0));
        const Summary two =
            summarize(*frame.column(metricColumn("loss")), std::span(rows).subspan(0, 2));
        QCOMPARE(two.median, 2.5);
        const Summary none =
            summarize(*frame.column(metricColumn("loss")), std::span(rows).subspan(4, 1));
        QCOMPARE(none.values, std::size_t{0});
        QVERIFY(std::isnan(none.mean) && std::isnan(none.median));
        // Params that are numbers count as such.
        QCOMPARE(summarize(*frame.column(paramColumn("lr")), rows).values, std::size_t{4});
    }

    void depthTenThousand() {
        constexpr std::size_t Depth = 10'000;
        std::vector<tests::TestRun> runs(Depth);
        for (std::size_t i = 0; i < Depth; ++i) {
            runs[i].id = "r" + std::to_string(i);
            if (i > 0)
                runs[i].tags["mlflow.parentRunId"] = "r" + std::to_string(i - 1);
        }
        const Frame frame = tests::makeFrame(runs);
        const Nesting nesting(frame);
        Bitmap deepest(Depth);
        deepest.set(Depth - 1);
        const Bitmap shown = nesting.withAncestors(deepest);
        QCOMPARE(shown.count(), Depth);
        const RunTree tree(nesting, sortRows(frame, shown.rows(), {}), deepest);
        QCOMPARE(tree.roots().size(), std::size_t{1});
        QVERIFY(tree.isContext(0));
        QVERIFY(!tree.isContext(Depth - 1));
    }
};

QTEST_GUILESS_MAIN(TestGrouping)
#include "tst_grouping.moc"
