// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/line.h"
#include "series/smooth.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace podium::series;
using namespace podium::test;
using podium::domain::MetricPoint;

namespace {

std::shared_ptr<const Line> lineOf(const std::vector<MetricPoint>& points,
                                   XKind kind = XKind::Step) {
    return Line::make(*Series::fromPoints(points), kind);
}

std::vector<MetricPoint> values(const std::vector<double>& list) {
    std::vector<MetricPoint> points;
    for (const double value : list)
        points.push_back({value, 1000, static_cast<std::int64_t>(points.size())});
    return points;
}

}  // namespace

class TestLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromBlob();
    void axes();
    void equalStepsKeepTheStoresOrder();
    void disorderIsSortedStably();
    void gaps();
    void marksKeepTheirPlace();
    void keepsEveryPointOfRandomSeries_data();
    void keepsEveryPointOfRandomSeries();
    void relativeTimeOfExtremes();
    void smoothingIsTheDefinition_data();
    void smoothingIsTheDefinition();
    void smoothingStartsUnbiased();
    void smoothingSkipsGaps();
    void positive();
    void extents();
    void nearestPoint();
};

void TestLine::fromBlob() {
    const std::vector<MetricPoint> points = {{1, 10, 1}, {2, 20, 2}};
    const auto series = Series::fromBlob(pack(points));
    QVERIFY(series.ok());
    QCOMPARE(series.value()->size(), std::size_t{2});
    QCOMPARE(series.value()->point(1).timestamp, std::int64_t{20});
    QVERIFY(Series::fromBlob("\x01\x7f").failed());
}

void TestLine::axes() {
    const std::vector<MetricPoint> points = {{1, 5000, 10}, {2, 7000, 20}, {3, 6000, 30}};
    QCOMPARE(lineOf(points)->x(), (std::vector<double>{10, 20, 30}));
    const auto wall = lineOf(points, XKind::WallTime);
    QCOMPARE(wall->x(), (std::vector<double>{5000, 6000, 7000}));
    QCOMPARE(wall->y(), (std::vector<double>{1, 3, 2}));
    QCOMPARE(wall->source(1), std::size_t{2});
    QCOMPARE(lineOf(points, XKind::RelativeTime)->x(), (std::vector<double>{0, 1000, 2000}));
}

void TestLine::equalStepsKeepTheStoresOrder() {
    // Times run backwards on purpose: the store's order counts, not the clock.
    const auto line = lineOf({{3, 9, 1}, {1, 8, 1}, {2, 7, 1}});
    QCOMPARE(line->y(), (std::vector<double>{3, 1, 2}));
}

void TestLine::disorderIsSortedStably() {
    const auto line = lineOf({{1, 0, 5}, {2, 0, 3}, {3, 0, 5}, {4, 0, 3}, {5, 0, 1}});
    QCOMPARE(line->x(), (std::vector<double>{1, 3, 3, 5, 5}));
    QCOMPARE(line->y(), (std::vector<double>{5, 2, 4, 1, 3}));
    QCOMPARE(line->source(0), std::size_t{4});
    QCOMPARE(line->source(4), std::size_t{2});
}

void TestLine::gaps() {
    const auto line = lineOf(values({NaN, 1, 2, NaN, Infinity, 3, -Infinity, 4, 5, NaN}));
    QCOMPARE(line->y(), (std::vector<double>{1, 2, 3, 4, 5}));
    QVERIFY(!line->joined(0));
    QVERIFY(line->joined(1));
    QVERIFY(!line->joined(2));
    QVERIFY(!line->joined(3));
    QVERIFY(line->joined(4));
    QVERIFY(!line->joined(5));
    const Counts counts{10, 3, 1, 1, 0};
    QCOMPARE(line->counts(), counts);
    QCOMPARE(line->counts().drawn(), std::uint64_t{5});
    QCOMPARE(line->source(2), std::size_t{5});
}

void TestLine::marksKeepTheirPlace() {
    const auto line = lineOf(values({1, NaN, 2, Infinity, -Infinity}));
    const std::vector<Mark> expected = {
        {1, MarkKind::NaN}, {3, MarkKind::PlusInfinity}, {4, MarkKind::MinusInfinity}};
    QCOMPARE(line->marks(), expected);
}

void TestLine::keepsEveryPointOfRandomSeries_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        QTest::addRow("%d", static_cast<int>(seed)) << seed;
}

void TestLine::keepsEveryPointOfRandomSeries() {
    QFETCH(std::uint64_t, seed);
    const std::vector<MetricPoint> points = randomPoints(seed);
    for (const XKind kind : {XKind::Step, XKind::WallTime, XKind::RelativeTime}) {
        const auto line = lineOf(points, kind);
        std::vector<std::size_t> order(points.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::ranges::stable_sort(order, {}, [&](std::size_t i) {
            return kind == XKind::Step ? points[i].step : points[i].timestamp;
        });
        std::size_t at = 0;
        std::size_t mark = 0;
        bool gap = true;
        for (const std::size_t i : order) {
            if (!std::isfinite(points[i].value)) {
                ++mark;
                gap = true;
                continue;
            }
            QCOMPARE(line->y()[at], points[i].value);
            QCOMPARE(line->source(at), i);
            QCOMPARE(line->joined(at), !gap);
            gap = false;
            ++at;
        }
        QCOMPARE(line->size(), at);
        QCOMPARE(line->marks().size(), mark);
        QCOMPARE(line->counts().drawn(), static_cast<std::uint64_t>(at));
        QVERIFY(std::ranges::is_sorted(line->x()));
    }
}

void TestLine::relativeTimeOfExtremes() {
    constexpr auto Least = std::numeric_limits<std::int64_t>::min();
    constexpr auto Most = std::numeric_limits<std::int64_t>::max();
    const auto line = lineOf({{1, Most, 0}, {2, Least, 1}}, XKind::RelativeTime);
    QCOMPARE(line->x(), (std::vector<double>{0, 0x1p64}));
}

void TestLine::smoothingIsTheDefinition_data() {
    QTest::addColumn<double>("weight");
    for (const double weight : {0.0, 0.1, 0.6, 0.9, 0.99, 0.999})
        QTest::addRow("%g", weight) << weight;
}

void TestLine::smoothingIsTheDefinition() {
    QFETCH(double, weight);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        std::vector<double> ys;
        for (const MetricPoint& point : randomPoints(seed)) {
            if (std::isfinite(point.value))
                ys.push_back(point.value);
        }
        ys.resize(std::min<std::size_t>(ys.size(), 400));
        const std::vector<double> got = smoothed(ys, weight);
        QCOMPARE(got.size(), ys.size());
        for (std::size_t n = 0; n < ys.size(); ++n) {
            // The weighted mean written out: every value with w^age, over the sum of the weights.
            long double sum = 0;
            long double weights = 0;
            long double size = 0;
            for (std::size_t i = 0; i <= n; ++i) {
                const long double w =
                    powl(static_cast<long double>(weight), static_cast<long double>(n - i));
                sum += w * static_cast<long double>(ys[i]);
                weights += w;
                size = std::max(size, fabsl(static_cast<long double>(ys[i])));
            }
            const long double error = fabsl(sum / weights - static_cast<long double>(got[n]));
            QVERIFY2(error <= 1e-12L * std::max(size, 1e-300L),
                     qPrintable(QString::number(static_cast<double>(error / size))));
        }
    }
}

void TestLine::smoothingStartsUnbiased() {
    const std::vector<double> got = smoothed(std::vector<double>{10, 20}, 0.6);
    QCOMPARE(got[0], 10.0);
    QCOMPARE(got[1], (0.6 * 0.4 * 10 + 0.4 * 20) / (1 - 0.36));
}

void TestLine::smoothingSkipsGaps() {
    const auto line = lineOf(values({1, NaN, 3}))->smoothed(0.5);
    QCOMPARE(line->y(), smoothed(std::vector<double>{1, 3}, 0.5));
    QVERIFY(!line->joined(1));
    QCOMPARE(line->counts().nan, std::uint64_t{1});
}

void TestLine::positive() {
    const auto all = lineOf(values({1, 0, 2, 3, NaN, -1, 4}));
    const auto line = all->positive();
    QCOMPARE(line->y(), (std::vector<double>{1, 2, 3, 4}));
    QVERIFY(!line->joined(1));
    QVERIFY(line->joined(2));
    QVERIFY(!line->joined(3));
    QCOMPARE(line->source(3), std::size_t{6});
    QCOMPARE(line->counts().notPositive, std::uint64_t{2});
    QCOMPARE(line->counts().drawn(), std::uint64_t{4});
    const std::vector<Mark> marks = {
        {1, MarkKind::NotPositive}, {4, MarkKind::NaN}, {5, MarkKind::NotPositive}};
    QCOMPARE(line->marks(), marks);
    QCOMPARE(lineOf(values({1, 2}))->positive()->y(), (std::vector<double>{1, 2}));
}

void TestLine::extents() {
    const auto line = lineOf(values({NaN, 5, 1, 9, NaN}));
    QCOMPARE(line->xExtent(), (MinMax{0, 4}));
    QCOMPARE(line->yExtent(), (MinMax{1, 9}));
    QCOMPARE(line->yExtent(1, 2), (MinMax{1, 5}));
    QVERIFY(line->yExtent(3.1, 3.9).empty());
    QVERIFY(lineOf({})->xExtent().empty());
    QVERIFY(lineOf(values({NaN}))->yExtent().empty());
}

void TestLine::nearestPoint() {
    const auto line = lineOf({{1, 0, 0}, {2, 0, 10}, {3, 0, 10}, {4, 0, 20}});
    QCOMPARE(line->nearest(-5), std::size_t{0});
    QCOMPARE(line->nearest(4), std::size_t{0});
    QCOMPARE(line->nearest(6), std::size_t{1});
    QCOMPARE(line->nearest(14), std::size_t{1});
    QCOMPARE(line->nearest(99), std::size_t{3});
}

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"
