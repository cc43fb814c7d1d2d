// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomseries.h"
#include "series/join.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace podium::series;
using namespace podium::test;
using podium::domain::MetricPoint;

namespace {

std::shared_ptr<const Series> seriesOf(const std::vector<std::pair<std::int64_t, double>>& list) {
    std::vector<MetricPoint> points;
    for (const auto& [step, value] : list)
        points.push_back({value, static_cast<std::int64_t>(points.size()), step});
    return Series::fromPoints(points);
}

/// The x of a point by looking at every point of the other series.
double naivePlace(const Series& series, std::size_t at, const Series& other, JoinKind kind) {
    const std::int64_t step = series.steps()[at];
    std::vector<double> same;
    double before = NaN;
    std::optional<std::int64_t> beforeStep;
    for (std::size_t k = 0; k < other.size(); ++k) {
        if (other.steps()[k] == step)
            same.push_back(other.values()[k]);
        if (other.steps()[k] < step && (!beforeStep || other.steps()[k] >= *beforeStep)) {
            beforeStep = other.steps()[k];
            before = other.values()[k];
        }
    }
    if (same.empty())
        return kind == JoinKind::CarryForward ? before : NaN;
    const auto mine = static_cast<std::size_t>(std::ranges::count(series.steps(), step));
    if (kind == JoinKind::SameStep && mine == same.size()) {
        const auto nth = std::count(series.steps().begin(),
                                    series.steps().begin() + static_cast<std::ptrdiff_t>(at), step);
        return same[static_cast<std::size_t>(nth)];
    }
    return same.back();
}

}  // namespace

class TestJoin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metricOverMetric() {
        const auto loss = seriesOf({{1, 0.9}, {2, 0.5}, {3, 0.4}, {4, 0.3}});
        const auto tokens = seriesOf({{1, 100}, {2, 300}, {4, 200}});
        const Joined joined = joinedLine(*loss, *tokens, JoinKind::SameStep);
        QCOMPARE(joined.line->x(), (std::vector<double>{100, 200, 300}));
        QCOMPARE(joined.line->y(), (std::vector<double>{0.9, 0.3, 0.5}));
        QCOMPARE(joined.line->source(1), std::size_t{3});
        QCOMPARE(joined.unpaired, 1U);
    }

    void anEpochIsCarriedForward() {
        const auto loss = seriesOf({{0, 9}, {10, 8}, {15, 7}, {20, 6}, {25, 5}});
        const auto epoch = seriesOf({{10, 1}, {20, 2}});
        const Joined joined = joinedLine(*loss, *epoch, JoinKind::CarryForward);
        QCOMPARE(joined.line->x(), (std::vector<double>{1, 1, 2, 2}));
        QCOMPARE(joined.line->y(), (std::vector<double>{8, 7, 6, 5}));
        QCOMPARE(joined.unpaired, 1U);
    }

    void placesThatAreNoNumbersAreLeftOut() {
        const auto loss = seriesOf({{1, 1}, {2, NaN}, {3, 3}});
        const auto x = seriesOf({{1, 10}, {2, 20}, {3, Infinity}});
        const Joined joined = joinedLine(*loss, *x, JoinKind::SameStep);
        QCOMPARE(joined.line->y(), std::vector<double>{1});
        QCOMPARE(joined.line->marks().size(), std::size_t{1});
        QCOMPARE(joined.line->marks().front().x, 20.0);
        QCOMPARE(joined.unpaired, 1U);
    }

    void withoutPartnersThereIsNoLine() {
        const auto loss = seriesOf({{1, 1}});
        const Joined joined = joinedLine(*loss, *seriesOf({{7, 1}}), JoinKind::SameStep);
        QCOMPARE(joined.line->size(), std::size_t{0});
        QCOMPARE(joined.unpaired, 1U);
    }

    void isWhatEveryPointSays_data() {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<bool>("carry");
        for (quint64 seed = 1; seed <= 30; ++seed)
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed << (seed % 2 == 0);
    }
    void isWhatEveryPointSays() {
        QFETCH(quint64, seed);
        QFETCH(bool, carry);
        const JoinKind kind = carry ? JoinKind::CarryForward : JoinKind::SameStep;
        const auto cut = [](std::vector<MetricPoint> points) {
            points.resize(std::min<std::size_t>(points.size(), 300));
            return Series::fromPoints(points);
        };
        const auto series = cut(randomPoints(seed));
        const auto other = cut(randomPoints(seed + 1000));
        std::vector<std::pair<double, double>> want;
        std::uint64_t unpaired = 0;
        for (std::size_t i = 0; i < series->size(); ++i) {
            const double x = naivePlace(*series, i, *other, kind);
            unpaired += std::isfinite(x) ? 0 : 1;
            if (std::isfinite(x) && std::isfinite(series->values()[i]))
                want.emplace_back(x, series->values()[i]);
        }
        std::ranges::stable_sort(want, {}, &std::pair<double, double>::first);
        const Joined joined = joinedLine(*series, *other, kind);
        std::vector<std::pair<double, double>> got;
        for (std::size_t i = 0; i < joined.line->size(); ++i)
            got.emplace_back(joined.line->x()[i], joined.line->y()[i]);
        QCOMPARE(got, want);
        QCOMPARE(joined.unpaired, unpaired);
    }

    void restartsAreFound_data() {
        QTest::addColumn<QVector<int>>("steps");
        QTest::addColumn<QVector<int>>("begins");
        QTest::newRow("none") << QVector<int>{0, 1, 2, 3} << QVector<int>{0};
        QTest::newRow("one") << QVector<int>{0, 1, 2, 3, 1, 2, 3, 4} << QVector<int>{0, 4};
        QTest::newRow("two") << QVector<int>{0, 1, 2, 0, 1, 2, 0, 1} << QVector<int>{0, 3, 6};
        QTest::newRow("a late point") << QVector<int>{0, 1, 3, 2, 4, 5} << QVector<int>{0};
        QTest::newRow("a late point at the end") << QVector<int>{0, 1, 3, 2} << QVector<int>{0};
        QTest::newRow("equal steps") << QVector<int>{1, 1, 2, 2} << QVector<int>{0};
        QTest::newRow("empty") << QVector<int>{} << QVector<int>{};
    }
    void restartsAreFound() {
        QFETCH(QVector<int>, steps);
        QFETCH(QVector<int>, begins);
        std::vector<std::pair<std::int64_t, double>> list;
        for (const int step : steps)
            list.emplace_back(step, step);
        const auto series = seriesOf(list);
        QVector<int> found;
        for (const std::size_t begin : restarts(*series))
            found.append(static_cast<int>(begin));
        QCOMPARE(found, begins);
        std::size_t points = 0;
        for (const auto& part : parts(*series)) {
            QVERIFY(!part->empty());
            points += part->size();
        }
        QCOMPARE(points, series->size());
    }
};

QTEST_APPLESS_MAIN(TestJoin)
#include "tst_join.moc"
