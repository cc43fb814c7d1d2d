// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/histogram.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace podium::analysis;
using namespace podium::test;

Q_DECLARE_METATYPE(std::vector<double>)

namespace {

std::vector<double> even(std::size_t count, double low, double high) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(low +
                         (high - low) * static_cast<double>(i) / static_cast<double>(count - 1));
    return values;
}

bool rising(const std::vector<double>& edges) {
    return std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end();
}

}  // namespace

class TestHistogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freedmanDiaconis() {
        // IQR 5 of 0 to 10, n 1000: width 2 * 5 / 10 = 1, which is round.
        const Bins bins = binsOf(even(1000, 0.001, 9.999));
        QCOMPARE(bins.rule, BinRule::FreedmanDiaconis);
        QCOMPARE(bins.edges, (std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    }

    void sturgesWithoutInnerSpread() {
        std::vector<double> values(60, 0.5);
        values.push_back(0.1);
        values.push_back(4.1);
        const Bins bins = binsOf(values);
        QCOMPARE(bins.rule, BinRule::Sturges);
        // log2(62) + 1 is 7 bins over 4, so the round width is 0.5.
        QCOMPARE(bins.edges.front(), 0.0);
        QCOMPARE(bins.edges.back(), 4.5);
        QCOMPARE(bins.edges.size(), std::size_t{10});
    }

    void wholeNumbersHaveBinsOfTheirOwn() {
        const Bins bins = binsOf(std::vector<double>{1, 2, 2, 5});
        QCOMPARE(bins.rule, BinRule::Whole);
        QCOMPARE(bins.edges, (std::vector<double>{0.5, 1.5, 2.5, 3.5, 4.5, 5.5}));
        QCOMPARE(histogramOf(std::vector<double>{1, 2, 2, 5}, bins).counts,
                 (std::vector<std::uint64_t>{1, 2, 0, 0, 1}));
    }

    void manyWholeNumbersHaveWholeEdges() {
        std::vector<double> values(1000);
        std::iota(values.begin(), values.end(), 3.0);
        for (const double edge : binsOf(values).edges)
            QCOMPARE(edge, std::round(edge));
    }

    void logarithmicEdges() {
        HistogramOptions options;
        options.logarithmic = true;
        options.bins = 4;
        const std::vector<double> values = {0.001, 0.01, 0.1, 1, 10, 0, -5};
        const Bins bins = binsOf(values, options);
        const std::vector<double> expected = {0.001, 0.01, 0.1, 1, 10};
        QCOMPARE(bins.edges.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(bins.edges[i], expected[i]);
        const Histogram histogram = histogramOf(values, bins);
        QCOMPARE(histogram.counted(), std::uint64_t{5});
        QCOMPARE(histogram.nonPositive, std::uint64_t{2});
    }

    void edgesBelongToTheBinAbove() {
        const Bins bins{{0, 1, 2}, BinRule::Given, false};
        const Histogram histogram =
            histogramOf(std::vector<double>{0, 1, 2, -0.5, 2.5, NaN, Infinity, -Infinity}, bins);
        QCOMPARE(histogram.counts, (std::vector<std::uint64_t>{1, 2}));
        QCOMPARE(histogram.below, std::uint64_t{1});
        QCOMPARE(histogram.above, std::uint64_t{1});
        QCOMPARE(histogram.infinite, std::uint64_t{2});
        QCOMPARE(histogram.missing, std::uint64_t{1});
    }

    void aRangeLeavesTheRestOutside() {
        HistogramOptions options;
        options.range = {0.25, 0.75};
        const std::vector<double> values = even(101, 0, 1);
        const Histogram histogram = histogramOf(values, binsOf(values, options));
        QCOMPARE(histogram.below, std::uint64_t{25});
        QCOMPARE(histogram.counted(), std::uint64_t{51});
        QCOMPARE(histogram.above, std::uint64_t{25});
    }

    void constants_data() {
        QTest::addColumn<double>("value");
        for (const double value : {0.0, 3.0, -0.1, 1e-300, 1e308, -1e308, 5e-324})
            QTest::addRow("%g", value) << value;
    }
    void constants() {
        QFETCH(double, value);
        for (const std::size_t n : {std::size_t{1}, std::size_t{20}}) {
            const std::vector<double> values(n, value);
            const Bins bins = binsOf(values);
            QCOMPARE(bins.edges.size(), std::size_t{2});
            QVERIFY(bins.edges[0] <= value && value <= bins.edges[1]);
            QCOMPARE(histogramOf(values, bins).counts, std::vector<std::uint64_t>{n});
        }
    }

    void nothingToBin() {
        QVERIFY(binsOf({}).edges.empty());
        const std::vector<double> values = {NaN, Infinity};
        QVERIFY(binsOf(values).edges.empty());
        QCOMPARE(histogramOf(values, binsOf(values)).infinite, std::uint64_t{1});
    }

    void everyValueIsCountedOnce() {
        for (std::uint64_t seed = 0; seed < 600; ++seed) {
            const std::vector<double> values = randomColumn(seed, 1 + seed % 300);
            HistogramOptions options;
            options.logarithmic = seed % 3 == 0;
            options.bins = seed % 5 == 0 ? seed % 40 : 0;
            options.mostBins = 30;
            const Bins bins = binsOf(values, options);
            const Histogram histogram = histogramOf(values, bins);
            const QByteArray row = QByteArray::number(static_cast<int>(seed));
            QVERIFY2(rising(bins.edges), row.constData());
            QVERIFY2(histogram.counts.size() <= 30, row.constData());
            QVERIFY2(std::all_of(bins.edges.begin(), bins.edges.end(),
                                 [](double edge) { return std::isfinite(edge); }),
                     row.constData());
            const auto binned = std::count_if(values.begin(), values.end(), [&](double value) {
                return std::isfinite(value) && (!options.logarithmic || value > 0);
            });
            QCOMPARE(histogram.counted(), static_cast<std::uint64_t>(binned));
            QCOMPARE(histogram.below + histogram.above, std::uint64_t{0});
            QCOMPARE(histogram.counted() + histogram.nonPositive + histogram.infinite +
                         histogram.missing,
                     static_cast<std::uint64_t>(values.size()));
            for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
                const bool last = bin + 1 == histogram.counts.size();
                const auto inside = std::count_if(values.begin(), values.end(), [&](double value) {
                    return value >= bins.edges[bin] &&
                           (value < bins.edges[bin + 1] || (last && value == bins.edges[bin + 1]));
                });
                QVERIFY2(histogram.counts[bin] == static_cast<std::uint64_t>(inside),
                         row.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
