// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/decimate.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace podium::series;
using namespace podium::test;
using podium::domain::MetricPoint;

namespace {

std::shared_ptr<const Line> lineOf(const std::vector<MetricPoint>& points) {
    return Line::make(*Series::fromPoints(points), XKind::Step);
}

/// Every point is put into its column one by one, straight from the definition of a column.
std::vector<Column> byForce(const Line& line, const Window& window) {
    std::map<int, Column> columns;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double x = line.x()[i];
        const double y = line.y()[i];
        if (x < window.x0 || x > window.x1)
            continue;
        int c = 0;
        while (c + 1 < window.columns && x >= window.edge(c + 1))
            ++c;
        const auto n = static_cast<std::uint32_t>(i);
        const auto [entry, isNew] = columns.try_emplace(c, Column{c, n, n, y, y, x, y, x, y});
        entry->second.last = n;
        entry->second.x1 = x;
        entry->second.y1 = y;
        entry->second.min = std::min(entry->second.min, y);
        entry->second.max = std::max(entry->second.max, y);
    }
    std::vector<Column> out;
    for (const auto& [c, column] : columns)
        out.push_back(column);
    return out;
}

}  // namespace

class TestDecimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pyramidIsExact();
    void equalsBruteForce_data();
    void equalsBruteForce();
    void oneOutlierAlwaysAppears();
    void snappedLosesNoExtreme_data();
    void snappedLosesNoExtreme();
    void nothingInTheWindow();
};

void TestDecimate::pyramidIsExact() {
    std::mt19937_64 random(4);
    for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 64U, 1000U, 5000U}) {
        std::vector<double> values(size);
        for (double& value : values)
            value = static_cast<double>(random() % 100'000);
        const Pyramid pyramid{values};
        for (int round = 0; round < 2000; ++round) {
            std::size_t from = random() % (size + 1);
            std::size_t to = random() % (size + 1);
            if (from > to)
                std::swap(from, to);
            MinMax expected;
            for (std::size_t i = from; i < to; ++i)
                expected.include(values[i]);
            QCOMPARE(pyramid.over(values, from, to), expected);
        }
    }
}

void TestDecimate::equalsBruteForce_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        QTest::addRow("%d", static_cast<int>(seed)) << seed;
}

void TestDecimate::equalsBruteForce() {
    QFETCH(std::uint64_t, seed);
    const auto line = lineOf(randomPoints(seed));
    std::mt19937_64 random(seed + 1000);
    MinMax x = line->xExtent();
    if (x.empty())
        x = {0, 1};
    const double span = std::max(x.max - x.min, 1.0);
    std::uniform_real_distribution<double> place(x.min - span / 4, x.max + span / 4);
    for (int round = 0; round < 6; ++round) {
        Window window;
        window.columns = 1 + static_cast<int>(random() % 900);
        window.x0 = round == 0 ? x.min : place(random);
        window.x1 = round == 0 ? x.max : place(random);
        if (round == 1) {  // borders right on points
            window.x0 = std::round(window.x0);
            window.x1 = std::round(window.x1);
        }
        if (window.x0 > window.x1)
            std::swap(window.x0, window.x1);
        if (window.x0 == window.x1)
            window.x1 += 1;
        const Decimated got = decimate(*line, window);
        QVERIFY(got.exact);
        const std::vector<Column> expected = byForce(*line, window);
        QCOMPARE(got.columns.size(), expected.size());
        QVERIFY(std::ranges::equal(got.columns, expected));
        std::size_t points = 0;
        for (const Column& column : expected)
            points += column.last - column.first + 1;
        QCOMPARE(std::size_t{got.end - got.begin}, points);
    }
}

void TestDecimate::oneOutlierAlwaysAppears() {
    std::mt19937_64 random(9);
    const std::size_t count = 50'000;
    std::vector<MetricPoint> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back(
            {static_cast<double>(random() % 1000) / 1000, 0, static_cast<std::int64_t>(i)});
    for (int round = 0; round < 60; ++round) {
        const std::size_t at = random() % count;
        std::vector<MetricPoint> shifted = points;
        shifted[at].value = 1e6;
        const auto line = lineOf(shifted);
        const Window window{0, static_cast<double>(count - 1),
                            1 + static_cast<int>(random() % 1600)};
        for (const Decimated& got : {decimate(*line, window), decimateSnapped(*line, window)}) {
            const auto hit = std::ranges::find(got.columns, 1e6, &Column::max);
            QVERIFY(hit != got.columns.end());
            QVERIFY(hit->first <= at && at <= hit->last);
            const double where = window.position(static_cast<double>(at));
            QVERIFY(std::abs(where - hit->column) <= (got.exact ? 1.0001 : 2));
        }
    }
}

void TestDecimate::snappedLosesNoExtreme_data() {
    equalsBruteForce_data();
}

void TestDecimate::snappedLosesNoExtreme() {
    QFETCH(std::uint64_t, seed);
    const auto line = lineOf(randomPoints(seed));
    const MinMax x = line->xExtent();
    if (line->size() == 0 || x.min == x.max)
        return;
    std::mt19937_64 random(seed);
    for (int round = 0; round < 4; ++round) {
        const double inset = round * (x.max - x.min) / 10;
        const Window window{x.min + inset, x.max - inset, 1 + static_cast<int>(random() % 300)};
        const Decimated got = decimateSnapped(*line, window);
        const Decimated exact = decimate(*line, window);
        QCOMPARE(got.begin, exact.begin);
        QCOMPARE(got.end, exact.end);
        MinMax all;
        std::uint32_t next = got.begin;
        int before = -1;
        for (const Column& column : got.columns) {
            QCOMPARE(column.first, next);
            QVERIFY(column.last >= column.first);
            QVERIFY(column.column > before && column.column < window.columns);
            const MinMax own = Cursor(*line).over(column.first, column.last + 1U);
            QCOMPARE(own, (MinMax{column.min, column.max}));
            all.include(own);
            next = column.last + 1;
            before = column.column;
        }
        QCOMPARE(next, got.end);
        QCOMPARE(all, line->yExtent(window.x0, window.x1));
    }
}

void TestDecimate::nothingInTheWindow() {
    const auto line = lineOf({{1, 0, 0}, {2, 0, 100}});
    const Decimated got = decimate(*line, {40, 60, 50});
    QVERIFY(got.columns.empty());
    QCOMPARE(got.begin, 1U);  // what crosses the window joins point 0 and point 1
    QCOMPARE(got.end, 1U);
    QVERIFY(decimate(*lineOf({}), {0, 1, 10}).columns.empty());
    QVERIFY(decimate(*line, {0, 1, 0}).columns.empty());
}

QTEST_GUILESS_MAIN(TestDecimate)
#include "tst_decimate.moc"
