// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/bands.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace podium::series;
using namespace podium::test;
using podium::domain::MetricPoint;

namespace {

using Lines = std::vector<std::shared_ptr<const Line>>;

std::shared_ptr<const Line> lineOf(const std::vector<std::pair<std::int64_t, double>>& list) {
    std::vector<MetricPoint> points;
    for (const auto& [step, value] : list)
        points.push_back({value, 0, step});
    return Line::make(*Series::fromPoints(points), XKind::Step);
}

/// Three seeds of one experiment.
Lines seeds() {
    return {lineOf({{0, 1}, {1, 2}, {2, 9}}), lineOf({{0, 3}, {1, 4}, {2, 9}}),
            lineOf({{0, 8}, {1, 3}, {2, 9}})};
}

bool near(const std::vector<double>& a, const std::vector<double>& b) {
    return std::ranges::equal(a, b, [](double x, double y) {
        return std::abs(x - y) <= 1e-12 * std::max(1.0, std::abs(y));
    });
}

/// What a line is at x, by looking at every point.
double naiveValue(const Line& line, double x) {
    double value = NaN;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line.x()[i] == x)
            value = line.y()[i];
    }
    if (!std::isnan(value))
        return value;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line.x()[i - 1] < x && x < line.x()[i] && line.joined(i))
            return line.y()[i - 1] + (x - line.x()[i - 1]) / (line.x()[i] - line.x()[i - 1]) *
                                         (line.y()[i] - line.y()[i - 1]);
    }
    return NaN;
}

}  // namespace

class TestBands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meansAndSpreads() {
        const double deviation0 = std::sqrt((9.0 + 1.0 + 16.0) / 2);  // of 1, 3, 8 around 4
        const Band band = bandOf(seeds(), BandCentre::Mean, BandSpread::Deviation);
        QCOMPARE(band.x, (std::vector<double>{0, 1, 2}));
        QVERIFY(near(band.centre, {4, 3, 9}));
        QVERIFY(near(band.low, {4 - deviation0, 2, 9}));
        QVERIFY(near(band.high, {4 + deviation0, 4, 9}));
        QCOMPARE(band.count, (std::vector<std::uint32_t>{3, 3, 3}));

        const double error0 = deviation0 / std::sqrt(3.0);
        const Band error = bandOf(seeds(), BandCentre::Mean, BandSpread::StandardError);
        QVERIFY(near(error.high, {4 + error0, 3 + 1 / std::sqrt(3.0), 9}));
        // Student's t for two degrees is 0.95 / sqrt((1 - 0.95^2) / 2).
        const double t = 0.95 * std::sqrt(2 / (1 - 0.95 * 0.95));
        const Band confidence = bandOf(seeds(), BandCentre::Mean, BandSpread::Confidence95);
        QVERIFY(near(confidence.low, {4 - t * error0, 3 - t / std::sqrt(3.0), 9}));
    }

    void mediansAndRanks() {
        const Band quartiles = bandOf(seeds(), BandCentre::Median, BandSpread::Quartiles);
        QVERIFY(near(quartiles.centre, {3, 3, 9}));
        QVERIFY(near(quartiles.low, {2, 2.5, 9}));
        QVERIFY(near(quartiles.high, {5.5, 3.5, 9}));
        const Band extremes = bandOf(seeds(), BandCentre::Mean, BandSpread::MinMax);
        QVERIFY(near(extremes.centre, {4, 3, 9}));
        QVERIFY(near(extremes.low, {1, 2, 9}));
        QVERIFY(near(extremes.high, {8, 4, 9}));
    }

    void oneLineIsItself() {
        for (const BandSpread spread : {BandSpread::Deviation, BandSpread::StandardError,
                                        BandSpread::Confidence95, BandSpread::Quartiles}) {
            const Band band = bandOf(Lines{lineOf({{0, 1}, {5, 2}})}, BandCentre::Mean, spread);
            QCOMPARE(band.centre, (std::vector<double>{1, 2}));
            QCOMPARE(band.low, band.centre);
            QCOMPARE(band.high, band.centre);
        }
        QVERIFY(bandOf({}, BandCentre::Mean, BandSpread::Deviation).x.empty());
    }

    void linesOfOtherStepsAreInterpolatedAndEnd() {
        // The second one starts later, ends earlier and logs every other step.
        const Lines lines = {lineOf({{0, 0}, {1, 10}, {2, 20}, {3, 30}, {4, 40}}),
                             lineOf({{1, 1}, {3, 3}})};
        const Band band = bandOf(lines, BandCentre::Mean, BandSpread::MinMax);
        QCOMPARE(band.count, (std::vector<std::uint32_t>{1, 2, 2, 2, 1}));
        QVERIFY(near(band.centre, {0, 5.5, 11, 16.5, 40}));
        QVERIFY(near(band.low, {0, 1, 2, 3, 40}));
    }

    void nothingIsInventedInAGap() {
        const Lines lines = {lineOf({{0, 0}, {1, 1}, {2, 2}}),
                             lineOf({{0, 10}, {1, NaN}, {2, 20}})};
        const Band band = bandOf(lines, BandCentre::Mean, BandSpread::MinMax);
        QCOMPARE(band.count, (std::vector<std::uint32_t>{2, 1, 2}));
        QVERIFY(near(band.centre, {5, 1, 11}));
    }

    void ofEqualStepsTheLastCounts() {
        const Band band =
            bandOf(Lines{lineOf({{0, 1}, {0, 5}, {1, 2}})}, BandCentre::Mean, BandSpread::MinMax);
        QCOMPARE(band.x, (std::vector<double>{0, 1}));
        QCOMPARE(band.centre, (std::vector<double>{5, 2}));
    }

    void isWhatEveryPointSays_data() {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 25; ++seed)
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void isWhatEveryPointSays() {
        QFETCH(quint64, seed);
        Lines lines;
        std::set<double> places;
        for (quint64 k = 0; k < 5; ++k) {
            auto points = randomPoints(seed * 10 + k);
            points.resize(std::min<std::size_t>(points.size(), 150));
            lines.push_back(Line::make(*Series::fromPoints(points), XKind::Step));
            places.insert(lines.back()->x().begin(), lines.back()->x().end());
        }
        const Band band = bandOf(lines, BandCentre::Median, BandSpread::MinMax);
        QCOMPARE(band.x, std::vector<double>(places.begin(), places.end()));
        for (std::size_t i = 0; i < band.x.size(); ++i) {
            std::vector<double> values;
            for (const auto& line : lines) {
                const double value = naiveValue(*line, band.x[i]);
                QVERIFY(std::isnan(value) ? std::isnan(valueAt(*line, band.x[i]))
                                          : valueAt(*line, band.x[i]) == value);
                if (!std::isnan(value))
                    values.push_back(value);
            }
            std::ranges::sort(values);
            QCOMPARE(band.count[i], values.size());
            QCOMPARE(band.low[i], values.front());
            QCOMPARE(band.high[i], values.back());
            const double median =
                values.size() % 2 == 1
                    ? values[values.size() / 2]
                    : (values[values.size() / 2 - 1] + values[values.size() / 2]) / 2;
            QVERIFY(std::abs(band.centre[i] - median) <= 1e-12 * std::max(1.0, std::abs(median)));
        }
    }

    void differences() {
        const auto baseline = lineOf({{0, 1}, {2, 3}});
        const Difference d = differenceTo(*lineOf({{0, 5}, {1, 5}, {2, 5}, {3, 5}}), *baseline);
        QCOMPARE(d.x, (std::vector<double>{0, 1, 2}));
        QCOMPARE(d.y, (std::vector<double>{4, 3, 2}));
    }

    void aStopEndsEarly() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(bandOf(seeds(), BandCentre::Mean, BandSpread::MinMax, stop.get_token()).x.empty());
    }
};

QTEST_APPLESS_MAIN(TestBands)
#include "tst_bands.moc"
