// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/mapping.h"
#include "series/range.h"

#include <QTest>

#include <limits>
#include <random>

using namespace podium::series;

class TestRange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void everythingFits();
    void zoomKeepsTheAnchor();
    void zoomStops();
    void mappingGoesBothWays();
};

void TestRange::fits_data() {
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("span") << 0.0 << 10.0 << false << -1.0 << 11.0;
    QTest::newRow("constant") << 3.0 << 3.0 << false << 2.7 << 3.3;
    QTest::newRow("constant but for rounding") << 3.0 << 3.0 + 1e-15 << false << 2.7 << 3.3;
    QTest::newRow("constant below zero") << -3.0 << -3.0 << false << -3.3 << -2.7;
    QTest::newRow("zero") << 0.0 << 0.0 << false << -0.5 << 0.5;
    QTest::newRow("nothing") << 1.0 << -1.0 << false << 0.0 << 1.0;
    QTest::newRow("log span") << 1.0 << 1e10 << true << 0.1 << 1e11;
    QTest::newRow("log constant") << 100.0 << 100.0 << true << 31.6227766016838 << 316.227766016838;
    QTest::newRow("log nothing") << 1.0 << -1.0 << true << 1.0 << 10.0;
    QTest::newRow("log not positive") << -2.0 << 0.0 << true << 1.0 << 10.0;
}

void TestRange::fits() {
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(bool, logarithmic);
    const Range range = fit({min, max}, 0.1, logarithmic);
    QTEST(range.low, "low");
    QTEST(range.high, "high");
}

void TestRange::everythingFits() {
    std::mt19937_64 random(2);
    for (int i = 0; i < 100'000; ++i) {
        double a = std::bit_cast<double>(random());
        double b = i % 3 == 0 ? a : std::bit_cast<double>(random());
        if (!std::isfinite(a) || !std::isfinite(b))
            continue;
        if (a > b)
            std::swap(a, b);
        QVERIFY(valid(fit({a, b}, 0.05)));
        QVERIFY(valid(fit({a, b}, 0.05, true), true));
    }
}

void TestRange::zoomKeepsTheAnchor() {
    const Range in = zoomed({0, 100}, 25, 0.5);
    QCOMPARE(in.low, 12.5);
    QCOMPARE(in.high, 62.5);
    const Range log = zoomed({1, 10'000}, 100, 0.5, true);
    QCOMPARE(log.low, 10.0);
    QCOMPARE(log.high, 1000.0);
    const Range there = moved({0, 10}, 0.5);
    QCOMPARE(there, (Range{5, 15}));
    QCOMPARE(moved({1, 100}, 0.5, true), (Range{10, 1000}));
}

void TestRange::zoomStops() {
    Range range{0, 1};
    for (int i = 0; i < 5000; ++i)
        range = zoomed(range, 0.3, 0.5);
    QVERIFY(valid(range));
    for (int i = 0; i < 10'000; ++i)
        range = zoomed(range, 0.3, 2);
    QVERIFY(valid(range));
    Range log{1, 10};
    for (int i = 0; i < 5000; ++i)
        log = zoomed(log, 3, 2, true);
    QVERIFY(valid(log, true));
}

void TestRange::mappingGoesBothWays() {
    const Mapping linear{{0, 50, 500}, {-1, 1}, false, 200};
    QCOMPARE(linear.pixelX(25), 250.0);
    QCOMPARE(linear.pixelY(1), 0.0);
    QCOMPARE(linear.pixelY(-1), 200.0);
    QCOMPARE(linear.dataX(250), 25.0);
    QCOMPARE(linear.dataY(50), 0.5);
    const Mapping log{{0, 50, 500}, {1, 100}, true, 200};
    QCOMPARE(log.pixelY(10), 100.0);
    QCOMPARE(log.dataY(100), 10.0);
    const Mapping narrow{{0, 1, 10}, {0, 1e-270}, false, 10};
    QVERIFY(std::isfinite(narrow.pixelY(std::numeric_limits<double>::max())));
}

QTEST_GUILESS_MAIN(TestRange)
#include "tst_range.moc"
