// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/density.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>

using namespace podium::analysis;
using namespace podium::test;

namespace {

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

/// The area below a density, by trapezoids.
double area(const Density& density, bool logarithmic) {
    double sum = 0;
    const auto place = [&](std::size_t i) {
        return logarithmic ? std::log10(density.places[i]) : density.places[i];
    };
    for (std::size_t i = 1; i < density.places.size(); ++i)
        sum += (place(i) - place(i - 1)) * (density.heights[i] + density.heights[i - 1]) / 2;
    return sum;
}

}  // namespace

/// Against SciPy's gaussian_kde with the same bandwidth.
class TestDensity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownValues() {
        const std::vector<double> values = {2.1, 3.4, 3.5, 3.9, NaN,  4.0,     4.2,
                                            4.4, 4.8, 5.1, 9.7, -3.0, Infinity};
        DensityOptions options;
        options.points = 3;
        const Density density = densityOf(values, options);
        QCOMPARE(density.n, std::size_t{11});
        QCOMPARE(density.leftOut, std::size_t{2});
        QVERIFY(near(density.bandwidth, 0.47814213276699985, 1e-14));
        QCOMPARE(density.places.front(), -3.0);
        QVERIFY(near(density.places[1], 3.35, 1e-12));
        QCOMPARE(density.places.back(), 9.7);
        QVERIFY(near(density.heights[0], 0.07585084, 1e-8));
        QVERIFY(near(density.heights[1], 0.24266546, 1e-8));
        QVERIFY(near(density.heights[2], 0.07585084, 1e-8));
    }

    void overDecades() {
        DensityOptions options;
        options.points = 3;
        options.logarithmic = true;
        const Density density = densityOf(
            std::vector<double>{0.001, 0.002, 0.01, 0.03, 0.03, 0.1, 1.0, 0, -1}, options);
        QCOMPARE(density.leftOut, std::size_t{2});
        QVERIFY(near(density.bandwidth, 0.49518241310536215, 1e-13));
        QVERIFY(near(density.places[1], std::pow(10, -1.5), 1e-12));
        QVERIFY(near(density.heights[0], 0.22846955, 1e-8));
        QVERIFY(near(density.heights[1], 0.3766748, 1e-7));
        QVERIFY(near(density.heights[2], 0.13213796, 1e-8));
    }

    void wholeAreaIsOne() {
        int compared = 0;
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            std::vector<double> values = randomColumn(seed, 5 + seed);
            std::erase_if(values, [](double value) { return std::abs(value) > 1e6; });
            const Density clipped = densityOf(values);
            if (clipped.bandwidth == 0)
                continue;
            QCOMPARE(clipped.places.front(),
                     *std::min_element(values.begin(), values.end(),
                                       [](double a, double b) { return std::isnan(b) || a < b; }));
            DensityOptions options;
            options.points = 4000;
            options.range = {clipped.places.front() - 9 * clipped.bandwidth,
                             clipped.places.back() + 9 * clipped.bandwidth};
            const double whole = area(densityOf(values, options), false);
            // Kernels narrower than the points are apart are not sampled well.
            if ((options.range->second - options.range->first) / 4000 > clipped.bandwidth)
                continue;
            QVERIFY2(near(whole, 1, 1e-4), qPrintable(QString::number(seed)));
            options.range = {clipped.places.front(), clipped.places.back()};
            QVERIFY(area(densityOf(values, options), false) < 1);
            ++compared;
        }
        QVERIFY(compared > 20);
    }

    void smoothing() {
        DensityOptions options;
        options.smoothing = 2;
        const std::vector<double> values = {1, 2, 3, 5};
        QCOMPARE(densityOf(values, options).bandwidth, 2 * densityOf(values).bandwidth);
    }

    void noSpread() {
        for (const std::size_t n : {std::size_t{1}, std::size_t{30}}) {
            const Density density = densityOf(std::vector<double>(n, 2.5));
            QCOMPARE(density.places, std::vector<double>{2.5});
            QCOMPARE(density.heights, std::vector<double>{1});
            QCOMPARE(density.bandwidth, 0.0);
        }
        QVERIFY(densityOf(std::vector<double>{NaN}).places.empty());
        QVERIFY(densityOf({}).places.empty());
    }

    void greatestDoubles() {
        const Density density = densityOf(std::vector<double>{-Greatest, -1e307, 0, 1e308});
        QCOMPARE(density.places.size(), std::size_t{128});
        QVERIFY(std::all_of(density.heights.begin(), density.heights.end(),
                            [](double height) { return std::isfinite(height) && height >= 0; }));
        QVERIFY(*std::max_element(density.heights.begin(), density.heights.end()) > 0);
    }
};

QTEST_GUILESS_MAIN(TestDensity)
#include "tst_density.moc"
