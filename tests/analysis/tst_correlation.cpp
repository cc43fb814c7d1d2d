// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/correlation.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace podium::analysis;
using namespace podium::test;

namespace {

bool near(double a, double b, double tolerance = 1e-12) {
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance;
}

/// By counting, value against value.
std::vector<double> naiveRanks(const std::vector<double>& values) {
    std::vector<double> ranks;
    for (const double value : values) {
        const auto below = std::count_if(values.begin(), values.end(),
                                         [value](double other) { return other < value; });
        const auto same = std::count(values.begin(), values.end(), value);
        ranks.push_back(static_cast<double>(below) + static_cast<double>(same + 1) / 2);
    }
    return ranks;
}

double naivePearson(const std::vector<double>& x, const std::vector<double>& y) {
    const auto n = static_cast<long double>(x.size());
    long double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i];
        sy += y[i];
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - sx / n) * (x[i] - sx / n);
        yy += (y[i] - sy / n) * (y[i] - sy / n);
        xy += (x[i] - sx / n) * (y[i] - sy / n);
    }
    return static_cast<double>(xy / std::sqrt(xx) / std::sqrt(yy));
}

}  // namespace

/// Against SciPy's pearsonr, spearmanr, f_oneway and f.sf, and against counting.
class TestCorrelation : public QObject {
    Q_OBJECT

private:
    const std::vector<double> m_x = {2.0, 1.5, 3.7, 3.7, 8.1, -2.4, 0.0, 5.5, 4.4, 3.7};
    const std::vector<double> m_y = {1.2, 0.3, 2.5, 4.8, 6.1, -1.0, 0.7, 3.3, 6.1, 2.0};
    const std::vector<double> m_z = {5, 3, 9, 1, 4, 4, 8, 2, 7, 6};

private Q_SLOTS:
    void knownValues() {
        const Correlation xy = pearson(m_x, m_y);
        QCOMPARE(xy.n, std::size_t{10});
        QVERIFY(near(xy.value, 0.8606224335522105));
        QVERIFY(near(xy.p, 0.0013905901015513404));
        const Correlation ranks = spearman(m_x, m_y);
        QVERIFY(near(ranks.value, 0.9169621435980884));
        QVERIFY(near(ranks.p, 0.0001879906822309959));
        QVERIFY(near(pearson(m_x, m_z).value, -0.1412702741650219));
        QVERIFY(near(pearson(m_x, m_z).p, 0.6970651517038421));
        QVERIFY(near(spearman(m_x, m_z).p, 0.6838657213045758));
    }

    void pairsWithMissingAreLeftOut() {
        std::vector<double> x = m_x;
        std::vector<double> y = m_y;
        x.insert(x.begin() + 3, NaN);
        y.insert(y.begin() + 3, 1e9);
        x.push_back(-77);
        y.push_back(NaN);
        QCOMPARE(pearson(x, y).n, std::size_t{10});
        QVERIFY(near(pearson(x, y).value, 0.8606224335522105));
        QVERIFY(near(spearman(x, y).value, 0.9169621435980884));
        // A run that diverged has a rank, but nothing that a mean can be made of.
        x.back() = 100;
        y.back() = Infinity;
        QCOMPARE(pearson(x, y).n, std::size_t{10});
        QCOMPARE(spearman(x, y).n, std::size_t{11});
    }

    void tooFewOrConstant() {
        const std::vector<double> two = {1, 2};
        QCOMPARE(pearson(two, two).value, 1.0);
        QVERIFY(std::isnan(pearson(two, two).p));
        const std::vector<double> one = {1};
        QVERIFY(std::isnan(pearson(one, one).value));
        QVERIFY(std::isnan(pearson({}, {}).value));
        const std::vector<double> tenths(10, 0.1);
        QVERIFY(std::isnan(pearson(tenths, m_x).value));
        QVERIFY(std::isnan(spearman(tenths, m_x).value));
        QVERIFY(std::isnan(spearman(tenths, m_x).p));
    }

    void straightLines() {
        std::vector<double> falling;
        for (const double x : m_x)
            falling.push_back(5 - 3 * x);
        QVERIFY(near(pearson(m_x, falling).value, -1));
        QVERIFY(pearson(m_x, falling).p < 1e-12);
        std::vector<double> great;
        std::vector<double> curved;
        for (const double x : m_x) {
            great.push_back(x * 2e307);
            curved.push_back(std::exp(x) * 1e-310);
        }
        QVERIFY(near(pearson(great, m_x).value, 1));
        QCOMPARE(spearman(great, curved).value, 1.0);
    }

    void asByCounting() {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const std::vector<double> x = randomColumn(seed * 2, 4 + seed % 70);
            const std::vector<double> y = randomColumn(seed * 2 + 1, 4 + seed % 70);
            std::vector<double> left;
            std::vector<double> right;
            for (std::size_t i = 0; i < x.size(); ++i) {
                if (!std::isnan(x[i]) && !std::isnan(y[i])) {
                    left.push_back(x[i]);
                    right.push_back(y[i]);
                }
            }
            const Correlation got = spearman(x, y);
            QCOMPARE(got.n, left.size());
            if (left.size() > 1)
                QVERIFY2(near(got.value, naivePearson(naiveRanks(left), naiveRanks(right)), 1e-10),
                         qPrintable(QString::number(seed)));
        }
    }

    void matrixHasTheSameNumbers() {
        std::vector<std::vector<double>> values = {m_x, m_y, m_z, std::vector<double>(10, 1.0)};
        values[0][2] = NaN;
        values[1][7] = NaN;
        const std::vector<std::span<const double>> columns(values.begin(), values.end());
        for (const CorrelationKind kind : {CorrelationKind::Pearson, CorrelationKind::Spearman}) {
            const CorrelationMatrix matrix = correlationMatrix(columns, kind);
            QCOMPARE(matrix.cells.size(), std::size_t{16});
            for (std::size_t i = 0; i < 4; ++i) {
                for (std::size_t j = 0; j < 4; ++j) {
                    const Correlation expected = kind == CorrelationKind::Pearson
                                                     ? pearson(columns[i], columns[j])
                                                     : spearman(columns[i], columns[j]);
                    QCOMPARE(matrix.at(i, j).n, expected.n);
                    QVERIFY(near(matrix.at(i, j).value, expected.value));
                    QVERIFY(near(matrix.at(i, j).p, expected.p));
                }
            }
        }
    }

    void categories() {
        const std::vector<double> values = {6.2, 8.3, 5.1, 7.1, 9.0, 4.4, NaN,
                                            5.9, 6.8, 7.7, 6.0, 5.2, 4.9, 1000};
        const std::vector<Category> codes = {1, 2, 3, 1, 2, 3, 3, 1, 1, 2, 3, 3, 3, NoCategory};
        const CorrelationRatio ratio = correlationRatio(codes, values);
        QCOMPARE(ratio.n, std::size_t{12});
        QCOMPARE(ratio.groups, std::size_t{3});
        QVERIFY(near(ratio.eta, 0.9288073185833468));
        QVERIFY(near(ratio.p, 0.00013175250504400952, 1e-14));
    }

    void categoriesThatTellNothing() {
        const std::vector<double> values = {1, 2, 1, 2};
        const std::vector<Category> halves = {1, 1, 2, 2};
        QCOMPARE(correlationRatio(halves, values).eta, 0.0);
        QCOMPARE(correlationRatio(halves, values).p, 1.0);
        const std::vector<Category> one = {1, 1, 1, 1};
        QVERIFY(std::isnan(correlationRatio(one, values).eta));
        const std::vector<Category> each = {1, 2, 3, 4};
        QCOMPARE(correlationRatio(each, values).eta, 1.0);
        QVERIFY(std::isnan(correlationRatio(each, values).p));
        const std::vector<double> same(4, 0.1);
        QVERIFY(std::isnan(correlationRatio(halves, same).eta));
    }

    void fisher() {
        QVERIFY(near(fisherAbove(3.2, 2, 9), 0.0891760124418075));
        QVERIFY(near(fisherAbove(0.5, 10, 3), 0.8219925926248246));
        QVERIFY(near(fisherAbove(40, 1, 120), 4.5294971849113125e-09, 1e-18));
        QCOMPARE(fisherAbove(0, 2, 2), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestCorrelation)
#include "tst_correlation.moc"
