// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/statistics.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace podium::series;

namespace {

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samples() {
        // Mean 5, squares of the distances 9 1 1 1 0 0 4 16 sum to 32.
        const std::array values{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0};
        const Sample sample = sampleOf(values);
        QCOMPARE(sample.count, std::size_t{8});
        QCOMPARE(sample.mean, 5.0);
        QVERIFY(near(sample.deviation, std::sqrt(32.0 / 7.0), 1e-15));
        QCOMPARE(sampleOf(std::array{3.0}).mean, 3.0);
        QVERIFY(std::isnan(sampleOf(std::array{3.0}).deviation));
        QVERIFY(std::isnan(sampleOf({}).mean));
    }

    void quantiles() {
        const std::array values{1.0, 2.0, 4.0, 8.0};
        QCOMPARE(quantile(values, 0.0), 1.0);
        QCOMPARE(quantile(values, 1.0), 8.0);
        QCOMPARE(quantile(values, 0.5), 3.0);
        QCOMPARE(quantile(values, 0.25), 1.75);
        QCOMPARE(quantile(values, 0.75), 5.0);
        QCOMPARE(quantile(std::array{7.0}, 0.3), 7.0);
        QVERIFY(std::isnan(quantile({}, 0.5)));
    }

    /// Values of the printed tables of Student's t, two-sided 95 % and 99 %.
    void studentsTable_data() {
        QTest::addColumn<double>("level");
        QTest::addColumn<double>("freedom");
        QTest::addColumn<double>("t");
        QTest::newRow("1") << 0.95 << 1.0 << 12.706;
        QTest::newRow("2") << 0.95 << 2.0 << 4.303;
        QTest::newRow("3") << 0.95 << 3.0 << 3.182;
        QTest::newRow("4") << 0.95 << 4.0 << 2.776;
        QTest::newRow("9") << 0.95 << 9.0 << 2.262;
        QTest::newRow("30") << 0.95 << 30.0 << 2.042;
        QTest::newRow("120") << 0.95 << 120.0 << 1.980;
        QTest::newRow("a million") << 0.95 << 1e6 << 1.960;
        QTest::newRow("99 %, 1") << 0.99 << 1.0 << 63.657;
        QTest::newRow("99 %, 5") << 0.99 << 5.0 << 4.032;
        QTest::newRow("99 %, 20") << 0.99 << 20.0 << 2.845;
    }
    void studentsTable() {
        QFETCH(double, level);
        QFETCH(double, freedom);
        QFETCH(double, t);
        QVERIFY2(near(studentTwoSided(level, freedom), t, 5.1e-4),
                 qPrintable(QString::number(studentTwoSided(level, freedom), 'g', 17)));
    }

    void studentsDistribution() {
        QCOMPARE(studentCdf(0, 7), 0.5);
        // One degree of freedom is Cauchy's: 1/2 + atan(t) / pi.
        for (const double t : {-5.0, -0.3, 0.7, 20.0})
            QVERIFY(near(studentCdf(t, 1), 0.5 + std::atan(t) / std::acos(-1.0), 1e-13));
        // Two degrees: 1/2 + t / (2 sqrt(2 + t^2)).
        for (const double t : {-5.0, -0.3, 0.7, 20.0})
            QVERIFY(near(studentCdf(t, 2), 0.5 + t / (2 * std::sqrt(2 + t * t)), 1e-13));
        QVERIFY(near(studentCdf(1.3, 5) + studentCdf(-1.3, 5), 1, 1e-14));
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
