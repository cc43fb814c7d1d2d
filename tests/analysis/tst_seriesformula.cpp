// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/seriesformula.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace podium::analysis;
using podium::domain::MetricPoint;
using podium::series::JoinKind;
using podium::series::Series;

namespace {

using History = std::shared_ptr<const Series>;
using Points = std::vector<std::pair<std::int64_t, double>>;  // step, value

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

History history(const Points& points, std::int64_t startTime = 0) {
    std::vector<MetricPoint> list;
    for (const auto& [step, value] : points)
        list.push_back({value, startTime + static_cast<std::int64_t>(list.size()), step});
    return Series::fromPoints(list);
}

Points pointsOf(const Series& series) {
    Points points;
    for (std::size_t i = 0; i < series.size(); ++i)
        points.emplace_back(series.steps()[i], series.values()[i]);
    return points;
}

SeriesFormula formula(const char* text) {
    const auto parsed = parseSeriesFormula(text);
    if (!parsed.ok())
        qFatal("%s is no formula", text);
    return parsed.value();
}

SeriesFormula::Computed compute(const char* text, const std::vector<History>& histories,
                                JoinKind join = JoinKind::SameStep) {
    return formula(text).evaluate(histories, join);
}

bool same(const Points& a, const Points& b) {
    return std::ranges::equal(a, b, [](const auto& left, const auto& right) {
        return left.first == right.first && (left.second == right.second ||
                                             (std::isnan(left.second) && std::isnan(right.second)));
    });
}

}  // namespace

class TestSeriesFormula : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void difference() {
        const SeriesFormula gap = formula("metrics.val_loss - metrics.loss");
        QCOMPARE(gap.metrics(), (std::vector<std::string>{"val_loss", "loss"}));
        const std::vector<History> histories = {history({{1, 5}, {2, 4}, {4, 3}}, 1000),
                                                history({{0, 9}, {1, 2}, {2, 1.5}, {3, 1}}, 5000)};
        const SeriesFormula::Computed computed = gap.evaluate(histories);
        QVERIFY(same(pointsOf(*computed.series), {{1, 3}, {2, 2.5}}));
        // Of val_loss step 4 has no partner, of loss the steps 0 and 3.
        QCOMPARE(computed.unpaired, std::size_t{3});
        QCOMPARE(computed.series->times(), (std::vector<std::int64_t>{1000, 1001}));
    }

    void valuesThatAreNoNumbersStayPoints() {
        const auto computed =
            compute("log(metrics.a)", {history({{1, -1}, {2, 0}, {3, NaN}, {4, 1}})});
        QVERIFY(same(pointsOf(*computed.series), {{1, NaN}, {2, -Infinity}, {3, NaN}, {4, 0}}));
        QCOMPARE(computed.unpaired, std::size_t{0});
    }

    void storeOrderIsKept() {
        const Points points = {{5, 1}, {6, 2}, {3, 3}, {4, 4}};
        const auto computed = compute("metrics.a * metrics.b", {history(points), history(points)});
        QVERIFY(same(pointsOf(*computed.series), {{5, 1}, {6, 4}, {3, 9}, {4, 16}}));
    }

    void carriedForward() {
        const std::vector<History> histories = {history({{0, 8}, {1, 6}, {2, 4}, {3, 2}}),
                                                history({{1, 10}, {3, 20}})};
        const auto computed =
            compute("metrics.loss / metrics.val", histories, JoinKind::CarryForward);
        QVERIFY(same(pointsOf(*computed.series), {{1, 0.6}, {2, 0.4}, {3, 0.1}}));
        QCOMPARE(computed.unpaired, std::size_t{1});
        const auto together = compute("metrics.loss / metrics.val", histories);
        QVERIFY(same(pointsOf(*together.series), {{1, 0.6}, {3, 0.1}}));
    }

    void carriedForwardBetweenSteps() {
        const auto computed =
            compute("metrics.a + metrics.b", {history({{0, 1}, {10, 2}}), history({{5, 10}})},
                    JoinKind::CarryForward);
        QVERIFY(same(pointsOf(*computed.series), {{5, 11}, {10, 12}}));
    }

    void reductionsStandForTheWholeHistory() {
        const Points points = {{1, 4}, {2, 2}, {3, 8}};
        const auto values = [&](const char* text) {
            std::vector<double> list;
            for (const auto& point : pointsOf(*compute(text, {history(points)}).series))
                list.push_back(point.second);
            return list;
        };
        QCOMPARE(values("metrics.a / first(metrics.a)"), (std::vector<double>{1, 0.5, 2}));
        QCOMPARE(values("metrics.a - min(metrics.a)"), (std::vector<double>{2, 0, 6}));
        QCOMPARE(values("metrics.a - max(metrics.a)"), (std::vector<double>{-4, -6, 0}));
        QCOMPARE(values("metrics.a * count(metrics.a)"), (std::vector<double>{12, 6, 24}));
        QCOMPARE(values("mean_last(metrics.a, 2)"), (std::vector<double>{5, 5, 5}));
        QCOMPARE(values("at_step(metrics.a, 3) - metrics.a"), (std::vector<double>{4, 6, 0}));
        QVERIFY(values("at_step(metrics.a, 7) - metrics.a").empty());
        // With two arguments they are the functions of numbers.
        QCOMPARE(values("max(metrics.a, 3)"), (std::vector<double>{4, 3, 8}));
    }

    void ifTakesThePartThatCounts() {
        const SeriesFormula choice = formula("if(metrics.phase > 0, metrics.a, metrics.b)");
        const std::map<std::string, History> named = {{"phase", history({{1, 0}, {2, 1}, {3, 0}})},
                                                      {"a", history({{1, 10}, {2, 20}})},
                                                      {"b", history({{3, 300}})}};
        std::vector<History> histories;
        for (const std::string& metric : choice.metrics())
            histories.push_back(named.at(metric));
        QCOMPARE(histories.size(), std::size_t{3});
        const Points points = pointsOf(*choice.evaluate(histories).series);
        QVERIFY(same(points, {{2, 20}, {3, 300}}));
    }

    void aMetricThatTheRunLacks() {
        const auto computed = compute("metrics.a - metrics.b", {history({{1, 1}}), nullptr});
        QVERIFY(computed.series->empty());
        QCOMPARE(computed.unpaired, std::size_t{1});
        QVERIFY(compute("metrics.a", {nullptr}).series->empty());
        QVERIFY(compute("min(metrics.a)", {history({})}).series->empty());
    }

    /// Against looking for each step in each history.
    void asByLookingForEachStep() {
        std::mt19937_64 random(7);
        const auto randomHistory = [&] {
            std::map<std::int64_t, double> points;
            const auto count = random() % 30;
            for (std::uint64_t i = 0; i < count; ++i)
                points[static_cast<std::int64_t>(random() % 40)] =
                    random() % 9 == 0 ? NaN : static_cast<double>(random() % 100) / 8;
            return points;
        };
        const auto valueAt = [](const std::map<std::int64_t, double>& points, std::int64_t step,
                                JoinKind join) -> std::optional<double> {
            auto after = points.upper_bound(step);
            if (after == points.begin())
                return std::nullopt;
            --after;
            if (join == JoinKind::SameStep && after->first != step)
                return std::nullopt;
            return after->second;
        };
        const SeriesFormula gap = formula("(metrics.a - metrics.b) / 2 + metrics.c * metrics.a");
        for (int round = 0; round < 300; ++round) {
            const JoinKind join = round % 2 == 0 ? JoinKind::SameStep : JoinKind::CarryForward;
            const std::vector<std::map<std::int64_t, double>> maps = {
                randomHistory(), randomHistory(), randomHistory()};
            std::vector<History> histories;
            std::map<std::int64_t, double> steps;
            for (const auto& map : maps) {
                histories.push_back(history(Points(map.begin(), map.end())));
                steps.insert(map.begin(), map.end());
            }
            Points expected;
            std::size_t unpaired = 0;
            for (const auto& [step, unused] : steps) {
                const auto a = valueAt(maps[0], step, join);
                const auto b = valueAt(maps[1], step, join);
                const auto c = valueAt(maps[2], step, join);
                if (a && b && c)
                    expected.emplace_back(step, (*a - *b) / 2 + *c * *a);
                else
                    ++unpaired;
            }
            const SeriesFormula::Computed computed = gap.evaluate(histories, join);
            QVERIFY2(same(pointsOf(*computed.series), expected),
                     qPrintable(QString::number(round)));
            QCOMPARE(computed.unpaired, unpaired);
        }
    }

    void faults_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* text, int position, int length, const char* reason) {
            QTest::newRow(text) << QByteArray(text) << position << length << QByteArray(reason);
        };
        row("metrics.a * params.lr", 12, 9, "operand-metric");
        row("metrics.a - start_time", 12, 10, "operand-metric");
        row("if(params.o = 'a', metrics.a, metrics.b)", 3, 8, "operand-metric");
        row("best(metrics.a) - metrics.a", 0, 4, "operand-reduction");
        row("metrics.a - time_to(metrics.a, 0.5)", 12, 7, "operand-reduction");
        row("1 + 2", 0, 5, "no-metric");
        row("metrics.a -", 11, 0, "value-number");
        row("nonsense(metrics.a)", 0, 8, "function");
    }
    void faults() {
        QFETCH(QByteArray, text);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QByteArray, reason);
        const auto parsed = parseSeriesFormula(text.toStdString());
        QVERIFY(parsed.failed());
        const std::vector<std::string>& args = parsed.error().args;
        QCOMPARE(args[0], std::to_string(position));
        QCOMPARE(args[1], std::to_string(length));
        QCOMPARE(QByteArray::fromStdString(args[2]), reason);
    }
};

QTEST_GUILESS_MAIN(TestSeriesFormula)
#include "tst_seriesformula.moc"
