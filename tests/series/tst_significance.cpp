// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/significance.h"

#include "series/statistics.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace podium::series;

/// Tests of means, against values that tables and R's documentation give.
class TestSignificance : public QObject {
    Q_OBJECT

private:
    // The data set `sleep` of R (Student 1908): hours of sleep gained by ten people with two drugs.
    const std::array<double, 10> m_first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    const std::array<double, 10> m_second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

private Q_SLOTS:
    void tableValues_data() {
        QTest::addColumn<double>("t");
        QTest::addColumn<double>("freedom");
        QTest::addColumn<double>("upper");
        QTest::newRow("1, 5 %") << 6.314 << 1.0 << 0.05;
        QTest::newRow("1, 2.5 %") << 12.706 << 1.0 << 0.025;
        QTest::newRow("4, 2.5 %") << 2.776 << 4.0 << 0.025;
        QTest::newRow("10, 2.5 %") << 2.228 << 10.0 << 0.025;
        QTest::newRow("10, 0.5 %") << 3.169 << 10.0 << 0.005;
        QTest::newRow("30, 5 %") << 1.697 << 30.0 << 0.05;
        QTest::newRow("120, 0.05 %") << 3.373 << 120.0 << 0.0005;
    }
    void tableValues() {
        QFETCH(double, t);
        QFETCH(double, freedom);
        QFETCH(double, upper);
        QVERIFY(std::abs(studentCdf(-t, freedom) - upper) < upper * 2e-3);
    }

    void welch() {
        const TTest test = welchTest(m_first, m_second);
        QVERIFY(std::abs(test.t - -1.8608) < 5e-5);
        QVERIFY(std::abs(test.freedom - 17.776) < 5e-4);
        QVERIFY(std::abs(test.p - 0.07939) < 5e-6);
    }

    void paired() {
        const TTest test = pairedTest(m_first, m_second);
        QVERIFY(std::abs(test.t - -4.0621) < 5e-5);
        QCOMPARE(test.freedom, 9.0);
        QVERIFY(std::abs(test.p - 0.002833) < 5e-7);
    }

    void samplesWithoutSpread() {
        const std::array<double, 3> ones = {1, 1, 1};
        const std::array<double, 3> twos = {2, 2, 2};
        QCOMPARE(welchTest(ones, twos).p, 0.0);
        QCOMPARE(welchTest(ones, ones).p, 1.0);
        QCOMPARE(pairedTest(ones, twos).p, 0.0);
    }

    void tooFewValues() {
        const std::array<double, 1> one = {1};
        QVERIFY(std::isnan(welchTest(one, m_first).p));
        QVERIFY(std::isnan(pairedTest(one, one).p));
        QVERIFY(std::isnan(pairedTest(one, m_first).p));
    }
};

QTEST_GUILESS_MAIN(TestSignificance)
#include "tst_significance.moc"
