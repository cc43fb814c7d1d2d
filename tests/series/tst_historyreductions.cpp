// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/historyreductions.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace podium::series;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

/// Steps 0, 10, 20 ...; a second apart from second 100 on.
Columns history(std::vector<double> values) {
    Columns columns;
    for (std::size_t i = 0; i < values.size(); ++i) {
        columns.steps.push_back(static_cast<std::int64_t>(i) * 10);
        columns.times.push_back(100'000 + static_cast<std::int64_t>(i) * 1000);
    }
    columns.values = std::move(values);
    return columns;
}

}  // namespace

class TestHistoryReductions : public QObject {
    Q_OBJECT
private slots:
    void means() {
        QCOMPARE(meanOfLast(history({1, 2, 3, 6}), 2), std::optional(4.5));
        QCOMPARE(meanOfLast(history({1, 2, 3}), 100), std::optional(2.0));
        QCOMPARE(meanOfLast(history({1, NaN, 3}), 2), std::optional(3.0));
        QVERIFY(std::isnan(*meanOfLast(history({1, NaN}), 1)));
        QVERIFY(!meanOfLast(history({}), 1));
        Columns unsorted = history({1, 2, 3});
        std::swap(unsorted.steps[0], unsorted.steps[2]);  // 1 is the last by step
        QCOMPARE(meanOfLast(unsorted, 1), std::optional(1.0));
    }

    void valuesAtSteps() {
        Columns twice = history({1, 2, 3});
        twice.steps[2] = 10;
        QCOMPARE(valueAtStep(twice, 10), std::optional(3.0));
        QVERIFY(!valueAtStep(twice, 5));
        QCOMPARE(valueUntilStep(twice, 5), std::optional(1.0));
        QVERIFY(!valueUntilStep(twice, -1));
    }

    void timesOfReaching() {
        const Columns falling = history({3, NaN, 2, 1, 4});
        QCOMPARE(timeOfReaching(falling, 2, Reach::AtMost), std::optional<std::int64_t>(102'000));
        QCOMPARE(timeOfReaching(falling, 2, Reach::FromFirst),
                 std::optional<std::int64_t>(102'000));
        QCOMPARE(timeOfReaching(falling, 4, Reach::FromFirst),
                 std::optional<std::int64_t>(104'000));
        QCOMPARE(timeOfReaching(falling, 2, Reach::AtLeast), std::optional<std::int64_t>(100'000));
        QVERIFY(!timeOfReaching(falling, 0.5, Reach::AtMost));
    }

    void slopes() {
        // 0.5 a step over the last two of 20; flat before.
        std::vector<double> values(20, 1);
        values.back() = 6;
        QCOMPARE(slopeOfLast(history(values), 0), std::optional(0.5));
        QCOMPARE(slopeOfLast(history({0, 10, 20, 30}), 4), std::optional(1.0));
        QCOMPARE(slopeOfLast(history({0, NaN, 20}), 3), std::optional(1.0));
        QVERIFY(!slopeOfLast(history({1}), 0));
        Columns still = history({1, 2});
        still.steps = {5, 5};
        QVERIFY(!slopeOfLast(still, 2));
    }
};

QTEST_GUILESS_MAIN(TestHistoryReductions)
#include "tst_historyreductions.moc"
