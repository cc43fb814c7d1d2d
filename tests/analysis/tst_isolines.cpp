// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/contour.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>

using namespace podium::analysis;
using namespace podium::test;

namespace {

template <typename Function>
Surface surfaceFrom(std::size_t columns, std::size_t rows, const Function& function) {
    Surface surface;
    surface.columns = columns;
    surface.rows = rows;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column)
            surface.values.push_back(
                function(static_cast<double>(column) / static_cast<double>(columns - 1),
                         static_cast<double>(row) / static_cast<double>(rows - 1)));
    }
    return surface;
}

std::vector<IsoLine> linesAt(const Surface& surface, double level) {
    const std::vector<double> levels = {level};
    return isoLines(surface, levels);
}

}  // namespace

class TestIsolines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlopeHasStraightLines() {
        const Surface surface = surfaceFrom(11, 5, [](double x, double) { return 10 * x; });
        const std::vector<IsoLine> lines = linesAt(surface, 2.5);
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(!lines[0].closed);
        QCOMPARE(lines[0].points.size(), std::size_t{5});
        for (const PlanePoint& point : lines[0].points)
            QVERIFY(std::abs(point.x - 0.25) < 1e-12);
        const auto [low, high] =
            std::minmax_element(lines[0].points.begin(), lines[0].points.end(),
                                [](const PlanePoint& a, const PlanePoint& b) { return a.y < b.y; });
        QCOMPARE(low->y, 0.0);
        QCOMPARE(high->y, 1.0);
    }

    void aHillHasARing() {
        const Surface surface = surfaceFrom(101, 101, [](double x, double y) {
            return -(x - 0.5) * (x - 0.5) - (y - 0.5) * (y - 0.5);
        });
        const std::vector<IsoLine> lines = linesAt(surface, -0.09);
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].closed);
        double length = 0;
        const auto& points = lines[0].points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            QVERIFY(std::abs(std::hypot(points[i].x - 0.5, points[i].y - 0.5) - 0.3) < 1e-3);
            const PlanePoint& next = points[(i + 1) % points.size()];
            const double step = std::hypot(points[i].x - next.x, points[i].y - next.y);
            QVERIFY(step < 0.0142);  // no farther than across a square
            length += step;
        }
        QVERIFY(std::abs(length - 2 * 3.14159265 * 0.3) < 2e-3);
    }

    void inASaddleTheMiddleDecides() {
        // Corners 0 and 2 high; the middle is 0.5 for all.
        Surface surface;
        surface.columns = surface.rows = 2;
        surface.values = {1, 0, 0, 1};
        // Above the middle's value the high corners are apart: each line is near one of them.
        for (const auto& [level, joined] : {std::pair{0.75, false}, std::pair{0.25, true}}) {
            const std::vector<IsoLine> lines = linesAt(surface, level);
            QCOMPARE(lines.size(), std::size_t{2});
            for (const IsoLine& line : lines) {
                QCOMPARE(line.points.size(), std::size_t{2});
                const double x = (line.points[0].x + line.points[1].x) / 2;
                const double y = (line.points[0].y + line.points[1].y) / 2;
                QCOMPARE(std::abs(x - y) > 0.5, joined);
            }
        }
    }

    void noneThroughMaskedPlaces() {
        Surface surface = surfaceFrom(11, 11, [](double x, double) { return x; });
        surface.values[5 * 11 + 5] = NaN;
        const std::vector<IsoLine> lines = linesAt(surface, 0.45);
        QCOMPARE(lines.size(), std::size_t{2});
        for (const IsoLine& line : lines) {
            for (const PlanePoint& point : line.points)
                QVERIFY(point.y <= 0.4 + 1e-12 || point.y >= 0.6 - 1e-12);
        }
    }

    void pointsLieOnTheLevel() {
        for (std::uint64_t seed = 1; seed < 40; ++seed) {
            std::mt19937_64 random(seed);
            const Surface surface = surfaceFrom(9, 7, [&](double, double) {
                return random() % 12 == 0 ? NaN : static_cast<double>(random() % 9);
            });
            std::size_t ends = 0;
            for (const IsoLine& line : linesAt(surface, 4)) {
                ends += line.closed ? 0 : 2;
                for (const PlanePoint& point : line.points) {
                    // Each point is on an edge of the raster, where the surface is linear.
                    const double column = point.x * 8;
                    const double row = point.y * 6;
                    const auto at = [&](double c, double r) {
                        return surface.at(static_cast<std::size_t>(std::lround(c)),
                                          static_cast<std::size_t>(std::lround(r)));
                    };
                    const bool upright = std::abs(column - std::round(column)) < 1e-9;
                    const double part =
                        upright ? row - std::floor(row) : column - std::floor(column);
                    const double from =
                        upright ? at(column, std::floor(row)) : at(std::floor(column), row);
                    const double to =
                        upright ? at(column, std::ceil(row)) : at(std::ceil(column), row);
                    if (std::abs(row - std::round(row)) > 1e-9 || !upright)
                        QVERIFY(std::abs(from * (1 - part) + to * part - 4) < 1e-6);
                    else
                        QVERIFY(std::abs(from - 4) < 1e-6);
                }
            }
            QCOMPARE(ends % 2, std::size_t{0});
        }
    }

    void greatestDoubles() {
        const Surface surface =
            surfaceFrom(3, 3, [](double x, double) { return x > 0.7 ? Greatest : -Greatest; });
        const std::vector<IsoLine> lines = linesAt(surface, 0);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].points.front().x, 0.75);
    }

    void levels() {
        QCOMPARE(niceLevels(0, 1, 5), (std::vector<double>{0.2, 0.4, 0.6000000000000001, 0.8}));
        QCOMPARE(niceLevels(-1.5, 1.2, 3), (std::vector<double>{-1, 0, 1}));
        QVERIFY(niceLevels(1, 1, 5).empty());
        QVERIFY(niceLevels(NaN, 1, 5).empty());
        QVERIFY(niceLevels(-Greatest, Greatest, 5).empty());
        QVERIFY(niceLevels(1, std::nextafter(1, 2), 5).empty());
    }
};

QTEST_GUILESS_MAIN(TestIsolines)
#include "tst_isolines.moc"
