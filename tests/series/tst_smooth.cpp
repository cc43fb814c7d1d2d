// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/line.h"
#include "series/smooth.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace podium::series;
using namespace podium::test;

namespace {

std::vector<double> randomWalk(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> noise;
    std::vector<double> values;
    double level = 3;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(level += noise(random));
    return values;
}

/// The definitions, without any thought of speed.
double naive(const std::vector<double>& values, std::size_t at, const Smoothing& smoothing) {
    const auto i = static_cast<std::ptrdiff_t>(at);
    const auto size = static_cast<std::ptrdiff_t>(values.size());
    long double sum = 0;
    long double weight = 0;
    for (std::ptrdiff_t k = 0; k < size; ++k) {
        const auto distance = static_cast<double>(std::abs(k - i));
        long double share = 0;
        switch (smoothing.kind) {
            case SmoothKind::Exponential:
                share = k > i ? 0
                              : std::pow(static_cast<long double>(smoothing.amount),
                                         static_cast<long double>(distance));
                break;
            case SmoothKind::RunningMean:
                share = distance <= std::floor(smoothing.amount / 2) ? 1 : 0;
                break;
            case SmoothKind::Gaussian:
                share = distance <= std::ceil(4 * smoothing.amount)
                            ? std::exp(-0.5L * distance * distance / smoothing.amount /
                                       smoothing.amount)
                            : 0;
                break;
        }
        sum += share * static_cast<long double>(values[static_cast<std::size_t>(k)]);
        weight += share;
    }
    return static_cast<double>(sum / weight);
}

}  // namespace

class TestSmooth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheDefinition_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("amount");
        QTest::addColumn<int>("count");
        QTest::newRow("exponential") << 0 << 0.6 << 700;
        QTest::newRow("exponential, strong") << 0 << 0.99 << 700;
        QTest::newRow("mean of three") << 1 << 3.0 << 700;
        QTest::newRow("mean of an even number") << 1 << 10.0 << 700;
        QTest::newRow("mean of many") << 1 << 257.0 << 700;
        QTest::newRow("mean wider than the series") << 1 << 99.0 << 20;
        QTest::newRow("gaussian") << 2 << 2.5 << 700;
        QTest::newRow("gaussian, narrow") << 2 << 0.3 << 700;
        QTest::newRow("gaussian wider than the series") << 2 << 50.0 << 30;
        QTest::newRow("one point") << 2 << 5.0 << 1;
    }
    void isTheDefinition() {
        QFETCH(int, kind);
        QFETCH(double, amount);
        QFETCH(int, count);
        const Smoothing smoothing{static_cast<SmoothKind>(kind), amount};
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const auto values = randomWalk(static_cast<std::size_t>(count), seed);
            const auto got = smoothed(values, smoothing);
            QCOMPARE(got.size(), values.size());
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double want = naive(values, i, smoothing);
                QVERIFY2(std::abs(got[i] - want) <= 1e-12 * std::max(1.0, std::abs(want)),
                         qPrintable(QStringLiteral("%1: %2, want %3")
                                        .arg(i)
                                        .arg(got[i], 0, 'g', 17)
                                        .arg(want, 0, 'g', 17)));
            }
        }
    }

    void nothingToSmooth() {
        const std::vector<double> values{1, 5, 2};
        QCOMPARE(smoothed(values, Smoothing{SmoothKind::RunningMean, 1}), values);
        QCOMPARE(smoothed(values, Smoothing{SmoothKind::Gaussian, 0}), values);
        QCOMPARE(smoothed(values, Smoothing{SmoothKind::Exponential, 0}), values);
        QVERIFY(smoothed(std::vector<double>(), Smoothing{SmoothKind::Gaussian, 3}).empty());
        QVERIFY(!Smoothing({SmoothKind::RunningMean, 1}).active());
        QVERIFY(Smoothing({SmoothKind::RunningMean, 2}).active());
    }

    void aMeanOverALongSeriesDoesNotDrift() {
        // Adding and taking away 1e9 again and again would leave its rounding in the small values.
        std::vector<double> values(1'000'000, 1e-3);
        for (std::size_t i = 0; i < values.size(); i += 1000)
            values[i] = 1e9;
        const auto got = smoothed(values, Smoothing{SmoothKind::RunningMean, 5});
        QVERIFY(std::abs(got[999'500] - 1e-3) < 1e-12);
    }

    void aLineKeepsItsPlaces() {
        std::vector<podium::domain::MetricPoint> points;
        for (const double value : {1.0, NaN, 3.0, 8.0})
            points.push_back({value, 0, static_cast<std::int64_t>(points.size())});
        const auto line = Line::make(*Series::fromPoints(points), XKind::Step);
        const auto mean = line->smoothed(Smoothing{SmoothKind::RunningMean, 3});
        QCOMPARE(mean->x(), line->x());
        QCOMPARE(mean->marks(), line->marks());
        QCOMPARE(mean->y(), (std::vector<double>{2, 4, 5.5}));
    }
};

QTEST_APPLESS_MAIN(TestSmooth)
#include "tst_smooth.moc"
