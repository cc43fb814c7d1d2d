// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/nearest.h"

#include <QTest>

#include <cmath>

using namespace podium::series;
using podium::domain::MetricPoint;

namespace {

std::shared_ptr<const Line> lineOf(const std::vector<MetricPoint>& points) {
    return Line::make(*Series::fromPoints(points), XKind::Step);
}

/// 1000 × 100 pixels, x 0..1000, y 0..100: one unit a pixel.
const Mapping Unit{{0, 1000, 1000}, {0, 100}, false, 100};

}  // namespace

class TestNearest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picksTheNearerLine();
    void seesSegmentsFarFromTheirPoints();
    void doesNotSeeGaps();
    void seesDenseLines();
    void namesThePoint();
    void nothingThere();
};

void TestNearest::picksTheNearerLine() {
    const std::vector lines = {lineOf({{20, 0, 0}, {20, 0, 1000}}),
                               lineOf({{60, 0, 0}, {60, 0, 1000}})};
    // Pixel rows run downwards: value 20 is drawn at row 80.
    const auto low = nearest(lines, Unit, 500, 75, 12);
    QVERIFY(low);
    QCOMPARE(low->line, std::size_t{0});
    QCOMPARE(low->distance, 5.0);
    const auto high = nearest(lines, Unit, 500, 42, 12);
    QVERIFY(high);
    QCOMPARE(high->line, std::size_t{1});
    QVERIFY(!nearest(lines, Unit, 500, 60, 12));
}

void TestNearest::seesSegmentsFarFromTheirPoints() {
    const std::vector lines = {lineOf({{0, 0, -9000}, {100, 0, 11'000}})};
    const auto hit = nearest(lines, Unit, 500, 52.5, 5);
    QVERIFY(hit);
    QVERIFY(hit->distance < 3);
}

void TestNearest::doesNotSeeGaps() {
    const std::vector lines = {lineOf({{50, 0, 0}, {std::nan(""), 0, 500}, {50, 0, 1000}})};
    QVERIFY(!nearest(lines, Unit, 500, 50, 10));
    QVERIFY(nearest(lines, Unit, 3, 50, 10));
}

void TestNearest::seesDenseLines() {
    std::vector<MetricPoint> noise;
    for (int i = 0; i < 200'000; ++i)
        noise.push_back({i % 2 == 0 ? 10.0 : 40.0, 0, i});
    const Mapping wide{{0, 200'000, 1000}, {0, 100}, false, 100};
    const std::vector lines = {lineOf(noise)};
    const auto inside = nearest(lines, wide, 321.5, 75, 3);
    QVERIFY(inside);
    QCOMPARE(inside->distance, 0.0);
    QVERIFY(!nearest(lines, wide, 321.5, 50, 3));
}

void TestNearest::namesThePoint() {
    const std::vector lines = {lineOf({{10, 0, 100}, {90, 0, 102}, {10, 0, 104}})};
    const auto hit = nearest(lines, Unit, 102, 12, 8);
    QVERIFY(hit);
    QCOMPARE(hit->point, std::size_t{1});
}

void TestNearest::nothingThere() {
    QVERIFY(!nearest({}, Unit, 1, 1, 10));
    const std::vector lines = {lineOf({}), std::shared_ptr<const Line>()};
    QVERIFY(!nearest(lines, Unit, 1, 1, 10));
}

QTEST_GUILESS_MAIN(TestNearest)
#include "tst_nearest.moc"
