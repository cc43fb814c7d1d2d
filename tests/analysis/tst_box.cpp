// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/box.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>

using namespace podium::analysis;
using namespace podium::test;

/// Values that NumPy's percentile, mean and std give.
class TestBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownValues() {
        const std::vector<double> values = {2.1, 3.4, NaN, 3.5, 3.9,  4.0,     4.2,
                                            4.4, 4.8, 5.1, 9.7, -3.0, Infinity};
        const Box box = boxOf(values);
        QCOMPARE(box.n, std::size_t{11});
        QCOMPARE(box.missing, std::size_t{1});
        QCOMPARE(box.infinite, std::size_t{1});
        QCOMPARE(box.lowerQuartile, 3.45);
        QCOMPARE(box.median, 4.0);
        QCOMPARE(box.upperQuartile, 4.6);
        QCOMPARE(box.mean, 3.8272727272727267);
        QCOMPARE(box.deviation, 2.9570562757887817);
        QCOMPARE(box.min, -3.0);
        QCOMPARE(box.max, 9.7);
        // The fences are at 1.725 and 6.325.
        QCOMPARE(box.lowerWhisker, 2.1);
        QCOMPARE(box.upperWhisker, 5.1);
        QCOMPARE(box.outliers, (std::vector<std::uint32_t>{11, 10}));
        QCOMPARE(box.notchLow, 3.455621267364848);
        QCOMPARE(box.notchHigh, 4.544378732635152);
    }

    void oneValue() {
        const Box box = boxOf(std::vector<double>{7});
        QCOMPARE(box.n, std::size_t{1});
        QCOMPARE(box.lowerQuartile, 7.0);
        QCOMPARE(box.lowerWhisker, 7.0);
        QCOMPARE(box.upperWhisker, 7.0);
        QVERIFY(std::isnan(box.deviation));
        QVERIFY(box.outliers.empty());
    }

    void noValue() {
        const Box box = boxOf(std::vector<double>{NaN, -Infinity});
        QCOMPARE(box.n, std::size_t{0});
        QVERIFY(std::isnan(box.median) && std::isnan(box.lowerWhisker) && std::isnan(box.notchLow));
    }

    void greatestDoubles() {
        const Box box = boxOf(std::vector<double>{-Greatest, 0, Greatest});
        QCOMPARE(box.median, 0.0);
        QCOMPARE(box.mean, 0.0);
        QCOMPARE(box.upperQuartile, Greatest / 2);
        QVERIFY(std::isfinite(box.deviation));
        QVERIFY(box.outliers.empty());
    }

    void inOrder() {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const std::vector<double> values = randomColumn(seed, 1 + seed % 60);
            const Box box = boxOf(values);
            if (box.n == 0)
                continue;
            const std::vector<double> marks = {box.min, box.lowerQuartile, box.median,
                                               box.upperQuartile, box.max};
            QVERIFY2(std::is_sorted(marks.begin(), marks.end()), qPrintable(QString::number(seed)));
            const auto shown = std::count_if(values.begin(), values.end(), [&](double value) {
                return value >= box.lowerWhisker && value <= box.upperWhisker;
            });
            QCOMPARE(static_cast<std::size_t>(shown) + box.outliers.size(), box.n);
            for (const std::uint32_t outlier : box.outliers)
                QVERIFY(values[outlier] < box.lowerQuartile || values[outlier] > box.upperQuartile);
        }
    }
};

QTEST_GUILESS_MAIN(TestBox)
#include "tst_box.moc"
