// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/axes.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>

using namespace podium::analysis;
using namespace podium::test;

namespace {

std::vector<double> tickValues(const Axis& axis, std::size_t wanted, std::int64_t offset = 0) {
    std::vector<double> values;
    for (const AxisTick& tick : axis.ticks(wanted, offset))
        values.push_back(tick.value);
    return values;
}

Axis between(double low, double high, AxisKind kind = AxisKind::Linear) {
    return Axis::ofNumbers(std::vector<double>{low, high}, kind);
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(a));
}

constexpr double Day = 86'400'000;

}  // namespace

class TestAxes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linear() {
        const Axis axis = Axis::ofNumbers(std::vector<double>{2, NaN, 10, Infinity, 4});
        QCOMPARE(axis.place(2), 0.0);
        QCOMPARE(axis.place(4), 0.25);
        QCOMPARE(axis.place(10), 1.0);
        QCOMPARE(axis.place(12), 1.25);
        QVERIFY(std::isnan(axis.place(NaN)) && std::isnan(axis.place(Infinity)));
        QCOMPARE(axis.missing(), std::size_t{1});
        QCOMPARE(axis.infinite(), std::size_t{1});
    }

    void logarithmic() {
        const Axis axis =
            Axis::ofNumbers(std::vector<double>{0.01, 0, 1, -4, 100, NaN}, AxisKind::Log);
        QCOMPARE(axis.place(0.01), 0.0);
        QVERIFY(near(axis.place(1), 0.5));
        QVERIFY(near(axis.value(0.75), 10));
        QVERIFY(std::isnan(axis.place(0)) && std::isnan(axis.place(-4)));
        QCOMPARE(axis.nonPositive(), std::size_t{2});
        QCOMPARE(axis.missing(), std::size_t{1});
    }

    void logarithmicWithoutPositiveNumbers() {
        const Axis axis = Axis::ofNumbers(std::vector<double>{0, -1}, AxisKind::Log);
        QCOMPARE(axis.low(), 1.0);
        QCOMPARE(axis.high(), 10.0);
        ColumnValues values;
        values.numbers = {0, -1};
        QCOMPARE(Axis::of(values, true).kind(), AxisKind::Linear);
    }

    void reversed() {
        Axis axis = between(0, 8);
        axis.setReversed(true);
        QCOMPARE(axis.place(2), 0.75);
        QCOMPARE(axis.value(0.75), 2.0);
    }

    void categories() {
        ColumnValues values;
        values.type = ColumnType::Categories;
        values.categories = {"a", "b", "c", "d"};
        values.codes = {4, 1, NoCategory};
        const Axis axis = Axis::of(values);
        QCOMPARE(axis.kind(), AxisKind::Categories);
        QCOMPARE(axis.categoryPlace(1), 0.125);
        QCOMPARE(axis.categoryPlace(4), 0.875);
        QVERIFY(std::isnan(axis.categoryPlace(NoCategory)) && std::isnan(axis.categoryPlace(5)));
        QCOMPARE(axis.categoryAt(0), Category{1});
        QCOMPARE(axis.categoryAt(0.3), Category{2});
        QCOMPARE(axis.categoryAt(1), Category{4});
        QCOMPARE(axis.categoryAt(1.01), NoCategory);
        QCOMPARE(axis.missing(), std::size_t{1});
        const std::vector<double> places = axis.places(values);
        QCOMPARE(places[0], 0.875);
        QVERIFY(std::isnan(places[2]));
        QCOMPARE(tickValues(axis, 10), (std::vector<double>{1, 2, 3, 4}));
        QCOMPARE(tickValues(axis, 2), (std::vector<double>{1, 3}));
    }

    void thereAndBack() {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const std::vector<double> values = randomColumn(seed, 1 + seed % 50);
            Axis axis = Axis::ofNumbers(values, seed % 2 == 0 ? AxisKind::Linear : AxisKind::Log);
            axis.setReversed(seed % 3 == 0);
            QVERIFY(axis.low() < axis.high());
            for (const double value : values) {
                const double place = axis.place(value);
                if (std::isnan(place))
                    continue;
                QVERIFY(place >= -1e-12 && place <= 1 + 1e-12);
                const double back = axis.value(place);
                // What is lost is a part of the axis.
                const double lost =
                    axis.kind() == AxisKind::Log
                        ? std::abs(std::log10(back / value))
                        : std::abs(back / 4 - value / 4) / (axis.high() / 4 - axis.low() / 4);
                QVERIFY2(lost < 1e-11, qPrintable(QString::number(seed)));
            }
        }
    }

    void constantIsInTheMiddle() {
        for (const double value : {0.0, 5.0, -1e-9, 1e300}) {
            const Axis axis = Axis::ofNumbers(std::vector<double>{value});
            QCOMPARE(axis.place(value), 0.5);
        }
        QVERIFY(near(between(3, 3, AxisKind::Log).place(3), 0.5));
    }

    void zoom() {
        Axis axis = between(0, 10);
        axis.setRange(2, 4);
        QCOMPARE(axis.place(3), 0.5);
        axis.setRange(4, 2);
        axis.setRange(NaN, 3);
        QCOMPARE(axis.low(), 2.0);
        QCOMPARE(axis.high(), 4.0);
        Axis log = between(1, 10, AxisKind::Log);
        log.setRange(0, 5);
        QCOMPARE(log.low(), 1.0);
    }

    void linearTicks() {
        QCOMPARE(tickValues(between(0, 10), 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
        QCOMPARE(tickValues(between(-1, 1), 4), (std::vector<double>{-1, -0.5, 0, 0.5, 1}));
        Axis axis = between(0.3, 9.2);
        axis.widenToRound();
        QCOMPARE(axis.low(), 0.0);
        QCOMPARE(axis.high(), 10.0);
    }

    void logTicks() {
        QCOMPARE(tickValues(between(0.01, 100, AxisKind::Log), 5),
                 (std::vector<double>{0.01, 0.1, 1, 10, 100}));
        QCOMPARE(tickValues(between(1, 20, AxisKind::Log), 6),
                 (std::vector<double>{1, 2, 5, 10, 20}));
        QVERIFY(tickValues(between(1e-300, 1e300, AxisKind::Log), 6).size() <= 7);
    }

    void timeTicks() {
        // 2026-03-01T00:00Z and the six days behind it.
        const double start = 1'772'323'200'000;
        const Axis days = between(start, start + 6 * Day, AxisKind::Time);
        QCOMPARE(tickValues(days, 7).front(), start);
        QCOMPARE(tickValues(days, 7)[1], start + Day);
        // Two hours ahead of UTC midnight comes two hours earlier.
        QCOMPARE(tickValues(days, 7, 7'200'000).front(), start + Day - 7'200'000);
        const Axis year = between(start, start + 365 * Day, AxisKind::Time);
        QCOMPARE(tickValues(year, 13),
                 (std::vector<double>{start, start + 31 * Day, start + 61 * Day, start + 92 * Day,
                                      start + 122 * Day, start + 153 * Day, start + 184 * Day,
                                      start + 214 * Day, start + 245 * Day, start + 275 * Day,
                                      start + 306 * Day, start + 337 * Day, start + 365 * Day}));
        const Axis decade = between(start, start + 3650 * Day, AxisKind::Time);
        // 2027-01-01
        QCOMPARE(tickValues(decade, 10).front(), 1'798'761'600'000.0);
        const Axis seconds = between(start + 500, start + 9500, AxisKind::Time);
        QCOMPARE(tickValues(seconds, 9).front(), start + 1000);
    }

    void ticksAreFewRisingAndInside() {
        for (std::uint64_t seed = 0; seed < 600; ++seed) {
            const AxisKind kind = seed % 3 == 0   ? AxisKind::Linear
                                  : seed % 3 == 1 ? AxisKind::Log
                                                  : AxisKind::Time;
            const Axis axis = Axis::ofNumbers(randomColumn(seed, 1 + seed % 40), kind);
            const std::size_t wanted = 1 + seed % 12;
            const std::vector<AxisTick> ticks = axis.ticks(wanted);
            QVERIFY2(ticks.size() <= wanted * 2 + 2, qPrintable(QString::number(seed)));
            for (std::size_t i = 0; i < ticks.size(); ++i) {
                QVERIFY(ticks[i].place >= 0 && ticks[i].place <= 1);
                QVERIFY(i == 0 || ticks[i].value > ticks[i - 1].value);
                QVERIFY(std::abs(axis.place(ticks[i].value) - ticks[i].place) < 1e-8);
            }
        }
    }

    void steps() {
        QCOMPARE(niceStep(10, 10), 1.0);
        QCOMPARE(niceStep(10, 5), 2.0);
        QCOMPARE(niceStep(1, 4), 0.25);
        QCOMPARE(niceStep(70, 10), 5.0);
        QCOMPARE(niceStep(72, 10), 10.0);
    }

    void whereLogSuits() {
        QVERIFY(suitsLog(std::vector<double>{1e-4, NaN, 1e-3, 1e-1}));
        QVERIFY(!suitsLog(std::vector<double>{1e-4, 1e-1}));
        QVERIFY(!suitsLog(std::vector<double>{0, 1e-3, 1e-2, 10}));
        QVERIFY(!suitsLog(std::vector<double>{1, 2, 30}));
        QVERIFY(!suitsLog({}));
    }
};

QTEST_GUILESS_MAIN(TestAxes)
#include "tst_axes.moc"
